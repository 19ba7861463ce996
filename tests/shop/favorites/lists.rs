//! Lists of favourites: made, named, emptied, shared, deleted.

use crate::support::{Goods, House, Person};

/// A person with hearts on three phones.
async fn hearts(house: &House) -> (Person, Vec<Goods>) {
    let seller = house.seller("Орбита");
    let buyer = house.person("Айгерим");
    let goods: Vec<Goods> = ["Телефон один", "Телефон два", "Телефон три"].map(|title| house.goods(&seller, title, 10_000, 5)).into();
    for one in &goods {
        buyer.at.post("/favorites/items", &[("heart", one.product.to_string())]).await.expect(200);
    }
    (buyer, goods)
}

/// Makes a list and tells its path.
async fn made(buyer: &Person, name: &str) -> String {
    let page = buyer.at.get("/favorites/new").await.expect(200);
    let page = buyer.at.send(&page, "form[action^='/favorites/new']", &[("name", name)]).await.expect(200);
    assert_eq!(page.text("h1").split(" 0").next(), Some(name));
    page.path
}

#[actix_web::test]
async fn the_first_heart_makes_a_list_and_a_place_to_see_it() {
    let house = House::new().await;
    let person = house.person("Ерлан");
    assert!(person.at.get("/favorites").await.expect(200).says("В избранном пока пусто"));
    let (buyer, _) = hearts(&house).await;
    let page = buyer.at.get("/favorites").await.expect(200);
    assert_eq!(page.texts(".card h3"), ["Телефон три", "Телефон два", "Телефон один"]);
    assert!(page.text("h1").starts_with("Избранное 3 товара"));
    assert!(buyer.at.get("/kk/favorites").await.expect(200).text("h1").starts_with("Таңдаулы"));
    let guest = house.visitor().get("/favorites").await.expect(200);
    assert_eq!(guest.path, "/login?next=%2Ffavorites");
}

#[actix_web::test]
async fn goods_move_between_lists_and_out() {
    let house = House::new().await;
    let (buyer, goods) = hearts(&house).await;
    let gifts = made(&buyer, "Подарки маме").await;
    let to = gifts.rsplit('/').next().unwrap();
    let home = house.text("SELECT id::text AS t FROM favorite_lists WHERE is_default");
    let first = goods[0].product.to_string();
    let page = buyer.at.post(&format!("/favorites/{home}/move"), &[("product", first.as_str()), ("to", to)]).await.expect(200);
    assert!(page.says("Перенесли 1 товар"));
    assert_eq!(page.texts(".card h3").len(), 2);
    assert_eq!(buyer.at.get(&gifts).await.texts(".card h3"), ["Телефон один"]);
    let page = buyer.at.post(&format!("{gifts}/move"), &[("product", first.as_str()), ("drop", "1")]).await.expect(200);
    assert!(page.says("Убрали 1 товар") && page.says("В этом списке пока пусто"));
    let page = buyer.at.post(&format!("{gifts}/move"), &[("drop", "1")]).await.expect(200);
    assert!(page.says("Сначала отметьте товары"));
    // hearts go where their owner says
    buyer.at.post(&format!("{gifts}/default"), &[("", "")]).await.expect(200);
    buyer.at.post("/favorites/items", &[("heart", first)]).await.expect(200);
    assert_eq!(buyer.at.get("/favorites").await.texts(".card h3"), ["Телефон один"]);
}

#[actix_web::test]
async fn a_list_is_renamed_and_its_name_is_looked_at() {
    let house = House::new().await;
    let (buyer, _) = hearts(&house).await;
    let path = made(&buyer, "Подарки").await;
    let page = buyer.at.get(&format!("{path}/edit")).await.expect(200);
    assert_eq!(page.attr("#name", "value"), "Подарки");
    let again = buyer.at.send(&page, "form[action*='/edit']", &[("name", "  ")]).await.expect(422);
    assert!(again.has("#name[aria-invalid=true]"));
    buyer.at.send(&page, "form[action*='/edit']", &[("name", &"я".repeat(61))]).await.expect(422);
    let page = buyer.at.send(&page, "form[action*='/edit']", &[("name", "<b>Маме</b>")]).await.expect(200);
    assert!(page.text("h1").starts_with("<b>Маме</b>"));
    // the first list keeps its word in every language until it gets a name
    let home = house.text("SELECT id::text AS t FROM favorite_lists WHERE is_default");
    let page = buyer.at.get(&format!("/favorites/{home}/edit")).await.expect(200);
    buyer.at.send(&page, "form[action*='/edit']", &[]).await.expect(200);
    assert_eq!(house.text("SELECT name AS t FROM favorite_lists WHERE is_default"), "");
}

#[actix_web::test]
async fn a_list_is_deleted_after_a_question() {
    let house = House::new().await;
    let (buyer, goods) = hearts(&house).await;
    let home = house.text("SELECT id::text AS t FROM favorite_lists WHERE is_default");
    buyer.at.get(&format!("/favorites/{home}/delete")).await.expect(404);
    buyer.at.post(&format!("/favorites/{home}/delete"), &[("goods", "drop")]).await.expect(404);
    for (goods_go, left) in [("keep", 3), ("drop", 2)] {
        let path = made(&buyer, "Подарки").await;
        let to = path.rsplit('/').next().unwrap().to_owned();
        let first = goods[0].product.to_string();
        buyer.at.post(&format!("/favorites/{home}/move"), &[("product", first), ("to", to)]).await.expect(200);
        let page = buyer.at.get(&format!("{path}/delete")).await.expect(200);
        assert!(page.says("Подарки · 1 товар"));
        buyer.at.post(&format!("{path}/delete"), &[("goods", "x")]).await.expect(422);
        buyer.at.send(&page, "form[action*='/delete']", &[("goods", goods_go)]).await.expect(200);
        assert_eq!(house.count("SELECT count(*) AS n FROM favorites"), left, "{goods_go}");
    }
    assert_eq!(house.count("SELECT count(*) AS n FROM favorite_lists"), 1);
}

