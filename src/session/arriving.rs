//! A draft that would take the place of the one at hand: from a file, from the page that carries it, from another window.
//! It waits until the person has chosen, and what it replaces can be brought back by undoing.

use super::action::Effect;
use super::draft::{Draft, DraftError, DraftKey};
use super::history::What;
use super::keeping::{keep, taken};
use super::refusal::{refuse, refuse_with};
use super::start::kept_and_shown;
use super::state::{Notice, Saved, Screen, State};
use super::update::open;
use super::view::{agency_name, quarter_words};
use crate::quarterly::{SignedFile, field_paths};
use crate::text::{keeping_phrases, phrases};
use std::collections::BTreeSet;

/// The name in the document of the question.
pub const ARRIVING: &str = "arriving-title";

/// A draft that waits for the person's choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Arriving {
    /// The draft.
    pub draft: Draft,
    /// Where it comes from.
    pub from: Whence,
    /// What is shown once it is taken.
    pub then: Screen,
    /// The file of the same return, whose signatures were given with it.
    pub given: Option<SignedFile>,
}

/// Where a draft comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whence {
    /// A file of this name.
    File(String),
    /// The page that carries it, with the text that it carries.
    Page(String),
    /// Another window has kept it in place of the one here.
    Window,
    /// This window, which could not keep it before another draft was opened.
    Here,
}

/// Whose drafts these are and of which quarter, in words.
pub(super) fn name_of(state: &State, key: &DraftKey) -> String {
    let agency = state.registry.agency(&key.agency);
    let agency = agency.map_or_else(|| key.agency.to_string(), |agency| agency_name(state, agency));
    format!("{agency}, {}", quarter_words(state, key.period))
}

/// At how many places two drafts of one return differ.
pub(super) fn differences(one: &Draft, other: &Draft) -> usize {
    let (mut one, mut other) = (one.clone(), other.clone());
    let paths: BTreeSet<String> = field_paths(&one.content).into_iter().chain(field_paths(&other.content)).collect();
    let differ = paths.iter().filter(|path| one.text_at(path) != other.text_at(path)).count();
    let signed = usize::from(one.signatures != other.signatures);
    (differ + signed).max(1)
}

/// A draft's file is opened.
pub(super) fn open_draft_file(state: &mut State, name: &str, text: &str) -> Vec<Effect> {
    match Draft::read(text) {
        Ok(draft) => {
            arrive(state, Arriving { draft, from: Whence::File(name.to_owned()), then: Screen::Sections, given: None })
        }
        Err(DraftError::Newer) => refuse_with(state, keeping_phrases::DRAFT_FILE_NEWER, &[("name", name)]),
        Err(DraftError::Damaged) => refuse_with(state, keeping_phrases::DRAFT_FILE_DAMAGED, &[("name", name)]),
    }
}

/// Opens a draft, or asks, where another one of the same agency and quarter is kept here.
pub(super) fn arrive(state: &mut State, arriving: Arriving) -> Vec<Effect> {
    let content = &arriving.draft.content;
    if state.registry.agency(&content.agency).is_none() || state.registry.period(content.period).is_none() {
        return refuse(state, state.say(phrases::DRAFT_NEWER));
    }
    let key = arriving.draft.key();
    match state.kept.get(&key).map(|text| Draft::read(text)) {
        None => take(state, arriving),
        Some(Ok(kept)) if kept == arriving.draft => take(state, arriving),
        Some(Ok(_)) => ask(state, arriving),
        // What cannot be read here is not this page's to replace.
        Some(Err(_)) => {
            let name = name_of(state, &key);
            refuse_with(state, keeping_phrases::UNREADABLE_IN_THE_WAY, &[("whose", &name)])
        }
    }
}

/// The choice is put before the person.
pub(super) fn ask(state: &mut State, arriving: Arriving) -> Vec<Effect> {
    state.arriving = Some(Box::new(arriving));
    vec![Effect::Focus(ARRIVING.to_owned())]
}

/// The draft is taken in place of the one at hand, which can be brought back by undoing.
pub(super) fn take_arriving(state: &mut State) -> Vec<Effect> {
    let Some(arriving) = state.arriving.take() else { return Vec::new() };
    take(state, *arriving)
}

