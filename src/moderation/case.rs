//! Everything a moderator needs to judge one listing.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Nullable, Text, Timestamptz};

use super::decision::Decision;
use super::report::Report;
use super::similar::Similar;
use crate::kernel::{AttributeId, CategoryId, CityId, ListingId, Money, OptionId, PhotoId, ProductId, ShopId, UserId};
use crate::listings::{Condition, ListingState, PhotoRef};
use crate::schema::{photos, product_tags, tags};

/// The listing and its product, in one row.
#[derive(Debug, Clone, QueryableByName)]
pub struct Case {
    /// The listing.
    #[diesel(sql_type = BigInt)]
    pub id: ListingId,
    /// Its card.
    #[diesel(sql_type = BigInt)]
    pub product: ProductId,
    /// Who sells.
    #[diesel(sql_type = BigInt)]
    pub shop: ShopId,
    /// Its state.
    #[diesel(sql_type = Text)]
    pub state: ListingState,
    /// Its title.
    #[diesel(sql_type = Text)]
    pub title: String,
    /// The seller's words.
    #[diesel(sql_type = Text)]
    pub description: String,
    /// Who made it.
    #[diesel(sql_type = Text)]
    pub brand: String,
    /// Where it stands.
    #[diesel(sql_type = Integer)]
    pub category: CategoryId,
    /// The price.
    #[diesel(sql_type = BigInt)]
    pub price: Money,
    /// New or used.
    #[diesel(sql_type = Text)]
    pub condition: Condition,
    /// Where it is sold.
    #[diesel(sql_type = Integer)]
    pub city: CityId,
    /// Since when it waits.
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub submitted_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Timestamptz)]
    changed_at: DateTime<Utc>,
    #[diesel(sql_type = Nullable<BigInt>)]
    holder: Option<UserId>,
    /// Who has the case now.
    #[diesel(sql_type = Nullable<Text>)]
    pub holder_name: Option<String>,
    /// Until when.
    #[diesel(sql_type = Nullable<Timestamptz>)]
    pub until: Option<DateTime<Utc>>,
}

impl Case {
    /// The row.
    pub fn find(conn: &mut PgConnection, listing: ListingId) -> QueryResult<Self> {
        diesel::sql_query(
            "SELECT l.id, l.product_id AS product, l.shop_id AS shop, l.state, p.title, coalesce(t.description, '') AS description,
                    p.brand, l.category_id AS category, l.price, l.condition, l.city_id AS city, l.submitted_at, greatest(p.updated_at, l.submitted_at) AS changed_at,
                    r.staff_id AS holder, u.name AS holder_name, r.until
             FROM listings l JOIN products p ON p.id = l.product_id LEFT JOIN product_texts t ON t.product_id = p.id
             LEFT JOIN review_locks r ON r.listing_id = l.id AND r.until > now() LEFT JOIN users u ON u.id = r.staff_id
             WHERE l.id = $1 AND l.state <> 'draft'",
        )
        .bind::<BigInt, _>(listing)
        .get_result(conn)
    }

    /// Which text is shown: a verdict on another text does not count.
    pub fn version(&self) -> i64 {
        self.changed_at.timestamp_micros()
    }

    /// Whether it waits for a verdict.
    pub fn waits(&self) -> bool {
        self.state == ListingState::PendingReview
    }

    /// Whether another moderator has it.
    pub fn is_taken_from(&self, staff: UserId) -> bool {
        self.holder.is_some_and(|holder| holder != staff)
    }
}

/// A characteristic's value as it is stored.
#[derive(Debug, Clone, QueryableByName)]
pub struct Value {
    /// Which characteristic.
    #[diesel(sql_type = Integer)]
    pub attribute: AttributeId,
    /// A text or a number.
    #[diesel(sql_type = Nullable<Text>)]
    pub text: Option<String>,
    /// A choice.
    #[diesel(sql_type = Nullable<Integer>)]
    pub option: Option<OptionId>,
    /// Yes or no.
    #[diesel(sql_type = Nullable<Bool>)]
    pub yes: Option<bool>,
}

