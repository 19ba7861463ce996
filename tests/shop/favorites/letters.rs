//! Letters about favourites: a price that fell, goods that came back; at most one a day, and called off with one press.

use samal::db::DbError;
use samal::favorites::watch;

use crate::support::{Goods, House, Person, Visitor};

/// Looks after favourites as the timetable does, and sends what follows.
async fn look(house: &House) {
    house.app.db.write_here(|tx| -> Result<(), DbError> { Ok(watch(tx)?) }).expect("watched");
    house.work().await;
}

/// A person with a heart on a phone of 10 000 ₸.
async fn heart(house: &House) -> (Person, Goods) {
    let goods = house.goods(&house.seller("Орбита"), "Телефон Orbit", 10_000, 5);
    let buyer = house.person("Айгерим");
    buyer.at.post("/favorites/items", &[("heart", goods.product.to_string())]).await.expect(200);
    (buyer, goods)
}

fn price(house: &House, goods: &Goods, tenge: i64) {
    house.sql(&format!("UPDATE listings SET price = {} WHERE id = {}", tenge * 100, goods.listing));
}

#[actix_web::test]
async fn a_lower_price_is_told_once_a_day_in_the_owners_language() {
    let house = House::new().await;
    let (buyer, goods) = heart(&house).await;
    house.sql(&format!("UPDATE users SET lang = 'kk' WHERE id = {}", buyer.id));
    price(&house, &goods, 12_000);
    look(&house).await;
    assert_eq!(house.letters(&buyer.email).len(), 0, "a higher price is no news");
    price(&house, &goods, 9_000);
    look(&house).await;
    let letters = house.letters(&buyer.email);
    assert_eq!(letters.len(), 1);
    assert!(letters[0].says("9 000 ₸ (бұрын 10 000 ₸)") && letters[0].says("Телефон Orbit"), "{}", letters[0].words());
    assert!(letters[0].attr("a[href]", "href").contains("/kk/favorites/"));
    // lower still on the same day: waits; the next day it is told against what was told last
    price(&house, &goods, 8_000);
    look(&house).await;
    assert_eq!(house.letters(&buyer.email).len(), 1);
    house.sql("UPDATE favorite_lists SET told_at = now() - interval '25 hours'");
    look(&house).await;
    let letters = house.letters(&buyer.email);
    assert_eq!(letters.len(), 2);
    assert!(letters[1].says("8 000 ₸ (бұрын 9 000 ₸)"), "{}", letters[1].words());
}

#[actix_web::test]
async fn goods_that_come_back_are_told_and_those_that_went_again_are_not() {
    let house = House::new().await;
    let (buyer, goods) = heart(&house).await;
    let stock = |n: i32| house.sql(&format!("UPDATE stocks SET on_hand = {n} WHERE listing_id = {}", goods.listing));
    stock(0);
    look(&house).await;
    stock(3);
    stock(0);
    look(&house).await;
    assert_eq!(house.letters(&buyer.email).len(), 0);
    stock(3);
    look(&house).await;
    let letters = house.letters(&buyer.email);
    assert_eq!(letters.len(), 1);
    assert!(letters[0].says("снова продаётся, 10 000 ₸"), "{}", letters[0].words());
    look(&house).await;
    assert_eq!(house.letters(&buyer.email).len(), 1);
}

#[actix_web::test]
async fn a_shop_that_opens_again_brings_its_goods_back() {
    let house = House::new().await;
    let (buyer, _) = heart(&house).await;
    house.sql("UPDATE shops SET state = 'suspended'");
    look(&house).await;
    house.sql("UPDATE shops SET state = 'open'");
    look(&house).await;
    assert_eq!(house.letters(&buyer.email).len(), 1);
}

#[actix_web::test]
async fn letters_are_called_off_from_the_letter() {
    let house = House::new().await;
    let (buyer, goods) = heart(&house).await;
    price(&house, &goods, 9_000);
    look(&house).await;
    let raw = raw_letter(&house);
    assert!(raw.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{raw}");
    let link = house.letters(&buyer.email)[0].attrs("a[href]", "href").pop().expect("a link");
    let path = link.strip_prefix(&house.base).expect("our address").to_owned();
    // looking changes nothing; a mail program presses the button without cookies and without a form of ours
    let page = house.visitor().get(&path).await.expect(200);
    assert!(page.has("form[method=post] button"));
    assert_eq!(house.count("SELECT count(*) AS n FROM favorite_lists WHERE notify"), 1);
    one_click(&house.visitor(), &path).await;
    assert_eq!(house.count("SELECT count(*) AS n FROM favorite_lists WHERE notify"), 0);
    house.sql("UPDATE favorite_lists SET told_at = NULL");
    price(&house, &goods, 5_000);
    look(&house).await;
    assert_eq!(house.letters(&buyer.email).len(), 1);
    house.visitor().get(&format!("{}x", path)).await.expect(404);
}

/// The newest letter as it goes over the wire.
pub(super) fn raw_letter(house: &House) -> String {
    let folder = house.app.config.var.join("mail");
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("letters").flatten().map(|file| file.path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "eml"));
    files.sort();
    std::fs::read_to_string(files.last().expect("a letter")).expect("text")
}

/// What a mail program's button sends (RFC 8058): no cookie, no origin, a multipart body, no following.
pub(super) async fn one_click(visitor: &Visitor, path: &str) {
    let form = reqwest::multipart::Form::new().text("List-Unsubscribe", "One-Click");
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
    let answer = client.post(visitor.url(path)).multipart(form).send().await.expect("an answer");
    assert_eq!(answer.status().as_u16(), 200);
}
