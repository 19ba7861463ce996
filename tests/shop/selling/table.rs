//! My goods: prices and stock in place, marked rows, tabs, pages.

use crate::support::{Goods, House, Seller};

fn goods(house: &House) -> (Seller, Vec<Goods>) {
    let seller = house.seller("Orbit");
    let goods = ["Смартфон Orbit 12", "Чайник Otau", "Рюкзак Tau"].map(|title| house.goods(&seller, title, 20_000, 5));
    (seller, goods.into())
}

fn price(house: &House, goods: &Goods) -> i64 {
    house.count(&format!("SELECT price / 100 AS n FROM listings WHERE id = {}", goods.listing))
}

fn stock(house: &House, goods: &Goods) -> i64 {
    house.count(&format!("SELECT on_hand::bigint AS n FROM stocks WHERE listing_id = {}", goods.listing))
}

const FORM: &str = "form:has(.lots)";

#[actix_web::test]
async fn right_rows_are_saved_and_a_wrong_one_keeps_its_text() {
    let house = House::new().await;
    let (seller, goods) = goods(&house);
    house.sql(&format!("UPDATE stocks SET reserved = 3 WHERE listing_id = {}", goods[1].listing));
    let page = seller.person.at.get("/sell/listings").await.expect(200);
    assert_eq!(page.texts(".lots tbody tr").len(), 3);
    let name = |field: &str, i: usize| format!("{field}[{}]", goods[i].listing);
    let fill = [
        (name("price", 0), "18 500 ₸"),
        (name("quantity", 0), "7"),
        (name("quantity", 1), "1"),
        (name("price", 1), "21000"),
        (name("price", 2), "дёшево"),
        (name("quantity", 2), "-4"),
    ];
    let fill: Vec<(&str, &str)> = fill.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let again = seller.person.at.send(&page, FORM, &fill).await.expect(422);
    assert!(again.says("Не меньше 3, столько уже заказали") && again.says("Укажите цену числом"), "{}", again.words());
    assert_eq!(again.attr(&format!("[name='{}']", name("price", 2)), "value"), "дёшево");
    assert_eq!(again.attrs("#errors a", "href").len(), 3);
    assert_eq!((price(&house, &goods[0]), stock(&house, &goods[0])), (18_500, 7));
    assert_eq!((price(&house, &goods[1]), stock(&house, &goods[1])), (21_000, 5));
    assert_eq!((price(&house, &goods[2]), stock(&house, &goods[2])), (20_000, 5));
    let fill = [(name("quantity", 1), "3"), (name("price", 2), "19 990"), (name("quantity", 2), "0")];
    let fill: Vec<(&str, &str)> = fill.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let page = seller.person.at.send(&again, FORM, &fill).await.expect(200);
    assert!(page.says("Цены и остатки сохранены") && page.says("Нет в наличии"), "{}", page.words());
}

#[actix_web::test]
async fn stock_below_what_is_ordered_is_refused_in_the_form_too() {
    let house = House::new().await;
    let (seller, goods) = goods(&house);
    house.sql("UPDATE stocks SET reserved = 2");
    let page = seller.person.at.get(&format!("/sell/listings/{}/edit", goods[0].listing)).await.expect(200);
    let fill = [("quantity", "1"), ("price", "5 000"), ("v-storage", "64gb"), ("v-ram", "8")];
    let again = super::files::send(&seller.person.at, &page, &fill, &[]).await.expect(422);
    assert!(again.says("Не меньше 2, столько уже заказали"), "{}", again.words());
    assert_eq!((price(&house, &goods[0]), stock(&house, &goods[0])), (5_000, 5));
}

#[actix_web::test]
async fn marked_rows_take_a_step_together() {
    let house = House::new().await;
    let (seller, goods) = goods(&house);
    let marked = |do_what: &str| {
        let mut fields: Vec<(String, String)> = goods[..2].iter().map(|g| ("listing".into(), g.listing.to_string())).collect();
        fields.push(("do".into(), do_what.into()));
        fields
    };
    let count = |state: &str| house.count(&format!("SELECT count(*) AS n FROM listings WHERE state = '{state}'"));
    let at = &seller.person.at;
    assert!(at.post("/sell/listings", &marked("pause")).await.expect(200).says("Сняты с продажи на время: 2"));
    assert_eq!((count("paused"), count("active")), (2, 1));
    assert!(at.post("/sell/listings", &marked("activate")).await.says("Возвращены: 2"));
    at.post("/sell/listings", &marked("archive")).await;
    assert_eq!(count("archived"), 2);
    assert_eq!(at.get("/sell/listings").await.texts(".lots tbody tr").len(), 1, "the archive is apart");
    let page = at.get("/sell/listings?state=archived").await;
    assert_eq!(page.texts(".lots tbody tr").len(), 2);
    assert!(page.texts(".chip").iter().any(|chip| chip == "В архиве 2"), "{:?}", page.texts(".chip"));
    let marks = at.get("/sell/listings?all=1").await;
    assert_eq!(marks.attrs("[name=listing][checked]", "value").len(), 1);
}

