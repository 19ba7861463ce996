//! `/dev/mail`: the letters of a site under development, so that a newcomer can follow every link in the browser.

use actix_web::web::Path;
use actix_web::{HttpResponse, http::header};
use askama::Template;

use super::deliver::folder;
use crate::web::{Ctx, Fault, Outcome, filters};

#[derive(Template)]
#[template(path = "mail/list.html")]
struct List {
    letters: Vec<Line>,
}

struct Line {
    name: String,
    to: String,
    subject: String,
}

/// A letter's styles stand in its elements, as mail programs want them.
const POLICY: &str = "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

/// The letters, newest first.
pub async fn list(ctx: Ctx) -> Outcome {
    let folder = allowed(&ctx)?;
    let mut names: Vec<String> = match std::fs::read_dir(&folder) {
        Ok(files) => files.flatten().filter_map(|file| file.file_name().to_str()?.strip_suffix(".html").map(str::to_owned)).collect(),
        Err(_) => Vec::new(),
    };
    names.sort_unstable_by(|a, b| b.cmp(a));
    names.truncate(100);
    let letters =
        names.into_iter().filter_map(|name| line(&std::fs::read_to_string(folder.join(format!("{name}.html"))).ok()?, name)).collect();
    ctx.page(&List { letters })
}

/// One letter as it was sent.
pub async fn show(ctx: Ctx, name: Path<u64>) -> Result<HttpResponse, Fault> {
    let path = allowed(&ctx)?.join(format!("{:010}.html", name.into_inner()));
    let html = std::fs::read_to_string(path).map_err(|_| Fault::NotFound)?;
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
        .body(html))
}

fn allowed(ctx: &Ctx) -> Result<std::path::PathBuf, Fault> {
    if ctx.config().shows_mail() { Ok(folder(&ctx.config().var)) } else { Err(Fault::NotFound) }
}

fn line(html: &str, name: String) -> Option<Line> {
    let between = |from: &str, to: &str| Some(html.split_once(from)?.1.split_once(to)?.0.to_owned());
    Some(Line { name: name.trim_start_matches('0').to_owned(), to: between("<!--to:", "-->")?, subject: between("<title>", "</title>")? })
}
