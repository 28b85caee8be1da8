use super::overview::verdict_words;
use crate::session::{Notice, State};
use crate::signing::fingerprint;
use crate::text::{phrases, signing_message};

/// The signing screen, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct SignView {
    /// The verdict in words.
    pub verdict: String,
    /// Whether the return may be signed.
    pub can_sign: bool,
    /// Each signature, in words.
    pub signatures: Vec<SignatureView>,
    /// The key file that is loaded.
    pub key: Option<String>,
    /// The public side of the key, once it was made or opened.
    pub public: Option<PublicSide>,
    /// The name of the file to be exported.
    pub file: String,
    /// Whether a key is at work.
    pub busy: bool,
    /// What was last said.
    pub notice: Option<Notice>,
}

/// The public side of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicSide {
    /// The thumbprint, in groups of four to be read aloud.
    pub fingerprint: String,
    /// The public key as a JWK, JSON.
    pub jwk: String,
}

/// One signature.
#[derive(Clone, Debug, PartialEq)]
pub struct SignatureView {
    /// Whether it holds.
    pub good: bool,
    /// The verdict in words.
    pub says: String,
}

/// The signing screen; none without a draft.
pub fn sign(state: &State) -> Option<SignView> {
    let draft = state.draft.as_ref()?;
    let codes = draft.signatures.iter().enumerate().map(|(index, _)| state.signature_codes.get(index).copied());
    let signatures = codes.map(|code| SignatureView {
        good: code == Some("signing/valid"),
        says: code.map_or_else(|| state.say(phrases::NOT_VERIFIED), |code| signing_message(code, state.language)),
    });
    let key = state.key.as_ref();
    let mark = state.mark.as_ref();
    Some(SignView {
        verdict: verdict_words(state, state.verdict()),
        can_sign: state.verdict().can_sign(),
        signatures: signatures.collect(),
        key: key.map(|key| key.name.clone()),
        public: mark.map(|mark| PublicSide { fingerprint: fingerprint(&mark.kid), jwk: mark.jwk.clone() }),
        file: crate::session::sign::file_name(&draft.content),
        busy: state.busy || state.signing.is_some(),
        notice: state.notice.clone(),
    })
}
