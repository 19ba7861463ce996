//! Words and phrases that mean the same: a small list of our own and what staff add.

use std::sync::LazyLock;

use super::super::analyse;
use super::super::text::{fold, stem::Stemmers, token};

/// Each line is a group. Leaves of the catalogue are indexed with theirs: change the index's layout with a line.
const OWN: [&[&str]; 23] = [
    &["notebook", "laptop", "ноутбук", "лэптоп"],
    &["television", "tv", "телевизор", "теледидар"],
    &["smartphone", "phone", "cellphone", "mobile phone", "cell phone", "смартфон", "телефон"],
    &["fridge", "refrigerator", "холодильник", "тоңазытқыш"],
    &["sneakers", "trainers", "кроссовки", "кеды"],
    &["headphones", "earphones", "наушники", "құлаққап"],
    &["couch", "sofa", "диван"],
    &["vacuum cleaner", "пылесос", "шаңсорғыш"],
    &["washing machine", "washer", "стиральная машина", "кір жуғыш"],
    &["bicycle", "bike", "велосипед"],
    &["photo camera", "фотоаппарат", "фотокамера"],
    &["usb stick", "usb drive", "flash drive", "флешка", "флэшка"],
    &["flashlight", "torch", "фонарик", "фонарь"],
    &["mobile power", "power bank", "powerbank", "пауэрбанк", "внешний аккумулятор"],
    &["graphics card", "video card", "видеокарта"],
    &["hard drive", "hard disk", "hdd", "жесткий диск"],
    &["printer", "принтер"],
    &["mouse", "мышь", "мышка", "тышқан"],
    &["keyboard", "клавиатура", "пернетақта"],
    &["shoes", "обувь", "аяқ киім"],
    &["dress", "платье", "көйлек"],
    &["book", "книга", "кітап"],
    &["toy", "игрушка", "ойыншық"],
];

/// The stems of [`OWN`].
static OWN_STEMS: LazyLock<Vec<Vec<Vec<String>>>> = LazyLock::new(|| {
    let stemmers = Stemmers::default();
    OWN.iter().map(|group| group.iter().map(|phrase| stems(phrase, &stemmers)).collect()).collect()
});

/// What a thing of these names is called as well, by our own groups.
pub fn also(names: &[&str]) -> Vec<&'static str> {
    let stemmers = Stemmers::default();
    let names: Vec<_> = names.iter().map(|name| stems(name, &stemmers)).collect();
    let group = OWN.iter().zip(OWN_STEMS.iter()).find(|(_, group)| group.iter().any(|phrase| names.contains(phrase)));
    let others = group.into_iter().flat_map(|(words, stems)| words.iter().zip(stems).filter(|(_, stems)| !names.contains(stems)));
    others.map(|(word, _)| *word).collect()
}

/// Groups of phrases, as stems.
#[derive(Debug, Clone)]
pub struct Synonyms {
    groups: Vec<Vec<Vec<String>>>,
}

/// A phrase of a question that has synonyms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Where the phrase begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The stems of the other phrases of its group.
    pub others: Vec<Vec<String>>,
}

impl Default for Synonyms {
    fn default() -> Self {
        Self::new(&[])
    }
}

impl Synonyms {
    /// Our own groups and these.
    pub fn new(groups: &[Vec<String>]) -> Self {
        let stemmers = Stemmers::default();
        let given =
            groups.iter().map(|group| group.iter().map(|phrase| stems(phrase, &stemmers)).filter(|stems| !stems.is_empty()).collect());
        Self { groups: OWN_STEMS.iter().cloned().chain(given).collect() }
    }

    /// The phrases among these stems that have synonyms.
    pub fn matches(&self, words: &[String]) -> Vec<Match> {
        let mut all = Vec::new();
        for (number, group) in self.groups.iter().enumerate() {
            let own = number < OWN.len();
            for phrase in group {
                let at = words.windows(phrase.len()).position(|window| window == phrase.as_slice());
                let others = || group.iter().filter(|other| *other != phrase && (!own || is_other(phrase, other))).cloned().collect();
                all.extend(at.map(|start| Match { start, end: start + phrase.len(), others: others() }));
            }
        }
        all
    }
}

/// Of our own groups only translations are taken: what is the same within a language, staff know better.
fn is_other(phrase: &[String], other: &[String]) -> bool {
    let latin = |words: &[String]| words.iter().all(|word| word.is_ascii());
    latin(phrase) != latin(other)
}

fn stems(phrase: &str, stemmers: &Stemmers) -> Vec<String> {
    let folded = fold::fold(phrase);
    token::pieces(&folded).map(|piece| stemmers.stem(&analyse::plain(piece.text)).first).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found() {
        let synonyms = Synonyms::new(&[vec!["чехол".into(), "phone case".into()]]);
        let stems = |text| stems(text, &Stemmers::default());
        let found = synonyms.matches(&stems("red phone cases"));
        assert!(found.contains(&Match { start: 1, end: 3, others: vec![stems("чехол")] }));
        assert!(synonyms.matches(&[]).is_empty());
    }

    #[test]
    fn what_is_called_so_has_other_names() {
        let others = also(&["Смартфоны", "Smartphones"]);
        assert!(others.contains(&"телефон") && others.contains(&"phone") && !others.contains(&"смартфон"));
        assert!(also(&["Чехлы для телефонов"]).is_empty() && also(&[""]).is_empty());
    }
}
