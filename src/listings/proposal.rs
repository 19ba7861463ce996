//! Changes to a shared card: a shop proposes them with a reason, staff confirm or refuse; what was asked and answered is the card's history.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::form::{parse_gtin, parse_tags};
use super::gaps::field_of;
use super::value_form::parse_value;
use super::{Content, ListingInput, Twin};
use crate::catalog::{Attribute, Catalog};
use crate::db::{Keyed, Tx, cut_page};
use crate::i18n::{Lang, Locale, Named};
use crate::kernel::{ChangeId, ProductId, ShopId, UserId, text_enum};
use crate::schema::{card_changes, products, shops};
use crate::web::{FieldError, Form};

/// The longest reason.
const REASON: usize = 500;
/// Proposals on a page.
const PAGE: usize = 20;

text_enum! {
    /// How far a proposal came.
    pub enum ChangeState {
        /// Nobody has decided.
        Open = "open",
        /// The card says so now.
        Accepted = "accepted",
        /// The card stays as it was.
        Rejected = "rejected",
    }
}

impl ChangeState {
    /// The message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "card-change-open",
            Self::Accepted => "card-change-accepted",
            Self::Rejected => "card-change-rejected",
        }
    }
}

/// One field, before and after, as a form writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// What the card said.
    pub from: String,
    /// What it shall say.
    pub to: String,
}

/// What shall change, by the form's fields.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Turns(pub BTreeMap<String, Turn>);

/// A proposal, ready to be written.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// What shall change.
    pub turns: Turns,
    /// Why.
    pub reason: String,
}

/// What a card says, by the form's fields, where that is no longer what a proposal began from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moved(BTreeMap<String, String>);

/// A line of a proposal, in words.
#[derive(Debug, Clone)]
pub struct TurnLine {
    /// The field's name.
    pub name: String,
    /// What the card said.
    pub from: String,
    /// What it says meanwhile, where that is something else.
    pub now: Option<String>,
    /// What it shall say.
    pub to: String,
}

/// What a form would write for a card.
fn typed(content: &Content, catalog: &Catalog) -> BTreeMap<String, String> {
    let mut tags = content.tags.clone();
    tags.sort();
    let mut fields = BTreeMap::from([
        ("title".to_owned(), content.title.clone()),
        ("description".to_owned(), content.description.clone()),
        ("brand".to_owned(), content.brand.clone()),
        ("gtin".to_owned(), content.gtin.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("tags".to_owned(), tags.join(", ")),
    ]);
    for (id, value) in &content.values {
        if let Some(attribute) = catalog.attribute(*id) {
            fields.insert(field_of(attribute), value.typed(attribute, Lang::En));
        }
    }
    fields
}

impl Proposal {
    /// Reads the form over a card; nothing when something is wrong or nothing would change.
    pub fn parse(form: &mut Form, desk: &super::Desk, catalog: &Catalog, lang: Lang) -> Option<Self> {
        let input = ListingInput::parse_words(form, desk, catalog, true, lang);
        let reason = form.text("reason", 1, REASON, "card-change-why-missing");
        if form.has_errors() {
            return None;
        }
        let turns = Turns::between(&desk.content, &input.applied(&desk.content), catalog);
        if turns.0.is_empty() {
            form.fail("", FieldError::new("card-change-nothing"));
            return None;
        }
        Some(Self { turns, reason: reason? })
    }

    /// Puts it before staff. False when the card is not shared, or a proposal of this shop waits already.
    pub fn file(&self, tx: &mut Tx<'_>, product: ProductId, shop: ShopId, user: UserId) -> QueryResult<bool> {
        let owner: Option<ShopId> = products::table.find(product).select(products::owner_shop_id).first(&mut **tx)?;
        if owner.is_some() {
            return Ok(false);
        }
        use card_changes as c;
        let change = serde_json::to_value(&self.turns).map_err(|error| diesel::result::Error::SerializationError(error.into()))?;
        let row = (c::product_id.eq(product), c::shop_id.eq(shop), c::user_id.eq(user), c::reason.eq(&self.reason), c::change.eq(change));
        Ok(diesel::insert_into(c::table).values(row).on_conflict_do_nothing().execute(&mut **tx)? > 0)
    }
}

impl Turns {
    /// What two readings of a card differ in.
    fn between(before: &Content, after: &Content, catalog: &Catalog) -> Self {
        let (before, after) = (typed(before, catalog), typed(after, catalog));
        let names: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        let said = |fields: &BTreeMap<String, String>, name: &str| fields.get(name).cloned().unwrap_or_default();
        let turn = |name: &String| (name.clone(), Turn { from: said(&before, name), to: said(&after, name) });
        Self(names.into_iter().map(turn).filter(|(_, turn)| turn.from != turn.to).collect())
    }

    /// Where a card says something else now than what shall change.
    fn moved(&self, now: &Content, catalog: &Catalog) -> Moved {
        let mut now = typed(now, catalog);
        let said = self.0.iter().map(|(name, turn)| (name.clone(), now.remove(name).unwrap_or_default(), turn));
        Moved(said.filter(|(_, now, turn)| *now != turn.from).map(|(name, now, _)| (name, now)).collect())
    }

    /// In words of a language; the words of the fields come first.
    pub fn lines(&self, moved: &Moved, catalog: &Catalog, category: crate::kernel::CategoryId, locale: Locale) -> Vec<TurnLine> {
        let wanted = catalog.wanted(category);
        let now = |name: &String| moved.0.get(name).map(String::as_str);
        let by_code = |name: &str| wanted.iter().map(|(attribute, _)| *attribute).find(|attribute| field_of(attribute) == name);
        let line = |(name, turn): (&String, &Turn)| match (name.as_str(), by_code(name)) {
            (_, Some(attribute)) => TurnLine {
                name: attribute.name(locale.lang()).to_owned(),
                from: value_in_words(&turn.from, attribute, locale),
                now: now(name).map(|now| value_in_words(now, attribute, locale)),
                to: value_in_words(&turn.to, attribute, locale),
            },
            (field, None) => TurnLine {
                name: locale.t(key_of(field)).to_owned(),
                from: turn.from.clone(),
                now: now(name).map(str::to_owned),
                to: turn.to.clone(),
            },
        };
        self.0.iter().map(line).collect()
    }

    /// As changes that can be saved; what cannot be read any more is left out.
    fn input(&self, catalog: &Catalog, category: crate::kernel::CategoryId) -> ListingInput {
        let to = |name: &str| self.0.get(name).map(|turn| turn.to.clone());
        let wanted = catalog.wanted(category).into_iter();
        let values = wanted.filter_map(|(attribute, _)| {
            let value = parse_value(&to(&field_of(attribute))?, attribute, false, Lang::En).ok()?;
            Some((attribute.id, value))
        });
        ListingInput {
            title: to("title"),
            description: to("description"),
            brand: to("brand"),
            gtin: to("gtin").and_then(|text| parse_gtin(&text).ok()),
            tags: to("tags").and_then(|text| parse_tags(&text).ok()),
            values: values.collect(),
            ..ListingInput::default()
        }
    }
}

fn key_of(field: &str) -> &'static str {
    match field {
        "title" => "listing-title",
        "description" => "listing-description",
        "brand" => "listing-brand",
        "gtin" => "listing-gtin",
        "tags" => "listing-tags",
        _ => "listing-values",
    }
}

