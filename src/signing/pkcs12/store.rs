//! What a PKCS#12 file says in the open, before any password: its parts, how each is locked, and what that would cost.

use super::Pkcs12Fault;
use super::derive::OldCipher;
use crate::signing::asn1::{INTEGER, NULL, Node, OCTETS, OID, SEQUENCE, normal};
use crate::signing::{Hash, MOST_ITERATIONS};
use pkcs5::pbes2::{self, Kdf, Pbkdf2Prf};
use pkcs8::AlgorithmIdentifierRef;
use pkcs8::der::Decode;
use x509_cert::der::oid::ObjectIdentifier;
use zeroize::Zeroizing;

/// `id-data` and `id-encryptedData` (RFC 5652), as they stand in DER.
const DATA: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01";
const ENCRYPTED_DATA: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x06";
/// `pkcs-12PbeIds` (RFC 7292, appendix C): the last byte tells them apart.
const OLD_SCHEMES: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x01";
/// The hashes of MACs (RFC 8017, appendix B.1).
const SHA1: &[u8] = b"\x2b\x0e\x03\x02\x1a";
const SHA2: &[u8] = b"\x60\x86\x48\x01\x65\x03\x04\x02";

/// A salt longer than this is nobody's.
const MOST_SALT: usize = 1024;
/// A context tag with one value inside, and one with octets in its stead.
pub(super) const CONTEXT_0: u8 = 0xa0;
const IMPLICIT_0: u8 = 0x80;

/// The parts of a file.
pub(super) struct Store {
    /// The bytes that the MAC covers.
    pub safe: Zeroizing<Vec<u8>>,
    /// What shows that password and content are right, where there is such a thing.
    pub mac: Option<MacData>,
}

/// How the content is protected against changes.
pub(super) struct MacData {
    pub hash: Hash,
    pub salt: Vec<u8>,
    pub iterations: u32,
    pub mac: Vec<u8>,
}

/// Octets and how they are locked.
pub(super) struct Locked<'a> {
    pub lock: Lock,
    pub cipher: &'a [u8],
}

/// How octets are locked.
pub(super) enum Lock {
    /// PBES2 with PBKDF2 and AES (RFC 8018).
    Aes { hash: Hash, salt: Vec<u8>, iterations: u32, key_length: usize, iv: [u8; 16] },
    /// The schemes of RFC 7292 itself.
    Old { cipher: OldCipher, salt: Vec<u8>, iterations: u32 },
}

