//! A list page's inside: cards, filters, order, pages; the same for category, tag, search and shop.

use askama::Template;

use super::browse::{Browse, Town, Wishes};
use super::marks::mark;
use super::searches;
use super::web::moved;
use crate::catalog::Catalog;
use crate::i18n::Names;
use crate::kernel::{CategoryId, Money};
use crate::listings::{CardRow, Condition, ListingCard};
use crate::search::{self, CAP, Facets, Hits, Query, Sort, Total};
use crate::web::{Ctx, Form, Outcome, Pager};

/// A filter that is applied, in words.
pub enum Words {
    From(Money),
    To(Money),
    Condition(Condition),
    City(Names),
    Category(Names),
}

/// An applied filter and the address without it.
pub struct Applied {
    pub words: Words,
    pub path: String,
}

/// A town to choose.
pub struct CityChoice {
    pub slug: String,
    pub names: Names,
    /// How many there; -1 when nobody counted.
    pub n: i64,
    pub chosen: bool,
}

/// A condition to choose.
pub struct ConditionChoice {
    pub condition: Condition,
    pub n: i64,
    pub chosen: bool,
}

/// An order to choose.
pub struct SortChoice {
    pub sort: Sort,
    pub path: String,
    pub on: bool,
}

/// What a list page shows.
pub struct List {
    pub cards: Vec<ListingCard>,
    pub total: Total,
    pub form: Form,
    pub base: String,
    pub wishes: Wishes,
    pub reset: String,
    /// What the filter form carries along: the words, the order.
    pub kept: Vec<(&'static str, String)>,
    pub cities: Vec<CityChoice>,
    pub conditions: Vec<ConditionChoice>,
    pub prices: Option<(Money, Money)>,
    pub applied: Vec<Applied>,
    pub sorts: Vec<SortChoice>,
    pub sort: Sort,
    pub pager: Pager,
    /// Where the matches of a search stand: name, how many, address.
    pub places: Vec<(Names, i64, String)>,
    /// The address that can be saved as a search.
    pub watched: Option<String>,
    /// Path and page without filters: the page's one address for search engines.
    pub canonical: String,
}

impl List {
    /// Whether filters stand in the way.
    pub fn is_filtered(&self) -> bool {
        !self.applied.is_empty()
    }

    /// `1200+` when there are more than were counted.
    pub fn total_plus(&self) -> &'static str {
        if self.total.more { "+" } else { "" }
    }
}

/// Answers with a list page: at its one address, within its pages, 422 when a filter was mistyped.
pub async fn answer<P: Template>(ctx: &Ctx, catalog: &Catalog, browse: Browse, place: Query, page: impl FnOnce(List) -> P) -> Outcome {
    if let Some(address) = &browse.shorter {
        return moved(ctx, address);
    }
    let (query, by_place) = (browse.query(place), browse.wishes.words.is_some());
    let found = ctx
        .read(move |conn| {
            let hits = search::find(conn, &query)?;
            let places = if by_place && hits.total.n > 0 { search::categories(conn, &query)? } else { Vec::new() };
            Ok((hits, places))
        })
        .await?;
    let (hits, places) = found;
    let mut list = list(catalog, browse, hits, &places);
    if list.pager.is_beyond() {
        return ctx.go(&list.pager.last_href());
    }
    mark(list.cards.iter_mut(), ctx.marks());
    let wrong = list.form.has_errors();
    let page = page(list);
    if wrong { ctx.again(&page) } else { ctx.page(&page) }
}

/// Cards of rows; a town that the shelf does not know yet is left without a name.
pub fn cards(catalog: &Catalog, rows: Vec<CardRow>) -> Vec<ListingCard> {
    let city = |row: &CardRow| catalog.city(row.6).map_or_else(|| Names::new("", "", ""), |city| city.names.clone());
    rows.into_iter().map(|row| (city(&row), row)).map(|(city, row)| ListingCard::of(row, city)).collect()
}