fn value_in_words(typed: &str, attribute: &Attribute, locale: Locale) -> String {
    let value = parse_value(typed, attribute, false, Lang::En).ok().flatten();
    value.map(|value| value.say(attribute, locale)).unwrap_or_default()
}

/// A proposal that was made.
#[derive(Debug, Clone, Queryable)]
pub struct Change {
    /// Which.
    pub id: ChangeId,
    /// About which card.
    pub product: ProductId,
    /// The card's title now.
    pub title: String,
    /// The card's address words.
    pub slug: String,
    /// Where the card stands.
    pub category: crate::kernel::CategoryId,
    /// Who proposed it.
    pub shop: ShopId,
    /// Its name.
    pub shop_name: String,
    /// Which person.
    pub user: UserId,
    /// Why.
    pub reason: String,
    change: serde_json::Value,
    /// How far it came.
    pub state: ChangeState,
    /// What staff said.
    pub note: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was decided.
    pub decided_at: Option<DateTime<Utc>>,
    found: Option<serde_json::Value>,
    changed_at: DateTime<Utc>,
}

#[rustfmt::skip]
type Columns = (
    card_changes::id, card_changes::product_id, products::title, products::slug, products::category_id, card_changes::shop_id, shops::name,
    card_changes::user_id, card_changes::reason, card_changes::change, card_changes::state, card_changes::note, card_changes::created_at,
    card_changes::decided_at, card_changes::found, products::updated_at,
);

#[rustfmt::skip]
const COLUMNS: Columns = (
    card_changes::id, card_changes::product_id, products::title, products::slug, products::category_id, card_changes::shop_id, shops::name,
    card_changes::user_id, card_changes::reason, card_changes::change, card_changes::state, card_changes::note, card_changes::created_at,
    card_changes::decided_at, card_changes::found, products::updated_at,
);

/// What became of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// Done.
    Done,
    /// Somebody was quicker.
    Already,
    /// Another shared card has that number.
    Taken(ProductId),
    /// The card says something else than what the decider had before them.
    Moved,
}

impl Change {
    /// One proposal.
    pub fn find(conn: &mut PgConnection, id: ChangeId) -> QueryResult<Self> {
        let joined = card_changes::table.inner_join(products::table).inner_join(shops::table.on(shops::id.eq(card_changes::shop_id)));
        joined.filter(card_changes::id.eq(id)).select(COLUMNS).first(conn)
    }

