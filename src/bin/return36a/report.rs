use crate::language::Spoken;
use crate::ledgers::opened_beside;
use crate::output::{Ending, Failure};
use crate::{clock, files};
use clap::{Args, ValueEnum};
use return36a::collect::Collected;
use return36a::export::{Sheet, csv, docx, xlsx};
use return36a::text::{ReportWords, export_message, national_report, workbook};
use return36a::vietnamese::{Date, search_key};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Compile the national tables from a ledger
///
/// Written are all tables of the report, the findings and the files received, as one workbook (xlsx) or as a folder of
/// tables (csv); or the report itself as a document in the layout of Decree 30/2020 (docx, in Vietnamese).
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
    let (now, before) = opened_beside(&words.ledger, words.previous.as_deref(), language)?;
    let previous = before.as_ref().map(|before| &before.ledger);
    let collected = Collected::of_ledger(now.tools.registry, &now.ledger, previous);
    let today = words.today.map_or_else(clock::today, Ok)?;
    let not_made = |error| Failure::undone(export_message(&error, language));
    let sheets = || workbook(&collected, &now.ledger, language);
    match words.format {
        Form::Xlsx => put(&words.out, &xlsx(&sheets(), today).map_err(not_made)?)?,
        Form::Csv => put_each(&words.out, &sheets())?,
        Form::Docx => {
            let (number, signatory) = (words.number.clone(), words.signatory.clone());
            let written = ReportWords { number, signatory, date: words.today, ..ReportWords::default() };
            put(&words.out, &docx(&national_report(&collected, &written), today).map_err(not_made)?)?;
        }
    }
    Ok(Ending::Well)
}

/// A file for each table, numbered in their order.
fn put_each(folder: &Path, sheets: &[Sheet]) -> Result<(), Failure> {
    for (number, sheet) in (1..).zip(sheets) {
        let letters = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
        let name: String = search_key(&sheet.name).chars().map(letters).collect();
        let words: Vec<&str> = name.split('-').filter(|word| !word.is_empty()).collect();
        let path = folder.join(format!("{number:02}-{}.csv", words.join("-")));
        put(&path, &csv(&sheet.texts()).map_err(|error| files::cannot_write(&path, error))?)?;
    }
    Ok(())
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    files::write(path, |file| file.write_all(bytes).map_err(|error| files::cannot_write(path, error).into()))
}
