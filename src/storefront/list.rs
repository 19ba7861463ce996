//! A list page's inside: cards, filters, order, pages; the same for category, tag, search and shop.

use std::collections::HashMap;

use actix_web::web::Data;
use askama::Template;
use diesel::prelude::*;

use super::applied::{Applied, Filter, applied};
use super::browse::{self, Browse, Field, Wishes};
use super::choices::{self, Choices, choices};
use super::searches;
use super::web::moved;
use crate::catalog::Catalog;
use crate::i18n::Names;
use crate::kernel::{CategoryId, ShopId};
use crate::listings::{ListingCard, cards, mark, promise};
use crate::search::{self, Facets, Hits, Query, Said, Search, Sort, Why, Words};
use crate::web::{Ctx, Form, Outcome, Pager, Town};

/// Where a list stands.
pub struct Place<'a> {
    pub catalog: &'a Catalog,
    pub search: &'a Data<Search>,
    /// Whose, or with which tag; the default is anywhere.
    pub query: Query,
}

/// An order to choose.
pub struct SortChoice {
    pub sort: Sort,
    pub path: String,
    pub on: bool,
}

/// What was made of the words, with the addresses of other readings.
pub struct Reading {
    pub said: Said,
    /// The words as they stand.
    pub literal: String,
    /// What perhaps was meant.
    pub perhaps: Option<(String, String)>,
}

/// What a list page shows.
pub struct List {
    pub cards: Vec<ListingCard>,
    pub total: i64,
    pub form: Form,
    pub base: String,
    pub wishes: Wishes,
    pub reset: String,
    /// What the filter form carries along: the words, the order.
    pub kept: Vec<Field>,
    pub choices: Choices,
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
    pub reading: Reading,
    /// Why the cards stand as they stand, in their order, when asked for.
    pub why: Vec<(String, Why)>,
    /// Where that is told.
    pub why_path: String,
    /// The visitor's town, when something is sold there: its name, the list with or without it alone, whether it is chosen.
    pub near: Option<(Names, String, bool)>,
    /// The words find nothing, whatever is chosen.
    pub barren: bool,
}

impl List {
    /// Whether filters stand in the way.
    pub fn is_filtered(&self) -> bool {
        !self.applied.is_empty()
    }

    /// The words as they were typed.
    pub fn typed(&self) -> &str {
        self.wishes.words.as_ref().map(search::Words::as_str).unwrap_or_default()
    }

    /// The way to what is sold in a town, or back.
    fn near(&self, town: &Town) -> Option<(Names, String, bool)> {
        let there = self.choices.cities.iter().any(|city| city.value == town.slug && (city.n > 0 || city.chosen));
        let on = matches!(self.wishes.cities.as_slice(), [city] if city.id == town.id);
        let own = browse::Town { id: town.id, slug: town.slug.clone(), names: town.names.clone() };
        let wishes = self.wishes.but(|w| w.cities = if on { Vec::new() } else { vec![own] });
        let choice = on || self.choices.cities.len() > 1;
        (there && choice).then(|| (town.names.clone(), wishes.href(&self.base), on))
    }

    /// Whether the engine read the words otherwise than they were typed.
    pub fn is_corrected(&self) -> bool {
        self.reading.said.query.is_some() && !self.reading.said.corrected.is_empty()
    }
}

/// What a list page reads.
struct Seen {
    hits: Hits,
    /// What could be chosen without filters.
    all: Option<Facets>,
    /// Names of shops to choose.
    shops: HashMap<ShopId, String>,
    /// How many there are without each applied filter, when with all there is nothing.
    without: Vec<i64>,
    /// The words find nothing, whatever is chosen.
    barren: bool,
    /// The cards are of offers that need not be the first of their products.
    picked: bool,
}

/// What a list page asks for.
struct Asking {
    query: Query,
    /// The query without each applied filter.
    without: Vec<Query>,
}

impl Asking {
    /// One statement for the cards, one for the names of shops to choose.
    fn read(self, conn: &mut PgConnection, search: &Search) -> QueryResult<Seen> {
        let hits = search::find(conn, search, &self.query)?;
        let (all, without_any) = (!self.without.is_empty()).then(|| search::unfiltered(search, &self.query)).unzip();
        let nothing = hits.total == 0;
        // the category of a search is a choice, too: one question more, and only where there is nothing
        let barren = self.query.words.is_some()
            && without_any.unwrap_or(hits.total) == 0
            && (self.query.category.is_none() || search::is_barren(search, &self.query));
        let without = self.without.iter().filter(|_| nothing).map(|query| search::count(search, query)).collect();
        // a shop's own page has no others to choose among
        let full: &[(u32, u32)] = if self.query.shop.is_none() { all.as_ref().unwrap_or(&hits.facets).shops.as_slice() } else { &[] };
        let shops = choices::shop_names(conn, full, &self.query.shops)?;
        Ok(Seen { all, shops, without, barren, picked: self.query.picks_offers(), hits })
    }
}

