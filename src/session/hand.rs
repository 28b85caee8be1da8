//! What signs and verifies for a return, by whatever primitives there are: the page gives the browser's, tests give crates.

use super::action::{Action, Holder};
use super::secret::Secret;
use super::state::{HeldKey, KeyMark};
use crate::collect::verdicts;
use crate::quarterly::SignedFile;
use crate::registry::sha256_hex;
use crate::signing::{
    Algorithm, Certificate, ITERATIONS, KeyCard, KeyEntry, Keyring, Password, Primitives, PublicKey, Role, Ruling,
    SigningError, Subject, ToSign, attach, attach_with, new_key, open_key, open_p12, sign, sign_certified,
};

/// What is to be signed, by which key and in which role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignOrder {
    /// The order's number, which the answer bears.
    pub order: u64,
    /// The key file.
    pub key: HeldKey,
    /// Its password.
    pub password: Secret,
    /// In which role.
    pub role: Role,
    /// What the card of a key made in the page says.
    pub holder: Holder,
    /// The return's canonical bytes.
    pub payload: Vec<u8>,
}

/// Makes a key for this role under a password, and the card for the coordinator.
pub async fn make_key<P: Primitives>(
    primitives: &P,
    order: u64,
    password: Secret,
    role: Role,
    holder: Holder,
) -> Action {
    let made = async {
        let key = new_key(primitives, &Password::new(password.as_str())?, ITERATIONS).await?;
        Ok::<_, SigningError>(Action::KeyMade { order, pem: key.pem, mark: mark(holder, role, key.public)? })
    };
    failed(order, made.await)
}

/// Opens the key and signs at this time, in Unix seconds. The password is dropped, and wiped, when this is done.
pub async fn sign_return<P: Primitives>(primitives: &P, order: SignOrder, now: i64) -> Action {
    let signed = async {
        let password = Password::new(order.password.as_str())?;
        match &order.key {
            HeldKey::Made(key) => sign_with_key(primitives, &key.pem, &password, &order, now).await,
            HeldKey::Certified { file, entry, .. } => {
                sign_with_certificate(primitives, file, *entry, &password, &order, now).await
            }
        }
    };
    failed(order.order, signed.await)
}

async fn sign_with_key<P: Primitives>(
    primitives: &P,
    pem: &str,
    password: &Password,
    order: &SignOrder,
    now: i64,
) -> Result<Action, SigningError> {
    let key = open_key(primitives, pem.as_bytes(), password).await?;
    let signature = sign(primitives, &key, order.role, now, &order.payload).await?;
    let mark = Some(mark(order.holder.clone(), order.role, key.public)?);
    Ok(Action::Signed { order: order.order, of: sha256_hex(&order.payload), signature, mark })
}

/// Signs by the key of a certificate's file; where it holds several and none was chosen, tells their names.
async fn sign_with_certificate<P: Primitives>(
    primitives: &P,
    file: &[u8],
    entry: Option<usize>,
    password: &Password,
    order: &SignOrder,
    now: i64,
) -> Result<Action, SigningError> {
    let keys = open_p12(primitives, file, password).await?;
    let key = match (keys.as_slice(), entry.and_then(|at| keys.get(at))) {
        (_, Some(chosen)) => chosen,
        ([only], None) => only,
        _ => return Ok(Action::SeveralKeys { order: order.order, names: keys.iter().map(name).collect() }),
    };
    let algorithm = Algorithm::usual(key.kind()).ok_or(SigningError::Unfit(Ruling::AlgorithmRefused))?;
    let identity = key.identity(primitives, algorithm).await?;
    let signature = sign_certified(primitives, &identity, Subject::Return, order.role, now, &order.payload).await?;
    Ok(Action::Signed { order: order.order, of: sha256_hex(&order.payload), signature, mark: None })
}

/// What a key in a certificate's file is called: by whoever made the file, else by its certificate.
fn name(key: &KeyEntry) -> String {
    let subject = &key.chain().leaf().facts().subject;
    if key.friendly_name.is_empty() { subject.clone() } else { format!("{} ({subject})", key.friendly_name) }
}

/// Verifies a signature that was made elsewhere, by this certificate where one came with it, and gives it on.
pub async fn attach_signature<P: Primitives>(
    primitives: &P,
    order: u64,
    of: String,
    wanted: &ToSign,
    signature: &[u8],
    by: Option<&Certificate>,
) -> Action {
    let attached = match by {
        Some(certificate) => attach_with(primitives, wanted, signature, certificate).await,
        None => attach(primitives, wanted, signature).await,
    };
    failed(order, attached.map(|signature| Action::Signed { order, of, signature, mark: None }))
}

/// Tries the signatures of a return by the keys that are known, as of this time.
pub async fn try_signatures<P: Primitives>(
    primitives: &P,
    of: String,
    file: &SignedFile,
    keyring: &Keyring,
    now: i64,
) -> Action {
    let tried = verdicts(primitives, keyring, file, now).await;
    Action::SignaturesTried { of, found: tried.map(|(_, found)| found).map_err(|error| error.code()) }
}

fn failed(order: u64, done: Result<Action, SigningError>) -> Action {
    done.unwrap_or_else(|error| Action::SigningFailed { order, code: error.code() })
}

/// The public side of a key, with its card.
pub fn mark(holder: Holder, role: Role, key: PublicKey) -> Result<KeyMark, SigningError> {
    let (kid, jwk) = (key.thumbprint(), key.jwk().to_string());
    let Holder { agency, name, created } = holder;
    let card = KeyCard { agency, name, role, key, created }.json()?;
    Ok(KeyMark { kid, jwk, card })
}
