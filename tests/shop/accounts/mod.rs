//! Accounts: registration, sign-in, profile, addresses, devices.

mod address_book;
mod door;
mod leaving;
mod mailed_links;
mod security;

use crate::support::{House, Page, Visitor};

/// A password that no list knows.
pub const PASSWORD: &str = "три тихих верблюда";

/// Registers through the pages, confirms by the letter's link, and comes back signed in.
pub async fn registered(house: &House, name: &str, email: &str) -> Visitor {
    let visitor = house.visitor();
    ask_for_account(&visitor, "/register?next=/me", name, email).await.expect(200);
    house.work().await;
    confirm(house, &visitor, email).await.expect(200);
    visitor
}

/// Sends the registration form.
async fn ask_for_account(visitor: &Visitor, path: &str, name: &str, email: &str) -> Page {
    let page = visitor.get(path).await.expect(200);
    visitor.send(&page, "form.panel", &[("name", name), ("email", email), ("password", PASSWORD)]).await
}

/// Opens the link of the newest letter and presses its button.
async fn confirm(house: &House, visitor: &Visitor, email: &str) -> Page {
    let page = visitor.get(&house.link_in_letter(email)).await.expect(200);
    visitor.send(&page, "form.panel", &[("password", PASSWORD)]).await
}

/// Sends the sign-in form.
async fn sign_in(visitor: &Visitor, email: &str, password: &str) -> Page {
    let page = visitor.get("/login?next=/me").await.expect(200);
    visitor.send(&page, "form.panel", &[("email", email), ("password", password)]).await
}

/// Whether the visitor is signed in.
async fn is_in(visitor: &Visitor) -> bool {
    visitor.get("/me").await.path == "/me"
}
