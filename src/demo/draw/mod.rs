//! Photographs of goods, made of our own drawings: one drawing a kind of goods, varied in colour, wall and angle.

mod colour;
mod shot;
mod sign;

use rust_embed::RustEmbed;

pub use colour::Colour;
use shot::{Beside, Shot};

use super::dice::Dice;
use crate::photos::picture;

#[derive(RustEmbed)]
#[folder = "src/demo/art/"]
struct Art;

/// The side of a photograph, in pixels.
const SIDE: u32 = 960;
const QUALITY: f32 = 90.0;

/// Why a drawing did not become a photograph.
#[derive(Debug, thiserror::Error)]
pub enum DrawError {
    /// There is no such drawing.
    #[error("there is no drawing {0}")]
    Unknown(String),
    /// The drawing is not as it should be.
    #[error("the drawing {0} cannot be rendered: {1}")]
    Broken(String, String),
}

/// What is photographed.
#[derive(Debug, Clone)]
pub struct Subject {
    /// The drawing's name: the slug of the category.
    pub slug: String,
    /// What the chance of the pictures hangs on: the product's title.
    pub title: String,
    /// The colour of the body.
    pub main: Colour,
    /// The colour beside it.
    pub accent: Colour,
}

/// One of the subject's photographs as a WebP file, the cover first; the same for the same subject. There are one to three.
pub fn photograph(subject: &Subject, number: usize) -> Result<Option<Vec<u8>>, DrawError> {
    let mut dice = Dice::of(&subject.title);
    let drawing = coloured(subject, &mut dice)?;
    let shots = Shot::series(&subject.slug, subject.main, &mut dice);
    let developed = |shot| developed(&composed(&drawing, shot)).map_err(|why| DrawError::Broken(subject.slug.clone(), why));
    shots.get(number).map(developed).transpose()
}

/// A shop's sign as a WebP file.
pub fn sign(word: &str, main: Colour) -> Result<Vec<u8>, DrawError> {
    developed(&sign::landscape(word, main)).map_err(|why| DrawError::Broken(word.to_owned(), why))
}

/// The drawing in the subject's colours; only the wall is left open.
fn coloured(subject: &Subject, dice: &mut Dice) -> Result<String, DrawError> {
    let file = Art::get(&format!("{}.svg", subject.slug)).ok_or_else(|| DrawError::Unknown(subject.slug.clone()))?;
    let drawing = String::from_utf8_lossy(&file.data);
    let accent = accent(subject, dice).to_string();
    let main = subject.main;
    let drawing = drawing.replace("{{main}}", &main.to_string()).replace("{{accent}}", &accent);
    Ok(drawing.replace("{{light}}", &main.light().to_string()).replace("{{dark}}", &main.dark().to_string()))
}

/// Ochre and sand stand best beside blue, and what is nearly white wants a colour that glows.
fn accent(subject: &Subject, dice: &mut Dice) -> Colour {
    const BLUE: Colour = Colour::new(0x34, 0x49, 0xb3);
    const GLOWING: [Colour; 4] = [BLUE, Colour::new(0xd9, 0x6b, 0x3a), Colour::new(0x2f, 0x6f, 0x73), Colour::new(0xc8, 0x56, 0x4b)];
    match () {
        () if [Colour::new(0xd9, 0xa4, 0x41), Colour::new(0xc9, 0xa2, 0x7c)].contains(&subject.main) => BLUE,
        () if subject.main.is_pale() && subject.accent.is_dull() => dice.pick(&GLOWING).copied().unwrap_or(BLUE),
        () => subject.accent,
    }
}

/// The drawing as this shot sees it: the groups are found by their ids and given transforms.
fn composed(drawing: &str, shot: &Shot) -> String {
    let (left, top, side) = shot.frame;
    let (turn, size) = (shot.turn as f64 / 10.0, shot.size as f64 / 100.0);
    let mirror = if shot.flipped { -size } else { size };
    let thing = format!(r#"<g id="thing" transform="translate(300 305) rotate({turn}) scale({mirror} {size}) translate(-300 -305)">"#);
    // The floor is light over the whole wall: it may grow with the thing, but not shrink away from the edges.
    let ground = size.max(1.0);
    let floor = format!(r#"<g id="floor" transform="translate(300 305) scale({ground}) translate(-300 -305)">"#);
    let detail = match shot.beside {
        Beside::Shown => r#"<g id="detail">"#,
        Beside::Mirrored => r#"<g id="detail" transform="translate(600 0) scale(-1 1)">"#,
        Beside::Hidden => r#"<g id="detail" display="none">"#,
    };
    drawing
        .replacen(r#"viewBox="0 0 600 600""#, &format!(r#"viewBox="{left} {top} {side} {side}""#), 1)
        .replace("{{bg}}", &shot.wall.to_string())
        .replacen(r#"<g id="floor">"#, &floor, 1)
        .replacen(r#"<g id="thing">"#, &thing, 1)
        .replacen(r#"<g id="detail">"#, detail, 1)
}

fn developed(svg: &str) -> Result<Vec<u8>, String> {
    picture(svg, SIDE, QUALITY)
}

#[cfg(test)]
mod tests {
    use resvg::usvg::{Options, Tree};

    use super::*;

    fn subject(slug: &str) -> Subject {
        let colour = |text| Colour::parse(text).unwrap();
        Subject { slug: slug.into(), title: format!("A thing: {slug}"), main: colour("#8fb3da"), accent: colour("#fdb85b") }
    }

    #[test]
    fn photographs_are_the_same_every_time() {
        let cover = photograph(&subject("kettles"), 0).unwrap();
        assert!(cover.as_ref().is_some_and(|file| file.starts_with(b"RIFF")));
        assert_eq!(cover, photograph(&subject("kettles"), 0).unwrap());
        assert_eq!(photograph(&subject("kettles"), 3).unwrap(), None);
        assert!(matches!(photograph(&subject("unicorns"), 0), Err(DrawError::Unknown(_))));
    }

    #[test]
    fn every_drawing_has_its_groups_and_can_be_rendered() {
        for path in Art::iter() {
            let slug = path.trim_end_matches(".svg");
            let drawing = coloured(&subject(slug), &mut Dice::of(slug)).unwrap();
            for group in [r#"<g id="floor">"#, r#"<g id="thing">"#, r#"<g id="detail">"#] {
                assert_eq!(drawing.matches(group).count(), 1, "{slug}: {group}");
            }
            let shot = &Shot::series(slug, Colour::new(0x8f, 0xb3, 0xda), &mut Dice::of(slug))[0];
            assert!(Tree::from_str(&composed(&drawing, shot), &Options::default()).is_ok(), "{slug}");
        }
    }
}
