//! The pages and forms of this room.

pub mod addresses;
pub mod city;
pub mod edit;
pub mod email;
pub mod login;
mod proof;
pub mod recover;
pub mod register;
pub mod security;
pub mod settings;
pub mod verify;

pub use proof::proves_password;

use serde::Deserialize;

use super::mails::Home;
use super::next::Next;
use crate::kernel::UserId;
use crate::web::{Ctx, Fault, Form};

/// What the doors carry along to one another.
#[derive(Debug, Default, Deserialize)]
pub struct Carried {
    /// The e-mail typed at another door.
    #[serde(default)]
    email: String,
    /// Where the person was going.
    next: Option<String>,
}

impl Carried {
    /// Where to go on: as carried, else back to where the person came from.
    fn next(&self, ctx: &Ctx) -> Next {
        Next::of(self.next.as_deref().or(ctx.came_from()).unwrap_or_default())
    }

    /// A form that begins with what was typed at another door.
    fn form(&self) -> Form {
        Form::of([("email", crate::web::clean(&self.email).chars().take(254).collect::<String>())])
    }
}

/// Where the links of letters lead.
fn home(ctx: &Ctx) -> Home {
    Home { base_url: ctx.config().base_url.clone(), lang: ctx.lang() }
}

/// Lets a user in: what the floors above want to happen, then a session under a new id.
async fn come_in(ctx: &Ctx, user: UserId) -> Result<(), Fault> {
    let joined = ctx.signed_in();
    ctx.write(move |tx| Ok(joined(tx, user)?)).await?;
    ctx.start_session(user)
}
