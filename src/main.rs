//! The command line: `samal serve | worker | migrate | demo | index | import | recommend | staff`.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Parser, Subcommand};
use samal::app::{self, App};
use samal::config::Config;
use samal::db::{Db, DbError};
use samal::demo::{self, DemoError, Loaded};
use samal::imports;
use samal::moderation::staff;
use samal::recommendations::{Learnt, retrain};
use samal::worker::{Patience, worker};
use secrecy::ExposeSecret;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Samal: a marketplace that works in a plain browser. Settings come from the environment; the README lists them.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the site, and runs the worker beside it.
    Serve {
        /// Leave the jobs to `samal worker`.
        #[arg(long)]
        no_worker: bool,
    },
    /// Runs the background jobs only.
    Worker,
    /// Brings the database up to date and fills an empty catalogue.
    Migrate,
    /// Loads the demo marketplace: shops, goods, orders, and four accounts with a known password.
    Demo {
        /// Say nothing and do nothing where somebody lives already.
        #[arg(long)]
        if_empty: bool,
    },
    /// The search index of this node.
    Index {
        #[command(subcommand)]
        command: IndexCommand,
    },
    /// Takes a shop's price list in: CSV, XLSX or YML. Ends with 0 when every row was taken, with 3 when some were wrong.
    Import {
        /// The list.
        file: PathBuf,
        /// The shop's address word, as in /shops/NAME.
        #[arg(long)]
        shop: String,
        /// The address word of the category for rows without one, as in /c/NAME.
        #[arg(long)]
        category: Option<String>,
        /// An archive of photos that the rows name.
        #[arg(long)]
        photos: Option<PathBuf>,
    },
    /// What is recommended.
    Recommend {
        #[command(subcommand)]
        command: RecommendCommand,
    },
    /// Gives and takes service roles.
    Staff {
        #[command(subcommand)]
        command: StaffCommand,
    },
}

#[derive(Subcommand)]
enum IndexCommand {
    /// Builds it anew from the database. Nothing else may be writing it: stop `samal serve` on this machine, or let it do it by deleting the folder.
    Rebuild,
    /// Tells how many products it holds and how far it is behind.
    Status,
}

#[derive(Subcommand)]
enum RecommendCommand {
    /// Learns anew from all purchases, favourites and looks, also when nothing changed since the last time.
    Rebuild,
}

#[derive(Subcommand)]
enum StaffCommand {
    /// Gives the person with this e-mail a role: moderator, manager or owner.
    Grant {
        /// The e-mail of an account.
        email: String,
        /// moderator (content), manager (also orders and shops) or owner (everything).
        role: String,
    },
    /// Takes the role back.
    Revoke {
        /// The e-mail of an account.
        email: String,
    },
    /// Shows who has a role.
    List,
}

