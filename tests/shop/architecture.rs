//! The house's own rules, read from its sources: floors, words, templates.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The floors from the ground up; a room may use those written before it, and nothing above.
const FLOORS: [&[&str]; 9] = [
    &["schema", "kernel", "config", "i18n", "db"],
    &["jobs", "events", "storage", "web", "mail"],
    &["catalog", "accounts", "photos", "shops"],
    &["listings", "search", "recommendations", "cart", "favorites", "imports"],
    &["ledger", "payments", "orders", "checkout"],
    &["reviews", "messages", "moderation"],
    &["storefront", "api", "admin"],
    &["demo"],
    &["health", "worker", "routes", "app"],
];

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            match path.is_dir() {
                true => folders.push(path),
                false if path.to_string_lossy().ends_with(ending) => found.push(path),
                false => {}
            }
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("a text file")
}

/// Where a file stands: its room and its module path below `src`.
fn place(path: &Path) -> Vec<String> {
    let relative = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).expect("a source");
    let mut parts: Vec<String> = relative.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if parts.last().is_some_and(|last| last == "mod") {
        parts.pop();
    }
    parts
}

/// The source without comments, strings and tests.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| line.split(" // ").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The rooms that a source names: `crate::room`, `crate::{room, …}`, and `super::` chains that climb out of their room.
fn rooms_used(place: &[String], code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for (i, _) in code.match_indices("crate::") {
        if code[..i].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        used.extend(heads(&code[i + "crate::".len()..]));
    }
    let climbs = "super::".repeat(place.len());
    for (i, _) in code.match_indices(&climbs) {
        if !code[..i].ends_with("super::") {
            used.extend(heads(&code[i + climbs.len()..]));
        }
    }
    used
}

/// The first words of `a::b` or of `{a::b, c::{d, e}}`.
fn heads(rest: &str) -> Vec<String> {
    let word = |text: &str| text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = rest.strip_prefix('{') else { return vec![word(rest)] };
    let (mut depth, mut start, mut found) = (1, 0, Vec::new());
    for (i, c) in group.char_indices() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        if (c == ',' && depth == 1) || depth == 0 {
            found.push(word(&group[start..i]));
            start = i + 1;
        }
        if depth == 0 {
            break;
        }
    }
    found.retain(|head| !head.is_empty());
    found
}

#[test]
fn imports_point_downstairs_only() {
    let rank: BTreeMap<&str, usize> = FLOORS.concat().into_iter().enumerate().map(|(rank, room)| (room, rank)).collect();
    let mut wrong = Vec::new();
    for path in files("src", ".rs") {
        let place = place(&path);
        let room = place[0].as_str();
        if ["lib", "main"].contains(&room) {
            continue;
        }
        let own = *rank.get(room).unwrap_or_else(|| panic!("{room} stands on no floor"));
        let upstairs = |used: &String| rank.get(used.as_str()).is_some_and(|&theirs| theirs > own && own < rank["health"]);
        wrong.extend(
            rooms_used(&place, &code(&read(&path))).into_iter().filter(upstairs).map(|used| format!("{} uses {used}", path.display())),
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Re-exports would smuggle an upper room's thing downstairs under a lower room's name.
#[test]
fn rooms_give_out_only_what_is_their_own() {
    let mut wrong = Vec::new();
    for path in files("src", ".rs") {
        let place = place(&path);
        for line in code(&read(&path)).lines().filter(|line| line.trim_start().starts_with("pub use")) {
            if line.contains("crate::") && !line.contains(&format!("crate::{}", place[0])) {
                wrong.push(format!("{}: {line}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn keys(lang: &str) -> BTreeSet<String> {
    samal::i18n::all_keys(lang.parse().expect("a language")).into_iter().collect()
}

/// Everything that stands in quotes in the sources and templates.
fn quoted() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for path in files("src", ".rs").into_iter().chain(files("templates", ".html")) {
        found.extend(read(&path).split('"').map(str::to_owned));
    }
    found
}

#[test]
fn every_message_exists_in_all_three_languages_and_is_used() {
    let (ru, kk, en) = (keys("ru"), keys("kk"), keys("en"));
    assert_eq!(ru.symmetric_difference(&kk).collect::<Vec<_>>(), Vec::<&String>::new(), "ru and kk differ");
    assert_eq!(ru.symmetric_difference(&en).collect::<Vec<_>>(), Vec::<&String>::new(), "ru and en differ");
    let quoted = quoted();
    let unused: Vec<_> = ru.iter().filter(|key| !quoted.contains(*key)).collect();
    assert!(unused.is_empty(), "keys that nobody uses: {unused:?}");
}

#[test]
fn every_key_that_a_template_asks_for_is_stored() {
    let stored = keys("ru");
    let mut missing = Vec::new();
    for path in files("templates", ".html") {
        let text = read(&path);
        for filter in ["\"|t ", "\"|t}", "\"|t1(", "\"|t2(", "\"|t3("] {
            for (i, _) in text.match_indices(filter) {
                let key = text[..i].rsplit('"').next().unwrap_or_default();
                if !stored.contains(key) {
                    missing.push(format!("{}: {key}", path.display()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn templates_carry_no_script_no_style_and_no_handler() {
    for path in files("templates", ".html").into_iter().filter(|path| !path.to_string_lossy().contains("/mail/letter")) {
        let text = read(&path).to_lowercase();
        for bad in ["<script", " style=", "javascript:", " onclick=", " onload=", " onchange=", " onsubmit=", " onerror="] {
            assert!(!text.contains(bad), "{}: {bad}", path.display());
        }
    }
}
