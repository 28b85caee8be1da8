//! For whom a certificate signs, as the coordinator says it.

use super::cards::{changed, file_refused, remove};
use super::ring::{Side, day_text, validity, why};
use super::{Desk, Piece, RingAction};
use crate::collect::{Entry, Ledger, SignatureFound};
use crate::registry::AgencyId;
use crate::session::action::Effect;
use crate::session::entry::clean;
use crate::session::state::{Notice, State};
use crate::session::view::desk::days_words;
use crate::signing::{Binding, Bound, Certificate, CertificateFacts, Keyring, Role, Ruling};
use crate::text::{Phrase, keyring_phrases};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Names in the document of what comes next.
const FORM: &str = "binding-title";
const LIST: &str = "bindings-title";
const SIGNATURES: &str = "signatures-title";
const AGENCY: &str = "binding-agency";
const NAME: &str = "binding-name";
const ROLES: &str = "binding-roles";
const FROM: &str = "binding-from";
const UNTIL: &str = "binding-until";

/// What is being said of a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BindDraft {
    /// What is known of the certificate; none where only its hash is.
    pub facts: Option<CertificateFacts>,
    /// Which certificate is meant.
    pub bound: Bound,
    /// For which agency it signs; none while none is chosen.
    pub agency: Option<AgencyId>,
    /// The person's name, or the office's, as typed.
    pub name: String,
    /// As what it signs.
    pub roles: BTreeSet<Role>,
    /// From when, as typed.
    pub from: String,
    /// Until when, as typed.
    pub until: String,
    /// The entry from which it came.
    pub entry: Option<usize>,
    /// What was said before, where that is being changed.
    pub before: Option<Binding>,
}

/// A field of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BindField {
    /// Whether any certificate of this name is meant, or this one alone.
    Whole(bool),
    /// The agency.
    Agency(Option<AgencyId>),
    /// The name.
    Name(String),
    /// Whether it signs in this role.
    Role(Role, bool),
    /// A day.
    Day(Side, String),
}

pub(super) fn with_binding(state: &mut State, desk: &mut Desk, action: RingAction) -> Vec<Effect> {
    match action {
        RingAction::BindFile { name, bytes } => bind_file(state, desk, &name, &bytes),
        RingAction::BindFound { entry, signature } => bind_found(desk, entry, signature),
        RingAction::EditBinding(at) => edit(state, desk, at),
        RingAction::RemoveBinding(at) => {
            let binding = desk.keyring.bindings().get(at).cloned();
            binding.map(|binding| remove(desk, Piece::Binding(binding))).unwrap_or_default()
        }
        RingAction::BindTyped(field) => {
            desk.binding.iter_mut().for_each(|draft| draft.fill(field.clone()));
            Vec::new()
        }
        RingAction::SetBinding => set(state, desk),
        RingAction::DropBinding => desk.binding.take().map(|draft| leave(&draft)).unwrap_or_default(),
        _ => Vec::new(),
    }
}

impl BindDraft {
    fn of_certificate(facts: CertificateFacts) -> Self {
        Self {
            bound: Bound::Certificate(facts.thumbprint.clone()),
            agency: None,
            name: facts.common_name.clone().unwrap_or_default(),
            roles: BTreeSet::new(),
            from: String::new(),
            until: String::new(),
            entry: None,
            before: None,
            facts: Some(facts),
        }
    }

    fn fill(&mut self, field: BindField) {
        match field {
            BindField::Whole(whole) => self.mean(whole),
            BindField::Agency(agency) => self.agency = agency,
            BindField::Name(name) => self.name = name,
            BindField::Role(role, true) => drop(self.roles.insert(role)),
            BindField::Role(role, false) => drop(self.roles.remove(&role)),
            BindField::Day(Side::From, text) => self.from = text,
            BindField::Day(Side::Until, text) => self.until = text,
        }
    }

    fn mean(&mut self, whole: bool) {
        if let Some(facts) = &self.facts {
            self.bound = match whole {
                true => Bound::name_in(facts),
                false => Bound::Certificate(facts.thumbprint.clone()),
            };
        }
    }

