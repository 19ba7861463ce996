//! A small list of rules that marks what a moderator should look at twice. It only marks; people decide.

use super::Reason;

/// What a mark means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A phone number.
    Phone,
    /// A web address, an e-mail, a handle.
    Link,
    /// The name of a messenger.
    Messenger,
    /// Payment past the site.
    Payment,
    /// A forgery by its own words.
    Fake,
}

/// Beginnings of words and phrases, in lower case.
const WORDS: [(Kind, &[&str]); 3] = [
    (
        Kind::Messenger,
        &[
            "whatsapp",
            "ватсап",
            "вотсап",
            "вацап",
            "ватцап",
            "уатсап",
            "telegram",
            "телеграм",
            "viber",
            "вайбер",
            "instagram",
            "инстаграм",
            "signal ",
            "wechat",
            "звоните",
            "қоңырау шал",
        ],
    ),
    (
        Kind::Payment,
        &[
            "предоплат",
            "на карту",
            "на каспи",
            "kaspi gold",
            "каспи голд",
            "переводом",
            "при переводе",
            "алдын ала төле",
            "картаға аудар",
            "каспиге аудар",
            "prepay",
            "bank transfer",
            "western union",
        ],
    ),
    (Kind::Fake, &["реплик", "подделк", "паль ", "люкс копи", "копия бренда", "точная копия", "көшірмесі", "replica", "knock-off"]),
];

/// Endings by which a word is taken for a web address.
const DOMAINS: [&str; 9] = [".kz", ".ru", ".com", ".net", ".org", ".me", ".shop", ".online", ".қаз"];

impl Kind {
    /// The message key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Phone => "moderation-mark-phone",
            Self::Link => "moderation-mark-link",
            Self::Messenger => "moderation-mark-messenger",
            Self::Payment => "moderation-mark-payment",
            Self::Fake => "moderation-mark-fake",
        }
    }

    /// The reason it speaks for.
    pub const fn reason(self) -> Reason {
        match self {
            Self::Phone | Self::Link | Self::Messenger => Reason::Contacts,
            Self::Payment => Reason::Payment,
            Self::Fake => Reason::Prohibited,
        }
    }
}

/// A stretch of text, marked or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// The mark's number on the page and its meaning.
    pub mark: Option<(usize, Kind)>,
}

/// Marks texts of one page, numbering as it goes.
#[derive(Debug, Default)]
pub struct Marker {
    /// All marks so far, in order.
    pub found: Vec<Kind>,
}

impl Marker {
    /// One line of text in pieces.
    pub fn line(&mut self, text: &str) -> Vec<Piece> {
        let chars: Vec<char> = text.chars().collect();
        let lower: Vec<char> = chars.iter().map(|c| c.to_lowercase().next().unwrap_or(*c)).collect();
        let (mut pieces, mut plain, mut at) = (Vec::new(), 0, 0);
        while at < chars.len() {
            let Some((kind, len)) = starts_here(&lower, at) else {
                at += 1;
                continue;
            };
            push(&mut pieces, &chars[plain..at], None);
            self.found.push(kind);
            push(&mut pieces, &chars[at..at + len], Some((self.found.len(), kind)));
            at += len;
            plain = at;
        }
        push(&mut pieces, &chars[plain..], None);
        pieces
    }

    /// The lines of a longer text, empty ones left out.
    pub fn lines(&mut self, text: &str) -> Vec<Vec<Piece>> {
        text.lines().filter(|line| !line.trim().is_empty()).map(|line| self.line(line)).collect()
    }

    /// How many marks speak for a reason.
    pub fn count(&self, reason: &Reason) -> usize {
        self.found.iter().filter(|kind| kind.reason() == *reason).count()
    }
}

fn push(pieces: &mut Vec<Piece>, chars: &[char], mark: Option<(usize, Kind)>) {
    if !chars.is_empty() {
        pieces.push(Piece { text: chars.iter().collect(), mark });
    }
}

/// The mark that begins at this place and its length; marks begin where a word begins.
fn starts_here(text: &[char], at: usize) -> Option<(Kind, usize)> {
    if at > 0 && text[at - 1].is_alphanumeric() {
        return None;
    }
    let rest = &text[at..];
    let phone = phone(rest).map(|len| (Kind::Phone, len));
    phone.or_else(|| link(rest).map(|len| (Kind::Link, len))).or_else(|| word(rest))
}

