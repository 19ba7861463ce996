//! The wishes of a list as they stand in an address: filters, order, page. Every list has one address for the same wishes.

use std::borrow::Cow;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

use crate::catalog::{Attribute, AttributeKind, Catalog, City};
use crate::i18n::Names;
use crate::kernel::{AttributeId, CategoryId, CityId, Money, OptionId, ShopId};
use crate::listings::Condition;
use crate::search::{Chosen, LAST_PAGE, Query, RATINGS, Range, Sort, Words};
use crate::web::{Fault, FieldError, Form, clean};

/// The address's query, as fields.
pub struct Asked(pub Form);

impl FromRequest for Asked {
    type Error = Fault;
    type Future = Ready<Result<Self, Fault>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let fields: Vec<(String, String)> = serde_html_form::from_str(req.query_string()).unwrap_or_default();
        ready(Ok(Self(Form::of(fields.into_iter().map(|(name, value)| (clean(&name), clean(&value)))))))
    }
}

/// A town that was chosen.
#[derive(Debug, Clone)]
pub struct Town {
    pub id: CityId,
    pub slug: String,
    pub names: Names,
}

/// Options of a characteristic that were chosen; of a yes-or-no one, `yes` alone.
#[derive(Debug, Clone)]
pub struct Marked {
    pub attribute: AttributeId,
    /// The characteristic's code.
    pub code: String,
    /// Ids and codes of the options.
    pub options: Vec<(OptionId, String)>,
}

/// A span of a numeric characteristic, in thousandths.
#[derive(Debug, Clone)]
pub struct Span {
    pub attribute: AttributeId,
    pub code: String,
    pub from: Option<i64>,
    pub to: Option<i64>,
}

/// What is wished for.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    pub words: Option<Words>,
    /// The words are meant as they stand.
    pub literal: bool,
    /// The category's address word, for a search within it.
    pub category: Option<String>,
    pub price_from: Option<Money>,
    pub price_to: Option<Money>,
    pub condition: Option<Condition>,
    pub cities: Vec<Town>,
    pub shops: Vec<ShopId>,
    pub days: Option<u8>,
    /// With an old price that was higher.
    pub reduced: bool,
    /// Rated so (× 100) or better.
    pub rating: Option<u16>,
    pub marked: Vec<Marked>,
    pub spans: Vec<Span>,
    /// The order, when it is not the list's own.
    pub sort: Option<Sort>,
}

/// A field of an address.
pub type Field = (Cow<'static, str>, String);

/// The days that can be chosen.
pub const DAYS: [u8; 3] = [1, 3, 7];

/// The yes of a yes-or-no characteristic.
pub const YES: OptionId = OptionId(1);

impl Wishes {
    /// As fields, in one order, without those that say nothing.
    pub fn fields(&self) -> Vec<Field> {
        let tenge = |price: Money| price.whole().to_string();
        let one = |name: &'static str, value: Option<String>| value.map(|value| (Cow::Borrowed(name), value));
        let first = [
            one("q", self.words.as_ref().map(|words| words.as_str().to_owned())),
            one("literal", (self.literal && self.words.is_some()).then(|| "1".to_owned())),
            one("category", self.category.clone()),
            one("price_from", self.price_from.map(tenge)),
            one("price_to", self.price_to.map(tenge)),
            one("condition", self.condition.map(|condition| condition.as_str().to_owned())),
        ];
        let cities = self.cities.iter().map(|city| (Cow::Borrowed("city"), city.slug.clone()));
        let shops = self.shops.iter().map(|shop| (Cow::Borrowed("shop"), shop.to_string()));
        let (days, reduced) = (one("days", self.days.map(|days| days.to_string())), one("reduced", self.reduced.then(|| "1".to_owned())));
        let rating = one("rating", self.rating.map(stars));
        let sort = one("sort", self.sort.map(|sort| sort.as_str().to_owned()));
        let fields = first.into_iter().flatten().chain(cities).chain(shops).chain(days).chain(reduced).chain(rating);
        fields.chain(self.marks()).chain(self.ends()).chain(sort).collect()
    }

    fn marks(&self) -> impl Iterator<Item = Field> {
        self.marked.iter().flat_map(|marked| marked.options.iter().map(|(_, code)| (named(&marked.code), code.clone())))
    }

    fn ends(&self) -> impl Iterator<Item = Field> {
        self.spans.iter().flat_map(|span| {
            let end = |end: Option<i64>, word| Some((named(&format!("{}.{word}", span.code)), decimal(end?)));
            [end(span.from, "from"), end(span.to, "to")].into_iter().flatten()
        })
    }

    /// The list's address with these wishes.
    pub fn href(&self, base: &str) -> String {
        with_query(base, &self.fields())
    }

    /// The same with one thing changed.
    pub fn but(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut other = self.clone();
        change(&mut other);
        other
    }

    /// Without filters: the words, the place and the order stay.
    pub fn unfiltered(&self) -> Self {
        Self { words: self.words.clone(), literal: self.literal, category: self.category.clone(), sort: self.sort, ..Self::default() }
    }
}

/// The field of a characteristic.
fn named(code: &str) -> Cow<'static, str> {
    Cow::Owned(format!("a.{code}"))
}

