//! What a person did with a good.

use std::collections::HashSet;

/// One purchase, favourite or view.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Event {
    /// Who; the id of a user.
    pub user: i64,
    /// With which good; the id of a product.
    pub item: i64,
    /// On which day, counted from any fixed day.
    pub day: i32,
    /// How much it says, above 0: 1 for a purchase, less for a favourite, little for a view.
    pub weight: f32,
}

impl Event {
    /// The weight of a purchase.
    pub const PURCHASE: f32 = 1.0;
    /// The weight of a favourite.
    pub const FAVOURITE: f32 = 0.5;
    /// The weight of a view.
    pub const VIEW: f32 = 0.15;
}

/// The events of everybody but these people: those who switched recommendations off or took their data away.
pub fn without<'a>(events: impl IntoIterator<Item = Event> + 'a, people: &'a HashSet<i64>) -> impl Iterator<Item = Event> + 'a {
    events.into_iter().filter(|event| !people.contains(&event.user))
}
