//! Files from people who mean harm, or do not know better.

use super::wizard::zipped;
use super::{upload, upload_with};
use crate::support::House;

#[actix_web::test]
async fn what_is_no_list_is_refused_at_the_door_with_a_sentence() {
    let house = House::new().await;
    let seller = house.seller("Лавка");
    let files: [(&str, Vec<u8>, &str); 7] = [
        ("a.csv", Vec::new(), "Файл пуст"),
        ("a.csv", b"%PDF-1.7 ...".to_vec(), "Это не прайс-лист"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....".to_vec(), "старый формат Excel"),
        ("a.xlsx", zipped(&[("readme.txt", b"no workbook".to_vec())]), "Это не прайс-лист"),
        ("a.csv", b"one\ntwo\n".to_vec(), "Не нашли строку с названиями столбцов"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\0".to_vec(), "Это не прайс-лист"),
        ("a.csv", b"<!doctype html><p>".to_vec(), "Это не прайс-лист"),
    ];
    for (name, bytes, said) in files {
        let page = upload(&seller, name, bytes).await.expect(422);
        assert!(page.says(said), "{said}: {}", page.words());
    }
    let page = upload_with(&seller, &[("photos", "p.zip", zipped(&[("a.jpg", vec![1])]))]).await.expect(422);
    assert!(page.says("Выберите файл с товарами"));
    let files = [("file", "a.csv", b"sku;price\nA;5".to_vec()), ("photos", "p.zip", b"no archive".to_vec())];
    assert!(upload_with(&seller, &files).await.expect(422).says("Файл повреждён"));
    assert_eq!(house.count("SELECT count(*) AS n FROM imports"), 0);
    let left = std::fs::read_dir(house.app.config.var.join("imports")).unwrap().count();
    assert_eq!(left, 0, "nothing of them stays");
}

#[actix_web::test]
async fn bombs_and_entities_end_a_check_with_a_sentence() {
    let house = House::new().await;
    let seller = house.seller("Лавка");
    let entities = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><yml_catalog><shop><offers>\
                    <offer id=\"1\"><name>&b;</name><price>1</price></offer></offers></shop></yml_catalog>";
    let sheet = [
        b"<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>".to_vec(),
        vec![b'a'; 64 << 20],
        b"</t></is></c></row></sheetData></worksheet>".to_vec(),
    ]
    .concat();
    let bomb = zipped(&[
        ("[Content_Types].xml", b"<Types/>".to_vec()),
        (
            "xl/workbook.xml",
            b"<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>".to_vec(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            b"<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>".to_vec(),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ]);
    let cut = "<yml_catalog><shop><offers><offer id='1'><name>Чайник Самал</name><price>5</price></offer><offer id='2'><na";
    for (name, bytes, said) in
        [("x.yml", entities.as_bytes().to_vec(), "сущности XML"), ("b.xlsx", bomb, ""), ("c.yml", cut.as_bytes().to_vec(), "повреждён")]
    {
        let mut page = upload(&seller, name, bytes).await;
        if page.status == 200 {
            let kettles = super::kettles(&house);
            page = super::check(&house, &seller, &page, &[("category", &kettles)]).await;
            assert!(page.says("Файл не принят, ничего не изменилось"), "{name}: {}", page.words());
            assert!(!page.has("form[action$='/run']"));
        }
        assert!(page.says(said), "{name}: {}", page.words());
    }
    assert_eq!(house.count("SELECT count(*) AS n FROM listings"), 0);
}

#[actix_web::test]
async fn files_of_a_week_ago_are_cleared_away() {
    let house = House::new().await;
    let seller = house.seller("Лавка");
    let columns = upload(&seller, "a.csv", "sku;price\nA;5").await.expect(200);
    let root = house.app.config.var.join("imports");
    let home = house.app.home();
    let sweep = move || samal::imports::sweep(&home);
    assert_eq!(std::fs::read_dir(&root).unwrap().count(), 1);
    let folder = std::fs::read_dir(&root).unwrap().flatten().next().unwrap().path();
    house.sql("UPDATE imports SET created_at = now() - interval '8 days'");
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(8 * 24 * 3600);
    std::fs::File::open(&folder).unwrap().set_modified(old).unwrap();
    tokio::task::spawn_blocking(sweep).await.unwrap().unwrap();
    assert_eq!(std::fs::read_dir(&root).unwrap().count(), 0);
    seller.person.at.get(&columns.path).await.expect(404);
}
