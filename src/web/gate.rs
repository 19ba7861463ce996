//! The gate before every handler: origin, shell, access, limits; and after it: the error page and the security headers.
//! Files and probes have no gate: they are hardened only.

use std::rc::Rc;

use actix_session::SessionExt;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{Method, header};
use actix_web::middleware::{Next, from_fn};
use actix_web::{Error, HttpMessage, HttpRequest, HttpResponse, ResponseError, Route, web};
use askama::Template;
use tracing_actix_web::RequestId;

use super::ctx::{Inner, guest_cart};
use super::form::own_path;
use super::page_cache::is_html;
use super::session::VISITOR;
use super::{Ctx, Fault, Flash, Kept, Limit, Marks, Shell, State, Theme, Visitor, Who, assets, filters, kept};
use crate::i18n::Lang;

/// Runs before and after every handler of the routes table.
pub(super) async fn gate(
    who: Who,
    cached: bool,
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let state = state(req.request())?;
    let ctx = match context(req.request(), &state).await {
        Ok(ctx) => ctx,
        Err(fault) => return Ok(req.into_response(plain(&fault))),
    };
    if let Err(fault) = admit(who, &req, &ctx) {
        let answer = answer(&ctx, &fault);
        return Ok(secured(req.into_response(answer), &ctx));
    }
    let key = if cached { state.pages.key(req.request(), &ctx) } else { None };
    if let Some(kept) = key.as_deref().and_then(|key| state.pages.get(key)) {
        return Ok(secured(req.into_response(kept), &ctx));
    }
    req.extensions_mut().insert(ctx.clone());
    let mut response = next.call(req).await?.map_into_boxed_body();
    if let Some(key) = key {
        response = state.pages.keep(key, response).await?;
    }
    let fault = match response.response().error() {
        None => return Ok(secured(response, &ctx)),
        Some(error) => error.as_error::<Fault>().map_or_else(|| of_status(error), Fault::clone),
    };
    if let Fault::Unexpected(why) = &fault {
        tracing::error!(%why, "a request failed");
    }
    let answer = answer(&ctx, &fault);
    Ok(secured(response.into_response(answer), &ctx))
}

/// May this request pass?
fn admit(who: Who, req: &ServiceRequest, ctx: &Ctx) -> Result<(), Fault> {
    if !super::same_origin::allowed(req.method(), req.headers(), &ctx.0.state.base_url) {
        return Err(Fault::Forbidden);
    }
    if req.uri().query().is_some_and(|query| query.contains("%00")) || req.path().contains("%00") {
        return Err(Fault::Invalid);
    }
    if req.method() == Method::POST {
        ctx.limit(Limit::Writes, ctx.address())?;
    }
    who.admit(ctx.shell())
}

