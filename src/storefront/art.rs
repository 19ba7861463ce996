//! The drawings of the storefront: built in, given their colours once, drawn when first asked for, named by their content.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use crate::photos::picture;

#[derive(RustEmbed)]
#[folder = "src/demo/art/"]
struct Drawings;

/// Background, body, its shade, its tint, contrast: one row a drawing, by turns, so that neighbours differ.
const COLOURS: [[&str; 5]; 6] = [
    ["#e4ebfa", "#8fb3da", "#4f78a8", "#cfe0f3", "#fdb85b"],
    ["#fbeedd", "#d9a441", "#a0711c", "#f3d9a0", "#3449b3"],
    ["#e3efe8", "#6d9180", "#42614f", "#bcd3c7", "#fdb85b"],
    ["#efe9f8", "#a48fd0", "#6d559f", "#d6caec", "#fdb85b"],
    ["#f9e6e1", "#c8564b", "#8c342b", "#eba79f", "#2b2d36"],
    ["#e6e8f4", "#3449b3", "#222f7a", "#97a5e8", "#fdb85b"],
];

/// The width of a category's drawing, in pixels: twice that of its largest place on a page.
const WIDTH: u32 = 272;
const QUALITY: f32 = 84.0;
/// The landscape at the top of the first page, for small screens and for large ones.
const HERO: &str = include_str!("hero.svg");
const HEROES: [(&str, u32); 2] = [("hero", 720), ("hero-large", 1440)];

struct Drawing {
    path: String,
    svg: String,
    width: u32,
    picture: OnceLock<Vec<u8>>,
}

static DRAWINGS: LazyLock<HashMap<String, Drawing>> = LazyLock::new(|| {
    let mut names: Vec<_> = Drawings::iter().collect();
    names.sort();
    let coloured = names.iter().zip(COLOURS.iter().cycle()).filter_map(|(file, colours)| coloured(file, colours));
    coloured.chain(HEROES.map(|(slug, width)| drawing(slug, HERO.to_owned(), width))).collect()
});

fn coloured(file: &str, colours: &[&str; 5]) -> Option<(String, Drawing)> {
    let mut svg = String::from_utf8(Drawings::get(file)?.data.into_owned()).ok()?;
    for (place, colour) in ["{{bg}}", "{{main}}", "{{dark}}", "{{light}}", "{{accent}}"].iter().zip(colours) {
        svg = svg.replace(place, colour);
    }
    Some(drawing(file.strip_suffix(".svg")?, svg, WIDTH))
}

fn drawing(slug: &str, svg: String, width: u32) -> (String, Drawing) {
    let hash: String = Sha256::digest(format!("{svg}{width}{QUALITY}")).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    (slug.to_owned(), Drawing { path: format!("/static/art/{slug}.{hash}.webp"), svg, width, picture: OnceLock::new() })
}

/// The address of a drawing; empty when there is none.
pub fn url(slug: &str) -> &'static str {
    DRAWINGS.get(slug).map_or("", |drawing| &drawing.path)
}

/// The drawing at an address, as WebP. The first to ask waits until it is drawn.
pub fn at(path: &str) -> Option<&'static [u8]> {
    let slug = path.strip_prefix("/static/art/")?.split('.').next()?;
    let drawing = DRAWINGS.get(slug).filter(|drawing| drawing.path == path)?;
    let drawn = drawing.picture.get_or_init(|| picture(&drawing.svg, drawing.width, QUALITY).unwrap_or_default());
    (!drawn.is_empty()).then_some(drawn.as_slice())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawings_are_coloured_whole_and_found_by_their_address() {
        assert!(DRAWINGS.values().all(|drawing| !drawing.svg.contains("{{")));
        assert!(DRAWINGS.len() > 12 && DRAWINGS.keys().all(|slug| at(url(slug)).is_some_and(|file| file.starts_with(b"RIFF"))));
        assert_eq!((url("nothing"), at("/static/art/smartphones.webp"), at("/x")), ("", None, None));
    }
}
