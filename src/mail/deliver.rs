//! Delivery: SMTP where a server is set, else files under `var/mail`, which `/dev/mail` shows.

use std::path::{Path, PathBuf};

use anyhow::Context;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use secrecy::ExposeSecret;

use super::Mail;
use crate::config::Config;

/// Where letters go.
#[derive(Clone)]
pub struct Mailer {
    from: Mailbox,
    to: Destination,
}

#[derive(Clone)]
enum Destination {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Files(PathBuf),
}

impl Mailer {
    /// As the settings say.
    pub fn new(config: &Config) -> anyhow::Result<Self> {
        let from = Mailbox::new(Some("Самал".to_owned()), config.mail_from.parse().context("SAMAL_MAIL_FROM")?);
        let to = match &config.smtp_url {
            Some(url) => {
                Destination::Smtp(AsyncSmtpTransport::<Tokio1Executor>::from_url(url.expose_secret()).context("SAMAL_SMTP_URL")?.build())
            }
            None => Destination::Files(folder(&config.var)),
        };
        Ok(Self { from, to })
    }

    /// Hands one letter over.
    pub async fn deliver(&self, mail: &Mail) -> anyhow::Result<()> {
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(mail.recipient.parse()?)
            .subject(&mail.subject)
            .multipart(MultiPart::alternative_plain_html(mail.text_body.clone(), mail.html_body.clone()))?;
        can_be_called_off(&mut message, &mail.unsubscribe);
        match &self.to {
            Destination::Smtp(smtp) => smtp.send(message).await.map(drop).map_err(Into::into),
            Destination::Files(folder) => {
                tokio::fs::create_dir_all(folder).await?;
                let name = format!("{:010}", mail.id.0);
                let html = format!("<!--to:{}-->{}", mail.recipient, mail.html_body);
                tokio::fs::write(folder.join(format!("{name}.html")), html).await?;
                tokio::fs::write(folder.join(format!("{name}.eml")), message.formatted()).await.map_err(Into::into)
            }
        }
    }
}

/// The button "unsubscribe" of mail programs (RFC 8058).
fn can_be_called_off(message: &mut Message, url: &str) {
    if url.is_empty() {
        return;
    }
    let headers = message.headers_mut();
    headers.insert_raw(HeaderValue::new(HeaderName::new_from_ascii_str("List-Unsubscribe"), format!("<{url}>")));
    headers.insert_raw(HeaderValue::new(HeaderName::new_from_ascii_str("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click".to_owned()));
}

/// Where letters lie as files.
pub(super) fn folder(var: &Path) -> PathBuf {
    var.join("mail")
}
