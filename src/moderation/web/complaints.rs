//! The open complaints, for staff.

use actix_web::web::Path;

use super::{Asked, keyed, number, told};
use crate::kernel::ReportId;
use crate::moderation::desk::Desk;
use crate::moderation::form::parse_maybe_note;
use crate::moderation::page::{ComplaintPage, Reports};
use crate::moderation::report::Report;
use crate::moderation::settle::settle;
use crate::web::{Ctx, Fault, FieldError, Form, Outcome};

const LIST: &str = "/moderation/reports";

/// The open ones, oldest first.
pub async fn list(ctx: Ctx, asked: Asked) -> Outcome {
    let after = number(&asked, "after").map(ReportId);
    let (desk, reports) = ctx.read(move |conn| Ok((Desk::read(conn)?, Report::open(conn, after)?))).await?;
    let (first, next) = keyed(LIST, after.is_some(), reports.next);
    ctx.page(&Reports { desk, reports, first, next })
}

/// One of them.
pub async fn show(ctx: Ctx, report: Path<i64>) -> Outcome {
    ctx.page(&read(&ctx, ReportId(*report), Form::default()).await?)
}

async fn read(ctx: &Ctx, report: ReportId, form: Form) -> Result<ComplaintPage, Fault> {
    ctx.read(move |conn| Ok(ComplaintPage { desk: Desk::read(conn)?, report: Report::find(conn, report)?, form })).await
}

/// Was it right?
fn parse(form: &mut Form) -> Option<(bool, String)> {
    let note = parse_maybe_note(form);
    let upheld = match form.value("decision") {
        "uphold" => Some(true),
        "dismiss" => Some(false),
        _ => {
            form.fail("", FieldError::new("moderation-no-decision"));
            None
        }
    };
    upheld.zip(note)
}

/// Ends it.
pub async fn decide(ctx: Ctx, report: Path<i64>, mut form: Form) -> Outcome {
    let (staff, report) = (ctx.user()?, ReportId(*report));
    let parsed = parse(&mut form);
    let page = read(&ctx, report, form).await?;
    let Some((upheld, note)) = parsed else { return ctx.again(&page) };
    let said = ctx.write(move |tx| Ok(settle(tx, staff, report, upheld, &note)?)).await?;
    told(&ctx, LIST, said, if upheld { "moderation-done-upheld" } else { "moderation-done-dismissed" })
}
