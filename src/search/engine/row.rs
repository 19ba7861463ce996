//! The packed row of a document: all that filters, counts and orders need, read in one go.
//!
//! Numbers of 32 bits: the sizes (with the top bit set, so that every stretch of the column is 32 bits wide and is read at once),
//! creation, popularity, rating and reviews, tags' size; then offers (3 each), categories, tags, choices (2 each), numbers (3 each).

use super::doc::{Doc, MOST_OFFERS, Offer};

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
        u64::from(doc.popularity),
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
        flags | u64::from(offer.discount()) << 22 | u64::from(offer.days.min(63)) << 16 | u64::from(offer.city),
    ]);
}

/// A row that was read.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    head: [u64; HEAD],
    offers: &'a [u64],
    categories: &'a [u64],
    tags: &'a [u64],
    choices: &'a [u64],
    numbers: &'a [u64],
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
    /// Days of delivery, at most 63.
    pub days: u8,
    /// In per cent.
    pub discount: u8,
    /// Used.
    pub used: bool,
    /// In stock.
    pub stock: bool,
}

impl<'a> Row<'a> {
    /// Of the column's numbers; nothing when they are not a row.
    pub fn read(numbers: &'a [u64]) -> Option<Self> {
        let (head, rest) = numbers.split_first_chunk::<HEAD>()?;
        let size = |shift: u32, mask: u64| (head[0] >> shift & mask) as usize;
        let (offers, rest) = rest.split_at_checked(size(24, 0x7F) * 3)?;
        let (categories, rest) = rest.split_at_checked(size(16, 0x7F))?;
        let (tags, rest) = rest.split_at_checked(head[4] as usize)?;
        let (choices, rest) = rest.split_at_checked(size(8, 0xFF) * 2)?;
        let (numbers, _) = rest.split_at_checked(size(0, 0xFF) * 3)?;
        Some(Self { head: *head, offers, categories, tags, choices, numbers })
    }

    /// Its offers.
    pub fn offers(&self) -> impl ExactSizeIterator<Item = RowOffer> + 'a {
        self.offers.as_chunks::<3>().0.iter().map(|[price, shop, rest]| RowOffer {
            price: *price as i64,
            shop: *shop as u32,
            city: *rest as u16,
            days: (rest >> 16) as u8 & 63,
            discount: (rest >> 22) as u8 & 127,
            used: rest & USED != 0,
            stock: rest & STOCK != 0,
        })
    }

    /// Its categories.
    pub fn categories(&self) -> impl Iterator<Item = u32> + 'a {
        self.categories.iter().map(|id| *id as u32)
    }

    /// Its tags.
    pub fn tags(&self) -> impl Iterator<Item = u32> + 'a {
        self.tags.iter().map(|id| *id as u32)
    }

    /// Its options: attribute and option.
    pub fn choices(&self) -> impl Iterator<Item = (u32, u32)> + 'a {
        self.choices.as_chunks::<2>().0.iter().map(|[attribute, option]| (*attribute as u32, *option as u32))
    }

    /// Its numbers: attribute and value × 1000.
    pub fn numbers(&self) -> impl Iterator<Item = (u32, i64)> + 'a {
        self.numbers.as_chunks::<3>().0.iter().map(|[attribute, high, low]| (*attribute as u32, (high << 32 | low) as i64))
    }

    /// In Unix seconds.
    pub fn created(&self) -> i64 {
        self.head[1] as i64
    }

    /// As in [`Doc`].
    pub fn popularity(&self) -> u32 {
        self.head[2] as u32
    }

    /// The mean rating × 100.
    pub fn rating(&self) -> u16 {
        (self.head[3] >> 16) as u16
    }

    /// How many reviews, at most 65,535.
    pub fn reviews(&self) -> u32 {
        self.head[3] as u32 & 0xFFFF
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_what_was_packed() {
        let offer = Offer { listing: 9, shop: 7, price: 990, old_price: 1980, city: 65535, used: true, days: 200, stock: true };
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
        let row = Row::read(&packed).unwrap();
        let read = RowOffer { price: 990, shop: 7, city: 65535, days: 63, discount: 50, used: true, stock: true };
        assert_eq!(row.offers().collect::<Vec<_>>(), [read; 2]);
        assert_eq!(row.categories().collect::<Vec<_>>(), [1, u32::MAX]);
        assert_eq!(row.tags().collect::<Vec<_>>(), [5]);
        assert_eq!(row.choices().collect::<Vec<_>>(), [(3, 4)]);
        assert_eq!(row.numbers().collect::<Vec<_>>(), [(8, -1500)]);
        assert_eq!((row.created(), row.popularity(), row.rating(), row.reviews()), (1_700_000_000, u32::MAX, 450, 65535));
    }

    #[test]
    fn what_is_no_row_is_refused() {
        assert!(Row::read(&[]).is_none());
        assert!(Row::read(&[u64::MAX; 6]).is_none());
    }
}
