//! Everything that the house keeps about a person, as JSON.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Jsonb, Nullable};
use serde_json::{Map, Value};

use crate::kernel::UserId;

/// What each part is called in the file, and how it is read: `$1` is the person.
const PARTS: [(&str, &str); 16] = [
    ("profile", "SELECT to_jsonb(t) AS json FROM (SELECT name, email, phone, lang AS language, created_at FROM users WHERE id = $1) t"),
    (
        "addresses",
        "SELECT jsonb_agg(t) AS json FROM (SELECT c.name_ru AS city, a.street, a.house, a.flat, a.entrance, a.comment, a.is_default, a.created_at
         FROM addresses a JOIN cities c ON c.id = a.city_id WHERE a.user_id = $1 ORDER BY a.id) t",
    ),
    (
        "devices",
        "SELECT jsonb_agg(t) AS json FROM (SELECT device, address AS network_address, created_at, last_seen_at
         FROM sessions WHERE user_id = $1 AND expires_at > now() ORDER BY id) t",
    ),
    (
        "cart",
        "SELECT jsonb_agg(t) AS json FROM (SELECT p.title, i.quantity, l.price / 100 AS price_tenge, i.added_at
         FROM carts c JOIN cart_items i ON i.cart_id = c.id JOIN listings l ON l.id = i.listing_id JOIN products p ON p.id = l.product_id
         WHERE c.user_id = $1 ORDER BY i.added_at) t",
    ),
    (
        "favorites",
        "SELECT jsonb_agg(t) AS json FROM (SELECT l.name AS list, l.is_default, l.notify AS letters, l.token_hash IS NOT NULL AS shared, l.created_at,
           (SELECT jsonb_agg(jsonb_build_object('title', p.title, 'added_at', f.added_at, 'price_tenge', f.price_then / 100) ORDER BY f.added_at)
            FROM favorites f JOIN products p ON p.id = f.product_id WHERE f.list_id = l.id) AS products
         FROM favorite_lists l WHERE l.user_id = $1 ORDER BY l.id) t",
    ),
    (
        "recently_viewed",
        "SELECT jsonb_agg(t) AS json FROM (SELECT p.title, v.at FROM recent_views v JOIN products p ON p.id = v.product_id
         WHERE v.user_id = $1 ORDER BY v.at) t",
    ),
    (
        "recommendations",
        "SELECT to_jsonb(t) AS json FROM (SELECT recommends AS from_what_i_do, recommends_from AS counted_since FROM users WHERE id = $1) t",
    ),
    (
        "saved_searches",
        "SELECT jsonb_agg(t) AS json FROM (SELECT s.name, s.path AS address, c.name_ru AS city, s.frequency, s.paused, s.created_at, s.seen_at, s.told_at
         FROM saved_searches s LEFT JOIN cities c ON c.id = s.city_id WHERE s.user_id = $1 ORDER BY s.id) t",
    ),
    (
        "purchases",
        "SELECT jsonb_agg(t) AS json FROM (
           SELECT p.number, p.placed_at, p.contact_name, p.contact_phone, c.name_ru AS city, p.street, p.house, p.flat, p.entrance,
             p.address_comment, p.comment,
             (SELECT jsonb_agg(jsonb_build_object('number', o.number, 'shop', s.name, 'state', o.state, 'delivery', o.way,
                'goods_tenge', o.goods_total / 100, 'delivery_tenge', o.delivery_price / 100, 'placed_at', o.placed_at,
                'items', (SELECT jsonb_agg(jsonb_build_object('title', i.title, 'price_tenge', i.price / 100, 'quantity', i.quantity) ORDER BY i.id)
                          FROM order_items i WHERE i.order_id = o.id)) ORDER BY o.id)
              FROM orders o JOIN shops s ON s.id = o.shop_id WHERE o.purchase_id = p.id) AS orders
           FROM purchases p JOIN cities c ON c.id = p.city_id WHERE p.buyer_id = $1 ORDER BY p.id) t",
    ),
    (
        "reviews",
        "SELECT jsonb_agg(t ORDER BY t.given_at, t.shop, t.title) AS json FROM (
           SELECT o.number AS order, s.name AS shop, i.title, r.stars, r.created_at AS given_at, r.changed_at
           FROM reviews r JOIN order_items i ON i.id = r.order_item_id JOIN orders o ON o.id = i.order_id JOIN shops s ON s.id = o.shop_id WHERE r.author_id = $1
           UNION ALL
           SELECT o.number, s.name, NULL, r.stars, r.created_at, r.changed_at
           FROM shop_reviews r JOIN orders o ON o.id = r.order_id JOIN shops s ON s.id = r.shop_id WHERE r.author_id = $1) t",
    ),
    (
        "shop",
        "SELECT to_jsonb(t) AS json FROM (SELECT s.name, s.slug, s.kind, s.tin, c.name_ru AS city, s.about, s.state, m.role, s.created_at
         FROM shop_members m JOIN shops s ON s.id = m.shop_id JOIN cities c ON c.id = s.city_id WHERE m.user_id = $1) t",
    ),
    (
        "listings",
        "SELECT jsonb_agg(t) AS json FROM (SELECT p.title, x.description, l.price / 100 AS price_tenge, l.condition, l.state, k.on_hand AS stock, l.created_at
         FROM shop_members m JOIN listings l ON l.shop_id = m.shop_id JOIN products p ON p.id = l.product_id
         LEFT JOIN product_texts x ON x.product_id = p.id LEFT JOIN stocks k ON k.listing_id = l.id
         WHERE m.user_id = $1 AND m.role = 'owner' ORDER BY l.id) t",
    ),
    (
        "proposals",
        "SELECT jsonb_agg(t) AS json FROM (SELECT p.title, c.change, c.reason, c.state, c.created_at, c.decided_at
         FROM card_changes c JOIN products p ON p.id = c.product_id WHERE c.user_id = $1 ORDER BY c.id) t",
    ),
    (
        "imports",
        "SELECT jsonb_agg(t) AS json FROM (SELECT i.file_name AS file, i.state, i.created_at FROM imports i WHERE i.user_id = $1 ORDER BY i.id) t",
    ),
    (
        "complaints",
        "SELECT jsonb_agg(t) AS json FROM (SELECT r.listing_id, r.shop_id, r.reason, r.text, r.state, r.created_at
         FROM reports r WHERE r.reporter_id = $1 ORDER BY r.id) t",
    ),
    (
        "letters",
        "SELECT jsonb_agg(t) AS json FROM (SELECT m.subject, m.created_at, m.sent_at
         FROM mails m JOIN users u ON lower(u.email) = lower(m.recipient) WHERE u.id = $1 ORDER BY m.id) t",
    ),
];

#[derive(QueryableByName)]
struct Part {
    #[diesel(sql_type = Nullable<Jsonb>)]
    json: Option<Value>,
}

/// Reads every part; one that is empty stands as an empty list.
pub fn everything(conn: &mut PgConnection, user: UserId) -> QueryResult<Value> {
    let mut all = Map::new();
    for (name, statement) in PARTS {
        let part: Option<Part> = diesel::sql_query(statement).bind::<BigInt, _>(user).get_result(conn).optional()?;
        all.insert(name.to_owned(), part.and_then(|part| part.json).unwrap_or_else(|| Value::Array(Vec::new())));
    }
    Ok(Value::Object(all))
}
