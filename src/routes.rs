//! The one table of addresses: method, path, who may, handler. Access is checked from it; tests and documentation read it too.

use actix_web::web::{self, ServiceConfig};

use crate::web::Who::{Anyone, Seller, SignedIn};
use crate::web::{Entry, assets, get, mount, post};
use crate::{cart, checkout, health, mail, orders, photos, shops};

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
        get("/checkout",        SignedIn, checkout::web::show),
        post("/checkout",       SignedIn, checkout::web::order),
        post("/checkout/save",  SignedIn, checkout::web::save),

        // my purchases and orders
        get("/orders",                       SignedIn, orders::web::mine),
        get("/purchases/{number}",           SignedIn, orders::web::purchase),
        get("/purchases/{number}/address",   SignedIn, orders::web::address),
        post("/purchases/{number}/address",  SignedIn, orders::web::save_address),
        get("/orders/{number}",              SignedIn, orders::web::show),
        get("/orders/{number}/edit",         SignedIn, orders::web::edit),
        post("/orders/{number}/edit",        SignedIn, orders::web::save),
        get("/orders/{number}/cancel",       SignedIn, orders::web::confirm_cancel),
        post("/orders/{number}/cancel",      SignedIn, orders::web::cancel),

        // selling: the shop and its listings
        post("/sell",             SignedIn, shops::web::open),
        get("/sell/shop",         Seller, shops::web::edit),
        post("/sell/shop",        Seller, shops::web::save),

        // selling: the shop's orders
        get("/sell/orders",                        Seller, orders::web::board),
        get("/sell/orders/{number}",               Seller, orders::web::work),
        get("/sell/orders/{number}/label",         Seller, orders::web::label),
        post("/sell/orders/{number}/accept",       Seller, orders::web::accept),
        post("/sell/orders/{number}/decline",      Seller, orders::web::decline),
        post("/sell/orders/{number}/hand-over",    Seller, orders::web::hand_over),
        post("/sell/orders/{number}/with-courier", Seller, orders::web::with_courier),
        post("/sell/orders/{number}/ready",        Seller, orders::web::ready),
        post("/sell/orders/{number}/issue",        Seller, orders::web::issue),

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
