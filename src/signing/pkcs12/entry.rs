use super::Pkcs12Fault;
use crate::signing::asn1::{BIT_STRING, INTEGER, NULL, Node, OCTETS, OID, SEQUENCE, normal, write};
use crate::signing::certificate::key_bits;
use crate::signing::key_file::prove;
use crate::signing::{Algorithm, Certificate, Chain, Identity, KeyKind, PrimitiveError, Primitives, SigningError};
use zeroize::Zeroizing;

/// `id-ecPublicKey` and `rsaEncryption`.
const EC_KEY: &[u8] = b"\x2a\x86\x48\xce\x3d\x02\x01";
const RSA_KEY: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01";
/// The tag of the public key in ECPrivateKey (RFC 5915).
const CONTEXT_1: u8 = 0xa1;

/// One key of a PKCS#12 file, with its certificates. The key is wiped when dropped.
pub struct KeyEntry {
    /// The name that tells it from the file's other keys; empty where it has none.
    pub friendly_name: String,
    chain: Chain,
    kind: KeyKind,
    pkcs8: Zeroizing<Vec<u8>>,
}

impl KeyEntry {
    /// The certificates that say whose key it is.
    pub fn chain(&self) -> &Chain {
        &self.chain
    }

    /// The kind of key.
    pub fn kind(&self) -> KeyKind {
        self.kind
    }

    /// The key ready to sign by this algorithm, shown to be the certificate's.
    ///
    /// # Errors
    /// [`PrimitiveError::KeyRefused`] where it does not sign by it, or is not the certificate's.
    pub async fn identity<P: Primitives>(
        &self,
        primitives: &P,
        algorithm: Algorithm,
    ) -> Result<Identity<P::PrivateKey>, SigningError> {
        if !algorithm.fits(self.kind) {
            return Err(PrimitiveError::KeyRefused.into());
        }
        let private = primitives.import(algorithm, &self.pkcs8).await?;
        prove(primitives, &private, algorithm.scheme(), self.chain.leaf().spki()).await?;
        Ok(Identity { private, algorithm, chain: self.chain.clone() })
    }
}

/// What lies in a file.
#[derive(Default)]
pub(super) struct Bags {
    pub keys: Vec<Key>,
    pub certificates: Vec<(Option<Vec<u8>>, Certificate)>,
    pub seen: usize,
}

pub(super) struct Key {
    pub friendly_name: String,
    pub id: Option<Vec<u8>>,
    pub pkcs8: Zeroizing<Vec<u8>>,
}

/// The keys with their certificates.
pub(super) fn entries(bags: Bags) -> Result<Vec<KeyEntry>, SigningError> {
    let Bags { keys, certificates, .. } = bags;
    if keys.is_empty() {
        return Err(Pkcs12Fault::NoKey.into());
    }
    let all: Vec<Certificate> = certificates.iter().map(|(_, certificate)| certificate.clone()).collect();
    let usable: Vec<(Key, Inside)> =
        keys.into_iter().filter_map(|key| Inside::of(&key.pkcs8).map(|inside| (key, inside))).collect();
    if usable.is_empty() {
        return Err(Pkcs12Fault::KeyRefused.into());
    }
    let entry = |(key, inside): (Key, Inside)| {
        let same_id = |id: &Option<Vec<u8>>| key.id.is_some() && *id == key.id;
        let fitting = certificates.iter().filter(|(_, certificate)| inside.fits(certificate));
        let best = fitting.min_by_key(|(id, certificate)| (!same_id(id), certificate.facts().is_authority));
        let leaf = best.map(|(_, certificate)| certificate.clone())?;
        let kind = leaf.key_kind()?;
        let pkcs8 = inside.pkcs8(&leaf);
        Some(KeyEntry { friendly_name: key.friendly_name, kind, chain: Chain::gathered(leaf, &all), pkcs8 })
    };
    let entries: Vec<KeyEntry> = usable.into_iter().filter_map(entry).collect();
    if entries.is_empty() { Err(Pkcs12Fault::NoCertificate.into()) } else { Ok(entries) }
}

