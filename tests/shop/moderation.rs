//! Moderation: the queue, verdicts, complaints, shops, service roles.

use std::process::Command;

use futures_util::future::join_all;
use samal::web::StaffRole;

use crate::support::{Goods, House, Page, Person, Seller};

/// A seller without a record.
fn newcomer(house: &House, name: &str) -> Seller {
    let seller = house.seller(name);
    house.sql(&format!("UPDATE shops SET trusted_at = NULL WHERE id = {}", seller.shop));
    seller
}

/// A listing that waits for a moderator; later ones wait behind earlier ones.
fn waiting(house: &House, seller: &Seller, title: &str) -> Goods {
    let goods = house.goods(seller, title, 1000, 3);
    house.sql(&format!(
        "UPDATE listings SET state = 'pending_review', published_at = NULL, submitted_at = clock_timestamp() WHERE id = {}",
        goods.listing
    ));
    goods
}

fn state(house: &House, goods: &Goods) -> String {
    house.text(&format!("SELECT state AS t FROM listings WHERE id = {}", goods.listing))
}

fn case(goods: &Goods) -> String {
    format!("/moderation/listings/{}", goods.listing)
}

async fn decide(staff: &Person, goods: &Goods, fields: &[(&str, &str)]) -> Page {
    let page = staff.at.get(&case(goods)).await.expect(200);
    staff.at.send(&page, "form.preview", fields).await
}

#[actix_web::test]
async fn staff_pages_are_for_staff_only() {
    let house = House::new().await;
    let (guest, buyer, moderator) = (house.visitor(), house.person("Айгерим"), house.staff(StaffRole::Moderator));
    let seller = house.seller("Orbit Store");
    for path in ["/moderation", "/moderation/queue", "/moderation/reports", "/moderation/acts"] {
        let page = guest.get(path).await;
        assert!(page.path.starts_with("/login?next="), "{path} led to {}", page.path);
        buyer.at.get(path).await.expect(403);
        seller.person.at.get(path).await.expect(403);
        moderator.at.get(path).await.expect(200);
    }
    let suspend = format!("/moderation/shops/{}/suspend", seller.shop);
    moderator.at.get(&suspend).await.expect(403);
    moderator.at.post(&suspend, &[("note", "x")]).await.expect(403);
    house.staff(StaffRole::Manager).at.get(&suspend).await.expect(200);
}

#[actix_web::test]
async fn the_oldest_case_comes_first_and_a_verdict_leads_to_the_next() {
    let house = House::new().await;
    let (shop, moderator) = (newcomer(&house, "Техно Мир"), house.staff(StaffRole::Moderator));
    let (first, second) = (waiting(&house, &shop, "Первый телефон"), waiting(&house, &shop, "Второй телефон"));
    let page = moderator.at.get("/moderation/queue").await.expect(200);
    assert_eq!(page.texts(".items a"), ["Первый телефон", "Второй телефон"]);
    let page = moderator.at.send(&page, ".head form", &[]).await.expect(200);
    assert_eq!((page.path.as_str(), page.text("h1").as_str()), (case(&first).as_str(), "Первый телефон"));
    assert!(page.says("Ваше до"));

    let page = moderator.at.send(&page, "form.preview", &[("decision", "approve")]).await.expect(200);
    assert_eq!(page.path, case(&second));
    assert_eq!((state(&house, &first).as_str(), state(&house, &second).as_str()), ("active", "pending_review"));
    let published =
        format!("SELECT count(*) AS n FROM listings WHERE id = {} AND published_at IS NOT NULL AND expires_at > now()", first.listing);
    assert_eq!(house.count(&published), 1);
    let acted = format!("SELECT actor_id AS n FROM listing_history WHERE listing_id = {} AND to_state = 'active'", first.listing);
    assert_eq!(house.count(&acted), moderator.id);
    house.work().await;
    let letters = house.letters(&shop.person.email);
    assert!(letters.len() == 1 && letters[0].says("Первый телефон"));
    assert!(house.link_in_letter(&shop.person.email).starts_with("/p/"));

    let page = moderator.at.send(&page, "form.preview", &[("decision", "skip")]).await.expect(200);
    assert_eq!((page.path.as_str(), state(&house, &second).as_str()), ("/moderation/queue", "pending_review"));
}

