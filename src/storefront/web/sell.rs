//! `/sell/listings/new`: the first step of selling. What has a card already is picked, and only the offer is filled in; the rest gets a card of its own.

use actix_web::web::{Data, Query as Asked};
use diesel::prelude::*;
use serde::Deserialize;

use crate::kernel::{Gtin, ProductId, ShopId};
use crate::listings::{Candidate, Condition};
use crate::search::{self, Query, Search as Index, Words};
use crate::storefront::page::Sell;
use crate::web::{Ctx, Outcome, clean};

/// So many cards are looked at.
const MOST: u32 = 40;

/// What is looked for.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    q: String,
}

/// The page: a search over cards.
pub async fn show(ctx: Ctx, index: Data<Index>, asked: Asked<Wanted>) -> Outcome {
    let (shop, index) = (ctx.shop()?, index.into_inner());
    let words: String = clean(&asked.q).trim().chars().take(80).collect();
    let typed = words.clone();
    let found = ctx.read(move |conn| Ok(candidates(conn, &index, shop, &typed)?)).await?;
    ctx.page(&Sell { words, found })
}

/// By the number under the bars, else by words among what is on sale.
fn candidates(conn: &mut PgConnection, index: &Index, shop: ShopId, typed: &str) -> QueryResult<Vec<Candidate>> {
    if let Ok(gtin) = Gtin::parse(typed) {
        return Candidate::by_gtin(conn, shop, &gtin);
    }
    let Some(words) = Words::parse(typed) else { return Ok(Vec::new()) };
    let query = Query { words: Some(words), condition: Some(Condition::New), sort: search::Sort::Best, size: MOST, ..Query::default() };
    let ids: Vec<ProductId> = search::find(conn, index, &query)?.hits.iter().map(|hit| ProductId(hit.product)).collect();
    Candidate::these(conn, shop, &ids)
}
