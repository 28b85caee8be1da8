use super::{Algorithm, Hash, LEAST_MODULUS, MOST_MODULUS, PrimitiveError, Primitives, Scheme};
use aes::cipher::block_padding::Pkcs7;
use aes::cipher::{BlockCipherDecrypt, BlockModeDecrypt, BlockModeEncrypt, KeyInit, KeyIvInit};
use aes::{Aes128, Aes256};
use p256::SecretKey;
use p256::ecdsa::signature::{RandomizedSigner, SignatureEncoding, Signer, Verifier};
use p256::pkcs8::{DecodePrivateKey, DecodePublicKey, EncodePrivateKey};
use rsa::rand_core::{TryCryptoRng, TryRng};
use rsa::traits::PublicKeyParts;
use rsa::{RsaPrivateKey, RsaPublicKey, pkcs1v15, pss};
use sha1::Sha1;
use sha2::{Sha256, Sha384, Sha512};
use std::cell::RefCell;
use zeroize::Zeroizing;

/// How often random bytes may fail to be a key; with fair ones a second time comes once in 2^32.
const TRIES: usize = 16;

/// The primitives by crates, for the command line and the tests. Signatures are deterministic (RFC 6979).
pub struct Native<R> {
    random: RefCell<R>,
}

/// The source of random bytes for who only verifies: it has none.
pub fn no_randomness(_: &mut [u8]) -> Result<(), PrimitiveError> {
    Err(PrimitiveError::RandomnessMissing)
}

impl<R: FnMut(&mut [u8]) -> Result<(), PrimitiveError>> Native<R> {
    /// The primitives with this source of random bytes.
    pub fn new(random: R) -> Self {
        Self { random: RefCell::new(random) }
    }
}

/// A private key and the algorithm that it signs by.
pub enum NativeKey {
    /// ES256.
    Es256(p256::ecdsa::SigningKey),
    /// RS256.
    Rs256(pkcs1v15::SigningKey<Sha256>),
    /// PS256.
    Ps256(pss::SigningKey<Sha256>),
}

impl<R: FnMut(&mut [u8]) -> Result<(), PrimitiveError>> Primitives for Native<R> {
    type PrivateKey = NativeKey;

    fn fill_random(&self, bytes: &mut [u8]) -> Result<(), PrimitiveError> {
        let mut random = self.random.try_borrow_mut().map_err(|_| PrimitiveError::RandomnessMissing)?;
        random(bytes)
    }

    async fn generate(&self) -> Result<Zeroizing<Vec<u8>>, PrimitiveError> {
        let mut scalar = Zeroizing::new([0; 32]);
        for _ in 0..TRIES {
            self.fill_random(scalar.as_mut_slice())?;
            if let Ok(key) = SecretKey::from_slice(scalar.as_slice()) {
                return key.to_pkcs8_der().map(|der| der.to_bytes()).map_err(|_| PrimitiveError::Failed);
            }
        }
        Err(PrimitiveError::RandomnessMissing)
    }

    async fn import(&self, algorithm: Algorithm, pkcs8: &[u8]) -> Result<NativeKey, PrimitiveError> {
        Ok(match algorithm {
            Algorithm::Es256 => {
                let key = SecretKey::from_pkcs8_der(pkcs8).map_err(|_| PrimitiveError::KeyRefused)?;
                NativeKey::Es256(key.into())
            }
            Algorithm::Rs256 => NativeKey::Rs256(rsa_key(pkcs8)?.into()),
            Algorithm::Ps256 => NativeKey::Ps256(rsa_key(pkcs8)?.into()),
        })
    }

    async fn sign(&self, key: &NativeKey, message: &[u8]) -> Result<Vec<u8>, PrimitiveError> {
        let signature = match key {
            NativeKey::Es256(key) => key.try_sign(message).map(|made: p256::ecdsa::Signature| made.to_vec()),
            NativeKey::Rs256(key) => key.try_sign(message).map(|made| made.to_vec()),
            NativeKey::Ps256(key) => key.try_sign_with_rng(&mut Chance(self), message).map(|made| made.to_vec()),
        };
        signature.map_err(|_| PrimitiveError::Failed)
    }

    async fn verify(
        &self,
        scheme: Scheme,
        spki: &[u8],
        message: &[u8],
        signature: &[u8],
    ) -> Result<bool, PrimitiveError> {
        let verified = match scheme {
            Scheme::EcdsaP256Sha256 => p256_verified(spki, message, signature),
            Scheme::EcdsaP384Sha384 => p384_verified(spki, message, signature),
            Scheme::RsaSha256 => rsa_verified(spki, message, signature, pkcs1v15::VerifyingKey::<Sha256>::new),
            Scheme::RsaSha384 => rsa_verified(spki, message, signature, pkcs1v15::VerifyingKey::<Sha384>::new),
            Scheme::RsaSha512 => rsa_verified(spki, message, signature, pkcs1v15::VerifyingKey::<Sha512>::new),
            Scheme::RsaPssSha256 => rsa_verified(spki, message, signature, pss::VerifyingKey::<Sha256>::new),
        };
        Ok(verified.is_some())
    }

