//! The filters that are applied: each in words, and the list without it.

use super::browse::{Browse, Marked, Span, Wishes, YES, decimal, stars};
use crate::catalog::Catalog;
use crate::i18n::{Arg, Locale, Named, Names};
use crate::kernel::{Money, ShopId};
use crate::listings::Condition;

/// A filter in words.
pub enum Filter {
    From(Money),
    To(Money),
    Condition(Condition),
    City(Names),
    Category(Names),
    Shop(ShopId, String),
    Days(u8),
    Reduced,
    /// × 100, or better.
    Rating(u16),
    /// An option of a characteristic, or one that is there.
    Mark(Names),
    /// A characteristic, its unit, from, to.
    Span(Names, Option<Names>, Option<i64>, Option<i64>),
}

/// An applied filter and the list without it.
pub struct Applied {
    pub filter: Filter,
    pub path: String,
    pub wishes: Wishes,
    /// How many there are without it, when with it there is nothing.
    pub without: i64,
}

impl Applied {
    /// What a chip says.
    pub fn words(&self, locale: Locale) -> String {
        let one = |key, name, arg: Arg| locale.format(key, &[(name, arg)]);
        match &self.filter {
            Filter::From(price) => one("find-applied-from", "price", (*price).into()),
            Filter::To(price) => one("find-applied-to", "price", (*price).into()),
            Filter::Condition(condition) => locale.t(condition.key()).to_owned(),
            Filter::Days(days) => one("find-days-within", "n", i64::from(*days).into()),
            Filter::Rating(least) => one("find-applied-rating", "mean", locale.decimal(&stars(*least)).into()),
            Filter::Reduced => locale.t("find-reduced").to_owned(),
            Filter::Shop(_, name) if name.is_empty() => locale.t("find-applied-no-shop").to_owned(),
            Filter::Shop(_, name) => name.clone(),
            Filter::City(names) | Filter::Category(names) | Filter::Mark(names) => names.name(locale.lang()).to_owned(),
            Filter::Span(names, unit, from, to) => {
                let unit = unit.as_ref().map(|unit| format!("\u{a0}{}", unit.name(locale.lang()))).unwrap_or_default();
                let plain = |end: i64| locale.decimal(&decimal(end));
                let with_unit = |end: i64| Arg::from(plain(end) + &unit);
                let name = ("name", Arg::from(names.name(locale.lang())));
                match (*from, *to) {
                    (Some(from), Some(to)) => {
                        locale.format("find-applied-span", &[name, ("from", plain(from).into()), ("to", with_unit(to))])
                    }
                    (Some(from), None) => locale.format("find-applied-span-from", &[name, ("from", with_unit(from))]),
                    (None, to) => locale.format("find-applied-span-to", &[name, ("to", with_unit(to.unwrap_or_default()))]),
                }
            }
        }
    }
}

/// All that are applied, in the order of the address.
pub fn applied(catalog: &Catalog, browse: &Browse) -> Vec<Applied> {
    let wishes = &browse.wishes;
    let without = |filter: Filter, change: &dyn Fn(&mut Wishes)| {
        let wishes = wishes.but(change);
        Applied { filter, path: wishes.href(&browse.base), wishes, without: 0 }
    };
    let category = wishes.category.as_ref().and_then(|slug| catalog.category_by_slug(slug));
    let mut all: Vec<Applied> = [
        category.map(|category| without(Filter::Category(category.names.clone()), &|w| leave_category(w))),
        wishes.price_from.map(|price| without(Filter::From(price), &|w| w.price_from = None)),
        wishes.price_to.map(|price| without(Filter::To(price), &|w| w.price_to = None)),
        wishes.condition.map(|condition| without(Filter::Condition(condition), &|w| w.condition = None)),
        wishes.days.map(|days| without(Filter::Days(days), &|w| w.days = None)),
        wishes.reduced.then(|| without(Filter::Reduced, &|w| w.reduced = false)),
        wishes.rating.map(|least| without(Filter::Rating(least), &|w| w.rating = None)),
    ]
    .into_iter()
    .flatten()
    .collect();
    all.extend(wishes.cities.iter().map(|city| without(Filter::City(city.names.clone()), &|w| w.cities.retain(|c| c.id != city.id))));
    all.extend(wishes.shops.iter().map(|shop| without(Filter::Shop(*shop, String::new()), &|w| w.shops.retain(|s| s != shop))));
    for marked in &wishes.marked {
        for (option, _) in &marked.options {
            let Some(filter) = in_words(catalog, marked, *option) else { continue };
            all.push(without(filter, &|w| unmark(w, marked, *option)));
        }
    }
    for span in &wishes.spans {
        let Some(filter) = between(catalog, span) else { continue };
        all.push(without(filter, &|w| w.spans.retain(|s| s.attribute != span.attribute)));
    }
    all
}

/// What is chosen of a category's characteristics goes with it.
fn leave_category(wishes: &mut Wishes) {
    (wishes.category, wishes.marked, wishes.spans) = (None, Vec::new(), Vec::new());
}

fn unmark(wishes: &mut Wishes, marked: &Marked, option: crate::kernel::OptionId) {
    for own in wishes.marked.iter_mut().filter(|own| own.attribute == marked.attribute) {
        own.options.retain(|(id, _)| *id != option);
    }
    wishes.marked.retain(|own| !own.options.is_empty());
}

fn in_words(catalog: &Catalog, marked: &Marked, option: crate::kernel::OptionId) -> Option<Filter> {
    let attribute = catalog.attribute(marked.attribute)?;
    match attribute.options.iter().find(|choice| choice.id == option) {
        Some(choice) => Some(Filter::Mark(choice.names.clone())),
        None => (option == YES).then(|| Filter::Mark(attribute.names.clone())),
    }
}

fn between(catalog: &Catalog, span: &Span) -> Option<Filter> {
    let attribute = catalog.attribute(span.attribute)?;
    Some(Filter::Span(attribute.names.clone(), attribute.unit.clone(), span.from, span.to))
}
