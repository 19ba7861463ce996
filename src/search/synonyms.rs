//! Words that mean the same to a buyer, kept by staff. Every node takes them into its index when their number in the log has changed.

use diesel::prelude::*;

use crate::db::Tx;
use crate::kernel::{SynonymsId, UserId};
use crate::schema::{search_log, synonyms, users};

/// A group of words or phrases; each finds what the others find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Synonyms(Vec<String>);

/// Why a text is no group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoSynonyms {
    /// Fewer than two different ones.
    TooFew,
    /// More than [`Synonyms::MOST`].
    TooMany,
    /// One is longer than [`Synonyms::LONGEST`] characters, or has no letter or digit.
    Strange,
}

impl Synonyms {
    /// So many words or phrases at most.
    pub const MOST: usize = 12;
    /// Characters of one.
    pub const LONGEST: usize = 60;

    /// Reads words or phrases with commas or line ends between them.
    pub fn parse(text: &str) -> Result<Self, NoSynonyms> {
        let mut words: Vec<String> = Vec::new();
        for part in text.split([',', ';', '\n']) {
            let word = part.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            if word.is_empty() || words.contains(&word) {
                continue;
            }
            if word.chars().count() > Self::LONGEST || !word.contains(char::is_alphanumeric) {
                return Err(NoSynonyms::Strange);
            }
            words.push(word);
        }
        match words.len() {
            0 | 1 => Err(NoSynonyms::TooFew),
            n if n > Self::MOST => Err(NoSynonyms::TooMany),
            _ => Ok(Self(words)),
        }
    }

    /// Says that they mean the same.
    pub fn add(&self, tx: &mut Tx<'_>, staff: UserId) -> QueryResult<SynonymsId> {
        let row = (synonyms::words.eq(&self.0), synonyms::made_by.eq(staff));
        diesel::insert_into(synonyms::table).values(row).returning(synonyms::id).get_result(&mut **tx)
    }

    /// Says that they do not; nothing when nobody said so.
    pub fn remove(tx: &mut Tx<'_>, id: SynonymsId) -> QueryResult<Option<Self>> {
        diesel::delete(synonyms::table.find(id)).returning(synonyms::words).get_result(&mut **tx).optional().map(|words| words.map(Self))
    }

    /// With commas between them.
    pub fn text(&self) -> String {
        self.0.join(", ")
    }
}

/// A group as staff see it: what it says, and who said so.
#[derive(Debug, Clone, Queryable)]
pub struct SynonymsRow {
    /// Its number.
    pub id: SynonymsId,
    words: Vec<String>,
    /// Who said so.
    pub made_by: Option<String>,
}

impl SynonymsRow {
    /// All, the newest first.
    pub fn all(conn: &mut PgConnection) -> QueryResult<Vec<Self>> {
        let columns = (synonyms::id, synonyms::words, users::name.nullable());
        synonyms::table.left_join(users::table).select(columns).order(synonyms::id.desc()).load(conn)
    }

    /// With commas between them.
    pub fn text(&self) -> String {
        self.words.join(", ")
    }
}

/// How often they were changed.
pub(super) fn version(conn: &mut PgConnection) -> QueryResult<i64> {
    search_log::table.select(search_log::synonyms).first(conn)
}

/// All groups.
pub(super) fn groups(conn: &mut PgConnection) -> QueryResult<Vec<Vec<String>>> {
    synonyms::table.select(synonyms::words).order(synonyms::id).load(conn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_two_to_twelve_different_words() {
        assert_eq!(Synonyms::parse(" Диван,  софа;ДИВАН\nуголок  отдыха ").unwrap().text(), "диван, софа, уголок отдыха");
        assert_eq!(Synonyms::parse("диван, Диван"), Err(NoSynonyms::TooFew));
        assert_eq!(Synonyms::parse(""), Err(NoSynonyms::TooFew));
        assert_eq!(Synonyms::parse("диван, !!!"), Err(NoSynonyms::Strange));
        assert_eq!(Synonyms::parse(&format!("a,{}", "я".repeat(61))), Err(NoSynonyms::Strange));
        let many: Vec<String> = (0..13).map(|n| n.to_string()).collect();
        assert_eq!(Synonyms::parse(&many.join(",")), Err(NoSynonyms::TooMany));
    }
}
