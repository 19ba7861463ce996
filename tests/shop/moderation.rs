//! The review queue, complaints, acts of staff.
