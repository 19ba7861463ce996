//! Matching: all words' postings are walked side by side, a window of document numbers at a time.

use std::ops::ControlFlow;

use super::super::level;
use super::super::schema::Fields;
use super::super::view::Segment;
use super::cursor::{Cursor, END};
use super::plan::{Group, Plan};

/// Documents in a window.
const WIDTH: usize = 2048;

/// Which documents match.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mode {
    /// Those with all words.
    All,
    /// Those with words of at least this share of the question's weight.
    Share(f32),
}

struct OpenGroup {
    share: f32,
    alternates: Vec<OpenAlternate>,
}

struct OpenAlternate {
    cursors: Vec<Cursor>,
    values: [f32; level::LEVELS],
}

/// The words of a plan in one segment.
pub struct Matcher {
    groups: Vec<OpenGroup>,
    enough: Vec<bool>,
    all: bool,
    /// The groups, those with the fewest documents first.
    order: Vec<usize>,
    window: Box<Window>,
}

struct Window {
    base: u32,
    scores: [f32; WIDTH],
    masks: [u16; WIDTH],
    /// Which documents any word was seen in, as bits.
    touched: [u64; WIDTH / 64],
    /// What the group at hand brings, and where; zero and nowhere between groups.
    best: [f32; WIDTH],
    better: [u64; WIDTH / 64],
    /// Documents with all terms of an alternate so far.
    pairs: Vec<(usize, f32)>,
}

impl Matcher {
    /// Opens the plan's postings; nothing when no document of the segment can match.
    pub fn open(plan: &Plan, mode: Mode, segment: &Segment, fields: &Fields) -> Option<Self> {
        let open = |(group, share): (&Group, f32)| OpenGroup { share, alternates: alternates(group, segment, fields) };
        let groups: Vec<_> = plan.groups.iter().zip(plan.shares()).map(open).collect();
        let all = mode == Mode::All;
        let empty = |group: &OpenGroup| group.alternates.is_empty();
        if groups.is_empty() || groups.iter().all(empty) || all && groups.iter().any(empty) {
            return None;
        }
        let mut order: Vec<usize> = (0..groups.len()).collect();
        order.sort_by_key(|at| groups[*at].size());
        let enough = match mode {
            Mode::All => Vec::new(),
            Mode::Share(share) => plan.enough(share),
        };
        Some(Self { groups, enough, all, order, window: Box::new(Window::new()) })
    }

    /// Tells of every match in document order: its score and which words it has, as bits.
    pub fn each(&mut self, mut tell: impl FnMut(u32, f32, u16) -> ControlFlow<()>) {
        let full = u16::MAX >> (16 - self.groups.len().min(16));
        while let Some(base) = self.next() {
            self.window.clear(base);
            self.fill();
            for at in places(self.window.touched) {
                let mask = self.window.masks[at];
                let is_match = if self.all { mask == full } else { self.enough[usize::from(mask)] };
                if is_match && tell(base + at as u32, self.window.scores[at], mask).is_break() {
                    return;
                }
            }
        }
    }

    fn next(&self) -> Option<u32> {
        let lead = if self.all { self.order.first().map(|at| self.groups[*at].doc()) } else { None };
        let doc = lead.or_else(|| self.groups.iter().map(OpenGroup::doc).min()).unwrap_or(END);
        (doc < END).then_some(doc)
    }

    /// Fills the window. Where all words are wanted, it is left as soon as no document can have them.
    fn fill(&mut self) {
        let (mut bits, mut left) = (0, None::<Vec<usize>>);
        for at in self.order.iter().copied() {
            self.groups[at].fill(at, &mut self.window);
            bits |= 1_u16 << at;
            if self.all {
                let window = &self.window;
                let some = left.get_or_insert_with(|| places(window.touched).collect());
                some.retain(|place| window.masks[*place] & bits == bits);
                if some.is_empty() {
                    return;
                }
            }
        }
    }
}

fn alternates(group: &Group, segment: &Segment, fields: &Fields) -> Vec<OpenAlternate> {
    let open = |term: &String, common: bool| match common {
        true => Cursor::open(segment, fields.short, term, false),
        false => Cursor::open(segment, fields.all, term, true),
    };
    group
        .alternates
        .iter()
        .filter_map(|alternate| {
            let terms = alternate.terms.iter().zip(&alternate.common);
            let cursors = terms.map(|(term, common)| open(term, *common)).collect::<Option<Vec<_>>>()?;
            Some(OpenAlternate { cursors, values: alternate.values() })
        })
        .collect()
}

