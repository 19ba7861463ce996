//! The page's template.

use askama::Template;

use crate::recommendations::{Deed, Standing, Trace};
use crate::web::filters;

/// So many of each kind are named.
const NAMED: usize = 30;

/// What recommendations are made from.
#[derive(Template)]
#[template(path = "recommendations/show.html")]
pub struct Show {
    /// Whether they may be made, and from when on.
    pub standing: Standing,
    pub traces: Vec<Trace>,
}

impl Show {
    /// How many goods of each kind there are, and those on sale by name: words of others are not shown here.
    fn deeds(&self) -> Vec<(&'static str, usize, Vec<&Trace>)> {
        let kinds = [(Deed::Bought, "recommend-bought"), (Deed::Liked, "recommend-liked"), (Deed::Viewed, "recommend-viewed")];
        let of = |(deed, key)| {
            let own: Vec<&Trace> = self.traces.iter().filter(|trace| trace.deed == deed).collect();
            (key, own.len(), own.into_iter().filter(|trace| trace.on_sale).take(NAMED).collect())
        };
        kinds.into_iter().map(of).filter(|(_, n, _)| *n > 0).collect()
    }

    /// Only this page's visitor can be without anything to learn from.
    fn is_empty(&self) -> bool {
        self.traces.is_empty()
    }
}
