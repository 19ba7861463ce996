//! What people look for: counted in memory, written by the node's timer, and shown to others as what is often looked for.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Text};

use super::Words;
use crate::db::{Db, DbError};
use crate::kernel::now;

/// Longer words are nobody else's business, in characters.
const LONGEST: usize = 60;
/// So many different ones are counted between two writes.
const MOST: usize = 10_000;
/// So many askers are remembered; then all are forgotten.
const MOST_ASKERS: usize = 200_000;
/// How often what is popular is read anew.
const FRESH: Duration = Duration::from_secs(300);
/// So many popular ones are known.
const KNOWN: i64 = 1_000;
/// So many stand in the search field's list.
const LISTED: usize = 8;

const WRITE: &str = "
INSERT INTO asked_words (words, n) SELECT * FROM unnest($1, $2) AS asked (words, n) ORDER BY words
ON CONFLICT (day, words) DO UPDATE SET n = asked_words.n + excluded.n";

/// What few looked for may tell who they are: only what was asked for several times is shown.
const POPULAR: &str = "
SELECT words FROM asked_words WHERE day > current_date - 30 GROUP BY words HAVING sum(n) >= 5 ORDER BY sum(n) DESC, words LIMIT $1";

/// Counts, and what is popular.
#[derive(Debug, Default)]
pub struct AskedWords {
    counts: Mutex<HashMap<String, i64>>,
    /// Who asked for what today, as hashes that mean nothing elsewhere.
    askers: Mutex<(NaiveDate, HashSet<u64>)>,
    hashing: RandomState,
    popular: RwLock<Popular>,
}

#[derive(Debug, Default)]
struct Popular {
    read: Option<Instant>,
    /// The most popular first.
    words: Arc<[String]>,
    /// The first of them.
    listed: Arc<[String]>,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    words: String,
}

impl AskedWords {
    /// Somebody at a network address looked for something and found it; once a day counts. What may be somebody's address or number does not.
    pub fn note(&self, words: &Words, address: &str) {
        let words = words.as_str().to_lowercase();
        if !self.is_first_today(&words, address) {
            return;
        }
        let mut digits = 0;
        let private = words.contains('@')
            || words.chars().filter(char::is_ascii_digit).any(|_| {
                digits += 1;
                digits > 6
            });
        if private || words.chars().count() > LONGEST {
            return;
        }
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() < MOST || counts.contains_key(&words) {
            *counts.entry(words).or_default() += 1;
        }
    }

    fn is_first_today(&self, words: &str, address: &str) -> bool {
        let (today, mut askers) = (now().date_naive(), self.askers.lock().unwrap_or_else(PoisonError::into_inner));
        if askers.0 != today || askers.1.len() >= MOST_ASKERS {
            *askers = (today, HashSet::new());
        }
        askers.1.insert(self.hashing.hash_one((words, address)))
    }

    /// Writes the counts, kept for the next time on failure, and reads now and then what is popular.
    pub fn flush(&self, db: &Db) -> Result<(), DbError> {
        let asked = std::mem::take(&mut *self.counts.lock().unwrap_or_else(PoisonError::into_inner));
        let written = write(db, &asked);
        if written.is_err() {
            let mut again = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
            asked.into_iter().for_each(|(words, n)| *again.entry(words).or_default() += n);
        }
        written?;
        if self.popular.read().unwrap_or_else(PoisonError::into_inner).read.is_none_or(|read| read.elapsed() > FRESH) {
            self.refresh(db)?;
        }
        Ok(())
    }

    /// Reads what is popular.
    pub fn refresh(&self, db: &Db) -> Result<(), DbError> {
        let rows: Vec<Row> =
            db.read_here(|conn| -> Result<_, DbError> { Ok(diesel::sql_query(POPULAR).bind::<BigInt, _>(KNOWN).load(conn)?) })?;
        let words: Arc<[String]> = rows.into_iter().map(|row| row.words).collect();
        let listed = words.iter().take(LISTED).cloned().collect();
        *self.popular.write().unwrap_or_else(PoisonError::into_inner) = Popular { read: Some(Instant::now()), words, listed };
        Ok(())
    }

    /// The most popular.
    pub fn listed(&self) -> Arc<[String]> {
        self.popular.read().unwrap_or_else(PoisonError::into_inner).listed.clone()
    }

    /// The most popular that share a word with these.
    pub fn related(&self, words: &Words, most: usize) -> Vec<String> {
        let typed = words.as_str().to_lowercase();
        let own: Vec<&str> = typed.split_whitespace().map(root).filter(|root| root.chars().count() > 2).collect();
        let shares = |other: &&String| **other != typed && other.split_whitespace().any(|word| own.contains(&root(word)));
        let popular = self.popular.read().unwrap_or_else(PoisonError::into_inner).words.clone();
        popular.iter().filter(shares).take(most).cloned().collect()
    }
}

fn write(db: &Db, asked: &HashMap<String, i64>) -> Result<(), DbError> {
    if asked.is_empty() {
        return Ok(());
    }
    let (words, counts): (Vec<&String>, Vec<i64>) = asked.iter().unzip();
    db.write_here(|tx| -> Result<(), DbError> {
        diesel::sql_query(WRITE).bind::<Array<Text>, _>(&words).bind::<Array<BigInt>, _>(&counts).execute(&mut **tx)?;
        Ok(())
    })
}

/// The beginning of a word, that its forms share.
fn root(word: &str) -> &str {
    let end = word.char_indices().nth(5).map_or(word.len(), |(at, _)| at);
    &word[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_somebodys_is_not_counted() {
        let asked = AskedWords::default();
        for words in ["Красные кеды", "красные КЕДЫ", "aigul@samal.example", "+7 701 123 45 67", &"я".repeat(70)] {
            asked.note(&Words::parse(words).unwrap(), words);
        }
        asked.note(&Words::parse("красные кеды").unwrap(), "красные КЕДЫ");
        assert_eq!(*asked.counts.lock().unwrap(), HashMap::from([("красные кеды".to_owned(), 2)]));
    }

    #[test]
    fn related_words_share_one() {
        let asked = AskedWords::default();
        let popular = ["красные кеды", "кеды", "чайник", "детские красные сапоги"].map(str::to_owned);
        asked.popular.write().unwrap().words = popular.into_iter().collect();
        assert_eq!(asked.related(&Words::parse("красных кед").unwrap(), 6), ["красные кеды", "детские красные сапоги"]);
        assert!(asked.related(&Words::parse("пылесос").unwrap(), 6).is_empty());
    }
}
