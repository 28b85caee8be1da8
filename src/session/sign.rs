use super::action::{Action, Effect, Holder};
use super::checking::refresh;
use super::draft::Draft;
use super::keeping::keep;
use super::secret::Secret;
use super::state::{KeyHeld, KeyMark, Notice, Screen, Section, State};
use super::update::{fit, show};
use crate::quarterly::{Justification, MOST_BYTES, Return, Signature, SignedFile, return_value, write};
use crate::registry::{AgencyId, Period, sha256_hex};
use crate::signing;
use crate::text::{Phrase, phrases, signing_message};

/// The least length of a key's password, in characters.
const LEAST_PASSWORD: usize = 8;

/// The most bytes of a return that is signed: its file, indented and with signatures, is at most twice as long, and no
/// longer than is read again.
const LARGEST_RETURN: usize = MOST_BYTES / 2;

/// Names in the document of what comes next.
const PASSWORD: &str = "password";
const NEW_PASSWORD: &str = "new-password";
const EXPORT: &str = "export";

/// Keys, signatures, the file.
pub(super) fn with_key(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::MakeKey { password, again } => make_key(state, password, &again),
        Action::KeyMade { pem, mark } => key_made(state, pem, mark),
        Action::SaveKey => state.key.iter().map(|key| download(&key.name, &key.pem)).collect(),
        Action::SaveCard => save_card(state),
        Action::KeyChosen { name, pem } => {
            if let Some(code) = pem_fault(&pem) {
                return refuse(state, signing_message(code, state.language));
            }
            state.key = Some(KeyHeld { pem, name });
            state.mark = None;
            vec![Effect::Focus(PASSWORD.to_owned())]
        }
        Action::Sign { password } => sign(state, password),
        Action::Signed { signature, mark } => take(state, signature, mark),
        Action::SigningFailed(code) => {
            (state.busy, state.signing) = (false, None);
            state.notice = Some(Notice::Bad(signing_message(code, state.language)));
            let next = if state.key.is_some() { PASSWORD } else { NEW_PASSWORD };
            vec![Effect::Focus(next.to_owned())]
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

fn refuse(state: &mut State, says: String) -> Vec<Effect> {
    state.notice = Some(Notice::Bad(says));
    Vec::new()
}

fn refuse_with(state: &mut State, phrase: Phrase) -> Vec<Effect> {
    let says = state.say(phrase);
    refuse(state, says)
}

fn download(name: &str, text: &str) -> Effect {
    Effect::Download { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
}

/// Who signs, as the open return names them.
fn holder(state: &State) -> Option<Holder> {
    let content = &state.draft.as_ref()?.content;
    Some(Holder { agency: content.agency.clone(), name: content.preparer.name.clone(), created: state.today })
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
    let Some(holder) = holder(state) else {
        return Vec::new();
    };
    if let Some(phrase) = password_fault(&password, again) {
        return refuse_with(state, phrase);
    }
    state.busy = true;
    vec![Effect::MakeKey { password, holder }]
}

/// The key file is given at once: it stands nowhere else. The card follows on its own button, since browsers ask before
/// they save two files after one click.
fn key_made(state: &mut State, pem: String, mark: KeyMark) -> Vec<Effect> {
    state.busy = false;
    let name = format!("36a_khoa_{}.pem", agency(state));
    let effect = download(&name, &pem);
    state.key = Some(KeyHeld { pem, name });
    state.mark = Some(mark);
    state.notice = Some(Notice::Good(state.say(phrases::KEY_MADE)));
    vec![effect, Effect::Focus(PASSWORD.to_owned())]
}

fn save_card(state: &State) -> Vec<Effect> {
    state.mark.iter().map(|mark| download(&format!("36a_the-khoa_{}.json", agency(state)), &mark.card)).collect()
}

/// The open return's agency, as file names carry it.
fn agency(state: &State) -> String {
    state.draft.as_ref().map(|draft| draft.content.agency.to_string()).unwrap_or_default()
}

fn sign(state: &mut State, password: Secret) -> Vec<Effect> {
    if state.busy || state.signing.is_some() {
        return refuse_with(state, phrases::WAIT_FOR_SIGNATURE);
    }
    if !state.verdict().can_sign() || state.draft.as_ref().is_some_and(|draft| !draft.signatures.is_empty()) {
        return refuse_with(state, phrases::CANNOT_SIGN_YET);
    }
    let (Some(pem), Some(holder)) = (state.key.as_ref().map(|key| key.pem.clone()), holder(state)) else {
        return refuse_with(state, phrases::NO_KEY);
    };
    drop_idle_justifications(state);
    match payload(state) {
        Ok(payload) if payload.len() > LARGEST_RETURN => refuse_with(state, phrases::RETURN_TOO_LARGE),
        Ok(payload) => {
            state.signing = Some(sha256_hex(&payload));
            vec![Effect::Sign { pem, password, holder, payload }]
        }
        Err(error) => {
            let says = signing_message(error.code(), state.language);
            refuse(state, says)
        }
    }
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
fn take(state: &mut State, signature: Signature, mark: KeyMark) -> Vec<Effect> {
    let signed = state.signing.take();
    let now = payload(state).ok().map(|payload| sha256_hex(&payload));
    let Some(draft) = state.draft.as_mut().filter(|_| signed.is_some() && signed == now) else {
        return refuse_with(state, phrases::SIGNATURE_DROPPED);
    };
    draft.signatures.push(signature);
    (state.key, state.mark, state.exported) = (None, Some(mark), false);
    state.signature_codes.push("signing/valid");
    state.notice = Some(Notice::Good(state.say(phrases::SIGNED)));
    let mut effects = keep(state);
    effects.push(Effect::Focus(EXPORT.to_owned()));
    effects
}

fn export(state: &mut State) -> Vec<Effect> {
    let Some(draft) = state.draft.as_ref().filter(|draft| !draft.signatures.is_empty()) else {
        return refuse_with(state, phrases::SIGN_FIRST);
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
    state.signature_codes.clear();
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
        return refuse_with(state, phrases::CANNOT_AMEND);
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
