//! `/sell/import`: a list comes in.

use actix_web::web::Data;

use crate::catalog::Shelf;
use crate::imports::home::Home;
use crate::imports::import::Import;
use crate::imports::page::Start;
use crate::imports::receive::receive;
use crate::shops::{Shop, ShopState};
use crate::storage::Files;
use crate::web::{BulkyUpload, Ctx, Fault, FieldError, Form, Outcome};

/// The page.
pub async fn show(ctx: Ctx) -> Outcome {
    let page = page(&ctx, Form::default()).await?;
    ctx.page(&page)
}

/// Takes the files.
pub async fn upload(ctx: Ctx, shelf: Data<Shelf>, files: Data<Files>, upload: BulkyUpload) -> Outcome {
    let (home, who) = (Home::of(&ctx, shelf, &files), (ctx.shop()?, ctx.user()?));
    let mut form = upload.0.form;
    let (shop, may) = ctx.read(move |conn| Ok((Shop::find(conn, who.0)?, Import::may_bring(conn, who.0)?))).await?;
    for (holds, key) in [(shop.state == ShopState::Open, "shop-suspended"), (may, "import-too-many")] {
        if !holds {
            form.fail("", FieldError::new(key));
        }
    }
    let Some(new) = receive(&home, who, upload.0.files, &mut form).await.map_err(Fault::unexpected)? else {
        let page = page(&ctx, form).await?;
        return ctx.again(&page);
    };
    let id = ctx.write(move |tx| Ok(new.save(tx)?)).await?;
    ctx.go(&format!("/sell/import/{id}/columns"))
}

async fn page(ctx: &Ctx, form: Form) -> Result<Start, Fault> {
    let shop = ctx.shop()?;
    let (imports, shop) = ctx.read(move |conn| Ok((Import::recent(conn, shop)?, Shop::find(conn, shop)?))).await?;
    Ok(Start { form, imports, feed: format!("{}/feeds/{}.yml", ctx.config().base_url, shop.slug) })
}
