//! The category tree, to choose from.

use std::sync::Arc;

use askama::Template;

use crate::catalog::{Catalog, Category as Node};
use crate::i18n::{Lang, Named};
use crate::listings::Desk;
use crate::web::{Form, filters};

/// The tree.
#[derive(Template)]
#[template(path = "listings/category.html")]
pub struct Category {
    form: Form,
    desk: Desk,
    catalog: Arc<Catalog>,
    words: String,
    group: String,
}

impl Category {
    /// The tree with what is looked for: words, or an opened group.
    pub fn new(form: Form, desk: Desk, catalog: Arc<Catalog>, words: String, group: String) -> Self {
        Self { form, desk, catalog, words, group }
    }

    fn path(&self) -> String {
        format!("/sell/listings/{}/category", self.desk.listing.id)
    }

    fn groups(&self) -> Vec<&Node> {
        self.catalog.groups().collect()
    }

    /// The group that is open, with what stands in it.
    fn open(&self) -> Option<&Node> {
        self.catalog.category_by_slug(&self.group).filter(|node| !self.catalog.is_leaf(node.id))
    }

    fn leaves(&self, node: &Node) -> Vec<&Node> {
        self.catalog.leaves(node.id).into_iter().filter_map(|id| self.catalog.category(id)).collect()
    }

    /// Leaves whose name, or whose group's name, holds every word, in any language.
    fn found(&self) -> Vec<&Node> {
        let words: Vec<String> = self.words.to_lowercase().split_whitespace().map(stem).collect();
        let leaves = self.catalog.categories.iter().filter(|node| self.catalog.is_leaf(node.id));
        let names = |node: &&Node| {
            self.catalog.path(node.id).iter().flat_map(|n| Lang::ALL.iter().map(|lang| n.name(*lang).to_lowercase())).collect::<String>()
        };
        leaves.filter(|node| words.iter().all(|word| names(node).contains(word.as_str()))).take(30).collect()
    }

    fn above(&self, node: &Node) -> Vec<&Node> {
        let mut path = self.catalog.path(node.id);
        path.pop();
        path
    }

    fn is_current(&self, node: &Node) -> bool {
        node.id == self.desk.listing.category_id
    }
}

/// A word without its ending, roughly: «телефоны» finds «телефон».
fn stem(word: &str) -> String {
    let n = word.chars().count();
    word.chars().take(if n > 4 { n - 1 } else { n }).collect()
}
