//! A shop's listings as a table, which can be imported again.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufWriter};
use std::path::Path;

use diesel::prelude::*;

use super::errors::label;
use super::file::{Cell, CsvWriter, Field, TableWriter, XlsxWriter};
use super::matching::Matching;
use super::places::path;
use crate::catalog::Catalog;
use crate::i18n::{Locale, Named};
use crate::kernel::{CategoryId, Gtin, ListingId, Money, ProductId, ShopId};
use crate::listings::{Condition, ListingState, Parts};
use crate::schema::{listings, product_texts, products, stocks};
use crate::web::nameless_file;

/// Rows that are held at once.
const PAGE: i64 = 500;

/// The kinds of tables that go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFile {
    /// Text with separators.
    Csv,
    /// A workbook.
    Xlsx,
}

impl TableFile {
    /// By the ending of an address.
    pub fn parse(ending: &str) -> Option<Self> {
        match ending {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }

    /// Its media type.
    pub const fn media(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// The ending of its name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }
}

/// Writes a table into a file without a name; `fill` writes its rows.
pub fn write_table<E: From<io::Error>>(
    var: &Path,
    kind: TableFile,
    fill: impl FnOnce(&mut dyn TableWriter) -> Result<(), E>,
) -> Result<File, E> {
    let mut target = nameless_file(&var.join("spool"))?;
    let mut out: Box<dyn TableWriter + '_> = match kind {
        TableFile::Csv => Box::new(CsvWriter::new(BufWriter::new(&mut target))?),
        TableFile::Xlsx => Box::new(XlsxWriter::new(&mut target)?),
    };
    fill(&mut *out)?;
    out.finish()?;
    Ok(target)
}

/// One listing with its card's own words.
#[derive(Debug, Clone, Queryable)]
pub struct Sold {
    /// The listing.
    pub id: ListingId,
    /// Its card.
    pub product: ProductId,
    /// The shop's own number.
    pub sku: Option<String>,
    /// Where it stands.
    pub category: CategoryId,
    /// The price.
    pub price: Money,
    /// A former price.
    pub old_price: Option<Money>,
    /// New or used.
    pub condition: Condition,
    /// Its state.
    pub state: ListingState,
    /// The title.
    pub title: String,
    /// Its address words.
    pub slug: String,
    /// The maker.
    pub brand: String,
    /// Its number.
    pub gtin: Option<Gtin>,
    /// The description.
    pub description: Option<String>,
    /// Pieces on the shelf.
    pub on_hand: i32,
    /// Pieces that are ordered.
    pub reserved: i32,
}

impl Sold {
    /// The next listings of a shop behind this one; only what is on sale, or everything but what is put away.
    pub fn page(conn: &mut PgConnection, shop: ShopId, after: ListingId, on_sale: bool) -> QueryResult<Vec<Self>> {
        use {listings as l, products as p};
        let joined = l::table.inner_join(p::table.left_join(product_texts::table)).inner_join(stocks::table);
        let columns = (
            (l::id, l::product_id, l::sku, l::category_id, l::price, l::old_price, l::condition, l::state),
            (p::title, p::slug, p::brand, p::gtin, product_texts::description.nullable(), stocks::on_hand, stocks::reserved),
        );
        let mut own = joined.filter(l::shop_id.eq(shop)).filter(l::id.gt(after)).select(columns).order(l::id).limit(PAGE).into_boxed();
        own = match on_sale {
            true => own.filter(l::state.eq(ListingState::Active)).filter(l::in_stock),
            false => own.filter(l::state.ne_all([ListingState::Archived, ListingState::Removed])),
        };
        Ok(own.load::<(Head, Tail)>(conn)?.into_iter().map(Self::of).collect())
    }

