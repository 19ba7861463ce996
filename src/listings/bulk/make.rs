//! New listings as drafts: their cards where they are the shop's own, words, characteristics, tags, stock.

use std::collections::BTreeMap;

use bigdecimal::BigDecimal;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Integer, Nullable, Numeric, Text};

use super::super::{Condition, Draft, Value};
use crate::db::Tx;
use crate::kernel::{AttributeId, CategoryId, Gtin, ListingId, Money, ProductId, TagId, slugify};
use crate::schema::{listing_views, product_tags, stocks, tags};
use crate::shops::{Shop, Way};

/// A listing to be.
#[derive(Debug, Clone)]
pub struct NewLot {
    /// The shop's own number of the thing.
    pub sku: Option<String>,
    /// The price.
    pub price: Money,
    /// Pieces on the shelf.
    pub stock: i32,
    /// New or used; on a card that is not the shop's own only new goods stand.
    pub condition: Condition,
    /// Where it stands: a leaf of the tree.
    pub category: CategoryId,
    /// On which card.
    pub card: NewCard,
}

/// The card of a listing to be.
#[derive(Debug, Clone)]
pub enum NewCard {
    /// A shared one that is there.
    Shared(ProductId),
    /// A new one of the shop's own.
    Own(Box<OwnCard>),
}

/// A card to be.
#[derive(Debug, Clone, Default)]
pub struct OwnCard {
    /// The title.
    pub title: String,
    /// The description, in small Markdown.
    pub description: String,
    /// The maker.
    pub brand: String,
    /// The number under the bar code.
    pub gtin: Option<Gtin>,
    /// Characteristics that the category asks for.
    pub values: Vec<(AttributeId, Value)>,
    /// Tags by name.
    pub tags: Vec<String>,
}

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = BigInt)]
    id: i64,
}

/// Makes drafts of them all, in the same order: in the shop's town and language, with every way the shop offers.
pub fn make_many(tx: &mut Tx<'_>, shop: &Shop, ways: &[Way], lots: &[NewLot]) -> QueryResult<Vec<Draft>> {
    let own: Vec<&NewLot> = lots.iter().filter(|lot| matches!(lot.card, NewCard::Own(_))).collect();
    let mut fresh = ids(tx, "products", own.len())?.into_iter().map(ProductId);
    let listings = ids(tx, "listings", lots.len())?;
    let pick = |lot: &NewLot| match lot.card {
        NewCard::Shared(product) => Some(product),
        NewCard::Own(_) => fresh.next(),
    };
    let products: Vec<ProductId> = lots.iter().filter_map(pick).collect();
    let drafts: Vec<Draft> = listings.into_iter().zip(products).map(|(id, product)| Draft { listing: ListingId(id), product }).collect();
    let cards: Vec<(ProductId, CategoryId, &OwnCard)> = lots.iter().zip(&drafts).filter_map(own_card).collect();
    write_cards(tx, shop, &cards)?;
    write_values(tx, &cards)?;
    write_tags(tx, &cards)?;
    write_listings(tx, shop, ways, lots, &drafts)?;
    let stock: Vec<_> =
        lots.iter().zip(&drafts).map(|(lot, d)| (stocks::listing_id.eq(d.listing), stocks::on_hand.eq(lot.stock))).collect();
    diesel::insert_into(stocks::table).values(stock).execute(&mut **tx)?;
    let views: Vec<_> = drafts.iter().map(|draft| listing_views::listing_id.eq(draft.listing)).collect();
    diesel::insert_into(listing_views::table).values(views).execute(&mut **tx)?;
    Ok(drafts)
}

fn own_card<'a>((lot, draft): (&'a NewLot, &Draft)) -> Option<(ProductId, CategoryId, &'a OwnCard)> {
    match &lot.card {
        NewCard::Own(card) => Some((draft.product, lot.category, card)),
        NewCard::Shared(_) => None,
    }
}

