//! The job.

use samal::recommendations::{Learnt, retrain};

use super::{bought, strangers, train};
use crate::support::{Goods, House};

fn two(house: &House) -> [Goods; 2] {
    let seller = house.seller("Orbit Store");
    [1, 2].map(|n| house.goods(&seller, &format!("Смартфон Orbit {n}"), 100_000, 9))
}

#[actix_web::test]
async fn it_does_nothing_while_nothing_changed() {
    let house = House::new().await;
    let [a, b] = two(&house);
    strangers(&house, 3, &[&a, &b]);
    train(&house).await;
    let when = || house.text("SELECT trained_at::text AS t FROM recommendation_training");
    let first = when();
    train(&house).await;
    assert_eq!(when(), first);
    bought(&house, house.person("Кто-то").id, &[&a], 0);
    train(&house).await;
    assert_ne!(when(), first);
    assert_eq!(house.count("SELECT events AS n FROM recommendation_training"), 7);
}

#[actix_web::test]
async fn readers_never_find_it_empty() {
    let house = House::new().await;
    let [a, b] = two(&house);
    strangers(&house, 3, &[&a, &b]);
    let learn = |house: &House| {
        let db = house.app.db.clone();
        tokio::task::spawn_blocking(move || retrain(&db, 1_000, true).expect("it learns"))
    };
    learn(&house).await.expect("it ends");
    let again = [learn(&house), learn(&house), learn(&house)];
    while again.iter().any(|training| !training.is_finished()) {
        assert_eq!(house.count("SELECT count(*) AS n FROM product_neighbours WHERE kind = 'together'"), 2);
        tokio::task::yield_now().await;
    }
    for training in again {
        assert_eq!(training.await.expect("it ends"), Some(Learnt { events: 6, people: 3, goods: 2 }));
    }
}

#[actix_web::test]
async fn without_a_dense_matrix_the_neighbours_are_the_same() {
    let house = House::new().await;
    let [a, b] = two(&house);
    strangers(&house, 3, &[&a, &b]);
    let rows = "SELECT string_agg(product_id || '>' || array_to_string(neighbours, ','), ' ' ORDER BY kind, product_id) AS t FROM product_neighbours";
    for dense in [1_000, 0] {
        let db = house.app.db.clone();
        tokio::task::spawn_blocking(move || retrain(&db, dense, true)).await.expect("it ends").expect("it learns");
        let [a, b] = [a.product, b.product];
        assert_eq!(house.text(rows), format!("{a}>{b} {b}>{a} {a}>{b} {b}>{a}"), "{dense}");
    }
}
