//! The main thread: a buyer orders, the shop accepts and brings, the buyer receives; both read about it in their language.

use super::{code, newest, order_by, press, put, standing, stock};
use crate::support::House;

#[actix_web::test]
async fn from_the_cart_to_the_door_in_three_languages() {
    let languages = [
        ("ru", "", ["оформлена", "принят", "в пути", "у курьера", "выдан"], "Новый заказ"),
        ("kk", "/kk", ["рәсімделді", "қабылданды", "жолда", "курьерде", "берілді"], "Жаңа тапсырыс"),
        ("en", "/en", ["is placed", "is accepted", "is on its way", "is with the courier", "was handed out"], "New order"),
    ];
    let house = House::new().await;
    for (lang, prefix, subjects, new) in languages {
        let (seller, buyer) = (house.seller("Orbit Store"), house.person("Айгерим"));
        house.sql(&format!("UPDATE users SET lang = '{lang}' WHERE id IN ({}, {})", seller.person.id, buyer.id));
        let goods = house.goods(&seller, "Чайник Sary", 10_000, 5);
        put(&buyer, &goods, 2).await;
        order_by(&buyer, &seller, "courier", prefix).await;
        let number = newest(&house);
        press(&seller, &number, "accept", &[]).await.expect(200);
        press(&seller, &number, "hand-over", &[("carrier", "Orbit"), ("tracking", "KZ123")]).await.expect(200);
        let page = buyer.at.get(&format!("{prefix}/orders/{number}")).await.expect(200);
        assert!(page.says("KZ123") && page.has(".code svg path"), "{}", page.words());
        press(&seller, &number, "with-courier", &[]).await.expect(200);
        let page = buyer.at.get(&format!("{prefix}/orders/{number}")).await.expect(200);
        let shown = page.text(".code .big");
        assert_eq!(shown.replace(' ', ""), code(&house, &number));
        press(&seller, &number, "issue", &[("code", &shown)]).await.expect(200);
        assert_eq!((standing(&house, &number), stock(&house, &goods)), ("completed issued captured".into(), "3/0".into()));
        house.work().await;
        let letters = house.letters(&buyer.email);
        let titles: Vec<String> = letters.iter().map(|letter| letter.text("h1")).collect();
        assert_eq!(titles.len(), subjects.len(), "{titles:?}");
        for subject in subjects {
            assert!(titles.iter().any(|title| title.contains(subject)), "{subject}: {titles:?}");
        }
        let first = letters.iter().find(|letter| letter.text("h1").contains(subjects[0])).expect("the first letter");
        assert!(first.says("Чайник Sary × 2") && first.attr("a", "href").contains(&format!("{prefix}/purchases/")), "{}", first.words());
        let told = house.letters(&seller.person.email);
        assert!(told.iter().any(|letter| letter.text("h1").contains(new)), "{:?}", told.iter().map(|l| l.text("h1")).collect::<Vec<_>>());
        assert!(letters.iter().chain(&told).all(|letter| !letter.html.contains("⟦?⟧") && !letter.html.contains("{ $")));
        let done = buyer.at.get(&format!("{prefix}/orders?tab=done")).await.expect(200);
        assert!(done.html.contains(&number) && !done.html.contains("⟦?⟧"));
    }
}

#[actix_web::test]
async fn pickup_and_post_have_their_own_ways() {
    let house = House::new().await;
    let (seller, buyer) = (house.seller("Orbit Store"), house.person("Айгерим"));
    let goods = house.goods(&seller, "Чайник", 10_000, 5);

    put(&buyer, &goods, 1).await;
    order_by(&buyer, &seller, "pickup", "").await;
    let number = newest(&house);
    press(&seller, &number, "accept", &[]).await.expect(200);
    press(&seller, &number, "ready", &[]).await.expect(200);
    let page = buyer.at.get(&format!("/orders/{number}")).await.expect(200);
    assert!(page.text("h1").contains("Можно забирать: ул. Абая, 10"), "{}", page.text("h1"));
    assert_eq!(page.texts(".track li").len(), 4);
    press(&seller, &number, "issue", &[("code", &code(&house, &number))]).await.expect(200);

    put(&buyer, &goods, 1).await;
    order_by(&buyer, &seller, "post", "").await;
    let number = newest(&house);
    press(&seller, &number, "accept", &[]).await.expect(200);
    assert!(press(&seller, &number, "hand-over", &[("carrier", "Казпочта")]).await.expect(422).says("Напишите номер отправления"));
    press(&seller, &number, "hand-over", &[("carrier", "Казпочта"), ("tracking", "CC123456789KZ")]).await.expect(200);
    press(&seller, &number, "ready", &[]).await.expect(200);
    press(&seller, &number, "issue", &[("code", &code(&house, &number))]).await.expect(200);
    house.work().await;
    assert_eq!(stock(&house, &goods), "3/0");
    assert!(house.letters(&buyer.email).iter().any(|letter| letter.says("Посылка пришла в отделение") && letter.says("CC123456789KZ")));
}
