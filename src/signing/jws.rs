use super::verdict::MOST_HEADER;
use super::{
    Algorithm, Certificate, Chain, MemberError, MemberFault, Primitives, Ruling, SigningError, SigningKey, Subject,
    canonical,
};
use crate::quarterly::Signature;
use base64ct::{Base64UrlUnpadded, Encoding};
use serde_json::json;
use sha2::{Digest, Sha256};

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

    /// Those in which an agency signs, in the order in which it does.
    pub const OF_AGENCY: [Self; 3] = [Self::Drafter, Self::Approver, Self::Seal];

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
    let named = Named::Key(key.public.thumbprint());
    let signed = ToSign::new(Algorithm::Es256, named, subject, role, issued_at, payload)?;
    let bytes = primitives.sign(&key.private, signed.bytes()).await?;
    Ok(signed.signature(&bytes))
}

/// A signatory's key, open, with the certificates that say whose it is: loaded for one signing and dropped after it.
pub struct Identity<K> {
    /// What signs.
    pub private: K,
    /// How.
    pub algorithm: Algorithm,
    /// What says whose key it is.
    pub chain: Chain,
}

/// The signature of what the subject says by a key with a certificate, else as [`sign_subject`].
///
/// # Errors
/// Also [`SigningError::Unfit`] where the certificate's signature would not be accepted on that day.
pub async fn sign_certified<P: Primitives>(
    primitives: &P,
    identity: &Identity<P::PrivateKey>,
    subject: Subject,
    role: Role,
    issued_at: i64,
    payload: &[u8],
) -> Result<Signature, SigningError> {
    let signed = to_sign(identity.algorithm, &identity.chain, subject, role, issued_at, payload)?;
    let bytes = primitives.sign(&identity.private, signed.bytes()).await?;
    Ok(signed.signature(&bytes))
}

/// What is to be signed elsewhere by the holder of this certificate: [`attach`](super::attach) takes the signature back.
///
/// # Errors
/// As [`sign_certified`].
pub fn to_sign(
    algorithm: Algorithm,
    chain: &Chain,
    subject: Subject,
    role: Role,
    issued_at: i64,
    payload: &[u8],
) -> Result<ToSign, SigningError> {
    let leaf = chain.leaf();
    let unfit = match leaf.facts() {
        _ if !leaf.key_kind().is_some_and(|kind| algorithm.fits(kind)) => Some(Ruling::AlgorithmRefused),
        facts if facts.is_authority => Some(Ruling::CertificateIsAuthority),
        _ if !leaf.signs_documents() => Some(Ruling::CertificateUsage),
        facts if issued_at < facts.not_before => Some(Ruling::CertificateEarly),
        facts if issued_at > facts.not_after => Some(Ruling::CertificateExpired),
        _ => None,
    };
    unfit.map_or(Ok(()), |ruling| Err(SigningError::Unfit(ruling)))?;
    ToSign::new(algorithm, Named::Chain(Box::new(chain.clone())), subject, role, issued_at, payload)
}

/// By what a header names who signs: the thumbprint of a key made in the page, or certificates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Key(String),
    Chain(Box<Chain>),
}

/// The header of a signature that is still to be made, and the bytes that it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToSign {
    protected: String,
    bytes: Vec<u8>,
    algorithm: Algorithm,
    chain: Option<Box<Chain>>,
}

impl ToSign {
    fn new(
        algorithm: Algorithm,
        named: Named,
        subject: Subject,
        role: Role,
        issued_at: i64,
        payload: &[u8],
    ) -> Result<Self, SigningError> {
        if !subject.is_signed_by(role) {
            return Err(MemberError { member: "role".to_owned(), fault: MemberFault::Value }.into());
        }
        if !(0..=LATEST).contains(&issued_at) {
            return Err(SigningError::TimeRefused(issued_at));
        }
        let mut header = json!({
            "alg": algorithm.as_str(),
            "iat": issued_at,
            "typ": TYPE,
            "cty": subject.content_type(),
            "role": role.as_str(),
        });
        let chain = match named {
            Named::Key(kid) => {
                header["kid"] = json!(kid);
                None
            }
            Named::Chain(chain) => {
                header["x5c"] = json!(chain.x5c());
                header["x5t#S256"] = json!(chain.leaf().thumbprint());
                Some(chain)
            }
        };
        let protected = Base64UrlUnpadded::encode_string(&canonical(&header)?);
        if protected.len() > MOST_HEADER {
            return Err(SigningError::ChainRefused);
        }
        let bytes = signing_input(&protected, payload);
        Ok(Self { protected, bytes, algorithm, chain })
    }

    /// What is signed: header and payload in base64url with a dot between (RFC 7515, section 5.1).
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Their SHA-256, for a device that signs a hash.
    pub fn sha256(&self) -> [u8; 32] {
        Sha256::digest(&self.bytes).into()
    }

    /// How it is to be signed.
    pub fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// By whose certificate; none for a key made in the page.
    pub fn leaf(&self) -> Option<&Certificate> {
        self.chain.as_ref().map(|chain| chain.leaf())
    }

    /// The signature with these bytes, which nobody has verified yet.
    pub(super) fn signature(&self, bytes: &[u8]) -> Signature {
        Signature { protected: self.protected.clone(), signature: Base64UrlUnpadded::encode_string(bytes) }
    }
}

/// What the key really signs: header and payload in base64url with a dot between (RFC 7515, section 5.1).
pub(super) fn signing_input(protected: &str, payload: &[u8]) -> Vec<u8> {
    format!("{protected}.{}", Base64UrlUnpadded::encode_string(payload)).into_bytes()
}
