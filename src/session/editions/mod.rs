//! The registry in use: the one that the page was built with, or one that the coordinator issued since.
//!
//! A registry's file is opened as a receipt is: nothing of it is shown before its signature was tried. What it changes is
//! shown before it is taken into use; a key that was not accepted before must have been compared first.

mod drafts;
mod kept;

pub use drafts::DraftChange;
pub use kept::{KeptFault, edition_in};

pub(super) use kept::say_faults;

use crate::collect::{Edition, Issuer, successor};
use crate::quarterly::{Signable, Signed, content_value};
use crate::registry::{Change, Registry, differences};
use crate::rules::RuleSet;
use crate::session::action::{Action, Effect};
use crate::session::checking::refresh;
use crate::session::desk::Desk;
use crate::session::keeping::keep;
use crate::session::refusal::{refuse, refuse_with};
use crate::session::state::{Notice, Saved, Screen, State};
use crate::session::update::{fit, show};
use crate::signing::KeyCard;
use crate::text::{Phrase, edition_refusal, phrases, registry_name};
use crate::vietnamese::Date;
use drafts::draft_changes;
use serde_json::json;
use std::rc::Rc;

/// A registry with its rules, ready for use.
#[derive(Clone, Debug)]
pub struct Ready {
    /// The registry.
    pub registry: Rc<Registry>,
    /// SHA-256 of its canonical bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// Its rules, compiled.
    pub rules: Rc<RuleSet>,
    /// Who issued it and when; none for one that bears no signature.
    pub issued: Option<(Issuer, Date)>,
}

/// A registry that was opened and whose signature is right: it waits to be taken into use.
#[derive(Clone, Debug)]
pub struct Offered {
    /// The file's name.
    pub name: String,
    /// What would be in use.
    pub ready: Ready,
    /// Who issues it.
    pub issuer: Issuer,
    /// What is known of the issuer's key.
    pub trust: KeyTrust,
    /// Whether the person has said that the fingerprint was compared.
    pub compared: bool,
    /// What it asks otherwise than the registry in use.
    pub changes: Vec<Change>,
    /// What that changes for each draft that is not signed.
    pub drafts: Vec<DraftChange>,
    /// The file as it is kept.
    text: String,
}

/// What is known of the key that signed a registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyTrust {
    /// The coordinator's open key card has it.
    Card,
    /// It signed the registry in use and was compared since the page was opened, or it signed the page's own registry.
    Before,
    /// Nothing is known of any key.
    Unknown,
    /// Another key signed the registry before.
    Another,
}

impl Ready {
    /// An edition with its compiled rules.
    pub fn of(edition: Edition, rules: RuleSet) -> Result<Self, crate::registry::RegistryError> {
        let Edition { issued, issuer, content, .. } = edition;
        let sha256 = content.sha256()?;
        Ok(Self { registry: Rc::new(content), sha256, rules: Rc::new(rules), issued: Some((issuer, issued)) })
    }
}

impl State {
    /// The registry in use, with its rules.
    fn in_use(&self) -> Ready {
        Ready {
            registry: self.registry.clone(),
            sha256: self.registry_sha256.clone(),
            rules: self.rules.clone(),
            issued: self.edition.clone(),
        }
    }
}

/// What is done with the registry that is offered, or in use.
pub(super) fn with_registry(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::KeyCompared(compared) => {
            state.offered.iter_mut().for_each(|offered| offered.compared = compared);
            Vec::new()
        }
        Action::TakeRegistry => take(state),
        Action::LeaveRegistry => {
            state.offered = None;
            vec![Effect::Top]
        }
        Action::InUseCompared => {
            state.vouched = true;
            vec![Effect::Top]
        }
        Action::OwnRegistry => back(state),
        Action::RegistryNotKept => {
            let says = state.say(phrases::REGISTRY_NOT_KEPT);
            refuse(state, says)
        }
        _ => Vec::new(),
    }
}

/// A registry whose signature is right is offered, with all that it changes, or refused.
pub(super) fn offer(state: &mut State, name: &str, paper: Signed<Edition>) -> Vec<Effect> {
    let text = kept_text(&paper);
    let rules = match successor(&paper.content.content, &state.registry) {
        Ok(rules) => rules,
        Err(refusal) => {
            let why = edition_refusal(&refusal, state.language);
            return refuse_with(state, phrases::REGISTRY_REFUSED, &[("name", name), ("why", &why)]);
        }
    };
    let issuer = paper.content.issuer.clone();
    let Ok(ready) = Ready::of(paper.content, rules) else {
        return refuse_with(state, phrases::PAPER_BROKEN, &[("name", name)]);
    };
    let changes = differences(&state.registry, &ready.registry);
    let drafts = draft_changes(state, &ready);
    let trust = trust(state, &issuer);
    let name = name.to_owned();
    state.offered = Some(Box::new(Offered { name, ready, issuer, trust, compared: false, changes, drafts, text }));
    show(state, Screen::Registry)
}

