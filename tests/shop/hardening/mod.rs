//! Nothing that anybody sends breaks the house: every route of the table, as everybody, with sense and nonsense.
//! The tests read the routes table, so that a new page is under them from its first day.

mod crash;
mod http;
mod input;
mod private;
mod reading;
mod world;
