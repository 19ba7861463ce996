//! Goods alike by what they are: of the same category, near in price, of the same brand, with the same words in the title.
//! They stand in for goods that too few people had: a new one has neighbours as soon as it is on sale.

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::AstPass;

/// Goods on sale like `s` (`id`, `category_id`, `brand`, `title`, `price`), with a likeness from 0 to 1: `product_id`, `listing_id`, `likeness`.
/// Only the fifteen nearest in price on either side are looked at: two walks along an index, however large the category is.
const NEAR: [&str; 2] = [
    "SELECT c.product_id, c.id AS listing_id,
        0.4::float8 * (s.brand <> '' AND s.brand = k.brand)::integer
        + 0.2::float8 * least(s.price, c.price) / greatest(s.price, c.price, 1)
        + 0.4::float8 * (SELECT count(*) FROM unnest(t.words) w (word) WHERE w.word = ANY (u.words)) / greatest(cardinality(t.words), 1) AS likeness
     FROM ",
    // OFFSET 0: the words are taken apart once
    " s CROSS JOIN LATERAL (SELECT string_to_array(lower(s.title), ' ') AS words OFFSET 0) t CROSS JOIN LATERAL (
        (SELECT l.id, l.product_id, l.price FROM listings l
         WHERE l.category_id = s.category_id AND l.price >= s.price AND l.state = 'active' AND l.in_stock AND l.leads AND l.product_id <> s.id
         ORDER BY l.price, l.id LIMIT 15)
        UNION ALL
        (SELECT l.id, l.product_id, l.price FROM listings l
         WHERE l.category_id = s.category_id AND l.price < s.price AND l.state = 'active' AND l.in_stock AND l.leads AND l.product_id <> s.id
         ORDER BY l.price DESC, l.id DESC LIMIT 15)) c
     JOIN products k ON k.id = c.product_id
     CROSS JOIN LATERAL (SELECT string_to_array(lower(k.title), ' ') AS words OFFSET 0) u
     ORDER BY likeness DESC, c.product_id",
];

/// A fainter score of a neighbour is less than one person's purchase says: it adds up with others, and is shown by itself to nobody.
pub(super) const CLEAR: f32 = 0.005;

/// Writes the query over the subquery or table `subject`.
pub(super) fn near(out: &mut AstPass<'_, '_, Pg>, subject: &str) -> QueryResult<()> {
    out.push_sql(NEAR[0]);
    out.push_sql(subject);
    out.push_sql(NEAR[1]);
    Ok(())
}

/// Only these rows of listings may be shown: `listings` joined with `products` stands before it.
pub(super) const OPEN: &str = " WHERE EXISTS (SELECT FROM shops WHERE shops.id = listings.shop_id AND shops.state = 'open')";
