use crate::session::arriving::{differences, name_of};
use crate::session::{Draft, State, Whence};
use crate::text::keeping_phrases;

/// A draft that waits for the person's choice, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct ArrivingView {
    /// What there is.
    pub says: String,
    /// The button that takes it.
    pub take: String,
    /// The button that leaves it.
    pub leave: String,
}

/// What can be done with the open draft as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToolsView {
    /// Whether a change can be undone.
    pub undo: bool,
    /// Whether one can be done again.
    pub redo: bool,
}

/// The question about a draft that waits; none where none does.
pub fn arriving(state: &State) -> Option<ArrivingView> {
    let arriving = state.arriving.first()?;
    let key = arriving.draft.key();
    let own = match state.draft.as_ref().filter(|draft| draft.key() == key) {
        Some(draft) => Some(draft.clone()),
        None => state.kept.get(&key).and_then(|text| Draft::read(text).ok()),
    };
    let count = own.map_or(1, |own| differences(&own, &arriving.draft));
    let (phrase, take, leave) = match &arriving.from {
        Whence::File(_) => (keeping_phrases::FROM_FILE, keeping_phrases::TAKE_FILE, keeping_phrases::LEAVE),
        Whence::Page(_) => (keeping_phrases::FROM_PAGE, keeping_phrases::TAKE_PAGE, keeping_phrases::LEAVE),
        Whence::Window => (keeping_phrases::FROM_WINDOW, keeping_phrases::TAKE_WINDOW, keeping_phrases::LEAVE_WINDOW),
        Whence::Here => (keeping_phrases::FROM_HERE, keeping_phrases::TAKE_HERE, keeping_phrases::LEAVE_HERE),
    };
    let name = if let Whence::File(name) = &arriving.from { name.as_str() } else { "" };
    let (whose, plural) = (name_of(state, &key), if count == 1 { "" } else { "s" });
    let values = [("name", name), ("whose", &whose), ("count", &count.to_string()), ("s", plural)];
    Some(ArrivingView { says: phrase.with(state.language, &values), take: state.say(take), leave: state.say(leave) })
}

/// The tools of the open draft; none where none is open.
pub fn tools(state: &State) -> Option<ToolsView> {
    let locked = state.draft.as_ref().is_none_or(|draft| !draft.signatures.is_empty());
    let shown = state.draft.is_some() && !state.screen.is_free();
    shown.then(|| ToolsView {
        undo: state.signing.is_none() && state.history.can_undo(locked),
        redo: state.signing.is_none() && state.history.can_redo(),
    })
}
