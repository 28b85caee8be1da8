use super::intake::agency_names;
use crate::registry::AgencyId;
use crate::session::State;
use crate::session::desk::{OtherDays, Piece};
use crate::signing::{
    Binding, Bound, Certificate, CertificateFacts, CertifiedBy, CrlFacts, KeyCard, Role, Validity,
    certificate_fingerprint, end_of, fingerprint,
};
use crate::text::{desk_phrases, keyring_phrases, role_name};
use crate::vietnamese::moment_text;
use std::collections::BTreeMap;

/// One line of the keyring.
#[derive(Clone, Debug, PartialEq)]
pub struct PieceRow {
    /// Its place among its like.
    pub at: usize,
    /// What kind of line it is, where several kinds stand together; else empty.
    pub kind: String,
    /// The agency for which the key signs, or the authority.
    pub title: String,
    /// Who, in which role, from when until when.
    pub about: String,
    /// What is compared; empty where nothing is.
    pub fingerprint: String,
    /// What is to be known of it; empty where nothing is.
    pub remark: String,
}

impl PieceRow {
    /// The same among lines of one kind.
    pub(super) fn without_kind(self) -> Self {
        Self { kind: String::new(), ..self }
    }
}

/// A line in words.
pub(super) fn row(state: &State, at: usize, piece: &Piece) -> PieceRow {
    let title = row_title(piece, &agency_names(state));
    let remark = String::new();
    let kind = |phrase| state.say(phrase);
    match piece {
        Piece::Card(card, validity) => PieceRow {
            at,
            kind: kind(keyring_phrases::CARD),
            title,
            about: card_words(state, card, *validity),
            fingerprint: fingerprint(&card.key.thumbprint()),
            remark,
        },
        Piece::Anchor(anchor) => PieceRow {
            at,
            kind: kind(keyring_phrases::ANCHOR),
            title,
            about: anchor_words(state, anchor),
            fingerprint: certificate_fingerprint(anchor.thumbprint()),
            remark,
        },
        Piece::Crl(crl) => PieceRow {
            at,
            kind: kind(keyring_phrases::CRL),
            title,
            about: crl_words(state, crl.facts()),
            fingerprint: String::new(),
            remark,
        },
        Piece::Binding(binding) => PieceRow {
            at,
            kind: kind(keyring_phrases::BINDING),
            title,
            about: binding_words(state, binding),
            fingerprint: bound_words(state, &binding.bound),
            remark,
        },
    }
}

/// What a line is headed with.
pub(super) fn row_title(piece: &Piece, names: &BTreeMap<&AgencyId, String>) -> String {
    let agency = |id: &AgencyId| names.get(id).cloned().unwrap_or_else(|| id.to_string());
    match piece {
        Piece::Card(card, _) => agency(&card.agency),
        Piece::Anchor(anchor) => name_of(anchor.facts()),
        Piece::Crl(crl) => crl.facts().issuer.clone(),
        Piece::Binding(binding) => agency(&binding.agency),
    }
}

/// The name alone, or all of it where there is no such part.
pub(super) fn name_of(facts: &CertificateFacts) -> String {
    facts.common_name.clone().unwrap_or_else(|| facts.subject.clone())
}

fn joined(parts: impl IntoIterator<Item = Option<String>>) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn card_words(state: &State, card: &KeyCard, validity: Validity) -> String {
    let since = desk_phrases::MADE_ON.with(state.language, &[("date", &card.created.vietnamese())]);
    let role = role_name(card.role.as_str(), state.language).to_owned();
    joined([Some(card.name.clone()), Some(role), Some(since), days(state, validity)])
}

/// From when until when, as far as that is said.
fn days(state: &State, validity: Validity) -> Option<String> {
    let from = validity
        .from
        .map(|day| keyring_phrases::SINCE_DAY.with(state.language, &[("date", day.vietnamese().as_str())]));
    let until = validity
        .until
        .map(|day| keyring_phrases::UNTIL_DAY.with(state.language, &[("date", day.vietnamese().as_str())]));
    Some(joined([from, until])).filter(|days| !days.is_empty())
}

/// The same, and that there is no limit where none is said.
pub(in crate::session) fn days_words(state: &State, validity: Validity) -> String {
    days(state, validity).unwrap_or_else(|| state.say(keyring_phrases::NO_DAYS))
}

/// That the key or certificate of a line that waits is in the keyring with other days, and which of them will hold.
pub(super) fn other_days_words(state: &State, other: OtherDays) -> String {
    let there = days_words(state, other.there);
    let says = keyring_phrases::OTHER_DAYS.with(state.language, &[("days", &there)]);
    let then = match other {
        OtherDays { hold_for_both: false, .. } => return says,
        OtherDays { own, .. } if own.is_open() => keyring_phrases::DAYS_TAKEN_OVER,
        _ => keyring_phrases::DAYS_BROUGHT,
    };
    format!("{says} {}", state.say(then))
}

fn anchor_words(state: &State, anchor: &Certificate) -> String {
    let facts = anchor.facts();
    let subject = keyring_phrases::CERTIFICATE_OF.with(state.language, &[("subject", &facts.subject)]);
    let (from, until) = (moment_text(facts.not_before), moment_text(facts.not_after));
    let force = keyring_phrases::IN_FORCE.with(state.language, &[("from", &from), ("until", &until)]);
    let over = facts.not_after < end_of(state.today);
    joined([Some(subject), Some(force), over.then(|| state.say(keyring_phrases::OVER))])
}

fn crl_words(state: &State, facts: &CrlFacts) -> String {
    let moment = |phrase: crate::text::Phrase, at: i64| phrase.with(state.language, &[("at", &moment_text(at))]);
    joined([
        Some(moment(keyring_phrases::CRL_ISSUED, facts.this_update)),
        Some(moment(keyring_phrases::CRL_NEXT, facts.next_update)),
        Some(keyring_phrases::CRL_REVOKED.counted(state.language, facts.revoked)),
    ])
}

fn binding_words(state: &State, binding: &Binding) -> String {
    let roles: Vec<&str> = binding.roles.iter().map(|role: &Role| role_name(role.as_str(), state.language)).collect();
    let which = match &binding.bound {
        Bound::Certificate(_) => keyring_phrases::THIS_ONE,
        Bound::Subject { by: Some(_), .. } => keyring_phrases::WHOLE_NAME,
        Bound::Subject { by: None, .. } => keyring_phrases::WHOLE_NAME_OF_ANY,
    };
    joined([Some(binding.name.clone()), Some(roles.join(", ")), Some(state.say(which)), days(state, binding.valid)])
}

/// What is compared of a certificate: its hash, or its name and who certifies it.
pub(super) fn bound_words(state: &State, bound: &Bound) -> String {
    match bound {
        Bound::Certificate(thumbprint) => {
            let fingerprint = certificate_fingerprint(thumbprint);
            keyring_phrases::BOUND_HASH.with(state.language, &[("fingerprint", &fingerprint)])
        }
        Bound::Subject { subject, by } => {
            let name = keyring_phrases::BOUND_NAME.with(state.language, &[("subject", subject)]);
            let issuer = |by: &CertifiedBy| keyring_phrases::BOUND_ISSUER.with(state.language, &[("issuer", &by.name)]);
            let key = by.as_ref().and_then(|by| by.key.as_deref()).map(|key| {
                let fingerprint = certificate_fingerprint(key);
                keyring_phrases::BOUND_KEY.with(state.language, &[("fingerprint", &fingerprint)])
            });
            joined([Some(name), by.as_ref().map(issuer), key])
        }
    }
}
