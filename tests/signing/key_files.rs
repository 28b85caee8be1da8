//! Key files: what is written, what opens, and hostile ones made byte by byte.

use super::{fresh_key, password, primitives};
use pkcs8::der::pem::{self, LineEnding};
use pollster::block_on;
use return36a::signing::*;

const PBES2: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0d";
const PBES1: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0a";
/// What older tools write: `pbeWithSHAAnd3-KeyTripleDES-CBC` (RFC 7292, appendix C).
const PKCS12_3DES: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x01\x03";
const PBKDF2: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0c";
const SCRYPT: &[u8] = b"\x2b\x06\x01\x04\x01\xda\x47\x04\x0b";
const HMAC_SHA1: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x02\x07";
const HMAC_SHA256: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x02\x09";
const AES128_CBC: &[u8] = b"\x60\x86\x48\x01\x65\x03\x04\x01\x02";
const AES256_CBC: &[u8] = b"\x60\x86\x48\x01\x65\x03\x04\x01\x2a";
const EC_KEY: &[u8] = b"\x2a\x86\x48\xce\x3d\x02\x01";
const P256: &[u8] = b"\x2a\x86\x48\xce\x3d\x03\x01\x07";
const P384: &[u8] = b"\x2b\x81\x04\x00\x22";
const RSA: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01";
const UNKNOWN: &[u8] = b"\x2a\x03\x04";

/// One value in DER.
fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = match content.len() {
        short @ 0..128 => vec![short as u8],
        medium @ 128..256 => vec![0x81, medium as u8],
        long => vec![0x82, (long >> 8) as u8, long as u8],
    };
    [&[tag][..], &length, content].concat()
}

fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    tlv(0x30, &parts.concat())
}

fn algorithm(oid: &[u8], parameters: &[u8]) -> Vec<u8> {
    sequence(&[&tlv(6, oid), parameters])
}

/// An encrypted key file, part by part, each good until a test changes it.
struct Parts {
    scheme: Vec<u8>,
    kdf: Vec<u8>,
    salt: Vec<u8>,
    iterations: Vec<u8>,
    key_length: Vec<u8>,
    prf: Vec<u8>,
    cipher: Vec<u8>,
    iv: Vec<u8>,
    encrypted: Vec<u8>,
}

impl Parts {
    fn new() -> Self {
        Self {
            scheme: PBES2.to_vec(),
            kdf: PBKDF2.to_vec(),
            salt: vec![7; 16],
            iterations: vec![1],
            key_length: Vec::new(),
            prf: algorithm(HMAC_SHA256, &[5, 0]),
            cipher: AES256_CBC.to_vec(),
            iv: vec![9; 16],
            encrypted: vec![0; 160],
        }
    }

    /// The file in which these bytes stand for the private key, rightly encrypted under `khóa`.
    fn around(pkcs8: &[u8]) -> String {
        let mut parts = Self::new();
        let mut key = [0; 32];
        block_on(primitives().derive(Hash::Sha256, "khóa".as_bytes(), &parts.salt, 1, &mut key)).unwrap();
        parts.encrypted = block_on(primitives().encrypt(&key, &[9; 16], pkcs8)).unwrap();
        parts.pem()
    }

    fn der(&self) -> Vec<u8> {
        let salt = tlv(4, &self.salt);
        let kdf = algorithm(&self.kdf, &sequence(&[&salt, &tlv(2, &self.iterations), &self.key_length, &self.prf]));
        let cipher = algorithm(&self.cipher, &tlv(4, &self.iv));
        sequence(&[&algorithm(&self.scheme, &sequence(&[&kdf, &cipher])), &tlv(4, &self.encrypted)])
    }

    fn pem(&self) -> String {
        labelled("ENCRYPTED PRIVATE KEY", &self.der())
    }
}

fn labelled(label: &str, der: &[u8]) -> String {
    pem::encode_string(label, LineEnding::LF, der).unwrap()
}

