//! The help: a Markdown file a page and language, written by us, turned into HTML once.

use std::collections::HashMap;
use std::sync::LazyLock;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, html};

use crate::i18n::{Lang, long_text};

/// The pages, in the order of their list.
pub const PAGES: [&str; 7] = ["buying", "delivery", "returns", "selling", "rules", "privacy", "about"];

/// One page in one language.
pub struct Help {
    /// The heading.
    pub title: String,
    /// What it is about, in a sentence.
    pub lead: String,
    /// The rest.
    pub html: String,
}

static TEXTS: LazyLock<HashMap<(&'static str, Lang), Help>> = LazyLock::new(|| {
    let all = PAGES.iter().flat_map(|page| Lang::ALL.iter().map(move |lang| (*page, *lang)));
    all.filter_map(|(page, lang)| Some(((page, lang), read(page, lang)?))).collect()
});

/// A page by its address word.
pub fn page(slug: &str, lang: Lang) -> Option<&'static Help> {
    let slug = PAGES.iter().find(|page| **page == slug)?;
    TEXTS.get(&(*slug, lang))
}

/// The first line is the heading, the next paragraph the lead.
fn read(page: &str, lang: Lang) -> Option<Help> {
    let text = long_text(lang, &format!("help/{page}.md"))?;
    let (title, rest) = text.strip_prefix("# ")?.split_once("\n\n")?;
    let (lead, body) = rest.split_once("\n\n")?;
    let mut rendered = String::new();
    html::push_html(
        &mut rendered,
        Parser::new_ext(body, Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES).map(|event| at_home(event, lang)),
    );
    let rendered =
        rendered.replace("<table>", "<div class=\"tablewrap\" role=\"group\" tabindex=\"0\"><table>").replace("</table>", "</table></div>");
    Some(Help { title: title.trim().to_owned(), lead: lead.replace('\n', " "), html: rendered })
}

/// Own links lead on in the page's language.
fn at_home(event: Event<'_>, lang: Lang) -> Event<'_> {
    match event {
        Event::Start(Tag::Link { link_type, dest_url, title, id }) if dest_url.starts_with('/') => {
            let dest_url = CowStr::from(format!("{}{dest_url}", lang.prefix()));
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        event => event,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_stands_in_every_language() {
        for (slug, lang) in PAGES.iter().flat_map(|page| Lang::ALL.iter().map(move |lang| (page, *lang))) {
            let help = page(slug, lang).unwrap_or_else(|| panic!("{slug} in {}", lang.code()));
            assert!(help.title.len() > 3 && help.lead.len() > 20 && help.html.contains("<h2>"), "{slug} {}", lang.code());
            assert!(!help.html.contains("<script"));
        }
        assert!(page("nothing", Lang::Ru).is_none());
    }
}
