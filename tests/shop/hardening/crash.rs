//! The process is killed while orders are in flight: nothing is left half done, and what was queued is done by the next.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use samal::worker::{Patience, worker};
use secrecy::ExposeSecret;
use tokio::sync::oneshot;

use crate::buying::ADDRESS;
use crate::support::{Goods, House, Page, Person, Visitor};

/// The site as a process of its own, worker included, over a house's database and files.
struct Process {
    child: Child,
    base: String,
}

impl Process {
    async fn start(house: &House) -> Self {
        let address = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
        let (base, config) = (format!("http://{address}"), &house.app.config);
        let child = Command::new(env!("CARGO_BIN_EXE_samal"))
            .arg("serve")
            .env("DATABASE_URL", config.database_url.expose_secret())
            .env("SAMAL_SECRET", config.secret.expose_secret())
            .env("SAMAL_VAR", &config.var)
            .env("SAMAL_UPLOADS", &config.uploads)
            .env("SAMAL_BIND", address.to_string())
            .env("SAMAL_BASE_URL", &base)
            .env("SAMAL_LIMIT_WRITES", "1000000")
            .env("SAMAL_LOG", "error")
            .stdout(Stdio::null())
            .spawn()
            .expect("the process starts");
        let patience = Instant::now() + Duration::from_secs(20);
        while !reqwest::get(format!("{base}/readyz")).await.is_ok_and(|answer| answer.status().is_success()) {
            assert!(Instant::now() < patience, "the process does not get ready");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Self { child, base }
    }

    /// `kill -9`.
    fn kill(&mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it is gone");
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

/// How often the process is killed; more often in the long version that `bin/bench soak` runs.
fn kills() -> i64 {
    if std::env::var_os("SAMAL_TEST_SOAK").is_some() { 25 } else { 1 }
}

/// One purchase, as far as the server lives: `None` once it does not answer.
async fn buy(at: &Visitor, goods: &Goods) -> Option<()> {
    let fields = [("listing", goods.listing.to_string()), ("quantity", "1".to_owned()), ("back", "/cart".to_owned())];
    at.client().post(at.url("/cart/items")).form(&fields).send().await.ok()?;
    let page = Page::of_text(&at.client().get(at.url("/checkout")).send().await.ok()?.text().await.ok()?);
    let (action, mut form) = page.form("#of");
    // beside an address that an earlier purchase left in the book nothing is typed
    let is_new = form.iter().any(|(name, value)| name == "address" && value == "new");
    for (name, value) in ADDRESS.into_iter().filter(|(name, _)| is_new || !["street", "house", "flat"].contains(name)) {
        match form.iter_mut().find(|(known, _)| known == name) {
            Some(field) => field.1 = value.to_owned(),
            None => form.push((name.to_owned(), value.to_owned())),
        }
    }
    at.client().post(at.url(&action)).form(&form).send().await.ok().map(drop)
}

/// Runs the jobs as a second process would, until all are done; what the killed one had taken comes back after seconds.
async fn recover(house: &House) {
    let patience = Patience { heartbeat: Duration::from_millis(500), dead_after: Duration::from_secs(1) };
    let (stop, stopped) = oneshot::channel::<()>();
    let ended = async move { drop(stopped.await) };
    let worker = worker(&house.app, patience, ended).await.expect("a worker");
    let running = actix_web::rt::spawn(async move { worker.run().await });
    house.until("all jobs are done", || house.count("SELECT count(*) AS n FROM graphile_worker._private_jobs") == 0).await;
    drop(stop);
    running.await.expect("the worker ends").expect("the worker ends well");
}

/// What may never be found.
const HALF_DONE: [&str; 5] = [
    "SELECT count(*) AS n FROM purchases p WHERE NOT EXISTS (SELECT FROM orders o WHERE o.purchase_id = p.id)",
    "SELECT count(*) AS n FROM orders o WHERE NOT EXISTS (SELECT FROM order_items i WHERE i.order_id = o.id)",
    "SELECT count(*) AS n FROM orders o WHERE NOT EXISTS (SELECT FROM shipments s WHERE s.order_id = o.id)",
    "SELECT count(*) AS n FROM orders o WHERE NOT EXISTS (SELECT FROM payment_allocations a WHERE a.order_id = o.id)",
    "SELECT count(*) AS n FROM stocks s WHERE reserved <> (SELECT coalesce(sum(quantity), 0) FROM order_items i WHERE i.listing_id = s.listing_id)",
];

/// The buyers buy at a process that is killed once it took so many orders.
async fn buy_until_killed(house: &House, buyers: &[Person], goods: &Goods, orders: i64) {
    let placed = || house.count("SELECT count(*) AS n FROM orders");
    let enough = placed() + orders;
    let mut process = Process::start(house).await;
    let at = |buyer: &Person| Visitor::with_cookie(&process.base, &house.session_cookie(buyer.id));
    let browsers: Vec<Visitor> = buyers.iter().map(at).collect();
    let buying = join_all(browsers.iter().map(async |at| while buy(at, goods).await.is_some() {}));
    let killing = async {
        house.until("orders are in flight", || placed() >= enough).await;
        process.kill();
    };
    futures_util::join!(buying, killing);
}

#[actix_web::test]
async fn a_killed_process_leaves_nothing_half_done_and_every_letter_is_sent() {
    let house = House::new().await;
    let seller = house.seller("Orbit Store");
    let goods = house.goods(&seller, "Чайник Sary", 10_000, 10_000);
    let buyers: Vec<Person> = (0..12).map(|n| house.person(&format!("Покупатель {n}"))).collect();
    for kill in 0..kills() {
        // now late, now early: at the start other work is under way than later
        buy_until_killed(&house, &buyers, &goods, 30 - kill % 8 * 4).await;
        for statement in HALF_DONE {
            assert_eq!(house.count(statement), 0, "kill {kill}: {statement}");
        }
        recover(&house).await;
    }
    for buyer in &buyers {
        let numbers = house.texts_of(&format!(
            "SELECT o.number AS t FROM orders o JOIN purchases p ON p.id = o.purchase_id WHERE p.buyer_id = {}",
            buyer.id
        ));
        let letters: Vec<String> = house.letters(&buyer.email).iter().map(Page::words).collect();
        for number in numbers {
            assert!(letters.iter().any(|letter| letter.contains(&number)), "no letter about {number}: {letters:?}");
        }
    }
}
