//! Roots, revocation lists, and the days of cards.

use super::cards::{changed, file_refused, offer, remove};
use super::lists::{self, Beside};
use super::{BindField, Desk, Piece, Signers, bind, brought};
use crate::session::action::Effect;
use crate::session::secret::Secret;
use crate::session::state::{Notice, State};
use crate::signing::{Certificate, Crl, KeyCard, Keyring, SigningError, Validity, Verdict};
use crate::text::{keyring_phrases, signing_message};
use crate::vietnamese::{Date, DateError};
use std::rc::Rc;

/// The names in the document of the days of a card.
const FROM: &str = "limit-from";
const UNTIL: &str = "limit-until";
const CARDS: &str = "cards-title";

/// What happens to the keyring beside cards that come and go.
#[derive(Clone, Debug, PartialEq)]
pub enum RingAction {
    /// Files with roots were chosen: names and bytes.
    Anchors(Vec<(String, Vec<u8>)>),
    /// Files with revocation lists.
    Crls(Vec<(String, Vec<u8>)>),
    /// A root is trusted no longer.
    RemoveAnchor(usize),
    /// A revocation list is taken out.
    RemoveCrl(usize),
    /// What is said of a certificate is taken back.
    RemoveBinding(usize),
    /// The days of a card are to be changed.
    EditLimits(usize),
    /// The first or the last day, as it is typed.
    LimitTyped(Side, String),
    /// The typed days are to hold.
    SetLimits,
    /// They are not.
    DropLimits,
    /// A file with a certificate was chosen, to say for whom it signs.
    BindFile {
        /// Its name.
        name: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// The same of the certificate that a received file's signature carries.
    BindFound {
        /// Which entry.
        entry: usize,
        /// Which of its signatures.
        signature: usize,
    },
    /// What is said of a certificate is to be changed.
    EditBinding(usize),
    /// A field of that form, as it is filled in.
    BindTyped(BindField),
    /// What the form says is to hold.
    SetBinding,
    /// It is not.
    DropBinding,
    /// The keyring is wanted as a signed file.
    SaveSigned {
        /// The key's password.
        password: Secret,
    },
    /// The signature of a keyring's file was tried.
    Tried {
        /// SHA-256 of what is signed, 64 hexadecimal digits.
        of: String,
        /// The verdict, or a code where there is none.
        outcome: Result<Verdict, &'static str>,
    },
    /// What is said of that file is put away.
    DropBrought,
    /// The signatures of revocation lists were tried.
    CrlsTried {
        /// By the roots of these thumbprints, in the keyring's order.
        anchors: Vec<String>,
        /// Whose key has signed each, or a code where there is no answer.
        outcome: Result<Signers, &'static str>,
    },
}

/// The first day or the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first.
    From,
    /// The last.
    Until,
}

/// The days of a card that are being changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitDraft {
    /// Of which card.
    pub card: KeyCard,
    /// The first day, as typed.
    pub from: String,
    /// The last day, as typed.
    pub until: String,
}

impl RingAction {
    /// Whether the notice that stands is left alone.
    pub(super) fn is_quiet(&self) -> bool {
        matches!(self, Self::LimitTyped(..) | Self::BindTyped(_) | Self::CrlsTried { .. })
    }
}

pub(super) fn with_ring(state: &mut State, desk: &mut Desk, action: RingAction) -> Vec<Effect> {
    match action {
        RingAction::Anchors(files) => read_anchors(state, desk, files),
        RingAction::Crls(files) => read_crls(state, desk, files),
        RingAction::RemoveAnchor(at) => {
            let anchor = desk.keyring.anchors().get(at).cloned();
            anchor.map(|anchor| remove(desk, Piece::Anchor(Box::new(anchor)))).unwrap_or_default()
        }
        RingAction::RemoveCrl(at) => {
            let crl = desk.keyring.crls().get(at).cloned();
            crl.map(|crl| remove(desk, Piece::Crl(crl))).unwrap_or_default()
        }
        RingAction::EditLimits(at) => edit_limits(desk, at),
        RingAction::LimitTyped(side, text) => limit_typed(desk, side, text),
        RingAction::SetLimits => set_limits(state, desk),
        RingAction::DropLimits => {
            desk.limits = None;
            vec![Effect::Focus(CARDS.to_owned())]
        }
        RingAction::SaveSigned { .. } | RingAction::Tried { .. } | RingAction::DropBrought => {
            brought::with_file(state, desk, action)
        }
        RingAction::CrlsTried { anchors, outcome } => lists::tried(state, desk, &anchors, outcome),
        binding => bind::with_binding(state, desk, binding),
    }
}