fn list(catalog: &Catalog, browse: Browse, hits: Hits, places: &[(CategoryId, i64)]) -> List {
    let Browse { base, form, wishes, page, .. } = browse;
    let own_sort = if wishes.words.is_some() { Sort::Best } else { Sort::New };
    let sort = wishes.sort.unwrap_or(own_sort);
    let pager = Pager::new(wishes.href(&base), page, hits.total.n.unsigned_abs(), search::PAGE);
    let kept = wishes.fields().into_iter().filter(|(name, _)| ["q", "category", "sort"].contains(name)).collect();
    List {
        cards: cards(catalog, hits.rows),
        total: hits.total,
        reset: wishes.unfiltered().href(&base),
        kept,
        cities: cities(catalog, &hits.facets, wishes.city.as_ref()),
        conditions: conditions(&hits.facets, wishes.condition),
        prices: hits.facets.prices,
        applied: applied(catalog, &wishes, &base),
        sorts: sorts(&wishes, &base, sort),
        sort,
        pager,
        places: narrower(catalog, &wishes, &base, places),
        watched: searches::address(&base, &wishes),
        canonical: if page > 1 { format!("{base}?page={page}") } else { base.clone() },
        form,
        base,
        wishes,
    }
}

/// The towns that have something, big ones first; all towns when nobody counted. The chosen one always stands there.
fn cities(catalog: &Catalog, facets: &Facets, chosen: Option<&Town>) -> Vec<CityChoice> {
    let n = |id| facets.cities.iter().find(|(city, _)| *city == id).map(|(_, n)| *n);
    let is_chosen = |id| chosen.is_some_and(|town| town.id == id);
    let choice = |city: &crate::catalog::City| {
        let n = if facets.capped { Some(-1) } else { n(city.id).or(is_chosen(city.id).then_some(0)) };
        Some(CityChoice { slug: city.slug.clone(), names: city.names.clone(), n: n?, chosen: is_chosen(city.id) })
    };
    catalog.cities.iter().filter_map(choice).collect()
}

fn conditions(facets: &Facets, chosen: Option<Condition>) -> Vec<ConditionChoice> {
    let n = |condition| match facets.conditions.iter().find(|(known, _)| *known == condition) {
        _ if facets.capped => -1,
        Some((_, n)) => *n,
        None => 0,
    };
    Condition::ALL.iter().map(|&condition| ConditionChoice { condition, n: n(condition), chosen: chosen == Some(condition) }).collect()
}

fn applied(catalog: &Catalog, wishes: &Wishes, base: &str) -> Vec<Applied> {
    let without = |change: fn(&mut Wishes)| wishes.but(change).href(base);
    let category = wishes.category.as_ref().and_then(|slug| catalog.category_by_slug(slug));
    let all = [
        category.map(|category| Applied { words: Words::Category(category.names.clone()), path: without(|w| w.category = None) }),
        wishes.price_from.map(|price| Applied { words: Words::From(price), path: without(|w| w.price_from = None) }),
        wishes.price_to.map(|price| Applied { words: Words::To(price), path: without(|w| w.price_to = None) }),
        wishes.condition.map(|condition| Applied { words: Words::Condition(condition), path: without(|w| w.condition = None) }),
        wishes.city.as_ref().map(|city| Applied { words: Words::City(city.names.clone()), path: without(|w| w.city = None) }),
    ];
    all.into_iter().flatten().collect()
}

fn sorts(wishes: &Wishes, base: &str, on: Sort) -> Vec<SortChoice> {
    let own = if wishes.words.is_some() { Sort::Best } else { Sort::New };
    let fitting = Sort::ALL.iter().copied().filter(|sort| *sort != Sort::Best || wishes.words.is_some());
    let choice = |sort| SortChoice { sort, path: wishes.but(|w| w.sort = (sort != own).then_some(sort)).href(base), on: sort == on };
    fitting.map(choice).collect()
}

/// The fullest categories of a search, unless one is chosen already.
fn narrower(catalog: &Catalog, wishes: &Wishes, base: &str, places: &[(CategoryId, i64)]) -> Vec<(Names, i64, String)> {
    if wishes.category.is_some() || places.len() < 2 {
        return Vec::new();
    }
    let place = |(id, n): &(CategoryId, i64)| {
        let category = catalog.category(*id)?;
        Some((category.names.clone(), (*n).min(CAP), wishes.but(|w| w.category = Some(category.slug.clone())).href(base)))
    };
    places.iter().filter_map(place).take(8).collect()
}
