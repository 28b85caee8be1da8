//! The coordinator's query slips: kept beside the return that they ask about, answered in it.

use super::action::Effect;
use super::checking::refresh;
use super::draft::{Draft, DraftKey};
use super::keeping::keep;
use super::refusal::refuse;
use super::sign::file_name_of;
use super::start::{kept_and_shown, known_heading};
use super::state::{Notice, Screen, State};
use super::update::open;
use super::view::{agency_name, quarter_words, whose};
use crate::collect::{ReturnMark, Slip};
use crate::quarterly::QueryAnswer;
use crate::registry::Severity;
use crate::rules::Finding;
use crate::text::phrases;
use std::collections::BTreeMap;

/// The finding on a question without an answer.
pub(super) const QUESTION: &str = "question";

/// What keeps a return from being signed: each question is answered, or its slip put away.
pub(super) fn findings(draft: &Draft) -> impl Iterator<Item = Finding> {
    let asked = draft.slips.iter().flat_map(|slip| slip.questions.iter().map(|question| slip.answer_key(question)));
    let open = asked.filter(|key| {
        let blank = draft.content.answers.get(key).is_some_and(|answer| answer.text.trim().is_empty());
        blank && draft.signatures.is_empty() && !draft.entries.contains_key(&answer_path(key))
    });
    open.map(|key| Finding {
        rule: QUESTION.to_owned(),
        severity: Severity::Error,
        paths: vec![answer_path(&key)],
        values: BTreeMap::new(),
        marked: Vec::new(),
        open: true,
        fault: None,
    })
}

/// The field of the answer with this key.
pub(super) fn answer_path(key: &str) -> String {
    format!("/answers/{key}/text")
}

/// Gives each question of a draft that is not signed the field of its answer, with the answer that was put away.
pub(super) fn lay_out_answers(draft: &mut Draft, aside: &mut BTreeMap<String, QueryAnswer>) {
    for slip in &draft.slips {
        for key in slip.questions.iter().map(|question| slip.answer_key(question)) {
            let answer = aside.remove(&key);
            draft.content.answers.entry(key).or_insert_with(|| answer.unwrap_or_default());
        }
    }
}

/// Takes a genuine slip to the return that it asks about, which is opened if it is kept here.
pub(super) fn take(state: &mut State, name: &str, slip: Slip) -> Vec<Effect> {
    if let Err(says) = known_heading(state, name, &slip.about.agency, slip.about.period) {
        return refuse(state, says);
    }
    if state.signing.is_some() {
        let says = state.say(phrases::WAIT_FOR_SIGNATURE);
        return refuse(state, says);
    }
    if !find_return(state, &slip.about) {
        let says = no_return(state, name, &slip.about);
        return refuse(state, says);
    }
    let says = phrases::SLIP_OPENED.counted(state.language, slip.questions.len());
    let next = if attach(state, slip) { phrases::SLIP_ANSWER } else { phrases::SLIP_AMEND_FIRST };
    let next = state.say(next);
    state.positions.clear();
    refresh(state);
    let effects = kept_and_shown(state, Screen::Sections);
    state.notice = Some(Notice::Good(format!("{says} {next}")));
    effects
}

/// Lays the slip beside the open return, in place of itself; whether it can be answered at once.
fn attach(state: &mut State, slip: Slip) -> bool {
    let Some(draft) = state.draft.as_mut() else {
        return false;
    };
    draft.slips.retain(|other| other.slip_id != slip.slip_id);
    draft.slips.push(slip);
    let answerable = draft.signatures.is_empty();
    if answerable {
        lay_out_answers(draft, &mut state.answers_aside);
    }
    answerable
}

/// Whether the return that is asked about is open, or is kept here and is opened now.
fn find_return(state: &mut State, about: &ReturnMark) -> bool {
    let key = DraftKey::new(about.agency.clone(), about.period);
    if state.draft.as_ref().is_some_and(|draft| draft.key() == key) {
        return true;
    }
    let Some(Ok(draft)) = state.kept.get(&key).map(|text| Draft::read(text)) else {
        return false;
    };
    open(state, draft);
    true
}

/// What is asked about, what is here, and how to go on.
fn no_return(state: &State, name: &str, about: &ReturnMark) -> String {
    let agency = state.registry.agency(&about.agency).map(|agency| agency_name(state, agency)).unwrap_or_default();
    let period = quarter_words(state, about.period);
    let file = file_name_of(about.period, &about.agency, about.revision);
    let open = whose(state).unwrap_or_else(|| state.say(phrases::SLIP_NOTHING_OPEN));
    let values = [("name", name), ("agency", &agency), ("period", &period), ("file", &file), ("open", &open)];
    phrases::SLIP_NO_RETURN.with(state.language, &values)
}

/// Puts a slip away. Its answers go with it, since nothing would show what they answer; they come back with the slip.
/// A signed return keeps what is signed.
pub(super) fn put_away(state: &mut State, slip_id: &str) -> Vec<Effect> {
    if state.signing.is_some() {
        let says = state.say(phrases::WAIT_FOR_SIGNATURE);
        return refuse(state, says);
    }
    let Some(draft) = state.draft.as_mut() else {
        return Vec::new();
    };
    let Some(at) = draft.slips.iter().position(|slip| slip.slip_id == slip_id) else {
        return Vec::new();
    };
    let slip = draft.slips.remove(at);
    if draft.signatures.is_empty() {
        for key in slip.questions.iter().map(|question| slip.answer_key(question)) {
            draft.entries.remove(&answer_path(&key));
            let answer = draft.content.answers.remove(&key);
            state.answers_aside.extend(answer.map(|answer| (key, answer)));
        }
    }
    state.positions.clear();
    refresh(state);
    let effects = keep(state);
    state.notice = Some(Notice::Good(state.say(phrases::SLIP_AWAY)));
    effects.into_iter().chain([Effect::Top]).collect()
}
