//! The ruling on each signature of a return beside a keyring, and what it says of the signatory.

use super::made::*;
use super::{Private, primitives};
use base64ct::{Base64, Base64UrlUnpadded, Encoding};
use pollster::block_on;
use return36a::registry::AgencyId;
use return36a::signing::*;
use return36a::vietnamese::Date;
use serde_json::{Value, json};

const PAYLOAD: &[u8] = br#"{"agency":"bo-tai-chinh"}"#;

fn agency() -> AgencyId {
    "bo-tai-chinh".into()
}

fn judged_at(keyring: &Keyring, signature: &Signature, payload: &[u8], received: i64) -> Judgement {
    let agency = agency();
    let court = Court { keyring, subject: Subject::Return, agency: &agency, received };
    let judgements = block_on(judge(&Native::new(no_randomness), court, std::slice::from_ref(signature), payload));
    judgements.unwrap().remove(0)
}

fn code(keyring: &Keyring, signature: &Signature) -> &'static str {
    judged_at(keyring, signature, PAYLOAD, NOW).ruling.code()
}

fn day(text: &str) -> Option<Date> {
    Some(Date::parse_iso(text).unwrap())
}

fn card(key: &SigningKey<Private>, agency: &str, role: Role) -> KeyCard {
    let created = Date::new(2017, 6, 10).unwrap();
    KeyCard { agency: agency.into(), name: "Nguyễn Văn Thử".into(), role, key: key.public, created }
}

/// A root, a person under it, a signature by the person as approver, and the keyring that accepts it.
struct Case {
    root: Holder,
    person: Holder,
    chain: Chain,
    keyring: Keyring,
}

impl Case {
    fn new() -> Self {
        let (root, person) = (Holder::new("Gốc", 1), Holder::new("Người thử", 3));
        let chain = Chain::of([person.certified(&root, &[usage(0xc0)])]).unwrap();
        let mut keyring = Keyring::default();
        keyring.trust(root.root()).unwrap();
        let case = Self { root, person, chain, keyring };
        let mut keyring = case.keyring.clone();
        keyring.bind(case.binding());
        Self { keyring, ..case }
    }

    fn binding(&self) -> Binding {
        Binding {
            bound: Bound::Certificate(self.chain.leaf().thumbprint().to_owned()),
            agency: agency(),
            name: "Người thử".into(),
            roles: vec![Role::Approver, Role::Seal],
            valid: Validity::default(),
        }
    }

    /// The person by the name in the certificate, as the root certifies it.
    fn name_and_authority(&self) -> Bound {
        Bound::name_in(&self.known())
    }

    /// What is known of the certificate once its path was found.
    fn known(&self) -> CertificateFacts {
        let issuer_key = Some(self.root.root().key_thumbprint());
        CertificateFacts { issuer_key, ..self.chain.leaf().facts().clone() }
    }

    /// The keyring with this binding in place of its own.
    fn bound(&self, change: impl FnOnce(&mut Binding)) -> Keyring {
        let mut keyring = self.keyring.clone();
        let mut binding = self.binding();
        keyring.unbind(&binding);
        change(&mut binding);
        keyring.bind(binding);
        keyring
    }

    fn signature(&self, role: Role) -> Signature {
        let to_sign = to_sign(Algorithm::Es256, &self.chain, Subject::Return, role, NOW, PAYLOAD).unwrap();
        self.finished(&to_sign)
    }

    fn finished(&self, to_sign: &ToSign) -> Signature {
        let bytes = block_on(primitives().sign(&self.person.key.private, to_sign.bytes())).unwrap();
        block_on(attach(&primitives(), to_sign, &bytes)).unwrap()
    }

    fn header(&self) -> Value {
        json!({
            "alg": "ES256", "iat": NOW, "role": "approver",
            "typ": "return36a-signature+jws", "cty": "return36a+json",
            "x5c": [Base64::encode_string(self.chain.leaf().der())], "x5t#S256": self.chain.leaf().thumbprint(),
        })
    }

