//! Signatures and the verdict on them.

use super::{Private, fresh_key, primitives};
use base64ct::{Base64UrlUnpadded, Encoding};
use pollster::block_on;
use return36a::signing::*;
use serde_json::{Value, json};

/// 2017-06-12T00:00:00Z.
const TIME: i64 = 1_497_225_600;
const PAYLOAD: &[u8] = br#"{"agency":"bo-tai-chinh"}"#;

fn signed(key: &SigningKey<Private>) -> Signature {
    block_on(sign(&primitives(), key, Role::Approver, TIME, PAYLOAD)).unwrap()
}

fn verdict(signature: &Signature, payload: &[u8], keys: &[PublicKey]) -> Verdict {
    block_on(verify(&Native::new(no_randomness), signature, payload, keys)).unwrap()
}

/// A header of any text, signed as it stands: only the header can be at fault.
fn with_header(key: &SigningKey<Private>, header: &[u8]) -> Signature {
    with_protected(key, Base64UrlUnpadded::encode_string(header))
}

fn with_protected(key: &SigningKey<Private>, protected: String) -> Signature {
    let input = format!("{protected}.{}", Base64UrlUnpadded::encode_string(PAYLOAD));
    let bytes = block_on(primitives().sign(&key.private, input.as_bytes())).unwrap();
    Signature { protected, signature: Base64UrlUnpadded::encode_string(&bytes) }
}

fn header(key: &PublicKey) -> Value {
    json!({
        "alg": "ES256", "kid": key.thumbprint(), "iat": TIME, "role": "approver",
        "typ": "return36a-signature+jws", "cty": "return36a+json",
    })
}

fn refused(member: &str, fault: MemberFault) -> Verdict {
    Verdict::HeaderRefused(MemberError { member: member.into(), fault })
}

#[test]
fn a_signature_is_valid_under_its_key_and_says_who_as_what_and_when() {
    let key = fresh_key(&primitives());
    let other = PublicKey::new([1; 32], [2; 32]);
    let kid = key.public.thumbprint();
    let valid = Verdict::Valid { kid: kid.clone(), role: Role::Approver, issued_at: TIME };
    let signature = signed(&key);
    assert_eq!(verdict(&signature, PAYLOAD, &[other, key.public]), valid);
    assert_eq!(verdict(&signature, b"{}", &[key.public]), Verdict::Broken { kid: kid.clone() });
    assert_eq!(verdict(&signature, PAYLOAD, &[other]), Verdict::UnknownKey { kid: kid.clone() });
    assert_eq!(verdict(&signature, PAYLOAD, &[]), Verdict::UnknownKey { kid });
}

#[test]
fn the_header_is_exactly_what_the_format_says() {
    let key = fresh_key(&primitives());
    let read = Base64UrlUnpadded::decode_vec(&signed(&key).protected).unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&read).unwrap(), header(&key.public));
}

#[test]
fn native_signatures_are_deterministic_as_rfc_6979_says() {
    let scalar = [
        0xc9, 0xaf, 0xa9, 0xd8, 0x45, 0xba, 0x75, 0x16, 0x6b, 0x5c, 0x21, 0x57, 0x67, 0xb1, 0xd6, 0x93, 0x4e, 0x50,
        0xc3, 0xdb, 0x36, 0xe8, 0x9b, 0x12, 0x7b, 0x8a, 0x62, 0x2b, 0x12, 0x0f, 0x67, 0x21,
    ];
    let key = NativeKey::Es256(p256::ecdsa::SigningKey::from_slice(&scalar).unwrap());
    let signature = block_on(primitives().sign(&key, b"sample")).unwrap();
    let hex: String = signature.iter().map(|byte| format!("{byte:02x}")).collect();
    let expected = "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716\
                    f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8";
    assert_eq!(hex, expected, "RFC 6979, appendix A.2.5");
}

