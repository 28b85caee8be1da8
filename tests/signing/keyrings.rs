//! The coordinator's keyring: whose cards it holds, and its file.

use super::made::{Holder, crl, is_authority, usage};
use super::{fresh_key, primitives};
use pollster::block_on;
use return36a::collect::{COORDINATOR, IssuedKeyring, Issuer, KeyringFile, Proof, issue, read_keyring};
use return36a::quarterly::{Signed, write_signed};
use return36a::signing::*;
use return36a::vietnamese::Date;

fn card(agency: &str, role: Role) -> KeyCard {
    let key = fresh_key(&primitives()).public;
    let created = Date::parse_iso("2017-06-10").unwrap();
    KeyCard { agency: agency.into(), name: "Văn phòng".into(), role, key, created }
}

fn keyring() -> Keyring {
    Keyring::of([card("bo-tai-chinh", Role::Drafter), card("bo-tai-chinh", Role::Approver)])
}

fn refusal(json: &str) -> String {
    Keyring::read(json.as_bytes()).map_or_else(|error| error.to_string(), |keyring| format!("{keyring:?}"))
}

#[test]
fn a_keyring_is_read_back_as_it_was_written() {
    for keyring in [Keyring::default(), keyring()] {
        assert_eq!(Keyring::read(keyring.json().unwrap().as_bytes()).as_ref(), Ok(&keyring));
    }
}

#[test]
fn one_key_may_sign_in_several_roles_and_the_same_card_stands_once() {
    let mut keyring = keyring();
    assert!(!keyring.add(card("bo-tai-chinh", Role::Drafter)));
    let kid = card("bo-tai-chinh", Role::Drafter).key.thumbprint();
    let roles: Vec<Role> = keyring.holders(&kid).map(|card| card.role).collect();
    assert_eq!(roles, [Role::Drafter, Role::Approver]);
    assert_eq!(keyring.holders("another").count(), 0);
    keyring.remove(&card("bo-tai-chinh", Role::Drafter));
    assert_eq!(keyring.cards(), [card("bo-tai-chinh", Role::Approver)]);
}

#[test]
fn what_is_no_keyring_is_refused_with_its_place() {
    let json = keyring().json().unwrap();
    let with = |from: &str, to: &str| {
        assert!(json.contains(from), "{from}");
        refusal(&json.replacen(from, to, 1))
    };
    assert_eq!(refusal("{"), "signing/json-malformed");
    assert_eq!(with(KEYRING, "return36a-keyring/3"), "signing/newer keyring");
    assert_eq!(with("\"cards\": [", "\"cards\": [7, "), "signing/member-refused cards/0");
    assert_eq!(with("\"role\": \"drafter\"", "\"role\": \"owner\""), "signing/member-refused cards/0/role");
    assert_eq!(with("\"cards\"", "\"more\": [], \"cards\""), "signing/member-unknown more");
    assert_eq!(with("\"created\"", "\"agency\": \"bo-y-te\", \"created\""), "signing/member-duplicate cards/agency");
    assert_eq!(refusal("{\"keyring\":\"return36a-keyring/1\"}"), "signing/member-missing cards");
}

/// A keyring with everything that one can hold.
fn full() -> Keyring {
    let (root, person) = (Holder::new("Gốc", 1), Holder::new("Người thử", 3));
    let certificate = person.certified(&root, &[usage(0xc0)]);
    let day = |text| Some(Date::parse_iso(text).unwrap());
    let mut keyring = keyring();
    let limited = Validity { from: day("2017-01-01"), until: day("2017-12-31") };
    assert!(keyring.limit(&card("bo-tai-chinh", Role::Approver), limited));
    assert_eq!(keyring.trust(root.root()), Ok(true));
    assert_eq!(keyring.trust(root.root()), Ok(false));
    assert!(keyring.add_crl(Crl::read(&crl(&root, &[9], b"170201000000Z")).unwrap()));
    let binding = Binding {
        bound: Bound::Certificate(certificate.thumbprint().to_owned()),
        agency: "bo-tai-chinh".into(),
        name: "Người thử".into(),
        roles: vec![Role::Approver, Role::Seal],
        valid: Validity { until: day("2018-01-01"), from: None },
    };
    assert!(keyring.bind(binding.clone()));
    assert!(!keyring.bind(binding.clone()));
    let by = CertifiedBy { name: root.root().facts().subject.clone(), key: Some(root.root().key_thumbprint()) };
    let bound = Bound::Subject { subject: certificate.facts().subject.clone(), by: Some(by) };
    assert!(keyring.bind(Binding { bound, roles: vec![Role::Drafter], valid: Validity::default(), ..binding }));
    keyring
}

