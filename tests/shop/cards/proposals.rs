//! Changes to a shared card are proposals that staff confirm.

use samal::web::StaffRole;

use super::shared;
use crate::support::{Goods, House, Page, Seller};

async fn propose(seller: &Seller, goods: &Goods, fields: &[(&str, &str)]) -> Page {
    let page = seller.person.at.get(&format!("/sell/listings/{}/card", goods.listing)).await.expect(200);
    seller.person.at.send(&page, "main form", fields).await
}

fn complete(house: &House, goods: &Goods) {
    for (code, value) in [("ram", "12"), ("screen-size", "6.7")] {
        house.sql(&format!("INSERT INTO product_values (product_id, attribute_id, number_value) SELECT {}, id, {value} FROM attributes WHERE code = '{code}'", goods.product));
    }
    for (code, option) in [("color", "black"), ("storage", "256gb")] {
        house.sql(&format!(
            "INSERT INTO product_values (product_id, attribute_id, option_id)
             SELECT {}, a.id, o.id FROM attributes a JOIN attribute_options o ON o.attribute_id = a.id WHERE a.code = '{code}' AND o.code = '{option}'",
            goods.product
        ));
    }
}

#[actix_web::test]
async fn a_proposal_waits_for_staff_and_then_the_card_says_so() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Смартфон Orbit 12 Pro", 289_990, 3);
    complete(&house, &goods);
    shared(&house, &goods);
    let page = propose(&seller, &goods, &[("title", "Смартфон Orbit 12 Pro 256 ГБ"), ("v-ram", "16")]).await.expect(422);
    assert!(page.says("Напишите, откуда это известно"), "{}", page.words());
    let fields = [("title", "Смартфон Orbit 12 Pro 256 ГБ"), ("v-ram", "16"), ("reason", "Так на коробке")];
    let page = propose(&seller, &goods, &fields).await.expect(200);
    assert!(page.says("ждёт решения") && !page.has("[name=title]"), "{}", page.words());
    assert_eq!(house.visitor().get(&goods.path).await.text("h1"), "Смартфон Orbit 12 Pro", "nothing is changed yet");
    let moderator = house.staff(StaffRole::Moderator);
    let list = moderator.at.get("/moderation/cards").await.expect(200);
    assert!(list.says("Так на коробке"));
    let page = moderator.at.get(&list.attr("a[href^='/moderation/changes/']", "href")).await.expect(200);
    assert_eq!(page.texts("del"), ["Смартфон Orbit 12 Pro", "12 ГБ"]);
    assert_eq!(page.texts("ins"), ["Смартфон Orbit 12 Pro 256 ГБ", "16 ГБ"]);
    let done = moderator.at.send(&page, "main form", &[("decision", "accept")]).await.expect(200);
    assert!(done.says("Карточка исправлена"), "{}", done.words());
    house.index();
    let found = house.visitor().get("/search?q=256").await.expect(200);
    assert_eq!(found.texts(".card h3"), ["Смартфон Orbit 12 Pro 256 ГБ"], "it is found by its new words");
    assert!(house.visitor().get(&goods.path).await.text("#specs").contains("16 ГБ"));
    house.work().await;
    assert!(house.letters(&seller.person.email)[0].says("принял ваше исправление"));
    let card = moderator.at.get(&format!("/moderation/cards/{}", goods.product)).await.expect(200);
    assert!(card.says("Так на коробке") && card.says("Исправление принято"), "the history stays: {}", card.words());
    assert!(house.try_sql("UPDATE card_changes SET reason = 'другая'").is_err(), "and cannot be rewritten");
}

