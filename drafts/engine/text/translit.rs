//! The same word in the other alphabet: a small table of what is not written as it sounds, and rules for the rest.

/// Latin and the usual Cyrillic spellings.
const TABLE: [(&str, &[&str]); 56] = [
    ("iphone", &["айфон"]),
    ("ipad", &["айпад"]),
    ("macbook", &["макбук"]),
    ("apple", &["эпл", "эппл", "аппле"]),
    ("airpods", &["аирподс", "эирподс", "айрподс", "эйрподс"]),
    ("watch", &["вотч"]),
    ("samsung", &["самсунг", "самсунк"]),
    ("xiaomi", &["сяоми", "ксиаоми", "хиаоми", "ксяоми", "шаоми"]),
    ("redmi", &["редми"]),
    ("huawei", &["хуавей", "хуавэй", "хуавеи"]),
    ("honor", &["хонор"]),
    ("lg", &["элджи", "лджи"]),
    ("hp", &["хп", "эйчпи"]),
    ("acer", &["асер", "эйсер"]),
    ("asus", &["асус"]),
    ("lenovo", &["леново"]),
    ("sony", &["сони"]),
    ("playstation", &["плейстейшн", "плейстейшен", "плэйстейшн"]),
    ("xbox", &["иксбокс", "хбокс"]),
    ("bosch", &["бош"]),
    ("philips", &["филипс", "филлипс"]),
    ("canon", &["канон", "кэнон"]),
    ("nikon", &["никон"]),
    ("nike", &["найк", "найки"]),
    ("adidas", &["адидас"]),
    ("puma", &["пума"]),
    ("reebok", &["рибок"]),
    ("bluetooth", &["блютуз", "блютус", "блютуф"]),
    ("wifi", &["вайфай", "вифи"]),
    ("usb", &["юсб"]),
    ("gaming", &["гейминг"]),
    ("google", &["гугл"]),
    ("microsoft", &["майкрософт"]),
    ("windows", &["виндовс", "виндоус"]),
    ("intel", &["интел"]),
    ("galaxy", &["галакси", "гэлакси"]),
    ("note", &["ноут"]),
    ("pro", &["про"]),
    ("max", &["макс"]),
    ("mini", &["мини"]),
    ("plus", &["плюс"]),
    ("ultra", &["ультра"]),
    ("lite", &["лайт"]),
    ("air", &["эйр"]),
    ("logitech", &["логитек", "логитеч"]),
    ("jbl", &["джбл", "джибиэль"]),
    ("dyson", &["дайсон"]),
    ("braun", &["браун"]),
    ("tefal", &["тефаль"]),
    ("lego", &["лего"]),
    ("toyota", &["тойота"]),
    ("dell", &["делл"]),
    ("toshiba", &["тошиба"]),
    ("kingston", &["кингстон"]),
    ("gigabyte", &["гигабайт"]),
    ("smart", &["смарт"]),
];

/// Words of the table that mean the same in the other alphabet.
pub fn table(word: &str) -> impl Iterator<Item = &'static str> {
    TABLE.iter().flat_map(move |(latin, spellings)| {
        let of_latin = if *latin == word { *spellings } else { &[] };
        let of_cyrillic = spellings.contains(&word).then_some(*latin);
        of_latin.iter().copied().chain(of_cyrillic)
    })
}

/// How the word may be written in the other alphabet, by rules; the likeliest first, at most [`MOST`].
pub fn rules(word: &str) -> Vec<String> {
    if word.chars().any(|c| c.is_ascii_digit()) || word.chars().count() > 24 {
        return Vec::new();
    }
    if word.is_ascii() {
        spell(word, &TO_CYRILLIC)
    } else if word.chars().all(super::fold::is_cyrillic) {
        spell(word, &TO_LATIN)
    } else {
        Vec::new()
    }
}

/// No more spellings are tried.
pub const MOST: usize = 24;

