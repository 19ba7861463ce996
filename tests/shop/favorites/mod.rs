//! Finding again: favourites, comparison, what was looked at, saved searches.

mod compare;
mod hearts;
mod letters;
mod lists;
mod recent;
mod searches;
