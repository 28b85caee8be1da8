use super::column::{ADDRESS, CODE, COLUMNS, DEPLOYED, LEVEL, NAME, RECEIVED, RESOLVED};
use super::sheet::{RawRow, Sheet};
use crate::vietnamese::{Date, parse_count, search_key};

/// Headings stand among so many rows at the top.
pub(in crate::session) const MOST_HEADINGS: usize = 6;

/// So many rows are looked at to recognise a column by what stands in it.
const LOOKED_AT: usize = 60;

/// A heading has no more letters than this.
const LONGEST_HEADING: usize = 80;

/// Words of headings, and the columns that they mean; the first that fits counts. A running number is no column of the list.
const WORDS: [(&str, Option<usize>); 33] = [
    ("stt", None),
    ("tt", None),
    ("so tt", None),
    ("so thu tu", None),
    ("thoi gian giai", None),
    ("thoi han", None),
    ("ghi chu", None),
    ("muc do", Some(LEVEL)),
    ("muc", Some(LEVEL)),
    ("level", Some(LEVEL)),
    ("ngay", Some(DEPLOYED)),
    ("thoi gian", Some(DEPLOYED)),
    ("thoi diem", Some(DEPLOYED)),
    ("date", Some(DEPLOYED)),
    ("day", Some(DEPLOYED)),
    ("dia chi", Some(ADDRESS)),
    ("duong dan", Some(ADDRESS)),
    ("lien ket", Some(ADDRESS)),
    ("website", Some(ADDRESS)),
    ("url", Some(ADDRESS)),
    ("link", Some(ADDRESS)),
    ("address", Some(ADDRESS)),
    ("tiep nhan", Some(RECEIVED)),
    ("received", Some(RECEIVED)),
    ("giai quyet", Some(RESOLVED)),
    ("resolved", Some(RESOLVED)),
    ("ma", Some(CODE)),
    ("code", Some(CODE)),
    ("ten", Some(NAME)),
    ("name", Some(NAME)),
    ("dich vu", Some(NAME)),
    ("thu tuc", Some(NAME)),
    ("service", Some(NAME)),
];

/// What a heading names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    /// A column of the list.
    Column(usize),
    /// Something that the list has no column for.
    Other,
}

fn named(heading: &str) -> Option<Named> {
    if heading.chars().count() > LONGEST_HEADING {
        return None;
    }
    let key = format!(" {} ", search_key(heading));
    let found = WORDS.iter().find(|(word, _)| key.contains(&format!(" {word} ")));
    found.map(|(_, column)| column.map_or(Named::Other, Named::Column))
}

/// How many rows at the top are headings.
pub(super) fn headings(sheet: &Sheet) -> usize {
    sheet.rows.iter().take(MOST_HEADINGS).rposition(is_heading).map_or(0, |index| index + 1)
}

/// Whether a row names columns rather than a service: “Mức độ (1-4)” is a heading as well, “Mức 3” of a service none.
fn is_heading(row: &RawRow) -> bool {
    let cells = || row.cells.iter().map(|cell| cell.text.trim());
    let is_value = |text: &str| is_address(text) || Date::parse_typed(text).is_ok() || parse_count(text).is_ok();
    if cells().any(is_value) {
        return false;
    }
    let mut fields: Vec<usize> = Vec::new();
    let mut digits = false;
    for text in cells() {
        if let Some(Named::Column(column)) = named(text)
            && !fields.contains(&column)
        {
            fields.push(column);
            digits |= column == LEVEL && text.contains(|c: char| c.is_ascii_digit());
        }
    }
    fields.len() >= 4 || fields.len() >= 2 && !digits
}

/// Which field each column is: by its heading, else by what stands in it and by its place.
pub(super) fn fields(sheet: &Sheet, headings: usize) -> Vec<Option<usize>> {
    let by_heading = by_headings(sheet, headings);
    if by_heading.iter().any(Option::is_some) {
        return by_heading;
    }
    let rows: Vec<&RawRow> = sheet.rows.iter().skip(headings).filter(|row| !row.is_blank()).take(LOOKED_AT).collect();
    let by_contents = by_contents(sheet, &rows);
    let level = by_contents.iter().position(|field| *field == Some(LEVEL));
    let level_in_place = share(&rows, LEVEL, is_level) >= 50 || level.is_none();
    let in_place = sheet.width > LEVEL && !is_running(&rows, 0) && level_in_place;
    if in_place { in_order(sheet.width, 0) } else { by_contents }
}

