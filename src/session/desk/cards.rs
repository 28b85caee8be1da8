//! What comes into the keyring, once the coordinator has compared it, and what is taken out.

use super::anew::all_to_examine;
use super::kept::keep_keyring;
use super::lists::{self, Beside};
use super::{Desk, DeskAction, DeskEffect, Piece, Wanted, brought};
use crate::collect::{Entry, KEY_CARD, KeyringFile, KeyringFileError, Outcome, read_keyring};
use crate::quarterly::ReadErrorCode;
use crate::session::action::Effect;
use crate::session::state::{Notice, State};
use crate::signing::{Crl, KeyCard, Keyring, Validity};
use crate::text::{desk_phrases, keyring_phrases, read_error_message, signing_message};
use std::rc::Rc;

/// The name of the keyring's file.
pub(super) const KEYRING_FILE: &str = "36a_so-khoa.json";
/// The name in the document of the list of candidates.
const CANDIDATES: &str = "candidates-title";

pub(super) fn with_cards(state: &mut State, desk: &mut Desk, action: DeskAction) -> Vec<Effect> {
    match action {
        DeskAction::Cards(files) => read_cards(state, desk, files),
        DeskAction::CardsOfFiles => cards_of_files(desk),
        DeskAction::Accept(at) if at < desk.candidates.len() => {
            let piece = desk.candidates.remove(at);
            accept(state, desk, vec![piece])
        }
        DeskAction::AcceptAll => {
            let (at_once, one_by_one) = apart(desk);
            desk.candidates = one_by_one;
            accept(state, desk, at_once)
        }
        DeskAction::Reject(at) if at < desk.candidates.len() => {
            let piece = desk.candidates.remove(at);
            next(desk, piece.list(), Vec::new())
        }
        DeskAction::Remove(at) => {
            let card = desk.keyring.cards().get(at).cloned();
            let piece = card.map(|card| Piece::card(card.clone(), desk.keyring.validity(&card)));
            piece.map(|piece| remove(desk, piece)).unwrap_or_default()
        }
        DeskAction::PutBack => desk.removed.take().map(|piece| put_back(state, desk, piece)).unwrap_or_default(),
        DeskAction::SaveKeyring => {
            let text = desk.keyring.json().unwrap_or_default();
            state.notice = Some(Notice::Good(state.say(keyring_phrases::SAVED_UNSIGNED)));
            vec![Effect::Download { name: KEYRING_FILE.to_owned(), bytes: text.into_bytes() }]
        }
        _ => Vec::new(),
    }
}

/// The button that was pressed is gone: what comes next is the list of candidates, or the one where the piece went.
fn next(desk: &Desk, list: &'static str, mut effects: Vec<Effect>) -> Vec<Effect> {
    let next = if desk.candidates.is_empty() { list } else { CANDIDATES };
    effects.push(Effect::Focus(next.to_owned()));
    effects
}

/// The pieces of files, each a card's or a keyring's. What cannot be read, or names an agency that the registry does not
/// have, is told. A signed keyring waits until its signature is tried.
pub(super) fn read_cards(state: &mut State, desk: &mut Desk, files: Vec<(String, Vec<u8>)>) -> Vec<Effect> {
    let mut refused = Vec::new();
    let mut pieces = Vec::new();
    let mut trials = Vec::new();
    for (name, bytes) in files {
        match pieces_in(state, &bytes) {
            Ok(Read::Pieces(read)) => pieces.extend(read),
            Ok(Read::Signed(file)) => match brought::bring(state, desk, &name, *file) {
                Ok(trial) => trials.push(trial),
                Err(why) => refused.push(file_refused(state, &name, &why)),
            },
            Err(why) => refused.push(file_refused(state, &name, &why)),
        }
    }
    let nothing = pieces.is_empty() && refused.is_empty();
    let mut effects = if nothing { Vec::new() } else { offer(state, desk, pieces) };
    if !refused.is_empty() {
        state.notice = Some(Notice::Bad(refused.join(" ")));
    }
    effects.extend(trials);
    effects
}

/// What is said of a file that is refused.
pub(super) fn file_refused(state: &State, name: &str, why: &str) -> String {
    desk_phrases::CARD_REFUSED.with(state.language, &[("name", name), ("why", why)])
}

/// What a file with cards holds.
enum Read {
    Pieces(Vec<Piece>),
    Signed(Box<brought::SignedKeyring>),
}

fn pieces_in(state: &State, bytes: &[u8]) -> Result<Read, String> {
    let card_fault = match KeyCard::read(bytes) {
        Ok(card) => return known(state, vec![Piece::card(card, Validity::default())]).map(Read::Pieces),
        Err(error) => error.code(),
    };
    match read_keyring(bytes) {
        Ok(KeyringFile::Plain(keyring)) => known(state, Piece::all_of(&keyring)).map(Read::Pieces),
        Ok(KeyringFile::Signed(file)) => {
            known(state, Piece::all_of(&file.content.holds))?;
            Ok(Read::Signed(file))
        }
        Err(KeyringFileError::Plain(error)) if error.is_newer() => Err(signing_message(error.code(), state.language)),
        Err(KeyringFileError::Signed(error)) if error.code() == ReadErrorCode::NewerSchema => {
            Err(read_error_message(&error, state.language))
        }
        Err(error) if is_keyring(bytes) => {
            let (_, place) = error.code_and_place();
            Err(keyring_phrases::KEYRING_MALFORMED.with(state.language, &[("place", &place)]))
        }
        Err(_) => Err(signing_message(card_fault, state.language)),
    }
}

