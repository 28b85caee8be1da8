use super::action::{Action, Effect};
use super::checking::refresh;
use super::editing::changeable;
use super::keeping::keep;
use super::rows::{ListError, MOST_ROWS, ReadList, delimiter_of, read_rows};
use super::state::{Notice, State};
use crate::quarterly::{ListedService, SERVICE_LIST};
use crate::registry::ServiceId;
use crate::text::{Phrase, phrases};
use crate::vietnamese::count_text;
use std::collections::BTreeMap;
use std::sync::Arc;

/// So many rows are shown at first, and more at a time.
const PAGE: usize = 100;

/// The name in the document of what could not be read.
const FAULTS: &str = "list-faults";

/// The name in the document of the field for a list.
pub(super) const PASTE: &str = "list-paste";

/// The agency's own service list as a return holds it.
type Rows = Arc<BTreeMap<ServiceId, ListedService>>;

/// What lies beside the service list while it is worked on; none of it is part of the return.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListDesk {
    /// What is pasted into the field.
    pub pasted: String,
    /// A list that was read and not taken yet, since some of it cannot be read.
    pub read: Option<ReadList>,
    /// The list before the last change.
    pub former: Option<FormerList>,
    /// How many rows are shown.
    pub shown: usize,
}

impl Default for ListDesk {
    fn default() -> Self {
        Self { pasted: String::new(), read: None, former: None, shown: PAGE }
    }
}

/// A list that was replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerList {
    /// Its rows.
    pub rows: Rows,
    /// Whether it came from the earlier return and was not confirmed yet.
    pub carried: bool,
}

/// A service list is pasted, taken, left out or brought back.
pub(super) fn with_list(state: &mut State, action: Action) -> Vec<Effect> {
    if !changeable(state) {
        return Vec::new();
    }
    match action {
        Action::ListTyped(text) => {
            state.list.pasted = text;
            // What was read is not what stands in the field now: taking it would lose what was mended.
            state.list.read.iter_mut().for_each(|read| read.rows.clear());
            Vec::new()
        }
        Action::TakeList => {
            let text = state.list.pasted.clone();
            read(state, &text, b'\t')
        }
        Action::ListFile { name, bytes } => match String::from_utf8(bytes) {
            Ok(text) => read(state, &text, delimiter_of(&text)),
            Err(_) => refuse(state, phrases::LIST_NOT_TEXT, &[("name", &name)]),
        },
        Action::TakeReadable => {
            let read = state.list.read.take().unwrap_or_default();
            take(state, read.rows)
        }
        Action::DropList => replace(state, FormerList { rows: Arc::default(), carried: false }, phrases::LIST_DROPPED),
        Action::RestoreList => match state.list.former.take() {
            Some(former) => replace(state, former, phrases::LIST_RESTORED),
            None => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// Whether something was pasted and not taken yet; what is signed takes nothing more.
pub(super) fn waits(state: &State) -> bool {
    let open = state.draft.as_ref().is_some_and(|draft| draft.signatures.is_empty());
    open && !state.list.pasted.trim().is_empty()
}

/// Shows more rows.
pub(super) fn more(state: &mut State) -> Vec<Effect> {
    let first_new =
        state.draft.as_ref().and_then(|draft| draft.content.service_list.keys().nth(state.list.shown).cloned());
    state.list.shown += PAGE;
    // The button moves away below the new rows, or goes.
    first_new.map(|id| Effect::Focus(format!("{SERVICE_LIST}/{id}"))).into_iter().collect()
}

/// Sees to it that the row to which a path leads is shown.
pub(super) fn show_row(state: &mut State, path: &str) {
    let id =
        path.strip_prefix(SERVICE_LIST).and_then(|rest| rest.strip_prefix('/')).and_then(|rest| rest.split('/').next());
    let place =
        id.and_then(|id| state.draft.as_ref()?.content.service_list.keys().position(|known| known.as_str() == id));
    if let Some(place) = place {
        state.list.shown = state.list.shown.max((place / PAGE + 1) * PAGE);
    }
}

/// Reads a list and takes it, if all of it can be read.
fn read(state: &mut State, text: &str, delimiter: u8) -> Vec<Effect> {
    let Some(draft) = &state.draft else {
        return Vec::new();
    };
    match read_rows(text, delimiter, &draft.content) {
        Err(ListError::Empty) => refuse(state, phrases::LIST_EMPTY, &[]),
        Err(ListError::TooMany) => refuse(state, phrases::LIST_TOO_LONG, &[("most", &count(MOST_ROWS))]),
        Ok(list) if list.faults.is_empty() => take(state, list.rows),
        Ok(list) => {
            state.list.read = Some(list);
            vec![Effect::Focus(FAULTS.to_owned())]
        }
    }
}

fn refuse(state: &mut State, phrase: Phrase, values: &[(&str, &str)]) -> Vec<Effect> {
    state.list.read = None;
    state.notice = Some(Notice::Bad(phrase.with(state.language, values)));
    Vec::new()
}

fn take(state: &mut State, rows: Vec<ListedService>) -> Vec<Effect> {
    if rows.is_empty() {
        return Vec::new();
    }
    let ids = (1..).map(|place: usize| ServiceId::from(format!("{place:04}").as_str()));
    let rows = Arc::new(ids.zip(rows).collect());
    state.list.pasted.clear();
    replace(state, FormerList { rows, carried: false }, phrases::LIST_TAKEN)
}

/// Puts a list in the place of the one before, which can be brought back.
fn replace(state: &mut State, list: FormerList, says: Phrase) -> Vec<Effect> {
    let Some(draft) = state.draft.as_mut() else {
        return Vec::new();
    };
    let before = std::mem::replace(&mut draft.content.service_list, list.rows);
    let carried = draft.carried.remove(SERVICE_LIST);
    if list.carried {
        draft.carried.insert(SERVICE_LIST.to_owned());
    }
    let counts = [("count", count(draft.content.service_list.len())), ("former", count(before.len()))];
    let counts = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
    let mut told = vec![says.with(state.language, &counts)];
    if !before.is_empty() && !draft.content.service_list.is_empty() {
        told.push(phrases::LIST_REPLACED.with(state.language, &counts));
    }
    state.notice = Some(Notice::Good(told.join(" ")));
    state.list.former = Some(FormerList { rows: before, carried }).filter(|former| !former.rows.is_empty());
    (state.list.read, state.list.shown) = (None, PAGE);
    refresh(state);
    let mut effects = keep(state);
    effects.push(Effect::Focus(SERVICE_LIST.to_owned()));
    effects
}

fn count(of: usize) -> String {
    count_text(i64::try_from(of).unwrap_or(i64::MAX))
}
