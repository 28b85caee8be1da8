//! What leaves the desk: a workbook, tables, the report.

use super::state::table_slug;
use super::{Desk, DeskAction, ReportField};
use crate::collect::{Collected, Ledger, TableKind, crosschecks, table};
use crate::export::{ExportError, Paper, csv, docx, xlsx};
use crate::session::action::Effect;
use crate::session::state::{Notice, State};
use crate::text::{crosscheck_sheet, desk_phrases, national_report, table_sheet, workbook};
use crate::vietnamese::Date;

pub(super) fn with_report(state: &mut State, desk: &mut Desk, action: DeskAction) -> Vec<Effect> {
    match action {
        DeskAction::ReportTyped(field, text) => {
            write(desk, field, text);
            Vec::new()
        }
        DeskAction::SaveWorkbook => saved(state, format!("36a_tong-hop_{}.xlsx", desk.period), book(state, desk)),
        DeskAction::SaveTable(kind) => {
            let sheet = table_sheet(&table(kind, &collected(state, desk)), &state.registry, state.language);
            let bytes = csv(&sheet.texts()).map_err(|error| ExportError::Container(error.to_string()));
            saved(state, table_file(desk, kind), bytes)
        }
        DeskAction::SaveReport => {
            let bytes = docx(&paper(state, desk), state.today);
            saved(state, format!("36a_bao-cao_{}.docx", desk.period), bytes)
        }
        _ => Vec::new(),
    }
}

/// The name of a table's file.
fn table_file(desk: &Desk, kind: TableKind) -> String {
    format!("36a_{}_{}.csv", table_slug(kind), desk.period)
}

fn write(desk: &mut Desk, field: ReportField, text: String) {
    let lines = |text: &str| text.lines().map(str::to_owned).collect();
    let words = &mut desk.report.words;
    match field {
        ReportField::Number => words.number = text,
        ReportField::Sign => words.sign = text,
        ReportField::Place => words.place = text,
        ReportField::Remarks => words.remarks = text,
        ReportField::Recipients => words.recipients = lines(&text),
        ReportField::Authority => words.authority = lines(&text),
        ReportField::Signatory => words.signatory = text,
        ReportField::Date => {
            words.date = Date::parse_typed(&text).ok();
            desk.report.date = text;
        }
    }
}

/// What was collected for the quarter that is looked at.
pub(in crate::session) fn collected<'a>(state: &'a State, desk: &Desk) -> Collected<'a> {
    let empty = Ledger::new(&state.registry, desk.period);
    let ledger = desk.ledger().unwrap_or(&empty);
    Collected::of_ledger(&state.registry, ledger, desk.ledgers.get(&desk.period.previous()))
}

/// The report as it would be printed.
pub(in crate::session) fn paper(state: &State, desk: &Desk) -> Paper {
    national_report(&collected(state, desk), &desk.report.words)
}

/// A sheet for each table, one for the findings, one for where everything comes from, one for the comparisons.
fn book(state: &State, desk: &Desk) -> Result<Vec<u8>, ExportError> {
    let collected = collected(state, desk);
    let empty = Ledger::new(&state.registry, desk.period);
    let mut sheets = workbook(&collected, desk.ledger().unwrap_or(&empty), state.language);
    sheets.push(crosscheck_sheet(&state.registry, &crosschecks(&collected), state.language));
    xlsx(&sheets, state.today)
}

fn saved(state: &mut State, name: String, bytes: Result<Vec<u8>, ExportError>) -> Vec<Effect> {
    match bytes {
        Ok(bytes) => vec![Effect::Download { name, bytes }],
        Err(error) => {
            let says = desk_phrases::EXPORT_FAILED.with(state.language, &[("name", &name), ("why", error.code())]);
            state.notice = Some(Notice::Bad(says));
            Vec::new()
        }
    }
}
