//! The signing room: what it makes, what it opens, what it refuses and by which code.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where its ground is missing, also in its helpers")]

mod canonical;
mod cards;
mod detached;
mod files;
mod key_files;
mod keyrings;
mod lists;
mod made;
mod p12;
mod paths;
mod rulings;
mod signatures;
mod tokens;
mod wycheproof;

use return36a::signing::*;

/// The native primitives' own key.
type Private = NativeKey;

/// Native primitives with bytes that look random and are the same in every run.
fn primitives() -> impl Primitives<PrivateKey = Private> {
    let mut state: u64 = 36;
    Native::new(move |bytes: &mut [u8]| {
        for byte in bytes {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = state.to_be_bytes()[0];
        }
        Ok(())
    })
}

fn password(typed: &str) -> Password {
    Password::new(typed).unwrap()
}

/// A key made, kept and opened as an officer does.
fn fresh_key(primitives: &impl Primitives<PrivateKey = Private>) -> SigningKey<Private> {
    let made = pollster::block_on(new_key(primitives, &password("chìa khóa"), 1)).unwrap();
    pollster::block_on(open_key(primitives, made.pem.as_bytes(), &password("chìa khóa"))).unwrap()
}

#[test]
fn the_native_primitives_give_the_published_answers() {
    let results = pollster::block_on(self_test(&primitives()));
    let failed: Vec<_> = results.iter().filter(|result| !result.passed).collect();
    assert!(failed.is_empty(), "{failed:?}");
    assert_eq!(results.len(), 37);
}

#[test]
fn who_has_no_randomness_verifies_but_makes_no_key() {
    let verifier = Native::new(no_randomness);
    let results = pollster::block_on(self_test(&verifier));
    let failed: Vec<_> = results.iter().filter(|result| !result.passed).map(|result| result.name).collect();
    assert_eq!(
        failed,
        [
            "What PS256 signs here is valid",
            "A key made here, kept in its file and opened again signs validly",
            "Its signature is broken on any other bytes",
            "Its signature cut short is malformed",
            "A key does not open with another password",
        ]
    );
    let error = pollster::block_on(new_key(&verifier, &password("x"), 1)).err();
    assert_eq!(error, Some(SigningError::Primitive(PrimitiveError::RandomnessMissing)));
}

#[test]
fn random_bytes_that_can_be_no_key_are_not_asked_for_ever() {
    let zeros = Native::new(|bytes: &mut [u8]| {
        bytes.fill(0);
        Ok(())
    });
    assert_eq!(pollster::block_on(zeros.generate()).err(), Some(PrimitiveError::RandomnessMissing));
}

/// The other direction of the codes: each is some error's or some verdict's, and no other exists.
#[test]
fn every_code_is_listed_once_and_given_by_something() {
    let member = |fault| SigningError::Member(MemberError { member: "kid".into(), fault });
    let place = String::new;
    let errors = [
        SigningError::NumberRefused(place()),
        SigningError::TextNotNfc(place()),
        SigningError::NameRefused(place()),
        SigningError::TooDeep(place()),
        PrimitiveError::SubtleMissing.into(),
        PrimitiveError::RandomnessMissing.into(),
        PrimitiveError::KeyRefused.into(),
        PrimitiveError::PaddingRefused.into(),
        PrimitiveError::Failed.into(),
        SigningError::PasswordEmpty,
        SigningError::PasswordWrong,
        SigningError::KeyFileMalformed,
        SigningError::KeyNotEncrypted,
        SigningError::KeyEncryptionRefused(place()),
        SigningError::KeyIterationsRefused(0),
        SigningError::KeyNotP256,
        SigningError::JsonMalformed,
        member(MemberFault::Unknown),
        member(MemberFault::Duplicate),
        member(MemberFault::Missing),
        member(MemberFault::Value),
        member(MemberFault::Newer),
        SigningError::TimeRefused(-1),
        SigningError::ChainRefused,
        SigningError::AnchorRefused(place()),
        SigningError::CrlMalformed,
        Pkcs12Fault::Malformed.into(),
        Pkcs12Fault::TooLarge.into(),
        Pkcs12Fault::EncryptionRefused(place()).into(),
        Pkcs12Fault::IterationsRefused(0).into(),
        Pkcs12Fault::NoKey.into(),
        Pkcs12Fault::NoCertificate.into(),
        Pkcs12Fault::KeyRefused.into(),
        AttachFault::Malformed.into(),
        AttachFault::Broken.into(),
        AttachFault::OtherCertificate.into(),
        AttachFault::Attributes.into(),
        AttachFault::NotCms.into(),
        TokenFault::Unreachable.into(),
        TokenFault::Refused(place()).into(),
        TokenFault::Malformed.into(),
    ];
    let given: Vec<_> = errors.iter().map(SigningError::code).chain(Ruling::ALL.map(Ruling::code)).collect();
    assert_eq!(given, CODES);
    let distinct: std::collections::BTreeSet<_> = CODES.into_iter().collect();
    assert_eq!(distinct.len(), CODES.len());
    for ruling in Ruling::ALL {
        assert_eq!(SigningError::Unfit(ruling).code(), ruling.code());
        assert_eq!(Ruling::of_code(ruling.code()), Some(ruling));
    }
    assert_eq!(SigningError::CertificateMalformed.code(), Ruling::CertificateMalformed.code());
    let kid = String::new;
    let verdicts = [
        (Verdict::Valid { kid: kid(), role: Role::Seal, issued_at: 0 }, Ruling::Valid),
        (Verdict::Broken { kid: kid() }, Ruling::Broken),
        (Verdict::UnknownKey { kid: kid() }, Ruling::UnknownKey),
        (Verdict::AlgorithmRefused { algorithm: "none".into() }, Ruling::AlgorithmRefused),
        (
            Verdict::HeaderRefused(MemberError { member: "crit".into(), fault: MemberFault::Unknown }),
            Ruling::HeaderRefused,
        ),
        (Verdict::Malformed(Part::Header), Ruling::Malformed),
    ];
    for (verdict, ruling) in verdicts {
        assert_eq!(verdict.code(), ruling.code());
    }
}
