use super::{Pick, Tone};
use crate::collect::{Agreement, CrossCheck, crosschecks};
use crate::session::State;
use crate::session::desk::collected;
use crate::text::{crosscheck_heading, crosscheck_text, desk_phrases};

/// What was collected, held against itself, the print and the quarter before.
#[derive(Clone, Debug, PartialEq)]
pub struct ReconciliationView {
    /// How many comparisons agree, differ, or cannot be made.
    pub summary: String,
    /// All comparisons, or those that differ.
    pub picks: Vec<Pick<bool>>,
    /// The comparisons, by kind.
    pub parts: Vec<CheckPart>,
}

/// Comparisons of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckPart {
    /// Its name for the page.
    pub code: &'static str,
    /// Its heading.
    pub title: String,
    /// The comparisons.
    pub rows: Vec<CheckRow>,
}

/// One comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckRow {
    /// Of what.
    pub what: String,
    /// The one figure.
    pub left: String,
    /// The other.
    pub right: String,
    /// What comes of it.
    pub verdict: String,
    /// How that is to be taken.
    pub tone: Tone,
}

/// The reconciliation; none without a desk.
pub fn reconciliation(state: &State) -> Option<ReconciliationView> {
    let desk = state.desk.as_ref()?;
    let checks = crosschecks(&collected(state, desk));
    let only = desk.look.differing;
    let count = |agreement: Agreement| checks.iter().filter(|check| check.agreement() == agreement).count().to_string();
    let counts = [Agreement::Agrees, Agreement::Differs, Agreement::Unknown].map(count);
    let [agree, differ, unknown] = counts.each_ref().map(String::as_str);
    let shown: Vec<&CrossCheck> =
        checks.iter().filter(|check| !only || check.agreement() == Agreement::Differs).collect();
    let parts = shown.chunk_by(|left, right| left.code == right.code).filter_map(|kind| part(state, kind));
    let picks = [(false, desk_phrases::LENS_ALL), (true, desk_phrases::DIFFERING)];
    Some(ReconciliationView {
        summary: desk_phrases::RECONCILED
            .with(state.language, &[("agree", agree), ("differ", differ), ("unknown", unknown)]),
        picks: picks.map(|(value, name)| Pick { value, name: state.say(name), chosen: value == only }).to_vec(),
        parts: parts.collect(),
    })
}

fn part(state: &State, kind: &[&CrossCheck]) -> Option<CheckPart> {
    let code = kind.first()?.code;
    let title = crosscheck_heading(code, state.language).to_owned();
    Some(CheckPart { code: code.code(), title, rows: kind.iter().map(|check| row(state, check)).collect() })
}

fn row(state: &State, check: &CrossCheck) -> CheckRow {
    let told = crosscheck_text(&state.registry, check, state.language);
    let tone = match check.agreement() {
        Agreement::Agrees => Tone::Good,
        Agreement::Differs => Tone::Bad,
        Agreement::Unknown => Tone::Quiet,
    };
    CheckRow { what: told.what, left: told.left, right: told.right, verdict: told.verdict, tone }
}