/// What is inside PKCS#8 (RFC 5958), as far as finding the certificate needs it.
enum Inside {
    /// The modulus, and the RSAPrivateKey.
    Rsa { modulus: Vec<u8>, key: Zeroizing<Vec<u8>> },
    /// The scalar, and the public point where it is there.
    P256 { scalar: Zeroizing<Vec<u8>>, point: Option<Vec<u8>> },
}

impl Inside {
    fn of(pkcs8: &[u8]) -> Option<Self> {
        let der = normal(pkcs8)?;
        let parts = Node::only(&der)?.parts(SEQUENCE)?;
        let [_, algorithm, key, ..] = parts.as_slice() else { return None };
        let algorithm = algorithm.parts(SEQUENCE)?;
        let key = key.of(OCTETS)?.content;
        let inner = normal(key)?;
        let parts = Node::only(&inner)?.parts(SEQUENCE)?;
        match algorithm.first()?.of(OID)?.content {
            RSA_KEY => {
                let modulus = parts.get(1)?.of(INTEGER)?.content;
                let modulus = modulus.strip_prefix(&[0]).unwrap_or(modulus).to_vec();
                Some(Self::Rsa { modulus, key: inner.clone() })
            }
            EC_KEY => {
                let scalar = Zeroizing::new(parts.get(1)?.of(OCTETS)?.content.to_vec());
                let point = parts.iter().find_map(|part| Node::only(part.of(CONTEXT_1)?.content)?.of(BIT_STRING));
                let point = point.and_then(|bits| bits.content.strip_prefix(&[0])).map(<[u8]>::to_vec);
                (scalar.len() == 32).then_some(Self::P256 { scalar, point })
            }
            _ => None,
        }
    }

    /// Whether the certificate may be this key's. Signing will show it.
    fn fits(&self, certificate: &Certificate) -> bool {
        let bits = key_bits(certificate.spki());
        match (self, certificate.key_kind()) {
            (Self::Rsa { modulus, .. }, Some(KeyKind::Rsa(_))) => {
                let parts = Node::only(bits).and_then(|key| key.parts(SEQUENCE)).unwrap_or_default();
                let digits = parts.first().map(|modulus| modulus.content).unwrap_or_default();
                digits.strip_prefix(&[0]).unwrap_or(digits) == modulus
            }
            (Self::P256 { point, .. }, Some(KeyKind::P256)) => point.as_ref().is_none_or(|point| point == bits),
            _ => false,
        }
    }

    /// The key as the primitives take it: without attributes, and with the public key that browsers ask for.
    fn pkcs8(&self, certificate: &Certificate) -> Zeroizing<Vec<u8>> {
        match self {
            Self::Rsa { key, .. } => info(&[&tlv(OID, RSA_KEY), &tlv(NULL, &[])], key),
            Self::P256 { scalar, .. } => {
                let bits = tlv(BIT_STRING, &[&[0], key_bits(certificate.spki())].concat());
                let scalar = Zeroizing::new(tlv(OCTETS, scalar));
                let key = sequence(&[&tlv(INTEGER, &[1]), &scalar, &tlv(CONTEXT_1, &bits)]);
                info(&[&tlv(OID, EC_KEY), &tlv(OID, P256)], &key)
            }
        }
    }
}

const P256: &[u8] = b"\x2a\x86\x48\xce\x3d\x03\x01\x07";

fn info(algorithm: &[&[u8]], key: &[u8]) -> Zeroizing<Vec<u8>> {
    let key = Zeroizing::new(tlv(OCTETS, key));
    sequence(&[&tlv(INTEGER, &[0]), &sequence(algorithm), &key])
}

fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut der = Vec::with_capacity(content.len() + 8);
    write(tag, &[content], &mut der);
    der
}

fn sequence(parts: &[&[u8]]) -> Zeroizing<Vec<u8>> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let mut der = Zeroizing::new(Vec::with_capacity(length + 8));
    write(SEQUENCE, parts, &mut der);
    der
}
