//! The list's own categories: number, name, parent.

use std::collections::HashMap;

/// A list with more categories is read without the rest of them.
const MOST: usize = 50_000;
/// Longer names are cut.
const NAME: usize = 200;
/// Deeper than any tree of goods.
const DEPTH: usize = 12;

/// Categories by number.
#[derive(Debug, Default)]
pub(super) struct Categories(HashMap<String, (String, Option<String>)>);

impl Categories {
    /// Learns one.
    pub fn add(&mut self, id: String, parent: Option<String>, name: &str) {
        let short = |text: &str| text.chars().take(NAME).collect::<String>();
        if self.0.len() < MOST && id.len() <= NAME {
            self.0.insert(id, (short(name.trim()), parent.map(|parent| short(&parent))));
        }
    }

    /// The way to a category from the top, `A > B > C`; the number itself when the list does not explain it.
    pub fn path(&self, id: &str) -> String {
        let (mut path, mut at) = (Vec::new(), Some(id));
        while let Some((name, parent)) = at.and_then(|id| self.0.get(id)).filter(|_| path.len() < DEPTH) {
            path.push(name.as_str());
            at = parent.as_deref();
        }
        path.reverse();
        if path.is_empty() { id.to_owned() } else { path.join(" > ") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_are_found_and_circles_end() {
        let mut categories = Categories::default();
        categories.add("1".into(), None, "Дом");
        categories.add("2".into(), Some("1".into()), " Чайники ");
        categories.add("8".into(), Some("9".into()), "a");
        categories.add("9".into(), Some("8".into()), "b");
        assert_eq!(categories.path("2"), "Дом > Чайники");
        assert_eq!(categories.path("7"), "7");
        assert_eq!(categories.path("8").matches('>').count(), DEPTH - 1);
    }
}
