//! A cart's lines grouped by shop, with the ways that shop and goods have in common. Pure.

use super::Line;
use crate::catalog::Catalog;
use crate::kernel::{CityId, Money, ShopId};
use crate::shops::{Terms, Way};

/// What is in a cart, by shop.
#[derive(Debug, Clone, Default)]
pub struct Basket {
    /// One a shop, in the order of the first line of each.
    pub groups: Vec<Group>,
}

/// One shop's part of a cart.
#[derive(Debug, Clone)]
pub struct Group {
    /// The shop.
    pub shop: ShopId,
    /// Its name.
    pub shop_name: String,
    /// Its address word.
    pub shop_slug: String,
    /// What is wanted of it.
    pub lines: Vec<Line>,
    /// Terms of the ways that the shop offers and that all its goods here can go.
    pub terms: Vec<Terms>,
}

impl Basket {
    /// Groups lines by shop; `terms` are those of all shops concerned.
    pub fn of(lines: Vec<Line>, terms: &[Terms]) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        for line in lines {
            match groups.iter_mut().find(|group| group.shop == line.shop) {
                Some(group) => group.lines.push(line),
                None => groups.push(Group::with(line)),
            }
        }
        for group in &mut groups {
            let offered = terms.iter().filter(|terms| terms.shop_id == group.shop && group.goes(terms.way));
            group.terms = offered.cloned().collect();
        }
        Self { groups }
    }

    /// Only what can be bought now.
    pub fn buyable(mut self) -> Self {
        for group in &mut self.groups {
            group.lines.retain(|line| line.pieces() > 0);
        }
        self.groups.retain(|group| !group.lines.is_empty());
        self
    }

    /// Whether nothing lies in the cart.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// All lines.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.groups.iter().flat_map(|group| &group.lines)
    }

    /// Pieces that count.
    pub fn pieces(&self) -> i64 {
        self.groups.iter().map(Group::pieces).sum()
    }

    /// What the goods come to.
    pub fn goods(&self) -> Money {
        Money::sum(self.groups.iter().map(Group::goods)).unwrap_or_default()
    }
}

impl Group {
    fn with(line: Line) -> Self {
        let (shop, shop_name, shop_slug) = (line.shop, line.shop_name.clone(), line.shop_slug.clone());
        Self { shop, shop_name, shop_slug, lines: vec![line], terms: Vec::new() }
    }

    /// Whether everything that counts can go this way.
    fn goes(&self, way: Way) -> bool {
        self.lines.iter().filter(|line| line.pieces() > 0).all(|line| line.goes(way))
    }

    /// The terms of one way, if it is offered for all goods here.
    pub fn terms_of(&self, way: Way) -> Option<&Terms> {
        self.terms.iter().find(|terms| terms.way == way)
    }

    /// Days that a courier needs more to a town: as many as the farthest of the goods.
    pub fn road(&self, catalog: &Catalog, way: Way, to: Option<CityId>) -> i32 {
        let Some(to) = to.filter(|_| way == Way::Courier) else { return 0 };
        self.lines.iter().filter(|line| line.pieces() > 0).map(|line| catalog.road_days(line.city, to)).max().unwrap_or(0)
    }

    /// Pieces that count.
    pub fn pieces(&self) -> i64 {
        self.lines.iter().map(|line| i64::from(line.pieces())).sum()
    }

    /// What the goods come to.
    pub fn goods(&self) -> Money {
        Money::sum(self.lines.iter().map(Line::total)).unwrap_or_default()
    }
}

impl Basket {
    /// Reads a cart whole: two statements, one when it is empty.
    pub fn read(conn: &mut diesel::PgConnection, cart: super::Cart) -> diesel::QueryResult<Self> {
        let lines = Line::of(conn, cart)?;
        let mut shops: Vec<ShopId> = lines.iter().map(|line| line.shop).collect();
        shops.sort_unstable();
        shops.dedup();
        let terms = if shops.is_empty() { Vec::new() } else { Terms::of_shops(conn, &shops)? };
        Ok(Self::of(lines, &terms))
    }
}
