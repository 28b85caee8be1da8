use super::MOST_ROWS;
use crate::session::entry::is_blank;
use csv::{ReaderBuilder, StringRecord};

/// More columns are no list of services.
pub(super) const MOST_COLUMNS: usize = 100;

/// More bytes are not looked at.
pub(super) const MOST_BYTES: usize = 10_000_000;

/// Headings and blank rows beside as many rows as a list may have.
const BESIDE: usize = 200;

/// A table as a browser reads it out of what was copied.
pub type Table = Vec<Vec<TableCell>>;

/// One cell of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableCell {
    /// Its text, lines parted by `\n`.
    pub text: String,
    /// How many rows it covers.
    pub rows: usize,
    /// How many columns it covers.
    pub columns: usize,
}

/// Rows as they stood in what was pasted, blank ones among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The rows.
    pub rows: Vec<RawRow>,
    /// How many columns the longest has.
    pub width: usize,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawRow {
    /// The line of the text, or the row of the table, from 1.
    pub line: usize,
    /// Its cells.
    pub cells: Vec<RawCell>,
    /// Whether a quotation mark in it is opened and never closed.
    pub unclosed: bool,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawCell {
    /// Its text.
    pub text: String,
    /// How many rows the merged cell covers that begins here; 0 where none does.
    pub merged: usize,
    /// Whether it is one of several columns that a merged cell covers.
    pub wide: bool,
}

/// Why a text is no table at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetError {
    /// Nothing stands in it.
    Empty,
    /// It has more rows than a list may have.
    TooManyRows,
    /// It has so many columns.
    TooManyColumns(usize),
    /// It is too large to be looked at.
    TooLarge,
}

/// Whether several cells were copied: one goes into a cell as if typed.
pub fn is_many(text: &str, table: Option<&Table>) -> bool {
    match table {
        Some(table) => table.len() > 1 || table.iter().any(|row| row.len() > 1),
        None => text.trim_end_matches(['\r', '\n']).contains(['\t', '\n']),
    }
}

impl RawRow {
    /// The text of a cell; empty past the end.
    pub(super) fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.text.trim())
    }

    /// Whether nothing stands in it.
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| is_blank(&cell.text))
    }
}

/// The rows of a text whose cells are parted by this sign.
pub(super) fn of_text(text: &str, delimiter: u8) -> Result<Sheet, SheetError> {
    if text.len() > MOST_BYTES {
        return Err(SheetError::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows: Vec<RawRow> = Vec::new();
    let mut cells = StringRecord::new();
    let byte = |position: u64| usize::try_from(position).unwrap_or(usize::MAX);
    let (mut start, mut line) = (0, 1);
    // Records of any length out of a text in memory are always read.
    while rows.len() <= MOST_ROWS + BESIDE && reader.read_record(&mut cells).unwrap_or(false) {
        if cells.len() > MOST_COLUMNS && cells.iter().skip(MOST_COLUMNS).any(|cell| !cell.trim().is_empty()) {
            return Err(SheetError::TooManyColumns(cells.len()));
        }
        let end = byte(reader.position().byte());
        let raw = text.get(start..end).unwrap_or_default();
        // The reader begins a record at the blank lines before it.
        let blank = raw.bytes().take_while(|byte| *byte == b'\n').count();
        let room = (MOST_ROWS + BESIDE + 1).saturating_sub(rows.len());
        rows.extend((line..line + blank).take(room).map(|line| RawRow { line, ..RawRow::default() }));
        let first = line + blank;
        (start, line) = (end, line + raw.bytes().filter(|byte| *byte == b'\n').count());
        let unclosed = is_unclosed(raw, &cells, delimiter, end == text.len());
        let cells = cells.iter().take(MOST_COLUMNS).map(plain).collect();
        rows.push(RawRow { line: first, cells, unclosed });
    }
    trimmed(rows)
}

fn plain(text: &str) -> RawCell {
    RawCell { text: text.to_owned(), ..RawCell::default() }
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

/// The rows of a table. What stands in a merged cell stands in each row that it covers: it is meant of each of them.
pub(super) fn of_table(table: &Table) -> Result<Sheet, SheetError> {
    let mut rows: Vec<RawRow> = Vec::new();
    // What comes down from rows above: the cell, for how many rows yet.
    let mut coming: Vec<Option<(RawCell, usize)>> = Vec::new();
    for (index, cells) in table.iter().enumerate().take(MOST_ROWS + BESIDE + 1) {
        let mut row = RawRow { line: index + 1, ..RawRow::default() };
        for cell in cells {
            come_down(&mut row, &mut coming);
            place(&mut row, &mut coming, cell)?;
        }
        come_down(&mut row, &mut coming);
        rows.push(row);
    }
    if table.iter().flatten().map(|cell| cell.text.len()).sum::<usize>() > MOST_BYTES {
        return Err(SheetError::TooLarge);
    }
    trimmed(rows)
}

/// Puts a cell at the end of a row, and remembers what of it comes down.
fn place(row: &mut RawRow, coming: &mut Vec<Option<(RawCell, usize)>>, cell: &TableCell) -> Result<(), SheetError> {
    let (tall, wide) = (cell.rows.clamp(1, MOST_ROWS), cell.columns.max(1));
    if row.cells.len() + wide > MOST_COLUMNS {
        return Err(SheetError::TooManyColumns(row.cells.len() + wide));
    }
    for nth in 0..wide {
        let text = if nth == 0 { cell.text.clone() } else { String::new() };
        let covered = RawCell { text, merged: 0, wide: wide > 1 };
        let column = row.cells.len();
        if coming.len() <= column {
            coming.resize(column + 1, None);
        }
        if let Some(slot) = coming.get_mut(column) {
            *slot = (tall > 1).then(|| (covered.clone(), tall - 1));
        }
        row.cells.push(RawCell { merged: if tall > 1 && nth == 0 { tall } else { 0 }, ..covered });
    }
    Ok(())
}

/// Puts in what comes down from above, up to the next free column.
fn come_down(row: &mut RawRow, coming: &mut [Option<(RawCell, usize)>]) {
    while let Some(slot) = coming.get_mut(row.cells.len()) {
        let Some((cell, left)) = slot.take() else { return };
        *slot = (left > 1).then(|| (cell.clone(), left - 1));
        row.cells.push(cell);
    }
}

/// The rows without the blank ones at both ends.
fn trimmed(mut rows: Vec<RawRow>) -> Result<Sheet, SheetError> {
    let first = rows.iter().position(|row| !row.is_blank()).ok_or(SheetError::Empty)?;
    rows.drain(..first);
    while rows.last().is_some_and(RawRow::is_blank) {
        rows.pop();
    }
    let used = |row: &RawRow| row.cells.iter().rposition(|cell| !is_blank(&cell.text)).map_or(0, |at| at + 1);
    let width = rows.iter().map(used).max().unwrap_or(0);
    if rows.len() > MOST_ROWS + BESIDE { Err(SheetError::TooManyRows) } else { Ok(Sheet { rows, width }) }
}
