use super::column::{cell_text, rows_of, write_cell};
use super::order::{arrange, keep_up, new_id};
use super::selection::{Spot, active_place, come_into_sight, selected};
use super::{MOST_ROWS, cell_path, copy, shown, unread};
use crate::quarterly::{ListedService, SERVICE_LIST};
use crate::registry::ServiceId;
use crate::session::action::Effect;
use crate::session::checking::refresh;
use crate::session::keeping::keep;
use crate::session::state::{Notice, State};
use crate::session::{Entry, history};
use crate::text::{Phrase, grid_phrases};
use crate::vietnamese::count_text;

/// After a change of several cells: what is wrong is found anew, and the draft is kept.
pub(super) fn finished(state: &mut State, says: Option<String>) -> Vec<Effect> {
    (state.editing, state.list.caret) = (None, false);
    refresh(state);
    state.notice = says.map(Notice::Good);
    come_into_sight(state);
    keep(state)
}

/// A sentence with the number of something in it.
pub(super) fn told(state: &State, phrase: Phrase, count: usize) -> String {
    phrase.with(state.language, &[("count", &number(count)), ("s", if count == 1 { "" } else { "s" })])
}

pub(super) fn number(of: usize) -> String {
    count_text(i64::try_from(of).unwrap_or(i64::MAX))
}

/// A blank row at the end, where the list has room for one.
pub(super) fn add_row(state: &mut State) -> Vec<Effect> {
    let Some(draft) = &mut state.draft else { return Vec::new() };
    if draft.content.service_list.len() >= MOST_ROWS {
        let says = grid_phrases::FULL.with(state.language, &[("most", &number(MOST_ROWS))]);
        state.notice = Some(Notice::Bad(says));
        return Vec::new();
    }
    let row = new_id(&draft.content.service_list, 0);
    rows_of(draft).insert(row.clone(), ListedService::default());
    keep_up(&mut state.list, &row);
    (state.list.active, state.list.anchor) = (Some(Spot { row, column: 0 }), None);
    finished(state, None)
}

/// The ids of the selected rows; the one that can be begun is none of them.
fn selected_rows(state: &State) -> Vec<ServiceId> {
    let here = shown(state);
    let rows = selected(state, &here).rows;
    rows.filter_map(|place| here.at(place)).filter(|row| !here.is_next(row)).cloned().collect()
}

/// Deletes the selected rows; the person is at the row that comes into their place.
pub(super) fn delete_rows(state: &mut State) -> Vec<Effect> {
    let rows = selected_rows(state);
    let first = *selected(state, &shown(state)).rows.start();
    let Some(draft) = state.draft.as_mut().filter(|_| !rows.is_empty()) else { return Vec::new() };
    let list = rows_of(draft);
    rows.iter().for_each(|row| drop(list.remove(row)));
    if list.is_empty() {
        draft.carried.remove(SERVICE_LIST);
    }
    let here = shown(state);
    let next = here.at(first.min(here.len().saturating_sub(1))).cloned();
    let column = state.list.active.as_ref().map_or(0, |spot| spot.column);
    (state.list.active, state.list.anchor) = (next.map(|row| Spot { row, column }), None);
    let says = told(state, grid_phrases::DELETED, rows.len());
    finished(state, Some(says))
}

/// Empties the selected cells.
pub(super) fn clear(state: &mut State) -> Vec<Effect> {
    let (rows, columns) = (selected_rows(state), selected(state, &shown(state)).columns);
    let cells: Vec<(&ServiceId, usize)> =
        rows.iter().flat_map(|row| columns.clone().map(move |column| (row, column))).collect();
    let filled = cells.iter().filter(|(row, column)| !cell_text(state, row, *column).is_empty()).count();
    let Some(draft) = state.draft.as_mut().filter(|_| filled > 0) else { return Vec::new() };
    let blank = ListedService::default();
    for (row, column) in cells {
        draft.carried.remove(&cell_path(row, column));
        write_cell(draft, row, column, &blank, None);
    }
    let says = (filled > 1).then(|| told(state, grid_phrases::CLEARED, filled));
    finished(state, says)
}

/// Copies the selected cells and empties them.
pub(super) fn cut(state: &mut State) -> Vec<Effect> {
    let mut effects = copy::copied(state);
    effects.extend(clear(state));
    effects
}

/// The top cells of the selection go down through it; of a single row, the cells above it come down.
pub(super) fn fill_down(state: &mut State) -> Vec<Effect> {
    let here = shown(state);
    let range = selected(state, &here);
    let (first, last) = (*range.rows.start(), *range.rows.end());
    let top = if first == last { first.checked_sub(1) } else { Some(first) };
    let top = top.and_then(|top| Some((top, here.at(top)?.clone())));
    let Some((place, source)) = top else { return Vec::new() };
    let targets: Vec<ServiceId> =
        (place + 1..=last).filter_map(|place| here.at(place)).filter(|row| !here.is_next(row)).cloned().collect();
    let Some(draft) = state.draft.as_mut().filter(|_| !targets.is_empty()) else { return Vec::new() };
    let Some(from) = draft.content.service_list.get(&source).cloned() else { return Vec::new() };
    for column in range.columns {
        let entry: Option<Entry> = unread(draft, &source, column).cloned();
        for row in &targets {
            write_cell(draft, row, column, &from, entry.clone());
        }
    }
    let says = told(state, grid_phrases::FILLED, targets.len());
    finished(state, Some(says))
}

/// What was typed into the active cell since it was entered is taken back.
pub(super) fn take_back(state: &mut State) -> Vec<Effect> {
    let here = shown(state);
    let (place, column) = active_place(state, &here);
    let Some(path) = here.at(place).map(|row| cell_path(row, column)) else { return Vec::new() };
    state.list.caret = false;
    if !history::take_back(state, &path) {
        return Vec::new();
    }
    come_into_sight(state);
    keep(state)
}

/// What is shown of another state of the list than before; the person stays where that can be.
pub(in crate::session) fn come_back(state: &mut State) {
    let window = state.list.window;
    arrange(state);
    (state.list.window, state.list.caret) = (window, false);
    come_into_sight(state);
}
