//! How much a file may ask for.

/// The bounds of reading. The default suits a price list of 50,000 rows many times over; [`Limits::photos`] an archive of photos.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Rows, the empty ones too.
    pub rows: u64,
    /// Columns.
    pub columns: usize,
    /// Bytes of one cell.
    pub cell: usize,
    /// Bytes between two marks of an XML file: what has to be held at once.
    pub piece: usize,
    /// Elements within elements.
    pub depth: usize,
    /// Files in an archive.
    pub entries: usize,
    /// Bytes that all files of an archive may unpack to.
    pub unpacked: u64,
    /// How many times larger than packed a file may become, once it is past eight megabytes.
    pub ratio: u64,
    /// Bytes of a workbook's shared texts, which have to be held as long as it is read.
    pub texts: usize,
    /// Bytes of one photo.
    pub photo: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            rows: 200_000,
            columns: 200,
            cell: 64 * 1024,
            piece: 1024 * 1024,
            depth: 32,
            entries: 20_000,
            unpacked: 1024 * 1024 * 1024,
            ratio: 200,
            texts: 64 * 1024 * 1024,
            photo: 15 * 1024 * 1024,
        }
    }
}

impl Limits {
    /// The bounds of an archive of photos, which is read one photo at a time: twenty thousand of usual size fit.
    pub fn photos() -> Self {
        Self { unpacked: 16 * 1024 * 1024 * 1024, ..Self::default() }
    }
}
