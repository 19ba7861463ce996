//! Files on the local disk.

use std::io;
use std::path::{Component, Path, PathBuf};

use bytes::Bytes;
use tokio::fs;

use super::{Store, Waiting};

/// A folder as a store.
pub struct LocalDisk {
    root: PathBuf,
}

impl LocalDisk {
    /// Files under `root`.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Where a path lies; steps out of the root are refused, whoever asks.
    fn locate(&self, path: &str) -> io::Result<PathBuf> {
        let inside = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
        if inside { Ok(self.root.join(path)) } else { Err(io::ErrorKind::InvalidInput.into()) }
    }
}

impl Store for LocalDisk {
    fn put(&self, path: String, bytes: Bytes) -> Waiting<'_, ()> {
        Box::pin(async move {
            let target = self.locate(&path)?;
            fs::create_dir_all(target.parent().unwrap_or(&self.root)).await?;
            // Written beside and renamed, so that no reader ever sees half a file.
            let beside = target.with_extension(format!("{}.part", uuid::Uuid::new_v4()));
            fs::write(&beside, &bytes).await?;
            fs::rename(&beside, &target).await
        })
    }

    fn get(&self, path: String) -> Waiting<'_, Bytes> {
        Box::pin(async move { fs::read(self.locate(&path)?).await.map(Bytes::from) })
    }

    fn delete(&self, path: String) -> Waiting<'_, ()> {
        Box::pin(async move {
            match fs::remove_file(self.locate(&path)?).await {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                _ => Ok(()),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn files_are_kept_and_paths_stay_inside() {
        let root = std::env::temp_dir().join(format!("samal-{}", uuid::Uuid::new_v4()));
        let disk = LocalDisk::new(&root);
        disk.put("photos/aa/x.webp".into(), Bytes::from_static(b"x")).await.unwrap();
        assert_eq!(disk.get("photos/aa/x.webp".into()).await.unwrap(), "x");
        disk.delete("photos/aa/x.webp".into()).await.unwrap();
        disk.delete("photos/aa/x.webp".into()).await.unwrap();
        assert_eq!(disk.get("photos/aa/x.webp".into()).await.unwrap_err().kind(), io::ErrorKind::NotFound);
        for outside in ["../x", "/etc/passwd", "a/../../x"] {
            assert!(disk.get(outside.into()).await.is_err());
        }
        std::fs::remove_dir_all(root).unwrap();
    }
}