/// A shop and what it has behind it.
#[derive(Debug, Clone, QueryableByName)]
pub struct Past {
    /// Listings let through.
    #[diesel(sql_type = BigInt)]
    pub approved: i64,
    /// Listings sent back.
    #[diesel(sql_type = BigInt)]
    pub rejected: i64,
    /// Listings taken off.
    #[diesel(sql_type = BigInt)]
    pub removed: i64,
    /// Complaints, open ones included.
    #[diesel(sql_type = BigInt)]
    pub reports: i64,
    /// Complaints that were right.
    #[diesel(sql_type = BigInt)]
    pub upheld: i64,
    /// Orders issued.
    #[diesel(sql_type = BigInt)]
    pub sales: i64,
}

impl Past {
    /// What a shop has behind it.
    pub fn of(conn: &mut PgConnection, shop: ShopId) -> QueryResult<Self> {
        diesel::sql_query(
            "SELECT d.approved, d.rejected, d.removed, r.reports, r.upheld, o.sales
             FROM (SELECT count(*) FILTER (WHERE verdict = 'approved') AS approved, count(*) FILTER (WHERE verdict = 'rejected') AS rejected,
                          count(*) FILTER (WHERE verdict = 'removed') AS removed
                   FROM listing_decisions d JOIN listings l ON l.id = d.listing_id WHERE l.shop_id = $1) d,
                  (SELECT count(*) AS reports, count(*) FILTER (WHERE r.state = 'upheld') AS upheld
                   FROM reports r LEFT JOIN listings l ON l.id = r.listing_id WHERE r.shop_id = $1 OR l.shop_id = $1) r,
                  (SELECT count(*) AS sales FROM orders WHERE shop_id = $1 AND state = 'completed') o",
        )
        .bind::<BigInt, _>(shop)
        .get_result(conn)
    }
}

/// What belongs to a case beside its row.
pub struct File {
    /// The photos in order.
    pub photos: Vec<PhotoRef>,
    /// The tags.
    pub tags: Vec<String>,
    /// The characteristics.
    pub values: Vec<Value>,
    /// Listings much like it.
    pub similar: Vec<Similar>,
    /// Open complaints about it.
    pub reports: Vec<Report>,
    /// Decisions about the shop's listings, this one included.
    pub decisions: Vec<Decision>,
    /// What the shop has behind it.
    pub past: Past,
}

impl File {
    /// Everything around a case.
    pub fn of(conn: &mut PgConnection, case: &Case) -> QueryResult<Self> {
        Ok(Self {
            photos: photos_of(conn, case.product)?,
            tags: tags::table
                .inner_join(product_tags::table)
                .filter(product_tags::product_id.eq(case.product))
                .select(tags::name)
                .order(tags::name)
                .load(conn)?,
            values: values_of(conn, case.product)?,
            similar: Similar::to(conn, case)?,
            reports: Report::of_listing(conn, case.id)?,
            decisions: Decision::of_shop(conn, case.shop)?,
            past: Past::of(conn, case.shop)?,
        })
    }
}

fn photos_of(conn: &mut PgConnection, product: ProductId) -> QueryResult<Vec<PhotoRef>> {
    let kept = photos::table.filter(photos::product_id.eq(product)).filter(photos::state.ne("refused"));
    let rows: Vec<(PhotoId, String)> = kept.select((photos::id, photos::state)).order((photos::position, photos::id)).load(conn)?;
    Ok(rows.into_iter().map(|(id, state)| PhotoRef { id, processing: state != "ready" }).collect())
}

fn values_of(conn: &mut PgConnection, product: ProductId) -> QueryResult<Vec<Value>> {
    diesel::sql_query(
        "SELECT attribute_id AS attribute, coalesce(text_value, trim_scale(number_value)::text) AS text, option_id AS option, bool_value AS yes
         FROM product_values WHERE product_id = $1 ORDER BY attribute_id",
    )
    .bind::<BigInt, _>(product)
    .load(conn)
}
