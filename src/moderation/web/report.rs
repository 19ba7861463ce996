//! The complaint button of signed-in people.

use super::Asked;
use crate::moderation::form::about;
use crate::moderation::page::ReportPage;
use crate::moderation::report::{About, Complaint, Target};
use crate::web::{Ctx, Fault, Flash, Form, Outcome};

async fn read(ctx: &Ctx, about: About, form: Form) -> Result<ReportPage, Fault> {
    ctx.read(move |conn| Ok(ReportPage { target: Target::find(conn, about)?, form })).await
}

/// What is wrong?
pub async fn ask(ctx: Ctx, asked: Asked) -> Outcome {
    let word = |name: &str| asked.get(name).map_or("", String::as_str);
    let about = about(word("listing"), word("shop")).ok_or(Fault::NotFound)?;
    ctx.page(&read(&ctx, about, Form::default()).await?)
}

/// Files the complaint; one that is open already stays as it is.
pub async fn file(ctx: Ctx, mut form: Form) -> Outcome {
    let (user, about) = (ctx.user()?, about(form.value("listing"), form.value("shop")).ok_or(Fault::NotFound)?);
    let complaint = Complaint::parse(&mut form, about);
    let page = read(&ctx, about, form).await?;
    let Some(complaint) = complaint else { return ctx.again(&page) };
    match ctx.write(move |tx| Ok(complaint.file(tx, user)?)).await? {
        true => ctx.go_with(&page.target.path, &Flash::good("moderation-report-sent")),
        false => ctx.go_with(&page.target.path, &Flash::good("moderation-report-again")),
    }
}
