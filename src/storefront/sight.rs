//! A product as its page shows it: the card with its photos and tags, its offers.

use chrono::{DateTime, TimeZone, Utc};
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::{Array, BigInt, Text, Uuid};

use super::rank::OfferSort;
use crate::i18n::Lang;
use crate::kernel::{CategoryId, CityId, Gtin, ListingId, Money, PhotoId, ProductId, Rating, ShopId};
use crate::listings::offer_order::Worth;
use crate::listings::{Condition, ListingState, PhotoRef, Stretch};
use crate::schema::{listings, product_texts, products, shop_records, shops, stocks};
use crate::shops::ShopState;

/// The card.
#[derive(Debug, Queryable)]
pub struct Card {
    pub id: ProductId,
    pub category_id: CategoryId,
    pub title: String,
    pub slug: String,
    pub brand: String,
    pub lang: Lang,
    pub gtin: Option<Gtin>,
    owner: Option<ShopId>,
    photo_ids: Vec<PhotoId>,
    photo_states: Vec<String>,
    tag_slugs: Vec<String>,
    tag_names: Vec<String>,
    stars: (i64, i32),
}

/// One shop's offer of it.
#[derive(Debug, Clone, Queryable)]
pub struct Offer {
    pub id: ListingId,
    pub price: Money,
    pub condition: Condition,
    pub city_id: CityId,
    pub state: ListingState,
    pub published_at: Option<DateTime<Utc>>,
    pub by_courier: bool,
    pub by_pickup: bool,
    pub by_post: bool,
    old_price: Option<Money>,
    old_until: Option<DateTime<Utc>>,
    /// From, until, price; one after another.
    prices: Vec<i64>,
}

/// Who offers.
#[derive(Debug, Clone, Queryable)]
pub struct Seller {
    pub id: ShopId,
    pub slug: String,
    pub name: String,
    pub state: ShopState,
    logo_id: Option<PhotoId>,
    pub created_at: DateTime<Utc>,
    record: Option<(i64, i64)>,
    stars: (i64, i32),
}

/// One row: the card again and again, an offer, its seller, its stock (on hand, reserved), the description.
type Row = (Card, Offer, Seller, Option<(i32, i32)>, Option<String>);

/// What a product's page is made of.
#[derive(Debug)]
pub struct Sight {
    pub card: Card,
    pub description: String,
    /// Offers on sale first.
    pub offers: Vec<(Offer, Seller, i32)>,
}

/// Where a product stands in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// On sale, or sold out for now.
    Shown,
    /// Was on sale and may come back.
    Away,
    /// Was on sale and will not come back.
    Gone,
    /// Never was on sale.
    Never,
}

impl Card {
    /// Its page.
    pub fn path(&self) -> String {
        format!("/p/{}-{}", self.id, self.slug)
    }

    /// Its page with an offer picked and the offers in an order.
    pub fn path_with(&self, listing: Option<ListingId>, sort: OfferSort) -> String {
        let listing = listing.map(|listing| format!("listing={listing}"));
        let order = (sort != OfferSort::Best).then(|| format!("order={}", sort.as_str()));
        let said: Vec<String> = listing.into_iter().chain(order).collect();
        if said.is_empty() { self.path() } else { format!("{}?{}", self.path(), said.join("&")) }
    }

    /// The first photo that is ready.
    pub fn cover(&self) -> Option<PhotoId> {
        self.photos().first().map(|photo| photo.id)
    }

    /// The photos that are ready, in the seller's order.
    pub fn photos(&self) -> Vec<PhotoRef> {
        let all = self.photo_ids.iter().zip(&self.photo_states);
        all.filter(|(_, state)| *state == "ready").map(|(id, _)| PhotoRef::ready(*id)).collect()
    }

    /// Whether photos are on their way.
    pub fn is_processing(&self) -> bool {
        self.photo_states.iter().any(|state| state == "processing")
    }

    /// What buyers think of it, once somebody has said so.
    pub fn rating(&self) -> Option<Rating> {
        Rating::of(self.stars)
    }

    /// Whether another shop may sell on it: it is everybody's, or has a number by which it becomes so.
    pub fn is_open(&self) -> bool {
        self.owner.is_none() || self.gtin.is_some()
    }

    /// Whether it has tags.
    pub fn has_tags(&self) -> bool {
        !self.tag_slugs.is_empty()
    }

    /// Address words and names of its tags.
    pub fn tags(&self) -> impl Iterator<Item = (&String, &String)> {
        self.tag_slugs.iter().zip(&self.tag_names)
    }
}

impl Seller {
    /// Orders that it saw through.
    pub fn done(&self) -> i64 {
        self.record.map_or(0, |(done, _)| done)
    }

    /// Orders that it refused or did not answer.
    pub fn failed(&self) -> i64 {
        self.record.map_or(0, |(_, failed)| failed)
    }

    /// What buyers think of it, once somebody has said so.
    pub fn rating(&self) -> Option<Rating> {
        Rating::of(self.stars)
    }

    /// Its sign.
    pub fn logo(&self) -> Option<PhotoRef> {
        self.logo_id.map(PhotoRef::ready)
    }
}

impl Offer {
    /// A former price that the history bears out.
    pub fn old_price(&self) -> Option<Money> {
        self.old_price.filter(|_| self.old_until.is_some_and(|until| until > crate::kernel::now()))
    }

