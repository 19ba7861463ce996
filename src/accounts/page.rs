//! The pages of this room.

use std::sync::Arc;

use askama::Template;

use super::link::Purpose;
use super::next::Next;
use super::verify::Waiting;
use super::{Address, Device};
use crate::catalog::{Catalog, City, Region};
use crate::i18n::{Lang, Names};
use crate::kernel::{AddressId, Email, Phone, SessionId};
use crate::web::{Form, Shell, filters};

/// Sign-in.
#[derive(Template)]
#[template(path = "accounts/login.html")]
pub struct Login {
    pub form: Form,
    pub next: Next,
    /// The e-mail and the password did not go together.
    pub refused: bool,
}

/// Registration.
#[derive(Template)]
#[template(path = "accounts/register.html")]
pub struct Register {
    pub form: Form,
    pub next: Next,
}

/// "Check your mail."
#[derive(Template)]
#[template(path = "accounts/sent.html")]
pub struct Sent {
    pub purpose: Purpose,
    pub email: Option<Email>,
    pub next: Next,
    /// Letters can be read on the site itself: it is under development.
    pub shows_mail: bool,
}

/// A lost password.
#[derive(Template)]
#[template(path = "accounts/recover.html")]
pub struct Recover {
    pub form: Form,
    pub next: Next,
}

/// The new password for the lost one.
#[derive(Template)]
#[template(path = "accounts/reset.html")]
pub struct Reset {
    pub form: Form,
    pub token: String,
    pub email: Option<Email>,
}

/// The button behind a mailed link.
#[derive(Template)]
#[template(path = "accounts/confirm.html")]
pub struct Confirm {
    pub form: Form,
    pub waiting: Waiting,
    pub token: String,
}

/// A link that was used, or is too old, or never was.
#[derive(Template)]
#[template(path = "accounts/stale.html")]
pub struct Stale;

/// Name, phone, language of letters.
#[derive(Template)]
#[template(path = "accounts/edit.html")]
pub struct Edit {
    pub form: Form,
    pub email: Option<Email>,
}

/// The address book.
#[derive(Template)]
#[template(path = "accounts/addresses.html")]
pub struct Addresses {
    pub addresses: Vec<Address>,
    pub catalog: Arc<Catalog>,
}

/// A new address, or an old one to be changed.
#[derive(Template)]
#[template(path = "accounts/address.html")]
pub struct AddressForm {
    pub form: Form,
    pub id: Option<AddressId>,
    pub catalog: Arc<Catalog>,
}

/// Before an address is deleted.
#[derive(Template)]
#[template(path = "accounts/address_delete.html")]
pub struct AddressDelete {
    pub address: Address,
    pub catalog: Arc<Catalog>,
}

/// Password, e-mail, devices.
#[derive(Template)]
#[template(path = "accounts/security.html")]
pub struct Security {
    pub form: Form,
    pub email: Option<Email>,
    pub phone: Option<Phone>,
    pub devices: Vec<Device>,
    pub current: Option<SessionId>,
}

impl Security {
    fn is_current(&self, device: &Device) -> bool {
        Some(device.id) == self.current
    }
}

/// A new e-mail.
#[derive(Template)]
#[template(path = "accounts/email.html")]
pub struct ChangeEmail {
    pub form: Form,
    pub email: Option<Email>,
}

/// Language and colours.
#[derive(Template)]
#[template(path = "accounts/settings.html")]
pub struct Settings;

impl Settings {
    /// The languages, in their own words.
    pub const LANGUAGES: [(Lang, &str); 3] = [(Lang::Ru, "Русский"), (Lang::Kk, "Қазақша"), (Lang::En, "English")];
}

/// The towns to choose from.
#[derive(Template)]
#[template(path = "accounts/city.html")]
pub struct TownPage {
    /// Where the visitor came from.
    pub back: String,
    /// The biggest towns.
    pub big: Vec<City>,
    /// All of them by region.
    pub regions: Vec<(Names, Vec<City>)>,
}

impl TownPage {
    /// The page over the catalogue's towns, which stand there with the biggest first.
    pub fn new(catalog: &Catalog, back: String) -> Self {
        let of = |region: &Region| {
            let towns: Vec<City> = catalog.cities.iter().filter(|city| city.region == region.id).cloned().collect();
            (region.names.clone(), towns)
        };
        Self { back, big: catalog.cities.iter().take(8).cloned().collect(), regions: catalog.regions.iter().map(of).collect() }
    }

    fn is_here(&self, city: &City, shell: &Shell) -> bool {
        shell.town.as_ref().is_some_and(|town| town.id == city.id)
    }
}
