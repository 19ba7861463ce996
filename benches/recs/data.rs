//! The Online Retail files.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use flate2::read::GzDecoder;
use samal::recommendations::model::Event;

/// What was bought, and what the open users bought next.
#[derive(Debug, Default)]
pub struct Retail {
    /// All purchases.
    pub events: Vec<Event>,
    /// The same by person.
    pub own: HashMap<i64, Vec<Event>>,
    /// The last day of the purchases.
    pub today: i32,
    /// Open users: what they bought next, and which of it counts alone.
    pub targets: BTreeMap<i64, (BTreeSet<i64>, Option<i64>)>,
    /// How many people had each good; goods in the order of the file.
    pub buyers: Vec<(i64, usize)>,
    names: Vec<String>,
    numbers: HashMap<String, i64>,
}

impl Retail {
    /// Reads the two files of a folder.
    pub fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let mut retail = Self::default();
        retail.read_train(GzDecoder::new(File::open(folder.join("online_retail_train.tsv.gz"))?))?;
        retail.read_targets(File::open(folder.join("online_retail_test_open.tsv"))?)?;
        Ok(retail)
    }

    fn read_train(&mut self, file: impl Read) -> Result<(), Box<dyn Error>> {
        let mut places: HashMap<i64, usize> = HashMap::new();
        let mut seen = BTreeSet::new();
        for line in BufReader::new(file).lines().skip(1) {
            let line = line?;
            let cells: Vec<&str> = line.split('\t').collect();
            let [user, item, time, ..] = cells[..] else { return Err("a short line".into()) };
            let (user, item) = (self.number(user), self.number(item));
            self.events.push(Event { user, item, day: day(time).ok_or("no date")?, weight: Event::PURCHASE });
            if seen.insert((user, item)) {
                let place = *places.entry(item).or_insert(self.buyers.len());
                if place == self.buyers.len() {
                    self.buyers.push((item, 0));
                }
                self.buyers[place].1 += 1;
            }
        }
        self.today = self.events.iter().map(|event| event.day).max().unwrap_or_default();
        self.events.iter().for_each(|event| self.own.entry(event.user).or_default().push(*event));
        Ok(())
    }

    fn read_targets(&mut self, file: impl Read) -> Result<(), Box<dyn Error>> {
        for line in BufReader::new(file).lines().skip(1) {
            let line = line?;
            let cells: Vec<&str> = line.split('\t').collect();
            let [user, item, primary, ..] = cells[..] else { return Err("a short line".into()) };
            let (user, item) = (self.number(user), self.number(item));
            let (all, first) = self.targets.entry(user).or_default();
            all.insert(item);
            if primary == "1" {
                *first = Some(item);
            }
        }
        Ok(())
    }

    /// How many goods the catalogue has.
    pub fn goods(&self) -> usize {
        self.buyers.len()
    }

    /// The file's name for a number of ours.
    pub fn name(&self, number: i64) -> &str {
        usize::try_from(number).ok().and_then(|at| self.names.get(at)).map_or("", String::as_str)
    }

    fn number(&mut self, name: &str) -> i64 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = self.names.len() as i64;
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }
}

/// Days since the first of March of the year 0, from `2010-12-01 …`.
fn day(time: &str) -> Option<i32> {
    let mut parts = time.get(..10)?.split('-').map(|part| part.parse::<i32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    Some(year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day)
}
