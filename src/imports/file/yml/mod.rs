//! Price lists in XML: Yandex Market's YML and Kaspi's, both lists of `<offer>`.

mod categories;
mod html;
mod offer;
mod read;
mod write;

pub(super) use read::open;
pub use write::{Feed, Offer, YmlWriter};
