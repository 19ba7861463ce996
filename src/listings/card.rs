//! A listing as lists show it.

use chrono::{Days, NaiveDate};
use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::{Array, BigInt, Integer, Nullable};

use super::{Condition, PhotoRef};
use crate::i18n::Names;
use crate::kernel::{CityId, ListingId, Money, PhotoId, ProductId, Rating};
use crate::schema::{listings, products};

/// The card of a grid: photo, price, title, place.
#[derive(Debug, Clone)]
pub struct ListingCard {
    /// The card's product: where the link leads.
    pub product_id: ProductId,
    /// Its address words.
    pub slug: String,
    /// The offer that the button puts into the cart.
    pub listing_id: ListingId,
    /// The title.
    pub title: String,
    /// The price.
    pub price: Money,
    /// A former price that the history bears out.
    pub old_price: Option<Money>,
    /// How many shops sell it, where this is the cheapest of them; 0 when it is not to be had.
    pub offers: i64,
    /// The cover.
    pub photo: Option<PhotoRef>,
    /// Where it is sold; its name comes from the shelf.
    pub city_id: CityId,
    /// The town's name.
    pub city: Names,
    /// When it can be had in the viewer's town.
    pub when: Option<(NaiveDate, NaiveDate)>,
    /// Pieces in the viewer's cart already.
    pub in_cart: i64,
    /// Second-hand.
    pub used: bool,
    /// The viewer set a heart.
    pub favorite: bool,
    /// Stands in the viewer's comparison.
    pub compared: bool,
    /// What buyers think of it, once somebody has said so.
    pub rating: Option<Rating>,
    /// Its link names the offer.
    picked: bool,
    reach: Reach,
}

/// Days, at least and at most, by courier, by post and to be fetched, where the listing is offered so.
#[derive(Debug, Clone, Default)]
struct Reach {
    courier: Option<Vec<i32>>,
    post: Option<Vec<i32>>,
    pickup: Option<Vec<i32>>,
}

/// One row of the query behind cards.
pub type CardRow = (
    ListingId,
    ProductId,
    String,
    String,
    Money,
    Option<PhotoId>,
    CityId,
    Condition,
    i64,
    Option<Money>,
    (Option<Vec<i32>>, Option<Vec<i32>>, Option<Vec<i32>>),
    (i64, i32),
);

/// Small things beside a listing and its product, so that one statement brings them all.
macro_rules! beside {
    ($($(#[$doc:meta])* $name:ident: $kind:ty = $sql:expr;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, QueryId)]
        pub struct $name;
        impl Expression for $name {
            type SqlType = $kind;
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

macro_rules! days {
    ($way:literal) => {
        concat!(
            "(SELECT ARRAY[t.days_min, t.days_max] FROM delivery_terms t WHERE t.shop_id = listings.shop_id AND t.way = '",
            $way,
            "' AND listings.by_",
            $way,
            ")"
        )
    };
}

beside! {
    /// How many shops sell the card, told by the cheapest of them only: "from" would not be true of the others.
    Offers: BigInt = "CASE WHEN products.owner_shop_id IS NULL AND listings.leads THEN (SELECT count(*) FROM listings o JOIN shops s ON s.id = o.shop_id
        WHERE o.product_id = products.id AND o.state = 'active' AND o.in_stock AND s.state = 'open') ELSE listings.in_stock::integer::bigint END";
    /// A former price, while the history bears it out.
    Was: Nullable<BigInt> = "CASE WHEN listings.old_until > now() THEN listings.old_price END";
    /// Days by courier.
    ByCourier: Nullable<Array<Integer>> = days!("courier");
    /// Days by post.
    ByPost: Nullable<Array<Integer>> = days!("post");
    /// Days until it can be fetched.
    ByPickup: Nullable<Array<Integer>> = days!("pickup");
}

/// The type of [`ListingCard::COLUMNS`].
#[rustfmt::skip]
type Columns = (
    listings::id, listings::product_id, products::title, products::slug, listings::price, products::cover_id, listings::city_id, listings::condition,
    Offers, Was, (ByCourier, ByPost, ByPickup), (products::stars_sum, products::reviews),
);

/// What [`ListingCard::COLUMNS`] are in SQL.
pub type CardSql = <Columns as Expression>::SqlType;

impl ListingCard {
    /// The columns of [`CardRow`], for queries over `listings` joined with `products`.
    #[rustfmt::skip]
    pub const COLUMNS: Columns = (
        listings::id, listings::product_id, products::title, products::slug, listings::price, products::cover_id, listings::city_id,
        listings::condition, Offers, Was, (ByCourier, ByPost, ByPickup), (products::stars_sum, products::reviews),
    );

    /// A card of its row and the town's name.
    pub fn of(row: CardRow, city: Names) -> Self {
        let (listing_id, product_id, title, slug, price, cover, city_id, condition, offers, old_price, ways, stars) = row;
        let (courier, post, pickup) = ways;
        let photo = cover.map(PhotoRef::ready);
        Self {
            product_id,
            slug,
            listing_id,
            title,
            price,
            old_price,
            offers,
            photo,
            city_id,
            city,
            when: None,
            in_cart: 0,
            used: condition == Condition::Used,
            favorite: false,
            compared: false,
            rating: Rating::of(stars),
            picked: false,
            reach: Reach { courier, post, pickup },
        }
    }

    /// The rows of these listings, whatever their state, in the order of the ids given.
    pub fn rows(conn: &mut PgConnection, ids: &[ListingId]) -> QueryResult<Vec<CardRow>> {
        let found = listings::table.inner_join(products::table).filter(listings::id.eq_any(ids));
        let mut rows: Vec<CardRow> = found.select(Self::COLUMNS).load(conn)?;
        rows.sort_by_key(|row| ids.iter().position(|id| *id == row.0));
        Ok(rows)
    }

    /// The link leads to this very offer, which need not be the one that stands first on the product's page.
    pub fn pick(&mut self) {
        self.picked = true;
    }

    /// Its page, with the offer where that was picked.
    pub fn path(&self) -> String {
        let page = format!("/p/{}-{}", self.product_id, self.slug);
        if self.picked { format!("{page}?listing={}", self.listing_id) } else { page }
    }

    /// Says when it can be had: a courier needs `road` days more than the shop says; `near` tells whether one could fetch it.
    pub fn promise(&mut self, today: NaiveDate, road: i32, near: bool) {
        let pair = |days: &Option<Vec<i32>>, more: i32| match days.as_deref() {
            Some([least, most]) => Some((most + more, least + more)),
            _ => None,
        };
        let fetched = if near { pair(&self.reach.pickup, 0) } else { None };
        let soonest = [pair(&self.reach.courier, road), pair(&self.reach.post, 0), fetched].into_iter().flatten().min();
        let after = |days: i32| today.checked_add_days(Days::new(u64::from(days.unsigned_abs()))).unwrap_or(today);
        self.when = soonest.map(|(most, least)| (after(least), after(most)));
    }

    /// The former price, where there is one; else the present one.
    pub fn was(&self) -> Money {
        self.old_price.unwrap_or(self.price)
    }

    /// The days between which it can be had in the viewer's town, once that is known.
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        self.when.unwrap_or_default()
    }

    /// How much cheaper it is than it was, in percent.
    pub fn percent_off(&self) -> i64 {
        self.old_price.map_or(0, |old| (old.minor() - self.price.minor()) * 100 / old.minor().max(1))
    }
}
