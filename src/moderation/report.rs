//! Complaints: about a listing or a shop, one open at a time from one person.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text, Timestamptz};

use crate::db::{Keyed, Tx, cut_page};
use crate::kernel::{ListingId, ReportId, ShopId, UserId, text_enum};
use crate::schema::{listings, products, reports, shops};

/// Lines a page.
const PAGE: usize = 50;

text_enum! {
    /// What is wrong, as the person sees it.
    pub enum ReportReason {
        /// Money was asked for and nothing came, or it looks like that.
        Fraud = "fraud",
        /// A forgery.
        Fake = "fake",
        /// May not be sold.
        Prohibited = "prohibited",
        /// The goods are not as described.
        Wrong = "wrong",
        /// Leads away from the site.
        Contacts = "contacts",
        /// Rude or insulting.
        Rude = "rude",
        /// Something else.
        Other = "other",
    }
}

impl ReportReason {
    /// The message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Fraud => "moderation-report-fraud",
            Self::Fake => "moderation-report-fake",
            Self::Prohibited => "moderation-report-prohibited",
            Self::Wrong => "moderation-report-wrong",
            Self::Contacts => "moderation-report-contacts",
            Self::Rude => "moderation-report-rude",
            Self::Other => "moderation-report-other",
        }
    }
}

/// What a complaint is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// A listing.
    Listing(ListingId),
    /// A shop.
    Shop(ShopId),
}

/// What a complaint is about, as its form shows it.
#[derive(Debug, Clone)]
pub struct Target {
    /// Which.
    pub about: About,
    /// Its title or name.
    pub title: String,
    /// Its public page.
    pub path: String,
}

impl Target {
    /// A listing or shop that people can see.
    pub fn find(conn: &mut PgConnection, about: About) -> QueryResult<Self> {
        let (title, path) = match about {
            About::Listing(listing) => {
                let seen = listings::state.eq_any(["active", "paused", "expired"]);
                let found = listings::table.inner_join(products::table).filter(listings::id.eq(listing)).filter(seen);
                let (id, slug, title): (i64, String, String) = found.select((products::id, products::slug, products::title)).first(conn)?;
                (title, format!("/p/{id}-{slug}"))
            }
            About::Shop(shop) => {
                let found = shops::table.find(shop).filter(shops::state.eq("open"));
                let (slug, name): (String, String) = found.select((shops::slug, shops::name)).first(conn)?;
                (name, format!("/shops/{slug}"))
            }
        };
        Ok(Self { about, title, path })
    }

    /// The name and value of the hidden field that carries it.
    pub fn field(&self) -> (&'static str, String) {
        match self.about {
            About::Listing(id) => ("listing", id.to_string()),
            About::Shop(id) => ("shop", id.to_string()),
        }
    }
}

/// A complaint as it comes in.
#[derive(Debug, Clone)]
pub struct Complaint {
    /// About what.
    pub about: About,
    /// Why.
    pub reason: ReportReason,
    /// In own words; may be empty.
    pub text: String,
}

impl Complaint {
    /// Files it. False when this person's complaint about the same thing is open already.
    pub fn file(&self, tx: &mut Tx<'_>, reporter: UserId) -> QueryResult<bool> {
        let (listing, shop) = match self.about {
            About::Listing(id) => (Some(id), None),
            About::Shop(id) => (None, Some(id)),
        };
        let filed = diesel::insert_into(reports::table)
            .values((
                reports::reporter_id.eq(reporter),
                reports::listing_id.eq(listing),
                reports::shop_id.eq(shop),
                reports::reason.eq(self.reason.as_str()),
                reports::text.eq(&self.text),
            ))
            .on_conflict_do_nothing()
            .execute(&mut **tx)?;
        Ok(filed == 1)
    }
}

/// A complaint as staff see it.
#[derive(Debug, Clone, QueryableByName)]
pub struct Report {
    /// Its number.
    #[diesel(sql_type = BigInt)]
    pub id: ReportId,
    /// The listing it is about.
    #[diesel(sql_type = Nullable<BigInt>)]
    pub listing: Option<ListingId>,
    /// The shop it is about, or whose listing it is.
    #[diesel(sql_type = BigInt)]
    pub shop: ShopId,
    /// The listing's title or the shop's name.
    #[diesel(sql_type = Text)]
    pub title: String,
    #[diesel(sql_type = Text)]
    reason: String,
    /// In their own words.
    #[diesel(sql_type = Text)]
    pub text: String,
    /// `open`, `upheld` or `dismissed`.
    #[diesel(sql_type = Text)]
    pub state: String,
    /// When it came.
    #[diesel(sql_type = Timestamptz)]
    pub created_at: DateTime<Utc>,
    /// Who complains.
    #[diesel(sql_type = Text)]
    pub reporter: String,
    /// How many of their complaints were right, and how many empty.
    #[diesel(sql_type = BigInt)]
    pub right: i64,
    #[diesel(sql_type = BigInt)]
    pub empty: i64,
}

const COLUMNS: &str = "SELECT r.id, r.listing_id AS listing, coalesce(r.shop_id, l.shop_id) AS shop, coalesce(p.title, s.name) AS title,
        r.reason, r.text, r.state, r.created_at, u.name AS reporter,
        (SELECT count(*) FROM reports o WHERE o.reporter_id = r.reporter_id AND o.state = 'upheld') AS \"right\",
        (SELECT count(*) FROM reports o WHERE o.reporter_id = r.reporter_id AND o.state = 'dismissed') AS \"empty\"
     FROM reports r JOIN users u ON u.id = r.reporter_id LEFT JOIN listings l ON l.id = r.listing_id
     LEFT JOIN products p ON p.id = l.product_id LEFT JOIN shops s ON s.id = r.shop_id";

impl Report {
    /// The open ones, oldest first, behind this number.
    pub fn open(conn: &mut PgConnection, after: Option<ReportId>) -> QueryResult<Keyed<Self>> {
        let rows = diesel::sql_query(format!("{COLUMNS} WHERE r.state = 'open' AND r.id > $1 ORDER BY r.id LIMIT $2"))
            .bind::<BigInt, _>(after.unwrap_or(ReportId(0)))
            .bind::<BigInt, _>(PAGE as i64 + 1)
            .load(conn)?;
        Ok(cut_page(rows, PAGE, |report: &Self| report.id.0))
    }

    /// One of them, whatever its state.
    pub fn find(conn: &mut PgConnection, id: ReportId) -> QueryResult<Self> {
        diesel::sql_query(format!("{COLUMNS} WHERE r.id = $1")).bind::<BigInt, _>(id).get_result(conn)
    }

    /// The open ones about a listing.
    pub fn of_listing(conn: &mut PgConnection, listing: ListingId) -> QueryResult<Vec<Self>> {
        diesel::sql_query(format!("{COLUMNS} WHERE r.state = 'open' AND r.listing_id = $1 ORDER BY r.id LIMIT 20"))
            .bind::<BigInt, _>(listing)
            .load(conn)
    }

    /// The open ones about a shop and all that it sells.
    pub fn of_shop(conn: &mut PgConnection, shop: ShopId) -> QueryResult<Vec<Self>> {
        diesel::sql_query(format!("{COLUMNS} WHERE r.state = 'open' AND (r.shop_id = $1 OR l.shop_id = $1) ORDER BY r.id LIMIT 20"))
            .bind::<BigInt, _>(shop)
            .load(conn)
    }

    /// The message key of its reason.
    pub fn reason(&self) -> &'static str {
        self.reason.parse().map_or("moderation-report-other", ReportReason::key)
    }
}
