//! Reading a list offer by offer.

use std::io::Read;

use super::super::columns::Field;
use super::super::error::{Problem, Refusal, RowError};
use super::super::limits::Limits;
use super::super::table::{Row, Table};
use super::super::xml::{Piece, Tag, Xml};
use super::categories::Categories;
use super::offer::OfferDraft;

/// So many elements say all there is to say about one good.
const ELEMENTS: usize = 500;

/// Opens a list. Its columns are always the same: [`Field::ALL`] by their codes.
pub(in super::super) fn open(input: impl Read + Send + 'static, limits: Limits) -> Table {
    let offers = Offers { xml: Xml::new(Box::new(input), limits), categories: Categories::default(), limits, line: 0, over: false };
    Table { header: Field::ALL.iter().map(|field| field.code().to_owned()).collect(), rows: Box::new(offers) }
}

/// Reads offer after offer.
struct Offers {
    xml: Xml,
    categories: Categories,
    limits: Limits,
    line: u64,
    over: bool,
}

impl Offers {
    /// The next offer; nothing at the end.
    fn read(&mut self) -> Result<Option<Result<Row, RowError>>, Refusal> {
        loop {
            match self.xml.next()? {
                Piece::Open(tag) if tag.is("offer") => {
                    if self.line == self.limits.rows {
                        return Err(Refusal::TooLarge);
                    }
                    self.line += 1;
                    return self.offer(&tag).map(Some);
                }
                Piece::Open(tag) if tag.is("category") => {
                    let (id, parent) = (tag.attribute("id").unwrap_or_default(), tag.attribute("parentId"));
                    let name = self.text("category")?.0;
                    self.categories.add(id, parent, &name);
                }
                Piece::End if self.xml.depth() > 0 => return Err(Refusal::Broken),
                // some other kind of XML
                Piece::End if self.line == 0 => return Err(Refusal::Unknown),
                Piece::End => return Ok(None),
                _ => {}
            }
        }
    }

    fn offer(&mut self, tag: &Tag) -> Result<Result<Row, RowError>, Refusal> {
        let depth = self.xml.depth() - 1;
        let (mut offer, mut elements) = (OfferDraft::new(tag), 0);
        loop {
            match self.xml.next()? {
                Piece::Open(tag) => {
                    elements += 1;
                    if self.element(&tag, &mut offer, elements)? {
                        break;
                    }
                }
                Piece::Close(name) if name == "offer" => break,
                Piece::Fault => offer.problem = Some(Problem::new("import-row-broken")),
                Piece::End => return Err(Refusal::Broken),
                _ => {}
            }
        }
        self.xml.set_depth(depth);
        Ok(offer.finish(self.line, &self.categories))
    }

    /// Reads one element of an offer; whether the offer itself was closed meanwhile.
    fn element(&mut self, tag: &Tag, offer: &mut OfferDraft, elements: usize) -> Result<bool, Refusal> {
        offer.hear(tag);
        let name = tag.name();
        // these only hold others
        if matches!(name.as_str(), "availabilities" | "cityprices" | "condition" | "outlets" | "delivery-options") {
            return Ok(false);
        }
        if elements > ELEMENTS {
            offer.problem = Some(Problem::new("import-row-large").with("max", ELEMENTS));
            return Ok(false);
        }
        let (text, closed_by) = self.text(&name)?;
        if text.len() > self.limits.cell {
            offer.problem = Some(Problem::new("import-cell-long").with("max", self.limits.cell));
        } else {
            offer.say(&name, tag.attribute("name").map(|name| (name, tag.attribute("unit"))), &text);
        }
        if closed_by != name {
            offer.problem = Some(Problem::new("import-row-broken"));
        }
        Ok(closed_by == "offer")
    }

    /// The text up to the end of an element (or of its offer, when its own end is missing), tags within it left out.
    fn text(&mut self, element: &str) -> Result<(String, String), Refusal> {
        let mut text = String::new();
        loop {
            match self.xml.next()? {
                Piece::Text(more) if text.len() <= self.limits.cell => text.push_str(&more),
                Piece::Close(name) if name == element || matches!(name.as_str(), "offer" | "offers" | "categories") => {
                    return Ok((text, name));
                }
                Piece::Fault => text.push('\u{fffd}'),
                Piece::End => return Err(Refusal::Broken),
                _ => {}
            }
        }
    }
}

impl Iterator for Offers {
    type Item = Result<Row, RowError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        let row = self.read();
        self.over = !matches!(row, Ok(Some(_)));
        row.unwrap_or_else(|refusal| Some(Err(RowError::end(self.line + 1, refusal))))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::super::super::columns::guess;
    use super::super::super::draft::Draft;
    use super::*;
    use crate::listings::Condition;

