use super::change::number;
use super::mapping::{MOST_HEADINGS, fields, headings, in_order};
use super::odd::{Judged, Look, judged};
use super::selection::{Spot, active_place};
use super::sheet::{RawRow, Sheet, SheetError, delimiter_of, of_table, of_text};
use super::take::take;
use super::{COLUMNS, GridAction, MOST_ROWS, shown};
use crate::session::action::Effect;
use crate::session::state::{Notice, State};
use crate::text::{Phrase, grid_phrases};
use std::rc::Rc;

/// The name in the document of the preview's heading.
pub(in crate::session) const PREVIEW: &str = "grid-preview";

/// The name in the document of the field for those who cannot paste into the grid.
pub(in crate::session) const PASTE: &str = "grid-paste";

/// What was pasted, or read from a file, before any of it is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The file's name; empty where it was pasted.
    pub name: String,
    /// Its rows.
    pub sheet: Rc<Sheet>,
    /// How many rows at the top are headings.
    pub headings: usize,
    /// Which field each column is; none where it is left out.
    pub columns: Vec<Option<usize>>,
    /// Where it goes.
    pub target: Target,
    /// What becomes of cells that cannot be read.
    pub handling: Handling,
    /// The cell from which it would be written.
    pub from: Option<Spot>,
    /// Why it was not taken when that was asked for.
    pub refused: String,
    /// What was found in it.
    pub(in crate::session) judged: Rc<Judged>,
}

/// Where what was pasted goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// In the place of the list.
    Replace,
    /// Behind its last row.
    Append,
    /// Into the cells from the active one on, as spreadsheets do it.
    Here,
}

/// What becomes of cells that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handling {
    /// Their text stays in the cell, marked, to be mended there.
    Keep,
    /// Their rows are left out.
    LeaveOut,
}

pub(super) fn with_preview(state: &mut State, action: GridAction) -> Vec<Effect> {
    match action {
        GridAction::PasteTyped(text) => {
            state.list.pasted = text;
            Vec::new()
        }
        GridAction::ReadPasted => {
            let sheet = of_text(&state.list.pasted, b'\t');
            opened(state, sheet, String::new(), false)
        }
        GridAction::Pasted { text, table, inside } => {
            let sheet = table.map_or_else(|| of_text(&text, b'\t'), |table| of_table(&table));
            opened(state, sheet, String::new(), inside)
        }
        GridAction::File { name, bytes } => match String::from_utf8(bytes) {
            Ok(text) => opened(state, of_text(&text, delimiter_of(&text)), name, false),
            Err(_) => refuse(state, grid_phrases::NOT_TEXT, &[("name", &name)]),
        },
        GridAction::Take => take(state),
        GridAction::Leave => {
            state.list.preview = None;
            state.list.pasted.clear();
            state.list.turn = state.list.turn.wrapping_add(1);
            Vec::new()
        }
        other => chosen(state, other),
    }
}

/// One of the preview's choices.
fn chosen(state: &mut State, action: GridAction) -> Vec<Effect> {
    let Some(mut preview) = state.list.preview.take() else { return Vec::new() };
    match action {
        GridAction::Map { column, field } => {
            if let Some(slot) = preview.columns.get_mut(column) {
                *slot = field.filter(|field| *field < COLUMNS.len());
            }
        }
        GridAction::Heading(rows) => {
            preview.headings = rows.min(MOST_HEADINGS).min(preview.sheet.rows.len().saturating_sub(1));
        }
        GridAction::Aim(target) => {
            preview.target = target;
            preview.columns = preview.guessed();
        }
        GridAction::Handle(handling) => preview.handling = handling,
        _ => {}
    }
    preview.refused = String::new();
    state.list.preview = Some(look(state, preview));
    Vec::new()
}

