//! Row by row: wrong ones, known ones, the same file again.

use super::{check, counts, import, kettles, run, upload};
use crate::support::House;

const LIST: &str = "sku;name;price;stock;Объём;description\n\
    K1;Чайник первый хороший;1000;3;1,7;Белый\n\
    K2;Чай;1000;3;1,7;Слишком короткое название\n\
    K3;Чайник третий хороший;даром;3;1,7;Без цены\n\
    K4;=cmd|' /C calc'!A0;1000;-1;1,7;Формула\n\
    K1;Чайник снова первый;900;3;1,7;Повтор\n\
    K6;Чайник шестой хороший;6000;1;много;Объём не число\n";

#[actix_web::test]
async fn broken_rows_are_told_and_the_others_are_made() {
    let house = House::new().await;
    let seller = house.seller("Лавка");
    let columns = upload(&seller, "list.csv", LIST).await.expect(200);
    let checked = check(&house, &seller, &columns, &[("category", &kettles(&house))]).await;
    assert_eq!(counts(&checked), [0, 2, 0, 0, 4], "{}", checked.words());
    let lines = checked.texts("table tbody th");
    assert_eq!(lines, ["3", "4", "5", "6", "7"], "{}", checked.words());
    for said in ["Напишите название от 10 знаков", "Цена: Укажите цену числом", "Артикул «K1» уже был в строке 2", "не поняли «много»"]
    {
        assert!(checked.says(said), "{said}: {}", checked.words());
    }
    let done = run(&house, &seller, &checked).await;
    assert_eq!(counts(&done), [0, 2, 0, 0, 4]);
    let errors = seller.person.at.get(&done.attr("a[href$='/errors']", "href")).await.expect(200);
    assert!(errors.headers["content-disposition"].to_str().unwrap().contains("errors-"));
    let rows: Vec<&str> = errors.html.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(rows.len(), 6);
    assert!(rows[0].starts_with("sku;name;price;stock;Объём;description;"));
    assert!(rows[3].starts_with("K4;'=cmd|"), "no formula: {}", rows[3]);

    let mended = errors.html.replace("Чай;", "Чайник второй хороший;").replace("даром", "3000");
    let done = import(&house, &seller, "mended.csv", mended).await;
    assert_eq!(counts(&done), [0, 2, 1, 1, 1], "what is mended is made, the repeated row is a change now: {}", done.words());
}

#[actix_web::test]
async fn every_wrong_row_is_in_the_file_however_many() {
    let house = House::new().await;
    let seller = house.seller("Лавка");
    let rows: String = (1..=10_600).map(|n| format!("K{n};Чайник номер {n};даром\n")).collect();
    let columns = upload(&seller, "list.csv", format!("sku;name;price\n{rows}")).await.expect(200);
    let checked = check(&house, &seller, &columns, &[("category", &kettles(&house))]).await;
    assert_eq!(counts(&checked), [0, 0, 0, 0, 10_600], "{}", checked.words());
    let errors = seller.person.at.get(&checked.attr("a[href$='/errors']", "href")).await.expect(200);
    assert_eq!(errors.html.lines().count(), 10_601);
    assert!(errors.html.lines().last().is_some_and(|line| line.starts_with("K10600;") && line.contains("Укажите цену числом")));
}

