//! Where a person goes on after signing in: back where they were.

use crate::web::own_path;

/// Pages that lead through the door; nobody wants to come back to them.
const DOORS: [&str; 6] = ["/login", "/logout", "/register", "/recover", "/verify", "/settings/theme"];

/// An own path of the site, never another host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next(String);

impl Next {
    /// From what a link or a hidden field carried; anything strange leads home.
    pub fn of(text: &str) -> Self {
        let bare = ["/kk", "/en"].iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(text);
        let door =
            DOORS.iter().any(|door| bare.strip_prefix(door).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#'])));
        Self(own_path(text).filter(|_| !door).unwrap_or("/").to_owned())
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is worth carrying along.
    pub fn is_home(&self) -> bool {
        self.0 == "/"
    }

    /// The path of a door with the e-mail and the way on carried along.
    pub fn through(&self, door: &str, email: &str) -> String {
        let mut carried = Vec::new();
        carried.extend(Some(("email", email)).filter(|_| !email.is_empty()));
        carried.extend(Some(("next", self.as_str())).filter(|_| !self.is_home()));
        match serde_html_form::to_string(carried) {
            Ok(query) if !query.is_empty() => format!("{door}?{query}"),
            _ => door.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_pages_are_gone_on_to() {
        for (text, to) in [
            ("/checkout?a=1", "/checkout?a=1"),
            ("/kk/cart", "/kk/cart"),
            ("/logins", "/logins"),
            ("https://evil.kz", "/"),
            ("//evil.kz", "/"),
            ("/\\evil.kz", "/"),
            ("/login?next=/login", "/"),
            ("/kk/login", "/"),
            ("/verify/abc", "/"),
            ("", "/"),
        ] {
            assert_eq!(Next::of(text).as_str(), to, "{text}");
        }
    }

    #[test]
    fn the_way_on_is_carried_through_the_doors() {
        assert_eq!(Next::of("/").through("/login", ""), "/login");
        assert_eq!(Next::of("/cart?a=1&b=2").through("/register", "a@b.kz"), "/register?email=a%40b.kz&next=%2Fcart%3Fa%3D1%26b%3D2");
    }
}
