use super::asn1::{BIT_STRING, INTEGER, NULL, OCTETS, OID, SEQUENCE, write};
use super::jws::signing_input;
use super::public_key::decode_32;
use super::published::{self, DERIVATIONS, aes, p384, pss, rfc6979, rfc7515, rfc7520, rfc9449, rs256};
use super::{
    Algorithm, Hash, Password, PrimitiveError, Primitives, PublicKey, Role, Scheme, Signature, SigningError, Verdict,
    canonical, new_key, open_key, sign, verify,
};
use base64ct::{Base64UrlUnpadded, Encoding};
use serde_json::json;

/// `id-ecPublicKey` and `secp384r1`, as they stand in DER.
const EC_KEY: &[u8] = b"\x2a\x86\x48\xce\x3d\x02\x01";
const P384: &[u8] = b"\x2b\x81\x04\x00\x22";

const P256: Scheme = Scheme::EcdsaP256Sha256;

/// Whether the primitives gave the right answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VectorResult {
    /// The question and where its answer is published.
    pub name: &'static str,
    /// Whether the answer was right.
    pub passed: bool,
}

#[derive(Default)]
struct Results(Vec<VectorResult>);

impl Results {
    fn note<E>(&mut self, name: &'static str, outcome: Result<bool, E>) {
        self.0.push(VectorResult { name, passed: matches!(outcome, Ok(true)) });
    }
}

/// Asks these primitives every published question, what must be refused, and to open and verify what they made.
pub async fn self_test<P: Primitives>(primitives: &P) -> Vec<VectorResult> {
    let mut results = Results::default();
    derivations(primitives, &mut results).await;
    old_derivation(primitives, &mut results).await;
    ciphers(primitives, &mut results).await;
    published_signatures(primitives, &mut results).await;
    rsa_signatures(primitives, &mut results).await;
    rsa_made(primitives, &mut results).await;
    refused_signatures(primitives, &mut results).await;
    round_trips(primitives, &mut results).await;
    results.0
}

async fn derivations<P: Primitives>(primitives: &P, results: &mut Results) {
    for (name, password, salt, iterations, expected) in DERIVATIONS {
        let mut derived = [0; 64];
        let outcome =
            primitives.derive(Hash::Sha256, password.as_bytes(), salt.as_bytes(), iterations, &mut derived).await;
        results.note(name, outcome.map(|()| derived == bytes(expected)));
    }
}

async fn old_derivation<P: Primitives>(primitives: &P, results: &mut Results) {
    let mut derived = [0; 20];
    let outcome = primitives.derive(Hash::Sha1, b"password", b"salt", 2, &mut derived).await;
    results.note("RFC 6070: PBKDF2-HMAC-SHA1 twice", outcome.map(|()| derived == bytes(published::DERIVED_BY_SHA1)));
}

async fn ciphers<P: Primitives>(primitives: &P, results: &mut Results) {
    let (key, iv, plain) = (bytes(aes::KEY), bytes(aes::IV), bytes::<64>(aes::PLAIN));
    let cipher = primitives.encrypt(&key, &iv, &plain).await;
    let published = cipher.as_ref().map(|cipher| cipher.len() == 80 && cipher.starts_with(&bytes::<64>(aes::CIPHER)));
    results.note("NIST SP 800-38A, F.2.5: AES-256-CBC encrypts", published);

    let mut cipher = cipher.unwrap_or_default();
    let opened = primitives.decrypt(key.as_slice(), &iv, &cipher).await;
    results.note("NIST SP 800-38A, F.2.6: AES-256-CBC decrypts", opened.map(|opened| *opened == plain));

    let refused = |outcome: Result<_, PrimitiveError>| {
        Ok::<_, PrimitiveError>(matches!(outcome, Err(PrimitiveError::PaddingRefused)))
    };
    let cut = primitives.decrypt(key.as_slice(), &iv, cipher.get(..79).unwrap_or_default()).await;
    results.note("A cipher text of no whole blocks is refused", refused(cut));
    if let Some(byte) = cipher.get_mut(63) {
        *byte ^= 0x40;
    }
    let padded = primitives.decrypt(key.as_slice(), &iv, &cipher).await;
    results.note("Padding of another length than it says is refused", refused(padded));
}

