//! The usual: BM25 as Lucene computes it, k1 1.2, b 0.75, English stems and stop words.

use std::collections::HashMap;

use rust_stemmers::{Algorithm, Stemmer};

use crate::data::Item;

const STOP: [&str; 33] = [
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not", "of", "on", "or", "such",
    "that", "the", "their", "then", "there", "these", "they", "this", "to", "was", "will", "with",
];

/// A catalogue's titles and all its texts.
pub struct Baseline<'a> {
    docs: &'a [&'a Item],
    titles: Bm25,
    texts: Bm25,
}

impl<'a> Baseline<'a> {
    /// Of these documents.
    pub fn new(docs: &'a [&'a Item]) -> Self {
        let titles = Bm25::new(docs.iter().map(|doc| doc.title().to_owned()));
        Self { docs, titles, texts: Bm25::new(docs.iter().map(|doc| doc.text())) }
    }

    /// The best fifty by the score of all texts and this many times that of the title.
    pub fn find(&self, text: &str, titles: f64) -> Vec<String> {
        let mut scores = self.texts.scores(text);
        for (doc, score) in self.titles.scores(text) {
            *scores.entry(doc).or_insert(0.0) += titles * score;
        }
        let mut ranked: Vec<_> = scores.into_iter().collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked.into_iter().take(50).map(|(doc, _)| self.docs[doc].id.clone()).collect()
    }
}

/// The words of one field.
struct Bm25 {
    postings: HashMap<String, Vec<(usize, f64)>>,
    lengths: Vec<f64>,
}

fn words(text: &str) -> Vec<String> {
    let stemmer = Stemmer::create(Algorithm::English);
    let lower = text.to_lowercase();
    let runs = lower.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| word.chars().count() > 1);
    runs.filter(|word| !STOP.contains(word)).map(|word| stemmer.stem(word).into_owned()).collect()
}

impl Bm25 {
    fn new(texts: impl Iterator<Item = String>) -> Self {
        let (mut postings, mut lengths) = (HashMap::<String, Vec<(usize, f64)>>::new(), Vec::new());
        for (number, text) in texts.enumerate() {
            let words = words(&text);
            lengths.push(words.len() as f64);
            let mut counts = HashMap::<String, f64>::new();
            words.into_iter().for_each(|word| *counts.entry(word).or_insert(0.0) += 1.0);
            counts.into_iter().for_each(|(word, count)| postings.entry(word).or_default().push((number, count)));
        }
        Self { postings, lengths }
    }

    fn scores(&self, text: &str) -> HashMap<usize, f64> {
        let n = self.lengths.len() as f64;
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
        scores
    }
}
