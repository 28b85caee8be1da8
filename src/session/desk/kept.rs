//! What the browser keeps for the desk: a row for each entry, beside the files themselves.

use super::anew::{all_to_examine, order};
use super::{Desk, DeskEffect, writing};
use crate::collect::{Arrived, Entry, Examined, KeptEntry, Ledger};
use crate::registry::{Period, typed, typed_text};
use crate::session::action::Effect;
use crate::session::state::{Notice, Saved, State};
use crate::signing::Keyring;
use crate::text::desk_phrases;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// An entry as the browser keeps it. What was found stands beside it, so that it need not be looked for again; where it
/// cannot be read, or another registry found it, the file is examined again.
#[derive(Deserialize)]
struct Row {
    entry: KeptEntry,
    registry: String,
    found: Value,
}

/// The same on its way to the browser.
#[derive(Serialize)]
struct NewRow<'a> {
    entry: KeptEntry,
    registry: &'a str,
    found: &'a Examined,
}

/// A row's name and text: `2017-Q2/000012`.
pub(super) fn row(period: Period, at: usize, entry: &Entry, registry_sha256: &str) -> Option<(String, String)> {
    let row = NewRow { entry: KeptEntry::of(entry), registry: registry_sha256, found: &entry.file.examined };
    Some((format!("{period}/{at:06}"), serde_json::to_string(&row).ok()?))
}

/// What the browser keeps and this page cannot read. It stays as it is until the person puts something else in its place:
/// another ledger, or none. Words that are being written for a quarter are none of this: they give way to what is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Barred {
    /// The names of rows.
    rows: BTreeSet<String>,
    /// Whether the keyring is of a newer page.
    keyring: bool,
    /// Whether another window has the desk, and does the keeping.
    pub(super) guest: bool,
    /// Whether something is not kept for their sake.
    pub(super) withheld: bool,
}

/// The quarter in whose ledger a row of this name is.
fn quarter_of(name: &str) -> Option<Period> {
    name.split_once('/')?.0.parse().ok()
}

/// The effects without those that would write over what cannot be read: a row's place in its ledger may be another's now,
/// so that nothing of such a quarter is kept, which is said where it is always said.
pub(super) fn spared(desk: &mut Desk, mut effects: Vec<Effect>) -> Vec<Effect> {
    if desk.barred.guest {
        effects.retain(|effect| !writes(effect));
        return effects;
    }
    for effect in &mut effects {
        match effect {
            Effect::Desk(DeskEffect::Forget(period)) => {
                desk.barred.rows.retain(|name| quarter_of(name) != Some(*period));
                desk.barred.withheld &= desk.barred.keyring || !desk.barred.rows.is_empty();
            }
            Effect::Desk(DeskEffect::Keep(rows)) => {
                let barred: BTreeSet<Period> = desk.barred.rows.iter().filter_map(|name| quarter_of(name)).collect();
                let before = rows.len();
                rows.retain(|(name, _)| quarter_of(name).is_none_or(|period| !barred.contains(&period)));
                if rows.len() < before {
                    (desk.saved, desk.barred.withheld) = (Saved::Refused, true);
                }
            }
            _ => {}
        }
    }
    effects.retain(|effect| !matches!(effect, Effect::Desk(DeskEffect::Keep(rows)) if rows.is_empty()));
    effects
}

/// Whether this would change what the browser keeps for the desk.
fn writes(effect: &Effect) -> bool {
    let Effect::Desk(effect) = effect else { return false };
    matches!(
        effect,
        DeskEffect::Keep(_)
            | DeskEffect::KeepKeyring(_)
            | DeskEffect::Forget(_)
            | DeskEffect::Remember(_)
            | DeskEffect::Sweep(_)
    )
}

/// Has the keyring kept, unless a newer page's is there.
pub(super) fn keep_keyring(desk: &mut Desk) -> Option<Effect> {
    if desk.barred.keyring {
        (desk.saved, desk.barred.withheld) = (Saved::Refused, true);
        return None;
    }
    desk.keyring.json().ok().map(|json| Effect::Desk(DeskEffect::KeepKeyring(json)))
}

/// The end of the name of the row that says what was sent back about a quarter's files.
const SENT: &str = "/sent";

/// Has that row kept, if anything was sent.
pub(super) fn keep_sent(ledger: &Ledger) -> Option<Effect> {
    let text = serde_json::to_string(ledger.sent()).ok().filter(|_| !ledger.sent().is_empty())?;
    Some(Effect::Desk(DeskEffect::Keep(vec![(format!("{}{SENT}", ledger.period()), text)])))
}

