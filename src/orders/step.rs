//! One step of one order, and why it may not be taken.

use crate::db::{DbError, Retry};
use crate::kernel::{ListingId, Money, OrderId, UserId};
use crate::listings::Shortage;
use crate::web::Fault;

/// Which order, by whom, and the version that person was looking at.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// Which.
    pub order: OrderId,
    /// Who moves it; nobody when time does.
    pub actor: Option<UserId>,
    /// The version on the page that was sent; nothing when no page was.
    pub seen: Option<i32>,
}

impl Step {
    /// A step that comes from no page.
    pub const fn of(order: OrderId, actor: UserId) -> Self {
        Self { order, actor: Some(actor), seen: None }
    }
}

/// Why a step was not taken; nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// Not from here; the message key of where the order stands.
    #[error("illegal step: {0}")]
    Illegal(&'static str),
    /// The order changed since the page was shown.
    #[error("the page is stale")]
    Stale,
    /// The code is another.
    #[error("wrong code")]
    WrongCode,
    /// Too many codes were wrong: the buyer takes a fresh one first.
    #[error("the code is shut")]
    CodeShut,
    /// Nothing would be left of the order.
    #[error("nothing would be left")]
    NothingLeft,
    /// There is not that much.
    #[error("not enough of {0:?}")]
    Short(ListingId),
    /// The delivery would cost more than was agreed, and the buyer has not said yes to this price.
    #[error("the delivery would cost {0:?}")]
    Dearer(Money),
    /// Nobody sells it now.
    #[error("{0:?} is off sale")]
    OffSale(ListingId),
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl Refusal {
    /// The message key of the sentence, and the key of the state that it names.
    pub const fn keys(&self) -> (&'static str, &'static str) {
        match self {
            Self::Illegal(state) => ("order-illegal", state),
            Self::Stale => ("order-stale", "order-stale"),
            Self::WrongCode => ("order-code-wrong", "order-code-wrong"),
            Self::CodeShut => ("order-code-shut", "order-code-shut"),
            Self::NothingLeft => ("order-nothing-left", "order-nothing-left"),
            Self::Short(_) => ("order-short", "order-short"),
            Self::Dearer(_) => ("order-dearer", "order-dearer"),
            Self::OffSale(_) => ("order-off-sale", "order-off-sale"),
            Self::Db(_) => ("fault-unexpected", "fault-unexpected"),
        }
    }
}

impl From<diesel::result::Error> for Refusal {
    fn from(error: diesel::result::Error) -> Self {
        Self::Db(error.into())
    }
}

impl From<Shortage> for Refusal {
    fn from(shortage: Shortage) -> Self {
        match shortage {
            Shortage::TooFew(listing) => Self::Short(listing),
            Shortage::OffSale(listing) => Self::OffSale(listing),
        }
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Db(error) => error.into(),
            _ => Self::Conflict,
        }
    }
}

impl Retry for Refusal {
    fn asks_again(&self) -> bool {
        matches!(self, Self::Db(error) if error.asks_again())
    }
}