/// `+7 701 123-45-67`, `8(701)1234567`, `7011234567`.
fn phone(rest: &[char]) -> Option<usize> {
    if !matches!(rest.first(), Some('+' | '7' | '8' | '(')) {
        return None;
    }
    let (mut digits, mut end) = (String::new(), 0);
    for (i, c) in rest.iter().enumerate() {
        match c {
            '0'..='9' => {
                digits.push(*c);
                end = i + 1;
            }
            ' ' | '\u{a0}' | '-' | '–' | '(' | ')' | '+' | '.' if i + 1 - end <= 2 => {}
            _ => break,
        }
    }
    let national = match digits.len() {
        11 => digits.strip_prefix(['7', '8']),
        10 => Some(digits.as_str()),
        _ => None,
    };
    national.filter(|national| national.starts_with('7')).map(|_| end)
}

/// A web address, an e-mail or a handle, up to the next space.
fn link(rest: &[char]) -> Option<usize> {
    let len = rest.iter().position(|c| c.is_whitespace()).unwrap_or(rest.len());
    let word: String = rest[..len].iter().collect();
    let word = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '»']);
    let host = word.split(['/', '?', '#']).next().unwrap_or_default();
    let is_domain = DOMAINS.iter().any(|end| host.len() > end.len() + 1 && host.ends_with(end));
    let is_handle =
        word.strip_prefix('@').is_some_and(|name| name.len() >= 4 && name.chars().all(|c| c.is_ascii_alphanumeric() || "_.".contains(c)));
    (word.contains("://") || word.starts_with("www.") || is_domain || is_handle).then(|| word.chars().count())
}

/// One of the listed beginnings, with the rest of its word.
fn word(rest: &[char]) -> Option<(Kind, usize)> {
    let begins = |phrase: &str| phrase.chars().enumerate().all(|(i, c)| rest.get(i) == Some(&c) || (c == ' ' && i == rest.len()));
    let (kind, phrase) = WORDS.iter().find_map(|(kind, phrases)| Some((*kind, phrases.iter().find(|phrase| begins(phrase))?)))?;
    let stem = phrase.trim_end().chars().count();
    let tail = rest[stem..].iter().take_while(|c| c.is_alphanumeric()).count();
    Some((kind, stem + tail))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str) -> Vec<(Kind, String)> {
        Marker::default().line(text).into_iter().filter_map(|piece| Some((piece.mark?.1, piece.text))).collect()
    }

    #[test]
    fn phones_are_found_however_they_are_spaced() {
        for phone in ["+7 700 000 00 00", "87001234567", "8(700)123-45-67", "700 123 45 67"] {
            assert_eq!(marked(&format!("пишите {phone}, отвечаю")), [(Kind::Phone, phone.to_owned())]);
        }
        for fine in ["289 990 ₸", "4006381333931", "Экран 6,7, память 256/12", "7 дней", "2024-11-21 700"] {
            assert_eq!(marked(fine), [], "{fine}");
        }
    }

    #[test]
    fn links_handles_and_messengers_are_found() {
        assert_eq!(marked("см. https://evil.kz/a?b."), [(Kind::Link, "https://evil.kz/a?b".into())]);
        assert_eq!(marked("site.com и @my_shop"), [(Kind::Link, "site.com".into()), (Kind::Link, "@my_shop".into())]);
        assert_eq!(marked("Пишите в WhatsApp"), [(Kind::Messenger, "WhatsApp".into())]);
        assert_eq!(marked("А.С. Пушкин, 2.com"), []);
    }

    #[test]
    fn words_are_found_with_their_endings_and_only_at_their_beginning() {
        assert_eq!(marked("Нужна ПРЕДОПЛАТУ 50%"), [(Kind::Payment, "ПРЕДОПЛАТУ".into())]);
        assert_eq!(marked("при переводе на карту"), [(Kind::Payment, "при переводе".into()), (Kind::Payment, "на карту".into())]);
        assert_eq!(marked("Это реплика."), [(Kind::Fake, "реплика".into())]);
        assert_eq!(marked("непредоплата"), []);
    }

    #[test]
    fn nothing_of_the_text_is_lost() {
        for text in ["", "🙂 +7 700 000 00 00 İ предоплат", "()+7", "@", "www."] {
            let pieces = Marker::default().line(text);
            assert_eq!(pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(), text);
        }
    }
}
