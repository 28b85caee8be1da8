//! What leaves the desk: a workbook, tables, the report.

use super::state::table_slug;
use super::writing::edited;
use super::{Desk, DeskAction, DeskScreen, ReportField};
use crate::collect::{Collected, Ledger, State as FileState, TableKind, crosschecks, table};
use crate::export::{ExportError, Paper, Sheet, csv, docx, xlsx};
use crate::registry::Period;
use crate::session::action::Effect;
use crate::session::state::{Notice, Screen, State};
use crate::session::view::quarter_words;
use crate::text::{
    crosscheck_sheet, desk_phrases, export_message, findings_sheet, national_report, provenance_sheet, table_sheet,
    workbook,
};
use std::borrow::Cow;
use std::rc::Rc;

pub(super) fn with_report(state: &mut State, desk: &mut Desk, action: DeskAction) -> Vec<Effect> {
    match action {
        DeskAction::ReportTyped(field, text) => {
            write(desk, field, text);
            return vec![Effect::KeepSoon];
        }
        leaving => match waiting(state, desk) {
            Some(says) => state.notice = Some(Notice::Bad(says)),
            None => return leave(state, desk, &leaving),
        },
    }
    Vec::new()
}

/// That files of the quarter, or of the one before, wait to be examined again: what is given now would lack their agencies.
fn waiting(state: &State, desk: &Desk) -> Option<String> {
    let count = |period: &Period| {
        let entries = desk.ledgers.get(period).map(|ledger| ledger.entries()).unwrap_or_default();
        entries.iter().filter(|entry| entry.state == FileState::ToExamine).count()
    };
    let periods = [desk.period, desk.period.previous()];
    let says = periods.iter().map(|period| (period, count(period))).filter(|(_, count)| *count > 0);
    let says = says.map(|(period, count)| {
        let period = quarter_words(state, *period);
        desk_phrases::EXPORT_WAITS.with(state.language, &[("count", &count.to_string()), ("period", &period)])
    });
    Some(says.collect::<Vec<_>>().join(" ")).filter(|says| !says.is_empty())
}

fn leave(state: &mut State, desk: &Desk, action: &DeskAction) -> Vec<Effect> {
    match action {
        DeskAction::SaveWorkbook => saved(state, file_name(desk, ".xlsx"), book(state, desk)),
        DeskAction::SaveReport => saved(state, file_name(desk, ".docx"), docx(&paper(state, desk), state.today)),
        DeskAction::SaveTable(kind) => save_table(state, desk, *kind),
        DeskAction::SaveFindings => {
            let sheet = findings_sheet(&state.registry, &ledger(state, desk), state.language);
            saved(state, file_name(desk, "_ket-qua-kiem-tra.csv"), values(&sheet))
        }
        DeskAction::SaveProvenance => {
            let sheet = provenance_sheet(&state.registry, &ledger(state, desk), state.language);
            saved(state, file_name(desk, "_nguon-so-lieu.csv"), values(&sheet))
        }
        _ => Vec::new(),
    }
}

/// The name of a file of the report: `bao-cao-36a-2017-Q2.docx`.
fn file_name(desk: &Desk, ending: &str) -> String {
    format!("bao-cao-36a-{}{ending}", desk.period)
}

fn save_table(state: &mut State, desk: &Desk, kind: TableKind) -> Vec<Effect> {
    let sheet = table_sheet(&table(kind, &collected(state, desk)), &state.registry, state.language);
    let name = file_name(desk, &format!("_{}.csv", table_slug(kind)));
    saved(state, name, values(&sheet))
}

fn values(sheet: &Sheet) -> Result<Vec<u8>, ExportError> {
    csv(&sheet.texts()).map_err(|error| ExportError::Container(error.to_string()))
}

fn write(desk: &mut Desk, field: ReportField, text: String) {
    let report = desk.report();
    let words = edited(desk).report.get_or_insert(report);
    let slot = match field {
        ReportField::Number => &mut words.number,
        ReportField::Sign => &mut words.sign,
        ReportField::Place => &mut words.place,
        ReportField::Date => &mut words.date,
        ReportField::Remarks => &mut words.remarks,
        ReportField::Recipients => &mut words.recipients,
        ReportField::Authority => &mut words.authority,
        ReportField::Signatory => &mut words.signatory,
    };
    *slot = text;
}

/// The ledger of the quarter that is looked at, an empty one where nothing was received.
fn ledger<'a>(state: &State, desk: &'a Desk) -> Cow<'a, Ledger> {
    match desk.ledger() {
        Some(ledger) => Cow::Borrowed(ledger),
        None => Cow::Owned(Ledger::new(&state.registry, desk.period)),
    }
}

/// What was collected for the quarter that is looked at.
pub(in crate::session) fn collected<'a>(state: &'a State, desk: &Desk) -> Collected<'a> {
    Collected::of_ledger(&state.registry, &ledger(state, desk), desk.ledgers.get(&desk.period.previous()))
}

/// The report as it would be printed.
pub(in crate::session) fn paper(state: &State, desk: &Desk) -> Paper {
    national_report(&collected(state, desk), &desk.report().words())
}

/// Works the preview out anew while it is looked at. It is left alone while files come in, for each of them would change it,
/// and kept where nothing has changed, so that it is not drawn again.
pub(super) fn redraw(state: &State, desk: &mut Desk) {
    if state.screen != Screen::Desk(DeskScreen::Report) {
        desk.preview = None;
    } else if desk.work.is_none() || desk.preview.is_none() {
        let paper = paper(state, desk);
        if desk.preview.as_deref() != Some(&paper) {
            desk.preview = Some(Rc::new(paper));
        }
    }
}

/// Another screen is shown: the preview is worked out for the report's, and the key is let go where the desk is left.
pub(in crate::session) fn shown(state: &mut State) {
    let Some(mut desk) = state.desk.take() else { return };
    if !matches!(state.screen, Screen::Desk(_)) {
        desk.key = None;
    }
    redraw(state, &mut desk);
    state.desk = Some(desk);
}

/// A sheet for each table, one for the findings, one for where everything comes from, one for the comparisons.
fn book(state: &State, desk: &Desk) -> Result<Vec<u8>, ExportError> {
    let collected = collected(state, desk);
    let mut sheets = workbook(&collected, &ledger(state, desk), state.language);
    sheets.push(crosscheck_sheet(&state.registry, &crosschecks(&collected), state.language));
    xlsx(&sheets, state.today)
}

fn saved(state: &mut State, name: String, bytes: Result<Vec<u8>, ExportError>) -> Vec<Effect> {
    match bytes {
        Ok(bytes) => vec![Effect::Download { name, bytes }],
        Err(error) => {
            let says = desk_phrases::EXPORT_FAILED
                .with(state.language, &[("name", &name), ("why", &export_message(&error, state.language))]);
            state.notice = Some(Notice::Bad(says));
            Vec::new()
        }
    }
}
