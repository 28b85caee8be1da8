//! Revocation lists: whose key has signed each, and which of them another one replaces.

use super::cards::changed;
use super::{Desk, DeskEffect};
use crate::session::action::Effect;
use crate::session::state::{Notice, State};
use crate::signing::{Certificate, Crl, Primitives, SigningError};
use crate::text::{keyring_phrases, signing_message};
use crate::vietnamese::moment_text;
use std::collections::BTreeMap;
use std::rc::Rc;

/// By a list's SHA-256, the thumbprint of the trusted key that was found to have signed it; none where no such key did.
pub type Signers = BTreeMap<String, Option<String>>;

/// What is known of revocation lists beside the keyring, which says nothing of their signatures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lists {
    /// Whose key has signed the lists that were tried.
    pub signers: Signers,
    /// Lists that come into the keyring once they were tried.
    coming: Vec<Crl>,
    beside: Beside,
    /// The roots by whose keys lists were last asked to be tried, by thumbprint.
    roots: Vec<String>,
    /// Whether there was no answer to that.
    has_failed: bool,
}

/// What is known of one list's signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vouching {
    /// A trusted key has made it.
    Vouched,
    /// No trusted key has.
    Nobody,
    /// It is being tried.
    Tried,
    /// It could not be tried.
    Failed,
}

/// What came in the same files as lists, to be told when they were tried.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Beside {
    /// How many lists were here already.
    pub known: usize,
    /// What is said of files that hold no list.
    pub refused: Vec<String>,
}

impl Lists {
    /// What is known of this list's signature.
    pub fn vouching(&self, crl: &Crl) -> Vouching {
        match self.signers.get(crl.sha256()) {
            Some(Some(_)) => Vouching::Vouched,
            Some(None) => Vouching::Nobody,
            None if self.has_failed => Vouching::Failed,
            None => Vouching::Tried,
        }
    }

    fn signer(&self, crl: &Crl) -> Option<String> {
        self.signers.get(crl.sha256()).cloned().flatten()
    }
}

/// Tries each list's signature by the keys of these authorities, for [`RingAction::CrlsTried`](super::RingAction::CrlsTried).
///
/// # Errors
/// Where the primitives could not answer.
pub async fn signers<P: Primitives>(
    primitives: &P,
    crls: &[Crl],
    anchors: &[Certificate],
) -> Result<Signers, SigningError> {
    let mut signers = Signers::new();
    for crl in crls {
        let issuer = crl.issuer_among(primitives, anchors).await?;
        signers.insert(crl.sha256().to_owned(), issuer.map(Certificate::key_thumbprint));
    }
    Ok(signers)
}

/// Has the signatures of all lists tried, of those that come and of those that are there. What was found by other roots says
/// nothing any more.
pub(super) fn to_try(desk: &mut Desk) -> Vec<Effect> {
    let crls: Vec<Crl> = desk.keyring.crls().iter().chain(&desk.lists.coming).cloned().collect();
    let roots = roots(desk);
    if desk.lists.roots != roots {
        desk.lists.signers.clear();
    }
    (desk.lists.roots, desk.lists.has_failed) = (roots, false);
    if crls.is_empty() {
        return Vec::new();
    }
    vec![Effect::Desk(DeskEffect::TryCrls { crls, anchors: desk.keyring.anchors().to_vec() })]
}

/// The same where roots came or went: others may vouch for the lists now.
pub(super) fn again(desk: &mut Desk) -> Vec<Effect> {
    if desk.lists.roots == roots(desk) { Vec::new() } else { to_try(desk) }
}

fn roots(desk: &Desk) -> Vec<String> {
    desk.keyring.anchors().iter().map(|anchor| anchor.thumbprint().to_owned()).collect()
}

/// Has lists come in once their signatures were tried. They need no comparing: only what a trusted key has signed counts.
pub(super) fn bring(state: &mut State, desk: &mut Desk, crls: Vec<Crl>, beside: Beside) -> Vec<Effect> {
    desk.lists.coming.extend(crls);
    desk.lists.beside.known += beside.known;
    desk.lists.beside.refused.extend(beside.refused);
    if desk.lists.coming.is_empty() {
        say(state, desk, &Settled::default());
        return Vec::new();
    }
    to_try(desk)
}

