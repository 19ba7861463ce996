//! The one table of addresses: method, path, who may, handler. Access is checked from it; tests and documentation read it too.

use actix_web::web::{self, ServiceConfig};

use crate::web::Who::Anyone;
use crate::web::{Entry, assets, get, mount};
use crate::{health, mail, storefront};

/// Every page and form, top to bottom. Paths stand without a language prefix.
#[rustfmt::skip]
pub fn table() -> Vec<Entry> {
    vec![
        // everybody: home, catalogue, search, product, shop, help
        get("/",                   Anyone, storefront::web::home::show).cached(),
        get("/c",                  Anyone, storefront::web::catalogue::tree).cached(),
        get("/c/{slug}",           Anyone, storefront::web::catalogue::category).cached(),
        get("/tags/{tag}",         Anyone, storefront::web::catalogue::tag).cached(),
        get("/search",             Anyone, storefront::web::catalogue::search).cached(),
        get("/p/{product}",        Anyone, storefront::web::product::show),
        get("/p/{product}/photos", Anyone, storefront::web::product::photos),
        get("/shops/{slug}",       Anyone, storefront::web::catalogue::shop).cached(),
        get("/help/{page}",        Anyone, storefront::web::help::show).cached(),
        get("/sitemap.xml",        Anyone, storefront::web::machines::sitemap),
        get("/sitemap/{part}.xml", Anyone, storefront::web::machines::sitemap_part),
        get("/robots.txt",         Anyone, storefront::web::machines::robots),

        // accounts: register, sign in, recover

        // me: profile, addresses, security

        // buying: cart, checkout

        // my purchases and orders

        // selling: the shop and its listings

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
        .route("/static/art/{drawing}", web::get().to(storefront::web::machines::drawing))
        .route("/static/{path:.*}", web::get().to(assets::serve));
}
