//! Signatures made elsewhere: by a token's own program, or by a tool on another machine.

use super::asn1::{INTEGER, Node, OCTETS, OID, SEQUENCE, SET, normal, plain_ecdsa};
use super::{Algorithm, AttachFault, Certificate, Primitives, Signature, SigningError, ToSign};
use base64ct::{Base64, Encoding};
use x509_cert::der::pem;

/// The largest file with a signature: CMS with a whole chain in base64.
pub const MOST_ATTACHED: usize = 256 * 1024;

/// `id-signedData` and `id-data` (RFC 5652, sections 5.1 and 4), as they stand in DER.
const SIGNED_DATA: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02";
const DATA: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01";
/// The tags of SignedData's certificates and of SignerInfo's signed attributes, and of a signer named by key identifier.
const CONTEXT_0: u8 = 0xa0;
const CONTEXT_1: u8 = 0xa1;
const KEY_IDENTIFIER: u8 = 0x80;

/// The signature of what was given out, from the bytes that came back: those of RSA, r and s of ECDSA plain or in DER, or
/// CMS without signed attributes (RFC 5652); each as it is, in base64 or in PEM. It is verified here.
///
/// # Errors
/// [`SigningError::Attached`], and where the primitives could not answer.
pub async fn attach<P: Primitives>(primitives: &P, wanted: &ToSign, file: &[u8]) -> Result<Signature, SigningError> {
    let leaf = wanted.leaf().ok_or(AttachFault::OtherCertificate)?;
    let bytes = signature_in(file, wanted.algorithm(), leaf)?;
    match primitives.verify(wanted.algorithm().scheme(), leaf.spki(), wanted.bytes(), &bytes).await? {
        true => Ok(wanted.signature(&bytes)),
        false => Err(AttachFault::Broken.into()),
    }
}

/// The same where a certificate came back with the signature, as from a token's program: it must be the one named.
///
/// # Errors
/// As [`attach`].
pub async fn attach_with<P: Primitives>(
    primitives: &P,
    wanted: &ToSign,
    file: &[u8],
    certificate: &Certificate,
) -> Result<Signature, SigningError> {
    match wanted.leaf() {
        Some(leaf) if leaf == certificate => attach(primitives, wanted, file).await,
        _ => Err(AttachFault::OtherCertificate.into()),
    }
}

/// The signature's bytes as a JWS has them, in a file of any of the forms.
fn signature_in(file: &[u8], algorithm: Algorithm, leaf: &Certificate) -> Result<Vec<u8>, AttachFault> {
    if file.len() > MOST_ATTACHED {
        return Err(AttachFault::Malformed);
    }
    let length = leaf.key_kind().map(|kind| kind.signature_length());
    let plain = |bytes: &[u8]| (Some(bytes.len()) == length).then(|| bytes.to_vec());
    if let Some(bytes) = plain(file) {
        return Ok(bytes);
    }
    let bytes = uncovered(file);
    let from_ecdsa = || (algorithm == Algorithm::Es256).then(|| plain_ecdsa(&bytes, 32)).flatten();
    if let Some(bytes) = plain(&bytes).or_else(from_ecdsa) {
        return Ok(bytes);
    }
    let der = normal(&bytes).ok_or(AttachFault::Malformed)?;
    let signed = cms_signature(&der, leaf)?;
    plain(signed).or_else(|| plain_ecdsa(signed, 32)).ok_or(AttachFault::NotCms)
}

/// The bytes inside PEM or base64, or the file as it is.
fn uncovered(file: &[u8]) -> Vec<u8> {
    if let Ok((_, der)) = pem::decode_vec(file.trim_ascii()) {
        return der;
    }
    let text: String = file.iter().filter(|byte| !byte.is_ascii_whitespace()).map(|byte| char::from(*byte)).collect();
    Base64::decode_vec(&text).unwrap_or_else(|_| file.to_vec())
}

/// The one signature in a ContentInfo of SignedData, by this certificate and over nothing but the data.
fn cms_signature<'a>(der: &'a [u8], leaf: &Certificate) -> Result<&'a [u8], AttachFault> {
    let SignedData { certificates, signers } = signed_data(der).ok_or(AttachFault::NotCms)?;
    let [signer] = signers.as_slice() else { return Err(AttachFault::NotCms) };
    if !certificates.is_empty() && !certificates.iter().any(|certificate| certificate.whole == leaf.der()) {
        return Err(AttachFault::OtherCertificate);
    }
    let parts = signer.parts(SEQUENCE).ok_or(AttachFault::NotCms)?;
    match parts.as_slice() {
        [_, _, _, attributes, ..] if attributes.tag == CONTEXT_0 => Err(AttachFault::Attributes),
        [version, name, digest, algorithm, signature, unsigned @ ..]
            if version.tag == INTEGER
                && matches!(name.tag, SEQUENCE | KEY_IDENTIFIER)
                && digest.tag == SEQUENCE
                && algorithm.tag == SEQUENCE
                && signature.tag == OCTETS
                && unsigned.iter().all(|part| part.tag == CONTEXT_1) =>
        {
            Ok(signature.content)
        }
        _ => Err(AttachFault::NotCms),
    }
}

struct SignedData<'a> {
    certificates: Vec<Node<'a>>,
    signers: Vec<Node<'a>>,
}

/// The parts of SignedData (RFC 5652, section 5.1) that matter here.
fn signed_data(der: &[u8]) -> Option<SignedData<'_>> {
    let outer = Node::only(der)?.parts(SEQUENCE)?;
    let [kind, content] = outer.as_slice() else { return None };
    kind.of(OID).filter(|kind| kind.content == SIGNED_DATA)?;
    let parts = Node::only(content.of(CONTEXT_0)?.content)?.parts(SEQUENCE)?;
    let [version, digests, data, rest @ .., signers] = parts.as_slice() else { return None };
    (version.tag == INTEGER && digests.tag == SET).then_some(())?;
    data.parts(SEQUENCE)?.first()?.of(OID).filter(|kind| kind.content == DATA)?;
    let certificates = match rest {
        [] => Vec::new(),
        [certificates] | [certificates, _] if certificates.tag == CONTEXT_0 => certificates.parts(CONTEXT_0)?,
        [crls] if crls.tag == CONTEXT_1 => Vec::new(),
        _ => return None,
    };
    Some(SignedData { certificates, signers: signers.parts(SET)? })
}