#[test]
fn a_key_whose_point_is_not_on_the_curve_makes_nothing_valid() {
    let key = fresh_key(&primitives());
    let off_curve = PublicKey::new([1; 32], [2; 32]);
    let mut header = header(&key.public);
    header["kid"] = json!(off_curve.thumbprint());
    let signature = with_header(&key, header.to_string().as_bytes());
    assert_eq!(verdict(&signature, PAYLOAD, &[off_curve]), Verdict::Broken { kid: off_curve.thumbprint() });
}

#[test]
fn a_time_outside_the_years_1970_to_9999_is_not_signed() {
    let key = fresh_key(&primitives());
    for time in [-1, LATEST + 1, i64::MIN, i64::MAX] {
        let error = block_on(sign(&primitives(), &key, Role::Seal, time, PAYLOAD)).unwrap_err();
        assert_eq!(error, SigningError::TimeRefused(time));
    }
    for time in [0, LATEST] {
        let signature = block_on(sign(&primitives(), &key, Role::Seal, time, PAYLOAD)).unwrap();
        assert_eq!(verdict(&signature, PAYLOAD, &[key.public]).code(), "signing/valid");
    }
}

/// Both directions for every pair: what is signed as one kind is valid as that kind, and refused as any other.
#[test]
fn a_signature_of_one_kind_is_refused_for_every_other() {
    let key = fresh_key(&primitives());
    for signed in Subject::ALL {
        let role = if signed == Subject::Return { Role::Seal } else { Role::Coordinator };
        let signature = block_on(sign_subject(&primitives(), &key, signed, role, TIME, PAYLOAD)).unwrap();
        for read in Subject::ALL {
            let verdict = block_on(verify_subject(&primitives(), &signature, read, PAYLOAD, &[key.public])).unwrap();
            let valid = Verdict::Valid { kid: key.public.thumbprint(), role, issued_at: TIME };
            let expected = if read == signed { valid } else { refused("cty", MemberFault::Value) };
            assert_eq!(verdict, expected, "{signed:?} read as {read:?}");
        }
    }
}

#[test]
fn a_return_is_signed_in_the_agencys_roles_and_all_else_by_the_coordinator() {
    let key = fresh_key(&primitives());
    for subject in Subject::ALL {
        for role in Role::ALL {
            let signed = block_on(sign_subject(&primitives(), &key, subject, role, TIME, PAYLOAD));
            let allowed = (subject == Subject::Return) != (role == Role::Coordinator);
            let refusal = (!allowed).then(|| "signing/member-refused role".to_owned());
            assert_eq!(signed.err().map(|error| error.to_string()), refusal, "{subject:?} by {role:?}");
        }
    }
    let mut header = header(&key.public);
    header["role"] = json!("coordinator");
    let signature = with_header(&key, header.to_string().as_bytes());
    assert_eq!(verdict(&signature, PAYLOAD, &[key.public]), refused("role", MemberFault::Value));
}

#[test]
fn a_header_with_more_than_its_members_is_refused_though_rightly_signed() {
    let key = fresh_key(&primitives());
    for member in ["jwk", "jku", "x5u", "x5c", "x5t", "x5t#S256", "crit", "b64", "zip", "nonce", "url", "", "Kid", "số"]
    {
        let mut header = header(&key.public);
        header[member] = json!({"crit": ["b64"]});
        let signature = with_header(&key, header.to_string().as_bytes());
        assert_eq!(verdict(&signature, PAYLOAD, &[key.public]), refused(member, MemberFault::Unknown));
    }
}

#[test]
fn a_header_without_one_of_its_members_is_refused() {
    let key = fresh_key(&primitives());
    for member in ["alg", "kid", "iat", "typ", "cty", "role"] {
        let mut header = header(&key.public);
        header.as_object_mut().unwrap().remove(member);
        let signature = with_header(&key, header.to_string().as_bytes());
        assert_eq!(verdict(&signature, PAYLOAD, &[key.public]), refused(member, MemberFault::Missing));
    }
}

