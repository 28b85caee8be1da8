//! The signatures of the open return: what is found about each, and who signs next.

use super::action::Effect;
use super::draft::Draft;
use super::keeping::keep;
use super::state::{Notice, State};
use crate::collect::SignatureFound;
use crate::quarterly::{Signature, SignedFile, write};
use crate::registry::sha256_hex;
use crate::signing::{KeyCard, Role, Ruling, fingerprint};
use crate::text::{Phrase, role_name, signature_sentence, signing_message, signing_phrases};
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

/// Signatures of the open return that another file of it brought: they are tried before they are put beside its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joining {
    /// The file's name.
    name: String,
    /// All signatures of that file.
    given: Vec<Signature>,
    /// SHA-256 of the return with its own signatures and those that are new.
    of: String,
}

/// Has the signatures of this file that the open return does not bear tried; nothing where it bears them all. The page
/// puts none of them beside its own before.
pub(super) fn try_joining(state: &mut State, name: &str, given: Vec<Signature>) -> Option<Effect> {
    let file = state.draft.as_ref().and_then(|draft| with_new(draft, &given))?;
    let of = mark(&file);
    state.joining = Some(Joining { name: name.to_owned(), given, of: of.clone() });
    Some(Effect::TrySignatures { of, file: Box::new(file), keyring: state.known.clone() })
}

/// The return with its own signatures, then those of this list that it does not bear; none where it bears them all.
fn with_new(draft: &Draft, given: &[Signature]) -> Option<SignedFile> {
    let mut signatures = draft.signatures.clone();
    for signature in given {
        if !signatures.contains(signature) {
            signatures.push(signature.clone());
        }
    }
    let more = signatures.len() > draft.signatures.len();
    more.then(|| SignedFile { content: draft.content.clone(), signatures })
}

/// Puts the new signatures beside the return's own in which nothing is wrong; of the others it is said why not.
fn join(state: &mut State, joining: Joining, found: Result<Vec<SignatureFound>, &'static str>) -> Vec<Effect> {
    let Some(draft) = state.draft.as_mut() else { return Vec::new() };
    let Some(file) = with_new(draft, &joining.given).filter(|file| mark(file) == joining.of) else { return Vec::new() };
    let own = draft.signatures.len();
    let (new, mut faults) = match found {
        Ok(found) => {
            let tried = file.signatures.into_iter().zip(found).skip(own);
            let (sound, others): (Vec<_>, Vec<_>) = tried.partition(|(_, found)| is_sound(found));
            let faults: Vec<String> =
                others.into_iter().map(|(_, found)| signature_sentence(&found, state.language)).collect();
            (sound.into_iter().map(|(signature, _)| signature).collect(), faults)
        }
        Err(code) => (Vec::new(), vec![signing_message(code, state.language)]),
    };
    draft.signatures.extend(new);
    state.exported = draft.signatures.iter().all(|signature| joining.given.contains(signature));
    if !faults.is_empty() {
        let count = faults.len().to_string();
        faults.dedup();
        let values = [("name", joining.name.as_str()), ("count", &count), ("why", &faults.join(" "))];
        state.notice = Some(Notice::Bad(signing_phrases::NOT_JOINED.with(state.language, &values)));
    }
    if state.draft.as_ref().is_some_and(|draft| draft.signatures.len() == own) {
        return Vec::new();
    }
    (state.signatures, state.untried) = (Vec::new(), None);
    let mut effects = keep(state);
    effects.extend(try_signatures(state));
    effects
}

/// What was found about the signatures. Of another file than the open one, or one that is joined with it, it is dropped.
pub(super) fn tried(state: &mut State, of: &str, found: Result<Vec<SignatureFound>, &'static str>) -> Vec<Effect> {
    if let Some(joining) = state.joining.take_if(|joining| joining.of == of) {
        return join(state, joining, found);
    }
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

/// How far a role is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// No signature names it.
    Open,
    /// A signature names it, and it is not known here whose that is.
    Claimed,
    /// Somebody who is known here has signed in it.
    Signed,
}

/// How far this role is signed. What a signature says of itself is only a claim: it never closes a role.
pub(super) fn standing(state: &State, role: Role) -> Standing {
    let named = state.signatures.iter().filter(|found| found.role.as_deref() == Some(role.as_str()));
    let of = |found: &SignatureFound| match Ruling::of_code(&found.code) {
        Some(Ruling::Valid) => Standing::Signed,
        _ => Standing::Claimed,
    };
    named.map(of).max().unwrap_or(Standing::Open)
}

/// The role in which the next signature is made: the one that was chosen, unless somebody known has signed in it, or else
/// the first that no signature names. None where there is none.
pub(super) fn next_role(state: &State) -> Option<Role> {
    let chosen = state.role.filter(|role| standing(state, *role) < Standing::Signed);
    chosen.or_else(|| ROLES.into_iter().find(|role| standing(state, *role) == Standing::Open))
}

/// Whether some role may still be signed in.
pub(super) fn any_role_left(state: &State) -> bool {
    ROLES.into_iter().any(|role| standing(state, role) < Standing::Signed)
}

/// Why no role is the next.
pub(super) fn no_role_left(state: &State) -> Phrase {
    if any_role_left(state) { signing_phrases::EACH_ROLE_IS_CLAIMED } else { signing_phrases::ALL_HAVE_SIGNED }
}

/// Whether something is wrong with a signature: nobody puts another one beside it.
pub(super) fn any_broken(state: &State) -> bool {
    state.signatures.iter().any(|found| !is_sound(found))
}

/// What is wrong with the first signature with which something is.
pub(super) fn fault_here(state: &State) -> Option<String> {
    let found = state.signatures.iter().find(|found| !is_sound(found))?;
    Some(match Ruling::of_code(&found.code) {
        Some(Ruling::Broken) => state.say(signing_phrases::BROKEN_HERE),
        _ => {
            let why = signature_sentence(found, state.language);
            signing_phrases::REFUSED_HERE.with(state.language, &[("why", &why)])
        }
    })
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
