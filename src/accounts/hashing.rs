//! Password hashes: all characters count, and only a few are worked on at a time, so that a storm of sign-ins leaves the catalogue alone.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::web::Fault;

/// Hashes in work at one time in this process; the others wait in line.
static SEATS: Semaphore = Semaphore::const_new(2);

/// The hash to keep for a password, on this thread: for commands. Takes a tenth of a second by design.
pub fn hash_now(password: &str, cost: u32) -> Result<String, Fault> {
    bcrypt::hash(digest(password), cost).map_err(Fault::unexpected)
}

/// The hash to keep for a password, off the request threads.
pub async fn hash(password: String, cost: u32) -> Result<String, Fault> {
    let _seat = SEATS.acquire().await.map_err(Fault::unexpected)?;
    spawn_blocking(move || hash_now(&password, cost)).await.map_err(Fault::unexpected)?
}

/// Whether a password fits the kept hash. Without a hash the same work is done for nothing: the clock does not tell who has an account.
pub async fn fits(password: String, kept: Option<String>, cost: u32) -> Result<bool, Fault> {
    let _seat = SEATS.acquire().await.map_err(Fault::unexpected)?;
    let work = move || match kept {
        Some(kept) => bcrypt::verify(digest(&password), &kept).map_err(Fault::unexpected),
        None => hash_now(&password, cost).map(|_| false),
    };
    spawn_blocking(work).await.map_err(Fault::unexpected)?
}

/// bcrypt sees 72 bytes, which is 36 Cyrillic letters: it gets a digest of everything instead. The mark keeps digests leaked elsewhere from fitting here.
fn digest(password: &str) -> String {
    STANDARD.encode(Sha256::digest(format!("samal:{password}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_of_a_long_password_counts() {
        let long = "пароль из многих слов ".repeat(5);
        let kept = hash_now(&format!("{long}а"), 4).unwrap();
        assert!(bcrypt::verify(digest(&format!("{long}а")), &kept).unwrap());
        assert!(!bcrypt::verify(digest(&format!("{long}б")), &kept).unwrap());
    }
}
