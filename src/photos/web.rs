//! `GET /photos/{aa}/{photo}/{file}`: a size of a photo. What stands at an address never changes.

use actix_web::http::header;
use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, Responder};
use uuid::Uuid;

use super::PhotoRef;
use crate::kernel::PhotoId;
use crate::storage::Files;

/// Serves one size under a fixed type. The master is nobody's business.
pub async fn serve(files: Data<Files>, path: Path<(String, String, String)>) -> impl Responder {
    let (_, photo, file) = path.into_inner();
    let kind = match file.as_str() {
        "300.webp" | "600.webp" | "1200.webp" => "image/webp",
        "1200.jpg" => "image/jpeg",
        _ => return nothing(),
    };
    let Ok(id) = Uuid::try_parse(&photo) else { return nothing() };
    match files.get(PhotoRef::path(PhotoId(id), &file)).await {
        Ok(bytes) => HttpResponse::Ok()
            .insert_header((header::CONTENT_TYPE, kind))
            .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
            .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
            .insert_header((header::CONTENT_SECURITY_POLICY, "default-src 'none'"))
            .insert_header((header::CONTENT_ENCODING, "identity"))
            .body(bytes),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => nothing(),
        Err(error) => {
            tracing::error!(%error, "a photo cannot be read");
            HttpResponse::ServiceUnavailable().finish()
        }
    }
}

fn nothing() -> HttpResponse {
    HttpResponse::NotFound()
        .content_type("text/plain; charset=utf-8")
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .body("404")
}
