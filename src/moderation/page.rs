//! What staff and complainants see.

use askama::Template;

use super::act::Act;
use super::case::{Case, File, Past};
use super::decision::Decision;
use super::desk::Desk;
use super::queue::{LOCK_MINUTES, Waiting};
use super::report::{Report, ReportReason, Target};
use super::suspicious::{Marker, Piece};
use super::{Reason, age::Age};
use crate::catalog::{Attribute, Catalog, Choice};
use crate::db::Keyed;
use crate::i18n::Names;
use crate::kernel::UserId;
use crate::listings::ListingState;
use crate::search::SynonymsRow;
use crate::shops::{Shop, ShopState};
use crate::web::{Form, Shell, StaffRole, filters};

/// What waits.
#[derive(Template)]
#[template(path = "moderation/overview.html")]
pub struct Overview {
    /// The queue and the complaints.
    pub desk: Desk,
    /// Decided by the viewer in the last day.
    pub decided: i64,
    /// The newest acts.
    pub acts: Vec<Act>,
}

/// The queue.
#[derive(Template)]
#[template(path = "moderation/queue.html")]
pub struct Queue {
    /// The queue and the complaints.
    pub desk: Desk,
    /// This page of it.
    pub cases: Keyed<Waiting>,
    /// The address of its head, if this is not it.
    pub first: String,
    /// The address of the next page, if there is one.
    pub next: String,
}

/// Words that mean the same.
#[derive(Template)]
#[template(path = "moderation/synonyms.html")]
pub struct SynonymsPage {
    /// The queue and the complaints.
    pub desk: Desk,
    /// All groups.
    pub groups: Vec<SynonymsRow>,
    /// One more.
    pub form: Form,
}

/// The log.
#[derive(Template)]
#[template(path = "moderation/acts.html")]
pub struct Acts {
    /// The queue and the complaints.
    pub desk: Desk,
    /// This page of it.
    pub acts: Keyed<Act>,
    /// Who can be asked for.
    pub actors: Vec<(UserId, String)>,
    /// What was asked for.
    pub form: Form,
    /// Whether anything was asked for.
    pub sifted: bool,
    /// The address of the first page, if this is not it.
    pub first: String,
    /// The address of the next page, if there is one.
    pub next: String,
}

/// One characteristic in a moderator's table.
pub struct Row {
    /// Its name.
    pub names: Names,
    /// Its value.
    pub value: Shown,
}

/// A value as it is shown.
pub enum Shown {
    /// Words, and a unit.
    Text(String, Option<Names>),
    /// A choice.
    Choice(Names),
    /// Yes or no.
    Bool(bool),
}

/// One case.
#[derive(Template)]
#[template(path = "moderation/case.html")]
pub struct CasePage {
    /// The queue and the complaints.
    pub desk: Desk,
    /// The listing.
    pub case: Case,
    /// What belongs to it.
    pub file: File,
    /// Who sells.
    pub shop: Shop,
    /// The title in pieces.
    pub title: Vec<Piece>,
    /// The text in pieces.
    pub text: Vec<Vec<Piece>>,
    /// All marks.
    pub marks: Marker,
    /// The characteristics.
    pub rows: Vec<Row>,
    /// The category's path.
    pub place: Vec<Names>,
    /// The town.
    pub city: Option<Names>,
    /// Another moderator has it.
    pub taken: bool,
    /// The form.
    pub form: Form,
}

impl CasePage {
    /// A case with all around it, read in one go by the handler.
    pub fn new(desk: Desk, case: Case, file: File, shop: Shop, catalog: &Catalog, staff: UserId, form: Form) -> Self {
        let mut marks = Marker::default();
        let (title, text) = (marks.line(&case.title), marks.lines(&case.description));
        let place = catalog.path(case.category).into_iter().map(|node| node.names.clone()).collect();
        let city = catalog.city(case.city).map(|city| city.names.clone());
        let rows = file.values.iter().filter_map(|value| row(catalog.attribute(value.attribute)?, value)).collect();
        let taken = case.is_taken_from(staff);
        Self { desk, case, file, shop, title, text, marks, rows, place, city, taken, form }
    }

