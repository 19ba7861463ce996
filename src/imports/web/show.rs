//! `/sell/import/{id}`: how it stands; and the steps from there.

use actix_web::web::{Data, Path};

use super::aside;
use crate::catalog::Shelf;
use crate::imports::errors::{self, Wrong};
use crate::imports::habits::Habits;
use crate::imports::home::Home;
use crate::imports::import::Import;
use crate::imports::job::{CheckImport, RunImport};
use crate::imports::page::Show;
use crate::imports::state::ListKind;
use crate::jobs;
use crate::kernel::ImportId;
use crate::storage::Files;
use crate::web::{Ctx, Download, Fault, Flash, Form, Outcome};

/// Rows with something wrong that the page shows.
const SHOWN: i64 = 50;

/// The page.
pub async fn show(ctx: Ctx, id: Path<ImportId>, shelf: Data<Shelf>) -> Outcome {
    let page = page(&ctx, id.into_inner(), &shelf, Form::default()).await?;
    ctx.page(&page)
}

async fn page(ctx: &Ctx, id: ImportId, shelf: &Shelf, form: Form) -> Result<Show, Fault> {
    let shop = ctx.shop()?;
    let (import, wrong) = ctx.read(move |conn| Ok((Import::of_shop(conn, id, shop)?, Wrong::first(conn, id, SHOWN)?))).await?;
    Ok(Show { form, tally: import.tally(), import, wrong, catalog: shelf.now(), locale: ctx.locale() })
}

/// Takes where the list's own categories stand here, and checks again.
pub async fn categories(ctx: Ctx, id: Path<ImportId>, shelf: Data<Shelf>, mut form: Form) -> Outcome {
    let (shop, id, catalog) = (ctx.shop()?, id.into_inner(), shelf.now());
    let import = ctx.read(move |conn| Ok(Import::of_shop(conn, id, shop)?)).await?;
    let Some(matching) = import.matching().parse_categories(&mut form, &import.tally(), &catalog) else {
        let page = page(&ctx, id, &shelf, form).await?;
        return ctx.again(&page);
    };
    ctx.write(move |tx| {
        let import = Import::locked(tx, id, shop)?;
        if import.is_open() {
            import.begin_check(tx, &matching)?;
            Habits::keep(tx, shop, &[], &matching)?;
            jobs::enqueue(tx, &CheckImport { import: id })?;
        }
        Ok(())
    })
    .await?;
    ctx.go(&format!("/sell/import/{id}"))
}

/// Has it carried out.
pub async fn run(ctx: Ctx, id: Path<ImportId>) -> Outcome {
    let (shop, id) = (ctx.shop()?, id.into_inner());
    let begun = ctx.write(move |tx| {
        let begun = Import::locked(tx, id, shop)?.begin_run(tx)?;
        if begun {
            jobs::enqueue(tx, &RunImport { import: id })?;
        }
        Ok(begun)
    });
    let path = format!("/sell/import/{id}");
    if begun.await? { ctx.go(&path) } else { ctx.go_with(&path, &Flash::warn("import-busy")) }
}

/// Stops it where it is.
pub async fn stop(ctx: Ctx, id: Path<ImportId>) -> Outcome {
    let (shop, id) = (ctx.shop()?, id.into_inner());
    ctx.write(move |tx| Ok(Import::locked(tx, id, shop)?.done(tx)?)).await?;
    ctx.go_with(&format!("/sell/import/{id}"), &Flash::good("import-stopped"))
}

/// The rows that are wrong, to be mended and sent again.
pub async fn errors(ctx: Ctx, id: Path<ImportId>, shelf: Data<Shelf>, files: Data<Files>) -> Outcome {
    let (shop, id, home) = (ctx.shop()?, id.into_inner(), Home::of(&ctx, shelf, &files));
    let import = ctx.read(move |conn| Ok(Import::of_shop(conn, id, shop)?)).await?;
    let (name, kind) = match import.kind {
        ListKind::Xlsx => (format!("errors-{id}.xlsx"), crate::imports::TableFile::Xlsx.media()),
        _ => (format!("errors-{id}.csv"), crate::imports::TableFile::Csv.media()),
    };
    let locale = ctx.locale();
    let file = aside(move || errors::file(&home, &import, locale)).await?;
    Download { file, name, kind }.send()
}
