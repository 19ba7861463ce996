//! Whatever is typed is answered.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use samal::search::engine::{Ask, Change, Doc, Index, Offer};
use tempfile::TempDir;

static INDEX: LazyLock<(TempDir, Index)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open(folder.path()).unwrap();
    let doc = |product: i64| Doc {
        product,
        title: format!("Телефон samsung номер{product} қыз {}", "слово ".repeat(product as usize % 5)),
        offers: vec![Offer { listing: product, price: 100, stock: true, ..Offer::default() }],
        ..Doc::default()
    };
    let mut writer = index.writer().unwrap();
    writer.apply(&(1..300).map(|product| Change::Put(Box::new(doc(product)))).collect::<Vec<_>>()).unwrap();
    writer.commit(1).unwrap();
    drop(writer);
    index.reload().unwrap();
    (folder, index)
});

fn ask(text: String) {
    let begun = Instant::now();
    let found = INDEX.1.find(&Ask { words: Some(text.clone()), size: 24, explain: true, ..Ask::default() });
    assert!(found.hits.len() <= 24);
    INDEX.1.suggest(&text, 8);
    assert!(begun.elapsed() < Duration::from_millis(1_000), "{} bytes took {:?}", text.len(), begun.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_text(text in ".{0,300}") {
        ask(text);
    }

    #[test]
    fn words_like_ours(text in "[a-zа-яәіңғүұқөһ0-9 .,'/\\-\u{0}\u{202e}\u{301}]{0,80}") {
        ask(text);
    }

    #[test]
    fn any_document(title in ".{0,200}", facts in ".{0,200}") {
        let folder = tempfile::tempdir().unwrap();
        let index = Index::open(folder.path()).unwrap();
        let mut writer = index.writer().unwrap();
        writer.apply(&[Change::Put(Box::new(Doc { product: 1, title, facts, offers: vec![Offer::default()], ..Doc::default() }))]).unwrap();
        writer.commit(1).unwrap();
        index.reload().unwrap();
        prop_assert_eq!(index.find(&Ask::default()).total, 1);
    }
}

#[test]
fn long_texts_are_cut() {
    for text in ["я".repeat(5_000), "samsung ".repeat(1_250), "a b c d e f g ".repeat(700), "1-".repeat(5_000), "телефон, ".repeat(600)]
    {
        ask(text);
    }
}