/// What one ContentInfo of the file holds.
pub(super) enum Content<'a> {
    Open(&'a [u8]),
    Locked(Locked<'a>),
}

/// The iterations that a file may still ask for.
pub(super) struct Purse(u64);

/// What an iteration of PKCS#12's own KDF costs: it is not the browser's, and is made for the key and for the iv.
const OWN_KDF: u64 = 4;

impl Purse {
    /// As many iterations of PBKDF2 in all as a key file may ask for.
    pub fn full() -> Self {
        Self(u64::from(MOST_ITERATIONS))
    }

    /// Takes out what opening this lock costs.
    pub fn spend_on(&mut self, lock: &Lock) -> Result<(), Pkcs12Fault> {
        match lock {
            Lock::Aes { iterations, .. } => self.spend(*iterations, 1),
            Lock::Old { iterations, .. } => self.spend(*iterations, OWN_KDF),
        }
    }

    /// Takes out what trying the MAC costs.
    pub fn spend_on_mac(&mut self, mac: &MacData) -> Result<(), Pkcs12Fault> {
        self.spend(mac.iterations, OWN_KDF)
    }

    fn spend(&mut self, iterations: u32, cost: u64) -> Result<(), Pkcs12Fault> {
        let refused = Pkcs12Fault::IterationsRefused(u64::from(iterations));
        let rest = self.0.checked_sub(u64::from(iterations) * cost).filter(|_| iterations > 0);
        self.0 = rest.ok_or(refused)?;
        Ok(())
    }
}

/// A value that must be there.
pub(super) fn must<T>(value: Option<T>) -> Result<T, Pkcs12Fault> {
    value.ok_or(Pkcs12Fault::Malformed)
}

/// The file's parts (RFC 7292, section 4).
pub(super) fn read(der: &[u8]) -> Result<Store, Pkcs12Fault> {
    let parts = must(Node::only(der).and_then(|file| file.parts(SEQUENCE)))?;
    let (version, safe, mac) = match parts.as_slice() {
        [version, safe] => (version, safe, None),
        [version, safe, mac] => (version, safe, Some(mac)),
        _ => return Err(Pkcs12Fault::Malformed),
    };
    if version.small() != Some(3) {
        return Err(Pkcs12Fault::Malformed);
    }
    let Content::Open(safe) = content(*safe)? else { return Err(Pkcs12Fault::Malformed) };
    Ok(Store { safe: Zeroizing::new(safe.to_vec()), mac: mac.map(|mac| mac_data(*mac)).transpose()? })
}

/// What a ContentInfo holds (section 4.1).
pub(super) fn content(info: Node<'_>) -> Result<Content<'_>, Pkcs12Fault> {
    let parts = must(info.parts(SEQUENCE))?;
    let [kind, value] = parts.as_slice() else { return Err(Pkcs12Fault::Malformed) };
    let value = must(value.of(CONTEXT_0).and_then(|value| Node::only(value.content)))?;
    match must(kind.of(OID))?.content {
        DATA => Ok(Content::Open(must(value.of(OCTETS))?.content)),
        ENCRYPTED_DATA => Ok(Content::Locked(must(value.parts(SEQUENCE)).and_then(encrypted_data)?)),
        _ => Err(Pkcs12Fault::EncryptionRefused(oid(*kind))),
    }
}

/// EncryptedData (RFC 5652, section 8).
fn encrypted_data(parts: Vec<Node<'_>>) -> Result<Locked<'_>, Pkcs12Fault> {
    let info = must(parts.get(1).and_then(|info| info.parts(SEQUENCE)))?;
    let [_, scheme, cipher] = info.as_slice() else { return Err(Pkcs12Fault::Malformed) };
    let cipher = must(cipher.of(IMPLICIT_0))?.content;
    Ok(Locked { lock: lock(*scheme)?, cipher })
}

/// EncryptedPrivateKeyInfo (RFC 5958, section 3).
pub(super) fn encrypted_key(value: Node<'_>) -> Result<Locked<'_>, Pkcs12Fault> {
    let parts = must(value.parts(SEQUENCE))?;
    let [scheme, cipher] = parts.as_slice() else { return Err(Pkcs12Fault::Malformed) };
    Ok(Locked { lock: lock(*scheme)?, cipher: must(cipher.of(OCTETS))?.content })
}

fn lock(scheme: Node<'_>) -> Result<Lock, Pkcs12Fault> {
    let parts = must(scheme.parts(SEQUENCE))?;
    let [name, parameters] = parts.as_slice() else {
        return Err(Pkcs12Fault::EncryptionRefused(parts.first().map(|name| oid(*name)).unwrap_or_default()));
    };
    match must(name.of(OID))?.content.strip_prefix(OLD_SCHEMES) {
        Some([3]) => old(OldCipher::TripleDes, *parameters),
        Some([5]) => old(OldCipher::Rc2Of128, *parameters),
        Some([6]) => old(OldCipher::Rc2Of40, *parameters),
        _ => aes(scheme),
    }
}

fn old(cipher: OldCipher, parameters: Node<'_>) -> Result<Lock, Pkcs12Fault> {
    let parts = must(parameters.parts(SEQUENCE))?;
    let [salt, iterations] = parts.as_slice() else { return Err(Pkcs12Fault::Malformed) };
    Ok(Lock::Old { cipher, salt: salt_in(*salt)?, iterations: count(*iterations)? })
}

fn salt_in(node: Node<'_>) -> Result<Vec<u8>, Pkcs12Fault> {
    must(node.of(OCTETS).filter(|salt| salt.content.len() <= MOST_SALT)).map(|salt| salt.content.to_vec())
}

/// A count of iterations; one that is no number of four bytes is refused as too large.
fn count(node: Node<'_>) -> Result<u32, Pkcs12Fault> {
    let number = must(node.of(INTEGER))?;
    number.small().ok_or(Pkcs12Fault::IterationsRefused(u64::MAX))
}

fn aes(scheme: Node<'_>) -> Result<Lock, Pkcs12Fault> {
    let refused = |oid: ObjectIdentifier| Pkcs12Fault::EncryptionRefused(oid.to_string());
    let scheme = AlgorithmIdentifierRef::from_der(scheme.whole).map_err(|_| Pkcs12Fault::Malformed)?;
    if scheme.oid != pbes2::PBES2_OID {
        return Err(refused(scheme.oid));
    }
    let parameters = must(scheme.parameters)?;
    let pbes2 = pbes2::Parameters::try_from(parameters).map_err(|error| match error.kind() {
        pkcs8::der::ErrorKind::OidUnknown { oid } => refused(oid),
        _ => Pkcs12Fault::Malformed,
    })?;
    let Kdf::Pbkdf2(kdf) = &pbes2.kdf else { return Err(refused(pbes2.kdf.oid())) };
    let hash = match kdf.prf {
        Pbkdf2Prf::HmacWithSha1 => Hash::Sha1,
        Pbkdf2Prf::HmacWithSha256 => Hash::Sha256,
        Pbkdf2Prf::HmacWithSha384 => Hash::Sha384,
        Pbkdf2Prf::HmacWithSha512 => Hash::Sha512,
        prf => return Err(refused(prf.oid())),
    };
    let (key_length, iv) = match pbes2.encryption {
        pbes2::EncryptionScheme::Aes128Cbc { iv } => (16, iv),
        pbes2::EncryptionScheme::Aes256Cbc { iv } => (32, iv),
        cipher => return Err(refused(cipher.oid())),
    };
    if kdf.key_length.is_some_and(|length| usize::from(length) != key_length) {
        return Err(Pkcs12Fault::Malformed);
    }
    let (salt, iterations) = (kdf.salt.as_bytes().to_vec(), kdf.iteration_count);
    Ok(Lock::Aes { hash, salt, iterations, key_length, iv })
}

/// MacData (RFC 7292, section 4).
fn mac_data(node: Node<'_>) -> Result<MacData, Pkcs12Fault> {
    let parts = must(node.parts(SEQUENCE))?;
    let (digest, salt, iterations) = match parts.as_slice() {
        [digest, salt] => (digest, salt, 1),
        [digest, salt, iterations] => (digest, salt, count(*iterations)?),
        _ => return Err(Pkcs12Fault::Malformed),
    };
    let digest = must(digest.parts(SEQUENCE))?;
    let [algorithm, mac] = digest.as_slice() else { return Err(Pkcs12Fault::Malformed) };
    let algorithm = must(algorithm.parts(SEQUENCE))?;
    let (name, parameters) = must(algorithm.split_first())?;
    let plain = parameters.iter().all(|parameters| parameters.tag == NULL);
    let hash = match (must(name.of(OID))?.content, name.content.strip_prefix(SHA2)) {
        (SHA1, _) if plain => Hash::Sha1,
        (_, Some([1])) if plain => Hash::Sha256,
        (_, Some([2])) if plain => Hash::Sha384,
        (_, Some([3])) if plain => Hash::Sha512,
        _ => return Err(Pkcs12Fault::EncryptionRefused(oid(*name))),
    };
    let mac = must(mac.of(OCTETS))?.content.to_vec();
    Ok(MacData { hash, salt: salt_in(*salt)?, iterations, mac })
}

/// The object identifier as people write it.
pub(super) fn oid(node: Node<'_>) -> String {
    ObjectIdentifier::from_bytes(node.content).map(|oid| oid.to_string()).unwrap_or_default()
}

/// The values of a SEQUENCE OF in BER.
pub(super) fn listed(ber: &[u8]) -> Result<Zeroizing<Vec<u8>>, Pkcs12Fault> {
    must(normal(ber))
}
