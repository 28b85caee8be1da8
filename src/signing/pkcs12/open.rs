use super::Pkcs12Fault;
use super::derive::{is_mac, two_bytes_a_letter};
use super::store::{
    CONTEXT_0, Content, Lock, Locked, MacData, Purse, Store, content, encrypted_key, listed, must, read,
};
use crate::signing::asn1::{BIT_STRING, INTEGER, NULL, Node, OCTETS, OID, SEQUENCE, SET, normal, write};
use crate::signing::certificate::key_bits;
use crate::signing::key_file::prove;
use crate::signing::names::utf16;
use crate::signing::{
    Algorithm, Certificate, Chain, Hash, Identity, KeyKind, Password, PrimitiveError, Primitives, SigningError,
};
use sha1::Sha1;
use sha2::{Sha256, Sha384, Sha512};
use zeroize::Zeroizing;

/// The largest PKCS#12 file that is read, in bytes.
pub const MOST_FILE: usize = 1024 * 1024;
/// The most keys and certificates in one.
const MOST_BAGS: usize = 64;
/// How deep bags may lie in one another.
const DEEPEST_BAG: usize = 4;

/// The kinds of bags, the last byte of `bagtypes` (RFC 7292, section 4.2).
const BAG_TYPES: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x0a\x01";
/// `friendlyName`, `localKeyId` and `x509Certificate` (RFC 2985).
const FRIENDLY_NAME: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x14";
const LOCAL_KEY_ID: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x15";
const X509_CERTIFICATE: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x16\x01";
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

/// The keys in this file that have their certificate beside them and sign returns, in the file's order.
///
/// The password is tried in NFC and then as typed, since programs differ. What is asked of the processor is counted before
/// any of it is done, [`MOST_ITERATIONS`](crate::signing::MOST_ITERATIONS) for each of the two, a quarter of them by PKCS#12's own KDF.
///
/// # Errors
/// [`SigningError::PasswordWrong`], [`SigningError::Pkcs12`], and where the primitives could not answer.
pub async fn open_p12<P: Primitives>(
    primitives: &P,
    file: &[u8],
    password: &Password,
) -> Result<Vec<KeyEntry>, SigningError> {
    if file.len() > MOST_FILE {
        return Err(Pkcs12Fault::TooLarge.into());
    }
    let der = must(normal(file))?;
    let store = read(&der)?;
    for typed in password.forms() {
        match opened(primitives, &store, typed).await {
            Err(SigningError::PasswordWrong) => {}
            bags => return entries(bags?),
        }
    }
    Err(SigningError::PasswordWrong)
}

/// What lies in a file.
#[derive(Default)]
struct Bags {
    keys: Vec<Key>,
    certificates: Vec<(Option<Vec<u8>>, Certificate)>,
    seen: usize,
}

struct Key {
    friendly_name: String,
    id: Option<Vec<u8>>,
    pkcs8: Zeroizing<Vec<u8>>,
}

async fn opened<P: Primitives>(primitives: &P, store: &Store, password: &str) -> Result<Bags, SigningError> {
    let mut purse = Purse::full();
    let mac = store.mac.as_ref();
    mac.map_or(Ok(()), |mac| purse.spend_on_mac(mac))?;
    let safe = listed(&store.safe)?;
    let contents = must(Node::only(&safe).and_then(|safe| safe.parts(SEQUENCE)))?;
    let contents = contents.into_iter().map(content).collect::<Result<Vec<_>, _>>()?;
    for part in &contents {
        if let Content::Locked(locked) = part {
            purse.spend_on(&locked.lock)?;
        }
    }
    if !mac.is_none_or(|mac| fits(mac, password, &store.safe)) {
        return Err(SigningError::PasswordWrong);
    }
    let mut bags = Bags::default();
    for part in contents {
        let plain = match part {
            Content::Open(plain) => Zeroizing::new(plain.to_vec()),
            Content::Locked(locked) => unlocked(primitives, &locked, password).await?,
        };
        take(primitives, &plain, password, &mut purse, &mut bags).await?;
    }
    Ok(bags)
}

fn fits(mac: &MacData, password: &str, content: &[u8]) -> bool {
    let password = two_bytes_a_letter(password);
    let MacData { hash, salt, iterations, mac } = mac;
    match hash {
        Hash::Sha1 => is_mac::<Sha1>(64, &password, salt, *iterations, content, mac),
        Hash::Sha256 => is_mac::<Sha256>(64, &password, salt, *iterations, content, mac),
        Hash::Sha384 => is_mac::<Sha384>(128, &password, salt, *iterations, content, mac),
        Hash::Sha512 => is_mac::<Sha512>(128, &password, salt, *iterations, content, mac),
    }
}

