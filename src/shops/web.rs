//! `/sell` for those who do not sell yet, `/sell/shop` for those who do.

use actix_web::web::Data;
use diesel::prelude::*;

use super::page::{Edit, Open};
use super::{EditShop, OpenShop, Shop, Terms, set_terms};
use crate::catalog::Shelf;
use crate::kernel::ShopId;
use crate::photos::{self, Photo, Taken};
use crate::storage::Files;
use crate::web::{Ctx, Fault, FieldError, Flash, Form, Outcome, Received, Upload};

/// The form that makes a seller.
pub fn become_seller(ctx: &Ctx, shelf: &Shelf) -> Outcome {
    let form = Form::of([("kind", "person")]);
    ctx.page(&Open { form, catalog: shelf.now() })
}

/// `POST /sell`
pub async fn open(ctx: Ctx, shelf: Data<Shelf>, files: Data<Files>, upload: Upload) -> Outcome {
    let (catalog, owner, mut form) = (shelf.now(), ctx.user()?, upload.form);
    if ctx.viewer().is_some_and(|viewer| viewer.shop.is_some()) {
        return ctx.go("/sell/shop");
    }
    let input = OpenShop::parse(&mut form, &catalog, ctx.lang());
    let sign = take_sign(&files, &mut form, upload.files).await?;
    let Some(input) = input.filter(|_| !form.has_errors()) else {
        let_go(&files, &mut form, sign).await;
        return ctx.again(&Open { form, catalog });
    };
    ctx.write(move |tx| {
        let shop = input.open(tx, owner)?;
        Ok(hang(tx, shop, sign.as_ref())?)
    })
    .await?;
    ctx.go_with("/sell/shop", &Flash::good("shop-opened"))
}

/// `GET /sell/shop`
pub async fn edit(ctx: Ctx, shelf: Data<Shelf>) -> Outcome {
    let (catalog, id) = (shelf.now(), ctx.shop()?);
    let ((shop, waiting), terms) = ctx.read(move |conn| Ok((load(conn, id)?, Terms::of_shops(conn, &[id])?))).await?;
    let mut form = Form::of([("name", shop.name.clone()), ("about", shop.about.clone()), ("city", shop.city_id.to_string())]);
    for (name, value) in terms.iter().flat_map(Terms::fields) {
        form.set(name, value);
    }
    ctx.page(&Edit { form, shop, waiting, catalog })
}

/// `POST /sell/shop`
pub async fn save(ctx: Ctx, shelf: Data<Shelf>, files: Data<Files>, upload: Upload) -> Outcome {
    let (catalog, id, mut form) = (shelf.now(), ctx.shop()?, upload.form);
    let (input, terms) = (EditShop::parse(&mut form, &catalog), Terms::parse(&mut form, id));
    let sign = take_sign(&files, &mut form, upload.files).await?;
    // what is right is saved, a chosen sign too: nothing has to be done twice
    let (shop, waiting) = ctx
        .write(move |tx| {
            input.as_ref().map_or(Ok(()), |input| input.save(tx, id))?;
            terms.as_ref().map_or(Ok(()), |terms| set_terms(tx, id, terms))?;
            hang(tx, id, sign.as_ref())?;
            Ok(load(tx, id)?)
        })
        .await?;
    match form.has_errors() {
        true => ctx.again(&Edit { form, shop, waiting, catalog }),
        false => ctx.go_with("/sell/shop", &Flash::good("shop-saved")),
    }
}

fn load(conn: &mut PgConnection, id: ShopId) -> QueryResult<(Shop, Option<Photo>)> {
    Ok((Shop::find(conn, id)?, photos::waiting_sign(conn, id)?))
}

/// Looks at the chosen sign; a file that cannot be one is an error of its field.
async fn take_sign(files: &Files, form: &mut Form, received: Vec<Received>) -> Result<Option<Taken>, Fault> {
    let taken = photos::take_all(files, received, "logo").await.map_err(Fault::unexpected)?.into_iter().next();
    if let Some((file, refusal)) = taken.as_ref().and_then(|file| Some((file, file.refusal?))) {
        form.fail("logo", FieldError::new(refusal.key()).with("name", &file.name));
    }
    Ok(taken.filter(|file| file.refusal.is_none()))
}

/// A shop that does not exist yet cannot keep a sign: its file is chosen again, and that is said.
async fn let_go(files: &Files, form: &mut Form, sign: Option<Taken>) {
    if let Some(sign) = sign {
        photos::forget(files, &[sign]).await;
        form.fail("logo", FieldError::new("shop-logo-again"));
    }
}

fn hang(tx: &mut crate::db::Tx<'_>, shop: ShopId, sign: Option<&Taken>) -> QueryResult<()> {
    sign.map_or(Ok(()), |sign| photos::add_sign(tx, shop, sign))
}
