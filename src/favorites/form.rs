//! What a list is called, and whether it writes letters.

use crate::web::Form;

/// A list as its owner wants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListInput {
    /// Its name.
    pub name: String,
    /// Whether letters about prices and stock are wanted.
    pub notify: bool,
}

/// No name is longer.
pub const LONGEST: usize = 60;

impl ListInput {
    /// Reads the form; what is wrong is said at its field.
    pub fn parse(form: &mut Form) -> Option<Self> {
        let notify = form.has("notify");
        form.line("name", 1, LONGEST, "favorite-name-empty").map(|name| Self { name, notify })
    }
}
