//! `/sell/import/{id}/undo`: asked first.

use actix_web::web::Path;

use crate::imports::import::Import;
use crate::imports::job::UndoImport;
use crate::imports::page::Undo;
use crate::jobs;
use crate::kernel::ImportId;
use crate::web::{Ctx, Flash, Outcome};

/// What would be undone.
pub async fn ask(ctx: Ctx, id: Path<ImportId>) -> Outcome {
    let (shop, id) = (ctx.shop()?, id.into_inner());
    let import = ctx.read(move |conn| Ok(Import::of_shop(conn, id, shop)?)).await?;
    if !import.can_undo() {
        return ctx.go_with(&import.path(), &Flash::warn("import-undo-late"));
    }
    ctx.page(&Undo { tally: import.tally(), import })
}

/// Begins.
pub async fn begin(ctx: Ctx, id: Path<ImportId>) -> Outcome {
    let (shop, id) = (ctx.shop()?, id.into_inner());
    let begun = ctx.write(move |tx| {
        let import = Import::locked(tx, id, shop)?;
        if !import.can_undo() {
            return Ok(Some("import-undo-late"));
        }
        if !import.begin_undo(tx)? {
            return Ok(Some("import-busy"));
        }
        jobs::enqueue(tx, &UndoImport { import: id })?;
        Ok(None)
    });
    let path = format!("/sell/import/{id}");
    match begun.await? {
        None => ctx.go(&path),
        Some(late) => ctx.go_with(&path, &Flash::warn(late)),
    }
}
