//! Which of our categories a list means: by its name, its way from the top, or its address word, in any language.

use std::collections::{BTreeMap, HashMap};

use super::file::tidy;
use crate::catalog::Catalog;
use crate::i18n::{Lang, Named};
use crate::kernel::CategoryId;

/// The categories where goods may stand, by tidied names. One that means two is no name.
#[derive(Debug, Default)]
pub struct Places {
    names: HashMap<String, Option<CategoryId>>,
    said: BTreeMap<String, CategoryId>,
}

impl Places {
    /// All leaves of the tree; what the shop said goes before.
    pub fn new(catalog: &Catalog, said: BTreeMap<String, CategoryId>) -> Self {
        let mut places = Self { names: HashMap::new(), said };
        for leaf in catalog.categories.iter().filter(|node| catalog.is_leaf(node.id)) {
            places.add(&leaf.slug, leaf.id);
            for lang in Lang::ALL {
                places.add(leaf.name(*lang), leaf.id);
                places.add(&path(catalog, leaf.id, *lang), leaf.id);
            }
        }
        places.said.retain(|_, id| catalog.category(*id).is_some() && catalog.is_leaf(*id));
        places
    }

    fn add(&mut self, name: &str, id: CategoryId) {
        let place = self.names.entry(tidy(name)).or_insert(Some(id));
        if *place != Some(id) {
            *place = None;
        }
    }

    /// The category that a text means.
    pub fn find(&self, text: &str) -> Option<CategoryId> {
        let whole = tidy(text);
        if let Some(said) = self.said.get(&whole) {
            return Some(*said);
        }
        let known = |name: &str| self.names.get(name).copied().flatten();
        known(&whole).or_else(|| known(&tidy(text.rsplit(['>', '/', '|', '→', '»', '\\']).next().unwrap_or_default())))
    }
}

/// `Дом > Чайники`.
pub fn path(catalog: &Catalog, id: CategoryId, lang: Lang) -> String {
    catalog.path(id).iter().map(|node| node.name(lang)).collect::<Vec<_>>().join(" > ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_mean_two_things_mean_none_unless_the_shop_says_which() {
        let mut places = Places::default();
        places.add("Чехлы", CategoryId(1));
        places.add("Чехлы", CategoryId(2));
        places.add("Телефоны > Чехлы", CategoryId(1));
        assert_eq!((places.find("чехлы"), places.find("Телефоны / Чехлы"), places.find("Авто > Чехлы")), (None, Some(CategoryId(1)), None));
        places.said.insert("чехлы".into(), CategoryId(2));
        assert_eq!(places.find(" Чехлы "), Some(CategoryId(2)));
    }
}
