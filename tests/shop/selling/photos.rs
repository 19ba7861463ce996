//! Photos: what becomes of them, and what hostile files do not do.

use image::ImageFormat;

use super::files::{File, bomb, from_telephone, picture, send, send_raw};
use crate::support::{House, Page, Seller};

async fn draft(house: &House) -> (Seller, String, Page) {
    let seller = house.seller("Orbit");
    let page = seller.person.at.post("/sell/listings/new", &[("", "")]).await.expect(200);
    let edit = page.path.replace("category", "edit");
    let page = seller.person.at.get(&edit).await.expect(200);
    (seller, edit, page)
}

async fn upload(seller: &Seller, page: &Page, files: &[File<'_>]) -> Page {
    send(&seller.person.at, page, &[("do", "upload")], files).await
}

#[actix_web::test]
async fn a_telephones_photo_is_turned_stripped_and_made_into_sizes() {
    let house = House::new().await;
    let (seller, edit, page) = draft(&house).await;
    let page = upload(&seller, &page, &[("photos", "IMG_1.jpg", from_telephone(1600, 800))]).await.expect(200);
    assert!(page.path.starts_with(&edit) && page.says("Готовится"), "{}", page.words());
    assert!(!page.has(".photos img"), "no hole where the picture will be");
    house.work().await;
    let page = seller.person.at.get(&edit).await;
    let src = page.attr(".photos img", "src");
    for (file, kind, width) in [
        ("300.webp", "image/webp", 300),
        ("600.webp", "image/webp", 600),
        ("1200.webp", "image/webp", 800),
        ("1200.jpg", "image/jpeg", 800),
    ] {
        let answer = house.visitor().client().get(seller.person.at.url(&src.replace("300.webp", file))).send().await.expect("an answer");
        assert_eq!(answer.headers()["content-type"], kind);
        assert_eq!(answer.headers()["cache-control"], "public, max-age=31536000, immutable");
        assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
        assert!(answer.headers().get("set-cookie").is_none());
        let bytes = answer.bytes().await.expect("bytes");
        let picture = image::load_from_memory(&bytes).expect("a picture").into_rgb8();
        assert_eq!(picture.dimensions(), (width, width * 2), "{file}: upright");
        let (top, bottom) = (picture.get_pixel(width / 2, width / 4), picture.get_pixel(width / 2, width * 7 / 4));
        assert!(top[0] > 150 && bottom[2] > 150, "{file}: {top:?} above {bottom:?}");
        for secret in [&b"SECRETPLACE"[..], b"Exif", b"EXIF"] {
            assert!(!bytes.windows(secret.len()).any(|window| window == secret), "{file} carries metadata");
        }
    }
    assert_eq!(
        house.count("SELECT count(*) AS n FROM products p JOIN photos f ON f.id = p.cover_id WHERE f.width = 800 AND f.height = 1600"),
        1
    );
    for other in ["master.webp", "../300.webp", "301.webp", "300.WEBP"] {
        seller.person.at.get(&src.replace("300.webp", other)).await.expect(404);
    }
    seller.person.at.get("/photos/aa/nothing/300.webp").await.expect(404);
    assert_eq!(files_below(&house, "incoming"), 0, "the original is gone");
}

fn files_below(house: &House, folder: &str) -> usize {
    std::fs::read_dir(house.app.config.uploads.join(folder)).map_or(0, Iterator::count)
}

#[actix_web::test]
async fn png_and_webp_are_photos_too_whatever_their_names_say() {
    let house = House::new().await;
    let (seller, edit, page) = draft(&house).await;
    let files = [("photos", "a.gif", picture(60, 40, ImageFormat::Png)), ("photos", "b", picture(60, 40, ImageFormat::WebP))];
    upload(&seller, &page, &files).await.expect(200);
    house.work().await;
    assert_eq!(seller.person.at.get(&edit).await.attrs(".photos img", "src").len(), 2);
}

#[actix_web::test]
async fn hostile_files_get_their_own_words_and_harm_nothing() {
    let house = House::new().await;
    let (seller, edit, page) = draft(&house).await;
    let mut broken = picture(300, 300, ImageFormat::Png);
    broken.truncate(broken.len() / 2);
    let mut half = from_telephone(60, 40);
    half.truncate(half.len() - 100);
    let mut huge = from_telephone(10, 10);
    huge.resize(16 * 1024 * 1024, 0);
    let files = [
        ("photos", "good.jpg", from_telephone(60, 40)),
        ("photos", "page.jpg", b"<html><script>alert(1)</script>".to_vec()),
        ("photos", "bomb.png", bomb()),
        ("photos", "huge.jpg", huge),
        ("photos", "empty.jpg", Vec::new()),
        ("photos", "../../<b>x</b>.jpg", b"GIF89a".to_vec()),
        ("photos", "cut.png", broken),
        ("photos", "half.jpg", half),
    ];
    let again = upload(&seller, &page, &files).await.expect(422);
    let words = [
        "Файл page.jpg не похож на фото",
        "В фото bomb.png больше 50 мегапикселей",
        "Фото huge.jpg больше 15 МБ",
        "Файл empty.jpg пустой",
        "Фото half.jpg не читается",
        "не похож на фото",
    ];
    for words in words {
        assert!(again.text(".sum").contains(words), "{words}: {}", again.words());
    }
    assert!(again.says("16,0 МБ") && !again.html.contains("<script"));
    assert!(again.attrs("#errors a", "href").iter().all(|target| again.has(target)));
    house.work().await;
    let page = seller.person.at.get(&edit).await;
    assert_eq!(page.attrs(".photos img", "src").len(), 1);
    assert!(page.says("Фото cut.png не читается"), "{}", page.words());
    assert_eq!(files_below(&house, "incoming"), 0);

    let button = page.attr(".p-bad button", "value");
    let before = page.texts(".p-bad").len();
    let page = send(&seller.person.at, &page, &[("photo", &button)], &[]).await.expect(200);
    assert_eq!(page.texts(".p-bad").len(), before - 1);
    upload(&seller, &page, &[("photos", "more.jpg", from_telephone(60, 40))]).await.expect(200);
    assert!(!seller.person.at.get(&edit).await.has(".p-bad"), "new files make room");
}

#[actix_web::test]
async fn the_eleventh_photo_is_one_too_many() {
    let house = House::new().await;
    let (seller, edit, page) = draft(&house).await;
    let eleven: Vec<File<'_>> = (0..11).map(|_| ("photos", "a.png", picture(20, 20, ImageFormat::Png))).collect();
    let again = upload(&seller, &page, &eleven).await.expect(422);
    assert!(again.says("до 10"));
    house.work().await;
    assert_eq!(seller.person.at.get(&edit).await.attrs(".photos img", "src").len(), 10);
    let again = upload(&seller, &again, &eleven[..1]).await.expect(422);
    assert!(again.says("до 10"));
}

#[actix_web::test]
async fn order_cover_and_removal_need_no_script() {
    let house = House::new().await;
    let (seller, edit, page) = draft(&house).await;
    let files: Vec<File<'_>> = ["1", "2", "3"].into_iter().map(|name| ("photos", name, picture(30, 20, ImageFormat::Png))).collect();
    upload(&seller, &page, &files).await.expect(200);
    house.work().await;
    let order = || house.text("SELECT string_agg(file_name, '' ORDER BY position) AS t FROM photos");
    let id = |name: &str| house.text(&format!("SELECT id::text AS t FROM photos WHERE file_name = '{name}'"));
    let cover = || house.text("SELECT f.file_name AS t FROM products p JOIN photos f ON f.id = p.cover_id");
    assert_eq!((order().as_str(), cover().as_str()), ("123", "1"));
    for (button, name, after) in [
        ("right", "1", "213"),
        ("left", "3", "231"),
        ("first", "1", "123"),
        ("left", "1", "123"),
        ("right", "3", "123"),
        ("first", "3", "312"),
    ] {
        let page = seller.person.at.get(&edit).await;
        let page = send(&seller.person.at, &page, &[("photo", &format!("{button}-{}", id(name)))], &[]).await.expect(200);
        assert_eq!(page.path, edit);
        assert_eq!((order().as_str(), cover().as_str()), (after, &after[..1]), "{button} {name}");
    }
    let page = seller.person.at.get(&edit).await;
    let src = page.attr(".photos img", "src");
    send(&seller.person.at, &page, &[("photo", &format!("del-{}", id("3")))], &[]).await.expect(200);
    assert_eq!((order().as_str(), cover().as_str()), ("12", "1"));
    house.work().await;
    seller.person.at.get(&src).await.expect(404);
}

#[actix_web::test]
async fn a_photo_of_another_shop_cannot_be_touched_through_ones_own_form() {
    let house = House::new().await;
    let (seller, _, page) = draft(&house).await;
    upload(&seller, &page, &[("photos", "a.png", picture(20, 20, ImageFormat::Png))]).await.expect(200);
    let (other, _, page) = draft(&house).await;
    let theirs = house.text("SELECT id::text AS t FROM photos");
    for button in ["del", "first", "left"] {
        send(&other.person.at, &page, &[("photo", &format!("{button}-{theirs}"))], &[]).await.expect(200);
    }
    assert_eq!(house.count("SELECT count(*) AS n FROM photos"), 1);
}

#[actix_web::test]
async fn a_body_over_all_bounds_is_heard_to_the_end_and_answered() {
    let house = House::new().await;
    let (seller, edit, _) = draft(&house).await;
    let files: Vec<File<'_>> = (0..11).map(|_| ("photos", "zeros.jpg", vec![0; 15 * 1024 * 1024])).collect();
    send_raw(&seller.person.at, &edit, &[], &files).await.expect(413);
    let text = [("description".to_owned(), "x".repeat(300 * 1024))];
    send_raw(&seller.person.at, &edit, &text, &[]).await.expect(413);
    assert_eq!(house.count("SELECT count(*) AS n FROM photos"), 0);
    assert_eq!(files_below(&house, "incoming"), 0);
    let spool = std::fs::read_dir(house.app.config.var.join("spool")).map_or(0, Iterator::count);
    assert_eq!(spool, 0, "nothing is left behind");
}

#[actix_web::test]
async fn a_broken_multipart_body_is_refused() {
    let house = House::new().await;
    let (seller, edit, _) = draft(&house).await;
    for (kind, body) in [
        ("multipart/form-data", "x"),
        ("multipart/form-data; boundary=b", "--b\r\nnonsense"),
        ("text/plain", "x"),
        ("application/json", "{}"),
    ] {
        let ask = seller.person.at.client().post(seller.person.at.url(&edit)).header("content-type", kind).body(body);
        assert_eq!(ask.send().await.expect("an answer").status(), 400, "{kind}");
    }
}

#[actix_web::test]
async fn a_guest_who_sends_much_is_led_to_sign_in_not_cut_off() {
    let house = House::new().await;
    let (_, edit, _) = draft(&house).await;
    let files: Vec<File<'_>> = (0..2).map(|_| ("photos", "zeros.jpg", vec![0; 15 * 1024 * 1024])).collect();
    let page = send_raw(&house.visitor(), &edit, &[], &files).await;
    assert!(page.path.starts_with("/login?next="), "{}", page.path);
}
