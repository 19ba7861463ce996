//! Keeping the place honest: the review queue, complaints, shops, and the log of what staff did.

mod act;
mod age;
mod card;
mod card_page;
mod case;
mod decide;
mod decision;
mod desk;
mod form;
mod hide;
pub mod mails;
mod own;
mod page;
mod queue;
mod reason;
mod report;
mod sanction;
mod settle;
mod similar;
pub mod staff;
mod suspicious;
mod trust;
pub mod web;

pub use act::{ActKind, Subject, record};
pub use card::{decide_change, link, merge, share};
pub use decide::{Ruling, Said, decide};
pub use hide::{hide, restore};
pub use reason::Reason;
pub use report::{About, Complaint, ReportReason};
pub use sanction::{reopen, suspend};
