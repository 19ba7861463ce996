//! What a training found, written in place of what the last one did.

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Float, Integer, Nullable, Text};

use super::model::Neighbour;
use super::retrain::Learnt;
use crate::db::Tx;
use crate::schema::recommendation_training;

/// A good and its neighbours.
type Row = (i64, Vec<Neighbour>);

/// So many goods are written at once.
const CHUNK: usize = 500;

/// Fainter scores are noise.
const FAINT: f32 = 1e-4;

/// Everything that a training found.
pub(super) struct Findings {
    pub similar: Vec<Row>,
    pub together: Vec<Row>,
    /// By town; without one, the country.
    pub popular: Vec<(Option<i32>, Vec<i64>)>,
    pub learnt: Learnt,
    pub fingerprint: i64,
}

/// Goods that are gone meanwhile are left out.
const WRITE: &str = "
INSERT INTO product_neighbours (product_id, kind, neighbours, scores)
SELECT r.product, $1, array_agg(r.neighbour ORDER BY r.place), array_agg(r.score ORDER BY r.place)
FROM unnest($2, $3, $4) WITH ORDINALITY AS r (product, neighbour, score, place) JOIN products p ON p.id = r.product GROUP BY r.product";

/// The fingerprint of what the last training was made of.
pub(super) fn last(conn: &mut PgConnection) -> QueryResult<Option<i64>> {
    recommendation_training::table.select(recommendation_training::fingerprint).first(conn).optional()
}

/// Replaces it all. Readers see the old rows until the transaction ends; two trainings wait for one another.
pub(super) fn replace(tx: &mut Tx<'_>, findings: &Findings) -> QueryResult<()> {
    diesel::sql_query("SELECT pg_advisory_xact_lock(hashtext('samal recommendations'))").execute(&mut **tx)?;
    diesel::sql_query("DELETE FROM product_neighbours").execute(&mut **tx)?;
    diesel::sql_query("DELETE FROM popular_goods").execute(&mut **tx)?;
    for (kind, rows) in [("similar", &findings.similar), ("together", &findings.together)] {
        rows.chunks(CHUNK).try_for_each(|rows| write(tx, kind, rows))?;
    }
    for (town, goods) in &findings.popular {
        diesel::sql_query("INSERT INTO popular_goods (city_id, products) VALUES ($1, $2)")
            .bind::<Nullable<Integer>, _>(town)
            .bind::<Array<BigInt>, _>(goods)
            .execute(&mut **tx)?;
    }
    note(tx, findings)
}

fn write(tx: &mut Tx<'_>, kind: &str, rows: &[Row]) -> QueryResult<()> {
    let (mut goods, mut neighbours, mut scores) = (Vec::new(), Vec::new(), Vec::new());
    for (good, row) in rows {
        for to in row.iter().filter(|to| to.score.abs() >= FAINT) {
            goods.push(*good);
            neighbours.push(to.item);
            scores.push(to.score);
        }
    }
    diesel::sql_query(WRITE)
        .bind::<Text, _>(kind)
        .bind::<Array<BigInt>, _>(goods)
        .bind::<Array<BigInt>, _>(neighbours)
        .bind::<Array<Float>, _>(scores)
        .execute(&mut **tx)
        .map(drop)
}

fn note(tx: &mut Tx<'_>, findings: &Findings) -> QueryResult<()> {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    diesel::sql_query(
        "INSERT INTO recommendation_training (fingerprint, events, people, goods) VALUES ($1, $2, $3, $4)
         ON CONFLICT (only_row) DO UPDATE SET fingerprint = excluded.fingerprint, events = excluded.events, people = excluded.people,
             goods = excluded.goods, trained_at = now()",
    )
    .bind::<BigInt, _>(findings.fingerprint)
    .bind::<BigInt, _>(number(findings.learnt.events))
    .bind::<BigInt, _>(number(findings.learnt.people))
    .bind::<BigInt, _>(number(findings.learnt.goods))
    .execute(&mut **tx)
    .map(drop)
}
