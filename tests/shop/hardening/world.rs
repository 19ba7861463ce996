//! A house with somebody of every kind and something of every kind in it.

use std::collections::BTreeSet;
use std::sync::Mutex;

use reqwest::redirect::Policy;
use reqwest::{Client, Method, RequestBuilder, Response};
use samal::web::{Entry, StaffRole, Who};

use crate::support::{House, Seller};

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Guest,
    Buyer,
    Seller,
    Moderator,
    Manager,
}

impl Role {
    pub const ALL: [Self; 5] = [Self::Guest, Self::Buyer, Self::Seller, Self::Moderator, Self::Manager];

    /// Whether the table lets this role in.
    pub fn may(self, who: Who) -> bool {
        match who {
            Who::Anyone => true,
            Who::SignedIn => self != Self::Guest,
            Who::Seller => self == Self::Seller,
            Who::Staff(StaffRole::Moderator) => matches!(self, Self::Moderator | Self::Manager),
            Who::Staff(StaffRole::Manager) => self == Self::Manager,
            Who::Staff(StaffRole::Owner) => false,
        }
    }
}

/// The house and what stands in it.
pub struct World {
    pub house: House,
    pub seller: Seller,
    pub other_seller: Seller,
    buyer: i64,
    pub other_buyer: i64,
    moderator: i64,
    manager: i64,
    /// What a placeholder stands for: the path before it and a value that is there.
    values: Vec<(&'static str, String)>,
    client: Client,
}

impl World {
    pub async fn new() -> Self {
        let house = House::new().await;
        let (seller, other_seller) = (house.seller("Orbit Store"), house.seller("Другой магазин"));
        let (buyer, other_buyer) = (house.person("Айгерим").id, house.person("Ерлан").id);
        let (moderator, manager) = (house.staff(StaffRole::Moderator).id, house.staff(StaffRole::Manager).id);
        let goods = house.goods(&seller, "Телефон Orbit", 289_990, 5);
        house.goods(&other_seller, "Чужой телефон", 1000, 5);
        let address = house.count(&format!(
            "INSERT INTO addresses (user_id, city_id, street, house) SELECT {buyer}, id, 'Абая', '10' FROM cities WHERE slug = 'almaty' RETURNING id AS n"
        ));
        house.sql(&format!(
            "WITH cart AS (INSERT INTO carts (user_id) VALUES ({buyer}) RETURNING id)
             INSERT INTO cart_items (cart_id, listing_id, quantity, price_seen)
             SELECT cart.id, l.id, 1, l.price FROM cart, listings l WHERE l.id = {}",
            goods.listing
        ));
        let number = order(&house, buyer, seller.shop, goods.listing);
        let report = house.count(&format!(
            "INSERT INTO reports (reporter_id, listing_id, reason) VALUES ({buyer}, {}, 'fraud') RETURNING id AS n",
            goods.listing
        ));
        let list =
            house.count(&format!("INSERT INTO favorite_lists (user_id, name, is_default) VALUES ({buyer}, '', true) RETURNING id AS n"));
        house.sql(&format!(
            "INSERT INTO favorites (user_id, product_id, list_id, available) VALUES ({buyer}, {}, {list}, true)",
            goods.product
        ));
        let search = house.count(&format!(
            "INSERT INTO saved_searches (user_id, name, path) VALUES ({buyer}, 'Телефоны', '/c/smartphones') RETURNING id AS n"
        ));
        let change = house.count(&format!(
            "INSERT INTO card_changes (product_id, shop_id, user_id, reason, change)
             VALUES ({}, {}, {}, 'Так на коробке', '{{\"brand\": {{\"from\": \"\", \"to\": \"Orbit\"}}}}') RETURNING id AS n",
            goods.product, other_seller.shop, other_seller.person.id
        ));
        let import = import(&house, &seller);
        let values = vec![
            ("/sell/import/", import.to_string()),
            ("/sell/listings/export.", "csv".into()),
            ("/sell/orders/export.", "xlsx".into()),
            ("/feeds/", seller.slug.clone()),
            ("/moderation/cards/", goods.product.to_string()),
            ("/moderation/changes/", change.to_string()),
            ("/favorites/", list.to_string()),
            ("/searches/", search.to_string()),
            ("/moderation/listings/", goods.listing.to_string()),
            ("/moderation/shops/", other_seller.shop.to_string()),
            ("/moderation/reports/", report.to_string()),
            ("/sell/listings/", goods.listing.to_string()),
            ("/sell/orders/", number.clone()),
            ("/orders/", number.clone()),
            ("/purchases/", number),
            ("/me/addresses/", address.to_string()),
            ("/p/", goods.path.trim_start_matches("/p/").to_owned()),
            ("/c/", "smartphones".into()),
            ("/shops/", seller.slug.clone()),
            ("/tags/", "orbit".into()),
            ("/help/", "buying".into()),
            ("", "1".into()),
        ];
        // no connection waits for its next request: the site may close it meanwhile
        let client = Client::builder().redirect(Policy::none()).pool_max_idle_per_host(0).build().expect("a client");
        Self { house, seller, other_seller, buyer, other_buyer, moderator, manager, values, client }
    }

