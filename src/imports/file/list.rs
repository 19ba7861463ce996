//! Cells that hold several things.

use super::error::Problem;

/// No product has more tags.
const TAGS: usize = 8;
/// No product has more photos.
const PICTURES: usize = 20;
/// No row says more characteristics.
const VALUES: usize = 60;
/// The longest name or value of a characteristic.
const VALUE: usize = 120;

/// Words between commas; the same word twice is one tag.
pub(super) fn tags(text: &str) -> Result<Vec<String>, Problem> {
    let mut tags: Vec<String> = Vec::new();
    for tag in text.split([',', ';', '\n']) {
        let tag = tag.trim().trim_start_matches('#').split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        match tag.chars().count() {
            0 => {}
            2..=30 if tags.contains(&tag) => {}
            2..=30 => tags.push(tag),
            _ => return Err(Problem::new("listing-tag-length").with("tag", tag.as_str())),
        }
    }
    if tags.len() > TAGS { Err(Problem::new("listing-tags-many").with("max", TAGS).with("now", tags.len())) } else { Ok(tags) }
}

/// Names of photos, or addresses whose last part is the name.
pub(super) fn pictures(text: &str) -> Result<Vec<String>, Problem> {
    let names: Vec<String> = text.split([',', ';', '\n', '|']).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    if names.len() > PICTURES {
        Err(Problem::new("import-pictures-many").with("max", PICTURES).with("now", names.len()))
    } else {
        Ok(names)
    }
}

/// Lines of `name: value`; on a single line semicolons part them, but for those within a value (`Размер: 40; 42`).
pub(super) fn values(text: &str) -> Result<Vec<(String, String)>, Problem> {
    let mut values: Vec<(String, String)> = Vec::new();
    let one_line = !text.contains('\n');
    for line in text.split(if one_line { ';' } else { '\n' }).filter(|line| !line.trim().is_empty()) {
        match (line.split_once(':'), values.last_mut()) {
            (Some((name, value)), _) => values.push((name.to_owned(), value.to_owned())),
            (None, Some((_, value))) if one_line => *value += &format!(";{line}"),
            _ => return Err(Problem::new("import-value-shape").with("text", line.trim())),
        }
    }
    if values.len() > VALUES {
        return Err(Problem::new("import-values-many").with("max", VALUES).with("now", values.len()));
    }
    values.iter().map(|(name, value)| one_value(name, value)).collect()
}

/// One characteristic.
pub(super) fn one_value(name: &str, value: &str) -> Result<(String, String), Problem> {
    let (name, value) = (name.trim(), value.trim());
    match (name.chars().count(), value.chars().count()) {
        (0, _) => Err(Problem::new("import-value-shape").with("text", value)),
        (n, m) if n > VALUE || m > VALUE => Err(Problem::new("import-value-long").with("name", name).with("max", VALUE)),
        _ => Ok((name.to_owned(), value.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read() {
        assert_eq!(tags("#Чай, чай; Подарок\nна  дачу"), Ok(vec!["чай".into(), "подарок".into(), "на дачу".into()]));
        assert!(tags("x").is_err() && tags("aa,bb,cc,dd,ee,ff,gg,hh,ii").is_err());
        assert_eq!(pictures("a.jpg; b.jpg,").map(|names| names.len()), Ok(2));
        assert_eq!(values("Цвет: чёрный; Память: 256 ГБ"), Ok(vec![("Цвет".into(), "чёрный".into()), ("Память".into(), "256 ГБ".into())]));
        assert_eq!(values("Размер: 1; 2\nВес: 3"), Ok(vec![("Размер".into(), "1; 2".into()), ("Вес".into(), "3".into())]));
        assert_eq!(values("Размер: 40; 42;"), Ok(vec![("Размер".into(), "40; 42".into())]));
        assert!(values("чёрный").is_err() && values("a: b\nc").is_err());
    }
}
