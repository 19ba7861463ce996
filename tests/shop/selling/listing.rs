//! From a draft to the shelf, and back.

use diesel::RunQueryDsl;
use image::ImageFormat;
use samal::db::DbError;
use samal::jobs;
use samal::kernel::ListingId;
use samal::listings::{self, ExpireListings};

use super::files::{from_telephone, picture, send, send_raw};
use crate::support::{House, Page, Seller};

/// A trusted seller, or a new one.
fn seller(house: &House, trusted: bool) -> Seller {
    let seller = house.seller("Orbit Store");
    if !trusted {
        house.sql("UPDATE shops SET trusted_at = NULL");
    }
    seller
}

/// A new draft in the smartphones, its form open.
async fn draft(house: &House, seller: &Seller) -> (i64, Page) {
    let at = &seller.person.at;
    let page = at.post("/sell/listings/new", &[("", "")]).await.expect(200);
    let id: i64 = page.path.split('/').nth(3).expect("an id").parse().expect("a number");
    assert_eq!(page.path, format!("/sell/listings/{id}/category"));
    let found = at.get(&format!("{}?q=телефоны", page.path)).await.expect(200);
    let smartphones = house.text("SELECT id::text AS t FROM categories WHERE slug = 'smartphones'");
    assert!(found.attrs("button[name=category]", "value").contains(&smartphones), "{}", found.words());
    let page = at.post(&page.path, &[("category", smartphones.as_str())]).await.expect(200);
    assert_eq!(page.path, format!("/sell/listings/{id}/edit"));
    (id, page)
}

/// Everything that a smartphone needs.
fn filled<'a>(house: &House, extra: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("title", "Смартфон Orbit 12 Pro"),
        ("description", "Экран **яркий**, держит заряд два дня."),
        ("brand", "Orbit"),
        ("condition", "new"),
        ("price", "289 990 ₸"),
        ("quantity", "5"),
        ("way", "courier"),
        ("tags", "Флагман, #5g, флагман"),
        ("v-storage", "256gb"),
        ("v-ram", "12"),
        ("v-screen-size", "6,7"),
        ("v-battery", "5000"),
        ("v-nfc", "yes"),
        ("v-color", "black"),
        ("v-warranty", "24"),
    ];
    assert!(house.count("SELECT count(*) AS n FROM attributes WHERE code = 'storage'") == 1);
    fields.extend(extra);
    fields
}

fn photo() -> [super::files::File<'static>; 1] {
    [("photos", "IMG_1.jpg", from_telephone(400, 200))]
}

async fn approve(house: &House, listing: i64) -> bool {
    let approved = house.app.db.write(move |tx| -> Result<_, DbError> { Ok(listings::approve(tx, ListingId(listing))?) });
    approved.await.expect("an answer")
}

fn state(house: &House, listing: i64) -> String {
    house.text(&format!("SELECT state AS t FROM listings WHERE id = {listing}"))
}

#[actix_web::test]
async fn a_new_shops_listing_waits_for_a_moderator_and_is_found_in_three_languages() {
    let house = House::new().await;
    let seller = seller(&house, false);
    let (id, page) = draft(&house, &seller).await;
    let page = send(&seller.person.at, &page, &filled(&house, &[("do", "publish")]), &photo()).await.expect(200);
    assert_eq!(page.path, format!("/sell/listings/{id}"));
    assert!(page.says("На проверке") && page.says("Отправили модератору"), "{}", page.words());
    assert!(page.html.contains("<strong>яркий</strong>") && page.says("6,7"), "{}", page.words());
    assert_eq!(page.headers["refresh"], "5", "photos are being made");
    house.work().await;
    assert!(seller.person.at.get(&page.path).await.headers.get("refresh").is_none());

    assert!(approve(&house, id).await);
    assert!(!approve(&house, id).await, "once");
    let days = "SELECT extract(day FROM expires_at - published_at)::bigint AS n FROM listings";
    assert_eq!(house.count(days), 60);
    house.index();
    for words in ["смартфоны", "флагманы", "қара", "black", "орбит", "заряды", "NFC", "256"] {
        let page = house.visitor().get(&format!("/search?q={words}")).await.expect(200);
        assert_eq!(page.texts(".card h3").len(), 1, "{words}");
    }
    assert_eq!(house.text("SELECT slug AS t FROM products"), "smartfon-orbit-12-pro");
    assert_eq!(house.count("SELECT count(*) AS n FROM product_tags"), 2);
    assert_eq!(house.count(&format!("SELECT count(*) AS n FROM listing_history WHERE actor_id = {}", seller.person.id)), 1);
    let made = "SELECT count(*) AS n FROM listing_history WHERE (from_state, to_state) IN (('draft', 'pending_review'), ('pending_review', 'active'))";
    assert_eq!(house.count(made), 2);
}