#[actix_web::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    let config = match Config::from_env() {
        Ok(config) => config,
        Err(wrong) => {
            eprintln!("{wrong}");
            return ExitCode::from(2);
        }
    };
    start_log(&config);
    match run(cli.command, config).await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command, config: Config) -> anyhow::Result<ExitCode> {
    match command {
        Command::Serve { no_worker } => serve(config, !no_worker).await?,
        Command::Worker => {
            let app = App::new(config).await?;
            app::keep(&app);
            work(&app, stopped()).await?;
        }
        Command::Migrate => app::migrate(&config).await?,
        Command::Demo { if_empty } => furnish(&App::new(config).await?, if_empty)?,
        Command::Index { command } => index(&App::new(config).await?, &command)?,
        Command::Import { file, shop, category, photos } => {
            return import(&config, imports::Order { file, photos, shop, category }).await;
        }
        Command::Recommend { command: RecommendCommand::Rebuild } => recommend(&config)?,
        Command::Staff { command } => staff_roles(&config, &command)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Imports a price list, with a line that grows.
async fn import(config: &Config, order: imports::Order) -> anyhow::Result<ExitCode> {
    let home = imports::Home::new(config);
    let outcome = tokio::task::spawn_blocking(move || imports::command(&home, &order, progress)).await??;
    eprintln!();
    let tally = outcome.tally;
    println!(
        "{} rows: {} made ({} of them drafts), {} changed, {} as they were, {} wrong",
        tally.rows(),
        tally.made(),
        tally.drafts,
        tally.changed,
        tally.same,
        tally.wrong
    );
    let Some(errors) = outcome.errors else { return Ok(ExitCode::SUCCESS) };
    println!("what is wrong stands in {}", errors.display());
    Ok(ExitCode::from(3))
}

fn progress(done: i64, total: i64) {
    const WIDTH: i64 = 40;
    let full = (done * WIDTH / total.max(1)).clamp(0, WIDTH);
    let (full, rest) = (usize::try_from(full).unwrap_or(0), usize::try_from(WIDTH - full).unwrap_or(0));
    eprint!("\r[{}{}] {done} of {total}", "#".repeat(full), ".".repeat(rest));
}

fn staff_roles(config: &Config, command: &StaffCommand) -> anyhow::Result<()> {
    let db = Db::connect(config.database_url.expose_secret(), 1);
    match command {
        StaffCommand::Grant { email, role } => {
            let role = db.write_here(|tx| staff::grant(tx, email, role))?;
            println!("{email}: {}", role.as_str());
        }
        StaffCommand::Revoke { email } => {
            db.write_here(|tx| staff::revoke(tx, email))?;
            println!("{email}: no service role any more");
        }
        StaffCommand::List => {
            for (role, email, name) in db.read_here(|conn| -> Result<_, DbError> { Ok(staff::list(conn)?) })? {
                println!("{:<10} {email:<32} {name}", role.as_str());
            }
        }
    }
    Ok(())
}

fn index(app: &App, command: &IndexCommand) -> anyhow::Result<()> {
    match command {
        IndexCommand::Rebuild => {
            let started = std::time::Instant::now();
            let done = app.rebuild_index(|done| {
                if done % 50_000 < 1_000 {
                    eprintln!("{done} products");
                }
            })?;
            println!("{done} products indexed in {:.1} s", started.elapsed().as_secs_f64());
        }
        IndexCommand::Status => {
            let standing = app.index_standing()?;
            println!("{} products, {} changes behind, position {}", standing.products, standing.behind, standing.position);
        }
    }
    Ok(())
}

fn recommend(config: &Config) -> anyhow::Result<()> {
    let started = std::time::Instant::now();
    let db = Db::connect(config.database_url.expose_secret(), 1);
    if let Some(Learnt { events, people, goods }) = retrain(&db, config.recommend_dense, true)? {
        println!("{events} events of {people} people with {goods} goods, learnt in {:.1} s", started.elapsed().as_secs_f64());
    }
    Ok(())
}

async fn serve(config: Config, with_worker: bool) -> anyhow::Result<()> {
    let listener = std::net::TcpListener::bind(config.bind)
        .with_context(|| format!("cannot listen on {}: choose another address with SAMAL_BIND", config.bind))?;
    let app = App::new(config).await?;
    let server = app::serve(&app, listener)?;
    println!("Самал: {}", app.config.base_url);
    welcome(&app)?;
    let (stop, mut stopping) = watch::channel(false);
    let jobs = async {
        match with_worker {
            true => work(&app, async move { drop(stopping.wait_for(|stop| *stop).await) }).await,
            false => Ok(()),
        }
    };
    let handle = server.handle();
    let signals = async {
        stopped().await;
        let _ = stop.send(true);
        handle.stop(true).await;
    };
    let (served, worked, ()) = tokio::join!(server, jobs, signals);
    app.tick().ok();
    served.context("the server")?;
    worked
}

/// Loads the demo marketplace.
fn furnish(app: &App, if_empty: bool) -> anyhow::Result<()> {
    match demo::load(&app.db, &app.shelf.now(), &app.config) {
        Ok(Loaded { goods, sales }) => {
            retrain(&app.db, app.config.recommend_dense, true)?;
            println!("the demo marketplace is loaded: {goods} listings, {sales} purchases; their pictures are made while the site runs")
        }
        Err(DemoError::NotEmpty) if if_empty => {}
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

/// Tells the demo's accounts where the demo lives.
fn welcome(app: &App) -> anyhow::Result<()> {
    if app.db.read_here(demo::is_loaded)? {
        println!("demo accounts (password {}):", demo::PASSWORD);
        demo::ACCOUNTS.iter().for_each(|(role, email)| println!("  {role:<10} {email}"));
    }
    Ok(())
}

async fn work(app: &App, stop: impl Future<Output = ()> + Send + 'static) -> anyhow::Result<()> {
    worker(app, Patience::default(), stop).await?.run().await.context("the worker")
}

/// Waits for SIGTERM or Ctrl-C.
async fn stopped() {
    match (signal(SignalKind::terminate()), signal(SignalKind::interrupt())) {
        (Ok(mut terminate), Ok(mut interrupt)) => {
            tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
        }
        _ => std::future::pending().await,
    }
}

fn start_log(config: &Config) {
    let filter = tracing_subscriber::EnvFilter::new(&config.log);
    let colours = std::io::stderr().is_terminal();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(colours).with_writer(std::io::stderr);
    if config.log_json { log.json().init() } else { log.init() }
}