#[actix_web::test]
async fn sending_back_needs_a_reason_which_the_seller_reads_in_their_language() {
    let house = House::new().await;
    let (shop, moderator) = (newcomer(&house, "Техно Мир"), house.staff(StaffRole::Moderator));
    let goods = waiting(&house, &shop, "Телефон");
    house.sql(&format!("UPDATE users SET lang = 'kk' WHERE id = {}", shop.person.id));
    let page = decide(&moderator, &goods, &[("decision", "reject"), ("note", "Уберите номер с фото 3")]).await.expect(422);
    assert!(page.says("Выберите причину") && page.html.contains("Уберите номер с фото 3"), "{}", page.words());
    decide(&moderator, &goods, &[("decision", "reject"), ("reason", "other")]).await.expect(422);
    assert_eq!(state(&house, &goods), "pending_review");

    decide(&moderator, &goods, &[("decision", "reject"), ("reason", "contacts"), ("note", "Уберите номер с фото 3")]).await.expect(200);
    assert_eq!(state(&house, &goods), "rejected");
    let kept = "SELECT field || ' ' || reason || ' ' || note AS t FROM listing_decisions";
    assert_eq!(house.text(kept), "description contacts Уберите номер с фото 3");
    house.work().await;
    let letter = house.letters(&shop.person.email).pop().expect("a letter");
    assert!(letter.says("алып тастап, қайта жіберіңіз") && letter.says("Уберите номер с фото 3"), "{}", letter.words());
    assert_eq!(house.link_in_letter(&shop.person.email), format!("/kk/sell/listings/{}/edit", goods.listing));
}

#[actix_web::test]
async fn enter_decides_nothing() {
    let house = House::new().await;
    let (shop, moderator) = (newcomer(&house, "Техно Мир"), house.staff(StaffRole::Moderator));
    let goods = waiting(&house, &shop, "Телефон");
    let page = decide(&moderator, &goods, &[("reason", "price"), ("note", "Проверьте цену")]).await.expect(422);
    assert!(page.has("input[value=price][checked]") && page.html.contains("Проверьте цену"));
    assert!(
        !page.has("form.preview > button[name]") && page.has("form.preview > button.vh"),
        "the first button is the one that Enter presses"
    );
    assert_eq!((state(&house, &goods).as_str(), house.count("SELECT count(*) AS n FROM acts")), ("pending_review", 0));
}

#[actix_web::test]
async fn what_looks_suspicious_is_marked_and_linked() {
    let house = House::new().await;
    let (shop, moderator) = (newcomer(&house, "Техно Мир"), house.staff(StaffRole::Moderator));
    let goods = waiting(&house, &shop, "Телефон, пишите в WhatsApp");
    let text = "Звоните +7 700 000 00 00 <b>\nНужна предоплата, это реплика";
    house.sql(&format!("UPDATE product_texts SET description = '{text}' WHERE product_id = {}", goods.product));
    let page = moderator.at.get(&case(&goods)).await.expect(200);
    assert_eq!(page.texts("mark"), ["WhatsApp", "Звоните", "+7 700 000 00 00", "предоплата", "реплика"]);
    assert_eq!(page.texts("h1 mark"), ["WhatsApp"]);
    for link in page.attrs("a[href^='#w']", "href") {
        assert!(page.has(&format!("mark{link}")), "{link} leads nowhere");
    }
    assert!(page.html.contains("&lt;b&gt;") || page.html.contains("&#60;b&#62;"));
    for (key, button) in [("a", "approve"), ("r", "reject"), ("s", "skip")] {
        assert_eq!(page.attr(&format!("button[value={button}]"), "accesskey"), key);
    }
}

