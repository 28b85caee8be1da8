use super::{Algorithm, Hash, Password, PrimitiveError, Primitives, PublicKey, Scheme, SigningError};
use pkcs5::EncryptionScheme;
use pkcs5::pbes2::{self, Kdf, Pbkdf2Prf};
use pkcs8::der::asn1::{AnyRef, OctetStringRef};
use pkcs8::der::pem::{self, LineEnding};
use pkcs8::der::{Decode, Encode, Error, ErrorKind};
use pkcs8::{AlgorithmIdentifierRef, EncryptedPrivateKeyInfoRef, ObjectIdentifier, PrivateKeyInfoRef};
use sec1::EcPrivateKey;
use zeroize::Zeroizing;

/// The iterations of PBKDF2 for keys made here: what OWASP's Password Storage Cheat Sheet asks for HMAC-SHA256.
pub const ITERATIONS: u32 = 600_000;
/// The most iterations that a file may ask for, so that a hostile one cannot hang the page (RFC 8018, section 4.2).
pub const MOST_ITERATIONS: u32 = 10_000_000;

const ENCRYPTED: &str = "ENCRYPTED PRIVATE KEY";
/// `id-ecPublicKey` (RFC 5480, section 2.1.1).
const EC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
/// `secp256r1` (RFC 5480, section 2.1.1.1).
const P256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
/// Signed and verified on opening, to show that private and public key belong together.
const PROBE: &[u8] = b"return36a: the key is opened";

/// A key that is open: loaded for one signing and dropped after it.
pub struct SigningKey<K> {
    /// What signs.
    pub private: K,
    /// What verifies.
    pub public: PublicKey,
}

/// A key just made.
pub struct NewKey {
    /// The officer's file: PEM of the key encrypted under the password.
    pub pem: String,
    /// The key for the card.
    pub public: PublicKey,
}

/// What the file says in the open, before any password.
struct Locked {
    salt: Vec<u8>,
    iterations: u32,
    iv: [u8; 16],
    cipher: Vec<u8>,
}

/// A new key of P-256 in a file under this password. `iterations` is [`ITERATIONS`] but in tests.
pub async fn new_key<P: Primitives>(
    primitives: &P,
    password: &Password,
    iterations: u32,
) -> Result<NewKey, SigningError> {
    let pkcs8 = primitives.generate().await?;
    let public = public_key(&pkcs8)?;
    let pem = write_key(primitives, &pkcs8, password, iterations).await?;
    Ok(NewKey { pem, public })
}

/// The PEM file of this PKCS#8 key under the password: PBES2, PBKDF2-HMAC-SHA256, AES-256-CBC (RFC 8018).
pub async fn write_key<P: Primitives>(
    primitives: &P,
    pkcs8: &[u8],
    password: &Password,
    iterations: u32,
) -> Result<String, SigningError> {
    let (mut salt, mut iv) = ([0; 16], [0; 16]);
    primitives.fill_random(&mut salt)?;
    primitives.fill_random(&mut iv)?;
    let key = password_key(primitives, password, &salt, iterations).await?;
    let cipher = primitives.encrypt(&key, &iv, pkcs8).await?;
    let der = encrypted_der(&salt, iterations, iv, &cipher).map_err(|_| SigningError::KeyFileMalformed)?;
    pem::encode_string(ENCRYPTED, LineEnding::LF, &der).map_err(|_| SigningError::KeyFileMalformed)
}

/// The key in this PEM file, opened with the password.
pub async fn open_key<P: Primitives>(
    primitives: &P,
    file: &[u8],
    password: &Password,
) -> Result<SigningKey<P::PrivateKey>, SigningError> {
    let locked = locked(file)?;
    let key = password_key(primitives, password, &locked.salt, locked.iterations).await?;
    let pkcs8 = primitives.decrypt(key.as_slice(), &locked.iv, &locked.cipher).await.map_err(|error| match error {
        PrimitiveError::PaddingRefused => SigningError::PasswordWrong,
        error => error.into(),
    })?;
    let public = public_key(&pkcs8)?;
    let private = primitives.import(Algorithm::Es256, &pkcs8).await?;
    prove(primitives, &private, Scheme::EcdsaP256Sha256, &public.spki()).await?;
    Ok(SigningKey { private, public })
}

/// Shows by a signature that the private key and the public one belong together.
pub(super) async fn prove<P: Primitives>(
    primitives: &P,
    private: &P::PrivateKey,
    scheme: Scheme,
    spki: &[u8],
) -> Result<(), SigningError> {
    let proof = primitives.sign(private, PROBE).await?;
    match primitives.verify(scheme, spki, PROBE, &proof).await? {
        true => Ok(()),
        false => Err(PrimitiveError::KeyRefused.into()),
    }
}

