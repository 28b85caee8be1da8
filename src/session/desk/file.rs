//! The ledger as a file: saved, opened again, deleted.

use super::anew::{all_to_examine, order};
use super::cards::{read_cards, wait};
use super::intake::keep;
use super::kept::keep_sent;
use super::{Desk, DeskAction, DeskEffect, Opening, Piece, Wanted};
use crate::collect::{LedgerError, ledger_json, read_ledger};
use crate::quarterly::RegistryMark;
use crate::registry::Period;
use crate::session::action::Effect;
use crate::session::state::{Notice, State};
use crate::session::view::quarter_words;
use crate::text::{desk_phrases, keyring_phrases, ledger_error_message};
use std::collections::BTreeMap;

/// No larger file of a ledger is written or read in the page, in bytes: every return with the longest service list of
/// the documents fits many times. What is larger is for the command line, which needs no memory for it.
pub const LARGEST_LEDGER: usize = 512_000_000;

pub(super) fn with_file(state: &mut State, desk: &mut Desk, action: DeskAction) -> Vec<Effect> {
    match action {
        DeskAction::SaveLedger => save(desk),
        DeskAction::Fetched { wanted: Wanted::Ledger(period), texts } => write(state, desk, period, &texts),
        DeskAction::Fetched { wanted: Wanted::Cards, texts } => {
            let files = texts.into_values().map(|text| (String::new(), text.into_bytes())).collect();
            read_cards(state, desk, files)
        }
        DeskAction::OpenLedger { name, bytes } => open(state, desk, name, &bytes),
        DeskAction::ConfirmOpening => desk.opening.take().map(|of| replace(state, desk, *of)).unwrap_or_default(),
        DeskAction::DropOpening => {
            desk.opening = None;
            Vec::new()
        }
        DeskAction::Forget => forget(desk),
        DeskAction::Unforget => unforget(state, desk),
        _ => Vec::new(),
    }
}

/// The texts are brought out first; the file is written once they are there.
fn save(desk: &Desk) -> Vec<Effect> {
    let Some(ledger) = desk.ledger() else { return Vec::new() };
    let returns = ledger.entries().iter().filter(|entry| entry.filed().is_some());
    let hashes = returns.map(|entry| entry.file.examined.sha256.clone()).collect();
    vec![Effect::Desk(DeskEffect::Fetch { hashes, wanted: Wanted::Ledger(desk.period) })]
}

fn write(state: &mut State, desk: &Desk, period: Period, texts: &BTreeMap<String, String>) -> Vec<Effect> {
    let Some(ledger) = desk.ledgers.get(&period) else { return Vec::new() };
    match ledger_json(ledger, mark(state), &desk.keyring, |hash| texts.get(hash).cloned()) {
        Ok(json) if json.len() > LARGEST_LEDGER => too_large(state),
        Ok(json) => {
            vec![Effect::Download { name: format!("36a_so-tiep-nhan_{period}.json"), bytes: json.into_bytes() }]
        }
        Err(error) => refuse(state, &error),
    }
}

/// The registry in use, as files name it.
pub(super) fn mark(state: &State) -> RegistryMark {
    let identity = &state.registry.registry;
    RegistryMark { id: identity.id.clone(), version: identity.version.clone(), sha256: state.registry_sha256.clone() }
}

fn refuse(state: &mut State, error: &LedgerError) -> Vec<Effect> {
    state.notice = Some(Notice::Bad(ledger_error_message(error, state.language)));
    Vec::new()
}

fn too_large(state: &mut State) -> Vec<Effect> {
    let most = (LARGEST_LEDGER / 1_000_000).to_string();
    state.notice = Some(Notice::Bad(desk_phrases::LEDGER_TOO_LARGE.with(state.language, &[("most", &most)])));
    Vec::new()
}

