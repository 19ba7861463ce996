//! A list's address as a search that can be repeated: written by the lists themselves, read by their own parser.

use crate::catalog::Catalog;
use crate::i18n::{Lang, Named};
use crate::kernel::CityId;
use crate::search::{self, Query, Sort};
use crate::storefront::browse::{Asked, Browse, Wishes};
use crate::web::{Form, clean};

/// The longest address that is kept.
const LONGEST: usize = 2000;

/// The address of these wishes, if they are worth saving: a category's, or a search for words. Its order and page do not matter.
pub fn address(base: &str, wishes: &Wishes) -> Option<String> {
    let worth = base.starts_with("/c/") || (base == "/search" && wishes.words.is_some());
    worth.then(|| wishes.but(|wishes| wishes.sort = None).href(base)).filter(|path| path.len() <= LONGEST)
}

/// An address, read.
pub struct Place {
    browse: Browse,
}

impl Place {
    /// Reads a stored or sent address; nothing when it is none of ours, or its category is gone.
    pub fn parse(path: &str, catalog: &Catalog) -> Option<Self> {
        let (base, query) = path.split_once('?').unwrap_or((path, ""));
        let fields: Vec<(String, String)> = serde_html_form::from_str(query).ok()?;
        let form = Form::of(fields.into_iter().map(|(name, value)| (clean(&name), clean(&value))));
        let category = match base.strip_prefix("/c/") {
            Some(slug) => Some(catalog.category_by_slug(slug)?.id),
            None => None,
        };
        let browse = Browse::parse(Asked(form), base.to_owned(), catalog, category).ok()?;
        address(base, &browse.wishes)?;
        Some(Self { browse })
    }

    /// Its one address.
    pub fn path(&self) -> String {
        address(&self.browse.base, &self.browse.wishes).unwrap_or_default()
    }

    /// The address that shows the newest first.
    pub fn newest(&self) -> String {
        // a category begins with the newest by itself
        let sort = self.browse.wishes.words.is_some().then_some(Sort::New);
        self.browse.wishes.but(|wishes| wishes.sort = sort).href(&self.browse.base)
    }

    /// The query for the newest, with days of delivery to a town.
    pub fn query(&self, catalog: &Catalog, town: Option<CityId>) -> Query {
        let query = Query { home: search::home(catalog, town), ..Query::default() };
        Query { sort: Sort::New, page: 1, ..self.browse.query(query) }
    }

    /// What it could be called: its words, else its category.
    pub fn name(&self, catalog: &Catalog, lang: Lang) -> String {
        let category = self.browse.base.strip_prefix("/c/").and_then(|slug| catalog.category_by_slug(slug));
        match (&self.browse.wishes.words, category) {
            (Some(words), _) => words.as_str().chars().take(super::form::LONGEST).collect(),
            (None, Some(category)) => category.name(lang).to_owned(),
            (None, None) => String::new(),
        }
    }
}