    fn user(&self, role: Role) -> Option<i64> {
        match role {
            Role::Guest => None,
            Role::Buyer => Some(self.buyer),
            Role::Seller => Some(self.seller.person.id),
            Role::Moderator => Some(self.moderator),
            Role::Manager => Some(self.manager),
        }
    }

    /// A fresh session, because some forms end theirs.
    pub fn cookie(&self, role: Role) -> String {
        self.user(role).map(|user| self.house.session_cookie(user)).unwrap_or_default()
    }

    /// A request as a browser on our own page would make it.
    pub fn request(&self, method: Method, path: &str, cookie: &str) -> RequestBuilder {
        let request = self.client.request(method, format!("{}{path}", self.house.base)).header("sec-fetch-site", "same-origin");
        if cookie.is_empty() { request } else { request.header("cookie", cookie) }
    }

    /// Opens a page without following where it leads.
    pub async fn get(&self, path: &str, cookie: &str) -> Response {
        self.request(Method::GET, path, cookie).send().await.unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// A pattern of the table with what is there in its placeholders.
    pub fn real(&self, pattern: &str) -> String {
        fill(pattern, |before| {
            let known = self.values.iter().find(|(start, _)| before.starts_with(start));
            known.map(|(_, value)| value.clone()).unwrap_or_default()
        })
    }
}

/// What was found wrong: all of it is told at once, not only the first.
#[derive(Default)]
pub struct Findings(Mutex<BTreeSet<String>>);

impl Findings {
    /// Notes what is wrong unless it holds.
    pub fn check(&self, holds: bool, what: impl FnOnce() -> String) {
        if !holds {
            self.0.lock().expect("no test panics with it").insert(what());
        }
    }
}

impl Drop for Findings {
    fn drop(&mut self) {
        let found = std::mem::take(self.0.get_mut().expect("no test panics with it"));
        assert!(found.is_empty() || std::thread::panicking(), "{} findings: {:#?}", found.len(), found.iter().take(40).collect::<Vec<_>>());
    }
}

/// A pattern with this text in its placeholders.
pub fn fill(pattern: &str, value: impl Fn(&str) -> String) -> String {
    let mut path = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        path.push_str(before);
        path.push_str(&value(&path));
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    path + rest
}

/// Whether a path is one of this pattern's.
pub fn is_of(pattern: &str, path: &str) -> bool {
    let (pattern, path): (Vec<&str>, Vec<&str>) = (pattern.split('/').collect(), path.split('/').collect());
    pattern.len() == path.len() && pattern.iter().zip(&path).all(|(p, s)| p == s || (p.contains('{') && !s.is_empty()))
}

/// The routes table, with a word for each line.
pub fn table() -> Vec<Entry> {
    samal::routes::table()
}

/// A price list that waits for its columns.
fn import(house: &House, seller: &Seller) -> i64 {
    let folder = uuid::Uuid::new_v4();
    let place = house.app.config.var.join("imports").join(folder.simple().to_string());
    std::fs::create_dir_all(&place).expect("a folder");
    std::fs::write(place.join("list"), "sku;name;price\nA;Телефон Orbit 2;5\n").expect("a list");
    house.count(&format!(
        "INSERT INTO imports (shop_id, user_id, folder, kind, file_name) VALUES ({}, {}, '{folder}', 'csv', 'list.csv') RETURNING id AS n",
        seller.shop, seller.person.id
    ))
}

/// An order of one piece, placed; tells its number, which is its purchase's too.
fn order(house: &House, buyer: i64, shop: i64, listing: i64) -> String {
    let number = "7KQ2-M4XD";
    let purchase = house.count(&format!(
        "INSERT INTO purchases (number, buyer_id, contact_name, contact_phone, city_id, street, house)
         SELECT '{number}', {buyer}, 'Айгерим', '+77015550000', id, 'Абая', '10' FROM cities WHERE slug = 'almaty' RETURNING id AS n"
    ));
    let order = house.count(&format!(
        "INSERT INTO orders (number, purchase_id, shop_id, way, goods_total, delivery_price, promised_from, promised_to, accept_by, issue_code)
         VALUES ('{number}', {purchase}, {shop}, 'courier', 28999000, 0, current_date, current_date + 2, now() + interval '1 day', '1234') RETURNING id AS n"
    ));
    house.sql(&format!(
        "INSERT INTO order_items (order_id, listing_id, product_id, title, slug, price, quantity)
         SELECT {order}, l.id, p.id, p.title, p.slug, l.price, 1 FROM listings l JOIN products p ON p.id = l.product_id WHERE l.id = {listing}"
    ));
    house.sql(&format!("UPDATE stocks SET reserved = 1 WHERE listing_id = {listing}"));
    house.sql(&format!("INSERT INTO shipments (order_id) VALUES ({order})"));
    house.sql(&format!(
        "WITH p AS (INSERT INTO payments (purchase_id, method) VALUES ({purchase}, 'on_delivery') RETURNING id)
         INSERT INTO payment_allocations (order_id, payment_id, amount) SELECT {order}, id, 28999000 FROM p"
    ));
    number.to_owned()
}
