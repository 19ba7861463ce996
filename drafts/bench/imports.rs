//! `imports make FOLDER ROWS` writes price lists of every kind; `imports read FILE` reads one and says how long it took and how much
//! memory the process ever held.

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use cores::imports::{Cell, CsvWriter, Draft, Feed, Limits, Offer, TableWriter, XlsxWriter, YmlWriter, guess, open};

type Done = Result<(), Box<dyn Error>>;

fn main() -> Done {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["make", folder, rows] => make(&PathBuf::from(folder), rows.parse()?),
        ["read", file] => read(Path::new(file)),
        _ => Err("usage: imports make FOLDER ROWS | imports read FILE".into()),
    }
}

fn read(path: &Path) -> Done {
    let start = Instant::now();
    let table = open(File::open(path)?, Limits::default())?;
    let columns = guess(&table.header, |_| false);
    let (mut good, mut bad) = (0, 0);
    let mut last = None;
    for row in table.rows {
        match row.map_err(|error| vec![error.problem]).and_then(|row| Draft::parse(&row, &columns)) {
            Ok(_) => good += 1,
            Err(problems) => {
                bad += 1;
                last = problems.first().map(|problem| problem.key);
            }
        }
    }
    println!("{good} rows, {bad} wrong ({}), {:.2} s, peak {}", last.unwrap_or("-"), start.elapsed().as_secs_f32(), peak_memory());
    Ok(())
}

/// Rows as a seller has them; every hundredth is wrong.
fn make(folder: &Path, rows: usize) -> Done {
    std::fs::create_dir_all(folder)?;
    let csv = CsvWriter::new(BufWriter::new(File::create(folder.join("list.csv"))?))?;
    table(Box::new(csv), rows)?;
    table(Box::new(XlsxWriter::new(File::create(folder.join("list.xlsx"))?)?), rows)?;
    list(BufWriter::new(File::create(folder.join("list.yml"))?), rows)
}

fn table(mut out: Box<dyn TableWriter>, rows: usize) -> Done {
    out.row(&["Артикул", "Название", "Цена", "Остаток", "Категория", "Бренд", "Описание"].map(Cell::Text))?;
    for n in 0..rows {
        let price = Cell::Number(if n % 100 == 99 { 0 } else { 990 + n as i64 });
        let (sku, title, text) = (format!("A-{n}"), title(n), text(n));
        out.row(&[
            Cell::Text(&sku),
            Cell::Text(&title),
            price,
            Cell::Number(n as i64 % 50),
            Cell::Text("Дом > Чайники"),
            Cell::Text("Самал"),
            Cell::Text(&text),
        ])?;
    }
    Ok(out.finish()?)
}

fn list(out: impl Write, rows: usize) -> Done {
    let feed = Feed { name: "Лавка", company: "ТОО Лавка", url: "https://shop.example", date: "2026-01-01T00:00+05:00" };
    let mut yml = YmlWriter::new(out, &feed, [(1, None, "Дом"), (2, Some(1), "Чайники")])?;
    let values = [("Цвет".to_owned(), "белый".to_owned()), ("Объём".to_owned(), "1,7 л".to_owned())];
    for n in 0..rows {
        yml.offer(&Offer {
            id: &format!("A-{n}"),
            available: true,
            url: "https://shop.example/p/1",
            name: &title(n),
            price: if n % 100 == 99 { 0 } else { 990 + n as i64 },
            old_price: None,
            category: 2,
            brand: "Самал",
            gtin: "",
            description: &text(n),
            pictures: &[],
            values: &values,
            stock: (n % 50) as i32,
            used: false,
        })?;
    }
    yml.finish()?;
    Ok(())
}

fn title(n: usize) -> String {
    format!("Чайник электрический «Самал» {n}, 1,7 л")
}

fn text(n: usize) -> String {
    format!("Чайник номер {n}. ").repeat(20)
}

/// The most memory this process ever held, as Linux tells it.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("unknown").trim().to_owned()
}
