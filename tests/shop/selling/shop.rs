//! Becoming a seller, and the shop's own settings.

use image::ImageFormat;

use super::files::{picture, send};
use crate::support::{House, Page};

const OPEN: [(&str, &str); 4] = [("name", "Айгүл и дочери"), ("about", "Шьём сами"), ("kind", "person"), ("tin", "900101400121")];

async fn form(house: &House) -> (crate::support::Person, Page, String) {
    let person = house.person("Айгүл");
    let page = person.at.get("/sell").await.expect(200);
    let almaty = house.text("SELECT id::text AS t FROM cities WHERE slug = 'almaty'");
    (person, page, almaty)
}

/// Twelve digits whose last one is right.
fn tin(eleven: &str) -> String {
    let digit = |i: usize| u32::from(eleven.as_bytes()[i] - b'0');
    let round = |shift: usize| (0..11).map(|i| digit(i) * ((i + shift) % 11 + 1) as u32).sum::<u32>() % 11;
    let last = [round(0), round(2)].into_iter().find(|d| *d < 10).expect("a number that is given out");
    format!("{eleven}{last}")
}

#[actix_web::test]
async fn anybody_becomes_a_seller_by_one_form_and_then_says_how_they_deliver() {
    let house = House::new().await;
    let (person, page, city) = form(&house).await;
    let iin = tin("90010140012");
    let fill = [OPEN[0], OPEN[1], OPEN[2], ("tin", &*iin), ("city", &*city)];
    let page = send(&person.at, &page, &fill, &[]).await.expect(200);
    assert_eq!(page.path, "/sell/shop");
    assert!(page.says("Магазин открыт"), "{}", page.words());
    assert_eq!(house.text("SELECT slug AS t FROM shops"), "aygul-i-docheri");

    let nothing = send(&person.at, &page, &[], &[]).await.expect(422);
    assert!(nothing.says("Отметьте хотя бы один способ доставки"));
    let terms = [("courier", "1"), ("courier-price", "1 500"), ("courier-free", "50 000 ₸"), ("courier-min", "1"), ("courier-max", "3")];
    send(&person.at, &page, &terms, &[]).await.expect(200);
    assert_eq!(house.count("SELECT price + free_from AS n FROM delivery_terms WHERE way = 'courier'"), 150_000 + 5_000_000);

    let wrong = [("courier-min", "5"), ("courier-max", "3"), ("pickup", "1"), ("pickup-price", "x"), ("pickup-min", "-1")];
    let page = person.at.get("/sell/shop").await;
    let wrong = send(&person.at, &page, &wrong, &[]).await.expect(422);
    for words in ["не может быть меньше", "где забрать заказ", "сумму числом", "от 0 до 60"]
    {
        assert!(wrong.says(words), "{words}: {}", wrong.words());
    }
    assert_eq!(house.count("SELECT count(*) AS n FROM delivery_terms"), 1, "wrong terms change nothing");
}

#[actix_web::test]
async fn a_wrong_iin_or_bin_is_told_at_its_field_and_what_was_typed_stays() {
    let house = House::new().await;
    let (person, page, city) = form(&house).await;
    let (iin, bin) = (tin("90010140012"), tin("22014000123"));
    let cases = [
        ("person", "", "Напишите ИИН или БИН"),
        ("person", "12345", "Такого ИИН нет"),
        ("person", bin.as_str(), "Такого ИИН нет"),
        ("company", iin.as_str(), "Такого БИН нет"),
        ("company", "220140001230", "Такого БИН нет"),
        ("robot", iin.as_str(), "Выберите, кто продаёт"),
    ];
    for (kind, tin, words) in cases {
        let again = send(&person.at, &page, &[OPEN[0], ("kind", kind), ("tin", tin), ("city", &city)], &[]).await.expect(422);
        assert!(again.says(words), "{kind} {tin}: {}", again.words());
        assert_eq!(again.attr("#name", "value"), OPEN[0].1);
        assert!(again.text("title").starts_with("Ошибка:"));
    }
    assert_eq!(house.count("SELECT count(*) AS n FROM shops"), 0);
    send(&person.at, &page, &[OPEN[0], ("kind", "company"), ("tin", &bin), ("city", &city)], &[]).await.expect(200);
}

