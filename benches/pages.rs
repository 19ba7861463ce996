//! How near the hardware's limit the pages are: each kind of page against a bare handler that runs the same SQL and sends the same bytes.
//!
//! Run by `bin/bench`, which brings a PostgreSQL server that logs statements when told to (`SAMAL_BENCH_LOG` names its JSON log) and `wrk`.

#[path = "site.rs"]
mod site;

use std::collections::HashMap;
use std::fs;
use std::io::{Read, Seek, SeekFrom, Write};
use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use anyhow::{Context, Result, anyhow};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::r2d2::{ConnectionManager, Pool};
use site::Site;

/// How many addresses of each kind are asked in turn.
const ADDRESSES: usize = 100;
const CONNECTIONS: &str = "16";

fn main() -> Result<()> {
    if std::env::args().any(|arg| arg == "--test") {
        return Ok(());
    }
    let url = std::env::var("DATABASE_URL").context("DATABASE_URL is not set: run bin/bench")?;
    let listings: usize = std::env::var("SAMAL_BENCH_LISTINGS").ok().and_then(|n| n.parse().ok()).unwrap_or(10_000);
    let seconds = std::env::var("SAMAL_BENCH_SECONDS").unwrap_or_else(|_| "5".into());
    fill(&url, listings)?;

    let (mut site, ready) = Site::start(&[])?;
    println!("ready with migrations applied: {} ms; memory then: {} MB", ready.as_millis(), site.memory("VmRSS")?);
    let kinds = kinds(&url)?;
    let recorded = record(&url, &site.base, &kinds)?;
    let bare = bare(&url, recorded.pages.clone())?;
    println!(
        "\n{listings} listings, {CONNECTIONS} connections, {ADDRESSES} addresses of each kind, page cache off, {seconds} s a run, median of 3"
    );
    println!("{:<10} {:>10} {:>12} {:>12} {:>8} {:>10}", "page", "statements", "page/s", "bare/s", "ratio", "bytes");
    for (kind, paths) in &kinds {
        let script = script(kind, paths)?;
        let mut runs: Vec<(f64, f64)> = Vec::new();
        for _ in 0..3 {
            runs.push((load(&site.base, &script, &seconds)?, load(&bare, &script, &seconds)?));
        }
        runs.sort_by(|a, b| (a.0 / a.1).total_cmp(&(b.0 / b.1)));
        let (page, bare) = runs[1];
        let (statements, bytes) = recorded.size(paths);
        println!("{kind:<10} {statements:>10} {page:>12.0} {bare:>12.0} {:>7.0}% {bytes:>10}", page / bare * 100.0);
    }
    println!("\nmemory of serve --no-worker after the runs: {} MB, {} MB of it anonymous", site.memory("VmRSS")?, site.memory("RssAnon")?);
    site.stop()?;
    cached(&kinds, &seconds)
}

