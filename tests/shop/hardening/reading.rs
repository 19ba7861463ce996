//! Every page as everybody in every language: no failure, no missing word, no script, the right door.

use std::collections::BTreeSet;

use bytes::Bytes;
use futures_util::stream::{self, StreamExt};
use reqwest::Response;
use samal::web::{Method, Who, assets};

use super::world::{Findings, Role, World, fill, is_of, table};
use crate::support::Page;

/// What people and programs write into addresses.
const STRANGE: [&str; 9] = ["0", "-1", "999999999", "99999999999999999999", "x", "%F0%9F%99%82", "%FF%FE", "..", "a%27%3B--"];
/// What they write behind the question mark.
const QUERIES: [&str; 7] = [
    "page=-1&after=x&before=99999999999999999999&sort=%F0%9F%99%82",
    "page=99999999999999999999&q=%27%3B%20drop%20table&min=-5&max=NaN",
    "page=0&q=%D1%8F%E2%80%AE&city=0&condition=none",
    "q=%FF%FE&page=%31%ff",
    "a[]=1&a[]=2&page=1&page=2",
    "&&&===&?&q",
    "next=https://evil.example&back=//evil.example&listing=0&shop=0&staff=x&kind=listing&number=1",
];

fn header<'a>(answer: &'a Response, name: &str) -> &'a str {
    answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// What must hold of any answer's head, whoever gives it: a page, a file, a failure.
fn check_any_head(found: &Findings, what: &str, answer: &Response) {
    found.check(header(answer, "content-security-policy").starts_with("default-src 'none'"), || format!("{what}: no policy"));
    found.check(header(answer, "x-content-type-options") == "nosniff", || format!("{what}: sniffed"));
    found.check(!header(answer, "referrer-policy").is_empty(), || format!("{what}: referrer-policy"));
    for name in ["content-security-policy", "x-content-type-options", "referrer-policy"] {
        found.check(answer.headers().get_all(name).iter().count() < 2, || format!("{what}: {name} twice"));
    }
}

/// What must hold of a page's head.
fn check_head(found: &Findings, what: &str, answer: &Response) {
    found.check(answer.status().as_u16() < 500, || format!("{what}: {}", answer.status()));
    check_any_head(found, what, answer);
    found.check(header(answer, "content-security-policy").contains("script-src 'none'"), || format!("{what}: scripts"));
    found.check(header(answer, "cross-origin-opener-policy") == "same-origin", || format!("{what}: opener"));
    found.check(!header(answer, "permissions-policy").is_empty(), || format!("{what}: permissions"));
}

/// Whoever may not come in is led to the door or turned away.
fn check_door(found: &Findings, what: &str, answer: &Response, role: Role, who: Who) {
    let status = answer.status().as_u16();
    let location = header(answer, "location");
    let right = match role {
        _ if role.may(who) => true,
        Role::Guest => status == 303 && location.contains("/login?next="),
        _ => matches!(status, 403 | 404) || (who == Who::Seller && status == 303),
    };
    found.check(right, || format!("{what}: {status} {location}"));
}

/// Opens a page and looks at all that must hold for any page; gives its text.
async fn look(world: &World, found: &Findings, path: &str, cookie: &str, role: Role, who: Who) -> (u16, String) {
    let what = format!("GET {path} as {role:?}");
    let answer = world.get(path, cookie).await;
    check_head(found, &what, &answer);
    check_door(found, &what, &answer, role, who);
    let status = answer.status().as_u16();
    let html = answer.text().await.unwrap_or_default();
    for bad in ["⟦?⟧", "<script", "javascript:"] {
        found.check(!html.contains(bad), || format!("{what}: {bad}"));
    }
    (status, html)
}

