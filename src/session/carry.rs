use super::action::{Action, Effect};
use super::checking::{list_findings, position, refresh};
use super::draft::Draft;
use super::editing::changeable;
use super::keeping::keep;
use super::refusal::refuse;
use super::start::known_file;
use super::state::{Notice, Section, State};
use super::view::{agency_name, quarter_words};
use crate::quarterly::{Return, SignedFile, carry, part_of, uncarry};
use crate::registry::Severity;
use crate::rules::Finding;
use crate::text::{Phrase, phrases};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The finding at a field that holds an earlier return's answer, not confirmed yet.
pub(super) const CARRIED: &str = "carried";

/// The name in the document of the button that leaves a section.
const NEXT: &str = "next-section";

/// What is taken from an earlier return, confirmed, and taken back.
pub(super) fn with_previous(state: &mut State, action: Action) -> Vec<Effect> {
    if !changeable(state) {
        return Vec::new();
    }
    match action {
        Action::OpenPrevious { name, bytes } => open_previous(state, &name, &bytes),
        Action::ForgetPrevious => forget_previous(state),
        Action::Confirm(group) => confirm(state, &group),
        Action::ConfirmSection(section) => confirm_section(state, section),
        _ => Vec::new(),
    }
}

/// What was carried into the draft and keeps it from being signed until it is confirmed.
pub(super) fn findings(draft: &Draft) -> impl Iterator<Item = Finding> {
    draft.carried.iter().map(|path| Finding {
        rule: CARRIED.to_owned(),
        severity: Severity::Error,
        paths: vec![path.clone()],
        values: BTreeMap::new(),
        marked: Vec::new(),
        open: true,
        fault: None,
    })
}

fn open_previous(state: &mut State, name: &str, bytes: &[u8]) -> Vec<Effect> {
    let file = match known_file(state, name, bytes) {
        Ok(file) => file,
        Err(says) => return refuse(state, says),
    };
    if let Some(says) = unfit(state, name, &file) {
        return refuse(state, says);
    }
    drop_carried(state);
    let registry = state.registry.clone();
    let Some(draft) = state.draft.as_mut() else {
        return Vec::new();
    };
    let mut carried = carry(&registry, &draft.content, &file.content);
    // What was typed and cannot be read is not blank.
    let typed: BTreeSet<String> =
        carried.paths.iter().filter(|path| draft.entries.contains_key(*path)).cloned().collect();
    uncarry(&mut carried.content, &typed);
    carried.paths.retain(|path| !typed.contains(path));
    let count = carried.paths.len();
    draft.content = carried.content;
    draft.carried = carried.paths;
    let previous = Return { service_list: Arc::default(), ..file.content };
    draft.previous = Some(Arc::new(previous));
    let says = said(state, count);
    state.notice = Some(Notice::Good(says));
    refresh(state);
    keep(state)
}

/// Why a readable file is not an earlier return of the open one.
fn unfit(state: &State, name: &str, file: &SignedFile) -> Option<String> {
    let own = &state.draft.as_ref()?.content;
    let of_file = state.registry.agency(&file.content.agency).map(|agency| agency_name(state, agency));
    let of_own = state.registry.agency(&own.agency).map(|agency| agency_name(state, agency));
    let says = |phrase: Phrase| {
        let values = [
            ("name", name.to_owned()),
            ("agency", of_file.clone().unwrap_or_default()),
            ("own", of_own.clone().unwrap_or_default()),
            ("period", quarter_words(state, file.content.period)),
            ("now", quarter_words(state, own.period)),
        ];
        phrase.with(state.language, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    };
    match () {
        () if file.content.agency != own.agency => Some(says(phrases::PREVIOUS_OF_ANOTHER)),
        () if file.content.period >= own.period => Some(says(phrases::PREVIOUS_NOT_EARLIER)),
        () if file.signatures.is_empty() => Some(says(phrases::PREVIOUS_NOT_SIGNED)),
        () => None,
    }
}

/// What was taken, from which quarter, and what is not known of the file.
fn said(state: &State, count: usize) -> String {
    let Some((draft, previous)) = state.draft.as_ref().and_then(|draft| Some((draft, draft.previous.as_ref()?))) else {
        return String::new();
    };
    let values = [("count", count.to_string()), ("period", quarter_words(state, previous.period))];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let taken = if count == 0 { phrases::CARRIED_NOTHING } else { phrases::CARRIED_SOME };
    let mut says = vec![taken.with(state.language, &values)];
    if draft.content.period.previous() != previous.period {
        says.push(state.say(phrases::CARRIED_OLDER));
    }
    says.push(state.say(phrases::PREVIOUS_NOT_VERIFIED));
    says.join(" ")
}

fn forget_previous(state: &mut State) -> Vec<Effect> {
    let Some(previous) = state.draft.as_ref().and_then(|draft| draft.previous.clone()) else {
        return Vec::new();
    };
    let count = drop_carried(state).to_string();
    let values = [("count", count.as_str()), ("period", &quarter_words(state, previous.period))];
    state.notice = Some(Notice::Good(phrases::CARRIED_DROPPED.with(state.language, &values)));
    refresh(state);
    let mut effects = keep(state);
    effects.push(Effect::Top);
    effects
}

/// Blanks what is not confirmed, forgets the earlier return, and says how many fields that were.
fn drop_carried(state: &mut State) -> usize {
    let Some(draft) = state.draft.as_mut() else {
        return 0;
    };
    let carried = std::mem::take(&mut draft.carried);
    uncarry(&mut draft.content, &carried);
    draft.previous = None;
    carried.len()
}

/// Confirms a group; the focus goes on to the next one that waits.
fn confirm(state: &mut State, group: &str) -> Vec<Effect> {
    let Some(draft) = state.draft.as_mut() else {
        return Vec::new();
    };
    let before = draft.carried.len();
    draft.carried.retain(|path| part_of(path) != group);
    if draft.carried.len() == before {
        return Vec::new();
    }
    let next = next_group(state, group).map_or(NEXT.to_owned(), |next| format!("confirm{next}"));
    list_findings(state);
    let mut effects = keep(state);
    effects.push(Effect::Focus(next));
    effects
}

/// The group of the same section that waits to be confirmed: the next one after this, else the first.
fn next_group(state: &State, group: &str) -> Option<String> {
    let section = Section::of_path(group);
    let carried = &state.draft.as_ref()?.carried;
    let here = position(&state.registry, group);
    let waiting = carried.iter().filter(|path| Section::of_path(path) == section);
    let next = waiting.min_by_key(|path| {
        let there = position(&state.registry, path);
        (there < here, there)
    });
    next.map(|path| part_of(path).to_owned())
}

fn confirm_section(state: &mut State, section: Section) -> Vec<Effect> {
    let Some(draft) = state.draft.as_mut() else {
        return Vec::new();
    };
    let before = draft.carried.len();
    draft.carried.retain(|path| Section::of_path(path) != section);
    let count = (before - draft.carried.len()).to_string();
    let says = phrases::CONFIRMED.with(state.language, &[("count", &count)]);
    state.notice = Some(Notice::Good(says));
    list_findings(state);
    let mut effects = keep(state);
    effects.push(Effect::Top);
    effects
}
