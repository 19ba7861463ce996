//! A file comes in: what it is and how large is read from its first bytes, before anything is decoded.

use std::io::{self, Cursor};

use bytes::Bytes;
use image::{ImageFormat, ImageReader};
use uuid::Uuid;

use super::Refusal;
use crate::kernel::PhotoId;
use crate::storage::Files;
use crate::web::{NotKept, Received};

/// No file is bigger.
pub const MOST_BYTES: usize = 15 * 1024 * 1024;
/// No picture has more pixels.
const MOST_PIXELS: u64 = 50_000_000;

/// A file that was looked at. An accepted one lies in the store, out of sight, until its sizes are made.
#[derive(Debug, Clone)]
pub struct Taken {
    /// The photo it will be.
    pub id: PhotoId,
    /// What the file is called.
    pub name: String,
    /// How big it is.
    pub bytes: i64,
    /// What is wrong with it.
    pub refusal: Option<Refusal>,
}

impl Taken {
    /// A file that cannot be a photo; nothing of it is kept.
    pub fn refused(name: &str, bytes: u64, refusal: Refusal) -> Self {
        Self { id: PhotoId(Uuid::new_v4()), name: name.to_owned(), bytes: i64::try_from(bytes).unwrap_or(i64::MAX), refusal: Some(refusal) }
    }
}

/// Where the file lies until its sizes are made.
pub(super) fn place(id: PhotoId) -> String {
    format!("incoming/{}", id.0.simple())
}

/// Looks at a file and keeps it if it can be a photo. What it is called does not matter, what it is does.
pub async fn take(files: &Files, name: &str, bytes: Bytes) -> io::Result<Taken> {
    if let Err(refusal) = look(&bytes) {
        return Ok(Taken::refused(name, bytes.len() as u64, refusal));
    }
    let id = PhotoId(Uuid::new_v4());
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    files.put(place(id), bytes).await?;
    Ok(Taken { id, name: name.to_owned(), bytes: size, refusal: None })
}

/// Lets go of files whose rows were never written.
pub async fn forget(files: &Files, taken: &[Taken]) {
    for photo in taken.iter().filter(|photo| photo.refusal.is_none()) {
        if let Err(error) = files.delete(place(photo.id)).await {
            tracing::warn!(%error, "a file that nobody needs stays behind");
        }
    }
}

/// A file that an earlier sending of the form left here, found by its id, which nobody can guess.
pub async fn kept(files: &Files, id: &str, name: &str) -> io::Result<Option<Taken>> {
    let Ok(id) = id.parse().map(PhotoId) else { return Ok(None) };
    match files.get(place(id)).await {
        Ok(bytes) => {
            let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
            Ok(Some(Taken { id, name: name.chars().take(120).collect(), bytes: size, refusal: None }))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn look(bytes: &[u8]) -> Result<(), Refusal> {
    match bytes.len() {
        0 => return Err(Refusal::Empty),
        n if n > MOST_BYTES => return Err(Refusal::TooLarge),
        _ => {}
    }
    let format = image::guess_format(bytes).map_err(|_| Refusal::WrongType)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) {
        return Err(Refusal::WrongType);
    }
    if format == ImageFormat::Jpeg && !ends(bytes) {
        return Err(Refusal::Broken);
    }
    let (width, height) = ImageReader::with_format(Cursor::new(bytes), format).into_dimensions().map_err(|_| Refusal::Broken)?;
    match u64::from(width) * u64::from(height) {
        0 => Err(Refusal::Broken),
        pixels if pixels > MOST_PIXELS => Err(Refusal::TooManyPixels),
        _ => Ok(()),
    }
}

/// Whether a JPEG's end comes after the start of its picture. Decoders fill what is missing with grey; the small preview that
/// cameras put into the head has an end of its own, which does not count.
fn ends(jpeg: &[u8]) -> bool {
    let mut at = 2;
    while let Some([0xFF, kind, high, low]) = jpeg.get(at..at + 4) {
        at += match kind {
            0xDA => return jpeg.get(at..).is_some_and(|scan| scan.windows(2).any(|two| two == [0xFF, 0xD9])),
            0xFF => 1,
            _ => 2 + usize::from(u16::from_be_bytes([*high, *low])),
        };
    }
    false
}

/// Takes everything that came with a form through one input.
pub async fn take_all(files: &Files, received: Vec<Received>, field: &str) -> io::Result<Vec<Taken>> {
    let mut taken = Vec::new();
    for file in received.into_iter().filter(|file| file.field == field) {
        let (name, size) = (file.name.clone(), file.size);
        taken.push(match file.bytes().await? {
            Ok(bytes) => take(files, &name, bytes).await?,
            Err(NotKept::TooLarge) => Taken::refused(&name, size, Refusal::TooLarge),
            Err(NotKept::TooMany) => Taken::refused(&name, size, Refusal::TooMany),
        });
    }
    Ok(taken)
}