#[actix_web::test]
async fn a_case_is_one_moderators_for_ten_minutes() {
    let house = House::new().await;
    let (shop, one, two) = (newcomer(&house, "Техно Мир"), house.staff(StaffRole::Moderator), house.staff(StaffRole::Moderator));
    let goods = waiting(&house, &shop, "Телефон");
    let version = one.at.get(&case(&goods)).await.attr("input[name=version]", "value");
    one.at.post("/moderation/next", &[("", "")]).await.expect(200);
    assert_eq!(two.at.post("/moderation/next", &[("", "")]).await.path, "/moderation/queue");
    assert!(!two.at.get(&case(&goods)).await.expect(200).has("button[name=decision]"));
    let page = two.at.post(&case(&goods), &[("decision", "approve"), ("version", &version)]).await.expect(200);
    assert!(page.says("у другого модератора") && state(&house, &goods) == "pending_review");

    house.sql("UPDATE review_locks SET until = now() - interval '1 second'");
    assert_eq!(two.at.post("/moderation/next", &[("", "")]).await.path, case(&goods));
}

#[actix_web::test]
async fn twenty_moderators_at_once_get_twenty_cases() {
    let house = House::new().await;
    let shop = newcomer(&house, "Техно Мир");
    let staff: Vec<Person> = (0..20).map(|_| house.staff(StaffRole::Moderator)).collect();
    (0..20).for_each(|n| drop(waiting(&house, &shop, &format!("Телефон {n}"))));
    let asked = staff.iter().map(|person| person.at.post("/moderation/next", &[("", "")]));
    let mut paths: Vec<String> = join_all(asked).await.into_iter().map(|page| page.path).collect();
    paths.sort();
    paths.dedup();
    assert_eq!(paths.len(), 20, "{paths:?}");
    assert_eq!(house.count("SELECT count(DISTINCT staff_id) AS n FROM review_locks"), 20);
}

#[actix_web::test]
async fn a_case_decided_or_changed_meanwhile_is_told_and_left_alone() {
    let house = House::new().await;
    let (shop, one, two) = (newcomer(&house, "Техно Мир"), house.staff(StaffRole::Moderator), house.staff(StaffRole::Moderator));
    let goods = waiting(&house, &shop, "Телефон");
    let stale = two.at.get(&case(&goods)).await;
    house.sql(&format!("UPDATE products SET title = 'Другой', updated_at = now() WHERE id = {}", goods.product));
    let page = two.at.send(&stale, "form.preview", &[("decision", "approve")]).await.expect(200);
    assert!(page.says("Продавец изменил объявление") && page.text("h1") == "Другой");

    decide(&one, &goods, &[("decision", "approve")]).await.expect(200);
    let page = two.at.send(&page, "form.preview", &[("decision", "reject"), ("reason", "price")]).await.expect(200);
    assert!(page.says("Уже решено") && state(&house, &goods) == "active");
    assert_eq!(house.count("SELECT count(*) AS n FROM listing_decisions"), 1);
}

#[actix_web::test]
async fn fifty_verdicts_at_once_are_one() {
    let house = House::new().await;
    let (shop, moderator) = (newcomer(&house, "Техно Мир"), house.staff(StaffRole::Moderator));
    let goods = waiting(&house, &shop, "Телефон");
    let version = moderator.at.get(&case(&goods)).await.attr("input[name=version]", "value");
    let path = case(&goods);
    let fields = [("decision", "approve"), ("version", version.as_str())];
    let answers = join_all((0..50).map(|_| moderator.at.post(&path, &fields))).await;
    assert!(answers.iter().all(|page| page.status == 200));
    assert_eq!(house.count("SELECT count(*) AS n FROM listing_decisions"), 1);
    assert_eq!(house.count("SELECT count(*) AS n FROM acts"), 1);
}

#[actix_web::test]
async fn nobody_judges_their_own_goods() {
    let house = House::new().await;
    let shop = newcomer(&house, "Свой магазин");
    house.sql(&format!("UPDATE users SET staff_role = 'moderator' WHERE id = {}", shop.person.id));
    let goods = waiting(&house, &shop, "Телефон");
    assert_eq!(shop.person.at.post("/moderation/next", &[("", "")]).await.path, "/moderation/queue");
    let page = decide(&shop.person, &goods, &[("decision", "approve")]).await.expect(200);
    assert!(page.says("другой модератор") && state(&house, &goods) == "pending_review");
}

