use super::action::{Action, Effect};
use super::checking::refresh;
use super::draft::Draft;
use super::hand::SignOrder;
use super::keeping::keep;
use super::orders::{at_work, call_off, is_last, ordered};
use super::own_key::holder;
use super::refusal::{refuse, refuse_with};
use super::secret::Secret;
use super::signatures::{ROLES, Standing, all_tried, fault_here, next_role, no_role_left, standing, try_signatures};
use super::state::{KeyMark, Notice, Screen, Section, State};
use super::update::{fit, show};
use crate::quarterly::{Justification, MOST_BYTES, Return, Signature, SignedFile, return_value, write};
use crate::registry::{AgencyId, Period, sha256_hex};
use crate::signing::{self, KeyCard, Role};
use crate::text::{guide_phrases, own_signing_message, phrases, role_name, signing_message, signing_phrases};
use std::rc::Rc;

/// The most bytes of a return that is signed: its file, indented and with signatures, is at most twice as long, and no
/// longer than is read again.
const LARGEST_RETURN: usize = MOST_BYTES / 2;

/// Names in the document of what comes next.
pub(super) const PASSWORD: &str = "password";
const NEW_PASSWORD: &str = "new-password";
const EXPORT: &str = "export";
const KEYS: &str = "key-names";
const ATTACH: &str = "attach";

/// Roles, signatures, the file.
pub(super) fn with_signature(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::ChooseRole(_) | Action::TakeOff(_) if at_work(state) => {
            refuse_with(state, phrases::WAIT_FOR_SIGNATURE, &[])
        }
        Action::ChooseRole(role) => {
            (state.role, state.elsewhere) = (Some(role), None);
            // A key is made, and its card written, for one role.
            (state.key, state.mark) = (None, None);
            Vec::new()
        }
        Action::Sign { password } => sign(state, password),
        Action::Signed { order, of, signature, mark } => take(state, order, &of, signature, mark),
        Action::SigningFailed { order, .. } | Action::SeveralKeys { order, .. } if !is_last(state, order) => Vec::new(),
        Action::SigningFailed { code, .. } => failed(state, code),
        Action::SeveralKeys { names, .. } => {
            state.signing = None;
            state.notice = Some(Notice::Bad(state.say(signing_phrases::CHOOSE_KEY_FIRST)));
            state.key_names = names;
            vec![Effect::Focus(KEYS.to_owned())]
        }
        Action::Export => export(state),
        Action::Unsign => unsign(state),
        Action::TakeOff(signature) => take_off(state, &signature),
        Action::Amend => amend(state),
        _ => Vec::new(),
    }
}

fn failed(state: &mut State, code: &str) -> Vec<Effect> {
    (state.busy, state.signing) = (false, None);
    state.notice = Some(Notice::Bad(own_signing_message(code, state.language)));
    let next = match (&state.elsewhere, &state.key) {
        (Some(_), _) => ATTACH,
        (None, Some(_)) => PASSWORD,
        (None, None) => NEW_PASSWORD,
    };
    vec![Effect::Focus(next.to_owned())]
}

/// Nothing of a key that was loaded stays, and nothing is waited for.
pub(super) fn let_go(state: &mut State) {
    (state.key, state.elsewhere) = (None, None);
    call_off(state);
    state.key_names.clear();
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
    let order = ordered(state);
    vec![Effect::Sign(Box::new(SignOrder { order, key, password, role, holder, payload }))]
}

/// The role in which the next signature is made and the bytes that it covers, or why none is.
pub(super) fn to_be_signed(state: &mut State) -> Result<(Role, Vec<u8>), String> {
    let signed = state.draft.as_ref().is_some_and(|draft| !draft.signatures.is_empty());
    let why = match () {
        () if at_work(state) => Some(state.say(phrases::WAIT_FOR_SIGNATURE)),
        () if state.draft.as_ref().is_some_and(|draft| draft.sample) => Some(state.say(guide_phrases::SAMPLE_UNSIGNED)),
        () if !state.verdict().can_sign() => Some(state.say(phrases::CANNOT_SIGN_YET)),
        () if signed && !all_tried(state) => Some(state.say(signing_phrases::NOT_TRIED_YET)),
        () => fault_here(state),
    };
    let role = match (why, next_role(state)) {
        (Some(why), _) => return Err(why),
        (None, None) => return Err(state.say(no_role_left(state))),
        (None, Some(role)) => role,
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
fn take(state: &mut State, order: u64, of: &str, signature: Signature, mark: Option<KeyMark>) -> Vec<Effect> {
    let waited = is_last(state, order);
    // What is signed meanwhile goes on.
    let signed = state.signing.take_if(|signing| waited && signing == of);
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
    let open = |role: &Role| Some(*role) != now && standing(state, *role) == Standing::Open;
    let left = ROLES.into_iter().find(open);
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

/// Takes one signature off, the others stay. If their file was not given yet it is given now: who wants the signature back
/// opens it.
fn take_off(state: &mut State, signature: &Signature) -> Vec<Effect> {
    let exported = state.exported;
    let Some(draft) = state.draft.as_mut() else { return Vec::new() };
    let Some(at) = draft.signatures.iter().position(|of| of == signature) else { return Vec::new() };
    let mut effects: Vec<Effect> = (!exported).then(|| file(draft)).into_iter().collect();
    draft.signatures.remove(at);
    if draft.signatures.is_empty() {
        unlock(state);
    }
    (state.signatures, state.untried, state.joining, state.exported) = (Vec::new(), None, None, true);
    let says = format!("{}{}", fitted(state), state.say(signing_phrases::TAKEN_OFF));
    state.notice = Some(Notice::Good(says));
    effects.extend(keep(state));
    effects.extend(try_signatures(state));
    effects
}

/// What was just said of a draft that came under another registry, to stand before something else.
fn fitted(state: &State) -> String {
    match &state.notice {
        Some(Notice::Good(says)) => format!("{says} "),
        _ => String::new(),
    }
}

/// Takes the signatures off and brings the return under the registry in use.
fn unlock(state: &mut State) {
    (state.signatures, state.untried, state.joining) = (Vec::new(), None, None);
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
