//! Reading a question: which words it has, and what each may stand for.

pub mod correct;
pub mod lexicon;
pub mod nearest;
pub mod parse;
pub mod reading;
pub mod synonyms;

pub use reading::read;
