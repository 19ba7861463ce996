//! Hearts on cards and product pages: set, taken away, set over the sign-in, counted.

use crate::accounts::{PASSWORD, registered};
use crate::support::{House, Page};

/// The number beside the heart in the header.
fn count(page: &Page) -> String {
    page.texts(".me a[href$='/favorites'] .n").pop().unwrap_or_default()
}

#[actix_web::test]
async fn a_heart_on_a_card_is_set_and_taken_away_where_it_stands() {
    let house = House::new().await;
    let goods = house.goods(&house.seller("Орбита"), "Телефон Orbit", 89_990, 5);
    let buyer = house.person("Айгерим");
    let page = buyer.at.get("/c/smartphones?sort=cheap").await.expect(200);
    assert_eq!(page.attr(".card .heart", "aria-pressed"), "false");
    assert_eq!(page.attr(".card .heart", "formaction"), "/favorites/items");
    assert_eq!(count(&page), "");
    let fields = [("back", page.attr("form [name=back]", "value")), ("heart", page.attr(".card .heart", "value"))];
    let page = buyer.at.post("/favorites/items", &fields).await.expect(200);
    assert_eq!(page.path, "/c/smartphones?sort=cheap");
    assert!(page.says("Добавили в избранное"));
    assert_eq!(
        (page.attr(".card .heart", "aria-pressed"), page.attr(".card .heart", "name"), count(&page)),
        ("true".into(), "unheart".into(), "1".into())
    );
    // pressed twice, it stays one
    buyer.at.post("/favorites/items", &[("heart", goods.product.to_string())]).await.expect(200);
    assert_eq!(house.count("SELECT count(*) AS n FROM favorites"), 1);
    let page = buyer.at.get(&goods.path).await.expect(200);
    assert!(page.says("В избранном"));
    let page = buyer.at.send(&page, "#buyf", &[]).await;
    assert!(page.status.is_success(), "the buy button still buys: {}", page.words());
    let page = buyer.at.post("/favorites/items", &[("back", goods.path.clone()), ("unheart", goods.product.to_string())]).await.expect(200);
    assert_eq!((page.path.as_str(), count(&page).as_str()), (goods.path.as_str(), ""));
    assert!(page.says("Убрали из избранного"));
}

#[actix_web::test]
async fn a_guests_heart_is_set_after_the_sign_in_and_leads_back() {
    let house = House::new().await;
    let goods = house.goods(&house.seller("Орбита"), "Телефон Orbit", 89_990, 5);
    registered(&house, "Айгерим", "heart@samal.example").await;
    let guest = house.visitor();
    let door = guest.post("/favorites/items", &[("back", "/kk/c/smartphones"), ("heart", &goods.product.to_string())]).await.expect(200);
    assert!(door.path.starts_with("/login?next="), "{}", door.path);
    assert_eq!(house.count("SELECT count(*) AS n FROM favorites"), 0);
    let page = guest.send(&door, "form.panel", &[("email", "heart@samal.example"), ("password", PASSWORD)]).await.expect(200);
    assert_eq!(page.path, "/kk/c/smartphones");
    assert_eq!((page.attr(".card .heart", "aria-pressed"), count(&page)), ("true".into(), "1".into()));
    // once fulfilled, the wish is forgotten: another sign-in does not bring it back
    guest.post("/favorites/items", &[("unheart", goods.product.to_string())]).await;
    guest.post("/logout", &[("", "")]).await;
    guest.post("/login", &[("email", "heart@samal.example"), ("password", PASSWORD)]).await;
    assert_eq!(house.count("SELECT count(*) AS n FROM favorites"), 0);
}

#[actix_web::test]
async fn hearts_know_only_what_was_on_sale() {
    let house = House::new().await;
    let goods = house.goods(&house.seller("Орбита"), "Черновик", 89_990, 5);
    house.sql(&format!("UPDATE listings SET state = 'removed' WHERE id = {}", goods.listing));
    let buyer = house.person("Айгерим");
    for heart in [goods.product.to_string(), "999999".into(), "-1".into(), "x".into(), String::new()] {
        buyer.at.post("/favorites/items", &[("heart", heart)]).await.expect(404);
    }
}

#[actix_web::test]
async fn many_hearts_at_once_make_one_list() {
    let house = House::new().await;
    let seller = house.seller("Орбита");
    let buyer = house.person("Айгерим");
    let goods: Vec<String> = (0..6).map(|n| house.goods(&seller, &format!("Телефон {n}"), 1000, 5).product.to_string()).collect();
    let at = &buyer.at;
    let hearts = goods.iter().map(|product| async move { at.post("/favorites/items", &[("heart", product)]).await });
    futures_util::future::join_all(hearts).await;
    assert_eq!(house.count("SELECT count(*) AS n FROM favorite_lists"), 1);
    assert_eq!(house.count("SELECT count(*) AS n FROM favorites"), 6);
}

#[actix_web::test]
async fn hearts_cost_no_statement_of_their_own() {
    let house = House::new().await;
    let seller = house.seller("Орбита");
    let goods = house.goods(&seller, "Телефон Orbit", 89_990, 5);
    house.goods(&seller, "Телефон Kelt", 9_990, 5);
    let buyer = house.person("Айгерим");
    buyer.at.post("/favorites/items", &[("heart", goods.product.to_string())]).await.expect(200);
    buyer.at.post("/cart/items", &[("listing", goods.listing.to_string())]).await.expect(200);
    for path in ["/", "/c/smartphones", "/favorites", "/search?q=телефон"] {
        let spent = crate::finding::cost(&house, &buyer.at, path).await;
        assert!(spent <= 5, "{path}: {spent}");
    }
}
