//! The starter data: Kazakhstan's places and a category tree with characteristics, loaded once into an empty database by `samal migrate`.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Context, anyhow};
use diesel::prelude::*;
use rust_embed::RustEmbed;
use serde::Deserialize;

use crate::db::Tx;
use crate::schema::{attribute_groups, attribute_options, attributes, categories, category_attributes, cities, regions};

#[derive(RustEmbed)]
#[folder = "src/catalog/starter/"]
struct Files;

/// The groups in the order of the header's menu.
const GROUPS: [&str; 12] =
    ["phones", "computers", "appliances", "tv-photo", "home", "clothes", "shoes-bags", "kids", "beauty", "sport", "tools-auto", "hobby"];

#[derive(Deserialize, Clone)]
struct Words {
    ru: String,
    kk: String,
    en: String,
}

#[derive(Deserialize)]
struct Places {
    region: Vec<RegionFile>,
}

#[derive(Deserialize)]
struct RegionFile {
    code: String,
    #[serde(flatten)]
    words: Words,
    #[serde(default)]
    city: Vec<CityFile>,
}

#[derive(Deserialize)]
struct CityFile {
    slug: String,
    #[serde(flatten)]
    words: Words,
    lat: f64,
    lon: f64,
    people: i32,
}

#[derive(Deserialize)]
struct Common {
    attribute: Vec<AttributeFile>,
}

#[derive(Deserialize)]
struct AttributeFile {
    code: String,
    kind: String,
    #[serde(flatten)]
    words: Words,
    unit: Option<Words>,
    #[serde(default)]
    options: Vec<OptionFile>,
}

#[derive(Deserialize)]
struct OptionFile {
    code: String,
    #[serde(flatten)]
    words: Words,
}

#[derive(Deserialize)]
struct GroupFile {
    slug: String,
    #[serde(flatten)]
    words: Words,
    art: String,
    #[serde(default)]
    attributes: Vec<String>,
    #[serde(default)]
    attribute: Vec<AttributeFile>,
    category: Vec<CategoryFile>,
}

#[derive(Deserialize)]
struct CategoryFile {
    slug: String,
    #[serde(flatten)]
    words: Words,
    #[serde(default)]
    attributes: Vec<String>,
    #[serde(default)]
    required: Vec<String>,
}

#[derive(Deserialize)]
struct GroupsFile {
    axes: Vec<String>,
    group: Vec<AttributeGroupFile>,
}

#[derive(Deserialize)]
struct AttributeGroupFile {
    code: String,
    #[serde(flatten)]
    words: Words,
    attributes: Vec<String>,
}

/// Fills an empty catalogue; one that has categories is left alone. Characteristics are put into groups where there are no groups yet.
pub fn load_starter(tx: &mut Tx<'_>) -> anyhow::Result<()> {
    if !diesel::select(diesel::dsl::exists(categories::table.select(categories::id))).get_result::<bool>(&mut **tx)? {
        load_catalogue(tx)?;
    }
    if !diesel::select(diesel::dsl::exists(attribute_groups::table.select(attribute_groups::id))).get_result::<bool>(&mut **tx)? {
        load_groups(tx, &file("groups")?)?;
    }
    Ok(())
}

fn load_groups(tx: &mut Tx<'_>, groups: &GroupsFile) -> QueryResult<()> {
    use attribute_groups as g;
    for (position, group) in (0..).zip(&groups.group) {
        let Words { ru, kk, en } = &group.words;
        let id: i32 = diesel::insert_into(g::table)
            .values((g::code.eq(&group.code), g::name_ru.eq(ru), g::name_kk.eq(kk), g::name_en.eq(en), g::position.eq(position)))
            .returning(g::id)
            .get_result(&mut **tx)?;
        let own = attributes::table.filter(attributes::code.eq_any(&group.attributes));
        diesel::update(own).set(attributes::group_id.eq(id)).execute(&mut **tx)?;
    }
    let axes = attributes::table.filter(attributes::code.eq_any(&groups.axes));
    diesel::update(axes).set(attributes::is_axis.eq(true)).execute(&mut **tx).map(drop)
}

fn load_catalogue(tx: &mut Tx<'_>) -> anyhow::Result<()> {
    for region in file::<Places>("places")?.region {
        insert_region(tx, &region)?;
    }
    let mut codes = HashMap::new();
    for attribute in file::<Common>("common")?.attribute {
        codes.insert(attribute.code.clone(), insert_attribute(tx, &attribute)?);
    }
    for (position, name) in GROUPS.iter().enumerate() {
        let group: GroupFile = file(name)?;
        for attribute in &group.attribute {
            codes.insert(attribute.code.clone(), insert_attribute(tx, attribute)?);
        }
        insert_group(tx, &group, position as i32, &codes).with_context(|| group.slug.clone())?;
    }
    Ok(())
}

