//! Somebody else's things: not found, whoever asks and however.

use samal::web::{Method, Who};

use super::world::{World, fill, table};

/// Where things stand that are one person's or one shop's own.
const PRIVATE: [&str; 9] = [
    "/favorites/{",
    "/searches/{",
    "/me/addresses/{",
    "/purchases/{",
    "/orders/{",
    "/sell/import/{",
    "/sell/listings/{",
    "/sell/orders/{",
    "/pay/{",
];

#[actix_web::test]
async fn other_peoples_things_are_not_found() {
    let world = World::new().await;
    let stranger = world.house.session_cookie(world.other_buyer);
    let other_shop = world.house.session_cookie(world.other_seller.person.id);
    let owner = world.house.session_cookie(world.seller.person.id);
    for entry in table().iter().filter(|entry| PRIVATE.iter().any(|start| entry.path.starts_with(start))) {
        let real = world.real(entry.path);
        let nobodys = fill(entry.path, |_| "999999".into());
        let mut asked = vec![(&other_shop, &real), (&owner, &nobodys)];
        if entry.who != Who::Seller {
            asked.push((&stranger, &real));
        }
        for (cookie, path) in asked {
            let request = match entry.method {
                Method::Get => world.request(reqwest::Method::GET, path, cookie),
                Method::Post => world.request(reqwest::Method::POST, path, cookie).form(&[("", "")]),
            };
            let status = request.send().await.expect("an answer").status().as_u16();
            assert_eq!(status, 404, "{:?} {path}", entry.method);
        }
    }
}