impl Preview {
    /// Which field each column is, as far as can be told.
    fn guessed(&self) -> Vec<Option<usize>> {
        match (self.target, &self.from) {
            (Target::Here, Some(from)) => in_order(self.sheet.width, from.column),
            _ => fields(&self.sheet, self.headings),
        }
    }

    /// The rows below the headings in which something stands.
    pub(in crate::session) fn filled(&self) -> impl Iterator<Item = &RawRow> {
        self.sheet.rows.iter().skip(self.headings).filter(|row| !row.is_blank())
    }

    /// How many rows would be taken.
    pub(in crate::session) fn taken(&self) -> usize {
        self.judged.rows.iter().filter(|row| !row.left_out).count()
    }
}

/// What is in it, as its choices are now.
fn look(state: &State, mut preview: Preview) -> Preview {
    let rows = state.draft.as_ref().map(|draft| &*draft.content.service_list);
    preview.judged = Rc::new(judged(&Look {
        sheet: &preview.sheet,
        headings: preview.headings,
        columns: &preview.columns,
        handling: preview.handling,
        whole: preview.target != Target::Here,
        beside: rows.filter(|_| preview.target == Target::Append),
    }));
    preview
}

/// Shows what was read before any of it is taken.
fn opened(state: &mut State, sheet: Result<Sheet, SheetError>, name: String, inside: bool) -> Vec<Effect> {
    let sheet = match sheet {
        Ok(sheet) => sheet,
        Err(error) => return refuse_sheet(state, error),
    };
    let headings = headings(&sheet);
    match sheet.rows.iter().skip(headings).filter(|row| !row.is_blank()).count() {
        0 => return refuse_sheet(state, SheetError::Empty),
        count if count > MOST_ROWS => return refuse_sheet(state, SheetError::TooManyRows),
        _ => {}
    }
    let mut preview = Preview {
        name,
        headings,
        columns: Vec::new(),
        target: Target::Replace,
        handling: Handling::Keep,
        from: None,
        refused: String::new(),
        judged: Rc::default(),
        sheet: Rc::new(sheet),
    };
    if inside {
        preview.from = active(state);
        preview.target = aimed(state, &preview);
    }
    preview.columns = preview.guessed();
    state.list.preview = Some(look(state, preview));
    vec![Effect::Focus(PREVIEW.to_owned())]
}

/// The cell that the person is at.
fn active(state: &State) -> Option<Spot> {
    let here = shown(state);
    let (place, column) = active_place(state, &here);
    here.at(place).cloned().map(|row| Spot { row, column })
}

/// Where cells go that were pasted into the grid: from the active cell on; a table with headings is added as rows where
/// the person is at the blank row.
fn aimed(state: &State, preview: &Preview) -> Target {
    let here = shown(state);
    let at_end = preview.from.as_ref().is_some_and(|spot| here.is_next(&spot.row));
    match (state.draft.as_ref().is_some_and(|draft| draft.content.service_list.is_empty()), at_end) {
        (true, _) => Target::Replace,
        (false, true) if preview.headings > 0 || preview.from.as_ref().is_some_and(|spot| spot.column == 0) => {
            Target::Append
        }
        _ => Target::Here,
    }
}

fn refuse_sheet(state: &mut State, error: SheetError) -> Vec<Effect> {
    let most = number(MOST_ROWS);
    match error {
        SheetError::Empty => refuse(state, grid_phrases::EMPTY, &[]),
        SheetError::TooManyRows => refuse(state, grid_phrases::TOO_LONG, &[("most", &most)]),
        SheetError::TooManyColumns(count) => refuse(state, grid_phrases::TOO_WIDE, &[("count", &number(count))]),
        SheetError::TooLarge => refuse(state, grid_phrases::TOO_LARGE, &[]),
    }
}

fn refuse(state: &mut State, phrase: Phrase, values: &[(&str, &str)]) -> Vec<Effect> {
    state.notice = Some(Notice::Bad(phrase.with(state.language, values)));
    Vec::new()
}
