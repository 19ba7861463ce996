//! The server: shared state, routes, timers, and stopping without dropping a request.

use std::sync::Arc;
use std::time::Duration;

use actix_web::cookie::Key;
use actix_web::dev::{Server, Service as _};
use actix_web::middleware::{Compress, from_fn};
use actix_web::{App as ActixApp, HttpServer, web};
use anyhow::{Context, anyhow};
use secrecy::ExposeSecret;
use sha2::{Digest, Sha512};
use tracing_actix_web::TracingLogger;

use super::migrate::pending_migrations;
use super::visitor;
use crate::cart;
use crate::catalog::Shelf;
use crate::config::Config;
use crate::db::{Db, DbError, Tx};
use crate::favorites;
use crate::imports;
use crate::kernel::UserId;
use crate::listings::Views;
use crate::mail::Mailer;
use crate::search::{self, AskedWords, Search, SearchError};
use crate::storage::{Files, LocalDisk};
use crate::storefront::recent::{self, RecentViews};
use crate::web::{Brought, Hooks, Limiter, PageCache, Seen, State, hardened, nothing_here, session_middleware, strip_language};

/// Everything a node shares between its requests and its jobs, cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The settings.
    pub config: Arc<Config>,
    /// The database.
    pub db: Db,
    /// The reference data.
    pub shelf: Arc<Shelf>,
    /// Where photos lie.
    pub files: Files,
    /// Where letters go.
    pub mailer: Mailer,
    /// How often listings were looked at.
    pub views: Arc<Views>,
    /// The node's index of what is on sale.
    pub search: Arc<Search>,
    /// A connection for keeping the index, so that requests do not wait for it.
    keeping: Db,
    /// What signed-in people looked at.
    pub recent: Arc<RecentViews>,
    /// What people look for.
    pub asked: Arc<AskedWords>,
    /// What requests share.
    pub state: State,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("App")
    }
}

impl App {
    /// Builds the shared parts and reads the reference data.
    pub async fn new(config: Config) -> anyhow::Result<Self> {
        let config = Arc::new(config);
        let db = Db::connect(config.database_url.expose_secret(), config.pool);
        let shelf = Arc::new(Shelf::default());
        let keeping = Db::connect(config.database_url.expose_secret(), 1);
        let (reading, folder) = (shelf.clone(), config.var.join("search"));
        let search = keeping
            .read(move |conn| -> Result<_, Keeping> {
                let waiting = pending_migrations(conn).map_err(Keeping)?;
                if waiting > 0 {
                    return Err(Keeping(anyhow!("the database lacks {waiting} of this program's migrations")));
                }
                reading.refresh(conn)?;
                Ok(Search::open(&folder, conn)?)
            })
            .await
            .map_err(|Keeping(error)| error)
            .context("cannot read the catalogue: is PostgreSQL running, and was `samal migrate` run?")?;
        let (menu, asked) = (shelf.clone(), Arc::new(AskedWords::default()));
        let popular = asked.clone();
        let state = State {
            db: db.clone(),
            limiter: Arc::new(Limiter::new(config.limits)),
            hooks: Hooks { visitor: visitor::visitor, guest_cart: visitor::guest_cart, signed_in: on_sign_in },
            menu: Arc::new(move || menu.menu()),
            popular: Arc::new(move || popular.listed()),
            seen: Arc::new(Seen::default()),
            pages: Arc::new(PageCache::new(config.page_cache_seconds)),
            key: Key::from(&Sha512::digest(config.secret.expose_secret().as_bytes())),
            base_url: config.base_url.as_str().into(),
            config: config.clone(),
        };
        let files: Files = Arc::new(LocalDisk::new(&config.uploads));
        Ok(Self {
            mailer: Mailer::new(&config)?,
            views: Arc::default(),
            recent: Arc::default(),
            asked,
            search: Arc::new(search),
            keeping,
            config,
            db,
            shelf,
            files,
            state,
        })
    }

    /// What imports work with.
    pub fn home(&self) -> imports::Home {
        imports::Home { db: self.db.clone(), files: self.files.clone(), shelf: self.shelf.clone(), var: self.config.var.clone() }
    }

    /// Small things that happen every so often in each node: buffers are flushed, the reference data is looked at.
    pub fn tick(&self) -> Result<(), DbError> {
        self.state.limiter.tidy();
        // One that fails keeps none of the others.
        let done = [
            self.db.read_here(|conn| -> Result<(), DbError> { Ok(self.shelf.refresh(conn)?) }),
            self.state.seen.flush(&self.db),
            self.views.flush(&self.db),
            self.recent.flush(&self.db),
            self.asked.flush(&self.db),
        ];
        done.into_iter().collect()
    }