impl OpenGroup {
    fn size(&self) -> u32 {
        self.alternates.iter().map(OpenAlternate::size).fold(0, u32::saturating_add)
    }

    fn doc(&self) -> u32 {
        self.alternates.iter().map(OpenAlternate::doc).min().unwrap_or(END)
    }

    fn fill(&mut self, at: usize, window: &mut Window) {
        if self.doc() >= window.end() {
            return;
        }
        let (bit, share) = (1_u16 << at, self.share);
        if let [OpenAlternate { cursors, values }] = self.alternates.as_mut_slice()
            && let [cursor] = cursors.as_mut_slice()
        {
            window.each(cursor, |window, at, level| {
                window.scores[at] += share * values[level as usize % level::LEVELS];
                window.masks[at] |= bit;
                window.touch(at);
            });
            return;
        }
        self.alternates.iter_mut().for_each(|alternate| alternate.fill(window));
        for at in places(std::mem::take(&mut window.better)) {
            window.scores[at] += share * std::mem::take(&mut window.best[at]);
            window.masks[at] |= bit;
            window.touch(at);
        }
    }
}

impl OpenAlternate {
    fn size(&self) -> u32 {
        self.cursors.iter().map(Cursor::size).min().unwrap_or(0)
    }

    fn doc(&self) -> u32 {
        self.cursors.iter().map(Cursor::doc).max().unwrap_or(END)
    }

    /// The best value of each document of the window.
    fn fill(&mut self, window: &mut Window) {
        let values = self.values;
        if let [cursor] = self.cursors.as_mut_slice() {
            return window.each(cursor, |window, at, level| window.improve(at, values[level as usize % level::LEVELS]));
        }
        for (number, cursor) in self.cursors.iter_mut().enumerate() {
            window.intersect(cursor, &values, number == 0);
        }
        for (at, value) in std::mem::take(&mut window.pairs) {
            window.improve(at, value);
        }
    }
}

impl Window {
    const fn new() -> Self {
        Self {
            base: 0,
            scores: [0.0; WIDTH],
            masks: [0; WIDTH],
            touched: [0; WIDTH / 64],
            best: [0.0; WIDTH],
            better: [0; WIDTH / 64],
            pairs: Vec::new(),
        }
    }

    fn clear(&mut self, base: u32) {
        self.base = base;
        self.scores.fill(0.0);
        self.masks.fill(0);
        self.touched.fill(0);
    }

    /// The first document after it.
    const fn end(&self) -> u32 {
        self.base.saturating_add(WIDTH as u32)
    }

    fn touch(&mut self, at: usize) {
        self.touched[at / 64] |= 1 << (at % 64);
    }

    /// An alternate of the group at hand brings so much.
    fn improve(&mut self, at: usize, value: f32) {
        self.best[at] = self.best[at].max(value);
        self.better[at / 64] |= 1 << (at % 64);
    }

    fn each(&mut self, cursor: &mut Cursor, mut tell: impl FnMut(&mut Self, usize, u32)) {
        let base = self.base;
        cursor.seek(base);
        cursor.each_below(self.end(), |doc, level| tell(self, (doc - base) as usize, level));
    }

    /// Keeps in `pairs` the documents that have this term too, with the lesser value.
    fn intersect(&mut self, cursor: &mut Cursor, values: &[f32; level::LEVELS], first: bool) {
        let before = std::mem::take(&mut self.pairs);
        let mut both = Vec::new();
        let mut kept = before.into_iter().peekable();
        self.each(cursor, |_, at, level| {
            let value = values[level as usize % level::LEVELS];
            if first {
                return both.push((at, value));
            }
            while kept.next_if(|(other, _)| *other < at).is_some() {}
            if let Some((_, other)) = kept.next_if(|(other, _)| *other == at) {
                both.push((at, value.min(other)));
            }
        });
        self.pairs = both;
    }
}

/// The places of the bits that are set, in order.
fn places(words: [u64; WIDTH / 64]) -> impl Iterator<Item = usize> {
    words.into_iter().enumerate().flat_map(|(word, bits)| Bits(bits).map(move |bit| word * 64 + bit))
}

/// The places of the set bits of one word.
struct Bits(u64);

impl Iterator for Bits {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let bit = (self.0 != 0).then(|| self.0.trailing_zeros() as usize)?;
        self.0 &= self.0 - 1;
        Some(bit)
    }
}
