//! Many listings at once, as price lists bring them: the same rows that the form's verbs write, some hundred with each statement.

mod change;
mod drop;
mod known;
mod make;
mod publish;
mod take_back;

pub use change::{LotChange, change_many};
pub use drop::drop_many;
pub use known::{Known, SharedCard, known};
pub use make::{NewCard, NewLot, OwnCard, make_many};
pub use publish::publish_many;
pub use take_back::{take_back_many, undress, unnumber_many};
