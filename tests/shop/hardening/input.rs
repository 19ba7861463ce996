//! Every form with every kind of nonsense, as everybody: never a failure, and nothing comes of it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use futures_util::stream::{self, StreamExt};
use samal::web::{Entry, Method};

use super::world::{Findings, Role, World, table};

/// The ways to be wrong. An empty form stands for what is missing.
fn nonsense() -> Vec<String> {
    let fixed = [
        "",
        " ",
        "-1",
        "0",
        "99999999999999999999",
        "1e309",
        "NaN",
        "\0",
        "🙂",
        "\u{202e}txet",
        "<b>x</b>",
        "'; drop table users; --",
        "2147483648",
        "%s%n",
    ];
    fixed.map(str::to_owned).into_iter().chain([long()]).collect()
}

/// Longer than any field of ours.
fn long() -> String {
    "я".repeat(5_000)
}

fn files(folder: PathBuf, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() { files(path, found) } else { found.push(path) }
    }
}

/// The names of all fields that any form or parser speaks of, read from templates and sources.
fn names() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    files(root.join("templates"), &mut paths);
    files(root.join("src"), &mut paths);
    let marks = [
        " name=\"",
        "(form, \"",
        "form.value(\"",
        "form.text(\"",
        "form.parse(\"",
        "form.values(\"",
        "form.indexed(\"",
        "form.has(\"",
        "hidden(\"",
    ];
    let mut found = BTreeSet::new();
    for text in paths.iter().filter_map(|path| std::fs::read_to_string(path).ok()) {
        for mark in marks {
            found.extend(text.split(mark).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
        }
    }
    let plain =
        |name: &String| !name.is_empty() && name.len() < 30 && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    found.into_iter().filter(plain).collect()
}

type Fields = Vec<(String, String)>;

/// The bodies for one form: all fields alike, mixtures in which every field meets every value, repeated and indexed names.
fn bodies(names: &[String], round: usize) -> Vec<Fields> {
    let values = nonsense();
    let mixed =
        |shift: usize| names.iter().enumerate().map(|(i, name)| (name.clone(), values[(i * 7 + shift) % values.len()].clone())).collect();
    let mut bodies: Vec<Fields> = vec![Vec::new()];
    for (i, value) in values.iter().enumerate() {
        if value.len() < 1000 {
            bodies.push(names.iter().map(|name| (name.clone(), value.clone())).collect());
        }
        if (i + round).is_multiple_of(3) {
            bodies.push(mixed(i));
        }
    }
    // A long value in every field is more than a form may hold: some at a time.
    bodies.extend(
        names
            .chunks(8)
            .enumerate()
            .filter(|(i, _)| (i + round).is_multiple_of(3))
            .map(|(_, some)| some.iter().map(|name| (name.clone(), long())).collect()),
    );
    bodies.push(names.iter().flat_map(|name| [(name.clone(), "x".into()), (name.clone(), "1".into())]).collect());
    let indexes = ["0", "-1", "x", "99999999999999999999", ""];
    bodies.push(names.iter().flat_map(|name| indexes.map(|index| (format!("{name}[{index}]"), "1".to_owned()))).collect());
    // What people press.
    let buttons = ["approve", "reject", "uphold", "delete", "left-99", "1:-5", "1:x", "all"];
    bodies.extend(buttons.map(|button| names.iter().map(|name| (name.clone(), button.to_owned())).collect()));
    bodies
}

/// How many of what must not come or go by nonsense.
fn rows(world: &World) -> Vec<i64> {
    let tables = ["users", "shops", "orders", "purchases", "order_items", "shop_members", "users WHERE deleted_at IS NULL"];
    tables.iter().map(|table| world.house.count(&format!("SELECT count(*) AS n FROM {table}"))).collect()
}

async fn send(world: &World, found: &Findings, path: &str, cookie: &str, role: Role, fields: &Fields) {
    let answer = world.request(reqwest::Method::POST, path, cookie).form(fields).send().await;
    let answer = answer.unwrap_or_else(|error| panic!("POST {path} as {role:?}: {error}"));
    let status = answer.status().as_u16();
    let told = |what: &str| format!("POST {path} as {role:?}: {what} for {}", shown(fields));
    found.check(matches!(status, 200 | 303 | 400..=499), || told(&status.to_string()));
    let text = answer.text().await.unwrap_or_default();
    for bad in ["⟦?⟧", "<script", "<b>x</b>"] {
        found.check(!text.contains(bad), || told(bad));
    }
}

fn shown(fields: &Fields) -> String {
    format!("{fields:?}").chars().take(160).collect()
}

/// One form as one person: with a session of its own, for some forms end theirs.
async fn try_form(world: &World, found: &Findings, entry: &Entry, role: Role, names: &[String], round: usize) {
    let (path, cookie) = (world.real(entry.path), world.cookie(role));
    let bodies = bodies(names, round);
    // Whoever may not come in is stopped before the form is read: once is enough.
    let some = if role.may(entry.who) { bodies.len() } else { 2 };
    for fields in &bodies[..some] {
        send(world, found, &path, &cookie, role, fields).await;
    }
}

#[actix_web::test]
async fn no_form_breaks_and_nothing_comes_of_nonsense() {
    let world = World::new().await;
    let (names, entries) = (names(), table());
    assert!(names.iter().any(|name| name == "note") && names.len() >= 10, "{names:?}");
    let before = rows(&world);
    let forms: Vec<(usize, &Entry)> = entries.iter().filter(|entry| entry.method == Method::Post).enumerate().collect();
    let (world, names, found) = (&world, &names, &Findings::default());
    // Managers may all that moderators may: the guest, the buyer, the seller and one of staff are enough.
    let roles = [Role::Guest, Role::Buyer, Role::Seller, Role::Manager];
    let tries = forms.iter().flat_map(|(round, entry)| roles.map(|role| try_form(world, found, entry, role, names, *round)));
    stream::iter(tries).buffer_unordered(8).for_each(|()| async {}).await;
    assert_eq!(rows(world), before);
}
