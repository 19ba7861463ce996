//! An order's states; the allowed steps are rows of the table `transitions`.

use crate::kernel::text_enum;

text_enum! {
    /// Where an order stands.
    pub enum OrderState {
        /// Waits for its payment.
        PendingPayment = "pending_payment",
        /// Waits for the shop's answer.
        Placed = "placed",
        /// The shop packs it.
        Accepted = "accepted",
        /// The parcel left, or waits to be fetched.
        HandedOver = "handed_over",
        /// Handed out and paid.
        Completed = "completed",
        /// The shop did not answer in time.
        Expired = "expired",
        /// The shop does not take it.
        Declined = "declined",
        /// The buyer called it off, or nobody took it and the parcel came back.
        Cancelled = "cancelled",
    }
}

impl OrderState {
    /// The states of orders that are under way.
    pub const ACTIVE: [Self; 4] = [Self::PendingPayment, Self::Placed, Self::Accepted, Self::HandedOver];

    /// The message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::PendingPayment => "order-state-pending-payment",
            Self::Placed => "order-state-placed",
            Self::Accepted => "order-state-accepted",
            Self::HandedOver => "order-state-handed-over",
            Self::Completed => "order-state-completed",
            Self::Expired => "order-state-expired",
            Self::Declined => "order-state-declined",
            Self::Cancelled => "order-state-cancelled",
        }
    }

    /// Whether it came to nothing.
    pub const fn is_void(self) -> bool {
        matches!(self, Self::Expired | Self::Declined | Self::Cancelled)
    }

    /// Until handover the buyer may call it off.
    pub const fn can_cancel(self) -> bool {
        matches!(self, Self::PendingPayment | Self::Placed | Self::Accepted)
    }
}
