//! What the visitor did with goods already: in the cart, with a heart, side by side. It comes with the request's one statement, so marking cards costs none.

use std::collections::{HashMap, HashSet};

use crate::kernel::{ListingId, ProductId};

/// The marks of a visitor.
#[derive(Debug, Clone, Default)]
pub struct Marks {
    cart: HashMap<ListingId, i64>,
    hearts: HashSet<ProductId>,
    compared: Vec<ProductId>,
}

impl Marks {
    /// Of what lies in the cart, has a heart and stands side by side.
    pub(super) fn new(cart: &[(ListingId, i32)], hearts: &[ProductId], compared: &[ProductId]) -> Self {
        Self {
            cart: cart.iter().map(|(listing, quantity)| (*listing, i64::from(*quantity))).collect(),
            hearts: hearts.iter().copied().collect(),
            compared: compared.to_vec(),
        }
    }

    /// Pieces of a listing in the cart.
    pub fn in_cart(&self, listing: ListingId) -> i64 {
        self.cart.get(&listing).copied().unwrap_or(0)
    }

    /// The listings in the cart.
    pub fn in_the_cart(&self) -> Vec<ListingId> {
        self.cart.keys().copied().collect()
    }

    /// Whether a product has a heart.
    pub fn is_favorite(&self, product: ProductId) -> bool {
        self.hearts.contains(&product)
    }

    /// Whether a product stands in the comparison.
    pub fn is_compared(&self, product: ProductId) -> bool {
        self.compared.contains(&product)
    }

    /// Pieces in the cart.
    pub(super) fn pieces(&self) -> i64 {
        self.cart.values().sum()
    }

    /// Products with a heart.
    pub(super) fn hearts(&self) -> usize {
        self.hearts.len()
    }

    /// Products side by side.
    pub(super) fn compared(&self) -> usize {
        self.compared.len()
    }
}
