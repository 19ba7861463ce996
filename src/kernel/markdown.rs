//! The small Markdown that people may write: paragraphs, bold, italics, lists, subheadings. No raw HTML, no pictures, no links.

use std::sync::LazyLock;

use pulldown_cmark::{Options, Parser, html};

static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut builder = ammonia::Builder::empty();
    builder.tags(["p", "br", "strong", "em", "ul", "ol", "li", "h3", "h4"].into());
    builder.clean_content_tags(["script", "style"].into());
    builder
});

/// Sanitised HTML of a user's text. Headings start below the page's own.
pub fn markdown_to_html(text: &str) -> String {
    let mut raw = String::with_capacity(text.len() * 2);
    html::push_html(&mut raw, Parser::new_ext(text, Options::empty()));
    let raw = raw.replace("<h1>", "<h3>").replace("</h1>", "</h3>").replace("<h2>", "<h3>").replace("</h2>", "</h3>");
    CLEANER.clean(&raw).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formatting_stays_and_markup_goes() {
        assert_eq!(markdown_to_html("**A** and\n\n* b"), "<p><strong>A</strong> and</p>\n<ul>\n<li>b</li>\n</ul>\n");
        let hostile = markdown_to_html("<script>alert(1)</script><img src=x onerror=y> [l](javascript:1) <b onclick=z>q</b>");
        for bad in ["<script", "onerror", "href", "onclick", "<a", "<img"] {
            assert!(!hostile.contains(bad), "{hostile}");
        }
    }
}