async fn published_signatures<P: Primitives>(primitives: &P, results: &mut Results) {
    let key = PublicKey::new(bytes(rfc6979::X), bytes(rfc6979::Y));
    let sample = primitives.verify(P256, &key.spki(), b"sample", &bytes::<64>(rfc6979::SAMPLE)).await;
    results.note("RFC 6979, A.2.5: the signature of `sample`", sample);
    let test = primitives.verify(P256, &key.spki(), b"test", &bytes::<64>(rfc6979::TEST)).await;
    results.note("RFC 6979, A.2.5: the signature of `test`", test);

    let algorithm = [value(OID, &[EC_KEY]), value(OID, &[P384])].concat();
    let point = value(BIT_STRING, &[&[0], &bytes::<97>(p384::POINT)]);
    let key = value(SEQUENCE, &[&value(SEQUENCE, &[&algorithm]), &point]);
    let sample = primitives.verify(Scheme::EcdsaP384Sha384, &key, b"sample", &bytes::<96>(p384::SAMPLE)).await;
    results.note("RFC 6979, A.2.6: the signature of `sample` on P-384", sample);

    let key = jwk_key(rfc7515::X, rfc7515::Y);
    let input = signing_input(rfc7515::PROTECTED, rfc7515::PAYLOAD.as_bytes());
    let mut signature = [0; 64];
    let read = Base64UrlUnpadded::decode(rfc7515::SIGNATURE, &mut signature).is_ok();
    let jws = primitives.verify(P256, &key.spki(), &input, &signature).await;
    results.note("RFC 7515, A.3: a JWS with ES256", jws.map(|valid| read && valid));

    let thumbprint = jwk_key(rfc9449::X, rfc9449::Y).thumbprint();
    results.note::<SigningError>("RFC 9449, 6.1: the thumbprint of a key", Ok(thumbprint == rfc9449::THUMBPRINT));
}

async fn rsa_signatures<P: Primitives>(primitives: &P, results: &mut Results) {
    let url = |text: &str| Base64UrlUnpadded::decode_vec(text).unwrap_or_default();
    let key = rsa_spki(&url(rs256::MODULUS));
    let input = signing_input(rs256::PROTECTED, rfc7515::PAYLOAD.as_bytes());
    let jws = primitives.verify(Scheme::RsaSha256, &key, &input, &url(rs256::SIGNATURE)).await;
    results.note("RFC 7515, A.2: a JWS with RS256", jws);

    let other = rsa_spki(&url(rfc7520::MODULUS));
    let (input, signature) = (signing_input(rfc7520::PROTECTED, rfc7520::PAYLOAD.as_bytes()), url(rfc7520::SIGNATURE));
    let jws = primitives.verify(Scheme::RsaSha256, &other, &input, &signature).await;
    results.note("RFC 7520, 4.1: a JWS with RS256", jws);
    let salted = primitives.verify(Scheme::RsaPssSha256, &other, &input, &signature).await;
    results.note("A signature of PKCS #1 v1.5 is none of PSS", salted.map(|valid| !valid));
    let foreign = primitives.verify(Scheme::RsaSha256, &key, &input, &signature).await;
    results.note("Another RSA key's signature is broken", foreign.map(|valid| !valid));

    let (key, message) = (rsa_spki(&bytes::<256>(pss::MODULUS)), bytes::<20>(pss::MESSAGE));
    let signature: [u8; 256] = bytes(pss::SIGNATURE);
    let salted = primitives.verify(Scheme::RsaPssSha256, &key, &message, &signature).await;
    results.note("Wycheproof: a signature of RSA-PSS with SHA-256", salted);
    let cut = primitives.verify(Scheme::RsaPssSha256, &key, &message, &signature[1..]).await;
    results.note("A signature of RSA-PSS cut short is broken", cut.map(|valid| !valid));
    let weak = primitives.verify(Scheme::RsaPssSha256, &rsa_spki(&signature[..128]), &message, &signature[..128]).await;
    results.note("An RSA key of 1024 bits verifies nothing", weak.map(|valid| !valid));
}

