use super::styles::{Face, Look, NumberForm, Styles};
use super::words::{cell_text, is_formula, line_count, xml_text};
use super::{Align, ExportError, Line, LineKind, NO_DATA, Sheet, SheetCell, tabs};
use crate::vietnamese::{Date, count_text};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, IgnoreError, Workbook, Worksheet, XlsxError};

/// Rows and columns of a worksheet (Excel, "Specifications and limits").
const ROWS: usize = 1_048_576;
const COLUMNS: usize = 16_384;
/// Excel keeps fifteen digits of a number; from here on a count is written as words, so that it is not another one.
const FIRST_INEXACT: i64 = 1_000_000_000_000_000;
/// The height of one line of 12 point type, in points.
const LINE: f64 = 16.5;
/// The highest row, in points.
const HIGHEST: f64 = 409.0;
/// The widest column, in characters.
const WIDEST: f64 = 255.0;
/// A4 among the paper sizes of ECMA-376, part 1, section 18.3.1.63.
const A4: u8 = 9;

/// The tables as an Excel workbook (ECMA-376), a tab each: counts, shares and days are real values with formats that
/// show them as the reader's system does (`#,##0` is `1.234.567` in Vietnam), everything else is text.
///
/// No text is ever a formula: it is stored as a string, and one that begins as a formula also carries Excel's own mark
/// for literal text (`quotePrefix`), so that it stays text when somebody edits the cell. Texts longer than a cell are cut
/// and end in `…`. The same tables and day give the same bytes; `created` is the workbook's date, at midnight UTC.
///
/// # Errors
/// [`ExportError::NoSheet`], and [`ExportError::TooManyRows`] or [`ExportError::TooManyColumns`] where a table is larger
/// than a worksheet.
pub fn xlsx(sheets: &[Sheet], created: Date) -> Result<Vec<u8>, ExportError> {
    if sheets.is_empty() {
        return Err(ExportError::NoSheet);
    }
    sheets.iter().try_for_each(within_limits)?;
    workbook(sheets, created).map_err(|error| ExportError::Workbook(error.to_string()))
}

fn within_limits(sheet: &Sheet) -> Result<(), ExportError> {
    let rows = sheet.title.len() + 1 + sheet.headings.len() + sheet.rows.len() + 1 + sheet.notes.len();
    let columns = sheet.width();
    if rows > ROWS {
        return Err(ExportError::TooManyRows(sheet.name.clone(), rows));
    }
    if columns > COLUMNS { Err(ExportError::TooManyColumns(sheet.name.clone(), columns)) } else { Ok(()) }
}

fn workbook(sheets: &[Sheet], created: Date) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let mut styles = Styles::default();
    // 21 and 72 pixels are the row and the column of Times New Roman 12, of which eight pixels are a digit.
    workbook.set_default_format(styles.get(Look::of(Face::Bare)), 21, 72)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&excel_day(created)?));
    for (sheet, name) in sheets.iter().zip(tabs::names(sheets)) {
        let worksheet = workbook.add_worksheet().set_name(name)?;
        Tab { sheet, widths: sheet.widths(), worksheet, styles: &mut styles, row: 0 }.write()?;
    }
    workbook.save_to_buffer()
}

fn excel_day(day: Date) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::parse_from_str(&day.iso())
}

/// One worksheet while it is written from top to bottom.
struct Tab<'a> {
    sheet: &'a Sheet,
    /// Of its columns, in characters.
    widths: Vec<usize>,
    worksheet: &'a mut Worksheet,
    styles: &'a mut Styles,
    /// The next row, counted from 0.
    row: u32,
}

