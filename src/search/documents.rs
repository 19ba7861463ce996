//! Products as the index reads them: words in all languages, characteristics, who sells.

use std::collections::HashMap;

use bigdecimal::{BigDecimal, ToPrimitive};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Integer, Nullable, Timestamptz};

use super::engine::text::stop;
use super::engine::words::synonyms::also;
use super::engine::{Doc, Offer, Ways, choice};
use crate::catalog::{Attribute, Catalog};
use crate::i18n::{Lang, Named};
use crate::kernel::{AttributeId, CategoryId, CityId, Gtin, ListingId, Money, OptionId, ProductId, Rating, ShopId};
use crate::schema::{product_tags, product_texts, product_values, products, tags};

/// Text, number, option, yes or no of one characteristic.
type ValueRow = (ProductId, AttributeId, Option<String>, Option<BigDecimal>, Option<OptionId>, Option<bool>);

#[derive(QueryableByName)]
struct OfferRow {
    #[diesel(sql_type = BigInt)]
    product_id: ProductId,
    #[diesel(sql_type = BigInt)]
    id: ListingId,
    #[diesel(sql_type = BigInt)]
    shop_id: ShopId,
    #[diesel(sql_type = BigInt)]
    price: Money,
    #[diesel(sql_type = Nullable<BigInt>)]
    old_price: Option<Money>,
    #[diesel(sql_type = Integer)]
    city_id: CityId,
    #[diesel(sql_type = Bool)]
    used: bool,
    #[diesel(sql_type = Nullable<Integer>)]
    courier: Option<i32>,
    #[diesel(sql_type = Nullable<Integer>)]
    post: Option<i32>,
    #[diesel(sql_type = Nullable<Integer>)]
    pickup: Option<i32>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    published_at: Option<chrono::DateTime<chrono::Utc>>,
    #[diesel(sql_type = BigInt)]
    views: i64,
}

/// Everything on sale of these products, with the days of each way that both the shop and the listing offer.
const OFFERS: &str = "
SELECT l.product_id, l.id, l.shop_id, l.price, CASE WHEN l.old_until > now() THEN l.old_price END AS old_price, l.city_id, l.condition = 'used' AS used, l.published_at, coalesce(v.views, 0) AS views,
       CASE WHEN l.by_courier THEN t.courier END AS courier, CASE WHEN l.by_post THEN t.post END AS post, CASE WHEN l.by_pickup THEN t.pickup END AS pickup
FROM listings l JOIN shops s ON s.id = l.shop_id LEFT JOIN listing_views v ON v.listing_id = l.id
    LEFT JOIN LATERAL (
        SELECT min(days_max) FILTER (WHERE way = 'courier') AS courier, min(days_max) FILTER (WHERE way = 'post') AS post,
               min(days_max) FILTER (WHERE way = 'pickup') AS pickup
        FROM delivery_terms WHERE shop_id = l.shop_id) t ON true
WHERE l.product_id = ANY($1) AND l.state = 'active' AND l.in_stock AND s.state = 'open' ORDER BY l.id";

/// The documents of those of these products that are on sale: five statements, however many.
pub(super) fn documents(conn: &mut PgConnection, catalog: &Catalog, ids: &[ProductId]) -> QueryResult<Vec<Doc>> {
    let offers: Vec<OfferRow> = diesel::sql_query(OFFERS).bind::<Array<BigInt>, _>(ids).load(conn)?;
    let mut docs: HashMap<ProductId, Doc> = HashMap::new();
    for row in offers {
        sell(docs.entry(row.product_id).or_default(), &row);
    }
    let on_sale: Vec<ProductId> = docs.keys().copied().collect();
    let mut stands: HashMap<CategoryId, Stand> = HashMap::new();
    for (id, category, title, brand, gtin, description, stars) in cards(conn, &on_sale)? {
        let Some(doc) = docs.get_mut(&id) else { continue };
        (doc.product, doc.title, doc.brand, doc.description) = (id.0, title, brand, description.unwrap_or_default());
        doc.codes = gtin.map(|gtin| gtin.to_string()).unwrap_or_default();
        if let Some(rating) = Rating::of(stars) {
            (doc.rating, doc.reviews) = (rating.hundredths(), rating.count().unsigned_abs());
        }
        stands.entry(category).or_insert_with(|| Stand::of(catalog, category)).tell(doc);
    }
    for row in values(conn, &on_sale)? {
        let (Some(doc), Some(attribute)) = (docs.get_mut(&row.0), catalog.attribute(row.1)) else { continue };
        describe(doc, attribute, &row);
    }
    for (id, tag, name) in tagged(conn, &on_sale)? {
        let Some(doc) = docs.get_mut(&id) else { continue };
        doc.tags.push(number(tag));
        say(&mut doc.bullets, &name);
    }
    Ok(docs.into_values().filter(|doc| doc.product > 0).collect())
}

type CardRow = (ProductId, CategoryId, String, String, Option<Gtin>, Option<String>, (i64, i32));

fn cards(conn: &mut PgConnection, ids: &[ProductId]) -> QueryResult<Vec<CardRow>> {
    products::table
        .left_join(product_texts::table)
        .filter(products::id.eq_any(ids))
        .select((
            products::id,
            products::category_id,
            products::title,
            products::brand,
            products::gtin,
            product_texts::description.nullable(),
            (products::stars_sum, products::reviews),
        ))
        .load(conn)
}

fn values(conn: &mut PgConnection, ids: &[ProductId]) -> QueryResult<Vec<ValueRow>> {
    use product_values as v;
    v::table
        .filter(v::product_id.eq_any(ids))
        .select((v::product_id, v::attribute_id, v::text_value, v::number_value, v::option_id, v::bool_value))
        .load(conn)
}