/// Whether a file means to be a keyring, whatever is wrong with it.
fn is_keyring(bytes: &[u8]) -> bool {
    serde_json::from_slice::<serde_json::Value>(bytes).is_ok_and(|value| value.get("keyring").is_some())
}

/// The pieces, if the registry has all agencies that they name.
fn known(state: &State, pieces: Vec<Piece>) -> Result<Vec<Piece>, String> {
    let named = pieces.iter().filter_map(|piece| Some((piece, piece.agency()?)));
    let unknown = named.into_iter().find(|(_, agency)| state.registry.agency(agency).is_none());
    unknown.map_or(Ok(()), |(piece, agency)| {
        let of_card = matches!(piece, Piece::Card(..));
        let phrase = if of_card { desk_phrases::CARD_OF_NOBODY } else { keyring_phrases::BINDING_OF_NOBODY };
        Err(phrase.with(state.language, &[("agency", agency.as_str())]))
    })?;
    Ok(pieces)
}

/// Has pieces wait to be compared, and says how many there are.
pub(super) fn offer(state: &mut State, desk: &mut Desk, pieces: Vec<Piece>) -> Vec<Effect> {
    let only_cards = pieces.iter().all(|piece| matches!(piece, Piece::Card(..)));
    let (came, known) = wait(desk, pieces);
    let phrase = match (only_cards, known) {
        (true, 0) => desk_phrases::CARDS_CAME,
        (true, _) => desk_phrases::CARDS_KNOWN,
        (false, 0) => keyring_phrases::PIECES_CAME,
        (false, _) => keyring_phrases::PIECES_KNOWN,
    };
    let counts = [came.to_string(), known.to_string()];
    let values = [("count", counts[0].as_str()), ("known", counts[1].as_str())];
    state.notice = Some(Notice::Good(phrase.with(state.language, &values)));
    if came > 0 { vec![Effect::Focus(CANDIDATES.to_owned())] } else { Vec::new() }
}

/// Has those pieces wait that are not here yet; how many came, and how many were here.
pub(super) fn wait(desk: &mut Desk, pieces: Vec<Piece>) -> (usize, usize) {
    let (mut came, mut known) = (0, 0);
    for piece in pieces {
        let is_new = !piece.is_in(&desk.keyring) && !desk.candidates.contains(&piece);
        came += usize::from(is_new);
        known += usize::from(!is_new);
        desk.candidates.extend(is_new.then_some(piece));
    }
    (came, known)
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

/// The candidates that are accepted all at once, and those that are accepted one by one: roots, and what would change the
/// days of a key or certificate or take them over.
pub(in crate::session) fn apart(desk: &Desk) -> (Vec<Piece>, Vec<Piece>) {
    let mut keyring = (*desk.keyring).clone();
    desk.candidates.iter().cloned().partition(|piece| {
        let at_once = !matches!(piece, Piece::Anchor(_)) && piece.other_days(&keyring).is_none();
        if at_once {
            piece.put_into(&mut keyring);
        }
        at_once
    })
}

fn accept(state: &mut State, desk: &mut Desk, pieces: Vec<Piece>) -> Vec<Effect> {
    let Some(list) = pieces.first().map(Piece::list) else { return Vec::new() };
    let (crls, others) = with_lists_apart(pieces);
    let mut effects = Vec::new();
    if !others.is_empty() {
        put(desk, &others);
        effects = changed(desk);
    }
    if !crls.is_empty() {
        effects.extend(lists::bring(state, desk, crls, Beside::default()));
    }
    next(desk, list, effects)
}

fn with_lists_apart(pieces: Vec<Piece>) -> (Vec<Crl>, Vec<Piece>) {
    let (mut crls, mut others) = (Vec::new(), Vec::new());
    for piece in pieces {
        match piece {
            Piece::Crl(crl) => crls.push(crl),
            piece => others.push(piece),
        }
    }
    (crls, others)
}

fn put_back(state: &mut State, desk: &mut Desk, piece: Piece) -> Vec<Effect> {
    let list = piece.list();
    let mut effects = match piece {
        Piece::Crl(crl) => lists::bring(state, desk, vec![crl], Beside::default()),
        piece => {
            piece.put_beside(Rc::make_mut(&mut desk.keyring));
            changed(desk)
        }
    };
    effects.push(Effect::Focus(list.to_owned()));
    effects
}

/// Puts pieces into the keyring.
pub(super) fn put(desk: &mut Desk, pieces: &[Piece]) {
    let keyring: &mut Keyring = Rc::make_mut(&mut desk.keyring);
    pieces.iter().for_each(|piece| piece.put_into(keyring));
}

/// Takes a piece out; it can be put back until the next one is taken out.
pub(super) fn remove(desk: &mut Desk, piece: Piece) -> Vec<Effect> {
    piece.take_out(Rc::make_mut(&mut desk.keyring));
    desk.limits = None;
    let effects = changed(desk);
    let list = piece.list();
    desk.removed = Some(piece);
    next(desk, list, effects)
}

/// Keeps the keyring, and has every file examined again of whose keys it now says something else.
pub(super) fn changed(desk: &mut Desk) -> Vec<Effect> {
    let mut effects: Vec<Effect> = keep_keyring(desk).into_iter().collect();
    desk.rest();
    effects.extend(lists::again(desk));
    effects.extend(all_to_examine(desk));
    effects
}