/// Signs by RSA as RFC 7520 did, and by RSA-PSS.
async fn rsa_made<P: Primitives>(primitives: &P, results: &mut Results) {
    let url = |text: &str| Base64UrlUnpadded::decode_vec(text).unwrap_or_default();
    let (pkcs8, spki) = (rsa_pkcs8(&url), rsa_spki(&url(rfc7520::MODULUS)));
    let input = signing_input(rfc7520::PROTECTED, rfc7520::PAYLOAD.as_bytes());
    let made = async |algorithm| primitives.sign(&primitives.import(algorithm, &pkcs8).await?, &input).await;
    let signed = made(Algorithm::Rs256).await;
    results
        .note("RFC 7520, 4.1: RS256 signs the published signature", signed.map(|made| made == url(rfc7520::SIGNATURE)));
    let verified = match made(Algorithm::Ps256).await {
        Ok(made) => primitives.verify(Scheme::RsaPssSha256, &spki, &input, &made).await,
        Err(error) => Err(error),
    };
    results.note("What PS256 signs here is valid", verified);
    let refused = primitives.import(Algorithm::Es256, &pkcs8).await;
    let refused = matches!(refused, Err(PrimitiveError::KeyRefused));
    results.note::<SigningError>("An RSA key is not imported for ES256", Ok(refused));
}

/// The private key of RFC 7520 in PKCS#8 (RFC 8017, appendix A.1.2).
fn rsa_pkcs8(url: &impl Fn(&str) -> Vec<u8>) -> Vec<u8> {
    // A number is positive, so that a first digit above 127 has a zero before it.
    let number = |digits: &[u8]| {
        let zero: &[u8] = if digits.first().is_some_and(|first| *first > 0x7f) { &[0] } else { &[] };
        value(INTEGER, &[zero, digits])
    };
    let mut numbers = vec![number(&[0]), number(&url(rfc7520::MODULUS)), number(&[1, 0, 1])];
    numbers.extend(rfc7520::PRIVATE.iter().map(|part| number(&url(part))));
    let key = value(SEQUENCE, &[&numbers.concat()]);
    value(SEQUENCE, &[&number(&[0]), &rsa_algorithm(), &value(OCTETS, &[&key])])
}

