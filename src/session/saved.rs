//! The draft outside of the browser's storage: as a file, in a page that carries it, in another window.

use super::action::Effect;
use super::arriving::Whence;
use super::draft::{Draft, DraftKey};
use super::grid::waits;
use super::refusal::refuse_with;
use super::state::{Notice, Saved, State};
use crate::text::{guide_phrases, keeping_phrases};

/// The name of a draft's file, or of a page that carries one: `36a_2017-Q2_bo-tai-chinh_nhap.json`.
fn name(draft: &Draft, ending: &str) -> String {
    let DraftKey { agency, period, .. } = draft.key();
    format!("36a_{period}_{agency}_nhap.{ending}")
}

/// The open draft, unless it is a sample: nobody is to take that for a return.
fn own(state: &State) -> Option<&Draft> {
    state.draft.as_ref().filter(|draft| !draft.sample)
}

/// The open draft as a file.
pub(super) fn draft_file(state: &mut State) -> Vec<Effect> {
    let Some(draft) = own(state) else { return refuse_with(state, guide_phrases::SAMPLE_UNSAVED, &[]) };
    let (name, bytes) = (name(draft, "json"), draft.write().into_bytes());
    state.notice = Some(Notice::Good(keeping_phrases::DRAFT_SAVED.with(state.language, &[("name", &name)])));
    state.outside.clone_from(&state.draft);
    vec![Effect::Download { name, bytes }]
}

/// The page as a file that carries the open draft.
pub(super) fn page_file(state: &mut State) -> Vec<Effect> {
    let Some(draft) = own(state) else { return refuse_with(state, guide_phrases::SAMPLE_UNSAVED, &[]) };
    let name = name(draft, "html");
    state.notice = Some(Notice::Good(keeping_phrases::PAGE_SAVED.with(state.language, &[("name", &name)])));
    state.outside.clone_from(&state.draft);
    vec![Effect::SavePage { name }]
}

/// The browser did not take a file that was to be saved.
pub(super) fn not_given(state: &mut State) -> Vec<Effect> {
    state.outside = None;
    refuse_with(state, keeping_phrases::NOT_GIVEN, &[])
}

/// Another window has this draft open too.
pub(super) fn open_elsewhere(state: &mut State, name: &str) -> Vec<Effect> {
    if state.draft.as_ref().is_some_and(|draft| draft.key().name() == name) {
        state.notice = Some(Notice::Bad(state.say(keeping_phrases::OPEN_ELSEWHERE)));
    }
    Vec::new()
}

/// What is to be said of the draft's being kept: outside of drafts, whether one lives only in this window.
pub fn saved_mark(state: &State) -> &Saved {
    let anywhere = state.screen.is_free() && !state.unkept.is_empty();
    if anywhere { &Saved::Refused } else { &state.saved }
}

/// Whether something was entered that would be gone with this window: it is neither kept beyond it nor in a file.
pub fn would_be_lost(state: &State) -> bool {
    let is_open = |key: &DraftKey| state.draft.as_ref().is_some_and(|draft| draft.key() == *key);
    let here_only = state.arriving.iter().any(|arriving| arriving.from == Whence::Here);
    let homeless = state.fleeting || state.unwritten || matches!(state.saved, Saved::Refused | Saved::Elsewhere);
    here_only
        || waits(state)
        || state.unkept.iter().any(|key| !is_open(key))
        || homeless && state.draft.is_some() && state.draft != state.outside
}
