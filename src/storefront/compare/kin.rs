//! Which products can stand side by side: those of one category, or of categories that ask for mostly the same characteristics.

use std::collections::HashSet;

use crate::catalog::Catalog;
use crate::kernel::{AttributeId, CategoryId};

/// Whether products of these categories can be compared: at least half of all that either is asked is asked of both.
pub fn comparable(catalog: &Catalog, a: CategoryId, b: CategoryId) -> bool {
    if a == b {
        return true;
    }
    let asked = |of: CategoryId| catalog.wanted(of).iter().map(|(attribute, _)| attribute.id).collect::<HashSet<AttributeId>>();
    let (a, b) = (asked(a), asked(b));
    let common = a.intersection(&b).count();
    common > 0 && common * 2 >= a.union(&b).count()
}
