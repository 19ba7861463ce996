//! Registration, sign-in, sign-out.

use reqwest::StatusCode;

use super::{PASSWORD, ask_for_account, confirm, is_in, registered, sign_in};
use crate::support::{House, Visitor};

#[actix_web::test]
async fn a_person_registers_confirms_by_mail_and_goes_on_where_they_were_going() {
    let house = House::new().await;
    let visitor = house.visitor();
    let sent = ask_for_account(&visitor, "/kk/register?next=/kk/me/addresses", "Айгерим", "Aigerim@samal.example").await.expect(200);
    assert!(sent.path.starts_with("/kk/register/sent"), "{}", sent.path);
    assert!(!is_in(&visitor).await, "nobody is in before the address is confirmed");
    house.work().await;
    let page = visitor.get(&house.link_in_letter("Aigerim@samal.example")).await.expect(200);
    assert_eq!(house.count("SELECT count(*) AS n FROM users"), 0, "looking at the link changes nothing");
    let arrived = visitor.send(&page, "form.panel", &[("password", PASSWORD)]).await.expect(200);
    assert_eq!(arrived.path, "/kk/me/addresses");
    assert!(is_in(&visitor).await);
    assert_eq!(house.text("SELECT lang AS t FROM users"), "kk");
}

#[actix_web::test]
async fn a_stranger_who_registers_my_address_gets_no_account_that_they_can_open() {
    let house = House::new().await;
    ask_for_account(&house.visitor(), "/register", "Чужой", "mine@samal.example").await.expect(200);
    house.work().await;
    let me = house.visitor();
    let page = me.get(&house.link_in_letter("mine@samal.example")).await.expect(200);
    let refused = me.send(&page, "form.panel", &[("password", "мой собственный пароль")]).await.expect(422);
    assert!(refused.has("#password[aria-invalid=true]"));
    me.send(&page, "form.panel", &[]).await.expect(422);
    assert_eq!(house.count("SELECT count(*) AS n FROM users"), 0);
    // The link is not used up by that.
    confirm(&house, &me, "mine@samal.example").await.expect(200);
    assert_eq!(house.count("SELECT count(*) AS n FROM users"), 1);
}

#[actix_web::test]
async fn a_known_and_a_new_address_get_the_same_answer_and_different_letters() {
    let house = House::new().await;
    registered(&house, "Айгерим", "known@samal.example").await;
    let (known, new) = (house.visitor(), house.visitor());
    let (a, b) = (
        ask_for_account(&known, "/register", "Айгерим", "KNOWN@samal.example").await.expect(200),
        ask_for_account(&new, "/register", "Айгерим", "newer@samal.example").await.expect(200),
    );
    assert_eq!(a.words().replace("KNOWN@", "x@"), b.words().replace("newer@", "x@"));
    house.work().await;
    let letter = house.letters("KNOWN@samal.example").pop().unwrap();
    assert!(letter.says("У вас уже есть аккаунт"), "{}", letter.words());
    assert!(letter.attrs("a", "href").iter().any(|href| href.contains("/recover?email=")), "{:?}", letter.attrs("a", "href"));
    assert!(house.letters("newer@samal.example")[0].says("Подтвердите почту"));
    assert_eq!(house.count("SELECT count(*) AS n FROM users"), 1);
}

#[actix_web::test]
async fn wrong_words_read_the_same_whether_there_is_an_account_or_not() {
    let house = House::new().await;
    registered(&house, "Айгерим", "known@samal.example").await;
    let visitor = house.visitor();
    let known = sign_in(&visitor, "known@samal.example", "not this one").await.expect(422);
    let unknown = sign_in(&visitor, "other@samal.example", "not this one").await.expect(422);
    let tidy = |html: &str, email: &str| html.replace(&email.replace('@', "%40"), "x").replace(email, "x");
    assert_eq!(tidy(&known.html, "known@samal.example"), tidy(&unknown.html, "other@samal.example"));
    assert!(known.text("title").starts_with("Ошибка"));
    // Recovery is offered with the address carried over.
    let sent = visitor.send(&known, "form#recover", &[]).await.expect(200);
    assert!(sent.says("known@samal.example"), "{}", sent.words());
    house.work().await;
    assert!(house.link_in_letter("known@samal.example").starts_with("/recover/"));
}