/// The file as it is kept: without line breaks, since the browser's storage is small.
fn kept_text(paper: &Signed<Edition>) -> String {
    let file = json!({ Edition::MEMBER: content_value(&paper.content), "signatures": paper.signatures });
    file.to_string()
}

/// What is known of a key: a registry that the browser kept is no witness for it, unless it was compared since the page
/// was opened.
fn trust(state: &State, issuer: &Issuer) -> KeyTrust {
    let has = |issued: &Option<(Issuer, Date)>| issued.as_ref().is_some_and(|(known, _)| known.key == issuer.key);
    let other = |issued: &Option<(Issuer, Date)>| issued.as_ref().is_some_and(|(known, _)| known.key != issuer.key);
    let card = |card: &KeyCard| card.key == issuer.key;
    match () {
        () if state.coordinator.as_ref().is_some_and(card) => KeyTrust::Card,
        () if has(&state.built.issued) || state.vouched && has(&state.edition) => KeyTrust::Before,
        () if other(&state.edition) || other(&state.built.issued) => KeyTrust::Another,
        () => KeyTrust::Unknown,
    }
}

/// Whether it is known whose key has signed the registry in use: the open card's, the page's own, or one that was compared
/// since the page was opened. A registry without a signature claims nobody's.
pub(super) fn is_vouched(state: &State) -> bool {
    let key = state.edition.as_ref().map(|(issuer, _)| issuer.key);
    state.vouched || state.coordinator.as_ref().is_some_and(|card| Some(card.key) == key)
}

/// Takes the offered registry into use, and has it kept.
fn take(state: &mut State) -> Vec<Effect> {
    let Some(offered) = state.offered.take() else { return Vec::new() };
    let compared = offered.compared || matches!(offered.trust, KeyTrust::Card | KeyTrust::Before);
    if !compared {
        state.offered = Some(offered);
        let says = state.say(phrases::COMPARE_KEY_FIRST);
        refuse(state, says);
        return vec![Effect::Focus(COMPARED.to_owned())];
    }
    if let Some(phrase) = at_work(state) {
        state.offered = Some(offered);
        let says = state.say(phrase);
        return refuse(state, says);
    }
    let Offered { ready, text, .. } = *offered;
    let mut effects = vec![Effect::KeepRegistry(text)];
    effects.extend(change(state, ready));
    effects
}

/// The name in the document of the box that says that the fingerprint was compared.
const COMPARED: &str = "key-compared";

/// Back to the registry that the page was built with.
fn back(state: &mut State) -> Vec<Effect> {
    if let Some(phrase) = at_work(state) {
        let says = state.say(phrase);
        return refuse(state, says);
    }
    state.offered = None;
    let mut effects = vec![Effect::ForgetRegistry];
    effects.extend(change(state, state.built.clone()));
    effects
}

/// What must be finished before the registry may change.
fn at_work(state: &State) -> Option<Phrase> {
    let desk = state.desk.as_ref();
    match () {
        () if state.signing.is_some() || state.busy => Some(phrases::WAIT_FOR_SIGNATURE),
        () if desk.is_some_and(|desk| is_busy(desk)) => Some(phrases::REGISTRY_DESK_AT_WORK),
        () if desk.is_some_and(|desk| desk.saved == Saved::Refused && !desk.ledgers.is_empty()) => {
            Some(phrases::REGISTRY_DESK_NOT_KEPT)
        }
        () => None,
    }
}

/// Whether something of the desk is on its way: examined, signed, brought out of the storage or into it.
fn is_busy(desk: &Desk) -> bool {
    let loading = !desk.loaded && desk.saved != Saved::Refused;
    desk.work.is_some() || desk.busy || loading || desk.saved == Saved::Waiting
}

/// Puts a registry into use and brings the open draft under it. The desk is brought out of the storage again when it is
/// opened next: what another registry has found there is looked for anew.
fn change(state: &mut State, ready: Ready) -> Vec<Effect> {
    put_into_use(state, ready);
    state.vouched = true;
    state.desk = None;
    state.positions.clear();
    let values = [("registry", registry_name(&state.registry))];
    let says =
        phrases::REGISTRY_TAKEN.with(state.language, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    let known = state.draft.as_ref().is_none_or(|draft| {
        let content = &draft.content;
        state.registry.agency(&content.agency).is_some() && state.registry.period(content.period).is_some()
    });
    let mut effects = Vec::new();
    match state.draft.take().filter(|_| known) {
        Some(mut draft) => {
            fit(state, &mut draft);
            state.draft = Some(draft);
            refresh(state);
            effects.extend(keep(state));
        }
        None => refresh(state),
    }
    effects.extend(show(state, Screen::Registry));
    let fitted = match &state.notice {
        Some(Notice::Good(fitted)) => format!(" {fitted}"),
        _ => String::new(),
    };
    state.notice = Some(Notice::Good(says + &fitted));
    effects
}

fn put_into_use(state: &mut State, ready: Ready) {
    let Ready { registry, sha256, rules, issued } = ready;
    (state.registry, state.registry_sha256, state.rules, state.edition) = (registry, sha256, rules, issued);
}
