//! The map for search engines: an index, the fixed pages and shops, and products by ranges of ids, so that no part is ever too long.

use std::fmt::Write;

use diesel::dsl::max;
use diesel::prelude::*;

use super::browse::FILTERS;
use super::help;
use crate::catalog::Catalog;
use crate::listings::ListingState;
use crate::schema::{listings, products, shops};
use crate::shops::ShopState;

/// Ids in one part.
pub const PART: i64 = 20_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const SCHEMA: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The index: which parts there are.
pub fn index(conn: &mut PgConnection, base_url: &str) -> QueryResult<String> {
    let mut xml = format!("{HEAD}<sitemapindex xmlns=\"{SCHEMA}\">\n<sitemap><loc>{base_url}/sitemap/pages.xml</loc></sitemap>\n");
    for part in 0..=last(conn)? / PART {
        let _ = writeln!(xml, "<sitemap><loc>{base_url}/sitemap/products-{part}.xml</loc></sitemap>");
    }
    Ok(xml + "</sitemapindex>\n")
}

/// The latest product's id.
fn last(conn: &mut PgConnection) -> QueryResult<i64> {
    Ok(products::table.select(max(products::id)).first::<Option<i64>>(conn)?.unwrap_or(0))
}

/// The fixed pages, categories and shops.
pub fn pages(conn: &mut PgConnection, base_url: &str, catalog: &Catalog) -> QueryResult<String> {
    let open = shops::table.filter(shops::state.eq(ShopState::Open)).order(shops::id.desc()).limit(PART);
    let shops: Vec<String> = open.select(shops::slug).load(conn)?;
    let fixed = ["/".to_owned(), "/c".to_owned()].into_iter();
    let categories = catalog.categories.iter().map(|category| format!("/c/{}", category.slug));
    let help = help::PAGES.iter().map(|page| format!("/help/{page}"));
    let shops = shops.iter().map(|slug| format!("/shops/{slug}"));
    Ok(urls(base_url, fixed.chain(categories).chain(help).chain(shops).map(|path| (path, None))))
}

/// The products of one part that are on sale; nothing when there is no such part.
pub fn products(conn: &mut PgConnection, base_url: &str, part: i64) -> QueryResult<Option<String>> {
    let Some(from) = part.checked_mul(PART).filter(|from| *from >= 0) else { return Ok(None) };
    let rows: Vec<(i64, String, chrono::DateTime<chrono::Utc>)> = listings::table
        .inner_join(products::table)
        .inner_join(shops::table)
        .filter(listings::state.eq(ListingState::Active))
        .filter(shops::state.eq(ShopState::Open))
        .filter(products::id.ge(from))
        .filter(products::id.lt(from.saturating_add(PART)))
        .order(products::id)
        .distinct_on(products::id)
        .select((products::id, products::slug, products::updated_at))
        .load(conn)?;
    // a part where everything is sold is still one; behind the last there is none
    if rows.is_empty() && from > last(conn)? {
        return Ok(None);
    }
    let paths = rows.into_iter().map(|(id, slug, at)| (format!("/p/{id}-{slug}"), Some(at.date_naive())));
    Ok(Some(urls(base_url, paths)))
}

fn urls(base_url: &str, paths: impl Iterator<Item = (String, Option<chrono::NaiveDate>)>) -> String {
    let mut xml = format!("{HEAD}<urlset xmlns=\"{SCHEMA}\">\n");
    for (path, day) in paths {
        let _ = write!(xml, "<url><loc>{base_url}{path}</loc>");
        if let Some(day) = day {
            let _ = write!(xml, "<lastmod>{day}</lastmod>");
        }
        xml.push_str("</url>\n");
    }
    xml + "</urlset>\n"
}

/// What robots may read: everything that is for everybody, without the endless variety of filters.
pub fn robots(base_url: &str) -> String {
    let mut text = String::from("User-agent: *\n");
    for prefix in ["", "/kk", "/en"] {
        for path in [
            "/cart",
            "/checkout",
            "/compare",
            "/favorites",
            "/searches",
            "/login",
            "/register",
            "/recover",
            "/me",
            "/orders",
            "/purchases",
            "/sell",
            "/moderation",
            "/report",
            "/search",
        ] {
            let _ = writeln!(text, "Disallow: {prefix}{path}");
        }
    }
    for field in FILTERS {
        let _ = writeln!(text, "Disallow: /*?*{field}=");
    }
    let _ = writeln!(text, "Disallow: /*?*a.");
    let _ = writeln!(text, "\nSitemap: {base_url}/sitemap.xml");
    text
}
