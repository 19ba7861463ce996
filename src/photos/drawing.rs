//! Drawings as pictures: a browser decodes many pictures beside its work, but lays out every drawing itself.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// WebP's own scale: 0 is quick, 6 is small.
const SPEED: i32 = 1;

/// An SVG as a WebP file of this width in pixels and this quality, 0 to 100. The encoder takes the canvas as it is and is quick in every build.
pub fn picture(svg: &str, width: u32, quality: f32) -> Result<Vec<u8>, String> {
    let tree = Tree::from_str(svg, &Options::default()).map_err(|error| error.to_string())?;
    let zoom = width as f32 / tree.size().width();
    let height = (tree.size().height() * zoom).round() as u32;
    let mut canvas = Pixmap::new(width, height).ok_or("no canvas")?;
    resvg::render(&tree, Transform::from_scale(zoom, zoom), &mut canvas.as_mut());
    let mut settings = webp::WebPConfig::new().map_err(|()| "no settings")?;
    (settings.quality, settings.method) = (quality, SPEED);
    let file = webp::Encoder::from_rgba(canvas.data(), width, height).encode_advanced(&settings).map_err(|error| format!("{error:?}"))?;
    Ok(file.to_vec())
}
