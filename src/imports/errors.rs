//! What was wrong with rows: kept by number, said in any language, and as a file that can be mended and sent again.

use std::collections::VecDeque;
use std::fs::File;
use std::io::BufWriter;

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::file::{Arg, CsvWriter, ErrorFile, Field, Problem, TableWriter, XlsxWriter};
use super::home::Home;
use super::import::Import;
use super::items::Item;
use super::plan::Planned;
use super::state::ListKind;
use super::work::{Stopped, list};
use crate::db::{DbError, Tx};
use crate::i18n::{self, Locale};
use crate::kernel::ImportId;
use crate::schema::import_errors;
use crate::web::nameless_file;

/// So many are read at a time for the file.
const PAGE: i64 = 1000;

/// What was wrong with a row, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    field: Option<String>,
    key: String,
    args: Vec<(String, Value)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
enum Value {
    Number(i64),
    Text(String),
}

impl From<&Problem> for Said {
    fn from(problem: &Problem) -> Self {
        let value = |arg: &Arg| match arg {
            Arg::Number(n) => Value::Number(*n),
            Arg::Text(text) => Value::Text(text.clone()),
        };
        Self {
            field: problem.field.map(|field| field.code().to_owned()),
            key: problem.key.to_owned(),
            args: problem.args.iter().map(|(name, arg)| ((*name).to_owned(), value(arg))).collect(),
        }
    }
}

impl Said {
    /// The sentence: which field, and what is wrong with it.
    pub fn say(&self, locale: Locale) -> String {
        let arg = |(name, value): &(String, Value)| match value {
            Value::Number(n) => (name.clone(), i18n::Arg::Number(*n)),
            Value::Text(text) => (name.clone(), i18n::Arg::Text(text.clone())),
        };
        let args: Vec<(String, i18n::Arg)> = self.args.iter().map(arg).collect();
        let args: Vec<(&str, i18n::Arg)> = args.iter().map(|(name, arg)| (name.as_str(), arg.clone())).collect();
        let said = locale.format(&self.key, &args);
        match self.field.as_deref().and_then(|code| Field::ALL.into_iter().find(|field| field.code() == code)) {
            Some(field) => format!("{}: {said}", locale.t(label(field))),
            None => said,
        }
    }
}

/// The message key of a field's name.
pub const fn label(field: Field) -> &'static str {
    match field {
        Field::Sku => "import-field-sku",
        Field::Title => "import-field-title",
        Field::Description => "import-field-description",
        Field::Price => "import-field-price",
        Field::OldPrice => "import-field-old-price",
        Field::Stock => "import-field-stock",
        Field::Condition => "import-field-condition",
        Field::Category => "import-field-category",
        Field::Brand => "import-field-brand",
        Field::Gtin => "import-field-gtin",
        Field::Tags => "import-field-tags",
        Field::Values => "import-field-values",
        Field::Pictures => "import-field-pictures",
    }
}

/// A row with something wrong.
#[derive(Debug, Clone)]
pub struct Wrong {
    /// Where it stands in the file.
    pub line: i64,
    /// What is wrong.
    pub problems: Vec<Said>,
}

impl Wrong {
    /// The first ones of an import.
    pub fn first(conn: &mut PgConnection, import: ImportId, most: i64) -> QueryResult<Vec<Self>> {
        use import_errors as e;
        let rows: Vec<(i64, serde_json::Value)> =
            e::table.filter(e::import_id.eq(import)).order(e::row).limit(most).select((e::line, e::problems)).load(conn)?;
        Ok(rows.into_iter().map(|(line, problems)| Self { line, problems: serde_json::from_value(problems).unwrap_or_default() }).collect())
    }

    /// The sentences.
    pub fn say(&self, locale: Locale) -> String {
        self.problems.iter().map(|said| said.say(locale)).collect::<Vec<_>>().join("; ")
    }
}

/// Keeps what is wrong with a chunk's rows.
pub fn keep(tx: &mut Tx<'_>, import: ImportId, chunk: &[Item], planned: &[Planned]) -> QueryResult<()> {
    use import_errors as e;
    let wrong: Vec<_> = chunk.iter().zip(planned).filter(|(_, planned)| !planned.problems.is_empty()).collect();
    if wrong.is_empty() {
        return Ok(());
    }
    let row = |(item, planned): &(&Item, &Planned)| {
        let said: Vec<Said> = planned.problems.iter().map(Said::from).collect();
        let line = i64::try_from(item.row.line).unwrap_or(i64::MAX);
        (e::import_id.eq(import), e::row.eq(item.number), e::line.eq(line), e::problems.eq(serde_json::to_value(said).unwrap_or_default()))
    };
    let rows: Vec<_> = wrong.iter().map(row).collect();
    diesel::insert_into(e::table).values(rows).on_conflict_do_nothing().execute(&mut **tx).map(drop)
}

/// What is wrong with the next rows behind this one.
fn behind(home: &Home, import: ImportId, row: i64) -> Result<VecDeque<(i64, serde_json::Value)>, DbError> {
    use import_errors as e;
    home.db.read_here(|conn| -> Result<_, DbError> {
        let next = e::table.filter(e::import_id.eq(import)).filter(e::row.gt(row)).order(e::row).limit(PAGE);
        Ok(next.select((e::row, e::problems)).load(conn)?.into())
    })
}

/// The file of errors: the import's own rows that are wrong, what is wrong in one more column. XML comes as a table. The list and what is wrong with it
/// are read side by side, so that the file costs no more memory when every row is wrong.
pub fn file(home: &Home, import: &Import, locale: Locale) -> Result<File, Stopped> {
    let mut wrong = behind(home, import.id, 0)?;
    let mut target = nameless_file(&home.var.join("spool"))?;
    let mut table = list(&home.list(import))?;
    let out: Box<dyn TableWriter + '_> = match import.kind {
        ListKind::Xlsx => Box::new(XlsxWriter::new(&mut target)?),
        _ => Box::new(CsvWriter::new(BufWriter::new(&mut target))?),
    };
    let mut out = ErrorFile::new(out, &table.header, locale.t("import-errors-column"))?;
    for number in 1.. {
        let Some(row) = table.rows.next() else { break };
        let Some((_, problems)) = wrong.pop_front_if(|(wrong, _)| *wrong == number) else { continue };
        let problems = serde_json::from_value(problems).unwrap_or_default();
        out.row(&row.unwrap_or_else(|error| error.row), &Wrong { line: 0, problems }.say(locale))?;
        if wrong.is_empty() {
            wrong = behind(home, import.id, number)?;
        }
    }
    out.finish()?;
    Ok(target)
}
