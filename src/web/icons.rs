//! Icons, written into the page: nothing is fetched for them, and a browser has them when it lays the page out.

use std::collections::HashMap;
use std::sync::LazyLock;

/// One symbol a line, drawn in strokes on a field of 24 by 24.
const SYMBOLS: &str = include_str!("icons.svg");

static ICONS: LazyLock<HashMap<&'static str, String>> = LazyLock::new(|| SYMBOLS.lines().filter_map(drawn).collect());

fn drawn(line: &'static str) -> Option<(&'static str, String)> {
    let (name, rest) = line.strip_prefix("<symbol id=\"")?.split_once('"')?;
    let inside = rest.strip_prefix(" viewBox=\"0 0 24 24\">")?.strip_suffix("</symbol>")?;
    Some((name, format!(r#"<svg class="i" viewBox="0 0 24 24" aria-hidden="true">{inside}</svg>"#)))
}

/// An icon as HTML; nothing for a name that is not there.
pub fn icon(name: &str) -> &'static str {
    let found = ICONS.get(name);
    debug_assert!(found.is_some(), "no such icon: {name}");
    found.map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_symbol_is_an_icon() {
        assert_eq!(ICONS.len(), SYMBOLS.matches("<symbol ").count());
        assert!(icon("cart").starts_with("<svg class=\"i\"") && icon("cart").ends_with("</svg>"));
    }
}
