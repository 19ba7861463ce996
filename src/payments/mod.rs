//! Money in: payments of purchases and their allocation to orders.

mod allocation;
mod payment;

pub use allocation::{Allocation, AllocationState};
pub use payment::{Payment, PaymentMethod};
