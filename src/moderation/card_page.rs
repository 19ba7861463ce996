//! Staff's pages about cards.

use askama::Template;

use super::card::{Match, Sheet};
use super::desk::Desk;
use crate::db::Keyed;
use crate::i18n::Names;
use crate::listings::{Change, TurnLine};
use crate::web::{Form, filters};

/// Proposals that wait, and cards that may be one.
#[derive(Template)]
#[template(path = "moderation/cards.html")]
pub struct Cards {
    /// The queue and the complaints.
    pub desk: Desk,
    /// Proposals, the oldest first.
    pub changes: Keyed<Change>,
    /// Cards with one number.
    pub matches: Keyed<Match>,
    /// The addresses of the proposals' first page, if this is not it, and of their next.
    pub pages: (String, String),
    /// The same of the cards.
    pub twins: (String, String),
}

/// One card.
#[derive(Template)]
#[template(path = "moderation/card.html")]
pub struct CardPage {
    /// The queue and the complaints.
    pub desk: Desk,
    /// The card.
    pub sheet: Sheet,
    /// The category's path.
    pub place: Vec<Names>,
    /// The addresses of the first page of what was proposed, if this is not it, and of the next.
    pub changes: (String, String),
}

/// Two cards that are to be one: are you sure?
#[derive(Template)]
#[template(path = "moderation/merge.html")]
pub struct MergePage {
    /// The queue and the complaints.
    pub desk: Desk,
    /// The card that goes.
    pub from: Sheet,
    /// The card that stays.
    pub into: Sheet,
}

/// One proposal.
#[derive(Template)]
#[template(path = "moderation/change.html")]
pub struct ChangePage {
    /// The queue and the complaints.
    pub desk: Desk,
    /// The proposal.
    pub change: Change,
    /// What shall change, in words.
    pub lines: Vec<TurnLine>,
    /// The form.
    pub form: Form,
}

impl ChangePage {
    /// Whether the card went on since it was proposed.
    fn is_moved(&self) -> bool {
        self.lines.iter().any(|line| line.now.is_some())
    }
}
