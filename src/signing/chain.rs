use super::{Certificate, MOST_CERTIFICATE, SigningError};
use base64ct::{Base64, Encoding};

/// The most certificates in a chain, the leaf counted.
pub const MOST_CHAIN: usize = 6;

/// A signatory's certificate and those between it and a root, which is not among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    leaf: Certificate,
    above: Vec<Certificate>,
}

impl Chain {
    /// The chain of these certificates, the signatory's first, each followed by its issuer's. A root at the end is left out.
    ///
    /// # Errors
    /// [`SigningError::ChainRefused`] where there are none, more than [`MOST_CHAIN`], or one does not follow.
    pub fn of(certificates: impl IntoIterator<Item = Certificate>) -> Result<Self, SigningError> {
        let mut certificates = certificates.into_iter();
        let leaf = certificates.next().ok_or(SigningError::ChainRefused)?;
        let mut above: Vec<Certificate> = certificates.collect();
        above.pop_if(|last| last.is_self_issued());
        let chain = Self { leaf, above };
        if chain.is_in_order() { Ok(chain) } else { Err(SigningError::ChainRefused) }
    }

    /// The same where the certificates lie in any order, as in a PKCS#12 file: the leaf's issuers are sought among them.
    pub(super) fn gathered(leaf: Certificate, others: &[Certificate]) -> Self {
        let mut above: Vec<Certificate> = Vec::new();
        while above.len() + 1 < MOST_CHAIN {
            let last = above.last().unwrap_or(&leaf);
            let fits = |other: &&Certificate| {
                last.names_issuer(other) && !other.is_self_issued() && !above.contains(other) && **other != leaf
            };
            let Some(next) = others.iter().find(fits) else { break };
            above.push(next.clone());
        }
        Self { leaf, above }
    }

    /// The chain of this leaf, whose issuers are sought by their names among those that came along in its file and those that
    /// were chosen, in whatever order they lie. A root may be among them, and a second certificate of an authority whose own is
    /// in the chain; both are left out.
    ///
    /// # Errors
    /// [`SigningError::ChainRefused`] where one that was chosen is of nobody in the chain. What came along was not chosen.
    pub fn completed(leaf: Certificate, along: &[Certificate], chosen: &[Certificate]) -> Result<Self, SigningError> {
        let chain = Self::gathered(leaf, &[along, chosen].concat());
        let last = chain.above.last().unwrap_or(&chain.leaf);
        let has_place = |other: &Certificate| {
            let is_there = chain.above.iter().any(|of| of.subject_der() == other.subject_der());
            is_there || (other.is_self_issued() && last.names_issuer(other))
        };
        if chosen.iter().all(has_place) { Ok(chain) } else { Err(SigningError::ChainRefused) }
    }

    fn is_in_order(&self) -> bool {
        let mut pairs = self.certificates().zip(self.above.iter());
        self.above.len() < MOST_CHAIN
            && pairs.all(|(certificate, issuer)| certificate.names_issuer(issuer) && !issuer.is_self_issued())
    }

    /// The signatory's certificate.
    pub fn leaf(&self) -> &Certificate {
        &self.leaf
    }

    /// The authorities' certificates above it, the nearest first.
    pub fn above(&self) -> &[Certificate] {
        &self.above
    }

    /// All of them, the leaf first.
    pub fn certificates(&self) -> impl Iterator<Item = &Certificate> {
        std::iter::once(&self.leaf).chain(&self.above)
    }

    /// The `x5c` of a header: base64 of each (RFC 7515, section 4.1.6).
    pub(super) fn x5c(&self) -> Vec<String> {
        self.certificates().map(|certificate| Base64::encode_string(certificate.der())).collect()
    }

    /// The chain of an `x5c`. No root may be among it: a header has one spelling.
    pub(super) fn from_x5c(texts: &[String]) -> Option<Self> {
        if texts.len() > MOST_CHAIN || texts.iter().any(|text| text.len() > MOST_CERTIFICATE * 2) {
            return None;
        }
        let read = |text: &String| Certificate::from_der(&Base64::decode_vec(text).ok()?).ok();
        let mut certificates = texts.iter().map(read).collect::<Option<Vec<_>>>()?.into_iter();
        let chain = Self { leaf: certificates.next()?, above: certificates.collect() };
        chain.is_in_order().then_some(chain)
    }
}