fn rsa_algorithm() -> Vec<u8> {
    value(SEQUENCE, &[&value(OID, &[b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01"]), &value(NULL, &[])])
}

fn value(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let mut der = Vec::new();
    write(tag, parts, &mut der);
    der
}

/// The SubjectPublicKeyInfo of the RSA key with this modulus and the exponent 65537 (RFC 3279, section 2.3.1).
fn rsa_spki(modulus: &[u8]) -> Vec<u8> {
    let key = value(SEQUENCE, &[&value(INTEGER, &[&[0], modulus]), &value(INTEGER, &[&[1, 0, 1]])]);
    value(SEQUENCE, &[&rsa_algorithm(), &value(BIT_STRING, &[&[0], &key])])
}

async fn refused_signatures<P: Primitives>(primitives: &P, results: &mut Results) {
    let key = PublicKey::new(bytes(rfc6979::X), bytes(rfc6979::Y));
    let good: [u8; 64] = bytes(rfc6979::SAMPLE);
    let with = |at: usize, half: [u8; 32]| {
        let mut signature = good;
        signature[at..at + 32].copy_from_slice(&half);
        signature
    };
    let mut flipped = good;
    flipped[63] ^= 1;
    let order = bytes(published::ORDER);
    let mut off_curve: [u8; 32] = bytes(rfc6979::Y);
    off_curve[31] ^= 1;
    let off_curve = PublicKey::new(bytes(rfc6979::X), off_curve);
    let cases = [
        ("A signature with one bit changed is broken", key, flipped),
        ("A signature with r = 0 is broken", key, with(0, [0; 32])),
        ("A signature with s = 0 is broken", key, with(32, [0; 32])),
        ("A signature with r = the order is broken", key, with(0, order)),
        ("A signature with s = the order is broken", key, with(32, order)),
        ("A signature of nothing but zeros is broken", key, [0; 64]),
        ("Another message's signature is broken", key, bytes(rfc6979::TEST)),
        ("Another key's signature is broken", jwk_key(rfc7515::X, rfc7515::Y), good),
        ("A point that is not on the curve verifies nothing", off_curve, good),
        ("The point (0, 0) verifies nothing", PublicKey::new([0; 32], [0; 32]), good),
    ];
    for (name, key, signature) in cases {
        let verified = primitives.verify(P256, &key.spki(), b"sample", &signature).await;
        results.note(name, verified.map(|verified| !verified));
    }
}

async fn round_trips<P: Primitives>(primitives: &P, results: &mut Results) {
    let verdicts = made_and_verified(primitives).await.ok();
    let codes = verdicts.iter().flatten().map(Verdict::code).collect::<Vec<_>>();
    let names = [
        ("A key made here, kept in its file and opened again signs validly", "signing/valid"),
        ("Its signature is broken on any other bytes", "signing/broken"),
        ("Its signature cut short is malformed", "signing/malformed"),
    ];
    for (at, (name, code)) in names.into_iter().enumerate() {
        results.note::<SigningError>(name, Ok(codes.get(at) == Some(&code)));
    }

    let refused = primitives.import(Algorithm::Es256, b"0").await;
    results
        .note::<SigningError>("What is no key is not imported", Ok(matches!(refused, Err(PrimitiveError::KeyRefused))));
    let wrong = opened_with_another_password(primitives).await;
    results.note("A key does not open with another password", wrong);
}

/// The verdicts on a fresh key's signature, on the same for another return, and on the same cut short.
async fn made_and_verified<P: Primitives>(primitives: &P) -> Result<[Verdict; 3], SigningError> {
    let password = Password::new("mật khẩu")?;
    let made = new_key(primitives, &password, 1000).await?;
    let key = open_key(primitives, made.pem.as_bytes(), &password).await?;
    let payload = canonical(&json!({"agency": "bo-tai-chinh"}))?;
    let signature = sign(primitives, &key, Role::Drafter, 1_497_225_600, &payload).await?;
    let cut = signature.signature.get(..84).unwrap_or_default().to_owned();
    let cut = Signature { signature: cut, ..signature.clone() };
    Ok([
        verify(primitives, &signature, &payload, &[made.public]).await?,
        verify(primitives, &signature, b"{}", &[made.public]).await?,
        verify(primitives, &cut, &payload, &[made.public]).await?,
    ])
}

async fn opened_with_another_password<P: Primitives>(primitives: &P) -> Result<bool, SigningError> {
    let made = new_key(primitives, &Password::new("mật khẩu")?, 1000).await?;
    let opened = open_key(primitives, made.pem.as_bytes(), &Password::new("mat khau")?).await;
    Ok(matches!(opened, Err(SigningError::PasswordWrong)))
}

fn jwk_key(x: &str, y: &str) -> PublicKey {
    PublicKey::new(decode_32(x).unwrap_or_default(), decode_32(y).unwrap_or_default())
}

/// The bytes of a hexadecimal constant; zeros where it is none, so that its vector fails.
fn bytes<const N: usize>(hex: &str) -> [u8; N] {
    let pair = |at: usize| hex.get(2 * at..2 * at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    std::array::from_fn(|at| pair(at).unwrap_or_default())
}
