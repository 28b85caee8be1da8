//! What the coordinator does about one entry: a note, setting it aside, the day of its receipt.

use super::anew::all_to_examine;
use super::intake::keep;
use super::kept::spared;
use super::{Desk, DeskAction, report, writing};
use crate::session::action::Effect;
use crate::session::state::{Notice, Saved, State};
use crate::text::desk_phrases;
use crate::vietnamese::Date;

/// The name in the document of the day's field.
const DAY: &str = "entry-day";

pub(super) fn with_entry(state: &mut State, desk: &mut Desk, action: DeskAction) -> Vec<Effect> {
    match action {
        DeskAction::Note { at, text } => note(desk, at, &text),
        DeskAction::SetAside { at, aside } => set_aside(state, desk, at, aside),
        DeskAction::DayTyped { at, text } => {
            desk.day = Some((at, text));
            Vec::new()
        }
        DeskAction::CorrectDay => correct_day(state, desk),
        _ => Vec::new(),
    }
}

/// The note is written out once typing pauses.
fn note(desk: &mut Desk, at: usize, text: &str) -> Vec<Effect> {
    let period = desk.period;
    desk.ledgers.entry(period).and_modify(|ledger| ledger.set_note(at, text));
    desk.unwritten = Some(at);
    if desk.saved != Saved::Refused {
        desk.saved = Saved::Waiting;
    }
    vec![Effect::KeepSoon]
}

/// Writes out the note that was edited last.
pub(in crate::session) fn settle(state: &mut State) -> Vec<Effect> {
    let Some(mut desk) = state.desk.take() else { return Vec::new() };
    let at = desk.unwritten.take();
    let changed: Vec<_> = at.map(|at| (desk.period, at)).into_iter().collect();
    let mut effects = keep(state, &mut desk, &changed);
    if desk.unwritten_words.is_some() {
        effects.extend(writing::settle(&mut desk));
        report::redraw(state, &mut desk);
    }
    let effects = spared(&mut desk, effects);
    state.desk = Some(desk);
    effects
}

fn set_aside(state: &State, desk: &mut Desk, at: usize, aside: bool) -> Vec<Effect> {
    let period = desk.period;
    desk.ledgers.entry(period).and_modify(|ledger| ledger.set_aside(at, aside));
    keep(state, desk, &[(period, at)])
}

/// The day of receipt as typed; the file is examined again, since rules speak of that day.
fn correct_day(state: &mut State, desk: &mut Desk) -> Vec<Effect> {
    let Some((at, text)) = desk.day.clone() else { return Vec::new() };
    let Some(received) = Date::parse_typed(&text).ok().filter(|day| *day <= state.today) else {
        state.notice = Some(Notice::Bad(state.say(desk_phrases::RECEIVED_WRONG)));
        return vec![Effect::Focus(DAY.to_owned())];
    };
    desk.day = None;
    let period = desk.period;
    desk.ledgers.entry(period).and_modify(|ledger| ledger.set_received(at, received));
    let mut effects = keep(state, desk, &[(period, at)]);
    effects.extend(all_to_examine(desk));
    effects
}