#[test]
fn a_header_with_a_member_twice_is_refused_even_where_both_say_the_same() {
    let key = fresh_key(&primitives());
    let text = header(&key.public).to_string();
    for (member, value) in
        [("alg", "\"none\""), ("alg", "\"ES256\""), ("role", "\"seal\""), ("iat", "0"), ("kid", "\"\"")]
    {
        for twice in [
            text.replacen('{', &format!("{{\"{member}\":{value},"), 1),
            text.replace('}', &format!(",\"{member}\":{value}}}")),
        ] {
            let signature = with_header(&key, twice.as_bytes());
            assert_eq!(verdict(&signature, PAYLOAD, &[key.public]), refused(member, MemberFault::Duplicate), "{twice}");
        }
    }
    let escaped = text.replacen('{', "{\"\\u0061lg\":\"none\",", 1);
    let signature = with_header(&key, escaped.as_bytes());
    assert_eq!(verdict(&signature, PAYLOAD, &[key.public]), refused("alg", MemberFault::Duplicate));
}

#[test]
fn a_header_with_another_value_is_refused() {
    let key = fresh_key(&primitives());
    let kid = key.public.thumbprint();
    let cases = [
        ("alg", json!(256)),
        ("alg", json!(["ES256"])),
        ("typ", json!("JWT")),
        ("typ", json!("application/return36a-signature+jws")),
        ("cty", json!("")),
        ("cty", json!(null)),
        ("role", json!("Approver")),
        ("role", json!(["approver"])),
        ("kid", json!("")),
        ("kid", json!(format!("{kid}="))),
        ("kid", json!(&kid[..42])),
        ("kid", json!(0)),
        ("iat", json!("1497225600")),
        ("iat", json!(1_497_225_600.0)),
        ("iat", json!(-1)),
        ("iat", json!(LATEST + 1)),
        ("iat", json!(u64::MAX)),
        ("iat", json!(null)),
    ];
    for (member, value) in cases {
        let mut header = header(&key.public);
        header[member] = value;
        let signature = with_header(&key, header.to_string().as_bytes());
        assert_eq!(verdict(&signature, PAYLOAD, &[key.public]), refused(member, MemberFault::Value), "{header}");
    }
}

#[test]
fn other_algorithms_are_refused_and_none_above_all() {
    let key = fresh_key(&primitives());
    for algorithm in ["none", "None", "NONE", "", "HS256", "RS256", "PS256", "ES256K", "ES384", "es256", "EdDSA"] {
        let mut header = header(&key.public);
        header["alg"] = json!(algorithm);
        let refused = Verdict::AlgorithmRefused { algorithm: algorithm.into() };
        let signature = with_header(&key, header.to_string().as_bytes());
        assert_eq!(verdict(&signature, PAYLOAD, &[key.public]), refused);
        let unsigned = Signature { signature: String::new(), ..signature };
        assert_eq!(verdict(&unsigned, PAYLOAD, &[key.public]), refused);
    }
}

#[test]
fn a_header_that_is_no_json_object_is_malformed() {
    let key = fresh_key(&primitives());
    let text = header(&key.public).to_string();
    let byte_order_mark = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    let cases: [&[u8]; 9] = [
        b"",
        b"{}{}",
        b"[]",
        b"null",
        b"\"ES256\"",
        b"{\"alg\":\"ES256\",}",
        b"{\"alg\":\"\xff\"}",
        b"{'alg':'ES256'}",
        &byte_order_mark,
    ];
    for header in cases {
        let signature = with_header(&key, header);
        assert_eq!(verdict(&signature, PAYLOAD, &[key.public]), Verdict::Malformed(Part::Header), "{header:?}");
    }
    let nested = format!("{{\"alg\":{}", "[".repeat(40_000));
    let signature = with_header(&key, nested.as_bytes());
    assert_eq!(verdict(&signature, PAYLOAD, &[key.public]), Verdict::Malformed(Part::Header));
}

