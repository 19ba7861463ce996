//! The house under test: a server of its own on a free port, a database of its own, visitors with cookies.

mod browser;
mod database;
mod house;
mod page;
mod people;
mod visitor;

pub use browser::Browser;
pub use house::House;
pub use page::Page;
pub use people::{Goods, Person, Seller};
pub use visitor::Visitor;
