//! Forms with files: fields go into a [`Form`], files into nameless temporary files, each within its bounds. Whatever is too large is
//! read to the end and dropped, because a browser hears nothing of an answer that comes before it has finished sending.

use std::future::Future;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;

use actix_multipart::{Field, Multipart};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use bytes::Bytes;
use futures_util::StreamExt;
use tokio::fs::{self, File};
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt};

use super::{Fault, Form, State, clean};

/// No form brings more files.
const FILES: usize = 10;
/// Further than this nobody is listened to.
const PATIENCE: u64 = 1024 * 1024 * 1024;
/// All texts of a form together.
const TEXTS: u64 = 256 * 1024;
/// No form has more fields.
const FIELDS: usize = 500;
/// What is kept of a file's name.
const NAME: usize = 120;

/// How many bytes a form may bring.
#[derive(Debug, Clone, Copy)]
struct Bounds {
    /// No file is bigger.
    file: u64,
    /// No form with its files is bigger.
    body: u64,
}

/// Photos.
const USUAL: Bounds = Bounds { file: 15 * 1024 * 1024, body: 160 * 1024 * 1024 };
/// Price lists and archives of photos.
const BULKY: Bounds = Bounds { file: BulkyUpload::MOST, body: BulkyUpload::MOST + 64 * 1024 * 1024 };

/// A form that came with files.
#[derive(Debug, Default)]
pub struct Upload {
    /// What was typed.
    pub form: Form,
    /// What was chosen, in order; file inputs left empty are not among them.
    pub files: Vec<Received>,
}

/// A form that came with files far larger than photos. They are never held in memory: [`Received::keep`] writes them where they belong.
#[derive(Debug, Default)]
pub struct BulkyUpload(pub Upload);

impl BulkyUpload {
    /// No file is bigger.
    pub const MOST: u64 = 256 * 1024 * 1024;
}

/// A file that came.
#[derive(Debug)]
pub struct Received {
    /// The input's name.
    pub field: String,
    /// What the file is called.
    pub name: String,
    /// How big it is.
    pub size: u64,
    content: Content,
}

#[derive(Debug)]
enum Content {
    Kept(File),
    TooLarge,
    TooMany,
}

/// Why a file was not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotKept {
    /// Over the bound of one file.
    TooLarge,
    /// One file more than a form may bring.
    TooMany,
}

impl Received {
    /// The file's bytes, unless it was dropped on the way.
    pub async fn bytes(self) -> io::Result<Result<Bytes, NotKept>> {
        let mut file = match self.content {
            Content::Kept(file) => file,
            Content::TooLarge => return Ok(Err(NotKept::TooLarge)),
            Content::TooMany => return Ok(Err(NotKept::TooMany)),
        };
        let mut bytes = Vec::with_capacity(usize::try_from(self.size).unwrap_or_default());
        file.rewind().await?;
        file.read_to_end(&mut bytes).await?;
        Ok(Ok(bytes.into()))
    }

    /// Writes the file to a place of its own, unless it was dropped on the way.
    pub async fn keep(self, path: &Path) -> io::Result<Result<(), NotKept>> {
        let mut file = match self.content {
            Content::Kept(file) => file,
            Content::TooLarge => return Ok(Err(NotKept::TooLarge)),
            Content::TooMany => return Ok(Err(NotKept::TooMany)),
        };
        file.rewind().await?;
        let mut target = fs::OpenOptions::new().write(true).create_new(true).open(path).await?;
        tokio::io::copy(&mut file, &mut target).await?;
        target.flush().await.map(Ok)
    }
}

impl FromRequest for Upload {
    type Error = Fault;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Fault>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        read(req, payload, USUAL)
    }
}

impl FromRequest for BulkyUpload {
    type Error = Fault;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Fault>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let upload = read(req, payload, BULKY);
        Box::pin(async move { upload.await.map(Self) })
    }
}

