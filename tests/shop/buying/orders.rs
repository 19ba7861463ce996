//! Orders: what each side may do, when, and what it does to stock and money.

use samal::db::DbError;
use samal::jobs;
use samal::orders::ExpireOrders;

use super::{bought, code, newest, order_by, press, put, standing, stock};
use crate::support::{House, Seller};

const NONE: [(&str, &str); 0] = [];

#[actix_web::test]
async fn cancelling_declining_and_expiring_return_the_stock() {
    let house = House::new().await;
    let (seller, buyer) = (house.seller("Orbit Store"), house.person("Айгерим"));
    let goods = house.goods(&seller, "Чайник", 10_000, 5);
    let mut numbers = Vec::new();
    for _ in 0..3 {
        put(&buyer, &goods, 1).await;
        order_by(&buyer, &seller, "courier", "").await;
        numbers.push(newest(&house));
    }
    assert_eq!(stock(&house, &goods), "5/3");

    let page = buyer.at.get(&format!("/orders/{}/cancel", numbers[0])).await.expect(200);
    assert!(page.says("вернуть заказ") || page.says("Вернуть заказ"));
    let page = buyer.at.send(&page, &format!("form[action$='{}/cancel']", numbers[0]), &[]).await.expect(200);
    assert!(page.says("Вы отменили заказ") && page.says("Платить ничего не нужно"), "{}", page.words());

    let page = press(&seller, &numbers[1], "decline", &[]).await.expect(422);
    assert!(page.says("Выберите причину"));
    press(&seller, &numbers[1], "decline", &[("reason", "broken"), ("text", "Разбился при сборке")]).await.expect(200);
    let page = buyer.at.get(&format!("/orders/{}", numbers[1])).await.expect(200);
    assert!(page.says("Товар с браком") && page.says("Разбился при сборке"), "{}", page.words());

    house.sql(&format!("UPDATE orders SET accept_by = now() - interval '1 minute' WHERE number = '{}'", numbers[2]));
    for _ in 0..2 {
        house.app.db.write_here(|tx| -> Result<_, DbError> { Ok(jobs::enqueue(tx, &ExpireOrders {})?) }).unwrap();
        house.work().await;
    }
    assert_eq!(stock(&house, &goods), "5/0");
    let states: Vec<String> = numbers.iter().map(|number| standing(&house, number)).collect();
    assert_eq!(states, ["cancelled unfulfilled voided", "declined unfulfilled voided", "expired unfulfilled voided"]);
    for to in [&buyer.email, &seller.person.email] {
        let told = house.letters(to).iter().filter(|letter| letter.says("магазин не ответил")).count();
        assert_eq!(told, 1, "{to}");
    }
    let actors = house.text("SELECT string_agg(coalesce(actor_id::text, 'time'), ' ' ORDER BY id) AS t FROM order_history WHERE to_state IN ('cancelled', 'declined', 'expired')");
    assert_eq!(actors, format!("{} {} time", buyer.id, seller.person.id));
}