#[actix_web::test]
async fn a_shop_with_a_record_publishes_at_once() {
    let house = House::new().await;
    let seller = seller(&house, true);
    let (id, page) = draft(&house, &seller).await;
    let page = send(&seller.person.at, &page, &filled(&house, &[("do", "publish")]), &photo()).await.expect(200);
    assert!(page.says("Товар в продаже"), "{}", page.words());
    assert_eq!(state(&house, id), "active");
}

#[actix_web::test]
async fn what_is_missing_is_told_and_everything_else_is_kept_photos_too() {
    let house = House::new().await;
    let seller = seller(&house, true);
    let (id, page) = draft(&house, &seller).await;
    let fill = filled(&house, &[("do", "publish"), ("title", "Orbit"), ("price", "договорная"), ("v-storage", ""), ("v-ram", "много")]);
    let again = send(&seller.person.at, &page, &fill, &photo()).await.expect(422);
    for words in ["от 10 знаков, сейчас 5", "Укажите цену числом", "Укажите: Память", "Укажите числом, например 6,7: Оперативная память"]
    {
        assert!(again.says(words), "{words}: {}", again.words());
    }
    assert_eq!(again.attr("#price", "value"), "договорная");
    assert_eq!(again.attr("#v-ram", "value"), "много");
    assert_eq!(again.texts(".photos li").len(), 1, "the photo is there");
    let targets: Vec<String> = again.attrs("#errors a", "href");
    assert!(targets.iter().all(|target| again.has(target)), "links lead to fields: {targets:?}");
    assert_eq!(state(&house, id), "draft");
    assert_eq!(house.text("SELECT brand AS t FROM products"), "Orbit");

    let fill = filled(&house, &[("do", "publish")]);
    send(&seller.person.at, &again, &fill, &[]).await.expect(200);
    assert_eq!(state(&house, id), "active");
    assert_eq!(house.count("SELECT count(*) AS n FROM photos"), 1);
}

#[actix_web::test]
async fn enter_and_strange_buttons_only_save() {
    let house = House::new().await;
    let seller = seller(&house, true);
    let (id, page) = draft(&house, &seller).await;
    for pressed in [("do", ""), ("do", "explode"), ("photo", "left-nothing"), ("photo", "left-6f9619ff-8b86-4011-b42d-00c04fc964ff")] {
        send(&seller.person.at, &page, &filled(&house, &[pressed]), &[]).await.expect(200);
        assert_eq!(state(&house, id), "draft");
    }
    assert_eq!(house.text("SELECT title AS t FROM products"), "Смартфон Orbit 12 Pro");
}

