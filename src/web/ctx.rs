//! One request's context: who asks, in which language, and how to answer.

use std::future::{Ready, ready};
use std::rc::Rc;
use std::time::Duration;

use actix_session::Session;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::Payload;
use actix_web::http::{StatusCode, header};
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse};
use askama::Template;
use diesel::prelude::*;

use super::session::{ADDRESS, DEVICE, USER};
use super::{Brought, Fault, Flash, Kept, Limit, Marks, Shell, State, Viewer};
use crate::config::Config;
use crate::db::{Db, Tx};
use crate::i18n::{Lang, Locale};
use crate::kernel::{CityId, ShopId, Token, TokenHash, UserId};

/// What a handler answers with.
pub type Outcome = Result<HttpResponse, Fault>;

/// The guest's cart cookie.
const CART: &str = "cart";

/// A request's context, made by the gate, cheap to clone.
#[derive(Clone)]
pub struct Ctx(pub(super) Rc<Inner>);

pub(super) struct Inner {
    pub state: State,
    pub shell: Shell,
    pub session: Session,
    pub address: String,
    pub device: String,
    pub guest_cart: Option<TokenHash>,
    /// What the browser keeps for us.
    pub kept: Kept,
    /// What the visitor did with goods already.
    pub marks: Marks,
    /// The page of ours that the person came from, with its query.
    pub came_from: Option<String>,
    /// Whether the request changes things.
    pub changes: bool,
    /// The browser fetches ahead: nothing may be counted or marked.
    pub prefetch: bool,
}

impl Ctx {
    /// The database.
    pub fn db(&self) -> &Db {
        &self.0.state.db
    }

    /// The settings.
    pub fn config(&self) -> &Config {
        &self.0.state.config
    }

    /// The page shell.
    pub fn shell(&self) -> &Shell {
        &self.0.shell
    }

    /// The page's language.
    pub fn lang(&self) -> Lang {
        self.0.shell.lang
    }

    /// The page's voice.
    pub fn locale(&self) -> Locale {
        self.0.shell.locale()
    }

    /// The visitor's town, once chosen.
    pub fn town(&self) -> Option<CityId> {
        self.0.shell.town.as_ref().map(|town| town.id)
    }

    /// Who is signed in.
    pub fn viewer(&self) -> Option<&Viewer> {
        self.0.shell.viewer.as_ref()
    }

    /// The signed-in user; the routes table has seen to it that there is one.
    pub fn user(&self) -> Result<UserId, Fault> {
        self.viewer().map(|viewer| viewer.id).ok_or(Fault::SignIn)
    }

    /// The shop that the signed-in user sells for.
    pub fn shop(&self) -> Result<ShopId, Fault> {
        self.viewer().and_then(|viewer| viewer.shop).ok_or(Fault::NotFound)
    }

    /// The network address of the client.
    pub fn address(&self) -> &str {
        &self.0.address
    }

    /// The hash that finds the guest's cart, when the cookie came.
    pub fn guest_cart(&self) -> Option<&[u8]> {
        self.0.guest_cart.as_deref()
    }

    /// What the visitor did with goods already.
    pub fn marks(&self) -> &Marks {
        &self.0.marks
    }

    /// The page of ours that the person came from, where the browser told.
    pub fn came_from(&self) -> Option<&str> {
        self.0.came_from.as_deref()
    }

    /// Whether the browser only fetches ahead: then nothing is counted.
    pub fn is_prefetch(&self) -> bool {
        self.0.prefetch
    }

