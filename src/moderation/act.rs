//! The log of what staff did: written beside each change, never altered.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use crate::db::{Keyed, Tx, cut_page};
use crate::kernel::{ListingId, ProductId, ReportId, ShopId, SynonymsId, UserId, text_enum};
use crate::schema::{acts, users};

/// Lines a page.
const PAGE: usize = 50;

text_enum! {
    /// What staff can do.
    pub enum ActKind {
        /// Let a listing through.
        Approve = "approve",
        /// Sent a listing back.
        Reject = "reject",
        /// Took a listing off the site.
        Hide = "hide",
        /// Put a listing back into the queue.
        Restore = "restore",
        /// Stopped a shop.
        Suspend = "suspend",
        /// Let a shop go on.
        Reopen = "reopen",
        /// Found a complaint right.
        Uphold = "uphold",
        /// Found a complaint empty.
        Dismiss = "dismiss",
        /// Gave a service role.
        Grant = "grant",
        /// Took a service role back.
        Revoke = "revoke",
        /// Made a card everybody's.
        Share = "share",
        /// Made two cards one.
        Merge = "merge",
        /// Linked variants.
        Link = "link",
        /// Took a card out of its variants.
        Unlink = "unlink",
        /// Let a proposal through.
        AcceptChange = "accept_change",
        /// Refused a proposal.
        RejectChange = "reject_change",
        /// Said that words mean the same.
        AddWords = "add_words",
        /// Said that they do not.
        DropWords = "drop_words",
    }
}

impl ActKind {
    /// The message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Approve => "moderation-act-approve",
            Self::Reject => "moderation-act-reject",
            Self::Hide => "moderation-act-hide",
            Self::Restore => "moderation-act-restore",
            Self::Suspend => "moderation-act-suspend",
            Self::Reopen => "moderation-act-reopen",
            Self::Uphold => "moderation-act-uphold",
            Self::Dismiss => "moderation-act-dismiss",
            Self::Grant => "moderation-act-grant",
            Self::Revoke => "moderation-act-revoke",
            Self::Share => "moderation-act-share",
            Self::Merge => "moderation-act-merge",
            Self::Link => "moderation-act-link",
            Self::Unlink => "moderation-act-unlink",
            Self::AcceptChange => "moderation-act-accept-change",
            Self::RejectChange => "moderation-act-reject-change",
            Self::AddWords => "moderation-act-add-words",
            Self::DropWords => "moderation-act-drop-words",
        }
    }
}

/// What an act is about; stored as `listing:42`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A listing.
    Listing(ListingId),
    /// A shop.
    Shop(ShopId),
    /// A person.
    User(UserId),
    /// A complaint.
    Report(ReportId),
    /// A card.
    Card(ProductId),
    /// Words that mean the same.
    Words(SynonymsId),
}

impl Subject {
    /// From a kind's word and a number.
    pub fn of(kind: &str, number: i64) -> Option<Self> {
        match kind {
            "listing" => Some(Self::Listing(ListingId(number))),
            "shop" => Some(Self::Shop(ShopId(number))),
            "user" => Some(Self::User(UserId(number))),
            "report" => Some(Self::Report(ReportId(number))),
            "card" => Some(Self::Card(ProductId(number))),
            "words" => Some(Self::Words(SynonymsId(number))),
            _ => None,
        }
    }

    /// The message key of `Listing no. 42`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Listing(_) => "moderation-subject-listing",
            Self::Shop(_) => "moderation-subject-shop",
            Self::User(_) => "moderation-subject-user",
            Self::Report(_) => "moderation-subject-report",
            Self::Card(_) => "moderation-subject-card",
            Self::Words(_) => "moderation-subject-words",
        }
    }

    /// Its number.
    pub fn number(self) -> String {
        match self {
            Self::Listing(id) => id.to_string(),
            Self::Shop(id) => id.to_string(),
            Self::User(id) => id.to_string(),
            Self::Report(id) => id.to_string(),
            Self::Card(id) => id.to_string(),
            Self::Words(id) => id.to_string(),
        }
    }

    /// Its page among staff's pages; people have none yet.
    pub fn path(self) -> Option<String> {
        match self {
            Self::Listing(id) => Some(format!("/moderation/listings/{id}")),
            Self::Shop(id) => Some(format!("/moderation/shops/{id}")),
            Self::Report(id) => Some(format!("/moderation/reports/{id}")),
            Self::Card(id) => Some(format!("/moderation/cards/{id}")),
            Self::Words(_) => Some("/moderation/synonyms".to_owned()),
            Self::User(_) => None,
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Listing(id) => write!(f, "listing:{id}"),
            Self::Shop(id) => write!(f, "shop:{id}"),
            Self::User(id) => write!(f, "user:{id}"),
            Self::Report(id) => write!(f, "report:{id}"),
            Self::Card(id) => write!(f, "card:{id}"),
            Self::Words(id) => write!(f, "words:{id}"),
        }
    }
}

impl FromStr for Subject {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (kind, number) = text.split_once(':').ok_or(())?;
        Self::of(kind, number.parse().map_err(drop)?).ok_or(())
    }
}

/// Writes an act; no `staff` means the command line.
pub fn record(tx: &mut Tx<'_>, staff: Option<UserId>, kind: ActKind, subject: Subject, note: &str) -> QueryResult<()> {
    diesel::insert_into(acts::table)
        .values((acts::staff_id.eq(staff), acts::act.eq(kind.as_str()), acts::subject.eq(subject.to_string()), acts::note.eq(note)))
        .execute(&mut **tx)
        .map(drop)
}

/// One line of the log.
#[derive(Debug, Clone, Queryable)]
pub struct Act {
    /// Its number.
    pub id: i64,
    act: String,
    subject: String,
    /// What was said.
    pub note: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; none for the command line.
    pub staff: Option<String>,
}

/// What is looked for in the log.
#[derive(Debug, Clone, Copy, Default)]
pub struct ActFilter {
    /// By whom.
    pub staff: Option<UserId>,
    /// About what.
    pub subject: Option<Subject>,
}

impl Act {
    /// The newest lines, before this number.
    pub fn list(conn: &mut PgConnection, filter: ActFilter, before: Option<i64>) -> QueryResult<Keyed<Self>> {
        let columns = (acts::id, acts::act, acts::subject, acts::note, acts::at, users::name.nullable());
        let mut found = acts::table.left_join(users::table).select(columns).into_boxed();
        if let Some(staff) = filter.staff {
            found = found.filter(acts::staff_id.eq(staff));
        }
        if let Some(subject) = filter.subject {
            found = found.filter(acts::subject.eq(subject.to_string()));
        }
        if let Some(before) = before {
            found = found.filter(acts::id.lt(before));
        }
        Ok(cut_page(found.order(acts::id.desc()).limit(PAGE as i64 + 1).load(conn)?, PAGE, |act: &Self| act.id))
    }

    /// What was done, as a message key.
    pub fn key(&self) -> &'static str {
        self.act.parse().map_or("moderation-act-other", ActKind::key)
    }

    /// What it was about.
    pub fn subject(&self) -> Option<Subject> {
        self.subject.parse().ok()
    }
}

/// Those who have a service role or ever acted, for the filter.
pub fn actors(conn: &mut PgConnection) -> QueryResult<Vec<(UserId, String)>> {
    use diesel::dsl::exists;
    let acted = exists(acts::table.filter(acts::staff_id.eq(users::id.nullable())));
    users::table.filter(users::staff_role.is_not_null().or(acted)).select((users::id, users::name)).order(users::name).limit(200).load(conn)
}