    /// The signature under this header, rightly made.
    fn under(&self, header: &Value) -> Signature {
        let protected = Base64UrlUnpadded::encode_string(header.to_string().as_bytes());
        let input = format!("{protected}.{}", Base64UrlUnpadded::encode_string(PAYLOAD));
        let bytes = block_on(primitives().sign(&self.person.key.private, input.as_bytes())).unwrap();
        Signature { protected, signature: Base64UrlUnpadded::encode_string(&bytes) }
    }

    fn outcome(&self, header: &Value) -> String {
        let judgement = judged_at(&self.keyring, &self.under(header), PAYLOAD, NOW);
        format!("{} {}", judgement.ruling.code(), judgement.detail)
    }
}

#[test]
fn a_valid_signature_says_who_signed_for_whom_as_what_and_by_which_certificate() {
    let case = Case::new();
    let expected = Judgement {
        ruling: Ruling::Valid,
        detail: String::new(),
        kid: case.chain.leaf().thumbprint().into(),
        role: Some(Role::Approver),
        issued_at: Some(NOW),
        signatory: Some(Signatory { agency: agency(), name: "Người thử".into() }),
        certificate: Some(case.known()),
    };
    assert_eq!(judged_at(&case.keyring, &case.signature(Role::Approver), PAYLOAD, NOW), expected);

    let key = &case.person.key;
    let keyring = Keyring::of([card(key, "bo-tai-chinh", Role::Drafter)]);
    let signature = block_on(sign(&primitives(), key, Role::Drafter, NOW, PAYLOAD)).unwrap();
    let expected = Judgement {
        kid: key.public.thumbprint(),
        role: Some(Role::Drafter),
        signatory: Some(Signatory { agency: agency(), name: "Nguyễn Văn Thử".into() }),
        certificate: None,
        ..expected
    };
    assert_eq!(judged_at(&keyring, &signature, PAYLOAD, NOW), expected);
}

#[test]
fn the_header_is_exactly_what_the_format_says() {
    let case = Case::new();
    let read = Base64UrlUnpadded::decode_vec(&case.signature(Role::Approver).protected).unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&read).unwrap(), case.header());
    assert_eq!(case.outcome(&case.header()), "signing/valid ");
}

#[test]
fn all_signatures_of_a_file_are_judged_in_their_order() {
    let case = Case::new();
    let mut keyring = case.keyring.clone();
    keyring.add(card(&case.person.key, "bo-tai-chinh", Role::Drafter));
    let drafted = block_on(sign(&primitives(), &case.person.key, Role::Drafter, NOW, PAYLOAD)).unwrap();
    let none = Signature { protected: "e30".into(), signature: String::new() };
    let agency = agency();
    let court = Court { keyring: &keyring, subject: Subject::Return, agency: &agency, received: NOW };
    let all =
        [drafted, case.signature(Role::Approver), none, case.signature(Role::Seal), case.signature(Role::Drafter)];
    let judgements = block_on(judge(&primitives(), court, &all, PAYLOAD)).unwrap();
    let codes: Vec<_> = judgements.iter().map(|judgement| judgement.ruling.code()).collect();
    let expected = ["signing/valid", "signing/valid", "signing/header-refused", "signing/valid", "signing/other-role"];
    assert_eq!(codes, expected);
}

#[test]
fn what_was_changed_after_signing_is_broken_whoever_signed() {
    let case = Case::new();
    let signature = case.signature(Role::Approver);
    for keyring in [case.keyring.clone(), Keyring::default()] {
        let judgement = judged_at(&keyring, &signature, b"{}", NOW);
        assert_eq!((judgement.ruling, judgement.signatory), (Ruling::Broken, None));
    }
    let keyring = Keyring::of([card(&case.person.key, "bo-tai-chinh", Role::Drafter)]);
    let drafted = block_on(sign(&primitives(), &case.person.key, Role::Drafter, NOW, PAYLOAD)).unwrap();
    assert_eq!(judged_at(&keyring, &drafted, b"{}", NOW).ruling, Ruling::Broken);
    assert_eq!(code(&Keyring::default(), &drafted), "signing/unknown-key");
}

