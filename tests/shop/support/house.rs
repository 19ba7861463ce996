//! A whole house: server, database, files, letters.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use actix_web::dev::ServerHandle;
use diesel::prelude::*;
use samal::app::{self, App};
use samal::config::{Config, Limits};
use samal::jobs::Standing;
use samal::worker::{Patience, worker};
use uuid::Uuid;

use super::database::Database;
use super::{Page, Visitor};

/// Settings for tests: everything in a folder of its own, limits out of the way unless a test sets them.
pub fn config(database_url: &str, folder: &Path) -> Config {
    Config {
        database_url: database_url.into(),
        pool: 8,
        bind: ([127, 0, 0, 1], 0).into(),
        base_url: "http://127.0.0.1:1".into(),
        threads: 2,
        secret: "a secret of tests, a secret of tests, a secret of tests".into(),
        var: folder.join("var"),
        uploads: folder.join("uploads"),
        smtp_url: None,
        mail_from: "samal@localhost".into(),
        contact: Some("help@samal.example".into()),
        trust_proxy: false,
        log_json: false,
        log: "warn".into(),
        page_cache_seconds: 0,
        accept_hours: 24,
        recommend_dense: 1_000,
        bcrypt_cost: 4,
        limits: Limits { account: 1_000_000, address: 1_000_000, writes: 1_000_000 },
    }
}

/// A running house. Dropped, it stops its server and deletes its database and files.
pub struct House {
    /// Where it listens.
    pub base: String,
    /// Its shared parts.
    pub app: App,
    database: Arc<Database>,
    folder: PathBuf,
    server: ServerHandle,
}

impl House {
    /// With the settings of tests.
    pub async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// With settings of one's own.
    pub async fn with(change: impl FnOnce(&mut Config)) -> Self {
        let database = tokio::task::spawn_blocking(Database::fresh).await.expect("a database");
        let folder = std::env::temp_dir().join(format!("samal-test-{}", Uuid::new_v4().simple()));
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let mut config = config(&database.url(), &folder);
        config.base_url = format!("http://{}", listener.local_addr().expect("a port"));
        change(&mut config);
        let app = App::new(config).await.expect("the app starts");
        app.index().expect("an index is built");
        let server = app::serve(&app, listener).expect("the server starts");
        let handle = server.handle();
        actix_web::rt::spawn(server);
        Self { base: app.config.base_url.clone(), app, database: Arc::new(database), folder, server: handle }
    }

    /// Someone with an empty cookie jar.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(&self.base)
    }

    /// Runs every job that is due, until the queue is empty of work; a dead or failing job fails the test.
    pub async fn work(&self) {
        let worker = worker(&self.app, Patience::default(), std::future::pending()).await.expect("a worker");
        // A job's own jobs are not always seen by the round that runs it.
        let due =
            "SELECT count(*) AS n FROM graphile_worker._private_jobs WHERE run_at <= now() AND locked_at IS NULL AND last_error IS NULL";
        while self.count(due) > 0 {
            worker.run_once().await.expect("the jobs run");
        }
        let standing =
            self.app.db.read(|conn| -> Result<_, samal::db::DbError> { Ok(Standing::read(conn)?) }).await.expect("the queue answers");
        assert_eq!(standing.dead, 0, "dead jobs");
        let failed = self.count("SELECT count(*) AS n FROM graphile_worker._private_jobs WHERE last_error IS NOT NULL");
        assert_eq!(failed, 0, "failed jobs: {}", self.text("SELECT string_agg(last_error, '; ') AS t FROM graphile_worker._private_jobs"));
    }

    /// The letters to an address, oldest first, as pages.
    pub fn letters(&self, to: &str) -> Vec<Page> {
        let mut files: Vec<PathBuf> = match std::fs::read_dir(self.folder.join("var/mail")) {
            Ok(files) => files.flatten().map(|file| file.path()).filter(|path| path.extension().is_some_and(|e| e == "html")).collect(),
            Err(_) => Vec::new(),
        };
        files.sort();
        let texts = files.into_iter().map(|path| std::fs::read_to_string(path).expect("a letter"));
        texts.filter(|text| text.contains(&format!("<!--to:{to}-->"))).map(|text| Page::of_text(&text)).collect()
    }

    /// The link of the newest letter to an address, as a path of this house.
    pub fn link_in_letter(&self, to: &str) -> String {
        let letters = self.letters(to);
        let letter = letters.last().unwrap_or_else(|| panic!("no letter to {to}"));
        let href = letter.attr("a[href]", "href");
        href.strip_prefix(&self.base).unwrap_or_else(|| panic!("a link to elsewhere: {href}")).to_owned()
    }

    /// Runs a statement past the doors: deadlines are moved this way.
    pub fn sql(&self, statement: &str) {
        diesel::sql_query(statement).execute(&mut self.database.connect()).unwrap_or_else(|error| panic!("{statement}: {error}"));
        self.index();
    }

    /// Lets the search index see what changed.
    pub fn index(&self) {
        self.app.index().expect("the index keeps up");
    }

    /// A connection past the doors.
    pub fn connect(&self) -> PgConnection {
        self.database.connect()
    }

    /// Another node over the same database, with files of its own.
    pub async fn second_node(&self, name: &str) -> App {
        self.start(name).await.expect("the node starts")
    }

    /// Starts another node, if it will.
    pub async fn start(&self, name: &str) -> anyhow::Result<App> {
        App::new(config(&self.database.url(), &self.folder.join(name))).await
    }

    /// The number that a statement selects as `n`.
    pub fn count(&self, statement: &str) -> i64 {
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = diesel::sql_types::BigInt)]
            n: i64,
        }
        let row: Row = diesel::sql_query(statement).get_result(&mut self.database.connect()).unwrap_or_else(|e| panic!("{statement}: {e}"));
        row.n
    }

    /// The text that a statement selects as `t`; empty for null.
    pub fn text(&self, statement: &str) -> String {
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = diesel::sql_types::Nullable<diesel::sql_types::Text>)]
            t: Option<String>,
        }
        let row: Row = diesel::sql_query(statement).get_result(&mut self.database.connect()).unwrap_or_else(|e| panic!("{statement}: {e}"));
        row.t.unwrap_or_default()
    }

    /// The texts that a statement selects as `t`, one a row.
    pub fn texts_of(&self, statement: &str) -> Vec<String> {
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = diesel::sql_types::Text)]
            t: String,
        }
        let rows: Vec<Row> = diesel::sql_query(statement).load(&mut self.database.connect()).unwrap_or_else(|e| panic!("{statement}: {e}"));
        rows.into_iter().map(|row| row.t).collect()
    }

    /// Waits until something has come true that a browser has set going.
    pub async fn until(&self, what: &str, come: impl Fn() -> bool) {
        let patience = Instant::now() + Duration::from_secs(20);
        while !come() {
            assert!(Instant::now() < patience, "not in time: {what}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Runs a statement that the schema may refuse.
    pub fn try_sql(&self, statement: &str) -> QueryResult<usize> {
        diesel::sql_query(statement).execute(&mut self.database.connect())
    }

    /// How many statements the work of `ask` costs.
    pub async fn statements<T>(&self, ask: impl Future<Output = T>) -> u64 {
        let before = self.app.db.statements();
        ask.await;
        self.app.db.statements() - before
    }
}

impl Drop for House {
    fn drop(&mut self) {
        drop(self.server.stop(false));
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
