//! Pages and forms about purchases and orders.

mod buyer;
mod code;
mod edit;
mod export;
mod seller;
mod steps;

pub use buyer::{mine, purchase, show};
pub use code::renew as renew_code;
pub use edit::{address, cancel, confirm_cancel, edit, save, save_address};
pub use export::export;
pub use seller::{board, label, work};
pub use steps::{accept, decline, hand_over, issue, ready, returned, with_courier};

use crate::kernel::Number;
use crate::web::{FieldError, Form};
use actix_web::http::StatusCode;

use super::Refusal;
use crate::i18n::Arg;
use crate::web::Fault;

/// The number in an address; what is none is nobody's order.
fn number(text: &str) -> Result<Number, Fault> {
    Number::parse(text).ok_or(Fault::NotFound)
}

/// Says in the form why a step was not taken, and with which status the page comes back; the database's own failures go on.
fn explain(form: &mut Form, refusal: Refusal) -> Result<StatusCode, Fault> {
    let (key, state) = refusal.keys();
    let (field, status) = match refusal {
        Refusal::Db(error) => return Err(error.into()),
        Refusal::WrongCode => ("code".to_owned(), StatusCode::UNPROCESSABLE_ENTITY),
        Refusal::Short(listing) | Refusal::OffSale(listing) => (format!("q{listing}"), StatusCode::UNPROCESSABLE_ENTITY),
        Refusal::NothingLeft | Refusal::CodeShut | Refusal::Dearer(_) => (String::new(), StatusCode::UNPROCESSABLE_ENTITY),
        Refusal::Illegal(_) | Refusal::Stale => (String::new(), StatusCode::CONFLICT),
    };
    let error = FieldError::new(key).with("state", Arg::Key(state));
    let error = if let Refusal::Dearer(delivery) = refusal { error.with("price", delivery) } else { error };
    form.fail(&field, error);
    Ok(status)
}
