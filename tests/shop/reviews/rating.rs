//! Giving stars: who may, once a line, and the sums always right.

use futures_util::future::join_all;
use samal::db::DbError;
use samal::kernel::ProductId;

use super::{address, fields, form, rate, received, shop_sums, starred, sums};
use crate::buying::bought;
use crate::support::House;

const NONE: [(&str, &str); 0] = [];

#[actix_web::test]
async fn only_who_received_an_order_may_rate_it() {
    let house = House::new().await;
    let (seller, buyer, stranger) = (house.seller("Orbit Store"), house.person("Айгерим"), house.person("Ерлан"));
    let number = bought(&house, &seller, &buyer, "courier").await;
    let (path, field) = (address(&number), fields(&house, &number).remove(0));
    let fill = [(field.as_str(), "5"), ("rating_shop", "5")];

    let page = buyer.at.get(&path).await.expect(200);
    assert!(page.says("после того, как его выдадут") && !page.has("[type=radio]"), "{}", page.words());
    let page = buyer.at.post(&path, &fill).await.expect(409);
    assert!(page.says("после того, как его выдадут") && !page.has("[type=radio]"));
    assert!(!buyer.at.get(&format!("/orders/{number}")).await.expect(200).has("a[href$='/review']"));
    let item = house.count("SELECT id AS n FROM order_items");
    let smuggled = house.try_sql(&format!(
        "INSERT INTO reviews (order_item_id, product_id, author_id, stars) SELECT {item}, product_id, {}, 5 FROM order_items",
        buyer.id
    ));
    assert!(smuggled.is_err(), "the database takes no stars for what was not received");

    let goods = house.goods(&seller, "Лампа", 5_000, 5);
    let number = received(&house, &seller, &buyer, &[&goods]).await;
    let (path, field) = (address(&number), fields(&house, &number).remove(0));
    let fill = [(field.as_str(), "5"), ("rating_shop", "5")];
    for other in [&stranger.at, &seller.person.at] {
        other.get(&path).await.expect(404);
        other.post(&path, &fill).await.expect(404);
    }
    assert!(house.visitor().get(&path).await.path.starts_with("/login?next="));
    assert!(house.visitor().post(&path, &fill).await.path.starts_with("/login"));
    assert_eq!(house.count("SELECT count(*) AS n FROM reviews"), 0);

    // whoever sells for the shop by now is no judge of it
    house.sql(&format!("INSERT INTO shop_members VALUES ({}, {}, 'clerk')", seller.shop, buyer.id));
    let page = buyer.at.post(&path, &fill).await.expect(409);
    assert!(page.says("своего магазина не оценивают") && !page.has("[type=radio]"), "{}", page.words());
    for page in [format!("/orders/{number}"), "/orders?tab=done".into()] {
        assert!(!buyer.at.get(&page).await.expect(200).has("a[href$='/review']"), "{page}");
    }
    house.sql(&format!("DELETE FROM shop_members WHERE user_id = {}", buyer.id));

    assert_eq!(house.count("SELECT count(*) AS n FROM reviews") + house.count("SELECT count(*) AS n FROM shop_reviews"), 0);
    buyer.at.post(&path, &fill).await.expect(200);
    assert_eq!((sums(&house, &goods), shop_sums(&house, &seller)), ("5/1".into(), "5/1".into()));
}

#[actix_web::test]
async fn stars_stand_on_the_orders_page_and_can_be_changed() {
    let house = House::new().await;
    let (seller, buyer) = (house.seller("Orbit Store"), house.person("Айгерим"));
    let (lamp, kettle) = (house.goods(&seller, "Лампа", 5_000, 5), house.goods(&seller, "Чайник", 9_000, 5));
    let number = received(&house, &seller, &buyer, &[&lamp, &kettle]).await;
    let order = buyer.at.get(&format!("/orders/{number}")).await.expect(200);
    assert_eq!(order.texts("a[href$='/review']"), ["Оценить"]);
    let list = |path| buyer.at.get(path);
    assert_eq!(list("/orders?tab=done").await.expect(200).attrs("a[href$='/review']", "href"), [address(&number)]);

    let page = rate(&house, &buyer, &number, &[5, 2], 4).await.expect(200);
    assert_eq!(page.path, format!("/orders/{number}"));
    assert!(page.says("Спасибо, оценка сохранена"), "{}", page.words());
    assert_eq!(page.attrs(".given", "aria-label"), ["5 из 5", "2 из 5", "4 из 5"]);
    assert_eq!(page.attrs(".given .on", "class").len(), 11);
    assert_eq!(page.texts("a[href$='/review']"), ["Изменить оценку"]);
    assert!(!list("/orders?tab=done").await.expect(200).has("a[href$='/review']"), "said once");
    assert_eq!((sums(&house, &lamp), sums(&house, &kettle), shop_sums(&house, &seller)), ("5/1".into(), "2/1".into(), "4/1".into()));

    let page = buyer.at.get(&address(&number)).await.expect(200);
    assert_eq!(page.attrs("[type=radio][checked]", "value"), ["5", "2", "4"]);
    assert!(page.says("оценку можно изменить"));
    house.sql("UPDATE reviews SET changed_at = '2026-01-01', created_at = '2026-01-01'");
    rate(&house, &buyer, &number, &[5, 3], 1).await.expect(200);
    assert_eq!((sums(&house, &lamp), sums(&house, &kettle), shop_sums(&house, &seller)), ("5/1".into(), "3/1".into(), "1/1".into()));
    assert_eq!(house.count("SELECT count(*) AS n FROM reviews WHERE changed_at > created_at"), 1, "what stayed the same was not changed");

    // another buyer adds, and does not replace
    let other = house.person("Ерлан");
    let number = received(&house, &seller, &other, &[&lamp]).await;
    rate(&house, &other, &number, &[4], 5).await.expect(200);
    assert_eq!((sums(&house, &lamp), shop_sums(&house, &seller)), ("9/2".into(), "6/2".into()));
}

