//! The reference data in process memory: read once, read again when its version moves.

use std::collections::HashMap;
use std::sync::Arc;

use arc_swap::ArcSwap;
use diesel::prelude::*;

use super::{Attribute, AttributeGroup, Category, City, Region, Wanted};
use crate::kernel::{AttributeId, CategoryId, CityId};
use crate::schema::reference_version;
use crate::web::{Menu, MenuGroup, Town};

/// One consistent reading of the reference data.
#[derive(Debug, Default)]
pub struct Catalog {
    version: i64,
    /// Regions in order.
    pub regions: Vec<Region>,
    /// Towns, big ones first.
    pub cities: Vec<City>,
    /// Categories in order; parents before children of the same group.
    pub categories: Vec<Category>,
    /// Groups of characteristics in order.
    pub attribute_groups: Vec<AttributeGroup>,
    city_places: HashMap<CityId, usize>,
    roads: HashMap<CityId, Arc<[u8]>>,
    category_places: HashMap<CategoryId, usize>,
    slugs: HashMap<String, usize>,
    attributes: HashMap<AttributeId, Attribute>,
    wanted: HashMap<CategoryId, Vec<Wanted>>,
    menu: Arc<Menu>,
}

impl Catalog {
    /// Reads everything.
    pub fn read(conn: &mut PgConnection) -> QueryResult<Self> {
        let version = reference_version::table.select(reference_version::version).first(conn)?;
        let (regions, cities, categories) = (Region::all(conn)?, City::all(conn)?, Category::all(conn)?);
        let (attributes, attribute_groups, wanted) = (Attribute::all(conn)?, AttributeGroup::all(conn)?, Wanted::all(conn)?);
        let groups = categories.iter().filter(|c| c.parent.is_none());
        let menu = groups.map(|c| MenuGroup { slug: c.slug.clone(), names: c.names.clone(), art: c.art.clone() }).collect();
        Ok(Self {
            version,
            city_places: cities.iter().enumerate().map(|(i, city)| (city.id, i)).collect(),
            roads: cities.iter().map(|to| (to.id, roads(&cities, to))).collect(),
            category_places: categories.iter().enumerate().map(|(i, category)| (category.id, i)).collect(),
            slugs: categories.iter().enumerate().map(|(i, category)| (category.slug.clone(), i)).collect(),
            menu: Arc::new(Menu {
                groups: menu,
                towns: cities.iter().map(|c| Town { id: c.id, slug: c.slug.clone(), names: c.names.clone() }).collect(),
            }),
            attribute_groups,
            regions,
            cities,
            categories,
            attributes,
            wanted,
        })
    }

    /// A town.
    pub fn city(&self, id: CityId) -> Option<&City> {
        self.city_places.get(&id).map(|&i| &self.cities[i])
    }

    /// A town by its address word.
    pub fn city_by_slug(&self, slug: &str) -> Option<&City> {
        self.cities.iter().find(|city| city.slug == slug)
    }

    /// Days that a courier needs more from one town to another: a day for every five hundred kilometres begun.
    pub fn road_days(&self, from: CityId, to: CityId) -> i32 {
        let road = self.roads.get(&to).zip(usize::try_from(from.0).ok()).and_then(|(roads, from)| roads.get(from));
        road.map_or(0, |&days| i32::from(days))
    }

    /// The same to one town from each of the others, by their numbers.
    pub fn roads_to(&self, town: CityId) -> Option<&Arc<[u8]>> {
        self.roads.get(&town)
    }

    /// A category.
    pub fn category(&self, id: CategoryId) -> Option<&Category> {
        self.category_places.get(&id).map(|&i| &self.categories[i])
    }

    /// A category by its address word.
    pub fn category_by_slug(&self, slug: &str) -> Option<&Category> {
        self.slugs.get(slug).map(|&i| &self.categories[i])
    }

    /// The groups: the tree's top level.
    pub fn groups(&self) -> impl Iterator<Item = &Category> {
        self.categories.iter().filter(|category| category.parent.is_none())
    }

    /// The nodes right below.
    pub fn children(&self, of: CategoryId) -> impl Iterator<Item = &Category> {
        self.categories.iter().filter(move |category| category.parent == Some(of))
    }

    /// Whether listings may stand here.
    pub fn is_leaf(&self, id: CategoryId) -> bool {
        self.children(id).next().is_none()
    }

    /// The node itself when it is a leaf, else all leaves below it.
    pub fn leaves(&self, of: CategoryId) -> Vec<CategoryId> {
        let below: Vec<CategoryId> = self.children(of).flat_map(|child| self.leaves(child.id)).collect();
        if below.is_empty() { vec![of] } else { below }
    }

    /// From the group down to the node itself.
    pub fn path(&self, id: CategoryId) -> Vec<&Category> {
        let mut path: Vec<&Category> = std::iter::successors(self.category(id), |c| c.parent.and_then(|up| self.category(up))).collect();
        path.reverse();
        path
    }

    /// A characteristic.
    pub fn attribute(&self, id: AttributeId) -> Option<&Attribute> {
        self.attributes.get(&id)
    }

    /// All characteristics, in no order.
    pub fn attributes(&self) -> impl Iterator<Item = &Attribute> {
        self.attributes.values()
    }

    /// What a category asks for: the inherited first, then its own; required where any level says so.
    pub fn wanted(&self, id: CategoryId) -> Vec<(&Attribute, bool)> {
        let mut found: Vec<(&Attribute, bool)> = Vec::new();
        for wanted in self.path(id).into_iter().flat_map(|category| self.wanted.get(&category.id)).flatten() {
            match (found.iter_mut().find(|(attribute, _)| attribute.id == wanted.attribute), self.attribute(wanted.attribute)) {
                (Some(known), _) => known.1 |= wanted.required,
                (None, Some(attribute)) => found.push((attribute, wanted.required)),
                (None, None) => {}
            }
        }
        found
    }
}

fn roads(cities: &[City], to: &City) -> Arc<[u8]> {
    let mut days = Vec::new();
    for from in cities.iter().filter(|from| from.id != to.id) {
        let Ok(place) = usize::try_from(from.id.0) else { continue };
        days.resize(days.len().max(place + 1), 0);
        days[place] = (from.kilometres_to(to) / 500.0).ceil().clamp(1.0, 9.0) as u8;
    }
    days.into()
}

/// The shelf that all requests share: [`Shelf::now`] costs nothing, [`Shelf::refresh`] looks whether something moved.
#[derive(Default)]
pub struct Shelf(ArcSwap<Catalog>);

impl Shelf {
    /// The reading in force.
    pub fn now(&self) -> Arc<Catalog> {
        self.0.load_full()
    }

    /// The header's menu.
    pub fn menu(&self) -> Arc<Menu> {
        self.0.load().menu.clone()
    }

    /// Reads again if the version moved: one tiny statement when it did not.
    pub fn refresh(&self, conn: &mut PgConnection) -> QueryResult<()> {
        let version: i64 = reference_version::table.select(reference_version::version).first(conn)?;
        if version != self.0.load().version {
            self.0.store(Arc::new(Catalog::read(conn)?));
        }
        Ok(())
    }
}
