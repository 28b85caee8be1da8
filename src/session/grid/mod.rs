//! The agency's own service list as a grid: where the person is in it, what is shown, what is changed, what is pasted and
//! copied.
//!
//! The rows are the return's (`service_list`), under ids that stay: sorting and searching change only what is shown. A cell
//! is typed into as any field is; all else is a `GridAction`.

mod action;
mod change;
mod column;
mod copy;
mod counts;
mod mapping;
mod odd;
mod order;
mod preview;
mod selection;
mod sheet;
mod take;

pub use action::GridAction;
pub(super) use change::come_back;
pub use column::COLUMNS;
pub(super) use column::{cell_path, column_name, place_of, service_text, unread};
pub use counts::LevelSums;
pub(super) use counts::{has_counts, level_sums};
pub(super) use mapping::{MOST_HEADINGS, heading};
pub use odd::{Odd, OddKind, Same};
pub use order::Sort;
pub(super) use order::{Shown, begun, keep_up, shown, wrong_cells};
pub use preview::{Handling, Preview, Target};
pub(super) use preview::{PASTE, PREVIEW};
pub(super) use selection::{Selected, selected, show_row};
pub use selection::{Spot, Step};
pub(super) use sheet::RawRow;
pub use sheet::{Table, TableCell, is_many};

use super::action::Effect;
use super::editing::changeable;
use super::state::State;
use crate::quarterly::ListedService;
use crate::registry::ServiceId;
use std::collections::BTreeMap;

/// The rows of a list by their ids.
type Rows = BTreeMap<ServiceId, ListedService>;

/// A list has at most so many rows.
pub(super) const MOST_ROWS: usize = 5_000;

/// So many rows are drawn before the page has said how many are seen.
const WINDOW: usize = 30;

/// What lies beside the service list while it is worked on; none of it is part of the return.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The cell that the person is at; the first one where none was chosen yet.
    pub active: Option<Spot>,
    /// The other corner of what is selected; none where that is one cell.
    pub anchor: Option<Spot>,
    /// Whether keys go to the caret in the cell, though nothing was typed yet.
    pub caret: bool,
    /// By which column the rows are shown in order.
    pub sort: Option<Sort>,
    /// What is searched for.
    pub query: String,
    /// Whether only rows are shown in which something is wrong.
    pub wrong_only: bool,
    /// The rows that are shown; none where that is all, in the file's order. It stays until it is asked for again, so that
    /// no row goes away under the hand that mends it.
    pub order: Option<Vec<ServiceId>>,
    /// The first row that is drawn, and how many are.
    pub window: (usize, usize),
    /// Counts up whenever the active cell is to come into sight and focus.
    pub turn: u32,
    /// What stands in the field for those who cannot paste into the grid.
    pub pasted: String,
    /// What was pasted or read from a file, and waits for the person's word.
    pub preview: Option<Preview>,
}

impl Default for Grid {
    fn default() -> Self {
        Self {
            active: None,
            anchor: None,
            caret: false,
            sort: None,
            query: String::new(),
            wrong_only: false,
            order: None,
            window: (0, WINDOW),
            turn: 0,
            pasted: String::new(),
            preview: None,
        }
    }
}

/// Something is done in the grid. What changes the list asks first whether the return may be changed.
pub(super) fn with_grid(state: &mut State, action: GridAction) -> Vec<Effect> {
    match action {
        GridAction::Select { spot, extend } => selection::select(state, spot, extend),
        GridAction::SelectRow { row, extend } => selection::select_row(state, row, extend),
        GridAction::SelectAll => selection::select_all(state),
        GridAction::Go { step, extend } => selection::go(state, step, extend),
        GridAction::Caret => selection::caret(state),
        GridAction::Collapse => selection::collapse(state),
        GridAction::Window { first, count } => selection::window(state, first, count),
        GridAction::NextWrong => selection::next_wrong(state, false),
        GridAction::PreviousWrong => selection::next_wrong(state, true),
        GridAction::Sort(column) => order::sort(state, column),
        GridAction::Search(query) => order::search(state, query),
        GridAction::WrongOnly(only) => order::wrong_only(state, only),
        GridAction::Copy => copy::copied(state),
        GridAction::SaveCsv => copy::csv_file(state),
        change if changeable(state) => changed(state, change),
        _ => Vec::new(),
    }
}

fn changed(state: &mut State, action: GridAction) -> Vec<Effect> {
    match action {
        GridAction::AddRow => change::add_row(state),
        GridAction::DeleteRows => change::delete_rows(state),
        GridAction::Clear => change::clear(state),
        GridAction::FillDown => change::fill_down(state),
        GridAction::Cut => change::cut(state),
        GridAction::TakeBack => change::take_back(state),
        GridAction::UseCounts => counts::use_counts(state),
        other => preview::with_preview(state, other),
    }
}

/// Whether something was pasted and not taken yet; what is signed takes nothing more.
pub(super) fn waits(state: &State) -> bool {
    let open = state.draft.as_ref().is_some_and(|draft| draft.signatures.is_empty());
    open && (!state.list.pasted.trim().is_empty() || state.list.preview.is_some())
}
