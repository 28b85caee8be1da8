//! Hostile signatures of project Wycheproof. Every one is tried; what is refused though it may be called valid is named.

use super::primitives;
use pollster::block_on;
use return36a::signing::*;
use wycheproof::TestResult;

/// One question: key, message, signature, what it is about, and whether the signature is right.
struct Case {
    name: String,
    spki: Vec<u8>,
    message: Vec<u8>,
    signature: Vec<u8>,
    result: TestResult,
}

/// How many are valid and accepted, how many refused rightly, and the names of those refused on purpose.
#[derive(Debug, PartialEq, Eq)]
struct Tally {
    accepted: usize,
    refused: usize,
    on_purpose: Vec<String>,
}

fn tally(scheme: Scheme, cases: impl Iterator<Item = Case>) -> Tally {
    let primitives = primitives();
    let mut tally = Tally { accepted: 0, refused: 0, on_purpose: Vec::new() };
    for case in cases {
        let verified = block_on(primitives.verify(scheme, &case.spki, &case.message, &case.signature)).unwrap();
        match (case.result, verified) {
            (TestResult::Valid | TestResult::Acceptable, true) => tally.accepted += 1,
            (TestResult::Invalid, false) => tally.refused += 1,
            (TestResult::Acceptable, false) => tally.on_purpose.push(case.name),
            (TestResult::Valid, false) | (TestResult::Invalid, true) => panic!("{scheme:?}: {}", case.name),
        }
    }
    tally
}

/// The cases of test sets of one kind: they have the same members, but not the same types.
macro_rules! cases {
    ($module:ident, $names:expr) => {
        $names.into_iter().flat_map(|name| {
            let set = wycheproof::$module::TestSet::load(name).unwrap();
            set.test_groups.into_iter().flat_map(move |group| {
                let spki = group.der.to_vec();
                group.tests.into_iter().map(move |test| Case {
                    name: format!("{name:?} {}: {} {:?}", test.tc_id, test.comment, test.flags),
                    spki: spki.clone(),
                    message: test.msg.to_vec(),
                    signature: test.sig.to_vec(),
                    result: test.result,
                })
            })
        })
    };
}

fn none_on_purpose(accepted: usize, refused: usize) -> Tally {
    Tally { accepted, refused, on_purpose: Vec::new() }
}

#[test]
fn ecdsa_on_p_256_and_p_384() {
    use wycheproof::ecdsa::TestName;
    let p256 = tally(Scheme::EcdsaP256Sha256, cases!(ecdsa, [TestName::EcdsaSecp256r1Sha256P1363]));
    assert_eq!(p256, none_on_purpose(173, 89));
    let p384 = tally(Scheme::EcdsaP384Sha384, cases!(ecdsa, [TestName::EcdsaSecp384r1Sha384P1363]));
    assert_eq!(p384, none_on_purpose(193, 87));
}

#[test]
fn rsa_with_the_padding_of_pkcs_1() {
    use wycheproof::rsa_pkcs1_verify::TestName;
    let sets = [
        (Scheme::RsaSha256, [TestName::Rsa2048Sha256, TestName::Rsa3072Sha256, TestName::Rsa4096Sha256], (24, 749)),
        (Scheme::RsaSha384, [TestName::Rsa2048Sha384, TestName::Rsa3072Sha384, TestName::Rsa4096Sha384], (21, 752)),
        (Scheme::RsaSha512, [TestName::Rsa2048Sha512, TestName::Rsa3072Sha512, TestName::Rsa4096Sha512], (23, 752)),
    ];
    for (scheme, names, (accepted, refused)) in sets {
        let missing_null = |name: &TestName| format!("{name:?} 8: Missing NULL in the ASN encoding [MissingNull]");
        let on_purpose = names.iter().map(missing_null).collect();
        assert_eq!(tally(scheme, cases!(rsa_pkcs1_verify, names)), Tally { accepted, refused, on_purpose });
    }
}

#[test]
fn rsa_pss_with_sha_256_and_its_salt() {
    use wycheproof::rsa_pss_verify::TestName;
    let names = [
        TestName::RsaPss2048Sha256Mgf1SaltLen32,
        TestName::RsaPss3072Sha256Mgf1SaltLen32,
        TestName::RsaPss4096Sha256Mgf1SaltLen32,
    ];
    assert_eq!(tally(Scheme::RsaPssSha256, cases!(rsa_pss_verify, names)), none_on_purpose(189, 135));
}

/// Salts of another length and hashes of another kind are no PS256, and longer keys than 4096 bits are not read.
#[test]
fn what_is_no_algorithm_of_ours_is_refused_though_it_is_right() {
    let primitives = primitives();
    let none = |scheme, cases: &mut dyn Iterator<Item = Case>| {
        let verified =
            |case: &Case| block_on(primitives.verify(scheme, &case.spki, &case.message, &case.signature)).unwrap();
        let (mut right, mut seen) = (0, 0);
        for case in cases {
            // Made wrong for its own algorithm by being made right for ours.
            let ours = ["s_len changed to 32", "hashed with SHA-256 instead"];
            let is_ours = case.result == TestResult::Invalid && ours.iter().any(|words| case.name.contains(words));
            assert!(is_ours || !verified(&case), "{scheme:?}: {}", case.name);
            right += usize::from(case.result == TestResult::Valid);
            seen += 1;
        }
        (right, seen)
    };
    use wycheproof::rsa_pss_verify::TestName as Pss;
    let pss = [
        Pss::RsaPss2048Sha1Mgf1SaltLen20,
        Pss::RsaPss2048Sha256Mgf1SaltLen0,
        Pss::RsaPss2048Sha256Mgf1Sha1_20,
        Pss::RsaPss2048Sha384Mgf1SaltLen48,
        Pss::RsaPss4096Sha512Mgf1SaltLen32,
    ];
    assert_eq!(none(Scheme::RsaPssSha256, &mut cases!(rsa_pss_verify, pss)), (393, 617));
    use wycheproof::rsa_pkcs1_verify::TestName as Pkcs1;
    let pkcs1 = [Pkcs1::Rsa8192Sha256, Pkcs1::Rsa2048Sha224, Pkcs1::Rsa2048Sha512_256];
    assert_eq!(none(Scheme::RsaSha256, &mut cases!(rsa_pkcs1_verify, pkcs1)), (21, 773));
}

/// The signatures in DER, as certificates and tokens carry them.
#[test]
fn ecdsa_in_der_is_taken_where_it_is_right_and_strictly_written() {
    use wycheproof::ecdsa::TestName;
    for (scheme, name, expected) in [
        (Scheme::EcdsaP256Sha256, TestName::EcdsaSecp256r1Sha256, (174, 310)),
        (Scheme::EcdsaP384Sha384, TestName::EcdsaSecp384r1Sha384, (194, 310)),
    ] {
        let plain = cases!(ecdsa, [name]).map(|case| {
            // What is not strictly written is refused before any arithmetic; as nothing it is refused by that, too.
            let signature = plain_signature(scheme, &case.signature).unwrap_or_default();
            Case { signature, ..case }
        });
        let tally = tally(scheme, plain);
        assert_eq!((tally.accepted, tally.refused), expected, "{tally:?}");
    }
}