#[actix_web::test]
async fn new_words_on_sale_go_to_review_but_price_and_stock_do_not() {
    let house = House::new().await;
    let seller = seller(&house, false);
    let (id, page) = draft(&house, &seller).await;
    send(&seller.person.at, &page, &filled(&house, &[("do", "publish")]), &photo()).await.expect(200);
    approve(&house, id).await;
    let edit = format!("/sell/listings/{id}/edit");

    let page = seller.person.at.get(&edit).await;
    send(&seller.person.at, &page, &[("price", "199 990"), ("quantity", "9"), ("way", "post")], &[]).await.expect(200);
    assert_eq!(state(&house, id), "active");
    assert_eq!(house.count("SELECT price AS n FROM listings"), 19_999_000);

    let page = seller.person.at.get(&edit).await;
    let empty = send(&seller.person.at, &page, &[("title", ""), ("price", "0")], &[]).await.expect(422);
    assert!(empty.says("от 10 знаков") && empty.says("больше нуля"), "{}", empty.words());
    assert_eq!(state(&house, id), "active", "what buyers see stays complete");

    for change in [("title", "Смартфон Orbit 12 Pro Max"), ("tags", "другой"), ("v-ram", "16"), ("description", "Позвоните мне")]
    {
        let page = seller.person.at.get(&edit).await;
        send(&seller.person.at, &page, &[change], &[]).await.expect(200);
        assert_eq!(state(&house, id), "pending_review", "{change:?}");
        approve(&house, id).await;
    }
    let page = seller.person.at.get(&edit).await;
    send(&seller.person.at, &page, &[("do", "upload")], &[("photos", "new.png", picture(50, 50, ImageFormat::Png))]).await.expect(200);
    assert_eq!(state(&house, id), "pending_review", "a new photo");

    approve(&house, id).await;
    house.sql("UPDATE shops SET trusted_at = now()");
    let page = seller.person.at.get(&edit).await;
    send(&seller.person.at, &page, &[("title", "Смартфон Orbit 12 Pro Ultra")], &[]).await.expect(200);
    assert_eq!(state(&house, id), "active", "a shop with a record");
}

#[actix_web::test]
async fn the_moderators_reason_stands_at_its_field() {
    let house = House::new().await;
    let seller = seller(&house, false);
    let (id, page) = draft(&house, &seller).await;
    send(&seller.person.at, &page, &filled(&house, &[("do", "publish")]), &photo()).await.expect(200);
    house.app.db.write(move |tx| -> Result<_, DbError> { Ok(listings::send_back(tx, ListingId(id))?) }).await.expect("an answer");
    house.sql(&format!(
        "INSERT INTO listing_decisions (listing_id, staff_id, verdict, field, note) VALUES ({id}, {}, 'rejected', 'title', 'Уберите «хит»')",
        seller.person.id
    ));
    let page = seller.person.at.get(&format!("/sell/listings/{id}/edit")).await.expect(200);
    assert!(page.text(".n-bad").contains("Уберите «хит»"));
    assert!(seller.person.at.get("/sell").await.says("Исправить 1 объявление"));
    send(&seller.person.at, &page, &[("do", "publish")], &[]).await.expect(200);
    assert_eq!(state(&house, id), "pending_review");
}

#[actix_web::test]
async fn somebody_elses_listing_is_not_found() {
    let house = House::new().await;
    let (owner, other) = (house.seller("Orbit"), house.seller("Kelt"));
    let goods = house.goods(&owner, "Смартфон Orbit 12", 100_000, 3);
    let own = format!("/sell/listings/{}", goods.listing);
    for path in ["", "/edit", "/category", "/delete"] {
        other.person.at.get(&format!("{own}{path}")).await.expect(404);
    }
    for path in ["/edit", "/category", "/publish", "/pause", "/activate", "/archive", "/copy", "/delete"] {
        other.person.at.post(&format!("{own}{path}"), &[("title", "x"), ("category", "2")]).await.expect(404);
    }
    let files = [("photos", "a.jpg", from_telephone(40, 20))];
    send_raw(&other.person.at, &format!("{own}/edit"), &[], &files).await.expect(404);
    let fields = [(format!("price[{}]", goods.listing), "1"), ("listing".into(), &*goods.listing.to_string()), ("do".into(), "archive")];
    other.person.at.post("/sell/listings", &fields).await.expect(200);
    assert_eq!(state(&house, goods.listing), "active");
    assert_eq!(house.count("SELECT price AS n FROM listings"), 10_000_000);
    assert_eq!(house.count("SELECT count(*) AS n FROM photos"), 0);
    for id in ["0", "-1", "99999999999999999999", "x"] {
        owner.person.at.get(&format!("/sell/listings/{id}")).await.expect(404);
    }
}