/// Reads who asks, and builds the page shell: no statement for a guest without a cart, one otherwise.
async fn context(req: &HttpRequest, state: &State) -> Result<Ctx, Fault> {
    let session = req.get_session();
    let visitor: Option<Visitor> = session.get(VISITOR).ok().flatten();
    let (guest_cart, mut kept) = (guest_cart(req), Kept::of(req, &state.key));
    let cart = match (&visitor, &guest_cart) {
        (Some(visitor), _) => visitor.cart.clone(),
        (None, Some(hash)) => {
            let (hash, cart) = (hash.clone(), state.hooks.guest_cart);
            state.db.read(move |conn| Ok::<_, Fault>(cart(conn, &hash)?)).await?
        }
        (None, None) => Vec::new(),
    };
    let marks = Marks::new(&cart, visitor.as_ref().map_or(&[][..], |visitor| visitor.hearts.as_slice()), &kept.compare);
    if let Some(visitor) = &visitor {
        kept.recent.clone_from(&visitor.recent);
    }
    if let Some(visitor) = &visitor {
        state.seen.note(visitor.session);
    }
    let menu = (state.menu)();
    let shell = Shell {
        lang: req.extensions().get::<Lang>().copied().unwrap_or(Lang::Ru),
        path: req.uri().path_and_query().map_or_else(|| "/".to_owned(), |path| path.as_str().to_owned()),
        session: visitor.as_ref().map(|visitor| visitor.session),
        cart_count: marks.pieces(),
        favorite_count: marks.hearts(),
        compare_count: marks.compared(),
        fresh_count: visitor.as_ref().map_or(0, |visitor| visitor.fresh_count),
        keeps_recent: visitor.as_ref().map_or(!kept.recent_off, |visitor| visitor.keeps_recent),
        recommends: visitor.as_ref().map_or(!kept.recent_off, |visitor| visitor.recommends),
        viewer: visitor.map(|visitor| visitor.viewer),
        town: req.cookie("city").and_then(|cookie| menu.towns.iter().find(|town| town.slug == cookie.value()).cloned()),
        menu,
        asked: kept.asked.clone(),
        popular: (state.popular)(),
        flash: Flash::of(req, &state.key),
        theme: req.cookie("theme").and_then(|cookie| cookie.value().parse().ok()).unwrap_or(Theme::Auto),
        base_url: state.base_url.clone(),
        request_id: req.extensions().get::<RequestId>().map(ToString::to_string).unwrap_or_default(),
    };
    let header = |name: &str| req.headers().get(name).and_then(|value| value.to_str().ok());
    Ok(Ctx(Rc::new(Inner {
        address: address(req, state.config.trust_proxy),
        device: device(header("user-agent").unwrap_or_default()),
        came_from: header("referer").and_then(|url| own_path(url.strip_prefix(&*state.base_url)?)).map(str::to_owned),
        changes: !req.method().is_safe(),
        prefetch: header("sec-purpose").is_some_and(|purpose| purpose.contains("prefetch")),
        state: state.clone(),
        shell,
        session,
        guest_cart,
        kept,
        marks,
    })))
}

/// Where the request came from: the last hop before our proxy, else the peer.
fn address(req: &HttpRequest, trust_proxy: bool) -> String {
    let forwarded = req.headers().get("x-forwarded-for").and_then(|value| value.to_str().ok()).and_then(|list| list.rsplit(',').next());
    match forwarded.filter(|_| trust_proxy) {
        Some(address) => address.trim().to_owned(),
        None => req.peer_addr().map(|peer| peer.ip().to_string()).unwrap_or_default(),
    }
}