#[test]
fn a_key_signs_for_its_agency_in_its_role_and_time() {
    let key = Holder::new("Người thử", 3).key;
    let signature = block_on(sign(&primitives(), &key, Role::Drafter, NOW, PAYLOAD)).unwrap();
    let of = |agency: &str, role| Keyring::of([card(&key, agency, role)]);
    assert_eq!(code(&of("bo-tai-chinh", Role::Drafter), &signature), "signing/valid");
    assert_eq!(code(&of("bo-y-te", Role::Drafter), &signature), "signing/other-agency");
    assert_eq!(code(&of("bo-tai-chinh", Role::Seal), &signature), "signing/other-role");
    let both = Keyring::of([card(&key, "bo-y-te", Role::Drafter), card(&key, "bo-tai-chinh", Role::Drafter)]);
    assert_eq!(code(&both, &signature), "signing/valid", "one person in two agencies");
    let mixed = Keyring::of([card(&key, "bo-y-te", Role::Drafter), card(&key, "bo-tai-chinh", Role::Seal)]);
    assert_eq!(code(&mixed, &signature), "signing/other-role", "two cards do not add up to one");
}

#[test]
fn a_keys_days_are_counted_in_vietnam_and_at_the_time_of_receipt() {
    let key = Holder::new("Người thử", 3).key;
    let card = card(&key, "bo-tai-chinh", Role::Drafter);
    let signature = block_on(sign(&primitives(), &key, Role::Drafter, 0, PAYLOAD)).unwrap();
    let mut keyring = Keyring::of([card.clone()]);
    assert!(keyring.limit(&card, Validity { from: day("2017-06-10"), until: day("2017-06-12") }));
    let (begin, end) = (end_of(day("2017-06-09").unwrap()) + 1, end_of(day("2017-06-12").unwrap()));
    assert_eq!((begin, end), (1_497_027_600, 1_497_286_799), "seven hours before UTC");
    for (received, expected) in [
        (begin - 1, "signing/key-early"),
        (begin, "signing/valid"),
        (end, "signing/valid"),
        (end + 1, "signing/key-expired"),
    ] {
        assert_eq!(judged_at(&keyring, &signature, PAYLOAD, received).ruling.code(), expected, "{received}");
    }
}

#[test]
fn a_trusted_certificate_signs_for_whom_the_coordinator_says() {
    let case = Case::new();
    let signature = case.signature(Role::Approver);
    let mut unbound = case.keyring.clone();
    unbound.unbind(&case.binding());
    assert_eq!(code(&unbound, &signature), "signing/certificate-unknown");
    assert_eq!(code(&case.bound(|binding| binding.agency = "bo-y-te".into()), &signature), "signing/other-agency");
    assert_eq!(code(&case.bound(|binding| binding.roles = vec![Role::Drafter]), &signature), "signing/other-role");
    let until = |text| move |binding: &mut Binding| binding.valid.until = day(text);
    assert_eq!(code(&case.bound(until("2017-06-11")), &signature), "signing/key-expired");
    assert_eq!(code(&case.bound(until("2017-06-12")), &signature), "signing/valid");
    let from = |binding: &mut Binding| binding.valid.from = day("2017-06-13");
    assert_eq!(code(&case.bound(from), &signature), "signing/key-early");
}

#[test]
fn a_name_may_be_bound_so_that_the_next_certificate_needs_no_new_entry() {
    let mut case = Case::new();
    let keyring = case.bound(|binding| binding.bound = case.name_and_authority());
    assert_eq!(code(&keyring, &case.signature(Role::Approver)), "signing/valid");
    let next = Made { serial: 8, ..Made::new(&case.person, &case.root, &[usage(0xc0)]) }.certificate();
    case.chain = Chain::of([next]).unwrap();
    assert_eq!(code(&keyring, &case.signature(Role::Approver)), "signing/valid");
    assert_eq!(code(&case.keyring, &case.signature(Role::Approver)), "signing/certificate-unknown");
    let other = Made { subject: common_name("Người khác"), ..Made::new(&case.person, &case.root, &[]) }.certificate();
    case.chain = Chain::of([other]).unwrap();
    assert_eq!(code(&keyring, &case.signature(Role::Approver)), "signing/certificate-unknown");
}