    /// Reads on the blocking pool.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut PgConnection) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        self.db().read(work).await
    }

    /// One transaction on the blocking pool.
    pub async fn write<T: Send + 'static>(&self, work: impl FnMut(&mut Tx<'_>) -> Result<T, Fault> + Send + 'static) -> Result<T, Fault> {
        self.db().write(work).await
    }

    /// Counts against a limit; over it the answer is 429 with the time to come again.
    pub fn limit(&self, limit: Limit, key: &str) -> Result<(), Fault> {
        self.0.state.limiter.check(limit, key).map_err(Fault::TooMany)
    }

    /// An own address in the page's language.
    pub fn href(&self, path: &str) -> String {
        self.0.shell.href(path)
    }

    /// A full address for mails: from the configured base URL, never from the Host header.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{}", self.0.state.base_url, self.href(path))
    }

    /// A page, 200.
    pub fn page(&self, page: &impl Template) -> Outcome {
        self.page_as(StatusCode::OK, page)
    }

    /// The form again with what is wrong, 422.
    pub fn again(&self, page: &impl Template) -> Outcome {
        self.page_as(StatusCode::UNPROCESSABLE_ENTITY, page)
    }

    /// A page with another status.
    pub fn page_as(&self, status: StatusCode, page: &impl Template) -> Outcome {
        let html = page.render_with_values(&self.0.shell)?;
        let mut response = HttpResponse::build(status);
        response.content_type("text/html; charset=utf-8").insert_header((header::CACHE_CONTROL, "private, no-cache"));
        if self.0.shell.flash.is_some() {
            response.cookie(Flash::removal());
        }
        Ok(response.body(html))
    }

    /// On to another page of ours (303). Paths that carry a language already stay as they are.
    pub fn go(&self, path: &str) -> Outcome {
        Ok(self.redirect(path).finish())
    }

    /// On to another page of ours, with something to say there.
    pub fn go_with(&self, path: &str, flash: &Flash) -> Outcome {
        Ok(self.redirect(path).cookie(flash.cookie(&self.0.state.key, self.config().is_https())).finish())
    }

    fn redirect(&self, path: &str) -> actix_web::HttpResponseBuilder {
        let mut response = HttpResponse::SeeOther();
        let localized = ["/kk/", "/en/"].iter().any(|p| path.starts_with(p)) || path == "/kk" || path == "/en";
        response.insert_header((header::LOCATION, if localized { path.to_owned() } else { self.href(path) }));
        response
    }

    /// Starts a session for `user` under a new id; the row is written when the answer leaves.
    pub fn start_session(&self, user: UserId) -> Result<(), Fault> {
        let session = &self.0.session;
        session.renew();
        session.insert(USER, user).map_err(Fault::unexpected)?;
        session.insert(DEVICE, &self.0.device).map_err(Fault::unexpected)?;
        session.insert(ADDRESS, &self.0.address).map_err(Fault::unexpected)
    }

    /// Ends this session.
    pub fn end_session(&self) {
        self.0.session.purge();
    }

    /// Runs what the floors above registered for sign-in: what the guest brought becomes the user's.
    pub fn signed_in(&self) -> impl Fn(&mut Tx<'_>, UserId) -> QueryResult<()> + Send + 'static {
        let (hook, brought) = (self.0.state.hooks.signed_in, Brought { cart: self.0.guest_cart.clone(), kept: self.0.kept.clone() });
        move |tx, user| hook(tx, user, &brought)
    }

    /// A cookie of ours, lasting a year.
    pub fn cookie(&self, name: &'static str, value: String) -> Cookie<'static> {
        let age = Duration::from_secs(365 * 24 * 3600).try_into().unwrap_or_default();
        Cookie::build(name, value).path("/").http_only(true).secure(self.config().is_https()).same_site(SameSite::Lax).max_age(age).finish()
    }

    /// The cookie that makes a guest's cart theirs.
    pub fn cart_cookie(&self, token: &Token) -> Cookie<'static> {
        self.cookie(CART, token.as_str().to_owned())
    }
}

/// The hash of the guest's cart cookie.
pub(super) fn guest_cart(req: &HttpRequest) -> Option<TokenHash> {
    req.cookie(CART).filter(|cookie| !cookie.value().is_empty()).map(|cookie| Token::hash_of(cookie.value()))
}

impl FromRequest for Ctx {
    type Error = Fault;
    type Future = Ready<Result<Self, Fault>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(req.extensions().get::<Self>().cloned().ok_or_else(|| Fault::unexpected("a route without its gate")))
    }
}
