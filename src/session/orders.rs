//! Orders that are carried out meanwhile and answered later: a key made, a signature, a question to a token. Each has a
//! number; an answer to any but the last changes nothing of what is going on now.

use super::state::State;

/// The number of a new order, which takes the place of the one before.
pub(super) fn ordered(state: &mut State) -> u64 {
    state.order += 1;
    state.order
}

/// Whether an answer with this number is waited for.
pub(super) fn is_last(state: &State, order: u64) -> bool {
    state.order == order
}

/// Whether a key is being made, or something signed.
pub(super) fn at_work(state: &State) -> bool {
    state.busy || state.signing.is_some()
}

/// Waits for nothing any more: whatever is answered now comes too late.
pub(super) fn call_off(state: &mut State) {
    state.order += 1;
    (state.busy, state.signing, state.token) = (false, None, None);
}
