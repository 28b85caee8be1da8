//! A draft that would take the place of the one at hand: from a file, from the page that carries it, from another window.
//! It waits until the person has chosen, and what it replaces can be brought back by undoing.

use super::action::Effect;
use super::draft::{Draft, DraftError, DraftKey};
use super::history::{What, same_work};
use super::keeping::{keep, keep_soon, taken};
use super::refusal::{refuse, refuse_with};
use super::start::kept_and_shown;
use super::state::{Notice, Saved, Screen, State};
use super::update::{open, sections};
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
        Some(Ok(kept)) if same_work(&kept, &arriving.draft) => take(state, arriving),
        Some(Ok(_)) => ask(state, arriving),
        // What cannot be read here is not this page's to replace.
        Some(Err(_)) => {
            let name = name_of(state, &key);
            refuse_with(state, keeping_phrases::UNREADABLE_IN_THE_WAY, &[("whose", &name)])
        }
    }
}

/// The choice is put before the person, after those that wait already. What another window has kept is asked first, and once.
pub(super) fn ask(state: &mut State, arriving: Arriving) -> Vec<Effect> {
    if arriving.from == Whence::Window {
        let key = arriving.draft.key();
        state.arriving.retain(|other| other.from != Whence::Window || other.draft.key() != key);
        state.arriving.insert(0, arriving);
        // Whoever types is not torn out of the field.
        return Vec::new();
    }
    if !state.arriving.contains(&arriving) {
        state.arriving.push(arriving);
    }
    vec![Effect::Focus(ARRIVING.to_owned())]
}

/// Whether another window has kept something else than what is open here, and the person has not chosen yet.
pub(super) fn clashes(state: &State, key: &DraftKey) -> bool {
    state.arriving.iter().any(|arriving| arriving.from == Whence::Window && arriving.draft.key() == *key)
}

fn first(state: &mut State) -> Option<Arriving> {
    if state.arriving.is_empty() { None } else { Some(state.arriving.remove(0)) }
}

/// The draft is taken in place of the one at hand, which can be brought back by undoing.
pub(super) fn take_arriving(state: &mut State) -> Vec<Effect> {
    let Some(arriving) = first(state) else { return Vec::new() };
    let mut effects = take(state, arriving);
    effects.extend(next(state));
    effects
}

/// The question that waits behind the one that was answered.
fn next(state: &State) -> Option<Effect> {
    (!state.arriving.is_empty()).then(|| Effect::Focus(ARRIVING.to_owned()))
}

fn take(state: &mut State, arriving: Arriving) -> Vec<Effect> {
    let Arriving { draft, from, then, given } = arriving;
    let key = draft.key();
    let is_open = state.draft.as_ref().is_some_and(|open| open.key() == key);
    let before = match is_open {
        true => state.draft.clone(),
        false => state.kept.get(&key).and_then(|text| Draft::read(text).ok()),
    };
    let replaced = before.filter(|before| !same_work(before, &draft));
    open(state, draft);
    state.exported = given.is_some_and(|file| {
        state.draft.as_ref().is_some_and(|draft| draft.signatures.iter().all(|own| file.signatures.contains(own)))
    });
    if let Whence::Page(text) = &from {
        state.taking = Some((key.clone(), taken(text)));
    }
    if let Some(before) = replaced {
        state.history.begin(key, &state.registry_sha256);
        state.history.remember(before, What::Replaced);
        state.notice = Some(Notice::Good(state.say(keeping_phrases::ARRIVED)));
    }
    let here = state.screen;
    let stays =
        from == Whence::Window && is_open && !matches!(here, Screen::Section(of) if !sections(state).contains(&of));
    kept_and_shown(state, if stays { here } else { then })
}

/// The draft at hand stays. What another window has kept is written over, since the person says so, and can be brought back by
/// undoing; what was entered here and not kept can be brought back like a deleted draft.
pub(super) fn leave_arriving(state: &mut State) -> Vec<Effect> {
    let Some(arriving) = first(state) else { return Vec::new() };
    let key = arriving.draft.key();
    let mut effects = match arriving.from {
        Whence::Window => {
            state.history.begin(key, &state.registry_sha256);
            state.history.remember(arriving.draft, What::Replaced);
            state.saved = Saved::Waiting;
            keep(state)
        }
        Whence::Here => {
            state.deleted = Some((key, arriving.draft.write()));
            Vec::new()
        }
        // This page is not asked about it again on this machine; it can still be opened as a file.
        Whence::Page(text) => vec![Effect::Remember { name: taken(&text), text: "1".to_owned() }],
        Whence::File(_) => Vec::new(),
    };
    effects.push(next(state).unwrap_or(Effect::Top));
    effects
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
    state.barred.remove(&key);
    match (is_open, Draft::read(&text), ours) {
        (true, Ok(theirs), _) => clash(state, theirs),
        (true, Err(_), _) => {
            state.barred.insert(key);
            state.saved = Saved::Refused;
            refuse(state, state.say(keeping_phrases::UNREADABLE_THERE))
        }
        (false, _, Some(ours)) => match Draft::read(&ours) {
            Ok(draft) => wait_here(state, draft),
            Err(_) => Vec::new(),
        },
        (false, _, None) => Vec::new(),
    }
}