#[actix_web::test]
async fn two_shops_of_one_name_have_two_addresses_and_one_person_has_one_shop() {
    let house = House::new().await;
    let iin = tin("90010140012");
    for slug in ["aygul-i-docheri", "aygul-i-docheri-2"] {
        let (person, page, city) = form(&house).await;
        let fill = [OPEN[0], OPEN[2], ("tin", &*iin), ("city", &*city)];
        let (a, b) = tokio::join!(send(&person.at, &page, &fill, &[]), send(&person.at, &page, &fill, &[]));
        assert!([a, b].iter().all(|page| page.status == 200 || page.status == 409));
        assert_eq!(house.text("SELECT slug AS t FROM shops ORDER BY id DESC LIMIT 1"), slug);
    }
    assert_eq!(house.count("SELECT count(*) AS n FROM shops"), 2);
}

#[actix_web::test]
async fn a_sign_hangs_once_it_is_ready_and_the_next_one_takes_its_place() {
    let house = House::new().await;
    let seller = house.seller("Orbit");
    let mut former = String::new();
    for _ in 0..2 {
        let page = seller.person.at.get("/sell/shop").await.expect(200);
        let page = send(&seller.person.at, &page, &[], &[("logo", "sign.png", picture(500, 500, ImageFormat::Png))]).await.expect(200);
        assert!(page.says("Логотип готовится"));
        house.work().await;
        house.work().await;
        let sign = house.text("SELECT logo_id::text AS t FROM shops WHERE logo_id IS NOT NULL");
        assert_ne!(sign, former);
        let page = seller.person.at.get("/sell/shop").await;
        let src = page.attr("img.mini", "src");
        seller.person.at.get(&src).await.expect(200);
        seller.person.at.get(&src.replace("300", "600")).await.expect(404);
        former = sign;
    }
    assert_eq!(house.count("SELECT count(*) AS n FROM photos"), 1);
    let page = seller.person.at.get("/sell/shop").await;
    let wrong = send(&seller.person.at, &page, &[("about", "Новое")], &[("logo", "x.png", b"<html>".to_vec())]).await.expect(422);
    assert!(wrong.says("не похож на фото"));
    assert_eq!(house.text("SELECT about AS t FROM shops"), "Новое", "what is right is saved");
}

#[actix_web::test]
async fn a_sign_chosen_in_a_form_with_errors_need_not_be_chosen_again() {
    let house = House::new().await;
    let (person, page, city) = form(&house).await;
    let iin = tin("90010140012");
    let fill = [OPEN[0], OPEN[2], ("tin", &*iin)];
    let sign = [("logo", "белгі.png", picture(500, 500, ImageFormat::Png))];
    let again = send(&person.at, &page, &fill, &sign).await.expect(422);
    assert!(again.says("Файл «белгі.png» сохранён") && again.says("Осталось исправить 1 пункт"), "{}", again.words());
    let page = send(&person.at, &again, &[("city", &city)], &[]).await.expect(200);
    assert!(page.says("Логотип готовится"), "{}", page.words());
    house.work().await;
    assert_eq!(house.count("SELECT count(*) AS n FROM shops WHERE logo_id IS NOT NULL"), 1);

    let other = house.person("Болат");
    let page = other.at.get("/sell").await.expect(200);
    let used = house.text("SELECT logo_id::text AS t FROM shops");
    for sign in [used.as_str(), "00000000-0000-4000-8000-000000000000", "x"] {
        let again = send(&other.at, &page, &[OPEN[0], ("sign", sign), ("sign-name", "x.png")], &[]).await.expect(422);
        assert!(!again.says("x.png"), "nothing is kept under {sign}");
    }
}

#[actix_web::test]
async fn selling_pages_are_for_sellers() {
    let house = House::new().await;
    let person = house.person("Болат");
    assert_eq!(house.visitor().get("/sell/shop").await.path, "/login?next=%2Fsell%2Fshop");
    for path in ["/sell/shop", "/sell/listings", "/sell/listings/1", "/sell/listings/1/edit"] {
        assert_eq!(person.at.get(path).await.path, "/sell", "{path} leads to becoming a seller");
    }
    person.at.get("/sell").await.expect(200);
    house.seller("Orbit").person.at.get("/sell").await.expect(200);
}

#[actix_web::test]
async fn a_shops_name_and_place_are_of_one_line() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let page = seller.person.at.get("/sell/shop").await.expect(200);
    let lines = [("name", "Орбита\nBcc: x@y.kz"), ("pickup-place", "ул. Абая,\r\n10")];
    send(&seller.person.at, &page, &lines, &[]).await.expect(200);
    assert_eq!(house.text("SELECT name AS t FROM shops"), "Орбита Bcc: x@y.kz");
    assert_eq!(house.text("SELECT place AS t FROM delivery_terms WHERE way = 'pickup'"), "ул. Абая, 10");
}
