use super::derive::{is_mac, two_bytes_a_letter};
use super::entry::{Bags, Key, entries};
use super::store::{
    CONTEXT_0, Content, Lock, Locked, MacData, Purse, Store, content, encrypted_key, listed, must, read,
};
use super::{KeyEntry, Pkcs12Fault};
use crate::signing::asn1::{Node, OCTETS, OID, SEQUENCE, SET, normal};
use crate::signing::names::utf16;
use crate::signing::{Certificate, Hash, Password, PrimitiveError, Primitives, SigningError};
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
