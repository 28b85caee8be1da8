use super::{PrimitiveError, Primitives, PublicKey};
use aes::Aes256;
use aes::cipher::block_padding::Pkcs7;
use aes::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit};
use p256::SecretKey;
use p256::ecdsa::signature::{Signer, Verifier};
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};
use p256::pkcs8::{DecodePrivateKey, EncodePrivateKey};
use sha2::Sha256;
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

impl<R: FnMut(&mut [u8]) -> Result<(), PrimitiveError>> Primitives for Native<R> {
    type PrivateKey = SigningKey;

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

    async fn import(&self, pkcs8: &[u8]) -> Result<SigningKey, PrimitiveError> {
        let key = SecretKey::from_pkcs8_der(pkcs8).map_err(|_| PrimitiveError::KeyRefused)?;
        Ok(SigningKey::from(key))
    }

    async fn sign(&self, key: &SigningKey, message: &[u8]) -> Result<[u8; 64], PrimitiveError> {
        let signature: Signature = key.try_sign(message).map_err(|_| PrimitiveError::Failed)?;
        Ok(signature.to_bytes().into())
    }

    async fn verify(&self, key: &PublicKey, message: &[u8], signature: &[u8; 64]) -> Result<bool, PrimitiveError> {
        let key = VerifyingKey::from_sec1_bytes(&key.point());
        let signature = Signature::from_slice(signature);
        Ok(matches!((key, signature), (Ok(key), Ok(signature)) if key.verify(message, &signature).is_ok()))
    }

    async fn derive(
        &self,
        password: &[u8],
        salt: &[u8],
        iterations: u32,
        derived: &mut [u8],
    ) -> Result<(), PrimitiveError> {
        pbkdf2::pbkdf2_hmac::<Sha256>(password, salt, iterations, derived);
        Ok(())
    }

    async fn encrypt(&self, key: &[u8; 32], iv: &[u8; 16], plain: &[u8]) -> Result<Vec<u8>, PrimitiveError> {
        let cipher = cbc::Encryptor::<Aes256>::new(key.into(), iv.into());
        Ok(cipher.encrypt_padded_vec::<Pkcs7>(plain))
    }

    async fn decrypt(
        &self,
        key: &[u8; 32],
        iv: &[u8; 16],
        cipher: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, PrimitiveError> {
        let mut buffer = Zeroizing::new(cipher.to_vec());
        let length = cbc::Decryptor::<Aes256>::new(key.into(), iv.into())
            .decrypt_padded::<Pkcs7>(&mut buffer)
            .map_err(|_| PrimitiveError::PaddingRefused)?
            .len();
        buffer.truncate(length);
        Ok(buffer)
    }
}
