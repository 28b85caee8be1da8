//! Whether a chain leads to a trusted root, by the rules of the crate `webpki` and the arithmetic of the primitives.
//!
//! `webpki` asks for signatures at once, and a browser answers later. So every signature that can be asked for is tried
//! beforehand: names tell which certificate may have issued which. `webpki` is then given the answers.
//!
//! What a stranger's chain can cost is bounded by [`MOST_TRIED`] alone. Revocation lists come after it: only where the chain
//! is trusted, only those of its authorities that name one of its certificates, each under the one key that certified it.

use super::asn1::{Node, SEQUENCE, write};
use super::certificate::{SignedData, key_kind, key_thumbprint, plain_signature, signed_data};
use super::revocation::{Link, is_end_revoked, is_revoked};
use super::{Certificate, Chain, Crl, Primitives, Scheme, SigningError};
use core::time::Duration;
use rustls_pki_types::{
    AlgorithmIdentifier, CertificateDer, InvalidSignature, SignatureVerificationAlgorithm, TrustAnchor, UnixTime,
    alg_id,
};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use webpki::{
    Cert, EndEntityCert, Error, ExtendedKeyUsageValidator, KeyPurposeIdIter, VerifiedPath, anchor_from_trusted_cert,
};

/// The most signatures that one chain may ask to be tried, revocation lists apart.
const MOST_TRIED: usize = 64;

/// What is to be thought of a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathVerdict {
    /// It leads to a trusted root, and was in force at the time of receipt.
    Trusted,
    /// The signatory's certificate certifies others; it signs no documents.
    Authority,
    /// Its key is not for signing documents.
    Usage,
    /// A certificate was no longer in force.
    Expired,
    /// A certificate was not yet in force.
    Early,
    /// It leads to no trusted root, or breaks a rule on the way there: which.
    Untrusted(String),
    /// A certificate was revoked before the receipt.
    Revoked,
    /// A certificate is signed by an algorithm that is not trusted, such as SHA-1.
    AlgorithmRefused,
    /// A certificate is not as RFC 5280 asks.
    Malformed,
}

/// The verdict on a chain at this time (Unix seconds), by these roots and revocation lists.
///
/// # Errors
/// Where the primitives could not answer.
pub async fn verify_path<P: Primitives>(
    primitives: &P,
    chain: &Chain,
    anchors: &[Certificate],
    crls: &[Crl],
    time: i64,
) -> Result<PathVerdict, SigningError> {
    let (verdict, _) = path_and_issuer(primitives, chain, anchors, crls, time).await?;
    Ok(verdict)
}

/// The same, and where the chain leads to a trusted root the thumbprint of the key that certified the signatory's.
pub(super) async fn path_and_issuer<P: Primitives>(
    primitives: &P,
    chain: &Chain,
    anchors: &[Certificate],
    crls: &[Crl],
    time: i64,
) -> Result<(PathVerdict, Option<String>), SigningError> {
    match chain.leaf() {
        leaf if leaf.facts().is_authority => return Ok((PathVerdict::Authority, None)),
        leaf if !leaf.signs_documents() => return Ok((PathVerdict::Usage, None)),
        _ => {}
    }
    let trusted = anchors;
    let in_force = |anchor: &&Certificate| (anchor.facts().not_before..=anchor.facts().not_after).contains(&time);
    let anchors: Vec<&Certificate> = anchors.iter().filter(in_force).collect();
    let above: Vec<&Certificate> = chain.above().iter().filter(|above| above.signs_certificates()).collect();
    let Some(answers) = Answers::tried(primitives, chain, &above, &anchors).await? else {
        let rule = format!("{:?}", Error::MaximumSignatureChecksExceeded);
        return Ok((PathVerdict::Untrusted(rule), None));
    };
    let path = match found(&answers, chain.leaf(), &above, &anchors, time) {
        Ok(path) => path,
        Err(error) => return Ok((verdict_of(error), None)),
    };
    let is_revoked = is_revoked(primitives, &path.links, crls, time).await?
        || is_end_revoked(primitives, &path.ends_at(&anchors), trusted, crls, time).await?;
    let verdict = if is_revoked { PathVerdict::Revoked } else { PathVerdict::Trusted };
    Ok((verdict, path.links.first().map(|link| key_thumbprint(&link.spki))))
}

