//! The door to PostgreSQL: reads take `&mut PgConnection`, writes take `&mut Tx`, and only [`Db::write`] opens a `Tx`.

mod page;
mod pool;
mod tx;

pub use page::{Keyed, cut_page};
pub use pool::{Db, DbError, Retry};
pub use tx::Tx;
