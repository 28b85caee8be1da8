use super::change::{finished, number};
use super::column::{column_name, rows_of, write_cell};
use super::mapping::{MOST_HEADINGS, fields, headings, in_order};
use super::odd::{Judged, JudgedRow, Look, judged, lacks_name, twice};
use super::order::{arrange, new_id};
use super::selection::{Spot, active_place};
use super::sheet::{RawRow, Sheet, SheetError, delimiter_of, of_table, of_text};
use super::{COLUMNS, GridAction, MOST_ROWS, Rows, shown};
use crate::quarterly::{ListedService, SERVICE_LIST};
use crate::registry::ServiceId;
use crate::session::action::Effect;
use crate::session::state::{Notice, State};
use crate::session::{Draft, Entry};
use crate::text::{Phrase, grid_phrases};
use std::rc::Rc;
use std::sync::Arc;

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

/// Takes what is shown, if it can be taken as it was chosen; else says why not.
fn take(state: &mut State) -> Vec<Effect> {
    let Some(preview) = state.list.preview.take() else { return Vec::new() };
    if let Some(refused) = why_not(state, &preview) {
        state.list.preview = Some(Preview { refused, ..preview });
        return vec![Effect::Focus(PREVIEW.to_owned())];
    }
    let Some(mut draft) = state.draft.take() else { return Vec::new() };
    let former = draft.content.service_list.len();
    let first = match preview.target {
        Target::Replace => replaced(&mut draft, &preview),
        Target::Append => appended(&mut draft, &preview),
        Target::Here => {
            // Where the cells go is told by what is shown.
            state.draft = Some(draft);
            let targets = targets(state, &preview);
            let Some(taken) = state.draft.take() else { return Vec::new() };
            draft = taken;
            written(&mut draft, &preview, &targets)
        }
    };
    state.draft = Some(draft);
    let says = taken(state, &preview, former);
    let column = preview.from.map_or(0, |spot| if preview.target == Target::Here { spot.column } else { 0 });
    state.list.pasted.clear();
    (state.list.query, state.list.wrong_only) = match preview.target {
        Target::Here => (std::mem::take(&mut state.list.query), state.list.wrong_only),
        Target::Replace | Target::Append => (String::new(), false),
    };
    if preview.target != Target::Here {
        arrange(state);
    }
    (state.list.active, state.list.anchor) = (first.map(|row| Spot { row, column }), None);
    finished(state, Some(says))
}

/// Why what is shown cannot be taken as it was chosen.
fn why_not(state: &State, preview: &Preview) -> Option<String> {
    let language = state.language;
    let whole = preview.target != Target::Here;
    let listed = state.draft.as_ref().map_or(0, |draft| draft.content.service_list.len());
    let more = match preview.target {
        Target::Replace => preview.taken(),
        Target::Append => preview.taken() + listed,
        Target::Here => listed + targets(state, preview).iter().filter(|(_, new)| *new).count(),
    };
    if let Some(field) = twice(&preview.columns) {
        let name = column_name(language, field);
        return Some(grid_phrases::TWICE.with(language, &[("name", &name)]));
    }
    if whole && lacks_name(&preview.columns) {
        return Some(grid_phrases::NO_NAME.text(language).to_owned());
    }
    if preview.taken() == 0 || preview.columns.iter().all(Option::is_none) {
        return Some(grid_phrases::NOTHING.text(language).to_owned());
    }
    (more > MOST_ROWS).then(|| grid_phrases::TOO_LONG.with(language, &[("most", &number(MOST_ROWS))]))
}

/// A service as it was read, and what of it could not be.
fn put_row(rows: &mut Rows, row: &ServiceId, read: &JudgedRow) {
    rows.insert(row.clone(), read.service.clone());
}

fn entries(draft: &mut Draft, row: &ServiceId, read: &JudgedRow) {
    for (column, entry) in &read.unread {
        write_cell(draft, row, *column, &read.service, Some(entry.clone()));
    }
}

fn replaced(draft: &mut Draft, preview: &Preview) -> Option<ServiceId> {
    draft.content.service_list = Arc::default();
    draft.entries.retain(|path, _| super::place_of(path).is_none());
    draft.carried.remove(SERVICE_LIST);
    appended(draft, preview)
}

fn appended(draft: &mut Draft, preview: &Preview) -> Option<ServiceId> {
    let taken: Vec<&JudgedRow> = preview.judged.rows.iter().filter(|row| !row.left_out).collect();
    let ids: Vec<ServiceId> = {
        let rows = &draft.content.service_list;
        let first = new_id(rows, 0);
        let start: usize = first.as_str().parse().unwrap_or(1);
        (start..start + taken.len()).map(|number| ServiceId::from(format!("{number:04}").as_str())).collect()
    };
    let rows = rows_of(draft);
    ids.iter().zip(&taken).for_each(|(id, read)| put_row(rows, id, read));
    ids.iter().zip(&taken).for_each(|(id, read)| entries(draft, id, read));
    ids.into_iter().next()
}

/// Into which rows the cells go, and which of these are new.
fn targets(state: &State, preview: &Preview) -> Vec<(ServiceId, bool)> {
    let here = shown(state);
    let start = preview.from.as_ref().and_then(|spot| here.place(&spot.row)).unwrap_or(0);
    let rows = state.draft.as_ref().map(|draft| &draft.content.service_list);
    let target = |read: &JudgedRow| {
        let place = start + read.place;
        match here.at(place).filter(|_| place < here.services()) {
            Some(row) => Some((row.clone(), false)),
            None => rows.map(|rows| (new_id(rows, place - here.services()), true)),
        }
    };
    preview.judged.rows.iter().filter_map(target).collect()
}

fn written(draft: &mut Draft, preview: &Preview, targets: &[(ServiceId, bool)]) -> Option<ServiceId> {
    let fields: Vec<usize> = preview.columns.iter().flatten().copied().collect();
    for (read, (row, new)) in preview.judged.rows.iter().zip(targets).filter(|(read, _)| !read.left_out) {
        if *new {
            rows_of(draft).insert(row.clone(), ListedService::default());
        }
        for field in &fields {
            let unread: Option<Entry> =
                read.unread.iter().find(|(column, _)| column == field).map(|(_, entry)| entry.clone());
            write_cell(draft, row, *field, &read.service, unread);
        }
    }
    targets.first().map(|(row, _)| row.clone())
}

/// What was taken, in words.
fn taken(state: &State, preview: &Preview, former: usize) -> String {
    let language = state.language;
    let counted = |phrase: Phrase, count: usize| phrase.with(language, &[("count", &number(count))]);
    let rows = &preview.judged.rows;
    let left_out = rows.iter().filter(|row| row.left_out).count();
    let unread: usize = rows.iter().filter(|row| !row.left_out).map(|row| row.unread.len()).sum();
    let says = if preview.target == Target::Here { grid_phrases::WRITTEN } else { grid_phrases::TAKEN };
    let mut told = vec![counted(says, preview.taken())];
    if preview.target == Target::Replace && former > 0 {
        told.push(counted(grid_phrases::REPLACED, former));
    }
    if left_out > 0 {
        told.push(counted(grid_phrases::LEFT_OUT, left_out));
    }
    if unread > 0 {
        told.push(counted(grid_phrases::KEPT_AS_TEXT, unread));
    }
    told.join(" ")
}