#[actix_web::test]
async fn five_good_listings_earn_trust_and_a_removal_ends_it() {
    let house = House::new().await;
    let (shop, moderator) = (newcomer(&house, "Техно Мир"), house.staff(StaffRole::Moderator));
    let trusted = format!("SELECT count(trusted_at) AS n FROM shops WHERE id = {}", shop.shop);
    let mut last = None;
    for n in 1..=5 {
        assert_eq!(house.count(&trusted), 0, "after {} listings", n - 1);
        let goods = waiting(&house, &shop, &format!("Телефон {n}"));
        decide(&moderator, &goods, &[("decision", "approve")]).await.expect(200);
        last = Some(goods);
    }
    assert_eq!(house.count(&trusted), 1);
    let last = last.expect("a listing");
    moderator.at.post(&format!("{}/hide", case(&last)), &[("reason", "prohibited")]).await.expect(200);
    assert_eq!(house.count(&trusted), 0);

    let more = waiting(&house, &shop, "Телефон 6");
    decide(&moderator, &more, &[("decision", "approve")]).await.expect(200);
    assert_eq!(house.count(&trusted), 0, "a removal counts for thirty days");
    house.sql("UPDATE listing_decisions SET at = now() - interval '31 days' WHERE verdict = 'removed'");
    for n in 7..=10 {
        assert_eq!(house.count(&trusted), 0, "it is earned again from the beginning");
        let again = waiting(&house, &shop, &format!("Телефон {n}"));
        decide(&moderator, &again, &[("decision", "approve")]).await.expect(200);
    }
    assert_eq!(house.count(&trusted), 1);
}

#[actix_web::test]
async fn a_lost_record_comes_back_by_no_other_verdict_than_new_approvals() {
    let house = House::new().await;
    let (shop, manager) = (newcomer(&house, "Техно Мир"), house.staff(StaffRole::Manager));
    let trusted = format!("SELECT count(trusted_at) AS n FROM shops WHERE id = {}", shop.shop);
    for n in 1..=5 {
        let goods = waiting(&house, &shop, &format!("Телефон {n}"));
        decide(&manager, &goods, &[("decision", "approve")]).await.expect(200);
    }
    assert_eq!(house.count(&trusted), 1);
    let path = format!("/moderation/shops/{}", shop.shop);
    manager.at.post(&format!("{path}/suspend"), &[("note", "Жалобы на обман")]).await.expect(200);
    manager.at.post(&format!("{path}/reopen"), &[("note", "")]).await.expect(200);
    let verdicts: [&[(&str, &str)]; 3] =
        [&[("decision", "reject"), ("reason", "price")], &[("decision", "skip")], &[("decision", "approve")]];
    for verdict in verdicts {
        let goods = waiting(&house, &shop, "Ещё телефон");
        decide(&manager, &goods, verdict).await.expect(200);
        assert_eq!(house.count(&trusted), 0, "{verdict:?}");
    }
}

