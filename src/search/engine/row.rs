//! The packed row of a document: all that filters, counts and orders need, read in one go.
//!
//! Numbers of 32 bits: the sizes (with the top bit set, so that every stretch of the column is 32 bits wide and is read at once),
//! creation, the lasting part of the priors, rating and reviews, tags' size; then offers (4 each), categories, tags, choices (2 each), numbers (3 each).

use std::ops::Range;

use super::doc::{Doc, MOST_OFFERS, Offer, Ways};
use super::formula::Priors;

const HEAD: usize = 5;
const TOP: u64 = 1 << 31;
const STOCK: u64 = 1 << 30;
const USED: u64 = 1 << 29;

/// Packs a document. What does not fit is left out: more than 255 categories, tags, choices or numbers.
pub fn pack(doc: &Doc) -> Vec<u64> {
    let size = |length: usize| length.min(255) as u64;
    let (offers, categories) = (doc.offers.len().min(MOST_OFFERS) as u64, size(doc.categories.len()).min(127));
    let mut row = vec![
        TOP | offers << 24 | categories << 16 | size(doc.choices.len()) << 8 | size(doc.numbers.len()),
        word(doc.created),
        u64::from(Priors::lasting(doc.popularity, doc.rating, doc.reviews).to_bits()),
        u64::from(doc.rating) << 16 | u64::from(doc.reviews.min(0xFFFF)),
        size(doc.tags.len()),
    ];
    doc.offers.iter().take(MOST_OFFERS).for_each(|offer| put_offer(offer, &mut row));
    row.extend(doc.categories.iter().take(127).map(|id| u64::from(*id)));
    row.extend(doc.tags.iter().take(255).map(|id| u64::from(*id)));
    row.extend(doc.choices.iter().take(255).flat_map(|choice| [choice >> 32, choice & 0xFFFF_FFFF]));
    let number = |(attribute, value): &(u32, i64)| [u64::from(*attribute), *value as u64 >> 32, *value as u64 & 0xFFFF_FFFF];
    row.extend(doc.numbers.iter().take(255).flat_map(number));
    row
}

fn word(number: i64) -> u64 {
    number.clamp(0, i64::from(u32::MAX)) as u64
}

fn put_offer(offer: &Offer, row: &mut Vec<u64>) {
    let flags = if offer.stock { STOCK } else { 0 } | if offer.used { USED } else { 0 };
    row.extend([
        word(offer.price),
        u64::from(offer.shop),
        flags | u64::from(offer.discount()) << 16 | u64::from(offer.city),
        u64::from(offer.ways.courier) << 16 | u64::from(offer.ways.post) << 8 | u64::from(offer.ways.pickup),
    ]);
}

/// Where the options stand in a packed row, attribute and option in turn. Segments number their options: a [`Row`] has one cell for each.
pub fn choices(row: &[u64]) -> Range<usize> {
    let Some([sizes, .., tags]) = row.first_chunk::<HEAD>() else { return 0..0 };
    let start = HEAD + (sizes >> 24 & 0x7F) as usize * 4 + (sizes >> 16 & 0x7F) as usize + *tags as usize;
    let end = start + (sizes >> 8 & 0xFF) as usize * 2;
    if end <= row.len() { start..end } else { 0..0 }
}

/// A number of 32 bits as it lies in a file.
pub type Cell = [u8; 4];

/// A row that was read.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    head: [u32; HEAD],
    offers: &'a [[Cell; 4]],
    categories: &'a [Cell],
    tags: &'a [Cell],
    choices: &'a [Cell],
    numbers: &'a [[Cell; 3]],
}

const fn number(cell: Cell) -> u32 {
    u32::from_le_bytes(cell)
}

/// An offer of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowOffer {
    /// In tenge, at most 2³² − 1.
    pub price: i64,
    /// The shop.
    pub shop: u32,
    /// The town.
    pub city: u16,
    /// When it can be had.
    pub ways: Ways,
    /// In per cent.
    pub discount: u8,
    /// Used.
    pub used: bool,
    /// In stock.
    pub stock: bool,
}

