//! A listing's states and condition.

use crate::kernel::text_enum;

text_enum! {
    /// A listing's states; the allowed steps are rows of the table `transitions`.
    pub enum ListingState {
        /// Being written.
        Draft = "draft",
        /// Waits for a moderator.
        PendingReview = "pending_review",
        /// On sale (sold out is read from the stock).
        Active = "active",
        /// Taken back for a while by the seller.
        Paused = "paused",
        /// Its time is over; the seller may renew it.
        Expired = "expired",
        /// Sent back by a moderator.
        Rejected = "rejected",
        /// Put away by the seller.
        Archived = "archived",
        /// Taken off by staff.
        Removed = "removed",
    }
}

text_enum! {
    /// New or used.
    pub enum Condition {
        /// Never used.
        New = "new",
        /// Has an owner already.
        Used = "used",
    }
}

impl ListingState {
    /// The message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Draft => "listing-state-draft",
            Self::PendingReview => "listing-state-pending",
            Self::Active => "listing-state-active",
            Self::Paused => "listing-state-paused",
            Self::Expired => "listing-state-expired",
            Self::Rejected => "listing-state-rejected",
            Self::Archived => "listing-state-archived",
            Self::Removed => "listing-state-removed",
        }
    }
}

impl Condition {
    /// The message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::New => "condition-new",
            Self::Used => "condition-used",
        }
    }
}
