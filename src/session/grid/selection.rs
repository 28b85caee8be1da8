use super::column::COLUMNS;
use super::order::{Shown, arrange};
use super::{place_of, shown, wrong_cells};
use crate::registry::ServiceId;
use crate::session::State;
use crate::session::action::Effect;
use std::ops::RangeInclusive;

/// At most so many rows are drawn, whatever the page says it sees.
const MOST_DRAWN: usize = 120;

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Its row.
    pub row: ServiceId,
    /// Its column, from 0.
    pub column: usize,
}

/// From cell to cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One column to the left.
    Left,
    /// One column to the right.
    Right,
    /// To the next cell, from the end of a row to the beginning of the one below.
    Next,
    /// To the cell before.
    Previous,
    /// To the beginning of the row.
    Home,
    /// To its end.
    End,
    /// To the first cell of all.
    First,
    /// To the last one.
    Last,
    /// So many rows down, or up where it is below zero.
    Page(isize),
}

/// Rows and columns that are selected, by their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::session) struct Selected {
    pub(in crate::session) rows: RangeInclusive<usize>,
    pub(in crate::session) columns: RangeInclusive<usize>,
}

impl Selected {
    /// Whether this is one cell.
    pub(in crate::session) fn is_one(&self) -> bool {
        self.rows.start() == self.rows.end() && self.columns.start() == self.columns.end()
    }
}

/// Where the person is, by place: the first cell where that was never said, or its row is gone.
pub(super) fn active_place(state: &State, shown: &Shown<'_>) -> (usize, usize) {
    let spot = state.list.active.as_ref();
    let place = spot.and_then(|spot| shown.place(&spot.row)).unwrap_or(0);
    (place, spot.map_or(0, |spot| spot.column.min(COLUMNS.len() - 1)))
}

/// What is selected among the rows that are shown.
pub(in crate::session) fn selected(state: &State, shown: &Shown<'_>) -> Selected {
    let (row, column) = active_place(state, shown);
    let anchor = state.list.anchor.as_ref().and_then(|spot| Some((shown.place(&spot.row)?, spot.column)));
    let (other_row, other_column) = anchor.unwrap_or((row, column));
    Selected {
        rows: row.min(other_row)..=row.max(other_row),
        columns: column.min(other_column)..=column.max(other_column),
    }
}

/// The person is at this cell now, and what was typed in the one before is one change.
fn be_at(state: &mut State, spot: Spot, extend: bool) {
    if !extend {
        state.list.anchor = None;
    } else if state.list.anchor.is_none() {
        let here = shown(state);
        let (row, column) = active_place(state, &here);
        state.list.anchor = here.at(row).cloned().map(|row| Spot { row, column });
    }
    state.list.active = Some(spot);
    (state.list.caret, state.editing) = (false, None);
    state.history.leave();
    come_into_sight(state);
}

/// The active cell is to come into sight and focus; it is drawn for that.
pub(super) fn come_into_sight(state: &mut State) {
    let (place, _) = active_place(state, &shown(state));
    let (first, count) = state.list.window;
    if place < first || place >= first + count {
        state.list.window = (place.saturating_sub(count / 2), count);
    }
    state.list.turn = state.list.turn.wrapping_add(1);
}

pub(super) fn select(state: &mut State, spot: Spot, extend: bool) -> Vec<Effect> {
    if shown(state).place(&spot.row).is_some() && spot.column < COLUMNS.len() {
        be_at(state, spot, extend);
    }
    Vec::new()
}

pub(super) fn select_row(state: &mut State, row: ServiceId, extend: bool) -> Vec<Effect> {
    if shown(state).place(&row).is_none() {
        return Vec::new();
    }
    let first = state.list.anchor.clone().or_else(|| state.list.active.clone()).filter(|_| extend);
    let anchor = Spot { row: first.map_or_else(|| row.clone(), |spot| spot.row), column: COLUMNS.len() - 1 };
    be_at(state, Spot { row, column: 0 }, false);
    state.list.anchor = Some(anchor);
    Vec::new()
}

