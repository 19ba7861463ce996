//! From text to terms: folding, words, stems; and the ways in which people type something else.

pub mod fold;
pub mod kazakh;
pub mod layout;
pub mod stem;
pub mod stop;
pub mod token;
pub mod translit;
pub mod units;
