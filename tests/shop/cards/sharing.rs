//! "Sell yours", and how a shop's card becomes everybody's.

use samal::web::StaffRole;

use super::{GTIN, number, offer, publish, shared};
use crate::support::{House, Seller};

#[actix_web::test]
async fn a_shared_card_is_picked_and_only_the_offer_is_filled_in() {
    let house = House::new().await;
    let (first, second) = (house.seller("Orbit Store"), house.seller("Techno Dala"));
    let goods = house.goods(&first, "Смартфон Orbit 12 Pro", 289_990, 3);
    number(&house, &goods);
    shared(&house, &goods);
    let product = goods.product.to_string();
    for asked in [GTIN, "смартфоны orbit"] {
        let page = second.person.at.get(&format!("/sell/listings/new?q={asked}")).await.expect(200);
        assert_eq!(page.attrs("button[name=product]", "value"), std::slice::from_ref(&product), "{asked}: {}", page.words());
    }
    let page = second.person.at.post("/sell/offers", &[("product", product.as_str())]).await.expect(200);
    assert!(
        page.path.ends_with("/edit") && page.has("[name=price]") && !page.has("[name=title]") && !page.has("[name=photos]"),
        "{}",
        page.path
    );
    let page = publish(&second, &page, "279 990").await.expect(200);
    assert!(page.says("Смартфон Orbit 12 Pro"), "{}", page.words());
    let page = house.visitor().get(&goods.path).await.expect(200);
    assert!(page.text("#offers").starts_with("2 продавца, от 279 990 ₸"), "{}", page.text("#offers"));
    assert_eq!(page.text(".buy .price"), "279 990 ₸", "the cheaper one stands first");
    let again = second.person.at.post("/sell/offers", &[("product", product.as_str())]).await.expect(200);
    assert!(again.says("Вы уже продаёте этот товар"));
}

#[actix_web::test]
async fn words_and_photos_of_a_shared_card_cannot_be_changed_by_a_shop() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Смартфон Orbit 12 Pro", 289_990, 3);
    shared(&house, &goods);
    let at = &seller.person.at;
    let path = format!("/sell/listings/{}/edit", goods.listing);
    let page = at.get(&path).await.expect(200);
    let photo = [("photos", "x.jpg", crate::selling::files::from_telephone(40, 20))];
    let fields =
        [("title", "Другое название товара"), ("description", "Другое"), ("condition", "used"), ("price", "1 000"), ("way", "post")];
    crate::selling::files::send(at, &page, &fields, &photo).await.expect(200);
    assert_eq!(house.text(&format!("SELECT title AS t FROM products WHERE id = {}", goods.product)), "Смартфон Orbit 12 Pro");
    assert_eq!(house.count(&format!("SELECT count(*) AS n FROM photos WHERE product_id = {}", goods.product)), 0);
    assert_eq!(house.text(&format!("SELECT condition || price AS t FROM listings WHERE id = {}", goods.listing)), "new100000");
    at.post(&format!("/sell/listings/{}/category", goods.listing), &[("category", "1")]).await;
    assert_eq!(
        house.count(&format!(
            "SELECT count(*) AS n FROM products p JOIN listings l USING (category_id) WHERE l.id = {} AND p.id = l.product_id",
            goods.listing
        )),
        1
    );
}

