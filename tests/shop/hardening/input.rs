//! Every form with every kind of nonsense, as everybody: never a failure, and nothing comes of it. What is refused changes no row of any
//! table, and a form that comes back says at its fields what is wrong.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use futures_util::future::join_all;
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
fn bodies(names: &[String], listing: &str, round: usize) -> Vec<Fields> {
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
        // nonsense about a listing that is there
        if (i + round).is_multiple_of(4) && value.len() < 1000 {
            let about = names.iter().flat_map(|name| [(name.clone(), value.clone()), (format!("{name}[{listing}]"), value.clone())]);
            bodies.push([("listing".to_owned(), listing.to_owned())].into_iter().chain(about).collect());
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

/// Every row that comes, goes or becomes another is noted by its table; what is rolled back never was. Left out is what moves by itself:
/// sessions, and what timers and the search index write.
const WATCH: &str = "
CREATE TABLE noted (name text NOT NULL);
CREATE FUNCTION note_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO noted VALUES (TG_TABLE_NAME);
    RETURN NULL;
END $$;
DO $$
DECLARE
    watched text;
BEGIN
    FOR watched IN
        SELECT tablename FROM pg_tables WHERE schemaname = 'public'
        AND tablename NOT IN ('noted', 'sessions', 'listing_views', 'recent_views', 'asked_words', 'search_changes', 'search_log')
    LOOP
        EXECUTE format('CREATE TRIGGER noted_rows AFTER INSERT OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION note_row()', watched);
        EXECUTE format('CREATE TRIGGER noted_change AFTER UPDATE ON %I FOR EACH ROW
                        WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION note_row()', watched);
    END LOOP;
END $$;";

/// What was noted of a world's tables.
struct Notes(PgConnection);

impl Notes {
    fn of(world: &World) -> Self {
        let mut conn = world.house.connect();
        conn.batch_execute(WATCH).expect("the tables are watched");
        Self(conn)
    }

    /// The tables that changed since the last look.
    fn read(&mut self) -> BTreeSet<String> {
        #[derive(QueryableByName)]
        struct Note {
            #[diesel(sql_type = diesel::sql_types::Text)]
            name: String,
        }
        let notes: Vec<Note> = diesel::sql_query("DELETE FROM noted RETURNING name").load(&mut self.0).expect("the notes");
        notes.into_iter().map(|note| note.name).collect()
    }
}

const GOODS: &[&str] = &[
    "favorite_moves",
    "listing_history",
    "listing_prices",
    "listings",
    "product_tags",
    "product_texts",
    "product_values",
    "products",
    "stocks",
    "tags",
];

/// Forms that save what is right beside what is wrong, and say so on their page; and where it lies.
const SAVE_THE_REST: [(&str, &[&str]); 4] = [
    ("/sell/shop", &["delivery_terms", "shops"]),
    ("/sell/listings", GOODS),
    ("/sell/listings/{id}/edit", GOODS),
    ("/sell/listings/{id}/publish", GOODS),
];

/// Forms of which something may be wrong that is no field's: no button was pressed, nothing would be left, there are too many.
const AS_A_WHOLE: [&str; 6] = [
    "/favorites/new",
    "/moderation/changes/{id}",
    "/moderation/listings/{id}",
    "/moderation/reports/{id}",
    "/orders/{number}/edit",
    "/sell/import/{id}/columns",
];

/// A form that comes back names what is wrong, by links to where it is said again. Where there is no such form any more, the page only says
/// how things stand.
fn named(html: &str, pattern: &str, path: &str) -> Result<(), String> {
    let place = match path.rsplit_once('/') {
        Some((listing, "publish")) => format!("{listing}/edit"),
        Some((page, "save")) => page.to_owned(),
        _ => path.to_owned(),
    };
    if !["", "#errors"].iter().any(|end| html.contains(&format!("action=\"{place}{end}\""))) {
        return Ok(());
    }
    let summary = html.split("id=\"errors\"").nth(1).and_then(|rest| rest.split("</section>").next()).ok_or("no summary")?;
    let fields: Vec<&str> = summary.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    if fields.is_empty() && !AS_A_WHOLE.contains(&pattern) {
        return Err("no field is named".to_owned());
    }
    match fields.iter().find(|field| !says(html, field)) {
        Some(field) => Err(format!("nothing is said at {field}")),
        None => Ok(()),
    }
}

/// Whether there is such a field with words beside it, or the whole form is the field: one of buttons.
fn says(html: &str, field: &str) -> bool {
    let id = format!("id=\"{field}\"");
    let is_form = || html.split("<form ").skip(1).filter_map(|rest| rest.split('>').next()).any(|tag| tag.contains(&id));
    html.contains(&id) && (html.contains(&format!("id=\"{field}-e\"")) || is_form())
}

/// One form in the hands of one person, with a session of its own, for some forms end theirs.
struct Hand<'a> {
    world: &'a World,
    found: &'a Findings,
    entry: &'a Entry,
    role: Role,
    path: String,
    cookie: String,
}

impl Hand<'_> {
    async fn send(&self, notes: &mut Notes, fields: &Fields) {
        let told = |what: &str| format!("POST {} as {:?}: {what} for {}", self.path, self.role, shown(fields));
        let answer = self.world.request(reqwest::Method::POST, &self.path, &self.cookie).form(fields).send().await;
        let answer = answer.unwrap_or_else(|error| panic!("{}", told(&error.to_string())));
        let status = answer.status().as_u16();
        self.found.check(matches!(status, 200 | 303 | 400..=499), || told(&status.to_string()));
        let text = answer.text().await.unwrap_or_default();
        for bad in ["⟦?⟧", "<script", "<b>x</b>"] {
            self.found.check(!text.contains(bad), || told(bad));
        }
        let changed = notes.read();
        if status >= 400 {
            let may = SAVE_THE_REST.iter().find(|(form, _)| *form == self.entry.path).map(|(_, tables)| *tables).unwrap_or_default();
            let wrong: Vec<&String> = changed.iter().filter(|table| !may.contains(&table.as_str())).collect();
            self.found.check(wrong.is_empty(), || told(&format!("{status}, but changed {wrong:?}")));
        }
        if status == 422
            && let Err(why) = named(&text, self.entry.path, &self.path)
        {
            self.found.check(false, || told(&why));
        }
    }
}

fn shown(fields: &Fields) -> String {
    format!("{fields:?}").chars().take(160).collect()
}

/// Some forms as everybody, in a world of their own and one after another: whatever changes there, the form just sent did it.
async fn try_forms(found: &Findings, names: &[String], forms: &[(usize, &Entry)]) {
    let world = World::new().await;
    let (mut notes, before) = (Notes::of(&world), rows(&world));
    let listing = world.real("/sell/listings/{id}").rsplit('/').next().unwrap_or_default().to_owned();
    for &(round, entry) in forms {
        let bodies = bodies(names, &listing, round);
        // Managers may all that moderators may: the guest, the buyer, the seller and one of staff are enough.
        for role in [Role::Guest, Role::Buyer, Role::Seller, Role::Manager] {
            let hand = Hand { world: &world, found, entry, role, path: world.real(entry.path), cookie: world.cookie(role) };
            // Whoever may not come in is stopped before the form is read: once is enough.
            let some = if role.may(entry.who) { bodies.len() } else { 2 };
            for fields in &bodies[..some] {
                hand.send(&mut notes, fields).await;
            }
        }
    }
    assert_eq!(rows(&world), before);
}

/// So many worlds stand side by side.
const WORLDS: usize = 4;

#[actix_web::test]
async fn no_form_breaks_and_nothing_comes_of_nonsense() {
    let (names, entries, found) = (names(), table(), Findings::default());
    assert!(names.iter().any(|name| name == "note") && names.len() >= 10, "{names:?}");
    let forms: Vec<(usize, &Entry)> = entries.iter().filter(|entry| entry.method == Method::Post).enumerate().collect();
    // neighbours stay together: an order's steps follow one another
    join_all(forms.chunks(forms.len().div_ceil(WORLDS)).map(|some| try_forms(&found, &names, some))).await;
}
