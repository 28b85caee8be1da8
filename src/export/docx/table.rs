//! Tables: a sheet as a table of the document, and the frames without lines that hold head and signature.

use super::paragraph::{Paragraph, Place};
use crate::export::xml::Xml;
use crate::export::{Align, Block, ExportError, Line, LineKind, Paper, PlacedHeading, Sheet, SheetCell};

/// Columns of the widest table (Word, "Operating parameter limitations").
const COLUMNS: usize = 63;
/// Characters of 12 point type in a twentieth of a point of width, inverted: a digit is 6 points wide.
const CHARACTER: u32 = 120;

/// Whether a table has lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Borders {
    None,
    All,
}

/// The columns of a table, in twentieths of a point.
pub struct TableShape {
    pub widths: Vec<u32>,
    pub borders: Borders,
}

impl TableShape {
    /// Writes the table with the rows that `rows` writes.
    pub fn write(&self, xml: &mut Xml, rows: impl FnOnce(&mut Xml)) {
        xml.element("w:tbl", &[], |xml| {
            xml.element("w:tblPr", &[], |xml| self.properties(xml));
            xml.element("w:tblGrid", &[], |xml| {
                for width in &self.widths {
                    xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
                }
            });
            rows(xml);
        });
    }

    fn properties(&self, xml: &mut Xml) {
        let width: u32 = self.widths.iter().sum();
        xml.empty("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        xml.empty("w:jc", &[("w:val", "center")]);
        if self.borders == Borders::All {
            xml.element("w:tblBorders", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                    xml.empty(side, &[("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "000000")]);
                }
            });
        }
        xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        let margin = if self.borders == Borders::All { "57" } else { "0" };
        xml.element("w:tblCellMar", &[], |xml| {
            for side in ["w:left", "w:right"] {
                xml.empty(side, &[("w:w", margin), ("w:type", "dxa")]);
            }
        });
    }

    /// Writes a cell over so many columns, from `column` on, with the paragraphs that `content` writes.
    pub fn cell(&self, xml: &mut Xml, column: usize, across: usize, content: impl FnOnce(&mut Xml)) {
        self.merged(xml, column, across, None, content);
    }

    /// A cell that is merged with those below it (`restart`) or above it (`continue`), or with none.
    fn merged(&self, xml: &mut Xml, column: usize, across: usize, merge: Option<&str>, content: impl FnOnce(&mut Xml)) {
        let width: u32 = self.widths.iter().skip(column).take(across).sum();
        xml.element("w:tc", &[], |xml| {
            xml.element("w:tcPr", &[], |xml| {
                xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
                if across > 1 {
                    xml.empty("w:gridSpan", &[("w:val", &across.to_string())]);
                }
                if let Some(merge) = merge {
                    xml.empty("w:vMerge", &[("w:val", merge)]);
                }
                if self.borders == Borders::All {
                    xml.empty("w:vAlign", &[("w:val", "center")]);
                }
            });
            content(xml);
        });
    }
}

/// An error for the first table that has too many columns.
pub fn within_limits(paper: &Paper) -> Result<(), ExportError> {
    let tables = paper.blocks.iter().chain(&paper.annexes).filter_map(|block| match block {
        Block::Table(sheet) => Some(sheet),
        _ => None,
    });
    for sheet in tables {
        if sheet.width() > COLUMNS {
            return Err(ExportError::TooManyColumns(sheet.name.clone(), sheet.width()));
        }
    }
    Ok(())
}

/// Writes the sheet: its title, the table as wide as the text, its notes.
pub fn sheet(xml: &mut Xml, sheet: &Sheet, width: u32) {
    let title = Paragraph { place: Place::Centre, bold: true, with_next: true, size: 13, ..Paragraph::default() };
    for (number, words) in sheet.title.iter().enumerate() {
        Paragraph { before: if number == 0 { 120 } else { 0 }, after: 60, ..title }.write(xml, words);
    }
    if sheet.width() > 0 && sheet.headings.len() + sheet.rows.len() > 0 {
        Grid::of(sheet, width).write(xml);
    }
    let note = Paragraph { place: Place::Both, italic: true, size: 12, before: 60, ..Paragraph::default() };
    for words in &sheet.notes {
        note.write(xml, words);
    }
    // Two tables without a paragraph between them would be one.
    Paragraph { size: 6, ..Paragraph::default() }.write(xml, "");
}

/// A sheet with the widths and the type it is given on the page.
struct Grid<'a> {
    sheet: &'a Sheet,
    shape: TableShape,
    letters: Paragraph,
}

impl<'a> Grid<'a> {
    fn of(sheet: &'a Sheet, width: u32) -> Self {
        let characters = sheet.widths();
        let all = u64::try_from(characters.iter().sum::<usize>()).unwrap_or(u64::MAX).max(1);
        let part = |wide: &usize| (u64::from(width) * u64::try_from(*wide).unwrap_or_default() / all).max(1);
        let widths = characters.iter().map(|wide| u32::try_from(part(wide)).unwrap_or(width)).collect();
        let roomy = all * u64::from(CHARACTER) <= u64::from(width);
        let letters = Paragraph { size: if roomy { 12 } else { 11 }, before: 20, after: 20, ..Paragraph::default() };
        Self { sheet, shape: TableShape { widths, borders: Borders::All }, letters }
    }

