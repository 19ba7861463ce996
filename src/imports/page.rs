//! The wizard's pages.

use std::sync::Arc;

use askama::Template;

use super::errors::Wrong;
use super::form;
use super::import::Import;
use super::places::path;
use super::state::ImportState;
use super::tally::Tally;
use crate::catalog::{Catalog, Category};
use crate::i18n::{Lang, Locale};
use crate::web::{Form, filters};

/// How long a page waits until it looks again.
const AGAIN_SECONDS: u32 = 2;

/// Where lists come in and go out.
#[derive(Template)]
#[template(path = "imports/start.html")]
pub struct Start {
    /// The form.
    pub form: Form,
    /// The last imports.
    pub imports: Vec<Import>,
    /// The address of the shop's feed.
    pub feed: String,
}

/// What each column is.
#[derive(Template)]
#[template(path = "imports/columns.html")]
pub struct Columns {
    /// The form.
    pub form: Form,
    /// The import.
    pub import: Import,
    /// The columns' names.
    pub header: Vec<String>,
    /// The first rows.
    pub rows: Vec<Vec<String>>,
    /// The reference data.
    pub catalog: Arc<Catalog>,
}

impl Columns {
    fn name(&self, at: &usize) -> String {
        form::column(*at)
    }

    fn choices(&self) -> Vec<(&'static str, &'static str)> {
        form::choices()
    }

    /// What stands in a column, for recognising it.
    fn sample(&self, at: &usize) -> String {
        let cells = self.rows.iter().filter_map(|row| row.get(*at)).filter(|cell| !cell.is_empty());
        cells.map(|cell| short(cell)).collect::<Vec<_>>().join(" · ")
    }

    fn columns_path(&self) -> String {
        format!("{}/columns", self.import.path())
    }

    /// Groups and the leaves in them.
    fn tree(&self) -> Vec<(&Category, Vec<&Category>)> {
        let leaves = |group: &Category| self.catalog.leaves(group.id).into_iter().filter_map(|id| self.catalog.category(id)).collect();
        self.catalog.groups().map(|group| (group, leaves(group))).collect()
    }
}

fn short(cell: &str) -> String {
    let mut text: String = cell.chars().take(40).collect();
    if text.len() < cell.len() {
        text.push('…');
    }
    text
}

/// How an import stands.
#[derive(Template)]
#[template(path = "imports/show.html")]
pub struct Show {
    /// The form of categories that nobody knew.
    pub form: Form,
    /// The import.
    pub import: Import,
    /// What came of it.
    pub tally: Tally,
    /// The first rows that are wrong.
    pub wrong: Vec<Wrong>,
    /// The reference data.
    pub catalog: Arc<Catalog>,
    /// The page's voice.
    pub locale: Locale,
}

impl Show {
    fn again(&self) -> u32 {
        AGAIN_SECONDS
    }

    fn is_refused(&self) -> bool {
        self.import.state == ImportState::Failed
    }

    fn refusal(&self) -> &str {
        self.import.refusal.as_deref().unwrap_or("import-file-unreadable")
    }

    fn sentence(&self, wrong: &Wrong) -> String {
        wrong.say(self.locale)
    }

    fn step(&self, name: &str) -> String {
        format!("{}/{name}", self.import.path())
    }

    fn category(&self, at: &usize) -> String {
        form::category(*at)
    }

    /// All leaves by their way from the top, to choose from while typing.
    fn leaves(&self) -> Vec<String> {
        let leaves = self.catalog.categories.iter().filter(|node| self.catalog.is_leaf(node.id));
        leaves.map(|node| path(&self.catalog, node.id, self.lang())).collect()
    }

    fn lang(&self) -> Lang {
        self.locale.lang()
    }

    /// Rows that are done, of all that there are to do.
    fn done(&self) -> (i64, i64) {
        let seen = self.import.seen;
        (seen, self.tally.total.max(seen))
    }

    fn errors_file(&self) -> bool {
        self.tally.errors() > 0 && matches!(self.import.state, ImportState::Checked | ImportState::Done)
    }
}

/// Whether it is to be undone.
#[derive(Template)]
#[template(path = "imports/undo.html")]
pub struct Undo {
    /// The import.
    pub import: Import,
    /// What it did.
    pub tally: Tally,
}