#[actix_web::test]
async fn staff_keep_their_hands_off_their_own_shop() {
    let house = House::new().await;
    let (shop, rival, buyer) = (house.seller("Свой магазин"), house.seller("Соперник"), house.person("Айгерим"));
    house.sql(&format!("UPDATE users SET staff_role = 'manager' WHERE id = {}", shop.person.id));
    let (goods, other) = (house.goods(&shop, "Телефон", 1000, 3), house.goods(&rival, "Телефон", 1000, 3));
    let (listing, own, theirs) = (goods.listing.to_string(), goods.product.to_string(), other.product.to_string());
    buyer.at.post("/report", &[("listing", listing.as_str()), ("reason", "fake")]).await.expect(200);
    buyer.at.post("/report", &[("shop", shop.shop.to_string().as_str()), ("reason", "rude")]).await.expect(200);
    let reports = house.texts_of("SELECT id::text AS t FROM reports");
    assert_eq!(reports.len(), 2);
    let (this, card) = (format!("/moderation/shops/{}", shop.shop), |product: &str| format!("/moderation/cards/{product}"));
    let mut acts: Vec<(String, &str, &str)> = vec![
        (format!("{}/hide", case(&goods)), "reason", "prohibited"),
        (format!("{}/restore", case(&goods)), "", ""),
        (format!("{this}/suspend"), "note", "Жалобы"),
        (format!("{this}/reopen"), "note", ""),
        (format!("{}/share", card(&own)), "", ""),
        (format!("{}/merge", card(&own)), "into", theirs.as_str()),
        (format!("{}/merge", card(&theirs)), "into", own.as_str()),
        (format!("{}/variants", card(&theirs)), "other", own.as_str()),
        (format!("{}/variants", card(&own)), "do", "unlink"),
    ];
    acts.extend(reports.iter().map(|report| (format!("/moderation/reports/{report}"), "decision", "dismiss")));
    for (path, name, value) in acts {
        let page = shop.person.at.post(&path, &[(name, value)]).await.expect(200);
        assert!(page.says("Это ваш магазин: здесь решает другой сотрудник"), "{path}: {}", page.words());
    }
    assert_eq!(house.count("SELECT (SELECT count(*) FROM acts) + (SELECT count(*) FROM reports WHERE state <> 'open') AS n"), 0);
    assert_eq!(house.text(&format!("SELECT state AS t FROM shops WHERE id = {}", shop.shop)), "open");

    let waits = waiting(&house, &shop, "Ещё телефон");
    let page = shop.person.at.post("/moderation/next", &[("listing", waits.listing.to_string())]).await.expect(200);
    assert!(page.says("проверяет другой модератор"), "{}", page.words());
    let page = decide(&shop.person, &waits, &[("decision", "skip")]).await.expect(200);
    assert!(page.says("проверяет другой модератор"), "{}", page.words());
    assert_eq!(house.count("SELECT count(*) AS n FROM review_locks"), 0);
}

#[actix_web::test]
async fn a_listing_is_taken_off_with_a_reason_and_comes_back_through_the_queue() {
    let house = House::new().await;
    let (shop, buyer, moderator) = (house.seller("Orbit Store"), house.person("Айгерим"), house.staff(StaffRole::Moderator));
    let goods = house.goods(&shop, "Телефон", 1000, 3);
    let listing = goods.listing.to_string();
    buyer.at.post("/report", &[("listing", listing.as_str()), ("reason", "fake")]).await;
    let page = moderator.at.get(&format!("{}/hide", case(&goods))).await.expect(200);
    let form = "form.panel";
    moderator.at.send(&page, form, &[]).await.expect(422);
    let done = moderator.at.send(&page, form, &[("reason", "prohibited"), ("note", "Подделка")]).await.expect(200);
    assert!(done.says("Сняли с продажи") && state(&house, &goods) == "removed");
    assert_eq!(house.text("SELECT state AS t FROM reports"), "upheld");
    let again = moderator.at.send(&page, form, &[("reason", "prohibited")]).await.expect(200);
    assert!(again.says("Уже решено"));
    house.work().await;
    let letters = house.letters(&shop.person.email);
    assert!(letters.len() == 1 && letters[0].says("нельзя продавать") && letters[0].says("Подделка"));

    let page = moderator.at.send(&done, "section.preview form", &[]).await.expect(200);
    assert!(page.says("Вернули в очередь") && state(&house, &goods) == "pending_review");
    assert_eq!(house.texts_of("SELECT act AS t FROM acts ORDER BY id"), ["hide", "restore"]);
}