#[actix_web::test]
async fn until_the_shop_accepts_quantities_can_change() {
    let house = House::new().await;
    let (seller, buyer) = (house.seller("Orbit Store"), house.person("Айгерим"));
    let (a, b) = (house.goods(&seller, "А", 30_000, 5), house.goods(&seller, "Б", 1_000, 5));
    put(&buyer, &a, 2).await;
    put(&buyer, &b, 1).await;
    order_by(&buyer, &seller, "courier", "").await;
    let number = newest(&house);
    let path = format!("/orders/{number}/edit");
    let (qa, qb, form) = (format!("quantity[{}]", a.listing), format!("quantity[{}]", b.listing), format!("form[action*='{path}']"));

    let page = buyer.at.get(&path).await.expect(200);
    let asked = buyer.at.send(&page, &form, &[(&qa, "1"), (&qb, "5")]).await.expect(422);
    assert!(asked.says("стоит 990 ₸"), "{}", asked.words());
    // The shop may not slip in another price meanwhile.
    house.sql("UPDATE delivery_terms SET price = 90000000 WHERE way = 'courier'");
    let asked_again = buyer.at.send(&asked, &form, &[]).await.expect(422);
    assert!(asked_again.says("стоит 900 000 ₸"), "{}", asked_again.words());
    house.sql("UPDATE delivery_terms SET price = 99000 WHERE way = 'courier'");
    let page = buyer.at.send(&asked, &form, &[]).await.expect(200);
    assert!(page.says("35 990 ₸"), "smaller, the delivery is no longer free: {}", page.words());
    assert_eq!((stock(&house, &a), stock(&house, &b)), ("5/1".into(), "5/5".into()));
    assert_eq!(house.count("SELECT amount AS n FROM payment_allocations"), 3_599_000);

    let page = buyer.at.get(&path).await.expect(200);
    for (fill, said) in
        [(vec![(qb.as_str(), "6")], "Столько в магазине нет"), (vec![(qa.as_str(), "0"), (qb.as_str(), "0")], "ничего не останется")]
    {
        let wrong = buyer.at.send(&page, &form, &fill).await.expect(422);
        assert!(wrong.says(said), "{}", wrong.words());
    }
    for text in ["-1", "1000", "99999999999999999999", "🙂"] {
        buyer.at.send(&page, &form, &[(&qa, text)]).await.expect(422);
    }
    assert_eq!((stock(&house, &a), stock(&house, &b)), ("5/1".into(), "5/5".into()));
    buyer.at.send(&page, &form, &[(&qb, "0")]).await.expect(200);
    assert_eq!(house.count("SELECT count(*) AS n FROM order_items"), 1);
    assert_eq!(stock(&house, &b), "5/0");

    let stale = buyer.at.send(&page, &form, &[(&qa, "3")]).await.expect(409);
    assert!(stale.says("Заказ только что изменился"), "{}", stale.words());
    let page = buyer.at.get(&path).await.expect(200);
    press(&seller, &number, "accept", &[]).await.expect(200);
    buyer.at.send(&page, &form, &[(&qa, "2")]).await.expect(409);
    assert!(buyer.at.get(&path).await.expect(200).says("Уже поздно"));
    assert_eq!(stock(&house, &a), "5/1");
}

#[actix_web::test]
async fn of_what_is_off_sale_an_order_can_only_shrink() {
    let house = House::new().await;
    let (seller, stopped, buyer) = (house.seller("Orbit Store"), house.seller("Остановленный"), house.person("Айгерим"));
    let goods = ["paused", "expired", "removed", "active"].map(|state| (state, house.goods(&seller, state, 1_000, 9)));
    for (_, goods) in &goods {
        put(&buyer, goods, 2).await;
    }
    order_by(&buyer, &seller, "courier", "").await;
    let path = format!("/orders/{}/edit", newest(&house));
    let form = format!("form[action*='{path}']");
    for (state, goods) in &goods {
        house.sql(&format!("UPDATE listings SET state = '{state}' WHERE id = {} AND state <> '{state}'", goods.listing));
    }
    for (state, goods) in &goods[..3] {
        let page = buyer.at.get(&path).await.expect(200);
        let wrong = buyer.at.send(&page, &form, &[(&format!("quantity[{}]", goods.listing), "3")]).await.expect(422);
        assert!(wrong.says("Этот товар больше не продаётся"), "{state}: {}", wrong.words());
        assert_eq!(stock(&house, goods), "9/2", "{state}");
    }
    let page = buyer.at.get(&path).await.expect(200);
    let (less, more) = (format!("quantity[{}]", goods[0].1.listing), format!("quantity[{}]", goods[3].1.listing));
    buyer.at.send(&page, &form, &[(&less, "1"), (&more, "5")]).await.expect(200);
    assert_eq!((stock(&house, &goods[0].1), stock(&house, &goods[3].1)), ("9/1".into(), "9/5".into()));

    let kept = house.goods(&stopped, "Чайник", 1_000, 9);
    put(&buyer, &kept, 2).await;
    order_by(&buyer, &stopped, "courier", "").await;
    house.sql(&format!("UPDATE shops SET state = 'suspended' WHERE id = {}", stopped.shop));
    let path = format!("/orders/{}/edit", newest(&house));
    let page = buyer.at.get(&path).await.expect(200);
    let more = format!("quantity[{}]", kept.listing);
    buyer.at.send(&page, &format!("form[action*='{path}']"), &[(&more, "3")]).await.expect(422);
    assert_eq!(stock(&house, &kept), "9/2");
}

