use super::asn1::{INTEGER, Node, SEQUENCE};
use super::certificate::signed_data;
use super::path::fits;
use super::{Certificate, Primitives, SigningError, names};
use crate::registry::sha256_hex;
use base64ct::{Base64, Encoding};
use std::sync::Arc;
use webpki::{BorrowedCertRevocationList, CertRevocationList, OwnedCertRevocationList, RevocationReason};
use x509_cert::der::{Decode, pem};
use x509_cert::name::Name;
use x509_cert::time::Time;

/// The largest revocation list that is read, in bytes of DER: about a hundred thousand entries.
pub const MOST_CRL: usize = 4 * 1024 * 1024;

/// How many bytes go into a piece of base64: whole groups of three, so that the pieces join.
const PIECE: usize = 45_000;
/// The label of a revocation list's PEM (RFC 7468, section 6).
const PEM_LABEL: &str = "X509 CRL";

/// A certificate revocation list (RFC 5280, section 5): what an authority says is no longer valid.
#[derive(Clone, Debug)]
pub struct Crl {
    der: Arc<[u8]>,
    list: Arc<CertRevocationList<'static>>,
    facts: Arc<CrlFacts>,
    sha256: Arc<str>,
}

/// What people are shown of a revocation list. It is only a claim until a certificate is tried by the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrlFacts {
    /// The whole name of the authority.
    pub issuer: String,
    /// When it was issued, Unix time.
    pub this_update: i64,
    /// When the next one is due; a list that does not say so is not read.
    pub next_update: i64,
    /// How many certificates it revokes.
    pub revoked: usize,
}

impl PartialEq for Crl {
    fn eq(&self, other: &Self) -> bool {
        self.der == other.der
    }
}

impl Eq for Crl {}

impl Crl {
    /// The list in this file, DER or PEM.
    ///
    /// # Errors
    /// [`SigningError::CrlMalformed`] where it is none, or one of a kind that is not read: changes to another list, or
    /// entries of other issuers; and where it is larger than [`MOST_CRL`].
    pub fn read(file: &[u8]) -> Result<Self, SigningError> {
        if file.len() > 2 * MOST_CRL {
            return Err(SigningError::CrlMalformed);
        }
        match pem::decode_vec(file.trim_ascii()) {
            Ok((PEM_LABEL, der)) => Self::from_der(&der),
            _ => Self::from_der(file),
        }
    }

    fn from_der(der: &[u8]) -> Result<Self, SigningError> {
        if der.len() > MOST_CRL {
            return Err(SigningError::CrlMalformed);
        }
        let list: Result<OwnedCertRevocationList, _> =
            BorrowedCertRevocationList::from_der(der).and_then(|list| list.to_owned());
        let list = list.map_err(|_| SigningError::CrlMalformed)?;
        let facts = facts(der).ok_or(SigningError::CrlMalformed)?;
        let sha256 = sha256_hex(der).into();
        Ok(Self { der: der.into(), list: Arc::new(list.into()), facts: Arc::new(facts), sha256 })
    }

    /// SHA-256 of its DER, 64 hexadecimal digits, by which it is told from others.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// What people are shown of it.
    pub fn facts(&self) -> &CrlFacts {
        &self.facts
    }

    /// The list in this base64 of its DER, as a keyring carries it.
    pub(super) fn from_base64(text: &str) -> Option<Self> {
        Self::from_der(&Base64::decode_vec(text).ok()?).ok()
    }

    /// The base64 in pieces, since no text in a file is longer than 64 KB.
    pub(super) fn pieces(&self) -> Vec<String> {
        self.der.chunks(PIECE).map(Base64::encode_string).collect()
    }

    /// Whether it names this authority as the one that issued it.
    pub fn is_named(&self, issuer: &Certificate) -> bool {
        self.is_by(issuer.subject_der())
    }

    fn is_by(&self, name: &[u8]) -> bool {
        Node::only(name).is_some_and(|name| name.content == self.list.issuer())
    }

    /// The first of these authorities that it names and whose key signed it; none where nobody here vouches for it.
    ///
    /// # Errors
    /// Where the primitives could not answer.
    pub async fn issuer_among<'a, P: Primitives>(
        &self,
        primitives: &P,
        authorities: &'a [Certificate],
    ) -> Result<Option<&'a Certificate>, SigningError> {
        for authority in authorities.iter().filter(|authority| self.is_named(authority)) {
            if self.is_signed_by(primitives, authority.spki()).await? {
                return Ok(Some(authority));
            }
        }
        Ok(None)
    }

    /// Whether the key of this SubjectPublicKeyInfo signed it.
    pub(super) async fn is_signed_by<P: Primitives>(&self, primitives: &P, spki: &[u8]) -> Result<bool, SigningError> {
        match signed_data(&self.der) {
            Some(signed) => fits(primitives, &signed, spki).await,
            None => Ok(false),
        }
    }

    /// Whether it names this serial number with a day before that time, in Unix seconds. It is only a claim until its
    /// signature was tried.
    pub(super) fn revokes(&self, serial: &[u8], time: i64) -> bool {
        let entry = self.list.find_serial(serial).ok().flatten();
        entry.is_some_and(|entry| i64::try_from(entry.revocation_date.as_secs()).is_ok_and(|day| day <= time))
    }

    /// Whether it stands in for another one of its authority: it is of the same kind, no older, and names every certificate
    /// that the other one names for good. An authority leaves out of its lists what has ended, but a file that came before
    /// that end is still judged by it.
    pub fn replaces(&self, other: &Self) -> bool {
        self.list.issuer() == other.list.issuer()
            && self.list.issuing_distribution_point() == other.list.issuing_distribution_point()
            && self.facts.this_update >= other.facts.this_update
            && self.names_all_of(other)
    }

    fn names_all_of(&self, other: &Self) -> bool {
        let Ok(theirs) = BorrowedCertRevocationList::from_der(&other.der) else { return false };
        theirs.into_iter().all(|entry| {
            entry.is_ok_and(|entry| {
                let is_held = entry.reason_code == Some(RevocationReason::CertificateHold);
                let own = self.list.find_serial(entry.serial_number).ok().flatten();
                is_held || own.is_some_and(|own| own.revocation_date <= entry.revocation_date)
            })
        })
    }

    pub(super) fn list(&self) -> &CertRevocationList<'static> {
        &self.list
    }
}

/// The members of a TBSCertList (RFC 5280, section 5.1) that people read.
fn facts(der: &[u8]) -> Option<CrlFacts> {
    let parts = Node::only(signed_data(der)?.message)?.parts(SEQUENCE)?;
    let mut parts = parts.into_iter().skip_while(|part| part.tag == INTEGER).skip(1);
    let issuer = Name::from_der(parts.next()?.whole).ok()?;
    let this_update = time(parts.next()?)?;
    let next_update = time(parts.next()?)?;
    let revoked = parts.next().and_then(|list| list.parts(SEQUENCE)).map_or(0, |entries| entries.len());
    Some(CrlFacts { issuer: names::line(&issuer), this_update, next_update, revoked })
}

fn time(node: Node<'_>) -> Option<i64> {
    let time = Time::from_der(node.whole).ok()?;
    i64::try_from(time.to_unix_duration().as_secs()).ok()
}
