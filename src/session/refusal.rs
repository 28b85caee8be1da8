//! What is not done, and why.

use super::action::Effect;
use super::state::{Notice, State};
use crate::text::Phrase;

/// Says this to the person, and does nothing.
pub(super) fn refuse(state: &mut State, says: String) -> Vec<Effect> {
    state.notice = Some(Notice::Bad(says));
    Vec::new()
}

/// The same of a phrase with values in it.
pub(super) fn refuse_with(state: &mut State, phrase: Phrase, values: &[(&str, &str)]) -> Vec<Effect> {
    let says = phrase.with(state.language, values);
    refuse(state, says)
}