/// Thousandths as people write them, with a point.
pub fn decimal(thousandths: i64) -> String {
    let (sign, whole, part) = (if thousandths < 0 { "-" } else { "" }, thousandths.abs() / 1000, thousandths.abs() % 1000);
    format!("{sign}{whole}.{part:03}").trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A rating (× 100) as it stands in an address: `4.5`, `4`.
pub fn stars(rating: u16) -> String {
    decimal(i64::from(rating) * 10)
}

/// A number with at most three digits behind point or comma, in thousandths.
fn thousandths(text: &str) -> Option<i64> {
    let tidy: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect();
    let (whole, part) = tidy.split_once('.').unwrap_or((&tidy, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 12 || part.len() > 3 || !digits(whole) || !digits(part) {
        return None;
    }
    format!("{whole}{part:0<3}").parse().ok()
}

fn with_query(base: &str, fields: &[Field]) -> String {
    match serde_html_form::to_string(fields).unwrap_or_default() {
        query if query.is_empty() => base.to_owned(),
        query => format!("{base}?{query}"),
    }
}

/// A list's address, read.
pub struct Browse {
    /// Path of the list.
    pub base: String,
    /// What was typed, and what is wrong with it.
    pub form: Form,
    /// What is wished for.
    pub wishes: Wishes,
    /// The category that the list stands in.
    pub category: Option<CategoryId>,
    /// The page.
    pub page: u32,
    /// Why everything stands where it stands is asked for.
    pub why: bool,
    /// The address of the same wishes, when they could be said shorter.
    pub shorter: Option<String>,
}

/// What a list's address may say beside characteristics.
pub(super) const FILTERS: [&str; 9] = ["price_from", "price_to", "condition", "city", "shop", "days", "reduced", "rating", "sort"];

/// What only a search's address may say.
const SEARCH: [&str; 3] = ["q", "literal", "category"];

/// No more values of one filter are looked at.
const MOST: usize = 50;

impl Browse {
    /// Reads an address. A page that no list has is not found; other words that mean nothing are dropped.
    pub fn parse(Asked(mut form): Asked, base: String, catalog: &Catalog, place: Option<CategoryId>) -> Result<Self, Fault> {
        let page = match form.value("page").trim() {
            "" => 1,
            text => text.parse().ok().filter(|page| (1..=LAST_PAGE).contains(page)).ok_or(Fault::NotFound)?,
        };
        let searching = base == "/search";
        let within = catalog.category_by_slug(form.value("category")).filter(|_| searching);
        let category = place.or(within.map(|category| category.id));
        let wishes = Wishes { category: within.map(|category| category.slug.clone()), ..wishes(&mut form, searching, catalog, category) };
        let shorter = shorter(&form, &wishes, page, &base, &names(catalog, category));
        let why = searching && form.value("why") == "1";
        Ok(Self { base, form, wishes, category, page, why, shorter })
    }

    /// The first page of the same list with other wishes.
    pub fn with(&self, wishes: Wishes) -> Self {
        let category = if wishes.category.is_none() && self.wishes.category.is_some() { None } else { self.category };
        Self { base: self.base.clone(), form: Form::default(), wishes, category, page: 1, why: false, shorter: None }
    }

    /// The query for it at a place.
    pub fn query(&self, place: Query) -> Query {
        let wishes = &self.wishes;
        let own_sort = if wishes.words.is_some() { Sort::Best } else { Sort::New };
        let chosen = |marked: &Marked| Chosen { attribute: marked.attribute, options: marked.options.iter().map(|(id, _)| *id).collect() };
        Query {
            words: wishes.words.clone(),
            literal: wishes.literal,
            category: self.category,
            price_from: wishes.price_from,
            price_to: wishes.price_to,
            condition: wishes.condition,
            cities: wishes.cities.iter().map(|city| city.id).collect(),
            shops: wishes.shops.clone(),
            days: wishes.days,
            reduced: wishes.reduced,
            rating: wishes.rating,
            chosen: wishes.marked.iter().map(chosen).collect(),
            ranges: wishes.spans.iter().map(|span| Range { attribute: span.attribute, from: span.from, to: span.to }).collect(),
            sort: wishes.sort.unwrap_or(own_sort),
            page: self.page,
            explain: self.why,
            ..place
        }
    }
}

fn wishes(form: &mut Form, searching: bool, catalog: &Catalog, category: Option<CategoryId>) -> Wishes {
    let (from, to) = (price(form, "price_from"), price(form, "price_to"));
    let (price_from, price_to) = if from.zip(to).is_some_and(|(from, to)| from > to) { (to, from) } else { (from, to) };
    let words = Words::parse(form.value("q")).filter(|_| searching);
    let own_sort = if words.is_some() { Sort::Best } else { Sort::New };
    let sort = form.value("sort").parse().ok().filter(|sort| *sort != own_sort && (*sort != Sort::Best || words.is_some()));
    let town = |c: &City| Town { id: c.id, slug: c.slug.clone(), names: c.names.clone() };
    Wishes {
        literal: words.is_some() && form.value("literal") == "1",
        words,
        category: None,
        price_from,
        price_to,
        condition: form.value("condition").parse().ok(),
        cities: once(form.values("city")).filter_map(|slug| catalog.city_by_slug(slug)).map(town).collect(),
        shops: once(form.values("shop")).filter_map(|id| id.parse().ok()).collect(),
        days: form.value("days").parse().ok().filter(|days| DAYS.contains(days)),
        reduced: form.value("reduced") == "1",
        rating: thousandths(form.value("rating")).and_then(|least| RATINGS.into_iter().find(|rating| i64::from(*rating) * 10 == least)),
        marked: wanted(catalog, category).filter_map(|attribute| marked(form, attribute)).collect(),
        spans: wanted(catalog, category).filter_map(|attribute| span(form, attribute)).collect(),
        sort,
    }
}

/// The characteristics of a place.
fn wanted(catalog: &Catalog, category: Option<CategoryId>) -> impl Iterator<Item = &Attribute> {
    category.map(|category| catalog.wanted(category)).unwrap_or_default().into_iter().map(|(attribute, _)| attribute)
}

/// Each value once, and not too many.
fn once<'a>(values: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    let mut seen = Vec::new();
    values.take(MOST).filter(move |value| {
        let new = !seen.contains(value);
        seen.push(*value);
        new
    })
}

fn marked(form: &Form, attribute: &Attribute) -> Option<Marked> {
    let name = named(&attribute.code);
    let option = |code: &str| match attribute.kind {
        AttributeKind::Choice => attribute.option(code).map(|option| option.id),
        AttributeKind::Bool => (code == "yes").then_some(YES),
        AttributeKind::Text | AttributeKind::Number => None,
    };
    let options: Vec<_> = once(form.values(&name)).filter_map(|code| Some((option(code)?, code.to_owned()))).collect();
    (!options.is_empty()).then(|| Marked { attribute: attribute.id, code: attribute.code.clone(), options })
}

fn span(form: &Form, attribute: &Attribute) -> Option<Span> {
    let end = |word: &str| thousandths(form.value(&named(&format!("{}.{word}", attribute.code))));
    let (from, to) = if attribute.kind == AttributeKind::Number { (end("from"), end("to")) } else { (None, None) };
    let (from, to) = if from.zip(to).is_some_and(|(from, to)| from > to) { (to, from) } else { (from, to) };
    (from.is_some() || to.is_some()).then(|| Span { attribute: attribute.id, code: attribute.code.clone(), from, to })
}

/// The fields of a place's characteristics.
fn names(catalog: &Catalog, category: Option<CategoryId>) -> Vec<String> {
    let of = |attribute: &Attribute| match attribute.kind {
        AttributeKind::Number => ["from", "to"].map(|word| named(&format!("{}.{word}", attribute.code)).into_owned()).to_vec(),
        _ => vec![named(&attribute.code).into_owned()],
    };
    wanted(catalog, category).flat_map(of).collect()
}

/// A price as people type it; nothing and zero are no wish.
fn price(form: &mut Form, name: &str) -> Option<Money> {
    let typed = form.value(name).trim().to_owned();
    if typed.is_empty() {
        return None;
    }
    form.parse(name, |_| Money::parse(&typed).map_err(|_| FieldError::new("find-price-wrong"))).filter(|price| *price > Money::ZERO)
}

/// The shorter address, if this one says something empty, unknown or roundabout. Fields of others (marks of letters and adverts) do not matter.
fn shorter(form: &Form, wishes: &Wishes, page: u32, base: &str, names: &[String]) -> Option<String> {
    if form.has_errors() {
        return None;
    }
    let mut fields = wishes.fields();
    if page > 1 {
        fields.push((Cow::Borrowed("page"), page.to_string()));
    }
    let said = |name: &str, value: &str| {
        let loosely = name == "q" && !value.is_empty();
        loosely || fields.iter().any(|(n, v)| *n == name && v == value)
    };
    let known =
        FILTERS.iter().chain(&["page"]).chain(SEARCH.iter().filter(|_| base == "/search")).copied().chain(names.iter().map(String::as_str));
    let tidy = known.into_iter().all(|name| form.values(name).all(|value| said(name, value)));
    (!tidy).then(|| with_query(base, &fields))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &str) -> Asked {
        let fields: Vec<(String, String)> = serde_html_form::from_str(query).unwrap();
        Asked(Form::of(fields))
    }

    fn parse(query: &str) -> Result<Browse, Fault> {
        Browse::parse(asked(query), "/c/x".into(), &Catalog::default(), None)
    }

    #[test]
    fn an_address_says_only_what_is_wished() {
        let shorter = |query: &str| parse(query).unwrap().shorter;
        assert_eq!(shorter("price_from=&price_to=&condition=&city=&sort=").as_deref(), Some("/c/x"));
        assert_eq!(shorter("price_from=80+000&sort=cheap").as_deref(), Some("/c/x?price_from=80000&sort=cheap"));
        assert_eq!(shorter("sort=new&page=1").as_deref(), Some("/c/x"));
        assert_eq!(shorter("sort=best&condition=broken").as_deref(), Some("/c/x"));
        assert_eq!(shorter("condition=used&page=3&utm_source=letter"), None);
        assert_eq!(shorter("q="), None);
        assert_eq!(shorter("rating=4%2C5&rating=3").as_deref(), Some("/c/x?rating=4.5"));
        assert_eq!((shorter("rating=4.5"), shorter("rating=4")), (None, None));
        assert!(
            ["4.2", "5", "0", "-4", "450", "x", "4.5.0"].iter().all(|text| shorter(&format!("rating={text}")).as_deref() == Some("/c/x"))
        );
        let search = |query: &str| Browse::parse(asked(query), "/search".into(), &Catalog::default(), None).unwrap().shorter;
        assert_eq!(search("q=&category=").as_deref(), Some("/search"));
        assert_eq!(search("q=%21%21"), None);
    }

    #[test]
    fn a_price_that_is_none_is_said_at_its_field() {
        let browse = parse("price_from=cheap&price_to=9").unwrap();
        assert!(browse.form.wrong("price_from") && !browse.form.wrong("price_to"));
        assert_eq!((browse.wishes.price_from, browse.shorter), (None, None));
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!([thousandths("6,7"), thousandths("1 200"), thousandths("0.125")], [Some(6_700), Some(1_200_000), Some(125)]);
        assert!(["", "-1", "1.2345", "1e9", "..", "9999999999999"].iter().all(|text| thousandths(text).is_none()));
        assert_eq!([decimal(6_700), decimal(1_200_000), decimal(125)], ["6.7", "1200", "0.125"]);
    }

    #[test]
    fn pages_are_one_to_fifty() {
        assert_eq!(parse("page=50").unwrap().page, 50);
        for page in ["0", "51", "abc", "-1", "99999999999999999999", "1.5"] {
            assert!(matches!(parse(&format!("page={page}")), Err(Fault::NotFound)), "{page}");
        }
    }
}
