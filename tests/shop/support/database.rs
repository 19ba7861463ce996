//! A fresh database per test, cloned from a migrated template that nobody connects to.

use std::sync::OnceLock;

use diesel::prelude::*;
use samal::app;
use uuid::Uuid;

static TEMPLATE: OnceLock<String> = OnceLock::new();

/// The server that `bin/test` started (or the developer's own).
fn server() -> String {
    std::env::var("SAMAL_TEST_DATABASE_URL").expect("SAMAL_TEST_DATABASE_URL is not set: run the tests with bin/test")
}

fn url_of(name: &str) -> String {
    let server = server();
    let (base, _) = server.rsplit_once('/').expect("the address names a database");
    format!("{base}/{name}")
}

fn admin(statement: &str) {
    let mut conn = PgConnection::establish(&server()).expect("the test server answers");
    diesel::sql_query(statement).execute(&mut conn).expect("databases can be made");
}

/// The template, made by the first test that asks.
fn template() -> &'static str {
    TEMPLATE.get_or_init(|| {
        let name = format!("samal_template_{}", Uuid::new_v4().simple());
        admin(&format!("CREATE DATABASE {name}"));
        let config = super::house::config(&url_of(&name), &std::env::temp_dir().join("samal-test-template"));
        std::thread::scope(|scope| {
            scope
                .spawn(|| actix_web::rt::System::new().block_on(app::migrate(&config)).expect("migrations run"))
                .join()
                .expect("migrations run");
        });
        name
    })
}

/// A database of its own, dropped at the end.
pub struct Database {
    name: String,
}

impl Database {
    /// Clones the template.
    pub fn fresh() -> Self {
        let name = format!("samal_test_{}", Uuid::new_v4().simple());
        admin(&format!("CREATE DATABASE {name} TEMPLATE {}", template()));
        Self { name }
    }

    /// How to reach it.
    pub fn url(&self) -> String {
        url_of(&self.name)
    }

    /// A connection past the house's doors, for moving deadlines and looking at rows.
    pub fn connect(&self) -> PgConnection {
        PgConnection::establish(&self.url()).expect("the test's database answers")
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Ok(mut conn) = PgConnection::establish(&server()) {
            let _ = diesel::sql_query(format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)).execute(&mut conn);
        }
    }
}
