//! Every page as everybody in every language: no failure, no missing word, no script, the right door.

use std::collections::BTreeSet;

use futures_util::stream::{self, StreamExt};
use reqwest::Response;
use samal::web::{Method, Who};

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

/// What must hold of any answer's head.
fn check_head(found: &Findings, what: &str, answer: &Response) {
    found.check(answer.status().as_u16() < 500, || format!("{what}: {}", answer.status()));
    let header = |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    found.check(header("content-security-policy").contains("script-src 'none'"), || format!("{what}: no policy"));
    for (name, value) in [("x-content-type-options", "nosniff"), ("cross-origin-opener-policy", "same-origin")] {
        found.check(header(name) == value, || format!("{what}: {name}"));
    }
    for name in ["referrer-policy", "permissions-policy"] {
        found.check(!header(name).is_empty(), || format!("{what}: {name}"));
    }
}

/// Whoever may not come in is led to the door or turned away.
fn check_door(found: &Findings, what: &str, answer: &Response, role: Role, who: Who) {
    let status = answer.status().as_u16();
    let location = answer.headers().get("location").and_then(|value| value.to_str().ok()).unwrap_or_default();
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
