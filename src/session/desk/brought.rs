//! The keyring's signed file: given out, and brought back.

use super::cards::{KEYRING_FILE, file_refused, offer};
use super::issuing::{hand, order, refuse};
use super::{Desk, DeskEffect, Piece, RingAction, Unsigned};
use crate::collect::{IssuedKeyring, Issuer, Proof};
use crate::quarterly::{MOST_BYTES, Signed, write_signed};
use crate::registry::sha256_hex;
use crate::session::action::Effect;
use crate::session::secret::Secret;
use crate::session::state::{Notice, State};
use crate::signing::Verdict;
use crate::text::{keyring_phrases, signing_message};
use crate::vietnamese::Date;

/// A keyring's signed file.
pub(super) type SignedKeyring = Signed<IssuedKeyring>;

/// More than one signature by a key takes in a file, in bytes.
const SIGNATURE: usize = 4 << 10;
/// The name in the document of the lists' first heading.
const CARDS: &str = "cards-title";

/// A keyring's signed file whose signature is being tried, or was found to fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// The file's name.
    pub name: String,
    /// SHA-256 of what is signed, 64 hexadecimal digits.
    pub of: String,
    /// Who says to have signed it, and with which key.
    pub issuer: Issuer,
    /// The day that the file names.
    pub issued: Date,
    /// What it holds.
    pub pieces: Vec<Piece>,
    /// Whether the signature fits.
    pub fits: bool,
}

/// Has the signature of a keyring's file tried; its pieces wait until then.
pub(super) fn bring(state: &State, desk: &mut Desk, name: &str, file: SignedKeyring) -> Result<Effect, String> {
    let Some(proof) = Proof::of(&file) else { return Err(state.say(keyring_phrases::KEYRING_SIGNATURES)) };
    let of = sha256_hex(&proof.payload);
    let IssuedKeyring { issuer, issued, holds, .. } = file.content;
    desk.brought.retain(|other| other.of != of);
    let pieces = Piece::all_of(&holds);
    desk.brought.push(Brought { name: name.to_owned(), of, issuer, issued, pieces, fits: false });
    Ok(Effect::Desk(DeskEffect::TryKeyring(Box::new(proof))))
}

pub(super) fn with_file(state: &mut State, desk: &mut Desk, action: RingAction) -> Vec<Effect> {
    match action {
        RingAction::SaveSigned { password } => save(state, desk, password),
        RingAction::Tried { of, outcome } => tried(state, desk, &of, outcome),
        RingAction::DropBrought => {
            desk.brought.clear();
            vec![Effect::Focus(CARDS.to_owned())]
        }
        _ => Vec::new(),
    }
}

/// A keyring whose signature fits waits to be compared; of any other nothing is taken.
fn tried(state: &mut State, desk: &mut Desk, of: &str, outcome: Result<Verdict, &'static str>) -> Vec<Effect> {
    let Some(at) = desk.brought.iter().position(|brought| brought.of == of && !brought.fits) else { return Vec::new() };
    if let Ok(Verdict::Valid { .. }) = outcome {
        let Some(brought) = desk.brought.get_mut(at) else { return Vec::new() };
        brought.fits = true;
        let pieces = brought.pieces.clone();
        return offer(state, desk, pieces);
    }
    let brought = desk.brought.remove(at);
    let says = match outcome {
        Ok(Verdict::Broken { .. } | Verdict::UnknownKey { .. }) => state.say(keyring_phrases::KEYRING_BROKEN),
        Ok(verdict) => signing_message(verdict.code(), state.language),
        Err(code) => signing_message(code, state.language),
    };
    state.notice = Some(Notice::Bad(file_refused(state, &brought.name, &says)));
    Vec::new()
}

/// The keyring as it is, to be signed by the coordinator's key.
fn save(state: &mut State, desk: &mut Desk, password: Secret) -> Vec<Effect> {
    let (issuer, key) = match hand(desk) {
        Ok(hand) => hand,
        Err(phrase) => return refuse(state, phrase),
    };
    let content = IssuedKeyring::new((*desk.keyring).clone(), issuer, state.today);
    let unsigned = Signed { content, signatures: Vec::new() };
    // Files with signatures are read within that bound; an unsigned keyring is not.
    if write_signed(&unsigned).len() + SIGNATURE > MOST_BYTES {
        return refuse(state, keyring_phrases::KEYRING_TOO_LARGE);
    }
    let paper = (KEYRING_FILE.to_owned(), Unsigned::Keyring(Box::new(unsigned.content)));
    order(state, desk, vec![paper], key, password)
}
