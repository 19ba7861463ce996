//! Measures the engine's size and speed on a made-up catalogue of real words: `bin/bench million`.
//!
//! `SAMAL_DATA` is the folder with `data/catalog`, `SAMAL_BENCH_LISTINGS` how many documents there are (a million). The index is built in
//! `SAMAL_BENCH_INDEX` and kept there, or in a temporary folder; one that is there already is only asked.

mod ask;
mod words;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use samal::search::engine::{Doc, Index};
use words::Words;

const BATCH: usize = 5_000;
const COMMIT: usize = 100_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shared = PathBuf::from(std::env::var_os("SAMAL_DATA").ok_or("SAMAL_DATA names no folder")?);
    let documents: usize = std::env::var("SAMAL_BENCH_LISTINGS").map_or(Ok(1_000_000), |text| text.parse())?;
    let kept = std::env::var_os("SAMAL_BENCH_INDEX").map(PathBuf::from);
    let folder = kept.clone().unwrap_or_else(|| std::env::temp_dir().join(format!("samal-million-{}", std::process::id())));
    let words = Words::load(&shared)?;
    if !folder.join("meta.json").exists() {
        build(&folder, documents, &words)?;
    }
    println!("on disk: {:.0} MB", disk(&folder)? as f64 / 1e6);
    let index = Index::open(&folder)?;
    println!("documents: {}; anonymous memory when open: {} MB", index.docs(), memory());
    ask::measure(&index, &words);
    println!("anonymous memory after searching: {} MB", memory());
    drop(index);
    if kept.is_none() {
        std::fs::remove_dir_all(&folder)?;
    }
    Ok(())
}

fn build(folder: &Path, documents: usize, words: &Words) -> Result<(), Box<dyn std::error::Error>> {
    let index = Index::open(folder)?;
    let mut writer = index.writer()?;
    let sample: Vec<Doc> = (0..documents).step_by(documents.div_ceil(4_000)).map(|number| words.doc(number, documents)).collect();
    writer.learn(&sample.iter().collect::<Vec<_>>())?;
    let (mut spent, begun, mut making) = (Duration::ZERO, Instant::now(), 0.0);
    let before = cpu();
    for start in (0..documents).step_by(BATCH) {
        let idle = cpu();
        let docs: Vec<Doc> = (start..documents.min(start + BATCH)).map(|number| words.doc(number, documents)).collect();
        making += cpu() - idle;
        let at = Instant::now();
        writer.fill(&docs)?;
        if (start + BATCH).is_multiple_of(COMMIT) {
            writer.commit(start as i64)?;
        }
        spent += at.elapsed();
    }
    let at = Instant::now();
    writer.commit(documents as i64)?;
    spent += at.elapsed();
    println!(
        "indexed at {:.0} documents/s (making them up took another {:.0} s)",
        documents as f64 / spent.as_secs_f64(),
        (begun.elapsed() - spent).as_secs_f64()
    );
    println!("anonymous memory while writing: {} MB", memory());
    let at = Instant::now();
    writer.finish()?;
    println!("CPU, merges and all: {:.0} µs a document", (cpu() - before - making) * 1e6 / documents as f64);
    println!("merges ended {:.1} s later", at.elapsed().as_secs_f64());
    Ok(())
}

fn disk(folder: &Path) -> std::io::Result<u64> {
    std::fs::read_dir(folder)?.map(|entry| Ok(entry?.metadata()?.len())).sum()
}

/// CPU time of this process in seconds.
pub fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let rest = stat.rsplit(')').next().unwrap_or_default();
    rest.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// In megabytes.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) / 1024
}
