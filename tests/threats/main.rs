//! Every way in which a file might deceive has a file in `tests/threats/files`, and here the code that it is refused with.
//!
//! The files are written anew by `RETURN36A_THREATS=write cargo test --test threats`; what they are made of is in `made.rs`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

#[path = "../signing/made.rs"]
#[allow(dead_code, reason = "each who includes it uses a part")]
mod certificates;
mod made;
#[path = "../quarter/mod.rs"]
mod quarter;

use made::{Made, THREATS};
use pollster::block_on;
use return36a::collect::{Arrived, Bench, Grounds, Ledger, Outcome, examine};
use return36a::registry::Registry;
use return36a::rules::RuleSet;
use return36a::signing::{Native, NativeKey, Password, Primitives, SigningKey, new_key, no_randomness, open_key};
use return36a::vietnamese::Date;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::LazyLock;

static MADE: LazyLock<Made> = LazyLock::new(Made::new);

/// What the certificates' makers ask of their root.
type Private = NativeKey;

fn primitives() -> impl Primitives<PrivateKey = Private> {
    Native::new(no_randomness)
}

fn fresh_key(primitives: &impl Primitives<PrivateKey = Private>) -> SigningKey<Private> {
    let password = Password::new("mật khẩu mẫu").unwrap();
    let made = block_on(new_key(primitives, &password, 1)).unwrap();
    block_on(open_key(primitives, made.pem.as_bytes(), &password)).unwrap()
}

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/threats/files"))
}

fn received() -> Date {
    Date::parse_iso("2017-06-12").unwrap()
}

fn examined(bytes: &[u8]) -> Arrived {
    static RULES: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::compile(&Registry::embedded().unwrap().rule).unwrap());
    let registry = Registry::embedded().unwrap();
    let (grounds, previous) = (Grounds::of(MADE.keyring()), BTreeMap::new());
    let bench = Bench {
        registry,
        registry_sha256: MADE.registry_sha256(),
        rules: &RULES,
        grounds: &grounds,
        previous: &previous,
    };
    let examined = block_on(examine(&Native::new(no_randomness), bench, bytes, received())).unwrap();
    Arrived { name: String::new(), received: received(), examined, note: String::new(), set_aside: false }
}

/// What is found in the file alone: why it is no return, or what its signatures are worth, one after the other.
fn found(bytes: &[u8]) -> String {
    match examined(bytes).examined.outcome {
        Outcome::Unreadable { code, .. } => code,
        Outcome::Return(filed) if filed.signatures.is_empty() => "unsigned".to_owned(),
        Outcome::Return(filed) => {
            filed.signatures.iter().map(|signature| signature.code.as_str()).collect::<Vec<_>>().join(" ")
        }
    }
}

#[test]
fn each_threat_has_its_file_and_is_refused_with_its_code() {
    if std::env::var_os("RETURN36A_THREATS").is_some_and(|told| told == "write") {
        std::fs::create_dir_all(folder()).unwrap();
        for threat in THREATS {
            std::fs::write(folder().join(threat.file()), (threat.make)(&MADE)).unwrap();
        }
    }
    let named: BTreeSet<String> = THREATS.iter().map(|threat| threat.file()).collect();
    assert_eq!(named.len(), THREATS.len(), "each name once");
    let there = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(there.collect::<BTreeSet<_>>(), named);
    let code = |threat: &made::Threat| found(&std::fs::read(folder().join(threat.file())).unwrap());
    let told: Vec<(&str, String)> = THREATS.iter().map(|threat| (threat.name, code(threat))).collect();
    let wanted: Vec<(&str, String)> = THREATS.iter().map(|threat| (threat.name, threat.code.to_owned())).collect();
    assert_eq!(told, wanted);
}

/// The lines of the table in `docs/security.md`.
#[test]
fn the_document_names_each_threat_its_answer_and_its_file() {
    let document = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/security.md")).unwrap();
    let line = |threat: &made::Threat| format!("| {} | `{}` | `{}` |", threat.what, threat.code, threat.name);
    let missing: Vec<String> = THREATS.iter().map(line).filter(|line| !document.contains(line.as_str())).collect();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn the_file_that_they_are_made_from_is_genuine() {
    let bytes = MADE.signed();
    assert_eq!(found(&bytes), "signing/valid");
    assert_eq!(found(&MADE.signed_with_certificate()), "signing/valid");
    assert_eq!(found(&MADE.signed_by_name()), "signing/valid");
    assert!(THREATS.iter().all(|threat| (threat.make)(&MADE) != bytes), "each threat changes something");
}

/// Every leaf of the value, with another value in its place: text with a letter more, numbers one higher, and so on.
fn tampered(value: &Value) -> Vec<Value> {
    let leaves: Vec<Value> = match value {
        Value::Object(members) => {
            let with = |name: &String, other| {
                let mut members = members.clone();
                members.insert(name.clone(), other);
                Value::Object(members)
            };
            let inside =
                members.iter().flat_map(|(name, member)| tampered(member).into_iter().map(move |of| (name, of)));
            inside.map(|(name, other)| with(name, other)).collect()
        }
        Value::Array(items) => {
            let with = |at: usize, other| {
                let mut items = items.clone();
                items[at] = other;
                Value::Array(items)
            };
            let inside =
                items.iter().enumerate().flat_map(|(at, item)| tampered(item).into_iter().map(move |of| (at, of)));
            inside.map(|(at, other)| with(at, other)).collect()
        }
        Value::String(text) => vec![Value::from(format!("{text}1"))],
        Value::Number(number) => vec![Value::from(number.as_i64().unwrap() + 1)],
        Value::Bool(yes) => vec![Value::from(!yes)],
        Value::Null => vec![Value::from("1")],
    };
    leaves
}

#[test]
fn no_member_of_a_signed_return_can_be_changed() {
    let file: Value = serde_json::from_slice(&MADE.signed()).unwrap();
    let others = tampered(&file["return"]);
    assert!(others.len() > 100, "{}", others.len());
    for other in others {
        let mut changed = file.clone();
        changed["return"] = other;
        let found = found(changed.to_string().as_bytes());
        assert!(found == "signing/broken" || found.starts_with("read/"), "{found}: {}", changed["return"]);
    }
}

#[test]
fn an_old_file_a_fork_a_gap_and_another_quarters_file_are_told_in_the_ledger() {
    let states = |files: &[Vec<u8>]| {
        let registry = Registry::embedded().unwrap();
        let mut ledger = Ledger::new(registry, MADE.period());
        ledger.add(files.iter().map(|bytes| examined(bytes)));
        ledger.entries().iter().map(|entry| entry.state.code().to_owned()).collect::<Vec<_>>()
    };
    let (first, second, other) = (MADE.signed(), MADE.amended("Sửa số liệu"), MADE.amended("Sửa số liệu lần khác"));
    assert_eq!(states(&[second.clone(), first.clone()]), ["accepted", "superseded"], "an old file sent again");
    assert_eq!(states(&[first.clone(), first.clone()]), ["accepted", "duplicate"]);
    assert_eq!(states(&[first, second.clone(), other]), ["accepted", "forked", "forked"], "what both amend counts on");
    assert_eq!(states(&[second]), ["accepted"], "that its predecessor is missing is among its reasons");
    assert_eq!(states(&[MADE.of_other_quarter()]), ["wrong-period"]);
}
