//! The pages' templates.

use askama::Template;
use chrono::Datelike;

use super::art;
use super::help::Help;
use super::list::List;
use crate::catalog;
use crate::i18n::Names;
use crate::kernel::local;
use crate::listings::{Candidate, ListingCard, PhotoRef};
use crate::shops::Shop;
use crate::web::filters;

/// A category as pages name it.
pub struct Group {
    pub slug: String,
    pub names: Names,
    /// The address of its drawing; empty when it has none.
    pub art: &'static str,
}

impl Group {
    /// Of a node of the tree.
    pub fn of(category: &catalog::Category) -> Self {
        Self { slug: category.slug.clone(), names: category.names.clone(), art: art::url(&category.art) }
    }
}

/// The whole tree.
#[derive(Template)]
#[template(path = "storefront/categories.html")]
pub struct Categories {
    pub groups: Vec<(Group, Vec<Group>)>,
}

/// A category.
#[derive(Template)]
#[template(path = "storefront/category.html")]
pub struct Category {
    pub category: Group,
    pub above: Vec<Group>,
    pub below: Vec<Group>,
    pub list: List,
}

/// Everything with a tag.
#[derive(Template)]
#[template(path = "storefront/tag.html")]
pub struct TagPage {
    pub name: String,
    pub list: List,
}

/// What was found.
#[derive(Template)]
#[template(path = "storefront/search.html")]
pub struct Search {
    pub typed: String,
    pub groups: Vec<Group>,
    /// What others looked for with one of these words.
    pub related: Vec<String>,
    pub list: List,
}

/// A search without anything to look for.
#[derive(Template)]
#[template(path = "storefront/search_empty.html")]
pub struct SearchEmpty {
    pub typed: String,
    pub groups: Vec<Group>,
}

impl Search {
    /// Whether nothing at all has these words, and no filter is to blame: then the categories help on.
    fn is_empty(&self) -> bool {
        self.list.barren
    }
}

/// A shop and its goods.
#[derive(Template)]
#[template(path = "storefront/shop.html")]
pub struct ShopPage {
    pub shop: Shop,
    pub city: Option<Names>,
    pub list: List,
}

impl ShopPage {
    fn logo(&self) -> Option<PhotoRef> {
        self.shop.logo_id.map(PhotoRef::ready)
    }

    fn image(&self) -> String {
        self.logo().as_ref().map(PhotoRef::preview).unwrap_or_default()
    }

    fn since(&self) -> String {
        local(self.shop.created_at).year().to_string()
    }
}

/// All photos of a product, large.
#[derive(Template)]
#[template(path = "storefront/photos.html")]
pub struct Photos {
    /// The product's page.
    pub product: String,
    pub title: String,
    pub photos: Vec<PhotoRef>,
}

/// A product that is not on sale.
#[derive(Template)]
#[template(path = "storefront/away.html")]
pub struct Away {
    pub gone: bool,
    pub category: Option<Group>,
    pub cards: Vec<ListingCard>,
}

/// A page of the help.
#[derive(Template)]
#[template(path = "storefront/help.html")]
pub struct HelpPage {
    pub slug: &'static str,
    pub help: &'static Help,
    /// Where people write to the platform, on the page about it.
    pub contact: Option<String>,
    /// Address words and headings of all pages.
    pub pages: Vec<(&'static str, &'static str)>,
}

impl HelpPage {
    fn is_here(&self, page: &str) -> bool {
        page == self.slug
    }
}

/// The first step of a new listing: a search over cards, and the way past it.
#[derive(Template)]
#[template(path = "storefront/sell.html")]
pub struct Sell {
    /// What is looked for.
    pub words: String,
    /// Cards that the shop may sell on.
    pub found: Vec<Candidate>,
}
