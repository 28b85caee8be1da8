use super::action::{Action, Effect, Holder};
use super::checking::refresh;
use super::draft::Draft;
use super::hand::SignOrder;
use super::keeping::keep;
use super::refusal::{refuse, refuse_with};
use super::secret::Secret;
use super::signatures::{ROLES, all_tried, any_broken, has_signed, next_role, try_signatures};
use super::state::{HeldKey, KeyHeld, KeyMark, Notice, Screen, Section, State};
use super::update::{fit, show};
use crate::quarterly::{Justification, MOST_BYTES, Return, Signature, SignedFile, return_value, write};
use crate::registry::{AgencyId, Period, sha256_hex};
use crate::signing::{self, KeyCard, Role};
use crate::text::{Phrase, own_signing_message, phrases, role_name, signing_message, signing_phrases};
use std::rc::Rc;

/// The least length of a key's password, in characters.
const LEAST_PASSWORD: usize = 8;

/// The most bytes of a return that is signed: its file, indented and with signatures, is at most twice as long, and no
/// longer than is read again.
const LARGEST_RETURN: usize = MOST_BYTES / 2;

/// Names in the document of what comes next.
const PASSWORD: &str = "password";
const NEW_PASSWORD: &str = "new-password";
const EXPORT: &str = "export";
const KEYS: &str = "key-names";
const ATTACH: &str = "attach";