/// The same pages with the guests' page cache on.
fn cached(kinds: &[(&'static str, Vec<String>)], seconds: &str) -> Result<()> {
    let (mut site, _) = Site::start(&[("SAMAL_PAGE_CACHE_SECONDS", "60")])?;
    println!("\npage cache on:");
    for (kind, paths) in kinds {
        let script = script(kind, paths)?;
        load(&site.base, &script, "1")?;
        println!("{kind:<10} {:>12.0}/s", load(&site.base, &script, seconds)?);
    }
    site.stop()
}

/// Migrates, then fills an empty database with listings made of the demo's words.
fn fill(url: &str, listings: usize) -> Result<()> {
    let status = Command::new(env!("CARGO_BIN_EXE_samal")).arg("migrate").status()?;
    anyhow::ensure!(status.success(), "samal migrate failed");
    let mut conn = PgConnection::establish(url)?;
    let known: i64 = diesel::sql_query("SELECT count(*) AS n FROM products").get_result::<Count>(&mut conn)?.n;
    if known > 0 {
        return Ok(());
    }
    conn.batch_execute("CREATE TEMP TABLE words (title text, text text)")?;
    for (title, text) in words()? {
        diesel::sql_query("INSERT INTO words VALUES ($1, $2)")
            .bind::<diesel::sql_types::Text, _>(title)
            .bind::<diesel::sql_types::Text, _>(text)
            .execute(&mut conn)?;
    }
    let started = Instant::now();
    conn.batch_execute(&include_str!("goods.sql").replace(":n", &listings.to_string()))?;
    conn.batch_execute("VACUUM ANALYZE")?;
    println!("{listings} listings made in {:.1} s", started.elapsed().as_secs_f64());
    let started = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_samal")).args(["index", "rebuild"]).stdout(Stdio::null()).status()?;
    anyhow::ensure!(status.success(), "samal index rebuild failed");
    println!("index built at {:.0} listings/s", listings as f64 / started.elapsed().as_secs_f64());
    Ok(())
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    n: i64,
}

#[derive(QueryableByName)]
struct Path {
    #[diesel(sql_type = diesel::sql_types::Text)]
    path: String,
}

/// Titles and texts of the demo's goods.
fn words() -> Result<Vec<(String, String)>> {
    let mut words = Vec::new();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/demo/data/products");
    let mut files: Vec<_> = fs::read_dir(folder)?.flatten().map(|file| file.path()).collect();
    files.sort();
    for file in files {
        let table: toml::Table = toml::from_str(&fs::read_to_string(file)?)?;
        for product in table["product"].as_array().into_iter().flatten() {
            let text = |name: &str| product.get(name).and_then(toml::Value::as_str).unwrap_or_default().to_owned();
            words.push((text("title"), text("text")));
        }
    }
    Ok(words)
}

/// Addresses of every kind of page, varied.
fn kinds(url: &str) -> Result<Vec<(&'static str, Vec<String>)>> {
    let mut conn = PgConnection::establish(url)?;
    let mut paths = |sql: &str| -> Result<Vec<String>> {
        let rows: Vec<Path> = diesel::sql_query(sql).load(&mut conn)?;
        Ok(rows.into_iter().map(|row| row.path).take(ADDRESSES).collect())
    };
    Ok(vec![
        ("home", vec!["/".into(), "/kk".into(), "/en".into()]),
        (
            "category",
            paths(
                "SELECT '/c/' || slug || CASE WHEN id % 3 = 0 THEN '?sort=cheap' WHEN id % 3 = 1 THEN '?page=2' ELSE '' END AS path FROM categories ORDER BY md5(slug)",
            )?,
        ),
        (
            "filtered",
            paths(
                "SELECT '/c/' || slug || '?price_from=10000&price_to=' || (100000 + id * 1000) || '&condition=new' AS path FROM categories ORDER BY md5(slug)",
            )?,
        ),
        ("product", paths("SELECT '/p/' || id || '-' || slug AS path FROM products ORDER BY md5(slug) LIMIT 100")?),
        (
            "search",
            paths(
                "SELECT DISTINCT '/search?q=' || regexp_replace(encode(convert_to(lower((regexp_match(title, '^[[:alpha:]]+'))[1]), 'UTF8'), 'hex'), '(..)', '%\\1', 'g') AS path FROM products WHERE title ~ '^[[:alpha:]]{4}' LIMIT 100",
            )?,
        ),
        ("shop", paths("SELECT '/shops/' || slug AS path FROM shops")?),
    ])
}

/// What a page asks of the database, and what it sends.
#[derive(Clone)]
struct Recorded {
    executes: Vec<String>,
    body: web::Bytes,
}

/// Statements of the bare handler: the types of their parameters, where they have to be told, and the words.
type Prepares = Vec<(String, String)>;

struct Recording {
    pages: Arc<(Prepares, HashMap<String, Recorded>)>,
}

impl Recording {
    fn size(&self, paths: &[String]) -> (usize, usize) {
        let pages: Vec<&Recorded> = paths.iter().filter_map(|path| self.pages.1.get(path)).collect();
        let most = pages.iter().map(|page| page.executes.len()).max().unwrap_or(0);
        (most, pages.iter().map(|page| page.body.len()).sum::<usize>() / pages.len().max(1))
    }
}

/// Asks every address once while PostgreSQL logs, and reads from its log which statements ran with which parameters.
fn record(url: &str, base: &str, kinds: &[(&'static str, Vec<String>)]) -> Result<Recording> {
    let log = std::env::var("SAMAL_BENCH_LOG").context("SAMAL_BENCH_LOG is not set: run bin/bench")?;
    let mut admin = PgConnection::establish(url)?;
    admin.batch_execute("ALTER SYSTEM SET log_statement = 'all'")?;
    admin.batch_execute("SELECT pg_reload_conf()")?;
    std::thread::sleep(Duration::from_millis(500));
    let (mut prepares, mut pages) = (Vec::new(), HashMap::new());
    for path in kinds.iter().flat_map(|(_, paths)| paths) {
        let mut file = fs::File::open(&log)?;
        file.seek(SeekFrom::End(0))?;
        let answer = Command::new("curl").args(["-sf", &format!("{base}{path}")]).output()?;
        anyhow::ensure!(answer.status.success(), "{path} does not answer 200");
        std::thread::sleep(Duration::from_millis(20));
        let mut lines = String::new();
        file.read_to_string(&mut lines)?;
        let executes = lines.lines().filter_map(|line| execute(line, &mut prepares)).collect();
        pages.insert(path.clone(), Recorded { executes, body: answer.stdout.into() });
    }
    admin.batch_execute("ALTER SYSTEM RESET log_statement")?;
    admin.batch_execute("SELECT pg_reload_conf()")?;
    Ok(Recording { pages: Arc::new((prepares, pages)) })
}

/// One line of the log as an EXECUTE of a statement that every bare connection prepares, as our own driver does.
fn execute(line: &str, prepares: &mut Prepares) -> Option<String> {
    let entry: serde_json::Value = serde_json::from_str(line).ok()?;
    let (_, sql) = entry["message"].as_str()?.strip_prefix("execute ")?.split_once(": ")?;
    // New connections and the index's look at its log are nobody's page.
    if sql.starts_with("SET ") || sql.contains("search_log") {
        return None;
    }
    let detail = entry["detail"].as_str().unwrap_or_default().trim_start_matches("parameters: ").trim_start_matches("Parameters: ");
    let values: Vec<&str> = detail.split(", $").filter_map(|part| Some(part.split_once(" = ")?.1)).collect();
    let types = if sql.contains("unnest($") {
        format!(" ({})", values.iter().map(|value| kind(value)).collect::<Vec<_>>().join(", "))
    } else {
        String::new()
    };
    let number = prepares.iter().position(|(_, known)| known == sql).unwrap_or_else(|| {
        prepares.push((types, sql.to_owned()));
        prepares.len() - 1
    });
    Some(if values.is_empty() { format!("EXECUTE bare_{number}") } else { format!("EXECUTE bare_{number}({})", values.join(", ")) })
}

/// Our driver tells the types of its parameters; where PREPARE cannot find them out, they are read from a value.
fn kind(value: &str) -> &'static str {
    match value.trim_matches('\'') {
        list if list.starts_with('{') => "bigint[]",
        number if number == "NULL" || number.bytes().all(|byte| byte.is_ascii_digit()) => "bigint",
        _ => "unknown",
    }
}

#[derive(Debug)]
struct Prepare(Prepares);

impl diesel::r2d2::CustomizeConnection<PgConnection, diesel::r2d2::Error> for Prepare {
    fn on_acquire(&self, conn: &mut PgConnection) -> Result<(), diesel::r2d2::Error> {
        // as the site does
        conn.batch_execute("SET plan_cache_mode = force_generic_plan").map_err(diesel::r2d2::Error::QueryError)?;
        for (number, (types, sql)) in self.0.iter().enumerate() {
            conn.batch_execute(&format!("PREPARE bare_{number}{types} AS {sql}")).map_err(diesel::r2d2::Error::QueryError)?;
        }
        Ok(())
    }
}

/// The bare handler: as many threads and connections as the site has; it runs the statements, throws the rows away and sends the bytes.
fn bare(url: &str, pages: Arc<(Prepares, HashMap<String, Recorded>)>) -> Result<String> {
    let pool = Pool::builder()
        .max_size(8)
        .test_on_check_out(false)
        .connection_customizer(Box::new(Prepare(pages.0.clone())))
        .build(ConnectionManager::<PgConnection>::new(url))?;
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let base = format!("http://{}", listener.local_addr()?);
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let threads = std::thread::available_parallelism().map_or(2, usize::from);
            let data = web::Data::new((pool, pages));
            HttpServer::new(move || App::new().app_data(data.clone()).default_service(web::to(answer)))
                .workers(threads)
                .tcp_nodelay(true)
                .listen(listener)?
                .run()
                .await
        })
    });
    Ok(base)
}