fn sent_of(name: &str) -> Option<Period> {
    name.strip_suffix(SENT)?.parse().ok()
}

fn sent_loaded(state: &State, desk: &mut Desk, period: Period, text: &str) -> bool {
    let Ok(sent) = typed_text(text) else { return false };
    let ledger = desk.ledger_of(&state.registry, period);
    ledger.set_sent(sent);
    true
}

pub(super) fn opened(
    state: &mut State,
    desk: &mut Desk,
    storage: bool,
    keyring: Option<String>,
    period: Option<String>,
) -> Vec<Effect> {
    if !storage {
        desk.saved = Saved::Refused;
    }
    let known = period.and_then(|period| period.parse().ok()).filter(|period| state.registry.period(*period).is_some());
    desk.period = known.unwrap_or(desk.period);
    match keyring.map(|text| Keyring::read(text.as_bytes())) {
        Some(Ok(keyring)) => desk.keyring = Rc::new(keyring),
        Some(Err(error)) if error.is_newer() => {
            desk.barred.keyring = true;
            state.notice = Some(Notice::Bad(state.say(desk_phrases::KEYRING_NEWER)));
        }
        Some(Err(_)) => state.notice = Some(Notice::Bad(state.say(desk_phrases::KEYRING_DAMAGED))),
        None => {}
    }
    desk.rest();
    Vec::new()
}

/// A newer page has changed the browser's storage: nothing is read from it nor written into it.
pub(super) fn newer(state: &mut State, desk: &mut Desk) -> Vec<Effect> {
    desk.saved = Saved::Refused;
    state.notice = Some(Notice::Bad(state.say(desk_phrases::STORAGE_NEWER)));
    Vec::new()
}

/// Rows that the browser kept go into their ledgers. A quarter of which one row must be examined again is so as a whole,
/// for the order of arrival says which of two equal files is the duplicate.
pub(super) fn loaded(state: &mut State, desk: &mut Desk, rows: Vec<(String, String)>) -> Vec<Effect> {
    let mut by_period: BTreeMap<Period, Vec<Row>> = BTreeMap::new();
    let mut unreadable = Vec::new();
    for (name, text) in rows {
        let read = match (writing::period_of(&name), sent_of(&name), typed_text::<Row>(&text)) {
            (Some(period), ..) => writing::loaded(desk, period, &text),
            (_, Some(period), _) => sent_loaded(state, desk, period, &text),
            (_, _, Ok(row)) => {
                let period = quarter_of(&name);
                period.map(|period| by_period.entry(period).or_default().push(row)).is_some()
            }
            _ => false,
        };
        unreadable.extend((!read).then_some(name));
    }
    if !unreadable.is_empty() {
        let says = desk_phrases::ROWS_DAMAGED.with(state.language, &[("count", &unreadable.len().to_string())]);
        state.notice = Some(Notice::Bad(says));
        desk.barred.rows.extend(unreadable);
    }
    let periods = by_period.into_iter();
    periods.flat_map(|(period, rows)| restored(state, desk, period, rows)).collect()
}

fn restored(state: &State, desk: &mut Desk, period: Period, rows: Vec<Row>) -> Vec<Effect> {
    let found: Option<Vec<Arrived>> = rows.iter().map(|row| arrived(row, &state.registry_sha256)).collect();
    let ledger = desk.ledger_of(&state.registry, period);
    if let Some(files) = found {
        ledger.add(files);
        return Vec::new();
    }
    let bench = order(desk, period, rows.len());
    let entries = rows.into_iter().map(|row| row.entry).collect();
    vec![Effect::Desk(DeskEffect::TakeKept { period, entries, bench })]
}

fn arrived(row: &Row, registry_sha256: &str) -> Option<Arrived> {
    let found: Examined = typed(&row.found).ok()?;
    let same = row.registry == registry_sha256 && found.sha256 == row.entry.sha256;
    same.then(|| row.entry.arrived(found))
}

/// What was judged by another keyring is examined again. Texts of files that no ledger names any more are swept away.
pub(super) fn all_loaded(desk: &mut Desk) -> Vec<Effect> {
    desk.loaded = true;
    let mut effects = all_to_examine(desk);
    // What is still on its way in is named by no ledger yet, nor what a row names that cannot be read.
    if desk.work.is_none() && desk.barred.rows.is_empty() {
        effects.push(Effect::Desk(DeskEffect::Sweep(desk.hashes())));
    }
    effects
}
