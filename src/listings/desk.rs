//! Everything about one listing of a shop, as its seller's pages need it.

use diesel::prelude::*;

use super::decision::Verdict;
use super::{Condition, Content, Listing, ListingState, Stock, Twin};
use crate::kernel::{ListingId, ShopId};
use crate::photos::{Photo, PhotoState};
use crate::shops::{Shop, Terms, Way};

/// A listing on its seller's desk.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The offer.
    pub listing: Listing,
    /// Its words.
    pub content: Content,
    /// Its photos, refused files among them.
    pub photos: Vec<Photo>,
    /// Its stock.
    pub stock: Stock,
    /// Who sells.
    pub shop: Shop,
    /// The ways the shop offers.
    pub offered: Vec<Way>,
    /// Why it came back, if it did.
    pub verdict: Option<Verdict>,
    /// The shared card of the same thing, where the shop describes it once more on its own.
    pub twin: Option<Twin>,
}

impl Desk {
    /// Reads it; somebody else's is not found.
    pub fn read(conn: &mut PgConnection, id: ListingId, shop: ShopId) -> QueryResult<Self> {
        let listing = Listing::of_shop(conn, id, shop)?;
        let content = Content::of_product(conn, listing.product_id)?;
        let verdict = match listing.state {
            ListingState::Rejected | ListingState::Removed => Verdict::of_listing(conn, id)?,
            _ => None,
        };
        let twin = match &content.gtin {
            Some(gtin) if content.owner == Some(shop) && listing.condition == Condition::New => Twin::find(conn, gtin)?,
            _ => None,
        };
        Ok(Self {
            content,
            verdict,
            twin,
            photos: Photo::of_product(conn, listing.product_id)?,
            stock: Stock::of(conn, &[id])?.pop().ok_or(diesel::result::Error::NotFound)?,
            shop: Shop::find(conn, shop)?,
            offered: Terms::of_shops(conn, &[shop])?.into_iter().map(|terms| terms.way).collect(),
            listing,
        })
    }

    /// Whether the card is the shop's own: then its words are the seller's to write.
    pub fn is_own(&self) -> bool {
        self.content.owner == Some(self.shop.id)
    }

    /// Whether the card is another shop's still: staff make it everybody's when they let this offer through.
    pub fn is_borrowed(&self) -> bool {
        self.content.owner.is_some_and(|owner| owner != self.shop.id)
    }

    /// Photos that are shown, or will be.
    pub fn gallery(&self) -> impl Iterator<Item = &Photo> {
        self.photos.iter().filter(|photo| photo.state != PhotoState::Refused)
    }

    /// Whether sizes are still being made.
    pub fn is_processing(&self) -> bool {
        self.photos.iter().any(|photo| photo.state == PhotoState::Processing)
    }

    /// Whether its seller may change it as it is: not once it is put away or taken off.
    pub fn is_editable(&self) -> bool {
        !matches!(self.listing.state, ListingState::Archived | ListingState::Removed)
    }

    /// Whether buyers see it, will see it again, or a moderator looks at it: then it has to stay complete.
    pub fn is_public(&self) -> bool {
        use ListingState::{Active, Expired, Paused, PendingReview};
        matches!(self.listing.state, Active | Paused | Expired | PendingReview)
    }
}
