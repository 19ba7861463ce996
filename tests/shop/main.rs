//! Every test of the house in one binary: through the front door, on a real server, database and browser.

mod architecture;
mod shell;
mod support;
