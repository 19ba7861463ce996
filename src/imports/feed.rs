//! A shop's list for partners, in YML: what is on sale now. Made at most every ten minutes, and sent as it was made until then.

use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::Path;
use std::time::{Duration, SystemTime};

use chrono::SecondsFormat;
use diesel::prelude::*;

use super::export::Sold;
use super::file::{Feed, Offer, YmlWriter};
use super::home::Home;
use super::work::Stopped;
use crate::catalog::Catalog;
use crate::db::DbError;
use crate::i18n::{Locale, Named};
use crate::kernel::{KZ, ListingId, now};
use crate::listings::{Condition, Parts};
use crate::shops::Shop;

/// A list is as old as this at most.
pub const FRESH: Duration = Duration::from_secs(600);

/// The shop's list, made anew if the last one is old.
pub fn feed(home: &Home, shop: &Shop, base_url: &str) -> Result<File, Stopped> {
    let folder = home.var.join("feeds");
    let path = folder.join(format!("{}.yml", shop.id));
    if let Some(file) = fresh(&path)? {
        return Ok(file);
    }
    fs::create_dir_all(&folder)?;
    let beside = folder.join(format!("{}.part", uuid::Uuid::new_v4().simple()));
    let written = home.db.read_here(|conn| -> Result<_, Stopped> {
        home.shelf.refresh(conn).map_err(DbError::from)?;
        write(conn, shop, &home.shelf.now(), base_url, BufWriter::new(File::create(&beside)?))
    });
    match written {
        Ok(()) => fs::rename(&beside, &path)?,
        Err(error) => {
            fs::remove_file(&beside)?;
            return Err(error);
        }
    }
    Ok(File::open(&path)?)
}

fn fresh(path: &Path) -> io::Result<Option<File>> {
    match File::open(path) {
        Ok(file) => Ok((file.metadata()?.modified()? > SystemTime::now() - FRESH).then_some(file)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn write(conn: &mut PgConnection, shop: &Shop, catalog: &Catalog, base_url: &str, out: impl io::Write) -> Result<(), Stopped> {
    let date = now().with_timezone(&KZ).to_rfc3339_opts(SecondsFormat::Secs, true);
    let url = format!("{base_url}/shops/{}", shop.slug);
    let head = Feed { name: &shop.name, company: &shop.name, url: &url, date: &date };
    let node =
        |node: &'_ crate::catalog::Category| (i64::from(node.id.0), node.parent.map(|up| i64::from(up.0)), node.name(shop.lang).to_owned());
    let categories: Vec<_> = catalog.categories.iter().map(node).collect();
    let mut yml = YmlWriter::new(out, &head, categories.iter().map(|(id, up, name)| (*id, *up, name.as_str())))?;
    let mut after = ListingId(0);
    loop {
        let page = Sold::page(conn, shop.id, after, true).map_err(DbError::from)?;
        let Some(last) = page.last() else { break };
        after = last.id;
        let parts = Parts::of(conn, &page.iter().map(|sold| sold.product).collect::<Vec<_>>()).map_err(DbError::from)?;
        for sold in &page {
            offer(&mut yml, sold, parts.get(&sold.product), (catalog, Locale::new(shop.lang), base_url))?;
        }
    }
    yml.finish()?;
    Ok(())
}

fn offer(
    yml: &mut YmlWriter<impl io::Write>,
    sold: &Sold,
    parts: Option<&Parts>,
    (catalog, locale, base_url): (&Catalog, Locale, &str),
) -> io::Result<()> {
    let said = |(id, value): &(_, crate::listings::Value)| {
        let attribute = catalog.attribute(*id)?;
        Some((attribute.name(locale.lang()).to_owned(), value.say(attribute, locale)))
    };
    let values: Vec<(String, String)> = parts.map(|parts| parts.values.iter().filter_map(said).collect()).unwrap_or_default();
    yml.offer(&Offer {
        id: &sold.id.to_string(),
        available: true,
        url: &format!("{base_url}/p/{}-{}?listing={}", sold.product, sold.slug, sold.id),
        name: &sold.title,
        price: sold.price.whole(),
        old_price: sold.old_price.map(|price| price.whole()),
        category: i64::from(sold.category.0),
        brand: &sold.brand,
        gtin: &sold.gtin.as_ref().map(ToString::to_string).unwrap_or_default(),
        description: sold.description.as_deref().unwrap_or_default(),
        pictures: &parts.map(|parts| parts.pictures(base_url)).unwrap_or_default(),
        values: &values,
        stock: sold.on_hand - sold.reserved,
        used: sold.condition == Condition::Used,
    })
}
