//! What the index answers.

/// An answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// The page's hits.
    pub hits: Vec<Hit>,
    /// How many there are on all pages, exactly.
    pub total: u32,
    /// What can be chosen, and what the choice would bring.
    pub facets: Facets,
    /// What was made of the words.
    pub said: Said,
}

/// A product that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The product.
    pub product: i64,
    /// Its best offer that meets the filters.
    pub listing: i64,
    /// All its offers that meet the filters.
    pub fitting: Vec<i64>,
    /// The price of that offer in tenge.
    pub price: i64,
    /// How good it is; comparable within one answer.
    pub score: f32,
    /// Why it stands here, when asked for.
    pub why: Option<Why>,
}

/// Counts of products. Each counts what its own filter would find, with all other filters as they are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facets {
    /// By category, leaves and those above; the fullest first.
    pub categories: Vec<(u32, u32)>,
    /// By town; the fullest first.
    pub cities: Vec<(u16, u32)>,
    /// By shop; the fullest first.
    pub shops: Vec<(u32, u32)>,
    /// New ones.
    pub new: u32,
    /// Used ones.
    pub used: u32,
    /// With a proven lower price.
    pub discounted: u32,
    /// Delivered within so many days: cumulative, in order.
    pub days: Vec<(u8, u32)>,
    /// Rated so (× 100) or better, for [`RATINGS`].
    pub ratings: Vec<(u16, u32)>,
    /// Attribute, option, count; by attribute, the fullest option first.
    pub choices: Vec<(u32, u32, u32)>,
    /// Numeric characteristics, by attribute.
    pub numbers: Vec<NumberRange>,
    /// Prices, when anything has one.
    pub prices: Option<Prices>,
}

/// The ratings that are counted.
pub const RATINGS: [u16; 4] = [450, 400, 350, 300];

/// The span of a numeric characteristic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberRange {
    /// The attribute.
    pub attribute: u32,
    /// The least value × 1000.
    pub least: i64,
    /// The greatest value × 1000.
    pub greatest: i64,
    /// How many products have one.
    pub count: u32,
}

/// The prices that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prices {
    /// The lowest, in tenge.
    pub lowest: i64,
    /// The highest, in tenge.
    pub highest: i64,
    /// From the lowest to the highest.
    pub bars: Vec<Bar>,
}

/// One bar of the histogram: products with an offer from `from` up to below `to`, in tenge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// The lower bound, included.
    pub from: i64,
    /// The upper bound, excluded.
    pub to: i64,
    /// How many.
    pub count: u32,
}

/// What was made of the words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Said {
    /// Too few have all the words: those with some of them are shown too.
    pub relaxed: bool,
    /// Words that stand for others than were typed.
    pub corrected: Vec<Correction>,
    /// The whole question with its corrections.
    pub query: Option<String>,
    /// Not done, but perhaps meant: the question with rare words replaced by common ones.
    pub perhaps: Option<String>,
    /// Words that nothing has.
    pub unknown: Vec<String>,
}

/// A word that was read otherwise than typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// As typed.
    pub typed: String,
    /// As read.
    pub read: String,
    /// How one came to it.
    pub how: How,
}

/// The kinds of correction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Typed with the keyboard in another language.
    Layout,
    /// Written in another alphabet.
    Script,
    /// Not finished.
    Completion,
    /// Two words written as one.
    Split,
    /// Misspelt.
    Spelling,
}

/// The parts of a score; they add up to `total`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Why {
    /// What each word of the question brings.
    pub words: Vec<(String, f32)>,
    /// All words occur.
    pub all_words: f32,
    /// Negative when the title has the thing asked for only as what it is for.
    pub head: f32,
    /// It is like the best answers.
    pub feedback: f32,
    /// Something is in stock.
    pub availability: f32,
    /// It is wanted and liked.
    pub lasting: f32,
    /// It is new here.
    pub freshness: f32,
    /// The score.
    pub total: f32,
}
