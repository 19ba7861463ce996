//! Where a rating is seen: cards, products, offers, shops, letters, the download of one's data.

use super::{address, rate, received, starred};
use crate::finding::cost;
use crate::support::{House, Seller};

fn shop_starred(house: &House, seller: &Seller, stars: i64, reviews: i64) {
    house.sql(&format!("UPDATE shops SET stars_sum = {stars}, reviews = {reviews} WHERE id = {}", seller.shop));
}

#[actix_web::test]
async fn a_rating_stands_on_cards_and_pages_and_only_where_somebody_rated() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let (lamp, plain) = (house.goods(&seller, "Смартфон Orbit", 5_000, 5), house.goods(&seller, "Смартфон Kelt", 5_000, 5));
    starred(&house, &lamp, 1_284 * 4 + 963, 1_284);
    shop_starred(&house, &seller, 14, 3);
    let visitor = house.visitor();
    for (path, said) in [
        ("", "Рейтинг 4,7 из 5, 1 284 оценки"),
        ("/kk", "Рейтингі 5 жұлдыздан 4,7, 1 284 бағалау"),
        ("/en", "Rated 4.7 of 5, 1,284 ratings"),
    ] {
        let page = visitor.get(&format!("{path}/c/smartphones")).await.expect(200);
        let said: Vec<String> = vec![said.to_owned()];
        let tidy = |text: &String| text.replace('\u{a0}', " ");
        assert_eq!(page.attrs(".card .rate", "aria-label").iter().map(tidy).collect::<Vec<_>>(), said);
        assert!(page.has(&format!("#p{} .rate", lamp.product)) && !page.has(&format!("#p{} .rate", plain.product)));
        let product = visitor.get(&format!("{path}{}", lamp.path)).await.expect(200);
        assert_eq!(tidy(&product.attr(".info .rate", "aria-label")), said[0]);
    }
    // the card's own order: photo, price, title, rating, place, button
    let page = visitor.get("/c/smartphones").await;
    assert_eq!(page.text(".card .rate"), "4,7· 1 284");
    let card = page.html.split(&format!("id=\"p{}\"", lamp.product)).nth(1).expect("a card");
    let places: Vec<usize> = ["class=\"price\"", "<h3>", "class=\"rate\"", "class=\"where\"", "name=\"listing\""]
        .map(|part| card.find(part).expect(part))
        .to_vec();
    assert!(places.is_sorted(), "{places:?}");

    let page = visitor.get(&lamp.path).await;
    let rating = "[itemtype='https://schema.org/Product'] [itemprop=aggregateRating]";
    assert_eq!(page.attr(&format!("{rating} [itemprop=ratingValue]"), "content"), "4.75");
    assert_eq!(page.attr(&format!("{rating} [itemprop=ratingCount]"), "content"), "1284");
    assert_eq!(page.text(".seller .rate"), "4,6· 3 оценки", "14 of 3 are never shown as better than they are");
    let shop = visitor.get(&format!("/shops/{}", seller.slug)).await.expect(200);
    assert_eq!(shop.attr(".shopsign .rate", "aria-label"), "Рейтинг 4,6 из 5, 3 оценки");

    shop_starred(&house, &seller, 0, 0);
    let page = visitor.get(&plain.path).await.expect(200);
    assert!(!page.has(".info .rate") && !page.has("[itemprop=aggregateRating]") && !page.has(".seller .rate"));
    assert!(!visitor.get(&format!("/shops/{}", seller.slug)).await.has(".shopsign .rate"));
}

#[actix_web::test]
async fn offers_tell_their_shops_rating_and_can_be_ordered_by_it() {
    let house = House::new().await;
    let sellers = ["Orbit Store", "Techno Dala", "Kelt"].map(|name| house.seller(name));
    let goods = house.goods(&sellers[0], "Смартфон Orbit", 50_000, 3);
    house.sql(&format!("UPDATE products SET owner_shop_id = NULL, shared_at = now() WHERE id = {}", goods.product));
    for (seller, tenge) in sellers.iter().zip([0, 60_000, 70_000]).skip(1) {
        let listing = house.count(&format!(
            "INSERT INTO listings (product_id, shop_id, category_id, price, city_id, by_pickup, state, published_at, expires_at)
             SELECT product_id, {}, category_id, {tenge}00, city_id, true, 'active', now(), now() + interval '60 days' FROM listings WHERE id = {} RETURNING id AS n",
            seller.shop, goods.listing
        ));
        house.sql(&format!("INSERT INTO stocks (listing_id, on_hand) VALUES ({listing}, 3)"));
    }
    shop_starred(&house, &sellers[1], 9, 2);
    shop_starred(&house, &sellers[2], 5, 1);
    let visitor = house.visitor();
    let page = visitor.get(&goods.path).await.expect(200);
    assert_eq!(page.attrs(".offers .rate", "aria-label"), ["Рейтинг 4,5 из 5, 2 оценки", "Рейтинг 5,0 из 5, 1 оценка"]);
    let link = page.attrs(".chip[rel=nofollow]", "href").into_iter().find(|link| link.contains("order=rating")).expect("a link");
    let page = visitor.get(link.split('#').next().unwrap()).await.expect(200);
    let first = |n: usize| page.texts(".offers li")[n].clone();
    assert!(
        first(0).starts_with("Kelt") && first(1).starts_with("Techno Dala") && first(2).starts_with("Orbit Store"),
        "{}",
        page.text(".offers")
    );
    assert_eq!(page.texts(".chip[aria-current=true]"), ["С лучшей оценкой"]);
    assert!(
        visitor.get(&format!("/en{}", goods.path)).await.text(".why").contains("5.0 %"),
        "the mark of the language, also where risk is told"
    );
}

