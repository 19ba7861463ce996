//! Keeping the place honest: the review queue, complaints, acts of staff.
