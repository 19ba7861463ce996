//! Slugs: Latin, one for all languages.

/// Latin lower-case words joined by dashes, at most `60` characters; empty when nothing can be spelled.
pub fn slugify(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut slug = String::new();
    for c in any_ascii::any_ascii(text).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') && c != '\'' {
            slug.push('-');
        }
    }
    if slug.len() > LONGEST {
        let cut = slug[..LONGEST].rfind('-').unwrap_or(LONGEST);
        slug.truncate(cut);
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_all_three_languages_are_spelled() {
        assert_eq!(slugify("Смартфон Orbit 12 Pro, 256 ГБ"), "smartfon-orbit-12-pro-256-gb");
        assert_eq!(slugify("Қазақша көрпе"), "qazaqsha-korpe");
        assert_eq!(slugify("🙂 ---"), slugify("🙂").as_str().to_owned());
        assert!(slugify(&"слово ".repeat(40)).len() <= 60);
    }
}
