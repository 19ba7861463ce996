//! Money in: payments of purchases and their allocation to orders.