#[actix_web::test]
async fn many_forms_at_once_make_one_review_and_right_sums() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let (lamp, kettle) = (house.goods(&seller, "Лампа", 5_000, 50), house.goods(&seller, "Чайник", 9_000, 50));
    let mut sent = Vec::new();
    for n in 0..4 {
        let buyer = house.person(&format!("Покупатель {n}"));
        let goods = if n % 2 == 0 { [&lamp, &kettle] } else { [&kettle, &lamp] };
        let number = received(&house, &seller, &buyer, &goods).await;
        let names = fields(&house, &number);
        for k in 0..6 {
            let stars = |shift: i64| ((n + k + shift) % 5 + 1).to_string();
            let fill = [(names[0].clone(), stars(0)), (names[1].clone(), stars(1)), ("rating_shop".to_owned(), stars(2))];
            sent.push((buyer.clone(), address(&number), fill));
        }
    }
    let answers = join_all(sent.iter().map(|(buyer, path, fill)| buyer.at.post(path, fill))).await;
    assert!(answers.iter().all(|page| page.status == 200), "{:?}", answers.iter().map(|page| page.status).collect::<Vec<_>>());
    assert_eq!(house.count("SELECT count(*) AS n FROM reviews"), 8);
    assert_eq!(house.count("SELECT count(*) AS n FROM shop_reviews"), 4);
    for goods in [&lamp, &kettle] {
        let rows = format!("SELECT sum(stars) || '/' || count(*) AS t FROM reviews WHERE product_id = {}", goods.product);
        assert_eq!(sums(&house, goods), house.text(&rows));
    }
    assert_eq!(shop_sums(&house, &seller), house.text("SELECT sum(stars) || '/' || count(*) AS t FROM shop_reviews"));
}

#[actix_web::test]
async fn what_is_no_rating_is_said_at_its_place_and_nothing_is_lost() {
    let house = House::new().await;
    let (seller, buyer) = (house.seller("Orbit Store"), house.person("Айгерим"));
    let (lamp, kettle) = (house.goods(&seller, "Лампа", 5_000, 5), house.goods(&seller, "Чайник", 9_000, 5));
    let number = received(&house, &seller, &buyer, &[&lamp, &kettle]).await;
    let (path, names) = (address(&number), fields(&house, &number));
    let mark = names[0].replace("rating[", "r").replace(']', "");

    let page = buyer.at.post(&path, &NONE).await.expect(422);
    let errors = page.texts("#errors li");
    assert_eq!(errors, ["Поставьте оценку: Лампа", "Поставьте оценку: Чайник", "Поставьте оценку: Orbit Store"]);
    assert_eq!(page.attrs("#errors a", "href")[0], format!("#{mark}"));
    assert!(page.has(&format!("fieldset#{mark}[aria-describedby='{mark}-e']")) && page.has(&format!("#{mark}-e")));

    for (value, said) in [
        ("0", "Оценка бывает от 1 до 5"),
        ("6", "Оценка бывает от 1 до 5"),
        ("-1", "Оценка бывает от 1 до 5"),
        ("4.5", "Оценка бывает от 1 до 5"),
        ("005", "Оценка бывает от 1 до 5"),
        ("99999999999999999999", "Оценка бывает от 1 до 5"),
        ("NaN", "Оценка бывает от 1 до 5"),
        ("🙂", "Оценка бывает от 1 до 5"),
        ("'; drop table users; --", "Оценка бывает от 1 до 5"),
        ("\0", "Поставьте оценку"),
        ("  ", "Поставьте оценку"),
    ] {
        let page = buyer.at.post(&path, &[(names[0].as_str(), value), (names[1].as_str(), "4"), ("rating_shop", "3")]).await.expect(422);
        assert_eq!(page.texts("#errors li"), [format!("{said}: Лампа")], "{value}");
        assert_eq!(page.attrs("[type=radio][checked]", "value"), ["4", "3"], "{value}: the others stay chosen");
    }
    let twice = [(names[0].as_str(), "5"), (names[0].as_str(), "1"), (names[1].as_str(), "4"), ("rating_shop", "3")];
    assert_eq!(buyer.at.post(&path, &twice).await.expect(422).texts("#errors li"), ["Оставьте одну оценку: Лампа"]);
    let strange = [("rating[999999]", "5"), ("rating[x]", "5"), ("rating", "5"), ("rating_shop", "5")];
    assert_eq!(buyer.at.post(&path, &strange).await.expect(422).texts("#errors li").len(), 2);
    assert_eq!(house.count("SELECT count(*) AS n FROM reviews") + house.count("SELECT count(*) AS n FROM shop_reviews"), 0);
    assert_eq!((sums(&house, &lamp), shop_sums(&house, &seller)), ("0/0".into(), "0/0".into()));

    // the page that came back is sent on with what was missing
    let page = buyer.at.post(&path, &[(names[1].as_str(), "4"), ("rating_shop", "3")]).await.expect(422);
    buyer.at.send(&page, &form(&number), &[(names[0].as_str(), "5")]).await.expect(200);
    assert_eq!((sums(&house, &lamp), sums(&house, &kettle), shop_sums(&house, &seller)), ("5/1".into(), "4/1".into(), "3/1".into()));
}

