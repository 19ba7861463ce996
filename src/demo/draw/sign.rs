//! Signs of shops: a small landscape under the breeze, in the shop's colour.

use super::colour::Colour;
use crate::demo::dice::Dice;

/// A sign as a drawing, the same for the same word.
pub(super) fn landscape(word: &str, main: Colour) -> String {
    let mut dice = Dice::of(word);
    let (light, dark, sun) = (main.light(), main.dark(), if main.is_pale() { "#3449b3" } else { "#fdb85b" });
    let (x, y, r) = (dice.between(180, 420), dice.between(170, 250), dice.between(60, 95));
    let (left, peak, right) = (dice.between(330, 430), dice.between(300, 400), dice.between(340, 440));
    let breeze = if dice.chance(50) { "M120 150h150q40 0 40-34" } else { "M330 130h120q44 0 44 36" };
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 600"><rect width="600" height="600" fill="{main}"/>
<circle cx="{x}" cy="{y}" r="{r}" fill="{sun}"/>
<path d="{breeze}" fill="none" stroke="#ffffff" stroke-opacity=".7" stroke-width="16" stroke-linecap="round"/>
<path d="M0 {left}C120 {peak} 240 {peak} 330 {right}S520 {left} 600 {peak}V600H0z" fill="{light}"/>
<path d="M0 470C150 {right} 260 520 380 450S540 430 600 480V600H0z" fill="{dark}"/></svg>"##
    )
}
