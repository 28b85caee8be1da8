//! The query slip that is being written about an entry.

use super::writing::{SlipDraft, edited};
use super::{Desk, DeskAction, Unsigned};
use crate::collect::{Entry, Issuer, LONGEST_QUESTION, MOST_QUESTIONS, ReturnMark, SlipHead, slip};
use crate::session::action::Effect;
use crate::session::entry::clean;
use crate::session::state::State;
use crate::text::{Phrase, desk_phrases};
use crate::vietnamese::Date;

/// Names in the document of what comes next.
const QUESTIONS: &str = "slip-questions";
const ANSWER_BY: &str = "answer-by";

/// Why a slip cannot be issued yet, and where that is mended.
pub(super) struct Refused {
    pub(super) says: String,
    pub(super) focus: Option<String>,
}

pub(super) fn with_slip(desk: &mut Desk, action: DeskAction) -> Vec<Effect> {
    match action {
        DeskAction::Ask { at, path, text } => return ask(desk, at, path, text),
        DeskAction::Tick { at, path, text } => return tick(desk, at, path, text),
        DeskAction::AskSearch { at, text } => desk.look.asking = Some((at, text)),
        DeskAction::AskTyped { at, question, text } => {
            if let Some((_, slot)) = slip_of(desk, at).and_then(|of| of.questions.get_mut(question)) {
                *slot = text;
            }
            return vec![Effect::KeepSoon];
        }
        DeskAction::Unask { at, question } => {
            let of = slip_of(desk, at).filter(|of| question < of.questions.len());
            of.into_iter().for_each(|of| drop(of.questions.remove(question)));
            return vec![Effect::KeepSoon, Effect::Focus(QUESTIONS.to_owned())];
        }
        DeskAction::AnswerByTyped { at, text } => {
            slip_of(desk, at).into_iter().for_each(|of| of.answer_by.clone_from(&text));
            return vec![Effect::KeepSoon];
        }
        _ => {}
    }
    Vec::new()
}

/// The slip about an entry, about to be changed; none where there is no such entry.
fn slip_of(desk: &mut Desk, at: usize) -> Option<&mut SlipDraft> {
    let sha256 = desk.ledger()?.entries().get(at)?.file.examined.sha256.clone();
    Some(edited(desk).slips.entry(sha256).or_default())
}

/// A question at a field, once for each field.
fn ask(desk: &mut Desk, at: usize, path: String, text: String) -> Vec<Effect> {
    let Some(of) = slip_of(desk, at) else { return Vec::new() };
    let known = of.questions.iter().any(|(known, _)| *known == path);
    if !known && of.questions.len() < MOST_QUESTIONS {
        of.questions.push((path, text));
    }
    let last = of.questions.len().saturating_sub(1);
    let next = if known { QUESTIONS.to_owned() } else { format!("question-{last}") };
    vec![Effect::KeepSoon, Effect::Focus(next)]
}

/// Asks about a field, or no longer.
fn tick(desk: &mut Desk, at: usize, path: String, text: String) -> Vec<Effect> {
    let Some(of) = slip_of(desk, at) else { return Vec::new() };
    match of.questions.iter().position(|(known, _)| *known == path) {
        Some(known) => drop(of.questions.remove(known)),
        None if of.questions.len() < MOST_QUESTIONS => of.questions.push((path, text)),
        None => {}
    }
    vec![Effect::KeepSoon]
}

/// The slip as it is written, and the name of its file.
pub(super) fn slip_about(
    state: &State,
    desk: &Desk,
    entry: &Entry,
    issuer: Issuer,
    random: Option<[u8; 16]>,
) -> Result<(String, Unsigned), Refused> {
    let refused = |phrase: Phrase, focus: Option<String>| Refused { says: state.say(phrase), focus };
    let draft = entry.filed().and_then(|filed| Some((filed, desk.slip_draft(&entry.file.examined.sha256)?)));
    let asked = draft.filter(|(_, draft)| !draft.questions.is_empty());
    let (filed, draft) = asked.ok_or_else(|| refused(desk_phrases::SLIP_EMPTY, None))?;
    let questions = questions(state, draft)?;
    let answer_by = answer_by(state, draft).map_err(|phrase| refused(phrase, Some(ANSWER_BY.to_owned())))?;
    let random = random.ok_or_else(|| refused(desk_phrases::NO_RANDOMNESS, None))?;
    let head = SlipHead { random, about: ReturnMark::of_filed(filed), issued: state.today, answer_by, issuer };
    let of = &filed.content;
    let name = format!("36a_phieu-yeu-cau_{}_{}_r{}.json", of.period, of.agency, of.revision);
    Ok((name, Unsigned::Slip(Box::new(slip(head, questions)))))
}

/// The questions as files may carry them; one that asks nothing, or too much, is refused.
fn questions(state: &State, draft: &SlipDraft) -> Result<Vec<(String, String)>, Refused> {
    let asked = draft.questions.iter().enumerate();
    let one = |(at, (path, text)): (usize, &(String, String))| {
        let text = clean(text);
        let number = (at + 1).to_string();
        let refused = |phrase: Phrase| Refused {
            says: phrase.with(state.language, &[("number", &number)]),
            focus: Some(format!("question-{at}")),
        };
        match () {
            () if text.is_empty() => Err(refused(desk_phrases::QUESTION_BLANK)),
            () if text.len() > LONGEST_QUESTION => Err(refused(desk_phrases::QUESTION_LONG)),
            () => Ok((path.clone(), text)),
        }
    };
    asked.map(one).collect()
}

fn answer_by(state: &State, draft: &SlipDraft) -> Result<Option<Date>, Phrase> {
    match draft.answer_by.trim() {
        "" => Ok(None),
        text => match Date::parse_typed(text) {
            Ok(day) if day < state.today => Err(desk_phrases::ANSWER_BY_PAST),
            Ok(day) => Ok(Some(day)),
            Err(_) => Err(desk_phrases::ANSWER_BY_WRONG),
        },
    }
}
