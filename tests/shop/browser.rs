//! The main thread in a real browser with scripts off, clicking only what is displayed; and once with the keyboard alone.

use std::path::PathBuf;

use fantoccini::key::Key;
use samal::accounts::hash_now;
use samal::web::StaffRole;

use crate::reviews::{address, received, shop_sums, sums};
use crate::support::{Browser, House, Person};

const PASSWORD: &str = "сорок два верблюда";

/// Gives somebody a password to sign in with.
fn with_password(house: &House, person: Person) -> Person {
    let hash = hash_now(PASSWORD, 4).expect("a hash");
    house.sql(&format!("UPDATE users SET password_hash = '{hash}' WHERE id = {}", person.id));
    person
}

/// A photo on disk, as a seller would have it.
fn photo() -> PathBuf {
    let path = std::env::temp_dir().join(format!("samal-{}.jpg", uuid::Uuid::new_v4().simple()));
    image::RgbImage::from_fn(640, 480, |x, y| image::Rgb([(x / 3) as u8, (y / 2) as u8, 120])).save(&path).expect("a photo");
    path
}

/// Registers through the form, and follows the link in the letter.
async fn register(house: &House, at: &Browser, email: &str) {
    at.go("/").await;
    at.press("Войти").await;
    at.press("Создать аккаунт").await;
    at.arrive("/register").await;
    at.fill("name", "Динара Сейтова").await;
    at.fill("email", email).await;
    at.fill("password", PASSWORD).await;
    at.click("main form[action^='/register'] button").await;
    at.arrive("/register/sent").await;
    house.work().await;
    at.go(&house.link_in_letter(email)).await;
    at.fill("password", PASSWORD).await;
    at.press("Подтвердить и войти").await;
    at.expect("Динара").await;
}

/// Opens a shop and says how it delivers.
async fn open_shop(at: &Browser) {
    at.go("/sell").await;
    at.mark("kind", "company").await;
    at.fill("tin", "220140001006").await;
    at.fill("name", "Глина и огонь").await;
    at.choose("city", "Алматы").await;
    at.press("Открыть магазин").await;
    at.arrive("/sell/shop").await;
    at.mark("courier", "1").await;
    at.fill("courier-price", "990").await;
    at.fill("courier-min", "1").await;
    at.fill("courier-max", "2").await;
    at.press("Сохранить").await;
    at.expect("Сохранили").await;
}

/// Puts up a jug with a photo; it goes to the moderators.
async fn put_up(house: &House, at: &Browser) {
    at.go("/sell").await;
    at.press("Подать объявление").await;
    at.press("Создать карточку").await;
    // both pages have a field of this name
    at.expect("В какой категории").await;
    at.fill("q", "керамика").await;
    at.click("main form.sift button").await;
    at.expect("Выбрать").await;
    at.click("main button[name='category']").await;
    at.expect("Характеристики").await;
    let photo = photo();
    at.attach("photos", &photo).await;
    at.press("Загрузить").await;
    at.expect("1 из 10").await;
    std::fs::remove_file(photo).expect("the photo is there");
    house.work().await;
    at.mark("condition", "new").await;
    at.fill("title", "Кувшин с бирюзовой глазурью").await;
    at.fill("description", "Вылеплен руками, держит воду.").await;
    let kind = house.text("SELECT o.name_ru AS t FROM attribute_options o JOIN attributes a ON a.id = o.attribute_id WHERE a.code = 'ceramic-kind' ORDER BY o.position LIMIT 1");
    at.choose("v-ceramic-kind", &kind).await;
    at.fill("price", "14 500").await;
    at.fill("quantity", "3").await;
    at.press("Опубликовать").await;
    at.expect("На проверке").await;
}

/// Takes the next case and lets it through.
async fn approve(house: &House, at: &Browser, moderator: &Person) {
    at.go("/moderation").await;
    at.sign_in(&moderator.email, PASSWORD).await;
    at.arrive("/moderation").await;
    at.press("Взять следующее").await;
    at.expect("Кувшин с бирюзовой глазурью").await;
    at.press("Одобрить и дальше").await;
    house.until("the listing is on sale", || house.count("SELECT count(*) AS n FROM listings WHERE state = 'active'") == 1).await;
    house.work().await;
}

/// Finds the jug, signs in on the way and orders it; tells the order's address.
async fn order(at: &Browser, buyer: &Person) -> String {
    at.go("/").await;
    at.click("header input[name='q']").await;
    at.keys("кувшин").await;
    at.press("Найти").await;
    at.press("Кувшин с бирюзовой глазурью").await;
    at.arrive("/p*").await;
    at.press("В корзину").await;
    at.expect("В корзине").await;
    at.click("header a[href='/cart']").await;
    at.arrive("/cart").await;
    at.press("Оформить заказ").await;
    at.sign_in(&buyer.email, PASSWORD).await;
    at.arrive("/checkout").await;
    at.choose("city", "Алматы").await;
    at.fill("street", "ул. Абая").await;
    at.fill("house", "10").await;
    at.click("main .totals button, aside.totals button").await;
    at.arrive("/purchases").await;
    at.expect("Спасибо").await;
    at.click("main a[href^='/orders/']").await;
    at.arrive("/orders").await;
    at.path().await
}

