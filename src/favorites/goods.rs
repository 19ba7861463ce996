//! What stands in a list, as its page shows it, the viewer's marks included: two statements a page.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable, Text, Uuid};

use crate::catalog::Catalog;
use crate::i18n::Names;
use crate::kernel::{FavoriteListId, Money, PhotoId, ProductId};
use crate::listings::{CardRow, ListingCard, PhotoRef};
use crate::web::Marks;

/// Products on a page.
pub const PAGE: u32 = 24;

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    product: ProductId,
    #[diesel(sql_type = Text)]
    title: String,
    #[diesel(sql_type = Text)]
    slug: String,
    #[diesel(sql_type = Nullable<Uuid>)]
    cover: Option<PhotoId>,
    #[diesel(sql_type = Nullable<BigInt>)]
    price_then: Option<Money>,
    #[diesel(sql_type = Bool)]
    known: bool,
}

/// A favourite.
pub struct Goods {
    /// The product.
    pub product: ProductId,
    /// Its title; empty when it may not be shown any more.
    pub title: String,
    /// Its page; empty when it has none.
    pub path: String,
    /// Its cover.
    pub photo: Option<PhotoRef>,
    /// Its card, while it can be bought.
    pub card: Option<ListingCard>,
    /// How much cheaper it is than when the heart was set.
    pub cheaper: Option<Money>,
}

/// `$1` the list, `$2` and `$3` which page. Words that no moderator let through, or that staff took off, are not shown.
const STATEMENT: &str = "
SELECT f.product_id AS product, p.title, p.slug, p.cover_id AS cover, f.price_then,
       EXISTS (SELECT FROM listings k JOIN shops s ON s.id = k.shop_id WHERE k.product_id = p.id AND k.published_at IS NOT NULL
               AND k.state IN ('active', 'paused', 'expired', 'archived') AND s.state = 'open') AS known
FROM favorites f JOIN products p ON p.id = f.product_id
WHERE f.list_id = $1 ORDER BY f.added_at DESC, f.product_id DESC LIMIT $2 OFFSET $3";

impl Goods {
    /// One page of a list as the one with these marks sees it.
    pub fn page(
        conn: &mut PgConnection,
        (list, page): (FavoriteListId, u32),
        (catalog, marks): (&Catalog, &Marks),
    ) -> QueryResult<Vec<Self>> {
        let rows: Vec<Row> = diesel::sql_query(STATEMENT)
            .bind::<BigInt, _>(list)
            .bind::<BigInt, _>(i64::from(PAGE))
            .bind::<BigInt, _>(i64::from(page.saturating_sub(1)) * i64::from(PAGE))
            .load(conn)?;
        let products: Vec<ProductId> = rows.iter().map(|row| row.product).collect();
        let mut offers = ListingCard::best(conn, &products)?;
        let mut offer = |product| offers.iter().position(|offer| offer.1 == product).map(|at| offers.swap_remove(at));
        let goods = rows.into_iter().map(|row| (offer(row.product), row));
        Ok(goods.map(|(offer, row)| Self::of(row, offer.map(|offer| card(offer, catalog)), marks)).collect())
    }

    fn of(row: Row, card: Option<ListingCard>, marks: &Marks) -> Self {
        let cheaper = row.price_then.zip(card.as_ref()).map(|(then, card)| Money::tenge(then.whole() - card.price.whole()));
        let shown = row.known || card.is_some();
        let card = card.map(|mut card| {
            card.in_cart = marks.in_cart(card.listing_id);
            card.favorite = marks.is_favorite(row.product);
            card.compared = marks.is_compared(row.product);
            card
        });
        Self {
            product: row.product,
            path: if shown { format!("/p/{}-{}", row.product, row.slug) } else { String::new() },
            title: if shown { row.title } else { String::new() },
            photo: row.cover.filter(|_| shown).map(PhotoRef::ready),
            cheaper: cheaper.filter(|less| *less > Money::ZERO),
            card,
        }
    }
}

fn card(row: CardRow, catalog: &Catalog) -> ListingCard {
    let city = catalog.city(row.6).map_or_else(|| Names::new("", "", ""), |city| city.names.clone());
    ListingCard::of(row, city)
}
