//! Runs the jobs. The match in [`consequences`] is the map of what follows from what.

use std::fmt::Debug;
use std::time::Duration;

use graphile_worker::{IntoTaskHandlerResult, LocalQueueConfig, RefetchDelayConfig, TaskHandler, Worker, WorkerContext, WorkerOptions};
use secrecy::ExposeSecret;

use crate::accounts;
use crate::app::App;
use crate::db::{DbError, Tx};
use crate::demo::{self, DemoCovers, DemoPhotos, DemoSign};
use crate::events::{self, Event, HandleEvent};
use crate::favorites::{self, WatchFavorites};
use crate::imports::{self, CheckImport, RunImport, SweepImports, UndoImport};
use crate::jobs::Job;
use crate::listings::{self, ExpireListings};
use crate::mail::{Mail, SendMail};
use crate::moderation;
use crate::orders::{self, ExpireOrders, Refusal};
use crate::photos::{self, DropPhoto, ForgetUpload, ProcessPhoto};
use crate::recommendations::{self, TrainRecommendations};
use crate::storefront::me::Sweep;
use crate::storefront::searches::{self, WatchSearches};

/// How quickly a dead worker's jobs come back.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// How often a worker says that it lives.
    pub heartbeat: Duration,
    /// After how long a silent worker counts as dead.
    pub dead_after: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { heartbeat: Duration::from_secs(10), dead_after: Duration::from_secs(60) }
    }
}

/// What runs by the clock (UTC: 22 is three in the morning in Kazakhstan). Without its payload `{}` a line would hand its job a null.
/// Each line has a queue of its own, so that a slow job does not overtake itself.
const TIMETABLE: &str = "\
*/10 * * * * expire_listings ?queue=expire_listings {}
* * * * * expire_orders ?queue=expire_orders {}
0 22 * * * sweep ?queue=sweep {}
30 22 * * * sweep_imports ?queue=sweep_imports {}
*/5 * * * * watch_favorites ?queue=watch_favorites {}
*/5 * * * * watch_searches ?queue=watch_searches {}
15 * * * * train_recommendations ?queue=train_recommendations {}
";

/// How long an empty queue is left alone.
const PAUSE: Duration = Duration::from_millis(500);

/// What every job of this house may use.
fn app(ctx: &WorkerContext) -> Result<App, String> {
    ctx.get_ext::<App>().cloned().ok_or_else(|| "a worker without its app".to_owned())
}

/// A worker over the app's database, with a small pool of its own. `stop` ends it gracefully.
pub async fn worker(app: &App, patience: Patience, stop: impl Future<Output = ()> + Send + 'static) -> anyhow::Result<Worker> {
    let worker = WorkerOptions::default()
        .database_url(app.config.database_url.expose_secret())
        .max_pg_conn(5)
        .concurrency(2)
        .poll_interval(Duration::from_secs(2))
        // Without a local queue one job is taken at each look, however many wait; without a pause an empty one asks without end.
        .local_queue(LocalQueueConfig::default().with_size(20).with_refetch_delay(RefetchDelayConfig::default().with_duration(PAUSE)))
        .heartbeat_interval(patience.heartbeat)
        .sweep_interval(patience.heartbeat)
        .sweep_threshold(patience.dead_after)
        .recovery_delay(Duration::ZERO)
        .listen_os_shutdown_signals(false)
        .shutdown_signal(stop)
        .add_extension(app.clone())
        .define_job::<HandleEvent>()
        .define_job::<SendMail>()
        // selling
        .define_job::<ProcessPhoto>()
        .define_job::<DropPhoto>()
        .define_job::<ForgetUpload>()
        .define_job::<ExpireListings>()
        .define_job::<CheckImport>()
        .define_job::<RunImport>()
        .define_job::<UndoImport>()
        .define_job::<SweepImports>()
        // buying
        .define_job::<ExpireOrders>()
        // finding again
        .define_job::<WatchFavorites>()
        .define_job::<WatchSearches>()
        .define_job::<TrainRecommendations>()
        // accounts
        .define_job::<Sweep>()
        // demo
        .define_job::<DemoPhotos>()
        .define_job::<DemoSign>()
        .define_job::<DemoCovers>()
        .with_cron(TIMETABLE)?
        .init()
        .await?;
    Ok(worker)
}

/// Logs a failed job and gives the queue its words.
fn told<E: Debug>(job: &str, outcome: Result<(), E>) -> Result<(), String> {
    outcome.map_err(|error| {
        tracing::warn!(job, ?error, "a job failed");
        format!("{error:?}")
    })
}

impl TaskHandler for HandleEvent {
    const IDENTIFIER: &'static str = <Self as Job>::NAME;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        let app = app(&ctx)?;
        let rooms = app.clone();
        let done = app.db.write(move |tx| match events::take(tx, self.event)? {
            Some(event) => consequences(&rooms, tx, &event),
            None => Ok(()),
        });
        told(Self::NAME, done.await)
    }
}