/// Answers with a list page: at its one address, within its pages, 422 when a filter was mistyped.
pub async fn answer<P: Template>(ctx: &Ctx, mut place: Place<'_>, browse: Browse, page: impl FnOnce(List) -> P) -> Outcome {
    if let Some(address) = &browse.shorter {
        return moved(ctx, address);
    }
    place.query.home = search::home(place.catalog, ctx.town());
    let applied = applied(place.catalog, &browse);
    let without = applied.iter().map(|one| browse.with(one.wishes.clone()).query(place.query.clone())).collect();
    let asking = Asking { query: browse.query(place.query), without };
    let search = place.search.clone().into_inner();
    let seen = ctx.read(move |conn| Ok(asking.read(conn, &search)?)).await?;
    let mut list = list(place.catalog, browse, applied, seen);
    if list.pager.is_beyond() {
        return ctx.go(&list.pager.last_href());
    }
    mark(list.cards.iter_mut(), ctx.marks());
    promise(list.cards.iter_mut(), place.catalog, ctx.town());
    list.near = ctx.shell().town.as_ref().and_then(|town| list.near(town));
    let wrong = list.form.has_errors();
    let page = page(list);
    if wrong { ctx.again(&page) } else { ctx.page(&page) }
}

fn list(catalog: &Catalog, browse: Browse, mut applied: Vec<Applied>, seen: Seen) -> List {
    let Seen { hits, all, shops, without, barren, picked } = seen;
    applied.iter_mut().zip(without).for_each(|(one, n)| one.without = n);
    for one in &mut applied {
        if let Filter::Shop(shop, name) = &mut one.filter {
            *name = shops.get(shop).cloned().unwrap_or_default();
        }
    }
    let Browse { base, form, wishes, page, category, .. } = browse;
    let own_sort = if wishes.words.is_some() { Sort::Best } else { Sort::New };
    let sort = wishes.sort.unwrap_or(own_sort);
    let pager = Pager::new(wishes.href(&base), page, hits.total.unsigned_abs(), search::PAGE);
    let why_path = format!("{}&why=1", pager.href(page));
    let kept = wishes.fields().into_iter().filter(|(name, _)| ["q", "literal", "category", "sort"].contains(&&**name)).collect();
    let why = hits.rows.iter().zip(&hits.hits).filter_map(|(row, hit)| Some((row.2.clone(), hit.why.clone()?))).collect();
    let mut cards = cards(catalog, hits.rows);
    cards.iter_mut().filter(|_| picked).for_each(ListingCard::pick);
    List {
        choices: choices(catalog, category, &wishes, all.as_ref(), &hits.facets, &shops),
        places: narrower(catalog, &wishes, &base, &hits.facets),
        cards,
        total: hits.total,
        reset: wishes.unfiltered().href(&base),
        kept,
        applied,
        sorts: sorts(&wishes, &base, sort, &hits.facets),
        sort,
        pager,
        watched: searches::address(&base, &wishes),
        canonical: if page > 1 { format!("{base}?page={page}") } else { base.clone() },
        reading: reading(&wishes, &base, hits.said),
        why,
        near: None,
        barren,
        why_path,
        form,
        base,
        wishes,
    }
}

fn sorts(wishes: &Wishes, base: &str, on: Sort, facets: &Facets) -> Vec<SortChoice> {
    let own = if wishes.words.is_some() { Sort::Best } else { Sort::New };
    let fits = |sort: &Sort| match sort {
        Sort::Best => wishes.words.is_some(),
        Sort::Sale => facets.discounted > 0 || on == Sort::Sale,
        Sort::Rating => facets.ratings.iter().any(|(_, n)| *n > 0) || on == Sort::Rating,
        Sort::New | Sort::Cheap | Sort::Dear | Sort::Soon => true,
    };
    let fitting = Sort::ALL.iter().copied().filter(fits);
    let choice = |sort| SortChoice { sort, path: wishes.but(|w| w.sort = (sort != own).then_some(sort)).href(base), on: sort == on };
    fitting.map(choice).collect()
}

fn reading(wishes: &Wishes, base: &str, said: Said) -> Reading {
    let other = |words: &String| {
        let words = Words::parse(words)?;
        Some((words.as_str().to_owned(), wishes.but(|w| w.words = Some(words)).href(base)))
    };
    Reading { literal: wishes.but(|w| w.literal = true).href(base), perhaps: said.perhaps.as_ref().and_then(other), said }
}

/// The fullest leaves of a search, unless a category is chosen already.
fn narrower(catalog: &Catalog, wishes: &Wishes, base: &str, facets: &Facets) -> Vec<(Names, i64, String)> {
    if wishes.words.is_none() || wishes.category.is_some() {
        return Vec::new();
    }
    let place = |(id, n): &(u32, u32)| {
        let category = catalog.category(CategoryId(i32::try_from(*id).ok()?)).filter(|category| catalog.is_leaf(category.id))?;
        Some((category.names.clone(), i64::from(*n), wishes.but(|w| w.category = Some(category.slug.clone())).href(base)))
    };
    let places: Vec<_> = facets.categories.iter().filter_map(place).take(8).collect();
    if places.len() > 1 { places } else { Vec::new() }
}
