//! Why a listing is sent back or taken off: each reason belongs to a field of the seller's form.

use crate::kernel::text_enum;

text_enum! {
    /// A known reason; its word is stored in `listing_decisions.reason`.
    pub enum Reason {
        /// Phones, links, messengers.
        Contacts = "contacts",
        /// Asks to pay past the site.
        Payment = "payment",
        /// Somebody else's, poor, or not of the goods.
        Photos = "photos",
        /// The title misleads or is unclear.
        Title = "title",
        /// The text misleads or says too little.
        Description = "description",
        /// Stands in the wrong category.
        Category = "category",
        /// The price cannot be true.
        Price = "price",
        /// The same goods are listed already.
        Duplicate = "duplicate",
        /// May not be sold here; forgeries too.
        Prohibited = "prohibited",
        /// Something else, said in the note.
        Other = "other",
    }
}

impl Reason {
    /// The field of the seller's form that it concerns; empty for the whole.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Photos => "photos",
            Self::Title => "title",
            Self::Contacts | Self::Payment | Self::Description => "description",
            Self::Category => "category",
            Self::Price => "price",
            Self::Duplicate | Self::Prohibited | Self::Other => "",
        }
    }

    /// The message key of its name, for staff.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Contacts => "moderation-reason-contacts",
            Self::Payment => "moderation-reason-payment",
            Self::Photos => "moderation-reason-photos",
            Self::Title => "moderation-reason-title",
            Self::Description => "moderation-reason-description",
            Self::Category => "moderation-reason-category",
            Self::Price => "moderation-reason-price",
            Self::Duplicate => "moderation-reason-duplicate",
            Self::Prohibited => "moderation-reason-prohibited",
            Self::Other => "moderation-reason-other",
        }
    }

    /// The message key of what the seller reads: what is wrong, and what to do.
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Contacts => "moderation-advice-contacts",
            Self::Payment => "moderation-advice-payment",
            Self::Photos => "moderation-advice-photos",
            Self::Title => "moderation-advice-title",
            Self::Description => "moderation-advice-description",
            Self::Category => "moderation-advice-category",
            Self::Price => "moderation-advice-price",
            Self::Duplicate => "moderation-advice-duplicate",
            Self::Prohibited => "moderation-advice-prohibited",
            Self::Other => "moderation-advice-other",
        }
    }
}