#[actix_web::test]
async fn a_stopped_shop_leaves_the_queue_and_its_owner_is_told_why() {
    let house = House::new().await;
    let (shop, manager) = (newcomer(&house, "Техно Мир"), house.staff(StaffRole::Manager));
    let goods = waiting(&house, &shop, "Телефон");
    let version = manager.at.get(&case(&goods)).await.attr("input[name=version]", "value");
    let card = manager.at.get(&format!("/moderation/shops/{}", shop.shop)).await.expect(200);
    let page = manager.at.get(&card.attr("a.btn-bad", "href")).await.expect(200);
    manager.at.send(&page, "form.panel", &[]).await.expect(422);
    let done = manager.at.send(&page, "form.panel", &[("note", "Жалобы на обман")]).await.expect(200);
    assert!(done.says("приостановлен"));
    assert_eq!(manager.at.post("/moderation/next", &[("", "")]).await.path, "/moderation/queue");
    let told = manager.at.post(&case(&goods), &[("decision", "approve"), ("version", &version)]).await.expect(200);
    assert!(told.says("Магазин приостановлен") && state(&house, &goods) == "pending_review");
    house.work().await;

    let page = manager.at.get(&format!("/moderation/shops/{}/reopen", shop.shop)).await.expect(200);
    manager.at.send(&page, "form.panel", &[]).await.expect(200);
    assert_eq!(house.text(&format!("SELECT state AS t FROM shops WHERE id = {}", shop.shop)), "open");
    house.work().await;
    let letters = house.letters(&shop.person.email);
    assert!(letters.len() == 2 && letters[0].says("Жалобы на обман") && letters[1].says("снова работает"));
}

#[actix_web::test]
async fn a_complaint_is_filed_once_and_settled_once() {
    let house = House::new().await;
    let (shop, buyer, moderator) = (house.seller("Orbit Store"), house.person("Айгерим"), house.staff(StaffRole::Moderator));
    let goods = house.goods(&shop, "Телефон", 1000, 3);
    let path = format!("/report?listing={}", goods.listing);
    assert!(house.visitor().get(&path).await.path.starts_with("/login?next="));
    let page = buyer.at.get(&path).await.expect(200);
    assert!(buyer.at.send(&page, "main form", &[]).await.expect(422).says("Выберите, что не так"));
    let long = "я".repeat(1001);
    buyer.at.send(&page, "main form", &[("reason", "fraud"), ("text", &long)]).await.expect(422);
    buyer.at.send(&page, "main form", &[("reason", "other")]).await.expect(422);
    let fill = [("reason", "fraud"), ("text", "Просит предоплату\nна карту")];
    join_all((0..10).map(|_| buyer.at.send(&page, "main form", &fill))).await;
    assert_eq!(house.count("SELECT count(*) AS n FROM reports"), 1);
    let shops = format!("/report?shop={}", shop.shop);
    assert!(buyer.at.get(&format!("/shops/{}", shop.slug)).await.expect(200).has(&format!("a[href='{shops}']")));
    let page = buyer.at.get(&shops).await.expect(200);
    buyer.at.send(&page, "main form", &[("reason", "rude")]).await;
    for nothing in ["/report", "/report?listing=0", "/report?shop=x", "/report?listing=1&shop=1", "/report?listing=99999999999999999999"] {
        buyer.at.get(nothing).await.expect(404);
    }

    let list = moderator.at.get("/moderation/reports").await.expect(200);
    assert_eq!(list.texts(".items a"), ["Похоже на обман: Телефон", "Грубость или оскорбления: Orbit Store"]);
    let page = moderator.at.get(&list.attr(".items a", "href")).await.expect(200);
    moderator.at.send(&page, "form.preview", &[]).await.expect(422);
    assert!(
        moderator
            .at
            .send(&page, "form.preview", &[("decision", "dismiss"), ("note", "Проверено")])
            .await
            .expect(200)
            .says("не подтвердилась")
    );
    assert!(moderator.at.send(&page, "form.preview", &[("decision", "uphold")]).await.expect(200).says("Уже решено"));
    assert_eq!(house.texts_of("SELECT act || ' ' || note AS t FROM acts"), ["dismiss Проверено"]);
    moderator.at.post("/moderation/reports/99", &[("decision", "uphold")]).await.expect(404);
    let page = buyer.at.get(&path).await.expect(200);
    buyer.at.send(&page, "main form", &[("reason", "wrong")]).await;
    assert_eq!(
        house.count("SELECT count(*) AS n FROM reports WHERE listing_id IS NOT NULL"),
        2,
        "a settled complaint leaves room for another"
    );
}

