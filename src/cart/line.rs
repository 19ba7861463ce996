//! A line of a cart: what it wants, beside what the shop offers now.

use diesel::prelude::*;

use super::Cart;
use crate::kernel::{CityId, ListingId, Money, PhotoId, ProductId, ShopId};
use crate::listings::{Condition, ListingState, PhotoRef};
use crate::schema::{cart_items, carts, listings, products, shop_members, shops, stocks};
use crate::shops::{ShopState, Way};

/// Why a line cannot be bought now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Taken off the sale.
    Gone,
    /// Nothing left.
    SoldOut,
    /// The buyer's own shop sells it.
    Own,
}

impl Trouble {
    /// The message key of the sentence.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Gone => "cart-gone",
            Self::SoldOut => "cart-sold-out",
            Self::Own => "cart-own",
        }
    }
}

/// A line of a cart, with all that pages and checkout need of it.
#[derive(Debug, Clone)]
pub struct Line {
    /// What.
    pub listing: ListingId,
    /// How many are wanted.
    pub wanted: i32,
    /// The price that the buyer saw last.
    pub seen: Money,
    /// The price now.
    pub price: Money,
    /// New or used.
    pub condition: Condition,
    /// The listing's state now.
    pub state: ListingState,
    /// Where it is sold from.
    pub city: CityId,
    by_courier: bool,
    by_pickup: bool,
    by_post: bool,
    /// The product.
    pub product: ProductId,
    /// Its title.
    pub title: String,
    /// Its address words.
    pub slug: String,
    /// Its cover.
    pub cover: Option<PhotoId>,
    /// Who sells it.
    pub shop: ShopId,
    /// The shop's name.
    pub shop_name: String,
    /// The shop's address word.
    pub shop_slug: String,
    shop_state: ShopState,
    on_hand: Option<i32>,
    reserved: Option<i32>,
    own_shop: Option<ShopId>,
}

impl Line {
    /// The lines of a cart in the order they were put in: one statement.
    pub fn of(conn: &mut PgConnection, cart: Cart) -> QueryResult<Vec<Self>> {
        cart_items::table
            .inner_join(carts::table)
            .inner_join(listings::table.inner_join(products::table).inner_join(shops::table).left_join(stocks::table))
            .left_join(shop_members::table.on(carts::user_id.eq(shop_members::user_id.nullable())))
            .filter(cart_items::cart_id.eq(cart.id))
            .order((cart_items::added_at, cart_items::listing_id))
            .select((
                (cart_items::listing_id, cart_items::quantity, cart_items::price_seen),
                (listings::price, listings::condition, listings::state, listings::city_id),
                (listings::by_courier, listings::by_pickup, listings::by_post),
                (products::id, products::title, products::slug, products::cover_id),
                (shops::id, shops::name, shops::slug, shops::state),
                (stocks::on_hand.nullable(), stocks::reserved.nullable(), shop_members::shop_id.nullable()),
            ))
            .load::<Row>(conn)
            .map(|rows| rows.into_iter().map(Self::from).collect())
    }

    /// Pieces that can be ordered now.
    pub fn available(&self) -> i32 {
        (self.on_hand.unwrap_or(0) - self.reserved.unwrap_or(0)).max(0)
    }

    /// Pieces that count: what is wanted, as far as the stock goes; none of what cannot be bought.
    pub fn pieces(&self) -> i32 {
        if self.trouble().is_some() { 0 } else { self.wanted.min(self.available()) }
    }

    /// Why it cannot be bought at all.
    pub fn trouble(&self) -> Option<Trouble> {
        match self.state {
            _ if self.own_shop == Some(self.shop) => Some(Trouble::Own),
            ListingState::Active if self.shop_state == ShopState::Open => (self.available() == 0).then_some(Trouble::SoldOut),
            _ => Some(Trouble::Gone),
        }
    }

    /// There is some, but less than wanted.
    pub fn is_short(&self) -> bool {
        self.trouble().is_none() && self.wanted > self.available()
    }

    /// The price moved since the buyer saw it.
    pub fn price_moved(&self) -> bool {
        self.trouble().is_none() && self.seen != self.price
    }

    /// What the line comes to.
    pub fn total(&self) -> Money {
        self.price.times(self.pieces()).unwrap_or_default()
    }

    /// Whether the listing can go this way.
    pub fn goes(&self, way: Way) -> bool {
        match way {
            Way::Courier => self.by_courier,
            Way::Pickup => self.by_pickup,
            Way::Post => self.by_post,
        }
    }

    /// The cover, for the card's macro.
    pub fn photo(&self) -> Option<PhotoRef> {
        self.cover.map(PhotoRef::ready)
    }
}

type Row = (
    (ListingId, i32, Money),
    (Money, Condition, ListingState, CityId),
    (bool, bool, bool),
    (ProductId, String, String, Option<PhotoId>),
    (ShopId, String, String, ShopState),
    (Option<i32>, Option<i32>, Option<ShopId>),
);

impl From<Row> for Line {
    fn from((item, offer, ways, product, shop, rest): Row) -> Self {
        let (listing, wanted, seen) = item;
        let (price, condition, state, city) = offer;
        let (by_courier, by_pickup, by_post) = ways;
        let (product, title, slug, cover) = product;
        let (shop, shop_name, shop_slug, shop_state) = shop;
        let (on_hand, reserved, own_shop) = rest;
        Self {
            listing,
            wanted,
            seen,
            price,
            condition,
            state,
            city,
            by_courier,
            by_pickup,
            by_post,
            product,
            title,
            slug,
            cover,
            shop,
            shop_name,
            shop_slug,
            shop_state,
            on_hand,
            reserved,
            own_shop,
        }
    }
}