#[actix_web::test]
async fn anothers_card_with_a_number_becomes_everybodys_when_staff_let_the_second_offer_through() {
    let house = House::new().await;
    let (first, second) = (house.seller("Orbit Store"), house.seller("Techno Dala"));
    let goods = house.goods(&first, "Смартфон Orbit 12 Pro", 289_990, 3);
    let product = goods.product.to_string();
    let refused = second.person.at.post("/sell/offers", &[("product", product.as_str())]).await.expect(200);
    assert!(refused.says("Эта карточка принадлежит одному магазину"));
    number(&house, &goods);
    let page = second.person.at.post("/sell/offers", &[("product", product.as_str())]).await.expect(200);
    assert!(page.says("Карточку сделал другой магазин"), "{}", page.words());
    let page = publish(&second, &page, "279 990").await.expect(200);
    assert!(page.says("На проверке"), "a shop with a record waits too: {}", page.words());
    let listing = house.count(&format!("SELECT id AS n FROM listings WHERE shop_id = {}", second.shop));
    assert!(!house.visitor().get(&goods.path).await.has("#offers"), "nobody sees it yet");
    let moderator = house.staff(StaffRole::Moderator);
    let case = moderator.at.get(&format!("/moderation/listings/{listing}")).await.expect(200);
    assert!(case.says("на карточке магазина Orbit Store"), "{}", case.words());
    moderator.at.send(&case, "form.preview", &[("decision", "approve")]).await.expect(200);
    assert_eq!(
        house
            .count(&format!("SELECT count(*) AS n FROM products WHERE id = {product} AND owner_shop_id IS NULL AND shared_at IS NOT NULL")),
        1
    );
    assert!(house.visitor().get(&goods.path).await.text("#offers").contains("2 продавца"));
    house.work().await;
    assert_eq!(house.letters(&first.person.email).len(), 1, "the first shop is told");
}

#[actix_web::test]
async fn the_database_itself_refuses_offers_on_a_private_card_and_used_goods_on_a_shared_one() {
    let house = House::new().await;
    let (first, second) = (house.seller("Orbit Store"), house.seller("Techno Dala"));
    let goods = house.goods(&first, "Смартфон Orbit", 89_990, 3);
    let insert = |state: &str, condition: &str| {
        house.try_sql(&format!(
            "INSERT INTO listings (product_id, shop_id, category_id, price, city_id, state, condition, published_at)
             SELECT product_id, {}, category_id, 100, city_id, '{state}', '{condition}', now() FROM listings WHERE id = {}",
            second.shop, goods.listing
        ))
    };
    assert!(insert("active", "new").is_err() && insert("draft", "used").is_err());
    shared(&house, &goods);
    assert!(insert("active", "used").is_err() && insert("active", "new").is_ok());
    let bad = house.try_sql(&format!("UPDATE products SET gtin = '04006381333932' WHERE id = {}", goods.product));
    assert!(bad.is_err(), "a wrong control digit");
}

#[actix_web::test]
async fn two_shops_at_once_get_one_draft_each() {
    let house = House::new().await;
    let (first, second) = (house.seller("Orbit Store"), house.seller("Techno Dala"));
    let goods = house.goods(&first, "Смартфон Orbit", 89_990, 3);
    shared(&house, &goods);
    let product = goods.product.to_string();
    let fields = [("product", product.as_str())];
    let pages = futures_util::future::join_all((0..6).map(|_| second.person.at.post("/sell/offers", &fields))).await;
    assert!(pages.iter().all(|page| page.status == 200), "{:?}", pages.iter().map(|page| page.status).collect::<Vec<_>>());
    assert_eq!(house.count(&format!("SELECT count(*) AS n FROM listings WHERE shop_id = {}", second.shop)), 1);
}

#[actix_web::test]
async fn a_draft_on_anothers_card_goes_and_the_card_stays() {
    let house = House::new().await;
    let (first, second) = (house.seller("Orbit Store"), house.seller("Techno Dala"));
    let goods = house.goods(&first, "Смартфон Orbit", 89_990, 3);
    shared(&house, &goods);
    let page = second.person.at.post("/sell/offers", &[("product", goods.product.to_string().as_str())]).await.expect(200);
    let listing = page.path.split('/').nth(3).unwrap().to_owned();
    second.person.at.post(&format!("/sell/listings/{listing}/delete"), &[("", "")]).await.expect(200);
    assert_eq!(house.count(&format!("SELECT count(*) AS n FROM listings WHERE shop_id = {}", second.shop)), 0);
    house.visitor().get(&goods.path).await.expect(200);
}