#[actix_web::test]
async fn a_lost_password_tells_nobody_whether_there_is_an_account() {
    let house = House::new().await;
    registered(&house, "Айгерим", "known@samal.example").await;
    let visitor = house.visitor();
    let (a, b) = (
        visitor.post("/recover", &[("email", "known@samal.example")]).await.expect(200),
        visitor.post("/recover", &[("email", "other@samal.example")]).await.expect(200),
    );
    assert_eq!(a.words().replace("known@", "x@"), b.words().replace("other@", "x@"));
    house.work().await;
    assert!(house.letters("other@samal.example")[0].says("нет аккаунта"));
}

#[actix_web::test]
async fn sign_in_leads_back_and_only_to_own_pages() {
    let house = House::new().await;
    registered(&house, "Айгерим", "a@samal.example").await;
    let guest = house.visitor();
    let login = guest.get("/me/addresses/new?x=1").await.expect(200);
    assert!(login.path.starts_with("/login?next="), "{}", login.path);
    let back = guest.send(&login, "form.panel", &[("email", "a@samal.example"), ("password", PASSWORD)]).await.expect(200);
    assert_eq!(back.path, "/me/addresses/new?x=1");
    for next in ["https://evil.example/", "//evil.example", "/\\evil.example", "/logout"] {
        let stranger = house.visitor();
        let page = stranger.post("/login", &[("email", "a@samal.example"), ("password", PASSWORD), ("next", next)]).await;
        assert_eq!(page.path, "/", "{next}");
    }
}

#[actix_web::test]
async fn the_page_that_a_person_came_from_is_where_sign_in_leads() {
    let house = House::new().await;
    registered(&house, "Айгерим", "a@samal.example").await;
    let guest = house.visitor();
    let response = guest.client().get(guest.url("/login")).header("referer", guest.url("/settings?a=b")).send().await.unwrap();
    let login = crate::support::Page::read(response).await;
    assert_eq!(login.attr("input[name=next]", "value"), "/settings?a=b");
    let response = guest.client().get(guest.url("/login")).header("referer", "https://evil.example/x").send().await.unwrap();
    assert_eq!(crate::support::Page::read(response).await.attr("input[name=next]", "value"), "/");
}

#[actix_web::test]
async fn a_form_sent_after_the_session_ended_leads_through_sign_in_to_its_page() {
    let house = House::new().await;
    let guest = house.visitor();
    let request = guest.client().post(guest.url("/me/addresses/1/default")).header("referer", guest.url("/me/addresses"));
    let page = crate::support::Page::read(request.send().await.unwrap()).await.expect(200);
    assert_eq!(page.attr("input[name=next]", "value"), "/me/addresses");
}

#[actix_web::test]
async fn every_sign_in_begins_a_session_under_a_new_id() {
    let house = House::new().await;
    registered(&house, "Айгерим", "a@samal.example").await;
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let sign_in = async |cookie: &str| {
        let form = [("email", "a@samal.example"), ("password", PASSWORD)];
        let answer = client.post(format!("{}/login", house.base)).header("cookie", cookie).form(&form).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        let cookies: Vec<&str> = answer.headers().get_all("set-cookie").iter().filter_map(|value| value.to_str().ok()).collect();
        let sid = cookies.iter().find(|cookie| cookie.starts_with("sid=")).expect("a session cookie");
        assert!(sid.contains("HttpOnly") && sid.contains("SameSite=Lax"), "{sid}");
        sid.split(';').next().unwrap().to_owned()
    };
    let first = sign_in("").await;
    let second = sign_in(&first).await;
    assert_ne!(first, second);
    let old = Visitor::with_cookie(&house.base, &first);
    assert!(!is_in(&old).await, "the id from before the sign-in is worthless");
    assert!(is_in(&Visitor::with_cookie(&house.base, &second)).await);
}

#[actix_web::test]
async fn signing_out_ends_the_session_itself() {
    let house = House::new().await;
    let person = house.person("Айгерим");
    let page = person.at.get("/me").await.expect(200);
    person.at.send(&page, "form[action='/logout']", &[]).await;
    assert!(!is_in(&person.at).await);
    assert_eq!(house.count("SELECT count(*) AS n FROM sessions"), 0);
}