#[actix_web::test]
async fn the_log_is_paged_by_key_and_sifted_by_who_and_what() {
    let house = House::new().await;
    let (one, two) = (house.staff(StaffRole::Moderator), house.staff(StaffRole::Moderator));
    house.sql(&format!(
        "INSERT INTO acts (staff_id, act, subject) SELECT {}, 'approve', 'listing:' || n FROM generate_series(1, 60) n",
        one.id
    ));
    house.sql(&format!("INSERT INTO acts (staff_id, act, subject, note) VALUES ({}, 'hide', 'listing:7', 'Подделка')", two.id));
    let page = one.at.get("/moderation/acts").await.expect(200);
    assert_eq!(page.texts("tbody tr").len(), 50);
    let deeper = one.at.get(&page.attr("a[rel=next]", "href")).await.expect(200);
    assert_eq!((deeper.texts("tbody tr").len(), deeper.has("a[rel=next]")), (11, false));
    let by = one.at.get(&format!("/moderation/acts?staff={}", two.id)).await.expect(200);
    assert_eq!(by.texts("tbody tr").len(), 1);
    let about = one.at.get("/moderation/acts?kind=listing&number=7").await.expect(200);
    assert_eq!((about.texts("tbody tr").len(), about.says("Подделка")), (2, true));
    assert!(house.try_sql("DELETE FROM acts").is_err() && house.try_sql("UPDATE acts SET note = 'x'").is_err());
}

#[actix_web::test]
async fn reading_staff_pages_writes_nothing() {
    let house = House::new().await;
    let (shop, moderator) = (newcomer(&house, "Техно Мир"), house.staff(StaffRole::Moderator));
    let goods = waiting(&house, &shop, "Телефон");
    for path in ["/moderation", "/moderation/queue", &case(&goods), "/moderation/reports", "/moderation/acts"] {
        moderator.at.get(path).await.expect(200);
    }
    assert_eq!(house.count("SELECT (SELECT count(*) FROM review_locks) + (SELECT count(*) FROM acts) AS n"), 0);
    for path in
        ["/moderation/listings/0", "/moderation/listings/x", "/moderation/shops/0", "/moderation/reports/0", "/moderation/listings/0/hide"]
    {
        moderator.at.get(path).await.expect(404);
    }
    moderator.at.post("/moderation/listings/0", &[("decision", "approve")]).await.expect(404);
}

/// Runs `samal staff …` against the house's database: what it says, and whether it worked.
fn samal(house: &House, arguments: &[&str]) -> (bool, String) {
    use secrecy::ExposeSecret;
    let output = Command::new(env!("CARGO_BIN_EXE_samal"))
        .arg("staff")
        .args(arguments)
        .env("DATABASE_URL", house.app.config.database_url.expose_secret())
        .env("SAMAL_SECRET", house.app.config.secret.expose_secret())
        .output()
        .expect("the program runs");
    let said = if output.status.success() { output.stdout } else { output.stderr };
    (output.status.success(), String::from_utf8(said).expect("text").trim().to_owned())
}

#[actix_web::test]
async fn roles_are_given_and_taken_on_the_command_line_and_count_from_the_next_page() {
    let house = House::new().await;
    let person = house.person("Динара");
    person.at.get("/moderation").await.expect(403);
    let shouted = person.email.to_uppercase();
    assert!(samal(&house, &["grant", &shouted, "moderator"]).0);
    person.at.get("/moderation").await.expect(200);
    assert!(samal(&house, &["list"]).1.contains(&person.email));
    assert!(samal(&house, &["revoke", &person.email]).0);
    person.at.get("/moderation").await.expect(403);
    assert_eq!(house.texts_of("SELECT act || ' ' || note AS t FROM acts ORDER BY id"), ["grant moderator", "revoke moderator"]);

    for (arguments, told) in [
        (vec!["grant", "nobody@samal.example", "moderator"], "nobody has an account with the e-mail nobody@samal.example"),
        (vec!["grant", person.email.as_str(), "king"], "there is no role \"king\": choose moderator, manager or owner"),
        (vec!["revoke", person.email.as_str()], "has no service role"),
    ] {
        let (worked, said) = samal(&house, &arguments);
        assert!(!worked && said.contains(told) && said.lines().count() == 1, "{said}");
    }
}
