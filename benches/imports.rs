//! How long a price list takes from the file to the listings, and how much memory: the product's own `samal import` against a scratch database.
//!
//! Run by `bin/bench import`, which brings a PostgreSQL server. `SAMAL_BENCH_ROWS` (50000) says how many rows; every hundredth is wrong.

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use samal::imports::file::{Cell, CsvWriter, Feed, Offer, TableWriter, XlsxWriter, YmlWriter};

const SHOPS: &str = "
WITH person AS (INSERT INTO users (name, email, password_hash) SELECT 'Seller ' || n, 'seller' || n || '@samal.example', 'x' FROM generate_series(1, 3) n RETURNING id, name),
     shop AS (INSERT INTO shops (slug, name, kind, tin, city_id, lang, trusted_at)
              SELECT 'bench-' || kind, 'Bench', 'company', '220140001238', c.id, 'ru', now() FROM unnest(ARRAY['csv', 'xlsx', 'yml']) kind, cities c WHERE c.slug = 'almaty' RETURNING id)
INSERT INTO delivery_terms (shop_id, way, price, days_min, days_max, place) SELECT id, 'courier', 99000, 1, 2, '' FROM shop;
";

fn main() -> Result<()> {
    if std::env::args().any(|arg| arg == "--test") {
        return Ok(());
    }
    let url = std::env::var("DATABASE_URL").context("DATABASE_URL is not set: run bin/bench import")?;
    let rows: usize = std::env::var("SAMAL_BENCH_ROWS").ok().and_then(|n| n.parse().ok()).unwrap_or(50_000);
    let folder = PathBuf::from(std::env::var("SAMAL_VAR").context("SAMAL_VAR is not set: run bin/bench import")?).join("lists");
    fs::create_dir_all(&folder)?;
    let status = Command::new(env!("CARGO_BIN_EXE_samal")).arg("migrate").status()?;
    anyhow::ensure!(status.success(), "samal migrate failed");
    PgConnection::establish(&url)?.batch_execute(SHOPS)?;
    println!("{rows} rows without photos, every hundredth wrong; from the file to the listings, the check of all rows among it\n");
    println!("{:<6} {:<22} {:>8} {:>10} {:>12}", "list", "", "seconds", "rows/s", "peak memory");
    for kind in ["csv", "xlsx", "yml"] {
        for (what, raise) in [("new listings", 0), ("the same file again", 0), ("another price in each", 1)] {
            let file = folder.join(format!("list.{kind}"));
            write(&file, kind, rows, raise)?;
            let (took, memory) = import(&file, &format!("bench-{kind}"))?;
            let seconds = took.as_secs_f64();
            println!("{kind:<6} {what:<22} {seconds:>8.1} {:>10.0} {:>9} MB", rows as f64 / seconds, memory / 1024);
        }
    }
    Ok(())
}

/// Runs the command; how long it took, and the most memory it ever held, in kilobytes.
fn import(file: &Path, shop: &str) -> Result<(Duration, u64)> {
    let started = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_samal"))
        .args(["import".as_ref(), file.as_os_str(), "--shop".as_ref(), shop.as_ref(), "--category".as_ref(), "kettles".as_ref()])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let mut peak = 0;
    let status = loop {
        peak = peak_memory(child.id()).unwrap_or(peak);
        match child.try_wait()? {
            Some(status) => break status,
            None => std::thread::sleep(Duration::from_millis(20)),
        }
    };
    // some rows are wrong, and it says so
    anyhow::ensure!(status.code() == Some(3), "samal import ended with {status}");
    Ok((started.elapsed(), peak))
}

fn peak_memory(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
}

fn write(path: &Path, kind: &str, rows: usize, raise: i64) -> Result<()> {
    match kind {
        "csv" => table(Box::new(CsvWriter::new(BufWriter::new(File::create(path)?))?), rows, raise),
        "xlsx" => table(Box::new(XlsxWriter::new(File::create(path)?)?), rows, raise),
        _ => list(path, rows, raise),
    }
}

fn price(n: usize, raise: i64) -> i64 {
    if n % 100 == 99 { 0 } else { 990 + n as i64 + raise }
}

fn table(mut out: Box<dyn TableWriter>, rows: usize, raise: i64) -> Result<()> {
    out.row(&["Артикул", "Название", "Цена", "Остаток", "Категория", "Бренд", "Объём", "Описание"].map(Cell::Text))?;
    for n in 0..rows {
        let (sku, title, text) = (format!("A-{n}"), title(n), text(n));
        out.row(&[
            Cell::Text(&sku),
            Cell::Text(&title),
            Cell::Number(price(n, raise)),
            Cell::Number(1 + n as i64 % 50),
            Cell::Text("Чайники"),
            Cell::Text("Самал"),
            Cell::Text("1,7"),
            Cell::Text(&text),
        ])?;
    }
    Ok(out.finish()?)
}

fn list(path: &Path, rows: usize, raise: i64) -> Result<()> {
    let feed = Feed { name: "Bench", company: "Bench", url: "https://shop.example", date: "2026-01-01T00:00+05:00" };
    let out = BufWriter::new(File::create(path)?);
    let mut yml = YmlWriter::new(out, &feed, [(1, None, "Бытовая техника"), (2, Some(1), "Чайники")])?;
    let values = [("Материал".to_owned(), "сталь".to_owned()), ("Объём".to_owned(), "1,7 л".to_owned())];
    for n in 0..rows {
        yml.offer(&Offer {
            id: &format!("A-{n}"),
            available: true,
            url: "https://shop.example/p/1",
            name: &title(n),
            price: price(n, raise),
            old_price: None,
            category: 2,
            brand: "Самал",
            gtin: "",
            description: &text(n),
            pictures: &[],
            values: &values,
            stock: 1 + (n % 50) as i32,
            used: false,
        })?;
    }
    yml.finish()?;
    Ok(())
}

fn title(n: usize) -> String {
    format!("Чайник электрический «Самал» {n}, 1,7 л")
}

fn text(n: usize) -> String {
    format!("Чайник номер {n}. ").repeat(20)
}
