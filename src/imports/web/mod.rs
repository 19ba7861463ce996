//! `/sell/import`: the wizard; and the lists that go out.

mod columns;
mod out;
mod show;
mod start;
mod undo;

pub use columns::{save as save_columns, show as columns};
pub use out::{feed, listings};
pub use show::{categories, errors, run, show, stop};
pub use start::{show as start, upload};
pub use undo::{ask as ask_undo, begin as undo};

use super::work::Stopped;
use crate::web::Fault;

/// Work with files, beside the threads that answer.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> Result<T, Stopped> + Send + 'static) -> Result<T, Fault> {
    let done = tokio::task::spawn_blocking(work).await.map_err(Fault::unexpected)?;
    done.map_err(|stopped| match stopped {
        Stopped::Db(error) => error.into(),
        Stopped::Disk(error) => Fault::unexpected(error),
        // its files are kept for some days only
        Stopped::Refused(_) => Fault::Gone,
    })
}
