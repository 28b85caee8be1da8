//! The keyring: a card comes in once the coordinator has compared its fingerprint.

use super::intake::again;
use super::{Desk, DeskAction, DeskEffect, Wanted};
use crate::collect::{Entry, KEY_CARD, Outcome};
use crate::registry::Period;
use crate::session::action::Effect;
use crate::session::state::{Notice, State};
use crate::signing::{KeyCard, Keyring};
use crate::text::{desk_phrases, signing_message};
use std::collections::BTreeSet;
use std::rc::Rc;

/// The name of the keyring's file.
const KEYRING_FILE: &str = "36a_so-khoa.json";
/// The name in the document of the list of candidates.
const CANDIDATES: &str = "candidates-title";
/// That of the keyring's list.
const CARDS: &str = "cards-title";

pub(super) fn with_cards(state: &mut State, desk: &mut Desk, action: DeskAction) -> Vec<Effect> {
    match action {
        DeskAction::Cards(files) => read_cards(state, desk, files),
        DeskAction::CardsOfFiles => cards_of_files(desk),
        DeskAction::Accept(at) if at < desk.candidates.len() => {
            let card = desk.candidates.remove(at);
            let effects = accept(desk, vec![card]);
            next(desk, effects)
        }
        DeskAction::AcceptAll => {
            let cards = std::mem::take(&mut desk.candidates);
            let effects = accept(desk, cards);
            next(desk, effects)
        }
        DeskAction::Reject(at) if at < desk.candidates.len() => {
            desk.candidates.remove(at);
            next(desk, Vec::new())
        }
        DeskAction::Remove(at) => {
            let effects = remove(desk, at);
            next(desk, effects)
        }
        DeskAction::PutBack => desk.removed.take().map(|card| accept(desk, vec![card])).unwrap_or_default(),
        DeskAction::SaveKeyring => {
            let text = desk.keyring.json().unwrap_or_default();
            vec![Effect::Download { name: KEYRING_FILE.to_owned(), bytes: text.into_bytes() }]
        }
        _ => Vec::new(),
    }
}

/// The button that was pressed is gone: the list of candidates is what comes next, or the keyring.
fn next(desk: &Desk, mut effects: Vec<Effect>) -> Vec<Effect> {
    let next = if desk.candidates.is_empty() { CARDS } else { CANDIDATES };
    effects.push(Effect::Focus(next.to_owned()));
    effects
}

/// The cards of files, each a card's or a keyring's. What cannot be read, or names an agency that the registry does not
/// have, is told.
pub(super) fn read_cards(state: &mut State, desk: &mut Desk, files: Vec<(String, Vec<u8>)>) -> Vec<Effect> {
    let mut refused = Vec::new();
    let (mut came, mut known) = (0, 0);
    for (name, bytes) in files {
        match cards_in(state, &bytes) {
            Ok(cards) => {
                for card in cards {
                    let is_new = !desk.keyring.cards().contains(&card) && !desk.candidates.contains(&card);
                    came += usize::from(is_new);
                    known += usize::from(!is_new);
                    desk.candidates.extend(is_new.then_some(card));
                }
            }
            Err(why) => {
                refused.push(desk_phrases::CARD_REFUSED.with(state.language, &[("name", &name), ("why", &why)]))
            }
        }
    }
    let (count, again) = (came.to_string(), known.to_string());
    let says = match (refused.is_empty(), known) {
        (false, _) => Notice::Bad(refused.join(" ")),
        (true, 0) => Notice::Good(desk_phrases::CARDS_CAME.with(state.language, &[("count", &count)])),
        (true, _) => {
            Notice::Good(desk_phrases::CARDS_KNOWN.with(state.language, &[("count", &count), ("known", &again)]))
        }
    };
    state.notice = Some(says);
    if came > 0 { vec![Effect::Focus(CANDIDATES.to_owned())] } else { Vec::new() }
}

fn cards_in(state: &State, bytes: &[u8]) -> Result<Vec<KeyCard>, String> {
    let one = KeyCard::read(bytes).map(|card| vec![card]);
    let cards = one.or_else(|error| Keyring::read(bytes).map(|ring| ring.cards().to_vec()).map_err(|_| error));
    let cards = cards.map_err(|error| signing_message(error.code(), state.language))?;
    let unknown = cards.iter().find(|card| state.registry.agency(&card.agency).is_none());
    unknown.map_or(Ok(()), |card| {
        Err(desk_phrases::CARD_OF_NOBODY.with(state.language, &[("agency", card.agency.as_str())]))
    })?;
    Ok(cards)
}

/// The cards that came among the files of the quarter.
fn cards_of_files(desk: &Desk) -> Vec<Effect> {
    let entries = desk.ledger().map(|ledger| ledger.entries()).unwrap_or_default();
    let hashes = entries.iter().filter(|entry| is_card(entry)).map(|entry| entry.file.examined.sha256.clone());
    vec![Effect::Desk(DeskEffect::Fetch { hashes: hashes.collect(), wanted: Wanted::Cards })]
}

/// Whether a received file is a key card.
pub(in crate::session) fn is_card(entry: &Entry) -> bool {
    matches!(&entry.file.examined.outcome, Outcome::Unreadable { code, .. } if code == KEY_CARD)
}

fn accept(desk: &mut Desk, cards: Vec<KeyCard>) -> Vec<Effect> {
    let keys: BTreeSet<String> = cards.iter().map(|card| card.key.thumbprint()).collect();
    let keyring = Rc::make_mut(&mut desk.keyring);
    for card in cards {
        keyring.add(card);
    }
    changed(desk, &keys)
}

fn remove(desk: &mut Desk, at: usize) -> Vec<Effect> {
    let Some(card) = desk.keyring.cards().get(at).cloned() else { return Vec::new() };
    Rc::make_mut(&mut desk.keyring).remove(&card);
    let keys = BTreeSet::from([card.key.thumbprint()]);
    desk.removed = Some(card);
    changed(desk, &keys)
}

/// Keeps the keyring, and has every file examined again that one of these keys has signed.
fn changed(desk: &mut Desk, keys: &BTreeSet<String>) -> Vec<Effect> {
    let mut effects: Vec<Effect> =
        desk.keyring.json().ok().map(|json| Effect::Desk(DeskEffect::KeepKeyring(json))).into_iter().collect();
    let signed = |entry: &Entry| {
        entry.filed().is_some_and(|filed| filed.signatures.iter().any(|signature| keys.contains(&signature.kid)))
    };
    let periods: Vec<Period> = desk.ledgers.keys().copied().collect();
    effects.extend(periods.into_iter().flat_map(|period| again(desk, period, signed)));
    effects
}
