//! Linked cards: the same in other colours and sizes.

use samal::web::StaffRole;

use crate::support::{Goods, House};

fn is(house: &House, goods: &Goods, attribute: &str, option: &str) {
    house.sql(&format!(
        "INSERT INTO product_values (product_id, attribute_id, option_id)
         SELECT {}, a.id, o.id FROM attributes a JOIN attribute_options o ON o.attribute_id = a.id WHERE a.code = '{attribute}' AND o.code = '{option}'",
        goods.product
    ));
}

#[actix_web::test]
async fn a_seller_links_own_cards_and_buyers_switch_between_them() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let mut goods = Vec::new();
    for (title, color, storage) in
        [("Орбит чёрный 256", "black", "256gb"), ("Орбит чёрный 512", "black", "512gb"), ("Орбит белый 256", "white", "256gb")]
    {
        let one = house.goods(&seller, title, 100_000, 3);
        is(&house, &one, "color", color);
        is(&house, &one, "storage", storage);
        goods.push(one);
    }
    for other in &goods[1..] {
        let view = seller.person.at.get(&format!("/sell/listings/{}", goods[0].listing)).await.expect(200);
        let page = seller.person.at.send(&view, "#variants form.sift", &[("other", other.product.to_string().as_str())]).await.expect(200);
        assert!(page.says("Карточки связаны"), "{}", page.words());
    }
    let page = house.visitor().get(&goods[1].path).await.expect(200);
    assert_eq!(page.texts(".vars a[aria-current]"), ["чёрный", "512 ГБ"], "{}", page.text(".info"));
    assert_eq!(page.attrs(".vars a:not([aria-current]):not(.apart)", "href"), [goods[0].path.clone()], "one step: less storage");
    let apart = page.attrs(".vars a.apart", "href");
    assert_eq!(apart, [goods[2].path.clone()], "white with 512 does not exist: the nearest white one opens");
    assert!(page.says("такого сочетания нет"));
    seller.person.at.post(&format!("/sell/listings/{}/variants", goods[2].listing), &[("do", "unlink")]).await.expect(200);
    assert!(!house.visitor().get(&goods[1].path).await.has(".vars a.apart"));
}

#[actix_web::test]
async fn others_cards_and_other_categories_are_not_linked_by_a_seller() {
    let house = House::new().await;
    let (seller, other) = (house.seller("Orbit Store"), house.seller("Techno Dala"));
    let (own, foreign) = (house.goods(&seller, "Орбит чёрный", 1_000, 1), house.goods(&other, "Орбит белый", 1_000, 1));
    let path = format!("/sell/listings/{}/variants", own.listing);
    seller.person.at.post(&path, &[("other", foreign.product.to_string().as_str())]).await.expect(200);
    seller.person.at.post(&path, &[("other", own.product.to_string().as_str())]).await.expect(200);
    seller.person.at.post(&path, &[("other", "99999999999999999999")]).await.expect(200);
    assert_eq!(house.count("SELECT count(*) AS n FROM products WHERE variant_group_id IS NOT NULL"), 0);
    other.person.at.post(&path, &[("do", "unlink")]).await.expect(404);
    let far = house.goods(&seller, "Чехол", 1_000, 1);
    house.sql(&format!(
        "UPDATE products SET category_id = (SELECT id FROM categories WHERE slug = 'phone-cases') WHERE id = {}",
        far.product
    ));
    let page = seller.person.at.post(&path, &[("other", far.product.to_string().as_str())]).await.expect(200);
    assert!(page.says("одной категории"), "{}", page.words());
    // staff may link any two of one category
    let moderator = house.staff(StaffRole::Moderator);
    let card = format!("/moderation/cards/{}/variants", own.product);
    let page = moderator.at.post(&card, &[("other", foreign.product.to_string().as_str())]).await.expect(200);
    assert!(page.says("Карточки связаны") && page.says("Орбит белый"), "{}", page.words());
}

#[actix_web::test]
async fn a_seller_joins_nothing_to_variants_that_hold_others_cards() {
    let house = House::new().await;
    let (seller, other) = (house.seller("Orbit Store"), house.seller("Techno Dala"));
    let [linked, own, free] = ["Орбит чёрный", "Орбит белый", "Орбит синий"].map(|title| house.goods(&seller, title, 1_000, 1));
    let everybodys = house.goods(&other, "Орбит красный", 1_000, 1);
    super::shared(&house, &everybodys);
    let moderator = house.staff(StaffRole::Moderator);
    let card = format!("/moderation/cards/{}/variants", linked.product);
    moderator.at.post(&card, &[("other", everybodys.product.to_string().as_str())]).await.expect(200);
    for (from, to) in [(&own, &linked), (&linked, &own)] {
        let path = format!("/sell/listings/{}/variants", from.listing);
        let page = seller.person.at.post(&path, &[("other", to.product.to_string().as_str())]).await.expect(200);
        assert!(page.says("такие связывают только модераторы"), "{}", page.words());
    }
    assert_eq!(house.count("SELECT count(*) AS n FROM products WHERE variant_group_id IS NOT NULL"), 2);
    let view = seller.person.at.get(&format!("/sell/listings/{}", own.listing)).await.expect(200);
    assert_eq!(view.attrs("#other option", "value"), [free.product.to_string()], "only what can be linked is offered");
}
