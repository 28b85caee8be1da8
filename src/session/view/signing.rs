use super::overview::verdict_words;
use crate::collect::{ReturnMark, SignatureFound};
use crate::quarterly::{Return, Signature};
use crate::session::signatures::{Standing, any_broken, any_role_left, is_sound, next_role, standing};
use crate::session::{Elsewhere, HeldKey, Notice, ROLES, State};
use crate::signing::{Algorithm, CertificateFacts, Role, Ruling, fingerprint};
use crate::text::{Language, Phrase, phrases, role_name, signature_sentence, signing_message, signing_phrases};
use crate::vietnamese::moment_text;

/// The signing screen, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct SignView {
    /// The verdict in words.
    pub verdict: String,
    /// Whether the return may be signed.
    pub can_sign: bool,
    /// SHA-256 of what is signed, in groups of four, as it stands on the printed return; empty where there is none.
    pub hash: String,
    /// Each signature, in words.
    pub signatures: Vec<SignatureView>,
    /// Whether there is one whose key is not known here.
    pub unknown: bool,
    /// Who may sign next; none where everybody is known to have, or where nobody may.
    pub roles: Vec<RoleView>,
    /// The key file that is loaded.
    pub key: Option<String>,
    /// Whether that is a certificate's.
    pub certified: bool,
    /// The names of the keys in it, where one has to be chosen, and which is.
    pub key_names: Vec<(String, bool)>,
    /// The public side of the key, once it was made or opened.
    pub public: Option<PublicSide>,
    /// Whose certificates go along with what a token or another program signs.
    pub authorities: Vec<String>,
    /// What is signed with another program.
    pub elsewhere: Option<ElsewhereView>,
    /// Whether a token is waited for.
    pub asks_token: bool,
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureView {
    /// The signature itself, by which it is taken off.
    pub signature: Signature,
    /// What is to be thought of it.
    pub mark: SignatureMark,
    /// Who signed: `Người duyệt: Bà A`.
    pub who: String,
    /// The verdict in words.
    pub says: String,
    /// When, with which key or certificate.
    pub about: Vec<String>,
}

/// What is to be thought of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureMark {
    /// By somebody who is known.
    Good,
    /// Nothing is wrong, and it is open whose it is.
    Unsure,
    /// Something is wrong.
    Bad,
}

/// A role to sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleView {
    /// The role.
    pub role: Role,
    /// Its name, and whether somebody has signed in it, or a signature says so.
    pub name: String,
    /// Whether nobody has who is known here.
    pub free: bool,
    /// Whether the next signature is made in it.
    pub chosen: bool,
}

/// What is signed with another program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElsewhereView {
    /// Which file, by which key.
    pub says: String,
    /// A command that signs it.
    pub command: String,
}

/// The signing screen; none without a draft.
pub fn sign(state: &State) -> Option<SignView> {
    let draft = state.draft.as_ref()?;
    let may_sign = state.verdict().can_sign() && !any_broken(state);
    let (key, mark) = (state.key.as_ref(), state.mark.as_ref());
    let (certified, entry) = match key {
        Some(HeldKey::Certified { entry, .. }) => (true, *entry),
        _ => (false, None),
    };
    let key_names = state.key_names.iter().enumerate().map(|(at, name)| (name.clone(), entry == Some(at)));
    Some(SignView {
        verdict: verdict_words(state, state.verdict()),
        can_sign: may_sign,
        unknown: state.signatures.iter().any(|of| of.code == Ruling::UnknownKey.code()),
        hash: content_hash(&draft.content),
        signatures: signatures(state, state.language),
        roles: if any_role_left(state) && !any_broken(state) { roles(state) } else { Vec::new() },
        key: key.map(|key| key.name().to_owned()),
        certified,
        key_names: key_names.collect(),
        public: mark.map(|mark| PublicSide { fingerprint: fingerprint(&mark.kid), jwk: mark.jwk.clone() }),
        authorities: state.authorities.iter().map(|of| of.facts().subject.clone()).collect(),
        asks_token: state.token.is_some(),
        elsewhere: state.elsewhere.as_deref().map(|away| elsewhere(state, away)),
        file: crate::session::sign::file_name(&draft.content),
        busy: state.busy || state.signing.is_some(),
        notice: state.notice.clone(),
    })
}

/// SHA-256 of a return's canonical bytes in groups of four; empty where it has none.
fn content_hash(content: &Return) -> String {
    ReturnMark::of(content).map(|mark| fingerprint(&mark.content_sha256)).unwrap_or_default()
}

/// The signatures of the open return in words.
pub(in crate::session) fn signatures(state: &State, language: Language) -> Vec<SignatureView> {
    let of = |(at, of): (usize, &Signature)| match state.signatures.get(at) {
        Some(found) => signature(language, of, found),
        None => untried(state.untried, language, of),
    };
    let all = state.draft.iter().flat_map(|draft| &draft.signatures);
    all.enumerate().map(of).collect()
}

