//! Keeping the draft: written out when typing pauses, and before anything else is done.

use super::action::Effect;
use super::arriving::clashes;
use super::state::{Saved, State};
use crate::registry::sha256_hex;
use std::rc::Rc;

/// What the names begin with under which the browser remembers which pages' drafts were taken.
const TAKEN: &str = "return36a/taken/";

/// The wish to keep the draft as it is now. It is written out later, once for many keys: a large return takes time.
pub(super) fn keep_soon(state: &mut State) -> Vec<Effect> {
    // A sample is tried, not kept.
    if state.draft.as_ref().is_none_or(|draft| draft.sample) {
        return Vec::new();
    }
    if !matches!(state.saved, Saved::Refused | Saved::Elsewhere) {
        state.saved = Saved::Waiting;
    }
    state.unwritten = true;
    vec![Effect::KeepSoon]
}

/// Keeps the draft as it is now.
pub(super) fn keep(state: &mut State) -> Vec<Effect> {
    keep_soon(state);
    settle(state)
}

/// Writes out what was edited since the draft was written last. While another window's draft waits for the person's choice,
/// or cannot be read here, nothing is written over it.
pub(super) fn settle(state: &mut State) -> Vec<Effect> {
    let Some(draft) = state.draft.as_ref().filter(|_| state.unwritten) else {
        return Vec::new();
    };
    let (key, text) = (draft.key(), draft.write());
    state.unwritten = false;
    state.written = Some(Rc::from(text.as_str()));
    if clashes(state, &key) {
        state.saved = Saved::Elsewhere;
        return Vec::new();
    }
    if state.barred.contains(&key) {
        state.saved = Saved::Refused;
        return Vec::new();
    }
    state.kept.insert(key.clone(), text.clone());
    vec![Effect::Keep { key: key.name(), text }]
}

/// The name under which the browser remembers that a page's draft was taken.
pub(super) fn taken(text: &str) -> String {
    format!("{TAKEN}{}", sha256_hex(text.as_bytes()))
}
