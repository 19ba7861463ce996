//! From an uploaded file to the sizes that pages show: decoded within bounds, turned upright, stripped of everything but pixels.

use std::io::Cursor;

use fast_image_resize::images::Image;
use fast_image_resize::{PixelType, ResizeOptions, Resizer};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits, RgbaImage};

use super::PhotoRef;

/// The master, from which sizes can be made again, fits into this square.
const MASTER: u32 = 4096;
/// A narrow picture is at most so many times as high as it is wide.
const TALLEST: u32 = 2;
/// The width that is there as JPEG too.
const LINK_PREVIEW: u32 = 1200;
const WEBP_QUALITY: f32 = 78.0;
const JPEG_QUALITY: u8 = 85;

/// Everything that is kept of a photo.
pub(super) struct Sizes {
    /// As people see it.
    pub width: u32,
    /// As people see it.
    pub height: u32,
    /// File names and what stands in them.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Why a file could not be made into sizes; the words go to the log.
#[derive(Debug, thiserror::Error)]
pub(super) enum PictureError {
    /// It cannot be decoded.
    #[error("cannot be decoded: {0}")]
    Decode(#[from] image::ImageError),
    /// It cannot be resized or encoded.
    #[error("cannot be encoded: {0}")]
    Encode(String),
}

/// Makes the sizes of a photo, or only the small one of a sign.
pub(super) fn sizes(bytes: &[u8], sign: bool) -> Result<Sizes, PictureError> {
    let (picture, alpha) = upright(bytes)?;
    let (width, height) = picture.dimensions();
    let mut picture = fitted(picture, alpha, MASTER, MASTER)?;
    let mut files = vec![("master.webp".to_owned(), webp(&picture, 90.0)?)];
    let widths = if sign { &PhotoRef::WIDTHS[..1] } else { &PhotoRef::WIDTHS[..] };
    // each is made of the next larger one, which has fewer pixels to read
    for &width in widths.iter().rev() {
        picture = fitted(picture, alpha, width, width * TALLEST)?;
        files.push((format!("{width}.webp"), webp(&picture, WEBP_QUALITY)?));
        if width == LINK_PREVIEW {
            files.push((format!("{width}.jpg"), jpeg(&picture)?));
        }
    }
    Ok(Sizes { width, height, files })
}

/// Decodes within bounds and turns the picture as its camera was held; whether something may be transparent.
fn upright(bytes: &[u8]) -> Result<(RgbaImage, bool), PictureError> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(image::ImageError::IoError)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(512 * 1024 * 1024);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    let alpha = picture.color().has_alpha();
    Ok((picture.into_rgba8(), alpha))
}

/// The picture scaled down to fit a box; a smaller one stays as it is.
fn fitted(picture: RgbaImage, alpha: bool, width: u32, height: u32) -> Result<RgbaImage, PictureError> {
    let (w, h) = picture.dimensions();
    if w <= width && h <= height {
        return Ok(picture);
    }
    // in whole numbers: the side that is too long by the larger factor sets the scale
    let (w64, h64) = (u64::from(w), u64::from(h));
    let by_width = w64 * u64::from(height) >= h64 * u64::from(width);
    let (to_w, to_h) = match by_width {
        true => (width, (h64 * u64::from(width) / w64) as u32),
        false => ((w64 * u64::from(height) / h64) as u32, height),
    };
    resized(&picture, alpha, to_w.max(1), to_h.max(1))
}

fn resized(picture: &RgbaImage, alpha: bool, width: u32, height: u32) -> Result<RgbaImage, PictureError> {
    let failed = |error: &dyn std::fmt::Display| PictureError::Encode(error.to_string());
    let source = fast_image_resize::images::ImageRef::new(picture.width(), picture.height(), picture.as_raw(), PixelType::U8x4);
    let mut target = Image::new(width, height, PixelType::U8x4);
    let options = ResizeOptions::new().use_alpha(alpha);
    Resizer::new().resize(&source.map_err(|e| failed(&e))?, &mut target, &options).map_err(|e| failed(&e))?;
    RgbaImage::from_raw(width, height, target.into_vec()).ok_or_else(|| PictureError::Encode("a buffer of another size".into()))
}

fn webp(picture: &RgbaImage, quality: f32) -> Result<Vec<u8>, PictureError> {
    let (w, h) = picture.dimensions();
    let encoder = webp::Encoder::from_rgba(picture.as_raw(), w, h);
    encoder.encode_simple(false, quality).map(|memory| memory.to_vec()).map_err(|error| PictureError::Encode(format!("{error:?}")))
}

/// For link previews; what is transparent becomes white.
fn jpeg(picture: &RgbaImage) -> Result<Vec<u8>, PictureError> {
    let mut rgb = Vec::with_capacity(picture.as_raw().len() / 4 * 3);
    for [r, g, b, a] in picture.as_raw().as_chunks::<4>().0 {
        let (alpha, white) = (u32::from(*a), 255 * (255 - u32::from(*a)));
        rgb.extend([r, g, b].map(|channel| ((u32::from(*channel) * alpha + white) / 255) as u8));
    }
    let mut bytes = Vec::new();
    let (w, h) = picture.dimensions();
    JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY).encode(&rgb, w, h, image::ExtendedColorType::Rgb8)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let picture = RgbaImage::from_pixel(width, height, image::Rgba([200, 30, 30, 255]));
        picture.write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
        bytes
    }

    fn dimensions(sizes: &Sizes, name: &str) -> (u32, u32) {
        let (_, bytes) = sizes.files.iter().find(|(file, _)| file == name).unwrap();
        image::load_from_memory(bytes).unwrap().into_rgba8().dimensions()
    }

    #[test]
    fn sizes_keep_the_shape_and_never_grow() {
        let made = sizes(&png(1500, 1000), false).unwrap();
        assert_eq!((made.width, made.height), (1500, 1000));
        assert_eq!(dimensions(&made, "300.webp"), (300, 200));
        assert_eq!(dimensions(&made, "1200.webp"), (1200, 800));
        assert_eq!(dimensions(&made, "1200.jpg"), (1200, 800));
        assert_eq!(dimensions(&sizes(&png(80, 40), false).unwrap(), "600.webp"), (80, 40));
    }

    #[test]
    fn a_tower_of_pixels_stays_within_what_webp_can_hold() {
        let made = sizes(&png(10, 20_000), false).unwrap();
        assert_eq!(dimensions(&made, "1200.webp").1, 2400);
    }

    #[test]
    fn a_sign_is_small_only() {
        let made = sizes(&png(500, 500), true).unwrap();
        let names: Vec<&str> = made.files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["master.webp", "300.webp"]);
    }
}
