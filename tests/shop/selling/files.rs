//! Files as people, cameras and worse send them.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};
use reqwest::multipart::{Form, Part};

use crate::support::{Page, Visitor};

/// A file of a form: the input's name, the file's name, what is in it.
pub type File<'a> = (&'a str, &'a str, Vec<u8>);

/// Left half red, right half blue.
pub fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, _| if x < width / 2 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) });
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), format).expect("a picture");
    bytes
}

/// A JPEG from a telephone held upright: turned by 90 degrees, with the place where it was taken.
pub fn from_telephone(width: u32, height: u32) -> Vec<u8> {
    let plain = picture(width, height, ImageFormat::Jpeg);
    let mut tiff = b"II*\0\x08\0\0\0".to_vec();
    tiff.extend(3u16.to_le_bytes());
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    let behind = 8 + 2 + 3 * 12 + 4;
    tiff.extend(entry(0x010e, 2, 12, behind));
    tiff.extend(entry(0x0112, 3, 1, 6));
    tiff.extend(entry(0x8825, 4, 1, behind + 12));
    tiff.extend(0u32.to_le_bytes());
    tiff.extend(b"SECRETPLACE\0");
    tiff.extend(1u16.to_le_bytes());
    tiff.extend(entry(0x0001, 2, 2, u32::from(b'N')));
    tiff.extend(0u32.to_le_bytes());
    let mut bytes = plain[..2].to_vec();
    bytes.extend([0xff, 0xe1]);
    bytes.extend(u16::try_from(2 + 6 + tiff.len()).expect("short").to_be_bytes());
    bytes.extend(b"Exif\0\0");
    bytes.extend(tiff);
    bytes.extend(&plain[2..]);
    bytes
}

/// A PNG of a few bytes that says it has 60000 × 60000 pixels.
pub fn bomb() -> Vec<u8> {
    let mut bytes = picture(4, 4, ImageFormat::Png);
    let size: [u8; 8] = [60_000u32.to_be_bytes(), 60_000u32.to_be_bytes()].concat().try_into().expect("eight");
    bytes[16..24].copy_from_slice(&size);
    let checksum = crc(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&checksum.to_be_bytes());
    bytes
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), |c, _| if c & 1 == 1 { 0xedb8_8320 ^ (c >> 1) } else { c >> 1 });
    !bytes.iter().fold(!0, step)
}

/// Sends a page's form with files: fields as they stand, some of them filled.
pub async fn send(at: &Visitor, page: &Page, fill: &[(&str, &str)], files: &[File<'_>]) -> Page {
    let (action, mut fields) = page.form("form[enctype]");
    for (name, _) in fill {
        fields.retain(|(n, _)| n != name);
    }
    // what is filled in twice is what was filled in last
    let last = |i: usize, name: &str| fill[i + 1..].iter().all(|(later, _)| *later != name);
    fields.extend(
        fill.iter().enumerate().filter(|(i, (name, _))| last(*i, name)).map(|(_, (name, value))| ((*name).to_owned(), (*value).to_owned())),
    );
    send_raw(at, &action, &fields, files).await
}

/// Sends fields and files as they are given.
pub async fn send_raw(at: &Visitor, action: &str, fields: &[(String, String)], files: &[File<'_>]) -> Page {
    let form = fields.iter().fold(Form::new(), |form, (name, value)| form.text(name.clone(), value.clone()));
    let part = |file: &File<'_>| Part::bytes(file.2.clone()).file_name(file.1.to_owned()).mime_str("image/jpeg").expect("a type");
    let form = files.iter().fold(form, |form, file| form.part(file.0.to_owned(), part(file)));
    Page::read(at.client().post(at.url(action)).multipart(form).send().await.expect("an answer, not a reset")).await
}
