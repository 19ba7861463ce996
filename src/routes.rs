//! The one table of addresses: method, path, who may, handler. Access is checked from it; tests and documentation read it too.

use actix_web::web::{self, ServiceConfig};

use crate::web::Who::{Anyone, Seller, SignedIn};
use crate::web::{Entry, assets, get, mount, post};
use crate::{health, listings, mail, photos, shops};

/// Every page and form, top to bottom. Paths stand without a language prefix.
#[rustfmt::skip]
pub fn table() -> Vec<Entry> {
    vec![
        // everybody: home, catalogue, search, product, shop, help

        // accounts: register, sign in, recover

        // me: profile, addresses, security

        // buying: cart, checkout

        // my purchases and orders

        // selling: the shop and its listings
        get("/sell",              SignedIn, listings::web::today),
        post("/sell",             SignedIn, shops::web::open),
        get("/sell/shop",         Seller, shops::web::edit),
        post("/sell/shop",        Seller, shops::web::save),
        get("/sell/listings",     Seller, listings::web::table),
        post("/sell/listings",    Seller, listings::web::save_table),
        post("/sell/listings/new", Seller, listings::web::create),
        get("/sell/listings/{id}", Seller, listings::web::view),
        get("/sell/listings/{id}/category",  Seller, listings::web::category),
        post("/sell/listings/{id}/category", Seller, listings::web::choose_category),
        get("/sell/listings/{id}/edit",      Seller, listings::web::edit),
        post("/sell/listings/{id}/edit",     Seller, listings::web::save),
        post("/sell/listings/{id}/publish",  Seller, listings::web::publish),
        post("/sell/listings/{id}/pause",    Seller, listings::web::pause),
        post("/sell/listings/{id}/activate", Seller, listings::web::activate),
        post("/sell/listings/{id}/archive",  Seller, listings::web::archive),
        post("/sell/listings/{id}/copy",     Seller, listings::web::copy),
        get("/sell/listings/{id}/delete",    Seller, listings::web::confirm_delete),
        post("/sell/listings/{id}/delete",   Seller, listings::web::delete),

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
