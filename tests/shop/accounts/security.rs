//! The password, the devices, the profile, the settings.

use super::{PASSWORD, is_in, registered, sign_in};
use crate::support::House;

const NEW: &str = "четыре быстрых сайгака";

#[actix_web::test]
async fn a_new_password_needs_the_old_one_and_signs_out_everywhere_else() {
    let house = House::new().await;
    let here = registered(&house, "Айгерим", "a@samal.example").await;
    let there = house.visitor();
    sign_in(&there, "a@samal.example", PASSWORD).await.expect(200);
    let page = here.get("/me/security").await.expect(200);
    let form = "form[action^='/me/security/password']";
    let wrong = here.send(&page, form, &[("current_password", "not mine"), ("password", NEW)]).await.expect(422);
    assert!(wrong.has("#current_password[aria-invalid=true]") && !wrong.has("#password[aria-invalid=true]"), "{}", wrong.words());
    let same = here.send(&page, form, &[("current_password", PASSWORD), ("password", PASSWORD)]).await.expect(422);
    assert!(same.says("нынешний пароль"));
    assert!(is_in(&there).await);
    here.send(&page, form, &[("current_password", PASSWORD), ("password", NEW)]).await.expect(200);
    assert!(is_in(&here).await && !is_in(&there).await);
    house.work().await;
    assert!(house.letters("a@samal.example").pop().unwrap().says("Пароль сменили"));
    sign_in(&house.visitor(), "a@samal.example", PASSWORD).await.expect(422);
}

#[actix_web::test]
async fn devices_are_listed_and_ended_one_by_one_or_all_others() {
    let house = House::new().await;
    let person = house.person("Айгерим");
    let (second, third) = (house.signed_in(person.id), house.signed_in(person.id));
    let page = person.at.get("/me/security").await.expect(200);
    let devices = page.attrs("button[name=session]", "value");
    assert_eq!(devices.len(), 2, "the one in use is not offered");
    person.at.post("/me/security/sessions", &[("session", &devices[0])]).await.expect(200);
    assert!(is_in(&person.at).await && (is_in(&second).await != is_in(&third).await));
    person.at.send(&page, "form[action='/me/security/sessions/others']", &[]).await.expect(200);
    assert!(is_in(&person.at).await && !is_in(&second).await && !is_in(&third).await);
}

#[actix_web::test]
async fn nobody_ends_another_persons_session() {
    let house = House::new().await;
    let (person, stranger) = (house.person("Айгерим"), house.person("Ерлан"));
    let theirs = house.count(&format!("SELECT id AS n FROM sessions WHERE user_id = {}", person.id)).to_string();
    stranger.at.post("/me/security/sessions", &[("session", theirs.as_str())]).await.expect(404);
    for strange in ["", "x", "99999999999999999999", "-1"] {
        stranger.at.post("/me/security/sessions", &[("session", strange)]).await.expect(404);
    }
    stranger.at.post("/me/security/sessions/others", &[("x", "y")]).await.expect(200);
    assert!(is_in(&person.at).await);
}

#[actix_web::test]
async fn an_expired_session_is_no_session() {
    let house = House::new().await;
    let person = house.person("Айгерим");
    house.sql("UPDATE sessions SET expires_at = now() - interval '1 second'");
    assert!(!is_in(&person.at).await);
}

#[actix_web::test]
async fn name_phone_and_language_of_letters_are_changed_at_once() {
    let house = House::new().await;
    let person = house.person("Айгерим");
    let page = person.at.get("/me/edit").await.expect(200);
    assert!(page.attr("#phone", "value").contains("701"));
    let done =
        person.at.send(&page, "form.panel", &[("name", "  Айгерим 🙂\tСеитова "), ("phone", "8 (705) 123-45-67"), ("lang", "kk")]).await;
    assert_eq!(done.expect(200).text("h1"), "Айгерим 🙂 Сеитова");
    assert_eq!(house.text("SELECT name || phone || lang AS t FROM users"), "Айгерим 🙂 Сеитова+77051234567kk");
    for (field, value) in [("name", " "), ("name", &"ж".repeat(10_000)), ("phone", "+1 202 555 0100"), ("lang", "de"), ("lang", "")] {
        let again = person.at.send(&page, "form.panel", &[(field, value)]).await.expect(422);
        assert!(again.has(&format!(".sum a[href='#{field}']")), "{field}: {}", again.words());
    }
}

#[actix_web::test]
async fn the_choice_of_colours_is_kept_and_leads_back() {
    let house = House::new().await;
    let guest = house.visitor();
    let page = guest.post("/settings/theme", &[("theme", "dark"), ("back", "/kk/settings")]).await.expect(200);
    assert_eq!((page.path.as_str(), page.attr("html", "data-theme").as_str()), ("/kk/settings", "dark"));
    guest.post("/settings/theme", &[("theme", "purple"), ("back", "/settings")]).await.expect(400);
    let away = guest.post("/settings/theme", &[("theme", "auto"), ("back", "https://evil.example")]).await;
    assert_eq!(away.path, "/");
    assert!(!guest.get("/settings").await.expect(200).has("html[data-theme]"));
}

#[actix_web::test]
async fn every_page_of_an_account_is_whole_in_each_language() {
    let house = House::new().await;
    let person = house.person("Айгерим");
    let guest = house.visitor();
    for prefix in ["", "/kk", "/en"] {
        for path in ["/login", "/register", "/recover", "/register/sent", "/recover/sent?email=a@b.kz", "/settings"] {
            whole(&guest.get(&format!("{prefix}{path}")).await.expect(200));
        }
        whole(&guest.get(&format!("{prefix}/verify/nothing")).await.expect(404));
        for path in
            ["/me", "/me/edit", "/me/addresses", "/me/addresses/new", "/me/security", "/me/security/email", "/me/leave", "/settings"]
        {
            whole(&person.at.get(&format!("{prefix}{path}")).await.expect(200));
        }
    }
}

#[track_caller]
fn whole(page: &crate::support::Page) {
    assert!(!page.html.contains("⟦?⟧") && !page.html.contains("<script"), "{}: {}", page.path, page.words());
    assert_eq!(page.texts("h1").len(), 1, "{}", page.path);
}