fn roles(state: &State) -> Vec<RoleView> {
    let next = next_role(state);
    let one = |role: Role| {
        let name = role_name(role.as_str(), state.language);
        let standing = standing(state, role);
        let name = match standing {
            Standing::Open => name.to_owned(),
            Standing::Claimed => signing_phrases::ROLE_CLAIMED.with(state.language, &[("role", name)]),
            Standing::Signed => signing_phrases::ROLE_SIGNED.with(state.language, &[("role", name)]),
        };
        RoleView { role, name, free: standing < Standing::Signed, chosen: next == Some(role) }
    };
    ROLES.into_iter().map(one).collect()
}

/// A signature that was not tried yet, or could not be.
fn untried(why: Option<&str>, language: Language, of: &Signature) -> SignatureView {
    let says = match why {
        Some(code) => signing_message(code, language),
        None => signing_phrases::TRYING.text(language).to_owned(),
    };
    let (signature, who) = (of.clone(), phrases::SIGNATURES.text(language).to_owned());
    SignatureView { signature, mark: SignatureMark::Unsure, who, says, about: Vec::new() }
}

fn signature(language: Language, of: &Signature, found: &SignatureFound) -> SignatureView {
    let ruling = Ruling::of_code(&found.code);
    let unsure = |phrase: Phrase| (SignatureMark::Unsure, phrase.text(language).to_owned());
    let (mark, says) = match ruling {
        Some(Ruling::Valid) => (SignatureMark::Good, signature_sentence(found, language)),
        Some(Ruling::UnknownKey) => unsure(signing_phrases::UNKNOWN_HERE),
        // No root is known here: the officer's page has none, and the coordinator's keyring decides.
        _ if is_sound(found) => unsure(signing_phrases::CERTIFIED_HERE),
        _ => (SignatureMark::Bad, signature_sentence(found, language)),
    };
    SignatureView { signature: of.clone(), mark, who: who(language, found), says, about: about(language, found) }
}

fn who(language: Language, found: &SignatureFound) -> String {
    let role = found.role.as_deref().map_or(phrases::SIGNATURES.text(language), |role| role_name(role, language));
    let holder = found.holder.as_ref().map(|holder| holder.name.clone());
    let subject = || found.certificate.as_ref().map(|of| of.common_name.clone().unwrap_or_else(|| of.subject.clone()));
    let name = holder.or_else(subject);
    let name = name.unwrap_or_else(|| signing_phrases::SIGNED_BY_UNKNOWN.text(language).to_owned());
    signing_phrases::SIGNED_BY.with(language, &[("role", role), ("name", &name)])
}

fn about(language: Language, found: &SignatureFound) -> Vec<String> {
    let at = found.issued_at.map(|at| signing_phrases::SIGNED_AT.with(language, &[("at", &moment_text(at))]));
    let key = match &found.certificate {
        Some(of) => Some(certificate_words_in(language, of)),
        None => Some(fingerprint(&found.kid))
            .filter(|_| !found.kid.is_empty())
            .map(|fingerprint| signing_phrases::SIGNED_KEY.with(language, &[("fingerprint", &fingerprint)])),
    };
    at.into_iter().chain(key).collect()
}

/// A certificate in a sentence: for whom, by whom, from when until when.
pub(super) fn certificate_words(state: &State, of: &CertificateFacts) -> String {
    certificate_words_in(state.language, of)
}

fn certificate_words_in(language: Language, of: &CertificateFacts) -> String {
    let (from, until) = (moment_text(of.not_before), moment_text(of.not_after));
    let values = [
        ("subject", of.subject.as_str()),
        ("issuer", of.issuer.as_str()),
        ("from", from.as_str()),
        ("until", until.as_str()),
    ];
    signing_phrases::SIGNED_CERTIFICATE.with(language, &values)
}

fn elsewhere(state: &State, away: &Elsewhere) -> ElsewhereView {
    let subject = away.wanted.leaf().map(|leaf| leaf.facts().subject.clone()).unwrap_or_default();
    let sha256: String = away.wanted.sha256().iter().map(|byte| format!("{byte:02x}")).collect();
    let values = [("name", away.name.as_str()), ("sha256", &sha256), ("subject", &subject)];
    let padding = match away.wanted.algorithm() {
        Algorithm::Ps256 => " -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:32",
        Algorithm::Es256 | Algorithm::Rs256 => "",
    };
    ElsewhereView {
        says: signing_phrases::TO_SIGN.with(state.language, &values),
        command: format!("openssl dgst -sha256 -sign khoa.pem{padding} -out chu-ky.bin {}", away.name),
    }
}
