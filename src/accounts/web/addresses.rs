//! `/me/addresses`: the address book.

use std::sync::Arc;

use actix_web::web::{Data, Path};

use super::super::address_book::MOST;
use super::super::page::{AddressDelete, AddressForm, Addresses};
use super::super::{Address, NewAddress};
use crate::catalog::{Catalog, Shelf};
use crate::kernel::AddressId;
use crate::web::{Ctx, Fault, FieldError, Flash, Form, Outcome};

const LIST: &str = "/me/addresses";

/// The book.
pub async fn list(ctx: Ctx, shelf: Data<Shelf>) -> Outcome {
    let user = ctx.user()?;
    let addresses = ctx.read(move |conn| Ok(Address::of_user(conn, user)?)).await?;
    ctx.page(&Addresses { addresses, catalog: shelf.now() })
}

/// The empty form.
pub async fn blank(ctx: Ctx, shelf: Data<Shelf>) -> Outcome {
    ctx.page(&AddressForm { form: Form::default(), id: None, catalog: shelf.now() })
}

/// Adds an address.
pub async fn add(ctx: Ctx, shelf: Data<Shelf>, mut form: Form) -> Outcome {
    let (user, catalog) = (ctx.user()?, shelf.now());
    let Some(new) = NewAddress::parse(&mut form, &catalog) else { return again(&ctx, form, None, catalog) };
    if ctx.write(move |tx| Ok(new.insert(tx, user)?)).await?.is_none() {
        form.fail("", FieldError::new("accounts-book-full").with("most", MOST));
        return again(&ctx, form, None, catalog);
    }
    ctx.go_with(LIST, &Flash::good("accounts-address-added"))
}

/// The form filled with an address.
pub async fn edit(ctx: Ctx, shelf: Data<Shelf>, id: Path<AddressId>) -> Outcome {
    let address = own(&ctx, *id).await?;
    ctx.page(&AddressForm { form: address.form(), id: Some(*id), catalog: shelf.now() })
}

/// Writes an address anew.
pub async fn save(ctx: Ctx, shelf: Data<Shelf>, id: Path<AddressId>, mut form: Form) -> Outcome {
    let (user, id, catalog) = (ctx.user()?, *id, shelf.now());
    own(&ctx, id).await?;
    let Some(new) = NewAddress::parse(&mut form, &catalog) else { return again(&ctx, form, Some(id), catalog) };
    ctx.write(move |tx| Ok(Address::change(tx, user, id, &new)?)).await?;
    ctx.go_with(LIST, &Flash::good("accounts-saved"))
}

/// Makes an address the one that is offered first.
pub async fn make_default(ctx: Ctx, id: Path<AddressId>) -> Outcome {
    let (user, id) = (ctx.user()?, *id);
    ctx.write(move |tx| Ok(Address::make_default(tx, user, id)?)).await?;
    ctx.go_with(LIST, &Flash::good("accounts-address-default-set"))
}

/// Asks before an address is deleted.
pub async fn ask_delete(ctx: Ctx, shelf: Data<Shelf>, id: Path<AddressId>) -> Outcome {
    let address = own(&ctx, *id).await?;
    ctx.page(&AddressDelete { address, catalog: shelf.now() })
}

/// Deletes an address.
pub async fn delete(ctx: Ctx, id: Path<AddressId>) -> Outcome {
    let (user, id) = (ctx.user()?, *id);
    ctx.write(move |tx| Ok(Address::delete(tx, user, id)?)).await?;
    ctx.go_with(LIST, &Flash::good("accounts-address-deleted"))
}

async fn own(ctx: &Ctx, id: AddressId) -> Result<Address, Fault> {
    let user = ctx.user()?;
    ctx.read(move |conn| Ok(Address::find(conn, user, id)?)).await
}

fn again(ctx: &Ctx, form: Form, id: Option<AddressId>, catalog: Arc<Catalog>) -> Outcome {
    ctx.again(&AddressForm { form, id, catalog })
}
