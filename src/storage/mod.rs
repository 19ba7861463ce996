//! Files kept for long, behind one small trait: photos today on the local disk.

mod local;

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;

use bytes::Bytes;

pub use local::LocalDisk;

/// A call that may wait.
pub type Waiting<'a, T> = Pin<Box<dyn Future<Output = io::Result<T>> + Send + 'a>>;

/// Where files lie. Paths are relative, made of our own ids, and what stands at one never changes once written.
pub trait Store: Send + Sync {
    /// Writes a file whole or not at all.
    fn put(&self, path: String, bytes: Bytes) -> Waiting<'_, ()>;
    /// Reads a file; `NotFound` when there is none.
    fn get(&self, path: String) -> Waiting<'_, Bytes>;
    /// Deletes a file; none is fine.
    fn delete(&self, path: String) -> Waiting<'_, ()>;
}

/// The store that the rooms share.
pub type Files = Arc<dyn Store>;