async fn password_key<P: Primitives>(
    primitives: &P,
    password: &Password,
    salt: &[u8],
    iterations: u32,
) -> Result<Zeroizing<[u8; 32]>, SigningError> {
    if !(1..=MOST_ITERATIONS).contains(&iterations) {
        return Err(SigningError::KeyIterationsRefused(iterations));
    }
    let mut key = Zeroizing::new([0; 32]);
    primitives.derive(Hash::Sha256, password.as_bytes(), salt, iterations, key.as_mut_slice()).await?;
    Ok(key)
}

fn encrypted_der(salt: &[u8; 16], iterations: u32, iv: [u8; 16], cipher: &[u8]) -> pkcs8::Result<Vec<u8>> {
    let parameters = pbes2::Parameters::generate_pbkdf2_sha256_aes256cbc(iterations, salt, iv)?;
    let info = EncryptedPrivateKeyInfoRef {
        encryption_algorithm: EncryptionScheme::Pbes2(parameters),
        encrypted_data: OctetStringRef::new(cipher)?,
    };
    Ok(info.to_der()?)
}

fn locked(file: &[u8]) -> Result<Locked, SigningError> {
    let (label, der) = pem::decode_vec(file).map_err(|_| SigningError::KeyFileMalformed)?;
    let der = Zeroizing::new(der);
    match label {
        ENCRYPTED => {}
        "PRIVATE KEY" | "EC PRIVATE KEY" | "RSA PRIVATE KEY" => return Err(SigningError::KeyNotEncrypted),
        _ => return Err(SigningError::KeyFileMalformed),
    }
    let (scheme, cipher) = encrypted(&der).map_err(structure_error)?;
    if cipher.is_empty() || !cipher.len().is_multiple_of(16) {
        return Err(SigningError::KeyFileMalformed);
    }
    let (salt, iterations, iv) = parameters(scheme)?;
    Ok(Locked { salt, iterations, iv, cipher: cipher.to_vec() })
}

/// The two parts of EncryptedPrivateKeyInfo (RFC 5958, section 3), read here since the crate does not name a scheme that it
/// does not know.
fn encrypted(der: &[u8]) -> Result<(AlgorithmIdentifierRef<'_>, &[u8]), Error> {
    AnyRef::from_der(der)?.sequence(|parts| {
        let scheme = AlgorithmIdentifierRef::decode(parts)?;
        let cipher = <&OctetStringRef>::decode(parts)?;
        Ok((scheme, cipher.as_bytes()))
    })
}

fn parameters(scheme: AlgorithmIdentifierRef<'_>) -> Result<(Vec<u8>, u32, [u8; 16]), SigningError> {
    let refused = |oid: ObjectIdentifier| SigningError::KeyEncryptionRefused(oid.to_string());
    if scheme.oid != pbes2::PBES2_OID {
        return Err(refused(scheme.oid));
    }
    let parameters = scheme.parameters.ok_or(SigningError::KeyFileMalformed)?;
    let pbes2 = pbes2::Parameters::try_from(parameters).map_err(structure_error)?;
    let Kdf::Pbkdf2(kdf) = &pbes2.kdf else {
        return Err(refused(pbes2.kdf.oid()));
    };
    if kdf.prf != Pbkdf2Prf::HmacWithSha256 {
        return Err(refused(kdf.prf.oid()));
    }
    let pbes2::EncryptionScheme::Aes256Cbc { iv } = pbes2.encryption else {
        return Err(refused(pbes2.encryption.oid()));
    };
    if kdf.key_length.is_some_and(|length| length != 32) {
        return Err(SigningError::KeyFileMalformed);
    }
    Ok((kdf.salt.as_bytes().to_vec(), kdf.iteration_count, iv))
}

fn structure_error(error: Error) -> SigningError {
    match error.kind() {
        ErrorKind::OidUnknown { oid } => SigningError::KeyEncryptionRefused(oid.to_string()),
        _ => SigningError::KeyFileMalformed,
    }
}

/// The public key that stands in a PKCS#8 private key. Bytes that are none are taken for a wrong password's, since one in
/// 256 wrong passwords leaves a padding that looks right.
fn public_key(pkcs8: &[u8]) -> Result<PublicKey, SigningError> {
    let info = PrivateKeyInfoRef::from_der(pkcs8).map_err(|_| SigningError::PasswordWrong)?;
    info.algorithm.assert_oids(EC_KEY, P256).map_err(|_| SigningError::KeyNotP256)?;
    let key = EcPrivateKey::from_der(info.private_key.as_bytes()).map_err(|_| SigningError::KeyNotP256)?;
    key.public_key.and_then(PublicKey::from_point).ok_or(SigningError::KeyNotP256)
}
