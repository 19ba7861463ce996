//! The wishes of a list as they stand in an address: filters, order, page. Every list has one address for the same wishes.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use crate::catalog::Catalog;
use crate::i18n::Names;
use crate::kernel::{CityId, Money};
use crate::listings::Condition;
use crate::search::{LAST_PAGE, Query, Sort, Words};
use crate::web::{Fault, FieldError, Form, clean};

/// The address's query, as fields.
pub struct Asked(pub Form);

impl FromRequest for Asked {
    type Error = Fault;
    type Future = Ready<Result<Self, Fault>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let fields: Vec<(String, String)> = serde_html_form::from_str(req.query_string()).unwrap_or_default();
        ready(Ok(Self(Form::of(fields.into_iter().map(|(name, value)| (clean(&name), clean(&value)))))))
    }
}

/// A town that was chosen.
#[derive(Debug, Clone)]
pub struct Town {
    pub id: CityId,
    pub slug: String,
    pub names: Names,
}

/// What is wished for.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    pub words: Option<Words>,
    /// The category's address word, for a search within it.
    pub category: Option<String>,
    pub price_from: Option<Money>,
    pub price_to: Option<Money>,
    pub condition: Option<Condition>,
    pub city: Option<Town>,
    /// The order, when it is not the list's own.
    pub sort: Option<Sort>,
}

impl Wishes {
    /// As fields, in one order, without those that say nothing.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let tenge = |price: Money| price.whole().to_string();
        let fields = [
            ("q", self.words.as_ref().map(|words| words.as_str().to_owned())),
            ("category", self.category.clone()),
            ("price_from", self.price_from.map(tenge)),
            ("price_to", self.price_to.map(tenge)),
            ("condition", self.condition.map(|condition| condition.as_str().to_owned())),
            ("city", self.city.as_ref().map(|city| city.slug.clone())),
            ("sort", self.sort.map(|sort| sort.as_str().to_owned())),
        ];
        fields.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    /// The list's address with these wishes.
    pub fn href(&self, base: &str) -> String {
        match serde_html_form::to_string(self.fields()).unwrap_or_default() {
            query if query.is_empty() => base.to_owned(),
            query => format!("{base}?{query}"),
        }
    }

    /// The same with one thing changed.
    pub fn but(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut other = self.clone();
        change(&mut other);
        other
    }

    /// Without filters: the words, the place and the order stay.
    pub fn unfiltered(&self) -> Self {
        Self { price_from: None, price_to: None, condition: None, city: None, ..self.clone() }
    }
}

/// A list's address, read.
pub struct Browse {
    /// Path of the list.
    pub base: String,
    /// What was typed, and what is wrong with it.
    pub form: Form,
    /// What is wished for.
    pub wishes: Wishes,
    /// The page.
    pub page: u32,
    /// The address of the same wishes, when they could be said shorter.
    pub shorter: Option<String>,
}

/// What a list's address may say.
const KNOWN: [&str; 6] = ["price_from", "price_to", "condition", "city", "sort", "page"];

/// What only a search's address may say.
const SEARCH: [&str; 2] = ["q", "category"];

impl Browse {
    /// Reads an address. A page that no list has is not found; other words that mean nothing are dropped.
    pub fn parse(Asked(mut form): Asked, base: String, catalog: &Catalog) -> Result<Self, Fault> {
        let page = match form.value("page").trim() {
            "" => 1,
            text => text.parse().ok().filter(|page| (1..=LAST_PAGE).contains(page)).ok_or(Fault::NotFound)?,
        };
        let (from, to) = (price(&mut form, "price_from"), price(&mut form, "price_to"));
        let (from, to) = if from.zip(to).is_some_and(|(from, to)| from > to) { (to, from) } else { (from, to) };
        let searching = base == "/search";
        let words = Words::parse(form.value("q")).filter(|_| searching);
        let own_sort = if words.is_some() { Sort::Best } else { Sort::New };
        let sort = form.value("sort").parse().ok().filter(|sort| *sort != own_sort && (*sort != Sort::Best || words.is_some()));
        let wishes = Wishes {
            words,
            category: catalog.category_by_slug(form.value("category")).filter(|_| searching).map(|category| category.slug.clone()),
            price_from: from,
            price_to: to,
            condition: form.value("condition").parse().ok(),
            city: catalog.city_by_slug(form.value("city")).map(|c| Town { id: c.id, slug: c.slug.clone(), names: c.names.clone() }),
            sort,
        };
        let shorter = shorter(&form, &wishes, page, &base);
        Ok(Self { base, form, wishes, page, shorter })
    }

