//! The one table of addresses: method, path, who may, handler. Access is checked from it; tests and documentation read it too.

use actix_web::web::ServiceConfig;

use crate::web::StaffRole::{Manager, Moderator};
use crate::web::Who::{Anyone, Seller, SignedIn, Staff};
use crate::web::{Entry, assets, get, mount, post, reading};
use crate::{accounts, cart, checkout, favorites, health, imports, listings, mail, moderation, orders, photos, reviews, shops, storefront};

/// Every page and form, top to bottom. Paths stand without a language prefix.
#[rustfmt::skip]
pub fn table() -> Vec<Entry> {
    vec![
        // everybody: home, catalogue, search, product, shop, help
        get("/",                   Anyone, storefront::web::home::show).cached(),
        get("/c",                  Anyone, storefront::web::catalogue::tree).cached(),
        get("/c/{slug}",           Anyone, storefront::web::catalogue::category).cached(),
        get("/tags/{tag}",         Anyone, storefront::web::catalogue::tag).cached(),
        get("/search",             Anyone, storefront::web::catalogue::search),
        get("/p/{product}",        Anyone, storefront::web::product::show),
        get("/p/{product}/photos", Anyone, storefront::web::product::photos),
        get("/shops/{slug}",       Anyone, storefront::web::catalogue::shop).cached(),
        get("/help/{page}",        Anyone, storefront::web::help::show).cached(),
        get("/sitemap.xml",        Anyone, storefront::web::machines::sitemap),
        get("/sitemap/{part}.xml", Anyone, storefront::web::machines::sitemap_part),
        get("/robots.txt",         Anyone, storefront::web::machines::robots),
        get("/feeds/{slug}.yml",   Anyone, imports::web::feed),

        // accounts: register, sign in, recover
        get("/register",          Anyone, accounts::web::register::show),
        post("/register",         Anyone, accounts::web::register::send),
        get("/register/sent",     Anyone, accounts::web::register::sent),
        get("/verify/{token}",    Anyone, accounts::web::verify::show),
        post("/verify/{token}",   Anyone, accounts::web::verify::confirm),
        get("/login",             Anyone, accounts::web::login::show),
        post("/login",            Anyone, accounts::web::login::send),
        post("/logout",           Anyone, accounts::web::login::leave),
        get("/recover",           Anyone, accounts::web::recover::show),
        post("/recover",          Anyone, accounts::web::recover::send),
        get("/recover/sent",      Anyone, accounts::web::recover::sent),
        get("/recover/{token}",   Anyone, accounts::web::recover::choose),
        post("/recover/{token}",  Anyone, accounts::web::recover::set),
        get("/settings",          Anyone, accounts::web::settings::show),
        post("/settings/theme",   Anyone, accounts::web::settings::theme),
        get("/settings/city",     Anyone, accounts::web::city::show),
        post("/settings/city",    Anyone, accounts::web::city::choose),

        // me: profile, addresses, security
        get("/me",                            SignedIn, storefront::me::web::show),
        get("/me/edit",                       SignedIn, accounts::web::edit::show),
        post("/me/edit",                      SignedIn, accounts::web::edit::save),
        get("/me/addresses",                  SignedIn, accounts::web::addresses::list),
        get("/me/addresses/new",              SignedIn, accounts::web::addresses::blank),
        post("/me/addresses/new",             SignedIn, accounts::web::addresses::add),
        get("/me/addresses/{id}",             SignedIn, accounts::web::addresses::edit),
        post("/me/addresses/{id}",            SignedIn, accounts::web::addresses::save),
        post("/me/addresses/{id}/default",    SignedIn, accounts::web::addresses::make_default),
        get("/me/addresses/{id}/delete",      SignedIn, accounts::web::addresses::ask_delete),
        post("/me/addresses/{id}/delete",     SignedIn, accounts::web::addresses::delete),
        get("/me/security",                   SignedIn, accounts::web::security::show),
        get("/me/security/password",          SignedIn, accounts::web::security::show),
        post("/me/security/password",         SignedIn, accounts::web::security::change),
        get("/me/security/email",             SignedIn, accounts::web::email::show),
        post("/me/security/email",            SignedIn, accounts::web::email::send),
        post("/me/security/sessions",         SignedIn, accounts::web::security::end),
        post("/me/security/sessions/others",  SignedIn, accounts::web::security::end_others),
        get("/me/data",                       SignedIn, storefront::me::web::download),
        get("/me/leave",                      SignedIn, storefront::me::web::ask_leave),
        post("/me/leave",                     SignedIn, storefront::me::web::confirm_leave),

        // buying: cart, checkout
        get("/cart",        Anyone, cart::web::show),
        post("/cart",       Anyone, cart::web::save),
        post("/cart/items", Anyone, cart::web::put),
        get("/checkout",        SignedIn, checkout::web::show),
        post("/checkout",       SignedIn, checkout::web::order),
        post("/checkout/save",  SignedIn, checkout::web::save),

        // comparison, what was looked at
        get("/compare",                   Anyone,   storefront::compare::web::show),
        post("/compare/items",            Anyone,   storefront::compare::web::change),
        post("/settings/recent",          Anyone,   storefront::recent::web::change),

        // recommendations: why, and the switch
        get("/recommendations",           Anyone,   storefront::recommended::web::show),
        post("/recommendations",          Anyone,   storefront::recommended::web::change),

        // saved searches
        get("/searches",                  SignedIn, storefront::searches::web::list),
        get("/searches/new",              SignedIn, storefront::searches::web::blank),
        post("/searches/new",             SignedIn, storefront::searches::web::make),
        get("/searches/mute/{token}",     Anyone,   storefront::searches::web::ask_mute),
        post("/searches/mute/{token}",    Anyone,   storefront::searches::web::mute),
        get("/searches/{id}",             SignedIn, storefront::searches::web::edit),
        post("/searches/{id}",            SignedIn, storefront::searches::web::save),
        post("/searches/{id}/seen",       SignedIn, storefront::searches::web::seen),
        post("/searches/{id}/pause",      SignedIn, storefront::searches::web::pause),
        post("/searches/{id}/resume",     SignedIn, storefront::searches::web::resume),
        get("/searches/{id}/delete",      SignedIn, storefront::searches::web::ask_delete),
        post("/searches/{id}/delete",     SignedIn, storefront::searches::web::delete),

        // favourites
        get("/favorites",                 SignedIn, favorites::web::lists::home),
        post("/favorites/items",          Anyone,   favorites::web::hearts::press),
        get("/favorites/new",             SignedIn, favorites::web::lists::blank),
        post("/favorites/new",            SignedIn, favorites::web::lists::make),
        get("/favorites/shared/{token}",  Anyone,   favorites::web::sharing::look),
        get("/favorites/mute/{token}",    Anyone,   favorites::web::mute::ask),
        post("/favorites/mute/{token}",   Anyone,   favorites::web::mute::confirm),
        get("/favorites/{id}",            SignedIn, favorites::web::lists::show),
        get("/favorites/{id}/edit",       SignedIn, favorites::web::lists::edit),
        post("/favorites/{id}/edit",      SignedIn, favorites::web::lists::rename),
        post("/favorites/{id}/default",   SignedIn, favorites::web::lists::prefer),
        post("/favorites/{id}/move",      SignedIn, favorites::web::moves::go),
        post("/favorites/{id}/share",     SignedIn, favorites::web::sharing::open),
        post("/favorites/{id}/unshare",   SignedIn, favorites::web::sharing::close),
        get("/favorites/{id}/delete",     SignedIn, favorites::web::lists::ask_delete),
        post("/favorites/{id}/delete",    SignedIn, favorites::web::lists::remove),

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
        post("/orders/{number}/code",        SignedIn, orders::web::renew_code),
        get("/orders/{number}/review",       SignedIn, reviews::web::show),
        post("/orders/{number}/review",      SignedIn, reviews::web::save),

        // selling: the shop and its listings
        get("/sell",              SignedIn, listings::web::today),
        post("/sell",             SignedIn, shops::web::open),
        get("/sell/shop",         Seller, shops::web::edit),
        post("/sell/shop",        Seller, shops::web::save),
        get("/sell/listings",     Seller, listings::web::table),
        post("/sell/listings",    Seller, listings::web::save_table),
        get("/sell/listings/new",  Seller, storefront::web::sell::show),
        post("/sell/listings/new", Seller, listings::web::create),
        get("/sell/listings/export.{ending}", Seller, imports::web::listings),
        post("/sell/offers",       Seller, listings::web::pick_card),
        get("/sell/listings/{id}", Seller, listings::web::view),
        get("/sell/listings/{id}/category",  Seller, listings::web::category),
        post("/sell/listings/{id}/category", Seller, listings::web::choose_category),
        get("/sell/listings/{id}/edit",      Seller, listings::web::edit),
        post("/sell/listings/{id}/edit",     Seller, listings::web::save),
        get("/sell/listings/{id}/card",      Seller, listings::web::card),
        post("/sell/listings/{id}/card",     Seller, listings::web::propose),
        post("/sell/listings/{id}/variants", Seller, listings::web::variants),
        post("/sell/listings/{id}/publish",  Seller, listings::web::publish),
        post("/sell/listings/{id}/pause",    Seller, listings::web::pause),
        post("/sell/listings/{id}/activate", Seller, listings::web::activate),
        post("/sell/listings/{id}/archive",  Seller, listings::web::archive),
        post("/sell/listings/{id}/copy",     Seller, listings::web::copy),
        get("/sell/listings/{id}/delete",    Seller, listings::web::confirm_delete),
        post("/sell/listings/{id}/delete",   Seller, listings::web::delete),

        // selling: price lists
        get("/sell/import",                  Seller, imports::web::start),
        post("/sell/import",                 Seller, imports::web::upload),
        get("/sell/import/{id}",             Seller, imports::web::show),
        get("/sell/import/{id}/columns",     Seller, imports::web::columns),
        post("/sell/import/{id}/columns",    Seller, imports::web::save_columns),
        post("/sell/import/{id}/categories", Seller, imports::web::categories),
        post("/sell/import/{id}/run",        Seller, imports::web::run),
        post("/sell/import/{id}/stop",       Seller, imports::web::stop),
        get("/sell/import/{id}/errors",      Seller, imports::web::errors),
        get("/sell/import/{id}/undo",        Seller, imports::web::ask_undo),
        post("/sell/import/{id}/undo",       Seller, imports::web::undo),

        // selling: the shop's orders
        get("/sell/orders",                        Seller, orders::web::board),
        get("/sell/orders/export.{ending}",        Seller, orders::web::export),
        get("/sell/orders/{number}",               Seller, orders::web::work),
        get("/sell/orders/{number}/label",         Seller, orders::web::label),
        post("/sell/orders/{number}/accept",       Seller, orders::web::accept),
        post("/sell/orders/{number}/decline",      Seller, orders::web::decline),
        post("/sell/orders/{number}/hand-over",    Seller, orders::web::hand_over),
        post("/sell/orders/{number}/with-courier", Seller, orders::web::with_courier),
        post("/sell/orders/{number}/ready",        Seller, orders::web::ready),
        post("/sell/orders/{number}/returned",     Seller, orders::web::returned),
        post("/sell/orders/{number}/issue",        Seller, orders::web::issue),

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
        get("/moderation/cards",                 Staff(Moderator), moderation::web::cards::list),
        get("/moderation/cards/{id}",            Staff(Moderator), moderation::web::cards::show),
        post("/moderation/cards/{id}/share",     Staff(Moderator), moderation::web::cards::share),
        get("/moderation/cards/{id}/merge",      Staff(Moderator), moderation::web::cards::ask_merge),
        post("/moderation/cards/{id}/merge",     Staff(Moderator), moderation::web::cards::merge),
        post("/moderation/cards/{id}/variants",  Staff(Moderator), moderation::web::cards::variants),
        get("/moderation/changes/{id}",          Staff(Moderator), moderation::web::cards::change),
        post("/moderation/changes/{id}",         Staff(Moderator), moderation::web::cards::decide),
        get("/moderation/synonyms",              Staff(Moderator), moderation::web::synonyms::list),
        post("/moderation/synonyms",             Staff(Moderator), moderation::web::synonyms::add),
        post("/moderation/synonyms/remove",      Staff(Moderator), moderation::web::synonyms::remove),
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
        .route("/healthz", reading().to(health::alive))
        .route("/readyz", reading().to(health::ready))
        .route("/photos/{shard}/{photo}/{file}", reading().to(photos::web::serve))
        .route("/static/art/{drawing}", reading().to(storefront::web::machines::drawing))
        .route("/static/{path:.*}", reading().to(assets::serve));
}
