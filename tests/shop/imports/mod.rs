//! Price lists: the wizard, undoing, hostile files, and lists that go out.

mod hostile;
mod out;
mod rows;
mod undo;
mod wizard;

use crate::selling::files;
use crate::support::{House, Page, Seller};

/// Chooses a file on the first page and sends it.
pub async fn upload(seller: &Seller, name: &str, list: impl Into<Vec<u8>>) -> Page {
    upload_with(seller, &[("file", name, list.into())]).await
}

/// The same with photos.
pub async fn upload_with(seller: &Seller, files: &[files::File<'_>]) -> Page {
    let page = seller.person.at.get("/sell/import").await.expect(200);
    files::send(&seller.person.at, &page, &[], files).await
}

/// Says what the columns are, as they were guessed but for some; the check is done afterwards.
pub async fn check(house: &House, seller: &Seller, columns: &Page, fill: &[(&str, &str)]) -> Page {
    let sent = seller.person.at.send(columns, "main form", fill).await.expect(200);
    house.work().await;
    seller.person.at.get(&sent.path).await.expect(200)
}

/// Presses "run"; the import is carried out afterwards.
pub async fn run(house: &House, seller: &Seller, checked: &Page) -> Page {
    let sent = seller.person.at.send(checked, "form[action$='/run']", &[]).await.expect(200);
    house.work().await;
    house.index();
    seller.person.at.get(&sent.path).await.expect(200)
}

/// The whole wizard with everything as guessed, kettles where no category is said.
pub async fn import(house: &House, seller: &Seller, name: &str, list: impl Into<Vec<u8>>) -> Page {
    let columns = upload(seller, name, list).await.expect(200);
    let kettles = kettles(house);
    let checked = check(house, seller, &columns, &[("category", &kettles)]).await;
    run(house, seller, &checked).await
}

/// The category of kettles: they have to tell their volume.
pub fn kettles(house: &House) -> String {
    house.count("SELECT id::bigint AS n FROM categories WHERE slug = 'kettles'").to_string()
}

/// What the page counts: on sale, drafts, changed, as they were, wrong.
pub fn counts(page: &Page) -> [i64; 5] {
    let counts: Vec<i64> = page.texts(".figs b").iter().filter_map(|text| text.replace(' ', "").parse().ok()).collect();
    counts.try_into().unwrap_or_else(|_| panic!("no five counts: {}", page.words()))
}
