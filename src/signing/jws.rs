use super::{MemberError, MemberFault, Primitives, SigningError, SigningKey, Subject, canonical};
use crate::quarterly::Signature;
use base64ct::{Base64UrlUnpadded, Encoding};
use serde_json::json;

/// The `typ` of a signature's header.
pub const TYPE: &str = "return36a-signature+jws";
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
    /// Who collects the returns (cơ quan tổng hợp): its receipts, query slips and ledger, never a return.
    Coordinator,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Drafter, Self::Approver, Self::Seal, Self::Coordinator];

    /// The name that files carry: `drafter`, `approver`, `seal`, `coordinator`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Drafter => "drafter",
            Self::Approver => "approver",
            Self::Seal => "seal",
            Self::Coordinator => "coordinator",
        }
    }

    /// The role of this name, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == name)
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
    sign_subject(primitives, key, Subject::Return, role, issued_at, payload).await
}

/// The signature of what the subject says, else as [`sign`]. A role that does not sign this subject is refused.
pub async fn sign_subject<P: Primitives>(
    primitives: &P,
    key: &SigningKey<P::PrivateKey>,
    subject: Subject,
    role: Role,
    issued_at: i64,
    payload: &[u8],
) -> Result<Signature, SigningError> {
    if !subject.is_signed_by(role) {
        return Err(MemberError { member: "role".to_owned(), fault: MemberFault::Value }.into());
    }
    if !(0..=LATEST).contains(&issued_at) {
        return Err(SigningError::TimeRefused(issued_at));
    }
    let header = canonical(&json!({
        "alg": "ES256",
        "kid": key.public.thumbprint(),
        "iat": issued_at,
        "typ": TYPE,
        "cty": subject.content_type(),
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
