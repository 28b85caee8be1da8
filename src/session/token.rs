//! Signing by a USB token: first its certificate is asked for, which stands among the signed bytes, then the signature.

use super::action::{Action, Effect};
use super::authorities::chain;
use super::elsewhere::away;
use super::orders::{call_off, is_last, ordered};
use super::sign::to_be_signed;
use super::state::{Elsewhere, Notice, State};
use crate::registry::sha256_hex;
use crate::signing::{SigningError, TokenAnswer, TokenFault, token_answer, token_request};
use crate::text::{signing_phrases, token_message};
use sha2::{Digest, Sha256};

/// What the token is being asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenStep {
    /// Whose it is: it signs the hash of a sentence that is no return.
    Certificate,
    /// The signature of this.
    Signature(Box<Elsewhere>),
}

/// The name in the document of the button.
const BUTTON: &str = "sign-by-token";

/// What is signed to learn the certificate; nobody could take it for a return.
const GREETING: &[u8] = b"return36a: this signature only shows the certificate";

pub(super) fn with_token(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::SignByToken => ask_whose(state),
        Action::StopToken => stop(state),
        Action::TokenAnswered { order, .. } if !is_last(state, order) => Vec::new(),
        Action::TokenAnswered { answer, now, .. } => match (state.token.take(), answer) {
            (None, _) => Vec::new(),
            (Some(_), None) => refuse(state, &TokenFault::Unreachable.into()),
            (Some(step), Some(text)) => match token_answer(&text) {
                Ok(answer) => answered(state, step, answer, now),
                Err(error) => refuse(state, &error),
            },
        },
        _ => Vec::new(),
    }
}

fn ask_whose(state: &mut State) -> Vec<Effect> {
    if let Err(says) = to_be_signed(state) {
        state.notice = Some(Notice::Bad(says));
        return Vec::new();
    }
    state.busy = true;
    state.token = Some(TokenStep::Certificate);
    vec![Effect::AskToken { order: ordered(state), request: token_request(&Sha256::digest(GREETING).into()) }]
}

/// The token is asked no longer; what it answers comes too late.
fn stop(state: &mut State) -> Vec<Effect> {
    if state.token.is_none() {
        return Vec::new();
    }
    call_off(state);
    state.notice = Some(Notice::Good(state.say(signing_phrases::TOKEN_STOPPED)));
    vec![Effect::Focus(BUTTON.to_owned())]
}

fn answered(state: &mut State, step: TokenStep, answer: TokenAnswer, now: i64) -> Vec<Effect> {
    state.busy = false;
    match step {
        TokenStep::Certificate => ask_for_signature(state, answer, now),
        TokenStep::Signature(away) => {
            let now = to_be_signed(state).map(|(_, payload)| sha256_hex(&payload));
            if now.as_ref() != Ok(&away.of) {
                state.notice = Some(Notice::Bad(state.say(crate::text::phrases::SIGNATURE_DROPPED)));
                return Vec::new();
            }
            state.signing = Some(away.of.clone());
            let TokenAnswer { signature, certificate } = answer;
            vec![Effect::Attach {
                order: ordered(state),
                of: away.of,
                wanted: Box::new(away.wanted),
                signature,
                by: Some(Box::new(certificate)),
            }]
        }
    }
}

fn ask_for_signature(state: &mut State, answer: TokenAnswer, now: i64) -> Vec<Effect> {
    let away = match chain(state, answer.certificate, &[]).and_then(|chain| away(state, &chain, now)) {
        Ok(away) => away,
        Err(says) => {
            state.notice = Some(Notice::Bad(says));
            return Vec::new();
        }
    };
    state.busy = true;
    state.notice = Some(Notice::Good(state.say(signing_phrases::TOKEN_AGAIN)));
    let request = token_request(&away.wanted.sha256());
    state.token = Some(TokenStep::Signature(Box::new(away)));
    vec![Effect::AskToken { order: ordered(state), request }]
}

fn refuse(state: &mut State, error: &SigningError) -> Vec<Effect> {
    state.busy = false;
    state.notice = Some(Notice::Bad(token_message(error, state.language)));
    Vec::new()
}
