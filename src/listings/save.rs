//! What a seller filled in is saved, field by field; a moderator looks again where words changed.

use diesel::prelude::*;

use super::{Condition, Content, Listing, ListingState, Value, old_price, review, tags};
use crate::catalog::Catalog;
use crate::db::Tx;
use crate::i18n::Lang;
use crate::kernel::{AttributeId, CategoryId, CityId, Gtin, ListingId, Money, ProductId, slugify};
use crate::schema::{listings, product_texts, products, shops, stocks};
use crate::shops::Way;

/// Changes to a listing. What is `None` stays as it is; of the characteristics, `None` takes the value away and those not named stay.
#[derive(Debug, Clone, Default)]
pub struct ListingInput {
    /// Where it stands: a leaf of the tree.
    pub category: Option<CategoryId>,
    /// The title.
    pub title: Option<String>,
    /// The description, in small Markdown.
    pub description: Option<String>,
    /// The maker.
    pub brand: Option<String>,
    /// The number under the bar code, or that there is none.
    pub gtin: Option<Option<Gtin>>,
    /// The language of the words.
    pub lang: Option<Lang>,
    /// New or used.
    pub condition: Option<Condition>,
    /// The price.
    pub price: Option<Money>,
    /// Pieces on the shelf, ordered ones included.
    pub stock: Option<i32>,
    /// Where it is sold from.
    pub city: Option<CityId>,
    /// The ways of delivery.
    pub ways: Option<Vec<Way>>,
    /// Characteristics.
    pub values: Vec<(AttributeId, Option<Value>)>,
    /// Tags by name.
    pub tags: Option<Vec<String>>,
}

/// What became of a save.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Saved {
    /// The stock was left alone: so many pieces are ordered already.
    pub reserved: Option<i32>,
    /// A moderator has to look before buyers see it again.
    pub to_review: bool,
}

impl ListingInput {
    /// Saves everything that is given; of a card that is not the shop's own, only the offer.
    pub fn save(&self, tx: &mut Tx<'_>, listing: &Listing, catalog: &Catalog) -> QueryResult<Saved> {
        let before = Content::of_product(tx, listing.product_id)?;
        if before.owner == Some(listing.shop_id) {
            self.save_words(tx, listing.product_id, &before, catalog)?;
            self.save_place(tx, listing.id)?;
        }
        self.save_offer(tx, listing.id)?;
        if self.price.is_some_and(|price| price != listing.price) {
            old_price::keep(tx, listing.id)?;
        }
        let reserved = match self.stock {
            Some(pieces) => set_stock(tx, listing.id, pieces)?,
            None => None,
        };
        let after = Content::of_product(tx, listing.product_id)?;
        let mut to_review = false;
        if before != after {
            to_review = content_changed(tx, listing)?;
        }
        Ok(Saved { reserved, to_review })
    }

    /// What a card would say with these changes.
    pub(super) fn applied(&self, content: &Content) -> Content {
        let mut after = content.clone();
        after.title = self.title.clone().unwrap_or(after.title);
        after.description = self.description.clone().unwrap_or(after.description);
        after.brand = self.brand.clone().unwrap_or(after.brand);
        after.gtin = self.gtin.clone().unwrap_or(after.gtin);
        after.tags = self.tags.clone().unwrap_or(after.tags);
        for (attribute, value) in &self.values {
            after.values.retain(|(id, _)| id != attribute);
            after.values.extend(value.clone().map(|value| (*attribute, value)));
        }
        after
    }

    /// Writes the words of a card, whoever decided about them.
    pub(super) fn save_words(&self, tx: &mut Tx<'_>, product: ProductId, before: &Content, catalog: &Catalog) -> QueryResult<()> {
        let title = self.title.as_ref().unwrap_or(&before.title);
        let category = self.category.unwrap_or(before.category);
        diesel::update(products::table.find(product))
            .set((
                products::title.eq(title),
                products::slug.eq(slugify(title)),
                products::category_id.eq(category),
                products::brand.eq(self.brand.as_ref().unwrap_or(&before.brand)),
                products::gtin.eq(self.gtin.as_ref().unwrap_or(&before.gtin)),
                products::lang.eq(self.lang.unwrap_or(before.lang)),
            ))
            .execute(&mut **tx)?;
        if let Some(text) = &self.description {
            let row = (product_texts::product_id.eq(product), product_texts::description.eq(text));
            let upsert = diesel::insert_into(product_texts::table).values(row).on_conflict(product_texts::product_id);
            upsert.do_update().set(product_texts::description.eq(text)).execute(&mut **tx)?;
        }
        for (attribute, value) in &self.values {
            Value::set(tx, product, *attribute, value.as_ref())?;
        }
        if category != before.category {
            let asked: Vec<AttributeId> = catalog.wanted(category).iter().map(|(attribute, _)| attribute.id).collect();
            Value::keep_only(tx, product, &asked)?;
        }
        match &self.tags {
            Some(names) => tags::set(tx, product, names),
            None => Ok(()),
        }
    }

    /// What the offer copies from its own card, and its condition: on others' cards one sells new goods.
    fn save_place(&self, tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<()> {
        let changes = (
            self.category.map(|category| listings::category_id.eq(category)),
            self.condition.map(|condition| listings::condition.eq(condition)),
            listings::updated_at.eq(diesel::dsl::now),
        );
        diesel::update(listings::table.find(listing)).set(changes).execute(&mut **tx).map(drop)
    }

    fn save_offer(&self, tx: &mut Tx<'_>, listing: ListingId) -> QueryResult<()> {
        let offers = |way: Way| self.ways.as_ref().map(|ways| ways.contains(&way));
        let changes = (
            self.price.map(|price| listings::price.eq(price)),
            self.city.map(|city| listings::city_id.eq(city)),
            offers(Way::Courier).map(|yes| listings::by_courier.eq(yes)),
            offers(Way::Pickup).map(|yes| listings::by_pickup.eq(yes)),
            offers(Way::Post).map(|yes| listings::by_post.eq(yes)),
            listings::updated_at.eq(diesel::dsl::now),
        );
        diesel::update(listings::table.find(listing)).set(changes).execute(&mut **tx).map(drop)
    }
}

/// Sets the pieces on the shelf; fewer than are ordered is refused, and the ordered number told.
pub fn set_stock(tx: &mut Tx<'_>, listing: ListingId, pieces: i32) -> QueryResult<Option<i32>> {
    let enough = stocks::table.find(listing).filter(stocks::reserved.le(pieces));
    match diesel::update(enough).set(stocks::on_hand.eq(pieces)).execute(&mut **tx)? {
        0 => stocks::table.find(listing).select(stocks::reserved).first(&mut **tx).map(Some),
        _ => Ok(None),
    }
}

/// After a change of words or photos, which makes a new version of the product: what buyers see of a shop without a record goes to moderation first.
pub fn content_changed(tx: &mut Tx<'_>, listing: &Listing) -> QueryResult<bool> {
    use ListingState::{Active, Expired, Paused, PendingReview};
    let version = products::updated_at.eq(diesel::dsl::now);
    diesel::update(products::table.find(listing.product_id)).set(version).execute(&mut **tx)?;
    let shown = match listing.state {
        Active | Paused | Expired => true,
        // whoever is looking at it right now must not decide about words that changed meanwhile
        PendingReview => false,
        _ => return Ok(false),
    };
    if shown && shops::table.find(listing.shop_id).select(shops::trusted_at.is_not_null()).first(&mut **tx)? {
        return Ok(false);
    }
    review::submit(tx, listing.id)?;
    Ok(shown)
}