#[actix_web::test]
async fn a_shop_does_not_accept_what_it_has_not_seen() {
    let house = House::new().await;
    let (seller, buyer) = (house.seller("Orbit Store"), house.person("Айгерим"));
    let goods = house.goods(&seller, "А", 30_000, 5);
    put(&buyer, &goods, 1).await;
    order_by(&buyer, &seller, "courier", "").await;
    let number = newest(&house);
    let page = seller.person.at.get(&format!("/sell/orders/{number}")).await.expect(200);
    let edit = buyer.at.get(&format!("/orders/{number}/edit")).await;
    buyer.at.send(&edit, "form[action*='/edit']", &[(&format!("quantity[{}]", goods.listing), "4")]).await.expect(200);
    let page = seller.person.at.send(&page, "form[action$='/accept']", &[]).await.expect(409);
    assert!(page.says("Заказ только что изменился") && page.says("4 шт."), "{}", page.words());
    seller.person.at.send(&page, "form[action$='/accept']", &[]).await.expect(200);
    assert_eq!(standing(&house, &number), "accepted unfulfilled created");
}

#[actix_web::test]
async fn address_and_contact_change_until_a_shop_accepts() {
    let house = House::new().await;
    let (one, two, buyer) = (house.seller("Первый"), house.seller("Второй"), house.person("Айгерим"));
    for seller in [&one, &two] {
        put(&buyer, &house.goods(seller, "А", 1_000, 5), 1).await;
    }
    let purchase = order_by(&buyer, &one, "courier", "").await;
    let path = format!("{}/address", purchase.path);
    let page = buyer.at.get(&path).await.expect(200);
    assert_eq!(page.attr("#street", "value"), "Абая");
    let form = format!("form[action*='{path}']");
    let page = buyer.at.send(&page, &form, &[("street", "Достык"), ("house", "5"), ("phone", "8 777 000 11 22")]).await.expect(200);
    assert!(page.says("Достык, 5") && page.says("+7 777 000 11 22"), "{}", page.words());
    buyer.at.post(&path, &[("street", ""), ("phone", "1"), ("city", "x")]).await.expect(422);
    let page = buyer.at.get(&path).await.expect(200);
    let number = house.text(&format!("SELECT number AS t FROM orders WHERE shop_id = {}", two.shop));
    press(&two, &number, "accept", &[]).await.expect(200);
    let page = buyer.at.send(&page, &form, &[("street", "Сатпаева")]).await.expect(409);
    assert!(page.says("Сейчас: Собирают"), "{}", page.words());
    assert_eq!(house.text("SELECT street AS t FROM purchases"), "Достык");
}

#[actix_web::test]
async fn a_new_town_moves_what_the_courier_promised_and_nothing_else() {
    let house = House::new().await;
    let (brings, keeps, buyer) = (house.seller("Привозит"), house.seller("Выдаёт"), house.person("Айгерим"));
    for seller in [&brings, &keeps] {
        put(&buyer, &house.goods(seller, "А", 1_000, 5), 1).await;
    }
    house.sql(&format!("DELETE FROM delivery_terms WHERE shop_id = {} AND way <> 'pickup'", keeps.shop));
    let purchase = order_by(&buyer, &brings, "courier", "").await;
    let promised = |seller: &Seller| {
        house.text(&format!(
            "SELECT (promised_from - placed_at::date) || ' ' || (promised_to - promised_from) AS t FROM orders WHERE shop_id = {}",
            seller.shop
        ))
    };
    let first = (promised(&brings), promised(&keeps));
    let road = |days: i64| first.0.split_once(' ').map(|(from, span)| format!("{} {span}", from.parse::<i64>().expect("days") + days));
    let path = format!("{}/address", purchase.path);
    let city = |slug: &str| house.text(&format!("SELECT id::text AS t FROM cities WHERE slug = '{slug}'"));
    // from Almaty: some 970 kilometres, and at home again
    for (town, days) in [("astana", 2), ("astana", 2), ("almaty", 0)] {
        let page = buyer.at.get(&path).await.expect(200);
        buyer.at.send(&page, &format!("form[action*='{path}']"), &[("city", &city(town))]).await.expect(200);
        assert_eq!((Some(promised(&brings)), promised(&keeps)), (road(days), first.1.clone()), "{town}");
    }
}

