//! Writing a list for partners, offer by offer.

use std::io::{self, Write};

use quick_xml::escape::escape;

/// Who offers.
#[derive(Debug, Clone, Copy)]
pub struct Feed<'a> {
    /// The shop's short name.
    pub name: &'a str,
    /// The company's name.
    pub company: &'a str,
    /// The shop's address on the web.
    pub url: &'a str,
    /// When the list was made, `2026-11-21T15:00+05:00`.
    pub date: &'a str,
}

/// What is offered.
#[derive(Debug, Clone, Copy)]
pub struct Offer<'a> {
    /// Its number; never changes.
    pub id: &'a str,
    /// Whether it can be bought now.
    pub available: bool,
    /// Its page.
    pub url: &'a str,
    /// Title.
    pub name: &'a str,
    /// Price in whole tenge.
    pub price: i64,
    /// The price before a discount.
    pub old_price: Option<i64>,
    /// The category's number in the list.
    pub category: i64,
    /// Brand, or empty.
    pub brand: &'a str,
    /// Trade item number, or empty.
    pub gtin: &'a str,
    /// Description, or empty.
    pub description: &'a str,
    /// Addresses of its photos.
    pub pictures: &'a [String],
    /// Characteristics.
    pub values: &'a [(String, String)],
    /// Pieces.
    pub stock: i32,
    /// Whether it was used before.
    pub used: bool,
}

/// Writes YML. The categories come first, all at once; then any number of offers.
pub struct YmlWriter<W> {
    out: W,
}

impl<W: Write> YmlWriter<W> {
    /// Begins a list. `categories` are number, number of the parent and name. Give it a writer with a buffer.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn new<'a>(mut out: W, feed: &Feed<'_>, categories: impl IntoIterator<Item = (i64, Option<i64>, &'a str)>) -> io::Result<Self> {
        write!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<yml_catalog date=\"{}\">\n<shop>\n", sound(feed.date))?;
        let mut yml = Self { out };
        yml.element("name", feed.name)?;
        yml.element("company", feed.company)?;
        yml.element("url", feed.url)?;
        write!(yml.out, "<currencies><currency id=\"KZT\" rate=\"1\"/></currencies>\n<categories>\n")?;
        for (id, parent, name) in categories {
            let parent = parent.map(|parent| format!(" parentId=\"{parent}\"")).unwrap_or_default();
            writeln!(yml.out, "<category id=\"{id}\"{parent}>{}</category>", sound(name))?;
        }
        write!(yml.out, "</categories>\n<offers>\n")?;
        Ok(yml)
    }

    /// Writes one offer.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn offer(&mut self, offer: &Offer<'_>) -> io::Result<()> {
        writeln!(self.out, "<offer id=\"{}\" available=\"{}\">", sound(offer.id), offer.available)?;
        self.element("url", offer.url)?;
        self.element("name", offer.name)?;
        self.element("price", &offer.price.to_string())?;
        self.element("oldprice", &offer.old_price.map(|price| price.to_string()).unwrap_or_default())?;
        self.element("currencyId", "KZT")?;
        self.element("categoryId", &offer.category.to_string())?;
        offer.pictures.iter().try_for_each(|picture| self.element("picture", picture))?;
        self.element("vendor", offer.brand)?;
        self.element("barcode", offer.gtin)?;
        self.element("description", offer.description)?;
        for (name, value) in offer.values {
            writeln!(self.out, "<param name=\"{}\">{}</param>", sound(name), sound(value))?;
        }
        self.element("count", &offer.stock.to_string())?;
        if offer.used {
            writeln!(self.out, "<condition type=\"preowned\"><quality>good</quality></condition>")?;
        }
        writeln!(self.out, "</offer>")
    }

    /// Ends the list.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn finish(mut self) -> io::Result<W> {
        write!(self.out, "</offers>\n</shop>\n</yml_catalog>\n")?;
        self.out.flush()?;
        Ok(self.out)
    }

    /// An element; none for an empty text.
    fn element(&mut self, name: &str, text: &str) -> io::Result<()> {
        if text.is_empty() { Ok(()) } else { writeln!(self.out, "<{name}>{}</{name}>", sound(text)) }
    }
}

/// A text as XML may hold it.
fn sound(text: &str) -> String {
    let keep = |c: &char| (!c.is_control() || matches!(c, '\n' | '\t')) && !matches!(c, '\u{fffe}' | '\u{ffff}');
    escape(text.chars().filter(keep).collect::<String>()).into_owned()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::super::super::{Draft, Limits, guess, open};
    use super::*;
    use crate::listings::Condition;

    #[test]
    fn what_is_written_is_read_again() -> Result<(), Box<dyn std::error::Error>> {
        let feed = Feed { name: "A&B", company: "ТОО «Самал»", url: "https://samal.example", date: "2026-01-01T00:00+05:00" };
        let mut yml = YmlWriter::new(Vec::new(), &feed, [(1, None, "Дом"), (2, Some(1), "Чай & кофе")])?;
        let values = [("Вес".to_owned(), "1; 2".to_owned()), ("Цвет".to_owned(), "а: б".to_owned())];
        let pictures = ["https://samal.example/a.webp".to_owned()];
        yml.offer(&Offer {
            id: "L1",
            available: true,
            url: "https://samal.example/p/1?a=1&b=2",
            name: "Чайник <Самал>\0 \"X\"",
            price: 5000,
            old_price: Some(7000),
            category: 2,
            brand: "",
            gtin: "4006381333931",
            description: "]]> & </offer>",
            pictures: &pictures,
            values: &values,
            stock: 3,
            used: true,
        })?;
        let table = open(Cursor::new(yml.finish()?), Limits::default())?;
        let columns = guess(&table.header, |_| false);
        let drafts: Vec<_> = table.rows.flatten().map(|row| Draft::parse(&row, &columns)).collect();
        let [Ok(draft)] = drafts.as_slice() else { return Err(format!("{drafts:?}").into()) };
        assert_eq!((draft.title.as_deref(), draft.price, draft.old_price), (Some("Чайник <Самал> \"X\""), Some(5000), Some(7000)));
        assert_eq!((draft.category.as_deref(), draft.stock, draft.condition), (Some("Дом > Чай & кофе"), Some(3), Some(Condition::Used)));
        assert_eq!((draft.values.as_slice(), draft.pictures.as_slice()), (&values[..], &pictures[..]));
        Ok(())
    }
}
