//! Random tokens (mailed links, guest carts, sessions): the person gets the token, we keep its hash.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::Rng;
use sha2::{Digest, Sha256};

/// 256 random bits as URL-safe text.
pub struct Token(String);

/// SHA-256 of a token: what a table keeps.
pub type TokenHash = Vec<u8>;

impl Token {
    /// A fresh one.
    pub fn random() -> Self {
        let mut bytes = [0; 32];
        rand::rng().fill_bytes(&mut bytes);
        Self(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// The text that the person gets.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The hash that the table keeps.
    pub fn hash(&self) -> TokenHash {
        Self::hash_of(&self.0)
    }

    /// The hash of a token that came back.
    pub fn hash_of(text: &str) -> TokenHash {
        Sha256::digest(text.as_bytes()).to_vec()
    }
}
