//! What one looked at: shown on the first page and on products, cleared, switched off.

use crate::accounts::{PASSWORD, registered};
use crate::support::{Goods, House, Page};

/// The titles of what was looked at.
fn recent(page: &Page) -> Vec<String> {
    page.texts(".small h3")
}

fn two(house: &House) -> (Goods, Goods) {
    let seller = house.seller("Орбита");
    (house.goods(&seller, "Телефон A", 10_000, 5), house.goods(&seller, "Телефон B", 20_000, 5))
}

#[actix_web::test]
async fn a_guest_sees_again_what_they_looked_at_and_no_row_is_written() {
    let house = House::new().await;
    let (a, b) = two(&house);
    let guest = house.visitor();
    assert!(recent(&guest.get("/").await).is_empty());
    guest.get(&a.path).await.expect(200);
    assert_eq!(recent(&guest.get(&b.path).await), ["Телефон A"]);
    assert_eq!(recent(&guest.get("/").await), ["Телефон B", "Телефон A"]);
    assert_eq!(house.count("SELECT count(*) AS n FROM recent_views"), 0);
    // what is fetched ahead of a click is not looked at
    let ahead = house.visitor();
    ahead.client().get(ahead.url(&a.path)).header("sec-purpose", "prefetch").send().await.expect("an answer");
    assert!(recent(&ahead.get("/").await).is_empty());
    let page = guest.post("/settings/recent", &[("recent", "clear")]).await.expect(200);
    assert_eq!(page.path, "/settings");
    assert!(recent(&guest.get("/").await).is_empty());
}

#[actix_web::test]
async fn a_guest_switches_it_off_and_on() {
    let house = House::new().await;
    let (a, _) = two(&house);
    let guest = house.visitor();
    guest.post("/settings/recent", &[("recent", "off")]).await.expect(200);
    guest.get(&a.path).await.expect(200);
    assert!(recent(&guest.get("/").await).is_empty());
    guest.post("/settings/recent", &[("recent", "on")]).await.expect(200);
    guest.get(&a.path).await.expect(200);
    assert_eq!(recent(&guest.get("/").await), ["Телефон A"]);
    guest.post("/settings/recent", &[("recent", "nonsense")]).await.expect(400);
}

#[actix_web::test]
async fn a_persons_looks_are_buffered_and_written_together() {
    let house = House::new().await;
    let (a, b) = two(&house);
    let person = house.person("Айгерим");
    person.at.get(&a.path).await.expect(200);
    person.at.get(&b.path).await.expect(200);
    assert_eq!(recent(&person.at.get("/").await), ["Телефон B", "Телефон A"], "before they are written");
    let app = house.app.clone();
    tokio::task::spawn_blocking(move || app.tick()).await.expect("a tick").expect("written");
    assert_eq!(house.count("SELECT count(*) AS n FROM recent_views"), 2);
    assert_eq!(recent(&person.at.get("/").await), ["Телефон B", "Телефон A"]);
    assert!(crate::finding::cost(&house, &person.at, "/").await <= 5);
    assert!(person.at.get("/me/data").await.html.contains("recently_viewed"));
    person.at.post("/settings/recent", &[("recent", "off")]).await.expect(200);
    assert_eq!(house.count("SELECT count(*) AS n FROM recent_views"), 0);
    person.at.get(&a.path).await.expect(200);
    assert!(recent(&person.at.get("/").await).is_empty());
}

#[actix_web::test]
async fn at_sign_in_a_guests_looks_come_along() {
    let house = House::new().await;
    let (a, _) = two(&house);
    registered(&house, "Айгерим", "recent@samal.example").await;
    let guest = house.visitor();
    guest.get(&a.path).await.expect(200);
    guest.post("/login", &[("email", "recent@samal.example"), ("password", PASSWORD)]).await.expect(200);
    assert_eq!(house.count("SELECT count(*) AS n FROM recent_views"), 1);
    assert_eq!(recent(&guest.get("/").await), ["Телефон A"]);
}
