use super::column::{COLUMNS, DEPLOYED, LEVEL, NAME, read_cell};
use super::copy::unguarded;
use super::sheet::{RawRow, Sheet};
use super::{Handling, Rows};
use crate::quarterly::{ListedService, SERVICE_LIST};
use crate::registry::{ServiceId, Severity};
use crate::rules::{Finding, Found};
use crate::session::entry::{Entry, is_blank};
use crate::vietnamese::{Date, parse_count, search_key};
use std::collections::{BTreeMap, BTreeSet};

/// Something odd in what was pasted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Odd {
    /// The line, from 1.
    pub line: usize,
    /// The column of what was pasted, from 0; none where it is the row.
    pub column: Option<usize>,
    /// What it is.
    pub kind: OddKind,
}

/// What can be odd.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OddKind {
    /// A cell that its field cannot hold.
    Unreadable(Finding),
    /// A day as a spreadsheet counts it, without its format.
    Serial(Date),
    /// A service without a name or a level.
    Blank,
    /// What stands in a merged cell was written into each of so many rows.
    Merged(usize),
    /// Such a row stands in the list already.
    Listed(ServiceId, Same),
    /// A row of sums, left out.
    Sum,
    /// A row with nothing but a running number, or that numbers the columns, left out.
    Numbering,
    /// A row that is one cell over all columns, the heading of a group, left out.
    Group,
    /// A quotation mark that is never closed; the row is left out.
    Quotes,
}

/// By what a row is known to stand in the list already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Same {
    /// Its code.
    Code,
    /// Its name and its address.
    NameAndAddress,
}

/// The rows of a sheet as they would be taken, and what is odd in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::session) struct Judged {
    pub(in crate::session) rows: Vec<JudgedRow>,
    pub(in crate::session) odd: Vec<Odd>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::session) struct JudgedRow {
    /// Its place among the rows below the headings, from 0.
    pub(in crate::session) place: usize,
    pub(in crate::session) service: ListedService,
    /// What could not be read, by column of the list.
    pub(in crate::session) unread: Vec<(usize, Entry)>,
    /// Whether it is not taken.
    pub(in crate::session) left_out: bool,
}

/// How the sheet is looked at.
pub(super) struct Look<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) headings: usize,
    pub(super) columns: &'a [Option<usize>],
    pub(super) handling: Handling,
    /// Whether the rows are services, rather than cells that go into rows there are.
    pub(super) whole: bool,
    /// The list there is, where rows are added to it.
    pub(super) beside: Option<&'a Rows>,
}

/// Looks at all rows below the headings.
pub(super) fn judged(look: &Look<'_>) -> Judged {
    let mut judged = Judged::default();
    let listed = look.beside.map(Listed::of).unwrap_or_default();
    for (place, row) in look.sheet.rows.iter().skip(look.headings).enumerate() {
        merged_cells(row, look, &mut judged.odd);
        if look.whole && row.is_blank() {
            continue;
        }
        if let Some(kind) = no_service(row, look) {
            judged.odd.push(Odd { line: row.line, column: None, kind });
            judged.rows.push(JudgedRow { place, left_out: true, ..blank_row() });
            continue;
        }
        let read = read_row(row, place, look, &mut judged.odd);
        judged.odd.extend(listed.odd(&read.service, row.line));
        judged.rows.push(read);
    }
    judged
}

fn blank_row() -> JudgedRow {
    JudgedRow { place: 0, service: ListedService::default(), unread: Vec::new(), left_out: false }
}

fn read_row(row: &RawRow, place: usize, look: &Look<'_>, odd: &mut Vec<Odd>) -> JudgedRow {
    let mut read = JudgedRow { place, ..blank_row() };
    let mut wrong = false;
    for (column, field) in look.columns.iter().enumerate() {
        let Some(field) = *field else { continue };
        let text = row.cells.get(column).map_or("", |cell| &cell.text);
        let text = unguarded(text);
        let path = format!("{SERVICE_LIST}/row/{}", COLUMNS.get(field).copied().unwrap_or_default());
        let kind = match read_cell(&mut read.service, field, &path, text) {
            Ok(()) if look.whole && (field == NAME || field == LEVEL) && is_blank(text) => Some(OddKind::Blank),
            Ok(()) => None,
            Err(entry) => {
                let finding = entry.finding.clone();
                read.unread.push((field, *entry));
                Some(serial(field, text).map_or(OddKind::Unreadable(finding), OddKind::Serial))
            }
        };
        let kind = kind.or_else(|| far_level(field, &read.service, text));
        if let Some(kind) = kind {
            wrong = true;
            odd.push(Odd { line: row.line, column: Some(column), kind });
        }
    }
    read.left_out = wrong && look.handling == Handling::LeaveOut;
    read
}

/// What is said of a number that is no level.
fn level_finding(text: &str) -> Finding {
    Finding {
        rule: "entry-level".to_owned(),
        severity: Severity::Error,
        paths: vec![format!("{SERVICE_LIST}/row/level")],
        values: BTreeMap::from([("text".to_owned(), Found::Text(text.trim().to_owned()))]),
        marked: Vec::new(),
        open: false,
        fault: None,
    }
}

