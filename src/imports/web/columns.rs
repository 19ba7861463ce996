//! `/sell/import/{id}/columns`: what each column is.

use actix_web::web::{Data, Path};

use super::aside;
use crate::catalog::Shelf;
use crate::imports::habits::Habits;
use crate::imports::home::Home;
use crate::imports::import::Import;
use crate::imports::job::CheckImport;
use crate::imports::matching::Matching;
use crate::imports::page::Columns;
use crate::imports::work::list;
use crate::jobs;
use crate::kernel::ImportId;
use crate::storage::Files;
use crate::web::{Ctx, Fault, Form, Outcome};

/// Rows that are shown.
const SAMPLE: usize = 3;

type Sample = (Vec<String>, Vec<Vec<String>>);

/// The page, with guesses.
pub async fn show(ctx: Ctx, id: Path<ImportId>, shelf: Data<Shelf>, files: Data<Files>) -> Outcome {
    let (shop, id, home) = (ctx.shop()?, id.into_inner(), Home::of(&ctx, shelf, &files));
    let (import, habits) = ctx.read(move |conn| Ok((Import::of_shop(conn, id, shop)?, Habits::of(conn, shop)?))).await?;
    if !import.is_open() {
        return ctx.go(&import.path());
    }
    let (catalog, (header, rows)) = (home.shelf.now(), sample(&home, &import).await?);
    let said = import.matching();
    let matching = if said.columns.is_empty() { Matching::guess(&header, &catalog, &habits) } else { said };
    ctx.page(&Columns { form: matching.form(), import, header, rows, catalog })
}

/// Takes what is said, and has every row checked.
pub async fn save(ctx: Ctx, id: Path<ImportId>, shelf: Data<Shelf>, files: Data<Files>, mut form: Form) -> Outcome {
    let (shop, id, home) = (ctx.shop()?, id.into_inner(), Home::of(&ctx, shelf, &files));
    let (import, habits) = ctx.read(move |conn| Ok((Import::of_shop(conn, id, shop)?, Habits::of(conn, shop)?))).await?;
    let (catalog, (header, rows)) = (home.shelf.now(), sample(&home, &import).await?);
    let mut before = import.matching();
    before.categories.extend(habits.categories);
    let Some(matching) = Matching::parse(&mut form, &header, &catalog, &before) else {
        return ctx.again(&Columns { form, import, header, rows, catalog });
    };
    ctx.write(move |tx| {
        let import = Import::locked(tx, id, shop)?;
        if import.is_open() {
            import.begin_check(tx, &matching)?;
            Habits::keep(tx, shop, &header, &matching)?;
            jobs::enqueue(tx, &CheckImport { import: id })?;
        }
        Ok(())
    })
    .await?;
    ctx.go(&format!("/sell/import/{id}"))
}

async fn sample(home: &Home, import: &Import) -> Result<Sample, Fault> {
    let path = home.list(import);
    aside(move || {
        let table = list(&path)?;
        let rows = table.rows.take(SAMPLE).filter_map(Result::ok).map(|row| row.cells).collect();
        Ok((table.header, rows))
    })
    .await
}
