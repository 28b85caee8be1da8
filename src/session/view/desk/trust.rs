use super::piece::{PieceRow, bound_words, row};
use crate::registry::AgencyId;
use crate::session::desk::{BindDraft, Desk, Known, Piece, Vouching, certificates, known_certificate};
use crate::session::view::agency_name;
use crate::session::view::signing::certificate_words;
use crate::session::{ROLES, State};
use crate::signing::{Bound, Crl, Role, certificate_fingerprint, end_of};
use crate::text::{Phrase, keyring_phrases, role_name};

/// Whose certificates are trusted, and for whom they sign.
#[derive(Clone, Debug, PartialEq)]
pub struct TrustView {
    /// The roots.
    pub anchors: PieceList,
    /// The revocation lists.
    pub crls: PieceList,
    /// For whom certificates sign.
    pub bindings: PieceList,
    /// What is being said of a certificate, unless it came from an entry.
    pub form: Option<BindForm>,
}

/// Lines of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct PieceList {
    /// How many, or what it means that there are none.
    pub says: String,
    /// The lines.
    pub rows: Vec<PieceRow>,
}

/// The form in which it is said for whom a certificate signs.
#[derive(Clone, Debug, PartialEq)]
pub struct BindForm {
    /// The certificate in words, as far as it is known.
    pub certificate: String,
    /// What is compared.
    pub fingerprint: String,
    /// Whether any certificate of this name is meant; none where that cannot be chosen.
    pub whole: Option<bool>,
    /// The agencies to choose from: id and name, the first one for none.
    pub agencies: Vec<(String, String)>,
    /// The one that is chosen.
    pub agency: String,
    /// The name, as typed.
    pub name: String,
    /// The roles, and whether each is ticked.
    pub roles: Vec<(Role, String, bool)>,
    /// The first day, as typed.
    pub from: String,
    /// The last day, as typed.
    pub until: String,
}

/// What the keyring says of certificates; none without a desk.
pub fn trust(state: &State) -> Option<TrustView> {
    let desk = state.desk.as_ref()?;
    let ring = &desk.keyring;
    let anchors = ring.anchors().iter().map(|anchor| Piece::Anchor(Box::new(anchor.clone())));
    let bindings = ring.bindings().iter().map(|binding| Piece::Binding(binding.clone()));
    let bindings = rows(state, bindings).into_iter().zip(ring.bindings());
    let bindings = bindings.map(|(row, binding)| with_certificate(state, desk, row, &binding.bound)).collect();
    let list = |rows: Vec<PieceRow>, none: Phrase, some: Phrase| {
        let says = if rows.is_empty() { state.say(none) } else { some.counted(state.language, rows.len()) };
        PieceList { says, rows }
    };
    Some(TrustView {
        anchors: list(rows(state, anchors), keyring_phrases::NO_ANCHORS, keyring_phrases::ANCHORS_COUNT),
        crls: list(crl_rows(state, desk), keyring_phrases::NO_CRLS, keyring_phrases::CRLS_COUNT),
        bindings: list(bindings, keyring_phrases::NO_BINDINGS, keyring_phrases::BINDINGS_COUNT),
        form: desk.binding.as_ref().filter(|draft| draft.entry.is_none()).map(|draft| form(state, draft)),
    })
}

fn rows(state: &State, pieces: impl Iterator<Item = Piece>) -> Vec<PieceRow> {
    pieces.enumerate().map(|(at, piece)| row(state, at, &piece).without_kind()).collect()
}

/// Which certificate that is, where a received file carries it.
fn with_certificate(state: &State, desk: &Desk, row: PieceRow, bound: &Bound) -> PieceRow {
    let remark = match known_certificate(desk, bound) {
        Known::One(facts) => certificate_words(state, facts),
        Known::Several(names) => keyring_phrases::BOUND_SEVERAL.with(state.language, &[("names", &names.join("; "))]),
        Known::None => String::new(),
    };
    PieceRow { remark, ..row }
}

fn crl_rows(state: &State, desk: &Desk) -> Vec<PieceRow> {
    let lists = desk.keyring.crls();
    let rows = rows(state, lists.iter().cloned().map(Piece::Crl)).into_iter().zip(lists);
    rows.map(|(row, crl)| PieceRow { remark: crl_remark(state, desk, crl), ..row }).collect()
}

/// That a list is without effect yet, that nobody knows yet whether it is, or that it is past its day.
fn crl_remark(state: &State, desk: &Desk, crl: &Crl) -> String {
    let issuer = &crl.facts().issuer;
    let is_old = crl.facts().next_update <= end_of(state.today);
    let is_named = desk.keyring.anchors().iter().any(|anchor| crl.is_named(anchor));
    match desk.lists.vouching(crl) {
        Vouching::Vouched if is_old => state.say(keyring_phrases::CRL_OLD),
        Vouching::Vouched => String::new(),
        Vouching::Nobody if is_named => state.say(keyring_phrases::CRL_UNSIGNED),
        Vouching::Tried if is_named => state.say(keyring_phrases::CRL_BEING_TRIED),
        Vouching::Failed if is_named => state.say(keyring_phrases::CRL_NOT_TRIED),
        _ if certificates(desk).any(|facts| facts.issuer == *issuer) => state.say(keyring_phrases::CRL_UNPROVEN),
        _ => state.say(keyring_phrases::CRL_USELESS),
    }
}

/// The form, filled in as far as it is.
pub(super) fn form(state: &State, draft: &BindDraft) -> BindForm {
    let facts = draft.facts.as_ref();
    let (thumbprint, whole, name) = match &draft.bound {
        Bound::Certificate(thumbprint) => (Some(thumbprint), false, String::new()),
        bound @ Bound::Subject { .. } => (facts.map(|facts| &facts.thumbprint), true, bound_words(state, bound)),
    };
    let role = |role: Role| (role, role_name(role.as_str(), state.language).to_owned(), draft.roles.contains(&role));
    BindForm {
        certificate: facts.map_or(name, |facts| certificate_words(state, facts)),
        fingerprint: thumbprint.map(|of| certificate_fingerprint(of)).unwrap_or_default(),
        whole: facts.map(|_| whole),
        agencies: agencies(state),
        agency: draft.agency.as_ref().map(AgencyId::to_string).unwrap_or_default(),
        name: draft.name.clone(),
        roles: ROLES.into_iter().map(role).collect(),
        from: draft.from.clone(),
        until: draft.until.clone(),
    }
}

fn agencies(state: &State) -> Vec<(String, String)> {
    let mut all: Vec<_> = state.registry.agency.iter().collect();
    all.sort_by_key(|agency| (agency.tier(), agency.order));
    let none = (String::new(), state.say(keyring_phrases::BIND_CHOOSE));
    let named = all.into_iter().map(|agency| (agency.id.to_string(), agency_name(state, agency)));
    std::iter::once(none).chain(named).collect()
}