fn tagged(conn: &mut PgConnection, ids: &[ProductId]) -> QueryResult<Vec<(ProductId, i64, String)>> {
    product_tags::table
        .inner_join(tags::table)
        .filter(product_tags::product_id.eq_any(ids))
        .select((product_tags::product_id, tags::id, tags::name))
        .load(conn)
}

fn sell(doc: &mut Doc, row: &OfferRow) {
    let days = |days: Option<i32>| days.map_or(Ways::NONE, |days| u8::try_from(days).unwrap_or(Ways::NONE));
    let ways = Ways { courier: days(row.courier), post: days(row.post), pickup: days(row.pickup) };
    let city = u16::try_from(row.city_id.0).unwrap_or_default();
    let (price, old_price) = (row.price.whole(), row.old_price.map_or(0, Money::whole));
    doc.offers.push(Offer { listing: row.id.0, shop: number(row.shop_id.0), price, old_price, city, used: row.used, ways, stock: true });
    doc.created = doc.created.max(row.published_at.map_or(0, |at| at.timestamp()));
    doc.popularity = doc.popularity.saturating_add(number(row.views));
}

/// A place in the tree, as words.
#[derive(Default)]
struct Stand {
    categories: Vec<u32>,
    /// What things there are.
    kind: String,
    /// What they are for: a case for phones is no phone.
    purpose: String,
    path: String,
}

impl Stand {
    fn of(catalog: &Catalog, category: CategoryId) -> Self {
        let path = catalog.path(category);
        let mut stand = Self { categories: path.iter().rev().map(|node| number(i64::from(node.id.0))).collect(), ..Self::default() };
        let Some((leaf, above)) = path.split_last() else { return stand };
        (stand.kind, stand.purpose) = kind(*leaf);
        above.iter().for_each(|node| say(&mut stand.path, &every_name(*node)));
        stand
    }

    fn tell(&self, doc: &mut Doc) {
        doc.categories.clone_from(&self.categories);
        doc.kind.clone_from(&self.kind);
        doc.path.clone_from(&self.path);
        if !self.purpose.is_empty() {
            say(&mut doc.facts, &self.purpose);
        }
    }
}

/// What a leaf's things are, by all their names, and what they are for. Where one name says "for", one without it has the thing last.
fn kind(leaf: &impl Named) -> (String, String) {
    let names: Vec<&str> = Lang::ALL.iter().map(|lang| leaf.name(*lang)).collect();
    let words: Vec<Vec<&str>> = names.iter().map(|name| name.split_whitespace().collect()).collect();
    let relation = |words: &[&str]| words.iter().position(|word| stop::is_purpose(&word.to_lowercase())).filter(|at| *at > 0);
    if words.iter().all(|words| relation(words).is_none()) {
        let mut kind = names.join(" ");
        also(&names).into_iter().for_each(|other| say(&mut kind, other));
        return (kind, String::new());
    }
    let (mut things, mut purposes) = (Vec::new(), Vec::new());
    for words in &words {
        let (before, behind) = words.split_at(relation(words).unwrap_or(words.len().saturating_sub(1)));
        let (thing, purpose) = if relation(words).is_some() { (before, &behind[1..]) } else { (behind, before) };
        things.extend_from_slice(thing);
        purposes.extend_from_slice(purpose);
    }
    (things.join(" "), purposes.join(" "))
}

/// One characteristic: as words, and as what filters choose.
fn describe(doc: &mut Doc, attribute: &Attribute, (_, id, text, amount, option, yes): &ValueRow) {
    let key = number(i64::from(id.0));
    if let Some(text) = text {
        say(if attribute.code == "model" { &mut doc.model } else { &mut doc.facts }, text);
    }
    if let Some(amount) = amount {
        doc.numbers.push((key, thousandths(amount)));
        let unit = attribute.unit.as_ref().map(every_name).unwrap_or_default();
        unit.split(' ').for_each(|unit| say(&mut doc.facts, &format!("{} {unit}", amount.normalized())));
    }
    if let Some(chosen) = option.and_then(|id| attribute.options.iter().find(|choice| choice.id == id)) {
        doc.choices.push(choice(key, number(i64::from(chosen.id.0))));
        say(if attribute.code == "color" { &mut doc.colour } else { &mut doc.facts }, &every_name(chosen));
    }
    if let Some(yes) = yes {
        doc.choices.push(choice(key, u32::from(*yes)));
        if *yes {
            say(&mut doc.facts, &every_name(attribute));
        }
    }
}

fn thousandths(amount: &BigDecimal) -> i64 {
    (amount * BigDecimal::from(1000)).to_i64().unwrap_or_default()
}

fn every_name(named: &impl Named) -> String {
    Lang::ALL.iter().map(|lang| named.name(*lang)).collect::<Vec<_>>().join(" ")
}

fn say(text: &mut String, words: &str) {
    if !text.is_empty() {
        text.push_str(" , ");
    }
    text.push_str(words);
}

/// An id as the index keeps it.
pub(super) fn number(id: i64) -> u32 {
    u32::try_from(id).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Names;

    #[test]
    fn what_a_thing_is_for_is_not_what_it_is() {
        let split = |ru, kk, en| kind(&Names::new(ru, kk, en));
        assert_eq!(
            split("Чехлы для телефонов", "Телефон қаптары", "Phone cases"),
            ("Чехлы қаптары cases".to_owned(), "телефонов Телефон Phone".to_owned())
        );
        assert_eq!(split("Для дома", "Үйге", "Home"), ("Для дома Үйге Home".to_owned(), String::new()));
        let (phones, purpose) = split("Смартфоны", "Смартфондар", "Smartphones");
        assert!(phones.starts_with("Смартфоны Смартфондар Smartphones") && phones.contains("телефон") && purpose.is_empty(), "{phones}");
    }
}
