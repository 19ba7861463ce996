//! Files made for one answer: written to the disk first, then sent piece by piece, so that however long they are little is held.

use std::fs::{self, File};
use std::io::{self, Read, Seek};
use std::path::Path;

use actix_web::http::header;
use actix_web::{HttpResponse, HttpResponseBuilder};
use bytes::Bytes;
use futures_util::stream;

use super::{Fault, Outcome};

/// What is sent at once.
const PIECE: usize = 64 * 1024;

/// A file to send.
#[derive(Debug)]
pub struct Download {
    /// It, wherever its place is.
    pub file: File,
    /// What it is called; in Latin letters, digits, dots and dashes.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
}

impl Download {
    /// As a file to keep, for its owner alone.
    pub fn send(self) -> Outcome {
        let mut response = HttpResponse::Ok();
        response
            .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", self.name)))
            .insert_header((header::CACHE_CONTROL, "private, no-store"));
        self.send_as(response)
    }

    /// With headers of one's own.
    pub fn send_as(mut self, mut response: HttpResponseBuilder) -> Outcome {
        self.file.rewind().map_err(Fault::unexpected)?;
        Ok(response.content_type(self.kind).streaming(pieces(self.file)))
    }
}

fn pieces(file: File) -> impl stream::Stream<Item = io::Result<Bytes>> {
    stream::try_unfold(file, |mut file| async move {
        let read = tokio::task::spawn_blocking(move || {
            let mut piece = vec![0; PIECE];
            let n = file.read(&mut piece)?;
            piece.truncate(n);
            Ok::<_, io::Error>((Bytes::from(piece), file))
        });
        let (piece, file) = read.await.map_err(io::Error::other)??;
        Ok(if piece.is_empty() { None } else { Some((piece, file)) })
    })
}

/// A file that nobody can open by name, and that is gone with its last handle.
pub fn nameless_file(folder: &Path) -> io::Result<File> {
    fs::create_dir_all(folder)?;
    let path = folder.join(uuid::Uuid::new_v4().to_string());
    let file = File::options().read(true).write(true).create_new(true).open(&path)?;
    fs::remove_file(&path)?;
    Ok(file)
}