/// "Chrome, Windows": enough to know one's own device in a list.
fn device(agent: &str) -> String {
    const BROWSERS: [(&str, &str); 7] = [
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("YaBrowser/", "Yandex"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
        ("curl/", "curl"),
    ];
    const SYSTEMS: [(&str, &str); 6] =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux")];
    let known = |list: &[(&str, &'static str)]| list.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name);
    [known(&BROWSERS), known(&SYSTEMS)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[derive(Template)]
#[template(path = "fault.html")]
struct FaultPage<'a> {
    fault: &'a Fault,
    again_at: Option<chrono::DateTime<chrono::Utc>>,
    words: String,
}

/// A fault as an answer: sign-in leads there and back, a shop has to be opened first, everything else is a page in the shell.
fn answer(ctx: &Ctx, fault: &Fault) -> HttpResponse {
    if matches!(fault, Fault::NoShop) {
        return ctx.go("/sell").unwrap_or_else(|fault| plain(&fault));
    }
    if matches!(fault, Fault::SignIn) {
        // A form's address may know no GET: then the way back is to the page that the form stood on.
        let here = if ctx.0.changes { ctx.came_from().unwrap_or("/").to_owned() } else { ctx.href(&ctx.shell().path) };
        let next = serde_html_form::to_string([("next", here)]).unwrap_or_default();
        return ctx.go(&format!("/login?{next}")).unwrap_or_else(|fault| plain(&fault));
    }
    let again_at = if let Fault::TooMany(at) = fault { Some(*at) } else { None };
    let words =
        ctx.shell().bare_path().split(['/', '-', '_']).filter(|word| word.chars().any(char::is_alphabetic)).collect::<Vec<_>>().join(" ");
    let page = FaultPage { fault, again_at, words: words.chars().take(80).collect() };
    let mut response = ctx.page_as(fault.status_code(), &page).unwrap_or_else(|fault| plain(&fault));
    if let Some(at) = again_at {
        let seconds = (at - crate::kernel::now()).num_seconds().max(1);
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// When not even a page can be made.
fn plain(fault: &Fault) -> HttpResponse {
    HttpResponse::build(fault.status_code())
        .content_type("text/plain; charset=utf-8")
        .body("Самал: попробуйте ещё раз чуть позже · кейінірек қайталап көріңіз · please try again later\n")
}

/// actix's own errors (a path that does not parse, a broken body) by their status.
fn of_status(error: &Error) -> Fault {
    match error.as_response_error().status_code().as_u16() {
        404 => Fault::NotFound,
        405 => Fault::MethodNotAllowed,
        413 => Fault::TooLarge,
        400..=499 => Fault::Invalid,
        _ => Fault::unexpected(error),
    }
}

const CSP: &str = "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'";

fn secured(mut response: ServiceResponse<BoxBody>, ctx: &Ctx) -> ServiceResponse<BoxBody> {
    forget_guest(&mut response, ctx);
    let fetches_ahead = is_html(&response) && !saves_data(response.request());
    let headers = response.headers_mut();
    if fetches_ahead && let Ok(rules) = HeaderValue::from_str(&format!("\"{}\"", assets::url("speculation.json"))) {
        headers.insert(HeaderName::from_static("speculation-rules"), rules);
    }
    let own_policy = headers.contains_key(header::CONTENT_SECURITY_POLICY);
    let mut put = |name: &'static str, value: &'static str| {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    };
    if !own_policy {
        put("content-security-policy", CSP);
    }
    put("cross-origin-opener-policy", "same-origin");
    put("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
    response
}

/// Around the whole server: what every answer carries, files, probes and redirects too, and failures that never came to a gate
/// (a session that cannot be read).
pub fn hardened<B>(outcome: Result<ServiceResponse<B>, Error>, is_https: bool) -> Result<ServiceResponse<B>, Error> {
    match outcome {
        Ok(mut response) => {
            harden(response.headers_mut(), is_https);
            Ok(response)
        }
        Err(mut error) => {
            error.add_response_mapper(move |mut response| {
                harden(response.headers_mut(), is_https);
                response
            });
            Err(error)
        }
    }
}

/// Pages and photos have policies of their own: what is there stays.
fn harden(headers: &mut HeaderMap, is_https: bool) {
    let mut put = |name: HeaderName, value: &'static str| {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    put(header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'");
    put(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(header::REFERRER_POLICY, "strict-origin-when-cross-origin");
    if is_https {
        put(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
}

/// What a guest's browser kept became the user's at sign-in: it is not needed any more.
fn forget_guest(response: &mut ServiceResponse<BoxBody>, ctx: &Ctx) {
    for name in [kept::WISH, kept::RECENT] {
        if ctx.viewer().is_some() && response.request().cookie(name).is_some() {
            // a cookie of ours is always a valid header
            let _ = response.response_mut().add_cookie(&kept::removal(name));
        }
    }
}

/// The visitor counts bytes: nothing is fetched ahead.
fn saves_data(req: &HttpRequest) -> bool {
    req.headers().get("save-data").is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"on"))
}

fn state(req: &HttpRequest) -> Result<State, Error> {
    req.app_data::<web::Data<State>>().map(|state| State::clone(state)).ok_or_else(|| Fault::unexpected("no state").into())
}

/// The page for addresses that lead nowhere.
pub fn nothing_here() -> Route {
    web::route().to(|| async { Err::<HttpResponse, _>(Fault::NotFound) }).wrap(from_fn(|req, next| gate(Who::Anyone, false, req, next)))
}

/// The page for methods that mean nothing at an address.
pub(super) fn wrong_method() -> Route {
    web::route()
        .to(|| async { Err::<HttpResponse, _>(Fault::MethodNotAllowed) })
        .wrap(from_fn(|req, next| gate(Who::Anyone, false, req, next)))
}
