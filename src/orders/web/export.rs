//! `/sell/orders/export.{ending}`

use actix_web::web::{Data, Path};

use crate::catalog::Shelf;
use crate::imports::{TableFile, write_table};
use crate::orders;
use crate::web::{Ctx, Download, Fault, Outcome};

/// The shop's orders as a file.
pub async fn export(ctx: Ctx, ending: Path<String>, shelf: Data<Shelf>) -> Outcome {
    let kind = TableFile::parse(&ending).ok_or(Fault::NotFound)?;
    let (shop, locale, catalog, var) = (ctx.shop()?, ctx.locale(), shelf.now(), ctx.config().var.clone());
    let write = move |conn: &mut diesel::PgConnection| {
        write_table(&var, kind, |out| orders::write_table::<Written>(conn, shop, (&catalog, locale), out)).map_err(|Written(fault)| fault)
    };
    let file = ctx.read(write).await?;
    Download { file, name: format!("orders.{}", kind.ending()), kind: kind.media() }.send()
}

/// What can go wrong on the way.
struct Written(Fault);

impl From<std::io::Error> for Written {
    fn from(error: std::io::Error) -> Self {
        Self(Fault::unexpected(error))
    }
}

impl From<diesel::result::Error> for Written {
    fn from(error: diesel::result::Error) -> Self {
        Self(error.into())
    }
}
