//! Links to an offer: lists that show a certain one lead to it, and the product's page keeps it.

use super::{offer, shared};
use crate::support::House;

#[actix_web::test]
async fn a_card_leads_to_the_very_offer_that_it_shows() {
    let house = House::new().await;
    let (cheap, dear) = (house.seller("Orbit Store"), house.seller("Techno Dala"));
    let (goods, other) = (house.goods(&cheap, "Смартфон Orbit", 100_000, 3), house.goods(&cheap, "Смартфон Kelt", 50_000, 3));
    shared(&house, &goods);
    shared(&house, &other);
    // of another kind, so that it stands among the shop's goods and not among similar ones
    let laptops = "SELECT id FROM categories WHERE slug = 'laptops'";
    house.sql(&format!("UPDATE products SET category_id = ({laptops}) WHERE id = {}", other.product));
    house.sql("UPDATE listings l SET category_id = p.category_id FROM products p WHERE p.id = l.product_id");
    let (listing, kelt) = (offer(&house, &dear, &goods, 140_000, 3), offer(&house, &dear, &other, 70_000, 3));
    house.sql(&format!("UPDATE listings SET city_id = (SELECT id FROM cities WHERE slug = 'astana') WHERE shop_id = {}", dear.shop));
    house.sql(&format!("UPDATE listings SET old_price = 15000000, old_until = now() + interval '9 days' WHERE id = {listing}"));
    let visitor = house.visitor();
    let card = format!("#p{}", goods.product);
    for list in [
        format!("/shops/{}", dear.slug),
        format!("/c/smartphones?shop={}", dear.shop),
        "/c/smartphones?city=astana".to_owned(),
        "/c/smartphones?price_from=120000".to_owned(),
        "/search?q=orbit&reduced=1".to_owned(),
    ] {
        let page = visitor.get(&list).await.expect(200);
        assert!(page.text(&format!("{card} .price")).starts_with("140 000 ₸"), "{list}");
        let link = page.attr(&format!("{card} h3 a"), "href");
        assert_eq!(link, format!("{}?listing={listing}", goods.path), "{list}");
        let product = visitor.get(&link).await.expect(200);
        assert!(product.text(".buy .price").starts_with("140 000 ₸"), "{list}");
        assert_eq!(product.attr("link[rel=canonical]", "href"), format!("{}{}", house.base, goods.path));
        assert_eq!(product.attr(".buy [name=back]", "value"), link, "one comes back to the same offer");
        let others = product.attr(&format!("#p{} h3 a", other.product), "href");
        assert_eq!(others, format!("{}?listing={kelt}", other.path), "the shop's other goods are its own offers");
    }
    for list in ["/c/smartphones", "/c/smartphones?sort=cheap", "/search?q=orbit", "/"] {
        let page = visitor.get(list).await.expect(200);
        assert_eq!(page.attr(&format!("{card} h3 a"), "href"), goods.path, "{list}: any offer will do");
    }
    let kazakh = visitor.get(&format!("/kk/shops/{}", dear.slug)).await.expect(200);
    assert_eq!(kazakh.attr(&format!("{card} h3 a"), "href"), format!("/kk{}?listing={listing}", goods.path));
}

#[actix_web::test]
async fn what_was_picked_and_the_order_of_the_offers_keep_each_other() {
    let house = House::new().await;
    let (first, second) = (house.seller("Orbit Store"), house.seller("Techno Dala"));
    let goods = house.goods(&first, "Смартфон Orbit", 100_000, 3);
    shared(&house, &goods);
    let listing = offer(&house, &second, &goods, 140_000, 3);
    let visitor = house.visitor();
    let page = visitor.get(&goods.path).await.expect(200);
    let link = |hrefs: Vec<String>, part: &str| hrefs.into_iter().find(|href| href.contains(part)).expect("a link");
    let sorted = link(page.attrs("a.chip[rel=nofollow]", "href"), "order=price");
    assert_eq!(sorted, format!("{}?order=price#offers", goods.path), "nothing was picked");
    let page = visitor.get(&sorted).await.expect(200);
    let picked = link(page.attrs(".offers .price a", "href"), &listing.to_string());
    assert_eq!(picked, format!("{}?listing={listing}&order=price", goods.path));
    let page = visitor.get(&picked).await.expect(200);
    assert_eq!(page.text(".buy .price"), "140 000 ₸");
    assert_eq!(page.text(".chip[aria-current]"), "Дешевле");
    let chips = page.attrs("a.chip[rel=nofollow]", "href");
    assert!(chips.iter().all(|href| href.contains(&format!("listing={listing}"))), "{chips:?}");
    let page = visitor.get(&link(chips, "order=rating")).await.expect(200);
    assert_eq!((page.text(".buy .price"), page.text(".chip[aria-current]")), ("140 000 ₸".to_owned(), "С лучшей оценкой".to_owned()));
    // under a wrong name both stay, too
    let moved = visitor.get(&format!("/p/{}-old?listing={listing}&order=price", goods.product)).await.expect(200);
    assert_eq!(moved.path, picked);
}