/// Numbers of rows to come, so that cards and listings know each other before they are written.
fn ids(tx: &mut Tx<'_>, table: &str, count: usize) -> QueryResult<Vec<i64>> {
    let next = diesel::sql_query("SELECT nextval(pg_get_serial_sequence($1, 'id')) AS id FROM generate_series(1, $2)");
    let rows: Vec<Id> = next.bind::<Text, _>(table).bind::<BigInt, _>(i64::try_from(count).unwrap_or(0)).load(&mut **tx)?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

fn write_cards(tx: &mut Tx<'_>, shop: &Shop, cards: &[(ProductId, CategoryId, &OwnCard)]) -> QueryResult<()> {
    if cards.is_empty() {
        return Ok(());
    }
    let ids: Vec<ProductId> = cards.iter().map(|(id, ..)| *id).collect();
    let categories: Vec<CategoryId> = cards.iter().map(|(_, category, _)| *category).collect();
    let text = |of: fn(&OwnCard) -> &str| cards.iter().map(|(.., card)| of(card)).collect::<Vec<_>>();
    let slugs: Vec<String> = cards.iter().map(|(.., card)| slugify(&card.title)).collect();
    let gtins: Vec<Option<&Gtin>> = cards.iter().map(|(.., card)| card.gtin.as_ref()).collect();
    diesel::sql_query(
        "INSERT INTO products (id, category_id, owner_shop_id, title, slug, brand, gtin, lang) OVERRIDING SYSTEM VALUE
         SELECT id, category, $7, title, slug, brand, gtin, $8
         FROM unnest($1, $2, $3, $4, $5, $6) AS new (id, category, title, slug, brand, gtin)",
    )
    .bind::<Array<BigInt>, _>(&ids)
    .bind::<Array<Integer>, _>(categories)
    .bind::<Array<Text>, _>(text(|card| &card.title))
    .bind::<Array<Text>, _>(slugs)
    .bind::<Array<Text>, _>(text(|card| &card.brand))
    .bind::<Array<Nullable<Text>>, _>(gtins)
    .bind::<BigInt, _>(shop.id)
    .bind::<Text, _>(shop.lang)
    .execute(&mut **tx)?;
    diesel::sql_query("INSERT INTO product_texts (product_id, description) SELECT * FROM unnest($1, $2)")
        .bind::<Array<BigInt>, _>(&ids)
        .bind::<Array<Text>, _>(text(|card| &card.description))
        .execute(&mut **tx)
        .map(drop)
}

/// Columns of `product_values`.
#[derive(Default)]
struct Values<'a> {
    products: Vec<ProductId>,
    attributes: Vec<AttributeId>,
    texts: Vec<Option<&'a str>>,
    numbers: Vec<Option<&'a BigDecimal>>,
    options: Vec<Option<i32>>,
    bools: Vec<Option<bool>>,
}

impl<'a> Values<'a> {
    fn push(&mut self, product: ProductId, attribute: AttributeId, value: &'a Value) {
        self.products.push(product);
        self.attributes.push(attribute);
        self.texts.push(if let Value::Text(text) = value { Some(text) } else { None });
        self.numbers.push(if let Value::Number(number) = value { Some(number) } else { None });
        self.options.push(if let Value::Choice(option) = value { Some(option.0) } else { None });
        self.bools.push(if let Value::Bool(yes) = value { Some(*yes) } else { None });
    }
}

fn write_values(tx: &mut Tx<'_>, cards: &[(ProductId, CategoryId, &OwnCard)]) -> QueryResult<()> {
    let mut all = Values::default();
    for (product, _, card) in cards {
        card.values.iter().for_each(|(attribute, value)| all.push(*product, *attribute, value));
    }
    if all.products.is_empty() {
        return Ok(());
    }
    diesel::sql_query(
        "INSERT INTO product_values (product_id, attribute_id, text_value, number_value, option_id, bool_value)
         SELECT * FROM unnest($1, $2, $3, $4, $5, $6)",
    )
    .bind::<Array<BigInt>, _>(all.products)
    .bind::<Array<Integer>, _>(all.attributes)
    .bind::<Array<Nullable<Text>>, _>(all.texts)
    .bind::<Array<Nullable<Numeric>>, _>(all.numbers)
    .bind::<Array<Nullable<Integer>>, _>(all.options)
    .bind::<Array<Nullable<Bool>>, _>(all.bools)
    .execute(&mut **tx)
    .map(drop)
}

