//! Links that come by mail: used once, short-lived, of one purpose.

use super::{PASSWORD, ask_for_account, confirm, is_in, registered, sign_in};
use crate::support::House;

const NEW: &str = "четыре быстрых сайгака";

#[actix_web::test]
async fn a_recovery_link_sets_one_new_password_and_ends_the_other_sessions() {
    let house = House::new().await;
    let elsewhere = registered(&house, "Айгерим", "a@samal.example").await;
    let visitor = house.visitor();
    let page = visitor.get("/recover?email=a%40samal.example&next=%2Fme%2Faddresses").await.expect(200);
    visitor.send(&page, "form.panel", &[]).await.expect(200);
    house.work().await;
    let link = house.link_in_letter("a@samal.example");
    let form = visitor.get(&link).await.expect(200);
    let short = visitor.send(&form, "form.panel", &[("password", "мало")]).await.expect(422);
    assert!(short.says("от 8 знаков"));
    let arrived = visitor.send(&form, "form.panel", &[("password", NEW)]).await.expect(200);
    assert_eq!(arrived.path, "/me/addresses", "signed in, and where they were going");
    assert!(!is_in(&elsewhere).await, "the other device is signed out");
    visitor.get(&link).await.expect(404);
    visitor.post(&link, &[("password", "ещё один пароль")]).await.expect(404);
    sign_in(&house.visitor(), "a@samal.example", PASSWORD).await.expect(422);
    assert_eq!(sign_in(&house.visitor(), "a@samal.example", NEW).await.path, "/me");
    house.work().await;
    assert!(house.letters("a@samal.example").pop().unwrap().says("Пароль сменили"));
}

#[actix_web::test]
async fn an_old_recovery_link_no_longer_works() {
    let house = House::new().await;
    registered(&house, "Айгерим", "a@samal.example").await;
    let visitor = house.visitor();
    visitor.post("/recover", &[("email", "a@samal.example")]).await.expect(200);
    house.work().await;
    let link = house.link_in_letter("a@samal.example");
    let life = "SELECT round(extract(epoch FROM expires_at - created_at))::bigint AS n FROM mailed_links WHERE purpose = 'recover'";
    assert!((1799..=1801).contains(&house.count(life)), "half an hour");
    house.sql("UPDATE mailed_links SET expires_at = now() - interval '1 second' WHERE purpose = 'recover'");
    assert!(visitor.get(&link).await.expect(404).says("больше не работает"));
    visitor.post(&link, &[("password", NEW)]).await.expect(404);
    sign_in(&visitor, "a@samal.example", PASSWORD).await.expect(200);
}

#[actix_web::test]
async fn a_link_pressed_by_many_at_once_is_used_once() {
    let house = House::new().await;
    ask_for_account(&house.visitor(), "/register", "Айгерим", "a@samal.example").await.expect(200);
    house.work().await;
    let link = house.link_in_letter("a@samal.example");
    let presses = (0..12).map(|_| {
        let (visitor, link) = (house.visitor(), link.clone());
        async move { visitor.post(&link, &[("password", PASSWORD)]).await.path }
    });
    let arrived = futures_util::future::join_all(presses).await.into_iter().filter(|path| path == "/").count();
    assert_eq!(arrived, 1);
    assert_eq!(house.count("SELECT count(*) AS n FROM users"), 1);
    assert_eq!(house.count("SELECT count(*) AS n FROM sessions"), 1);
}

#[actix_web::test]
async fn a_link_does_only_what_it_was_made_for() {
    let house = House::new().await;
    registered(&house, "Айгерим", "a@samal.example").await;
    let visitor = house.visitor();
    visitor.post("/recover", &[("email", "a@samal.example")]).await.expect(200);
    ask_for_account(&visitor, "/register", "Ерлан", "b@samal.example").await.expect(200);
    house.work().await;
    let (recover, verify) = (house.link_in_letter("a@samal.example"), house.link_in_letter("b@samal.example"));
    visitor.post(&recover.replace("/recover/", "/verify/"), &[("x", "y")]).await.expect(404);
    visitor.post(&verify.replace("/verify/", "/recover/"), &[("password", NEW)]).await.expect(404);
    visitor.get(&recover).await.expect(200);
    visitor.get(&verify).await.expect(200);
}

#[actix_web::test]
async fn a_new_address_is_confirmed_there_and_the_old_one_is_told() {
    let house = House::new().await;
    let visitor = registered(&house, "Айгерим", "old@samal.example").await;
    let page = visitor.get("/me/security/email").await.expect(200);
    let wrong = visitor.send(&page, "form.panel", &[("email", "new@samal.example"), ("password", "not mine")]).await.expect(422);
    assert!(wrong.has("#password[aria-invalid=true]"));
    visitor.send(&page, "form.panel", &[("email", "new@samal.example"), ("password", PASSWORD)]).await.expect(200);
    house.work().await;
    assert_eq!(house.text("SELECT email AS t FROM users"), "old@samal.example", "nothing changes before the link is followed");
    let done = confirm(&house, &visitor, "new@samal.example").await.expect(200);
    assert_eq!(done.path, "/me/security");
    house.work().await;
    assert!(house.letters("old@samal.example").pop().unwrap().says("new@samal.example"));
    sign_in(&house.visitor(), "old@samal.example", PASSWORD).await.expect(422);
    assert_eq!(sign_in(&house.visitor(), "new@samal.example", PASSWORD).await.path, "/me");
}

#[actix_web::test]
async fn a_new_address_that_has_an_account_is_not_given_away() {
    let house = House::new().await;
    let visitor = registered(&house, "Айгерим", "a@samal.example").await;
    registered(&house, "Ерлан", "taken@samal.example").await;
    let page = visitor.get("/me/security/email").await.expect(200);
    let ask = async |email: &str| {
        let answer = visitor.send(&page, "form.panel", &[("email", email), ("password", PASSWORD)]).await.expect(200);
        answer.text(".flash").replace(email, "x")
    };
    assert_eq!(ask("taken@samal.example").await, ask("free@samal.example").await);
    house.work().await;
    assert!(house.letters("taken@samal.example").pop().unwrap().says("уже есть аккаунт"));
    // Free when asked for, taken when confirmed.
    registered(&house, "Дина", "free@samal.example").await;
    let link = house.letters("free@samal.example")[0].attr("a[href]", "href");
    let led = visitor.post(&link, &[("x", "y")]).await;
    assert!(led.path == "/" || led.status == 404, "{}", led.path);
    assert_eq!(house.count("SELECT count(*) AS n FROM users WHERE email = 'a@samal.example'"), 1);
}
