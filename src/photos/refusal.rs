//! Why a file did not become a photo.

use crate::kernel::text_enum;

text_enum! {
    /// What is wrong with a file; stored with its tile until the seller takes it away.
    pub enum Refusal {
        /// More bytes than a photo may have.
        TooLarge = "too_large",
        /// No bytes at all.
        Empty = "empty",
        /// Neither JPEG nor PNG nor WebP, whatever its name says.
        WrongType = "wrong_type",
        /// More pixels than a photo may have.
        TooManyPixels = "too_many_pixels",
        /// It begins like a picture, but cannot be read to the end.
        Broken = "broken",
        /// The product has as many photos as it may have.
        TooMany = "too_many",
    }
}

impl Refusal {
    /// The message key of what to say.
    pub const fn key(self) -> &'static str {
        match self {
            Self::TooLarge => "photo-too-large",
            Self::Empty => "photo-empty",
            Self::WrongType => "photo-wrong-type",
            Self::TooManyPixels => "photo-too-many-pixels",
            Self::Broken => "photo-broken",
            Self::TooMany => "photo-too-many",
        }
    }
}