    fn drafts(text: &str) -> Vec<Result<Draft, Vec<&'static str>>> {
        let table = open(Cursor::new(text.to_owned().into_bytes()), Limits::default());
        let columns = guess(&table.header, |_| false);
        let keys = |problems: Vec<Problem>| problems.iter().map(|problem| problem.key).collect();
        table
            .rows
            .map(|row| row.map_err(|error| vec![error.problem.key]).and_then(|row| Draft::parse(&row, &columns).map_err(keys)))
            .collect()
    }

    #[test]
    fn a_yandex_list_is_read() {
        let list = r#"<?xml version="1.0"?><!DOCTYPE yml_catalog SYSTEM "shops.dtd"><yml_catalog><shop><name>Лавка</name>
            <categories><category id="1">Дом</category><category id="5" parentId="1">Чайники</category></categories><offers>
            <offer id="A-1" available="true"><name>Чайник "Самал" &amp; крышка</name><price>12990</price><oldprice>15990</oldprice><currencyId>KZT</currencyId>
            <categoryId>5</categoryId><vendor>Самал</vendor><barcode>4006381333931</barcode><count>7</count><picture>https://x/a.jpg</picture>
            <picture>https://x/b.jpg</picture><param name="Объём" unit="л">1,7</param><condition type="preowned"><quality>good</quality></condition>
            <description><![CDATA[<p>Белый</p>]]></description></offer>
            <offer id="A-2" available="false"><typePrefix>Чайник</typePrefix><vendor>Самал</vendor><model>X 200</model><price>500</price></offer>
            </offers></shop></yml_catalog>"#;
        let found = drafts(list);
        assert_eq!(found.len(), 2);
        let Ok(first) = &found[0] else { return assert!(found[0].is_ok()) };
        assert_eq!((first.sku.as_deref(), first.title.as_deref()), (Some("A-1"), Some("Чайник \"Самал\" & крышка")));
        assert_eq!(
            (first.price, first.old_price, first.stock, first.condition),
            (Some(12_990), Some(15_990), Some(7), Some(Condition::Used))
        );
        assert_eq!((first.category.as_deref(), first.description.as_deref()), (Some("Дом > Чайники"), Some("Белый")));
        assert_eq!((first.values.as_slice(), first.pictures.len()), (&[("Объём".to_owned(), "1,7 л".to_owned())][..], 2));
        assert_eq!(found[1].as_ref().map(|draft| (draft.title.as_deref(), draft.stock)), Ok((Some("Чайник Самал X 200"), Some(0))));
    }

    #[test]
    fn a_kaspi_list_is_read() {
        let list = r#"<kaspi_catalog xmlns="kaspiShopping"><company>L</company><offers><offer sku="77"><model>Чайник Самал X 200</model><brand>Самал</brand>
            <availabilities><availability available="yes" storeId="PP1" stockCount="3.0"/><availability available="no" storeId="PP2" stockCount="2"/></availabilities>
            <cityprices><cityprice cityId="750000000">8990</cityprice></cityprices></offer></offers></kaspi_catalog>"#;
        let found = drafts(list);
        let draft =
            found[0].as_ref().map(|draft| (draft.sku.as_deref(), draft.title.as_deref(), draft.price, draft.stock, draft.brand.as_deref()));
        assert_eq!(draft, Ok((Some("77"), Some("Чайник Самал X 200"), Some(8990), Some(5), Some("Самал"))));
    }

    #[test]
    fn a_bad_offer_does_not_end_the_list() {
        let good = "<offer id='1'><name>Чайник Самал</name><price>5</price></offer>";
        let list = format!(
            "<yml_catalog><offers>{good}<offer id='2'><name>Чайник</offer>{good}<offer id='3'><name>a</b></name></offer>{good}\
             <offer id='4'><name>Чайник Самал</name><price>5</price><currencyId>USD</currencyId></offer>{good}</offers></yml_catalog>"
        );
        let found: Vec<_> = drafts(&list).into_iter().map(|draft| draft.map(|draft| draft.price).map_err(|keys| keys[0])).collect();
        let (good, broken) = (Ok(Some(5)), Err("import-row-broken"));
        assert_eq!(found, [good, broken, good, Err("listing-title-short"), good, Err("import-currency"), good]);
        let many = format!(
            "<a><offers>{}{}</offers></a>",
            "<offer><name>x</offer>".repeat(100),
            "<offer><name>Чайник Самал</name><price>5</price></offer>"
        );
        assert_eq!(drafts(&many).last().map(Result::is_ok), Some(true));
    }

    #[test]
    fn entity_bombs_and_depth_stop_at_once_and_a_cut_list_says_so() {
        let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><yml_catalog><offers><offer id='1'><name>&b;</name></offer>";
        assert_eq!(drafts(bomb), [Err(vec!["import-file-entities"])]);
        let outside = "<yml_catalog><offers><offer id='1'><name>&xxe;</name></offer>";
        assert_eq!(drafts(outside), [Err(vec!["import-file-entities"])]);
        assert_eq!(drafts(&"<a>".repeat(100_000)), [Err(vec!["import-file-deep"])]);
        assert_eq!(drafts("<yml_catalog><offers><offer id='1'><na"), [Err(vec!["import-file-broken"])]);
        assert_eq!(drafts("<yml_catalog><offers>"), [Err(vec!["import-file-broken"])]);
        assert_eq!(drafts("<rss><item/></rss>"), [Err(vec!["import-file-unknown"])]);
    }
}
