//! Keys and signatures by the browser's primitives: the password and the key are dropped, and wiped, when this is done.

use super::browser;
use super::subtle::Subtle;
use crate::collect::{Edition, Proof};
use crate::registry::sha256_hex;
use crate::session::desk::{DeskAction, IssuedFile, Unsigned};
use crate::session::editions::{KeptFault, kept_edition};
use crate::session::{Action, Holder, KeyMark, Secret};
use crate::signing::{ITERATIONS, KeyCard, Password, PublicKey, Role, SigningError, Verdict, new_key, open_key, sign};

/// Makes a key under a password, and the card for the coordinator.
pub(super) async fn make_key(password: Secret, holder: Holder) -> Action {
    let made = async {
        let key = new_key(&Subtle::new()?, &Password::new(password.as_str())?, ITERATIONS).await?;
        Ok::<_, SigningError>(Action::KeyMade { pem: key.pem, mark: mark(holder, Role::Drafter, key.public)? })
    };
    made.await.unwrap_or_else(|error| Action::SigningFailed(error.code()))
}

/// Opens the key and signs.
pub(super) async fn sign_return(pem: String, password: Secret, holder: Holder, payload: Vec<u8>) -> Action {
    let signed = async {
        let primitives = Subtle::new()?;
        let key = open_key(&primitives, pem.as_bytes(), &Password::new(password.as_str())?).await?;
        let signature = sign(&primitives, &key, Role::Drafter, browser::unix_seconds(), &payload).await?;
        Ok::<_, SigningError>(Action::Signed { signature, mark: mark(holder, Role::Drafter, key.public)? })
    };
    signed.await.unwrap_or_else(|error| Action::SigningFailed(error.code()))
}

/// Tries the signature of a receipt, a query slip or a registry.
pub(super) async fn verify(proof: Proof) -> Action {
    let of = sha256_hex(&proof.payload);
    let tried = async { proof.verdict(&Subtle::new()?).await };
    Action::Verified { of, outcome: tried.await.map_err(|error: SigningError| error.code()) }
}

/// The registry that the browser kept, if its signature is right.
pub(super) async fn kept_registry(text: &str) -> Result<Edition, KeptFault> {
    let (edition, proof) = kept_edition(text)?;
    let tried = async { proof.verdict(&Subtle::new()?).await };
    match tried.await {
        Ok(Verdict::Valid { .. }) => Ok(edition),
        Ok(_) | Err(_) => Err(KeptFault::Damaged),
    }
}

/// Makes the coordinator's key under a password, and its card for the agencies.
pub(super) async fn make_coordinator(password: Secret, holder: Holder) -> Action {
    let made = async {
        let key = new_key(&Subtle::new()?, &Password::new(password.as_str())?, ITERATIONS).await?;
        let mark = mark(holder, Role::Coordinator, key.public)?;
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

fn mark(holder: Holder, role: Role, key: PublicKey) -> Result<KeyMark, SigningError> {
    let (kid, jwk) = (key.thumbprint(), key.jwk().to_string());
    let Holder { agency, name, created } = holder;
    let card = KeyCard { agency, name, role, key, created }.json()?;
    Ok(KeyMark { kid, jwk, card })
}
