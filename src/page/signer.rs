//! Keys and signatures by the browser's primitives: the password and the key are dropped, and wiped, when this is done.

use super::browser;
use super::subtle::Subtle;
use crate::collect::{Edition, Proof};
use crate::quarterly::SignedFile;
use crate::registry::sha256_hex;
use crate::session::desk::{DeskAction, IssuedFile, RingAction, Unsigned, signers};
use crate::session::editions::{KeptFault, edition_in};
use crate::session::hand::{self, SignOrder};
use crate::session::{Action, Holder, Secret};
use crate::signing::{
    Certificate, Crl, ITERATIONS, Keyring, Password, Role, SigningError, ToSign, Verdict, new_key, open_key,
};
use std::rc::Rc;

/// Makes a key for this role under a password, and the card for the coordinator.
pub(super) async fn make_key(order: u64, password: Secret, role: Role, holder: Holder) -> Action {
    match Subtle::new() {
        Ok(primitives) => hand::make_key(&primitives, order, password, role, holder).await,
        Err(error) => Action::SigningFailed { order, code: error.code() },
    }
}

/// Opens the key and signs.
pub(super) async fn sign_return(order: SignOrder) -> Action {
    match Subtle::new() {
        Ok(primitives) => hand::sign_return(&primitives, order, browser::unix_seconds()).await,
        Err(error) => Action::SigningFailed { order: order.order, code: error.code() },
    }
}

/// Verifies a signature that was made elsewhere, and gives it on.
pub(super) async fn attach_signature(
    order: u64,
    of: String,
    wanted: Box<ToSign>,
    signature: Vec<u8>,
    by: Option<Box<Certificate>>,
) -> Action {
    match Subtle::new() {
        Ok(primitives) => hand::attach_signature(&primitives, order, of, &wanted, &signature, by.as_deref()).await,
        Err(error) => Action::SigningFailed { order, code: error.code() },
    }
}

/// Tries the signatures of a return by the keys that are known.
pub(super) async fn try_signatures(of: String, file: Box<SignedFile>, keyring: Rc<Keyring>) -> Action {
    match Subtle::new() {
        Ok(primitives) => hand::try_signatures(&primitives, of, &file, &keyring, browser::unix_seconds()).await,
        Err(error) => Action::SignaturesTried { of, found: Err(error.code()) },
    }
}

/// Tries the signature of a receipt, a query slip or a registry.
pub(super) async fn verify(proof: Proof) -> Action {
    let of = sha256_hex(&proof.payload);
    let tried = async { proof.verdict(&Subtle::new()?).await };
    Action::Verified { of, outcome: tried.await.map_err(|error: SigningError| error.code()) }
}

/// Tries the signature of a keyring's file.
pub(super) async fn try_keyring(proof: Proof) -> Action {
    let of = sha256_hex(&proof.payload);
    let tried = async { proof.verdict(&Subtle::new()?).await };
    let outcome = tried.await.map_err(|error: SigningError| error.code());
    Action::Desk(DeskAction::Ring(RingAction::Tried { of, outcome }))
}

/// Tries the signatures of revocation lists.
pub(super) async fn try_crls(crls: Vec<Crl>, anchors: Vec<Certificate>) -> Action {
    let tried = async { signers(&Subtle::new()?, &crls, &anchors).await };
    let outcome = tried.await.map_err(|error: SigningError| error.code());
    let anchors = anchors.iter().map(|anchor| anchor.thumbprint().to_owned()).collect();
    Action::Desk(DeskAction::Ring(RingAction::CrlsTried { anchors, outcome }))
}

/// The registry in this file, if its signature is right.
pub(super) async fn signed_registry(text: &str) -> Result<Edition, KeptFault> {
    let (edition, proof) = edition_in(text)?;
    let tried = async { proof.verdict(&Subtle::new()?).await };
    match tried.await {
        Ok(Verdict::Valid { .. }) => Ok(edition),
        Ok(_) => Err(KeptFault::Damaged),
        Err(error) => Err(KeptFault::Untried(SigningError::code(&error))),
    }
}

/// Makes the coordinator's key under a password, and its card for the agencies.
pub(super) async fn make_coordinator(password: Secret, holder: Holder) -> Action {
    let made = async {
        let key = new_key(&Subtle::new()?, &Password::new(password.as_str())?, ITERATIONS).await?;
        let mark = hand::mark(holder, Role::Coordinator, key.public)?;
        Ok::<_, SigningError>(DeskAction::KeyMade { pem: key.pem, mark })
    };
    Action::Desk(made.await.unwrap_or_else(|error| DeskAction::IssueFailed(error.code())))
}

/// Opens the coordinator's key and signs papers.
pub(super) async fn issue_papers(pem: String, password: Secret, papers: Vec<(String, Unsigned)>) -> Action {
    let issued = async {
        let primitives = Subtle::new()?;
        let key = open_key(&primitives, pem.as_bytes(), &Password::new(password.as_str())?).await?;
        let now = browser::unix_seconds();
        let mut files = Vec::new();
        for (name, paper) in papers {
            files.push(IssuedFile { name, bytes: paper.signed(&primitives, &key, now).await? });
        }
        Ok::<_, SigningError>(DeskAction::Issued(files))
    };
    Action::Desk(issued.await.unwrap_or_else(|error| DeskAction::IssueFailed(error.code())))
}