/// Keys, signatures, the file.
pub(super) fn with_key(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::MakeKey { password, again } => make_key(state, password, &again),
        Action::KeyMade { pem, mark } => key_made(state, pem, mark),
        Action::SaveKey => match &state.key {
            Some(HeldKey::Made(key)) => vec![download(&key.name, &key.pem)],
            _ => Vec::new(),
        },
        Action::SaveCard => save_card(state),
        Action::KeyChosen { name, bytes } => key_chosen(state, name, bytes),
        Action::ChooseRole(_) if state.busy || state.signing.is_some() => {
            refuse_with(state, phrases::WAIT_FOR_SIGNATURE, &[])
        }
        Action::ChooseRole(role) => {
            (state.role, state.elsewhere) = (Some(role), None);
            // A key is made, and its card written, for one role.
            (state.key, state.mark) = (None, None);
            Vec::new()
        }
        Action::ChooseKey(at) => {
            if let Some(HeldKey::Certified { entry, .. }) = &mut state.key {
                *entry = Some(at);
            }
            vec![Effect::Focus(PASSWORD.to_owned())]
        }
        Action::Sign { password } => sign(state, password),
        Action::Signed { of, signature, mark } => take(state, &of, signature, mark),
        Action::SigningFailed(code) => {
            (state.busy, state.signing) = (false, None);
            state.notice = Some(Notice::Bad(own_signing_message(code, state.language)));
            let next = match (&state.elsewhere, &state.key) {
                (Some(_), _) => ATTACH,
                (None, Some(_)) => PASSWORD,
                (None, None) => NEW_PASSWORD,
            };
            vec![Effect::Focus(next.to_owned())]
        }
        Action::SeveralKeys(names) => {
            state.signing = None;
            state.notice = Some(Notice::Bad(state.say(signing_phrases::CHOOSE_KEY_FIRST)));
            state.key_names = names;
            vec![Effect::Focus(KEYS.to_owned())]
        }
        Action::Export => export(state),
        Action::Unsign => unsign(state),
        Action::Amend => amend(state),
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

fn download(name: &str, text: &str) -> Effect {
    Effect::Download { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
}

/// A key's file, told by its name and its first bytes: what is no PEM and is called .p12 or .pfx is a certificate's.
fn key_chosen(state: &mut State, name: String, bytes: Vec<u8>) -> Vec<Effect> {
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

/// Nothing of a key that was loaded stays.
pub(super) fn let_go(state: &mut State) {
    (state.key, state.elsewhere) = (None, None);
    // A token that is being asked answers nobody any more.
    if state.token.take().is_some() {
        state.busy = false;
    }
    state.key_names.clear();
}

/// Who signs in this role, as the open return names them; a seal is the agency's own.
fn holder(state: &State, role: Role) -> Option<Holder> {
    let content = &state.draft.as_ref()?.content;
    let name = match role {
        Role::Drafter => content.preparer.name.clone(),
        Role::Approver => content.approver.name.clone(),
        Role::Seal | Role::Coordinator => state.registry.agency(&content.agency)?.name.clone(),
    };
    Some(Holder { agency: content.agency.clone(), name, created: state.today })
}

/// What is wrong with a new key's password.
pub(super) fn password_fault(password: &Secret, again: &Secret) -> Option<Phrase> {
    match password {
        password if password.as_str().chars().count() < LEAST_PASSWORD => Some(phrases::PASSWORD_SHORT),
        password if password != again => Some(phrases::PASSWORDS_DIFFER),
        _ => None,
    }
}

fn make_key(state: &mut State, password: Secret, again: &Secret) -> Vec<Effect> {
    let Some(role) = next_role(state) else {
        return Vec::new();
    };
    let Some(holder) = holder(state, role).filter(|holder| !holder.name.trim().is_empty()) else {
        return refuse_with(state, signing_phrases::NAME_FIRST, &[]);
    };
    if let Some(phrase) = password_fault(&password, again) {
        return refuse_with(state, phrase, &[]);
    }
    state.busy = true;
    vec![Effect::MakeKey { password, role, holder }]
}

/// The key file is given at once: it stands nowhere else. The card follows on its own button, since browsers ask before
/// they save two files after one click.
fn key_made(state: &mut State, pem: String, mark: KeyMark) -> Vec<Effect> {
    state.busy = false;
    let name = format!("36a_khoa_{}.pem", whose(state));
    let effect = download(&name, &pem);
    state.key = Some(HeldKey::Made(KeyHeld { pem, name }));
    state.mark = Some(mark);
    state.notice = Some(Notice::Good(state.say(phrases::KEY_MADE)));
    vec![effect, Effect::Focus(PASSWORD.to_owned())]
}

fn save_card(state: &State) -> Vec<Effect> {
    let Some(mark) = &state.mark else { return Vec::new() };
    let role = KeyCard::read(mark.card.as_bytes()).ok().map(|card| card.role);
    vec![download(&format!("36a_the-khoa_{}.json", whose_in(state, role)), &mark.card)]
}

/// Whose key, as file names carry it: the agency, and the role of whoever is not the drafter.
fn whose(state: &State) -> String {
    whose_in(state, next_role(state))
}

fn whose_in(state: &State, role: Option<Role>) -> String {
    let agency = agency(state);
    match role {
        Some(Role::Approver) => format!("{agency}_nguoi-duyet"),
        Some(Role::Seal) => format!("{agency}_con-dau"),
        _ => agency,
    }
}

/// The open return's agency, as file names carry it.
fn agency(state: &State) -> String {
    state.draft.as_ref().map(|draft| draft.content.agency.to_string()).unwrap_or_default()
}

fn sign(state: &mut State, password: Secret) -> Vec<Effect> {
    let (role, payload) = match to_be_signed(state) {
        Ok(both) => both,
        Err(says) => return refuse(state, says),
    };
    let (Some(key), Some(holder)) = (state.key.clone(), holder(state, role)) else {
        return refuse_with(state, phrases::NO_KEY, &[]);
    };
    state.signing = Some(sha256_hex(&payload));
    vec![Effect::Sign(Box::new(SignOrder { key, password, role, holder, payload }))]
}

/// The role in which the next signature is made and the bytes that it covers, or why none is.
pub(super) fn to_be_signed(state: &mut State) -> Result<(Role, Vec<u8>), String> {
    let signed = state.draft.as_ref().is_some_and(|draft| !draft.signatures.is_empty());
    let why = match next_role(state) {
        _ if state.busy || state.signing.is_some() => Some(phrases::WAIT_FOR_SIGNATURE),
        _ if !state.verdict().can_sign() => Some(phrases::CANNOT_SIGN_YET),
        _ if signed && !all_tried(state) => Some(signing_phrases::NOT_TRIED_YET),
        _ if any_broken(state) => Some(signing_phrases::BROKEN_HERE),
        None => Some(signing_phrases::ALL_HAVE_SIGNED),
        Some(_) => None,
    };
    let role = match (why, next_role(state)) {
        (None, Some(role)) => role,
        (why, _) => return Err(state.say(why.unwrap_or(signing_phrases::ALL_HAVE_SIGNED))),
    };
    if !signed {
        drop_idle_justifications(state);
    }
    let payload = payload(state).map_err(|error| signing_message(error.code(), state.language))?;
    if payload.len() > LARGEST_RETURN { Err(state.say(phrases::RETURN_TOO_LARGE)) } else { Ok((role, payload)) }
}

/// The bytes of the open return that a signature covers.
fn payload(state: &State) -> Result<Vec<u8>, signing::SigningError> {
    let content = state.draft.as_ref().map(|draft| return_value(&draft.content));
    signing::canonical(&content.unwrap_or_default())
}

/// Takes back reasons for warnings that are no more: they are shown nowhere, and what is not shown is not signed.
fn drop_idle_justifications(state: &mut State) {
    let findings = &state.findings;
    if let Some(draft) = &mut state.draft {
        let holds =
            |given: &Justification| findings.iter().any(|found| found.is_justified(std::slice::from_ref(given)));
        draft.content.justifications.retain(holds);
    }
}

/// Takes the signature, if it is of the return as it is now, and lets the key go.
fn take(state: &mut State, of: &str, signature: Signature, mark: Option<KeyMark>) -> Vec<Effect> {
    // What is signed meanwhile goes on.
    let signed = state.signing.take_if(|signing| signing == of);
    let now = payload(state).ok().map(|payload| sha256_hex(&payload));
    let Some(draft) = state.draft.as_mut().filter(|_| signed.is_some() && signed == now) else {
        return refuse_with(state, phrases::SIGNATURE_DROPPED, &[]);
    };
    draft.signatures.push(signature);
    let says = signed_words(state);
    if let Some(card) = mark.as_ref().and_then(|mark| KeyCard::read(mark.card.as_bytes()).ok()) {
        Rc::make_mut(&mut state.known).add(card);
    }
    let_go(state);
    (state.mark, state.role, state.exported) = (mark, None, false);
    state.notice = Some(Notice::Good(says));
    let mut effects = keep(state);
    effects.extend(try_signatures(state));
    effects.push(Effect::Focus(EXPORT.to_owned()));
    effects
}

/// What is said once somebody has signed: to whom the file goes.
fn signed_words(state: &State) -> String {
    let now = next_role(state);
    let left = ROLES.into_iter().find(|role| Some(*role) != now && !has_signed(state, *role));
    left.map_or_else(
        || state.say(phrases::SIGNED),
        |role| {
            let name = role_name(role.as_str(), state.language).to_lowercase();
            signing_phrases::SIGNED_NEXT.with(state.language, &[("role", &name)])
        },
    )
}

fn export(state: &mut State) -> Vec<Effect> {
    let Some(draft) = state.draft.as_ref().filter(|draft| !draft.signatures.is_empty()) else {
        return refuse_with(state, phrases::SIGN_FIRST, &[]);
    };
    state.exported = true;
    vec![file(draft)]
}

fn file(draft: &Draft) -> Effect {
    let file = SignedFile { content: draft.content.clone(), signatures: draft.signatures.clone() };
    Effect::Download { name: file_name(&draft.content), bytes: write(&file) }
}

/// The name of a return's file: `36a_2017-Q2_bo-tai-chinh_r1.json`.
pub(super) fn file_name(content: &Return) -> String {
    file_name_of(content.period, &content.agency, content.revision)
}

pub(super) fn file_name_of(period: Period, agency: &AgencyId, revision: u32) -> String {
    format!("36a_{period}_{agency}_r{revision}.json")
}

fn unsign(state: &mut State) -> Vec<Effect> {
    unlock(state);
    let mut effects = keep(state);
    effects.extend(show(state, Screen::Sections));
    effects
}

/// Takes the signatures off and brings the return under the registry in use.
fn unlock(state: &mut State) {
    (state.signatures, state.untried) = (Vec::new(), None);
    let_go(state);
    if let Some(mut draft) = state.draft.take() {
        draft.signatures.clear();
        fit(state, &mut draft);
        state.draft = Some(draft);
    }
    refresh(state);
}

/// The next revision: it names the canonical bytes that it takes the place of, and must say why. If their file was not
/// given yet it is given now, for it will stand nowhere else.
fn amend(state: &mut State) -> Vec<Effect> {
    let bytes = payload(state);
    let Some(draft) = state.draft.as_mut().filter(|draft| !draft.signatures.is_empty()) else {
        return Vec::new();
    };
    let (Ok(bytes), Some(revision)) = (bytes, draft.content.revision.checked_add(1)) else {
        return refuse_with(state, phrases::CANNOT_AMEND, &[]);
    };
    let mut effects: Vec<Effect> = (!state.exported).then(|| file(draft)).into_iter().collect();
    draft.content.supersedes = Some(sha256_hex(&bytes));
    draft.content.revision = revision;
    draft.content.amendment_reason = String::new();
    unlock(state);
    effects.extend(keep(state));
    effects.extend(show(state, Screen::Section(Section::Heading)));
    effects
}
