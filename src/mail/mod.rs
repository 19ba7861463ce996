//! Mail: a letter becomes a row of the outbox in the transaction that calls for it; a job delivers it, by SMTP or as a file.

mod deliver;
mod letter;
mod outbox;
pub mod web;

pub use deliver::Mailer;
pub use letter::Letter;
pub use outbox::{Mail, SendMail, post};
