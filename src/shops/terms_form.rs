//! The form of a shop's terms: a box for each way, and its price and days.

use super::{Terms, Way};
use crate::kernel::{Money, MoneyError, ShopId};
use crate::web::{FieldError, Form};

/// The names of one way's fields.
#[derive(Debug)]
pub struct WayFields {
    /// Which way.
    pub way: Way,
    /// What one delivery costs.
    pub price: &'static str,
    /// From which sum on it is free.
    pub free_from: &'static str,
    /// Days, at least.
    pub days_min: &'static str,
    /// Days, at most.
    pub days_max: &'static str,
    /// Where to pick up; empty where there is no such field.
    pub place: &'static str,
}

/// Every way's fields, in order.
pub const FIELDS: [WayFields; 3] = [
    WayFields {
        way: Way::Courier,
        price: "courier-price",
        free_from: "courier-free",
        days_min: "courier-min",
        days_max: "courier-max",
        place: "",
    },
    WayFields {
        way: Way::Pickup,
        price: "pickup-price",
        free_from: "pickup-free",
        days_min: "pickup-min",
        days_max: "pickup-max",
        place: "pickup-place",
    },
    WayFields { way: Way::Post, price: "post-price", free_from: "post-free", days_min: "post-min", days_max: "post-max", place: "" },
];

impl Terms {
    /// Reads the ways that are ticked; a shop offers at least one.
    pub fn parse(form: &mut Form, shop: ShopId) -> Option<Vec<Self>> {
        let ticked: Vec<&WayFields> = FIELDS.iter().filter(|fields| form.has(fields.way.as_str())).collect();
        if ticked.is_empty() {
            form.fail("courier", FieldError::new("shop-way-missing"));
            return None;
        }
        let read: Vec<Option<Self>> = ticked.into_iter().map(|fields| Self::parse_way(form, shop, fields)).collect();
        read.into_iter().collect()
    }

    fn parse_way(form: &mut Form, shop: ShopId, fields: &WayFields) -> Option<Self> {
        let place = match fields.place {
            "" => Some(String::new()),
            name => form.line(name, 5, 200, "shop-place-missing"),
        };
        let price = form.parse(fields.price, |text| sum(text, Money::parse(text)));
        let free_from = form.parse(fields.free_from, |text| match text {
            "" => Ok(None),
            text => sum(text, Money::parse_price(text)).map(Some),
        });
        let days_min = days(form, fields.days_min);
        let days_max = days(form, fields.days_max);
        if days_min > days_max && days_max.is_some() {
            form.fail(fields.days_max, FieldError::new("shop-days-order"));
            return None;
        }
        let (price, free_from, days_min, days_max, place) = (price?, free_from?, days_min?, days_max?, place?);
        Some(Self { shop_id: shop, way: fields.way, price, free_from, days_min, days_max, place })
    }

    /// What the form shows of stored terms.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let Some(fields) = FIELDS.iter().find(|fields| fields.way == self.way) else { return Vec::new() };
        let mut shown = vec![
            (self.way.as_str(), "1".to_owned()),
            (fields.price, self.price.whole().to_string()),
            (fields.free_from, self.free_from.map(|sum| sum.whole().to_string()).unwrap_or_default()),
            (fields.days_min, self.days_min.to_string()),
            (fields.days_max, self.days_max.to_string()),
        ];
        if !fields.place.is_empty() {
            shown.push((fields.place, self.place.clone()));
        }
        shown
    }
}

fn sum(text: &str, parsed: Result<Money, MoneyError>) -> Result<Money, FieldError> {
    parsed.map_err(|error| match (text, error) {
        ("", _) => FieldError::new("shop-price-missing"),
        (_, MoneyError::NotANumber) => FieldError::new("shop-price-number"),
        (_, MoneyError::NotWhole) => FieldError::new("shop-price-whole"),
        (_, MoneyError::OutOfRange) => FieldError::new("shop-price-range").with("max", Money::MAX_PRICE),
    })
}

fn days(form: &mut Form, name: &str) -> Option<i32> {
    form.parse(name, |text| text.parse().ok().filter(|days| (0..=60).contains(days)).ok_or(FieldError::new("shop-days-wrong")))
}
