//! People, shops and listings that a test starts with, put straight into the database: what a test is *about* goes through the pages.

use std::sync::atomic::{AtomicU64, Ordering};

use actix_web::cookie::{Cookie, CookieJar};
use samal::kernel::Token;
use samal::web::StaffRole;

use super::{House, Visitor};

static NEXT: AtomicU64 = AtomicU64::new(1);

fn next() -> u64 {
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// Someone with an account, signed in.
#[derive(Clone)]
pub struct Person {
    /// Their browser.
    pub at: Visitor,
    /// Their account.
    pub id: i64,
    /// Their address.
    pub email: String,
}

/// Someone who sells.
#[derive(Clone)]
pub struct Seller {
    /// The owner.
    pub person: Person,
    /// Their shop.
    pub shop: i64,
    /// Its address word.
    pub slug: String,
}

/// A listing on sale.
#[derive(Debug, Clone)]
pub struct Goods {
    /// The listing.
    pub listing: i64,
    /// Its product.
    pub product: i64,
    /// The product's page.
    pub path: String,
}

impl House {
    /// A person with an account, signed in.
    pub fn person(&self, name: &str) -> Person {
        let email = format!("person{}@samal.example", next());
        let hash = bcrypt::hash("never used by these tests", 4).expect("a hash");
        let id = self.count(&format!(
            "INSERT INTO users (name, email, phone, password_hash) VALUES ('{name}', '{email}', '+77015550000', '{hash}') RETURNING id AS n"
        ));
        Person { at: self.signed_in(id), id, email }
    }

    /// A browser with a session of this user.
    pub fn signed_in(&self, user: i64) -> Visitor {
        Visitor::with_cookie(&self.base, &self.session_cookie(user))
    }

    /// The cookie of a new session of this user.
    pub fn session_cookie(&self, user: i64) -> String {
        let token = Token::random();
        let hash: String = token.hash().iter().map(|byte| format!("{byte:02x}")).collect();
        self.sql(&format!(
            "INSERT INTO sessions (key_hash, user_id, state, device, expires_at) VALUES ('\\x{hash}', {user}, '{{}}', 'Chrome, Linux', now() + interval '1 day')"
        ));
        let mut jar = CookieJar::new();
        jar.signed_mut(&self.app.state.key).add(Cookie::new("sid", token.as_str().to_owned()));
        jar.get("sid").expect("a cookie").to_string()
    }

    /// A member of staff, signed in.
    pub fn staff(&self, role: StaffRole) -> Person {
        let person = self.person("Служба");
        self.sql(&format!("UPDATE users SET staff_role = '{}' WHERE id = {}", role.as_str(), person.id));
        person
    }

    /// A person with an open shop in Almaty that delivers in all three ways (courier 990 ₸, free from 50 000 ₸; pickup free; post 1 500 ₸) and publishes without waiting.
    pub fn seller(&self, name: &str) -> Seller {
        let person = self.person(name);
        let slug = format!("shop-{}", next());
        let shop = self.count(&format!(
            "INSERT INTO shops (slug, name, kind, tin, city_id, lang, trusted_at)
             SELECT '{slug}', '{name}', 'company', '220140001238', id, 'ru', now() FROM cities WHERE slug = 'almaty' RETURNING id AS n"
        ));
        self.sql(&format!("INSERT INTO shop_members VALUES ({shop}, {}, 'owner')", person.id));
        self.sql(&format!(
            "INSERT INTO delivery_terms (shop_id, way, price, free_from, days_min, days_max, place) VALUES
             ({shop}, 'courier', 99000, 5000000, 1, 2, ''), ({shop}, 'pickup', 0, NULL, 0, 1, 'ул. Абая, 10'), ({shop}, 'post', 150000, NULL, 3, 7, '')"
        ));
        Seller { person, shop, slug }
    }

    /// A listing on sale: a smartphone of this title, price in tenge, and stock.
    pub fn goods(&self, seller: &Seller, title: &str, tenge: i64, stock: i32) -> Goods {
        let slug = samal::kernel::slugify(title);
        let product = self.count(&format!(
            "INSERT INTO products (category_id, owner_shop_id, title, slug, lang)
             SELECT id, {}, '{title}', '{slug}', 'ru' FROM categories WHERE slug = 'smartphones' RETURNING id AS n",
            seller.shop
        ));
        self.sql(&format!("INSERT INTO product_texts VALUES ({product}, 'Описание: {title}')"));
        let listing = self.count(&format!(
            "INSERT INTO listings (product_id, shop_id, category_id, price, city_id, by_courier, by_pickup, by_post, state, published_at, expires_at)
             SELECT {product}, {}, p.category_id, {}, c.id, true, true, true, 'active', now(), now() + interval '60 days'
             FROM products p, cities c WHERE p.id = {product} AND c.slug = 'almaty' RETURNING id AS n",
            seller.shop,
            tenge * 100
        ));
        self.sql(&format!("INSERT INTO stocks (listing_id, on_hand) VALUES ({listing}, {stock})"));
        Goods { listing, product, path: format!("/p/{product}-{slug}") }
    }
}