#[actix_web::test]
async fn another_buyers_line_is_never_rated_along() {
    let house = House::new().await;
    let (seller, buyer, other) = (house.seller("Orbit Store"), house.person("Айгерим"), house.person("Ерлан"));
    let (lamp, kettle) = (house.goods(&seller, "Лампа", 5_000, 5), house.goods(&seller, "Чайник", 9_000, 5));
    let own = received(&house, &seller, &buyer, &[&lamp]).await;
    let foreign = received(&house, &seller, &other, &[&kettle]).await;
    let (mine, theirs) = (fields(&house, &own).remove(0), fields(&house, &foreign).remove(0));
    buyer.at.post(&address(&own), &[(mine.as_str(), "5"), (theirs.as_str(), "1"), ("rating_shop", "5")]).await.expect(200);
    assert_eq!((sums(&house, &lamp), sums(&house, &kettle)), ("5/1".into(), "0/0".into()));
}

#[actix_web::test]
async fn sums_that_make_no_sense_are_refused_by_the_database() {
    let house = House::new().await;
    let goods = house.goods(&house.seller("Orbit Store"), "Лампа", 5_000, 5);
    starred(&house, &goods, 10, 2);
    house.sql("UPDATE shops SET stars_sum = 10, reviews = 2");
    for sums in ["stars_sum = 11", "stars_sum = 1", "reviews = 1", "reviews = 0", "stars_sum = 0, reviews = -1"] {
        for table in ["products", "shops"] {
            assert!(house.try_sql(&format!("UPDATE {table} SET {sums}")).is_err(), "{table} {sums}");
        }
    }
}

#[actix_web::test]
async fn stars_go_along_when_a_card_is_merged_into_another() {
    let house = House::new().await;
    let (one, two, buyer) = (house.seller("Orbit Store"), house.seller("Techno Dala"), house.person("Айгерим"));
    let (shared, own) = (house.goods(&one, "Смартфон Orbit", 5_000, 5), house.goods(&two, "Orbit смартфон", 6_000, 5));
    house.sql(&format!("UPDATE products SET owner_shop_id = NULL, shared_at = now() WHERE id = {}", shared.product));
    starred(&house, &shared, 3, 1);
    let number = received(&house, &two, &buyer, &[&own]).await;
    rate(&house, &buyer, &number, &[5], 5).await.expect(200);
    assert_eq!((sums(&house, &shared), sums(&house, &own)), ("3/1".into(), "5/1".into()));

    let (from, into) = (ProductId(own.product), ProductId(shared.product));
    let merged = house.app.db.write_here(|tx| -> Result<_, DbError> { Ok(samal::listings::merge(tx, from, into)?) }).unwrap();
    assert!(merged);
    assert_eq!((sums(&house, &shared), sums(&house, &own)), ("8/2".into(), "0/0".into()));
    // whoever changes their mind now changes the card that took it over
    rate(&house, &buyer, &number, &[2], 5).await.expect(200);
    assert_eq!((sums(&house, &shared), sums(&house, &own)), ("5/2".into(), "0/0".into()));
    // and so does whoever bought before and says something only now
    let late = house.person("Ерлан");
    let other = house.goods(&two, "Смартфон Orbit 2", 6_000, 5);
    let number = received(&house, &two, &late, &[&other]).await;
    let (from, into) = (ProductId(other.product), ProductId(shared.product));
    house.app.db.write_here(|tx| -> Result<_, DbError> { Ok(samal::listings::merge(tx, from, into)?) }).unwrap();
    rate(&house, &late, &number, &[4], 5).await.expect(200);
    assert_eq!((sums(&house, &shared), sums(&house, &other)), ("9/3".into(), "0/0".into()));
}
