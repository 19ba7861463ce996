//! What the demo is made of: shops, buyers and products, read from our own files.

use rust_embed::RustEmbed;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::DemoError;
use crate::i18n::Lang;
use crate::listings::Condition;
use crate::shops::ShopKind;

#[derive(RustEmbed)]
#[folder = "src/demo/data/"]
struct Files;

/// Everything, in the order of the files.
pub struct Data {
    pub shops: Vec<ShopData>,
    pub buyers: Vec<BuyerData>,
    pub products: Vec<ProductData>,
}

#[derive(Deserialize)]
struct ShopsFile {
    shop: Vec<ShopData>,
    buyer: Vec<BuyerData>,
}

#[derive(Deserialize)]
struct ProductsFile {
    product: Vec<ProductData>,
}

/// A shop, its owner and its terms.
#[derive(Debug, Deserialize)]
pub struct ShopData {
    pub slug: String,
    pub name: String,
    pub kind: ShopKind,
    pub city: String,
    pub lang: Lang,
    pub about: String,
    pub owner: OwnerData,
    pub courier: Option<SendData>,
    pub pickup: Option<PickupData>,
    pub post: Option<SendData>,
    pub main: String,
}

/// Who owns a shop.
#[derive(Debug, Deserialize)]
pub struct OwnerData {
    pub name: String,
    pub email: String,
}

/// Terms of sending, prices in tenge.
#[derive(Debug, Deserialize)]
pub struct SendData {
    pub price: i64,
    pub free_from: Option<i64>,
    pub days_min: i32,
    pub days_max: i32,
}

/// Terms of fetching.
#[derive(Debug, Deserialize)]
pub struct PickupData {
    pub address: String,
    pub days: i32,
}

/// A buyer and where they live.
#[derive(Debug, Deserialize)]
pub struct BuyerData {
    pub name: String,
    pub email: String,
    pub phone: String,
    pub city: String,
    pub street: String,
    pub house: String,
    pub flat: String,
    pub lang: Lang,
}

/// A product and its shop's offer.
#[derive(Debug, Clone, Deserialize)]
pub struct ProductData {
    pub category: String,
    pub shop: String,
    pub title: String,
    pub lang: Lang,
    pub brand: String,
    pub condition: Condition,
    pub price: i64,
    pub stock: i32,
    pub text: String,
    #[serde(default)]
    pub values: toml::Table,
    #[serde(default)]
    pub tags: Vec<String>,
    pub main: String,
    pub accent: String,
    /// The same in other colours and sizes.
    #[serde(default)]
    pub variants: Vec<VariantData>,
    /// The title of the product that this one is a variant of.
    #[serde(skip)]
    pub of: Option<String>,
}

/// What differs in a variant.
#[derive(Debug, Clone, Deserialize)]
pub struct VariantData {
    pub title: String,
    pub price: i64,
    pub stock: i32,
    pub main: String,
    pub values: toml::Table,
}

impl ProductData {
    /// The product itself and its variants, as products of their own.
    fn all(self) -> impl Iterator<Item = Self> {
        let variant = |one: &VariantData| {
            let mut values = self.values.clone();
            values.extend(one.values.clone());
            let own = (one.title.clone(), one.main.clone(), Some(self.title.clone()));
            let (title, main, of) = own;
            Self { title, price: one.price, stock: one.stock, main, values, of, variants: Vec::new(), ..self.clone() }
        };
        let variants: Vec<Self> = self.variants.iter().map(variant).collect();
        std::iter::once(self).chain(variants)
    }
}

impl Data {
    /// Reads all files.
    pub fn read() -> Result<Self, DemoError> {
        let people: ShopsFile = file("shops.toml")?;
        let mut names: Vec<_> = Files::iter().filter(|name| name.starts_with("products/")).collect();
        names.sort();
        let mut products = Vec::new();
        for name in names {
            products.extend(file::<ProductsFile>(&name)?.product.into_iter().flat_map(ProductData::all));
        }
        Ok(Self { shops: people.shop, buyers: people.buyer, products })
    }
}

fn file<T: DeserializeOwned>(name: &str) -> Result<T, DemoError> {
    let file = Files::get(name).ok_or_else(|| DemoError::Data(format!("{name} is missing")))?;
    toml::from_str(&String::from_utf8_lossy(&file.data)).map_err(|error| DemoError::Data(format!("{name}: {error}")))
}
