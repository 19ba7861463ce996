//! Measures relevance on the judged queries of a data folder, step by step: `bin/bench relevance`.
//!
//! `SAMAL_DATA` is the folder with `data/search`; with `SAMAL_RUNS` the engine's answers are written there as run files.

mod baseline;
mod data;
mod score;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use baseline::Baseline;
use data::Set;
use samal::search::engine::formula::Parts;
use samal::search::engine::{Ask, Change, Count, Index};
use score::{Scores, mean};

type Run = HashMap<String, Vec<String>>;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shared = PathBuf::from(std::env::var_os("SAMAL_DATA").ok_or("SAMAL_DATA names no folder")?);
    let runs = std::env::var_os("SAMAL_RUNS").map(PathBuf::from);
    let icecat = Set::load(&shared, "icecat", data::icecat)?;
    let esci = Set::load(&shared, "esci", data::esci)?;
    let both = || icecat.docs.iter().chain(&esci.docs);
    for (name, set, docs) in [
        ("icecat", &icecat, icecat.docs.iter().collect::<Vec<_>>()),
        ("esci", &esci, esci.docs.iter().collect()),
        ("icecat, both in one index", &icecat, both().collect()),
        ("esci, both in one index", &esci, both().collect()),
    ] {
        measure(name, set, &docs, runs.as_deref())?;
    }
    Ok(())
}

fn measure(name: &str, set: &Set, docs: &[&data::Item], runs: Option<&Path>) -> Result<(), Box<dyn std::error::Error>> {
    println!("\n{name}: {} documents, {} queries\n{:34} NDCG@10  NDCGjud@10  recall@50  empty", docs.len(), set.queries.len(), "");
    let bm25 = Baseline::new(docs);
    for (label, titles) in [("BM25, all fields", 0.0), ("BM25, 3 x title + all fields", 3.0)] {
        report(label, set, &set.queries.iter().map(|(id, text)| (id.clone(), bm25.find(text, titles))).collect());
    }
    let off = Parts { words: false, head: false, all_words: false, feedback: false };
    let steps = [
        ("BM25F", off),
        ("+ words", Parts { words: true, ..off }),
        ("+ head", Parts { words: true, head: true, ..off }),
        ("+ all words", Parts { feedback: false, ..Parts::default() }),
        ("+ feedback (the engine)", Parts::default()),
    ];
    let folder = std::env::temp_dir().join(format!("samal-relevance-{}", std::process::id()));
    let changes: Vec<_> = docs.iter().zip(1..).map(|(item, product)| Change::Put(Box::new(item.doc(product)))).collect();
    let mut writer = Index::open(&folder)?.writer()?;
    writer.apply(&changes)?;
    writer.commit(1)?;
    writer.finish()?;
    let mut index = Index::open(&folder)?;
    for (label, parts) in steps {
        index = index.with_parts(parts);
        let run = set.queries.iter().map(|(id, text)| (id.clone(), find(&index, docs, text))).collect();
        report(label, set, &run);
        if let Some(runs) = runs.filter(|_| parts == Parts::default()) {
            write(&runs.join(format!("{}.tsv", name.replace([' ', ','], "_"))), &run)?;
        }
    }
    std::fs::remove_dir_all(&folder)?;
    Ok(())
}

fn find(index: &Index, docs: &[&data::Item], text: &str) -> Vec<String> {
    let ask = Ask { words: Some(text.to_owned()), size: 50, page: 1, facets: Count::All, ..Ask::default() };
    index.find(&ask).hits.iter().map(|hit| docs[hit.product as usize - 1].id.clone()).collect()
}

fn report(label: &str, set: &Set, run: &Run) {
    let scores: Vec<Scores> =
        set.judged().map(|(query, judgments)| Scores::of(run.get(query).map_or(&[], Vec::as_slice), judgments)).collect();
    let of = |value: fn(&Scores) -> f64| mean(scores.iter().map(value));
    let empty: Vec<_> =
        set.judged().filter(|(query, _)| run.get(*query).is_none_or(Vec::is_empty)).map(|(query, _)| query.as_str()).collect();
    println!("{label:34} {:.4}   {:.4}      {:.4}     {}", of(|s| s.ndcg), of(|s| s.ndcg_judged), of(|s| s.recall), empty.join(" "));
}

fn write(path: &Path, run: &Run) -> std::io::Result<()> {
    let lines: Vec<_> =
        run.iter().flat_map(|(query, items)| items.iter().zip(1..).map(move |(item, rank)| format!("{query}\t{item}\t{rank}\n"))).collect();
    std::fs::write(path, lines.concat())
}
