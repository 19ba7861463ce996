//! How far an import is, and what kind of list it is.

use super::file::Kind;
use crate::kernel::text_enum;

text_enum! {
    /// An import's states; the allowed steps are rows of the table `transitions`.
    pub enum ImportState {
        /// The file is here; what its columns are is not said yet.
        Uploaded = "uploaded",
        /// Its columns are said; it is being checked.
        Matched = "matched",
        /// What would come of it is known; its shop decides.
        Checked = "checked",
        /// It is being carried out.
        Running = "running",
        /// It is carried out.
        Done = "done",
        /// It is being undone.
        Undoing = "undoing",
        /// It is undone.
        Undone = "undone",
        /// The file cannot be read.
        Failed = "failed",
    }
}

text_enum! {
    /// What kind of list.
    pub enum ListKind {
        /// Text with separators.
        Csv = "csv",
        /// A workbook.
        Xlsx = "xlsx",
        /// XML of offers.
        Yml = "yml",
    }
}

impl ImportState {
    /// The message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Uploaded => "import-state-uploaded",
            Self::Matched => "import-state-matched",
            Self::Checked => "import-state-checked",
            Self::Running => "import-state-running",
            Self::Done => "import-state-done",
            Self::Undoing => "import-state-undoing",
            Self::Undone => "import-state-undone",
            Self::Failed => "import-state-failed",
        }
    }

    /// Whether a job is at it: the page looks again by itself.
    pub const fn is_working(self) -> bool {
        matches!(self, Self::Matched | Self::Running | Self::Undoing)
    }
}

impl From<Kind> for ListKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Csv => Self::Csv,
            Kind::Xlsx => Self::Xlsx,
            Kind::Yml => Self::Yml,
        }
    }
}
