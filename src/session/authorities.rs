//! Certificates of those who issue the signatory's: a token gives its own alone, and the coordinator may know but the root.

use super::action::{Action, Effect};
use super::orders::at_work;
use super::refusal::refuse_with;
use super::state::{Notice, State};
use crate::signing::{Certificate, Chain};
use crate::text::{phrases, signing_phrases};

/// So many are kept beside each other; a chain has fewer.
const MOST: usize = 20;

pub(super) fn with_authorities(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        _ if at_work(state) => refuse_with(state, phrases::WAIT_FOR_SIGNATURE, &[]),
        Action::AuthorityChosen { name, bytes } => choose(state, &name, &bytes),
        Action::DropAuthorities => {
            state.authorities.clear();
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn choose(state: &mut State, name: &str, bytes: &[u8]) -> Vec<Effect> {
    let read = Certificate::read(bytes).unwrap_or_default();
    if read.is_empty() || !read.iter().all(|certificate| certificate.facts().is_authority) {
        return refuse_with(state, signing_phrases::AUTHORITY_REFUSED, &[("name", name)]);
    }
    let new: Vec<Certificate> = read.into_iter().filter(|new| !state.authorities.contains(new)).collect();
    if state.authorities.len() + new.len() > MOST {
        return refuse_with(state, signing_phrases::AUTHORITIES_TOO_MANY, &[("name", name)]);
    }
    state.authorities.extend(new);
    let says = signing_phrases::AUTHORITY_CHOSEN.with(state.language, &[("name", name)]);
    state.notice = Some(Notice::Good(says));
    Vec::new()
}

/// The chain of this certificate with those that came along in its file and those that were chosen, or why there is none.
pub(super) fn chain(state: &State, leaf: Certificate, along: &[Certificate]) -> Result<Chain, String> {
    let issuer = leaf.facts().issuer.clone();
    Chain::completed(leaf, along, &state.authorities)
        .map_err(|_| signing_phrases::AUTHORITY_NOT_ABOVE.with(state.language, &[("issuer", &issuer)]))
}
