//! Delivery: SMTP where a server is set, else files under `var/mail`, which `/dev/mail` shows.

use std::path::{Path, PathBuf};

use anyhow::Context;
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
        let message = Message::builder()
            .from(self.from.clone())
            .to(mail.recipient.parse()?)
            .subject(&mail.subject)
            .multipart(MultiPart::alternative_plain_html(mail.text_body.clone(), mail.html_body.clone()))?;
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

/// Where letters lie as files.
pub(super) fn folder(var: &Path) -> PathBuf {
    var.join("mail")
}
