//! The key that the person signs with: made here, or chosen as a file.

use super::action::{Action, Effect, Holder};
use super::orders::{at_work, is_last, ordered};
use super::refusal::{refuse, refuse_with};
use super::secret::Secret;
use super::sign::PASSWORD;
use super::signatures::{next_role, no_role_left};
use super::state::{HeldKey, KeyHeld, KeyMark, Notice, State};
use crate::registry::AgencyId;
use crate::signing::{KeyCard, Role};
use crate::text::{Phrase, phrases, role_name, signing_message, signing_phrases};

/// The least length of a key's password, in characters.
const LEAST_PASSWORD: usize = 8;

/// Making a key, choosing one, its files.
pub(super) fn with_own_key(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::MakeKey { .. } | Action::KeyChosen { .. } | Action::ChooseKey(_) if at_work(state) => {
            refuse_with(state, phrases::WAIT_FOR_SIGNATURE, &[])
        }
        Action::MakeKey { password, again } => make(state, password, &again),
        Action::KeyMade { order, pem, mark } => made(state, order, pem, mark),
        Action::KeyChosen { name, bytes } => chosen(state, name, bytes),
        Action::ChooseKey(at) => {
            if let Some(HeldKey::Certified { entry, .. }) = &mut state.key {
                *entry = Some(at);
            }
            vec![Effect::Focus(PASSWORD.to_owned())]
        }
        Action::SaveKey => match &state.key {
            Some(HeldKey::Made(key)) => vec![download(&key.name, &key.pem)],
            _ => Vec::new(),
        },
        Action::SaveCard => save_card(state),
        _ => Vec::new(),
    }
}

/// Why a text is not a key file, as far as its first line tells.
pub(super) fn pem_fault(pem: &str) -> Option<&'static str> {
    match pem {
        pem if pem.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----") => None,
        pem if pem.contains("PRIVATE KEY-----") => Some("signing/key-not-encrypted"),
        _ => Some("signing/key-file-malformed"),
    }
}

/// What is wrong with a new key's password.
pub(super) fn password_fault(password: &Secret, again: &Secret) -> Option<Phrase> {
    match password {
        password if password.as_str().chars().count() < LEAST_PASSWORD => Some(phrases::PASSWORD_SHORT),
        password if password != again => Some(phrases::PASSWORDS_DIFFER),
        _ => None,
    }
}

/// Who signs in this role, as the open return names them; a seal is the agency's own.
pub(super) fn holder(state: &State, role: Role) -> Option<Holder> {
    let content = &state.draft.as_ref()?.content;
    let name = match role {
        Role::Drafter => content.preparer.name.clone(),
        Role::Approver => content.approver.name.clone(),
        Role::Seal | Role::Coordinator => state.registry.agency(&content.agency)?.name.clone(),
    };
    Some(Holder { agency: content.agency.clone(), name, created: state.today })
}

fn download(name: &str, text: &str) -> Effect {
    Effect::Download { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
}

/// A key's file, told by its name and its first bytes: what is no PEM and is called .p12 or .pfx is a certificate's.
fn chosen(state: &mut State, name: String, bytes: Vec<u8>) -> Vec<Effect> {
    let ends = |end: &str| name.to_ascii_lowercase().ends_with(end);
    if ends(".p12") || ends(".pfx") {
        state.key = Some(HeldKey::Certified { file: bytes, name, entry: None });
    } else {
        let pem = String::from_utf8_lossy(&bytes).into_owned();
        if let Some(code) = pem_fault(&pem) {
            return refuse(state, signing_message(code, state.language));
        }
        state.key = Some(HeldKey::Made(KeyHeld { pem, name }));
    }
    (state.mark, state.key_names) = (None, Vec::new());
    vec![Effect::Focus(PASSWORD.to_owned())]
}

fn make(state: &mut State, password: Secret, again: &Secret) -> Vec<Effect> {
    let Some(role) = next_role(state) else {
        return refuse_with(state, no_role_left(state), &[]);
    };
    let Some(holder) = holder(state, role).filter(|holder| !holder.name.trim().is_empty()) else {
        return refuse_with(state, signing_phrases::NAME_FIRST, &[]);
    };
    if let Some(phrase) = password_fault(&password, again) {
        return refuse_with(state, phrase, &[]);
    }
    let order = ordered(state);
    state.busy = true;
    vec![Effect::MakeKey { order, password, role, holder }]
}

/// The key file is given at once: it stands nowhere else. The card follows on its own button, since browsers ask before
/// they save two files after one click. A key for another agency or role than is signed now is given, and not loaded.
fn made(state: &mut State, order: u64, pem: String, mark: KeyMark) -> Vec<Effect> {
    let waited = is_last(state, order);
    if waited {
        state.busy = false;
    }
    let card = match KeyCard::read(mark.card.as_bytes()) {
        Ok(card) => card,
        Err(error) => return refuse(state, signing_message(error.code(), state.language)),
    };
    let name = format!("36a_khoa_{}.pem", whose(&card.agency, card.role));
    let given = download(&name, &pem);
    let agency = state.draft.as_ref().map(|draft| &draft.content.agency);
    if !waited || agency != Some(&card.agency) || next_role(state) != Some(card.role) {
        state.notice = Some(Notice::Good(made_for_another(state, &card, &name)));
        return vec![given];
    }
    state.key = Some(HeldKey::Made(KeyHeld { pem, name }));
    state.mark = Some(mark);
    state.notice = Some(Notice::Good(state.say(phrases::KEY_MADE)));
    vec![given, Effect::Focus(PASSWORD.to_owned())]
}

fn made_for_another(state: &State, card: &KeyCard, file: &str) -> String {
    let agency = state.registry.agency(&card.agency).map_or_else(|| card.agency.to_string(), |of| of.name.clone());
    let role = role_name(card.role.as_str(), state.language).to_lowercase();
    let values = [("agency", agency.as_str()), ("role", &role), ("file", file)];
    signing_phrases::KEY_FOR_ANOTHER.with(state.language, &values)
}

fn save_card(state: &State) -> Vec<Effect> {
    let Some(mark) = &state.mark else { return Vec::new() };
    let Ok(card) = KeyCard::read(mark.card.as_bytes()) else { return Vec::new() };
    vec![download(&format!("36a_the-khoa_{}.json", whose(&card.agency, card.role)), &mark.card)]
}

/// Whose key, as file names carry it: the agency, and the role of whoever is not the drafter.
fn whose(agency: &AgencyId, role: Role) -> String {
    match role {
        Role::Approver => format!("{agency}_nguoi-duyet"),
        Role::Seal => format!("{agency}_con-dau"),
        Role::Drafter | Role::Coordinator => agency.to_string(),
    }
}
