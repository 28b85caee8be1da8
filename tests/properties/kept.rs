//! What is kept beside returns: drafts, ledgers and keyrings, written and read again.

use crate::returns::{any_return, text};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use return36a::collect::{Arrived, Examined, Ledger, Outcome, ledger_json, read_ledger};
use return36a::quarterly::{RegistryMark, Return, Signature, field_paths};
use return36a::registry::{Registry, sha256_hex};
use return36a::session::{Draft, Section};
use return36a::signing::{KeyCard, Keyring, PublicKey, Role};
use return36a::vietnamese::Date;
use std::sync::Arc;

/// A draft of a return with an earlier one, fields that came from it, sections that were left, signatures.
fn draft() -> impl Strategy<Value = Draft> {
    let marks = (vec(any::<usize>(), 0..6), btree_set(select(Section::ALL.to_vec()), 0..8), 0..3_usize);
    (any_return("2017-Q2"), option::of(any_return("2017-Q1")), marks).prop_map(|(content, previous, marks)| {
        let (carried, seen, signatures) = marks;
        let paths = field_paths(&content);
        let mut draft = Draft::new(content);
        if let Some(previous) = previous {
            draft.previous = Some(Arc::new(Return { service_list: Arc::default(), ..previous }));
            draft.carried = carried.into_iter().map(|place| paths[place % paths.len()].clone()).collect();
        }
        draft.seen = seen;
        draft.signatures = vec![Signature { protected: "e30".into(), signature: "AA".into() }; signatures];
        draft
    })
}

fn keyring() -> impl Strategy<Value = Keyring> {
    let role = select(vec![Role::Drafter, Role::Approver, Role::Seal, Role::Coordinator]);
    let name = select(vec!["Vụ trưởng", "Phòng Kế toán - Tài vụ", "Seal \"1\""]).prop_map(str::to_owned);
    let card = (name, role, 1..=28_u8);
    vec(card, 0..4).prop_map(|cards| {
        Keyring::of(cards.into_iter().map(|(name, role, day)| KeyCard {
            agency: "bo-tai-chinh".into(),
            name,
            role,
            key: key(),
            created: Date::new(2017, 6, day).unwrap(),
        }))
    })
}

/// The public key of RFC 7517, appendix A.1.
fn key() -> PublicKey {
    let jwk = serde_json::json!({
        "kty": "EC",
        "crv": "P-256",
        "x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
        "y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
    });
    PublicKey::from_jwk(&jwk).unwrap()
}

/// A file that is no return, with its name and the coordinator's note.
fn files() -> impl Strategy<Value = Vec<Arrived>> {
    let file = ("[a-z/]{1,9}", text(), any::<bool>(), 1..=28_u8).prop_map(|(name, note, set_aside, day)| {
        let outcome = Outcome::Unreadable { code: "read/not-json".into(), place: "line 1, column 1".into() };
        let examined = Examined { sha256: sha256_hex(name.as_bytes()), size: 7, outcome };
        let received = Date::new(2017, 6, day).unwrap();
        Arrived { name, received, examined, note, set_aside }
    });
    vec(file, 0..6)
}

fn ledger_of(files: impl IntoIterator<Item = Arrived>) -> Ledger {
    let mut ledger = Ledger::new(Registry::embedded().unwrap(), "2017-Q2".parse().unwrap());
    ledger.add(files);
    ledger
}

fn written(ledger: &Ledger, keyring: &Keyring) -> String {
    let mark = RegistryMark { id: "36a-nq-cp".into(), version: "2017.1".into(), sha256: "0".repeat(64) };
    ledger_json(ledger, mark, keyring, |_| None).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_draft_is_kept_as_it_is(draft in draft()) {
        let text = draft.write();
        let again = Draft::read(&text);
        prop_assert_eq!(again.as_ref(), Ok(&draft));
        prop_assert_eq!(again.unwrap().write(), text);
    }

    #[test]
    fn a_keyring_is_written_and_read(keyring in keyring()) {
        let json = keyring.json().unwrap();
        prop_assert_eq!(Keyring::read(json.as_bytes()), Ok(keyring));
    }

    #[test]
    fn a_ledgers_file_brings_the_same_ledger_back(files in files(), keyring in keyring()) {
        let ledger = ledger_of(files);
        let json = written(&ledger, &keyring);
        let (kept, keys) = read_ledger(&json).unwrap();
        prop_assert_eq!(&keys, &keyring);
        let again = ledger_of(kept.entries.iter().map(|entry| entry.unread().unwrap()));
        prop_assert_eq!(again.entries(), ledger.entries());
        prop_assert_eq!(written(&again, &keys), json);
    }
}