#[test]
fn base64_has_one_spelling() {
    let key = fresh_key(&primitives());
    let good = signed(&key);
    let stray = |text: &str| {
        let last = text.chars().last().unwrap();
        let next = char::from(u8::try_from(last).unwrap() + 1);
        format!("{}{next}", &text[..text.len() - 1])
    };
    let padded = with_header(&key, format!("{} ", header(&key.public)).as_bytes());
    assert!(!padded.protected.len().is_multiple_of(4), "so that its last character has bits to spare");
    for protected in [
        stray(&padded.protected),
        format!("{}=", padded.protected),
        format!("{}\n", padded.protected),
        format!(" {}", padded.protected),
        padded.protected.replacen("ey", "+/", 1),
        format!("{}é", padded.protected),
        "A".into(),
    ] {
        let signature = with_protected(&key, protected);
        let expected = Verdict::Malformed(Part::Protected);
        assert_eq!(verdict(&signature, PAYLOAD, &[key.public]), expected, "{}", signature.protected);
    }
    for spelled in [stray(&good.signature), format!("{}==", good.signature), format!("{}\n", good.signature)] {
        let signature = Signature { signature: spelled, ..good.clone() };
        assert_eq!(verdict(&signature, PAYLOAD, &[key.public]), Verdict::Malformed(Part::Signature));
    }
}

#[test]
fn a_signature_has_sixty_four_bytes() {
    let key = fresh_key(&primitives());
    let good = signed(&key);
    for length in [0, 1, 32, 63, 65, 70, 72, 128] {
        let signature = Signature { signature: Base64UrlUnpadded::encode_string(&vec![1; length]), ..good.clone() };
        assert_eq!(verdict(&signature, PAYLOAD, &[key.public]), Verdict::Malformed(Part::Signature), "{length}");
    }
}

#[test]
fn no_single_bit_of_a_signed_file_can_change_unseen() {
    let key = fresh_key(&primitives());
    let good = signed(&key);
    let valid =
        |signature: &Signature, payload: &[u8]| verdict(signature, payload, &[key.public]).code() == "signing/valid";
    assert!(valid(&good, PAYLOAD));
    for bit in 0..PAYLOAD.len() * 8 {
        let mut payload = PAYLOAD.to_vec();
        payload[bit / 8] ^= 1 << (bit % 8);
        assert!(!valid(&good, &payload), "bit {bit} of the payload");
    }
    let bytes = Base64UrlUnpadded::decode_vec(&good.signature).unwrap();
    for bit in 0..bytes.len() * 8 {
        let mut bytes = bytes.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        let signature = Signature { signature: Base64UrlUnpadded::encode_string(&bytes), ..good.clone() };
        assert!(!valid(&signature, PAYLOAD), "bit {bit} of the signature");
    }
    let header = Base64UrlUnpadded::decode_vec(&good.protected).unwrap();
    for bit in 0..header.len() * 8 {
        let mut header = header.clone();
        header[bit / 8] ^= 1 << (bit % 8);
        let signature = Signature { protected: Base64UrlUnpadded::encode_string(&header), ..good.clone() };
        assert!(!valid(&signature, PAYLOAD), "bit {bit} of the header");
    }
}

#[test]
fn a_signature_in_a_file_has_two_members_and_no_unprotected_header() {
    let good = r#"{"protected":"a","signature":"b"}"#;
    assert_eq!(serde_json::to_string(&serde_json::from_str::<Signature>(good).unwrap()).unwrap(), good);
    for text in [
        r#"{"protected":"a","signature":"b","header":{"alg":"none"}}"#,
        r#"{"protected":"a","signature":"b","signature":"c"}"#,
        r#"{"protected":"a","signature":"b","payload":""}"#,
        r#"{"protected":"a"}"#,
        r#"{"protected":"a","signature":null}"#,
    ] {
        assert!(serde_json::from_str::<Signature>(text).is_err(), "{text}");
    }
}
