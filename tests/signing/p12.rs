//! PKCS#12 files: those of OpenSSL, those of the Python package cryptography-vectors, and hostile ones.

use super::made::{sequence, tlv};
use super::{password, primitives};
use pollster::block_on;
use return36a::signing::*;
use std::fs;
use std::path::PathBuf;

const PASSWORD: &str = "Mật khẩu thử";

fn fixture(name: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/signing/fixtures");
    fs::read(folder.join(name)).unwrap()
}

fn opened(file: &[u8], typed: &str) -> Result<Vec<KeyEntry>, SigningError> {
    block_on(open_p12(&primitives(), file, &password(typed)))
}

/// What opening gives, in a line: each key's name, kind, certificate and how many are above it; or the error.
fn outcome(file: &[u8], typed: &str) -> String {
    let line = |entry: &KeyEntry| {
        let facts = entry.chain().leaf().facts();
        let kind = entry.kind();
        format!("{} | {kind:?} | {} | {}", entry.friendly_name, facts.subject, entry.chain().above().len())
    };
    opened(file, typed).map_or_else(|error| error.to_string(), |entries| entries.iter().map(line).collect())
}

const RSA: &str = "Chữ ký của rsa2048 | Rsa(256) | C=VN, O=Bộ Tài chính, CN=Người thử rsa2048 | 1";
const P256: &str = "Chữ ký của p256 | P256 | C=VN, O=Bộ Tài chính, CN=Người thử p256 | 1";

#[test]
fn what_openssl_exports_today_and_exported_long_ago_opens() {
    for (file, expected) in [
        ("rsa-aes.p12", RSA),
        ("rsa-aes128-sha1.p12", RSA),
        ("rsa-mac512.p12", RSA),
        ("rsa-no-mac.p12", RSA),
        ("rsa-3des.p12", RSA),
        ("rsa-rc2-40.p12", RSA),
        ("rsa-rc2-128.p12", RSA),
        ("p256-aes.p12", P256),
        ("p256-open.p12", P256),
    ] {
        assert_eq!(outcome(&fixture(file), PASSWORD), expected, "{file}");
        if file != "p256-open.p12" {
            assert_eq!(outcome(&fixture(file), "Mat khau thu"), "signing/password-wrong", "{file}");
        }
    }
    assert_eq!(outcome(&fixture("p256-open.p12"), "sai"), "signing/password-wrong", "its MAC knows the password");
}

#[test]
fn a_vietnamese_password_opens_however_its_letters_are_composed() {
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(PASSWORD).collect();
    assert_ne!(decomposed, PASSWORD);
    assert_eq!(outcome(&fixture("rsa-aes.p12"), &decomposed), RSA, "NFC is tried first");
    assert_eq!(outcome(&fixture("rsa-aes-nfd.p12"), &decomposed), RSA, "and then what was typed");
    assert_eq!(outcome(&fixture("rsa-aes-nfd.p12"), PASSWORD), "signing/password-wrong");
}

#[test]
fn what_cannot_be_opened_says_why() {
    for (file, expected) in [
        ("rsa-rc4.p12", "signing/p12-encryption-refused 1.2.840.113549.1.12.1.1"),
        ("rsa-aes192.p12", "signing/p12-encryption-refused 2.16.840.1.101.3.4.1.22"),
        ("rsa-weak.p12", "signing/p12-no-certificate"),
        ("no-key.p12", "signing/p12-no-key"),
        ("no-certificate.p12", "signing/p12-no-certificate"),
        ("root.pem", "signing/p12-malformed"),
        ("rsa2048.pem", "signing/p12-malformed"),
    ] {
        assert_eq!(outcome(&fixture(file), PASSWORD), expected, "{file}");
    }
    assert_eq!(outcome(b"", PASSWORD), "signing/p12-malformed");
    assert_eq!(outcome(&vec![0x30; MOST_FILE + 1], PASSWORD), "signing/p12-too-large");
}

