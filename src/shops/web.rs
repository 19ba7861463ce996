//! `/sell` for those who do not sell yet, `/sell/shop` for those who do.

use actix_web::web::Data;
use chrono::{TimeDelta, Utc};
use diesel::prelude::*;

use super::page::{Edit, Open};
use super::{EditShop, OpenShop, Shop, Terms, set_terms};
use crate::catalog::Shelf;
use crate::jobs;
use crate::kernel::ShopId;
use crate::photos::{self, ForgetUpload, Photo, Taken};
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
    let chosen = take_sign(&files, &mut form, upload.files).await?;
    let sign = match chosen {
        Some(sign) => Some(sign),
        None => kept_sign(&ctx, &files, &form).await?,
    };
    let Some(input) = input.filter(|_| !form.has_errors()) else {
        keep_sign(&ctx, &mut form, sign).await?;
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

/// The sign that an earlier sending of the form brought.
async fn kept_sign(ctx: &Ctx, files: &Files, form: &Form) -> Result<Option<Taken>, Fault> {
    let kept = photos::kept(files, form.value("sign"), form.value("sign-name")).await.map_err(Fault::unexpected)?;
    let Some(sign) = kept else { return Ok(None) };
    let id = sign.id;
    let used = ctx.read(move |conn| Ok(Photo::find(conn, id).optional()?.is_some())).await?;
    Ok((!used).then_some(sign))
}

/// A shop that does not exist yet has no photos: the form itself remembers its sign, for a day.
async fn keep_sign(ctx: &Ctx, form: &mut Form, sign: Option<Taken>) -> Result<(), Fault> {
    let Some(Taken { id, name, .. }) = sign else {
        form.set("sign", "");
        return Ok(());
    };
    form.set("sign", id.to_string());
    form.set("sign-name", name);
    let job = ForgetUpload { photo: id };
    ctx.write(move |tx| Ok(jobs::enqueue_at(tx, &job, Utc::now() + TimeDelta::days(1))?)).await
}

fn hang(tx: &mut crate::db::Tx<'_>, shop: ShopId, sign: Option<&Taken>) -> QueryResult<()> {
    sign.map_or(Ok(()), |sign| photos::add_sign(tx, shop, sign))
}