    fn of((head, tail): (Head, Tail)) -> Self {
        let (id, product, sku, category, price, old_price, condition, state) = head;
        let (title, slug, brand, gtin, description, on_hand, reserved) = tail;
        Self { id, product, sku, category, price, old_price, condition, state, title, slug, brand, gtin, description, on_hand, reserved }
    }
}

type Head = (ListingId, ProductId, Option<String>, CategoryId, Money, Option<Money>, Condition, ListingState);
type Tail = (String, String, String, Option<Gtin>, Option<String>, i32, i32);

/// Whose listings, for whom.
pub struct Export<'a> {
    /// The shop.
    pub shop: ShopId,
    /// The reader's voice.
    pub locale: Locale,
    /// The reference data.
    pub catalog: &'a Catalog,
    /// Where the site is.
    pub base_url: &'a str,
}

impl Export<'_> {
    /// Writes them all, some hundred at a time.
    pub fn write<E: From<io::Error> + From<diesel::result::Error>>(
        &self,
        conn: &mut PgConnection,
        out: &mut dyn TableWriter,
    ) -> Result<(), E> {
        let header: Vec<Cell<'_>> = Matching::fields().map(|field| Cell::Text(self.locale.t(label(field)))).collect();
        out.row(&[header, vec![Cell::Text(self.locale.t("import-column-state"))]].concat())?;
        let mut after = ListingId(0);
        loop {
            let page = Sold::page(conn, self.shop, after, false)?;
            let Some(last) = page.last() else { return Ok(()) };
            after = last.id;
            let parts = Parts::of(conn, &page.iter().map(|sold| sold.product).collect::<Vec<_>>())?;
            for sold in &page {
                self.row(sold, &parts, out)?;
            }
        }
    }

    fn row(&self, sold: &Sold, parts: &HashMap<ProductId, Parts>, out: &mut dyn TableWriter) -> io::Result<()> {
        let none = Parts::default();
        let parts = parts.get(&sold.product).unwrap_or(&none);
        let texts: HashMap<Field, String> = HashMap::from([
            (Field::Category, path(self.catalog, sold.category, self.locale.lang())),
            (Field::Gtin, sold.gtin.as_ref().map(Gtin::to_string).unwrap_or_default()),
            (Field::Tags, parts.tags.join(", ")),
            (Field::Values, self.values(parts)),
            (Field::Pictures, parts.pictures(self.base_url).join("\n")),
        ]);
        let cell = |field: Field| match field {
            Field::Sku => Cell::Text(sold.sku.as_deref().unwrap_or_default()),
            Field::Title => Cell::Text(&sold.title),
            Field::Description => Cell::Text(sold.description.as_deref().unwrap_or_default()),
            Field::Brand => Cell::Text(&sold.brand),
            Field::Price => Cell::Number(sold.price.whole()),
            Field::Stock => Cell::Number(i64::from(sold.on_hand)),
            Field::Condition => Cell::Text(self.locale.t(sold.condition.key())),
            other => Cell::Text(texts.get(&other).map_or("", String::as_str)),
        };
        let mut cells: Vec<Cell<'_>> = Matching::fields().map(cell).collect();
        cells.push(Cell::Text(self.locale.t(sold.state.key())));
        out.row(&cells)
    }

    /// A line for each characteristic.
    fn values(&self, parts: &Parts) -> String {
        let line = |(id, value): &(_, crate::listings::Value)| {
            let attribute = self.catalog.attribute(*id)?;
            Some(format!(
                "{}: {}",
                attribute.name(self.locale.lang()).replace(':', " "),
                value.say(attribute, self.locale).replace('\u{a0}', " ")
            ))
        };
        parts.values.iter().filter_map(line).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::super::file::{Column, guess};
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn what_is_exported_is_recognised_again_in_every_language() {
        for lang in Lang::ALL {
            let locale = Locale::new(*lang);
            let mut header: Vec<String> = Matching::fields().map(|field| locale.t(label(field)).to_owned()).collect();
            header.push(locale.t("import-column-state").to_owned());
            let mut wanted: Vec<Column> = Matching::fields().map(Column::Field).collect();
            wanted.push(Column::Skip);
            assert_eq!(guess(&header, |_| false), wanted, "{header:?}");
        }
    }
}
