//! The seller's forms about the shop itself.

use crate::catalog::Catalog;
use crate::i18n::Lang;
use crate::kernel::{CityId, Tin, TinKind};
use crate::web::{FieldError, Form};

use super::{EditShop, OpenShop, ShopKind};

impl OpenShop {
    /// Reads the form that makes a seller, or says everything that is wrong with it.
    pub fn parse(form: &mut Form, catalog: &Catalog, lang: Lang) -> Option<Self> {
        let kind = form.parse("kind", |text| text.parse().map_err(|()| FieldError::new("shop-kind-missing")));
        let name = form.line("name", 2, 60, "shop-name-missing");
        let tin = parse_tin(form, kind);
        let city = parse_city(form, catalog);
        let about = form.text("about", 0, 2000, "");
        Some(Self { kind: kind?, name: name?, tin: tin?, city: city?, about: about?, lang })
    }
}

impl EditShop {
    /// Reads what can be changed later.
    pub fn parse(form: &mut Form, catalog: &Catalog) -> Option<Self> {
        let name = form.line("name", 2, 60, "shop-name-missing");
        let city = parse_city(form, catalog);
        let about = form.text("about", 0, 2000, "");
        Some(Self { name: name?, city: city?, about: about? })
    }
}

fn parse_tin(form: &mut Form, kind: Option<ShopKind>) -> Option<Tin> {
    let (number, wrong) = match kind? {
        ShopKind::Person => (TinKind::Iin, "shop-iin-wrong"),
        ShopKind::Company => (TinKind::Bin, "shop-bin-wrong"),
    };
    form.parse("tin", |text| match text {
        "" => Err(FieldError::new("shop-tin-missing")),
        text => Tin::parse(text, number).ok_or(FieldError::new(wrong)),
    })
}

/// A town of the list.
pub fn parse_city(form: &mut Form, catalog: &Catalog) -> Option<CityId> {
    form.parse("city", |text| {
        let city = text.parse().ok().and_then(|id| catalog.city(id));
        city.map(|city| city.id).ok_or(FieldError::new("shop-city-missing"))
    })
}
