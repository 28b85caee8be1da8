//! What `collect` leaves in its folder.

use super::texts::Texts;
use crate::bench::Tools;
use crate::files;
use crate::output::Failure;
use crate::parquet;
use return36a::collect::{FactTable, Ledger, WriteError, write_ledger};
use return36a::export::{Sheet, csv};
use return36a::registry::{Period, Registry};
use return36a::text::{Language, findings_sheet, ledger_error_message, provenance_sheet};
use std::io::Write;
use std::path::{Path, PathBuf};

/// The table of received files.
pub const ENTRIES: &str = "entries.csv";
/// The table of findings.
pub const FINDINGS: &str = "findings.csv";

/// The file of a quarter's ledger.
pub fn ledger_path(out: &Path, period: Period) -> PathBuf {
    out.join(format!("ledger-{period}.json"))
}

/// The file of a quarter's part of a flat table, under Hive's names.
fn part_path(out: &Path, table: FactTable, period: Period) -> PathBuf {
    out.join("parquet").join(table.name()).join(format!("period={period}")).join("part-0.parquet")
}

/// All files that a ledger of this quarter is written to.
pub fn paths(out: &Path, period: Period) -> Vec<PathBuf> {
    let parts = FactTable::ALL.into_iter().map(|table| part_path(out, table, period));
    std::iter::once(ledger_path(out, period)).chain(parts).collect()
}

/// Writes a ledger and its part of the flat tables.
pub fn ledger(
    out: &Path,
    tools: &Tools,
    ledger: &Ledger,
    texts: &mut Texts<'_>,
    language: Language,
) -> Result<(), Failure> {
    let path = ledger_path(out, ledger.period());
    files::write(&path, |file| {
        let written = write_ledger(file, ledger, tools.mark(), tools.grounds.keyring(), |sha256| texts.text(sha256));
        written.map_err(|error| match error {
            WriteError::Ledger(error) => Failure::undone(ledger_error_message(&error, language)),
            WriteError::Io(error) => files::cannot_write(&path, error).into(),
        })
    })?;
    for table in FactTable::ALL {
        let rows = table.rows(tools.registry, ledger);
        parquet::write(&part_path(out, table, ledger.period()), &table.columns(), rows)?;
    }
    Ok(())
}

/// Writes the tables of received files and of findings, of all ledgers.
pub fn tables(out: &Path, registry: &Registry, ledgers: &[Ledger], language: Language) -> Result<(), Failure> {
    for (name, sheet) in [(ENTRIES, provenance_sheet as MakesSheet), (FINDINGS, findings_sheet)] {
        let mut rows: Vec<Vec<String>> = Vec::new();
        for ledger in ledgers {
            // The headings once.
            let headings = usize::from(!rows.is_empty());
            rows.extend(sheet(registry, ledger, language).texts().into_iter().skip(headings));
        }
        let path = out.join(name);
        let bytes = csv(&rows).map_err(|error| files::cannot_write(&path, error))?;
        files::write(&path, |file| file.write_all(&bytes).map_err(|error| files::cannot_write(&path, error).into()))?;
    }
    Ok(())
}

type MakesSheet = fn(&Registry, &Ledger, Language) -> Sheet;
