//! Puts made-up goods into an empty database, as many as the demo's verbs would take a day for.

use std::fmt::Write as _;
use std::io::Write;
use std::time::Instant;

use anyhow::Result;
use diesel::connection::SimpleConnection;
use diesel::copy_from;
use diesel::prelude::*;
use samal::schema::{listing_prices, listing_views, listings, photos, product_tags, product_texts, product_values, products, stocks};

use crate::words::{CHOICES, Goods, LEAVES, ROOTS, Words};

/// So many goods go into each table at once.
const BATCH: usize = 20_000;

/// Until there are so many listings. What triggers would write is written here: they are off meanwhile.
pub fn fill(conn: &mut PgConnection, words: &Words, listings: usize) -> Result<()> {
    let started = Instant::now();
    conn.batch_execute("SET session_replication_role = replica; SET synchronous_commit = off")?;
    conn.batch_execute(include_str!("goods.sql"))?;
    let towns: Vec<i32> = samal::schema::cities::table
        .order((samal::schema::cities::people.desc(), samal::schema::cities::id))
        .select(samal::schema::cities::id)
        .load(conn)?;
    // seven of eight are sold by one shop, the eighth by two
    let goods = listings * 8 / 9;
    let mut offers = 0;
    for first in (1..=goods).step_by(BATCH) {
        let mut rows = Rows { towns: &towns, offers, ..Rows::default() };
        (first..=goods.min(first + BATCH - 1)).for_each(|number| rows.add(number, &words.goods(number, goods)));
        rows.copy(conn)?;
        offers = rows.offers;
    }
    conn.batch_execute(
        "SELECT setval(pg_get_serial_sequence('products', 'id'), max(id)) FROM products;
         SELECT setval(pg_get_serial_sequence('listings', 'id'), max(id)) FROM listings;
         RESET session_replication_role; RESET synchronous_commit",
    )?;
    conn.batch_execute("VACUUM ANALYZE")?;
    println!("{offers} listings of {goods} goods made in {:.0} s", started.elapsed().as_secs_f64());
    Ok(())
}

/// Rows in PostgreSQL's text format.
#[derive(Default)]
struct Rows<'a> {
    towns: &'a [i32],
    offers: usize,
    products: String,
    texts: String,
    photos: String,
    values: String,
    tags: String,
    listings: String,
    stocks: String,
    prices: String,
    views: String,
}

impl Rows<'_> {
    fn add(&mut self, number: usize, goods: &Goods<'_>) {
        let (leaf, root) = (2000 + goods.leaf % LEAVES, goods.leaf % ROOTS);
        let shop = goods.offers[0].shop;
        let owner = if goods.offers.len() > 1 { "\\N".to_owned() } else { shop.to_string() };
        let photo = format!("{:032x}", number as u128 + (1 << 100));
        let (title, brand) = (plain(&goods.title, 150), plain(goods.brand, 60));
        let _ = writeln!(self.products, "{number}\t{leaf}\t{owner}\t{title}\ttovar-{number}\t{brand}\tru\t{photo}\t{}", goods.gtin);
        let _ = writeln!(self.texts, "{number}\t{}", plain(&goods.description, 3_000));
        let _ = writeln!(self.photos, "{photo}\t{number}\t{shop}\tready\ta.jpg\t100000\t1200\t1200");
        let _ = writeln!(self.tags, "{number}\t{}", 1 + number % 50);
        for (at, option) in goods.options.iter().enumerate() {
            let attribute = 10_000 + root * 10 + at as u64;
            let _ = writeln!(self.values, "{number}\t{attribute}\t{}\t\\N", attribute * 100 + option);
        }
        for (at, value) in goods.numbers.iter().enumerate() {
            let _ = writeln!(self.values, "{number}\t{}\t\\N\t{value}", 10_000 + root * 10 + CHOICES + at as u64);
        }
        // the cheapest leads
        let cheapest = goods.offers.iter().enumerate().min_by_key(|(_, offer)| offer.price).map(|(at, _)| at);
        for (at, offer) in goods.offers.iter().enumerate() {
            self.offers += 1;
            let (id, price) = (self.offers, offer.price * 100);
            let leads = cheapest == Some(at);
            let condition = if offer.used && goods.offers.len() == 1 { "used" } else { "new" };
            let city = self.towns[offer.city as usize % self.towns.len()];
            let (old, until) =
                if offer.reduced { (((offer.price * 5 / 4 + 1) * 100).to_string(), "2100-01-01") } else { ("\\N".into(), "\\N") };
            let at = chrono::Utc::now() - chrono::Duration::minutes(offer.age_minutes);
            let (from, expires) = (at.to_rfc3339(), (at + chrono::Duration::days(60)).to_rfc3339());
            let _ = writeln!(
                self.listings,
                "{id}\t{number}\t{}\t{leaf}\t{price}\t{condition}\t{city}\tt\tt\t{}\tactive\tt\t{from}\t{from}\t{expires}\t{leads}\t{old}\t{until}",
                offer.shop,
                id % 3 == 0
            );
            let _ = writeln!(self.stocks, "{id}\t{}", 1 + id % 50);
            let _ = writeln!(self.prices, "{id}\t{from}\t{price}");
            let _ = writeln!(self.views, "{id}\t{}", offer.views);
        }
    }

    fn copy(&self, conn: &mut PgConnection) -> QueryResult<()> {
        macro_rules! copy {
            ($rows:ident => $table:ident ($($column:ident),+)) => {
                copy_from($table::table).from_raw_data(($($table::$column,)+), |out| written(out, &self.$rows)).execute(conn)?
            };
        }
        copy!(products => products (id, category_id, owner_shop_id, title, slug, brand, lang, cover_id, gtin));
        copy!(texts => product_texts (product_id, description));
        copy!(photos => photos (id, product_id, shop_id, state, file_name, bytes, width, height));
        copy!(values => product_values (product_id, attribute_id, option_id, number_value));
        copy!(tags => product_tags (product_id, tag_id));
        copy!(listings => listings (
            id, product_id, shop_id, category_id, price, condition, city_id, by_courier, by_pickup, by_post, state, in_stock, submitted_at,
            published_at, expires_at, leads, old_price, old_until
        ));
        copy!(stocks => stocks (listing_id, on_hand));
        copy!(prices => listing_prices (listing_id, from_at, price));
        copy!(views => listing_views (listing_id, views));
        Ok(())
    }
}

fn written(out: &mut dyn Write, rows: &str) -> QueryResult<()> {
    out.write_all(rows.as_bytes()).map_err(|error| diesel::result::Error::SerializationError(error.into()))
}

/// Without what the format would misread, and not longer than so many letters.
fn plain(text: &str, most: usize) -> String {
    text.chars().take(most).map(|letter| if letter == '\\' || letter.is_control() { ' ' } else { letter }).collect()
}