/// What was entered here and is kept nowhere waits to be opened again.
fn wait_here(state: &mut State, draft: Draft) -> Vec<Effect> {
    ask(state, Arriving { draft, from: Whence::Here, then: Screen::Sections, given: None })
}

fn clash(state: &mut State, theirs: Draft) -> Vec<Effect> {
    if state.draft.as_ref().is_some_and(|ours| same_work(ours, &theirs)) {
        let key = theirs.key();
        state.arriving.retain(|arriving| arriving.from != Whence::Window || arriving.draft.key() != key);
        state.saved = Saved::Waiting;
        return keep_soon(state);
    }
    state.saved = Saved::Elsewhere;
    ask(state, Arriving { draft: theirs, from: Whence::Window, then: Screen::Sections, given: None })
}

/// Another window has deleted the draft: one that is open here, or was not kept, is kept again.
fn deleted(state: &mut State, key: &DraftKey, is_open: bool, ours: Option<String>) -> Vec<Effect> {
    let text = state.kept.remove(key);
    state.barred.remove(key);
    state.arriving.retain(|arriving| arriving.from != Whence::Window || arriving.draft.key() != *key);
    if is_open {
        state.saved = Saved::Waiting;
        let effects = keep(state);
        state.notice = Some(Notice::Bad(state.say(keeping_phrases::KEPT_AGAIN)));
        return effects;
    }
    match ours.or(text.filter(|_| state.unkept.contains(key))) {
        Some(text) => {
            state.kept.insert(key.clone(), text.clone());
            vec![Effect::Keep { key: key.name(), text }]
        }
        None => Vec::new(),
    }
}

/// The browser's storage was emptied, as from its settings: what is open, and what it never took, is kept again.
pub(super) fn cleared(state: &mut State) -> Vec<Effect> {
    let open = state.draft.as_ref().filter(|draft| !draft.sample).map(Draft::key);
    let keys: Vec<DraftKey> = state.kept.keys().chain(&open).cloned().collect::<BTreeSet<_>>().into_iter().collect();
    keys.iter().flat_map(|key| deleted(state, key, open.as_ref() == Some(key), None)).collect()
}

/// Another draft is opened in place of one that could not be kept, since another window has kept something else there: what is
/// entered here waits to be opened again.
pub(super) fn set_aside(state: &mut State, next: &DraftKey) {
    let is_other = |draft: &&Draft| draft.key() != *next;
    let Some(ours) = state.draft.as_ref().filter(is_other).cloned() else { return };
    let key = ours.key();
    if clashes(state, &key) || state.barred.contains(&key) {
        state.arriving.retain(|arriving| arriving.from != Whence::Window || arriving.draft.key() != key);
        drop(wait_here(state, ours));
    }
}

/// The draft is kept: what hung on that is done, and what the browser refused before is tried again.
pub(super) fn was_kept(state: &mut State, name: &str, at: String) -> Vec<Effect> {
    let Some(key) = DraftKey::of_name(name) else { return Vec::new() };
    state.unkept.remove(&key);
    let is_open = state.draft.as_ref().is_some_and(|draft| draft.key() == key);
    if is_open && !state.unwritten && !clashes(state, &key) && !state.barred.contains(&key) {
        state.saved = Saved::At(at);
    }
    let mark = state.taking.take_if(|(taken, _)| *taken == key);
    let mark = mark.map(|(_, name)| Effect::Remember { name, text: "1".to_owned() });
    let again = state.unkept.iter().filter(|key| !state.barred.contains(key) && !clashes(state, key));
    let again = again.filter_map(|key| Some(Effect::Keep { key: key.name(), text: state.kept.get(key)?.clone() }));
    mark.into_iter().chain(again).collect()
}

/// The browser did not keep it: it lives only in this window.
pub(super) fn was_refused(state: &mut State, name: &str) {
    let Some(key) = DraftKey::of_name(name) else { return };
    if state.draft.as_ref().is_some_and(|draft| draft.key() == key) {
        state.saved = Saved::Refused;
    }
    state.unkept.insert(key);
}