fn read(req: &HttpRequest, payload: &mut Payload, bounds: Bounds) -> Pin<Box<dyn Future<Output = Result<Upload, Fault>>>> {
    let kind = req.headers().get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !kind.starts_with("multipart/form-data") {
        let form = Form::from_request(req, payload);
        return Box::pin(async move { Ok(Upload { form: form.await?, files: Vec::new() }) });
    }
    let parts = Multipart::from_request(req, payload);
    let folder = req.app_data::<web::Data<State>>().map(|state| state.config.var.join("spool"));
    let folder = folder.unwrap_or_else(std::env::temp_dir);
    let reader = Reader { folder, bounds, fields: Vec::new(), files: Vec::new(), texts: 0, total: 0, over: false };
    Box::pin(async move { reader.read(parts.await.map_err(Fault::unexpected)?).await })
}

struct Reader {
    folder: PathBuf,
    bounds: Bounds,
    fields: Vec<(String, String)>,
    files: Vec<Received>,
    texts: u64,
    total: u64,
    over: bool,
}

impl Reader {
    async fn read(mut self, mut parts: Multipart) -> Result<Upload, Fault> {
        while let Some(part) = parts.next().await {
            let part = part.map_err(|_| Fault::Invalid)?;
            let name = clean(part.name().unwrap_or_default());
            let file = part.content_disposition().and_then(|disposition| disposition.get_filename()).map(tidy);
            match file {
                Some(file) => self.file(part, name, file).await?,
                None => self.text(part, name).await?,
            }
        }
        if self.over { Err(Fault::TooLarge) } else { Ok(Upload { form: Form::of(self.fields), files: self.files }) }
    }

    async fn text(&mut self, mut part: Field, name: String) -> Result<(), Fault> {
        let mut text = Vec::new();
        while let Some(chunk) = part.next().await {
            let chunk = chunk.map_err(|_| Fault::Invalid)?;
            self.count(&chunk)?;
            self.texts += chunk.len() as u64;
            self.over |= self.texts > TEXTS || self.fields.len() >= FIELDS;
            if !self.over {
                text.extend_from_slice(&chunk);
            }
        }
        if !self.over {
            let text = String::from_utf8(text).map_err(|_| Fault::Invalid)?;
            self.fields.push((name, clean(&text)));
        }
        Ok(())
    }

    async fn file(&mut self, mut part: Field, field: String, name: String) -> Result<(), Fault> {
        let mut content = match self.files.len() {
            n if n >= FILES => Content::TooMany,
            _ => Content::Kept(nameless(&self.folder).await.map_err(Fault::unexpected)?),
        };
        let mut size = 0;
        while let Some(chunk) = part.next().await {
            let chunk = chunk.map_err(|_| Fault::Invalid)?;
            self.count(&chunk)?;
            size += chunk.len() as u64;
            if size > self.bounds.file && matches!(content, Content::Kept(_)) {
                content = Content::TooLarge;
            }
            if let (Content::Kept(file), false) = (&mut content, self.over) {
                file.write_all(&chunk).await.map_err(Fault::unexpected)?;
            }
        }
        // an input that was left empty comes as a file without name and bytes
        if size > 0 || !name.is_empty() {
            self.files.push(Received { field, name, size, content });
        }
        Ok(())
    }

    fn count(&mut self, chunk: &Bytes) -> Result<(), Fault> {
        self.total += chunk.len() as u64;
        self.over |= self.total > self.bounds.body;
        if self.total > PATIENCE { Err(Fault::TooLarge) } else { Ok(()) }
    }
}

/// A file's name without folders, short enough to show.
fn tidy(name: &str) -> String {
    let name = clean(name);
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default().trim();
    last.chars().take(NAME).collect()
}

/// A file that nobody can open by name, and that is gone with its last handle, even after a crash.
async fn nameless(folder: &Path) -> io::Result<File> {
    fs::create_dir_all(folder).await?;
    let path = folder.join(uuid::Uuid::new_v4().to_string());
    let file = fs::OpenOptions::new().read(true).write(true).create_new(true).open(&path).await?;
    fs::remove_file(&path).await?;
    Ok(file)
}
