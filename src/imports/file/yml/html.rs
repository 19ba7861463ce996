//! Descriptions in price lists are often HTML. What remains of it is text.

/// Text without tags; breaks and ends of blocks become line ends, scripts and styles go as a whole.
pub(super) fn plain(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return html.trim().to_owned();
    }
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        // a lone `<` is a sign, not a tag
        if !tag.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!')) {
            text.push('<');
            rest = tag;
            continue;
        }
        let (inside, after) = tag.split_once('>').unwrap_or((tag, ""));
        let name: String =
            inside.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
        rest = match name.as_str() {
            "script" | "style" if !inside.starts_with('/') => {
                after.split_once("</").map_or("", |(_, after)| after.split_once('>').map_or("", |(_, after)| after))
            }
            _ => after,
        };
        match name.as_str() {
            "br" | "p" | "div" | "ul" | "ol" | "tr" | "h1" | "h2" | "h3" | "h4" => text.push('\n'),
            "li" if !inside.starts_with('/') => text.push_str("\n• "),
            _ => {}
        }
    }
    text.push_str(rest);
    tidy(&unescaped(&text))
}

fn unescaped(text: &str) -> String {
    let names = [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&laquo;", "«"),
        ("&raquo;", "»"),
        ("&mdash;", "—"),
        ("&ndash;", "–"),
        ("&#39;", "'"),
    ];
    // the ampersand last, so that nothing is read twice
    names.into_iter().fold(text.to_owned(), |text, (name, sign)| text.replace(name, sign)).replace("&amp;", "&")
}

/// No blanks at line ends, no more than one empty line.
fn tidy(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")) {
        if !(line.is_empty() && lines.last().is_none_or(String::is_empty)) {
            lines.push(line);
        }
    }
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn text_remains() {
        assert_eq!(plain("<p>Чайник&nbsp;&laquo;Самал&raquo;</p><ul><li>1,7 л<li>белый</ul>"), "Чайник «Самал»\n\n• 1,7 л\n• белый");
        assert_eq!(plain("a<br/>b <b>c</b> 2 < 3 &amp;lt;"), "a\nb c 2 < 3 &lt;");
        assert_eq!(plain("x<script>alert(1)</script>y<style>p{}</style>z"), "xyz");
        assert_eq!(plain("open <b"), "open");
        assert_eq!(plain(" plain "), "plain");
    }
}