    /// What the form says, or what is wrong with it and where.
    fn binding(&self) -> Result<Binding, (Phrase, &'static str)> {
        let agency = self.agency.clone().ok_or((keyring_phrases::BIND_NO_AGENCY, AGENCY))?;
        let name = clean(&self.name).replace('\n', " ");
        if name.is_empty() {
            return Err((keyring_phrases::BIND_NO_NAME, NAME));
        }
        if self.roles.is_empty() {
            return Err((keyring_phrases::BIND_NO_ROLE, ROLES));
        }
        let wrong = |side| (keyring_phrases::DAY_WRONG, if side == Side::From { FROM } else { UNTIL });
        let valid = validity(&self.from, &self.until).map_err(wrong)?;
        let roles = self.roles.iter().copied().collect();
        let binding = Binding { bound: self.bound.clone(), agency, name, roles, valid };
        if binding.is_sound() { Ok(binding) } else { Err((keyring_phrases::BIND_TOO_LONG, NAME)) }
    }
}

/// The first certificate in the file that certifies nobody: those after it are above it.
fn bind_file(state: &mut State, desk: &mut Desk, name: &str, bytes: &[u8]) -> Vec<Effect> {
    let read = Certificate::read(bytes).map_err(|error| why(state, &error)).and_then(|all| {
        let leaf = all.into_iter().find(|certificate| !certificate.facts().is_authority);
        leaf.ok_or_else(|| state.say(keyring_phrases::ONLY_AUTHORITIES))
    });
    match read {
        Ok(certificate) => {
            let draft = BindDraft::of_certificate(with_issuer_key(desk, &certificate));
            begin(desk, draft)
        }
        Err(says) => {
            state.notice = Some(Notice::Bad(file_refused(state, name, &says)));
            Vec::new()
        }
    }
}

/// What is shown of a certificate, with the key of the trusted authority that it names. Names prove nothing: if another key
/// certified it, what is bound to this one does not fit it.
fn with_issuer_key(desk: &Desk, certificate: &Certificate) -> CertificateFacts {
    let named = desk.keyring.anchors().iter().filter(|anchor| certificate.names_issuer(anchor));
    let keys: BTreeSet<String> = named.map(Certificate::key_thumbprint).collect();
    let issuer_key = if keys.len() == 1 { keys.into_iter().next() } else { None };
    CertificateFacts { issuer_key, ..certificate.facts().clone() }
}

fn bind_found(desk: &mut Desk, at: usize, signature: usize) -> Vec<Effect> {
    let filed = desk.ledger().and_then(|ledger| ledger.entries().get(at)).and_then(Entry::filed);
    let found = filed.and_then(|filed| Some((filed, filed.signatures.get(signature)?)));
    let Some((filed, found)) = found.filter(|(_, found)| is_unbound(desk, found)) else { return Vec::new() };
    let Some(facts) = found.certificate.as_deref().cloned() else { return Vec::new() };
    let draft = BindDraft {
        agency: Some(filed.content.agency.clone()),
        roles: found.role.as_deref().and_then(Role::from_name).into_iter().collect(),
        entry: Some(at),
        ..BindDraft::of_certificate(facts)
    };
    begin(desk, draft)
}

/// Whether a signature is sound and of a certificate of which nothing is said yet.
pub(in crate::session) fn is_unbound(desk: &Desk, found: &SignatureFound) -> bool {
    let ruling = Ruling::of_code(&found.code);
    let waits = matches!(ruling, Some(Ruling::CertificateUnknown | Ruling::ChainUntrusted));
    let fits = |facts: &CertificateFacts| desk.keyring.bindings().iter().any(|of| of.bound.may_fit(facts));
    waits && found.certificate.as_deref().is_some_and(|facts| !fits(facts))
}

/// A line of an older keyring that names no authority is bound to that of the certificate that is known here; where there are
/// several such authorities, to none of them.
fn edit(state: &mut State, desk: &mut Desk, at: usize) -> Vec<Effect> {
    let Some(binding) = desk.keyring.bindings().get(at).cloned() else { return Vec::new() };
    let (facts, several) = match known_certificate(desk, &binding.bound) {
        Known::One(facts) => (Some(facts.clone()), None),
        Known::None => (None, None),
        Known::Several(issuers) => (None, Some(issuers.join("; "))),
    };
    if let Some(names) = several {
        let says = keyring_phrases::BIND_SEVERAL.with(state.language, &[("names", &names)]);
        state.notice = Some(Notice::Bad(says));
    }
    let bound = match (&binding.bound, &facts) {
        (Bound::Subject { by: None, .. }, Some(facts)) => Bound::name_in(facts),
        (bound, _) => bound.clone(),
    };
    let draft = BindDraft {
        facts,
        bound,
        agency: Some(binding.agency.clone()),
        name: binding.name.clone(),
        roles: binding.roles.iter().copied().collect(),
        from: day_text(binding.valid.from),
        until: day_text(binding.valid.until),
        entry: None,
        before: Some(binding),
    };
    begin(desk, draft)
}

