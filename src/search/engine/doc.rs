//! What is indexed: a product card with its offers.

/// A product card. Texts may hold all languages one after another.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Doc {
    /// The product's number: the key of upserts and deletes.
    pub product: i64,
    /// The title.
    pub title: String,
    /// The maker.
    pub brand: String,
    /// The model's name or number.
    pub model: String,
    /// The colour.
    pub colour: String,
    /// The names of the leaf category; empty: the title without brand and model stands in.
    pub kind: String,
    /// The names of the categories above.
    pub path: String,
    /// The description.
    pub description: String,
    /// Characteristics as "name value".
    pub facts: String,
    /// Selling points.
    pub bullets: String,
    /// Codes that people paste: GTIN, article numbers.
    pub codes: String,
    /// The leaf category and all above it.
    pub categories: Vec<u32>,
    /// Its tags.
    pub tags: Vec<u32>,
    /// Chosen options (also yes/no), as [`choice`] packs them.
    pub choices: Vec<u64>,
    /// Numeric characteristics: the attribute and the value × 1000.
    pub numbers: Vec<(u32, i64)>,
    /// Who sells it; at most [`MOST_OFFERS`] are kept. Without offers the product is never found.
    pub offers: Vec<Offer>,
    /// When it was put up, in Unix seconds.
    pub created: i64,
    /// How much it is wanted: any unit that grows with demand, such as weighted views and orders of a month.
    pub popularity: u32,
    /// The mean rating × 100; 0: none.
    pub rating: u16,
    /// How many reviews.
    pub reviews: u32,
}

/// One shop's offer of a product.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Offer {
    /// The listing.
    pub listing: i64,
    /// The shop.
    pub shop: u32,
    /// The price in tenge.
    pub price: i64,
    /// The proven old price in tenge; 0: none.
    pub old_price: i64,
    /// The town it is sold in.
    pub city: u16,
    /// Used, not new.
    pub used: bool,
    /// When it can be had.
    pub ways: Ways,
    /// There is something to sell.
    pub stock: bool,
}

/// Days until an offer can be had, by each way; [`Ways::NONE`]: not by this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ways {
    /// A courier brings it, within the town it is sold in.
    pub courier: u8,
    /// The post brings it, wherever one lives.
    pub post: u8,
    /// One fetches it oneself, in the town it is sold in.
    pub pickup: u8,
}

impl Ways {
    /// No days: there is no such way.
    pub const NONE: u8 = u8::MAX;

    /// The quickest, for a buyer whose town is not known.
    pub fn quickest(self) -> u8 {
        self.courier.min(self.post).min(self.pickup)
    }
}

impl Default for Ways {
    fn default() -> Self {
        Self { courier: Self::NONE, post: Self::NONE, pickup: Self::NONE }
    }
}

/// No more offers of a product are kept.
pub const MOST_OFFERS: usize = 100;

/// An attribute's option as one number.
pub const fn choice(attribute: u32, option: u32) -> u64 {
    (attribute as u64) << 32 | option as u64
}

impl Offer {
    /// By how many per cent the price was lowered, rounded down; 0: not at all.
    pub fn discount(&self) -> u8 {
        if self.price <= 0 || self.old_price <= self.price {
            return 0;
        }
        let share = i128::from(self.old_price - self.price) * 100 / i128::from(self.old_price);
        u8::try_from(share).unwrap_or(99).min(99)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_discount_is_a_share_of_the_old_price() {
        let offer = |price, old_price| Offer { price, old_price, ..Offer::default() };
        assert_eq!(offer(750, 1000).discount(), 25);
        assert_eq!(offer(1000, 0).discount(), 0);
        assert_eq!(offer(1000, 900).discount(), 0);
        assert_eq!(offer(1, i64::MAX).discount(), 99);
    }
}