#[actix_web::test]
async fn a_listing_is_paused_renewed_archived_copied_and_a_draft_deleted() {
    let house = House::new().await;
    let seller = seller(&house, true);
    let (id, page) = draft(&house, &seller).await;
    let at = &seller.person.at;
    send(at, &page, &filled(&house, &[("do", "publish")]), &photo()).await.expect(200);
    house.work().await;
    let step = async |verb: &str| at.post(&format!("/sell/listings/{id}/{verb}"), &[("", "")]).await.expect(200);
    step("pause").await;
    assert_eq!(state(&house, id), "paused");
    assert!(step("pause").await.says("ничего не изменили"));
    step("activate").await;
    assert_eq!(state(&house, id), "active");

    house.sql("UPDATE listings SET expires_at = now() - interval '1 minute'");
    listings::expire(&house.app.db).await.expect("an answer");
    assert_eq!(state(&house, id), "expired");
    assert_eq!(house.text("SELECT reason AS t FROM listing_history ORDER BY id DESC LIMIT 1"), "expired");
    step("activate").await;
    assert_eq!(house.count("SELECT count(*) AS n FROM listings WHERE state = 'active' AND expires_at > now() + interval '59 days'"), 1);

    let copied = at.post(&format!("/sell/listings/{id}/copy"), &[("", "")]).await.expect(200);
    house.work().await;
    let copy: i64 = copied.path.split('/').nth(3).expect("an id").parse().expect("a number");
    assert_eq!((state(&house, copy).as_str(), copied.attr("#title", "value").as_str()), ("draft", "Смартфон Orbit 12 Pro"));
    assert_eq!(house.count("SELECT count(*) AS n FROM photos WHERE state = 'ready'"), 2);
    let src = at.get(&copied.path).await.attr(".photos img", "src");
    let confirm = at.get(&format!("/sell/listings/{copy}/delete")).await.expect(200);
    at.send(&confirm, "main form", &[]).await.expect(200);
    assert_eq!(house.count("SELECT count(*) AS n FROM listings") + house.count("SELECT count(*) AS n FROM products"), 2);
    at.get(&src).await.expect(200);
    house.work().await;
    at.get(&src).await.expect(404);

    step("archive").await;
    assert!(at.get(&format!("/sell/listings/{id}/edit")).await.path.ends_with(&id.to_string()));
    step("activate").await;
    assert_eq!(state(&house, id), "draft");
    step("delete").await;
    assert_eq!(state(&house, id), "draft", "it was on sale once: orders may remember it");
}

