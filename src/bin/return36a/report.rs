use crate::language::Spoken;
use crate::ledgers::opened_beside;
use crate::output::{Ending, Failure, say_json};
use crate::under::Under;
use crate::{clock, files};
use clap::{Args, ValueEnum};
use return36a::collect::{Collected, Ledger, crosschecks};
use return36a::export::{Sheet, csv, docx, xlsx};
use return36a::text::{Language, ReportWords, crosscheck_sheet, export_message, national_report, workbook};
use return36a::vietnamese::{Date, search_key};
use serde_json::json;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Compile the national tables from a ledger
///
/// Written are all tables of the report, the findings, the files received and the reconciliation, as one workbook (xlsx) or as a folder of
/// tables (csv); or the report itself as a document in the layout of Decree 30/2020 (docx, in Vietnamese).
///
/// With --json one line is printed: period, written.
#[derive(Args)]
pub struct Report {
    /// The ledger of the quarter, as `collect` or the page writes it.
    #[arg(value_name = "LEDGER")]
    ledger: PathBuf,
    /// The ledger of the quarter before, to compare with.
    #[arg(long, value_name = "LEDGER")]
    previous: Option<PathBuf>,
    /// In which form.
    #[arg(long, value_name = "FORM", default_value = "xlsx")]
    format: Form,
    /// The file to write, or for csv the folder.
    #[arg(long, value_name = "PATH")]
    out: PathBuf,
    /// Write over what is there.
    #[arg(long)]
    overwrite: bool,
    /// The day that the file carries, as 12/6/2017 or 2017-06-12; today in Hà Nội if not given.
    #[arg(long, value_name = "DATE", value_parser = clock::day)]
    today: Option<Date>,
    /// The document's number, as 314.
    #[arg(long, value_name = "NUMBER", default_value = "", hide_default_value = true)]
    number: String,
    /// Who signs the document.
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    signatory: String,
    /// As a line of JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    under: Under,
    #[command(flatten)]
    pub spoken: Spoken,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    Xlsx,
    Csv,
    Docx,
}

/// Writes the report.
pub fn run(words: &Report) -> Result<Ending, Failure> {
    let language = words.spoken.language();
    files::refuse_existing([words.out.clone()], words.overwrite)?;
    let (now, before) =
        opened_beside(&words.ledger, words.under.registry(language)?, words.previous.as_deref(), language)?;
    let previous = before.as_ref().map(|before| &before.ledger);
    let collected = Collected::of_ledger(now.tools.registry, &now.ledger, previous);
    let today = words.today.map_or_else(clock::today, Ok)?;
    let not_made = |error| Failure::undone(export_message(&error, language));
    let sheets = || sheets(&collected, &now.ledger, language);
    let written = match words.format {
        Form::Xlsx => put(&words.out, &xlsx(&sheets(), today).map_err(not_made)?)?,
        Form::Csv => put_each(&words.out, &sheets())?,
        Form::Docx => {
            let (number, signatory) = (words.number.clone(), words.signatory.clone());
            let written = ReportWords { number, signatory, date: words.today, ..ReportWords::default() };
            put(&words.out, &docx(&national_report(&collected, &written), today).map_err(not_made)?)?
        }
    };
    if words.json {
        say_json(&json!({ "period": collected.period, "written": written }))?;
    }
    Ok(Ending::Well)
}

/// The tables as the page gives them: all of the report, the findings, the files received, and what was held against what.
fn sheets(collected: &Collected<'_>, ledger: &Ledger, language: Language) -> Vec<Sheet> {
    let mut sheets = workbook(collected, ledger, language);
    sheets.push(crosscheck_sheet(collected.registry, &crosschecks(collected), language));
    sheets
}

/// A file for each table, numbered in their order; their names.
fn put_each(folder: &Path, sheets: &[Sheet]) -> Result<Vec<String>, Failure> {
    let one = |(number, sheet): (usize, &Sheet)| {
        let letters = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
        let name: String = search_key(&sheet.name).chars().map(letters).collect();
        let words: Vec<&str> = name.split('-').filter(|word| !word.is_empty()).collect();
        let path = folder.join(format!("{number:02}-{}.csv", words.join("-")));
        put(&path, &csv(&sheet.texts()).map_err(|error| files::cannot_write(&path, error))?)
    };
    let written: Vec<Vec<String>> = (1..).zip(sheets).map(one).collect::<Result<_, Failure>>()?;
    Ok(written.concat())
}

/// Writes a file; its name.
fn put(path: &Path, bytes: &[u8]) -> Result<Vec<String>, Failure> {
    files::write(path, |file| file.write_all(bytes).map_err(|error| files::cannot_write(path, error).into()))?;
    Ok(vec![files::name(path)])
}
