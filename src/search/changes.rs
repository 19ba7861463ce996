//! The change log: which products an index has to look at again.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};

use crate::kernel::ProductId;
use crate::schema::search_log;

/// The log since some moment.
#[derive(Debug, Clone, Default)]
pub(super) struct Changes {
    /// Every transaction before this one has ended and is in here. Those from it on may come again, with more.
    pub horizon: i64,
    /// The log begins here.
    pub pruned: i64,
    /// Entry, product, transaction.
    pub entries: Vec<(i64, ProductId, i64)>,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    horizon: i64,
    #[diesel(sql_type = BigInt)]
    pruned: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    id: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    product_id: Option<ProductId>,
    #[diesel(sql_type = Nullable<BigInt>)]
    txid: Option<i64>,
}

/// One snapshot tells what is visible, and from which transaction on there may be more.
const SINCE: &str = "
SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon, pruned, c.id, c.product_id, c.txid
FROM search_log l LEFT JOIN search_changes c ON c.txid >= $1 ORDER BY c.id";

impl Changes {
    /// What was noted by this transaction or a later one.
    pub fn since(conn: &mut PgConnection, txid: i64) -> QueryResult<Self> {
        let rows: Vec<Row> = diesel::sql_query(SINCE).bind::<BigInt, _>(txid).load(conn)?;
        let first = rows.first().ok_or(diesel::result::Error::NotFound)?;
        let (horizon, pruned) = (first.horizon, first.pruned);
        let entries = rows.iter().filter_map(|row| Some((row.id?, row.product_id?, row.txid?))).collect();
        Ok(Self { horizon, pruned, entries })
    }

    /// Where a new index begins to read.
    pub fn horizon(conn: &mut PgConnection) -> QueryResult<i64> {
        Ok(Self::since(conn, i64::MAX)?.horizon)
    }
}

/// What names this database's index folders.
pub(super) fn identity(conn: &mut PgConnection) -> QueryResult<uuid::Uuid> {
    search_log::table.select(search_log::id).first(conn)
}
