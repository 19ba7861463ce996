//! A photo as pages show it.

use crate::kernel::PhotoId;

/// A photo's address and whether its sizes are made yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhotoRef {
    /// Which.
    pub id: PhotoId,
    /// Uploaded, but its sizes are not made yet.
    pub processing: bool,
}

impl PhotoRef {
    /// Widths of the variants, in pixels.
    pub const WIDTHS: [u32; 3] = [300, 600, 1200];

    /// A photo whose sizes are made.
    pub const fn ready(id: PhotoId) -> Self {
        Self { id, processing: false }
    }

    /// The address of one width.
    pub fn src(&self, width: u32) -> String {
        format!("/{}", Self::path(self.id, &format!("{width}.webp")))
    }

    /// All widths, for `srcset`.
    pub fn srcset(&self) -> String {
        Self::WIDTHS.map(|width| format!("{} {width}w", self.src(width))).join(", ")
    }

    /// The address of the JPEG for link previews.
    pub fn preview(&self) -> String {
        format!("/{}", Self::path(self.id, "1200.jpg"))
    }

    /// Where a photo's file lies in the store; served under the same path.
    pub fn path(id: PhotoId, file: &str) -> String {
        let name = id.0.simple().to_string();
        format!("photos/{}/{name}/{file}", &name[..2])
    }
}