#[actix_web::test]
async fn many_listings_whose_time_is_over_leave_in_batches_and_nobody_is_waited_for() {
    let house = House::new().await;
    let seller = house.seller("Orbit");
    let goods = house.goods(&seller, "Смартфон Orbit 12", 100_000, 3);
    house.sql(&format!(
        "WITH made AS (
            INSERT INTO products (category_id, owner_shop_id, title, slug, lang)
            SELECT category_id, owner_shop_id, 'Товар ' || i, 'tovar-' || i, 'ru' FROM products, generate_series(1, 1100) i WHERE id = {} RETURNING id),
         listed AS (
            INSERT INTO listings (product_id, shop_id, category_id, price, city_id, state, published_at, expires_at)
            SELECT m.id, l.shop_id, l.category_id, l.price, l.city_id, 'active', now(), now() - interval '1 hour' FROM made m, listings l RETURNING id)
         INSERT INTO stocks (listing_id, on_hand) SELECT id, 5 FROM listed",
        goods.product
    ));
    house.sql(&format!("UPDATE listings SET old_price = price * 2, old_until = now() - interval '1 hour', expires_at = now() - interval '2 hours' WHERE id <> {}", goods.listing));
    let held = house.count(&format!("SELECT min(id) AS n FROM listings WHERE id <> {}", goods.listing));
    let mut someone = house.connect();
    let mut run = |statement: &str| diesel::sql_query(statement).execute(&mut someone).expect("a row");
    run("BEGIN");
    run(&format!("SELECT 1 FROM listings WHERE id = {held} FOR UPDATE"));
    house.app.db.write_here(|tx| -> Result<_, DbError> { Ok(jobs::enqueue(tx, &ExpireListings {})?) }).expect("a job");
    house.work().await;
    assert_eq!(house.count("SELECT count(*) AS n FROM listings WHERE state = 'expired' AND old_price IS NULL"), 1_099);
    assert_eq!(house.count("SELECT count(DISTINCT xmin::text) AS n FROM listings WHERE state = 'expired'"), 3, "transactions");
    assert_eq!((state(&house, held), state(&house, goods.listing)), ("active".into(), "active".into()));
    run("ROLLBACK");
    house.app.db.write_here(|tx| -> Result<_, DbError> { Ok(jobs::enqueue(tx, &ExpireListings {})?) }).expect("a job");
    house.work().await;
    assert_eq!(state(&house, held), "expired");
    house.index();
    let page = seller.person.at.get("/sell/listings?state=expired").await.expect(200);
    assert!(page.texts(".chip").iter().any(|chip| chip.ends_with(" 1 100") || chip.ends_with(" 1100")), "{:?}", page.texts(".chip"));
}

#[actix_web::test]
async fn views_are_counted_in_memory_and_written_together() {
    let house = House::new().await;
    let seller = house.seller("Orbit");
    let goods = house.goods(&seller, "Смартфон Orbit 12", 100_000, 3);
    for _ in 0..3 {
        house.app.views.note(ListingId(goods.listing));
    }
    house.app.views.note(ListingId(999_999));
    let app = house.app.clone();
    tokio::task::spawn_blocking(move || app.tick()).await.expect("done").expect("written");
    assert_eq!(house.count("SELECT views AS n FROM listing_views"), 3);
}

#[actix_web::test]
async fn emoji_markup_and_very_long_texts_are_survived() {
    let house = House::new().await;
    let seller = seller(&house, true);
    let (_, page) = draft(&house, &seller).await;
    let long = "слово ".repeat(1700);
    let hostile =
        ["🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂", "<script>alert(1)</script>", "'; DROP TABLE products; --", "مرحبا\u{202e}abc", "a\0b", long.as_str()];
    for text in hostile {
        let names =
            ["title", "description", "brand", "tags", "price", "quantity", "city", "condition", "lang", "v-ram", "v-storage", "way"];
        let fill: Vec<(&str, &str)> = names.into_iter().map(|name| (name, text)).collect();
        let again = send(&seller.person.at, &page, &fill, &[]).await.expect(422);
        assert!(!again.html.contains("<script"), "{text}");
    }
    assert_eq!(house.count("SELECT count(*) AS n FROM products"), 1);
}

/// A smartphone on sale, with everything that it needs.
async fn on_sale(house: &House, seller: &Seller) -> i64 {
    let (id, page) = draft(house, seller).await;
    send(&seller.person.at, &page, &filled(house, &[("do", "publish")]), &photo()).await.expect(200);
    id
}