fn file<T: for<'de> Deserialize<'de>>(name: &str) -> anyhow::Result<T> {
    let file = Files::get(&format!("{name}.toml")).ok_or_else(|| anyhow!("no starter file {name}"))?;
    toml::from_str(std::str::from_utf8(&file.data)?).with_context(|| format!("starter file {name}"))
}

fn insert_region(tx: &mut Tx<'_>, region: &RegionFile) -> QueryResult<()> {
    let Words { ru, kk, en } = &region.words;
    let id: i32 = diesel::insert_into(regions::table)
        .values((regions::slug.eq(&region.code), regions::name_ru.eq(ru), regions::name_kk.eq(kk), regions::name_en.eq(en)))
        .returning(regions::id)
        .get_result(&mut **tx)?;
    let towns: Vec<_> = region
        .city
        .iter()
        .map(|city| {
            let Words { ru, kk, en } = &city.words;
            (
                (cities::region_id.eq(id), cities::slug.eq(&city.slug), cities::people.eq(city.people)),
                (cities::name_ru.eq(ru), cities::name_kk.eq(kk), cities::name_en.eq(en)),
                (cities::lat.eq(city.lat), cities::lon.eq(city.lon)),
            )
        })
        .collect();
    diesel::insert_into(cities::table).values(towns).execute(&mut **tx).map(drop)
}

fn insert_attribute(tx: &mut Tx<'_>, attribute: &AttributeFile) -> QueryResult<i32> {
    let (Words { ru, kk, en }, unit) = (&attribute.words, attribute.unit.as_ref());
    let id: i32 = diesel::insert_into(attributes::table)
        .values((
            (attributes::code.eq(&attribute.code), attributes::kind.eq(&attribute.kind)),
            (attributes::name_ru.eq(ru), attributes::name_kk.eq(kk), attributes::name_en.eq(en)),
            (
                attributes::unit_ru.eq(unit.map(|u| &u.ru)),
                attributes::unit_kk.eq(unit.map(|u| &u.kk)),
                attributes::unit_en.eq(unit.map(|u| &u.en)),
            ),
        ))
        .returning(attributes::id)
        .get_result(&mut **tx)?;
    use attribute_options as o;
    let options: Vec<_> = (0..)
        .zip(&attribute.options)
        .map(|(position, option)| {
            let Words { ru, kk, en } = &option.words;
            (
                o::attribute_id.eq(id),
                o::code.eq(&option.code),
                o::name_ru.eq(ru),
                o::name_kk.eq(kk),
                o::name_en.eq(en),
                o::position.eq(position),
            )
        })
        .collect();
    diesel::insert_into(o::table).values(options).execute(&mut **tx)?;
    Ok(id)
}

fn insert_group(tx: &mut Tx<'_>, group: &GroupFile, position: i32, codes: &HashMap<String, i32>) -> anyhow::Result<()> {
    let id = insert_category(tx, None, &group.slug, &group.words, &group.art, position)?;
    ask_for(tx, id, &group.attributes, &[], codes)?;
    for (position, category) in (0..).zip(&group.category) {
        let leaf = insert_category(tx, Some(id), &category.slug, &category.words, &category.slug, position)?;
        ask_for(tx, leaf, &category.attributes, &category.required, codes)?;
    }
    Ok(())
}

fn insert_category(tx: &mut Tx<'_>, parent: Option<i32>, slug: &str, words: &Words, art: &str, position: i32) -> QueryResult<i32> {
    diesel::insert_into(categories::table)
        .values((
            (categories::parent_id.eq(parent), categories::slug.eq(slug), categories::art.eq(art), categories::position.eq(position)),
            (categories::name_ru.eq(&words.ru), categories::name_kk.eq(&words.kk), categories::name_en.eq(&words.en)),
        ))
        .returning(categories::id)
        .get_result(&mut **tx)
}

/// What a category asks for; a required one that it only inherits is named again here, to be required.
fn ask_for(tx: &mut Tx<'_>, category: i32, asked: &[String], required: &[String], codes: &HashMap<String, i32>) -> anyhow::Result<()> {
    let mut wanted: BTreeMap<&str, (i32, bool)> = (0..).zip(asked).map(|(i, code)| (code.as_str(), (i, required.contains(code)))).collect();
    for code in required {
        wanted.entry(code).or_insert((asked.len() as i32, true));
    }
    for (code, (position, required)) in wanted {
        let attribute = codes.get(code).ok_or_else(|| anyhow!("no characteristic {code}"))?;
        use category_attributes as c;
        diesel::insert_into(c::table)
            .values((c::category_id.eq(category), c::attribute_id.eq(attribute), c::required.eq(required), c::position.eq(position)))
            .execute(&mut **tx)?;
    }
    Ok(())
}