/// A number that is no level; it is taken, and a rule asks about it.
fn far_level(field: usize, service: &ListedService, text: &str) -> Option<OddKind> {
    let far = field == LEVEL && service.level.is_some_and(|level| !(1..=4).contains(&level));
    far.then(|| OddKind::Unreadable(level_finding(text)))
}

/// The day of a number of a spreadsheet, which counts days from 30/12/1899 (ECMA-376, part 1, 18.17.4.1), for the years
/// that can be typed.
fn serial(field: usize, text: &str) -> Option<Date> {
    let days = text.trim().parse::<i32>().ok().filter(|_| field == DEPLOYED)?;
    Date::of_spreadsheet(days)
}

fn merged_cells(row: &RawRow, look: &Look<'_>, odd: &mut Vec<Odd>) {
    for (column, cell) in row.cells.iter().enumerate() {
        if cell.merged > 1 && look.columns.get(column).is_some_and(Option::is_some) {
            odd.push(Odd { line: row.line, column: Some(column), kind: OddKind::Merged(cell.merged) });
        }
    }
}

/// Why a row is no service, where it is none.
fn no_service(row: &RawRow, look: &Look<'_>) -> Option<OddKind> {
    if row.unclosed {
        return Some(OddKind::Quotes);
    }
    if !look.whole {
        return None;
    }
    let filled: Vec<(usize, &str)> = row
        .cells
        .iter()
        .enumerate()
        .map(|(column, cell)| (column, cell.text.trim()))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let is_wide = |column: &usize| row.cells.get(*column).is_some_and(|cell| cell.wide);
    if is_numbering(&filled) {
        Some(OddKind::Numbering)
    } else if filled.iter().any(|(_, text)| is_sum(text)) && !has_level(row, look) {
        Some(OddKind::Sum)
    } else if filled.iter().all(|(column, text)| is_wide(column) || parse_count(text).is_ok() || is_roman(text))
        && filled.iter().any(|(column, _)| is_wide(column))
    {
        Some(OddKind::Group)
    } else {
        None
    }
}

/// A running number alone, or numbers that count the columns: `1 2 3`, `(1) (2) (3)`.
fn is_numbering(filled: &[(usize, &str)]) -> bool {
    let number = |text: &str| text.trim_matches(['(', ')']).parse::<usize>().ok();
    match filled {
        [(_, text)] => number(text).is_some(),
        [first, .., last] if filled.len() > 2 => {
            let from = number(first.1);
            number(last.1).is_some()
                && from.is_some_and(|from| filled.iter().zip(from..).all(|((_, text), nth)| number(text) == Some(nth)))
        }
        _ => false,
    }
}

fn is_sum(text: &str) -> bool {
    let key = search_key(text);
    matches!(key.as_str(), "cong" | "tong" | "total" | "sum")
        || ["tong cong", "tong so", "grand total"].iter().any(|word| key.starts_with(word))
}

fn is_roman(text: &str) -> bool {
    text.trim_end_matches('.').chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

fn has_level(row: &RawRow, look: &Look<'_>) -> bool {
    let column = look.columns.iter().position(|field| *field == Some(LEVEL));
    column.is_some_and(|column| matches!(row.text(column), "1" | "2" | "3" | "4"))
}

/// What stands in the list already.
#[derive(Default)]
struct Listed<'a> {
    codes: BTreeMap<String, &'a ServiceId>,
    names: BTreeMap<(String, String), &'a ServiceId>,
}

impl<'a> Listed<'a> {
    fn of(rows: &'a Rows) -> Self {
        let mut listed = Self::default();
        for (id, service) in rows {
            listed.codes.entry(search_key(&service.code)).or_insert(id);
            listed.names.entry(name_of(service)).or_insert(id);
        }
        listed.codes.remove("");
        listed.names.retain(|(name, _), _| !name.is_empty());
        listed
    }

    fn odd(&self, service: &ListedService, line: usize) -> Option<Odd> {
        let code = self.codes.get(&search_key(&service.code)).map(|id| (*id, Same::Code));
        let (id, same) = code.or_else(|| Some((*self.names.get(&name_of(service))?, Same::NameAndAddress)))?;
        Some(Odd { line, column: None, kind: OddKind::Listed(id.clone(), same) })
    }
}

fn name_of(service: &ListedService) -> (String, String) {
    (search_key(&service.name), search_key(&service.address))
}

/// The fields that more than one column was said to be.
pub(super) fn twice(columns: &[Option<usize>]) -> Option<usize> {
    let mut seen = BTreeSet::new();
    columns.iter().flatten().copied().find(|field| !seen.insert(*field))
}

/// The columns of which one is wanted, where rows are services.
pub(super) fn lacks_name(columns: &[Option<usize>]) -> bool {
    !columns.contains(&Some(NAME))
}
