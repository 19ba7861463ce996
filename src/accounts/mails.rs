//! The letters of this room. Links are built from the configured base URL.

use crate::db::Tx;
use crate::i18n::{Arg, Lang};
use crate::kernel::{Email, Token, UserId};
use crate::mail::{Letter, post};

use super::User;
use super::next::Next;

/// Where links lead: the site's own address and the letter's language.
#[derive(Debug, Clone)]
pub struct Home {
    /// How people reach the site.
    pub base_url: String,
    /// The language of the pages that the letter leads to.
    pub lang: Lang,
}

impl Home {
    fn url(&self, path: &str) -> String {
        format!("{}{}{path}", self.base_url, self.lang.prefix())
    }

    fn letter(&self, to: &Email, subject: &'static str) -> Letter {
        Letter::new(to.clone(), self.lang, subject, &[])
    }

    /// To someone who registers: confirm the address.
    pub fn confirm_account(&self, to: &Email, token: &Token) -> Letter {
        // No word of whoever registers: it may be a stranger's.
        self.letter(to, "accounts-mail-confirm")
            .line("accounts-mail-confirm-why", &[])
            .button("accounts-mail-confirm-go", self.url(&format!("/verify/{}", token.as_str())))
            .line("accounts-mail-day", &[])
            .line("accounts-mail-not-you", &[])
    }

    /// To someone who registers with an address that has an account.
    pub fn known_already(&self, to: &Email, next: &Next) -> Letter {
        self.letter(to, "accounts-mail-known")
            .line("accounts-mail-known-why", &[])
            .button("accounts-mail-sign-in", self.url(&next.through("/login", to.as_str())))
            .line("accounts-mail-known-forgot", &[])
            .button("accounts-mail-recover-go", self.url(&next.through("/recover", to.as_str())))
            .line("accounts-mail-not-you", &[])
    }

    /// To someone who lost the password.
    pub fn recover(&self, to: &Email, token: &Token) -> Letter {
        self.letter(to, "accounts-mail-recover")
            .line("accounts-mail-recover-why", &[])
            .button("accounts-mail-new-password", self.url(&format!("/recover/{}", token.as_str())))
            .line("accounts-mail-half-hour", &[])
            .line("accounts-mail-recover-not-you", &[])
    }

    /// To someone who lost the password of an account that is not there.
    pub fn unknown(&self, to: &Email, next: &Next) -> Letter {
        self.letter(to, "accounts-mail-unknown")
            .line("accounts-mail-unknown-why", &[])
            .button("accounts-mail-register", self.url(&next.through("/register", to.as_str())))
            .line("accounts-mail-not-you", &[])
    }

    /// To a new address of an account: confirm it.
    pub fn confirm_email(&self, to: &Email, name: &str, token: &Token) -> Letter {
        self.letter(to, "accounts-mail-email")
            .line("accounts-mail-hello", &[("name", Arg::from(name))])
            .line("accounts-mail-email-why", &[])
            .button("accounts-mail-email-go", self.url(&format!("/verify/{}", token.as_str())))
            .line("accounts-mail-day", &[])
            .line("accounts-mail-not-you", &[])
    }

    /// To an address that somebody wants for their account, although it has one.
    pub fn email_taken(&self, to: &Email) -> Letter {
        self.letter(to, "accounts-mail-taken")
            .line("accounts-mail-taken-why", &[])
            .button("accounts-mail-sign-in", self.url(&Next::of("/").through("/login", to.as_str())))
            .line("accounts-mail-not-you", &[])
    }

    /// To the old address, once the new one stands.
    pub fn email_changed(&self, to: &Email, new: &Email) -> Letter {
        self.letter(to, "accounts-mail-changed")
            .line("accounts-mail-changed-why", &[("email", Arg::from(new.as_str()))])
            .line("accounts-mail-alarm", &[])
            .button("accounts-mail-sign-in", self.url(&Next::of("/me/security").through("/login", new.as_str())))
    }

    fn password_changed(&self, to: &Email) -> Letter {
        self.letter(to, "accounts-mail-password")
            .line("accounts-mail-password-why", &[])
            .line("accounts-mail-password-alarm", &[])
            .button("accounts-mail-recover-go", self.url(&Next::of("/").through("/recover", to.as_str())))
    }
}

/// Tells the owner that the password was changed.
pub fn tell_password_changed(tx: &mut Tx<'_>, base_url: &str, user: UserId) -> diesel::QueryResult<()> {
    let user = User::find(tx, user)?;
    let home = Home { base_url: base_url.to_owned(), lang: user.lang };
    match user.email {
        Some(email) => post(tx, &home.password_changed(&email)),
        None => Ok(()),
    }
}