/// The shop accepts, packs, hands over, and issues against the code that the buyer shows.
async fn deliver(house: &House, shop: &Browser, buyer: &Browser, order: &str) {
    shop.go("/sell/orders").await;
    shop.click("main h2 a[href^='/sell/orders/']").await;
    shop.press("Принять заказ").await;
    shop.expect("Передал в доставку").await;
    shop.fill("carrier", "Курьер магазина").await;
    shop.press("Передал в доставку").await;
    shop.press("Курьер везёт").await;
    buyer.go(order).await;
    let code = buyer.text("main .code .big").await;
    shop.fill("code", &code).await;
    shop.press("Выдать").await;
    house.until("the order is done", || house.count("SELECT count(*) AS n FROM orders WHERE state = 'completed'") == 1).await;
    buyer.go(order).await;
    buyer.expect("Заказ выдан").await;
}

/// The buyer says how it was, and thinks better of it.
async fn rate(house: &House, at: &Browser, order: &str) {
    let said = || {
        house.text("SELECT string_agg(stars::text, ' ') AS t FROM (SELECT stars FROM reviews UNION ALL SELECT stars FROM shop_reviews) s")
    };
    at.press("Оценить").await;
    at.arrive(&format!("{order}/review")).await;
    at.click("main .line .stars label:nth-child(4)").await;
    at.mark("rating_shop", "5").await;
    at.press("Сохранить").await;
    at.expect("Спасибо, оценка сохранена").await;
    assert_eq!(said(), "4 5");
    at.press("Изменить оценку").await;
    at.click("main .line .stars label:nth-child(2)").await;
    at.press("Сохранить").await;
    house.until("the stars have changed", || said() == "2 5").await;
}

#[actix_web::test]
async fn one_sells_and_another_buys_without_a_script() {
    let house = House::new().await;
    let Some(seller) = Browser::open(&house).await else { return };
    register(&house, &seller, "dinara@samal.example").await;
    open_shop(&seller).await;
    put_up(&house, &seller).await;

    let staff = Browser::open(&house).await.expect("a second window");
    approve(&house, &staff, &with_password(&house, house.staff(StaffRole::Moderator))).await;
    staff.close().await;
    assert_eq!(house.letters("dinara@samal.example").len(), 2, "the link, and that the jug is on sale");

    let buyer = Browser::open(&house).await.expect("a third window");
    let asel = with_password(&house, house.person("Асель Нурова"));
    let number = order(&buyer, &asel).await;
    house.work().await;
    deliver(&house, &seller, &buyer, &number).await;
    house.work().await;
    assert!(house.letters(&asel.email).len() >= 4, "placed, accepted, on the way, received");
    rate(&house, &buyer, &number).await;
    buyer.close().await;
    seller.close().await;
}

#[actix_web::test]
async fn the_keyboard_alone_leads_from_the_header_to_an_order() {
    let house = House::new().await;
    let Some(at) = Browser::open(&house).await else { return };
    let shop = house.seller("Свет и тень");
    house.goods(&shop, "Лампа настольная Samal", 12_900, 5);
    let buyer = with_password(&house, house.person("Асель Нурова"));
    house.sql(&format!(
        "INSERT INTO addresses (user_id, city_id, street, house, is_default) SELECT {}, id, 'ул. Абая', '10', true FROM cities WHERE slug = 'almaty'",
        buyer.id
    ));

    at.go("/").await;
    at.tab_to("К содержанию").await;
    at.tab_to("q").await;
    at.keys("лампа").await;
    at.enter().await;
    at.arrive("/search").await;
    at.tab_to("Лампа настольная Samal").await;
    at.enter().await;
    at.arrive("/p*").await;
    at.tab_to("В корзину").await;
    at.enter().await;
    at.expect("В корзине").await;
    at.tab_to("Корзина").await;
    at.enter().await;
    at.arrive("/cart").await;
    at.tab_to("Оформить заказ").await;
    at.enter().await;
    at.arrive("/login").await;
    at.tab_to("email").await;
    at.keys(&buyer.email).await;
    at.tab_to("password").await;
    at.keys(PASSWORD).await;
    at.enter().await;
    at.arrive("/checkout").await;
    at.tab_to("Заказать").await;
    at.enter().await;
    at.arrive("/purchases").await;
    at.expect("Спасибо").await;
    assert_eq!(house.count("SELECT count(*) AS n FROM orders WHERE state = 'placed'"), 1);
    at.close().await;
}

#[actix_web::test]
async fn the_keyboard_alone_gives_stars() {
    let house = House::new().await;
    let Some(at) = Browser::open(&house).await else { return };
    let shop = house.seller("Свет и тень");
    let lamp = house.goods(&shop, "Лампа настольная Samal", 12_900, 5);
    let buyer = with_password(&house, house.person("Асель Нурова"));
    let number = received(&house, &shop, &buyer, &[&lamp]).await;
    let right = String::from(char::from(Key::Right));

    at.go(&address(&number)).await;
    at.sign_in(&buyer.email, PASSWORD).await;
    at.arrive(&address(&number)).await;
    at.tab_to("rating[").await;
    at.keys(&right.repeat(3)).await;
    at.tab_to("rating_shop").await;
    at.keys(" ").await;
    at.tab_to("Сохранить").await;
    at.enter().await;
    at.expect("Спасибо, оценка сохранена").await;
    assert_eq!((sums(&house, &lamp), shop_sums(&house, &shop)), ("4/1".into(), "1/1".into()));
    at.close().await;
}
