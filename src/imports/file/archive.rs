//! ZIP archives from strangers: bounded in files, bytes and growth. What the archive says about sizes is not believed.

use std::collections::HashMap;
use std::io::{self, Read};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use flate2::read::DeflateDecoder;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::error::Refusal;
use super::limits::Limits;
use super::window::{Source, Window};

/// Below this size a file may grow as it likes: a small sheet of blanks does.
const FREE: u64 = 8 * 1024 * 1024;

/// An opened archive.
pub(super) struct Archive {
    file: Arc<Mutex<dyn Source>>,
    entries: HashMap<String, Place>,
    unpacked: Arc<AtomicU64>,
    limits: Limits,
}

#[derive(Debug, Clone, Copy)]
struct Place {
    at: u64,
    packed: u64,
    method: CompressionMethod,
}

impl Archive {
    /// Reads the list of files. Names are only ever compared, never used as paths.
    pub fn open(source: impl Source, limits: Limits) -> Result<Self, Refusal> {
        let mut zip = ZipArchive::new(source).map_err(refusal)?;
        if zip.len() > limits.entries {
            return Err(Refusal::TooLarge);
        }
        let mut entries = HashMap::new();
        for at in 0..zip.len() {
            let Ok(entry) = zip.by_index_raw(at) else { continue };
            if entry.encrypted() {
                return Err(Refusal::Protected);
            }
            if let (Some(start), false) = (entry.data_start(), entry.is_dir()) {
                let place = Place { at: start, packed: entry.compressed_size(), method: entry.compression() };
                entries.insert(decoded(entry.name_raw()), place);
            }
        }
        let file: Arc<Mutex<dyn Source>> = Arc::new(Mutex::new(zip.into_inner()));
        Ok(Self { file, entries, unpacked: Arc::default(), limits })
    }

    /// The names of its files.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// Opens a file; nothing when there is none of this name.
    pub fn read(&self, name: &str) -> Result<Option<Box<dyn Read + Send>>, Refusal> {
        let Some(place) = self.entries.get(name) else { return Ok(None) };
        let packed = Window::new(Arc::clone(&self.file), place.at, place.packed);
        let plain: Box<dyn Read + Send> = match place.method {
            CompressionMethod::Stored => Box::new(packed),
            CompressionMethod::Deflated => Box::new(DeflateDecoder::new(packed)),
            _ => return Err(Refusal::Unknown),
        };
        let guard = Guard { plain, packed: place.packed, own: 0, all: Arc::clone(&self.unpacked), limits: self.limits };
        Ok(Some(Box::new(guard)))
    }
}

/// Names are UTF-8, or what Windows in Russian writes.
fn decoded(name: &[u8]) -> String {
    std::str::from_utf8(name).map_or_else(|_| encoding_rs::IBM866.decode_without_bom_handling(name).0.into_owned(), str::to_owned)
}

fn refusal(error: ZipError) -> Refusal {
    match error {
        ZipError::Io(error) => Refusal::of(&error),
        _ => Refusal::Broken,
    }
}

/// Counts what comes out.
struct Guard {
    plain: Box<dyn Read + Send>,
    packed: u64,
    own: u64,
    all: Arc<AtomicU64>,
    limits: Limits,
}

impl Read for Guard {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.plain.read(buffer)? as u64;
        self.own += n;
        let all = self.all.fetch_add(n, Ordering::Relaxed) + n;
        let grown = self.own > FREE && self.own / self.limits.ratio.max(1) > self.packed;
        if grown || all > self.limits.unpacked { Err(Refusal::Bomb.into()) } else { Ok(n as usize) }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// An archive in memory.
    pub fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            let written = zip.start_file(*name, SimpleFileOptions::default()).map(|()| zip.write_all(bytes));
            assert!(matches!(written, Ok(Ok(()))));
        }
        zip.finish().map(Cursor::into_inner).unwrap_or_default()
    }

    fn whole(archive: &Archive, name: &str) -> Result<usize, Refusal> {
        let mut bytes = Vec::new();
        let Some(mut file) = archive.read(name)? else { return Err(Refusal::Empty) };
        Ok(file.read_to_end(&mut bytes)?)
    }

    #[test]
    fn a_file_that_grows_a_thousandfold_is_a_bomb_and_blanks_in_small_are_not() -> Result<(), Refusal> {
        let zip = zipped(&[("bomb", &vec![0; 40 << 20]), ("blank", &vec![b' '; 1 << 20])]);
        assert!(zip.len() < 100_000);
        let archive = Archive::open(Cursor::new(zip), Limits::default())?;
        assert_eq!(whole(&archive, "blank"), Ok(1 << 20));
        assert_eq!(whole(&archive, "bomb"), Err(Refusal::Bomb));
        Ok(())
    }

    #[test]
    fn many_files_together_are_bounded_too() -> Result<(), Refusal> {
        let zip = zipped(&[("a", &[7; 1000]), ("b", &[8; 1000])]);
        let archive = Archive::open(Cursor::new(zip.clone()), Limits { unpacked: 1500, ..Limits::default() })?;
        assert_eq!((whole(&archive, "a"), whole(&archive, "b")), (Ok(1000), Err(Refusal::Bomb)));
        let few = Limits { entries: 1, ..Limits::default() };
        assert_eq!(Archive::open(Cursor::new(zip), few).err(), Some(Refusal::TooLarge));
        Ok(())
    }

    #[test]
    fn what_is_cut_off_is_broken() {
        let zip = zipped(&[("a", &[7; 1000])]);
        assert_eq!(Archive::open(Cursor::new(zip[..zip.len() / 2].to_vec()), Limits::default()).err(), Some(Refusal::Broken));
    }
}
