//! `POST /settings/recent`: what was looked at is forgotten, or not remembered any more.

use actix_web::web::Data;
use diesel::prelude::*;

use super::RecentViews;
use crate::db::Tx;
use crate::kernel::UserId;
use crate::schema::{recent_views, users};
use crate::web::{Ctx, Fault, Flash, Form, Outcome};

/// What is to become of the looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    /// Forgotten up to now.
    Clear,
    /// Forgotten, and not remembered any more.
    Off,
    /// Remembered again.
    On,
}

impl Wish {
    fn parse(form: &Form) -> Option<(Self, Flash)> {
        match form.value("recent") {
            "clear" => Some((Self::Clear, Flash::good("recent-cleared"))),
            "off" => Some((Self::Off, Flash::good("recent-off"))),
            "on" => Some((Self::On, Flash::good("recent-on"))),
            _ => None,
        }
    }
}

/// Does what the pressed button says.
pub async fn change(ctx: Ctx, views: Data<RecentViews>, form: Form) -> Outcome {
    let (wish, flash) = Wish::parse(&form).ok_or(Fault::Invalid)?;
    let mut answer = ctx.go_with("/settings#recent", &flash)?;
    match ctx.viewer().map(|viewer| viewer.id) {
        Some(user) => {
            views.forget(user);
            ctx.write(move |tx| Ok(of_user(tx, user, wish)?)).await?;
        }
        None => {
            let kept = if wish == Wish::Off { ctx.keep_recent_off() } else { ctx.keep_recent(&[]) };
            answer.add_cookie(&kept).map_err(Fault::unexpected)?;
        }
    }
    if wish != Wish::On {
        answer.add_cookie(&ctx.keep_asked(None)).map_err(Fault::unexpected)?;
    }
    Ok(answer)
}

fn of_user(tx: &mut Tx<'_>, user: UserId, wish: Wish) -> QueryResult<()> {
    if wish != Wish::Clear {
        diesel::update(users::table.find(user)).set(users::keeps_recent.eq(wish == Wish::On)).execute(&mut **tx)?;
    }
    diesel::delete(recent_views::table.filter(recent_views::user_id.eq(user))).execute(&mut **tx).map(drop)
}