fn outcome(file: impl AsRef<[u8]>, typed: &str) -> String {
    match block_on(open_key(&primitives(), file.as_ref(), &password(typed))) {
        Ok(key) => format!("opened {}", key.public.thumbprint()),
        Err(error) => error.to_string(),
    }
}

/// A fresh private key as PKCS#8, its public key, and what opening a file of it gives.
fn pkcs8() -> (Vec<u8>, String) {
    let primitives = primitives();
    let pkcs8 = block_on(primitives.generate()).unwrap().to_vec();
    let pem = block_on(write_key(&primitives, &pkcs8, &password("khóa"), 1)).unwrap();
    let opened = outcome(pem, "khóa");
    assert!(opened.starts_with("opened "), "{opened}");
    (pkcs8, opened)
}

#[test]
fn a_key_made_here_opens_with_its_password_and_no_other() {
    let made = block_on(new_key(&primitives(), &password("chìa khóa"), ITERATIONS)).unwrap();
    assert!(made.pem.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
    assert!(made.pem.ends_with("-----END ENCRYPTED PRIVATE KEY-----\n"));
    assert_eq!(outcome(&made.pem, "chìa khóa"), format!("opened {}", made.public.thumbprint()));
    assert_eq!(outcome(&made.pem, "chia khoa"), "signing/password-wrong");
}

#[test]
fn a_password_is_the_same_however_its_letters_are_composed() {
    let made = block_on(new_key(&primitives(), &password("Thừa Thiên"), 1)).unwrap();
    let opened = format!("opened {}", made.public.thumbprint());
    assert_eq!(outcome(&made.pem, "Thu\u{31b}\u{300}a Thie\u{302}n"), opened);
    assert_eq!(outcome(&made.pem, "Thừa thiên"), "signing/password-wrong");
    assert_eq!(outcome(&made.pem, "Thừa Thiên "), "signing/password-wrong");
    assert_eq!(Password::new("").err(), Some(SigningError::PasswordEmpty));
}

/// One wrong password in 256 leaves something that looks like padding; none may be told from the others.
#[test]
fn every_wrong_password_is_wrong_in_the_same_way() {
    let made = block_on(new_key(&primitives(), &password("đúng"), 1)).unwrap();
    for attempt in 0..1000 {
        assert_eq!(outcome(&made.pem, &format!("sai {attempt}")), "signing/password-wrong", "{attempt}");
    }
}

#[test]
fn the_salt_and_the_iv_are_new_in_every_file() {
    let primitives = primitives();
    let pkcs8 = block_on(primitives.generate()).unwrap();
    let file = || block_on(write_key(&primitives, &pkcs8, &password("khóa"), 1)).unwrap();
    assert_ne!(file(), file());
}

#[test]
fn the_iterations_are_bounded_before_they_run() {
    for iterations in [0, MOST_ITERATIONS + 1, u32::MAX] {
        let error = block_on(new_key(&primitives(), &password("khóa"), iterations)).err();
        assert_eq!(error, Some(SigningError::KeyIterationsRefused(iterations)));
    }
    let cases: [(&[u8], &str); 6] = [
        (&[0], "signing/key-iterations-refused 0"),
        (&[0, 0x98, 0x96, 0x81], "signing/key-iterations-refused 10000001"),
        (&[0, 255, 255, 255, 255], "signing/key-iterations-refused 4294967295"),
        (&[1, 0, 0, 0, 0], "signing/key-file-malformed"),
        (&[255], "signing/key-file-malformed"),
        (&[], "signing/key-file-malformed"),
    ];
    for (iterations, expected) in cases {
        let parts = Parts { iterations: iterations.to_vec(), ..Parts::new() };
        assert_eq!(outcome(parts.pem(), "khóa"), expected);
    }
}

#[test]
fn a_file_encrypted_otherwise_is_refused_by_what_it_names() {
    let good = Parts::new;
    let scrypt = sequence(&[&tlv(4, &[7; 16]), &tlv(2, &[64]), &tlv(2, &[8]), &tlv(2, &[1])]);
    let scrypt = sequence(&[&algorithm(SCRYPT, &scrypt), &algorithm(AES256_CBC, &tlv(4, &[9; 16]))]);
    let scrypt = sequence(&[&algorithm(PBES2, &scrypt), &tlv(4, &[0; 160])]);
    let pkcs12 = algorithm(PKCS12_3DES, &sequence(&[&tlv(4, &[7; 8]), &tlv(2, &[1])]));
    let pkcs12 = sequence(&[&pkcs12, &tlv(4, &[0; 160])]);
    let pbes1 = algorithm(PBES1, &sequence(&[&tlv(4, &[7; 8]), &tlv(2, &[1])]));
    let pbes1 = sequence(&[&pbes1, &tlv(4, &[0; 160])]);
    let cases = [
        (labelled("ENCRYPTED PRIVATE KEY", &scrypt), "1.3.6.1.4.1.11591.4.11"),
        (labelled("ENCRYPTED PRIVATE KEY", &pkcs12), "1.2.840.113549.1.12.1.3"),
        (labelled("ENCRYPTED PRIVATE KEY", &pbes1), "1.2.840.113549.1.5.10"),
        (Parts { scheme: UNKNOWN.to_vec(), ..good() }.pem(), "1.2.3.4"),
        (Parts { kdf: UNKNOWN.to_vec(), ..good() }.pem(), "1.2.3.4"),
        (Parts { prf: algorithm(HMAC_SHA1, &[5, 0]), ..good() }.pem(), "1.2.840.113549.2.7"),
        (Parts { prf: Vec::new(), ..good() }.pem(), "1.2.840.113549.2.7"),
        (Parts { prf: algorithm(UNKNOWN, &[5, 0]), ..good() }.pem(), "1.2.3.4"),
        (Parts { cipher: AES128_CBC.to_vec(), ..good() }.pem(), "2.16.840.1.101.3.4.1.2"),
        (Parts { cipher: UNKNOWN.to_vec(), ..good() }.pem(), "1.2.3.4"),
    ];
    for (file, oid) in cases {
        assert_eq!(outcome(file, "khóa"), format!("signing/key-encryption-refused {oid}"));
    }
}

#[test]
fn a_file_of_another_structure_is_malformed() {
    let good = Parts::new;
    let der = good().der();
    let cases = [
        Parts { salt: vec![7; 33], ..good() }.pem(),
        Parts { salt: vec![7; 400], ..good() }.pem(),
        Parts { key_length: tlv(2, &[16]), ..good() }.pem(),
        Parts { key_length: tlv(2, &[0]), ..good() }.pem(),
        Parts { iv: vec![9; 15], ..good() }.pem(),
        Parts { iv: Vec::new(), ..good() }.pem(),
        Parts { encrypted: Vec::new(), ..good() }.pem(),
        Parts { encrypted: vec![0; 159], ..good() }.pem(),
        labelled("ENCRYPTED PRIVATE KEY", &[&der[..], &[5, 0]].concat()),
        labelled("CERTIFICATE", &der),
        good().pem().replace("-----END ENCRYPTED PRIVATE KEY-----\n", ""),
        String::new(),
        "chìa khóa".into(),
    ];
    for file in cases {
        assert_eq!(outcome(&file, "khóa"), "signing/key-file-malformed", "{file}");
    }
    assert_eq!(outcome([0, 255, 254], "khóa"), "signing/key-file-malformed");
    let with_length = Parts { key_length: tlv(2, &[32]), ..good() };
    assert_eq!(outcome(with_length.pem(), "khóa"), "signing/password-wrong", "32 is the right length and may be said");
}

#[test]
fn a_key_without_encryption_is_named_as_such() {
    let (pkcs8, _) = pkcs8();
    for label in ["PRIVATE KEY", "EC PRIVATE KEY", "RSA PRIVATE KEY"] {
        assert_eq!(outcome(labelled(label, &pkcs8), "khóa"), "signing/key-not-encrypted");
    }
}

#[test]
fn what_lies_inside_must_be_a_key_of_p256_with_its_public_key() {
    let scalar = tlv(4, &[1; 32]);
    let without_public = sequence(&[&tlv(2, &[1]), &scalar]);
    let compressed = sequence(&[&tlv(2, &[1]), &scalar, &tlv(0xa1, &tlv(3, &[&[0, 2][..], &[1; 32]].concat()))]);
    let key = |oid: &[u8], curve: &[u8], inner: &[u8]| {
        sequence(&[&tlv(2, &[0]), &algorithm(oid, &tlv(6, curve)), &tlv(4, inner)])
    };
    let cases = [
        key(EC_KEY, P384, &without_public),
        key(RSA, P256, &without_public),
        key(EC_KEY, P256, &without_public),
        key(EC_KEY, P256, &compressed),
        key(EC_KEY, P256, b"no key"),
        sequence(&[&tlv(2, &[0]), &algorithm(RSA, &[5, 0]), &tlv(4, b"a key of RSA")]),
    ];
    for inner in cases {
        assert_eq!(outcome(Parts::around(&inner), "khóa"), "signing/key-not-p256");
    }
    for inner in [&b""[..], b"no DER", &[0x30, 0x84, 255, 255, 255, 255]] {
        assert_eq!(outcome(Parts::around(inner), "khóa"), "signing/password-wrong");
    }
}

#[test]
fn a_public_key_that_is_not_the_private_keys_is_refused() {
    let (mine, opened) = pkcs8();
    assert_eq!(outcome(Parts::around(&mine), "khóa"), opened);
    let others = fresh_key(&{
        Native::new(|bytes: &mut [u8]| {
            bytes.fill(3);
            Ok(())
        })
    })
    .public
    .point();
    let mut swapped = mine.clone();
    let at = swapped.len() - 65;
    swapped[at..].copy_from_slice(&others);
    assert_eq!(outcome(Parts::around(&swapped), "khóa"), "signing/key-refused");
}

#[test]
fn no_changed_bit_of_the_private_key_opens_as_another_key() {
    let (pkcs8, opened) = pkcs8();
    for bit in 0..pkcs8.len() * 8 {
        let mut changed = pkcs8.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        let outcome = outcome(Parts::around(&changed), "khóa");
        let refused = ["signing/password-wrong", "signing/key-not-p256", "signing/key-refused"];
        assert!(refused.contains(&outcome.as_str()) || outcome == opened, "bit {bit}: {outcome}");
    }
}

#[test]
fn no_bytes_make_the_opening_panic() {
    let made = block_on(new_key(&primitives(), &password("khóa"), 1)).unwrap();
    let opened = format!("opened {}", made.public.thumbprint());
    let file = made.pem.trim_end().as_bytes();
    for at in 0..file.len() {
        for change in [1, 0x20, 0x80] {
            let mut changed = file.to_vec();
            changed[at] ^= change;
            let outcome = outcome(&changed, "khóa");
            assert!(outcome.starts_with("signing/"), "byte {at}: {outcome}");
        }
        assert_ne!(outcome(&file[..at], "khóa"), opened, "cut at {at}");
    }
    let der = Parts::new().der();
    for at in 0..der.len() {
        let mut changed = der.clone();
        changed[at] ^= 0x81;
        assert!(outcome(labelled("ENCRYPTED PRIVATE KEY", &changed), "khóa").starts_with("signing/"), "byte {at}");
        assert!(outcome(labelled("ENCRYPTED PRIVATE KEY", &der[..at]), "khóa").starts_with("signing/"), "cut at {at}");
    }
}
