use super::{Edition, Filed, Receipt, Slip};
use crate::quarterly::{
    ReadError, Return, Signable, Signature, Signed, SignedFile, content_value, is_hex, parse_file, signed_in,
};
use crate::registry::{AgencyId, Period, sha256_hex};
use crate::signing::{
    MemberError, MemberFault, Primitives, PublicKey, Role, SigningError, SigningKey, Subject, Verdict, canonical,
    sign_subject, verify_subject,
};
use serde::{Deserialize, Serialize};

/// The agency that collects the returns: Văn phòng Chính phủ, as 1375/VPCP-KGVX asks.
pub const COORDINATOR: &str = "van-phong-chinh-phu";

/// The longest name of an issuer, in bytes of UTF-8.
const LONGEST_NAME: usize = 400;

/// Which revision of which return a paper speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReturnMark {
    /// Whose return.
    pub agency: AgencyId,
    /// Of which quarter.
    pub period: Period,
    /// The return's id, 32 hexadecimal digits.
    pub return_id: String,
    /// Its revision, from 1.
    pub revision: u32,
    /// SHA-256 of that revision's canonical bytes, 64 hexadecimal digits.
    pub content_sha256: String,
}

impl ReturnMark {
    /// The mark of a return as it is now; refused where it has no canonical bytes.
    pub fn of(content: &Return) -> Result<Self, SigningError> {
        Ok(Self {
            agency: content.agency.clone(),
            period: content.period,
            return_id: content.return_id.clone(),
            revision: content.revision,
            content_sha256: sha256_hex(&canonical(&content_value(content))?),
        })
    }

    /// The mark of a return in the ledger, which keeps the hash of all of it but not its service list.
    pub fn of_filed(filed: &Filed) -> Self {
        let of = &filed.content;
        Self {
            agency: of.agency.clone(),
            period: of.period,
            return_id: of.return_id.clone(),
            revision: of.revision,
            content_sha256: filed.content_sha256.clone(),
        }
    }

    pub(super) fn ill_formed(&self) -> Option<String> {
        match () {
            () if !is_hex(&self.return_id, 32) => Some("/about/return_id".to_owned()),
            () if self.revision == 0 => Some("/about/revision".to_owned()),
            () if !is_hex(&self.content_sha256, 64) => Some("/about/content_sha256".to_owned()),
            () => None,
        }
    }
}

/// Who issues a paper, and with which key.
///
/// The key stands in the paper so that anybody sees whether it was changed since it was signed. Whose key that is, only
/// the coordinator's key card tells, or the fingerprint compared with the coordinator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issuer {
    /// The coordinator, [`COORDINATOR`].
    pub agency: AgencyId,
    /// The person or the office.
    pub name: String,
    /// The key that signs the paper, as a JWK.
    pub key: PublicKey,
}

impl Issuer {
    pub(super) fn ill_formed(&self) -> Option<String> {
        match () {
            () if self.agency.as_str() != COORDINATOR => Some("/issuer/agency".to_owned()),
            () if !is_line(&self.name, LONGEST_NAME) => Some("/issuer/name".to_owned()),
            () => None,
        }
    }
}

/// Whether a text is one line with something in it, of at most so many bytes.
pub(super) fn is_line(text: &str, most: usize) -> bool {
    !text.trim().is_empty() && !text.contains('\n') && text.len() <= most
}

/// A paper that the coordinator issues.
pub trait Issued: Signable {
    /// What its signature speaks of.
    const SUBJECT: Subject;

    /// Who issues it.
    fn issuer(&self) -> &Issuer;
}

/// The paper signed by its issuer's key at this time (Unix seconds). Refused with another key than the paper names.
pub async fn issue<P: Primitives, T: Issued>(
    primitives: &P,
    key: &SigningKey<P::PrivateKey>,
    content: T,
    issued_at: i64,
) -> Result<Signed<T>, SigningError> {
    if content.issuer().key != key.public {
        return Err(MemberError { member: "issuer/key".to_owned(), fault: MemberFault::Value }.into());
    }
    let payload = canonical(&content_value(&content))?;
    let signature = sign_subject(primitives, key, T::SUBJECT, Role::Coordinator, issued_at, &payload).await?;
    Ok(Signed { content, signatures: vec![signature] })
}

/// All that is needed to verify a paper's signature by the key that the paper names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// What the signature must speak of.
    pub subject: Subject,
    /// The canonical bytes.
    pub payload: Vec<u8>,
    /// The signature.
    pub signature: Signature,
    /// The issuer's key.
    pub key: PublicKey,
}

impl Proof {
    /// The proof of a paper with exactly one signature; none for any other.
    pub fn of<T: Issued>(paper: &Signed<T>) -> Option<Self> {
        let [signature] = paper.signatures.as_slice() else {
            return None;
        };
        let payload = canonical(&content_value(&paper.content)).ok()?;
        Some(Self { subject: T::SUBJECT, payload, signature: signature.clone(), key: paper.content.issuer().key })
    }

    /// The verdict on the signature. An error means that the primitives could not answer.
    pub async fn verdict<P: Primitives>(&self, primitives: &P) -> Result<Verdict, SigningError> {
        verify_subject(primitives, &self.signature, self.subject, &self.payload, &[self.key]).await
    }
}

/// A signed file, by what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignedPaper {
    /// A return.
    Return(Box<SignedFile>),
    /// A receipt.
    Receipt(Box<Signed<Receipt>>),
    /// A query slip.
    Slip(Box<Signed<Slip>>),
    /// A registry.
    Registry(Box<Signed<Edition>>),
}

/// What these bytes hold, read as strictly as [`read`](crate::quarterly::read) reads a return. What is neither a receipt,
/// nor a slip, nor a registry is read as a return, and refused as one.
pub fn read_paper(bytes: &[u8]) -> Result<SignedPaper, ReadError> {
    let value = parse_file(bytes)?;
    match () {
        () if value.get(Receipt::MEMBER).is_some() => signed_in(&value).map(Box::new).map(SignedPaper::Receipt),
        () if value.get(Slip::MEMBER).is_some() => signed_in(&value).map(Box::new).map(SignedPaper::Slip),
        () if value.get(Edition::MEMBER).is_some() => signed_in(&value).map(Box::new).map(SignedPaper::Registry),
        () => signed_in(&value).map(Box::new).map(SignedPaper::Return),
    }
}