#[actix_web::test]
async fn too_many_sign_ins_for_one_account_have_to_wait() {
    let house = House::with(|config| config.limits.account = 3).await;
    let visitor = house.visitor();
    for _ in 0..3 {
        visitor.post("/login", &[("email", "a@samal.example"), ("password", "wrong one")]).await.expect(422);
    }
    let page = visitor.post("/login", &[("email", "A@samal.example"), ("password", "wrong one")]).await.expect(429);
    let wait: u32 = page.headers["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=60).contains(&wait), "{wait}");
    visitor.post("/login", &[("email", "b@samal.example"), ("password", "wrong one")]).await.expect(422);
}

#[actix_web::test]
async fn too_many_tries_from_one_address_have_to_wait() {
    let house = House::with(|config| config.limits.address = 3).await;
    let visitor = house.visitor();
    visitor.post("/login", &[("email", "a@samal.example"), ("password", "wrong one")]).await.expect(422);
    visitor.post("/recover", &[("email", "b@samal.example")]).await.expect(200);
    visitor.post("/register", &[("email", "c@samal.example")]).await.expect(422);
    let page = visitor.post("/recover", &[("email", "d@samal.example")]).await.expect(429);
    assert!(page.headers.contains_key("retry-after"));
}

#[actix_web::test]
async fn forms_from_other_sites_are_refused() {
    let house = House::new().await;
    registered(&house, "Айгерим", "a@samal.example").await;
    let person = house.person("Ерлан");
    for path in ["/login", "/logout", "/register", "/recover", "/me/edit", "/me/leave", "/me/security/password", "/settings/theme"] {
        let request = person.at.client().post(person.at.url(path)).header("sec-fetch-site", "cross-site");
        let answer = request.form(&[("email", "a@samal.example"), ("password", PASSWORD)]).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{path}");
    }
    assert!(is_in(&person.at).await, "the session is untouched");
}

#[actix_web::test]
async fn what_is_wrong_with_a_registration_is_told_at_the_fields_and_nothing_typed_is_lost() {
    let house = House::new().await;
    let visitor = house.visitor();
    let page = visitor.get("/register?next=/cart").await.expect(200);
    let fill = [("name", ""), ("email", "айгерим@почта"), ("password", "йцукен123"), ("phone", "12345")];
    let again = visitor.send(&page, "form.panel", &fill).await.expect(422);
    for field in ["name", "email", "password", "phone"] {
        assert!(again.has(&format!("#{field}[aria-invalid=true]")), "{field}: {}", again.words());
        assert!(again.has(&format!(".sum a[href='#{field}']")), "{field}");
    }
    assert_eq!(again.attr("#email", "value"), "айгерим@почта");
    assert_eq!(again.attr("#phone", "value"), "12345");
    assert_eq!(again.attrs("#password", "value"), Vec::<String>::new(), "a password is never shown");
    assert_eq!(again.attr("input[name=next]", "value"), "/cart");
    let own = visitor.send(&page, "form.panel", &[("name", "Айгерим Сеитова"), ("email", "a@samal.example"), ("password", "Сеитова1990")]);
    assert!(own.await.expect(422).says("похож на ваше имя"));
}

#[actix_web::test]
async fn two_links_for_one_address_make_one_account() {
    let house = House::new().await;
    let (first, second) = (house.visitor(), house.visitor());
    ask_for_account(&first, "/register", "Айгерим", "a@samal.example").await.expect(200);
    house.work().await;
    let early = house.link_in_letter("a@samal.example");
    ask_for_account(&second, "/register", "Айгерим", "a@samal.example").await.expect(200);
    house.work().await;
    assert_eq!(confirm(&house, &second, "a@samal.example").await.path, "/");
    assert!(is_in(&second).await);
    let page = first.get(&early).await.expect(200);
    let led = first.send(&page, "form.panel", &[("password", PASSWORD)]).await.expect(200);
    assert!(led.path.starts_with("/login?email=") && led.says("уже есть аккаунт"), "{}", led.path);
    assert_eq!(house.count("SELECT count(*) AS n FROM users"), 1);
}