#[test]
fn a_name_is_bound_to_the_authority_that_certifies_it_and_to_its_key() {
    let mut case = Case::new();
    let known = case.name_and_authority();
    let Bound::Subject { subject, by: Some(by) } = known.clone() else { panic!("{known:?}") };
    let by_name = Bound::Subject { subject: subject.clone(), by: Some(CertifiedBy { key: None, ..by }) };
    let by_anybody = Bound::Subject { subject, by: None };
    let keyrings = [known, by_name, by_anybody].map(|bound| {
        let mut keyring = case.bound(|binding| binding.bound = bound);
        keyring.trust(Holder::new("Gốc khác", 21).root()).unwrap();
        keyring
    });
    let mut codes = |chain: Vec<Certificate>| {
        case.chain = Chain::of(chain).unwrap();
        keyrings.each_ref().map(|keyring| code(keyring, &case.signature(Role::Approver)))
    };
    let (valid, unknown) = ("signing/valid", "signing/certificate-unknown");

    let other = Holder::new("Gốc khác", 21);
    let person = Holder::new("Người thử", 3);
    assert_eq!(
        codes(vec![person.certified(&other, &[usage(0xc0)])]),
        [unknown, unknown, valid],
        "the same name by another trusted authority; a line of an older keyring asks for none"
    );
    let below = Holder::new("Gốc", 22);
    let certificate = below.certified(&other, &[is_authority(Some(0)), usage(0x04)]);
    assert_eq!(
        codes(vec![person.certified(&below, &[usage(0xc0)]), certificate]),
        [unknown, valid, valid],
        "an authority that only bears the name of the one that is meant has another key"
    );
    let root = Holder::new("Gốc", 1);
    assert_eq!(codes(vec![person.certified(&root, &[usage(0x40)])]), [valid; 3], "the next one by the same authority");
}

#[test]
fn a_keys_last_day_holds_for_all_its_cards() {
    let key = Holder::new("Người thử", 3).key;
    let signed = |role| block_on(sign(&primitives(), &key, role, NOW, PAYLOAD)).unwrap();
    let (drafter, seal) = (card(&key, "bo-tai-chinh", Role::Drafter), card(&key, "bo-tai-chinh", Role::Seal));
    let lost = Validity { from: None, until: day("2017-06-01") };
    let mut keyring = Keyring::of([drafter.clone(), seal.clone()]);
    assert!(keyring.limit(&drafter, lost));
    assert_eq!(code(&keyring, &signed(Role::Seal)), "signing/key-expired", "each card that is there");
    keyring.remove(&seal);
    assert!(keyring.add(seal.clone()));
    assert_eq!(code(&keyring, &signed(Role::Seal)), "signing/key-expired", "and each that comes later");
    let again = Keyring::of([KeyCard { created: Date::parse_iso("2017-06-11").unwrap(), ..drafter.clone() }]);
    assert_eq!(keyring.merge(&again), 1);
    assert_eq!(code(&keyring, &signed(Role::Drafter)), "signing/key-expired", "also with another keyring");
    assert!(keyring.limit(&seal, Validity::default()));
    assert_eq!(code(&keyring, &signed(Role::Drafter)), "signing/valid", "and so it is lifted");
    assert!(!keyring.limit(&card(&key, "bo-y-te", Role::Seal), lost), "a card that is not there limits nothing");
}

