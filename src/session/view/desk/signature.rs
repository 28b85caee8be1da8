use super::Tone;
use super::intake::agency_names;
use super::piece::name_of;
use crate::collect::{Entry, Filed, SignatureFound};
use crate::session::State;
use crate::session::desk::{Desk, is_unbound};
use crate::session::view::signing::certificate_words;
use crate::signing::{Ruling, certificate_fingerprint, fingerprint};
use crate::text::{keyring_phrases, role_name, signature_sentence, signing_phrases};
use crate::vietnamese::moment_text;

/// One signature.
#[derive(Clone, Debug, PartialEq)]
pub struct SignatureRow {
    /// How it is to be taken.
    pub tone: Tone,
    /// What is to be thought of it.
    pub says: String,
    /// Who, in which role, for which agency; empty where it cannot be read.
    pub who: String,
    /// By which certificate, and when.
    pub about: Vec<String>,
    /// The key's fingerprint, or the certificate's; empty where it cannot be read.
    pub fingerprint: String,
    /// The button that says for whom its certificate signs; none where that is said, or would be of no use.
    pub bind: Option<String>,
}

/// The signatures of an entry.
pub(super) fn signatures(state: &State, desk: &Desk, entry: &Entry, filed: &Filed) -> Vec<SignatureRow> {
    let received = entry.file.received.vietnamese();
    let names = agency_names(state);
    let agency = names.get(&filed.content.agency).cloned().unwrap_or_else(|| filed.content.agency.to_string());
    let bind = keyring_phrases::BIND_FOUND.with(state.language, &[("agency", &agency)]);
    let row = |found: &SignatureFound| {
        let bind = is_unbound(desk, found).then(|| bind.clone());
        SignatureRow { bind, ..signature(state, found, &received) }
    };
    filed.signatures.iter().map(row).collect()
}

fn signature(state: &State, found: &SignatureFound, received: &str) -> SignatureRow {
    let certificate = found.certificate.as_deref().map(|facts| certificate_words(state, facts));
    let when = found.issued_at.map(|at| {
        let values = [("at", moment_text(at)), ("received", received.to_owned())];
        keyring_phrases::SIGNED_AT.with(state.language, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    });
    SignatureRow {
        tone: tone(found),
        says: signature_sentence(found, state.language),
        who: who(state, found),
        about: certificate.into_iter().chain(when).collect(),
        fingerprint: mark(found),
        bind: None,
    }
}

fn tone(found: &SignatureFound) -> Tone {
    match Ruling::of_code(&found.code) {
        Some(Ruling::Valid) => Tone::Good,
        Some(Ruling::UnknownKey | Ruling::CertificateUnknown | Ruling::ChainUntrusted) => Tone::Warn,
        _ => Tone::Bad,
    }
}

/// Who signed, as the keyring says; else who says so.
fn who(state: &State, found: &SignatureFound) -> String {
    let Some(role) = found.role.as_deref().map(|role| role_name(role, state.language)) else { return String::new() };
    let subject = found.certificate.as_deref().map(name_of);
    let nobody = || state.say(signing_phrases::SIGNED_BY_UNKNOWN);
    let Some(holder) = &found.holder else {
        let name = subject.unwrap_or_else(nobody);
        return keyring_phrases::SIGNED_UNKNOWN.with(state.language, &[("role", role), ("name", &name)]);
    };
    let agency = agency_names(state).get(&holder.agency).cloned().unwrap_or_else(|| holder.agency.to_string());
    let values = [("role", role), ("name", holder.name.as_str()), ("agency", agency.as_str())];
    keyring_phrases::SIGNED_FOR.with(state.language, &values)
}

fn mark(found: &SignatureFound) -> String {
    match &found.certificate {
        Some(facts) => certificate_fingerprint(&facts.thumbprint),
        None if found.kid.is_empty() => String::new(),
        None => fingerprint(&found.kid),
    }
}
