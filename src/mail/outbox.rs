//! The outbox: letters as rows, until they are sent.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::Letter;
use crate::db::Tx;
use crate::jobs::{self, Job};
use crate::kernel::{MailId, now};
use crate::schema::mails;

/// A letter in the outbox.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = mails, check_for_backend(diesel::pg::Pg))]
pub struct Mail {
    /// Its number.
    pub id: MailId,
    /// The address it goes to.
    pub recipient: String,
    /// Its language.
    pub lang: String,
    /// Its subject line.
    pub subject: String,
    /// The text part.
    pub text_body: String,
    /// The HTML part.
    pub html_body: String,
    /// Where letters of its kind can be called off.
    pub unsubscribe: String,
    /// When it left.
    pub sent_at: Option<DateTime<Utc>>,
}

/// The job that delivers one letter.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SendMail {
    /// Which.
    pub mail: MailId,
}

impl Job for SendMail {
    const NAME: &'static str = "send_mail";
}

/// Puts a letter into the outbox, with its job.
pub fn post(tx: &mut Tx<'_>, letter: &Letter) -> QueryResult<()> {
    let html = letter.html().map_err(|error| diesel::result::Error::SerializationError(error.into()))?;
    let mail = diesel::insert_into(mails::table)
        .values((
            mails::recipient.eq(letter.to.as_str()),
            mails::lang.eq(letter.lang),
            mails::subject.eq(&letter.subject),
            mails::text_body.eq(letter.text()),
            mails::html_body.eq(html),
            mails::unsubscribe.eq(&letter.unsubscribe),
        ))
        .returning(mails::id)
        .get_result(&mut **tx)?;
    jobs::enqueue(tx, &SendMail { mail })
}

impl Mail {
    /// A letter that still waits.
    pub fn waiting(conn: &mut PgConnection, id: MailId) -> QueryResult<Option<Self>> {
        let waiting = mails::table.filter(mails::id.eq(id)).filter(mails::sent_at.is_null());
        waiting.select(Self::as_select()).first(conn).optional()
    }

    /// It left: its bodies, which may hold links with secrets, are emptied.
    pub fn sent(tx: &mut Tx<'_>, id: MailId) -> QueryResult<()> {
        diesel::update(mails::table.find(id))
            .set((mails::sent_at.eq(now()), mails::text_body.eq(""), mails::html_body.eq(""), mails::unsubscribe.eq("")))
            .execute(&mut **tx)
            .map(drop)
    }
}
