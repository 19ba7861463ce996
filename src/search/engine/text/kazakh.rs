//! A light stemmer for Kazakh: it strips what stands at the end of nouns and adjectives, outermost first, as far as vowel harmony allows.

/// What may stand at the end, by layer; each in the back and the front form.
const CASES: [&str; 40] = [
    "ның",
    "нің",
    "дың",
    "дің",
    "тың",
    "тің",
    "ға",
    "ге",
    "қа",
    "ке",
    "на",
    "не",
    "ны",
    "ні",
    "ды",
    "ді",
    "ты",
    "ті",
    "нда",
    "нде",
    "да",
    "де",
    "та",
    "те",
    "нан",
    "нен",
    "дан",
    "ден",
    "тан",
    "тен",
    "бен",
    "пен",
    "мен",
    "дағы",
    "дегі",
    "тағы",
    "тегі",
    "ндағы",
    "ндегі",
    "н",
];
const OWNERS: [&str; 20] = [
    "ымыз", "іміз", "мыз", "міз", "ыңыз", "іңіз", "ңыз", "ңіз", "лары", "лері", "дары", "дері", "тары", "тері", "сы", "сі", "ым", "ім",
    "ы", "і",
];
const PLURALS: [&str; 6] = ["лар", "лер", "дар", "дер", "тар", "тер"];
const MAKERS: [&str; 14] = ["лық", "лік", "дық", "дік", "тық", "тік", "сыз", "сіз", "лы", "лі", "шы", "ші", "ңғы", "ңгі"];

/// No stem is shorter, in letters.
const SHORTEST: usize = 3;

/// Has the word a letter that only Kazakh has?
pub fn is_kazakh(word: &str) -> bool {
    word.chars().any(|c| matches!(c, 'ә' | 'ғ' | 'қ' | 'ң' | 'ө' | 'ұ' | 'ү' | 'һ' | 'і'))
}

/// The stem, in letters that a Russian keyboard has too: "көйлектерді" and "койлек" meet.
pub fn stem(word: &str) -> String {
    let mut stem = word;
    for layer in [&CASES[..], &OWNERS, &PLURALS, &MAKERS] {
        stem = strip(stem, layer);
    }
    plain(harden(stem))
}

/// Without the longest fitting ending.
fn strip<'a>(word: &'a str, endings: &[&str]) -> &'a str {
    let fitting = endings.iter().filter(|ending| word.ends_with(**ending) && fits(word, ending)).max_by_key(|ending| ending.len());
    fitting.map_or(word, |ending| &word[..word.len() - ending.len()])
}

fn fits(word: &str, ending: &str) -> bool {
    let stem = &word[..word.len() - ending.len()];
    if stem.chars().count() < SHORTEST {
        return false;
    }
    let Some(last) = stem.chars().rev().find_map(harmony) else { return false };
    // a lone н is an ending only after the owner's и-sound: "баласын"
    if ending == "н" && !stem.ends_with(['ы', 'і']) {
        return false;
    }
    // "мен", "бен", "пен" do not change with the vowels
    let joined = matches!(ending, "мен" | "бен" | "пен");
    let begins_with_vowel = ending.chars().next().and_then(harmony).is_some();
    joined || ending.chars().find_map(harmony).is_none_or(|own| own == last) && !(begins_with_vowel && ends_in_vowel(stem))
}

fn ends_in_vowel(word: &str) -> bool {
    word.chars().next_back().and_then(harmony).is_some()
}

/// Back (true) or front (false) vowel.
fn harmony(c: char) -> Option<bool> {
    match c {
        'а' | 'о' | 'ұ' | 'ы' | 'у' | 'я' | 'ю' => Some(true),
        'ә' | 'ө' | 'ү' | 'і' | 'е' | 'э' | 'и' => Some(false),
        _ => None,
    }
}

/// A consonant that softened before a vowel is set back: кітаб(ы) is кітап.
fn harden(stem: &str) -> String {
    let hard = match stem.chars().next_back() {
        Some('б') => 'п',
        Some('ғ') => 'қ',
        Some('г') => 'к',
        _ => return stem.to_owned(),
    };
    let mut out = stem.to_owned();
    out.pop();
    out.push(hard);
    out
}

fn plain(stem: String) -> String {
    stem.chars()
        .map(|c| match c {
            'ә' => 'а',
            'ғ' => 'г',
            'қ' => 'к',
            'ң' => 'н',
            'ө' => 'о',
            'ұ' | 'ү' => 'у',
            'һ' => 'х',
            'і' => 'и',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_meet() {
        for forms in [
            &["кітап", "кітаптар", "кітабы", "кітаптың", "кітаптарды", "кітапқа"][..],
            &["көйлек", "көйлектер", "көйлегі", "көйлекті", "көйлектердің", "койлек"],
            &["бала", "балалар", "балаларға", "баланың", "баласы"],
            &["телефон", "телефондар", "телефонға", "телефонның", "телефонды"],
            &["аяқкиім", "аяқкиімдер", "аяқкиімі"],
            &["үстел", "үстелдер", "үстелге", "үстелді"],
            &["тоңазытқыш", "тоңазытқыштар", "тоңазытқышты"],
        ] {
            let stems: Vec<_> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{forms:?} {stems:?}");
        }
    }

    #[test]
    fn short_words_stay() {
        assert_eq!(stem("су"), "су");
        assert_eq!(stem("ет"), "ет");
        assert_eq!(stem(""), "");
    }
}