#[actix_web::test]
async fn every_page_stands_as_everybody_in_every_language() {
    let world = World::new().await;
    let mut asked = Vec::new();
    for entry in table().iter().filter(|entry| entry.method == Method::Get) {
        let real = world.real(entry.path);
        for role in Role::ALL {
            asked.extend(["", "/kk", "/en"].map(|lang| (format!("{lang}{real}"), role, entry.who)));
        }
        if entry.path.contains('{') {
            asked.extend(STRANGE.map(|text| (fill(entry.path, |_| text.to_owned()), Role::Manager, Who::Anyone)));
            asked.extend(STRANGE.map(|text| (fill(entry.path, |_| text.to_owned()), Role::Seller, Who::Anyone)));
        }
        asked.extend(QUERIES.map(|query| (format!("{real}?{query}"), Role::Manager, Who::Anyone)));
        asked.extend(QUERIES.map(|query| (format!("{real}?{query}"), Role::Seller, Who::Anyone)));
    }
    let cookies = Role::ALL.map(|role| world.cookie(role));
    let (world, found) = (&world, &Findings::default());
    let looks = asked.iter().map(|(path, role, who)| look(world, found, path, &cookies[*role as usize], *role, *who));
    stream::iter(looks).buffer_unordered(8).for_each(|_| async {}).await;
}

#[actix_web::test]
async fn no_link_of_a_page_leads_nowhere() {
    let world = World::new().await;
    let found = Findings::default();
    let patterns: Vec<&str> = table().iter().filter(|entry| entry.method == Method::Get).map(|entry| entry.path).collect();
    for role in Role::ALL {
        let cookie = world.cookie(role);
        let mut links = BTreeSet::new();
        for entry in table().iter().filter(|entry| entry.method == Method::Get && role.may(entry.who)) {
            let (status, html) = look(&world, &found, &world.real(entry.path), &cookie, role, entry.who).await;
            if status == 200 {
                links.extend(Page::of_text(&html).attrs("main a[href^='/']", "href"));
            }
        }
        let known = |link: &String| patterns.iter().any(|pattern| is_of(pattern, link.split(['?', '#']).next().unwrap_or_default()));
        for link in links.iter().filter(|link| known(link)) {
            let status = world.get(link, &cookie).await.status().as_u16();
            found.check(status < 400, || format!("a link to {link} answers {status} to {role:?}"));
        }
    }
}

/// What machines ask has no table: it is read from the source.
fn machines() -> Vec<&'static str> {
    include_str!("../../../src/routes.rs").split(".route(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[actix_web::test]
async fn files_probes_and_failures_are_hardened_like_pages() {
    let world = World::new().await;
    let (found, patterns) = (Findings::default(), machines());
    assert!(patterns.contains(&"/healthz") && patterns.contains(&"/static/{path:.*}"), "{patterns:?}");
    let name = uuid::Uuid::new_v4().simple().to_string();
    let photo = format!("photos/{}/{name}/300.webp", &name[..2]);
    world.house.app.files.put(photo.clone(), Bytes::from_static(b"RIFF")).await.expect("a photo");
    let drawings = Page::read(world.get("/", "").await).await.attrs(".tile img", "src");

    let there = ["/healthz".to_owned(), "/readyz".to_owned(), format!("/{photo}"), drawings[0].clone()].into_iter();
    for path in there.chain(assets::ASSETS.iter().map(|asset| asset.path.to_owned())) {
        let answer = world.get(&path, "").await;
        found.check(answer.status().as_u16() == 200, || format!("{path}: {}", answer.status()));
        check_any_head(&found, &path, &answer);
    }
    let nowhere = ["/static/none.css", "/photos", "/photos/ab/x/300.webp", "/static/art/none.webp", "/kk/healthz", "/ru/cart"];
    let strange = patterns.iter().flat_map(|pattern| STRANGE.map(|text| fill(pattern, |_| text.to_owned())));
    for path in nowhere.map(str::to_owned).into_iter().chain(strange) {
        let answer = world.get(&path, "").await;
        found.check(answer.status().as_u16() < 500, || format!("{path}: {}", answer.status()));
        check_any_head(&found, &path, &answer);
    }

    let request = world.request(reqwest::Method::GET, "/healthz", "").header("accept-encoding", "identity;q=0");
    check_any_head(&found, "a coding that nobody has", &request.send().await.expect("an answer"));
    // it fails before any gate
    let cookie = world.cookie(Role::Buyer);
    world.house.sql("ALTER TABLE sessions RENAME TO gone");
    let answer = world.get("/", &cookie).await;
    found.check(answer.status().as_u16() == 500, || format!("without sessions: {}", answer.status()));
    check_any_head(&found, "a session that cannot be read", &answer);
}
