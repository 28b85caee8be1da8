//! Signatures made elsewhere: what is given out, and what is taken back.

use super::made::*;
use super::primitives;
use base64ct::{Base64, Encoding};
use pkcs8::der::pem::{self, LineEnding};
use pollster::block_on;
use return36a::signing::*;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::PathBuf;

const PAYLOAD: &[u8] = br#"{"agency":"bo-tai-chinh"}"#;

fn fixture(name: &str) -> Vec<u8> {
    fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/signing/fixtures").join(name)).unwrap()
}

fn wanted(algorithm: Algorithm, chain: &Chain, time: i64) -> ToSign {
    to_sign(algorithm, chain, Subject::Return, Role::Seal, time, PAYLOAD).unwrap()
}

fn person() -> (Holder, Chain) {
    let (root, person) = (Holder::new("Gốc", 1), Holder::new("Người thử", 3));
    let chain = Chain::of([person.certified(&root, &[usage(0xc0)])]).unwrap();
    (person, chain)
}

fn outcome(wanted: &ToSign, file: &[u8]) -> String {
    block_on(attach(&primitives(), wanted, file)).map_or_else(|error| error.to_string(), |_| "taken".to_owned())
}

#[test]
fn what_is_given_out_is_the_jws_signing_input_and_its_hash() {
    let (_, chain) = person();
    let wanted = wanted(Algorithm::Es256, &chain, NOW);
    let text = std::str::from_utf8(wanted.bytes()).unwrap();
    let (protected, payload) = text.split_once('.').unwrap();
    assert_eq!(payload, "eyJhZ2VuY3kiOiJiby10YWktY2hpbmgifQ");
    assert!(protected.starts_with("eyJhbGciOiJFUzI1NiIs"), "{protected}");
    assert_eq!(wanted.sha256()[..], Sha256::digest(text)[..]);
    assert_eq!((wanted.algorithm(), wanted.leaf()), (Algorithm::Es256, Some(chain.leaf())));
}

#[test]
fn an_ecdsa_signature_is_taken_plain_and_in_der_in_base64_and_in_pem() {
    let (person, chain) = person();
    let wanted = wanted(Algorithm::Es256, &chain, NOW);
    let plain = block_on(primitives().sign(&person.key.private, wanted.bytes())).unwrap();
    let der = person.sign_der(wanted.bytes());
    let lines = Base64::encode_string(&der).as_bytes().chunks(40).collect::<Vec<_>>().join(&b"\r\n"[..]);
    let in_pem = pem::encode_string("SIGNATURE", LineEnding::LF, &der).unwrap();
    for file in [plain.clone(), der.clone(), Base64::encode_string(&plain).into_bytes(), lines, in_pem.into_bytes()] {
        assert_eq!(outcome(&wanted, &file), "taken");
    }
    let signature = block_on(attach(&primitives(), &wanted, &der)).unwrap();
    assert_eq!(base64ct::Base64UrlUnpadded::decode_vec(&signature.signature).unwrap(), plain);
}

#[test]
fn a_signature_of_something_else_or_by_somebody_else_is_not_taken() {
    let (person, chain) = person();
    let wanted = wanted(Algorithm::Es256, &chain, NOW);
    let later = to_sign(Algorithm::Es256, &chain, Subject::Return, Role::Seal, NOW + 1, PAYLOAD).unwrap();
    assert_eq!(outcome(&wanted, &person.sign_der(later.bytes())), "signing/attached-broken");
    assert_eq!(outcome(&wanted, &person.sign_der(PAYLOAD)), "signing/attached-broken");
    assert_eq!(outcome(&wanted, &person.sign_der(&wanted.sha256())), "signing/attached-broken");
    let other = Holder::new("Người khác", 4);
    assert_eq!(outcome(&wanted, &other.sign_der(wanted.bytes())), "signing/attached-broken");
    let good = person.sign_der(wanted.bytes());
    for file in [&b""[..], b"chu ky", "chữ ký".as_bytes(), &good[..good.len() - 1], &vec![0; MOST_ATTACHED + 1]] {
        assert_eq!(outcome(&wanted, file), "signing/attached-malformed");
    }
    assert_eq!(outcome(&wanted, chain.leaf().der()), "signing/attached-not-cms");
    let with = |certificate: &Certificate| block_on(attach_with(&primitives(), &wanted, &good, certificate));
    assert!(with(chain.leaf()).is_ok());
    let foreign = Holder::new("Gốc", 1).root();
    assert_eq!(with(&foreign).unwrap_err().to_string(), "signing/attached-other-certificate");
}

/// The bytes to sign for the fixtures' certificates, which `make.sh` puts together in its own way and has OpenSSL sign.
fn given_out(name: &str, algorithm: Algorithm) -> ToSign {
    let certificates = [fixture(&format!("{name}.crt")), fixture("sub.pem")];
    let chain = Chain::of(certificates.iter().map(|file| Certificate::one(file).unwrap())).unwrap();
    wanted(algorithm, &chain, SIGNED_ON)
}

/// 2030-01-01, in the certificates' time.
const SIGNED_ON: i64 = 1_893_456_000;

#[test]
fn what_openssl_signs_is_taken() {
    for (name, algorithm, file) in [
        ("rsa2048", Algorithm::Rs256, "signed/rsa.sig"),
        ("rsa2048", Algorithm::Ps256, "signed/pss.sig"),
        ("p256", Algorithm::Es256, "signed/ecdsa.sig"),
        ("rsa2048", Algorithm::Rs256, "signed/rsa.p7s"),
        ("rsa2048", Algorithm::Rs256, "signed/rsa-stream.pem"),
        ("rsa2048", Algorithm::Rs256, "signed/rsa-nocerts.p7s"),
        ("p256", Algorithm::Es256, "signed/ecdsa.p7s"),
    ] {
        assert_eq!(outcome(&given_out(name, algorithm), &fixture(file)), "taken", "{file}");
    }
}

#[test]
fn cms_that_signs_something_else_says_what_to_do() {
    let rsa = given_out("rsa2048", Algorithm::Rs256);
    assert_eq!(outcome(&rsa, &fixture("signed/rsa-attributes.p7s")), "signing/attached-attributes");
    assert_eq!(outcome(&rsa, &fixture("signed/ecdsa.p7s")), "signing/attached-other-certificate");
    assert_eq!(outcome(&rsa, &fixture("signed/rsa-sha512.p7s")), "signing/attached-broken");
    assert_eq!(outcome(&rsa, &fixture("signed/two.p7s")), "signing/attached-not-cms");
    assert_eq!(
        outcome(&given_out("p256", Algorithm::Es256), &fixture("signed/rsa.p7s")),
        "signing/attached-other-certificate"
    );
    assert_eq!(outcome(&given_out("rsa2048", Algorithm::Ps256), &fixture("signed/rsa.p7s")), "signing/attached-broken");
}

#[test]
fn no_bytes_make_the_attaching_panic() {
    let rsa = given_out("rsa2048", Algorithm::Rs256);
    let good = fixture("signed/rsa.p7s");
    for at in 0..good.len() {
        assert_ne!(outcome(&rsa, &good[..at]), "taken", "cut at {at}");
        let mut changed = good.clone();
        changed[at] ^= 0x81;
        let outcome = outcome(&rsa, &changed);
        assert!(outcome == "taken" || outcome.starts_with("signing/attached-"), "byte {at}: {outcome}");
    }
}
