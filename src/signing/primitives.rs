use super::{Algorithm, Hash, Scheme};
use std::fmt;
use zeroize::Zeroizing;

/// The arithmetic of signing, and nothing of its meaning: SubtleCrypto in the page, crates natively.
///
/// [`self_test`](super::self_test) shows that an implementation gives the published answers.
// The page has one thread, so its futures need not be sent to another.
#[allow(async_fn_in_trait)]
pub trait Primitives {
    /// A private key ready to sign by one algorithm, which cannot be read out again and is wiped or forgotten when dropped.
    type PrivateKey;

    /// Fills the buffer with random bytes.
    fn fill_random(&self, bytes: &mut [u8]) -> Result<(), PrimitiveError>;

    /// A new private key of P-256 as PKCS#8 DER (RFC 5958) with its public key inside (RFC 5915).
    async fn generate(&self) -> Result<Zeroizing<Vec<u8>>, PrimitiveError>;

    /// The private key in this PKCS#8 DER, to sign by this algorithm, or [`PrimitiveError::KeyRefused`]: of P-256, or of RSA
    /// with 2048 to 4096 bits.
    async fn import(&self, algorithm: Algorithm, pkcs8: &[u8]) -> Result<Self::PrivateKey, PrimitiveError>;

    /// The signature of the message by the key's algorithm, as RFC 7518 writes it: r and s, or the bytes of RSA.
    async fn sign(&self, key: &Self::PrivateKey, message: &[u8]) -> Result<Vec<u8>, PrimitiveError>;

    /// Whether the signature is on the message by the key of this SubjectPublicKeyInfo (RFC 5280, section 4.1), in DER. False
    /// also where that is no key for the scheme, or no point of the curve, or the signature has another length.
    async fn verify(
        &self,
        scheme: Scheme,
        spki: &[u8],
        message: &[u8],
        signature: &[u8],
    ) -> Result<bool, PrimitiveError>;

    /// Fills `derived` by PBKDF2 with HMAC over this hash (RFC 8018, section 5.2).
    async fn derive(
        &self,
        hash: Hash,
        password: &[u8],
        salt: &[u8],
        iterations: u32,
        derived: &mut [u8],
    ) -> Result<(), PrimitiveError>;

    /// The plain bytes under AES-256-CBC with PKCS#7 padding (RFC 8018, appendix B.2.5).
    async fn encrypt(&self, key: &[u8; 32], iv: &[u8; 16], plain: &[u8]) -> Result<Vec<u8>, PrimitiveError>;

    /// The plain bytes again, or [`PrimitiveError::PaddingRefused`] where the padding shows a wrong key or damage. The key has
    /// 16 or 32 bytes: 24 are refused, since Chromium does not know them.
    async fn decrypt(&self, key: &[u8], iv: &[u8; 16], cipher: &[u8]) -> Result<Zeroizing<Vec<u8>>, PrimitiveError>;
}

/// Why a primitive gave no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrimitiveError {
    /// The browser keeps `crypto.subtle` from this page, as it does on a plain http host.
    SubtleMissing,
    /// No random bytes: none were given, or they can be no key.
    RandomnessMissing,
    /// The bytes hold no private key that signs here.
    KeyRefused,
    /// The decrypted bytes do not end as PKCS#7 padding must.
    PaddingRefused,
    /// An operation failed that has no reason to.
    Failed,
}

impl PrimitiveError {
    /// The stable name of this error, one of [`CODES`](super::CODES).
    pub fn code(self) -> &'static str {
        match self {
            Self::SubtleMissing => "signing/subtle-missing",
            Self::RandomnessMissing => "signing/randomness-missing",
            Self::KeyRefused => "signing/key-refused",
            Self::PaddingRefused => "signing/padding-refused",
            Self::Failed => "signing/primitive-failed",
        }
    }
}

impl fmt::Display for PrimitiveError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

impl std::error::Error for PrimitiveError {}
