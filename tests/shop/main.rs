//! Every test of the house in one binary: through the front door, on a real server, database and browser.

mod accounts;
mod architecture;
mod browser;
mod buying;
mod cards;
mod favorites;
mod finding;
mod hardening;
mod imports;
mod moderation;
mod recommendations;
mod reviews;
mod selling;
mod shell;
mod support;
