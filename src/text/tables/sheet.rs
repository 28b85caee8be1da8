use super::{Language, rests_text, say, table_headings, table_name, table_short_name, value_words};
use crate::collect::{Rests, Row, RowKind, Table, Value};
use crate::export::{Align, Column, Line, Sheet, SheetCell};
use crate::registry::Registry;

/// The table for spreadsheets, documents and print. Its title is the table's name, to which the caller may add the
/// quarter; its notes say on how many agencies each total rests.
pub fn table_sheet(table: &Table, registry: &Registry, language: Language) -> Sheet {
    Sheet {
        name: table_short_name(table.kind, language).to_owned(),
        title: vec![table_name(table.kind, language).to_owned()],
        headings: table_headings(table, language),
        columns: table.columns.iter().map(|column| shape(column)).collect(),
        rows: table.rows.iter().map(|row| line(row, registry, language)).collect(),
        notes: notes(table, language),
    }
}

/// A value for other programs: a change is a plain number there.
pub(super) fn sheet_cell(value: &Value, registry: &Registry, language: Language) -> SheetCell {
    match value {
        Value::NoData => SheetCell::NoData,
        Value::Blank => SheetCell::Blank,
        Value::Number(number) | Value::Change(number) => SheetCell::Number(*number),
        Value::Share { part, whole } => SheetCell::Share { part: *part, whole: *whole },
        Value::Rank(rank) => SheetCell::Number(i64::try_from(*rank).unwrap_or(i64::MAX)),
        Value::Date(day) => SheetCell::Date(*day),
        value => SheetCell::Text(value_words(value, registry, language)),
    }
}

fn line(row: &Row, registry: &Registry, language: Language) -> Line {
    let cells = row.cells.iter().map(|cell| sheet_cell(&cell.value, registry, language)).collect();
    match row.kind {
        RowKind::Plain => Line::plain(cells),
        RowKind::Total => Line::total(cells),
    }
}

/// How wide a column is, and where its values stand.
fn shape(column: &str) -> Column {
    let (width, align) = match column {
        "no" | "rank" | "number" => (8, Align::Centre),
        "agency" => (32, Align::Text),
        "task" | "general-task" => (48, Align::Text),
        "progress" | "obstacle" | "difficulties" | "proposals" => (40, Align::Text),
        "not-done" | "exempt" | "not-reported" | "remark" | "reason" => (32, Align::Text),
        "deadline" | "status" | "list" => (18, Align::Text),
        "new-deadline" => (12, Align::Centre),
        _ => (11, Align::Number),
    };
    Column { width, align }
}

fn notes(table: &Table, language: Language) -> Vec<String> {
    let cells = || table.rows.iter().flat_map(|row| &row.cells);
    let mut notes: Vec<String> = table.rows.iter().filter_map(|row| rests_note(table, row, language)).collect();
    if cells().any(|cell| cell.value == Value::NoData) {
        let dash =
            say("Dấu “-”: không có số liệu; không tính là 0 khi cộng.", "“-”: no data, which no sum takes for zero.");
        notes.push(dash.text(language).to_owned());
    }
    notes
}

/// What a total rests on, told once for all columns that rest on as many agencies; none of a row that is no total.
fn rests_note(table: &Table, row: &Row, language: Language) -> Option<String> {
    let words = row.cells.iter().find_map(|cell| match cell.value {
        Value::Word(word) => Some(super::word(word).text(language)),
        _ => None,
    })?;
    let mut told: Vec<(Rests, Vec<String>)> = Vec::new();
    let names = column_names(table, language);
    for (cell, name) in row.cells.iter().zip(names) {
        let Some(rests) = cell.rests else { continue };
        match told.iter_mut().find(|(known, _)| *known == rests) {
            Some((_, names)) => names.push(name),
            None => told.push((rests, vec![name])),
        }
    }
    let all_alike = told.len() == 1;
    let parts = told.iter().map(|(rests, names)| {
        let rests = rests_text(*rests, language);
        if all_alike { rests } else { format!("{} {rests}", names.join(", ")) }
    });
    let parts = parts.collect::<Vec<_>>().join("; ");
    (!parts.is_empty()).then(|| format!("{words}: {parts}."))
}

/// Each column's name, with the words over its group before it: `DVCTT mức độ 3 (quý trước)`.
fn column_names(table: &Table, language: Language) -> Vec<String> {
    let headings = Sheet { headings: table_headings(table, language), ..Sheet::default() };
    headings.texts().into_iter().next().unwrap_or_default()
}