#[actix_web::test]
async fn the_table_pages_by_key_and_finds_by_title() {
    let house = House::new().await;
    let seller = house.seller("Orbit");
    for n in 0..25 {
        house.goods(&seller, &format!("Чашка {n} 100%_"), 1000, 1);
    }
    let first = seller.person.at.get("/sell/listings?state=active").await.expect(200);
    assert_eq!(first.texts(".lots tbody tr").len(), 20);
    let next = first.attr("a[rel=next]", "href");
    let second = seller.person.at.get(&next).await.expect(200);
    assert_eq!(second.texts(".lots tbody tr").len(), 5);
    assert!(second.texts(".lots a").iter().all(|title| !first.texts(".lots a").contains(title)));
    assert_eq!(seller.person.at.get("/sell/listings?q=чашка+24").await.texts(".lots tbody tr").len(), 1);
    assert_eq!(seller.person.at.get("/sell/listings?q=0%25_").await.texts(".lots tbody tr").len(), 20);
    assert!(seller.person.at.get("/sell/listings?q=%25%25%25").await.says("Здесь ничего нет"));
    for odd in ["?state=nonsense", "?after=x", "?after=-99999999999999999999", "?q=%F0%9F%99%82", "?all=7"] {
        seller.person.at.get(&format!("/sell/listings{odd}")).await.expect(200);
    }
}

/// The names of a row's two fields.
fn row(goods: &Goods) -> (String, String) {
    (format!("price[{}]", goods.listing), format!("quantity[{}]", goods.listing))
}

#[actix_web::test]
async fn an_old_table_brings_back_neither_sold_pieces_nor_former_prices() {
    let house = House::new().await;
    let (seller, goods) = goods(&house);
    let at = &seller.person.at;
    let page = at.get("/sell/listings").await.expect(200);
    // one piece is issued, and a price is changed on another page
    house.sql(&format!("UPDATE stocks SET on_hand = 4 WHERE listing_id = {}", goods[0].listing));
    house.sql(&format!("UPDATE listings SET price = 1500000 WHERE id = {}", goods[0].listing));
    at.send(&page, FORM, &[(&row(&goods[1]).0, "21 000")]).await.expect(200);
    assert_eq!((price(&house, &goods[0]), stock(&house, &goods[0])), (15_000, 4));
    assert_eq!((price(&house, &goods[1]), stock(&house, &goods[1])), (21_000, 5));
}

#[actix_web::test]
async fn a_number_that_moved_under_a_typed_one_is_told_and_asked_about_again() {
    let house = House::new().await;
    let (seller, goods) = goods(&house);
    let (at, (prices, stocks)) = (&seller.person.at, row(&goods[0]));
    let (_, others) = row(&goods[1]);
    let page = at.get("/sell/listings").await.expect(200);
    house.sql("UPDATE stocks SET on_hand = 4");
    house.sql(&format!("UPDATE listings SET price = 1500000 WHERE id = {}", goods[0].listing));
    let again = at.send(&page, FORM, &[(&prices, "18 500"), (&stocks, "12")]).await.expect(422);
    assert!(again.says("теперь 15 000 ₸") && again.says("теперь 4"), "{}", again.words());
    assert_eq!(again.attrs("#errors a", "href").len(), 2);
    assert_eq!((price(&house, &goods[0]), stock(&house, &goods[0])), (15_000, 4));
    assert_eq!(again.attr(&format!("[name='{stocks}']"), "value"), "12", "what was typed stays");
    assert_eq!(again.attr(&format!("[name='{others}']"), "value"), "4", "what was not typed is what is stored");
    at.send(&again, FORM, &[]).await.expect(200);
    assert_eq!((price(&house, &goods[0]), stock(&house, &goods[0])), (18_500, 12));
    assert_eq!(stock(&house, &goods[1]), 4);
}

#[actix_web::test]
async fn the_form_of_one_listing_is_as_careful() {
    let house = House::new().await;
    let (seller, goods) = goods(&house);
    let (at, edit) = (&seller.person.at, format!("/sell/listings/{}/edit", goods[0].listing));
    let values = [("v-storage", "64gb"), ("v-ram", "8")];
    let page = at.get(&edit).await.expect(200);
    house.sql("UPDATE stocks SET on_hand = 4");
    super::files::send(at, &page, &[("price", "18 500"), values[0], values[1]], &[]).await.expect(200);
    assert_eq!((price(&house, &goods[0]), stock(&house, &goods[0])), (18_500, 4));

    let page = at.get(&edit).await.expect(200);
    house.sql("UPDATE stocks SET on_hand = 3");
    house.sql("UPDATE listings SET price = 1500000");
    let again = super::files::send(at, &page, &[("quantity", "9")], &[]).await.expect(422);
    assert!(again.says("теперь 3"), "{}", again.words());
    assert_eq!((again.attr("#price", "value").replace('\u{a0}', " ").as_str(), again.attr("#quantity", "value").as_str()), ("15 000", "9"));
    assert_eq!((price(&house, &goods[0]), stock(&house, &goods[0])), (15_000, 3));
    super::files::send(at, &again, &[], &[]).await.expect(200);
    assert_eq!((price(&house, &goods[0]), stock(&house, &goods[0])), (15_000, 9));
}