#[actix_web::test]
async fn a_secret_link_shows_the_list_and_nobody() {
    let house = House::new().await;
    let (buyer, goods) = hearts(&house).await;
    let home = house.text("SELECT id::text AS t FROM favorite_lists WHERE is_default");
    let edit = format!("/favorites/{home}/edit");
    assert!(!buyer.at.get(&edit).await.expect(200).has("#link"));
    let link = buyer.at.post(&format!("/favorites/{home}/share"), &[("", "")]).await.expect(200).attr("#link", "value");
    let path = link.strip_prefix(&house.base).expect("our address").to_owned();
    assert!(!house.text("SELECT encode(token_hash, 'escape') AS t FROM favorite_lists").contains(path.rsplit('/').next().unwrap()));
    let stranger = house.visitor();
    let page = stranger.get(&path).await.expect(200);
    assert_eq!(page.texts(".card h3").len(), 3);
    assert!(page.has("meta[name=robots][content=noindex]"));
    assert!(!page.html.contains("Айгерим") && !page.html.contains(&buyer.email) && !page.has("[name=product]"));
    // it can be bought from, and the guest is led back here
    assert_eq!(page.attr("form [name=back]", "value"), path);
    stranger.post("/cart/items", &[("listing", goods[0].listing.to_string())]).await.expect(200);
    // renewed: the old one is dead; switched off: the new one too
    let renewed = buyer.at.post(&format!("/favorites/{home}/share"), &[("", "")]).await.expect(200).attr("#link", "value");
    assert_ne!(renewed, link);
    stranger.get(&path).await.expect(404);
    stranger.get(&renewed).await.expect(200);
    buyer.at.post(&format!("/favorites/{home}/unshare"), &[("", "")]).await.expect(200);
    stranger.get(&renewed).await.expect(404);
    assert!(!buyer.at.get(&edit).await.expect(200).has("#link"));
}

#[actix_web::test]
async fn other_peoples_lists_are_not_found() {
    let house = House::new().await;
    let (buyer, goods) = hearts(&house).await;
    let home = house.text("SELECT id::text AS t FROM favorite_lists WHERE is_default");
    let path = format!("/favorites/{home}");
    let stranger = house.person("Ерлан");
    for page in ["", "/edit", "/delete"] {
        stranger.at.get(&format!("{path}{page}")).await.expect(404);
    }
    let product = goods[0].product.to_string();
    for form in ["/edit", "/default", "/share", "/unshare", "/delete", "/move"] {
        stranger
            .at
            .post(&format!("{path}{form}"), &[("name", "Моё"), ("goods", "drop"), ("product", &product), ("drop", "1")])
            .await
            .expect(404);
    }
    // nor can one's own be moved there
    stranger.at.post("/favorites/items", &[("heart", &product)]).await.expect(200);
    let own = house.text(&format!("SELECT id::text AS t FROM favorite_lists WHERE user_id = {}", stranger.id));
    stranger.at.post(&format!("/favorites/{own}/move"), &[("product", &product), ("to", &home)]).await.expect(404);
    assert_eq!(buyer.at.get("/favorites").await.texts(".card").len(), 3);
}

#[actix_web::test]
async fn what_cannot_be_had_keeps_its_place_and_what_staff_took_off_its_silence() {
    let house = House::new().await;
    let (buyer, goods) = hearts(&house).await;
    house.sql(&format!("UPDATE stocks SET on_hand = 0 WHERE listing_id = {}", goods[0].listing));
    house.sql(&format!("UPDATE listings SET state = 'removed' WHERE id = {}", goods[1].listing));
    house.sql(&format!("UPDATE listings SET price = 800000 WHERE id = {}", goods[2].listing));
    let page = buyer.at.get("/favorites").await.expect(200);
    assert_eq!(page.texts(".card h3"), ["Телефон три", "Товар больше не показывают", "Телефон один"]);
    assert_eq!(page.texts(".card .where")[1..], ["Сейчас не продаётся", "Сейчас не продаётся"]);
    assert!(page.says("Дешевле на 2 000 ₸"));
}

#[actix_web::test]
async fn a_person_takes_their_lists_along_and_leaves_none_behind() {
    let house = House::new().await;
    let (buyer, _) = hearts(&house).await;
    let data = buyer.at.get("/me/data").await.expect(200).html;
    assert!(data.contains("\"favorites\"") && data.contains("Телефон два"));
    let user = samal::kernel::UserId(buyer.id);
    house.app.db.write_here(|tx| -> Result<_, samal::db::DbError> { Ok(samal::storefront::me::leave(tx, user)?) }).expect("left");
    for table in ["favorite_lists", "favorites"] {
        assert_eq!(house.count(&format!("SELECT count(*) AS n FROM {table}")), 0, "{table}");
    }
}

#[actix_web::test]
async fn a_lists_name_is_of_one_line() {
    let house = House::new().await;
    let buyer = house.person("Айгерим");
    buyer.at.post("/favorites/new", &[("name", "a\nBcc: x@y.kz")]).await.expect(200);
    assert_eq!(house.texts_of("SELECT name AS t FROM favorite_lists WHERE name LIKE '%Bcc%'"), ["a Bcc: x@y.kz"]);
    buyer.at.post("/favorites/new", &[("name", "\n \u{2028}\t")]).await.expect(422);
}