    /// The reasons in order.
    pub const fn reasons(&self) -> &'static [Reason] {
        Reason::ALL
    }

    /// Whether staff may take it off.
    pub fn can_hide(&self) -> bool {
        super::hide::can_hide(self.case.state)
    }

    /// Since when the shop is here.
    pub fn shop_age(&self) -> Age {
        Age::since(self.shop.created_at)
    }

    /// Until when the case is somebody's, on the clock.
    pub fn until(&self, shell: &Shell) -> String {
        self.case.until.map(|until| shell.locale().clock(until)).unwrap_or_default()
    }

    /// How many minutes a case is one's own.
    pub const fn minutes(&self) -> i32 {
        LOCK_MINUTES
    }
}

fn row(attribute: &Attribute, value: &super::case::Value) -> Option<Row> {
    let choice = |id| attribute.options.iter().find(|option: &&Choice| option.id == id);
    let value = match (&value.text, value.option, value.yes) {
        (Some(text), ..) => Shown::Text(text.clone(), attribute.unit.clone()),
        (_, Some(option), _) => Shown::Choice(choice(option)?.names.clone()),
        (.., Some(yes)) => Shown::Bool(yes),
        _ => return None,
    };
    Some(Row { names: attribute.names.clone(), value })
}

/// Taking a listing off: why?
#[derive(Template)]
#[template(path = "moderation/hide.html")]
pub struct HidePage {
    /// The queue and the complaints.
    pub desk: Desk,
    /// Which listing.
    pub case: Case,
    /// The form.
    pub form: Form,
}

impl HidePage {
    /// The reasons in order.
    pub const fn reasons(&self) -> &'static [Reason] {
        Reason::ALL
    }
}

/// A shop as staff see it.
#[derive(Template)]
#[template(path = "moderation/shop.html")]
pub struct ShopPage {
    /// The queue and the complaints.
    pub desk: Desk,
    /// The shop.
    pub shop: Shop,
    /// What it has behind it.
    pub past: Past,
    /// The last decisions about its listings.
    pub decisions: Vec<Decision>,
    /// Open complaints.
    pub reports: Vec<Report>,
}

impl ShopPage {
    /// Whether this member of staff may stop shops.
    pub fn may_sanction(&self, shell: &Shell) -> bool {
        shell.viewer.as_ref().and_then(|viewer| viewer.staff).is_some_and(|role| role >= StaffRole::Manager)
    }

    /// Since when the shop is here.
    pub fn shop_age(&self) -> Age {
        Age::since(self.shop.created_at)
    }
}

/// Stopping a shop, or letting it go on.
#[derive(Template)]
#[template(path = "moderation/sanction.html")]
pub struct SanctionPage {
    /// The queue and the complaints.
    pub desk: Desk,
    /// The shop.
    pub shop: Shop,
    /// Listings on sale that leave the shelves with it.
    pub on_sale: i64,
    /// Stopping, not letting go on.
    pub stopping: bool,
    /// The form.
    pub form: Form,
}

/// The open complaints.
#[derive(Template)]
#[template(path = "moderation/reports.html")]
pub struct Reports {
    /// The queue and the complaints.
    pub desk: Desk,
    /// This page of them.
    pub reports: Keyed<Report>,
    /// The address of the first page, if this is not it.
    pub first: String,
    /// The address of the next page, if there is one.
    pub next: String,
}

/// One complaint.
#[derive(Template)]
#[template(path = "moderation/complaint.html")]
pub struct ComplaintPage {
    /// The queue and the complaints.
    pub desk: Desk,
    /// Which.
    pub report: Report,
    /// The form.
    pub form: Form,
}

/// The form by which anyone complains.
#[derive(Template)]
#[template(path = "moderation/report.html")]
pub struct ReportPage {
    /// About what.
    pub target: Target,
    /// The form.
    pub form: Form,
}

impl ReportPage {
    /// The reasons in order.
    pub const fn reasons(&self) -> &'static [ReportReason] {
        ReportReason::ALL
    }
}
