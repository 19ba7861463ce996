//! People with an account: registration, sign-in, profile, addresses, devices.

mod address;
mod address_book;
mod change_email;
mod change_password;
mod device;
mod form;
mod hashing;
mod link;
mod mails;
mod next;
mod page;
mod password;
mod recover;
mod register;
mod sign_up;
mod user;
mod verify;
pub mod web;

pub use address::{Address, CityGroup, NewAddress, city_groups};
pub use device::Device;
pub use hashing::{fits, hash_now};
pub use mails::tell_password_changed;
pub use sign_up::{NewUser, sign_up};
pub use user::User;
