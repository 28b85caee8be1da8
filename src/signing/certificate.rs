use super::asn1::{BIT_STRING, INTEGER, NULL, Node, OID, SEQUENCE, plain_ecdsa};
use super::{KeyKind, LEAST_MODULUS, MOST_MODULUS, Scheme, SigningError, names};
use base64ct::{Base64UrlUnpadded, Encoding};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use x509_cert::der::{Decode, Encode, pem};
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage};

/// The largest certificate that is read, in bytes of DER.
pub const MOST_CERTIFICATE: usize = 16 * 1024;

/// The label of a certificate's PEM (RFC 7468, section 5).
const PEM_LABEL: &str = "CERTIFICATE";
/// `id-ecPublicKey` (RFC 5480), `rsaEncryption` (RFC 3279), `prime256v1` and `secp384r1`, as they stand in DER.
const EC_KEY: &[u8] = b"\x2a\x86\x48\xce\x3d\x02\x01";
const RSA_KEY: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01";
const P256: &[u8] = b"\x2a\x86\x48\xce\x3d\x03\x01\x07";
const P384: &[u8] = b"\x2b\x81\x04\x00\x22";

/// An X.509 certificate (RFC 5280), read once. What it says is only a claim until its path is trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    der: Vec<u8>,
    spki: Vec<u8>,
    kind: Option<KeyKind>,
    subject_der: Vec<u8>,
    issuer_der: Vec<u8>,
    usage: Option<KeyUsage>,
    facts: CertificateFacts,
}

/// What people are shown of a certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateFacts {
    /// The whole name of whom it is for, `C=VN, O=Bộ Tài chính, CN=…`.
    pub subject: String,
    /// The person's or office's name alone.
    pub common_name: Option<String>,
    /// Its organisation.
    pub organisation: Option<String>,
    /// The whole name of who issued it.
    pub issuer: String,
    /// The serial number in hexadecimal digits.
    pub serial: String,
    /// The first second of its validity, Unix time.
    pub not_before: i64,
    /// The last.
    pub not_after: i64,
    /// Whether it certifies others.
    pub is_authority: bool,
    /// The base64url SHA-256 of its DER, the `x5t#S256` of a header (RFC 7515, section 4.1.8), 43 characters.
    pub thumbprint: String,
    /// The thumbprint of the key that certified it, [`Certificate::key_thumbprint`] of its issuer: the certificate does not
    /// say it, the path to a trusted root does. None where none was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer_key: Option<String>,
}

/// The SHA-256 of a certificate as authorities publish it, from its thumbprint in base64url: hexadecimal digits in groups of
/// four. Empty for what is no thumbprint.
pub fn certificate_fingerprint(thumbprint: &str) -> String {
    let digest = Base64UrlUnpadded::decode_vec(thumbprint).unwrap_or_default();
    let (pairs, _) = digest.as_chunks::<2>();
    pairs.iter().map(|[first, second]| format!("{first:02X}{second:02X}")).collect::<Vec<_>>().join(" ")
}

/// What is signed, by which scheme, and the signature as the primitives ask for it.
pub(super) struct SignedData<'a> {
    pub message: &'a [u8],
    pub algorithm: &'a [u8],
    pub signature: &'a [u8],
}

impl Certificate {
    /// The certificate in this DER.
    ///
    /// # Errors
    /// [`SigningError::CertificateMalformed`] where it is none, or larger than [`MOST_CERTIFICATE`].
    pub fn from_der(der: &[u8]) -> Result<Self, SigningError> {
        let read = || -> Option<Self> {
            let certificate = x509_cert::Certificate::from_der(der).ok()?;
            Self::of(certificate.tbs_certificate(), der)
        };
        (der.len() <= MOST_CERTIFICATE).then(read).flatten().ok_or(SigningError::CertificateMalformed)
    }

    fn of(body: &x509_cert::TbsCertificate, der: &[u8]) -> Option<Self> {
        let spki = body.subject_public_key_info().to_der().ok()?;
        let constraints = body.get_extension::<BasicConstraints>().ok()?;
        let serial = body.serial_number().as_bytes();
        let time = |time: x509_cert::time::Time| i64::try_from(time.to_unix_duration().as_secs()).ok();
        let facts = CertificateFacts {
            subject: names::line(body.subject()),
            common_name: names::common_name(body.subject()),
            organisation: names::organisation(body.subject()),
            issuer: names::line(body.issuer()),
            serial: serial.iter().map(|byte| format!("{byte:02x}")).collect(),
            not_before: time(body.validity().not_before)?,
            not_after: time(body.validity().not_after)?,
            is_authority: constraints.is_some_and(|(_, constraints)| constraints.ca),
            thumbprint: Base64UrlUnpadded::encode_string(&Sha256::digest(der)),
            issuer_key: None,
        };
        Some(Self {
            der: der.to_vec(),
            kind: key_kind(&spki),
            spki,
            subject_der: body.subject().to_der().ok()?,
            issuer_der: body.issuer().to_der().ok()?,
            usage: body.get_extension::<KeyUsage>().ok()?.map(|(_, usage)| usage),
            facts,
        })
    }

    /// The certificates in a file, in its order: one in DER, or any number in PEM.
    pub fn read(file: &[u8]) -> Result<Vec<Self>, SigningError> {
        let Some(mut rest) = std::str::from_utf8(file).ok().filter(|text| text.contains("-----BEGIN ")) else {
            return Ok(vec![Self::from_der(file)?]);
        };
        let (begin, end) = ("-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----");
        let mut found = Vec::new();
        while let Some(at) = rest.find(begin) {
            let (_, block) = rest.split_at(at);
            let last = block.find(end).ok_or(SigningError::CertificateMalformed)? + end.len();
            let (block, after) = block.split_at(last);
            found.push(Self::from_pem(block)?);
            rest = after;
        }
        if found.is_empty() { Err(SigningError::CertificateMalformed) } else { Ok(found) }
    }

