//! From a file to listings, through the pages.

use std::io::{Cursor, Write};

use encoding_rs::WINDOWS_1251;
use image::ImageFormat;
use samal::imports::file::{Cell, TableWriter, XlsxWriter};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{check, counts, import, kettles, run, upload, upload_with};
use crate::selling::files::picture;
use crate::support::House;

const HEAD: &str = "Артикул;Наименование;Цена, тг;Остаток;Объём;Описание;Фото";

fn row(sku: &str, title: &str, price: &str) -> String {
    format!("{sku};{title};{price};5;1,7 л;Греет воду быстро;{sku}.jpg")
}

/// An archive of these files.
pub fn zipped(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[actix_web::test]
async fn a_list_of_windows_with_photos_goes_on_sale() {
    let house = House::new().await;
    let seller = house.seller("Лавка");
    let text =
        [HEAD, &row("A-1", "Чайник электрический «Самал»", "12 990"), &row("A-2", "Чайник дорожный «Самал»", "8990.00")].join("\r\n");
    let (list, ..) = WINDOWS_1251.encode(&text);
    let jpeg = picture(400, 300, ImageFormat::Jpeg);
    let photos = zipped(&[("a-1.JPG", jpeg.clone()), ("папка/A-2.jpg", jpeg)]);
    let columns = upload_with(&seller, &[("file", "прайс.csv", list.into_owned()), ("photos", "фото.zip", photos)]).await.expect(200);
    assert!(columns.path.ends_with("/columns"));
    let guessed = columns.form("main form").1;
    let chosen: Vec<&str> = guessed.iter().filter(|(name, _)| name.starts_with("column-")).map(|(_, value)| value.as_str()).collect();
    assert_eq!(chosen, ["sku", "title", "price", "stock", "value", "description", "pictures"]);
    assert!(columns.says("12 990 · 8990.00"), "the first rows are shown");

    let refused = seller.person.at.send(&columns, "main form", &[]).await.expect(422);
    assert!(refused.says("Выберите категорию или столбец"), "{}", refused.words());
    let checked = check(&house, &seller, &columns, &[("category", &kettles(&house))]).await;
    assert_eq!(counts(&checked), [2, 0, 0, 0, 0], "{}", checked.words());
    assert_eq!(house.count("SELECT count(*) AS n FROM listings"), 0, "nothing happens before it is wanted");

    let done = run(&house, &seller, &checked).await;
    assert_eq!(counts(&done), [2, 0, 0, 0, 0], "{}", done.words());
    let shop = house.visitor().get(&format!("/shops/{}", seller.slug)).await.expect(200);
    assert!(shop.says("Чайник электрический «Самал»") && shop.says("12 990"), "{}", shop.words());
    let product = house.text("SELECT '/p/' || id || '-' || slug AS t FROM products WHERE title LIKE 'Чайник дорожный%'");
    let page = house.visitor().get(&product).await.expect(200);
    assert!(page.says("Греет воду быстро") && page.says("1,7 л") && page.has("main img[src*='/photos/']"), "{}", page.words());
}

#[actix_web::test]
async fn while_a_job_is_at_it_the_page_looks_again_by_itself() {
    let house = House::new().await;
    let seller = house.seller("Лавка");
    let at = &seller.person.at;
    let columns = upload(&seller, "a.csv", "sku;price\nA;5").await.expect(200);
    let waiting = at.send(&columns, "main form", &[]).await.expect(200);
    assert!(waiting.has("meta[http-equiv=refresh]") && waiting.has("progress"));
    house.work().await;
    let checked = at.get(&waiting.path).await.expect(200);
    assert!(!checked.has("meta[http-equiv=refresh]") && !checked.has("form[action$='/run']"), "nothing to run");
    assert!(checked.says("Такого товара у вас ещё нет"), "{}", checked.words());
}

#[actix_web::test]
async fn a_workbook_is_read_like_a_text() {
    let house = House::new().await;
    let seller = house.seller("Лавка");
    let mut file = Cursor::new(Vec::new());
    let mut out = Box::new(XlsxWriter::new(&mut file).unwrap());
    out.row(&["Код товара", "Название", "Розничная цена", "Количество", "Категория"].map(Cell::Text)).unwrap();
    let row = [Cell::Text("7"), Cell::Text("Чайник эмалированный"), Cell::Number(4500), Cell::Number(3), Cell::Text("Чайники")];
    out.row(&row).unwrap();
    out.finish().unwrap();
    let done = import(&house, &seller, "list.xlsx", file.into_inner()).await;
    assert_eq!(counts(&done), [0, 1, 0, 0, 0], "a draft: {}", done.words());
    assert!(done.says("Нет фото: 1 строка") && done.says("Нет обязательных характеристик: 1 строка"), "{}", done.words());
    let found = house.text(
        "SELECT l.sku || ' ' || l.price || ' ' || s.on_hand || ' ' || l.state AS t FROM listings l JOIN stocks s ON s.listing_id = l.id",
    );
    assert_eq!(found, "7 450000 3 draft");
    let table = seller.person.at.get("/sell/listings?state=draft").await.expect(200);
    assert!(table.says("Чайник эмалированный"));
}

#[actix_web::test]
async fn a_list_of_yandex_finds_its_categories_and_a_later_archive_publishes_the_drafts() {
    let house = House::new().await;
    let seller = house.seller("Лавка");
    let list = r#"<?xml version="1.0" encoding="UTF-8"?><yml_catalog date="2026-01-01"><shop><name>x</name><categories>
        <category id="1">Дом</category><category id="2" parentId="1">Посуда для кипятка</category></categories><offers>
        <offer id="y1" available="true"><name>Чайник со свистком</name><price>7000</price><currencyId>KZT</currencyId><categoryId>2</categoryId>
        <picture>https://shop.example/i/y1.jpg</picture><description><![CDATA[<p>Свистит</p>]]></description>
        <param name="Объём" unit="л">2.5</param><param name="Ручка">да</param><count>4</count></offer></offers></shop></yml_catalog>"#;
    let columns = upload(&seller, "list.yml", list).await.expect(200);
    let checked = check(&house, &seller, &columns, &[]).await;
    assert_eq!(counts(&checked), [0, 0, 0, 0, 1]);
    assert!(checked.says("Дом > Посуда для кипятка"), "{}", checked.words());
    let typed = [("category-0", "нет такой")];
    seller.person.at.send(&checked, "form[action*='/categories']", &typed).await.expect(422);
    let again = seller.person.at.send(&checked, "form[action*='/categories']", &[("category-0", "Чайники")]).await.expect(200);
    house.work().await;
    let checked = seller.person.at.get(&again.path).await.expect(200);
    assert_eq!(counts(&checked), [0, 1, 0, 0, 0], "{}", checked.words());
    run(&house, &seller, &checked).await;

    let photos = zipped(&[("y1.jpg", picture(400, 300, ImageFormat::Jpeg))]);
    let columns = upload_with(&seller, &[("file", "list.yml", list.into()), ("photos", "p.zip", photos)]).await.expect(200);
    let checked = check(&house, &seller, &columns, &[]).await;
    assert_eq!(counts(&checked), [0, 0, 1, 0, 0], "the category is remembered: {}", checked.words());
    run(&house, &seller, &checked).await;
    assert_eq!(house.text("SELECT state AS t FROM listings"), "active");
    assert_eq!(house.count("SELECT count(*) AS n FROM listing_history WHERE from_state = 'draft' AND to_state = 'active'"), 1);
}

#[actix_web::test]
async fn new_goods_of_a_shop_without_a_record_go_to_the_moderators() {
    let house = House::new().await;
    let seller = house.seller("Новички");
    house.sql(&format!("UPDATE shops SET trusted_at = NULL WHERE id = {}", seller.shop));
    let text = [HEAD, &row("A-1", "Чайник электрический «Самал»", "12 990")].join("\n");
    let photos = zipped(&[("A-1.jpg", picture(400, 300, ImageFormat::Jpeg))]);
    let columns = upload_with(&seller, &[("file", "a.csv", text.into()), ("photos", "p.zip", photos)]).await.expect(200);
    let checked = check(&house, &seller, &columns, &[("category", &kettles(&house))]).await;
    run(&house, &seller, &checked).await;
    assert_eq!(house.text("SELECT state AS t FROM listings WHERE submitted_at IS NOT NULL"), "pending_review");
    assert!(!house.visitor().get("/search?q=чайник").await.says("Чайник электрический"));
}

#[actix_web::test]
async fn another_shops_import_is_not_there() {
    let house = House::new().await;
    let (seller, other) = (house.seller("Лавка"), house.seller("Чужие"));
    let columns = upload(&seller, "a.csv", "sku;price\nA;5").await.expect(200);
    let path = columns.path.trim_end_matches("/columns");
    for page in ["", "/columns", "/errors", "/undo"] {
        other.person.at.get(&format!("{path}{page}")).await.expect(404);
    }
    for step in ["/columns", "/categories", "/run", "/stop", "/undo"] {
        other.person.at.post(&format!("{path}{step}"), &[("x", "y")]).await.expect(404);
    }
    assert_eq!(house.text("SELECT state AS t FROM imports"), "uploaded");
    seller.person.at.get("/sell/import/999999").await.expect(404);
}

#[actix_web::test]
async fn lists_of_a_shop_are_carried_out_one_after_another_and_can_be_stopped() {
    let house = House::new().await;
    let seller = house.seller("Лавка");
    let at = &seller.person.at;
    let mut checked = Vec::new();
    for name in ["Чайник первый хороший", "Чайник второй хороший"] {
        let columns = upload(&seller, "a.csv", format!("name;price\n{name};5000\n")).await.expect(200);
        checked.push(check(&house, &seller, &columns, &[("category", &kettles(&house))]).await);
    }
    let first = at.send(&checked[0], "form[action$='/run']", &[]).await.expect(200);
    assert!(at.send(&checked[1], "form[action$='/run']", &[]).await.expect(200).says("Другой импорт магазина ещё выполняется"));
    assert!(at.send(&first, "form[action$='/stop']", &[]).await.expect(200).says("Импорт остановлен"));
    house.work().await;
    assert_eq!(house.count("SELECT count(*) AS n FROM listings"), 0, "stopped before the first row");
    let second = run(&house, &seller, &checked[1]).await;
    assert_eq!(counts(&second), [0, 1, 0, 0, 0], "{}", second.words());
    assert!(at.send(&first, "form[action$='/stop']", &[]).await.expect(200).has("a[href$='/undo']"), "a stop too late stops nothing");
}
