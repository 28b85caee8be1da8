use super::change::number;
use super::column::{COLUMNS, RECEIVED, cell_text, column_name};
use super::{selected, shown};
use crate::export::{csv_parted, is_formula};
use crate::quarterly::Answer;
use crate::registry::ServiceId;
use crate::session::action::Effect;
use crate::session::state::{Notice, State};
use crate::text::grid_phrases;

/// Copies the selected cells: as text that spreadsheets take, and as a table for documents.
pub(super) fn copied(state: &mut State) -> Vec<Effect> {
    let here = shown(state);
    let range = selected(state, &here);
    let rows: Vec<&ServiceId> = range.rows.clone().filter_map(|place| here.at(place)).collect();
    let cells: Vec<Vec<String>> = rows
        .iter()
        .map(|row| range.columns.clone().map(|column| guarded(cell_text(state, row, column))).collect())
        .collect();
    let counts = [("rows", number(cells.len())), ("columns", number(range.columns.count()))];
    let counts = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
    state.notice = Some(Notice::Good(grid_phrases::COPIED.with(state.language, &counts)));
    vec![Effect::Copy { text: tabbed(&cells), html: table(&cells) }]
}

/// The whole list as CSV, parted by semicolons as a Vietnamese spreadsheet expects it, under its headings.
pub(super) fn csv_file(state: &mut State) -> Vec<Effect> {
    let Some(draft) = &state.draft else { return Vec::new() };
    let mut rows = vec![(0..COLUMNS.len()).map(|column| column_name(state.language, column)).collect::<Vec<_>>()];
    for (id, service) in draft.content.service_list.iter() {
        let count = |answer: &Option<Answer>| answer.as_ref().and_then(Answer::number);
        let plain = |column: usize| match column {
            // Plain digits are the same number in every language of a spreadsheet.
            RECEIVED => count(&service.received).map(|count| count.to_string()),
            column if column > RECEIVED => count(&service.resolved).map(|count| count.to_string()),
            _ => None,
        };
        let cell = |column| plain(column).unwrap_or_else(|| guarded(cell_text(state, id, column)));
        rows.push((0..COLUMNS.len()).map(cell).collect());
    }
    let name = format!("36a_{}_{}_danh-muc.csv", draft.content.period, draft.content.agency);
    let Ok(bytes) = csv_parted(&rows, b';') else { return Vec::new() };
    state.notice = Some(Notice::Good(grid_phrases::CSV_SAVED.with(state.language, &[("name", &name)])));
    vec![Effect::Download { name, bytes }]
}

/// The cell with an apostrophe before what a spreadsheet would work out; `unguarded` takes it off again.
fn guarded(cell: String) -> String {
    if is_formula(cell.trim_start_matches('\'')) { format!("'{cell}") } else { cell }
}

/// The cell without the apostrophe that keeps it from being a formula.
pub(super) fn unguarded(cell: &str) -> &str {
    let bare = cell.strip_prefix('\'').filter(|bare| is_formula(bare.trim_start_matches('\'')));
    bare.unwrap_or(cell)
}

/// Cells parted by tabs, rows by line ends; what would not stay one cell stands in quotation marks.
fn tabbed(rows: &[Vec<String>]) -> String {
    let quoted = |cell: &String| {
        let apart = cell.contains(['\t', '\n', '\r']) || cell.starts_with('"');
        if apart { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
    };
    let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join("\t");
    rows.iter().map(|row| format!("{}\r\n", line(row))).collect()
}

fn table(rows: &[Vec<String>]) -> String {
    let escaped = |cell: &str| cell.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let line = |row: &Vec<String>| row.iter().map(|cell| format!("<td>{}</td>", escaped(cell))).collect::<String>();
    let lines: String = rows.iter().map(|row| format!("<tr>{}</tr>", line(row))).collect();
    format!("<meta charset=\"utf-8\"><table>{lines}</table>")
}