#[test]
fn a_certificates_last_day_is_not_lifted_by_another_line_about_it() {
    let case = Case::new();
    let lost = Validity { from: None, until: day("2017-06-01") };
    let signature = case.signature(Role::Approver);
    let mut keyring = case.bound(|binding| binding.valid = lost);
    assert_eq!(code(&keyring, &signature), "signing/key-expired");
    let unlimited = Binding { roles: vec![Role::Approver], ..case.binding() };
    assert!(keyring.bind(unlimited.clone()));
    assert!(!keyring.bind(unlimited.clone()));
    assert_eq!(code(&keyring, &signature), "signing/key-expired", "another line of the same certificate");
    let by_name = Binding { bound: case.name_and_authority(), ..unlimited.clone() };
    assert!(keyring.bind(by_name.clone()));
    assert_eq!(code(&keyring, &signature), "signing/key-expired", "a line of the whole name");
    let mut other = Keyring::default();
    other.trust(case.root.root()).unwrap();
    other.bind(by_name);
    assert_eq!(code(&other, &signature), "signing/valid");
    assert!(other.bind(Binding { valid: lost, ..case.binding() }));
    assert_eq!(code(&other, &signature), "signing/key-expired", "in whichever order they were written");
    keyring.limit_binding(&unlimited, Validity::default());
    assert_eq!(code(&keyring, &signature), "signing/valid", "and so it is lifted");
    let elsewhere = Binding { agency: "bo-y-te".into(), valid: lost, ..case.binding() };
    assert!(keyring.bind(elsewhere));
    assert_eq!(code(&keyring, &signature), "signing/valid", "who left one agency may sign for the next");
}

#[test]
fn lines_about_a_certificate_that_have_no_day_in_common_lend_each_other_none() {
    let case = Case::new();
    let signature = case.signature(Role::Approver);
    let drafter = Validity { from: None, until: day("2017-06-30") };
    let approver = Validity { from: day("2017-07-01"), until: None };
    let by_name = Binding { bound: case.name_and_authority(), roles: vec![Role::Approver], ..case.binding() };
    let [old, new] = [
        Binding { valid: drafter, roles: vec![Role::Drafter], ..case.binding() },
        Binding { valid: approver, roles: vec![Role::Approver], ..case.binding() },
    ];
    for lines in [
        [old.clone(), new.clone()],
        [new, old],
        [Binding { valid: drafter, ..case.binding() }, Binding { valid: approver, ..by_name.clone() }],
        [Binding { valid: approver, ..by_name.clone() }, Binding { valid: drafter, ..case.binding() }],
    ] {
        let mut keyring = Keyring::default();
        keyring.trust(case.root.root()).unwrap();
        lines.into_iter().for_each(|line| assert!(keyring.bind(line)));
        let open = Binding { name: "Như trên".into(), ..case.binding() };
        assert!(keyring.bind(open), "a third line lifts nothing");
        let read = Keyring::read(keyring.json().unwrap().as_bytes()).unwrap();
        assert_eq!(read, keyring);
        assert_eq!(keyring.merge(&read), 0, "they are there");
        let at = |received| judged_at(&keyring, &signature, PAYLOAD, received).ruling.code();
        assert_eq!(at(end_of(day("2017-06-30").unwrap())), "signing/key-early", "she approved nothing in June");
        assert_eq!(at(end_of(day("2017-07-01").unwrap())), "signing/key-expired");
    }
}

