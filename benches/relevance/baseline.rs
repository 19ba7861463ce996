//! The usual: BM25 as Lucene computes it, k1 1.2, b 0.75, English stems and stop words.

use std::collections::HashMap;

use rust_stemmers::{Algorithm, Stemmer};

use crate::data::Item;

const STOP: [&str; 33] = [
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not", "of", "on", "or", "such",
    "that", "the", "their", "then", "there", "these", "they", "this", "to", "was", "will", "with",
];

/// The words of documents.
pub struct Bm25<'a> {
    docs: &'a [&'a Item],
    postings: HashMap<String, Vec<(usize, f64)>>,
    lengths: Vec<f64>,
}

fn words(text: &str) -> Vec<String> {
    let stemmer = Stemmer::create(Algorithm::English);
    let lower = text.to_lowercase();
    let runs = lower.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| word.chars().count() > 1);
    runs.filter(|word| !STOP.contains(word)).map(|word| stemmer.stem(word).into_owned()).collect()
}

impl<'a> Bm25<'a> {
    /// Of documents whose title counts several times.
    pub fn new(docs: &'a [&'a Item], titles: usize) -> Self {
        let (mut postings, mut lengths) = (HashMap::<String, Vec<(usize, f64)>>::new(), Vec::new());
        for (number, doc) in docs.iter().enumerate() {
            let words = words(&doc.text(titles));
            lengths.push(words.len() as f64);
            let mut counts = HashMap::<String, f64>::new();
            words.into_iter().for_each(|word| *counts.entry(word).or_insert(0.0) += 1.0);
            counts.into_iter().for_each(|(word, count)| postings.entry(word).or_default().push((number, count)));
        }
        Self { docs, postings, lengths }
    }

    /// The best fifty.
    pub fn find(&self, text: &str) -> Vec<String> {
        let n = self.docs.len() as f64;
        let mean = self.lengths.iter().sum::<f64>() / n;
        let mut scores = HashMap::<usize, f64>::new();
        for word in words(text) {
            let Some(list) = self.postings.get(&word) else { continue };
            let df = list.len() as f64;
            let idf = (1.0 + (n - df + 0.5) / (df + 0.5)).ln();
            for (doc, count) in list {
                let norm = 1.2 * (0.25 + 0.75 * self.lengths[*doc] / mean);
                *scores.entry(*doc).or_insert(0.0) += idf * count / (count + norm);
            }
        }
        let mut ranked: Vec<_> = scores.into_iter().collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked.into_iter().take(50).map(|(doc, _)| self.docs[doc].id.clone()).collect()
    }
}
