//! Photos of products and signs of shops: taken in, looked at before decoding, made into sizes in the background, served for ever.

mod add;
mod drawing;
mod incoming;
mod job;
mod order;
mod photo;
mod picture;
mod reference;
mod refusal;
mod sign;
pub mod web;

pub use add::{Added, MOST, add};
pub use drawing::picture;
pub use incoming::{Taken, forget, kept, take, take_all};
pub use job::{DropPhoto, ForgetUpload, ProcessPhoto, drop_files, forget_upload, process};
pub use order::{PhotoMove, arrange, drop_of_product, remove};
pub use photo::{Photo, PhotoState};
pub use reference::PhotoRef;
pub use refusal::Refusal;
pub use sign::{add_sign, drop_signs, waiting_sign};
