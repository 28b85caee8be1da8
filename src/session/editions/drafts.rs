//! What another registry changes for the drafts that are kept here.

use super::Ready;
use crate::registry::Registry;
use crate::rules::{Case, Verdict, check, verdict};
use crate::session::draft::{Draft, DraftKey};
use crate::session::fitting::{Fitting, fit_under};
use crate::session::state::State;
use crate::vietnamese::Date;

/// So many kept drafts are tried under a registry that is offered.
const MOST_DRAFTS: usize = 20;

/// What another registry changes for a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftChange {
    /// Which draft.
    pub key: DraftKey,
    /// Whether the registry knows its agency and quarter.
    pub known: bool,
    /// Rows that are asked for, and that are no longer.
    pub fitting: Fitting,
    /// What the rules find in it as it is, and would find.
    pub verdicts: (Verdict, Verdict),
}

/// What a registry changes for the drafts that are kept here and not signed.
pub(super) fn draft_changes(state: &State, ready: &Ready) -> Vec<DraftChange> {
    let drafts = state.kept.values().filter_map(|text| Draft::read(text).ok());
    let unsigned = drafts.filter(|draft| draft.signatures.is_empty()).take(MOST_DRAFTS);
    unsigned.filter_map(|draft| draft_change(state, ready, draft)).collect()
}

fn draft_change(state: &State, ready: &Ready, mut draft: Draft) -> Option<DraftChange> {
    let known = |registry: &Registry| {
        registry.agency(&draft.content.agency).is_some() && registry.period(draft.content.period).is_some()
    };
    if !known(&state.registry) {
        return None;
    }
    let known = known(&ready.registry);
    fit_under(&state.registry, &state.registry_sha256, &mut draft);
    let before = tried(&state.in_use(), &draft, state.today);
    let (fitting, after) = if known {
        let fitting = fit_under(&ready.registry, &ready.sha256, &mut draft);
        (fitting, tried(ready, &draft, state.today))
    } else {
        (Fitting::default(), before)
    };
    Some(DraftChange { key: draft.key(), known, fitting, verdicts: (before, after) })
}

/// What the rules find in a draft.
fn tried(ready: &Ready, draft: &Draft, today: Date) -> Verdict {
    let case = Case { registry: &ready.registry, content: &draft.content, previous: draft.previous.as_deref(), today };
    verdict(&check(&ready.rules, case), &draft.content.justifications)
}
