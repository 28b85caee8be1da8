//! A USB token behind the signing service that officers already run: the hash goes out, signature and certificate come back.
//!
//! What it speaks is known only from public code: `{"HashAlg":"SHA256","HashValue":"…","Encode":"RSA"}` over a WebSocket is
//! answered by `{"Status":0,"Signature":"…","CertBase64":"…"}`, each value in base64. Nothing of an answer is trusted: the
//! signature is verified by [`attach_with`](super::attach_with) like any made elsewhere.

use super::{Certificate, SigningError};
use crate::registry::typed_text;
use base64ct::{Base64, Encoding};
use serde::Deserialize;
use serde_json::json;

/// Where the service listens on the officer's own machine, and nothing else does: the page's policy names this one address.
pub const TOKEN_SERVICE: &str = "wss://127.0.0.1:8987/SignMsg";

/// The longest answer that is read: a signature and a certificate with room to spare.
const MOST_ANSWER: usize = 64 * 1024;

/// Why the service gave no signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenFault {
    /// Nothing answers at its address.
    Unreachable,
    /// It says no: its status, and its own words where it has some.
    Refused(String),
    /// What it says is not what it should.
    Malformed,
}

impl TokenFault {
    /// The stable name of this fault, one of [`CODES`](super::CODES).
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreachable => "signing/token-unreachable",
            Self::Refused(_) => "signing/token-refused",
            Self::Malformed => "signing/token-malformed",
        }
    }
}

/// What is asked for this SHA-256.
pub fn token_request(sha256: &[u8; 32]) -> String {
    json!({ "HashAlg": "SHA256", "HashValue": Base64::encode_string(sha256), "Encode": "RSA" }).to_string()
}

/// What the token signed, and by whose certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenAnswer {
    /// The signature's bytes.
    pub signature: Vec<u8>,
    /// The certificate of the token's key.
    pub certificate: Certificate,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Answer {
    status: i64,
    #[serde(default)]
    signature: String,
    #[serde(default, rename = "CertBase64")]
    certificate: String,
    #[serde(default)]
    message: String,
}

/// The service's answer.
///
/// # Errors
/// [`SigningError::Token`].
pub fn token_answer(text: &str) -> Result<TokenAnswer, SigningError> {
    let malformed = || SigningError::from(TokenFault::Malformed);
    if text.len() > MOST_ANSWER {
        return Err(malformed());
    }
    let answer: Answer = typed_text(text).map_err(|_| malformed())?;
    if answer.status != 0 {
        let words: String = answer.message.chars().filter(|c| !c.is_control()).take(200).collect();
        let words = if words.trim().is_empty() { answer.status.to_string() } else { words };
        return Err(TokenFault::Refused(words).into());
    }
    let signature = decoded(&answer.signature).filter(|bytes| !bytes.is_empty()).ok_or_else(malformed)?;
    let certificate = decoded(&answer.certificate).ok_or_else(malformed)?;
    let certificate = Certificate::one(&certificate).map_err(|_| malformed())?;
    Ok(TokenAnswer { signature, certificate })
}

/// The bytes of base64, which some services break into lines.
fn decoded(text: &str) -> Option<Vec<u8>> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    Base64::decode_vec(&text).ok()
}
