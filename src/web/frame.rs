//! What stands around every page: each part is a template of its own, compiled once and not once a page.

use askama::Template;

use super::{Shell, filters};

#[derive(Template)]
#[template(path = "frame/canonical.html")]
struct Canonical<'a> {
    shell: &'a Shell,
}

#[derive(Template)]
#[template(path = "frame/looks.html")]
struct Looks<'a> {
    shell: &'a Shell,
}

#[derive(Template)]
#[template(path = "frame/header.html")]
struct Header<'a> {
    shell: &'a Shell,
    query: &'a str,
}

#[derive(Template)]
#[template(path = "frame/footer.html")]
struct Footer<'a> {
    shell: &'a Shell,
}

/// Parts of the layout, as markup.
impl Shell {
    /// Where the page stands, in each language.
    pub fn canonical(&self) -> askama::Result<String> {
        Canonical { shell: self }.render_with_values(self)
    }

    /// Colours, icon, style sheet.
    pub fn looks(&self) -> askama::Result<String> {
        Looks { shell: self }.render_with_values(self)
    }

    /// The top, with these words in the search field.
    pub fn header(&self, query: &str) -> askama::Result<String> {
        Header { shell: self, query }.render_with_values(self)
    }

    /// The bottom, with the tabs of small screens.
    pub fn footer(&self) -> askama::Result<String> {
        Footer { shell: self }.render_with_values(self)
    }
}
