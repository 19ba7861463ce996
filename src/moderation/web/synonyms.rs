//! `/moderation/synonyms`: words that mean the same to a buyer.

use crate::kernel::SynonymsId;
use crate::moderation::act::{ActKind, Subject, record};
use crate::moderation::desk::Desk;
use crate::moderation::form::parse_synonyms;
use crate::moderation::page::SynonymsPage;
use crate::search::{Synonyms, SynonymsRow};
use crate::web::{Ctx, Fault, Flash, Form, Outcome};

const ALL: &str = "/moderation/synonyms";

/// The groups, and a form for one more.
pub async fn list(ctx: Ctx) -> Outcome {
    ctx.page(&page(&ctx, Form::default()).await?)
}

/// One more.
pub async fn add(ctx: Ctx, mut form: Form) -> Outcome {
    let staff = ctx.user()?;
    let Some(group) = parse_synonyms(&mut form) else { return ctx.again(&page(&ctx, form).await?) };
    ctx.write(move |tx| {
        let id = group.add(tx, staff)?;
        Ok(record(tx, Some(staff), ActKind::AddWords, Subject::Words(id), &group.text())?)
    })
    .await?;
    ctx.go_with(ALL, &Flash::good("moderation-synonyms-added"))
}

/// One less.
pub async fn remove(ctx: Ctx, form: Form) -> Outcome {
    let staff = ctx.user()?;
    let id: SynonymsId = form.value("id").parse().map_err(|_| Fault::Invalid)?;
    let gone = ctx.write(move |tx| {
        let gone = Synonyms::remove(tx, id)?;
        if let Some(group) = &gone {
            record(tx, Some(staff), ActKind::DropWords, Subject::Words(id), &group.text())?;
        }
        Ok(gone.is_some())
    });
    match gone.await? {
        true => ctx.go_with(ALL, &Flash::good("moderation-synonyms-removed")),
        false => Err(Fault::NotFound),
    }
}

async fn page(ctx: &Ctx, form: Form) -> Result<SynonymsPage, Fault> {
    let (desk, groups) = ctx.read(move |conn| Ok((Desk::read(conn)?, SynonymsRow::all(conn)?))).await?;
    Ok(SynonymsPage { desk, groups, form })
}
