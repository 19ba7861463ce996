//! The history of prices, and former prices that it bears out.

use crate::support::{Goods, House};

/// Moves what was written so far some days back.
fn days_ago(house: &House, days: i64) {
    house.sql(&format!(
        "UPDATE listing_prices SET from_at = from_at - interval '{days} days', until_at = until_at - interval '{days} days'"
    ));
}

async fn price(house: &House, at: &crate::support::Visitor, goods: &Goods, tenge: &str) {
    let name = format!("price[{}]", goods.listing);
    at.post("/sell/listings", &[(name.as_str(), tenge)]).await.expect(200);
    assert!(
        house.count(&format!("SELECT count(*) AS n FROM listing_prices WHERE listing_id = {} AND until_at IS NULL", goods.listing)) == 1
    );
}

#[actix_web::test]
async fn a_reduction_is_shown_where_the_history_bears_it_out() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Смартфон Orbit", 100_000, 3);
    let at = &seller.person.at;
    days_ago(&house, 60);
    price(&house, at, &goods, "80 000").await;
    days_ago(&house, 1);
    let visitor = house.visitor();
    let page = visitor.get(&goods.path).await.expect(200);
    assert!(page.text(".buy .price").contains("100 000 ₸") && page.text(".buy").contains("−20 %"), "{}", page.text(".buy"));
    assert!(page.has("#prices svg polyline"), "{}", page.words());
    assert!(page.says("Самая низкая цена за 90 дней"), "{}", page.text(".buy"));
    assert!(visitor.get("/c/smartphones").await.text(".card").contains("−20 %"));
    // thirty days later it is no news any more
    house.sql("UPDATE listings SET old_until = now() - interval '1 minute'");
    assert!(!visitor.get(&goods.path).await.has(".buy .price s") && !visitor.get("/c/smartphones").await.has(".card s"));
}

#[actix_web::test]
async fn a_price_raised_for_the_occasion_is_never_crossed_out() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Смартфон Orbit", 80_000, 3);
    let at = &seller.person.at;
    days_ago(&house, 60);
    price(&house, at, &goods, "120 000").await;
    days_ago(&house, 3);
    price(&house, at, &goods, "80 000").await;
    assert!(!house.visitor().get(&goods.path).await.has(".buy .price s"));
    price(&house, at, &goods, "60 000").await;
    assert!(house.visitor().get(&goods.path).await.text(".buy .price s").contains("80 000 ₸"), "half of the time it was 80 000");
    // any other hand at the price takes the former one away
    house.sql(&format!("UPDATE listings SET price = 9000000 WHERE id = {}", goods.listing));
    assert!(!house.visitor().get(&goods.path).await.has(".buy .price s"));
}

#[actix_web::test]
async fn only_time_on_sale_is_written() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Смартфон Orbit", 80_000, 3);
    let rows = || house.count(&format!("SELECT count(*) AS n FROM listing_prices WHERE listing_id = {}", goods.listing));
    let at = &seller.person.at;
    at.post(&format!("/sell/listings/{}/pause", goods.listing), &[("", "")]).await.expect(200);
    assert_eq!(house.count("SELECT count(*) AS n FROM listing_prices WHERE until_at IS NULL"), 0);
    at.post("/sell/listings", &[(format!("price[{}]", goods.listing).as_str(), "70 000")]).await.expect(200);
    assert_eq!(rows(), 1, "what nobody could buy has no price");
    at.post(&format!("/sell/listings/{}/activate", goods.listing), &[("", "")]).await.expect(200);
    assert_eq!(rows(), 2);
}

#[actix_web::test]
async fn of_very_many_changes_the_latest_are_shown() {
    let house = House::new().await;
    let goods = house.goods(&house.seller("Orbit Store"), "Смартфон Orbit", 80_000, 3);
    // the present price has stood for some time: a line of no length is not drawn
    house.sql("UPDATE listing_prices SET from_at = from_at - interval '6 hours'");
    house.sql(&format!(
        "INSERT INTO listing_prices (listing_id, from_at, until_at, price)
         SELECT {}, now() - interval '6 hours' - (131 - i) * interval '12 hours', now() - interval '6 hours' - (130 - i) * interval '12 hours', (100000 + i) * 100 FROM generate_series(1, 130) i",
        goods.listing
    ));
    let prices = house.visitor().get(&goods.path).await.expect(200).texts("#prices dd");
    assert_eq!(prices.len(), 100);
    assert_eq!([prices[0].as_str(), prices[1].as_str(), prices[99].as_str()], ["80 000 ₸", "100 130 ₸", "100 032 ₸"], "the newest first");
}
