//! Words: synonyms that staff keep, what many and oneself looked for, reduced prices, the own town.

use samal::web::StaffRole;

use crate::support::{House, Page};

fn titles(page: &Page) -> Vec<String> {
    page.texts(".card h3")
}

#[actix_web::test]
async fn synonyms_of_staff_hold_at_once_and_until_they_are_removed() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    house.goods(&seller, "Смартфон Orbit", 90_000, 1);
    let staff = house.staff(StaffRole::Moderator).at;
    let visitor = house.visitor();
    let found = async || {
        house.index();
        titles(&visitor.get("/search?q=трубка").await.expect(200)).len()
    };
    assert_eq!(found().await, 0);

    let page = staff.get("/moderation/synonyms").await.expect(200);
    let form = "form:has(#words)";
    for wrong in ["", "трубка", "трубка, !!!"] {
        let again = staff.send(&page, form, &[("words", wrong)]).await.expect(422);
        assert!(again.has("#words[aria-invalid=true]"), "{wrong}");
        assert_eq!(again.attr("#words", "value"), wrong);
    }
    let page = staff.send(&page, form, &[("words", "Трубка, смартфон")]).await.expect(200);
    assert!(page.says("трубка, смартфон"));
    assert_eq!(found().await, 1);

    staff.send(&page, "form[action$='/remove']", &[]).await.expect(200);
    assert_eq!(found().await, 0);
    assert_eq!(house.texts_of("SELECT act AS t FROM acts ORDER BY id"), ["add_words", "drop_words"]);
    staff.post("/moderation/synonyms/remove", &[("id", "1")]).await.expect(404);
    house.person("Асель").at.get("/moderation/synonyms").await.expect(403);
}

#[actix_web::test]
async fn what_was_looked_for_is_offered_again_to_oneself_and_to_others_when_it_is_popular() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    house.goods(&seller, "Смартфон Orbit", 90_000, 1);
    let me = house.visitor();
    for words in ["смартфон orbit", "orbit", "ничего такого"] {
        me.get(&format!("/search?q={words}")).await.expect(200);
    }
    let offered = |page: &Page| page.attrs("#asked option", "value");
    assert_eq!(offered(&me.get("/help/about").await), ["orbit", "смартфон orbit"], "the latest first, and only what was found");
    let other = house.visitor();
    assert!(offered(&other.get("/").await).is_empty());

    for _ in 0..4 {
        house.visitor().get("/search?q=Смартфон+Orbit").await.expect(200);
    }
    house.app.tick().expect("the timers work");
    assert_eq!(house.count("SELECT n FROM asked_words WHERE words = 'смартфон orbit'"), 1, "from one address it counts once a day");
    house.sql("UPDATE asked_words SET n = 5 WHERE words = 'смартфон orbit'");
    house.app.asked.refresh(&house.app.db).expect("what is popular is read");
    let page = other.get("/search?q=смартфоны").await.expect(200);
    assert_eq!(offered(&page), ["смартфон orbit"], "five looked for it");
    assert_eq!(page.texts("section[aria-labelledby=rel] a"), ["смартфон orbit"]);

    me.post("/settings/recent", &[("recent", "off")]).await.expect(200);
    me.get("/search?q=orbit").await.expect(200);
    assert_eq!(offered(&me.get("/").await), ["смартфон orbit"], "nothing of one's own");
}

#[actix_web::test]
async fn reduced_goods_are_counted_chosen_and_ordered() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    let goods = [("Смартфон А", 90_000, 0), ("Смартфон Б", 90_000, 100_000), ("Смартфон В", 50_000, 100_000)];
    for (title, price, old) in goods {
        let made = house.goods(&seller, title, price, 1);
        if old > 0 {
            house.sql(&format!(
                "UPDATE listings SET old_price = {old} * 100, old_until = now() + interval '1 day' WHERE product_id = {}",
                made.product
            ));
        }
    }
    let visitor = house.visitor();
    let page = visitor.get("/c/smartphones").await.expect(200);
    assert_eq!(page.text("label:has(input[name=reduced]) .num"), "2");
    assert_eq!(titles(&visitor.get("/c/smartphones?reduced=1").await.expect(200)).len(), 2);
    assert_eq!(titles(&visitor.get("/c/smartphones?sort=sale").await.expect(200)), ["Смартфон В", "Смартфон Б", "Смартфон А"]);
    house.sql("UPDATE listings SET old_until = NULL, old_price = NULL");
    let page = visitor.get("/c/smartphones").await.expect(200);
    assert!(!page.has("input[name=reduced]") && !page.has("a[href*='sort=sale']"));
}

#[actix_web::test]
async fn what_is_sold_in_the_own_town_is_one_click_away() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    house.goods(&seller, "Смартфон здесь", 90_000, 1);
    let far = house.goods(&seller, "Смартфон далеко", 90_000, 1);
    house.sql(&format!("UPDATE listings SET city_id = (SELECT id FROM cities WHERE slug = 'astana') WHERE product_id = {}", far.product));
    let town = house.text(
        "SELECT slug AS t FROM cities WHERE id = (SELECT city_id FROM listings WHERE product_id <> (SELECT max(id) FROM products) LIMIT 1)",
    );
    let visitor = house.visitor();
    assert!(!visitor.get("/c/smartphones").await.has(".tools a[href*='city=']"));
    visitor.post("/settings/city", &[("city", town.as_str())]).await.expect(200);
    let page = visitor.get("/c/smartphones").await.expect(200);
    let near = visitor.get(&page.attr(".tools a[href*='city=']", "href")).await.expect(200);
    assert_eq!(titles(&near), ["Смартфон здесь"]);
    let back = visitor.get(&near.attr(".tools a[aria-current=true]", "href")).await.expect(200);
    assert_eq!(titles(&back).len(), 2);
}
