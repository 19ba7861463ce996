//! What every page needs: the request's [`Ctx`], the page [`Shell`], forms, failures, sessions, access, limits, static files.

mod access;
pub mod assets;
mod ctx;
mod fault;
pub mod filters;
mod flash;
mod form;
mod gate;
mod idempotency;
mod language;
mod limits;
mod page_cache;
mod pager;
mod same_origin;
mod session;
mod shell;
mod state;
mod upload;

pub use access::{Entry, Method, Who, get, mount, post, reading};
pub use ctx::{Ctx, Outcome};
pub use fault::Fault;
pub use flash::Flash;
pub use form::{FieldError, Form, clean, own_path};
pub use gate::nothing_here;
pub use idempotency::{FormToken, Once};
pub use language::strip_language;
pub use limits::{Limit, Limiter};
pub use page_cache::PageCache;
pub use pager::Pager;
pub use session::{Seen, SessionRows, session_middleware};
pub use shell::{Menu, MenuGroup, Shell, StaffRole, Theme, Town, Viewer, Visitor};
pub use state::{Hooks, State};
pub use upload::{NotKept, Received, Upload};