/// The columns of the list in their order from one on, as cells are pasted into a table.
pub(super) fn in_order(width: usize, from: usize) -> Vec<Option<usize>> {
    (from..from + width).map(|field| (field < COLUMNS.len()).then_some(field)).collect()
}

/// What a column is called, its headings joined.
pub(in crate::session) fn heading(sheet: &Sheet, headings: usize, column: usize) -> String {
    let mut words: Vec<&str> = Vec::new();
    for row in sheet.rows.iter().take(headings) {
        let text = row.text(column);
        if !text.is_empty() && !words.contains(&text) {
            words.push(text);
        }
    }
    words.join(" · ")
}

fn by_headings(sheet: &Sheet, headings: usize) -> Vec<Option<usize>> {
    let mut taken: Vec<usize> = Vec::new();
    let mut fields = Vec::new();
    for column in 0..sheet.width {
        let above = sheet.rows.iter().take(headings).rev().filter_map(|row| named(row.text(column))).next();
        let field = match above {
            Some(Named::Column(field)) if !taken.contains(&field) => Some(field),
            _ => None,
        };
        taken.extend(field);
        fields.push(field);
    }
    fields
}

/// The share of the cells with something in them that are so, in percent.
fn share(rows: &[&RawRow], column: usize, is: impl Fn(&str) -> bool) -> usize {
    let filled = || rows.iter().map(|row| row.text(column)).filter(|text| !text.is_empty());
    (filled().filter(|text| is(text)).count() * 100).checked_div(filled().count()).unwrap_or(0)
}

fn is_level(text: &str) -> bool {
    matches!(text, "1" | "2" | "3" | "4")
}

fn is_address(text: &str) -> bool {
    let bare = text.contains('.') && !text.contains(char::is_whitespace) && text.contains(char::is_alphabetic);
    text.contains("://") || text.starts_with("www.") || bare && text.contains(".vn")
}

/// Whether the column counts its rows: 1, 2, 3.
fn is_running(rows: &[&RawRow], column: usize) -> bool {
    let numbers: Vec<i64> = rows.iter().filter_map(|row| parse_count(row.text(column)).ok()).collect();
    let begins = numbers.len() > 1 && column == 0 && numbers.first() == Some(&1) || numbers.len() > 4;
    begins && numbers.len() * 2 > rows.len() && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
}

/// Each column of the list is the first column of the sheet that looks like it and is no other.
fn by_contents(sheet: &Sheet, rows: &[&RawRow]) -> Vec<Option<usize>> {
    let mut fields: Vec<Option<usize>> = vec![None; sheet.width];
    let mut left: Vec<usize> = (0..sheet.width).filter(|column| !is_running(rows, *column)).collect();
    let mut take = |field: usize, found: Option<usize>| {
        if let Some(column) = found {
            fields[column] = Some(field);
            left.retain(|other| *other != column);
        }
        left.clone()
    };
    let first =
        |left: &[usize], is: &dyn Fn(&str) -> bool| left.iter().copied().find(|column| share(rows, *column, is) >= 60);
    let mut now = take(usize::MAX, None);
    for (field, is) in [
        (ADDRESS, &is_address as &dyn Fn(&str) -> bool),
        (DEPLOYED, &|text: &str| Date::parse_typed(text).is_ok()),
        (LEVEL, &is_level),
        (RECEIVED, &|text: &str| parse_count(text).is_ok()),
        (RESOLVED, &|text: &str| parse_count(text).is_ok()),
    ] {
        now = take(field, first(&now, is));
    }
    let letters = |column: usize| rows.iter().map(|row| row.text(column).chars().count()).sum::<usize>();
    let longest = now.iter().copied().max_by_key(|column| (letters(*column), usize::MAX - column));
    now = take(NAME, longest.filter(|column| letters(*column) > 0));
    let code = now.iter().copied().find(|column| letters(*column) > 0 && longest.is_some_and(|name| *column < name));
    take(CODE, code);
    fields
}
