use super::action::{Action, Effect, Holder};
use super::state::{KeyHeld, KeyMark, Notice, Screen, Section, State};
use super::update::{keep, refresh, show};
use crate::quarterly::{Return, Signature, SignedFile, return_value, write};
use crate::registry::sha256_hex;
use crate::signing;
use crate::text::{Phrase, phrases, signing_message};

/// The least length of a key's password, in characters.
const LEAST_PASSWORD: usize = 8;

/// Keys, signatures, the file.
pub(super) fn signed(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::MakeKey { password, again } => make_key(state, password, &again),
        Action::KeyMade { pem, mark } => key_made(state, pem, mark),
        Action::SaveKey => state.key.iter().map(|key| download(&key.name, &key.pem)).collect(),
        Action::SaveCard => save_card(state),
        Action::KeyChosen { name, pem } => {
            state.key = Some(KeyHeld { pem, name, mark: None });
            Vec::new()
        }
        Action::Sign { password } => sign(state, password),
        Action::Signed { signature, mark } => take(state, signature, mark),
        Action::SigningFailed(code) => {
            state.busy = false;
            let says = signing_message(code, state.language);
            refuse(state, says)
        }
        Action::Export => export(state),
        Action::Unsign => unsign(state),
        Action::Amend => amend(state),
        _ => Vec::new(),
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

fn make_key(state: &mut State, password: String, again: &str) -> Vec<Effect> {
    let Some(holder) = holder(state) else {
        return Vec::new();
    };
    if password.chars().count() < LEAST_PASSWORD {
        return refuse_with(state, phrases::PASSWORD_SHORT);
    }
    if password != again {
        return refuse_with(state, phrases::PASSWORDS_DIFFER);
    }
    state.busy = true;
    vec![Effect::MakeKey { password, holder }]
}

/// The key file is given at once: it stands nowhere else. The card follows on its own button, since browsers ask before
/// they save two files after one click.
fn key_made(state: &mut State, pem: String, mark: KeyMark) -> Vec<Effect> {
    state.busy = false;
    let agency = state.agency.as_ref().map(ToString::to_string).unwrap_or_default();
    let name = format!("36a_khoa_{agency}.pem");
    let effect = download(&name, &pem);
    state.key = Some(KeyHeld { pem, name, mark: Some(mark) });
    state.notice = Some(Notice::Good(state.say(phrases::KEY_MADE)));
    vec![effect]
}

fn save_card(state: &State) -> Vec<Effect> {
    let agency = state.agency.as_ref().map(ToString::to_string).unwrap_or_default();
    let marks = state.key.iter().filter_map(|key| key.mark.as_ref());
    marks.map(|mark| download(&format!("36a_the-khoa_{agency}.json"), &mark.card)).collect()
}

fn sign(state: &mut State, password: String) -> Vec<Effect> {
    if !state.verdict().can_sign() {
        return refuse_with(state, phrases::CANNOT_SIGN_YET);
    }
    let (Some(key), Some(draft), Some(holder)) = (&state.key, &state.draft, holder(state)) else {
        return refuse_with(state, phrases::NO_KEY);
    };
    match signing::canonical(&return_value(&draft.content)) {
        Ok(payload) => {
            let pem = key.pem.clone();
            state.busy = true;
            vec![Effect::Sign { pem, password, holder, payload }]
        }
        Err(error) => {
            let says = signing_message(error.code(), state.language);
            refuse(state, says)
        }
    }
}

fn take(state: &mut State, signature: Signature, mark: KeyMark) -> Vec<Effect> {
    state.busy = false;
    if let Some(key) = &mut state.key {
        key.mark = Some(mark);
    }
    if let Some(draft) = &mut state.draft {
        draft.signatures.push(signature);
    }
    state.signature_codes.push("signing/valid");
    state.notice = Some(Notice::Good(state.say(phrases::SIGNED)));
    keep(state)
}

fn export(state: &mut State) -> Vec<Effect> {
    let Some(draft) = state.draft.as_ref().filter(|draft| !draft.signatures.is_empty()) else {
        return refuse_with(state, phrases::SIGN_FIRST);
    };
    let file = SignedFile { content: draft.content.clone(), signatures: draft.signatures.clone() };
    vec![Effect::Download { name: file_name(&draft.content), bytes: write(&file) }]
}

/// The name of a return's file: `36a_2017-Q2_bo-tai-chinh_r1.json`.
pub(super) fn file_name(content: &Return) -> String {
    format!("36a_{}_{}_r{}.json", content.period, content.agency, content.revision)
}

fn unsign(state: &mut State) -> Vec<Effect> {
    if let Some(draft) = &mut state.draft {
        draft.signatures.clear();
    }
    state.signature_codes.clear();
    let mut effects = keep(state);
    effects.extend(show(state, Screen::Sections));
    effects
}

/// The next revision: it names the canonical bytes that it takes the place of, and must say why.
fn amend(state: &mut State) -> Vec<Effect> {
    let Some(draft) = state.draft.as_mut().filter(|draft| !draft.signatures.is_empty()) else {
        return Vec::new();
    };
    let Ok(bytes) = signing::canonical(&return_value(&draft.content)) else {
        return refuse_with(state, phrases::CANNOT_SIGN_YET);
    };
    draft.content.supersedes = Some(sha256_hex(&bytes));
    draft.content.revision += 1;
    draft.content.amendment_reason = String::new();
    draft.signatures.clear();
    state.signature_codes.clear();
    refresh(state);
    let mut effects = keep(state);
    effects.extend(show(state, Screen::Section(Section::Heading)));
    effects
}