/// What follows from what.
fn consequences(app: &App, tx: &mut Tx<'_>, event: &Event) -> Result<(), DbError> {
    let base = app.config.base_url.as_str();
    match event {
        // buying
        Event::PurchasePlaced { purchase } => Ok(orders::mails::placed(tx, base, *purchase)?),
        Event::OrderAccepted { order } => Ok(orders::mails::accepted(tx, base, *order)?),
        Event::OrderDeclined { order } => Ok(orders::mails::declined(tx, base, *order)?),
        Event::OrderCancelled { order } => Ok(orders::mails::cancelled(tx, base, *order)?),
        Event::OrderChanged { order } => Ok(orders::mails::changed(tx, base, *order)?),
        Event::OrderExpired { order } => Ok(orders::mails::expired(tx, base, *order)?),
        Event::ShipmentMoved { order, step } => Ok(orders::mails::moved(tx, base, *order, *step)?),
        Event::OrderCodeShut { order } => Ok(orders::mails::code_shut(tx, base, *order)?),
        Event::OrderReturned { order } => Ok(orders::mails::returned(tx, base, *order)?),
        Event::OrderIssued { order } => Ok(orders::mails::issued(tx, base, *order)?),

        // finding again
        Event::FavoritesStirred { list } => Ok(favorites::mails::news(tx, (base, app.config.secret.expose_secret()), *list)?),

        // moderation
        Event::ListingApproved { listing } => Ok(moderation::mails::approved(&app.config.base_url, tx, *listing)?),
        Event::ListingRejected { listing } => Ok(moderation::mails::rejected(&app.config.base_url, tx, *listing)?),
        Event::ListingRemoved { listing } => Ok(moderation::mails::removed(&app.config.base_url, tx, *listing)?),
        Event::CardShared { product, shop } => Ok(moderation::mails::card_shared(&app.config.base_url, tx, *product, *shop)?),
        Event::CardChangeDecided { change } => Ok(moderation::mails::change_decided(&app.config.base_url, tx, *change)?),
        Event::ShopSuspended { shop } => Ok(moderation::mails::suspended(&app.config.base_url, tx, *shop)?),
        Event::ShopReopened { shop } => Ok(moderation::mails::reopened(&app.config.base_url, tx, *shop)?),

        // accounts
        Event::PasswordChanged { user } => Ok(accounts::tell_password_changed(tx, &app.config.base_url, *user)?),
    }
}

impl TaskHandler for Sweep {
    const IDENTIFIER: &'static str = <Self as Job>::NAME;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        let app = app(&ctx)?;
        told(<Self as Job>::NAME, app.db.write(|tx| -> Result<(), DbError> { Ok(Self::run(tx)?) }).await)
    }
}

impl TaskHandler for WatchFavorites {
    const IDENTIFIER: &'static str = <Self as Job>::NAME;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        let app = app(&ctx)?;
        told(<Self as Job>::NAME, app.db.write(|tx| -> Result<(), DbError> { Ok(favorites::watch(tx)?) }).await)
    }
}

impl TaskHandler for WatchSearches {
    const IDENTIFIER: &'static str = <Self as Job>::NAME;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        let app = app(&ctx)?;
        told(<Self as Job>::NAME, watch_searches(&app).await)
    }
}

/// Each search in a transaction of its own: a slow or broken one does not hold up the rest.
async fn watch_searches(app: &App) -> anyhow::Result<()> {
    let indexing = app.clone();
    tokio::task::spawn_blocking(move || indexing.index()).await??;
    let mut done = Ok(());
    for search in app.db.read(|conn| -> Result<_, DbError> { Ok(searches::due(conn)?) }).await? {
        let (config, catalog, index) = (app.config.clone(), app.shelf.now(), app.search.clone());
        let look = app.db.write(move |tx| -> Result<_, DbError> { Ok(searches::look(tx, (&config, &catalog, &index), search)?) });
        done = look.await.map_err(anyhow::Error::from).and(done);
    }
    done
}

impl TaskHandler for TrainRecommendations {
    const IDENTIFIER: &'static str = <Self as Job>::NAME;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        let app = app(&ctx)?;
        told(<Self as Job>::NAME, train(app).await)
    }
}

/// It computes for as long as it takes, so it has a thread of its own.
async fn train(app: App) -> anyhow::Result<()> {
    let learnt = tokio::task::spawn_blocking(move || recommendations::retrain(&app.db, app.config.recommend_dense, false)).await??;
    if let Some(learnt) = learnt {
        tracing::info!(?learnt, "recommendations are trained");
    }
    Ok(())
}

impl TaskHandler for SendMail {
    const IDENTIFIER: &'static str = <Self as Job>::NAME;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        let app = app(&ctx)?;
        told(Self::NAME, send(&app, self).await)
    }
}