#[test]
fn certificates_roots_lists_and_validity_are_read_back() {
    let keyring = full();
    let json = keyring.json().unwrap();
    assert_eq!(Keyring::read(json.as_bytes()), Ok(keyring.clone()));
    let through_serde = serde_json::from_str::<Keyring>(&serde_json::to_string(&keyring).unwrap()).unwrap();
    assert_eq!(through_serde, keyring);
    let mut merged = Keyring::default();
    assert_eq!(merged.merge(&keyring), 6);
    assert_eq!(merged, keyring);
    assert_eq!(merged.merge(&keyring), 0);
}

#[test]
fn a_keyring_of_the_first_form_is_still_read_and_trusts_no_root() {
    let first = format!(
        "{{\"keyring\":\"return36a-keyring/1\",\"cards\":[{}]}}",
        card("bo-tai-chinh", Role::Drafter).json().unwrap()
    );
    let keyring = Keyring::read(first.as_bytes()).unwrap();
    assert_eq!(keyring, Keyring::of([card("bo-tai-chinh", Role::Drafter)]));
    assert!(keyring.anchors().is_empty() && keyring.crls().is_empty() && keyring.bindings().is_empty());
    let with_more = first.replacen("\"cards\"", "\"anchors\":[],\"cards\"", 1);
    assert_eq!(refusal(&with_more), "signing/member-unknown anchors");
    let limited = first.replacen("\"role\"", "\"until\":\"2017-01-01\",\"role\"", 1);
    assert_eq!(refusal(&limited), "signing/member-unknown cards/0/until");
}

#[test]
fn a_keyring_written_before_is_read_with_the_narrower_days_and_any_authority() {
    let text = full().json().unwrap();
    let with = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        Keyring::read(text.replacen(from, to, 1).as_bytes()).unwrap()
    };
    let day = |text| Some(Date::parse_iso(text).unwrap());
    let days = |keyring: &Keyring| {
        let [drafter, approver] = [Role::Drafter, Role::Approver].map(|role| card("bo-tai-chinh", role));
        assert_eq!(keyring.validity(&drafter), keyring.validity(&approver), "days are the key's");
        assert_eq!(Keyring::read(keyring.json().unwrap().as_bytes()).as_ref(), Ok(keyring), "it stays readable");
        keyring.validity(&drafter)
    };
    let unlimited = "\"from\": \"2017-01-01\",";
    assert_eq!(days(&with(unlimited, "")), Validity { from: day("2017-01-01"), until: day("2017-12-31") });
    assert_eq!(
        days(&with("\"until\": \"2017-12-31\"", "\"until\": \"2017-06-01\"")),
        Validity { from: day("2017-01-01"), until: day("2017-06-01") }
    );
    assert_eq!(
        days(&with("\"from\": \"2017-01-01\"", "\"from\": \"2017-02-01\"")),
        Validity { from: day("2017-02-01"), until: day("2017-12-31") }
    );
    let apart = text.replacen("\"from\": \"2017-01-01\"", "\"from\": \"2016-01-01\"", 1);
    let apart = apart.replacen("\"until\": \"2017-12-31\"", "\"until\": \"2016-12-31\"", 1);
    assert_eq!(
        days(&Keyring::read(apart.as_bytes()).unwrap()),
        Validity { from: day("2016-01-01"), until: day("2016-12-31") },
        "where they share no day, those that end first"
    );

    let without = |members: &[&str]| {
        let mut file: serde_json::Value = serde_json::from_str(&text).unwrap();
        let line = file["certificates"][1].as_object_mut().unwrap();
        members.iter().for_each(|member| drop(line.remove(*member).unwrap()));
        file.to_string()
    };
    let by = |members: &[&str]| {
        let keyring = Keyring::read(without(members).as_bytes()).unwrap();
        assert_eq!(Keyring::read(keyring.json().unwrap().as_bytes()).as_ref(), Ok(&keyring));
        match &keyring.bindings()[1].bound {
            Bound::Subject { by, .. } => by.clone(),
            bound => panic!("{bound:?}"),
        }
    };
    assert!(by(&[]).is_some_and(|by| by.key.is_some()));
    assert!(by(&["issuer_key"]).is_some_and(|by| by.key.is_none()), "any key of that authority");
    assert_eq!(by(&["issuer_key", "issuer"]), None, "any authority, as older files say");
    assert_eq!(refusal(&without(&["issuer"])), "signing/member-unknown certificates/1/issuer_key", "a key of nobody");
    let refused = refusal(&text.replacen("\"issuer_key\": \"", "\"issuer_key\": \"A", 1));
    assert_eq!(refused, "signing/member-refused certificates/1/issuer_key");
}