impl Tab<'_> {
    fn write(&mut self) -> Result<(), XlsxError> {
        self.print_settings();
        for (number, width) in self.widths.iter().enumerate() {
            self.worksheet.set_column_width(column(number), f64::from(column(*width)).min(WIDEST))?;
        }
        self.texts_across(&self.sheet.title, Face::Title)?;
        self.row += u32::from(!self.sheet.title.is_empty());
        self.headings()?;
        let first = self.row;
        for line in &self.sheet.rows {
            self.line(line)?;
        }
        self.filter(first)?;
        self.row += u32::from(!self.sheet.notes.is_empty());
        self.texts_across(&self.sheet.notes, Face::Note)
    }

    fn print_settings(&mut self) {
        self.worksheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
        self.worksheet.set_margins(0.6, 0.6, 0.8, 0.8, 0.4, 0.4).set_footer("&C&P/&N");
        if self.sheet.is_wide() {
            self.worksheet.set_landscape();
        }
    }

    /// The last column, also of a table without any.
    fn last_column(&self) -> u16 {
        column(self.widths.len().max(1) - 1)
    }

    fn texts_across(&mut self, texts: &[String], face: Face) -> Result<(), XlsxError> {
        let width: usize = self.widths.iter().sum();
        for text in texts {
            let text = cell_text(text);
            self.height(self.row, line_count(&text, width))?;
            self.place(self.row, 0, (1, self.last_column() + 1), face)?;
            let look = Look { literal: is_formula(&text), ..Look::of(face) };
            self.worksheet.write_string_with_format(self.row, 0, text, self.styles.get(look))?;
            self.row += 1;
        }
        Ok(())
    }

    /// Blank cells with this face, merged where there are more than one: so many rows and columns.
    fn place(&mut self, row: u32, column: u16, (down, across): (u32, u16), face: Face) -> Result<(), XlsxError> {
        let format = self.styles.get(Look::of(face));
        if (down, across) == (1, 1) {
            self.worksheet.write_blank(row, column, format)?;
        } else {
            self.worksheet.merge_range(row, column, row + down - 1, column + across - 1, "", format)?;
        }
        Ok(())
    }

    fn height(&mut self, row: u32, lines: usize) -> Result<(), XlsxError> {
        let lines = u16::try_from(lines).unwrap_or(u16::MAX);
        self.worksheet.set_row_height(row, (f64::from(lines) * LINE + 3.0).min(HIGHEST))?;
        Ok(())
    }

    fn headings(&mut self) -> Result<(), XlsxError> {
        let (first, rows) = (self.row, self.sheet.headings.len());
        if rows == 0 {
            return Ok(());
        }
        for row in 0..rows {
            for free in 0..=self.last_column() {
                self.place(first + count(row), free, (1, 1), Face::Heading)?;
            }
            self.height(first + count(row), heading_lines(self.sheet, &self.widths, row))?;
        }
        for heading in self.sheet.placed_headings() {
            let (row, at) = (first + count(heading.row), column(heading.column));
            let text = cell_text(heading.text);
            self.place(row, at, (count(heading.down), column(heading.across)), Face::Heading)?;
            let look = Look { literal: is_formula(&text), ..Look::of(Face::Heading) };
            self.worksheet.write_string_with_format(row, at, text, self.styles.get(look))?;
        }
        self.row += count(rows);
        self.worksheet.set_freeze_panes(self.row, 0)?.set_repeat_rows(first, self.row - 1)?;
        Ok(())
    }

    fn line(&mut self, line: &Line) -> Result<(), XlsxError> {
        let face = match line.kind {
            LineKind::Plain => Face::Plain,
            LineKind::Total => Face::Total,
            LineKind::Group => Face::Group,
        };
        for number in 0..self.widths.len() {
            let cell = line.cells.get(number).unwrap_or(&SheetCell::Blank);
            self.cell(column(number), cell, face, self.sheet.column(number).align)?;
        }
        if line.kind == LineKind::Group {
            self.spread(line, face)?;
        }
        // Not every program finds the height of a row by itself when it opens the file.
        let lines = self.lines(line);
        if lines > 1 {
            self.height(self.row, lines)?;
        }
        self.row += 1;
        Ok(())
    }

    /// How many lines high the row is: the most that one of its texts takes.
    fn lines(&self, line: &Line) -> usize {
        let last = line.cells.len().saturating_sub(1);
        let lines = |(number, cell): (usize, &SheetCell)| {
            let across = if line.kind == LineKind::Group && number == last { self.widths.len() } else { 1 };
            let width = self.widths.iter().skip(number).take(across).sum();
            if let SheetCell::Text(words) = cell { line_count(&xml_text(words), width) } else { 1 }
        };
        line.cells.iter().enumerate().map(lines).max().unwrap_or(1)
    }

    /// Merges the last value of a group with the columns that are left.
    fn spread(&mut self, line: &Line, face: Face) -> Result<(), XlsxError> {
        let Some((last, cell)) = line.cells.iter().enumerate().next_back() else {
            return Ok(());
        };
        self.place(self.row, column(last), (1, column(self.widths.len() - last)), face)?;
        self.cell(column(last), cell, face, Align::Text)
    }

    fn cell(&mut self, column: u16, cell: &SheetCell, face: Face, align: Align) -> Result<(), XlsxError> {
        let look = Look { align, ..Look::of(face) };
        let counted = Look { number: NumberForm::Count, ..look };
        match cell {
            SheetCell::Blank => self.worksheet.write_blank(self.row, column, self.styles.get(look)).map(|_| ()),
            SheetCell::NoData | SheetCell::Share { whole: 0, .. } => {
                self.text(column, NO_DATA, Look { align: Align::Centre, ..look })
            }
            SheetCell::Text(words) => self.text(column, words, look),
            SheetCell::Number(value) if value.unsigned_abs() < FIRST_INEXACT.unsigned_abs() => {
                self.number(column, *value as f64, counted)
            }
            SheetCell::Number(value) => self.text(column, &count_text(*value), look),
            SheetCell::Share { part, whole } => {
                self.number(column, *part as f64 / *whole as f64, Look { number: NumberForm::Percent, ..look })
            }
            SheetCell::Date(day) => self.day(column, *day, Look { number: NumberForm::Day, ..look }),
        }
    }

    fn text(&mut self, column: u16, words: &str, look: Look) -> Result<(), XlsxError> {
        let text = cell_text(words);
        let format = self.styles.get(Look { literal: is_formula(&text), ..look });
        self.worksheet.write_string_with_format(self.row, column, text, format)?;
        Ok(())
    }

    fn number(&mut self, column: u16, value: f64, look: Look) -> Result<(), XlsxError> {
        self.worksheet.write_number_with_format(self.row, column, value, self.styles.get(look))?;
        Ok(())
    }

    /// Excel counts its days from 1900: one before that is written as words.
    fn day(&mut self, column: u16, day: Date, look: Look) -> Result<(), XlsxError> {
        match excel_day(day) {
            Ok(value) => {
                self.worksheet.write_datetime_with_format(self.row, column, &value, self.styles.get(look))?;
                Ok(())
            }
            Err(_) => self.text(column, &day.vietnamese(), look),
        }
    }

    /// Lets the reader filter a table with one heading a column and no headings inside; totals at its end stay outside.
    fn filter(&mut self, first: u32) -> Result<(), XlsxError> {
        if self.row > first {
            // A task's number, `1.2`, is a text on purpose.
            let (last, corner) = (self.last_column(), self.row - 1);
            self.worksheet.ignore_error_range(first, 0, corner, last, IgnoreError::NumberStoredAsText)?;
        }
        let single = self.sheet.headings.len() == 1 && self.sheet.placed_headings().iter().all(|one| one.across == 1);
        let grouped = self.sheet.rows.iter().any(|line| line.kind == LineKind::Group);
        let totals = self.sheet.rows.iter().rev().take_while(|line| line.kind == LineKind::Total).count();
        let end = self.row - count(totals);
        if single && !grouped && end > first {
            self.worksheet.autofilter(first - 1, 0, end - 1, self.last_column())?;
        }
        Ok(())
    }
}

/// Lines that the headings of this row need: those that end in it, less what the rows above give them.
fn heading_lines(sheet: &Sheet, widths: &[usize], row: usize) -> usize {
    let ends = |heading: &&super::PlacedHeading<'_>| heading.row + heading.down == row + 1;
    let lines = |heading: super::PlacedHeading<'_>| {
        let width: usize = widths.iter().skip(heading.column).take(heading.across).sum();
        line_count(heading.text, width).saturating_sub(heading.down - 1)
    };
    let placed = sheet.placed_headings();
    placed.iter().filter(ends).cloned().map(lines).max().unwrap_or(1).max(1)
}

/// Within the limits that were checked before anything is written.
fn column(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
