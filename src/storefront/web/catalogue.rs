//! Lists of goods: the tree, a category, a tag, a search, a shop.

use actix_web::web::{Data, Path};
use diesel::prelude::*;

use crate::catalog::Shelf;
use crate::kernel::TagId;
use crate::schema::tags;
use crate::search::{AskedWords, Query, Search as Index};
use crate::shops::Shop;
use crate::storefront::browse::{Asked, Browse};
use crate::storefront::list::{Place, answer};
use crate::storefront::page::{Categories, Category, Group, Search, SearchEmpty, ShopPage, TagPage};
use crate::web::{Ctx, Fault, Outcome};

/// So many related searches are shown.
const RELATED: usize = 6;

/// `GET /c`
pub async fn tree(ctx: Ctx, shelf: Data<Shelf>) -> Outcome {
    let catalog = shelf.now();
    let groups = catalog.groups().map(|group| (Group::of(group), catalog.children(group.id).map(Group::of).collect())).collect();
    ctx.page(&Categories { groups })
}

/// `GET /c/{slug}`
pub async fn category(ctx: Ctx, shelf: Data<Shelf>, index: Data<Index>, slug: Path<String>, asked: Asked) -> Outcome {
    let catalog = shelf.now();
    let category = catalog.category_by_slug(&slug).ok_or(Fault::NotFound)?;
    let browse = Browse::parse(asked, format!("/c/{}", category.slug), &catalog, Some(category.id))?;
    let place = Place { catalog: &catalog, search: &index, query: Query::default() };
    let above = catalog.path(category.id).into_iter().filter(|node| node.id != category.id).map(Group::of).collect();
    let below = catalog.children(category.id).map(Group::of).collect();
    answer(&ctx, place, browse, |list| Category { category: Group::of(category), above, below, list }).await
}

/// `GET /tags/{tag}`
pub async fn tag(ctx: Ctx, shelf: Data<Shelf>, index: Data<Index>, slug: Path<String>, asked: Asked) -> Outcome {
    let catalog = shelf.now();
    let browse = Browse::parse(asked, format!("/tags/{slug}"), &catalog, None)?;
    let slug = slug.into_inner();
    let (id, name): (TagId, String) =
        ctx.read(move |conn| Ok(tags::table.filter(tags::slug.eq(slug)).select((tags::id, tags::name)).first(conn)?)).await?;
    let place = Place { catalog: &catalog, search: &index, query: Query { tag: Some(id), ..Query::default() } };
    answer(&ctx, place, browse, |list| TagPage { name, list }).await
}

/// `GET /search?q=`
pub async fn search(ctx: Ctx, shelf: Data<Shelf>, index: Data<Index>, looked_for: Data<AskedWords>, asked: Asked) -> Outcome {
    let catalog = shelf.now();
    let typed: String = asked.0.value("q").chars().take(120).collect();
    let browse = Browse::parse(asked, "/search".to_owned(), &catalog, None)?;
    let groups = catalog.groups().map(Group::of).collect();
    if browse.wishes.words.is_none() && browse.shorter.is_none() {
        return ctx.page(&SearchEmpty { typed, groups });
    }
    let place = Place { catalog: &catalog, search: &index, query: Query::default() };
    let words = browse.wishes.words.clone().filter(|_| browse.page == 1 && !ctx.is_prefetch());
    let related = browse.wishes.words.as_ref().map(|words| looked_for.related(words, RELATED)).unwrap_or_default();
    let mut found = false;
    let mut response = answer(&ctx, place, browse, |list| {
        found = list.total > 0;
        Search { typed, groups, related, list }
    })
    .await?;
    if let Some(words) = words.filter(|_| found) {
        looked_for.note(&words, ctx.address());
        if ctx.shell().keeps_recent {
            response.add_cookie(&ctx.keep_asked(Some(words.as_str()))).map_err(Fault::unexpected)?;
        }
    }
    Ok(response)
}

/// `GET /shops/{slug}`
pub async fn shop(ctx: Ctx, shelf: Data<Shelf>, index: Data<Index>, slug: Path<String>, asked: Asked) -> Outcome {
    let catalog = shelf.now();
    let browse = Browse::parse(asked, format!("/shops/{slug}"), &catalog, None)?;
    let slug = slug.into_inner();
    let shop = ctx.read(move |conn| Ok(Shop::by_slug(conn, &slug)?)).await?;
    let city = catalog.city(shop.city_id).map(|city| city.names.clone());
    let place = Place { catalog: &catalog, search: &index, query: Query { shop: Some(shop.id), ..Query::default() } };
    answer(&ctx, place, browse, |list| ShopPage { shop, city, list }).await
}