#[actix_web::test]
async fn the_same_file_again_changes_nothing_and_another_price_only_prices() {
    let house = House::new().await;
    let seller = house.seller("Лавка");
    let list = "Артикул;Название;Цена;Остаток\nA;Чайник с артикулом А;1000;3\n;Чайник без артикула;2000;4\n";
    assert_eq!(counts(&import(&house, &seller, "a.csv", list).await), [0, 2, 0, 0, 0]);
    let all = "SELECT string_agg(concat_ws(' ', l.id, l.price, s.on_hand, l.state, l.updated_at, p.updated_at), ';' ORDER BY l.id) AS t
               FROM listings l JOIN stocks s ON s.listing_id = l.id JOIN products p ON p.id = l.product_id";
    let before = house.text(all);
    assert_eq!(
        counts(&super::check(&house, &seller, &upload(&seller, "a.csv", list).await, &[("category", &kettles(&house))]).await),
        [0, 0, 0, 2, 0]
    );
    assert_eq!(house.text(all), before);

    let goods = house.goods(&seller, "Смартфон Orbit 12", 90_000, 5);
    house.sql(&format!("UPDATE listings SET sku = 'S' WHERE id = {}", goods.listing));
    house.sql(&format!("UPDATE stocks SET reserved = 2 WHERE listing_id = {}", goods.listing));
    let done = import(&house, &seller, "b.csv", "sku;price;stock\nA;1500;3\nS;80000;7\nX;1;1\n").await;
    assert_eq!(counts(&done), [0, 0, 2, 0, 1], "{}", done.words());
    let now = "SELECT string_agg(l.price || ' ' || s.on_hand, ';' ORDER BY l.sku) AS t FROM listings l JOIN stocks s ON s.listing_id = l.id WHERE sku IS NOT NULL";
    assert_eq!(house.text(now), "150000 3;8000000 7");
    assert!(house.visitor().get(&goods.path).await.says("80 000"));
    assert_eq!(
        house.count(&format!("SELECT count(*) AS n FROM listing_prices WHERE listing_id = {}", goods.listing)),
        2,
        "the history goes on"
    );

    let columns = upload(&seller, "c.csv", "sku;price;stock\nS;80000;1\n").await.expect(200);
    let done = check(&house, &seller, &columns, &[]).await;
    assert!(done.says("Не меньше 2, столько уже заказали"), "{}", done.words());
    assert_eq!(house.text(now), "150000 3;8000000 7");
}

#[actix_web::test]
async fn goods_with_a_known_barcode_are_offered_on_the_shared_card() {
    let house = House::new().await;
    let (seller, other) = (house.seller("Лавка"), house.seller("Другие"));
    let goods = house.goods(&other, "Смартфон Orbit 12", 90_000, 5);
    house
        .sql(&format!("UPDATE products SET gtin = '04006381333931', owner_shop_id = NULL, shared_at = now() WHERE id = {}", goods.product));
    let done = import(&house, &seller, "a.csv", "sku;name;price;barcode\nG;Телефон Орбит двенадцать;85000;4006381333931\n").await;
    assert_eq!(counts(&done), [1, 0, 0, 0, 0], "{}", done.words());
    assert_eq!(house.count(&format!("SELECT count(*) AS n FROM listings WHERE product_id = {} AND state = 'active'", goods.product)), 2);
    assert!(house.visitor().get(&goods.path).await.says("85 000"));
}

#[actix_web::test]
async fn a_run_that_was_cut_off_goes_on_behind_the_last_row_and_doubles_nothing() {
    let house = House::new().await;
    let seller = house.seller("Лавка");
    let rows: String = (0..1200).map(|n| format!("R{n};Чайник номер {n} хороший;{};1\n", 1000 + n)).collect();
    let columns = upload(&seller, "long.csv", format!("sku;name;price;stock\n{rows}")).await.expect(200);
    let checked = check(&house, &seller, &columns, &[("category", &kettles(&house))]).await;
    seller.person.at.send(&checked, "form[action$='/run']", &[]).await.expect(200);
    house.sql("CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'cut off'; END $$");
    house.sql("CREATE TRIGGER cut BEFORE INSERT ON listings FOR EACH ROW WHEN (NEW.sku = 'R700') EXECUTE FUNCTION cut()");
    let (home, id) = (house.app.home(), samal::kernel::ImportId(house.count("SELECT id AS n FROM imports")));
    let cut = tokio::task::spawn_blocking(move || samal::imports::run(&home, id, |_| {})).await.unwrap();
    assert!(cut.is_err());
    assert_eq!(house.count("SELECT count(*) AS n FROM listings"), 500);
    house.sql("DROP TRIGGER cut ON listings");
    house.work().await;
    assert_eq!(house.count("SELECT count(*) AS n FROM listings WHERE sku LIKE 'R%'"), 1200);
    assert_eq!(house.count("SELECT count(DISTINCT sku) AS n FROM listings WHERE sku LIKE 'R%'"), 1200);
    let done = seller.person.at.get(checked.path.as_str()).await.expect(200);
    assert_eq!(counts(&done), [0, 1200, 0, 0, 0], "{}", done.words());
}
