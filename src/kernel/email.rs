//! An e-mail address as a type: made only by parsing.

use serde::{Deserialize, Serialize};

/// An e-mail address, tidied: trimmed, its domain in lower case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Email(String);

impl Email {
    /// Accepts what mail servers accept in practice: one `@`, a dotted domain, no spaces, at most 254 bytes.
    pub fn parse(text: &str) -> Option<Self> {
        let (local, domain) = text.trim().split_once('@')?;
        let tidy = format!("{local}@{}", domain.to_lowercase());
        let dotted = domain.split('.').count() > 1 && domain.split('.').all(|label| !label.is_empty() && !label.starts_with('-'));
        let plain = !local.is_empty() && local.len() <= 64 && tidy.len() <= 254 && !domain.contains('@');
        let clean = tidy.parse::<lettre::Address>().is_ok() && tidy.is_ascii();
        (dotted && plain && clean).then_some(Self(tidy))
    }

    /// What two writings of one address have in common: accounts are found and counted by it.
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_tidied_or_refused() {
        assert_eq!(Email::parse(" Aigerim@Mail.KZ ").map(|e| e.0), Some("Aigerim@mail.kz".into()));
        for text in ["", "a", "@b.kz", "a@b", "a b@c.kz", "a@b..kz", "a@@b.kz", "a@b.kz\nBcc: x@y.kz", "a@-b.kz"] {
            assert_eq!(Email::parse(text), None, "{text}");
        }
    }
}
