//! The registry that the browser kept: in use from the start, or said not to be.

use super::{Ready, put_into_use};
use crate::collect::{Edition, EditionRefusal, Proof, successor};
use crate::quarterly::{Signed, read_signed};
use crate::session::state::{Notice, State};
use crate::text::{phrases, registry_name};

impl State {
    /// What the registry was that the browser kept, before anything is shown: it is in use from the start if its signature
    /// is right, else the page's own is, and that is said.
    pub fn with_kept(mut self, kept: Result<Edition, KeptFault>) -> Self {
        let ready = kept.and_then(|edition| {
            let rules = successor(&edition.content, &self.registry).map_err(KeptFault::Refused)?;
            Ready::of(edition, rules).map_err(|_| KeptFault::Damaged)
        });
        match ready {
            Ok(ready) => put_into_use(&mut self, ready),
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
    /// It is no successor of the page's own.
    Refused(EditionRefusal),
}

/// The edition in a kept text, and the proof of its signature, which is to be tried before the edition is used.
pub fn kept_edition(text: &str) -> Result<(Edition, Proof), KeptFault> {
    let file: Signed<Edition> = read_signed(text.as_bytes()).map_err(|_| KeptFault::Damaged)?;
    let proof = Proof::of(&file).ok_or(KeptFault::Damaged)?;
    Ok((file.content, proof))
}

/// What is said at the start where the kept registry is not in use.
pub(in crate::session) fn say_kept_fault(state: &mut State) {
    let says = match state.kept_fault.take() {
        None => return,
        Some(KeptFault::Damaged) => phrases::REGISTRY_DAMAGED,
        Some(KeptFault::Refused(_)) => phrases::REGISTRY_OUTDATED,
    };
    let values = [("registry", registry_name(&state.registry))];
    let says = says.with(state.language, &values.each_ref().map(|(name, value)| (*name, value.as_str())));
    state.notice = Some(Notice::Bad(says));
}
