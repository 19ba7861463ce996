//! The forms of this room: raw strings in, types out.

use super::address::one_line;
use super::password::Password;
use super::user::own_words;
use crate::i18n::Lang;
use crate::kernel::{Email, Phone};
use crate::web::{FieldError, Form};

/// Someone who wants an account.
pub struct Registration {
    /// What to call them.
    pub name: String,
    /// Their address.
    pub email: Email,
    /// For the courier.
    pub phone: Option<Phone>,
    /// The password they chose.
    pub password: Password,
}

impl Registration {
    /// Reads `name`, `email`, `password`, `phone`.
    pub fn parse(form: &mut Form) -> Option<Self> {
        let name = name(form);
        let email = email(form);
        let own = own_words(form.value("name"), email.as_ref());
        let password = Password::parse(form, "password", &own);
        let phone = phone(form);
        Some(Self { name: name?, email: email?, password: password?, phone: phone? })
    }
}

/// Someone who wants to come in.
pub struct SignIn {
    /// Their address.
    pub email: Email,
    /// What they typed.
    pub password: String,
}

impl SignIn {
    /// Reads `email`, `password`.
    pub fn parse(form: &mut Form) -> Option<Self> {
        let email = email(form);
        let password = typed_password(form, "password");
        Some(Self { email: email?, password: password? })
    }
}

/// What a person may change about themselves at once.
#[derive(Debug, Clone)]
pub struct Profile {
    /// What to call them.
    pub name: String,
    /// For the courier.
    pub phone: Option<Phone>,
    /// The language of their letters.
    pub lang: Lang,
}

impl Profile {
    /// Reads `name`, `phone`, `lang`.
    pub fn parse(form: &mut Form) -> Option<Self> {
        let name = name(form);
        let phone = phone(form);
        let lang = form.parse("lang", |text| text.parse().map_err(|()| FieldError::new("accounts-lang-empty")));
        Some(Self { name: name?, phone: phone?, lang: lang? })
    }
}

/// Reads the field `email`.
pub fn email(form: &mut Form) -> Option<Email> {
    form.parse("email", |text| match Email::parse(text) {
        Some(email) => Ok(email),
        None if text.is_empty() => Err(FieldError::new("accounts-email-empty")),
        None => Err(FieldError::new("accounts-email-wrong")),
    })
}

/// Reads a password that exists already: any text, but no novel to hash.
pub fn typed_password(form: &mut Form, field: &str) -> Option<String> {
    match form.value(field) {
        "" => {
            form.fail(field, FieldError::new("accounts-password-needed"));
            None
        }
        text => Some(text.chars().take(1000).collect()),
    }
}

fn name(form: &mut Form) -> Option<String> {
    form.text("name", 1, 80, "accounts-name-empty").map(one_line)
}

fn phone(form: &mut Form) -> Option<Option<Phone>> {
    form.parse("phone", |text| match Phone::parse(text) {
        _ if text.is_empty() => Ok(None),
        None => Err(FieldError::new("accounts-phone-wrong")),
        phone => Ok(phone),
    })
}
