//! What columns are called, in Russian, Kazakh and English, and in the programs that write price lists.

use super::columns::Field;

/// Names of columns, tidied as [`tidy`] does.
pub(super) const WORDS: &[(Field, &[&str])] = &[
    (
        Field::Sku,
        &["sku", "артикул", "код", "код товара", "артикул продавца", "id", "id товара", "offer id", "vendorcode", "vendor code", "article"],
    ),
    (Field::Sku, &["артикулы", "тауар коды", "тауардың коды", "өнім коды"]),
    (
        Field::Title,
        &["title", "name", "product", "product name", "название", "наименование", "название товара", "наименование товара", "товар"],
    ),
    (Field::Title, &["номенклатура", "заголовок", "атауы", "атау", "тауар", "тауар атауы", "тауардың атауы", "аты", "model name"]),
    (Field::Description, &["description", "описание", "описание товара", "текст", "подробности", "сипаттама", "сипаттамасы", "details"]),
    (
        Field::Price,
        &["price", "цена", "стоимость", "цена продажи", "розничная цена", "цена розничная", "цена со скидкой", "баға", "бағасы", "құны"],
    ),
    (Field::Price, &["sale price", "цена с учетом скидки", "сату бағасы", "тауар бағасы"]),
    (
        Field::OldPrice,
        &["old price", "oldprice", "regular price", "list price", "старая цена", "цена старая", "цена до скидки", "цена без скидки"],
    ),
    (Field::OldPrice, &["зачеркнутая цена", "ескі баға", "бұрынғы баға", "ескі бағасы", "жеңілдікке дейінгі баға"]),
    (
        Field::Stock,
        &[
            "stock",
            "quantity",
            "qty",
            "count",
            "in stock",
            "остаток",
            "остатки",
            "количество",
            "кол во",
            "наличие",
            "в наличии",
            "на складе",
        ],
    ),
    (Field::Stock, &["stock quantity", "количество на складе", "остаток на складе", "саны", "қалдық", "қалдығы", "қоймада", "мөлшері"]),
    (Field::Condition, &["condition", "состояние", "состояние товара", "новый б у", "күйі", "жағдайы", "тауардың күйі"]),
    (Field::Category, &["category", "категория", "категория товара", "раздел", "рубрика", "группа", "группа товаров", "санат", "санаты"]),
    (Field::Category, &["category path", "categoryid", "category id", "id категории", "код категории", "бөлім", "топ"]),
    (
        Field::Brand,
        &["brand", "vendor", "manufacturer", "бренд", "марка", "производитель", "торговая марка", "название бренда", "өндіруші"],
    ),
    (Field::Gtin, &["gtin", "ean", "ean13", "upc", "barcode", "barcodes", "штрихкод", "штрих код", "штрихкоды", "шк", "штрих коды"]),
    (Field::Tags, &["tags", "tag", "keywords", "теги", "тэги", "метки", "ключевые слова", "тегтер", "кілт сөздер"]),
    (Field::Values, &["characteristics", "attributes", "params", "specifications", "характеристики", "параметры", "свойства", "сипаттары"]),
    (
        Field::Pictures,
        &["pictures", "picture", "photos", "photo", "images", "image", "image url", "фото", "фотографии", "изображения", "изображение"],
    ),
    (Field::Pictures, &["картинка", "картинки", "файлы фото", "имя файла фото", "суреттер", "сурет", "фотосуреттер"]),
];

/// Words for goods that are new.
pub(super) const NEW: &[&str] = &["new", "новый", "новое", "новая", "новые", "жаңа"];
/// Words for goods that were used.
pub(super) const USED: &[&str] = &[
    "used",
    "preowned",
    "likenew",
    "refurbished",
    "second hand",
    "б у",
    "бу",
    "подержанный",
    "подержанное",
    "подержанная",
    "с пробегом",
    "ұсталған",
    "қолданылған",
    "пайдаланылған",
];

/// Lower case, letters and digits, one space between: `Цена, тг.` is `цена тг`.
pub fn tidy(text: &str) -> String {
    let text = text.to_lowercase().replace('ё', "е");
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_tidy_and_means_one_thing() {
        let mut all: Vec<&str> = WORDS.iter().flat_map(|(_, words)| *words).copied().chain(NEW.iter().copied()).collect();
        all.extend(USED);
        for word in &all {
            assert_eq!(tidy(word), *word);
        }
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