/// Delivers one letter, then notes it: the call outside is never made inside a transaction. A worker that dies between the two has it sent again.
async fn send(app: &App, job: SendMail) -> anyhow::Result<()> {
    let waiting = app.db.read(move |conn| -> Result<_, DbError> { Ok(Mail::waiting(conn, job.mail)?) }).await?;
    let Some(mail) = waiting else { return Ok(()) };
    app.mailer.deliver(&mail).await?;
    app.db.write(move |tx| -> Result<_, DbError> { Ok(Mail::sent(tx, job.mail)?) }).await?;
    Ok(())
}

// buying

impl TaskHandler for ExpireOrders {
    const IDENTIFIER: &'static str = <Self as Job>::NAME;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        let app = app(&ctx)?;
        told(Self::NAME, expire_orders(&app).await)
    }
}

/// Each order in a transaction of its own: one that cannot be ended now does not hold up the rest.
async fn expire_orders(app: &App) -> Result<(), Refusal> {
    let mut done = Ok(());
    for order in app.db.read(|conn| -> Result<_, DbError> { Ok(orders::overdue(conn)?) }).await? {
        done = app.db.write(move |tx| orders::expire(tx, order)).await.and(done);
    }
    done
}

// selling

impl TaskHandler for ProcessPhoto {
    const IDENTIFIER: &'static str = <Self as Job>::NAME;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        let app = app(&ctx)?;
        told(Self::NAME, photos::process(&app.db, &app.files, self.photo).await)
    }
}

impl TaskHandler for DropPhoto {
    const IDENTIFIER: &'static str = <Self as Job>::NAME;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        let app = app(&ctx)?;
        told(Self::NAME, photos::drop_files(&app.db, &app.files, self).await)
    }
}

impl TaskHandler for ForgetUpload {
    const IDENTIFIER: &'static str = <Self as Job>::NAME;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        let app = app(&ctx)?;
        told(Self::NAME, photos::forget_upload(&app.db, &app.files, self.photo).await)
    }
}

impl TaskHandler for ExpireListings {
    const IDENTIFIER: &'static str = <Self as Job>::NAME;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        let app = app(&ctx)?;
        told(Self::NAME, listings::expire(&app.db).await)
    }
}

impl TaskHandler for CheckImport {
    const IDENTIFIER: &'static str = <Self as Job>::NAME;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        let home = app(&ctx)?.home();
        told(Self::NAME, aside(move || Ok(imports::check(&home, self.import)?)).await)
    }
}

impl TaskHandler for RunImport {
    const IDENTIFIER: &'static str = <Self as Job>::NAME;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        let home = app(&ctx)?.home();
        told(Self::NAME, aside(move || Ok(imports::run(&home, self.import, |_| {})?)).await)
    }
}

impl TaskHandler for UndoImport {
    const IDENTIFIER: &'static str = <Self as Job>::NAME;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        let home = app(&ctx)?.home();
        told(Self::NAME, aside(move || Ok(imports::undo(&home, self.import)?)).await)
    }
}

impl TaskHandler for SweepImports {
    const IDENTIFIER: &'static str = <Self as Job>::NAME;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        let home = app(&ctx)?.home();
        told(Self::NAME, aside(move || Ok(imports::sweep(&home)?)).await)
    }
}

/// Work with files, beside the threads that wait.
async fn aside(work: impl FnOnce() -> anyhow::Result<()> + Send + 'static) -> anyhow::Result<()> {
    tokio::task::spawn_blocking(work).await?
}

impl TaskHandler for DemoPhotos {
    const IDENTIFIER: &'static str = <Self as Job>::NAME;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        let app = app(&ctx)?;
        told(<Self as Job>::NAME, demo::hang(&app.db, &app.files, self).await)
    }
}

impl TaskHandler for DemoSign {
    const IDENTIFIER: &'static str = <Self as Job>::NAME;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        let app = app(&ctx)?;
        told(<Self as Job>::NAME, demo::sign(&app.db, &app.files, self).await)
    }
}

impl TaskHandler for DemoCovers {
    const IDENTIFIER: &'static str = <Self as Job>::NAME;

    async fn run(self, ctx: WorkerContext) -> impl IntoTaskHandlerResult {
        let app = app(&ctx)?;
        told(<Self as Job>::NAME, demo::cover(&app.db).await)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_timetable_names_a_job_and_its_payload() {
        let names = [
            ExpireListings::NAME,
            ExpireOrders::NAME,
            Sweep::NAME,
            SweepImports::NAME,
            WatchFavorites::NAME,
            WatchSearches::NAME,
            TrainRecommendations::NAME,
        ];
        for line in TIMETABLE.lines() {
            assert!(line.ends_with(" {}"), "{line}");
            let name = line.split(' ').nth(5).unwrap();
            assert!(names.contains(&name) && line.contains(&format!("?queue={name} ")), "{line}");
        }
    }
}
