//! The routes table's own words: who may, and which handler.

use actix_web::{FromRequest, Handler, Resource, Responder, Route, guard, web};

use super::gate::{gate, wrong_method};
use super::{Fault, Shell, StaffRole};

/// Who may use a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everybody, guests too.
    Anyone,
    /// People with an account; a guest is led through sign-in and back.
    SignedIn,
    /// Members of a shop; others are led to becoming a seller.
    Seller,
    /// Staff with at least this role.
    Staff(StaffRole),
}

/// How a route is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads; never changes anything.
    Get,
    /// Changes things.
    Post,
}

/// One line of the routes table.
pub struct Entry {
    /// How.
    pub method: Method,
    /// Where: actix's pattern, without a language prefix.
    pub path: &'static str,
    /// Who may.
    pub who: Who,
    /// Whether the page may be kept whole for guests.
    pub cached: bool,
    route: Route,
}

impl Entry {
    /// The page may be kept whole for guests: nothing is counted when it is shown.
    pub fn cached(self) -> Self {
        Self { cached: true, ..self }
    }
}

/// A page.
pub fn get<F, Args>(path: &'static str, who: Who, handler: F) -> Entry
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    Entry { method: Method::Get, path, who, cached: false, route: reading().to(handler) }
}

/// A form.
pub fn post<F, Args>(path: &'static str, who: Who, handler: F) -> Entry
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    Entry { method: Method::Post, path, who, cached: false, route: web::post().to(handler) }
}

/// A route that only reads: GET, and HEAD for those who want the headers alone.
pub fn reading() -> Route {
    web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
}

impl Who {
    /// Lets this shell's viewer in, or tells what is missing.
    pub(super) fn admit(self, shell: &Shell) -> Result<(), Fault> {
        match (self, &shell.viewer) {
            (Self::Anyone, _) | (Self::SignedIn, Some(_)) => Ok(()),
            (_, None) => Err(Fault::SignIn),
            (Self::Seller, Some(viewer)) => viewer.shop.map(drop).ok_or(Fault::NoShop),
            (Self::Staff(role), Some(viewer)) => viewer.staff.filter(|own| *own >= role).map(drop).ok_or(Fault::Forbidden),
        }
    }
}

/// Makes services of the table: one resource a path, each route behind its gate, other methods answered 405.
pub fn mount(table: Vec<Entry>) -> impl Iterator<Item = Resource> {
    let mut paths: Vec<(&'static str, Vec<Route>)> = Vec::new();
    for Entry { path, who, cached, route, .. } in table {
        let gated = route.wrap(actix_web::middleware::from_fn(move |req, next| gate(who, cached, req, next)));
        match paths.iter_mut().find(|(known, _)| *known == path) {
            Some((_, routes)) => routes.push(gated),
            None => paths.push((path, vec![gated])),
        }
    }
    let empty = |path| web::resource(path).default_service(wrong_method());
    paths.into_iter().map(move |(path, routes)| routes.into_iter().fold(empty(path), Resource::route))
}
