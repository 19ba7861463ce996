//! From a cart to a purchase: quote, form, placing.