#[test]
fn an_opened_key_signs_by_every_algorithm_of_its_kind_and_no_other() {
    let payload = br#"{"agency":"bo-tai-chinh"}"#;
    for (file, algorithms) in
        [("rsa-3des.p12", &[Algorithm::Rs256, Algorithm::Ps256][..]), ("p256-aes.p12", &[Algorithm::Es256])]
    {
        let entry = opened(&fixture(file), PASSWORD).unwrap().remove(0);
        for algorithm in Algorithm::ALL {
            let identity = block_on(entry.identity(&primitives(), algorithm));
            if !algorithms.contains(&algorithm) {
                assert_eq!(identity.err(), Some(PrimitiveError::KeyRefused.into()));
                continue;
            }
            let identity = identity.unwrap();
            let now = identity.chain.leaf().facts().not_before;
            let primitives = primitives();
            let signed = sign_certified(&primitives, &identity, Subject::Return, Role::Seal, now, payload);
            let signature = block_on(signed).unwrap();
            let mut keyring = Keyring::default();
            keyring.trust(Certificate::one(&fixture("root.pem")).unwrap()).unwrap();
            keyring.bind(Binding {
                bound: Bound::name_in(identity.chain.leaf().facts()),
                agency: "bo-tai-chinh".into(),
                name: "Bộ Tài chính".into(),
                roles: vec![Role::Seal],
                valid: Validity::default(),
            });
            let agency = "bo-tai-chinh".into();
            let court = Court { keyring: &keyring, subject: Subject::Return, agency: &agency, received: now };
            let judgement = block_on(judge_one(&primitives, court, &signature, payload)).unwrap();
            assert_eq!(judgement.ruling, Ruling::Valid, "{algorithm:?} {}", judgement.detail);
            let judgement = block_on(judge_one(&primitives, court, &signature, b"{}")).unwrap();
            assert_eq!(judgement.ruling, Ruling::Broken);
        }
    }
}

/// Of the 31 PKCS#12 files of cryptography-vectors 10 open; 7 hold no key or not its certificate; 14 have no password, and
/// a key that lies open is refused on purpose.
#[test]
fn the_files_of_cryptography_vectors_open_or_say_why_not() {
    let ca = "P256 | C=US, CN=cryptography CA | 0";
    let opens = [
        ("cert-key-aes256cbc", "cryptography", ""),
        ("cert-none-key-none", "cryptography", ""),
        ("cert-rc2-key-3des", "cryptography", ""),
        ("name-1-pwd", "password", "name"),
        ("name-2-3-pwd", "password", ""),
        ("name-2-pwd", "password", ""),
        ("name-3-pwd", "password", ""),
        ("name-all-pwd", "password", "name"),
        ("name-unicode-pwd", "password", "☺"),
        ("no-name-pwd", "password", ""),
    ];
    for (name, typed, friendly) in opens {
        let outcome = outcome(&fixture(&format!("cryptography/{name}.p12")), typed);
        assert_eq!(outcome, format!("{friendly} | {ca}"), "{name}");
    }
    let without = [
        ("cert-aes256cbc-no-key", "cryptography", "signing/p12-no-key"),
        ("no-cert-key-aes256cbc", "cryptography", "signing/p12-no-certificate"),
        ("no-cert-name-2-pwd", "password", "signing/p12-no-key"),
        ("no-cert-name-3-pwd", "password", "signing/p12-no-key"),
        ("no-cert-name-all-pwd", "password", "signing/p12-no-key"),
        ("no-cert-name-unicode-pwd", "password", "signing/p12-no-key"),
        ("no-cert-no-name-pwd", "password", "signing/p12-no-key"),
    ];
    for (name, typed, expected) in without {
        assert_eq!(outcome(&fixture(&format!("cryptography/{name}.p12")), typed), expected, "{name}");
    }
    let open = [
        "java-truststore",
        "name-1-no-pwd",
        "name-2-3-no-pwd",
        "name-2-no-pwd",
        "name-3-no-pwd",
        "name-all-no-pwd",
        "name-unicode-no-pwd",
        "no-cert-name-2-no-pwd",
        "no-cert-name-3-no-pwd",
        "no-cert-name-all-no-pwd",
        "no-cert-name-unicode-no-pwd",
        "no-cert-no-name-no-pwd",
        "no-name-no-pwd",
        "no-password",
    ];
    for name in open {
        let file = fixture(&format!("cryptography/{name}.p12"));
        assert_eq!(outcome(&file, "password"), "signing/password-wrong", "{name}");
    }
    assert_eq!(Password::new("").err(), Some(SigningError::PasswordEmpty));
    assert_eq!(opens.len() + without.len() + open.len(), 31);
}