#[actix_web::test]
async fn illegal_steps_are_answered_clearly_and_refused_by_the_database() {
    let house = House::new().await;
    let (seller, buyer) = (house.seller("Orbit Store"), house.person("Айгерим"));
    let number = bought(&house, &seller, &buyer, "courier").await;
    let at = |verb: &str| format!("/sell/orders/{number}/{verb}");
    let post = async |verb: &str, fields: &[(&str, &str)]| seller.person.at.post(&at(verb), fields).await.status.as_u16();
    let handing = [("carrier", "Наш курьер"), ("tracking", "A1")];
    for (verb, fields) in [("hand-over", &handing[..]), ("with-courier", &NONE), ("ready", &NONE), ("issue", &[("code", "000000")])] {
        assert_eq!(post(verb, fields).await, 409, "{verb} before accepting");
    }
    assert_eq!(post("accept", &NONE).await, 200);
    assert_eq!(post("accept", &NONE).await, 409);
    assert_eq!(post("ready", &NONE).await, 409, "a courier's parcel is not fetched");
    assert_eq!(post("hand-over", &[("carrier", "")]).await, 422);
    assert_eq!(post("hand-over", &handing).await, 200);
    assert_eq!(post("decline", &[("reason", "stock")]).await, 409);
    buyer.at.post(&format!("/orders/{number}/cancel"), &NONE).await.expect(409);
    assert!(buyer.at.get(&format!("/orders/{number}/cancel")).await.expect(200).says("Уже поздно"));
    assert_eq!(post("issue", &[("code", &code(&house, &number))]).await, 409, "it is not there yet");
    assert_eq!(post("with-courier", &[("version", "99")]).await, 409);
    assert_eq!(post("with-courier", &NONE).await, 200);
    assert_eq!(standing(&house, &number), "handed_over with_courier created");
    for statement in [
        "UPDATE orders SET state = 'placed'",
        "UPDATE shipments SET state = 'unfulfilled'",
        "DELETE FROM order_history",
        "UPDATE shipment_history SET state = 'issued'",
        "UPDATE stocks SET reserved = on_hand + 1",
    ] {
        let refused = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| house.sql(statement)));
        assert!(refused.is_err(), "{statement}");
    }
}

#[actix_web::test]
async fn a_parcel_that_comes_back_ends_the_order_without_a_sale() {
    let house = House::new().await;
    let (seller, buyer) = (house.seller("Orbit Store"), house.person("Айгерим"));
    let goods = house.goods(&seller, "Лампа", 5_000, 5);
    put(&buyer, &goods, 2).await;
    order_by(&buyer, &seller, "courier", "").await;
    let number = newest(&house);
    let at = format!("/sell/orders/{number}");
    assert_eq!(seller.person.at.post(&format!("{at}/returned"), &NONE).await.status, 409, "nothing was sent");
    press(&seller, &number, "accept", &[]).await.expect(200);
    assert!(!seller.person.at.get(&at).await.expect(200).has("form[action$='/returned']"));
    press(&seller, &number, "hand-over", &[("carrier", "Наш курьер")]).await.expect(200);
    press(&seller, &number, "with-courier", &[]).await.expect(200);
    assert_eq!(stock(&house, &goods), "5/2");

    let page = press(&seller, &number, "returned", &[]).await.expect(200);
    assert!(page.says("Не вручён") && !page.has("form[action*='/sell/orders/']"), "{}", page.words());
    assert_eq!((standing(&house, &number), stock(&house, &goods)), ("cancelled returned_to_sender voided".into(), "5/0".into()));
    assert_eq!(seller.person.at.post(&format!("{at}/returned"), &NONE).await.status, 409, "once");
    let fields = [("code", code(&house, &number))];
    assert_eq!(seller.person.at.post(&format!("{at}/issue"), &fields).await.status, 409, "it is over");
    let page = buyer.at.get(&format!("/orders/{number}")).await.expect(200);
    assert!(page.text("h1").contains("не вручён") && page.says("Платить ничего не нужно"), "{}", page.words());
    assert!(!page.says("Покупатель отменил"), "nobody called it off");
    house.work().await;
    assert!(house.letters(&buyer.email).iter().any(|letter| letter.text("h1").contains("не вручён")));
    // nothing is under way any more: the account can be left
    assert_eq!(buyer.at.get("/me/leave").await.expect(200).texts("#password").len(), 1);
}

#[actix_web::test]
async fn a_wrong_code_hands_nothing_out_and_guesses_are_counted() {
    let house = House::with(|config| config.limits.account = 3).await;
    let (seller, buyer) = (house.seller("Orbit Store"), house.person("Айгерим"));
    let number = bought(&house, &seller, &buyer, "pickup").await;
    press(&seller, &number, "accept", &[]).await.expect(200);
    press(&seller, &number, "ready", &[]).await.expect(200);
    let right = code(&house, &number);
    let wrong = if right == "123456" { "654321" } else { "123456" };
    let page = press(&seller, &number, "issue", &[("code", "12")]).await.expect(422);
    assert!(page.has("#code[aria-invalid]"));
    let page = press(&seller, &number, "issue", &[("code", wrong)]).await.expect(422);
    assert!(page.says("Код не подошёл") && page.has("#errors a[href='#code']"), "{}", page.words());
    press(&seller, &number, "issue", &[("code", wrong)]).await.expect(422);
    press(&seller, &number, "issue", &[("code", &right)]).await.expect(429);
    assert_eq!(standing(&house, &number), "handed_over ready_for_pickup created");
}