    /// The oldest that wait, after this one.
    pub fn waiting(conn: &mut PgConnection, after: Option<i64>) -> QueryResult<Keyed<Self>> {
        let joined = card_changes::table.inner_join(products::table).inner_join(shops::table.on(shops::id.eq(card_changes::shop_id)));
        let open = joined.filter(card_changes::state.eq(ChangeState::Open)).filter(card_changes::id.gt(ChangeId(after.unwrap_or(0))));
        let rows = open.select(COLUMNS).order(card_changes::id).limit(PAGE as i64 + 1).load(conn)?;
        Ok(cut_page(rows, PAGE, |change: &Self| change.id.0))
    }

    /// A card's history, newest first, before this one.
    pub fn of_card(conn: &mut PgConnection, product: ProductId, before: Option<i64>) -> QueryResult<Keyed<Self>> {
        let joined = card_changes::table.inner_join(products::table).inner_join(shops::table.on(shops::id.eq(card_changes::shop_id)));
        let own = joined.filter(card_changes::product_id.eq(product)).filter(card_changes::id.lt(ChangeId(before.unwrap_or(i64::MAX))));
        let rows = own.select(COLUMNS).order(card_changes::id.desc()).limit(PAGE as i64 + 1).load(conn)?;
        Ok(cut_page(rows, PAGE, |change: &Self| change.id.0))
    }

    /// A shop's last proposal about a card.
    pub fn of_shop(conn: &mut PgConnection, product: ProductId, shop: ShopId) -> QueryResult<Option<Self>> {
        let joined = card_changes::table.inner_join(products::table).inner_join(shops::table.on(shops::id.eq(card_changes::shop_id)));
        let own = joined.filter(card_changes::product_id.eq(product)).filter(card_changes::shop_id.eq(shop));
        own.select(COLUMNS).order(card_changes::id.desc()).first(conn).optional()
    }

    /// What shall change.
    pub fn turns(&self) -> Turns {
        serde_json::from_value(self.change.clone()).unwrap_or_default()
    }

    /// Whether it waits.
    pub fn is_open(&self) -> bool {
        self.state == ChangeState::Open
    }

    /// The card's version, for the form.
    pub fn seen(&self) -> i64 {
        self.changed_at.timestamp_micros()
    }

    /// Where the card moved on since this was proposed: to what it says now, or said when this was accepted.
    pub fn moved(&self, conn: &mut PgConnection, catalog: &Catalog) -> QueryResult<Moved> {
        match &self.found {
            Some(found) => Ok(serde_json::from_value(found.clone()).unwrap_or_default()),
            None if self.is_open() => Ok(self.turns().moved(&Content::of_product(conn, self.product)?, catalog)),
            None => Ok(Moved::default()),
        }
    }

    /// The card says so from now on. `seen` is the card's version that the decider had before them: nothing newer is written over unseen.
    pub fn accept(&self, tx: &mut Tx<'_>, staff: UserId, (note, seen): (&str, i64), catalog: &Catalog) -> QueryResult<Decided> {
        let card = products::table.find(self.product).select(products::updated_at).for_update();
        if self.is_open() && card.first::<DateTime<Utc>>(&mut **tx)?.timestamp_micros() != seen {
            return Ok(Decided::Moved);
        }
        let before = Content::of_product(tx, self.product)?;
        let (input, moved) = (self.turns().input(catalog, before.category), self.turns().moved(&before, catalog));
        if let Some(Some(gtin)) = &input.gtin
            && let Some(twin) = Twin::find(tx, gtin)?.filter(|twin| twin.product != self.product)
        {
            return Ok(Decided::Taken(twin.product));
        }
        if !self.decide(tx, staff, (ChangeState::Accepted, note), &moved)? {
            return Ok(Decided::Already);
        }
        input.save_words(tx, self.product, &before, catalog)?;
        diesel::update(products::table.find(self.product)).set(products::updated_at.eq(diesel::dsl::now)).execute(&mut **tx)?;
        Ok(Decided::Done)
    }

    /// The card stays as it is.
    pub fn reject(&self, tx: &mut Tx<'_>, staff: UserId, note: &str) -> QueryResult<Decided> {
        Ok(if self.decide(tx, staff, (ChangeState::Rejected, note), &Moved::default())? { Decided::Done } else { Decided::Already })
    }

    fn decide(&self, tx: &mut Tx<'_>, staff: UserId, (state, note): (ChangeState, &str), moved: &Moved) -> QueryResult<bool> {
        use card_changes as c;
        let found = (!moved.0.is_empty()).then(|| serde_json::to_value(moved)).transpose();
        let found = found.map_err(|error| diesel::result::Error::SerializationError(error.into()))?;
        let open = c::table.find(self.id).filter(c::state.eq(ChangeState::Open));
        let said = (c::state.eq(state), c::staff_id.eq(staff), c::note.eq(note), c::decided_at.eq(diesel::dsl::now), c::found.eq(found));
        Ok(diesel::update(open).set(said).execute(&mut **tx)? > 0)
    }
}