    /// The query for it at a place.
    pub fn query(&self, place: Query) -> Query {
        let wishes = &self.wishes;
        let own_sort = if wishes.words.is_some() { Sort::Best } else { Sort::New };
        Query {
            words: wishes.words.clone(),
            price_from: wishes.price_from,
            price_to: wishes.price_to,
            condition: wishes.condition,
            city: wishes.city.as_ref().map(|city| city.id),
            sort: wishes.sort.unwrap_or(own_sort),
            page: self.page,
            ..place
        }
    }
}

/// A price as people type it; nothing and zero are no wish.
fn price(form: &mut Form, name: &str) -> Option<Money> {
    let typed = form.value(name).trim().to_owned();
    if typed.is_empty() {
        return None;
    }
    form.parse(name, |_| Money::parse(&typed).map_err(|_| FieldError::new("find-price-wrong"))).filter(|price| *price > Money::ZERO)
}

/// The shorter address, if this one says something empty, unknown or roundabout. Fields of others (marks of letters and adverts) do not matter.
fn shorter(form: &Form, wishes: &Wishes, page: u32, base: &str) -> Option<String> {
    if form.has_errors() {
        return None;
    }
    let mut fields = wishes.fields();
    if page > 1 {
        fields.push(("page", page.to_string()));
    }
    let said = |name: &str, value: &str| {
        let loosely = name == "q" && !value.is_empty();
        loosely || fields.iter().any(|(n, v)| *n == name && v == value)
    };
    let known = KNOWN.iter().chain(SEARCH.iter().filter(|_| base == "/search"));
    let tidy = known.into_iter().all(|name| form.values(name).all(|value| said(name, value)));
    let query = serde_html_form::to_string(&fields).unwrap_or_default();
    (!tidy).then(|| if query.is_empty() { base.to_owned() } else { format!("{base}?{query}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &str) -> Asked {
        let fields: Vec<(String, String)> = serde_html_form::from_str(query).unwrap();
        Asked(Form::of(fields))
    }

    fn parse(query: &str) -> Result<Browse, Fault> {
        Browse::parse(asked(query), "/c/x".into(), &Catalog::default())
    }

    #[test]
    fn an_address_says_only_what_is_wished() {
        let shorter = |query: &str| parse(query).unwrap().shorter;
        assert_eq!(shorter("price_from=&price_to=&condition=&city=&sort=").as_deref(), Some("/c/x"));
        assert_eq!(shorter("price_from=80+000&sort=cheap").as_deref(), Some("/c/x?price_from=80000&sort=cheap"));
        assert_eq!(shorter("sort=new&page=1").as_deref(), Some("/c/x"));
        assert_eq!(shorter("sort=best&condition=broken").as_deref(), Some("/c/x"));
        assert_eq!(shorter("condition=used&page=3&utm_source=letter"), None);
        assert_eq!(shorter("q="), None);
        let search = |query: &str| Browse::parse(asked(query), "/search".into(), &Catalog::default()).unwrap().shorter;
        assert_eq!(search("q=&category=").as_deref(), Some("/search"));
        assert_eq!(search("q=%21%21"), None);
    }

    #[test]
    fn a_price_that_is_none_is_said_at_its_field() {
        let browse = parse("price_from=cheap&price_to=9").unwrap();
        assert!(browse.form.wrong("price_from") && !browse.form.wrong("price_to"));
        assert_eq!((browse.wishes.price_from, browse.shorter), (None, None));
    }

    #[test]
    fn pages_are_one_to_fifty() {
        assert_eq!(parse("page=50").unwrap().page, 50);
        for page in ["0", "51", "abc", "-1", "99999999999999999999", "1.5"] {
            assert!(matches!(parse(&format!("page={page}")), Err(Fault::NotFound)), "{page}");
        }
    }
}
