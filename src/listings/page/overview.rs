//! The day of a seller.

use askama::Template;

use crate::listings::today::Today;
use crate::shops::ShopState;
use crate::web::filters;

/// The day of a seller.
#[derive(Template)]
#[template(path = "listings/today.html")]
pub struct Overview {
    /// What there is to do.
    pub today: Today,
}

impl Overview {
    fn is_suspended(&self) -> bool {
        self.today.shop.state == ShopState::Suspended
    }

    fn count(&self, state: &str) -> i64 {
        state.parse().map(|state| self.today.count(state)).unwrap_or_default()
    }

    fn is_idle(&self) -> bool {
        let today = &self.today;
        today.delivers && today.orders == 0 && today.rejected.is_empty() && today.low.is_empty() && self.count("draft") == 0
    }

    fn is_new(&self) -> bool {
        self.today.counts.is_empty()
    }
}
