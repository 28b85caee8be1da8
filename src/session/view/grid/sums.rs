use super::super::review::{Answered, ReviewGroup, ReviewLine};
use super::number;
use crate::quarterly::{Return, SERVICE_LIST};
use crate::session::State;
use crate::session::grid::{LevelSums, level_sums};
use crate::text::{grid_phrases, phrases};
use crate::vietnamese::count_text;

/// One level's sums, beside what was counted in the sections before.
#[derive(Clone, Debug, PartialEq)]
pub struct SumRow {
    /// The level, or that none is given.
    pub level: String,
    /// Services, dossiers received, dossiers resolved.
    pub cells: [SumCell; 3],
}

/// One sum.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SumCell {
    /// The sum; a dash where nothing can be added.
    pub sum: String,
    /// What was not added, and what was counted in the sections before.
    pub beside: Vec<String>,
    /// Whether the sum and the count differ.
    pub differs: bool,
}

/// The sums by level, those without a level last; none without a list.
pub(super) fn sums(state: &State) -> Vec<SumRow> {
    let content = state.draft.as_ref().map(|draft| &draft.content);
    content.map(|content| level_sums(content).iter().map(|of| row(state, content, of)).collect()).unwrap_or_default()
}

fn row(state: &State, content: &Return, of: &LevelSums) -> SumRow {
    let counted = |id: &str| {
        let level = of.level?;
        let id =
            format!("{}{level}{}", id.split('N').next().unwrap_or_default(), id.split('N').nth(1).unwrap_or_default());
        Some(content.services.get(id.as_str()).and_then(|count| count.answer.as_ref()?.number()))
    };
    let asked = |id: &str| counted(id).filter(|_| of.level.is_some_and(|level| level >= 3));
    SumRow {
        level: of.level.map_or_else(|| state.say(grid_phrases::LEVEL_NONE), |level| level.to_string()),
        cells: [
            cell(state, i64::try_from(of.services).ok(), 0, counted("levelN")),
            cell(state, of.received, of.without_received, asked("receivedN-year")),
            cell(state, of.resolved, of.without_resolved, asked("resolvedN-year")),
        ],
    }
}

/// A sum beside what was counted: no count is asked for, none is given, or this one.
fn cell(state: &State, sum: Option<i64>, missing: usize, counted: Option<Option<i64>>) -> SumCell {
    let language = state.language;
    let differs = matches!((sum, counted), (Some(sum), Some(Some(counted))) if sum != counted);
    let mut beside = Vec::new();
    if missing > 0 {
        beside.push(grid_phrases::MISSING.with(language, &[("count", &number(missing))]));
    }
    match counted {
        None => {}
        Some(None) => beside.push(state.say(grid_phrases::NOT_COUNTED)),
        Some(Some(counted)) => {
            let phrase = if differs { grid_phrases::COUNTED_OTHER } else { grid_phrases::COUNTED };
            beside.push(phrase.with(language, &[("count", &count_text(counted))]));
        }
    }
    SumCell { sum: sum.map_or_else(|| "–".to_owned(), count_text), beside, differs }
}

/// The list as the review shows it: how many services at each level, with their dossiers.
pub(in crate::session::view) fn list_answers(state: &State) -> ReviewGroup {
    let line = |label: String, value: String, state: Answered| ReviewLine { label, value, state };
    let names = [grid_phrases::SERVICES, grid_phrases::RECEIVED, grid_phrases::RESOLVED].map(|name| state.say(name));
    let mut lines: Vec<ReviewLine> = Vec::new();
    for row in &sums(state) {
        let said = names.iter().zip(&row.cells).map(|(name, cell)| format!("{name}: {}", cell.sum));
        let label = format!("{} {}", state.say(grid_phrases::LEVEL), row.level.to_lowercase());
        lines.push(line(label, said.collect::<Vec<_>>().join("; "), Answered::Yes));
    }
    if lines.is_empty() {
        lines.push(line(state.say(grid_phrases::SERVICES), state.say(phrases::LEFT_BLANK), Answered::LeftBlank));
    }
    ReviewGroup { path: SERVICE_LIST.to_owned(), title: String::new(), text: String::new(), lines }
}
