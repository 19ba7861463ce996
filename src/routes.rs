//! The one table of addresses: method, path, who may, handler. Access is checked from it; tests and documentation read it too.

use actix_web::web::{self, ServiceConfig};

use crate::web::Who::{Anyone, Seller, SignedIn};
use crate::web::{Entry, assets, get, mount, post};
use crate::{cart, health, mail, photos, shops};

/// Every page and form, top to bottom. Paths stand without a language prefix.
#[rustfmt::skip]
pub fn table() -> Vec<Entry> {
    vec![
        // everybody: home, catalogue, search, product, shop, help

        // accounts: register, sign in, recover

        // me: profile, addresses, security

        // buying: cart, checkout
        get("/cart",        Anyone, cart::web::show),
        post("/cart",       Anyone, cart::web::save),
        post("/cart/items", Anyone, cart::web::put),

        // my purchases and orders

        // selling: the shop and its listings
        post("/sell",             SignedIn, shops::web::open),
        get("/sell/shop",         Seller, shops::web::edit),
        post("/sell/shop",        Seller, shops::web::save),

        // selling: the shop's orders

        // moderation

        // development
        get("/dev/mail",          Anyone, mail::web::list),
        get("/dev/mail/{number}", Anyone, mail::web::show),
    ]
}

/// Puts the table's pages into the server.
pub fn pages(config: &mut ServiceConfig) {
    for resource in mount(table()) {
        config.service(resource);
    }
}

/// What machines ask: no session, no shell.
pub fn machines(config: &mut ServiceConfig) {
    config
        .route("/healthz", web::get().to(health::alive))
        .route("/readyz", web::get().to(health::ready))
        .route("/photos/{shard}/{photo}/{file}", web::get().to(photos::web::serve))
        .route("/static/{path:.*}", web::get().to(assets::serve));
}
