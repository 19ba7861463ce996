//! Writing: batches of changes by product, committed with the position of the change log.

use std::collections::HashMap;
use std::path::PathBuf;
use std::thread;

use tantivy::{IndexWriter, TantivyDocument, Term};

use super::analyse::Analyser;
use super::doc::{Doc, MOST_OFFERS};
use super::error::Result;
use super::latent::{self, Latent};
use super::rarity::Rarity;
use super::row;
use super::schema::{Fields, Spot};
use super::weigh::{self, Averages};

/// A change of the index.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// This is the product now.
    Put(Box<Doc>),
    /// The product is gone.
    Drop(i64),
}

impl Change {
    const fn product(&self) -> i64 {
        match self {
            Self::Put(doc) => doc.product,
            Self::Drop(product) => *product,
        }
    }
}

/// What is committed with the documents.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub(super) struct Payload {
    pub position: i64,
    averages: Averages,
}

impl Payload {
    pub(super) fn read(text: Option<&str>) -> Self {
        text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }
}

/// The one writer of an index.
pub struct Writer {
    writer: IndexWriter<TantivyDocument>,
    fields: Fields,
    payload: Payload,
    rarity: Rarity,
    /// The greatest product number that was ever written: a greater one cannot be in the index.
    newest: i64,
    analysers: Vec<Analyser>,
    latent: Latent,
    /// Where the space is kept.
    latent_path: PathBuf,
}

impl Writer {
    pub(super) fn new(
        writer: IndexWriter<TantivyDocument>,
        fields: Fields,
        payload: Payload,
        rarity: Rarity,
        newest: i64,
        latent_path: PathBuf,
    ) -> Self {
        let workers = thread::available_parallelism().map_or(1, usize::from).min(4);
        let latent = Latent::load(&latent_path).unwrap_or_default();
        Self {
            latent,
            latent_path,
            writer,
            fields,
            payload,
            rarity,
            newest,
            analysers: (0..workers).map(|_| Analyser::default()).collect(),
        }
    }

    /// Applies changes; of several to one product the last counts. They are found after [`Writer::commit`].
    pub fn apply(&mut self, changes: &[Change]) -> Result<()> {
        let last: HashMap<i64, usize> = changes.iter().enumerate().map(|(at, change)| (change.product(), at)).collect();
        last.keys().filter(|product| **product <= self.newest).for_each(|product| self.delete(*product));
        let docs: Vec<&Doc> = changes
            .iter()
            .enumerate()
            .filter(|(at, change)| last.get(&change.product()) == Some(at))
            .filter_map(|(_, change)| if let Change::Put(doc) = change { Some(&**doc) } else { None })
            .collect();
        self.put(&docs)
    }

    /// Writes products that are not in the index yet, each once: for building it anew, quicker than [`Writer::apply`].
    /// Goods of one category are best written one after another: what lies together is found sooner.
    pub fn fill(&mut self, docs: &[Doc]) -> Result<()> {
        self.put(&docs.iter().collect::<Vec<_>>())
    }

    fn put(&mut self, docs: &[&Doc]) -> Result<()> {
        self.newest = docs.iter().map(|doc| doc.product).fold(self.newest, i64::max);
        if !docs.is_empty() {
            self.learn(docs)?;
        }
        self.add(docs)
    }

    fn delete(&self, product: i64) {
        self.writer.delete_term(Term::from_field_i64(self.fields.product, product));
    }

    /// Learns what is usual from a sample of the catalogue, before the first document of a new index is written: mean lengths, rarities,
    /// and which words go together. Some thousand documents from all over the catalogue are best; what is learnt stays until the index is
    /// rebuilt. If nobody calls it, the first batch is the sample. An index that has documents already does not learn.
    pub fn learn(&mut self, sample: &[&Doc]) -> Result<()> {
        let Some(analyser) = self.analysers.first_mut().filter(|_| self.payload.averages.is_new()) else { return Ok(()) };
        let sample: Vec<&Doc> = sample.iter().copied().step_by(sample.len().div_ceil(latent::SAMPLE).max(1)).collect();
        let (mut lengths, mut ignored) = (Averages::default(), Averages::default());
        for doc in &sample {
            weigh::weigh(doc, analyser, &Averages::default(), &mut lengths, &self.rarity);
        }
        let mut terms = |doc: &&Doc| weigh::weigh(doc, analyser, &lengths, &mut ignored, &self.rarity).terms;
        self.latent = Latent::learn(&sample.iter().map(&mut terms).collect::<Vec<_>>());
        self.payload.averages = lengths;
        self.latent.save(&self.latent_path)
    }

