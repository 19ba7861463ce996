//! Answering: which documents match, which of them pass, what is counted, in which order.

pub mod cache;
pub mod counter;
pub mod cursor;
pub mod exact;
pub mod explain;
pub mod feedback;
pub mod filter;
pub mod find;
pub mod plan;
pub mod prices;
pub mod ranges;
pub mod source;
pub mod tally;
pub mod top;
pub mod window;
