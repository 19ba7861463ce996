//! Cart, checkout, orders.
