//! A file that several readers look into, one after the other.

use std::io::{self, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex};

/// Where a file comes from: a file on the disk, or bytes in memory.
pub trait Source: Read + Seek + Send + 'static {}

impl<T: Read + Seek + Send + 'static> Source for T {}

/// A part of a file. It keeps its own place, so that the file itself may be shared.
pub(super) struct Window {
    file: Arc<Mutex<dyn Source>>,
    at: u64,
    left: u64,
}

impl Window {
    /// The bytes from `at` on, `length` of them at most.
    pub fn new(file: Arc<Mutex<dyn Source>>, at: u64, length: u64) -> Self {
        Self { file, at, left: length }
    }
}

impl Read for Window {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = buffer.len().min(usize::try_from(self.left).unwrap_or(usize::MAX));
        if most == 0 {
            return Ok(0);
        }
        let mut file = self.file.lock().map_err(|_| io::Error::other("another reader of the file failed"))?;
        file.seek(SeekFrom::Start(self.at))?;
        let n = file.read(&mut buffer[..most])?;
        self.at += n as u64;
        self.left -= n as u64;
        Ok(n)
    }
}
