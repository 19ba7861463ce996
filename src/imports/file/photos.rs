//! Photos in a ZIP, found by name. Names are only compared: nothing is ever written by them.

use std::collections::HashMap;
use std::io::Read;

use super::archive::Archive;
use super::error::{Problem, Refusal};
use super::limits::Limits;
use super::window::Source;

/// An archive of photos.
pub struct Photos {
    archive: Archive,
    /// The last part of each name in lower case → the files of that name.
    names: HashMap<String, Vec<String>>,
    most: u64,
}

impl Photos {
    /// Opens an archive.
    ///
    /// # Errors
    /// When it is none, is damaged, protected, or has too many files.
    pub fn open(source: impl Source, limits: Limits) -> Result<Self, Refusal> {
        let archive = Archive::open(source, limits)?;
        let mut names: HashMap<String, Vec<String>> = HashMap::new();
        for name in archive.names().filter(|name| !is_rubbish(name)) {
            names.entry(last_part(name)).or_default().push(name.to_owned());
        }
        Ok(Self { archive, names, most: limits.photo })
    }

    /// How many files it has.
    pub fn len(&self) -> usize {
        self.names.values().map(Vec::len).sum()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The file that a row means.
    ///
    /// # Errors
    /// When there is none of this name, or several.
    pub fn find(&self, name: &str) -> Result<&str, Problem> {
        let problem = |key| Problem::new(key).with("name", name);
        let found = self.names.get(&last_part(name)).ok_or_else(|| problem("import-photo-missing"))?;
        match found.as_slice() {
            [only] => Ok(only),
            several => several.iter().find(|path| *path == name).map(String::as_str).ok_or_else(|| problem("import-photo-several")),
        }
    }

    /// The bytes of the photo that a row names: by its whole name in the archive, or by the last part of a name, a path or an
    /// address. What the bytes are has still to be looked at.
    ///
    /// # Errors
    /// When there is none of this name, or several, or when it cannot be read or is too large.
    pub fn read(&self, name: &str) -> Result<Vec<u8>, Problem> {
        let problem = |key| Problem::new(key).with("name", name);
        let path = self.find(name)?;
        let broken = |refusal: Refusal| problem(if refusal == Refusal::Bomb { "import-photo-large" } else { "import-photo-broken" });
        let file = self.archive.read(path).map_err(broken)?.ok_or_else(|| problem("import-photo-missing"))?;
        let mut bytes = Vec::new();
        file.take(self.most + 1).read_to_end(&mut bytes).map_err(|error| broken(Refusal::of(&error)))?;
        if bytes.len() as u64 > self.most { Err(problem("import-photo-large")) } else { Ok(bytes) }
    }
}

/// `https://x/photos/A.JPG?v=2` and `photos\A.jpg` are both `a.jpg`.
fn last_part(name: &str) -> String {
    let name = if name.contains("://") { name.split(['?', '#']).next().unwrap_or(name) } else { name };
    name.rsplit(['/', '\\']).next().unwrap_or(name).trim().to_lowercase()
}

/// What archivers of some systems add of their own.
fn is_rubbish(name: &str) -> bool {
    name.contains("__MACOSX") || last_part(name).starts_with('.') || last_part(name).is_empty()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::super::archive::tests::zipped;
    use super::*;

    #[test]
    fn photos_are_found_by_name_wherever_they_lie() -> Result<(), Refusal> {
        let zip = zipped(&[
            ("a.jpg", b"A"),
            ("../../etc/b.jpg", b"B"),
            ("x/c.jpg", b"1"),
            ("y/c.jpg", b"2"),
            ("__MACOSX/._a.jpg", b"?"),
            ("big.jpg", &[1; 200]),
        ]);
        let photos = Photos::open(Cursor::new(zip), Limits { photo: 100, ..Limits::default() })?;
        let read = |name: &str| photos.read(name).map_err(|problem| problem.key);
        assert_eq!(photos.len(), 5);
        assert_eq!(
            (read("A.JPG"), read("https://shop.kz/i/a.jpg?w=1"), read("b.jpg")),
            (Ok(b"A".to_vec()), Ok(b"A".to_vec()), Ok(b"B".to_vec()))
        );
        assert_eq!((read("y/c.jpg"), read("c.jpg")), (Ok(b"2".to_vec()), Err("import-photo-several")));
        assert_eq!(
            (read("d.jpg"), read("big.jpg"), read("")),
            (Err("import-photo-missing"), Err("import-photo-large"), Err("import-photo-missing"))
        );
        Ok(())
    }
}
