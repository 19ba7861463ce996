//! Words that say nothing by themselves, and those that tell what a thing is from what it is for.

/// Is it a stop word?
pub fn is_stop(word: &str) -> bool {
    word.len() <= 18 && STOP.binary_search(&word).is_ok()
}

/// Sorted.
const STOP: [&str; 87] = [
    "a",
    "an",
    "and",
    "are",
    "as",
    "at",
    "be",
    "but",
    "by",
    "for",
    "from",
    "if",
    "in",
    "into",
    "is",
    "it",
    "no",
    "not",
    "of",
    "on",
    "or",
    "such",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "to",
    "was",
    "will",
    "with",
    "without",
    "you",
    "your",
    "а",
    "арналған",
    "без",
    "бен",
    "бойынша",
    "бы",
    "в",
    "во",
    "дейін",
    "для",
    "до",
    "если",
    "же",
    "және",
    "за",
    "и",
    "из",
    "или",
    "к",
    "как",
    "ко",
    "ли",
    "мен",
    "мы",
    "на",
    "над",
    "не",
    "немесе",
    "но",
    "о",
    "об",
    "от",
    "пен",
    "по",
    "под",
    "при",
    "с",
    "сияқты",
    "со",
    "так",
    "то",
    "туралы",
    "у",
    "что",
    "чтобы",
    "это",
    "этот",
    "я",
    "үшін",
    "әрі",
];

/// After it comes what the thing is for, goes with, or comes from.
pub fn is_relation(word: &str) -> bool {
    matches!(
        word,
        "for"
            | "without"
            | "with"
            | "in"
            | "by"
            | "from"
            | "to"
            | "для"
            | "без"
            | "с"
            | "со"
            | "от"
            | "из"
            | "под"
            | "на"
            | "к"
            | "в"
    )
}

/// After it comes what the thing is for.
pub fn is_purpose(word: &str) -> bool {
    matches!(word, "for" | "для")
}

/// Kazakh says "for" behind what the thing is for.
pub fn is_purpose_behind(word: &str) -> bool {
    matches!(word, "арналған" | "үшін")
}

/// After it comes what the thing must not have.
pub fn is_without(word: &str) -> bool {
    matches!(word, "without" | "без")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        let mut sorted = STOP;
        sorted.sort_unstable();
        assert_eq!(sorted, STOP, "sorted: {sorted:?}");
    }
}
