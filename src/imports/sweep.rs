//! Files and memories of imports go once nobody needs them.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::time::{Duration, SystemTime};

use diesel::prelude::*;
use uuid::Uuid;

use super::home::Home;
use super::work::Stopped;
use crate::db::DbError;
use crate::kernel::now;
use crate::schema::imports;

/// Files of an import are kept for so long.
pub const DAYS: i64 = 7;

/// Every night: files of imports that are older than a week, folders that belong to none, what can no longer be undone.
pub fn sweep(home: &Home) -> Result<(), Stopped> {
    let old = now() - chrono::Duration::days(DAYS);
    let kept: Vec<Uuid> = home.db.write_here(|tx| -> Result<_, DbError> {
        diesel::sql_query(
            "DELETE FROM import_rows r USING imports i WHERE i.id = r.import_id AND i.state = 'done' AND i.undo_until < now()",
        )
        .execute(&mut **tx)?;
        diesel::sql_query(
            "DELETE FROM import_errors e USING imports i WHERE i.id = e.import_id AND i.created_at < now() - interval '7 days'",
        )
        .execute(&mut **tx)?;
        diesel::sql_query(
            "DELETE FROM imports WHERE created_at < now() - interval '7 days' AND state IN ('uploaded', 'checked', 'failed')",
        )
        .execute(&mut **tx)?;
        Ok(imports::table.filter(imports::created_at.gt(old)).select(imports::folder).load(&mut **tx)?)
    })?;
    let kept: HashSet<String> = kept.into_iter().map(|folder| folder.simple().to_string()).collect();
    clear(home, &kept).map_err(Stopped::from)
}

fn clear(home: &Home, kept: &HashSet<String>) -> io::Result<()> {
    let folders = match fs::read_dir(home.root()) {
        Ok(folders) => folders,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for folder in folders.flatten() {
        // one that was made just now has no row yet
        let young = folder.metadata()?.modified()? > SystemTime::now() - Duration::from_secs(24 * 3600);
        if !young && !kept.contains(&*folder.file_name().to_string_lossy()) {
            fs::remove_dir_all(folder.path())?;
        }
    }
    Ok(())
}
