//! The product's own model learns from Online Retail; printed is how well the open users' last baskets are foretold, by the figures of the data's own scorer.
//!
//! `SAMAL_DATA` is the folder with `data/recs`; with `SAMAL_RUNS` the lists of the whole dense model are written there as a run file. What lies beyond
//! the dense limit is predicted from nearest neighbours: the way for catalogues too large for a dense matrix, shown with 1,000 goods and with none.

mod data;
mod metrics;

use std::collections::HashMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use data::Retail;
use metrics::Scores;
use samal::recommendations::NEIGHBOURS;
use samal::recommendations::model::{Event, Model, Neighbours, Settings, Suggestion, train};

/// Lists as long as a run file needs.
const LIST: usize = 20;

type Lists = HashMap<i64, Vec<i64>>;

fn main() -> Result<(), Box<dyn Error>> {
    if std::env::args().any(|arg| arg == "--test") {
        return Ok(());
    }
    let shared = PathBuf::from(std::env::var_os("SAMAL_DATA").ok_or("SAMAL_DATA names no folder")?);
    let run_file = std::env::var_os("SAMAL_RUNS").map(|folder| PathBuf::from(folder).join("online_retail.tsv"));
    let retail = Retail::read(&shared.join("data/recs"))?;
    println!("{} people, {} goods, {} open users", retail.own.len(), retail.goods(), retail.targets.len());
    println!("{:<34} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7} {:>7}", "", "HitRate", "NDCG", "BHit", "BRecall", "BNDCG", "cover", "tail");
    for dense_most in [10_000, 1_000, 0] {
        let settings = Settings { dense_most, ..Settings::default() };
        let start = Instant::now();
        let model = train(retail.events.iter().copied(), retail.today, &settings)?;
        let took = start.elapsed();
        let lists = whole(&retail, &model, &settings);
        print(&format!("dense limit {dense_most}"), &retail, &lists);
        print(&format!("  from {NEIGHBOURS} stored neighbours"), &retail, &stored(&retail, &model, &settings));
        println!("  trained in {:.1} s, peak memory so far {}", took.as_secs_f32(), peak_memory());
        if let Some(path) = run_file.as_deref().filter(|_| dense_most == 10_000) {
            write_run(path, &retail, &lists)?;
        }
    }
    Ok(())
}

fn whole(retail: &Retail, model: &Model, settings: &Settings) -> Lists {
    lists(retail, |own| model.rank(own, retail.today, settings, LIST))
}

fn stored(retail: &Retail, model: &Model, settings: &Settings) -> Lists {
    let rows: Neighbours = model.rows(NEIGHBOURS).collect();
    lists(retail, |own| rows.rank(own, retail.today, settings, LIST))
}

fn lists(retail: &Retail, rank: impl Fn(&[Event]) -> Vec<Suggestion>) -> Lists {
    let list = |user: &i64| retail.own.get(user).map(|own| rank(own).into_iter().map(|found| found.item).collect());
    retail.targets.keys().map(|user| (*user, list(user).unwrap_or_default())).collect()
}

fn print(name: &str, retail: &Retail, lists: &Lists) {
    let s = Scores::of(retail, lists);
    let row = [s.hit_rate, s.ndcg, s.basket_hit, s.basket_recall, s.basket_ndcg, s.coverage, s.tail];
    let row = row.iter().fold(String::new(), |mut line, x| {
        let _ = write!(line, " {x:>7.4}");
        line
    });
    println!("{name:<34}{row}");
}

fn write_run(path: &Path, retail: &Retail, lists: &Lists) -> std::io::Result<()> {
    let mut text = String::new();
    for (user, list) in lists {
        for (rank, item) in list.iter().enumerate() {
            let _ = writeln!(text, "{}\t{}\t{}", retail.name(*user), retail.name(*item), rank + 1);
        }
    }
    std::fs::write(path, text)
}

/// The most memory this process ever held, as Linux tells it.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("unknown").trim().to_owned()
}
