//! The jobs of imports. One after another: a long list leaves a worker's other hands for letters and photos.

use serde::{Deserialize, Serialize};

use crate::jobs::Job;
use crate::kernel::ImportId;

/// Checks an import.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CheckImport {
    /// Which.
    pub import: ImportId,
}

/// Carries an import out.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunImport {
    /// Which.
    pub import: ImportId,
}

/// Undoes an import.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct UndoImport {
    /// Which.
    pub import: ImportId,
}

/// Clears away what nobody needs any more.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SweepImports {}

const QUEUE: Option<&str> = Some("imports");

impl Job for CheckImport {
    const NAME: &'static str = "check_import";
    const QUEUE: Option<&'static str> = QUEUE;
    const PRIORITY: i32 = 5;
}

impl Job for RunImport {
    const NAME: &'static str = "run_import";
    const QUEUE: Option<&'static str> = QUEUE;
    const PRIORITY: i32 = 5;
}

impl Job for UndoImport {
    const NAME: &'static str = "undo_import";
    const QUEUE: Option<&'static str> = QUEUE;
    const PRIORITY: i32 = 5;
}

impl Job for SweepImports {
    const NAME: &'static str = "sweep_imports";
}