    fn add(&mut self, docs: &[&Doc]) -> Result<()> {
        let size = docs.len().div_ceil(self.analysers.len()).max(1);
        let shared = Shared {
            writer: &self.writer,
            fields: self.fields,
            averages: &self.payload.averages,
            rarity: &self.rarity,
            latent: &self.latent,
        };
        let lengths = thread::scope(|scope| {
            let workers: Vec<_> =
                docs.chunks(size).zip(&mut self.analysers).map(|(docs, own)| scope.spawn(|| shared.add(docs, own))).collect();
            let ended = workers.into_iter().map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
            ended.collect::<Result<Vec<Averages>>>()
        })?;
        lengths.iter().for_each(|lengths| self.payload.averages.merge(lengths));
        Ok(())
    }

    /// Makes the changes durable and visible to readers that reload, together with the position.
    pub fn commit(&mut self, position: i64) -> Result<()> {
        self.payload.position = position;
        let text = serde_json::to_string(&self.payload).unwrap_or_default();
        let mut prepared = self.writer.prepare_commit()?;
        prepared.set_payload(&text);
        prepared.commit()?;
        Ok(())
    }

    /// Throws all documents away; durable after [`Writer::commit`].
    pub fn clear(&mut self) -> Result<()> {
        self.writer.delete_all_documents()?;
        self.payload = Payload::default();
        self.rarity.clear();
        self.newest = i64::MIN;
        Ok(())
    }

    /// Ends writing when all merges under way are done.
    pub fn finish(self) -> Result<()> {
        Ok(self.writer.wait_merging_threads()?)
    }
}

struct Shared<'a> {
    writer: &'a IndexWriter<TantivyDocument>,
    fields: Fields,
    averages: &'a Averages,
    rarity: &'a Rarity,
    latent: &'a Latent,
}

impl Shared<'_> {
    fn add(&self, docs: &[&Doc], analyser: &mut Analyser) -> Result<Averages> {
        let mut lengths = Averages::default();
        for doc in docs {
            let weighed = weigh::weigh(doc, analyser, self.averages, &mut lengths, self.rarity);
            self.writer.add_document(self.document(doc, &weighed))?;
        }
        Ok(lengths)
    }

    fn document(&self, doc: &Doc, weighed: &weigh::Weighed) -> TantivyDocument {
        let (mut out, fields) = (TantivyDocument::default(), &self.fields);
        out.add_i64(fields.product, doc.product);
        out.add_text(fields.all, &weighed.all);
        out.add_text(fields.short, &weighed.short);
        out.add_text(fields.words, &weighed.words);
        spots(doc).for_each(|spot| out.add_u64(fields.places, spot.number()));
        row::pack(doc).into_iter().for_each(|number| out.add_u64(fields.row, number));
        doc.offers.iter().take(MOST_OFFERS).for_each(|offer| out.add_i64(fields.listings, offer.listing));
        weighed.about.iter().for_each(|about| out.add_u64(fields.terms, *about));
        let point = self.latent.point(weighed.terms.iter().copied());
        latent::pack(&point).into_iter().for_each(|cell| out.add_u64(fields.point, cell));
        out
    }
}

fn spots(doc: &Doc) -> impl Iterator<Item = Spot> {
    let categories = doc.categories.iter().map(|id| Spot::Category(*id));
    let shops = doc.offers.iter().map(|offer| Spot::Shop(offer.shop));
    categories.chain(shops).chain(doc.tags.iter().map(|id| Spot::Tag(*id)))
}
