//! The signatures of the open return: what is found about each, and who signs next.

use super::action::Effect;
use super::state::{Notice, State};
use crate::collect::SignatureFound;
use crate::quarterly::{SignedFile, write};
use crate::registry::sha256_hex;
use crate::signing::{KeyCard, Role, Ruling, fingerprint};
use crate::text::{role_name, signing_phrases};
use std::rc::Rc;

/// The roles in which an agency signs, in the order in which it does.
pub const ROLES: [Role; 3] = [Role::Drafter, Role::Approver, Role::Seal];

/// Has the signatures of the open return tried by the keys that are known; nothing where there are none.
pub(super) fn try_signatures(state: &State) -> Option<Effect> {
    let file = signed(state)?;
    Some(Effect::TrySignatures { of: mark(&file), file: Box::new(file), keyring: state.known.clone() })
}

fn signed(state: &State) -> Option<SignedFile> {
    let draft = state.draft.as_ref().filter(|draft| !draft.signatures.is_empty())?;
    Some(SignedFile { content: draft.content.clone(), signatures: draft.signatures.clone() })
}

/// What tells one file from another, its signatures included.
fn mark(file: &SignedFile) -> String {
    sha256_hex(&write(file))
}

/// What was found about the signatures. Of another file than the open one it is dropped.
pub(super) fn tried(state: &mut State, of: &str, found: Result<Vec<SignatureFound>, &'static str>) -> Vec<Effect> {
    if signed(state).is_some_and(|file| mark(&file) == of) {
        match found {
            Ok(found) => (state.signatures, state.untried) = (found, None),
            Err(code) => (state.signatures, state.untried) = (Vec::new(), Some(code)),
        }
    }
    Vec::new()
}

/// Whether it is known of every signature of the open return what it is worth.
pub(super) fn all_tried(state: &State) -> bool {
    state.draft.as_ref().is_some_and(|draft| draft.signatures.len() == state.signatures.len())
}

/// Whether somebody has signed in this role, or says so.
pub(super) fn has_signed(state: &State, role: Role) -> bool {
    state.signatures.iter().any(|found| found.role.as_deref() == Some(role.as_str()))
}

/// The role in which the next signature is made: the one that was chosen, or the first in which nobody has signed. None
/// where everybody has.
pub(super) fn next_role(state: &State) -> Option<Role> {
    let free = |role: &Role| !has_signed(state, *role);
    state.role.filter(free).or_else(|| ROLES.into_iter().find(free))
}

/// Whether a signature does not fit what it stands on: nobody puts another one beside it.
pub(super) fn any_broken(state: &State) -> bool {
    state.signatures.iter().any(|found| !is_sound(found))
}

/// The card of somebody of the open return's agency: the signatures by its key are known from now on.
pub(super) fn know(state: &mut State, card: KeyCard) -> Vec<Effect> {
    let says = signing_phrases::CARD_KNOWN.with(
        state.language,
        &[
            ("name", card.name.as_str()),
            ("role", role_name(card.role.as_str(), state.language)),
            ("fingerprint", &fingerprint(&card.key.thumbprint())),
        ],
    );
    Rc::make_mut(&mut state.known).add(card);
    state.notice = Some(Notice::Good(says));
    try_signatures(state).into_iter().collect()
}

/// Whether nothing is wrong with the signature, though it may be open whose it is.
pub(super) fn is_sound(found: &SignatureFound) -> bool {
    matches!(
        Ruling::of_code(&found.code),
        Some(Ruling::Valid | Ruling::UnknownKey | Ruling::CertificateUnknown | Ruling::ChainUntrusted)
    )
}