#[test]
fn the_iterations_are_counted_before_any_is_made() {
    let many = |iterations: &[u8]| {
        let salt = tlv(4, &[7; 8]);
        let scheme =
            sequence(&[&tlv(6, b"\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x01\x03"), &sequence(&[&salt, &tlv(2, iterations)])]);
        let data = tlv(6, b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01");
        let encrypted = sequence(&[&tlv(2, &[0]), &sequence(&[&data, &scheme, &tlv(0x80, &[0; 16])])]);
        let info = sequence(&[&tlv(6, b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x06"), &tlv(0xa0, &encrypted)]);
        let safe = tlv(0xa0, &tlv(4, &sequence(&[&info, &info])));
        sequence(&[&tlv(2, &[3]), &sequence(&[&data, &safe])])
    };
    // Two contents, and PKCS#12's own KDF counts four times: 2 500 000 in all.
    let half = 1_250_001_u32.to_be_bytes();
    let cases: [(&[u8], &str); 6] = [
        (&[0], "signing/p12-iterations-refused 0"),
        (&half[1..], "signing/p12-iterations-refused 1250001"),
        (&[0x7f, 255, 255, 255], "signing/p12-iterations-refused 2147483647"),
        (&[0, 255, 255, 255, 255], "signing/p12-iterations-refused 4294967295"),
        (&[1, 0, 0, 0, 0], "signing/p12-iterations-refused 18446744073709551615"),
        (&[1], "signing/password-wrong"),
    ];
    for (iterations, expected) in cases {
        assert_eq!(outcome(&many(iterations), PASSWORD), expected, "{iterations:?}");
    }
}

/// The same file in BER, as other programs stream it: open lengths, and octets in pieces.
#[test]
fn a_file_in_ber_is_the_file_in_der() {
    fn ber(der: &[u8], out: &mut Vec<u8>) {
        let mut rest = der;
        while let [tag, first, ..] = *rest {
            let (head, length) = match first {
                short @ ..=0x7f => (2, usize::from(short)),
                0x81 => (3, usize::from(rest[2])),
                _ => (4, usize::from(rest[2]) << 8 | usize::from(rest[3])),
            };
            let content = &rest[head..head + length];
            if tag & 0x20 != 0 {
                out.extend([tag, 0x80]);
                ber(content, out);
                out.extend([0, 0]);
            } else if tag == 4 && length > 3 {
                out.extend([0x24, 0x80]);
                content.chunks(100).for_each(|piece| out.extend([&[4, 0x81, piece.len() as u8][..], piece].concat()));
                out.extend([0, 0]);
            } else {
                out.extend_from_slice(&rest[..head + length]);
            }
            rest = &rest[head + length..];
        }
    }
    for file in ["rsa-aes.p12", "rsa-rc2-40.p12"] {
        let mut streamed = Vec::new();
        ber(&fixture(file), &mut streamed);
        assert_ne!(streamed, fixture(file));
        assert_eq!(outcome(&streamed, PASSWORD), RSA, "{file}");
        assert_eq!(outcome(&streamed[..streamed.len() - 1], PASSWORD), "signing/p12-malformed");
    }
}

#[test]
fn nothing_nests_without_end() {
    for depth in [31, 40, 10_000, 250_000] {
        let open = [0x30, 0x80].repeat(depth);
        assert_eq!(outcome(&open, PASSWORD), "signing/p12-malformed");
        assert_eq!(outcome(&[open, vec![0; 2 * depth]].concat(), PASSWORD), "signing/p12-malformed");
    }
    let flat = [0x30, 0x80, 0, 0].repeat(200_000);
    assert_eq!(outcome(&[vec![0x30, 0x80], flat, vec![0, 0]].concat(), PASSWORD), "signing/p12-malformed");
}

#[test]
fn no_bytes_make_the_opening_panic() {
    for file in ["p256-open.p12", "p256-aes.p12"] {
        let good = fixture(file);
        for at in 0..good.len() {
            let mut changed = good.clone();
            changed[at] ^= 0x81;
            // Counts of iterations that are large and allowed would only make this slow.
            let small = |entries: Result<Vec<KeyEntry>, SigningError>| entries.map(|entries| entries.len());
            let _ = small(opened(&changed[..at], PASSWORD));
            if at % 7 == 0 {
                let _ = small(opened(&changed, PASSWORD));
            }
        }
    }
}

/// The DER inside a PEM fixture.
fn der(name: &str) -> Vec<u8> {
    pkcs8::der::pem::decode_vec(&fixture(name)).unwrap().1
}

fn bag(kind: u8, value: &[u8], friendly: &str) -> Vec<u8> {
    let oid = [b"\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x0a\x01", &[kind][..]].concat();
    let letters: Vec<u8> = friendly.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let name = sequence(&[&tlv(6, b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x14"), &tlv(0x31, &tlv(0x1e, &letters))]);
    let attributes = if friendly.is_empty() { Vec::new() } else { tlv(0x31, &name) };
    sequence(&[&tlv(6, &oid), &tlv(0xa0, value), &attributes])
}

fn certificate_bag(name: &str) -> Vec<u8> {
    let kind = tlv(6, b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x16\x01");
    bag(3, &sequence(&[&kind, &tlv(0xa0, &tlv(4, &der(name)))]), "")
}

/// A file of these bags, without encryption or MAC.
fn file_of(bags: &[Vec<u8>]) -> Vec<u8> {
    let data =
        |content: &[u8]| sequence(&[&tlv(6, b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01"), &tlv(0xa0, &tlv(4, content))]);
    sequence(&[&tlv(2, &[3]), &data(&sequence(&[&data(&tlv(0x30, &bags.concat()))]))])
}

#[test]
fn of_several_keys_each_has_its_name_and_its_own_certificate() {
    let keys = [bag(1, &der("p256.pem"), "Ký số cá nhân"), bag(1, &der("rsa2048.pem"), "Con dấu")];
    let certificates = ["sub.pem", "rsa2048.crt", "root.pem", "p256.crt"].map(certificate_bag);
    let entries = opened(&file_of(&[&keys[..], &certificates].concat()), PASSWORD).unwrap();
    let told: Vec<_> = entries
        .iter()
        .map(|entry| (entry.friendly_name.as_str(), entry.chain().leaf().facts().common_name.as_deref().unwrap()))
        .collect();
    assert_eq!(told, [("Ký số cá nhân", "Người thử p256"), ("Con dấu", "Người thử rsa2048")]);
    for entry in &entries {
        assert_eq!(entry.chain().above(), [Certificate::one(&fixture("sub.pem")).unwrap()], "the root is left out");
    }
    let alone = file_of(&[keys[0].clone(), certificate_bag("rsa2048.crt")]);
    assert_eq!(outcome(&alone, PASSWORD), "signing/p12-no-certificate", "another key's certificate is not taken");
}

#[test]
fn a_key_of_another_kind_than_its_certificate_claims_signs_nothing() {
    let other = bag(1, &der("p384.pem"), "");
    assert_eq!(outcome(&file_of(&[other, certificate_bag("p256.crt")]), PASSWORD), "signing/p12-key-refused");
    let mut swapped = der("p256.pem");
    let at = swapped.len() - 65;
    swapped.truncate(at - 4);
    let scalar = swapped.iter().rev().take(32).rev().copied().collect::<Vec<_>>();
    let without_point = sequence(&[&tlv(2, &[1]), &tlv(4, &scalar.iter().map(|byte| byte ^ 1).collect::<Vec<_>>())]);
    let algorithm = sequence(&[&tlv(6, b"\x2a\x86\x48\xce\x3d\x02\x01"), &tlv(6, b"\x2a\x86\x48\xce\x3d\x03\x01\x07")]);
    let forged = bag(1, &sequence(&[&tlv(2, &[0]), &algorithm, &tlv(4, &without_point)]), "");
    let entry = opened(&file_of(&[forged, certificate_bag("p256.crt")]), PASSWORD).unwrap().remove(0);
    let identity = block_on(entry.identity(&primitives(), Algorithm::Es256));
    assert_eq!(identity.err(), Some(PrimitiveError::KeyRefused.into()), "the first signature shows it");
}

#[test]
fn bags_are_counted_and_nest_four_deep_at_most() {
    let (key, certificate) = (bag(1, &der("p256.pem"), ""), certificate_bag("p256.crt"));
    let nested = |depth: usize| {
        let inner = [key.clone(), certificate.clone()].concat();
        (0..depth).fold(inner, |inner, _| bag(6, &tlv(0x30, &inner), ""))
    };
    let opens = " | P256 | C=VN, O=Bộ Tài chính, CN=Người thử p256 | 0";
    assert_eq!(outcome(&file_of(&[nested(4)]), PASSWORD), opens);
    assert_eq!(outcome(&file_of(&[nested(5)]), PASSWORD), "signing/p12-malformed");
    let many = |count: usize| file_of(&[vec![key.clone()], vec![certificate.clone(); count]].concat());
    assert_eq!(outcome(&many(30), PASSWORD), opens);
    assert_eq!(outcome(&many(64), PASSWORD), "signing/p12-too-large");
}