#[actix_web::test]
async fn an_order_is_only_its_buyers_and_its_shops() {
    let house = House::new().await;
    let (seller, rival) = (house.seller("Orbit Store"), house.seller("Соперник"));
    let (buyer, other) = (house.person("Айгерим"), house.person("Данияр"));
    let number = bought(&house, &seller, &buyer, "courier").await;
    for who in [&other, &seller.person] {
        for path in ["", "/edit", "/cancel"] {
            who.at.get(&format!("/orders/{number}{path}")).await.expect(404);
        }
        for path in ["/edit", "/cancel"] {
            who.at.post(&format!("/orders/{number}{path}"), &NONE).await.expect(404);
        }
    }
    for path in ["", "/label"] {
        rival.person.at.get(&format!("/sell/orders/{number}{path}")).await.expect(404);
    }
    for verb in ["accept", "decline", "hand-over", "with-courier", "ready", "returned", "issue"] {
        let fields = [("reason", "stock"), ("carrier", "x"), ("tracking", "x"), ("code", "123456")];
        rival.person.at.post(&format!("/sell/orders/{number}/{verb}"), &fields).await.expect(404);
        assert_eq!(buyer.at.post(&format!("/sell/orders/{number}/{verb}"), &fields).await.path, "/sell");
    }
    assert_eq!(standing(&house, &number), "placed unfulfilled created");
    for bad in ["x", "0000-0000", "%F0%9F%99%82", "AAAA-AAAA"] {
        buyer.at.get(&format!("/orders/{bad}")).await.expect(404);
        seller.person.at.get(&format!("/sell/orders/{bad}")).await.expect(404);
    }
}

#[actix_web::test]
async fn the_shop_sees_phone_and_address_only_while_it_works_on_the_order() {
    let house = House::new().await;
    let (seller, buyer) = (house.seller("Orbit Store"), house.person("Айгерим"));
    let number = bought(&house, &seller, &buyer, "courier").await;
    let path = format!("/sell/orders/{number}");
    let sees = async || {
        let page = seller.person.at.get(&path).await.expect(200);
        (page.says("+7 701 123 45 67"), page.says("Абая, 52"))
    };
    assert_eq!(sees().await, (false, false));
    assert_eq!(seller.person.at.get(&format!("{path}/label")).await.path, path);
    press(&seller, &number, "accept", &[]).await.expect(200);
    assert_eq!(sees().await, (true, true));
    assert!(seller.person.at.get(&format!("{path}/label")).await.expect(200).says("Абая, 52"));
    press(&seller, &number, "decline", &[("reason", "stock")]).await.expect(200);
    assert_eq!(sees().await, (false, false));
}

#[actix_web::test]
async fn lists_are_paged_by_key_and_counted() {
    let house = House::new().await;
    let (seller, buyer) = (house.seller("Orbit Store"), house.person("Айгерим"));
    assert!(buyer.at.get("/orders").await.expect(200).says("Заказов ещё нет"));
    let number = bought(&house, &seller, &buyer, "courier").await;
    for n in 0..24 {
        house.sql(&format!(
            "WITH p AS (INSERT INTO purchases (number, buyer_id, contact_name, contact_phone, city_id, street, house)
                        SELECT 'TEST-' || {n}, buyer_id, contact_name, contact_phone, city_id, street, house FROM purchases WHERE number NOT LIKE 'TEST%' RETURNING id),
                  o AS (INSERT INTO orders (number, purchase_id, shop_id, way, goods_total, delivery_price, promised_from, promised_to, accept_by, issue_code)
                        SELECT 'TEST-' || {n}, p.id, shop_id, way, goods_total, delivery_price, promised_from, promised_to, accept_by - interval '1 hour' * {n}, issue_code
                        FROM orders, p WHERE orders.number = '{number}' RETURNING id)
             INSERT INTO shipments (order_id) SELECT id FROM o"
        ));
    }
    let page = buyer.at.get("/orders").await.expect(200);
    assert_eq!(page.texts("article").len(), 20);
    let page = buyer.at.get(&page.attr("a[rel=next]", "href")).await.expect(200);
    assert_eq!((page.texts("article").len(), page.has("a[rel=next]")), (5, false));
    let page = seller.person.at.get("/sell/orders").await.expect(200);
    assert_eq!(page.texts(".ord").len(), 20);
    assert!(page.text(".ord h2").contains("TEST-23"), "the nearest deadline comes first");
    assert_eq!(page.texts(".chips .num"), ["25", "0", "0", "0"]);
    let page = seller.person.at.get(&page.attr("a[rel=next]", "href")).await.expect(200);
    assert_eq!(page.texts(".ord").len(), 5);
    for tab in ["pack", "transit", "done", "nonsense"] {
        seller.person.at.get(&format!("/sell/orders?tab={tab}&after=99999999999999.1")).await.expect(200);
    }
    buyer.at.get("/orders?tab=done&after=x").await.expect(200);
    let cost = house.statements(buyer.at.get("/orders")).await;
    assert!(cost <= 8, "{cost} statements for a page of purchases");
}