    /// What it cost in the last ninety days, oldest first.
    pub fn history(&self) -> Vec<Stretch> {
        let at = |seconds: i64| Utc.timestamp_opt(seconds, 0).single();
        let stretch = |row: &[i64]| {
            Some(Stretch { from_at: at(*row.first()?)?, until_at: at(*row.get(1)?), price: Money::tenge(*row.get(2)? / 100) })
        };
        self.prices.chunks_exact(3).filter_map(stretch).collect()
    }

    fn standing(&self, seller: &Seller) -> Standing {
        match (self.state, seller.state) {
            (_, _) if self.published_at.is_none() => Standing::Never,
            (ListingState::Archived | ListingState::Removed | ListingState::Expired, _) | (_, ShopState::Closed) => Standing::Gone,
            (ListingState::Active, ShopState::Open) => Standing::Shown,
            _ => Standing::Away,
        }
    }
}

/// Small lists gathered beside the product's row, so that one statement brings them all.
macro_rules! gathered {
    ($($name:ident: $kind:ty = $sql:literal;)+) => {$(
        #[derive(Debug, Clone, Copy, QueryId)]
        struct $name;
        impl Expression for $name {
            type SqlType = Array<$kind>;
        }
        impl QueryFragment<Pg> for $name {
            fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
                out.push_sql($sql);
                Ok(())
            }
        }
        impl<QS> AppearsOnTable<QS> for $name {}
        impl<QS> SelectableExpression<QS> for $name {}
        impl<GB> ValidGrouping<GB> for $name {
            type IsAggregate = is_aggregate::No;
        }
    )+};
}

gathered! {
    PhotoIds: Uuid = "ARRAY(SELECT id FROM photos WHERE product_id = products.id AND state <> 'refused' ORDER BY position, id)";
    PhotoStates: Text = "ARRAY(SELECT state FROM photos WHERE product_id = products.id AND state <> 'refused' ORDER BY position, id)";
    Prices: BigInt = "ARRAY(SELECT unnest(ARRAY[extract(epoch FROM from_at)::bigint, extract(epoch FROM coalesce(until_at, now()))::bigint, h.price])
        FROM (SELECT * FROM (SELECT * FROM listing_prices p WHERE p.listing_id = listings.id AND coalesce(p.until_at, now()) > now() - interval '90 days'
                             ORDER BY p.from_at DESC, p.id DESC LIMIT 100) latest ORDER BY from_at, id) h)";
    TagSlugs: Text = "ARRAY(SELECT slug FROM tags JOIN product_tags ON tag_id = tags.id WHERE product_id = products.id ORDER BY name, slug)";
    TagNames: Text = "ARRAY(SELECT name FROM tags JOIN product_tags ON tag_id = tags.id WHERE product_id = products.id ORDER BY name, slug)";
}

impl Sight {
    /// Everything about the card and its offers: one statement.
    pub fn find(conn: &mut PgConnection, product: ProductId) -> QueryResult<Self> {
        let card = (
            products::id,
            products::category_id,
            products::title,
            products::slug,
            products::brand,
            products::lang,
            products::gtin,
            products::owner_shop_id,
            PhotoIds,
            PhotoStates,
            TagSlugs,
            TagNames,
            (products::stars_sum, products::reviews),
        );
        let offer = (
            listings::id,
            listings::price,
            listings::condition,
            listings::city_id,
            listings::state,
            listings::published_at,
            listings::by_courier,
            listings::by_pickup,
            listings::by_post,
            listings::old_price,
            listings::old_until,
            Prices,
        );
        let record = (shop_records::done, shop_records::failed).nullable();
        let stars = (shops::stars_sum, shops::reviews);
        let seller = (shops::id, shops::slug, shops::name, shops::state, shops::logo_id, shops::created_at, record, stars);
        let rows: Vec<Row> = listings::table
            .inner_join(products::table.left_join(product_texts::table))
            .inner_join(shops::table.left_join(shop_records::table))
            .left_join(stocks::table)
            .filter(listings::product_id.eq(product))
            .select((card, offer, seller, (stocks::on_hand, stocks::reserved).nullable(), product_texts::description.nullable()))
            .load(conn)?;
        Self::of(rows).ok_or(diesel::result::Error::NotFound)
    }

    fn of(rows: Vec<Row>) -> Option<Self> {
        let (mut first, mut offers) = (None, Vec::new());
        for (card, offer, seller, stock, description) in rows {
            first.get_or_insert((card, description.unwrap_or_default()));
            offers.push((offer, seller, stock.map_or(0, |(on_hand, reserved)| on_hand - reserved)));
        }
        let (card, description) = first?;
        offers.sort_by_key(|(offer, seller, left)| (offer.standing(seller) != Standing::Shown, *left <= 0, offer.price, offer.id));
        Some(Self { card, description, offers })
    }

    /// Where it stands: as its best offer does.
    pub fn standing(&self) -> Standing {
        let all = || self.offers.iter().map(|(offer, seller, _)| offer.standing(seller));
        [Standing::Shown, Standing::Away, Standing::Gone]
            .into_iter()
            .find(|standing| all().any(|s| s == *standing))
            .unwrap_or(Standing::Never)
    }

    /// Puts the offers into the order of what they come to, and tells what that is.
    pub fn rank(&mut self, worth: impl Fn(&(Offer, Seller, i32)) -> Worth) -> Vec<Worth> {
        self.offers.sort_by_cached_key(|offer| worth(offer).place());
        self.offers.iter().map(worth).collect()
    }

    /// Leaves only what can be bought from.
    pub fn keep_shown(&mut self) {
        self.offers.retain(|(offer, seller, _)| offer.standing(seller) == Standing::Shown);
    }
}