pub(super) fn select_all(state: &mut State) -> Vec<Effect> {
    let here = shown(state);
    let ends = (here.at(0).cloned(), here.at(here.services().saturating_sub(1)).cloned());
    if let (Some(first), Some(last)) = ends {
        let anchor = Some(Spot { row: last, column: COLUMNS.len() - 1 });
        state.list.active = Some(Spot { row: first, column: 0 });
        state.list.anchor = anchor;
        state.list.turn = state.list.turn.wrapping_add(1);
    }
    Vec::new()
}

pub(super) fn go(state: &mut State, step: Step, extend: bool) -> Vec<Effect> {
    let here = shown(state);
    let Some(last_row) = here.len().checked_sub(1) else { return Vec::new() };
    let (row, column) = stepped(active_place(state, &here), step, last_row);
    if let Some(row) = here.at(row).cloned() {
        be_at(state, Spot { row, column }, extend);
    }
    Vec::new()
}

/// The place to which a step leads; at an end it stays.
fn stepped((row, column): (usize, usize), step: Step, last_row: usize) -> (usize, usize) {
    let last = COLUMNS.len() - 1;
    match step {
        Step::Up => (row.saturating_sub(1), column),
        Step::Down => ((row + 1).min(last_row), column),
        Step::Left => (row, column.saturating_sub(1)),
        Step::Right => (row, (column + 1).min(last)),
        Step::Next if column < last => (row, column + 1),
        Step::Next if row < last_row => (row + 1, 0),
        Step::Previous if column > 0 => (row, column - 1),
        Step::Previous if row > 0 => (row - 1, last),
        Step::Next | Step::Previous => (row, column),
        Step::Home => (row, 0),
        Step::End => (row, last),
        Step::First => (0, 0),
        Step::Last => (last_row, last),
        Step::Page(rows) => (row.saturating_add_signed(rows).min(last_row), column),
    }
}

/// The caret goes into the active cell.
pub(super) fn caret(state: &mut State) -> Vec<Effect> {
    state.list.anchor = None;
    state.list.caret = true;
    Vec::new()
}

pub(super) fn collapse(state: &mut State) -> Vec<Effect> {
    state.list.anchor = None;
    state.list.caret = false;
    Vec::new()
}

pub(super) fn window(state: &mut State, first: usize, count: usize) -> Vec<Effect> {
    state.list.window = (first, count.clamp(1, MOST_DRAWN));
    Vec::new()
}

/// To the next cell in which something is wrong, or the one before, from where the person is; round at the ends.
pub(super) fn next_wrong(state: &mut State, back: bool) -> Vec<Effect> {
    let (here, wrong) = (shown(state), wrong_cells(state));
    let mut places: Vec<(usize, usize)> = wrong
        .values()
        .flatten()
        .flat_map(|finding| &finding.paths)
        .filter_map(|path| place_of(path))
        .filter_map(|(row, column)| Some((here.place(&row)?, column.unwrap_or(0))))
        .collect();
    places.sort_unstable();
    let now = active_place(state, &here);
    let next = if back {
        places.iter().rev().find(|place| **place < now).or(places.last())
    } else {
        places.iter().find(|place| **place > now).or(places.first())
    };
    let spot = next.and_then(|(row, column)| Some(Spot { row: here.at(*row).cloned()?, column: *column }));
    if let Some(spot) = spot {
        be_at(state, spot, false);
    }
    Vec::new()
}

/// Sees to it that the cell to which a path leads is shown; one that a search hides is shown again with all others.
pub(in crate::session) fn show_row(state: &mut State, path: &str) {
    let Some((row, column)) = place_of(path) else { return };
    if shown(state).place(&row).is_none() {
        (state.list.query, state.list.wrong_only) = (String::new(), false);
        arrange(state);
    }
    if shown(state).place(&row).is_some() {
        be_at(state, Spot { row, column: column.unwrap_or(0) }, false);
    }
}
