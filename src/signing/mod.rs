//! Canonical bytes, keys, certificates, signatures and the verdict on them.
//!
//! What a file means is decided here once, for the page and the command line; the arithmetic stands behind [`Primitives`],
//! which the page answers with the browser's SubtleCrypto and the command line with crates.

mod algorithm;
mod asn1;
mod binding;
mod canonical;
mod card;
mod certificate;
mod chain;
mod crl;
mod detached;
mod error;
mod judge;
mod jws;
mod key_file;
mod keyring;
mod members;
mod names;
#[cfg(not(target_arch = "wasm32"))]
mod native;
mod password;
mod path;
mod pkcs12;
mod primitives;
mod public_key;
mod published;
mod revocation;
mod ruling;
mod subject;
mod token;
mod validity;
mod vectors;
mod verdict;

pub use crate::quarterly::Signature;
pub use algorithm::{Algorithm, Hash, KeyKind, LEAST_MODULUS, MOST_MODULUS, Scheme};
pub use binding::{Binding, Bound, CertifiedBy};
pub use canonical::canonical;
pub use card::{CARD, KeyCard};
pub use certificate::{Certificate, CertificateFacts, MOST_CERTIFICATE, certificate_fingerprint, plain_signature};
pub use chain::{Chain, MOST_CHAIN};
pub use crl::{Crl, CrlFacts, MOST_CRL};
pub use detached::{MOST_ATTACHED, attach, attach_with};
pub use error::{AttachFault, CODES, MemberError, MemberFault, SigningError};
pub use judge::{Court, Judgement, Signatory, judge, judge_one};
pub use jws::{Identity, LATEST, Role, TYPE, ToSign, sign, sign_certified, sign_subject, to_sign};
pub use key_file::{ITERATIONS, MOST_ITERATIONS, NewKey, SigningKey, new_key, open_key, write_key};
pub use keyring::{KEYRING, Keyring};
#[cfg(not(target_arch = "wasm32"))]
pub use native::{Native, NativeKey, no_randomness};
pub use password::Password;
pub use path::{PathVerdict, verify_path};
pub use pkcs12::{KeyEntry, MOST_FILE, Pkcs12Fault, open_p12};
pub use primitives::{PrimitiveError, Primitives};
pub use public_key::{PublicKey, fingerprint};
pub use ruling::Ruling;
pub use subject::Subject;
pub use token::{TOKEN_SERVICE, TokenAnswer, TokenFault, token_answer, token_request};
pub use validity::{Validity, Within, end_of};
pub use vectors::{VectorResult, self_test};
pub use verdict::{Part, Verdict, verify, verify_subject};