#[test]
fn who_certifies_nobody_is_no_root() {
    let (root, person) = (Holder::new("Gốc", 1), Holder::new("Người thử", 3));
    let mut keyring = Keyring::default();
    for extensions in [vec![], vec![usage(0xc0)], vec![is_authority(None), usage(0x80)]] {
        let refused = keyring.trust(person.certified(&root, &extensions)).unwrap_err();
        assert_eq!(refused.to_string(), "signing/anchor-refused C=VN, O=Cơ quan thử, CN=Người thử");
    }
    keyring.trust(root.root()).unwrap();
    keyring.distrust(root.root().thumbprint());
    assert_eq!(keyring, Keyring::default());
}

#[test]
fn what_is_wrong_with_a_keyring_of_certificates_is_told_with_its_place() {
    let json = full().json().unwrap();
    let with = |from: &str, to: &str| {
        assert!(json.contains(from), "{from}");
        refusal(&json.replacen(from, to, 1))
    };
    assert_eq!(with("BEGIN CERTIFICATE", "BEGIN X509 CRL"), "signing/member-refused anchors/0");
    assert_eq!(with("\"anchors\": [", "\"anchors\": [7, "), "signing/member-refused anchors/0");
    assert_eq!(with("\"anchors\"", "\"roots\""), "signing/member-missing anchors");
    assert_eq!(with("\"crls\": [", "\"crls\": [[\"AAAA\"], "), "signing/member-refused crls/0");
    assert_eq!(with("\"crls\": [", "\"crls\": [\"AAAA\", "), "signing/member-refused crls/0");
    assert_eq!(
        with("\"certificate\": \"", "\"certificate\": \"A"),
        "signing/member-refused certificates/0/certificate"
    );
    assert_eq!(
        with("\"approver\",\n        \"seal\"", "\"seal\", \"approver\""),
        "signing/member-refused certificates/0/roles"
    );
    assert_eq!(with("\"roles\": [", "\"roles\": [\"owner\", "), "signing/member-refused certificates/0/roles");
    assert_eq!(with("\"2018-01-01\"", "\"01/01/2018\""), "signing/member-refused certificates/0/until");
    assert_eq!(with("\"2017-12-31\"", "\"2016-12-31\""), "signing/member-refused cards/0/until");
    assert_eq!(
        with("\"subject\": \"", "\"certificate\": \"\", \"subject\": \""),
        "signing/member-unknown certificates/1/certificate"
    );
}

#[test]
fn a_keyring_is_given_out_as_a_file_that_is_itself_signed() {
    let primitives = primitives();
    let key = fresh_key(&primitives);
    let issuer = Issuer { agency: COORDINATOR.into(), name: "Vụ Khoa giáo - Văn xã".into(), key: key.public };
    let content = IssuedKeyring::new(full(), issuer, Date::new(2017, 6, 12).unwrap());
    let file = block_on(issue(&primitives, &key, content, 1_497_225_600)).unwrap();
    let bytes = write_signed(&file);

    let read = read_keyring(&bytes).unwrap();
    assert_eq!(read.keyring(), &full());
    let KeyringFile::Signed(read) = read else { panic!("it has a signature") };
    let verdict =
        |file: &Signed<IssuedKeyring>| block_on(Proof::of(file).unwrap().verdict(&primitives)).unwrap().code();
    assert_eq!(verdict(&read), "signing/valid");
    let mut changed = *read.clone();
    changed.content.holds.distrust(full().anchors()[0].thumbprint());
    assert_eq!(verdict(&changed), "signing/broken");
    let mut twice = *read;
    twice.signatures.push(twice.signatures[0].clone());
    assert!(Proof::of(&twice).is_none(), "one signature and no more");

    assert_eq!(read_keyring(full().json().unwrap().as_bytes()), Ok(KeyringFile::Plain(full())));
    let refused = |from: &str, to: &str| {
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(text.contains(from), "{from}");
        read_keyring(text.replacen(from, to, 1).as_bytes()).unwrap_err().code_and_place()
    };
    let at = |code, place: &str| (code, place.to_owned());
    assert_eq!(refused("signed-keyring/1", "signed-keyring/2"), at("read/newer-schema", "/keyring/schema"));
    assert_eq!(refused("\"role\": \"drafter\"", "\"role\": \"owner\""), at("read/wrong-value", "/keyring/holds"));
    assert_eq!(refused("van-phong-chinh-phu", "bo-tai-chinh"), at("read/wrong-value", "/keyring/issuer/agency"));
    assert_eq!(refused("\"signatures\": [", "\"more\": 1, \"signatures\": ["), at("read/unknown-member", "/more"));
    let (code, place) = read_keyring(b"{\"keyring\":7}").unwrap_err().code_and_place();
    assert_eq!((code, place.as_str()), ("signing/member-refused", "keyring"));
}

