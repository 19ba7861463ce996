//! What is to be done with some hundred rows: made, changed, left, or told wrong. Pure but for two questions to the database.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::file::{Draft, Field, Problem};
use super::goods::{Fresh, Goods};
use super::items::Item;
use crate::kernel::{Gtin, ListingId, Money, ProductId, ShopId};
use crate::listings::{Condition, Known, ListingState, LotChange, SharedCard, known};

/// What is to be done with one row.
#[derive(Debug)]
pub struct Planned {
    /// The row's number.
    pub number: i64,
    /// What.
    pub act: Act,
    /// What is wrong with it; of what is not wrong altogether, a remark.
    pub problems: Vec<Problem>,
    /// The photos that it names and that a listing without photos waits for.
    pub pictures: Vec<String>,
}

/// What is to be done.
#[derive(Debug)]
pub enum Act {
    /// A new listing.
    Make(Box<Fresh>),
    /// Another price or stock, or photos for a draft that has none.
    Change(Box<Known>, LotChange),
    /// Nothing: it is as the row says.
    Same,
    /// Nothing: the row is wrong.
    Wrong,
}

impl Act {
    /// Whether the listing's own row changes.
    pub fn moves(change: &LotChange) -> bool {
        change.price.is_some() || change.stock.is_some() || change.sku.is_some()
    }
}

/// What the shop has already, by everything that a row may know it by.
struct Shelf<'a> {
    skus: HashMap<&'a str, &'a Known>,
    products: HashMap<ProductId, &'a Known>,
    titles: HashMap<&'a str, Vec<&'a Known>>,
    cards: HashMap<&'a str, &'a SharedCard>,
    /// Shared cards that rows before got an offer on.
    taken: HashSet<ProductId>,
    /// Listings that rows before were about.
    used: HashSet<ListingId>,
}

/// Plans a chunk. `photos`: whether an archive came along.
pub fn plan(conn: &mut PgConnection, shop: ShopId, goods: &Goods, photos: bool, chunk: &[Item]) -> QueryResult<Vec<Planned>> {
    let drafts: Vec<&Draft> = chunk.iter().filter_map(|item| item.draft.as_ref().ok()).collect();
    let skus: Vec<&str> = drafts.iter().filter_map(|draft| draft.sku.as_deref()).collect();
    let gtins: Vec<&Gtin> = drafts.iter().filter(|draft| is_new(draft)).filter_map(|draft| draft.gtin.as_ref()).collect();
    let titles: Vec<&str> = drafts.iter().filter_map(|draft| draft.title.as_deref()).collect();
    let (listings, cards) = known(conn, shop, &skus, &gtins, &titles)?;
    let mut shelf = Shelf::new(&listings, &cards);
    Ok(chunk.iter().map(|item| shelf.plan(goods, photos, item)).collect())
}

fn is_new(draft: &Draft) -> bool {
    draft.condition != Some(Condition::Used)
}

impl<'a> Shelf<'a> {
    fn new(listings: &'a [Known], cards: &'a [SharedCard]) -> Self {
        let mut titles: HashMap<&str, Vec<&Known>> = HashMap::new();
        for listing in listings.iter().filter(|listing| !is_closed(listing)) {
            titles.entry(listing.title.as_str()).or_default().push(listing);
        }
        Self {
            skus: listings.iter().filter_map(|listing| Some((listing.sku.as_deref()?, listing))).collect(),
            products: listings.iter().map(|listing| (listing.product, listing)).collect(),
            titles,
            cards: cards.iter().map(|card| (card.gtin.as_str(), card)).collect(),
            taken: HashSet::new(),
            used: HashSet::new(),
        }
    }