/// A ledger's file takes the place of the ledger at hand at once only where that is empty.
fn open(state: &mut State, desk: &mut Desk, name: String, bytes: &[u8]) -> Vec<Effect> {
    if bytes.len() > LARGEST_LEDGER {
        return too_large(state);
    }
    let text = String::from_utf8_lossy(bytes);
    let (kept, keyring) = match read_ledger(&text) {
        Ok(read) => read,
        Err(error) => return refuse(state, &error),
    };
    if state.registry.period(kept.period).is_none() {
        state.notice = Some(Notice::Bad(state.say(desk_phrases::LEDGER_OF_NO_PERIOD)));
        return Vec::new();
    }
    let there = desk.ledgers.get(&kept.period).is_some_and(|ledger| !ledger.entries().is_empty());
    let opening = Opening { name, kept, keyring };
    if there {
        desk.opening = Some(Box::new(opening));
        return vec![Effect::Focus("opening-title".to_owned())];
    }
    replace(state, desk, opening)
}

/// The ledger of the file in place of the one at hand. The keyring in it waits to be compared: whoever made the file could
/// have put in anything.
fn replace(state: &mut State, desk: &mut Desk, opening: Opening) -> Vec<Effect> {
    let Opening { kept, keyring, .. } = opening;
    let period = kept.period;
    let (new, _) = wait(desk, Piece::all_of(&keyring));
    desk.opened = Some((period, new));
    desk.ledgers.remove(&period);
    desk.orders.forget(period);
    let ledger = desk.ledger_of(&state.registry, period);
    ledger.set_sent(kept.sent);
    let sent = keep_sent(ledger);
    (desk.period, desk.day) = (period, None);
    desk.binding.take_if(|draft| draft.entry.is_some());
    let bench = order(desk, period, kept.entries.len());
    let forget = Effect::Desk(DeskEffect::Forget(period));
    let then = [
        Effect::Desk(DeskEffect::Remember(period)),
        Effect::Desk(DeskEffect::TakeKept { period, entries: kept.entries, bench }),
    ];
    std::iter::once(forget).chain(sent).chain(then).collect()
}

/// What is said once the files of a ledger's file have been examined.
pub(super) fn opened_words(state: &State, desk: &Desk, period: Period, cards: usize) -> String {
    let files = desk.ledgers.get(&period).map(|ledger| ledger.entries().len()).unwrap_or_default();
    let values = [("period", quarter_words(state, period)), ("count", files.to_string())];
    let opened = desk_phrases::LEDGER_OPENED
        .with(state.language, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    let only_cards = desk.candidates.iter().all(|piece| matches!(piece, Piece::Card(..)));
    let phrase = if only_cards { desk_phrases::LEDGER_CARDS } else { keyring_phrases::LEDGER_PIECES };
    let brings = (cards > 0).then(|| phrase.with(state.language, &[("count", &cards.to_string())]));
    std::iter::once(opened).chain(brings).collect::<Vec<_>>().join(" ")
}

/// The quarter's ledger is deleted; it can be brought back until another one is, or the page is left.
fn forget(desk: &mut Desk) -> Vec<Effect> {
    let period = desk.period;
    let Some(ledger) = desk.ledgers.remove(&period) else { return Vec::new() };
    desk.orders.forget(period);
    desk.forgotten = Some((period, ledger));
    desk.binding.take_if(|draft| draft.entry.is_some());
    vec![Effect::Desk(DeskEffect::Forget(period)), Effect::Top]
}

fn unforget(state: &mut State, desk: &mut Desk) -> Vec<Effect> {
    let Some((period, mut ledger)) = desk.forgotten.take() else { return Vec::new() };
    if desk.ledgers.get(&period).is_some_and(|ledger| !ledger.entries().is_empty()) {
        state.notice = Some(Notice::Bad(state.say(desk_phrases::LEDGER_IN_THE_WAY)));
        desk.forgotten = Some((period, ledger));
        return Vec::new();
    }
    let rows: Vec<(Period, usize)> = (0..ledger.entries().len()).map(|at| (period, at)).collect();
    let sent = keep_sent(&ledger);
    ledger.rest_on(desk.grounds.clone());
    desk.ledgers.insert(period, ledger);
    desk.period = period;
    let mut effects = keep(state, desk, &rows);
    effects.extend(sent);
    effects.extend(all_to_examine(desk));
    effects.push(Effect::Top);
    effects
}
