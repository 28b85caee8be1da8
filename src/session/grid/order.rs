use super::column::{COLUMNS, DEPLOYED, LEVEL, RECEIVED, RESOLVED, cell_text};
use super::{Grid, MOST_ROWS, Rows, Spot, WINDOW, place_of};
use crate::quarterly::{Answer, ListedService, SERVICE_LIST};
use crate::registry::{ServiceId, Severity};
use crate::rules::Finding;
use crate::session::action::Effect;
use crate::session::{Draft, Section, State};
use crate::vietnamese::search_key;
use std::collections::BTreeMap;
use std::sync::Arc;

/// In which order rows are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column, from 0.
    pub column: usize,
    /// Whether the largest comes first.
    pub descending: bool,
}

/// The rows that are shown, and the one behind them that is begun by typing into it.
pub(in crate::session) struct Shown<'a> {
    rows: Vec<&'a ServiceId>,
    next: Option<ServiceId>,
}

impl Shown<'_> {
    /// How many there are, with the one that can be begun.
    pub(in crate::session) fn len(&self) -> usize {
        self.rows.len() + usize::from(self.next.is_some())
    }

    /// How many services are shown.
    pub(in crate::session) fn services(&self) -> usize {
        self.rows.len()
    }

    /// The row at a place, from 0.
    pub(in crate::session) fn at(&self, place: usize) -> Option<&ServiceId> {
        self.rows.get(place).copied().or_else(|| self.next.as_ref().filter(|_| place == self.rows.len()))
    }

    /// The place of a row.
    pub(in crate::session) fn place(&self, row: &ServiceId) -> Option<usize> {
        let new = || self.next.as_ref().filter(|next| *next == row).map(|_| self.rows.len());
        self.rows.iter().position(|known| *known == row).or_else(new)
    }

    /// Whether this is the row that can be begun.
    pub(in crate::session) fn is_next(&self, row: &ServiceId) -> bool {
        self.next.as_ref() == Some(row)
    }
}

/// The rows that are shown now. In a signed return none can be begun.
pub(in crate::session) fn shown(state: &State) -> Shown<'_> {
    let Some(draft) = &state.draft else {
        return Shown { rows: Vec::new(), next: None };
    };
    let rows = match &state.list.order {
        None => file_order(&draft.content.service_list),
        Some(order) => order.iter().filter(|id| draft.content.service_list.contains_key(*id)).collect(),
    };
    Shown { rows, next: next_id(draft) }
}

/// The ids of the rows in the order of their numbers, which is that of their letters as long as these are of one length.
fn file_order(rows: &Rows) -> Vec<&ServiceId> {
    let mut ids: Vec<&ServiceId> = rows.keys().collect();
    if ids.iter().any(|id| id.as_str().len() != 4) {
        ids.sort_by_key(|id| number(id).unwrap_or(u64::MAX));
    }
    ids
}

fn number(id: &ServiceId) -> Option<u64> {
    id.as_str().parse().ok()
}

/// The id of the next row: the largest number and one. None where the list is full, or signed.
pub(in crate::session) fn next_id(draft: &Draft) -> Option<ServiceId> {
    let rows = &draft.content.service_list;
    (rows.len() < MOST_ROWS && draft.signatures.is_empty()).then(|| new_id(rows, 0))
}

/// The id that comes so many after the largest.
pub(super) fn new_id(rows: &Rows, after: usize) -> ServiceId {
    let largest = rows.keys().filter_map(number).max().unwrap_or_default();
    let number = largest.saturating_add(1).saturating_add(u64::try_from(after).unwrap_or(u64::MAX));
    ServiceId::from(format!("{number:04}").as_str())
}

/// Begins the next row, where a text is typed into a cell of it; whether it did.
pub(in crate::session) fn begun(draft: &mut Draft, path: &str, text: &str) -> Option<ServiceId> {
    let (row, column) = place_of(path)?;
    column?;
    if text.trim().is_empty() || next_id(draft).as_ref() != Some(&row) {
        return None;
    }
    Arc::make_mut(&mut draft.content.service_list).insert(row.clone(), ListedService::default());
    Some(row)
}

/// What is wrong in the list: the cells by their rows.
pub(in crate::session) type WrongCells<'a> = BTreeMap<&'a str, Vec<&'a Finding>>;

/// Findings in the list that must be mended or explained, by row.
pub(in crate::session) fn wrong_cells(state: &State) -> WrongCells<'_> {
    let mut cells = WrongCells::new();
    let Some(draft) = &state.draft else { return cells };
    let seen = draft.seen.contains(&Section::ServiceList);
    let wrong = state.findings.iter().filter(|finding| {
        finding.severity != Severity::Note && finding.blocks(&draft.content.justifications) && (seen || !finding.open)
    });
    for finding in wrong {
        if let Some(row) = row_of(finding) {
            cells.entry(row).or_default().push(finding);
        }
    }
    cells
}