    /// The one certificate in a file.
    pub fn one(file: &[u8]) -> Result<Self, SigningError> {
        match Self::read(file)?.as_slice() {
            [certificate] => Ok(certificate.clone()),
            _ => Err(SigningError::CertificateMalformed),
        }
    }

    fn from_pem(pem: &str) -> Result<Self, SigningError> {
        match pem::decode_vec(pem.trim().as_bytes()) {
            Ok((PEM_LABEL, der)) => Self::from_der(&der),
            _ => Err(SigningError::CertificateMalformed),
        }
    }

    /// Its DER.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// Its PEM (RFC 7468).
    pub fn pem(&self) -> String {
        pem::encode_string(PEM_LABEL, pem::LineEnding::LF, &self.der).unwrap_or_default()
    }

    /// What people are shown of it.
    pub fn facts(&self) -> &CertificateFacts {
        &self.facts
    }

    /// The SubjectPublicKeyInfo in DER.
    pub fn spki(&self) -> &[u8] {
        &self.spki
    }

    /// The kind of its key, where it is one that can be verified with.
    pub fn key_kind(&self) -> Option<KeyKind> {
        self.kind
    }

    /// The base64url SHA-256 of its DER, 43 characters.
    pub fn thumbprint(&self) -> &str {
        &self.facts.thumbprint
    }

    /// The base64url SHA-256 of its SubjectPublicKeyInfo, 43 characters: another certificate of the same key has the same.
    pub fn key_thumbprint(&self) -> String {
        key_thumbprint(&self.spki)
    }

    /// Whether it is issued in its own name, as roots are.
    pub fn is_self_issued(&self) -> bool {
        self.subject_der == self.issuer_der
    }

    /// Whether the other one may have issued it, as far as names tell.
    pub fn names_issuer(&self, other: &Self) -> bool {
        self.issuer_der == other.subject_der
    }

    pub(super) fn subject_der(&self) -> &[u8] {
        &self.subject_der
    }

    /// Whether its key may sign documents, as far as it says (RFC 5280, section 4.2.1.3).
    pub(super) fn signs_documents(&self) -> bool {
        self.usage.is_none_or(|usage| usage.digital_signature() || usage.non_repudiation())
    }

    /// Whether its key may sign certificates, as far as it says.
    pub(super) fn signs_certificates(&self) -> bool {
        self.usage.is_none_or(|usage| usage.key_cert_sign())
    }

    /// The bits of its key, without the algorithm.
    pub(super) fn key_bits(&self) -> &[u8] {
        key_bits(&self.spki)
    }
}

/// The base64url SHA-256 of an SPKI.
pub(super) fn key_thumbprint(spki: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(&Sha256::digest(spki))
}

/// The bits of the key in an SPKI, without the algorithm.
pub(super) fn key_bits(spki: &[u8]) -> &[u8] {
    key_parts(spki).map(|(_, bits)| bits).unwrap_or_default()
}

/// A certificate's or a revocation list's three parts (RFC 5280, sections 4.1 and 5.1).
pub(super) fn signed_data(der: &[u8]) -> Option<SignedData<'_>> {
    let parts = Node::only(der)?.parts(SEQUENCE)?;
    let [message, algorithm, signature] = parts.as_slice() else { return None };
    let ([0], signature) = signature.of(BIT_STRING)?.content.split_at_checked(1)? else { return None };
    Some(SignedData { message: message.whole, algorithm: algorithm.of(SEQUENCE)?.content, signature })
}

/// The algorithm of an SPKI, and the key's bits.
fn key_parts(spki: &[u8]) -> Option<(Vec<Node<'_>>, &[u8])> {
    let parts = Node::only(spki)?.parts(SEQUENCE)?;
    let [algorithm, bits] = parts.as_slice() else { return None };
    let ([0], bits) = bits.of(BIT_STRING)?.content.split_at_checked(1)? else { return None };
    Some((algorithm.parts(SEQUENCE)?, bits))
}

/// The kind of the key in an SPKI, where it is one that the primitives know.
pub(super) fn key_kind(spki: &[u8]) -> Option<KeyKind> {
    let (algorithm, bits) = key_parts(spki)?;
    let [name, parameters] = algorithm.as_slice() else { return None };
    match (name.of(OID)?.content, parameters.tag, parameters.content) {
        (EC_KEY, OID, P256) => Some(KeyKind::P256),
        (EC_KEY, OID, P384) => Some(KeyKind::P384),
        (RSA_KEY, NULL, []) => {
            let length = modulus(bits)?.len();
            (LEAST_MODULUS..=MOST_MODULUS).contains(&length).then_some(KeyKind::Rsa(length))
        }
        _ => None,
    }
}

/// The modulus at the beginning of an RSAPublicKey (RFC 8017, appendix A.1.1), without the zero before it.
fn modulus(key: &[u8]) -> Option<&[u8]> {
    let parts = Node::only(key)?.parts(SEQUENCE)?;
    let digits = parts.first()?.of(INTEGER)?.content;
    Some(digits.strip_prefix(&[0]).unwrap_or(digits))
}

/// The signature as the primitives ask for it: ECDSA's is in DER in certificates (RFC 3279, section 2.2.3), here in its
/// strictest form; none where it is not.
pub fn plain_signature(scheme: Scheme, signature: &[u8]) -> Option<Vec<u8>> {
    match scheme {
        Scheme::EcdsaP256Sha256 => plain_ecdsa(signature, 32),
        Scheme::EcdsaP384Sha384 => plain_ecdsa(signature, 48),
        _ => Some(signature.to_vec()),
    }
}
