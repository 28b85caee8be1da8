use super::Pick;
use crate::collect::TableKind;
use crate::export::Paper;
use crate::session::State;
use crate::session::desk::{ReportField, paper};
use crate::text::{Phrase, desk_phrases, table_short_name};

/// What leaves the desk.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportView {
    /// What the coordinator writes.
    pub fields: Vec<ReportRow>,
    /// The tables that can be saved.
    pub tables: Vec<Pick<TableKind>>,
}

/// One field of the report's head and signature.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportRow {
    /// Which.
    pub field: ReportField,
    /// Its name in the document.
    pub id: &'static str,
    /// What is asked.
    pub label: String,
    /// What stands in it.
    pub value: String,
    /// Whether it has several lines.
    pub lines: bool,
}

const FIELDS: [(ReportField, &str, Phrase, bool); 8] = [
    (ReportField::Number, "report-number", desk_phrases::REPORT_NUMBER, false),
    (ReportField::Sign, "report-sign", desk_phrases::REPORT_SIGN, false),
    (ReportField::Place, "report-place", desk_phrases::REPORT_PLACE, false),
    (ReportField::Date, "report-date", desk_phrases::REPORT_DATE, false),
    (ReportField::Remarks, "report-remarks", desk_phrases::REPORT_REMARKS, true),
    (ReportField::Recipients, "report-recipients", desk_phrases::REPORT_RECIPIENTS, true),
    (ReportField::Authority, "report-authority", desk_phrases::REPORT_AUTHORITY, true),
    (ReportField::Signatory, "report-signatory", desk_phrases::REPORT_SIGNATORY, false),
];

/// The report's words and what can be saved; none without a desk.
pub fn report(state: &State) -> Option<ReportView> {
    let draft = &state.desk.as_ref()?.report;
    let words = &draft.words;
    let value = |field: ReportField| match field {
        ReportField::Number => words.number.clone(),
        ReportField::Sign => words.sign.clone(),
        ReportField::Place => words.place.clone(),
        ReportField::Date => draft.date.clone(),
        ReportField::Remarks => words.remarks.clone(),
        ReportField::Recipients => words.recipients.join("\n"),
        ReportField::Authority => words.authority.join("\n"),
        ReportField::Signatory => words.signatory.clone(),
    };
    let row = |(field, id, label, lines): (ReportField, &'static str, Phrase, bool)| ReportRow {
        field,
        id,
        label: state.say(label),
        value: value(field),
        lines,
    };
    let table =
        |value: TableKind| Pick { value, name: table_short_name(value, state.language).to_owned(), chosen: false };
    Some(ReportView { fields: FIELDS.map(row).to_vec(), tables: TableKind::ALL.map(table).to_vec() })
}

/// The report as it is printed; none without a desk.
pub fn printed(state: &State) -> Option<Paper> {
    Some(paper(state, state.desk.as_ref()?))
}