type Rule = (&'static str, &'static [&'static str]);

/// Longer ones first.
const TO_CYRILLIC: [Rule; 45] = [
    ("shch", &["щ"]),
    ("sch", &["ш", "щ"]),
    ("sh", &["ш"]),
    ("ch", &["ч", "х"]),
    ("zh", &["ж"]),
    ("kh", &["х"]),
    ("ts", &["ц", "тс"]),
    ("ph", &["ф"]),
    ("th", &["т"]),
    ("ck", &["к"]),
    ("yo", &["е", "йо"]),
    ("yu", &["ю"]),
    ("ya", &["я"]),
    ("ye", &["е"]),
    ("iy", &["ий"]),
    ("yi", &["ый"]),
    ("oo", &["у", "оо"]),
    ("ee", &["и", "ее"]),
    ("ks", &["кс"]),
    ("a", &["а"]),
    ("b", &["б"]),
    ("c", &["к", "ц", "с"]),
    ("d", &["д"]),
    ("e", &["е", "э"]),
    ("f", &["ф"]),
    ("g", &["г"]),
    ("h", &["х"]),
    ("i", &["и"]),
    ("j", &["й", "ж", "дж"]),
    ("k", &["к"]),
    ("l", &["л"]),
    ("m", &["м"]),
    ("n", &["н"]),
    ("o", &["о"]),
    ("p", &["п"]),
    ("q", &["к"]),
    ("r", &["р"]),
    ("s", &["с"]),
    ("t", &["т"]),
    ("u", &["у"]),
    ("v", &["в"]),
    ("w", &["в"]),
    ("x", &["кс", "х"]),
    ("y", &["ы", "й", "и"]),
    ("z", &["з"]),
];
const TO_LATIN: [Rule; 47] = [
    ("кс", &["x", "ks"]),
    ("дж", &["j", "g"]),
    ("ай", &["ai", "i"]),
    ("ей", &["ei", "ay"]),
    ("а", &["a"]),
    ("б", &["b"]),
    ("в", &["v", "w"]),
    ("г", &["g", "h"]),
    ("д", &["d"]),
    ("е", &["e"]),
    ("ж", &["zh", "j", "g"]),
    ("з", &["z"]),
    ("и", &["i", "ee"]),
    ("й", &["y", "i"]),
    ("к", &["k", "c"]),
    ("л", &["l"]),
    ("м", &["m"]),
    ("н", &["n"]),
    ("о", &["o"]),
    ("п", &["p"]),
    ("р", &["r"]),
    ("с", &["s", "c"]),
    ("т", &["t"]),
    ("у", &["u", "oo"]),
    ("ф", &["f", "ph"]),
    ("х", &["h", "kh"]),
    ("ц", &["c", "ts"]),
    ("ч", &["ch"]),
    ("ш", &["sh", "ch"]),
    ("щ", &["sch"]),
    ("ъ", &[""]),
    ("ы", &["y", "i"]),
    ("ь", &[""]),
    ("э", &["e"]),
    ("ю", &["yu", "u"]),
    ("я", &["ya", "ia"]),
    ("ә", &["a"]),
    ("ғ", &["g"]),
    ("қ", &["k", "q"]),
    ("ң", &["n"]),
    ("ө", &["o"]),
    ("ұ", &["u"]),
    ("ү", &["u"]),
    ("һ", &["h"]),
    ("і", &["i"]),
    ("ё", &["e"]),
    ("ғы", &["gy"]),
];

/// All spellings, the first choices first: breadth is cut, so that later letters still have theirs.
fn spell(word: &str, rules: &[Rule]) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut rest = word;
    while let Some(c) = rest.chars().next() {
        let rule = rules.iter().find(|rule| rest.starts_with(rule.0));
        let own = rest.get(..c.len_utf8()).unwrap_or_default();
        let (eaten, choices): (usize, &[&str]) = rule.map_or((c.len_utf8(), std::slice::from_ref(&own)), |rule| (rule.0.len(), rule.1));
        let room = MOST / all.len();
        all = choices.iter().take(room.max(1)).flat_map(|choice| all.iter().map(move |begun| format!("{begun}{choice}"))).collect();
        rest = &rest[eaten..];
    }
    all.retain(|spelling| spelling != word && !spelling.is_empty());
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_goes_both_ways() {
        assert_eq!(table("айфон").collect::<Vec<_>>(), ["iphone"]);
        assert_eq!(table("samsung").next(), Some("самсунг"));
        assert_eq!(table("стол").count(), 0);
    }

    #[test]
    fn rules_spell() {
        assert!(rules("samsung").contains(&"самсунг".to_owned()));
        assert!(rules("самсунг").contains(&"samsung".to_owned()));
        assert!(rules("krossovki").contains(&"кроссовки".to_owned()));
        assert!(rules("панасоник").iter().any(|word| word == "panasonic"));
        assert!(rules("cccccccccccccccccccc").len() <= MOST);
        assert!(rules("s23").is_empty());
    }
}
