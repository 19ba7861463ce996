//! Everything that stands below a product: bought together, similar, the shop's other goods, what was looked at. One statement.

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{Array, BigInt, Bool, Integer, Nullable};

use super::alike::{OPEN, near};
use crate::kernel::{ListingId, ProductId, ShopId};
use crate::listings::{CardRow, CardSql, ListingCard};

/// So many cards in a block.
const BLOCK: usize = 12;

/// Where a visitor stands.
#[derive(Debug)]
pub struct Place {
    /// Before this product.
    pub product: ProductId,
    /// What goes with this one is wanted: with the same; with none by a visitor who switched recommendations off.
    pub beside: Option<ProductId>,
    /// Its shown offer is of this shop.
    pub shop: Option<ShopId>,
    /// They looked at these.
    pub looked_at: Vec<ProductId>,
    /// These lie in their cart.
    pub in_cart: Vec<ListingId>,
}

/// What stands below. A product stands in one of the first three at most, and never the product itself.
#[derive(Debug, Default)]
pub struct Beside {
    /// Bought together with it.
    pub together: Vec<CardRow>,
    /// People who had it had these of its category; filled up with what is like it.
    pub similar: Vec<CardRow>,
    /// The shop's newest.
    pub others: Vec<CardRow>,
    /// What was looked at.
    pub recent: Vec<CardRow>,
}

const TOGETHER: i32 = 0;
const SHOP: i32 = 3;
const RECENT: i32 = 4;

impl Beside {
    /// Reads it.
    pub fn read(conn: &mut PgConnection, place: Place) -> QueryResult<Self> {
        let (mut beside, mut shown) = (Self::default(), vec![place.product]);
        let mut rows: Vec<(i32, i64, bool, CardRow)> = place.load(conn)?;
        rows.sort_by_key(|(kind, place, ..)| (*kind, *place));
        for (kind, _, in_cart, row) in rows {
            let block = match kind {
                TOGETHER => &mut beside.together,
                SHOP => &mut beside.others,
                RECENT => {
                    beside.recent.push(row);
                    continue;
                }
                _ => &mut beside.similar,
            };
            // the shop shows what it has, whatever lies in the cart
            if block.len() < BLOCK && (kind == SHOP || !in_cart) && !shown.contains(&row.1) {
                shown.push(row.1);
                block.push(row);
            }
        }
        Ok(beside)
    }
}

/// Of the product, and of its neighbours what is on sale.
const TOLD: &str = ", own AS (SELECT p.id, p.category_id, p.brand, p.title,
        (SELECT min(m.price) FROM listings m WHERE m.product_id = p.id AND m.state = 'active') AS price FROM products p JOIN here ON here.id = p.id),
told AS (SELECT n.kind = 'together' AS together, u.place, o.id AS listing_id
    FROM here JOIN product_neighbours n ON n.product_id = here.id CROSS JOIN LATERAL unnest(n.neighbours, n.scores) WITH ORDINALITY AS u (id, score, place)
    JOIN listings o ON o.product_id = u.id AND o.leads AND o.state = 'active' AND o.in_stock
    WHERE u.score >= 0.005 AND u.place <= 60 AND (n.kind = 'together' OR o.category_id = (SELECT category_id FROM own))),
liked AS (SELECT place, listing_id FROM told WHERE NOT together ORDER BY place LIMIT 16),
these AS ((SELECT 0 AS kind, place, listing_id FROM told WHERE together ORDER BY place LIMIT 16)
    UNION ALL SELECT 1, place, listing_id FROM liked
    UNION ALL (SELECT 2, row_number() OVER (), a.listing_id FROM (";

impl QueryFragment<Pg> for Place {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("WITH here AS (SELECT ");
        out.push_bind_param::<Nullable<BigInt>, _>(&self.beside)?;
        out.push_sql(" AS id)");
        out.push_sql(TOLD);
        near(&mut out, "own")?;
        out.push_sql(
            " LIMIT 16) a LIMIT greatest(0, 16 - (SELECT count(*) FROM liked)))
             UNION ALL (SELECT 3, row_number() OVER (ORDER BY o.published_at DESC, o.id DESC), o.id FROM listings o WHERE o.shop_id = ",
        );
        out.push_bind_param::<Nullable<BigInt>, _>(&self.shop)?;
        out.push_sql(
            " AND o.state = 'active' AND o.in_stock ORDER BY o.published_at DESC, o.id DESC LIMIT 18)
             UNION ALL SELECT 4, u.place, o.id FROM unnest(",
        );
        out.push_bind_param::<Array<BigInt>, _>(&self.looked_at)?;
        out.push_sql(
            ") WITH ORDINALITY AS u (id, place) JOIN listings o ON o.product_id = u.id AND o.leads AND o.state = 'active' AND o.in_stock)
             SELECT these.kind, these.place, EXISTS (SELECT FROM listings c WHERE c.id = ANY(",
        );
        out.push_bind_param::<Array<BigInt>, _>(&self.in_cart)?;
        out.push_sql(") AND c.product_id = listings.product_id), ");
        (const { &ListingCard::COLUMNS }).walk_ast(out.reborrow())?;
        out.push_sql(" FROM these JOIN listings ON listings.id = these.listing_id JOIN products ON products.id = listings.product_id");
        out.push_sql(OPEN);
        Ok(())
    }
}

impl Query for Place {
    type SqlType = (Integer, BigInt, Bool, CardSql);
}
impl RunQueryDsl<PgConnection> for Place {}
/// Always the same text.
impl QueryId for Place {
    type QueryId = Self;
    const HAS_STATIC_QUERY_ID: bool = true;
}