/// The certificates below a trusted root, the signatory's first.
struct Path {
    links: Vec<Link>,
    /// The root's name, the content of its DER.
    root: Vec<u8>,
}

impl Path {
    /// The roots at which it may end: of one name and key there may be several certificates.
    fn ends_at<'a>(&self, anchors: &[&'a Certificate]) -> Vec<&'a Certificate> {
        let key = self.links.last().map(|link| link.spki.as_slice());
        let is_end = |anchor: &&&Certificate| {
            let name = Node::only(anchor.subject_der()).map(|name| name.content);
            name == Some(self.root.as_slice()) && key == Some(anchor.spki())
        };
        anchors.iter().filter(is_end).copied().collect()
    }
}

/// The path from the signatory's certificate up to a trusted root.
fn found(
    answers: &Answers,
    leaf: &Certificate,
    above: &[&Certificate],
    anchors: &[&Certificate],
    time: i64,
) -> Result<Path, Error> {
    let der = |certificate: &&Certificate| CertificateDer::from_slice(certificate.der()).into_owned();
    let above: Vec<CertificateDer<'static>> = above.iter().map(der).collect();
    let roots: Vec<CertificateDer<'static>> = anchors.iter().map(der).collect();
    let roots: Vec<TrustAnchor<'_>> = roots.iter().filter_map(|root| anchor_from_trusted_cert(root).ok()).collect();
    let seconds = u64::try_from(time).map_err(|_| Error::BadDerTime)?;
    let now = UnixTime::since_unix_epoch(Duration::from_secs(seconds));
    let leaf = CertificateDer::from_slice(leaf.der());
    let leaf = EndEntityCert::try_from(&leaf)?;
    let schemes = SCHEMES.map(|scheme| Known { scheme, answers });
    let schemes = schemes.each_ref().map(|known| known as &dyn SignatureVerificationAlgorithm);
    let path = leaf.verify_for_usage(&schemes, &roots, &above, now, AnyUsage, None, None)?;
    Ok(Path { links: links_of(&path), root: path.anchor().subject.as_ref().to_vec() })
}

fn links_of(path: &VerifiedPath<'_>) -> Vec<Link> {
    let leaf: &Cert<'_> = path.end_entity();
    let above: Vec<&Cert<'_>> = path.intermediate_certificates().collect();
    let mut issuers: Vec<Vec<u8>> = above.iter().map(|issuer| issuer.subject_public_key_info().to_vec()).collect();
    let mut root = Vec::new();
    write(SEQUENCE, &[&path.anchor().subject_public_key_info], &mut root);
    issuers.push(root);
    let certificates = std::iter::once(leaf).chain(above).zip(issuers);
    let link = |(certificate, spki): (&Cert<'_>, _)| Link {
        issuer: certificate.issuer().to_vec(),
        serial: certificate.serial().to_vec(),
        spki,
    };
    certificates.map(link).collect()
}

fn verdict_of(error: Error) -> PathVerdict {
    match error {
        Error::CertExpired { .. } => PathVerdict::Expired,
        Error::CertNotValidYet { .. } => PathVerdict::Early,
        Error::CaUsedAsEndEntity => PathVerdict::Authority,
        Error::UnsupportedSignatureAlgorithmContext(_)
        | Error::UnsupportedSignatureAlgorithmForPublicKeyContext(_)
        | Error::SignatureAlgorithmMismatch => PathVerdict::AlgorithmRefused,
        Error::BadDer
        | Error::BadDerTime
        | Error::ExtensionValueInvalid
        | Error::InvalidCertValidity
        | Error::InvalidSerialNumber
        | Error::MalformedExtensions
        | Error::TrailingData(_)
        | Error::UnsupportedCertVersion => PathVerdict::Malformed,
        rule => PathVerdict::Untrusted(format!("{rule:?}")),
    }
}

/// Any extended key usage: those of officers' certificates differ from authority to authority.
struct AnyUsage;

impl ExtendedKeyUsageValidator for AnyUsage {
    fn validate(&self, mut usages: KeyPurposeIdIter<'_, '_>) -> Result<(), Error> {
        usages.try_for_each(|usage| usage.map(|_| ()))
    }
}

