//! A key with its certificates, as an authority gives it, and the certificates and lists that come beside it.

use pollster::block_on;
use return36a::signing::{
    Algorithm, CODES, Certificate, Crl, Hash, KeyEntry, Native, Password, PrimitiveError, Primitives, Scheme,
    SigningError, open_p12,
};
use zeroize::Zeroizing;

/// The password of the kept files.
const PASSWORD: &str = "Mật khẩu thử";

/// A file that opens has keys with their certificates, which can be shown and read again; what is refused is refused with a code.
pub fn try_bytes(bytes: &[u8]) {
    let native = Native::new(|_: &mut [u8]| Err(PrimitiveError::RandomnessMissing));
    let native = Bounded(native);
    match block_on(open_p12(&native, bytes, &Password::new(PASSWORD).unwrap())) {
        Ok(entries) => {
            assert!(!entries.is_empty(), "a file without keys opens");
            entries.iter().for_each(|entry| is_a_key(&native, entry));
        }
        Err(error) => is_known(&error),
    }
    Certificate::read(bytes).map_or_else(|error| is_known(&error), |all| all.iter().for_each(is_shown));
    Crl::read(bytes).map_or_else(|error| is_known(&error), |list| drop(list.facts().clone()));
}

/// The key can be shown, and is the certificate's or is refused.
fn is_a_key(primitives: &impl Primitives, entry: &KeyEntry) {
    entry.chain().certificates().for_each(is_shown);
    assert!(!entry.friendly_name.contains(char::is_control), "{:?}", entry.friendly_name);
    for algorithm in [Algorithm::Es256, Algorithm::Rs256] {
        let identity = block_on(entry.identity(primitives, algorithm));
        assert!(identity.is_err() || algorithm.fits(entry.kind()), "a key signs by what it is not");
    }
}

fn is_known(error: &SigningError) {
    assert!(CODES.contains(&error.code()), "{error} has no sentence");
}

/// The certificate is the same again as DER and as PEM.
fn is_shown(certificate: &Certificate) {
    let facts = certificate.facts();
    assert_eq!(Certificate::from_der(certificate.der()).as_ref().map(Certificate::facts), Ok(facts));
    assert_eq!(Certificate::one(certificate.pem().as_bytes()).as_ref().map(Certificate::facts), Ok(facts));
}

/// The native primitives, which give up where a browser would count for a while: a hundred tries a second find more.
struct Bounded<R>(Native<R>);

/// The files that are kept ask for 2,048.
const MOST: u32 = 5_000;

impl<R: FnMut(&mut [u8]) -> Result<(), PrimitiveError>> Primitives for Bounded<R> {
    type PrivateKey = <Native<R> as Primitives>::PrivateKey;

    fn fill_random(&self, bytes: &mut [u8]) -> Result<(), PrimitiveError> {
        self.0.fill_random(bytes)
    }

    async fn generate(&self) -> Result<Zeroizing<Vec<u8>>, PrimitiveError> {
        self.0.generate().await
    }

    async fn import(&self, algorithm: Algorithm, pkcs8: &[u8]) -> Result<Self::PrivateKey, PrimitiveError> {
        self.0.import(algorithm, pkcs8).await
    }

    async fn sign(&self, key: &Self::PrivateKey, message: &[u8]) -> Result<Vec<u8>, PrimitiveError> {
        self.0.sign(key, message).await
    }

    async fn verify(
        &self,
        scheme: Scheme,
        spki: &[u8],
        message: &[u8],
        signature: &[u8],
    ) -> Result<bool, PrimitiveError> {
        self.0.verify(scheme, spki, message, signature).await
    }

    async fn derive(
        &self,
        hash: Hash,
        password: &[u8],
        salt: &[u8],
        iterations: u32,
        derived: &mut [u8],
    ) -> Result<(), PrimitiveError> {
        if iterations > MOST {
            Err(PrimitiveError::Failed)
        } else {
            self.0.derive(hash, password, salt, iterations, derived).await
        }
    }

    async fn encrypt(&self, key: &[u8; 32], iv: &[u8; 16], plain: &[u8]) -> Result<Vec<u8>, PrimitiveError> {
        self.0.encrypt(key, iv, plain).await
    }

    async fn decrypt(&self, key: &[u8], iv: &[u8; 16], cipher: &[u8]) -> Result<Zeroizing<Vec<u8>>, PrimitiveError> {
        self.0.decrypt(key, iv, cipher).await
    }
}