#[actix_web::test]
async fn what_is_on_sale_is_neither_emptied_nor_moved_past_what_it_needs() {
    let house = House::new().await;
    let seller = seller(&house, true);
    let (at, id) = (&seller.person.at, on_sale(&house, &seller).await);
    let edit = format!("/sell/listings/{id}/edit");
    let whole = "SELECT concat_ws(' ', l.state, c.slug, p.title, p.brand, l.by_courier, (SELECT count(*) FROM product_values),
                        (SELECT count(*) FROM product_tags), (SELECT count(*) FROM photos), (SELECT min(length(description)) FROM product_texts)) AS t
                 FROM listings l JOIN products p ON p.id = l.product_id JOIN categories c ON c.id = p.category_id AND c.id = l.category_id";
    let before = house.text(whole);
    assert!(before.starts_with("active smartphones Смартфон Orbit 12 Pro Orbit t 7 2 1"), "{before}");

    let laptops = house.text("SELECT id::text AS t FROM categories WHERE slug = 'laptops'");
    let path = format!("/sell/listings/{id}/category");
    let page = at.post(&path, &[("category", laptops.as_str())]).await.expect(422);
    assert!(page.says("нет обязательных характеристик: ") && page.has("#errors a[href='#category']"), "{}", page.words());
    assert_eq!(house.text(whole), before, "another category");

    let page = at.get(&edit).await.expect(200);
    let gone = format!("del-{}", house.text("SELECT id::text AS t FROM photos"));
    let page = send(at, &page, &[("photo", &gone), ("title", "Смартфон Orbit 13 Pro")], &[]).await.expect(422);
    assert!(page.says("Добавьте хотя бы одно фото"), "{}", page.words());
    assert_eq!(page.attr("#title", "value"), "Смартфон Orbit 13 Pro", "what was typed stays");
    assert_eq!(house.text(whole), before, "without its photo");

    for pressed in ["save", "publish"] {
        send_raw(at, &edit, &[("do".to_owned(), pressed.to_owned())], &[]).await.expect(422);
        assert_eq!(house.text(whole), before, "an empty form, {pressed}");
    }

    for step in ["archive", "activate"] {
        at.post(&format!("/sell/listings/{id}/{step}"), &[("", "")]).await.expect(200);
    }
    send_raw(at, &edit, &[("do".to_owned(), "save".to_owned())], &[]).await.expect(422);
    assert_eq!(house.text(whole), before.replace("active", "draft"), "an empty form, a draft");
    assert_eq!(at.post(&path, &[("category", laptops.as_str())]).await.expect(200).path, edit);
    assert!(house.text(whole).starts_with("draft laptops"), "a draft goes where it likes");
}

#[actix_web::test]
async fn what_was_sent_back_is_looked_at_again_whatever_was_done_between() {
    let house = House::new().await;
    let seller = seller(&house, false);
    let id = on_sale(&house, &seller).await;
    assert_eq!(state(&house, id), "pending_review");
    let said = |verdict: &str| {
        let staff = seller.person.id;
        house.sql(&format!("INSERT INTO listing_decisions (listing_id, staff_id, verdict) VALUES ({id}, {staff}, '{verdict}')"));
    };
    let publish_again = async || {
        for step in ["archive", "activate", "publish"] {
            seller.person.at.post(&format!("/sell/listings/{id}/{step}"), &[("", "")]).await.expect(200);
        }
        state(&house, id)
    };
    house.sql("UPDATE shops SET trusted_at = now()");
    for verdict in ["rejected", "removed", "restored"] {
        said(verdict);
        assert_eq!(publish_again().await, "pending_review", "{verdict}, put away and taken back");
    }
    approve(&house, id).await;
    said("approved");
    assert_eq!(publish_again().await, "active");
}

#[actix_web::test]
async fn titles_and_brands_are_of_one_line() {
    let house = House::new().await;
    let seller = seller(&house, true);
    let (_, page) = draft(&house, &seller).await;
    let lines = [("title", "Смартфон\nOrbit\t 12"), ("brand", "Orbit\r\nBcc: x@y.kz")];
    send(&seller.person.at, &page, &filled(&house, &lines), &[]).await.expect(200);
    assert_eq!(house.text("SELECT title || '|' || brand AS t FROM products"), "Смартфон Orbit 12|Orbit Bcc: x@y.kz");
}
