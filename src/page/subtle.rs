//! The primitives of signing by the browser's SubtleCrypto: no bytes of ours, and quicker than any compiled to WebAssembly.
//!
//! Private keys are imported so that the page cannot read them out again, and never stored. What JavaScript holds of a key's
//! bytes is overwritten as soon as the browser has taken its copy.

use crate::signing::{PrimitiveError, Primitives, PublicKey};
use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, CryptoKey, SubtleCrypto};
use zeroize::Zeroizing;

/// The browser's primitives.
pub struct Subtle {
    crypto: Crypto,
    subtle: SubtleCrypto,
}

impl Subtle {
    /// This page's primitives; [`PrimitiveError::SubtleMissing`] where the browser does not trust the page's origin, as on
    /// a plain http host (Secure Contexts, section 3.1).
    pub fn new() -> Result<Self, PrimitiveError> {
        let crypto = property(&js_sys::global(), "crypto")?;
        let subtle = property(&crypto, "subtle")?;
        Ok(Self { crypto: crypto.unchecked_into(), subtle: subtle.unchecked_into() })
    }

    /// The key whose bytes are given, for one use. The copy made for the browser is overwritten.
    async fn raw_key(&self, bytes: &[u8], algorithm: &Object, usage: &str) -> Result<CryptoKey, PrimitiveError> {
        self.import_key("raw", bytes, algorithm, usage).await.map_err(|_| PrimitiveError::Failed)
    }

    async fn import_key(
        &self,
        format: &str,
        bytes: &[u8],
        algorithm: &Object,
        usage: &str,
    ) -> Result<CryptoKey, JsValue> {
        let copy = Uint8Array::from(bytes);
        let usages = Array::of1(&usage.into());
        let promise = self.subtle.import_key_with_object(format, &copy, algorithm, false, &usages);
        copy.fill(0, 0, copy.length());
        Ok(JsFuture::from(promise?).await?.unchecked_into())
    }
}

impl Primitives for Subtle {
    type PrivateKey = CryptoKey;

    fn fill_random(&self, bytes: &mut [u8]) -> Result<(), PrimitiveError> {
        self.crypto.get_random_values_with_u8_array(bytes).map_err(|_| PrimitiveError::RandomnessMissing)?;
        Ok(())
    }

    async fn generate(&self) -> Result<Zeroizing<Vec<u8>>, PrimitiveError> {
        let usages = Array::of2(&"sign".into(), &"verify".into());
        let pair = answer(self.subtle.generate_key_with_object(&ecdsa()?, true, &usages)).await?;
        let private: CryptoKey = property(&pair, "privateKey")?.unchecked_into();
        let pkcs8 = answer(self.subtle.export_key("pkcs8", &private)).await?;
        Ok(taken(&pkcs8))
    }

    async fn import(&self, pkcs8: &[u8]) -> Result<CryptoKey, PrimitiveError> {
        self.import_key("pkcs8", pkcs8, &ecdsa()?, "sign").await.map_err(|_| PrimitiveError::KeyRefused)
    }

    async fn sign(&self, key: &CryptoKey, message: &[u8]) -> Result<[u8; 64], PrimitiveError> {
        let signature = answer(self.subtle.sign_with_object_and_u8_array(&ecdsa()?, key, message)).await?;
        taken(&signature).as_slice().try_into().map_err(|_| PrimitiveError::Failed)
    }

    async fn verify(&self, key: &PublicKey, message: &[u8], signature: &[u8; 64]) -> Result<bool, PrimitiveError> {
        let key = match self.import_key("raw", &key.point(), &ecdsa()?, "verify").await {
            Ok(key) => key,
            Err(error) if is_named(&error, "DataError") => return Ok(false),
            Err(_) => return Err(PrimitiveError::Failed),
        };
        let signature = Uint8Array::from(signature.as_slice());
        let message = Uint8Array::from(message);
        let verified =
            self.subtle.verify_with_object_and_js_u8_array_and_js_u8_array(&ecdsa()?, &key, &signature, &message);
        Ok(answer(verified).await?.is_truthy())
    }