#[actix_web::test]
async fn a_refusal_needs_words_and_leaves_the_card() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Смартфон Orbit 12 Pro", 289_990, 3);
    complete(&house, &goods);
    shared(&house, &goods);
    let nothing = propose(&seller, &goods, &[("reason", "Просто так")]).await.expect(422);
    assert!(nothing.says("Вы ничего не изменили"), "{}", nothing.words());
    propose(&seller, &goods, &[("brand", "Orbita"), ("reason", "Знаю")]).await.expect(200);
    let moderator = house.staff(StaffRole::Moderator);
    let path = format!("/moderation/changes/{}", house.count("SELECT id AS n FROM card_changes"));
    let page = moderator.at.get(&path).await.expect(200);
    moderator.at.send(&page, "main form", &[("decision", "reject")]).await.expect(422);
    moderator.at.send(&page, "main form", &[("decision", "reject"), ("note", "Марка пишется Orbit")]).await.expect(200);
    assert_eq!(house.text(&format!("SELECT brand AS t FROM products WHERE id = {}", goods.product)), "");
    let again = moderator.at.send(&page, "main form", &[("decision", "accept")]).await.expect(200);
    assert!(again.says("уже"), "{}", again.words());
    house.work().await;
    assert!(house.letters(&seller.person.email)[0].says("Марка пишется Orbit"));
    let page = seller.person.at.get(&format!("/sell/listings/{}/card", goods.listing)).await.expect(200);
    assert!(page.says("отклонено. Марка пишется Orbit") && page.has("[name=title]"), "a new one may be made: {}", page.words());
}

#[actix_web::test]
async fn a_card_that_moved_on_is_shown_with_what_it_says_now_and_kept_so() {
    let house = House::new().await;
    let (first, second) = (house.seller("Orbit Store"), house.seller("Techno Dala"));
    let goods = house.goods(&first, "Смартфон Orbit 12 Pro", 289_990, 3);
    complete(&house, &goods);
    shared(&house, &goods);
    let listing = super::offer(&house, &second, &goods, 280_000, 3);
    propose(&first, &goods, &[("v-ram", "16"), ("brand", "Orbit"), ("reason", "Так на коробке")]).await.expect(200);
    let other = Goods { listing, ..goods.clone() };
    propose(&second, &other, &[("v-ram", "8"), ("reason", "Так на сайте")]).await.expect(200);
    let moderator = house.staff(StaffRole::Moderator);
    let path = |n: i64| {
        format!("/moderation/changes/{}", house.count(&format!("SELECT id AS n FROM card_changes ORDER BY id OFFSET {n} LIMIT 1")))
    };
    let late = moderator.at.get(&path(1)).await.expect(200);
    assert!(!late.has("mark"), "nothing moved yet");
    let page = moderator.at.get(&path(0)).await.expect(200);
    moderator.at.send(&page, "main form", &[("decision", "accept")]).await.expect(200);

    let page = moderator.at.send(&late, "main form", &[("decision", "accept")]).await.expect(200);
    assert!(page.path == path(1) && page.says("только что изменилась"), "not unseen: {} {}", page.path, page.words());
    assert_eq!((page.text("del"), page.text("mark"), page.text("ins")), ("12 ГБ".into(), "16 ГБ".into(), "8 ГБ".into()));
    let done = moderator.at.send(&page, "main form", &[("decision", "accept")]).await.expect(200);
    assert!(done.says("Карточка исправлена"), "{}", done.words());
    let page = moderator.at.get(&path(1)).await.expect(200);
    assert_eq!(
        (page.text("del"), page.text("mark"), page.text("ins")),
        ("12 ГБ".into(), "16 ГБ".into(), "8 ГБ".into()),
        "the history tells it"
    );
    assert!(!moderator.at.get(&path(0)).await.has("mark"));
}

#[actix_web::test]
async fn nobody_decides_about_a_proposal_of_their_own_shop() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Смартфон Orbit 12 Pro", 289_990, 3);
    complete(&house, &goods);
    shared(&house, &goods);
    propose(&seller, &goods, &[("brand", "Orbit"), ("reason", "Знаю")]).await.expect(200);
    house.sql(&format!("UPDATE users SET staff_role = 'moderator' WHERE id = {}", seller.person.id));
    let path = format!("/moderation/changes/{}", house.count("SELECT id AS n FROM card_changes"));
    let page = seller.person.at.get(&path).await.expect(200);
    seller.person.at.send(&page, "main form", &[("decision", "accept")]).await.expect(200);
    assert_eq!(house.text("SELECT state AS t FROM card_changes"), "open");
}