/// Roots wait to be compared, as cards do.
fn read_anchors(state: &mut State, desk: &mut Desk, files: Vec<(String, Vec<u8>)>) -> Vec<Effect> {
    let mut refused = Vec::new();
    let mut pieces = Vec::new();
    for (name, bytes) in files {
        match anchors_in(&bytes) {
            Ok(anchors) => pieces.extend(anchors.into_iter().map(Box::new).map(Piece::Anchor)),
            Err(error) => refused.push(file_refused(state, &name, &why(state, &error))),
        }
    }
    let effects = if pieces.is_empty() { Vec::new() } else { offer(state, desk, pieces) };
    if !refused.is_empty() {
        state.notice = Some(Notice::Bad(refused.join(" ")));
    }
    effects
}

fn anchors_in(bytes: &[u8]) -> Result<Vec<Certificate>, SigningError> {
    let anchors = Certificate::read(bytes)?;
    for anchor in &anchors {
        Keyring::default().trust(anchor.clone())?;
    }
    Ok(anchors)
}

/// Why a certificate or a list is refused, with its name where there is one.
pub(super) fn why(state: &State, error: &SigningError) -> String {
    let says = match error {
        SigningError::CertificateMalformed => state.say(keyring_phrases::NO_CERTIFICATE),
        error => signing_message(error.code(), state.language),
    };
    match error {
        SigningError::AnchorRefused(subject) => format!("{says} ({subject})"),
        _ => says,
    }
}

fn read_crls(state: &mut State, desk: &mut Desk, files: Vec<(String, Vec<u8>)>) -> Vec<Effect> {
    let (mut new, mut known, mut refused) = (Vec::new(), 0, Vec::new());
    for (name, bytes) in files {
        match Crl::read(&bytes) {
            Ok(crl) if lists::is_known(desk, &crl) || new.contains(&crl) => known += 1,
            Ok(crl) => new.push(crl),
            Err(error) => refused.push(file_refused(state, &name, &why(state, &error))),
        }
    }
    lists::bring(state, desk, new, Beside { known, refused })
}

fn edit_limits(desk: &mut Desk, at: usize) -> Vec<Effect> {
    let Some(card) = desk.keyring.cards().get(at).cloned() else { return Vec::new() };
    let validity = desk.keyring.validity(&card);
    desk.limits = Some(LimitDraft { card, from: day_text(validity.from), until: day_text(validity.until) });
    vec![Effect::Focus(UNTIL.to_owned())]
}

fn limit_typed(desk: &mut Desk, side: Side, text: String) -> Vec<Effect> {
    if let Some(draft) = &mut desk.limits {
        match side {
            Side::From => draft.from = text,
            Side::Until => draft.until = text,
        }
    }
    Vec::new()
}

fn set_limits(state: &mut State, desk: &mut Desk) -> Vec<Effect> {
    let Some(draft) = desk.limits.take() else { return Vec::new() };
    let validity = match validity(&draft.from, &draft.until) {
        Ok(validity) => validity,
        Err(side) => {
            desk.limits = Some(draft);
            state.notice = Some(Notice::Bad(state.say(keyring_phrases::DAY_WRONG)));
            return vec![Effect::Focus(if side == Side::From { FROM } else { UNTIL }.to_owned())];
        }
    };
    let mut effects = Vec::new();
    if desk.keyring.validity(&draft.card) != validity {
        Rc::make_mut(&mut desk.keyring).limit(&draft.card, validity);
        effects = changed(desk);
    }
    state.notice = Some(Notice::Good(state.say(keyring_phrases::LIMITED)));
    effects.push(Effect::Focus(CARDS.to_owned()));
    effects
}

/// A day as it is typed, blank where none is said.
pub(super) fn day_text(day: Option<Date>) -> String {
    day.map(Date::vietnamese).unwrap_or_default()
}

/// The days that are typed, blank for none; else which of them is none, or comes before the other.
pub(super) fn validity(from: &str, until: &str) -> Result<Validity, Side> {
    let day = |text: &str| -> Result<Option<Date>, DateError> {
        if text.trim().is_empty() { Ok(None) } else { Date::parse_typed(text.trim()).map(Some) }
    };
    let validity = Validity { from: day(from).map_err(|_| Side::From)?, until: day(until).map_err(|_| Side::Until)? };
    match validity {
        Validity { from: Some(from), until: Some(until) } if from > until => Err(Side::Until),
        validity => Ok(validity),
    }
}