#[test]
fn a_revocation_list_says_by_whom_and_when_it_was_issued_and_how_many_it_revokes() {
    let root = Holder::new("Gốc", 1);
    let facts = |serials: &[u8]| Crl::read(&crl(&root, serials, b"170201000000Z")).unwrap().facts().clone();
    let expected = CrlFacts {
        issuer: root.root().facts().subject.clone(),
        this_update: 1_485_907_200,
        next_update: 1_488_326_400,
        revoked: 2,
    };
    assert_eq!(facts(&[7, 9]), expected);
    assert_eq!(
        facts(&[]),
        CrlFacts { revoked: 0, ..expected },
        "what follows the days is then no list of certificates"
    );
}

#[test]
fn a_certificates_hash_is_shown_as_openssl_and_authorities_show_it() {
    let root = Certificate::one(include_bytes!("fixtures/root.pem")).unwrap();
    // openssl x509 -in root.pem -noout -fingerprint -sha256
    let openssl = "8C:D5:68:CC:8D:6B:49:DA:BD:3D:7F:CF:05:30:26:32:8B:2C:80:E4:A8:0F:23:46:5E:47:AA:21:3B:2E:C5:74";
    let shown = certificate_fingerprint(root.thumbprint());
    assert_eq!(shown.replace(' ', ""), openssl.replace(':', ""));
    assert_eq!(shown.split(' ').map(str::len).collect::<Vec<_>>(), [4; 16]);
    assert_eq!(certificate_fingerprint(""), "");
    assert_eq!(certificate_fingerprint("không phải"), "");
}

#[test]
fn what_no_keyring_can_carry_is_told_before_it_is_bound() {
    let full = full();
    for binding in full.bindings() {
        assert!(binding.is_sound());
        let with = |change: &dyn Fn(&mut Binding)| {
            let mut changed = binding.clone();
            change(&mut changed);
            changed.is_sound()
        };
        assert!(with(&|binding: &mut Binding| binding.name = "ă".repeat(200)));
        assert!(!with(&|binding: &mut Binding| binding.name = "ă".repeat(201)));
        assert!(!with(&|binding: &mut Binding| binding.name = " ".into()));
        assert!(!with(&|binding: &mut Binding| binding.name = "hai\ndòng".into()));
        assert!(!with(&|binding: &mut Binding| binding.roles.clear()));
        let named = |subject: String, by| Bound::Subject { subject, by };
        let by =
            |name: &str, key: Option<&str>| Some(CertifiedBy { name: name.to_owned(), key: key.map(str::to_owned) });
        assert!(with(&|binding| binding.bound = named("C".repeat(2000), by(&"C".repeat(2000), None))));
        assert!(!with(&|binding| binding.bound = named("C".repeat(2001), None)));
        assert!(!with(&|binding| binding.bound = named("CN=A".into(), by(&"C".repeat(2001), None))));
        assert!(!with(&|binding| binding.bound = named("CN=A".into(), by("CN=B", Some("ngắn")))));
        assert!(!with(&|binding: &mut Binding| binding.bound = Bound::Certificate("ngắn".into())));
        let reversed = |binding: &mut Binding| {
            let (from, until) = (Date::parse_iso("2018-01-02").ok(), Date::parse_iso("2018-01-01").ok());
            binding.valid = Validity { from, until };
        };
        assert!(!with(&reversed));
    }
    let certificate = Holder::new("Người thử", 3).certified(&Holder::new("Gốc", 1), &[usage(0xc0)]);
    for binding in full.bindings() {
        assert!(binding.bound.may_fit(certificate.facts()));
        assert!(!binding.bound.may_fit(Holder::new("Gốc", 1).root().facts()));
    }
}
