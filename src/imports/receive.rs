//! A list comes in: its file, perhaps an archive of photos. Both are looked at before they are kept.

use std::path::Path;

use uuid::Uuid;

use super::home::Home;
use super::import::NewImport;
use super::state::ListKind;
use super::work::{archive, kind_of, list};
use crate::kernel::{ShopId, UserId};
use crate::web::{FieldError, Form, Received};

/// No list is bigger. (Archives of photos may be as big as a form may bring.)
pub const MOST_LIST: u64 = 64 * 1024 * 1024;

/// Keeps the files of a form; what is wrong with them is told at their fields, and nothing of them stays.
pub async fn receive(
    home: &Home,
    (shop, user): (ShopId, UserId),
    files: Vec<Received>,
    form: &mut Form,
) -> std::io::Result<Option<NewImport>> {
    let folder = Uuid::new_v4();
    let place = home.folder(folder);
    tokio::fs::create_dir_all(&place).await?;
    let (mut file_name, mut photos_name) = (String::new(), String::new());
    for file in files {
        let (name, field) = (file.name.clone(), file.field.clone());
        let (target, most, kept) = match field.as_str() {
            "file" if file_name.is_empty() => ("list", MOST_LIST, &mut file_name),
            "photos" if photos_name.is_empty() => ("photos", u64::MAX, &mut photos_name),
            _ => continue,
        };
        if file.size > most || file.keep(&place.join(target)).await?.is_err() {
            form.fail(&field, FieldError::new("import-file-large"));
        }
        *kept = if name.is_empty() { target.to_owned() } else { name };
    }
    if file_name.is_empty() {
        form.fail("file", FieldError::new("import-file-missing"));
    }
    let kind = if form.has_errors() { None } else { look(place.clone(), !photos_name.is_empty(), form).await? };
    let Some(kind) = kind else {
        tokio::fs::remove_dir_all(&place).await?;
        return Ok(None);
    };
    Ok(Some(NewImport { shop_id: shop, user_id: Some(user), folder, kind, file_name, photos_name }))
}

/// Opens both on the side; says at their fields why they are refused.
async fn look(place: std::path::PathBuf, photos: bool, form: &mut Form) -> std::io::Result<Option<ListKind>> {
    let looked =
        tokio::task::spawn_blocking(move || (look_at_list(&place.join("list")), photos.then(|| archive(&place.join("photos")).err())));
    let (kind, photos) = looked.await.map_err(std::io::Error::other)?;
    if let Some(refusal) = photos.flatten() {
        form.fail("photos", FieldError::new(refusal.key()));
    }
    if let Err(key) = kind {
        form.fail("file", FieldError::new(key));
    }
    Ok(kind.ok().filter(|_| !form.has_errors()))
}

/// What kind of list it is, or the key of why it is none.
pub fn look_at_list(path: &Path) -> Result<ListKind, &'static str> {
    let kind = kind_of(path).and_then(|kind| list(path).map(|_| kind));
    kind.map(ListKind::from).map_err(|refusal| refusal.key())
}
