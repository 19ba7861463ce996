//! The site with ten thousand listings and with a million, side by side: `bin/bench million`.
//!
//! `SAMAL_DATA` is the folder with `data/catalog`, whose words the goods are made of; `SAMAL_BENCH_LISTINGS` says how many the large one has.
//! `DATABASE_URL` names a server where databases may be made and triggers put off. What is there from an earlier run is used again.

mod ask;
mod goods;
mod plans;
#[path = "../site.rs"]
mod site;
mod words;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use ask::{ALONE, MIX, Times};
use diesel::prelude::*;
use site::Site;
use words::Words;

const SMALL: usize = 10_000;

/// What was measured of one size.
struct Figures {
    index: String,
    mix: Times,
    kinds: Vec<Times>,
    alone: Vec<Times>,
    wild: (Times, BTreeMap<u16, usize>),
    anonymous: u64,
    resident: u64,
    seconds: f64,
    answers: usize,
    scans: Vec<String>,
}

fn main() -> Result<()> {
    if std::env::args().any(|arg| arg == "--test") {
        return Ok(());
    }
    let data = PathBuf::from(std::env::var_os("SAMAL_DATA").context("SAMAL_DATA names no folder: run bin/bench million")?);
    let server = std::env::var("DATABASE_URL").context("DATABASE_URL is not set: run bin/bench million")?;
    let var = PathBuf::from(std::env::var_os("SAMAL_VAR").context("SAMAL_VAR is not set: run bin/bench million")?);
    let large: usize = std::env::var("SAMAL_BENCH_LISTINGS").map_or(Ok(1_000_000), |text| text.parse())?;
    let words = Words::load(&data)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let mut figures = Vec::new();
    for listings in [SMALL, large] {
        println!("\n{listings} listings");
        let (url, folder) = prepare(&server, &var, listings, &words)?;
        let index = index(&url, &folder, listings)?;
        figures.push(runtime.block_on(measure(&url, &folder, listings, &words, index))?);
    }
    show(&figures[0], &figures[1]);
    Ok(())
}

/// A database of this size, made when it is not there.
fn prepare(server: &str, var: &Path, listings: usize, words: &Words) -> Result<(String, PathBuf)> {
    let name = format!("bench_{listings}");
    let (base, query) = server.split_once('?').map_or((server, String::new()), |(base, query)| (base, format!("?{query}")));
    let (base, _) = base.rsplit_once('/').context("DATABASE_URL names no database")?;
    let url = format!("{base}/{name}{query}");
    let known = PgConnection::establish(&url).is_ok();
    if !known {
        diesel::sql_query(format!("CREATE DATABASE {name}")).execute(&mut PgConnection::establish(server)?)?;
        let status = Command::new(env!("CARGO_BIN_EXE_samal")).arg("migrate").env("DATABASE_URL", &url).status()?;
        anyhow::ensure!(status.success(), "samal migrate failed");
        goods::fill(&mut PgConnection::establish(&url)?, words, listings)?;
    }
    Ok((url, var.join(name)))
}

/// Builds the index from the database by the product's own command; how quick that was, how large it is, what it held meanwhile.
fn index(url: &str, var: &Path, listings: usize) -> Result<String> {
    let started = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_samal"))
        .args(["index", "rebuild"])
        .env("DATABASE_URL", url)
        .env("SAMAL_VAR", var)
        .stdout(Stdio::null())
        .spawn()?;
    let mut peak = 0;
    let status = loop {
        peak = site::memory(child.id(), "RssAnon:").unwrap_or(0).max(peak);
        if let Some(status) = child.try_wait()? {
            break status;
        }
        std::thread::sleep(Duration::from_millis(50));
    };
    anyhow::ensure!(status.success(), "samal index rebuild failed");
    let rate = listings as f64 / started.elapsed().as_secs_f64();
    let size = Command::new("du").args(["-sm"]).arg(var).output()?;
    let size = String::from_utf8_lossy(&size.stdout).split_whitespace().next().unwrap_or("?").to_owned();
    let index = format!("{rate:.0} listings/s end to end, {size} MB on disk, {peak} MB of anonymous memory at most");
    println!("index: {index}");
    Ok(index)
}

async fn measure(url: &str, var: &Path, listings: usize, words: &Words, index: String) -> Result<Figures> {
    let mut conn = PgConnection::establish(url)?;
    let goods = listings * 8 / 9;
    let (mut site, ready) = Site::start(&[("DATABASE_URL", url), ("SAMAL_VAR", &var.to_string_lossy())])?;
    println!("ready after {} ms", ready.as_millis());
    ask::mix(&site.base, words, 3).await?;
    for kind in 0..ALONE.len() {
        // each category was asked for once: what is measured is the steady state of both sizes
        ask::alone(&site.base, kind, 60, goods).await?;
    }
    let before = plans::scans(&mut conn)?;
    let started = Instant::now();
    let (mix, kinds) = ask::mix(&site.base, words, 40).await?;
    let seconds = started.elapsed().as_secs_f64();
    let mut alone = Vec::new();
    for kind in 0..ALONE.len() {
        alone.push(ask::alone(&site.base, kind, 100, goods).await?);
    }
    let wild = ask::wild(&site.base).await?;
    let mut scans = plans::since(&mut conn, &before)?;
    let (anonymous, resident) = (site.memory("RssAnon:")?, site.memory("VmRSS:")?);
    scans.extend(plans::signed_in(&site.base, &mut conn).await?);
    site.stop()?;
    Ok(Figures { index, mix, kinds, alone, wild, anonymous, resident, seconds, answers: MIX.len() * 40 * 8, scans })
}

fn show(small: &Figures, large: &Figures) {
    println!("\nthe mix: {} kinds of search and filter pages with all counts, each as often, 8 clients at once, page cache off", MIX.len());
    println!("{:24} {:>27}   {:>27}", "", "small: median    p99    max", "large: median    p99    max");
    let row = |name: &str, a: &Times, b: &Times| {
        let three = |times: &Times| format!("{:13.1} {:6.1} {:6.1}", times.at(0.5), times.at(0.99), times.at(1.0));
        println!("{name:24} {}   {}   {:5.2}x", three(a), three(b), b.at(0.5) / a.at(0.5));
    };
    row("all", &small.mix, &large.mix);
    MIX.iter().zip(small.kinds.iter().zip(&large.kinds)).for_each(|(name, (a, b))| row(name, a, b));
    println!("alone, 8 clients at once");
    ALONE.iter().zip(small.alone.iter().zip(&large.alone)).for_each(|(name, (a, b))| row(name, a, b));
    for (name, figures) in [("small", small), ("large", large)] {
        println!(
            "\n{name}: {:.0} pages/s of the mix; RssAnon {} MB, VmRSS {} MB",
            figures.answers as f64 / figures.seconds,
            figures.anonymous,
            figures.resident
        );
        println!("{name}: index {}", figures.index);
        let (times, statuses) = &figures.wild;
        println!("{name}: 10000 wild questions: p99 {:.1} ms, max {:.1} ms; statuses {statuses:?}", times.at(0.99), times.at(1.0));
        println!(
            "{name}: sequential scans of large tables: {}",
            if figures.scans.is_empty() { "none".into() } else { figures.scans.join("; ") }
        );
    }
}