/// Whether a list is there or on its way.
pub(super) fn is_known(desk: &Desk, crl: &Crl) -> bool {
    desk.keyring.crls().contains(crl) || desk.lists.coming.contains(crl)
}

/// The signatures were tried by these roots: what comes takes its place, and what a newer one replaces goes. An answer by
/// roots that have changed since is passed over, since the lists are being tried again.
pub(super) fn tried(
    state: &mut State,
    desk: &mut Desk,
    anchors: &[String],
    outcome: Result<Signers, &'static str>,
) -> Vec<Effect> {
    if roots(desk) != anchors {
        return Vec::new();
    }
    let signers = match outcome {
        Ok(signers) => signers,
        Err(code) => return untried(state, desk, code),
    };
    let coming = std::mem::take(&mut desk.lists.coming);
    let (coming, waiting) = coming.into_iter().partition(|crl| signers.contains_key(crl.sha256()));
    desk.lists.coming = waiting;
    desk.lists.signers.extend(signers);
    desk.lists.has_failed = false;
    let settled = settle(desk, coming);
    say(state, desk, &settled);
    if settled.new.is_empty() && settled.replaced.is_empty() { Vec::new() } else { changed(desk) }
}

/// Lists that cannot be tried do not come in.
fn untried(state: &mut State, desk: &mut Desk, code: &'static str) -> Vec<Effect> {
    desk.lists.beside = Beside::default();
    desk.lists.has_failed = true;
    if !std::mem::take(&mut desk.lists.coming).is_empty() {
        state.notice = Some(Notice::Bad(signing_message(code, state.language)));
    }
    Vec::new()
}

/// What became of lists.
#[derive(Default)]
struct Settled {
    new: Vec<Crl>,
    /// Those that were there, and that others stand in for.
    replaced: Vec<Crl>,
    /// Those that came, and that others stand in for.
    older: Vec<Crl>,
}

fn settle(desk: &mut Desk, coming: Vec<Crl>) -> Settled {
    let before = desk.keyring.crls().to_vec();
    let keyring = Rc::make_mut(&mut desk.keyring);
    for crl in &coming {
        keyring.add_crl(crl.clone());
    }
    let lists = &desk.lists;
    keyring.drop_replaced(|crl| lists.signer(crl));
    let stays = |crl: &Crl| keyring.crls().contains(crl);
    let replaced = before.iter().filter(|crl| !stays(crl)).cloned().collect();
    let coming = coming.into_iter().filter(|crl| !before.contains(crl));
    let (new, older) = coming.partition(stays);
    Settled { new, replaced, older }
}

fn say(state: &mut State, desk: &mut Desk, settled: &Settled) {
    let Beside { known, refused } = std::mem::take(&mut desk.lists.beside);
    let Settled { new, replaced, older } = settled;
    let mut says = Vec::new();
    if new.len() + known > 0 {
        let counts = [new.len().to_string(), known.to_string()];
        let values = [("count", counts[0].as_str()), ("known", counts[1].as_str())];
        let phrase = if known == 0 { keyring_phrases::CRLS_CAME } else { keyring_phrases::CRLS_KNOWN };
        says.push(phrase.with(state.language, &values));
    }
    if !replaced.is_empty() {
        says.push(keyring_phrases::CRLS_REPLACED.counted(state.language, replaced.len()));
    }
    says.extend(older.iter().map(|crl| {
        let at = moment_text(crl.facts().this_update);
        keyring_phrases::CRL_OLDER.with(state.language, &[("name", &crl.facts().issuer), ("at", &at)])
    }));
    let is_good = older.is_empty() && refused.is_empty();
    says.extend(refused);
    if !says.is_empty() {
        let says = says.join(" ");
        state.notice = Some(if is_good { Notice::Good(says) } else { Notice::Bad(says) });
    }
}