    /// Lets the index see what changed; tells how many products did.
    pub fn index(&self) -> anyhow::Result<usize> {
        let keep = |conn: &mut diesel::PgConnection| -> Result<_, Keeping> { Ok(self.search.catch_up(conn, &self.shelf.now())?) };
        self.keeping.read_here(keep).map_err(|Keeping(error)| error)
    }

    /// Builds the index anew, telling how far it is.
    pub fn rebuild_index(&self, tell: impl Fn(usize)) -> anyhow::Result<usize> {
        let build = |conn: &mut diesel::PgConnection| -> Result<_, Keeping> { Ok(self.search.rebuild(conn, &self.shelf.now(), tell)?) };
        self.keeping.read_here(build).map_err(|Keeping(error)| error)
    }

    /// How the index stands.
    pub fn index_standing(&self) -> anyhow::Result<search::Standing> {
        self.keeping.read_here(|conn| -> Result<_, Keeping> { Ok(self.search.standing(conn)?) }).map_err(|Keeping(error)| error)
    }
}

/// Whatever went wrong with the index.
struct Keeping(anyhow::Error);

impl From<DbError> for Keeping {
    fn from(error: DbError) -> Self {
        Self(error.into())
    }
}
impl From<diesel::result::Error> for Keeping {
    fn from(error: diesel::result::Error) -> Self {
        Self(error.into())
    }
}
impl From<SearchError> for Keeping {
    fn from(error: SearchError) -> Self {
        Self(error.into())
    }
}

/// What happens at sign-in beside the session: the guest's cart and looks join, and a heart that was pressed is set.
fn on_sign_in(tx: &mut Tx<'_>, user: UserId, brought: &Brought) -> diesel::QueryResult<()> {
    cart::join(tx, user, brought.cart.as_deref())?;
    recent::join(tx, user, &brought.kept.recent)?;
    match brought.kept.wish {
        Some(product) => favorites::add(tx, user, product).map(drop),
        None => Ok(()),
    }
}

/// Starts serving on the configured address; the returned server stops gracefully.
pub fn serve(app: &App, listener: std::net::TcpListener) -> std::io::Result<Server> {
    keep(app);
    let (threads, is_https, app) = (app.config.threads, app.config.is_https(), app.clone());
    let server = HttpServer::new(move || {
        ActixApp::new()
            .app_data(web::Data::new(app.state.clone()))
            .app_data(web::Data::new(app.clone()))
            .app_data(web::Data::from(app.shelf.clone()))
            .app_data(web::Data::new(app.files.clone()))
            .app_data(web::Data::from(app.views.clone()))
            .app_data(web::Data::from(app.search.clone()))
            .app_data(web::Data::from(app.recent.clone()))
            .app_data(web::Data::from(app.asked.clone()))
            .wrap(from_fn(strip_language))
            .wrap(Compress::default())
            .wrap(TracingLogger::default())
            .wrap_fn(move |request, next| {
                let answer = next.call(request);
                async move { hardened(answer.await, is_https) }
            })
            .configure(crate::routes::machines)
            .service(web::scope("").wrap(session_middleware(&app.state)).configure(crate::routes::pages).default_service(nothing_here()))
    });
    Ok(server.workers(threads).tcp_nodelay(true).shutdown_timeout(30).disable_signals().listen(listener)?.run())
}

/// Keeps what a process has in memory and on disk up to date, for as long as it runs: reference data, buffers, the index.
pub fn keep(app: &App) {
    tokio::spawn(timers(app.clone()));
    tokio::spawn(indexing(app.clone()));
}

async fn timers(app: App) {
    let mut every = tokio::time::interval(Duration::from_secs(10));
    loop {
        every.tick().await;
        let ticking = app.clone();
        match tokio::task::spawn_blocking(move || ticking.tick()).await {
            Ok(Err(error)) => tracing::warn!(%error, "a timer's work failed; it comes again"),
            Err(error) => tracing::error!(%error, "a timer's work was cut off"),
            Ok(Ok(())) => {}
        }
    }
}

/// How long a change may wait until the index looks for it.
const INDEXING: Duration = Duration::from_millis(300);

async fn indexing(app: App) {
    let mut every = tokio::time::interval(INDEXING);
    every.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        every.tick().await;
        let keeping = app.clone();
        match tokio::task::spawn_blocking(move || keeping.index()).await {
            Ok(Err(error)) => {
                tracing::warn!(error = format!("{error:#}"), "the search index was not kept; it comes again");
                tokio::time::sleep(Duration::from_secs(5)).await;
            }
            Err(error) => tracing::error!(%error, "the search index's work was cut off"),
            Ok(Ok(_)) => {}
        }
    }
}