async fn unlocked<P: Primitives>(
    primitives: &P,
    locked: &Locked<'_>,
    password: &str,
) -> Result<Zeroizing<Vec<u8>>, SigningError> {
    match &locked.lock {
        Lock::Old { cipher, salt, iterations } => {
            let password = two_bytes_a_letter(password);
            cipher.decrypt(&password, salt, *iterations, locked.cipher)?.ok_or(SigningError::PasswordWrong)
        }
        Lock::Aes { hash, salt, iterations, key_length, iv } => {
            let mut key = Zeroizing::new(vec![0; *key_length]);
            primitives.derive(*hash, password.as_bytes(), salt, *iterations, &mut key).await?;
            primitives.decrypt(&key, iv, locked.cipher).await.map_err(|error| match error {
                PrimitiveError::PaddingRefused => SigningError::PasswordWrong,
                error => error.into(),
            })
        }
    }
}

/// Takes the bags of a SafeContents, and of those inside it (RFC 7292, section 4.2).
async fn take<P: Primitives>(
    primitives: &P,
    plain: &[u8],
    password: &str,
    purse: &mut Purse,
    bags: &mut Bags,
) -> Result<(), SigningError> {
    let mut waiting = vec![(0, listed(plain)?)];
    while let Some((depth, safe)) = waiting.pop() {
        for bag in must(Node::only(&safe).and_then(|safe| safe.parts(SEQUENCE)))? {
            bags.seen += 1;
            if bags.seen > MOST_BAGS {
                return Err(Pkcs12Fault::TooLarge.into());
            }
            let Bag { kind, value, name, id } = must(bag_of(bag))?;
            match kind {
                1 => bags.keys.push(Key { friendly_name: name, id, pkcs8: Zeroizing::new(value.whole.to_vec()) }),
                2 => {
                    let locked = encrypted_key(value)?;
                    purse.spend_on(&locked.lock)?;
                    let pkcs8 = unlocked(primitives, &locked, password).await?;
                    bags.keys.push(Key { friendly_name: name, id, pkcs8 });
                }
                3 => bags.certificates.extend(certificate(value)?.map(|certificate| (id, certificate))),
                6 if depth < DEEPEST_BAG => waiting.push((depth + 1, Zeroizing::new(value.whole.to_vec()))),
                6 => return Err(Pkcs12Fault::Malformed.into()),
                _ => {}
            }
        }
    }
    Ok(())
}

struct Bag<'a> {
    /// The last byte of its kind.
    kind: u8,
    value: Node<'a>,
    name: String,
    id: Option<Vec<u8>>,
}

fn bag_of(bag: Node<'_>) -> Option<Bag<'_>> {
    let parts = bag.parts(SEQUENCE)?;
    let (kind, value, attributes) = match parts.as_slice() {
        [kind, value] => (kind, value, Vec::new()),
        [kind, value, attributes] => (kind, value, attributes.parts(SET)?),
        _ => return None,
    };
    let [kind] = kind.of(OID)?.content.strip_prefix(BAG_TYPES)? else { return None };
    let value = Node::only(value.of(CONTEXT_0)?.content)?;
    let found = |wanted| attributes.iter().find_map(|attribute| attribute_value(*attribute, wanted));
    let name = found(FRIENDLY_NAME).and_then(|name| utf16(name.content)).unwrap_or_default();
    let id = found(LOCAL_KEY_ID).map(|id| id.content.to_vec());
    Some(Bag { kind: *kind, value, name: shown(&name), id })
}

/// A name without what is not to be seen.
fn shown(name: &str) -> String {
    name.chars().filter(|letter| !letter.is_control()).take(200).collect()
}

fn attribute_value<'a>(attribute: Node<'a>, wanted: &[u8]) -> Option<Node<'a>> {
    let parts = attribute.parts(SEQUENCE)?;
    let [name, values] = parts.as_slice() else { return None };
    name.of(OID).filter(|name| name.content == wanted)?;
    values.parts(SET)?.first().copied()
}

/// The certificate in a CertBag, none where it is of another kind.
fn certificate(value: Node<'_>) -> Result<Option<Certificate>, SigningError> {
    let parts = must(value.parts(SEQUENCE))?;
    let [kind, value] = parts.as_slice() else { return Err(Pkcs12Fault::Malformed.into()) };
    if kind.content != X509_CERTIFICATE {
        return Ok(None);
    }
    let octets = value.of(CONTEXT_0).and_then(|value| Node::only(value.content)?.of(OCTETS));
    Certificate::from_der(must(octets)?.content).map(Some)
}

/// The keys with their certificates.
fn entries(bags: Bags) -> Result<Vec<KeyEntry>, SigningError> {
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
        let fitting: Vec<_> = certificates.iter().filter(|(_, certificate)| inside.fits(certificate)).collect();
        let named = fitting.iter().find(|(id, _)| same_id(id)).or(fitting.first());
        let leaf = named.map(|(_, certificate)| certificate.clone())?;
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