    fn write(&self, xml: &mut Xml) {
        let placed = self.sheet.placed_headings();
        self.shape.write(xml, |xml| {
            for row in 0..self.sheet.headings.len() {
                table_row(xml, true, |xml| self.headings(xml, &placed, row));
            }
            for line in &self.sheet.rows {
                table_row(xml, false, |xml| self.line(xml, line));
            }
        });
    }

    /// One row of headings; where none stands, an empty cell, so that the row is as wide as the table.
    fn headings(&self, xml: &mut Xml, placed: &[PlacedHeading<'_>], row: usize) {
        let look = Paragraph { place: Place::Centre, bold: true, with_next: true, ..self.letters };
        let mut column = 0;
        while column < self.shape.widths.len() {
            let here = |one: &&PlacedHeading<'_>| {
                (one.row..one.row + one.down).contains(&row) && (one.column..one.column + one.across).contains(&column)
            };
            match placed.iter().find(here) {
                Some(heading) => {
                    let merge = if heading.row == row { "restart" } else { "continue" };
                    let words = if heading.row == row { heading.text } else { "" };
                    let merge = (heading.down > 1).then_some(merge);
                    self.shape.merged(xml, column, heading.across, merge, |xml| look.write(xml, words));
                    column += heading.across;
                }
                None => {
                    self.shape.cell(xml, column, 1, |xml| look.write(xml, ""));
                    column += 1;
                }
            }
        }
    }

    fn line(&self, xml: &mut Xml, line: &Line) {
        let columns = self.shape.widths.len();
        let spread = if line.kind == LineKind::Group { line.cells.len().checked_sub(1) } else { None };
        for column in 0..spread.unwrap_or(columns) {
            let cell = line.cells.get(column).unwrap_or(&SheetCell::Blank);
            self.value(xml, column, 1, cell, line.kind);
        }
        if let (Some(column), Some(cell)) = (spread, line.cells.last()) {
            self.value(xml, column, columns - column, cell, line.kind);
        }
    }

    fn value(&self, xml: &mut Xml, column: usize, across: usize, cell: &SheetCell, kind: LineKind) {
        let no_data = matches!(cell, SheetCell::NoData | SheetCell::Share { whole: 0, .. });
        let place = match self.sheet.column(column).align {
            _ if no_data => Place::Centre,
            _ if across > 1 => Place::Left,
            Align::Text => Place::Left,
            Align::Number => Place::Right,
            Align::Centre => Place::Centre,
        };
        let look =
            Paragraph { place, bold: kind != LineKind::Plain, with_next: kind == LineKind::Group, ..self.letters };
        self.shape.cell(xml, column, across, |xml| look.write(xml, &cell.printed()));
    }
}

/// A row that no page parts; a heading is repeated on each page.
fn table_row(xml: &mut Xml, heading: bool, cells: impl FnOnce(&mut Xml)) {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            if heading {
                xml.empty("w:tblHeader", &[]);
            }
        });
        cells(xml);
    });
}