/// The signatures that were tried and fit, each by the hash of scheme, key, message and signature.
#[derive(Debug, Default)]
struct Answers(BTreeSet<[u8; 32]>);

impl Answers {
    /// Tries every signature of the chain under every key that may have made it, as names tell. None where there are too
    /// many.
    async fn tried<P: Primitives>(
        primitives: &P,
        chain: &Chain,
        above: &[&Certificate],
        anchors: &[&Certificate],
    ) -> Result<Option<Self>, SigningError> {
        let issuers: Vec<&Certificate> = above.iter().chain(anchors).copied().collect();
        let mut tasks = Vec::new();
        for certificate in chain.certificates() {
            let of = issuers.iter().filter(|issuer| certificate.names_issuer(issuer));
            tasks.extend(of.filter_map(|issuer| Some((signed_data(certificate.der())?, *issuer))));
        }
        if tasks.len() > MOST_TRIED {
            return Ok(None);
        }
        let mut answers = Self::default();
        for (signed, issuer) in tasks {
            let Some(scheme) = scheme_of(signed.algorithm) else { continue };
            if fits(primitives, &signed, issuer.spki()).await? {
                answers.0.insert(question(scheme, issuer.key_bits(), signed.message, signed.signature));
            }
        }
        Ok(Some(answers))
    }
}

/// Whether the signature is on what is signed, by this key.
pub(super) async fn fits<P: Primitives>(
    primitives: &P,
    signed: &SignedData<'_>,
    spki: &[u8],
) -> Result<bool, SigningError> {
    let scheme = scheme_of(signed.algorithm).filter(|_| key_kind(spki).is_some());
    let plain = scheme.and_then(|scheme| Some((scheme, plain_signature(scheme, signed.signature)?)));
    match plain {
        Some((scheme, plain)) => Ok(primitives.verify(scheme, spki, signed.message, &plain).await?),
        None => Ok(false),
    }
}

fn question(scheme: Scheme, key: &[u8], message: &[u8], signature: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new_with_prefix([scheme as u8]);
    for part in [key, message, signature] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

/// The schemes that certificates are trusted by.
const SCHEMES: [Scheme; 6] = [
    Scheme::EcdsaP256Sha256,
    Scheme::EcdsaP384Sha384,
    Scheme::RsaSha256,
    Scheme::RsaSha384,
    Scheme::RsaSha512,
    Scheme::RsaPssSha256,
];

fn signature_algorithm(scheme: Scheme) -> AlgorithmIdentifier {
    match scheme {
        Scheme::EcdsaP256Sha256 => alg_id::ECDSA_SHA256,
        Scheme::EcdsaP384Sha384 => alg_id::ECDSA_SHA384,
        Scheme::RsaSha256 => alg_id::RSA_PKCS1_SHA256,
        Scheme::RsaSha384 => alg_id::RSA_PKCS1_SHA384,
        Scheme::RsaSha512 => alg_id::RSA_PKCS1_SHA512,
        Scheme::RsaPssSha256 => alg_id::RSA_PSS_SHA256,
    }
}

/// The scheme of this AlgorithmIdentifier's content, if it is one of ours.
fn scheme_of(algorithm: &[u8]) -> Option<Scheme> {
    SCHEMES.into_iter().find(|scheme| signature_algorithm(*scheme).as_ref() == algorithm)
}

/// One scheme, answered from what was tried.
#[derive(Debug)]
struct Known<'a> {
    scheme: Scheme,
    answers: &'a Answers,
}

impl SignatureVerificationAlgorithm for Known<'_> {
    fn verify_signature(&self, key: &[u8], message: &[u8], signature: &[u8]) -> Result<(), InvalidSignature> {
        let known = self.answers.0.contains(&question(self.scheme, key, message, signature));
        if known { Ok(()) } else { Err(InvalidSignature) }
    }

    fn public_key_alg_id(&self) -> AlgorithmIdentifier {
        match self.scheme {
            Scheme::EcdsaP256Sha256 => alg_id::ECDSA_P256,
            Scheme::EcdsaP384Sha384 => alg_id::ECDSA_P384,
            _ => alg_id::RSA_ENCRYPTION,
        }
    }

    fn signature_alg_id(&self) -> AlgorithmIdentifier {
        signature_algorithm(self.scheme)
    }
}
