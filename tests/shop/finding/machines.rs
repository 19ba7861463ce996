//! Sitemap, robots, drawings, fetching ahead, the page cache, the help.

use super::cost;
use crate::support::House;

#[actix_web::test]
async fn the_sitemap_lists_what_is_on_sale() {
    let house = House::new().await;
    let (seller, suspended) = (house.seller("Техно Сарай"), house.seller("Плохой магазин"));
    let (shown, paused) = (house.goods(&seller, "Смартфон Orbit", 89_990, 1), house.goods(&seller, "На паузе", 10_000, 1));
    house.sql(&format!("UPDATE listings SET state = 'paused' WHERE id = {}", paused.listing));
    let hidden = house.goods(&suspended, "Чужой", 10_000, 1);
    house.sql(&format!("UPDATE shops SET state = 'suspended' WHERE id = {}", suspended.shop));
    let visitor = house.visitor();
    let index = visitor.get("/sitemap.xml").await.expect(200);
    assert!(index.headers["content-type"].to_str().unwrap().starts_with("application/xml"));
    let parts: Vec<&str> = index.html.split("<loc>").skip(1).map(|part| part.split("</loc>").next().unwrap()).collect();
    assert_eq!(parts.len(), 2);
    let mut all = String::new();
    for part in parts {
        all += &visitor.get(part).await.expect(200).html;
    }
    let listed = |path: &str| all.contains(&format!("<loc>{}{path}</loc>", house.base));
    assert!(listed("/") && listed("/c/smartphones") && listed("/help/buying") && listed(&format!("/shops/{}", seller.slug)));
    assert!(listed(&shown.path) && !listed(&paused.path) && !listed(&hidden.path) && !listed(&format!("/shops/{}", suspended.slug)));
    for part in ["products-", "products-x", "products-99999999999999999", "nothing"] {
        let page = visitor.get(&format!("/sitemap/{part}.xml")).await;
        assert!(page.status == 404 || !page.html.contains("<loc>"), "{part}");
    }
}

#[actix_web::test]
async fn a_long_sitemap_comes_in_parts_by_ranges_of_ids() {
    let house = House::new().await;
    let seller = house.seller("Техно Сарай");
    let early = house.goods(&seller, "Смартфон ранний", 89_990, 1);
    house.sql("ALTER TABLE products ALTER COLUMN id RESTART WITH 45000");
    let late = house.goods(&seller, "Смартфон поздний", 89_990, 1);
    let visitor = house.visitor();
    let index = visitor.get("/sitemap.xml").await.expect(200).html;
    let parts: Vec<String> = (0..3).map(|part| format!("/sitemap/products-{part}.xml")).collect();
    assert!(parts.iter().all(|part| index.contains(part.as_str())) && !index.contains("products-3.xml"), "{index}");
    let mut found = Vec::new();
    for part in &parts {
        found.push(visitor.get(part).await.expect(200).html);
    }
    assert!(found[0].contains(&early.path) && !found[0].contains(&late.path));
    assert!(found[2].contains(&late.path) && !found[2].contains(&early.path));
    assert!(!found[1].contains("<loc>"));
    for part in ["3", "999", "-1", "99999999999999999"] {
        visitor.get(&format!("/sitemap/products-{part}.xml")).await.expect(404);
    }
}

#[actix_web::test]
async fn robots_are_told_what_is_for_them() {
    let house = House::new().await;
    let robots = house.visitor().get("/robots.txt").await.expect(200).html;
    assert!(robots.contains("Disallow: /kk/cart\n") && robots.contains(&format!("Sitemap: {}/sitemap.xml", house.base)), "{robots}");
}

#[actix_web::test]
async fn drawings_are_kept_for_ever() {
    let house = House::new().await;
    let visitor = house.visitor();
    for src in visitor.get("/").await.attrs(".cats img, .tile img", "src") {
        let drawing = visitor.get(&src).await.expect(200);
        assert_eq!(drawing.headers["cache-control"], "public, max-age=31536000, immutable");
        assert!(drawing.headers["content-type"] == "image/webp" && drawing.html.starts_with("RIFF"), "{src}");
    }
    visitor.get("/static/art/smartphones.webp").await.expect(404);
}

#[actix_web::test]
async fn browsers_may_fetch_ahead_unless_they_count_bytes() {
    let house = House::new().await;
    let visitor = house.visitor();
    let rules = visitor.get("/c").await.headers["speculation-rules"].to_str().unwrap().to_owned();
    let file = visitor.get(rules.trim_matches('"')).await.expect(200);
    assert_eq!(file.headers["content-type"], "application/speculationrules+json");
    let saving = visitor.client().get(visitor.url("/c")).header("save-data", "on").send().await.unwrap();
    assert!(!saving.headers().contains_key("speculation-rules"));
    assert!(!visitor.get("/robots.txt").await.headers.contains_key("speculation-rules"));
}

#[actix_web::test]
async fn whole_pages_are_kept_for_guests_only() {
    let house = House::with(|config| config.page_cache_seconds = 60).await;
    let seller = house.seller("Техно Сарай");
    house.goods(&seller, "Смартфон Orbit", 10_000, 5);
    let (guest, person) = (house.visitor(), house.person("Айгерим"));
    let first = guest.get("/c/smartphones").await.expect(200);
    assert_eq!(cost(&house, &guest, "/c/smartphones").await, 0);
    let again = house.visitor().get("/c/smartphones").await.expect(200);
    assert_eq!(first.html, again.html);
    assert!(again.headers.contains_key("content-security-policy"));
    assert!(house.statements(guest.get("/c/smartphones?sort=cheap")).await > 0, "another query is another page");
    assert!(guest.get("/kk/c/smartphones").await.html.contains("lang=\"kk\""), "another language is another page");
    assert!(house.statements(person.at.get("/c/smartphones")).await > 0, "a session sees its own page");
    assert!(person.at.get("/c/smartphones").await.says("Айгерим"));
    let dark = guest.client().get(guest.url("/c/smartphones")).header("cookie", "theme=dark").send().await.unwrap();
    assert!(dark.text().await.unwrap().contains("data-theme=\"dark\""));
    guest.get("/c/nowhere").await.expect(404);
    guest.get("/c/nowhere").await.expect(404);
}

#[actix_web::test]
async fn the_help_speaks_three_languages_and_its_links_lead_somewhere() {
    let house = House::new().await;
    let visitor = house.visitor();
    for lang in ["", "/kk", "/en"] {
        for page in ["buying", "delivery", "returns", "selling", "rules", "privacy", "about"] {
            let help = visitor.get(&format!("{lang}/help/{page}")).await.expect(200);
            assert!(help.has("article h2") && help.texts("nav li a[aria-current]").len() == 1, "{lang}/help/{page}");
            for link in help.attrs("article a", "href").into_iter().filter(|link| !link.starts_with("mailto:")) {
                assert!(link.starts_with(if lang.is_empty() { "/" } else { lang }), "{link} on {lang}/help/{page}");
                if link.contains("/help/") || link.ends_with("/c") {
                    visitor.get(&link).await.expect(200);
                }
            }
        }
    }
}