fn row_of(finding: &Finding) -> Option<&str> {
    finding.place().strip_prefix(SERVICE_LIST)?.strip_prefix('/')?.split('/').next()
}

/// Rows in the order of a column, the other way round, or as the file has them.
pub(super) fn sort(state: &mut State, column: usize) -> Vec<Effect> {
    let next = |descending: bool| Some(Sort { column, descending }).filter(|_| column < COLUMNS.len());
    state.list.sort = match state.list.sort {
        Some(Sort { column: same, descending: false }) if same == column => next(true),
        Some(Sort { column: same, descending: true }) if same == column => None,
        _ => next(false),
    };
    arrange(state);
    Vec::new()
}

/// Rows in which a text stands.
pub(super) fn search(state: &mut State, query: String) -> Vec<Effect> {
    state.list.query = query;
    arrange(state);
    Vec::new()
}

/// Rows in which something is wrong, or all.
pub(super) fn wrong_only(state: &mut State, only: bool) -> Vec<Effect> {
    state.list.wrong_only = only;
    arrange(state);
    Vec::new()
}

/// Lists anew which rows are shown, and in which order; from the top.
pub(super) fn arrange(state: &mut State) {
    state.list.order = arranged(state);
    state.list.window = (0, state.list.window.1.max(WINDOW));
    let first = shown(state).at(0).cloned();
    let gone = |spot: &Spot| shown(state).place(&spot.row).is_none();
    if state.list.active.as_ref().is_some_and(gone) {
        let column = state.list.active.as_ref().map_or(0, |spot| spot.column);
        state.list.active = first.map(|row| Spot { row, column });
    }
    state.list.anchor = None;
}

fn arranged(state: &State) -> Option<Vec<ServiceId>> {
    let list = &state.list;
    let words = search_key(&list.query);
    if words.is_empty() && list.sort.is_none() && !list.wrong_only {
        return None;
    }
    let rows = &state.draft.as_ref()?.content.service_list;
    let wrong = list.wrong_only.then(|| wrong_cells(state));
    let is_wrong = |id: &ServiceId| wrong.as_ref().is_none_or(|wrong| wrong.contains_key(id.as_str()));
    let has_words = |id: &ServiceId| words.is_empty() || has(state, id, &words);
    let mut ids: Vec<ServiceId> =
        file_order(rows).into_iter().filter(|id| is_wrong(id) && has_words(id)).cloned().collect();
    if let Some(Sort { column, descending }) = list.sort {
        in_order(state, &mut ids, column, descending);
    }
    Some(ids)
}

/// Whether the words stand in any cell of a row.
fn has(state: &State, id: &ServiceId, words: &str) -> bool {
    (0..COLUMNS.len()).any(|column| search_key(&cell_text(state, id, column)).contains(words))
}

/// What a cell is sorted by: what can be read before what cannot, blank last.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(i64),
    Text(String, String),
}

fn in_order(state: &State, ids: &mut [ServiceId], column: usize, descending: bool) {
    let Some(draft) = &state.draft else { return };
    let mut keyed: Vec<(Option<Key>, ServiceId)> = ids
        .iter()
        .map(|id| (draft.content.service_list.get(id).and_then(|service| key(state, id, service, column)), id.clone()))
        .collect();
    keyed.sort_by(|(one, _), (other, _)| match (one, other) {
        (Some(one), Some(other)) if descending => other.cmp(one),
        (Some(one), Some(other)) => one.cmp(other),
        (one, other) => other.is_some().cmp(&one.is_some()),
    });
    for (slot, (_, id)) in ids.iter_mut().zip(keyed) {
        *slot = id;
    }
}

fn key(state: &State, id: &ServiceId, service: &ListedService, column: usize) -> Option<Key> {
    let count = |answer: &Option<Answer>| answer.as_ref().and_then(Answer::number);
    let number = match column {
        LEVEL => service.level,
        // Days since the calendar's first, of which only the order matters.
        DEPLOYED => service.deployed_on.and_then(|day| day.iso().replace('-', "").parse().ok()),
        RECEIVED => count(&service.received),
        RESOLVED => count(&service.resolved),
        _ => None,
    };
    let text = || Some(cell_text(state, id, column)).filter(|text| !text.is_empty());
    number.map(Key::Number).or_else(|| text().map(|text| Key::Text(search_key(&text), text)))
}

/// A row was begun: where not all rows are shown, it stands behind those that are.
pub(in crate::session) fn keep_up(list: &mut Grid, row: &ServiceId) {
    if let Some(order) = &mut list.order
        && !order.contains(row)
    {
        order.push(row.clone());
    }
}
