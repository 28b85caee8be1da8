use super::{Primitives, SigningError, SigningKey, canonical};
use crate::quarterly::Signature;
use base64ct::{Base64UrlUnpadded, Encoding};
use serde_json::json;

/// The `typ` of a signature's header.
pub const TYPE: &str = "return36a-signature+jws";
/// The `cty` of a signature's header: what is signed.
pub const CONTENT_TYPE: &str = "return36a+json";
/// The latest signing time, the last second of the year 9999, in Unix seconds.
pub const LATEST: i64 = 253_402_300_799;

/// As what somebody signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Who prepared the return (người lập).
    Drafter,
    /// Who answers for it (người duyệt).
    Approver,
    /// The agency itself (con dấu).
    Seal,
}

impl Role {
    /// The name that files carry: `drafter`, `approver`, `seal`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Drafter => "drafter",
            Self::Approver => "approver",
            Self::Seal => "seal",
        }
    }

    /// The role of this name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Drafter, Self::Approver, Self::Seal].into_iter().find(|role| role.as_str() == name)
    }
}

/// The signature of a return's [`canonical`] bytes in this role at this time (Unix seconds).
pub async fn sign<P: Primitives>(
    primitives: &P,
    key: &SigningKey<P::PrivateKey>,
    role: Role,
    issued_at: i64,
    payload: &[u8],
) -> Result<Signature, SigningError> {
    if !(0..=LATEST).contains(&issued_at) {
        return Err(SigningError::TimeRefused(issued_at));
    }
    let header = canonical(&json!({
        "alg": "ES256",
        "kid": key.public.thumbprint(),
        "iat": issued_at,
        "typ": TYPE,
        "cty": CONTENT_TYPE,
        "role": role.as_str(),
    }))?;
    let protected = Base64UrlUnpadded::encode_string(&header);
    let bytes = primitives.sign(&key.private, &signing_input(&protected, payload)).await?;
    Ok(Signature { protected, signature: Base64UrlUnpadded::encode_string(&bytes) })
}

/// What the key really signs: header and payload in base64url with a dot between (RFC 7515, section 5.1).
pub(super) fn signing_input(protected: &str, payload: &[u8]) -> Vec<u8> {
    format!("{protected}.{}", Base64UrlUnpadded::encode_string(payload)).into_bytes()
}
