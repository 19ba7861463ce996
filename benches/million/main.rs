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

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use ask::{ALONE, MIX, Times};
use diesel::prelude::*;
use site::Site;
use words::Words;

const SMALL: usize = 10_000;

/// The pages whose two figures are compared are asked for in so many turns, so that whatever else the machine does weighs on both.
const TURNS: usize = 10;

/// The rounds before that: none of them is measured.
const WARM: usize = 1_000;

/// One size, its site at work, and what was measured of it.
struct Size {
    goods: usize,
    url: String,
    index: String,
    site: Site,
    before: plans::Scans,
    /// The mix: kind and milliseconds of each answer.
    mix: Vec<(usize, f64)>,
    seconds: f64,
    alone: Vec<(usize, f64)>,
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
    let mut sizes = Vec::new();
    for listings in [SMALL, large] {
        println!("\n{listings} listings");
        let (url, folder) = prepare(&server, &var, listings, &words)?;
        let index = index(&url, &folder, listings)?;
        let (site, ready) = Site::start(&[("DATABASE_URL", &url), ("SAMAL_VAR", &folder.to_string_lossy())])?;
        println!("ready after {} ms", ready.as_millis());
        let before = plans::Scans::new();
        sizes.push(Size { goods: listings * 8 / 9, url, index, site, before, mix: Vec::new(), seconds: 0.0, alone: Vec::new() });
    }
    runtime.block_on(measure(&mut sizes, &words))?;
    show(&sizes[0], &sizes[1]);
    for (name, size) in ["small", "large"].into_iter().zip(&mut sizes) {
        runtime.block_on(rest(name, size))?;
    }
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

/// Asks both sites for the mix, then in turns for the pages beside it.
async fn measure(sizes: &mut [Size], words: &Words) -> Result<()> {
    for size in sizes.iter_mut() {
        ask::mix(&size.site.base, words, WARM..WARM + 3).await?;
        for kind in 0..ALONE.len() {
            // each category was asked for once, by other addresses than are measured: the steady state of both sizes
            ask::alone(&size.site.base, kind, WARM..WARM + 60, size.goods).await?;
        }
        size.before = plans::scans(&mut PgConnection::establish(&size.url)?)?;
    }
    for size in sizes.iter_mut() {
        let started = Instant::now();
        size.mix = ask::mix(&size.site.base, words, 0..40).await?;
        size.seconds = started.elapsed().as_secs_f64();
    }
    let part = |turn: usize, rounds: usize| turn * rounds / TURNS..(turn + 1) * rounds / TURNS;
    for kind in 0..ALONE.len() {
        for turn in 0..TURNS {
            for size in sizes.iter_mut() {
                size.alone.extend(ask::alone(&size.site.base, kind, part(turn, 100), size.goods).await?);
            }
        }
    }
    Ok(())
}

fn show(small: &Size, large: &Size) {
    println!(
        "\nthe mix: {} kinds of search and filter pages with all counts, each as often, 8 clients at once, page cache off, the engine's own cache of answers on",
        MIX.len()
    );
    println!("{:24} {:>27}   {:>27}", "", "small: median    p99    max", "large: median    p99    max");
    let row = |name: &str, small: Times, large: Times| {
        let three = |times: &Times| format!("{:13.1} {:6.1} {:6.1}", times.at(0.5), times.at(0.99), times.at(1.0));
        println!("{name:24} {}   {}   {:5.2}x", three(&small), three(&large), large.at(0.5) / small.at(0.5));
    };
    row("all", Times::of(&small.mix, ..), Times::of(&large.mix, ..));
    for (kind, name) in MIX.iter().enumerate() {
        row(name, Times::of(&small.mix, kind..=kind), Times::of(&large.mix, kind..=kind));
    }
    println!("alone, 8 clients at once");
    for (kind, name) in ALONE.iter().enumerate() {
        row(name, Times::of(&small.alone, kind..=kind), Times::of(&large.alone, kind..=kind));
    }
}

/// Wild questions, memory after them, and how the pages of both and those of a signed-in seller read their tables; stops the site.
async fn rest(name: &str, size: &mut Size) -> Result<()> {
    let mut conn = PgConnection::establish(&size.url)?;
    let (times, statuses) = ask::wild(&size.site.base).await?;
    let mut scans = plans::since(&mut conn, &size.before)?;
    let (anonymous, resident) = (size.site.memory("RssAnon:")?, size.site.memory("VmRSS:")?);
    scans.extend(plans::signed_in(&size.site.base, &mut conn).await?);
    size.site.stop()?;
    println!("\n{name}: {:.0} pages/s of the mix; RssAnon {anonymous} MB, VmRSS {resident} MB", size.mix.len() as f64 / size.seconds);
    println!("{name}: index {}", size.index);
    println!("{name}: 10000 wild questions: p99 {:.1} ms, max {:.1} ms; statuses {statuses:?}", times.at(0.99), times.at(1.0));
    println!("{name}: sequential scans of large tables: {}", if scans.is_empty() { "none".into() } else { scans.join("; ") });
    Ok(())
}
