//! Listings much like the one that is judged: the same thing put up again, by its own shop or by another.

use std::collections::HashSet;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text, Uuid};

use super::case::Case;
use crate::kernel::{ListingId, Money, PhotoId, ShopId};
use crate::listings::{ListingState, PhotoRef};

/// No more are shown.
const MOST: usize = 5;
/// Of a hundred words in two titles, so many are common to both.
const ALIKE: usize = 50;
/// From here on it is nearly the same title.
const TWIN: usize = 80;

/// A listing that resembles another.
#[derive(Debug, Clone, QueryableByName)]
pub struct Similar {
    /// Which.
    #[diesel(sql_type = BigInt)]
    pub id: ListingId,
    /// Its title.
    #[diesel(sql_type = Text)]
    pub title: String,
    /// Its price.
    #[diesel(sql_type = BigInt)]
    pub price: Money,
    /// Its state.
    #[diesel(sql_type = Text)]
    pub state: ListingState,
    /// Who sells it.
    #[diesel(sql_type = BigInt)]
    pub shop: ShopId,
    /// What that shop is called.
    #[diesel(sql_type = Text)]
    pub shop_name: String,
    #[diesel(sql_type = Nullable<Uuid>)]
    cover: Option<PhotoId>,
}

impl Similar {
    /// The ones with most words in common, the most alike first. The index finds candidates by any word of the title.
    pub fn to(conn: &mut PgConnection, case: &Case) -> QueryResult<Vec<Self>> {
        let found: Vec<Self> = diesel::sql_query(
            "SELECT l.id, p.title, l.price, l.state, l.shop_id AS shop, s.name AS shop_name, p.cover_id AS cover
             FROM (SELECT regexp_replace(plainto_tsquery('simple', $2)::text, '&|<->|<[0-9]+>', '|', 'g')::tsquery AS words) w
             JOIN products p ON to_tsvector('simple', p.title) @@ w.words JOIN listings l ON l.product_id = p.id JOIN shops s ON s.id = l.shop_id
             WHERE l.id <> $1 AND l.state <> 'draft'
             ORDER BY ts_rank(to_tsvector('simple', p.title), w.words) DESC, l.id DESC LIMIT 40",
        )
        .bind::<BigInt, _>(case.id)
        .bind::<Text, _>(&case.title)
        .load(conn)?;
        let mut alike: Vec<(usize, Self)> = found.into_iter().map(|one| (likeness(&case.title, &one.title), one)).collect();
        alike.retain(|(likeness, _)| *likeness >= ALIKE);
        alike.sort_by_key(|(likeness, one)| (std::cmp::Reverse(*likeness), one.shop != case.shop));
        Ok(alike.into_iter().take(MOST).map(|(_, one)| one).collect())
    }

    /// Whether the titles are nearly the same.
    pub fn is_twin(&self, title: &str) -> bool {
        likeness(title, &self.title) >= TWIN
    }

    /// The cover.
    pub fn photo(&self) -> Option<PhotoRef> {
        self.cover.map(PhotoRef::ready)
    }

    /// Whether staff sent it back or took it off.
    pub fn is_off(&self) -> bool {
        matches!(self.state, ListingState::Rejected | ListingState::Removed)
    }

    /// Whether it is on sale.
    pub fn is_on_sale(&self) -> bool {
        self.state == ListingState::Active
    }
}

/// How many of a hundred words in both titles are common to both.
fn likeness(one: &str, other: &str) -> usize {
    let (one, other) = (words(one), words(other));
    200 * one.intersection(&other).count() / (one.len() + other.len()).max(1)
}

fn words(title: &str) -> HashSet<String> {
    title.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_compared_by_their_words() {
        assert_eq!(likeness("Смартфон Orbit 12 Pro", "orbit 12 pro, смартфон!"), 100);
        assert_eq!(likeness("Orbit 12 Pro", "Чайник"), 0);
        assert_eq!(likeness("", ""), 0);
        assert!(likeness("Смартфон Orbit 12 Pro 256 ГБ, графит", "Смартфон Orbit 12 Pro 256 ГБ, небесный") >= TWIN);
        assert!(likeness("Смартфон Orbit 12 Pro", "Чехол для Orbit 12 Pro, синий") < TWIN);
    }
}
