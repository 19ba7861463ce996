//! Is this node alive, and is it ready for traffic?

use actix_web::HttpResponse;
use actix_web::web::Data;

use crate::db::DbError;
use crate::search::Search;
use crate::web::State;

/// The process answers.
pub async fn alive() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain").body("alive\n")
}

/// The database answers too, and goods can be found.
pub async fn ready(state: Data<State>, search: Data<Search>) -> HttpResponse {
    use diesel::RunQueryDsl;
    let asked = state.db.read(|conn| -> Result<(), DbError> { Ok(diesel::sql_query("SELECT 1").execute(conn).map(drop)?) }).await;
    match asked {
        Ok(()) if search.is_ready() => HttpResponse::Ok().content_type("text/plain").body("ready\n"),
        _ => HttpResponse::ServiceUnavailable().content_type("text/plain").body("not ready\n"),
    }
}