fn take(state: &mut State, arriving: Arriving) -> Vec<Effect> {
    let Arriving { draft, from, then, given } = arriving;
    let key = draft.key();
    let is_open = state.draft.as_ref().is_some_and(|open| open.key() == key);
    let before = match is_open {
        true => state.draft.clone(),
        false => state.kept.get(&key).and_then(|text| Draft::read(text).ok()),
    };
    let replaced = before.filter(|before| *before != draft);
    open(state, draft);
    state.exported = given.is_some_and(|file| {
        state.draft.as_ref().is_some_and(|draft| draft.signatures.iter().all(|own| file.signatures.contains(own)))
    });
    let mut effects = mark_of(&from);
    if let Some(before) = replaced {
        state.history.begin(key, &state.registry_sha256);
        state.history.remember(before, What::Whole);
        state.notice = Some(Notice::Good(state.say(keeping_phrases::ARRIVED)));
    }
    let stays = from == Whence::Window && is_open;
    effects.extend(if stays { keep(state) } else { kept_and_shown(state, then) });
    effects
}

/// The draft at hand stays. What another window has kept is written over, since the person says so.
pub(super) fn leave_arriving(state: &mut State) -> Vec<Effect> {
    let Some(arriving) = state.arriving.take() else { return Vec::new() };
    let mut effects = mark_of(&arriving.from);
    if arriving.from == Whence::Window {
        effects.extend(keep(state));
    }
    effects.push(Effect::Top);
    effects
}

/// A page that carries a draft is not asked about it again on this machine.
fn mark_of(from: &Whence) -> Vec<Effect> {
    match from {
        Whence::Page(text) => vec![Effect::Remember { name: taken(text), text: "1".to_owned() }],
        _ => Vec::new(),
    }
}

/// Another window has kept another text under this name; none where it has deleted the draft. `ours` is what this window
/// wanted to keep there and has not.
pub(super) fn found(state: &mut State, name: &str, text: Option<String>, ours: Option<String>) -> Vec<Effect> {
    let Some(key) = DraftKey::of_name(name) else { return Vec::new() };
    let is_open = state.draft.as_ref().is_some_and(|draft| draft.key() == key);
    let Some(text) = text else { return deleted(state, &key, is_open, ours) };
    if ours.is_none() && state.kept.get(&key) == Some(&text) {
        return Vec::new();
    }
    state.kept.insert(key.clone(), text.clone());
    state.barred.take_if(|barred| *barred == key);
    let barred = key;
    match (is_open, Draft::read(&text), ours) {
        (true, Ok(theirs), _) => clash(state, theirs),
        (true, Err(_), _) => {
            (state.saved, state.barred) = (Saved::Refused, Some(barred));
            refuse(state, state.say(keeping_phrases::DRAFT_NEWER_THERE))
        }
        (false, _, Some(ours)) => match Draft::read(&ours) {
            Ok(draft) => ask(state, Arriving { draft, from: Whence::Here, then: Screen::Sections, given: None }),
            Err(_) => Vec::new(),
        },
        (false, _, None) => Vec::new(),
    }
}

fn clash(state: &mut State, theirs: Draft) -> Vec<Effect> {
    if state.draft.as_ref() == Some(&theirs) {
        state.arriving.take_if(|arriving| arriving.from == Whence::Window);
        return Vec::new();
    }
    state.saved = Saved::Elsewhere;
    // Whoever types is not torn out of the field.
    state.arriving =
        Some(Box::new(Arriving { draft: theirs, from: Whence::Window, then: Screen::Sections, given: None }));
    Vec::new()
}

/// Another window has deleted the draft: one that is open here is kept again.
fn deleted(state: &mut State, key: &DraftKey, is_open: bool, ours: Option<String>) -> Vec<Effect> {
    state.kept.remove(key);
    state.barred.take_if(|barred| barred == key);
    if let Some(text) = ours.filter(|_| !is_open) {
        state.kept.insert(key.clone(), text.clone());
        return vec![Effect::Keep { key: key.name(), text }];
    }
    if !is_open {
        return Vec::new();
    }
    state.arriving.take_if(|arriving| arriving.from == Whence::Window);
    let effects = keep(state);
    state.notice = Some(Notice::Bad(state.say(keeping_phrases::KEPT_AGAIN)));
    effects
}

/// The browser's storage was emptied, as from its settings: what is open is kept again.
pub(super) fn cleared(state: &mut State) -> Vec<Effect> {
    state.kept.clear();
    match state.draft.as_ref().map(Draft::key) {
        Some(key) => deleted(state, &key, true, None),
        None => Vec::new(),
    }
}

/// Another draft is opened in place of the one whose clash with another window was not settled: what is entered here waits
/// to be opened again.
pub(super) fn set_aside(state: &mut State, next: &DraftKey) {
    let is_other = |draft: &&Draft| draft.key() != *next;
    let Some(ours) = state.draft.as_ref().filter(is_other).cloned() else { return };
    if state.arriving.take_if(|arriving| arriving.from == Whence::Window).is_some() {
        let waiting = Arriving { draft: ours, from: Whence::Here, then: Screen::Sections, given: None };
        state.arriving = Some(Box::new(waiting));
    }
}