    async fn derive(
        &self,
        hash: Hash,
        password: &[u8],
        salt: &[u8],
        iterations: u32,
        derived: &mut [u8],
    ) -> Result<(), PrimitiveError> {
        match hash {
            Hash::Sha1 => pbkdf2::pbkdf2_hmac::<Sha1>(password, salt, iterations, derived),
            Hash::Sha256 => pbkdf2::pbkdf2_hmac::<Sha256>(password, salt, iterations, derived),
            Hash::Sha384 => pbkdf2::pbkdf2_hmac::<Sha384>(password, salt, iterations, derived),
            Hash::Sha512 => pbkdf2::pbkdf2_hmac::<Sha512>(password, salt, iterations, derived),
        }
        Ok(())
    }

    async fn encrypt(&self, key: &[u8; 32], iv: &[u8; 16], plain: &[u8]) -> Result<Vec<u8>, PrimitiveError> {
        let cipher = cbc::Encryptor::<Aes256>::new(key.into(), iv.into());
        Ok(cipher.encrypt_padded_vec::<Pkcs7>(plain))
    }

    async fn decrypt(&self, key: &[u8], iv: &[u8; 16], cipher: &[u8]) -> Result<Zeroizing<Vec<u8>>, PrimitiveError> {
        match key.len() {
            16 => decrypted::<Aes128>(key, iv, cipher),
            32 => decrypted::<Aes256>(key, iv, cipher),
            _ => Err(PrimitiveError::Failed),
        }
    }
}

/// The primitives' random bytes, as the crates ask for them.
struct Chance<'a, R>(&'a Native<R>);

impl<R: FnMut(&mut [u8]) -> Result<(), PrimitiveError>> TryRng for Chance<'_, R> {
    type Error = PrimitiveError;

    fn try_next_u32(&mut self) -> Result<u32, PrimitiveError> {
        let mut bytes = [0; 4];
        self.0.fill_random(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, PrimitiveError> {
        let mut bytes = [0; 8];
        self.0.fill_random(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), PrimitiveError> {
        self.0.fill_random(bytes)
    }
}

impl<R: FnMut(&mut [u8]) -> Result<(), PrimitiveError>> TryCryptoRng for Chance<'_, R> {}

fn rsa_key(pkcs8: &[u8]) -> Result<RsaPrivateKey, PrimitiveError> {
    let key = RsaPrivateKey::from_pkcs8_der(pkcs8).map_err(|_| PrimitiveError::KeyRefused)?;
    if !is_strong(&key) {
        return Err(PrimitiveError::KeyRefused);
    }
    Ok(key)
}

fn is_strong(key: &impl PublicKeyParts) -> bool {
    (LEAST_MODULUS..=MOST_MODULUS).contains(&key.size()) && key.n().bits_vartime() as usize >= LEAST_MODULUS * 8
}

fn p256_verified(spki: &[u8], message: &[u8], signature: &[u8]) -> Option<()> {
    let key = p256::ecdsa::VerifyingKey::from_public_key_der(spki).ok()?;
    key.verify(message, &p256::ecdsa::Signature::from_slice(signature).ok()?).ok()
}

fn p384_verified(spki: &[u8], message: &[u8], signature: &[u8]) -> Option<()> {
    let key = p384::ecdsa::VerifyingKey::from_public_key_der(spki).ok()?;
    key.verify(message, &p384::ecdsa::Signature::from_slice(signature).ok()?).ok()
}

fn rsa_verified<V, S>(spki: &[u8], message: &[u8], signature: &[u8], verifier: fn(RsaPublicKey) -> V) -> Option<()>
where
    V: Verifier<S>,
    S: for<'a> TryFrom<&'a [u8]>,
{
    let key = RsaPublicKey::from_public_key_der(spki).ok().filter(is_strong)?;
    if signature.len() != key.size() {
        return None;
    }
    verifier(key).verify(message, &S::try_from(signature).ok()?).ok()
}

fn decrypted<C: BlockCipherDecrypt + KeyInit>(
    key: &[u8],
    iv: &[u8; 16],
    cipher: &[u8],
) -> Result<Zeroizing<Vec<u8>>, PrimitiveError> {
    let mut buffer = Zeroizing::new(cipher.to_vec());
    let decryptor = cbc::Decryptor::<C>::new_from_slices(key, iv).map_err(|_| PrimitiveError::Failed)?;
    let length = decryptor.decrypt_padded::<Pkcs7>(&mut buffer).map_err(|_| PrimitiveError::PaddingRefused)?.len();
    buffer.truncate(length);
    Ok(buffer)
}
