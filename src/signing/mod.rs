//! Canonical bytes, keys, signatures and the verdict on them.
//!
//! What a file means is decided here once, for the page and the command line; the arithmetic stands behind [`Primitives`],
//! which the page answers with the browser's SubtleCrypto and the command line with crates.

mod canonical;
mod card;
mod error;
mod jws;
mod key_file;
mod keyring;
mod members;
#[cfg(not(target_arch = "wasm32"))]
mod native;
mod password;
mod primitives;
mod public_key;
mod published;
mod subject;
mod vectors;
mod verdict;

pub use crate::quarterly::Signature;
pub use canonical::canonical;
pub use card::{CARD, KeyCard};
pub use error::{CODES, MemberError, MemberFault, SigningError};
pub use jws::{LATEST, Role, TYPE, sign, sign_subject};
pub use key_file::{ITERATIONS, MOST_ITERATIONS, NewKey, SigningKey, new_key, open_key, write_key};
pub use keyring::{KEYRING, Keyring};
#[cfg(not(target_arch = "wasm32"))]
pub use native::{Native, no_randomness};
pub use password::Password;
pub use primitives::{PrimitiveError, Primitives};
pub use public_key::{PublicKey, fingerprint};
pub use subject::Subject;
pub use vectors::{VectorResult, self_test};
pub use verdict::{Part, Verdict, verify, verify_subject};
