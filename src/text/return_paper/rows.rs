//! Cells and rows, and how places without an answer look in them.

use super::{Kind, Sheets};
use crate::export::{Align, Column, Heading, Line, Sheet, SheetCell};
use crate::quarterly::Answer;
use crate::vietnamese::count_text;

/// What a count without data is; its reason follows.
const NO_DATA: &str = "Không có số liệu";
/// A place that a signed return leaves blank.
const BLANK: &str = "–";
/// Room to write by hand.
const DOTS: &str = "…………";
/// So many letters, or half as many groups of dots, fill a line of a column of details.
const LINE: usize = 20;
/// A longer label has the line below it to write on.
const LONG_LABEL: usize = 16;
/// A box to tick.
const BOX: &str = "□";

/// Headings with their widths and places, and rows.
pub(super) fn table(columns: &[(&str, u16, Align)], rows: Vec<Vec<SheetCell>>) -> Sheet {
    Sheet {
        name: columns.iter().map(|(name, ..)| *name).collect::<Vec<_>>().join(", "),
        headings: vec![columns.iter().map(|(name, ..)| Heading::one(*name)).collect()],
        columns: columns.iter().map(|(_, width, align)| Column { width: *width, align: *align }).collect(),
        rows: rows.into_iter().map(Line::plain).collect(),
        ..Sheet::default()
    }
}

/// The row's number in its table.
pub(super) fn place(index: usize) -> SheetCell {
    SheetCell::Number(i64::try_from(index + 1).unwrap_or(i64::MAX))
}

impl Sheets<'_> {
    /// What stands where nothing was answered.
    pub(super) fn gap(&self) -> &'static str {
        if self.kind == Kind::Signed { BLANK } else { DOTS }
    }

    pub(super) fn text(&self, text: &str) -> SheetCell {
        SheetCell::text(self.words(text))
    }

    pub(super) fn words(&self, text: &str) -> String {
        if text.is_empty() { self.gap().to_owned() } else { text.to_owned() }
    }

    /// A count for a cell: a number is one, no data says so with its reason, and what is blank is no number.
    pub(super) fn count(&self, answer: Option<&Answer>) -> SheetCell {
        match answer {
            Some(answer @ (Answer::Reported(_) | Answer::ConfirmedZero)) => {
                answer.number().map_or(SheetCell::NoData, SheetCell::Number)
            }
            answer => SheetCell::text(self.count_words(answer)),
        }
    }

    /// The same in words.
    pub(super) fn count_words(&self, answer: Option<&Answer>) -> String {
        match answer {
            None => self.gap().to_owned(),
            Some(Answer::NoData(reason)) if reason.is_empty() => NO_DATA.to_owned(),
            Some(Answer::NoData(reason)) => format!("{NO_DATA}: {reason}"),
            Some(answer) => answer.number().map(count_text).unwrap_or_default(),
        }
    }

    /// The chosen word of a list; on a form, a box before each.
    pub(super) fn choice<T: Copy>(&self, all: &[T], chosen: Option<T>, name: impl Fn(T) -> &'static str) -> String {
        if self.kind == Kind::Form {
            return all.iter().map(|one| format!("{BOX} {}", name(*one))).collect::<Vec<_>>().join("\n");
        }
        chosen.map_or_else(|| self.gap().to_owned(), |one| name(one).to_owned())
    }

    /// Lines `label: value`, of those that have something and those that are `wanted`; a dash where none is left.
    pub(super) fn details(&self, lines: Vec<Detail>) -> SheetCell {
        let shown = |line: &Detail| match self.kind {
            Kind::Form => true,
            Kind::Draft => !line.value.is_empty() || line.wanted,
            Kind::Signed => !line.value.is_empty(),
        };
        let say = |line: Detail| match self.kind {
            Kind::Form if line.value.is_empty() => by_hand(&line.label),
            _ => format!("{}: {}", line.label, self.words(&line.value)),
        };
        let lines: Vec<String> = lines.into_iter().filter(shown).map(say).collect();
        if lines.is_empty() { SheetCell::text(BLANK) } else { SheetCell::text(lines.join("\n")) }
    }
}

/// A label with the rest of its line to write on, or a line of its own.
fn by_hand(label: &str) -> String {
    match label.chars().count() {
        letters if letters <= LONG_LABEL => format!("{label}: {}", "…".repeat((LINE - letters) / 2)),
        _ => format!("{label}:\n{}", "…".repeat(LINE / 2)),
    }
}

/// One line in a cell.
pub(super) struct Detail {
    pub(super) label: String,
    /// Empty where nothing was answered.
    pub(super) value: String,
    /// Whether it is asked for.
    pub(super) wanted: bool,
}

impl Detail {
    pub(super) fn new(label: impl Into<String>, value: impl Into<String>, wanted: bool) -> Self {
        Self { label: label.into(), value: value.into(), wanted }
    }
}