#[actix_web::test]
async fn staff_merge_two_cards_of_one_thing_and_the_old_address_leads_on() {
    let house = House::new().await;
    let (first, second) = (house.seller("Orbit Store"), house.seller("Techno Dala"));
    let one = house.goods(&first, "Смартфон Orbit 12 Pro", 289_990, 3);
    let two = house.goods(&second, "Орбит 12 про смартфон", 270_000, 3);
    number(&house, &one);
    number(&house, &two);
    let moderator = house.staff(StaffRole::Moderator);
    let page = moderator.at.get("/moderation/cards").await.expect(200);
    assert!(page.says("Похоже, один и тот же товар") && page.says("Techno Dala"), "{}", page.words());
    let page = moderator.at.get(&format!("/moderation/cards/{}/merge?into={}", two.product, one.product)).await.expect(200);
    let fields = [("into", one.product.to_string())];
    let page = moderator.at.post(page.path.split('?').next().unwrap(), &fields).await.expect(200);
    assert!(page.says("Карточки объединены"), "{}", page.words());
    let page = house.visitor().get(&two.path).await.expect(200);
    assert_eq!(page.path, one.path, "the old address leads to the card that stayed");
    assert!(page.text("#offers").contains("2 продавца, от 270 000 ₸"));
    assert!(!moderator.at.get("/moderation/cards").await.says("Techno Dala"));
}

#[actix_web::test]
async fn staff_page_through_twin_cards_and_through_what_was_proposed() {
    let house = House::new().await;
    let (first, second) = (house.seller("Orbit Store"), house.seller("Techno Dala"));
    let one = house.goods(&first, "Смартфон Orbit 12 Pro", 289_990, 3);
    number(&house, &one);
    shared(&house, &one);
    for n in 0..21 {
        number(&house, &house.goods(&second, &format!("Смартфон тот же {n}"), 270_000, 3));
        house.sql(&format!(
            "INSERT INTO card_changes (product_id, shop_id, user_id, reason, change, state, staff_id, decided_at)
             VALUES ({}, {}, {}, 'Причина {n}', '{{}}', 'rejected', {}, now())",
            one.product, first.shop, first.person.id, first.person.id
        ));
    }
    let at = house.staff(StaffRole::Moderator).at;
    let page = at.get("/moderation/cards").await.expect(200);
    assert!(page.says("Смартфон тот же 19") && !page.says("Смартфон тот же 20"), "{}", page.words());
    let page = at.get(&page.attr("a[rel=next]", "href")).await.expect(200);
    assert!(page.says("Смартфон тот же 20") && !page.says("Смартфон тот же 19") && !page.has("a[rel=next]"), "{}", page.words());
    let page = at.get(&format!("/moderation/cards/{}", one.product)).await.expect(200);
    assert!(page.says("Причина 20") && page.says("Причина 1") && !page.says("Причина 0"), "{}", page.words());
    let page = at.get(&page.attr("a[rel=next]", "href")).await.expect(200);
    assert!(page.says("Причина 0") && !page.says("Причина 20") && !page.has("a[rel=next]"), "{}", page.words());
}

/// Two shops and a merge: the second has an offer on the first one's shared card, in this state, beside its own active one. Its own offer.
async fn merged_over(house: &House, state: &str) -> (Seller, i64, i64, String) {
    let (first, second) = (house.seller("Orbit Store"), house.seller("Techno Dala"));
    let one = house.goods(&first, "Смартфон Orbit 12 Pro", 289_990, 3);
    let two = house.goods(&second, "Орбит 12 про смартфон", 270_000, 3);
    number(house, &one);
    number(house, &two);
    shared(house, &one);
    let there = offer(house, &second, &one, 260_000, 5);
    house.sql(&format!("UPDATE listings SET state = '{state}' WHERE id = {there} AND state <> '{state}'"));
    let moderator = house.staff(StaffRole::Moderator);
    let path = format!("/moderation/cards/{}/merge", two.product);
    let page = moderator.at.post(&path, &[("into", one.product.to_string())]).await.expect(200);
    assert!(page.says("Карточки объединены"), "{}", page.words());
    let stands =
        format!("SELECT string_agg(id::text, ',') AS t FROM listings WHERE product_id = {} AND shop_id = {}", one.product, second.shop);
    assert_eq!(house.text(&stands), if state == "active" { there } else { two.listing }.to_string());
    (second, two.listing, there, one.path)
}

fn states(house: &House, moved: i64, there: i64) -> String {
    house.text(&format!("SELECT string_agg(state, ' ' ORDER BY id = {there}) AS t FROM listings WHERE id IN ({moved}, {there})"))
}

