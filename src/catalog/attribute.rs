//! Characteristics: typed, per category, inherited down the tree.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::i18n::{Lang, Named, Names};
use crate::kernel::{AttributeId, CategoryId, GroupId, OptionId, text_enum};
use crate::schema::{attribute_groups, attribute_options, attributes, category_attributes};

text_enum! {
    /// What kind of value a characteristic takes.
    pub enum AttributeKind {
        /// Free text.
        Text = "text",
        /// A number, perhaps with a unit.
        Number = "number",
        /// One of its options.
        Choice = "choice",
        /// Yes or no.
        Bool = "bool",
    }
}

/// A characteristic.
#[derive(Debug, Clone)]
pub struct Attribute {
    /// Its id.
    pub id: AttributeId,
    /// Its short name in forms and files.
    pub code: String,
    /// What kind of value it takes.
    pub kind: AttributeKind,
    /// Its name.
    pub names: Names,
    /// The unit of a number.
    pub unit: Option<Names>,
    /// What can be chosen.
    pub options: Vec<Choice>,
    /// The group it stands in.
    pub group: Option<GroupId>,
    /// Whether it may set variants of one thing apart: colour, size, storage.
    pub axis: bool,
}

/// A group of characteristics: screen, camera, size and weight.
#[derive(Debug, Clone)]
pub struct AttributeGroup {
    /// Its id.
    pub id: GroupId,
    /// Its name.
    pub names: Names,
}

/// One option of a characteristic.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Its id.
    pub id: OptionId,
    /// Its short name in forms and files.
    pub code: String,
    /// Its name.
    pub names: Names,
}

/// A characteristic as a category asks for it.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// Which.
    pub attribute: AttributeId,
    /// Whether a listing must have it.
    pub required: bool,
}

type Units = (Option<String>, Option<String>, Option<String>);
type Row = (AttributeId, String, AttributeKind, (String, String, String), Units, Option<GroupId>, bool);
type OptionRow = (OptionId, AttributeId, String, String, String, String);

impl Attribute {
    pub(super) fn all(conn: &mut PgConnection) -> QueryResult<HashMap<AttributeId, Self>> {
        let mut options: HashMap<AttributeId, Vec<Choice>> = HashMap::new();
        for (id, attribute, code, ru, kk, en) in Choice::rows(conn)? {
            options.entry(attribute).or_default().push(Choice { id, code, names: Names::new(&ru, &kk, &en) });
        }
        let columns = (
            attributes::id,
            attributes::code,
            attributes::kind,
            (attributes::name_ru, attributes::name_kk, attributes::name_en),
            (attributes::unit_ru, attributes::unit_kk, attributes::unit_en),
            attributes::group_id,
            attributes::is_axis,
        );
        let rows: Vec<Row> = attributes::table.select(columns).load(conn)?;
        let attribute = |(id, code, kind, (ru, kk, en), (unit_ru, unit_kk, unit_en), group, axis): Row| {
            let unit = unit_ru.zip(unit_kk).zip(unit_en).map(|((ru, kk), en)| Names::new(&ru, &kk, &en));
            let options = options.remove(&id).unwrap_or_default();
            (id, Self { id, code, kind, names: Names::new(&ru, &kk, &en), unit, options, group, axis })
        };
        Ok(rows.into_iter().map(attribute).collect())
    }

    /// The option with this code.
    pub fn option(&self, code: &str) -> Option<&Choice> {
        self.options.iter().find(|option| option.code == code)
    }
}

impl AttributeGroup {
    pub(super) fn all(conn: &mut PgConnection) -> QueryResult<Vec<Self>> {
        use attribute_groups as g;
        let rows: Vec<(GroupId, String, String, String)> =
            g::table.select((g::id, g::name_ru, g::name_kk, g::name_en)).order((g::position, g::id)).load(conn)?;
        Ok(rows.into_iter().map(|(id, ru, kk, en)| Self { id, names: Names::new(&ru, &kk, &en) }).collect())
    }
}

impl Choice {
    fn rows(conn: &mut PgConnection) -> QueryResult<Vec<OptionRow>> {
        use attribute_options as o;
        o::table
            .select((o::id, o::attribute_id, o::code, o::name_ru, o::name_kk, o::name_en))
            .order((o::attribute_id, o::position, o::id))
            .load(conn)
    }
}

impl Wanted {
    pub(super) fn all(conn: &mut PgConnection) -> QueryResult<HashMap<CategoryId, Vec<Self>>> {
        use category_attributes as c;
        let rows: Vec<(CategoryId, AttributeId, bool)> =
            c::table.select((c::category_id, c::attribute_id, c::required)).order((c::category_id, c::position)).load(conn)?;
        let mut wanted: HashMap<CategoryId, Vec<Self>> = HashMap::new();
        for (category, attribute, required) in rows {
            wanted.entry(category).or_default().push(Self { attribute, required });
        }
        Ok(wanted)
    }
}

impl Named for Attribute {
    fn name(&self, lang: Lang) -> &str {
        self.names.name(lang)
    }
}

impl Named for Choice {
    fn name(&self, lang: Lang) -> &str {
        self.names.name(lang)
    }
}