    async fn derive(
        &self,
        password: &[u8],
        salt: &[u8],
        iterations: u32,
        derived: &mut [u8],
    ) -> Result<(), PrimitiveError> {
        let parameters = algorithm("PBKDF2")?;
        let key = self.raw_key(password, &parameters, "deriveBits").await?;
        set(&parameters, "hash", &"SHA-256".into())?;
        set(&parameters, "salt", &Uint8Array::from(salt))?;
        set(&parameters, "iterations", &iterations.into())?;
        let bits = u32::try_from(derived.len() * 8).map_err(|_| PrimitiveError::Failed)?;
        let bytes = taken(&answer(self.subtle.derive_bits_with_object(&parameters, &key, bits)).await?);
        if bytes.len() != derived.len() {
            return Err(PrimitiveError::Failed);
        }
        derived.copy_from_slice(&bytes);
        Ok(())
    }

    async fn encrypt(&self, key: &[u8; 32], iv: &[u8; 16], plain: &[u8]) -> Result<Vec<u8>, PrimitiveError> {
        let parameters = aes(iv)?;
        let key = self.raw_key(key, &parameters, "encrypt").await?;
        let cipher = answer(self.subtle.encrypt_with_object_and_u8_array(&parameters, &key, plain)).await?;
        Ok(taken(&cipher).to_vec())
    }

    async fn decrypt(
        &self,
        key: &[u8; 32],
        iv: &[u8; 16],
        cipher: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, PrimitiveError> {
        let parameters = aes(iv)?;
        let key = self.raw_key(key, &parameters, "decrypt").await?;
        let promise = self.subtle.decrypt_with_object_and_u8_array(&parameters, &key, cipher);
        // With a key and an iv of the right length nothing but the padding is left to refuse (Web Cryptography, AES-CBC).
        let plain = answer(promise).await.map_err(|_| PrimitiveError::PaddingRefused)?;
        Ok(taken(&plain))
    }
}

fn ecdsa() -> Result<Object, PrimitiveError> {
    let parameters = algorithm("ECDSA")?;
    set(&parameters, "namedCurve", &"P-256".into())?;
    set(&parameters, "hash", &"SHA-256".into())?;
    Ok(parameters)
}

fn aes(iv: &[u8; 16]) -> Result<Object, PrimitiveError> {
    let parameters = algorithm("AES-CBC")?;
    set(&parameters, "iv", &Uint8Array::from(iv.as_slice()))?;
    Ok(parameters)
}

fn algorithm(name: &str) -> Result<Object, PrimitiveError> {
    let parameters = Object::new();
    set(&parameters, "name", &name.into())?;
    Ok(parameters)
}

fn set(object: &Object, name: &str, value: &JsValue) -> Result<(), PrimitiveError> {
    Reflect::set(object, &name.into(), value).map(|_| ()).map_err(|_| PrimitiveError::Failed)
}

fn property(object: &JsValue, name: &str) -> Result<JsValue, PrimitiveError> {
    match Reflect::get(object, &name.into()) {
        Ok(value) if value.is_object() => Ok(value),
        _ => Err(PrimitiveError::SubtleMissing),
    }
}

async fn answer(promise: Result<Promise, JsValue>) -> Result<JsValue, PrimitiveError> {
    let promise = promise.map_err(|_| PrimitiveError::Failed)?;
    JsFuture::from(promise).await.map_err(|_| PrimitiveError::Failed)
}

/// The bytes of an ArrayBuffer, which is overwritten.
fn taken(buffer: &JsValue) -> Zeroizing<Vec<u8>> {
    let view = Uint8Array::new(buffer);
    let bytes = Zeroizing::new(view.to_vec());
    view.fill(0, 0, view.length());
    bytes
}

fn is_named(error: &JsValue, name: &str) -> bool {
    Reflect::get(error, &"name".into()).is_ok_and(|found| found.as_string().as_deref() == Some(name))
}
