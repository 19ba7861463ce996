//! How one drawing is looked at: the background, the angle, what stands beside, how near.

use super::colour::Colour;
use crate::demo::dice::Dice;

/// Drawings that fill the frame from side to side: turned, they must not grow much.
const WIDE: [&str; 11] =
    ["laptops", "monitors", "televisions", "routers", "keyboards", "printers", "microwaves", "irons", "cameras", "skis", "car-electronics"];

/// What stands on the ground by itself: it is photographed upright.
const STANDING: [&str; 19] = [
    "armchairs",
    "bedding",
    "bicycles",
    "ceramics",
    "coffee-machines",
    "cookware",
    "houseplants",
    "kettles",
    "kids-bikes",
    "lamps",
    "microwaves",
    "monitors",
    "printers",
    "refrigerators",
    "speakers",
    "strollers",
    "tables",
    "televisions",
    "washing-machines",
];

/// Walls to photograph against: warm paper first, then what the identity allows.
const WALLS: [Colour; 12] = [
    Colour::new(0xf1, 0xe6, 0xd3),
    Colour::new(0xf6, 0xd9, 0xb4),
    Colour::new(0xe3, 0xd6, 0xc4),
    Colour::new(0xf0, 0xcf, 0xc0),
    Colour::new(0xd9, 0xe4, 0xf2),
    Colour::new(0xc6, 0xd6, 0xec),
    Colour::new(0xd5, 0xe3, 0xd6),
    Colour::new(0xbf, 0xd5, 0xcd),
    Colour::new(0xe2, 0xd9, 0xf0),
    Colour::new(0xcd, 0xc4, 0xe6),
    Colour::new(0xee, 0xd3, 0xdb),
    Colour::new(0xf7, 0xe3, 0xa9),
];

/// What is done with the group that stands beside the thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// Where it was drawn.
    Shown,
    /// On the other side.
    Mirrored,
    /// Out of the picture.
    Hidden,
}

/// One way to look at a drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Shot {
    /// The wall behind.
    pub wall: Colour,
    /// How the thing is turned, in tenths of a degree.
    pub turn: i64,
    /// How large the thing is, in percent.
    pub size: i64,
    /// Whether the thing looks the other way.
    pub flipped: bool,
    /// What stands beside.
    pub beside: Beside,
    /// The part of the drawing that is in the picture: left, top, side.
    pub frame: (i64, i64, i64),
}

/// The whole drawing.
const WHOLE: (i64, i64, i64) = (0, 0, 600);

impl Shot {
    /// One to three looks at a drawing, the cover first; never twice before the same wall.
    pub fn series(slug: &str, main: Colour, dice: &mut Dice) -> Vec<Self> {
        let walls = walls(main, dice);
        let others = [Self::turned(slug, dice), Self::near(dice), Self::other_side(slug, dice)];
        let start = usize::try_from(dice.between(0, 2)).unwrap_or_default();
        let many = [0, 0, 0, 1, 1, 2][usize::try_from(dice.between(0, 5)).unwrap_or_default()];
        let rest = others.iter().cycle().skip(start).take(many).cloned();
        let shots = std::iter::once(Self::cover(dice)).chain(rest);
        shots.zip(walls.into_iter().cycle()).map(|(shot, wall)| Self { wall, ..shot }).collect()
    }

    fn cover(dice: &mut Dice) -> Self {
        let beside = match dice.between(1, 10) {
            1..=5 => Beside::Shown,
            6..=8 => Beside::Hidden,
            _ => Beside::Mirrored,
        };
        Self { wall: WALLS[0], turn: 0, size: dice.between(100, 104), flipped: dice.chance(20), beside, frame: WHOLE }
    }

    fn turned(slug: &str, dice: &mut Dice) -> Self {
        let turn = if STANDING.contains(&slug) { 0 } else { dice.between(30, 80) * if dice.chance(50) { 1 } else { -1 } };
        let most = if WIDE.contains(&slug) { 108 } else { 122 };
        Self { turn, size: dice.between(102, most), beside: Beside::Hidden, ..Self::cover(dice) }
    }

    fn near(dice: &mut Dice) -> Self {
        let side = dice.between(300, 380);
        let (left, top) = (300 - side / 2 + dice.between(-70, 70), 290 - side / 2 + dice.between(-80, 50));
        Self { beside: Beside::Hidden, frame: (left, top, side), ..Self::cover(dice) }
    }

    fn other_side(slug: &str, dice: &mut Dice) -> Self {
        let most = if WIDE.contains(&slug) { 100 } else { 108 };
        let beside = if dice.chance(60) { Beside::Mirrored } else { Beside::Shown };
        Self { size: dice.between(94, most), flipped: true, beside, ..Self::cover(dice) }
    }
}

/// The walls in a shuffled order, without those that the thing would melt into.
fn walls(main: Colour, dice: &mut Dice) -> Vec<Colour> {
    let mut walls: Vec<Colour> =
        WALLS.into_iter().filter(|wall| wall.distance(main) > 110 || main.is_pale() && wall.distance(main) > 50).collect();
    for i in (1..walls.len()).rev() {
        let j = usize::try_from(dice.roll() % (i as u64 + 1)).unwrap_or_default();
        walls.swap(i, j);
    }
    walls
}