type Shared = web::Data<(Pool<ConnectionManager<PgConnection>>, Arc<(Prepares, HashMap<String, Recorded>)>)>;

async fn answer(req: HttpRequest, shared: Shared) -> HttpResponse {
    let path = req.uri().path_and_query().map_or("/", |path| path.as_str());
    let Some(page) = shared.1.1.get(path).cloned() else { return HttpResponse::NotFound().finish() };
    let (pool, executes) = (shared.0.clone(), page.executes);
    let ran = web::block(move || -> Result<()> {
        let mut conn = pool.get()?;
        for execute in executes {
            conn.batch_execute(&execute)?;
        }
        Ok(())
    });
    match ran.await {
        Ok(Ok(())) => HttpResponse::Ok().content_type("text/html; charset=utf-8").body(page.body),
        _ => HttpResponse::InternalServerError().finish(),
    }
}

/// A script that lets `wrk` ask the addresses in turn.
fn script(kind: &str, paths: &[String]) -> Result<String> {
    let name = std::env::temp_dir().join(format!("samal-bench-{}-{kind}.lua", std::process::id()));
    let list = paths.iter().map(|path| format!("{path:?}")).collect::<Vec<_>>().join(",");
    let mut file = fs::File::create(&name)?;
    writeln!(
        file,
        "local paths = {{{list}}}\nlocal i = 0\nrequest = function() i = i % #paths + 1; return wrk.format('GET', paths[i]) end"
    )?;
    Ok(name.to_string_lossy().into_owned())
}

/// Requests per second; an answer that is not 200 fails the run.
fn load(base: &str, script: &str, seconds: &str) -> Result<f64> {
    let output =
        Command::new("wrk").args(["-t1", "-c", CONNECTIONS, "-d", &format!("{seconds}s"), "-s", script, base]).output().context("wrk")?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    anyhow::ensure!(!text.contains("Non-2xx"), "{base} {script}: {text}");
    let line = text.lines().find_map(|line| line.trim().strip_prefix("Requests/sec:")).ok_or_else(|| anyhow!("no rate: {text}"))?;
    Ok(line.trim().parse()?)
}
