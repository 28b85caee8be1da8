//! The primitives of signing by the browser's SubtleCrypto: no bytes of ours, and quicker than any compiled to WebAssembly.
//!
//! Private keys are imported so that the page cannot read them out again, and never stored. What JavaScript holds of a key's
//! bytes is overwritten as soon as the browser has taken its copy.

use crate::signing::{Algorithm, Hash, LEAST_MODULUS, MOST_MODULUS, PrimitiveError, Primitives, Scheme};
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
        let pair =
            answer(self.subtle.generate_key_with_object(&parameters(Scheme::EcdsaP256Sha256)?, true, &usages)).await?;
        let private: CryptoKey = property(&pair, "privateKey")?.unchecked_into();
        let pkcs8 = answer(self.subtle.export_key("pkcs8", &private)).await?;
        Ok(taken(&pkcs8))
    }

    async fn import(&self, algorithm: Algorithm, pkcs8: &[u8]) -> Result<CryptoKey, PrimitiveError> {
        let parameters = parameters(algorithm.scheme())?;
        let key = self.import_key("pkcs8", pkcs8, &parameters, "sign").await;
        let key = key.map_err(|_| PrimitiveError::KeyRefused)?;
        if is_strong(&key)? { Ok(key) } else { Err(PrimitiveError::KeyRefused) }
    }

    async fn sign(&self, key: &CryptoKey, message: &[u8]) -> Result<Vec<u8>, PrimitiveError> {
        let name = property(key, "algorithm").and_then(|algorithm| member(&algorithm, "name"))?;
        let parameters = algorithm(&name.as_string().ok_or(PrimitiveError::Failed)?)?;
        salted(&parameters)?;
        let signature = answer(self.subtle.sign_with_object_and_u8_array(&parameters, key, message)).await?;
        Ok(taken(&signature).to_vec())
    }

    async fn verify(
        &self,
        scheme: Scheme,
        spki: &[u8],
        message: &[u8],
        signature: &[u8],
    ) -> Result<bool, PrimitiveError> {
        let parameters = parameters(scheme)?;
        let key = match self.import_key("spki", spki, &parameters, "verify").await {
            Ok(key) => key,
            Err(error) if NO_KEY.iter().any(|name| is_named(&error, name)) => return Ok(false),
            Err(_) => return Err(PrimitiveError::Failed),
        };
        if !is_strong(&key)? {
            return Ok(false);
        }
        let (signature, message) = (Uint8Array::from(signature), Uint8Array::from(message));
        let verified =
            self.subtle.verify_with_object_and_js_u8_array_and_js_u8_array(&parameters, &key, &signature, &message);
        Ok(answer(verified).await?.is_truthy())
    }

    async fn derive(
        &self,
        hash: Hash,
        password: &[u8],
        salt: &[u8],
        iterations: u32,
        derived: &mut [u8],
    ) -> Result<(), PrimitiveError> {
        let parameters = algorithm("PBKDF2")?;
        let key = self.raw_key(password, &parameters, "deriveBits").await?;
        set(&parameters, "hash", &hash_name(hash).into())?;
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

    async fn decrypt(&self, key: &[u8], iv: &[u8; 16], cipher: &[u8]) -> Result<Zeroizing<Vec<u8>>, PrimitiveError> {
        let parameters = aes(iv)?;
        let key = self.raw_key(key, &parameters, "decrypt").await?;
        let promise = self.subtle.decrypt_with_object_and_u8_array(&parameters, &key, cipher);
        // With a key and an iv of the right length nothing but the padding is left to refuse (Web Cryptography, AES-CBC).
        let plain = answer(promise).await.map_err(|_| PrimitiveError::PaddingRefused)?;
        Ok(taken(&plain))
    }
}

/// What SubtleCrypto is told to import, sign and verify by this scheme.
fn parameters(scheme: Scheme) -> Result<Object, PrimitiveError> {
    let (name, curve, hash) = match scheme {
        Scheme::EcdsaP256Sha256 => ("ECDSA", Some("P-256"), Hash::Sha256),
        Scheme::EcdsaP384Sha384 => ("ECDSA", Some("P-384"), Hash::Sha384),
        Scheme::RsaSha256 => ("RSASSA-PKCS1-v1_5", None, Hash::Sha256),
        Scheme::RsaSha384 => ("RSASSA-PKCS1-v1_5", None, Hash::Sha384),
        Scheme::RsaSha512 => ("RSASSA-PKCS1-v1_5", None, Hash::Sha512),
        Scheme::RsaPssSha256 => ("RSA-PSS", None, Hash::Sha256),
    };
    let parameters = algorithm(name)?;
    if let Some(curve) = curve {
        set(&parameters, "namedCurve", &curve.into())?;
    }
    set(&parameters, "hash", &hash_name(hash).into())?;
    set(&parameters, "saltLength", &SALT.into())?;
    Ok(parameters)
}

/// What browsers say where the bytes of a public key are none for the scheme.
const NO_KEY: [&str; 4] = ["DataError", "OperationError", "NotSupportedError", "SyntaxError"];

/// The salt of PS256 (RFC 7518, section 3.5), in bytes.
const SALT: u32 = 32;

/// What signing asks for beside the algorithm's name: ECDSA a hash, RSA-PSS a salt, the other neither.
fn salted(parameters: &Object) -> Result<(), PrimitiveError> {
    set(parameters, "hash", &hash_name(Hash::Sha256).into())?;
    set(parameters, "saltLength", &SALT.into())
}

fn hash_name(hash: Hash) -> &'static str {
    match hash {
        Hash::Sha1 => "SHA-1",
        Hash::Sha256 => "SHA-256",
        Hash::Sha384 => "SHA-384",
        Hash::Sha512 => "SHA-512",
    }
}

/// Whether the key is not of RSA, or has from 2048 to 4096 bits.
fn is_strong(key: &CryptoKey) -> Result<bool, PrimitiveError> {
    let length = property(key, "algorithm").and_then(|algorithm| member(&algorithm, "modulusLength"))?;
    let bits = (LEAST_MODULUS * 8) as f64..=(MOST_MODULUS * 8) as f64;
    Ok(length.as_f64().is_none_or(|length| bits.contains(&length)))
}

fn member(object: &JsValue, name: &str) -> Result<JsValue, PrimitiveError> {
    Reflect::get(object, &name.into()).map_err(|_| PrimitiveError::Failed)
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
