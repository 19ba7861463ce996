//! The page of the comparison.

use askama::Template;

use super::table::Group;
use crate::kernel::ProductId;
use crate::listings::ListingCard;
use crate::web::filters;

/// `/compare`
#[derive(Template)]
#[template(path = "compare/show.html")]
pub struct Show {
    pub cards: Vec<ListingCard>,
    pub groups: Vec<Group>,
    /// Only rows in which the products differ.
    pub only_differences: bool,
    /// Chosen, but not on sale now.
    pub gone: Vec<ProductId>,
}

impl Show {
    fn is_empty(&self) -> bool {
        self.cards.is_empty() && self.gone.is_empty()
    }

    /// Rows that are left out because all products are alike in them.
    fn alike(&self) -> usize {
        self.groups.iter().flat_map(|group| &group.rows).filter(|row| !row.differs).count()
    }

    fn is_shown(&self, group: &Group) -> bool {
        !self.only_differences || group.rows.iter().any(|row| row.differs)
    }

    fn width(&self) -> usize {
        self.cards.len() + 1
    }
}
