//! What the account `buyer` would like: hearts, a second list, searches to hear of, things looked at.

use super::DemoError;
use super::dice::Dice;
use super::goods::Good;
use super::people::People;
use crate::catalog::Catalog;
use crate::db::Tx;
use crate::favorites::{self, FavoriteList, ListInput};
use crate::kernel::ProductId;
use crate::listings::ListingState;
use crate::storefront::recent;
use crate::storefront::searches::{Frequency, Place, SavedSearch, SearchInput};

const HEARTS: usize = 9;
const GIFTS: usize = 3;
const LOOKS: usize = 8;

/// Addresses as the lists make them, with a name each.
const SEARCHES: [(&str, &str, Frequency); 3] = [
    ("Смартфоны до 200 000 ₸", "/c/smartphones?price_to=200000", Frequency::AtOnce),
    ("Велосипед в Алматы", "/search?q=%D0%B2%D0%B5%D0%BB%D0%BE%D1%81%D0%B8%D0%BF%D0%B5%D0%B4&city=almaty", Frequency::Daily),
    ("Ноутбуки", "/c/laptops", Frequency::Weekly),
];

/// Lets the first buyer wish.
pub fn wish(tx: &mut Tx<'_>, people: &People, goods: &[Good], catalog: &Catalog) -> Result<(), DemoError> {
    let (buyer, mut dice) = (people.buyers[0].id, Dice::of("wishes"));
    let on_sale: Vec<&Good> = goods.iter().filter(|good| good.state == ListingState::Active).collect();
    let mut products: Vec<ProductId> = Vec::new();
    while products.len() < HEARTS + LOOKS && products.len() < on_sale.len() {
        let Some(good) = dice.pick(&on_sale) else { break };
        if !products.contains(&good.product) {
            products.push(good.product);
        }
    }
    let (hearts, looks) = products.split_at(HEARTS.min(products.len()));
    for product in hearts {
        favorites::add(tx, buyer, *product)?;
    }
    let gifts = favorites::create(tx, buyer, &ListInput { name: "Подарки".into(), notify: true })?;
    if let Some(gifts) = gifts {
        let home = FavoriteList::open_default(tx, buyer)?;
        favorites::move_to(tx, buyer, (home, gifts), &hearts[..GIFTS.min(hearts.len())])?;
    }
    recent::join(tx, buyer, looks)?;
    for (name, path, frequency) in SEARCHES {
        let place = Place::parse(path, catalog).ok_or_else(|| DemoError::Data(format!("the search {path}")))?;
        SavedSearch::create(tx, buyer, &place.path(), &SearchInput { name: name.into(), frequency, town: None })?;
    }
    Ok(())
}