#[actix_web::test]
async fn twenty_wrong_codes_shut_the_code_until_the_buyer_takes_a_fresh_one() {
    let house = House::with(|config| config.limits.account = 100).await;
    let (seller, buyer) = (house.seller("Orbit Store"), house.person("Айгерим"));
    let number = bought(&house, &seller, &buyer, "pickup").await;
    press(&seller, &number, "accept", &[]).await.expect(200);
    press(&seller, &number, "ready", &[]).await.expect(200);
    let (right, issue) = (code(&house, &number), format!("/sell/orders/{number}/issue"));
    let wrong = if right == "123456" { "654321" } else { "123456" };
    let fresh = format!("/orders/{number}/code");
    buyer.at.post(&fresh, &NONE).await.expect(200);
    assert_eq!(code(&house, &number), right, "it is not shut");
    for n in 1..20 {
        let page = seller.person.at.post(&issue, &[("code", wrong)]).await.expect(422);
        assert!(page.says("Код не подошёл"), "{n}: {}", page.words());
    }
    let page = seller.person.at.post(&issue, &[("code", wrong)]).await.expect(422);
    assert!(page.says("код закрыт") && !page.has("#code"), "{}", page.words());
    seller.person.at.post(&issue, &[("code", &right)]).await.expect(422);
    assert_eq!(standing(&house, &number), "handed_over ready_for_pickup created");
    house.work().await;
    let letters = house.letters(&buyer.email);
    assert_eq!(letters.iter().filter(|letter| letter.says("слишком много раз введён неверный код")).count(), 1);

    house.person("Данияр").at.post(&fresh, &NONE).await.expect(404);
    seller.person.at.post(&fresh, &NONE).await.expect(404);
    let page = buyer.at.get(&format!("/orders/{number}")).await.expect(200);
    assert!(!page.has(".code"), "a code that opens nothing is not shown");
    let page = buyer.at.send(&page, &format!("form[action$='{fresh}']"), &[]).await.expect(200);
    let new = code(&house, &number);
    assert!(page.says("Вот новый код") && page.text(".code .big").replace(' ', "") == new && new != right);
    press(&seller, &number, "issue", &[("code", &right)]).await.expect(422);
    press(&seller, &number, "issue", &[("code", &new)]).await.expect(200);
    assert_eq!(standing(&house, &number), "completed issued captured");
}

#[actix_web::test]
async fn carriers_numbers_and_recipients_are_of_one_line() {
    let house = House::new().await;
    let (seller, buyer) = (house.seller("Orbit Store"), house.person("Айгерим"));
    let goods = house.goods(&seller, "Чайник", 10_000, 5);
    put(&buyer, &goods, 1).await;
    let purchase = order_by(&buyer, &seller, "post", "").await;
    let path = format!("{}/address", purchase.path.split('?').next().unwrap_or_default());
    let page = buyer.at.get(&path).await.expect(200);
    buyer.at.send(&page, &format!("form[action*='{path}']"), &[("name", "Айгерим\nBcc: x@y.kz")]).await.expect(200);
    assert_eq!(house.text("SELECT contact_name AS t FROM purchases"), "Айгерим Bcc: x@y.kz");
    let number = newest(&house);
    press(&seller, &number, "accept", &[]).await.expect(200);
    press(&seller, &number, "hand-over", &[("carrier", "Казпочта\nBcc: x"), ("tracking", "KZ\r\n1")]).await.expect(200);
    assert_eq!(house.text("SELECT carrier || '|' || tracking AS t FROM shipments"), "Казпочта Bcc: x|KZ 1");
}
