//! The one table of addresses: method, path, who may, handler. Access is checked from it; tests and documentation read it too.

use actix_web::web::{self, ServiceConfig};

use crate::web::StaffRole::{Manager, Moderator};
use crate::web::Who::{Anyone, SignedIn, Staff};
use crate::web::{Entry, assets, get, mount, post};
use crate::{health, mail, moderation};

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

        // selling: the shop's orders

        // moderation
        get("/report",                           SignedIn,         moderation::web::report::ask),
        post("/report",                          SignedIn,         moderation::web::report::file),
        get("/moderation",                       Staff(Moderator), moderation::web::overview::show),
        get("/moderation/queue",                 Staff(Moderator), moderation::web::overview::queue),
        post("/moderation/next",                 Staff(Moderator), moderation::web::cases::next),
        get("/moderation/listings/{id}",         Staff(Moderator), moderation::web::cases::show),
        post("/moderation/listings/{id}",        Staff(Moderator), moderation::web::cases::decide),
        get("/moderation/listings/{id}/hide",    Staff(Moderator), moderation::web::listings::ask),
        post("/moderation/listings/{id}/hide",   Staff(Moderator), moderation::web::listings::hide),
        post("/moderation/listings/{id}/restore", Staff(Moderator), moderation::web::listings::restore),
        get("/moderation/shops/{id}",            Staff(Moderator), moderation::web::shops::show),
        get("/moderation/shops/{id}/suspend",    Staff(Manager),   moderation::web::shops::ask_suspend),
        post("/moderation/shops/{id}/suspend",   Staff(Manager),   moderation::web::shops::suspend),
        get("/moderation/shops/{id}/reopen",     Staff(Manager),   moderation::web::shops::ask_reopen),
        post("/moderation/shops/{id}/reopen",    Staff(Manager),   moderation::web::shops::reopen),
        get("/moderation/reports",               Staff(Moderator), moderation::web::complaints::list),
        get("/moderation/reports/{id}",          Staff(Moderator), moderation::web::complaints::show),
        post("/moderation/reports/{id}",         Staff(Moderator), moderation::web::complaints::decide),
        get("/moderation/acts",                  Staff(Moderator), moderation::web::acts::list),

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
        .route("/static/{path:.*}", web::get().to(assets::serve));
}