#[actix_web::test]
async fn ratings_cost_no_statements() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Смартфон Orbit", 5_000, 5);
    house.goods(&seller, "Смартфон Kelt", 5_000, 5);
    let visitor = house.visitor();
    let paths = ["/c/smartphones", "/search?q=смартфон", &goods.path, &format!("/shops/{}", seller.slug)].map(str::to_owned);
    let mut before = Vec::new();
    for path in &paths {
        before.push(cost(&house, &visitor, path).await);
    }
    starred(&house, &goods, 9, 2);
    shop_starred(&house, &seller, 9, 2);
    for (path, before) in paths.iter().zip(before) {
        assert_eq!(cost(&house, &visitor, path).await, before, "{path}");
    }
    assert!(cost(&house, &visitor, "/c/smartphones?rating=4&sort=rating").await <= 2);
}

#[actix_web::test]
async fn the_letter_about_a_received_order_invites_to_rate_it() {
    let house = House::new().await;
    let (seller, buyer) = (house.seller("Orbit Store"), house.person("Айгерим"));
    let goods = house.goods(&seller, "Лампа", 5_000, 5);
    let number = received(&house, &seller, &buyer, &[&goods]).await;
    house.work().await;
    let letters = house.letters(&buyer.email);
    let letter = letters.iter().find(|letter| letter.says("выдан")).expect("a letter");
    assert_eq!(
        letter.attrs("a[href]", "href")[..2],
        [format!("{}/orders/{number}", house.base), format!("{}{}", house.base, address(&number))]
    );
    assert!(letter.says("Поставьте оценку"), "{}", letter.words());
    let page = buyer.at.get(&address(&number)).await.expect(200);
    assert!(page.has("[name=rating_shop]") && page.says("Лампа") && page.says("Orbit Store"));
    assert!(!house.letters(&seller.person.email).iter().any(|letter| letter.has("a[href$='/review']")));
}

#[actix_web::test]
async fn ones_own_stars_are_in_the_download_and_outlive_the_account() {
    let house = House::new().await;
    let (seller, buyer) = (house.seller("Orbit Store"), house.person("Айгерим"));
    let goods = house.goods(&seller, "Лампа", 5_000, 5);
    let number = received(&house, &seller, &buyer, &[&goods]).await;
    rate(&house, &buyer, &number, &[4], 5).await.expect(200);
    let data: serde_json::Value = serde_json::from_str(&buyer.at.get("/me/data").await.expect(200).html).unwrap();
    let told = |n: usize| (data["reviews"][n]["order"].clone(), data["reviews"][n]["title"].clone(), data["reviews"][n]["stars"].clone());
    assert_eq!(told(0), (number.as_str().into(), "Лампа".into(), 4.into()), "{}", data["reviews"]);
    assert_eq!(told(1), (number.as_str().into(), serde_json::Value::Null, 5.into()), "{}", data["reviews"]);
    let other: serde_json::Value = serde_json::from_str(&seller.person.at.get("/me/data").await.expect(200).html).unwrap();
    assert_eq!(other["reviews"].as_array().map(Vec::len), Some(0), "stars are their giver's");

    let left = house
        .app
        .db
        .write_here(|tx| -> Result<_, samal::db::DbError> { Ok(samal::storefront::me::leave(tx, samal::kernel::UserId(buyer.id))?) });
    assert!(!left.unwrap().any());
    let page = house.visitor().get(&goods.path).await.expect(200);
    assert_eq!(page.attr(".info .rate", "aria-label"), "Рейтинг 4,0 из 5, 1 оценка");
    assert!(!page.says("Айгерим"));
}