    fn plan(&mut self, goods: &Goods, photos: bool, item: &Item) -> Planned {
        let wrong = |problems| Planned { number: item.number, act: Act::Wrong, problems, pictures: Vec::new() };
        let draft = match &item.draft {
            Ok(draft) => draft,
            Err(problems) => return wrong(problems.clone()),
        };
        let card = draft.gtin.as_ref().filter(|_| is_new(draft)).and_then(|gtin| self.cards.get(gtin.as_str()).copied());
        let planned = match self.find(draft, card) {
            Ok(Some(known)) => self.change(draft, known, photos),
            Ok(None) => self.make(goods, draft, card, photos),
            Err(problem) => Err(vec![problem]),
        };
        planned.map_or_else(wrong, |(act, problems, pictures)| Planned { number: item.number, act, problems, pictures })
    }

    /// The listing that a row is about: by the shop's own number, by the card, or by the title.
    fn find(&self, draft: &Draft, card: Option<&SharedCard>) -> Result<Option<&'a Known>, Problem> {
        if let Some(known) = draft.sku.as_deref().and_then(|sku| self.skus.get(sku)) {
            return Ok(Some(known));
        }
        if let Some(known) = card.and_then(|card| self.products.get(&card.product)) {
            return match (&known.sku, &draft.sku) {
                (Some(own), Some(_)) => Err(Problem::new("import-card-taken").with("text", own.as_str()).at(Field::Gtin)),
                _ => Ok(Some(known)),
            };
        }
        let titled = draft.title.as_deref().and_then(|title| self.titles.get(title)).map_or(&[][..], Vec::as_slice);
        let free = |known: &&&Known| !self.used.contains(&known.id) && (draft.sku.is_none() || known.sku.is_none());
        Ok(titled.iter().filter(free).min_by_key(|known| known.sku.is_some()).copied())
    }

    fn change(&mut self, draft: &Draft, known: &Known, photos: bool) -> Result<(Act, Vec<Problem>, Vec<String>), Vec<Problem>> {
        if is_closed(known) {
            let key = if known.state == ListingState::Removed { "import-listing-removed" } else { "import-listing-archived" };
            return Err(vec![Problem::new(key)]);
        }
        self.used.insert(known.id);
        let mut change = LotChange { listing: known.id, price: None, stock: None, sku: None };
        change.price = draft.price.map(Money::tenge).filter(|price| *price != known.price);
        change.stock = draft.stock.filter(|stock| *stock != known.on_hand);
        change.sku = draft.sku.clone().filter(|_| known.sku.is_none());
        let short = change.stock.is_some_and(|stock| stock < known.reserved);
        let reserved = Problem::new("listing-stock-reserved").with("n", i64::from(known.reserved)).at(Field::Stock);
        let problems: Vec<Problem> = short.then_some(reserved).into_iter().collect();
        change.stock = change.stock.filter(|_| !short);
        let waits = photos && known.state == ListingState::Draft && known.wants_photos;
        let pictures = if waits { draft.pictures.clone() } else { Vec::new() };
        match Act::moves(&change) || !pictures.is_empty() {
            true => Ok((Act::Change(Box::new(known.clone()), change), problems, pictures)),
            false if short => Err(problems),
            false => Ok((Act::Same, problems, pictures)),
        }
    }

    fn make(
        &mut self,
        goods: &Goods,
        draft: &Draft,
        card: Option<&SharedCard>,
        photos: bool,
    ) -> Result<(Act, Vec<Problem>, Vec<String>), Vec<Problem>> {
        let mut fresh = goods.fresh(draft, card)?;
        if card.is_some_and(|card| !self.taken.insert(card.product)) {
            return Err(vec![Problem::new("import-card-repeated").at(Field::Gtin)]);
        }
        let remarks = std::mem::take(&mut fresh.remarks);
        let pictures = if photos && card.is_none() { draft.pictures.clone() } else { Vec::new() };
        Ok((Act::Make(Box::new(fresh)), remarks, pictures))
    }
}

fn is_closed(known: &Known) -> bool {
    matches!(known.state, ListingState::Archived | ListingState::Removed)
}
