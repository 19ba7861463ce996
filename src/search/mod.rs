//! Finding listings: one door, `find`.
