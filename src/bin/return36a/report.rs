use crate::language::Spoken;
use crate::ledgers::opened_beside;
use crate::output::{Ending, Failure};
use crate::{clock, files};
use clap::{Args, ValueEnum};
use return36a::export::{Sheet, csv, xlsx};
use return36a::text::{ReportGround, report_sheets};
use return36a::vietnamese::{Date, search_key};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Compile the national tables from a ledger
///
/// Written are all tables of the report, their comparison, the files received, the findings, and which file each figure
/// comes from: as one workbook, or as a folder of .csv files.
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
    /// The day that the workbook carries, as 12/6/2017 or 2017-06-12; today in Hà Nội if not given.
    #[arg(long, value_name = "DATE", value_parser = clock::day)]
    today: Option<Date>,
    #[command(flatten)]
    spoken: Spoken,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    Xlsx,
    Csv,
}

/// Writes the report.
pub fn run(words: &Report) -> Result<Ending, Failure> {
    let language = words.spoken.language();
    files::refuse_existing([words.out.clone()], words.overwrite)?;
    let (now, before) = opened_beside(&words.ledger, words.previous.as_deref(), language)?;
    let ground = ReportGround {
        registry: now.tools.registry,
        mark: &now.tools.mark(),
        rules: &now.tools.rules,
        ledger: &now.ledger,
        previous: before.as_ref().map(|before| &before.ledger),
    };
    let sheets = report_sheets(ground, language);
    match words.format {
        Form::Xlsx => {
            let today = words.today.map_or_else(clock::today, Ok)?;
            put(&words.out, &xlsx(&sheets, today).map_err(Failure::undone)?)?;
        }
        Form::Csv => put_each(&words.out, &sheets)?,
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
        put(&path, &csv(&sheet.texts()).map_err(|error| files::cannot_write(&path, &error))?)?;
    }
    Ok(())
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    files::write(path, |file| file.write_all(bytes).map_err(|error| files::cannot_write(path, &error)))
}
