//! Files on their way in: told by the page as they are examined.

use super::file::opened_words;
use super::kept::row;
use super::{Desk, DeskAction, DeskEffect, Taken, Unread, Work, anew};
use crate::collect::IntakeFault;
use crate::registry::Period;
use crate::session::action::Effect;
use crate::session::state::{Notice, Saved, State};
use crate::text::desk_phrases;
use crate::vietnamese::Date;
use std::collections::BTreeMap;

/// The name in the document of the day of receipt.
const RECEIVED: &str = "received";

pub(super) fn with_files(state: &mut State, desk: &mut Desk, action: DeskAction) -> Vec<Effect> {
    match action {
        DeskAction::ReceivedTyped(text) => desk.received = text,
        DeskAction::Take { files, unread } => return take(state, desk, files, unread),
        DeskAction::Examined { taken, done, of } => return examined(state, desk, taken, done, of),
        DeskAction::Finished { left } => return finished(state, desk, left),
        DeskAction::DismissUnread => {
            desk.unread.clear();
            return vec![Effect::Focus(RECEIVED.to_owned())];
        }
        DeskAction::ExamineAll => return anew::all_of(desk, desk.period),
        DeskAction::Cancel => {
            desk.work.iter_mut().for_each(|work| work.stopping = true);
            return vec![Effect::Desk(DeskEffect::Cancel)];
        }
        _ => {}
    }
    Vec::new()
}

/// Begins with the files that the page holds, if the day of their receipt is a day, and not one to come.
fn take(state: &mut State, desk: &mut Desk, files: usize, unread: Vec<Unread>) -> Vec<Effect> {
    let none = files == 0 && unread.is_empty();
    desk.unread.extend(unread);
    let received = Date::parse_typed(&desk.received).ok().filter(|day| *day <= state.today);
    let Some(received) = received else {
        state.notice = Some(Notice::Bad(state.say(desk_phrases::RECEIVED_WRONG)));
        return vec![Effect::Desk(DeskEffect::LetGo), Effect::Focus(RECEIVED.to_owned())];
    };
    if none {
        state.notice = Some(Notice::Bad(state.say(desk_phrases::NO_FILES)));
    }
    if files == 0 {
        return Vec::new();
    }
    let period = desk.period;
    let bench = anew::order(desk, period, files);
    vec![Effect::Desk(DeskEffect::Take { period, received, bench })]
}

/// Puts what was found into the ledgers, and has the rows kept that are new or other than before.
fn examined(state: &State, desk: &mut Desk, taken: Vec<Taken>, done: usize, of: usize) -> Vec<Effect> {
    let stopping = desk.work.is_some_and(|work| work.stopping);
    desk.work = Some(Work { done, of, stopping });
    let mut came: BTreeMap<Period, Vec<_>> = BTreeMap::new();
    let mut changed: Vec<(Period, usize)> = Vec::new();
    for taken in taken {
        match taken {
            Taken::New { period, file } => came.entry(period).or_default().push(*file),
            Taken::Again { period, at, examined } => {
                desk.ledgers.entry(period).and_modify(|ledger| ledger.replace(at, *examined));
                changed.push((period, at));
            }
            Taken::Unread { name, code } => desk.unread.push(Unread { name, code }),
        }
    }
    for (period, files) in came {
        let ledger = desk.ledger_of(&state.registry, period);
        let first = ledger.entries().len();
        ledger.add(files);
        changed.extend((first..ledger.entries().len()).map(|at| (period, at)));
    }
    keep(state, desk, &changed)
}

/// Has these rows kept.
pub(super) fn keep(state: &State, desk: &mut Desk, changed: &[(Period, usize)]) -> Vec<Effect> {
    let rows: Vec<(String, String)> = changed
        .iter()
        .filter_map(|(period, at)| {
            row(*period, *at, desk.ledgers.get(period)?.entries().get(*at)?, &state.registry_sha256)
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    if desk.saved != Saved::Refused {
        desk.saved = Saved::Waiting;
    }
    vec![Effect::Desk(DeskEffect::Keep(rows))]
}

/// What came while the keyring changed was examined by the former one, and is examined once more; and so is a quarter whose
/// files were examined beside other returns of the quarter before than those that count by now.
fn finished(state: &mut State, desk: &mut Desk, left: usize) -> Vec<Effect> {
    let Some(work) = desk.work.take() else { return Vec::new() };
    let effects = anew::after(desk, work);
    if !effects.is_empty() {
        return effects;
    }
    let (done, left_words) = (std::mem::take(&mut desk.orders.done).to_string(), left.to_string());
    let values = [("done", done.as_str()), ("left", left_words.as_str())];
    let inside = work.stopping && desk.unread.iter().any(|unread| unread.code == IntakeFault::Cancelled.code());
    let says = match (left, desk.opened.take()) {
        (0, _) if inside => desk_phrases::STOPPED_INSIDE.with(state.language, &values),
        (0, Some((period, cards))) => opened_words(state, desk, period, cards),
        (0, None) => desk_phrases::FINISHED.with(state.language, &values),
        _ => desk_phrases::STOPPED.with(state.language, &values),
    };
    state.notice = Some(Notice::Good(says));
    Vec::new()
}