#[test]
fn every_reason_against_a_certificate_has_its_code() {
    let case = Case::new();
    let signature = case.signature(Role::Approver);
    let mut nobody_trusted = case.keyring.clone();
    nobody_trusted.distrust(case.root.root().thumbprint());
    let judgement = judged_at(&nobody_trusted, &signature, PAYLOAD, NOW);
    assert_eq!((judgement.ruling, judgement.detail.as_str()), (Ruling::ChainUntrusted, "UnknownIssuer"));
    assert!(judgement.certificate.is_some() && judgement.signatory.is_none(), "shown, and nobody's");

    let long = Made { until: b"300101000000Z", from: b"100101000000Z", ..Made::new(&case.root, &case.root, &[]) };
    let mut trusting = case.keyring.clone();
    trusting.trust(Made { extensions: vec![is_authority(None)], ..long }.certificate()).unwrap();
    let at = |received| judged_at(&trusting, &signature, PAYLOAD, received).ruling.code();
    assert_eq!(at(1_400_000_000), "signing/certificate-early");
    assert_eq!(at(1_600_000_000), "signing/certificate-expired");

    let mut revoking = case.keyring.clone();
    revoking.add_crl(Crl::read(&crl(&case.root, &[7], b"170601000000Z")).unwrap());
    assert_eq!(code(&revoking, &signature), "signing/revoked");

    let with = |made: Made<'_>| {
        let mut header = case.header();
        let certificate = made.certificate();
        header["x5c"] = json!([Base64::encode_string(certificate.der())]);
        header["x5t#S256"] = json!(certificate.thumbprint());
        case.outcome(&header)
    };
    let made = |extensions: &[Vec<u8>]| Made::new(&case.person, &case.root, extensions);
    assert_eq!(with(made(&[usage(0xc0)])), "signing/valid ");
    assert_eq!(with(made(&[is_authority(None)])), "signing/certificate-is-authority ");
    assert_eq!(with(made(&[usage(0x20)])), "signing/certificate-usage ");
    assert_eq!(with(Made { version: vec![], ..made(&[]) }), "signing/certificate-malformed ");
    let sha1 = sequence(&[&tlv(6, b"\x2a\x86\x48\xce\x3d\x04\x01")]);
    assert_eq!(with(Made { algorithm: sha1, ..made(&[]) }), "signing/algorithm-refused ");
}

#[test]
fn the_receipt_decides_and_not_what_the_signatory_claims() {
    let case = Case::new();
    for claimed in [0, NOW, LATEST] {
        let mut header = case.header();
        header["iat"] = json!(claimed);
        let judgement = judged_at(&case.keyring, &case.under(&header), PAYLOAD, NOW);
        assert_eq!((judgement.ruling, judgement.issued_at), (Ruling::Valid, Some(claimed)));
        let late = judged_at(&case.keyring, &case.under(&header), PAYLOAD, 1_600_000_000);
        assert_eq!(late.ruling, Ruling::CertificateExpired);
    }
}

#[test]
fn a_header_names_a_key_or_a_certificate_and_never_both() {
    let case = Case::new();
    let with = |member: &str, value: Value| {
        let mut header = case.header();
        header[member] = value;
        case.outcome(&header)
    };
    let without = |member: &str| {
        let mut header = case.header();
        header.as_object_mut().unwrap().remove(member);
        case.outcome(&header)
    };
    assert_eq!(with("kid", json!(case.person.key.public.thumbprint())), "signing/header-refused x5c");
    assert_eq!(without("x5t#S256"), "signing/header-refused x5t#S256");
    assert_eq!(without("x5c"), "signing/header-refused kid");
    for member in ["jwk", "jku", "x5u", "x5t", "crit", "b64", "zip", "nonce"] {
        assert_eq!(with(member, json!(["b64"])), format!("signing/header-refused {member}"));
    }
    for member in ["iat", "typ", "cty", "role"] {
        assert_eq!(without(member), format!("signing/header-refused {member}"));
    }
    assert_eq!(with("role", json!("coordinator")), "signing/header-refused role");
    assert_eq!(with("cty", json!("return36a-receipt+json")), "signing/header-refused cty");
}

#[test]
fn an_x5c_has_one_spelling() {
    let case = Case::new();
    let der = case.chain.leaf().der();
    let text = Base64::encode_string(der);
    let with = |value: Value| {
        let mut header = case.header();
        header["x5c"] = value;
        case.outcome(&header)
    };
    let root = Base64::encode_string(case.root.root().der());
    for value in [
        json!([]),
        json!(text),
        json!([text, 5]),
        json!([[text]]),
        json!([text, text]),
        json!([text, root]),
        json!([root, text]),
        json!([Base64UrlUnpadded::encode_string(der)]),
        json!([format!("{text}\n")]),
        json!([text.trim_end_matches('=').to_owned() + "A"]),
        json!([Base64::encode_string(&[der, &[0]].concat())]),
        json!(vec![text.clone(); MOST_CHAIN + 1]),
        json!(["A".repeat(40_000)]),
    ] {
        let outcome = with(value.clone());
        assert!(outcome.starts_with("signing/header-refused x5c"), "{value:.60}: {outcome}");
    }
    let mut header = case.header();
    header["x5t#S256"] = json!(case.root.root().thumbprint());
    assert_eq!(case.outcome(&header), "signing/header-refused x5t#S256");
}

