//! The catalogue's shelf: places, the category tree and its characteristics, in memory; and the starter data that fills it.

mod attribute;
mod category;
mod place;
mod shelf;
mod starter;

pub use attribute::{Attribute, AttributeGroup, AttributeKind, Choice, Wanted};
pub use category::Category;
pub use place::{City, Region};
pub use shelf::{Catalog, Shelf};
pub use starter::load_starter;
