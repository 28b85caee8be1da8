//! The service list as a grid shows it: only the rows that are seen, what is said of the one the person is at, the sums.

mod panel;
mod preview;
mod row;
mod sums;

pub use panel::PanelView;
pub use preview::{OddLine, PreviewCell, PreviewColumn, PreviewRow, PreviewView};
pub use row::{GridCell, GridRow, Mark};
pub(super) use sums::list_answers;
pub use sums::{SumCell, SumRow};

use super::group::Groups;
use crate::session::State;
use crate::session::grid::{COLUMNS, Shown, Sort, cell_path, column_name, has_counts, selected, shown, wrong_cells};
use crate::text::grid_phrases;
use crate::vietnamese::count_text;

/// The grid, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct GridView {
    /// The list's heading.
    pub title: String,
    /// Whether there is no service yet.
    pub is_empty: bool,
    /// Its columns.
    pub columns: Vec<ColumnView>,
    /// The rows that are seen, and the one the person is at.
    pub rows: Vec<GridRow>,
    /// How many rows there are to scroll through.
    pub total: usize,
    /// Which of them are drawn: from which place on, and how many.
    pub window: (usize, usize),
    /// How many are shown of how many, and how many cells are selected, in words; empty where that needs no words.
    pub shown: String,
    /// What is searched for.
    pub query: String,
    /// Whether only rows are shown in which something is wrong.
    pub wrong_only: bool,
    /// How many cells must be mended or explained, in words; empty where none.
    pub wrong: String,
    /// The name in the document of the field of the active cell.
    pub active: String,
    /// Its path.
    pub path: String,
    /// The place of its row, from 0.
    pub place: usize,
    /// Whether keys go to the caret in it.
    pub writing: bool,
    /// Whether several cells are selected.
    pub several: bool,
    /// Counts up whenever the active cell is to come into sight and focus.
    pub turn: u32,
    /// What is said of the active row.
    pub panel: PanelView,
    /// The sums by level; none without a list.
    pub sums: Vec<SumRow>,
    /// Whether the sums can become the counts of the sections before.
    pub has_counts: bool,
    /// What stands in the field for those who cannot paste into the grid.
    pub pasted: String,
    /// What was pasted, before it is taken.
    pub preview: Option<PreviewView>,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnView {
    /// Its name.
    pub name: String,
    /// In which order its cells are, as `aria-sort` says it.
    pub sort: &'static str,
    /// Whether it holds numbers.
    pub number: bool,
}

/// The list as it is now.
pub(super) fn grid(groups: &mut Groups<'_>) -> GridView {
    let state = groups.state;
    let here = shown(state);
    let range = selected(state, &here);
    let services = groups.draft.content.service_list.len();
    let place = state.list.active.as_ref().and_then(|spot| here.place(&spot.row)).unwrap_or(0);
    let column = state.list.active.as_ref().map_or(0, |spot| spot.column.min(COLUMNS.len() - 1));
    let path = here.at(place).map(|row| cell_path(row, column)).unwrap_or_default();
    let writing = state.list.caret || state.editing.as_ref().is_some_and(|(editing, _)| *editing == path);
    let wrong: usize = wrong_cells(state).values().map(Vec::len).sum();
    GridView {
        title: title(state, services),
        is_empty: services == 0,
        columns: (0..COLUMNS.len()).map(|column| column_view(state, column)).collect(),
        rows: row::rows(groups, &here, &range, place),
        total: here.len(),
        window: state.list.window,
        shown: said(state, &here, services),
        query: state.list.query.clone(),
        wrong_only: state.list.wrong_only,
        wrong: if wrong == 0 { String::new() } else { counted(state, grid_phrases::WRONG, wrong) },
        active: super::field_id(&path),
        place,
        writing,
        several: !range.is_one(),
        turn: state.list.turn,
        panel: panel::panel(groups, &path),
        sums: sums::sums(state),
        has_counts: has_counts(&groups.draft),
        pasted: state.list.pasted.clone(),
        preview: state.list.preview.as_ref().map(|of| preview::preview(state, of)),
        path,
    }
}

fn title(state: &State, services: usize) -> String {
    if services == 0 { state.say(grid_phrases::NONE) } else { counted(state, grid_phrases::NOW, services) }
}

fn column_view(state: &State, column: usize) -> ColumnView {
    let sort = match state.list.sort {
        Some(Sort { column: by, descending }) if by == column => {
            if descending {
                "descending"
            } else {
                "ascending"
            }
        }
        _ => "none",
    };
    ColumnView { name: column_name(state.language, column), sort, number: row::is_number(column) }
}

/// How much is shown and selected, where that is not all and not one.
fn said(state: &State, here: &Shown<'_>, services: usize) -> String {
    let range = selected(state, here);
    let mut says = Vec::new();
    if here.services() < services {
        let counts = [("shown", number(here.services())), ("count", number(services))];
        let counts = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
        says.push(grid_phrases::SHOWN.with(state.language, &counts));
    }
    if !range.is_one() {
        let counts = [("rows", number(range.rows.count())), ("columns", number(range.columns.count()))];
        let counts = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
        says.push(grid_phrases::SELECTED.with(state.language, &counts));
    }
    says.join(" ")
}

/// A sentence with a number of things.
fn counted(state: &State, phrase: crate::text::Phrase, count: usize) -> String {
    phrase.with(state.language, &[("count", &number(count)), ("s", if count == 1 { "" } else { "s" })])
}

fn number(of: usize) -> String {
    count_text(i64::try_from(of).unwrap_or(i64::MAX))
}