fn write_tags(tx: &mut Tx<'_>, cards: &[(ProductId, CategoryId, &OwnCard)]) -> QueryResult<()> {
    let wanted: Vec<(ProductId, String, &String)> =
        cards.iter().flat_map(|(product, _, card)| card.tags.iter().map(|name| (*product, slugify(name), name))).collect();
    // in the order of the words, so that two sellers never wait for each other in a circle
    let words: BTreeMap<&str, &String> =
        wanted.iter().filter(|(_, slug, _)| !slug.is_empty()).map(|(_, slug, name)| (slug.as_str(), *name)).collect();
    if words.is_empty() {
        return Ok(());
    }
    let rows: Vec<_> = words.iter().map(|(slug, name)| (tags::slug.eq(*slug), tags::name.eq(*name))).collect();
    diesel::insert_into(tags::table).values(rows).on_conflict_do_nothing().execute(&mut **tx)?;
    let found: Vec<(String, TagId)> = tags::table.filter(tags::slug.eq_any(words.keys())).select((tags::slug, tags::id)).load(&mut **tx)?;
    let found: BTreeMap<String, TagId> = found.into_iter().collect();
    let rows = wanted
        .iter()
        .filter_map(|(product, slug, _)| Some((product_tags::product_id.eq(*product), product_tags::tag_id.eq(*found.get(slug)?))));
    diesel::insert_into(product_tags::table).values(rows.collect::<Vec<_>>()).on_conflict_do_nothing().execute(&mut **tx).map(drop)
}

fn write_listings(tx: &mut Tx<'_>, shop: &Shop, ways: &[Way], lots: &[NewLot], drafts: &[Draft]) -> QueryResult<()> {
    let offers = |way: Way| ways.contains(&way);
    diesel::sql_query(
        "INSERT INTO listings (id, product_id, category_id, price, condition, sku, in_stock, shop_id, city_id, by_courier, by_pickup, by_post)
         OVERRIDING SYSTEM VALUE
         SELECT id, product, category, price, condition, sku, in_stock, $8, $9, $10, $11, $12
         FROM unnest($1, $2, $3, $4, $5, $6, $7) AS new (id, product, category, price, condition, sku, in_stock)",
    )
    .bind::<Array<BigInt>, _>(drafts.iter().map(|draft| draft.listing).collect::<Vec<_>>())
    .bind::<Array<BigInt>, _>(drafts.iter().map(|draft| draft.product).collect::<Vec<_>>())
    .bind::<Array<Integer>, _>(lots.iter().map(|lot| lot.category).collect::<Vec<_>>())
    .bind::<Array<BigInt>, _>(lots.iter().map(|lot| lot.price).collect::<Vec<_>>())
    .bind::<Array<Text>, _>(lots.iter().map(|lot| lot.condition).collect::<Vec<_>>())
    .bind::<Array<Nullable<Text>>, _>(lots.iter().map(|lot| lot.sku.as_deref()).collect::<Vec<_>>())
    // as the stocks, which come next, will have it: their trigger finds nothing to do
    .bind::<Array<Bool>, _>(lots.iter().map(|lot| lot.stock > 0).collect::<Vec<_>>())
    .bind::<BigInt, _>(shop.id)
    .bind::<Integer, _>(shop.city_id)
    .bind::<Bool, _>(offers(Way::Courier))
    .bind::<Bool, _>(offers(Way::Pickup))
    .bind::<Bool, _>(offers(Way::Post))
    .execute(&mut **tx)
    .map(drop)
}
