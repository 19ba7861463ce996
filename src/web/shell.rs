//! The frame around every page: one runtime value that reaches the layout in one place.

use std::any::Any;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Flash;
use crate::i18n::{Lang, Locale, Names};
use crate::kernel::{CityId, ListingId, ProductId, SessionId, ShopId, UserId, text_enum};

text_enum! {
    /// What a member of staff may do; each includes the one before it.
    pub enum StaffRole {
        /// Content.
        Moderator = "moderator",
        /// Orders, refunds, users.
        Manager = "manager",
        /// Everything.
        Owner = "owner",
    }
}

text_enum! {
    /// The visitor's choice of colours.
    pub enum Theme {
        /// As the device says.
        Auto = "auto",
        /// Paper.
        Light = "light",
        /// Dusk.
        Dark = "dark",
    }
}

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewer {
    /// The account.
    pub id: UserId,
    /// What to call them.
    pub name: String,
    /// Their service role.
    pub staff: Option<StaffRole>,
    /// The shop they sell for.
    pub shop: Option<ShopId>,
}

/// What one statement tells about a signed-in request.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Visitor {
    /// The device.
    pub session: SessionId,
    /// The person.
    pub viewer: Viewer,
    /// What lies in the cart, and how much of it.
    pub cart: Vec<(ListingId, i32)>,
    /// Products with a heart.
    pub hearts: Vec<ProductId>,
    /// Products looked at, the latest first.
    pub recent: Vec<ProductId>,
    /// Whether they let us remember what they looked at.
    pub keeps_recent: bool,
    /// Whether they want recommendations.
    pub recommends: bool,
    /// New finds of saved searches.
    pub fresh_count: i64,
}

/// The catalogue's top level, for the header.
#[derive(Debug, Default)]
pub struct Menu {
    /// In order.
    pub groups: Vec<MenuGroup>,
    /// Towns that a visitor may choose, big ones first.
    pub towns: Vec<Town>,
}

/// A town.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Town {
    /// Which.
    pub id: CityId,
    /// Its address word, as the cookie keeps it.
    pub slug: String,
    /// Its name.
    pub names: Names,
}

/// One group of the catalogue.
#[derive(Debug)]
pub struct MenuGroup {
    /// Its address.
    pub slug: String,
    /// Its name.
    pub names: Names,
    /// The drawing that stands for it.
    pub art: String,
}

/// The page shell.
#[derive(Debug, Clone)]
pub struct Shell {
    /// The page's language.
    pub lang: Lang,
    /// Own address without the language prefix, with its query.
    pub path: String,
    /// Who is signed in.
    pub viewer: Option<Viewer>,
    /// The device, when signed in.
    pub session: Option<SessionId>,
    /// Pieces in the cart.
    pub cart_count: i64,
    /// Products with a heart.
    pub favorite_count: usize,
    /// Products side by side.
    pub compare_count: usize,
    /// New finds of saved searches.
    pub fresh_count: i64,
    /// Whether what is looked at may be remembered.
    pub keeps_recent: bool,
    /// Whether recommendations are shown; a guest has one switch for both.
    pub recommends: bool,
    /// The catalogue's top level.
    pub menu: Arc<Menu>,
    /// What the visitor looked for, the latest first.
    pub asked: Vec<String>,
    /// What many look for.
    pub popular: Arc<[String]>,
    /// What the last action has to say.
    pub flash: Option<Flash>,
    /// The visitor's town, once chosen: delivery dates are for it.
    pub town: Option<Town>,
    /// Colours.
    pub theme: Theme,
    /// How people reach the site.
    pub base_url: Arc<str>,
    /// The request's number, shown on error pages.
    pub request_id: String,
}

impl Shell {
    /// The page's voice.
    pub const fn locale(&self) -> Locale {
        Locale::new(self.lang)
    }

    /// An own address in the page's language.
    pub fn href(&self, path: &str) -> String {
        localized(self.lang, path)
    }

    /// The full address of this page in another language.
    pub fn absolute(&self, lang: Lang) -> String {
        format!("{}{}", self.base_url, localized(lang, &self.path))
    }

    /// Own address without its query: the canonical path.
    pub fn bare_path(&self) -> &str {
        self.path.split('?').next().unwrap_or("/")
    }
}

/// The one helper that makes addresses: `/cart` in Kazakh is `/kk/cart`, `/` is `/kk`.
pub(super) fn localized(lang: Lang, path: &str) -> String {
    match (lang.prefix(), path) {
        ("", path) => path.to_owned(),
        (prefix, "/") => prefix.to_owned(),
        (prefix, path) => format!("{prefix}{path}"),
    }
}

impl askama::Values for Shell {
    fn get_value<'a>(&'a self, key: &str) -> Option<&'a dyn Any> {
        (key == "shell").then_some(self as &dyn Any)
    }
}
