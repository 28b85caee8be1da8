//! Keys and signatures by the browser's primitives: the password and the key are dropped, and wiped, when this is done.

use super::browser;
use super::subtle::Subtle;
use crate::registry::AgencyId;
use crate::session::{Action, KeyFiles};
use crate::signing::{ITERATIONS, KeyCard, Password, Role, SigningError, new_key, open_key, sign};
use crate::vietnamese::Date;

/// Makes a key under a password, and the card for the coordinator.
pub(super) async fn make_key(password: String, agency: String, name: String, created: String) -> Action {
    let made = async {
        let primitives = Subtle::new()?;
        let key = new_key(&primitives, &Password::new(&password)?, ITERATIONS).await?;
        let created = Date::parse_iso(&created).map_err(|_| SigningError::JsonMalformed)?;
        let agency = AgencyId::from(agency.as_str());
        let kid = key.public.thumbprint();
        let card = KeyCard { agency, name, role: Role::Drafter, key: key.public, created }.json()?;
        Ok::<_, SigningError>(KeyFiles { pem: key.pem, card, kid })
    };
    match made.await {
        Ok(files) => Action::KeyMade(files),
        Err(error) => Action::SigningFailed(error.code()),
    }
}

/// Opens the key and signs.
pub(super) async fn sign_return(pem: String, password: String, payload: Vec<u8>) -> Action {
    let signed = async {
        let primitives = Subtle::new()?;
        let key = open_key(&primitives, pem.as_bytes(), &Password::new(&password)?).await?;
        let signature = sign(&primitives, &key, Role::Drafter, browser::unix_seconds(), &payload).await?;
        Ok::<_, SigningError>((signature, key.public.thumbprint()))
    };
    match signed.await {
        Ok((signature, kid)) => Action::Signed { signature, kid },
        Err(error) => Action::SigningFailed(error.code()),
    }
}
