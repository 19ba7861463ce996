//! The first page: blocks of cards, each product in one of them.

use askama::Template;

use super::art;
use super::page::Group;
use crate::catalog::Catalog;
use crate::kernel::{CityId, ProductId};
use crate::listings::{CardRow, ListingCard, cards, mark, promise};
use crate::recommendations::Pleasing;
use crate::web::{Marks, filters};

/// So many new goods.
const FRESH: usize = 10;
/// So many in a row that scrolls sideways: one more than a wide screen shows.
const ROW: usize = 7;
/// No more letters of a title stand in a heading.
const TITLE: usize = 45;

/// The first page.
#[derive(Template)]
#[template(path = "storefront/home.html")]
pub struct Home {
    pub groups: Vec<Group>,
    /// For this visitor.
    pub for_you: Vec<ListingCard>,
    /// Goods near what they looked at last.
    pub because: Option<Because>,
    /// What their town buys, when there is nothing for them.
    pub popular: Vec<ListingCard>,
    pub fresh: Vec<ListingCard>,
    pub used: Vec<ListingCard>,
    /// What the visitor looked at.
    pub recent: Vec<ListingCard>,
}

/// "Because you viewed".
pub struct Because {
    pub title: String,
    pub cards: Vec<ListingCard>,
}

impl Home {
    /// The page of what was read.
    pub fn of(
        catalog: &Catalog,
        (fresh, used): (Vec<CardRow>, Vec<CardRow>),
        pleasing: Pleasing,
        (marks, town): (&Marks, Option<CityId>),
    ) -> Self {
        let mut shown: Vec<ProductId> = Vec::new();
        let mut block = |rows: Vec<CardRow>, most: usize| {
            let rows: Vec<CardRow> = rows.into_iter().filter(|row| !shown.contains(&row.1)).take(most).collect();
            shown.extend(rows.iter().map(|row| row.1));
            let mut cards = cards(catalog, rows);
            mark(cards.iter_mut(), marks);
            promise(cards.iter_mut(), catalog, town);
            cards
        };
        Self {
            groups: catalog.groups().map(Group::of).collect(),
            for_you: block(pleasing.for_you, usize::MAX),
            because: pleasing.because.map(|one| Because { title: short(&one.title), cards: block(one.rows, ROW) }),
            popular: block(pleasing.popular, ROW),
            fresh: block(fresh, FRESH),
            used: block(used, ROW),
            recent: cards(catalog, pleasing.recent),
        }
    }

    fn hero(&self) -> &'static str {
        art::url("hero")
    }

    fn hero_large(&self) -> &'static str {
        art::url("hero-large")
    }

    fn box_art(&self) -> &'static str {
        art::url("tool-sets")
    }

    fn sell_art(&self) -> &'static str {
        art::url("armchairs")
    }
}

/// The beginning of a title.
fn short(title: &str) -> String {
    match title.char_indices().nth(TITLE) {
        None => title.to_owned(),
        Some((end, _)) => format!("{}…", title[..end].rsplit_once(' ').map_or(&title[..end], |(head, _)| head)),
    }
}
