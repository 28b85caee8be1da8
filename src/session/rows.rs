use super::entry::{clean, put};
use crate::quarterly::{ListedService, Return};
use crate::registry::{ServiceId, Severity};
use crate::rules::{Finding, Found};
use crate::vietnamese::search_key;
use csv::{ReaderBuilder, StringRecord};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A list has at most so many rows.
pub(super) const MOST_ROWS: usize = 5_000;

/// The columns of a list in their order, as fields are named, each with words by which a heading is known.
pub(super) const COLUMNS: [(&str, &[&str]); 7] = [
    ("code", &["ma", "code"]),
    ("name", &["ten", "name"]),
    ("level", &["muc", "muc do", "level"]),
    ("deployed_on", &["ngay", "thoi gian", "date"]),
    ("address", &["dia chi", "website", "url", "address"]),
    ("received", &["tiep nhan", "received"]),
    ("resolved", &["giai quyet", "resolved"]),
];

/// The columns without which a row is no service that could be counted.
const WANTED: [&str; 2] = ["name", "level"];

/// The place of the level among the columns; a row that ends before it is no row of a list.
const LEVEL: usize = 2;

/// A list as it was read: the rows that can be taken, and what is wrong with the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadList {
    /// Rows that can be read.
    pub rows: Vec<ListedService>,
    /// What cannot be read, in the order of the text.
    pub faults: Vec<RowFault>,
}

/// Something in a row that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// The line of the text, from 1.
    pub line: usize,
    /// What is wrong; its path ends in the column's name.
    pub finding: Finding,
}

/// Why a text is no list at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ListError {
    /// It has no row.
    Empty,
    /// It has more rows than a list may have.
    TooMany,
}

/// A row as it stands in the text.
struct Row {
    line: usize,
    cells: StringRecord,
    /// Whether a quotation mark in it is opened and never closed.
    unclosed: bool,
}

/// The rows in a text whose cells are parted by this sign; `of` is the return that they are read for.
pub(super) fn read_rows(text: &str, delimiter: u8, of: &Return) -> Result<ReadList, ListError> {
    let mut rows = rows(text, delimiter);
    if rows.first().is_some_and(|row| is_heading(&row.cells)) {
        rows.remove(0);
    }
    match rows.len() {
        0 => return Err(ListError::Empty),
        count if count > MOST_ROWS => return Err(ListError::TooMany),
        _ => {}
    }
    let mut scratch = of.clone();
    let mut list = ReadList::default();
    for row in &rows {
        match read_row(row, &mut scratch) {
            Ok(service) => list.rows.push(service),
            Err(findings) => {
                list.faults.extend(findings.into_iter().map(|finding| RowFault { line: row.line, finding }));
            }
        }
    }
    Ok(list)
}

/// The rows in which something stands: as many as a list may have, its heading, and one more where there are more.
fn rows(text: &str, delimiter: u8) -> Vec<Row> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut cells = StringRecord::new();
    let byte = |position: u64| usize::try_from(position).unwrap_or(usize::MAX);
    let (mut start, mut line) = (0, 1);
    // Records of any length out of a text in memory are always read.
    while rows.len() < MOST_ROWS + 2 && reader.read_record(&mut cells).unwrap_or(false) {
        let end = byte(reader.position().byte());
        let raw = text.get(start..end).unwrap_or_default();
        // The reader begins a record at the blank lines before it.
        let first = line + raw.bytes().take_while(|byte| *byte == b'\n').count();
        (start, line) = (end, line + raw.bytes().filter(|byte| *byte == b'\n').count());
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            let unclosed = is_unclosed(raw, &cells, delimiter, end == text.len());
            rows.push(Row { line: first, cells: cells.clone(), unclosed });
        }
    }
    rows
}

/// Whether a quotation mark took in what follows its cell: the cells after it, or all lines to the end of the text.
fn is_unclosed(raw: &str, cells: &StringRecord, delimiter: u8, last: bool) -> bool {
    let odd = last && raw.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    cells.iter().any(|cell| delimiter == b'\t' && cell.contains('\t') || odd && cell.contains('\n'))
}

/// The sign that parts the cells of a file: the one that its first line has most of, the tab where it has none.
pub(super) fn delimiter_of(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |sign: &u8| first.bytes().filter(|byte| byte == sign).count();
    // Of equal counts the last one wins.
    b",;\t".iter().copied().max_by_key(count).unwrap_or(b'\t')
}

/// Whether a first row names the columns rather than a service.
fn is_heading(record: &StringRecord) -> bool {
    let named = |(cell, (_, words)): (&str, &(&str, &[&str]))| {
        let key = format!(" {} ", search_key(cell));
        words.iter().any(|word| key.contains(&format!(" {word} ")))
    };
    let level = record.get(LEVEL).unwrap_or_default();
    let count = record.iter().zip(&COLUMNS).filter(|pair| named(*pair)).count();
    // “Mức độ (1-4)” is a heading as well, “Mức 3” of a service none.
    named((level, &COLUMNS[LEVEL])) && (count >= 4 || count >= 2 && !level.contains(|c: char| c.is_ascii_digit()))
}

/// The service in a row, or all that cannot be read in it.
fn read_row(row: &Row, scratch: &mut Return) -> Result<ListedService, Vec<Finding>> {
    let cells = &row.cells;
    let more = cells.iter().skip(COLUMNS.len()).any(|cell| !cell.trim().is_empty());
    if row.unclosed {
        return Err(vec![finding("", "list-quotes", "text", Found::Text(String::new()))]);
    }
    if more || cells.len() <= LEVEL {
        let found = Found::Number(i64::try_from(cells.len()).unwrap_or(i64::MAX));
        return Err(vec![finding("", "list-columns", "found", found)]);
    }
    let id = ServiceId::from("row");
    scratch.service_list = Arc::new([(id.clone(), ListedService::default())].into());
    let mut wrong = Vec::new();
    for ((name, _), cell) in COLUMNS.iter().zip(cells) {
        let cell = cell.replace('\n', " ");
        let read = put(scratch, &format!("/service_list/{id}/{name}"), &cell);
        let level = scratch.service_list.get(&id).and_then(|service| service.level);
        if *name == "level" && (matches!(read, Some(Err(_))) || level.is_some_and(|level| !(1..=4).contains(&level))) {
            wrong.push(finding(name, "list-level", "text", Found::Text(cell.trim().to_owned())));
        } else if let Some(Err(entry)) = read {
            wrong.push(entry.finding);
        } else if WANTED.contains(name) && clean(&cell).is_empty() {
            wrong.push(finding(name, "list-blank", "text", Found::Text(String::new())));
        }
    }
    let service = scratch.service_list.get(&id).cloned().unwrap_or_default();
    if wrong.is_empty() { Ok(service) } else { Err(wrong) }
}

fn finding(column: &str, code: &str, name: &str, found: Found) -> Finding {
    Finding {
        rule: code.to_owned(),
        severity: Severity::Error,
        paths: vec![format!("/service_list/row/{column}")],
        values: BTreeMap::from([(name.to_owned(), found)]),
        marked: Vec::new(),
        open: false,
        fault: None,
    }
}
