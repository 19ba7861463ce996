//! Secrets derived from the site's own: the same question always has the same answer, and nobody without the secret knows it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// The seal on something, for one purpose: HMAC-SHA-256 as URL-safe text.
pub fn seal(secret: &str, purpose: &str, of: &str) -> String {
    let mut mac = match Hmac::<Sha256>::new_from_slice(secret.as_bytes()) {
        Ok(mac) => mac,
        Err(_) => unreachable!("HMAC takes keys of any length"),
    };
    mac.update(purpose.as_bytes());
    mac.update(b"\0");
    mac.update(of.as_bytes());
    URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
}

/// What a text `what.seal` is about, if the seal is ours.
pub fn sealed<'a>(secret: &str, purpose: &str, text: &'a str) -> Option<&'a str> {
    let (what, brought) = text.split_once('.')?;
    let ours = seal(secret, purpose, what);
    bool::from(ours.as_bytes().ct_eq(brought.as_bytes())).then_some(what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_seal_opens_and_only_for_its_purpose() {
        let text = format!("12.{}", seal("secret", "list", "12"));
        assert_eq!(sealed("secret", "list", &text), Some("12"));
        for (secret, purpose, text) in [
            ("other", "list", text.clone()),
            ("secret", "search", text.clone()),
            ("secret", "list", text.replacen("12", "13", 1)),
            ("secret", "list", "12".into()),
            ("secret", "list", "12.".into()),
        ] {
            assert_eq!(sealed(secret, purpose, &text), None, "{text}");
        }
    }
}
