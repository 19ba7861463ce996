//! Settings: read from the environment once, typed, checked at the start. Secrets may come from files (`NAME_FILE`).

use std::net::SocketAddr;
use std::path::PathBuf;

use secrecy::{ExposeSecret, SecretString};

use crate::kernel::Email;

/// Everything that can be set.
#[derive(Clone)]
pub struct Config {
    /// `DATABASE_URL`: the PostgreSQL server.
    pub database_url: SecretString,
    /// `SAMAL_POOL`: connections for requests (8).
    pub pool: u32,
    /// `SAMAL_BIND`: where to listen (127.0.0.1:8080).
    pub bind: SocketAddr,
    /// `SAMAL_BASE_URL`: how people reach the site, without a slash at the end (http://127.0.0.1:8080). Links in mails are built from it.
    pub base_url: String,
    /// `SAMAL_THREADS`: request threads (the machine's cores).
    pub threads: usize,
    /// `SAMAL_SECRET`: at least 32 characters that sign cookies (made once under `var/` when not set).
    pub secret: SecretString,
    /// `SAMAL_VAR`: files that the program makes for itself (var).
    pub var: PathBuf,
    /// `SAMAL_UPLOADS`: photos (uploads).
    pub uploads: PathBuf,
    /// `SAMAL_SMTP_URL`: the mail server (`smtps://user:password@host`); without it mails are files under `var/mail`.
    pub smtp_url: Option<SecretString>,
    /// `SAMAL_MAIL_FROM`: the sender of mails (samal@localhost).
    pub mail_from: String,
    /// `SAMAL_CONTACT`: where people write to the platform; the help shows it (none).
    pub contact: Option<String>,
    /// `SAMAL_TRUST_PROXY`: 1 when a proxy of ours stands in front and sets `X-Forwarded-For` (0).
    pub trust_proxy: bool,
    /// `SAMAL_LOG_FORMAT`: `text` or `json` (text).
    pub log_json: bool,
    /// `SAMAL_LOG`: what to log, as `tracing` filters (info, libraries' warnings).
    pub log: String,
    /// `SAMAL_PAGE_CACHE_SECONDS`: how long whole pages for guests are kept in memory (0: not at all).
    pub page_cache_seconds: u64,
    /// `SAMAL_ACCEPT_HOURS`: how long a shop may take to accept an order (24).
    pub accept_hours: i64,
    /// `SAMAL_RECOMMEND_DENSE`: of so many goods, the most bought, recommendations are solved exactly; memory is 4 bytes times its square (5000).
    pub recommend_dense: usize,
    /// `SAMAL_BCRYPT_COST`: the work of one password check, 4 to 15 (11).
    pub bcrypt_cost: u32,
    /// Limits on how often a thing may be done.
    pub limits: Limits,
}

/// How often, per minute.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// `SAMAL_LIMIT_SIGN_IN`: sign-ins, recoveries and registrations for one account, per minute (5).
    pub account: u32,
    /// `SAMAL_LIMIT_ADDRESS`: the same from one network address, per minute (30).
    pub address: u32,
    /// `SAMAL_LIMIT_WRITES`: forms sent from one network address, per minute (240).
    pub writes: u32,
}

impl Config {
    /// Reads the environment; every wrong setting is told, not only the first.
    pub fn from_env() -> Result<Self, String> {
        Self::read(&mut Env { get: &|name| std::env::var(name).ok(), wrong: Vec::new() })
    }

    /// Whether mails may be read at `/dev/mail`: only while no mail server is set and the base URL itself is a loopback address.
    pub fn shows_mail(&self) -> bool {
        let host = self.base_url.split("://").nth(1).unwrap_or_default();
        self.smtp_url.is_none()
            && ["127.0.0.1", "localhost", "[::1]"].iter().any(|loopback| host == *loopback || host.starts_with(&format!("{loopback}:")))
    }

    /// Whether the site is reached over TLS: decides on `Secure` cookies and HSTS.
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }

    fn read(env: &mut Env<'_>) -> Result<Self, String> {
        let var: PathBuf = env.text("SAMAL_VAR", "var").into();
        let config = Self {
            database_url: env.secret("DATABASE_URL").unwrap_or_else(|| {
                env.wrong.push("DATABASE_URL is not set: give it the address of a PostgreSQL server, or start with bin/run".into());
                SecretString::default()
            }),
            pool: env.number("SAMAL_POOL", 8, 1..=200),
            bind: env.parsed("SAMAL_BIND", "127.0.0.1:8080", "an address and port such as 127.0.0.1:8080"),
            base_url: String::new(),
            threads: env.number("SAMAL_THREADS", std::thread::available_parallelism().map_or(2, usize::from), 1..=256),
            secret: SecretString::default(),
            uploads: env.text("SAMAL_UPLOADS", "uploads").into(),
            smtp_url: env.secret("SAMAL_SMTP_URL"),
            mail_from: env.text("SAMAL_MAIL_FROM", "samal@localhost"),
            contact: Some(env.text("SAMAL_CONTACT", "")).filter(|contact| !contact.is_empty()),
            trust_proxy: env.flag("SAMAL_TRUST_PROXY"),
            log_json: env.one_of("SAMAL_LOG_FORMAT", &["text", "json"]) == "json",
            log: env.text("SAMAL_LOG", "info,graphile_worker=warn,graphile_worker_migrations=warn,tokio_postgres=warn,actix_server=warn"),
            page_cache_seconds: env.number("SAMAL_PAGE_CACHE_SECONDS", 0, 0..=3600),
            accept_hours: env.number("SAMAL_ACCEPT_HOURS", 24, 1..=240),
            recommend_dense: env.number("SAMAL_RECOMMEND_DENSE", 5_000, 0..=20_000),
            bcrypt_cost: env.number("SAMAL_BCRYPT_COST", 11, 4..=15),
            limits: Limits {
                account: env.number("SAMAL_LIMIT_SIGN_IN", 5, 1..=1_000_000),
                address: env.number("SAMAL_LIMIT_ADDRESS", 30, 1..=1_000_000),
                writes: env.number("SAMAL_LIMIT_WRITES", 240, 1..=1_000_000),
            },
            var,
        };
        config.finish(env)
    }

    /// The settings that depend on others.
    fn finish(mut self, env: &mut Env<'_>) -> Result<Self, String> {
        self.base_url = env.text("SAMAL_BASE_URL", &format!("http://{}", self.bind)).trim_end_matches('/').to_owned();
        if !self.base_url.starts_with("http://") && !self.base_url.starts_with("https://") {
            env.wrong.push("SAMAL_BASE_URL must begin with http:// or https://".into());
        }
        if self.mail_from != "samal@localhost" && Email::parse(&self.mail_from).is_none() {
            env.wrong.push("SAMAL_MAIL_FROM must be an e-mail address".into());
        }
        if self.contact.as_ref().is_some_and(|contact| Email::parse(contact).is_none()) {
            env.wrong.push("SAMAL_CONTACT must be an e-mail address".into());
        }
        self.secret = match env.secret("SAMAL_SECRET") {
            Some(secret) if secret.expose_secret().len() < 32 => {
                env.wrong.push("SAMAL_SECRET must have at least 32 characters".into());
                secret
            }
            Some(secret) => secret,
            None => own_secret(&self.var).unwrap_or_else(|error| {
                env.wrong.push(format!("SAMAL_SECRET is not set and {} cannot be written: {error}", self.var.display()));
                SecretString::default()
            }),
        };
        if env.wrong.is_empty() { Ok(self) } else { Err(env.wrong.join("\n")) }
    }
}

