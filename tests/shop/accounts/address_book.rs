//! The address book.

use crate::support::{House, Person};

fn almaty(house: &House) -> String {
    house.count("SELECT id::bigint AS n FROM cities WHERE slug = 'almaty'").to_string()
}

async fn add(house: &House, person: &Person, street: &str) -> i64 {
    let page = person.at.get("/me/addresses/new").await.expect(200);
    let done = person.at.send(&page, "form.panel", &[("city", &almaty(house)), ("street", street), ("house", "52")]).await.expect(200);
    assert_eq!(done.path, "/me/addresses");
    house.count(&format!("SELECT id AS n FROM addresses WHERE street = '{street}' AND user_id = {}", person.id))
}

#[actix_web::test]
async fn addresses_are_added_changed_made_default_and_deleted() {
    let house = House::new().await;
    let person = house.person("Айгерим");
    assert!(person.at.get("/me/addresses").await.expect(200).says("Адресов пока нет"));
    let (first, second) = (add(&house, &person, "Абая").await, add(&house, &person, "Сатпаева").await);
    let default = "SELECT id AS n FROM addresses WHERE is_default";
    assert_eq!(house.count(default), first, "the first becomes the default");
    let page = person.at.get("/me/addresses").await.expect(200);
    person.at.send(&page, &format!("form[action='/me/addresses/{second}/default']"), &[]).await.expect(200);
    assert_eq!(house.count(default), second);
    let page = person.at.get(&format!("/me/addresses/{second}")).await.expect(200);
    assert_eq!(page.attr("#street", "value"), "Сатпаева");
    person.at.send(&page, "form.panel", &[("street", "Толе би"), ("flat", "14")]).await.expect(200);
    assert!(person.at.get("/me/addresses").await.says("Толе би, 52, 14"));
    let page = person.at.get(&format!("/me/addresses/{second}/delete")).await.expect(200);
    person.at.send(&page, "form.panel", &[]).await.expect(200);
    assert_eq!(house.count(default), first, "the other takes its place");
}

#[actix_web::test]
async fn somebody_elses_address_is_not_there() {
    let house = House::new().await;
    let (owner, stranger) = (house.person("Айгерим"), house.person("Ерлан"));
    let id = add(&house, &owner, "Абая").await;
    let fields = [("city", almaty(&house)), ("street", "Чужая".to_owned()), ("house", "1".to_owned())];
    for path in [format!("/me/addresses/{id}"), format!("/me/addresses/{id}/delete")] {
        stranger.at.get(&path).await.expect(404);
        stranger.at.post(&path, &fields).await.expect(404);
    }
    stranger.at.post(&format!("/me/addresses/{id}/default"), &fields).await.expect(404);
    for path in ["/me/addresses/0", "/me/addresses/x", "/me/addresses/99999999999999999999"] {
        owner.at.get(path).await.expect(404);
    }
    assert_eq!(house.text("SELECT street AS t FROM addresses"), "Абая");
}

#[actix_web::test]
async fn what_is_wrong_with_an_address_is_told_at_the_fields() {
    let house = House::new().await;
    let person = house.person("Айгерим");
    let long = "ж".repeat(10_000);
    for (field, value) in [
        ("city", ""),
        ("city", "-1"),
        ("city", "99999999999"),
        ("city", "almaty'"),
        ("street", ""),
        ("street", &long),
        ("house", " "),
        ("flat", &long),
        ("entrance", &long),
        ("comment", &long),
    ] {
        let mut fields = vec![("city", almaty(&house)), ("street", "Абая".to_owned()), ("house", "52".to_owned())];
        fields.retain(|(name, _)| *name != field);
        fields.push((field, value.to_owned()));
        let page = person.at.post("/me/addresses/new", &fields).await.expect(422);
        assert!(page.has(&format!("#{field}[aria-invalid=true]")), "{field}");
    }
    assert_eq!(house.count("SELECT count(*) AS n FROM addresses"), 0);
}

#[actix_web::test]
async fn many_addresses_added_at_once_have_one_default_and_a_limit() {
    let house = House::new().await;
    let person = house.person("Айгерим");
    let city = almaty(&house);
    let adds = (0..40).map(|n| {
        let (person, fields) = (person.clone(), [("city", city.clone()), ("street", "Абая".to_owned()), ("house", n.to_string())]);
        async move { person.at.post("/me/addresses/new", &fields).await.status.as_u16() }
    });
    let answers = futures_util::future::join_all(adds).await;
    assert_eq!(answers.iter().filter(|status| **status == 200).count(), 30, "{answers:?}");
    assert_eq!(answers.iter().filter(|status| **status == 422).count(), 10);
    assert_eq!(house.count("SELECT count(*) AS n FROM addresses WHERE is_default"), 1);
}
