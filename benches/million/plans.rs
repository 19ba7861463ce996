//! Which pages read a large table from one end to the other: PostgreSQL counts that itself.

use std::collections::BTreeMap;

use anyhow::Result;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use reqwest::Client;

/// Sequential scans of each table with more than three thousand rows.
pub type Scans = BTreeMap<String, i64>;

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = BigInt)]
    scans: i64,
}

/// How many there were until now.
pub fn scans(conn: &mut PgConnection) -> Result<Scans> {
    // what the server's processes counted reaches the view within a second, or when they are asked for it
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    conn.batch_execute("SELECT pg_stat_clear_snapshot()")?;
    let rows: Vec<Row> = diesel::sql_query(
        "SELECT s.relname::text AS name, s.seq_scan AS scans FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
         WHERE c.reltuples > 3000",
    )
    .load(conn)?;
    Ok(rows.into_iter().map(|row| (row.name, row.scans)).collect())
}

/// The tables that were read so since then.
pub fn since(conn: &mut PgConnection, before: &Scans) -> Result<Vec<String>> {
    Ok(more(&scans(conn)?, before))
}

fn more(now: &Scans, before: &Scans) -> Vec<String> {
    let new = |name: &String, count: i64| count - before.get(name).copied().unwrap_or(0);
    now.iter().filter(|(name, count)| new(name, **count) > 0).map(|(name, count)| format!("{name} × {}", new(name, *count))).collect()
}

/// Pages of a seller with thousands of listings who is staff too.
const PAGES: [&str; 24] = [
    "/",
    "/me",
    "/orders",
    "/favorites",
    "/searches",
    "/cart",
    "/recommendations",
    "/compare",
    "/sell",
    "/sell/listings",
    "/sell/listings?state=active",
    "/sell/listings?q=Картридж",
    "/sell/orders",
    "/sell/import",
    "/sell/listings/new",
    "/moderation",
    "/moderation/reports",
    "/moderation/cards",
    "/moderation/cards?q=Картридж",
    "/moderation/acts",
    "/moderation/synonyms",
    "/sitemap.xml",
    "/sitemap/products-1.xml",
    "/p/77-tovar-77",
];

/// Signs in and asks for each; those that read a large table so.
pub async fn signed_in(base: &str, conn: &mut PgConnection) -> Result<Vec<String>> {
    let hash = samal::accounts::hash_now("of the benchmark", 4).map_err(|_| anyhow::anyhow!("no hash"))?;
    diesel::sql_query("UPDATE users SET password_hash = $1, staff_role = 'owner' WHERE email = 'seller7@bench.example'")
        .bind::<Text, _>(hash)
        .execute(conn)?;
    let client = Client::builder().cookie_store(true).build()?;
    let form = [("email", "seller7@bench.example"), ("password", "of the benchmark")];
    let answer = client.post(format!("{base}/login")).header("origin", base).form(&form).send().await?;
    anyhow::ensure!(answer.url().path() != "/login", "the seller cannot sign in: {}", answer.status());
    let mut found = Vec::new();
    let mut before = scans(conn)?;
    for page in PAGES {
        let status = client.get(format!("{base}{page}")).send().await?.status();
        anyhow::ensure!(status.is_success(), "{page}: {status}");
        let now = scans(conn)?;
        found.extend(more(&now, &before).into_iter().map(|table| format!("{page}: {table}")));
        before = now;
    }
    Ok(found)
}
