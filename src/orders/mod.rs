//! Purchases, orders and parcels: what was sold, and how it moves.