/// The secret that signs cookies when none is set: made at the first start, kept for the next.
fn own_secret(var: &std::path::Path) -> std::io::Result<SecretString> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    std::fs::create_dir_all(var)?;
    let path = var.join("secret");
    if let Ok(secret) = std::fs::read_to_string(&path) {
        return Ok(secret.into());
    }
    let secret = format!("{}{}", crate::kernel::Token::random().as_str(), crate::kernel::Token::random().as_str());
    std::fs::OpenOptions::new().create(true).truncate(true).write(true).mode(0o600).open(path)?.write_all(secret.as_bytes())?;
    Ok(secret.into())
}

/// Reads settings and collects what is wrong with them.
struct Env<'a> {
    get: &'a dyn Fn(&str) -> Option<String>,
    wrong: Vec<String>,
}

impl Env<'_> {
    fn text(&self, name: &str, default: &str) -> String {
        (self.get)(name).filter(|text| !text.is_empty()).unwrap_or_else(|| default.to_owned())
    }

    fn secret(&mut self, name: &str) -> Option<SecretString> {
        if let Some(path) = (self.get)(&format!("{name}_FILE")) {
            return match std::fs::read_to_string(&path) {
                Ok(secret) => Some(secret.trim_end().to_owned().into()),
                Err(error) => {
                    self.wrong.push(format!("{name}_FILE: {path} cannot be read: {error}"));
                    None
                }
            };
        }
        (self.get)(name).filter(|text| !text.is_empty()).map(SecretString::from)
    }

    fn parsed<T: std::str::FromStr>(&mut self, name: &str, default: &str, what: &str) -> T {
        let text = self.text(name, default);
        text.parse().unwrap_or_else(|_| {
            self.wrong.push(format!("{name} must be {what}, not {text:?}"));
            default.parse().unwrap_or_else(|_| unreachable!("defaults are right"))
        })
    }

    fn number<T>(&mut self, name: &str, default: T, range: std::ops::RangeInclusive<T>) -> T
    where
        T: std::str::FromStr + std::fmt::Display + PartialOrd + Copy,
    {
        let number = self.parsed(name, &default.to_string(), "a number");
        if range.contains(&number) {
            return number;
        }
        self.wrong.push(format!("{name} must be from {} to {}", range.start(), range.end()));
        default
    }

    fn flag(&mut self, name: &str) -> bool {
        self.number::<u8>(name, 0, 0..=1) == 1
    }

    fn one_of(&mut self, name: &str, choices: &[&str]) -> String {
        let text = self.text(name, choices[0]);
        if !choices.contains(&text.as_str()) {
            self.wrong.push(format!("{name} must be one of: {}", choices.join(", ")));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Config, String> {
        let get = |name: &str| pairs.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned());
        Config::read(&mut Env { get: &get, wrong: Vec::new() })
    }

    const SECRET: (&str, &str) = ("SAMAL_SECRET", "0123456789012345678901234567890123456789");

    #[test]
    fn every_wrong_setting_is_told_at_once() {
        let told = read(&[SECRET, ("SAMAL_BIND", "nowhere"), ("SAMAL_POOL", "0"), ("SAMAL_BASE_URL", "ftp://x")]).err().unwrap();
        for name in ["DATABASE_URL", "SAMAL_BIND", "SAMAL_POOL", "SAMAL_BASE_URL"] {
            assert!(told.contains(name), "{told}");
        }
    }

    #[test]
    fn mail_is_shown_only_on_a_loopback_site_without_a_mail_server() {
        let base = [SECRET, ("DATABASE_URL", "postgres://x")];
        let with = |more: &[(&'static str, &'static str)]| read(&[&base, more].concat()).unwrap().shows_mail();
        assert!(with(&[]));
        assert!(!with(&[("SAMAL_BASE_URL", "http://localhost.evil.kz")]));
        assert!(!with(&[("SAMAL_SMTP_URL", "smtp://mail")]));
    }
}
