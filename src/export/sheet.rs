use super::SheetCell;

/// A table as other programs and printers get it. It knows no agency and no period: words and numbers come in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The tab in a workbook; made short, safe and unique there.
    pub name: String,
    /// Lines above the table, the first of them its title.
    pub title: Vec<String>,
    /// The rows of headings, one or two as a rule; each fills from the left what the row above has left free.
    pub headings: Vec<Vec<Heading>>,
    /// The columns from left to right; of those that are not told, [`Column::default`] holds.
    pub columns: Vec<Column>,
    /// The table itself.
    pub rows: Vec<Line>,
    /// Lines below the table.
    pub notes: Vec<String>,
}

/// One heading, over one column or several, one row of headings high or more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its words.
    pub text: String,
    /// How many columns it stands over; none is taken for one.
    pub across: u16,
    /// How many rows of headings it is high; none is taken for one.
    pub down: u16,
}

/// How wide a column is, and where its values stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Width in characters of the table's type; beside others a relative measure.
    pub width: u16,
    /// Where values stand.
    pub align: Align,
}

/// Where the values of a column stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Align {
    /// On the left, as words.
    Text,
    /// On the right, as counts.
    Number,
    /// In the middle, as serial numbers and dates.
    Centre,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its values from left to right.
    pub cells: Vec<SheetCell>,
    /// What the row is to the table.
    pub kind: LineKind,
}

/// What a row is to its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineKind {
    /// One of its rows.
    Plain,
    /// A total, in bold.
    Total,
    /// A heading inside the table, as `I | Bộ, cơ quan ngang bộ`: bold, its last value across all columns that are left.
    Group,
}

/// A heading in its place, counted from 0; those of one table never overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedHeading<'a> {
    /// Its words.
    pub text: &'a str,
    /// Row of headings.
    pub row: usize,
    /// First column.
    pub column: usize,
    /// Columns, at least one.
    pub across: usize,
    /// Rows, at least one and none below the last row of headings.
    pub down: usize,
}

/// Widths in characters beyond which a table does not fit an upright page of A4.
const UPRIGHT_CHARACTERS: usize = 92;

impl Heading {
    /// A heading over one column, one row high.
    pub fn one(text: impl Into<String>) -> Self {
        Self { text: text.into(), across: 1, down: 1 }
    }

    /// A heading over so many columns.
    pub fn across(text: impl Into<String>, across: u16) -> Self {
        Self { text: text.into(), across, down: 1 }
    }

    /// A heading over one column, so many rows high.
    pub fn down(text: impl Into<String>, down: u16) -> Self {
        Self { text: text.into(), across: 1, down }
    }
}

impl Default for Column {
    fn default() -> Self {
        Self { width: 10, align: Align::Text }
    }
}

impl Line {
    /// A row of the table.
    pub fn plain(cells: Vec<SheetCell>) -> Self {
        Self { cells, kind: LineKind::Plain }
    }

    /// A total.
    pub fn total(cells: Vec<SheetCell>) -> Self {
        Self { cells, kind: LineKind::Total }
    }

    /// A heading inside the table.
    pub fn group(cells: Vec<SheetCell>) -> Self {
        Self { cells, kind: LineKind::Group }
    }
}

impl Sheet {
    /// How many columns the table has, so that no heading and no value falls out of it.
    pub fn width(&self) -> usize {
        let values = self.rows.iter().map(|line| line.cells.len()).max().unwrap_or_default();
        let headings = self.placed_headings().iter().map(|placed| placed.column + placed.across).max();
        self.columns.len().max(values).max(headings.unwrap_or_default())
    }

    /// The column of this number, counted from 0.
    pub fn column(&self, number: usize) -> Column {
        self.columns.get(number).copied().unwrap_or_default()
    }

    /// Widths of all columns in characters, each at least one.
    pub fn widths(&self) -> Vec<usize> {
        (0..self.width()).map(|number| usize::from(self.column(number).width.max(1))).collect()
    }

    /// Whether the table wants its page of A4 on its side.
    pub fn is_wide(&self) -> bool {
        self.widths().iter().sum::<usize>() > UPRIGHT_CHARACTERS
    }

    /// The headings in their places, row by row, from left to right; without overlap, whatever spans they were given.
    pub fn placed_headings(&self) -> Vec<PlacedHeading<'_>> {
        let mut placed: Vec<PlacedHeading<'_>> = Vec::new();
        for (row, headings) in self.headings.iter().enumerate() {
            for heading in headings {
                let column = next_free(&placed, row, 0);
                let free = placed.iter().filter(|other| covers_row(other, row) && other.column > column);
                let room = free.map(|other| other.column - column).min().unwrap_or(usize::MAX);
                let across = usize::from(heading.across.max(1)).min(room);
                let down = usize::from(heading.down.max(1)).min(self.headings.len() - row);
                placed.push(PlacedHeading { text: &heading.text, row, column, across, down });
            }
        }
        placed
    }

    /// The table for CSV: one row of headings, then the rows, all of one width; title and notes are left out, so that
    /// the first row names the columns. A heading over another stands before it: `Mức độ 3: Số lượng`.
    pub fn texts(&self) -> Vec<Vec<String>> {
        let width = self.width();
        let headings = (0..width).map(|column| self.heading_of(column)).collect();
        let rows = self.rows.iter().map(|line| line.texts(width));
        let first = if self.headings.is_empty() { None } else { Some(headings) };
        first.into_iter().chain(rows).collect()
    }

    fn heading_of(&self, column: usize) -> String {
        let placed = self.placed_headings();
        let over = placed.iter().filter(|heading| (heading.column..heading.column + heading.across).contains(&column));
        over.map(|heading| heading.text).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(": ")
    }
}

