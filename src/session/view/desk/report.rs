use super::Pick;
use super::papers::{HandView, hand};
use crate::collect::TableKind;
use crate::export::Paper;
use crate::session::State;
use crate::session::desk::{Desk, ReportField, paper, receivers};
use crate::text::{Phrase, desk_phrases, table_short_name};
use std::rc::Rc;

/// What leaves the desk.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportView {
    /// What the coordinator writes.
    pub fields: Vec<ReportRow>,
    /// The tables that can be saved.
    pub tables: Vec<Pick<TableKind>>,
    /// Receipts for all returns that count.
    pub receipts: ReceiptsView,
    /// The report as it would be printed.
    pub preview: Option<Rc<Paper>>,
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
    /// What is wrong with it; empty where nothing is.
    pub error: String,
}

/// Receipts for all returns that count.
#[derive(Clone, Debug, PartialEq)]
pub struct ReceiptsView {
    /// How many count, and how many of them have no receipt.
    pub says: String,
    /// What signs those without one; none where all have one.
    pub issue: Option<String>,
    /// What signs all of them again; none where none has one.
    pub again: Option<String>,
    /// The key that signs.
    pub hand: HandView,
}

const FIELDS: [(ReportField, &str, Phrase, bool); 8] = [
    (ReportField::Number, "report-number", desk_phrases::REPORT_NUMBER, false),
    (ReportField::Sign, "report-sign", desk_phrases::REPORT_SIGN, false),
    (ReportField::Place, "report-place", desk_phrases::REPORT_PLACE, false),
    (ReportField::Date, "report-date", desk_phrases::REPORT_DATE, false),
    (ReportField::Signatory, "report-signatory", desk_phrases::REPORT_SIGNATORY, false),
    (ReportField::Authority, "report-authority", desk_phrases::REPORT_AUTHORITY, true),
    (ReportField::Recipients, "report-recipients", desk_phrases::REPORT_RECIPIENTS, true),
    (ReportField::Remarks, "report-remarks", desk_phrases::REPORT_REMARKS, true),
];

/// The report's words and what can be saved; none without a desk.
pub fn report(state: &State) -> Option<ReportView> {
    let desk = state.desk.as_ref()?;
    let words = desk.report();
    let value = |field: ReportField| match field {
        ReportField::Number => &words.number,
        ReportField::Sign => &words.sign,
        ReportField::Place => &words.place,
        ReportField::Date => &words.date,
        ReportField::Remarks => &words.remarks,
        ReportField::Recipients => &words.recipients,
        ReportField::Authority => &words.authority,
        ReportField::Signatory => &words.signatory,
    };
    let wrong = |field: ReportField| match field {
        ReportField::Date if words.is_date_wrong() => state.say(desk_phrases::REPORT_DATE_WRONG),
        _ => String::new(),
    };
    let row = |(field, id, label, lines): (ReportField, &'static str, Phrase, bool)| ReportRow {
        field,
        id,
        label: state.say(label),
        value: value(field).clone(),
        lines,
        error: wrong(field),
    };
    let table =
        |value: TableKind| Pick { value, name: table_short_name(value, state.language).to_owned(), chosen: false };
    Some(ReportView {
        fields: FIELDS.map(row).to_vec(),
        tables: TableKind::ALL.map(table).to_vec(),
        receipts: receipts(state, desk),
        preview: desk.preview.clone(),
    })
}

fn receipts(state: &State, desk: &Desk) -> ReceiptsView {
    let count = |again: bool| desk.ledger().map_or(0, |ledger| receivers(ledger, again).len());
    let (counting, without) = (count(true), count(false));
    let values = [("counting", counting.to_string()), ("without", without.to_string())];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let issue = |phrase: Phrase, count: usize| phrase.counted(state.language, count);
    ReceiptsView {
        says: desk_phrases::RECEIPTS_COUNT.with(state.language, &values),
        issue: (without > 0).then(|| issue(desk_phrases::ISSUE_RECEIPTS, without)),
        again: (without < counting).then(|| issue(desk_phrases::ISSUE_AGAIN, counting)),
        hand: hand(state, desk),
    }
}

/// The report as it would be printed now; none without a desk.
pub fn printed(state: &State) -> Option<Paper> {
    Some(paper(state, state.desk.as_ref()?))
}