/// What received files tell of the certificate that a line means.
pub(in crate::session) enum Known<'a> {
    /// None carries it.
    None,
    /// It, or one of those of the one authority that certifies its name.
    One(&'a CertificateFacts),
    /// Several authorities, or keys of them, certify its name: the authorities' names.
    Several(Vec<&'a str>),
}

/// What received files tell of the certificate that is meant. A hash is the certificate's own; of a name only what a trusted
/// authority has certified tells anything, for anybody can write a certificate of that name.
pub(in crate::session) fn known_certificate<'a>(desk: &'a Desk, bound: &Bound) -> Known<'a> {
    let is_proven = |facts: &&CertificateFacts| matches!(bound, Bound::Certificate(_)) || facts.issuer_key.is_some();
    let found: Vec<&CertificateFacts> =
        certificates(desk).filter(is_proven).filter(|facts| bound.may_fit(facts)).collect();
    let authorities: BTreeMap<Option<&String>, &str> =
        found.iter().map(|facts| (facts.issuer_key.as_ref(), facts.issuer.as_str())).collect();
    match (found.first(), bound) {
        (None, _) => Known::None,
        (Some(_), Bound::Subject { .. }) if authorities.len() > 1 => {
            Known::Several(authorities.into_values().collect())
        }
        (Some(facts), _) => Known::One(facts),
    }
}

/// The certificates that received files carry.
pub(in crate::session) fn certificates(desk: &Desk) -> impl Iterator<Item = &CertificateFacts> {
    let filed = desk.ledgers.values().flat_map(Ledger::entries).filter_map(Entry::filed);
    filed.flat_map(|filed| &filed.signatures).filter_map(|found| found.certificate.as_deref())
}

fn begin(desk: &mut Desk, draft: BindDraft) -> Vec<Effect> {
    desk.binding = Some(draft);
    vec![Effect::Focus(FORM.to_owned())]
}

fn leave(draft: &BindDraft) -> Vec<Effect> {
    vec![Effect::Focus(if draft.entry.is_some() { SIGNATURES } else { LIST }.to_owned())]
}

fn set(state: &mut State, desk: &mut Desk) -> Vec<Effect> {
    let Some(draft) = desk.binding.take() else { return Vec::new() };
    let binding = match draft.binding() {
        Ok(binding) => binding,
        Err((phrase, place)) => {
            state.notice = Some(Notice::Bad(state.say(phrase)));
            desk.binding = Some(draft);
            return vec![Effect::Focus(place.to_owned())];
        }
    };
    if let Some(other) = in_the_way(&desk.keyring, &draft, &binding) {
        let days = |valid| days_words(state, valid);
        let (there, typed) = (days(other.valid), days(binding.valid));
        let values = [("name", other.name.as_str()), ("there", &there), ("typed", &typed)];
        state.notice = Some(Notice::Bad(keyring_phrases::BIND_OTHER_DAYS.with(state.language, &values)));
        desk.binding = Some(draft);
        return vec![Effect::Focus(FROM.to_owned())];
    }
    write(Rc::make_mut(&mut desk.keyring), &binding, draft.before.as_ref());
    let mut effects = changed(desk);
    state.notice = Some(Notice::Good(state.say(keyring_phrases::BOUND)));
    effects.extend(leave(&draft));
    effects
}

/// The line about the same certificate for the same agency whose days would hold in place of those that are typed. What is
/// changed on purpose holds for all lines of it, and who types no days asks for none.
fn in_the_way<'a>(keyring: &'a Keyring, draft: &BindDraft, binding: &Binding) -> Option<&'a Binding> {
    let is_change = draft.before.as_ref().is_some_and(|before| before.shares_days_with(binding));
    let mut others = keyring.bindings().iter().filter(|other| {
        let is_same = other.bound == binding.bound || draft.facts.as_ref().is_some_and(|of| other.bound.may_fit(of));
        is_same && other.agency == binding.agency && draft.before.as_ref() != Some(other)
    });
    let other = others.find(|other| other.valid.narrowed(binding.valid) != binding.valid);
    other.filter(|_| !is_change && !binding.valid.is_open())
}

/// Writes a line, in place of the one before it. Days that are changed hold for all that is said of the certificate for the
/// agency; of a new line beside others the narrower ones do.
fn write(keyring: &mut Keyring, binding: &Binding, before: Option<&Binding>) {
    before.into_iter().for_each(|before| keyring.unbind(before));
    keyring.bind(binding.clone());
    if before.is_some_and(|before| before.shares_days_with(binding)) {
        keyring.limit_binding(binding, binding.valid);
    }
}
