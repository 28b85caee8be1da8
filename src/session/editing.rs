//! Edits of single fields.

use super::action::{Action, Effect};
use super::checking::recheck;
use super::draft::Draft;
use super::entry::{choose, clean, put, shown};
use super::grid::{begun, keep_up};
use super::keeping::keep_soon;
use super::state::{Notice, State};
use super::words::move_words;
use super::year::year_sum;
use crate::quarterly::{Answer, Field, Justification, MOST_TEXT, field, justify, part_of, uncarry};
use crate::rules::Finding;
use crate::text::phrases;
use std::collections::{BTreeMap, BTreeSet};

/// Whether the open return may be changed now; where it may not, the person is told.
pub(super) fn changeable(state: &mut State) -> bool {
    let why = match &state.draft {
        _ if state.signing.is_some() => phrases::WAIT_FOR_SIGNATURE,
        Some(draft) if draft.signatures.is_empty() => return true,
        _ => phrases::SIGNED_IS_LOCKED,
    };
    state.notice = Some(Notice::Bad(state.say(why)));
    false
}

/// One edit of a field: the return, its findings, and the wish to keep it.
pub(super) fn edited(state: &mut State, action: Action) -> Vec<Effect> {
    if let Action::Left { path } = action {
        // The next field may be typed into already when the one before is heard to be left.
        state.editing.take_if(|(editing, _)| *editing == path);
        state.history.leave();
        return Vec::new();
    }
    if !changeable(state) {
        return Vec::new();
    }
    let Some(draft) = state.draft.as_mut() else {
        return Vec::new();
    };
    let path = match action {
        Action::Typed { path, text } => {
            draft.carried.remove(&path);
            state.aside.remove(&path);
            if let Some(row) = begun(draft, &path, &text) {
                keep_up(&mut state.list, &row);
            }
            match put(&mut draft.content, &path, &text) {
                Some(Ok(())) => drop(draft.entries.remove(&path)),
                Some(Err(entry)) => drop(draft.entries.insert(path.clone(), *entry)),
                None => return Vec::new(),
            }
            state.editing = Some((path.clone(), text));
            path
        }
        Action::Chosen { path, word } => return chosen(state, &path, &word),
        Action::NoData { path, none } => {
            draft.carried.remove(&path);
            no_data(draft, &mut state.aside, &path, none);
            path
        }
        Action::MoveWords { path } => return words_moved(state, path),
        Action::TakeSum { path } => return sum_taken(state, path),
        Action::Justified { rule, path, reason } => return justified(state, rule, path, &reason),
        _ => return Vec::new(),
    };
    recheck(state, &path);
    keep_soon(state)
}

/// A word of a list is chosen.
fn chosen(state: &mut State, path: &str, word: &str) -> Vec<Effect> {
    let Some(draft) = state.draft.as_mut() else {
        return Vec::new();
    };
    draft.carried.remove(path);
    let before = shown(&mut draft.content, path);
    if !choose(&mut draft.content, path, word) {
        return Vec::new();
    }
    let left = if shown(&mut draft.content, path) == before { BTreeSet::new() } else { left_behind(draft, path) };
    draft.carried.retain(|carried| !left.contains(carried));
    uncarry(&mut draft.content, &left);
    for path in &left {
        recheck(state, path);
    }
    recheck(state, path);
    keep_soon(state)
}

/// What was carried beside the former status of a task and is not confirmed: its days and documents would speak of
/// another status than the one chosen now. How many units there are does not hang on it.
fn left_behind(draft: &Draft, path: &str) -> BTreeSet<String> {
    let Some(row) = path.strip_suffix("/status") else {
        return BTreeSet::new();
    };
    let beside = |carried: &&String| part_of(carried) == row && !carried.contains("/units/");
    draft.carried.iter().filter(beside).cloned().collect()
}

/// The words beside a number are moved to the remark.
fn words_moved(state: &mut State, path: String) -> Vec<Effect> {
    let Some(remark) = state.draft.as_mut().and_then(|draft| move_words(draft, &path, state.language)) else {
        return Vec::new();
    };
    state.editing = None;
    recheck(state, &remark);
    recheck(state, &path);
    let mut effects = keep_soon(state);
    // The button goes with the words; the focus stays at the field.
    effects.push(Effect::Focus(path));
    effects
}

/// The earlier return's count and this quarter's are written together; that is the agency's own word, as if typed.
fn sum_taken(state: &mut State, path: String) -> Vec<Effect> {
    let Some(draft) = state.draft.as_mut() else {
        return Vec::new();
    };
    let sum = year_sum(draft, &path);
    let (Some(sum), Some(Field::Answer(slot))) = (sum, field(&mut draft.content, &path)) else {
        return Vec::new();
    };
    *slot = Some(Answer::from_number(sum.total));
    draft.carried.remove(&path);
    state.editing = None;
    recheck(state, &path);
    let mut effects = keep_soon(state);
    effects.push(Effect::Focus(path));
    effects
}

/// A reason is given for a warning. One that no file could carry is refused, and the one before stands.
fn justified(state: &mut State, rule: String, path: String, typed: &str) -> Vec<Effect> {
    let found = state.findings.iter().find(|finding| finding.rule == rule && finding.place() == path);
    let (Some(draft), Some(values_sha256)) = (state.draft.as_mut(), found.map(Finding::values_sha256)) else {
        return Vec::new();
    };
    state.editing = Some((format!("{path}#{rule}"), typed.to_owned()));
    let reason = clean(typed);
    if reason.len() > MOST_TEXT {
        state.notice = Some(Notice::Bad(state.say(phrases::REASON_TOO_LONG)));
        return Vec::new();
    }
    justify(&mut draft.content, Justification { rule, path, values_sha256, reason });
    // No rule reads the reasons.
    keep_soon(state)
}

/// Says that a count has no data, or that it has. What stood there before is set aside, and comes back.
fn no_data(draft: &mut Draft, aside: &mut Aside, path: &str, none: bool) {
    let Some(Field::Answer(answer)) = field(&mut draft.content, path) else {
        return;
    };
    if matches!(answer, Some(Answer::NoData(_))) == none {
        return;
    }
    let reason = format!("{path}/no_data");
    let (back, text) = aside.remove(path).unwrap_or_default();
    let before =
        std::mem::replace(answer, if none { back.or_else(|| Some(Answer::NoData(String::new()))) } else { back });
    let unreadable = draft.entries.remove(path).or_else(|| draft.entries.remove(&reason)).map(|entry| entry.text);
    aside.insert(path.to_owned(), (before, unreadable));
    let place = if none { &reason } else { path };
    if let Some(text) = text
        && let Some(Err(entry)) = put(&mut draft.content, place, &text)
    {
        draft.entries.insert(place.to_owned(), *entry);
    }
}

/// What ticks of "no data" took the place of, by path.
type Aside = BTreeMap<String, (Option<Answer>, Option<String>)>;
