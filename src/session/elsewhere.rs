//! A signature that is made with another program: the bytes go out as a file, the signature comes back.

use super::action::{Action, Effect};
use super::authorities::chain;
use super::orders::ordered;
use super::refusal::refuse;
use super::sign::to_be_signed;
use super::state::{Elsewhere, Notice, State};
use crate::registry::sha256_hex;
use crate::signing::{Algorithm, Certificate, Chain, Role, Ruling, SigningError, Subject, ToSign, to_sign};
use crate::text::{own_signing_message, phrases, signing_phrases};

/// The name in the document of the field for the signature.
const ATTACH: &str = "attach";

pub(super) fn with_signature(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::SignElsewhere { certificate, now } => prepare(state, &certificate, now),
        Action::SaveToSign => state.elsewhere.as_deref().map(file).into_iter().collect(),
        Action::Attach { signature } => attach(state, signature),
        Action::DropElsewhere => {
            state.elsewhere = None;
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// The bytes are made for this certificate, whose name stands among them, and given as a file.
fn prepare(state: &mut State, certificate: &[u8], now: i64) -> Vec<Effect> {
    let away = match chain_of(state, certificate).and_then(|chain| away(state, &chain, now)) {
        Ok(away) => away,
        Err(says) => return refuse(state, says),
    };
    let given = file(&away);
    state.elsewhere = Some(Box::new(away));
    state.notice = Some(Notice::Good(state.say(signing_phrases::TO_SIGN_SAVED)));
    vec![given, Effect::Focus(ATTACH.to_owned())]
}

/// The chain of a certificate's file, and of what was chosen beside it. Authorities may stand before the signatory.
fn chain_of(state: &State, file: &[u8]) -> Result<Chain, String> {
    let read = Certificate::read(file).map_err(|error| own_signing_message(error.code(), state.language))?;
    let at = read.iter().position(|of| !of.facts().is_authority).unwrap_or_default();
    let (before, rest) = read.split_at(at);
    match rest.split_first() {
        Some((leaf, after)) => chain(state, leaf.clone(), &[before, after].concat()),
        None => Err(own_signing_message("signing/certificate-malformed", state.language)),
    }
}

/// What the holder of this certificate is to sign, or why nothing is.
pub(super) fn away(state: &mut State, chain: &Chain, now: i64) -> Result<Elsewhere, String> {
    let (role, payload) = to_be_signed(state)?;
    let wanted =
        wanted(chain, role, now, &payload).map_err(|error| own_signing_message(error.code(), state.language))?;
    Ok(Elsewhere { wanted, role, name: name(state, role), of: sha256_hex(&payload) })
}

fn wanted(chain: &Chain, role: Role, now: i64, payload: &[u8]) -> Result<ToSign, SigningError> {
    let kind =
        chain.leaf().key_kind().and_then(Algorithm::usual).ok_or(SigningError::Unfit(Ruling::AlgorithmRefused))?;
    to_sign(kind, chain, Subject::Return, role, now, payload)
}

/// `36a_can-ky_2017-Q2_bo-tai-chinh_approver.bin`.
fn name(state: &State, role: Role) -> String {
    let content = state.draft.as_ref().map(|draft| &draft.content);
    let whose = content.map(|content| format!("{}_{}", content.period, content.agency)).unwrap_or_default();
    format!("36a_can-ky_{whose}_{}.bin", role.as_str())
}

fn file(away: &Elsewhere) -> Effect {
    Effect::Download { name: away.name.clone(), bytes: away.wanted.bytes().to_vec() }
}

/// The signature is verified before it is taken.
fn attach(state: &mut State, signature: Vec<u8>) -> Vec<Effect> {
    let Some(away) = state.elsewhere.clone() else { return Vec::new() };
    match to_be_signed(state) {
        Ok((_, payload)) if sha256_hex(&payload) == away.of => {}
        Ok(_) => {
            let says = state.say(phrases::SIGNATURE_DROPPED);
            return refuse(state, says);
        }
        Err(says) => return refuse(state, says),
    }
    state.signing = Some(away.of.clone());
    let order = ordered(state);
    vec![Effect::Attach { order, of: away.of, wanted: Box::new(away.wanted), signature, by: None }]
}