#[test]
fn an_algorithm_must_be_the_keys_own() {
    let case = Case::new();
    for algorithm in
        ["RS256", "PS256", "none", "None", "HS256", "ES384", "ES512", "PS384", "ES256K", "EdDSA", "RS512", "es256", ""]
    {
        let mut header = case.header();
        header["alg"] = json!(algorithm);
        assert_eq!(case.outcome(&header), format!("signing/algorithm-refused {algorithm}"));
        let unsigned = Signature { signature: String::new(), ..case.under(&header) };
        assert_eq!(code(&case.keyring, &unsigned), "signing/algorithm-refused");
    }
}

#[test]
fn a_signature_has_as_many_bytes_as_its_key_gives_and_one_spelling() {
    let case = Case::new();
    let good = case.signature(Role::Approver);
    for length in [0, 63, 65, 72, 256] {
        let signature = Signature { signature: Base64UrlUnpadded::encode_string(&vec![1; length]), ..good.clone() };
        assert_eq!(code(&case.keyring, &signature), "signing/malformed", "{length}");
    }
    for (protected, signature) in [
        (good.protected.clone(), format!("{}==", good.signature)),
        (good.protected.clone(), format!("{}\n", good.signature)),
        (format!("{}=", good.protected), good.signature.clone()),
        (good.protected.repeat(200), good.signature.clone()),
    ] {
        assert_eq!(code(&case.keyring, &Signature { protected, signature }), "signing/malformed");
    }
}

#[test]
fn nothing_is_signed_that_would_not_be_accepted() {
    let case = Case::new();
    let refusal = |algorithm, chain: &Chain, time| {
        to_sign(algorithm, chain, Subject::Return, Role::Seal, time, PAYLOAD).unwrap_err().to_string()
    };
    let chain = |extensions: &[Vec<u8>]| Chain::of([case.person.certified(&case.root, extensions)]).unwrap();
    assert_eq!(refusal(Algorithm::Rs256, &case.chain, NOW), "signing/algorithm-refused");
    assert_eq!(refusal(Algorithm::Es256, &case.chain, 1_400_000_000), "signing/certificate-early");
    assert_eq!(refusal(Algorithm::Es256, &case.chain, 1_600_000_000), "signing/certificate-expired");
    assert_eq!(refusal(Algorithm::Es256, &chain(&[is_authority(None)]), NOW), "signing/certificate-is-authority");
    assert_eq!(refusal(Algorithm::Es256, &chain(&[usage(0x20)]), NOW), "signing/certificate-usage");
    let coordinator = to_sign(Algorithm::Es256, &case.chain, Subject::Return, Role::Coordinator, NOW, PAYLOAD);
    assert_eq!(coordinator.unwrap_err().to_string(), "signing/member-refused role");
}

/// Both directions for every pair of subjects, by certificate: a keyring's signature is no registry's.
#[test]
fn a_signature_of_one_kind_is_refused_for_every_other() {
    let case = Case::new();
    let keyring = case.bound(|binding| binding.roles = vec![Role::Seal, Role::Coordinator]);
    let agency = agency();
    for signed in Subject::ALL {
        let role = if signed == Subject::Return { Role::Seal } else { Role::Coordinator };
        let signature = case.finished(&to_sign(Algorithm::Es256, &case.chain, signed, role, NOW, PAYLOAD).unwrap());
        for subject in Subject::ALL {
            let court = Court { keyring: &keyring, subject, agency: &agency, received: NOW };
            let judgement = block_on(judge_one(&primitives(), court, &signature, PAYLOAD)).unwrap();
            let expected = if subject == signed { Ruling::Valid } else { Ruling::HeaderRefused };
            assert_eq!(judgement.ruling, expected, "{signed:?} read as {subject:?}");
        }
    }
}