impl<'a> Row<'a> {
    /// Of its cells; nothing when they are not a row.
    pub fn read(cells: &'a [Cell]) -> Option<Self> {
        let (head, rest) = cells.split_first_chunk::<HEAD>()?;
        let head = head.map(number);
        let size = |shift: u32, mask: u32| (head[0] >> shift & mask) as usize;
        let (offers, rest) = rest.split_at_checked(size(24, 0x7F) * 4)?;
        let (categories, rest) = rest.split_at_checked(size(16, 0x7F))?;
        let (tags, rest) = rest.split_at_checked(head[4] as usize)?;
        let (choices, rest) = rest.split_at_checked(size(8, 0xFF))?;
        let (numbers, _) = rest.split_at_checked(size(0, 0xFF) * 3)?;
        let (offers, numbers) = (offers.as_chunks().0, numbers.as_chunks().0);
        Some(Self { head, offers, categories, tags, choices, numbers })
    }

    /// Its offers.
    pub fn offers(&self) -> impl ExactSizeIterator<Item = RowOffer> + use<'a> {
        self.offers.iter().map(|cells| {
            let [price, shop, rest, ways] = cells.map(number);
            RowOffer {
                price: i64::from(price),
                shop,
                city: rest as u16,
                ways: Ways { courier: (ways >> 16) as u8, post: (ways >> 8) as u8, pickup: ways as u8 },
                discount: (rest >> 16) as u8,
                used: rest & USED as u32 != 0,
                stock: rest & STOCK as u32 != 0,
            }
        })
    }

    /// Its categories.
    pub fn categories(&self) -> impl Iterator<Item = u32> + use<'a> {
        self.categories.iter().map(|cell| number(*cell))
    }

    /// Its tags.
    pub fn tags(&self) -> impl Iterator<Item = u32> + use<'a> {
        self.tags.iter().map(|cell| number(*cell))
    }

    /// Its options, by their numbers in the segment.
    pub fn choices(&self) -> impl Iterator<Item = u32> + use<'a> {
        self.choices.iter().map(|cell| number(*cell))
    }

    /// Its numbers: attribute and value × 1000.
    pub fn numbers(&self) -> impl Iterator<Item = (u32, i64)> + use<'a> {
        let value = |high: Cell, low: Cell| (u64::from(number(high)) << 32 | u64::from(number(low))) as i64;
        self.numbers.iter().map(move |[attribute, high, low]| (number(*attribute), value(*high, *low)))
    }

    /// In Unix seconds.
    pub fn created(&self) -> i64 {
        i64::from(self.head[1])
    }

    /// The priors of popularity and rating.
    pub fn lasting(&self) -> f32 {
        f32::from_bits(self.head[2])
    }

    /// The mean rating × 100.
    pub fn rating(&self) -> u16 {
        (self.head[3] >> 16) as u16
    }

    /// How many reviews, at most 65,535.
    pub fn reviews(&self) -> u32 {
        self.head[3] & 0xFFFF
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_what_was_packed() {
        let ways = Ways { post: 200, pickup: 1, ..Ways::default() };
        let offer = Offer { listing: 9, shop: 7, price: 990, old_price: 1980, city: 65535, used: true, ways, stock: true };
        let doc = Doc {
            categories: vec![1, u32::MAX],
            tags: vec![5],
            choices: vec![super::super::doc::choice(3, 4)],
            numbers: vec![(8, -1500)],
            offers: vec![offer; 2],
            created: 1_700_000_000,
            popularity: u32::MAX,
            rating: 450,
            reviews: 100_000,
            ..Doc::default()
        };
        let packed = pack(&doc);
        assert!(packed.iter().all(|number| *number < 1 << 32));
        let options = choices(&packed);
        assert_eq!(packed[options.clone()], [3, 4]);
        let numbered = packed.iter().enumerate().filter(|(at, _)| *at != options.start);
        let cells: Vec<Cell> = numbered.map(|(_, number)| (*number as u32).to_le_bytes()).collect();
        let row = Row::read(&cells).unwrap();
        let read = RowOffer { price: 990, shop: 7, city: 65535, ways, discount: 50, used: true, stock: true };
        assert_eq!(row.offers().collect::<Vec<_>>(), [read; 2]);
        assert_eq!(row.categories().collect::<Vec<_>>(), [1, u32::MAX]);
        assert_eq!(row.tags().collect::<Vec<_>>(), [5]);
        assert_eq!(row.choices().collect::<Vec<_>>(), [4]);
        assert_eq!(row.numbers().collect::<Vec<_>>(), [(8, -1500)]);
        assert_eq!((row.created(), row.rating(), row.reviews()), (1_700_000_000, 450, 65535));
    }

    #[test]
    fn what_is_no_row_is_refused() {
        assert!(Row::read(&[]).is_none());
        assert!(Row::read(&[[255; 4]; 6]).is_none());
    }
}
