//! A product's page and its photo viewer.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};

use crate::catalog::{Catalog, Shelf};
use crate::kernel::{CategoryId, ProductId};
use crate::listings::{Views, cards, mark, promise};
use crate::search::{self, Newest};
use crate::storefront::browse::Asked;
use crate::storefront::look::{self, Look, look};
use crate::storefront::page::{Away, Group, Photos};
use crate::storefront::product::{OfferLine, Product};
use crate::storefront::rank::{OfferSort, Road};
use crate::storefront::recent::{self, RecentViews, looked_at};
use crate::storefront::sight::{Sight, Standing};
use crate::storefront::web::moved;
use crate::web::{Ctx, Fault, Outcome};

/// So many goods of its kind stand where one is not on sale.
const KIND: u32 = 12;

/// `GET /p/{id}-{slug}`, an offer picked by `?listing=`
pub async fn show(
    ctx: Ctx,
    shelf: Data<Shelf>,
    views: Data<Views>,
    recent: Data<RecentViews>,
    name: Path<String>,
    asked: Asked,
) -> Outcome {
    let (id, slug) = split(&name)?;
    let listing = asked.0.value("listing").parse().ok();
    let mut before = looked_at(&ctx, &recent);
    before.retain(|product| *product != id);
    let (catalog, town, in_cart, recommends) = (shelf.now(), ctx.town(), ctx.marks().in_the_cart(), ctx.shell().recommends);
    let shelf = catalog.clone();
    let read = ctx.read(move |conn| {
        let wanted = look::Asked { product: id, listing, looked_at: before, in_cart, recommends };
        Ok(look(conn, wanted, Road { catalog: &shelf, town })?)
    });
    let seen = match read.await? {
        Look::Moved(path) => return moved(&ctx, &path),
        Look::Seen(seen) => *seen,
    };
    let sort = asked.0.value("order").parse().unwrap_or(OfferSort::Best);
    // The right address tells the title, so what is not shown is never moved to it.
    match seen.sight.standing() {
        Standing::Shown => {}
        Standing::Never => return Err(Fault::NotFound),
        standing => return away(&ctx, &catalog, seen.sight.card.category_id, standing == Standing::Gone).await,
    }
    if slug != Some(seen.sight.card.slug.as_str()) {
        return moved(&ctx, &seen.sight.card.path_with(listing, sort));
    }
    let page = Product::of(Road { catalog: &catalog, town }, seen, sort, ctx.marks()).ok_or(Fault::NotFound)?;
    note_view(&ctx, &views, &page.shown);
    let mut answer = ctx.page(&page)?;
    recent::note(&ctx, &recent, id, &mut answer)?;
    Ok(answer)
}

/// `GET /p/{id}-{slug}/photos`
pub async fn photos(ctx: Ctx, name: Path<String>) -> Outcome {
    let (id, slug) = split(&name)?;
    let sight = ctx.read(move |conn| Ok(Sight::find(conn, id)?)).await?;
    let photos = sight.card.photos();
    if sight.standing() != Standing::Shown || photos.is_empty() {
        return Err(Fault::NotFound);
    }
    if slug != Some(sight.card.slug.as_str()) {
        return moved(&ctx, &format!("{}/photos", sight.card.path()));
    }
    ctx.page(&Photos { product: sight.card.path(), title: sight.card.title.clone(), photos })
}

/// The one place where a look at a listing is counted: not when a browser only fetches ahead, and not the seller's own.
fn note_view(ctx: &Ctx, views: &Views, shown: &OfferLine) {
    let own = ctx.viewer().is_some_and(|viewer| viewer.shop == Some(shown.seller.id));
    if !ctx.is_prefetch() && !own {
        views.note(shown.offer.id);
    }
}

/// `12-green-tea` is product 12; `12` alone too, under a wrong slug.
fn split(name: &str) -> Result<(ProductId, Option<&str>), Fault> {
    let (id, slug) = name.split_once('-').map_or((name, None), |(id, slug)| (id, Some(slug)));
    let digits = !id.is_empty() && id.bytes().all(|b| b.is_ascii_digit());
    let id = id.parse().ok().filter(|_| digits).ok_or(Fault::NotFound)?;
    Ok((id, slug))
}

/// A product that is not on sale: what else there is of its kind.
async fn away(ctx: &Ctx, catalog: &Catalog, category: CategoryId, gone: bool) -> Outcome {
    let alike = Newest { leaf: Some(category), ..Newest::default() };
    let mut cards = cards(catalog, ctx.read(move |conn| Ok(search::newest(conn, alike, KIND)?)).await?);
    mark(cards.iter_mut(), ctx.marks());
    promise(cards.iter_mut(), catalog, ctx.town());
    let status = if gone { StatusCode::GONE } else { StatusCode::NOT_FOUND };
    ctx.page_as(status, &Away { gone, category: catalog.category(category).map(Group::of), cards })
}