#[actix_web::test]
async fn what_was_put_away_on_the_other_card_ends_no_sale_when_cards_merge() {
    let house = House::new().await;
    let (seller, moved, there, path) = merged_over(&house, "archived").await;
    assert_eq!(states(&house, moved, there), "active archived");
    assert!(house.visitor().get(&path).await.text("#offers").contains("2 продавца, от 270 000 ₸"));
    assert_eq!(house.count(&format!("SELECT count(*) AS n FROM listing_prices WHERE listing_id = {moved} AND until_at IS NULL")), 1);
    // what was put away has no card to come back to
    seller.person.at.post(&format!("/sell/listings/{there}/activate"), &[("", "")]).await.expect(200);
    assert_eq!(states(&house, moved, there), "active archived");
    assert_eq!(house.count("SELECT count(*) AS n FROM products WHERE title = ''"), 0);
}

#[actix_web::test]
async fn an_offer_that_waits_or_rests_gives_way_to_one_on_sale_and_two_on_sale_stay_one() {
    for state in ["paused", "pending_review", "expired"] {
        let house = House::new().await;
        let (_, moved, there, _) = merged_over(&house, state).await;
        assert_eq!(states(&house, moved, there), "active archived", "{state}");
    }
    let house = House::new().await;
    let (_, moved, there, _) = merged_over(&house, "active").await;
    assert_eq!(states(&house, moved, there), "archived active");
}

#[actix_web::test]
async fn what_staff_took_off_a_card_does_not_come_back_by_a_merge() {
    let house = House::new().await;
    let (_, moved, there, path) = merged_over(&house, "removed").await;
    assert_eq!(states(&house, moved, there), "pending_review removed", "somebody looks first");
    assert!(!house.visitor().get(&path).await.has("#offers"), "the first shop sells alone");
}

#[actix_web::test]
async fn staff_share_a_card_but_never_one_with_used_goods_and_no_two_with_one_number() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let moderator = house.staff(StaffRole::Moderator);
    let share = async |product: i64| moderator.at.post(&format!("/moderation/cards/{product}/share"), &[("", "")]).await.expect(200);
    let used = house.goods(&seller, "Смартфон после двух лет", 50_000, 1);
    house.sql(&format!("UPDATE listings SET condition = 'used' WHERE id = {}", used.listing));
    assert!(share(used.product).await.says("она остаётся частной"));
    let one = house.goods(&seller, "Смартфон Orbit 12 Pro", 289_990, 3);
    number(&house, &one);
    assert!(share(one.product).await.says("Карточка теперь общая"));
    let other = house.seller("Techno Dala");
    let two = house.goods(&other, "Смартфон Orbit 12 Pro тот же", 289_990, 3);
    number(&house, &two);
    let page = share(two.product).await;
    assert!(page.path.contains("/merge?into=") && page.says("уже есть"), "{}", page.path);
}

#[actix_web::test]
async fn describing_once_more_what_has_a_shared_card_leads_to_that_card() {
    let house = House::new().await;
    let (first, second) = (house.seller("Orbit Store"), house.seller("Techno Dala"));
    let goods = house.goods(&first, "Смартфон Orbit 12 Pro", 289_990, 3);
    number(&house, &goods);
    shared(&house, &goods);
    let own = house.goods(&second, "Смартфон Orbit 12 Pro ещё раз", 250_000, 3);
    house.sql(&format!("UPDATE listings SET state = 'archived' WHERE id = {}; ", own.listing));
    house.sql(&format!("UPDATE listings SET state = 'draft' WHERE id = {}", own.listing));
    let at = &second.person.at;
    let path = format!("/sell/listings/{}/edit", own.listing);
    let page = at.get(&path).await.expect(200);
    let wrong = crate::selling::files::send(at, &page, &[("gtin", "4006381333932")], &[]).await.expect(422);
    assert!(wrong.says("В штрихкоде ошибка"), "{}", wrong.words());
    let page = crate::selling::files::send(at, &wrong, &[("gtin", GTIN), ("do", "publish")], &[]).await.expect(422);
    assert!(
        page.says("У этого товара уже есть общая карточка") && page.attrs("#twin button", "value") == [goods.product.to_string()],
        "{}",
        page.words()
    );
}
