//! Whole files: drafted by a key made in the page, approved and sealed by certificates, read again and judged.

use super::made::*;
use super::primitives;
use pollster::block_on;
use return36a::collect::{Standing, verdicts};
use return36a::quarterly::{Return, SignedFile, Start, blank, read, return_value, write};
use return36a::registry::Registry;
use return36a::signing::*;
use return36a::vietnamese::Date;
use serde_json::{Value, json};

struct Office {
    root: Holder,
    drafter: Holder,
    approver: Holder,
    chain: Chain,
    keyring: Keyring,
}

impl Office {
    fn new() -> Self {
        let (root, drafter, approver) =
            (Holder::new("Gốc", 1), Holder::new("Người lập", 2), Holder::new("Người duyệt", 3));
        let chain = Chain::of([approver.certified(&root, &[usage(0xc0)])]).unwrap();
        let mut keyring = Keyring::of([KeyCard {
            agency: "bo-tai-chinh".into(),
            name: "Người lập".into(),
            role: Role::Drafter,
            key: drafter.key.public,
            created: Date::new(2017, 6, 10).unwrap(),
        }]);
        keyring.trust(root.root()).unwrap();
        keyring.bind(Binding {
            bound: Bound::Certificate(chain.leaf().thumbprint().to_owned()),
            agency: "bo-tai-chinh".into(),
            name: "Người duyệt".into(),
            roles: vec![Role::Approver, Role::Seal],
            valid: Validity::default(),
        });
        Self { root, drafter, approver, chain, keyring }
    }

    /// The return of Bộ Tài chính with the drafter's, the approver's and the agency's signatures.
    fn signed(&self) -> SignedFile {
        let start = Start { agency: "bo-tai-chinh".into(), period: "2017-Q2".parse().unwrap(), random: [7; 16] };
        let content = blank(Registry::embedded().unwrap(), &"0".repeat(64), &start);
        let payload = canonical(&return_value(&content)).unwrap();
        let drafted = block_on(sign(&primitives(), &self.drafter.key, Role::Drafter, NOW, &payload)).unwrap();
        let by_certificate = |role| {
            let wanted = to_sign(Algorithm::Es256, &self.chain, Subject::Return, role, NOW, &payload).unwrap();
            block_on(attach(&primitives(), &wanted, &self.approver.sign_der(wanted.bytes()))).unwrap()
        };
        let signatures = vec![drafted, by_certificate(Role::Approver), by_certificate(Role::Seal)];
        SignedFile { content, signatures }
    }

    fn standing(&self, file: &SignedFile) -> (Standing, Vec<String>) {
        let (standing, found) = block_on(verdicts(&primitives(), &self.keyring, file, NOW)).unwrap();
        (standing, found.into_iter().map(|found| found.code).collect())
    }
}

#[test]
fn a_file_signed_by_three_is_genuine_and_says_who_they_are() {
    let office = Office::new();
    let file = read(&write(&office.signed())).unwrap();
    let (standing, found) = block_on(verdicts(&primitives(), &office.keyring, &file, NOW)).unwrap();
    assert_eq!(standing, Standing::Genuine);
    let who: Vec<_> = found
        .iter()
        .map(|found| (found.role.as_deref().unwrap(), found.holder.as_ref().unwrap().name.as_str()))
        .collect();
    assert_eq!(who, [("drafter", "Người lập"), ("approver", "Người duyệt"), ("seal", "Người duyệt")]);
    let certificates = found.iter().filter_map(|found| found.certificate.as_ref());
    let subjects: Vec<_> = certificates.map(|certificate| certificate.common_name.as_deref().unwrap()).collect();
    assert_eq!(subjects, ["Người duyệt", "Người duyệt"]);
    let written = serde_json::to_value(&found).unwrap();
    assert_eq!(serde_json::from_value::<Vec<return36a::collect::SignatureFound>>(written).unwrap(), found);
}

/// One bad signature is enough, and the worst decides.
#[test]
fn a_file_is_worth_what_its_worst_signature_is_worth() {
    let office = Office::new();
    let file = office.signed();
    let valid = "signing/valid".to_owned();
    let unsigned = SignedFile { signatures: Vec::new(), ..file.clone() };
    assert_eq!(office.standing(&unsigned), (Standing::Unsigned, vec![]));
    let case = |change: &dyn Fn(&mut Office), expected: Standing, code: &str| {
        let mut office = Office::new();
        change(&mut office);
        let (standing, codes) = office.standing(&file);
        assert_eq!((standing, codes[0].as_str(), codes[1].as_str()), (expected, valid.as_str(), code));
    };
    let root = office.root.root().thumbprint().to_owned();
    case(&|office| office.keyring.distrust(&root), Standing::Unknown, "signing/chain-untrusted");
    let rebound = |change: fn(&mut Binding)| {
        move |office: &mut Office| {
            let mut binding = office.keyring.bindings()[0].clone();
            office.keyring.unbind(&binding);
            change(&mut binding);
            office.keyring.bind(binding);
        }
    };
    let other: fn(&mut Binding) = |binding| binding.agency = "bo-y-te".into();
    case(&rebound(other), Standing::OtherAgency, "signing/other-agency");
    let drafter: fn(&mut Binding) = |binding| binding.roles = vec![Role::Drafter];
    case(&rebound(drafter), Standing::OtherAgency, "signing/other-role");
    let early: fn(&mut Binding) = |binding| binding.valid.from = Date::new(2017, 7, 1).ok();
    case(&rebound(early), Standing::NotInForce, "signing/key-early");
    let revoke = |office: &mut Office| {
        let list = crl(&office.root, &[7], b"170201000000Z");
        office.keyring.add_crl(Crl::read(&list).unwrap());
    };
    case(&revoke, Standing::NotInForce, "signing/revoked");
}

/// Every member of the return, at every depth, is under every signature.
#[test]
fn a_file_changed_in_any_member_is_broken_under_every_signature() {
    let office = Office::new();
    let file = office.signed();
    let mut places = Vec::new();
    leaves(&return_value(&file.content), String::new(), &mut places);
    assert!(places.len() > 100, "{}", places.len());
    let mut tried = 0;
    for place in places {
        let Some(content) = changed(&file.content, &place) else { continue };
        let (standing, codes) = office.standing(&SignedFile { content, ..file.clone() });
        assert_eq!((standing, codes), (Standing::Broken, vec!["signing/broken".to_owned(); 3]), "{place}");
        tried += 1;
    }
    assert!(tried > 50, "{tried}");
}

fn leaves(value: &Value, place: String, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| leaves(value, format!("{place}/{name}"), found))
        }
        Value::Array(items) if !items.is_empty() => {
            items.iter().enumerate().for_each(|(at, value)| leaves(value, format!("{place}/{at}"), found));
        }
        _ => found.push(place),
    }
}

/// The return with another value at this place, where there is one of its type that is read.
fn changed(content: &Return, place: &str) -> Option<Return> {
    let old = return_value(content).pointer(place)?.clone();
    let others = [
        json!(format!("{} ", old.as_str().unwrap_or("x"))),
        json!(7),
        json!(true),
        json!("2017-Q3"),
        json!("2017-06-13"),
    ];
    others.into_iter().find_map(|other| {
        let mut value = return_value(content);
        *value.pointer_mut(place)? = other;
        serde_json::from_value(value).ok().filter(|changed| changed != content)
    })
}