impl Line {
    fn texts(&self, width: usize) -> Vec<String> {
        let mut texts: Vec<String> = self.cells.iter().map(SheetCell::plain).collect();
        texts.resize(width, String::new());
        texts
    }
}

fn covers_row(placed: &PlacedHeading<'_>, row: usize) -> bool {
    (placed.row..placed.row + placed.down).contains(&row)
}

/// The first column from `column` on that no heading placed so far takes in this row.
fn next_free(placed: &[PlacedHeading<'_>], row: usize, column: usize) -> usize {
    let taken = |heading: &&PlacedHeading<'_>| {
        covers_row(heading, row) && (heading.column..heading.column + heading.across).contains(&column)
    };
    match placed.iter().find(taken) {
        Some(heading) => next_free(placed, row, heading.column + heading.across),
        None => column,
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, Heading, Line, Sheet};
    use crate::export::SheetCell;

    fn sheet(headings: Vec<Vec<Heading>>) -> Sheet {
        Sheet { headings, ..Sheet::default() }
    }

    fn places(sheet: &Sheet) -> Vec<(&str, [usize; 4])> {
        let placed = sheet.placed_headings();
        placed.iter().map(|one| (one.text, [one.row, one.column, one.across, one.down])).collect()
    }

    #[test]
    fn headings_fill_what_the_row_above_has_left_free() {
        let sheet = sheet(vec![
            vec![Heading::down("TT", 2), Heading::across("Mức độ 3", 2), Heading::down("Ghi chú", 2)],
            vec![Heading::one("Số lượng"), Heading::one("Hồ sơ")],
        ]);
        assert_eq!(
            places(&sheet),
            [
                ("TT", [0, 0, 1, 2]),
                ("Mức độ 3", [0, 1, 2, 1]),
                ("Ghi chú", [0, 3, 1, 2]),
                ("Số lượng", [1, 1, 1, 1]),
                ("Hồ sơ", [1, 2, 1, 1]),
            ]
        );
        assert_eq!(sheet.texts(), [["TT", "Mức độ 3: Số lượng", "Mức độ 3: Hồ sơ", "Ghi chú"]]);
    }

    #[test]
    fn spans_that_do_not_fit_are_cut_and_none_overlap() {
        let heading = |text: &str, across, down| Heading { text: text.into(), across, down };
        let sheet = sheet(vec![
            vec![heading("a", 0, 0), heading("b", 1, 9), heading("c", 1, 1)],
            vec![heading("d", 3, 1), heading("e", 1, 1), heading("f", 2, 5)],
        ]);
        assert_eq!(
            places(&sheet),
            [
                ("a", [0, 0, 1, 1]),
                ("b", [0, 1, 1, 2]),
                ("c", [0, 2, 1, 1]),
                ("d", [1, 0, 1, 1]),
                ("e", [1, 2, 1, 1]),
                ("f", [1, 3, 2, 1]),
            ]
        );
        assert_eq!(sheet.width(), 5);
    }

    #[test]
    fn no_value_falls_out_of_the_table_and_every_row_is_as_wide() {
        let sheet = Sheet {
            headings: vec![vec![Heading::one("TT")]],
            columns: vec![Column::default()],
            rows: vec![
                Line::group(vec![SheetCell::text("I")]),
                Line::plain(vec![SheetCell::Number(1), SheetCell::NoData, SheetCell::Number(1_234_567)]),
            ],
            ..Sheet::default()
        };
        assert_eq!(sheet.texts(), [["TT", "", ""], ["I", "", ""], ["1", "-", "1234567"]]);
        assert_eq!(sheet.widths(), [10, 10, 10]);
    }

    #[test]
    fn a_table_without_anything_is_no_row() {
        assert!(Sheet::default().texts().is_empty());
        assert_eq!(Sheet::default().width(), 0);
    }

    #[test]
    fn a_table_is_wide_when_it_does_not_fit_an_upright_page() {
        let wide = |widths: &[u16]| {
            let columns = widths.iter().map(|width| Column { width: *width, ..Column::default() }).collect();
            Sheet { columns, ..Sheet::default() }.is_wide()
        };
        assert!(!wide(&[4, 60, 28]));
        assert!(wide(&[4, 60, 29]));
    }
}
