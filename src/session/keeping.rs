//! Keeping the draft: written out when typing pauses, and before anything else is done.

use super::action::Effect;
use super::state::{Saved, State};

/// The wish to keep the draft as it is now. It is written out later, once for many keys: a large return takes time.
pub(super) fn keep_soon(state: &mut State) -> Vec<Effect> {
    if state.draft.is_none() {
        return Vec::new();
    }
    if state.saved != Saved::Refused {
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

/// Writes out what was edited since the draft was written last.
pub(super) fn settle(state: &mut State) -> Vec<Effect> {
    let Some(draft) = state.draft.as_ref().filter(|_| state.unwritten) else {
        return Vec::new();
    };
    let (key, text) = (draft.key(), draft.write());
    state.unwritten = false;
    state.kept.insert(key.clone(), text.clone());
    vec![Effect::Keep { key: key.name(), text }]
}
