//! The signed registry that the page carries, and the one that the browser kept: in use from the start, or said not to be.

use super::{Ready, put_into_use};
use crate::collect::{Edition, EditionRefusal, Issuer, Proof, successor};
use crate::quarterly::{ReadErrorCode, Signed, read_signed};
use crate::rules::RuleSet;
use crate::session::state::{Notice, State};
use crate::text::{Phrase, phrases, registry_name, signing_message};
use crate::vietnamese::Date;

impl State {
    /// The signed registry that the page's file carries takes the place of the program's own, before anything is shown, if
    /// its signature is right; else that is said. Whoever made the page vouches for its key.
    pub fn with_carried(mut self, carried: Result<Edition, KeptFault>) -> Self {
        let ready = carried.and_then(|edition| {
            let rules = RuleSet::compile(&edition.content.rule).map_err(|_| KeptFault::Damaged)?;
            Ready::of(edition, rules).map_err(|_| KeptFault::Damaged)
        });
        match ready {
            Ok(ready) => {
                self.built = ready.clone();
                put_into_use(&mut self, ready);
            }
            Err(fault) => self.carried_fault = Some(fault),
        }
        self
    }

    /// What the registry was that the browser kept, before anything is shown: it is in use from the start if its signature
    /// is right, else the page's own is, and that is said. Any page opened from disk may have put it there: nobody vouches
    /// for its key before that was compared again, unless the page's own registry is signed by it.
    pub fn with_kept(mut self, kept: Result<Edition, KeptFault>) -> Self {
        let ready = kept.and_then(|edition| {
            let rules = successor(&edition.content, &self.registry).map_err(KeptFault::Refused)?;
            Ready::of(edition, rules).map_err(|_| KeptFault::Damaged)
        });
        match ready {
            Ok(ready) => {
                let key = |issued: &Option<(Issuer, Date)>| issued.as_ref().map(|(issuer, _)| issuer.key);
                self.vouched = key(&ready.issued) == key(&self.built.issued);
                put_into_use(&mut self, ready);
            }
            Err(KeptFault::Refused(EditionRefusal::Same(_))) => {}
            Err(fault) => self.kept_fault = Some(fault),
        }
        self
    }
}

/// Why the registry that the browser kept is not in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeptFault {
    /// It cannot be read, or its signature is not right.
    Damaged,
    /// It is of a newer program.
    Newer,
    /// Its signature could not be tried: a code of the signing room.
    Untried(&'static str),
    /// It is no successor of the page's own.
    Refused(EditionRefusal),
}

/// The edition in a text, and the proof of its signature, which is to be tried before the edition is used.
pub fn edition_in(text: &str) -> Result<(Edition, Proof), KeptFault> {
    let file: Signed<Edition> = read_signed(text.as_bytes()).map_err(|error| match error.code() {
        ReadErrorCode::NewerSchema => KeptFault::Newer,
        _ => KeptFault::Damaged,
    })?;
    let proof = Proof::of(&file).ok_or(KeptFault::Damaged)?;
    Ok((file.content, proof))
}

/// What is said at the start where the kept registry is not in use, or the one that the page carries.
pub(in crate::session) fn say_faults(state: &mut State) {
    let registry = registry_name(&state.registry);
    let says = |phrase: Phrase, why: &str| phrase.with(state.language, &[("registry", &registry), ("why", why)]);
    let carried = state.carried_fault.as_ref().map(|fault| match fault {
        KeptFault::Untried(code) => says(phrases::REGISTRY_UNTRIED, &signing_message(code, state.language)),
        KeptFault::Damaged | KeptFault::Newer | KeptFault::Refused(_) => says(phrases::REGISTRY_CARRIED_DAMAGED, ""),
    });
    let kept = state.kept_fault.as_ref().map(|fault| match fault {
        KeptFault::Untried(code) => says(phrases::REGISTRY_UNTRIED, &signing_message(code, state.language)),
        KeptFault::Damaged => says(phrases::REGISTRY_DAMAGED, ""),
        KeptFault::Newer => says(phrases::REGISTRY_NEWER, ""),
        KeptFault::Refused(_) => says(phrases::REGISTRY_OUTDATED, ""),
    });
    let told: Vec<String> = carried.into_iter().chain(kept).collect();
    (state.carried_fault, state.kept_fault) = (None, None);
    if !told.is_empty() {
        state.notice = Some(Notice::Bad(told.join(" ")));
    }
}
