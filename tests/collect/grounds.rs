//! What a verdict rests on: it is believed only as long as the keyring says the same of its keys.

use crate::made::{Made, due, ledger_of, period, registry, states, valid};
use return36a::collect::{Grounds, Ledger, Reason, SignatureFound, Standing, State};
use return36a::signing::{KeyCard, Keyring, PublicKey, Role, Validity};
use return36a::text::{Language, reason_sentence};
use return36a::vietnamese::Date;
use std::sync::Arc;

fn card(first: u8, role: Role) -> KeyCard {
    // Two points of P-256: the generator, and its double.
    let x = match first {
        1 => {
            "04\
              6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296\
              4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"
        }
        _ => {
            "04\
              7cf27b188d034f7e8a52380304b51ac3c08969e277f21b35a60b48fc47669978\
              07775510db8ed040293d9ac69f7430dbba7dade63ce982299e04b79d227873d1"
        }
    };
    let x: String = x.split_whitespace().collect();
    let bytes: Vec<u8> = (0..x.len()).step_by(2).map(|at| u8::from_str_radix(&x[at..at + 2], 16).unwrap()).collect();
    KeyCard {
        agency: "bo-tai-chinh".into(),
        name: "Phòng mẫu".into(),
        role,
        key: PublicKey::from_point(&bytes).unwrap(),
        created: due(),
    }
}

fn by(card: &KeyCard) -> SignatureFound {
    SignatureFound { kid: card.key.thumbprint(), ..valid("drafter") }
}

fn mark(keyring: &Keyring, found: &SignatureFound) -> String {
    Grounds::of(keyring.clone()).mark(std::slice::from_ref(found), due())
}

#[test]
fn a_mark_changes_with_what_the_keyring_says_of_that_key_and_with_nothing_else() {
    let (own, other) = (card(1, Role::Drafter), card(2, Role::Drafter));
    let keyring = Keyring::of([own.clone()]);
    let before = mark(&keyring, &by(&own));
    assert_eq!(mark(&Keyring::of([own.clone(), other.clone()]), &by(&own)), before, "another key's card");
    assert_ne!(mark(&Keyring::of([own.clone(), card(1, Role::Seal)]), &by(&own)), before, "another role of this key");
    let mut limited = keyring.clone();
    let until = Validity { from: None, until: Some(due()) };
    limited.limit(&own, until);
    assert_ne!(mark(&limited, &by(&own)), before, "its last day");
    assert_ne!(mark(&Keyring::default(), &by(&own)), before, "nothing is said of it any more");
    let later = Date::parse_iso("2017-06-30").unwrap();
    assert_ne!(Grounds::of(keyring.clone()).mark(&[by(&own)], later), before, "another day of receipt");
    let read = Keyring::read(keyring.json().unwrap().as_bytes()).unwrap();
    assert_eq!(mark(&read, &by(&own)), before, "the keyring's file says the same");
}

#[test]
fn what_rests_on_another_keyring_waits_to_be_examined_and_does_not_count() {
    let own = card(1, Role::Drafter);
    let grounds = Grounds::of(Keyring::of([own.clone()]));
    let made = Made::new("1").with(|made| {
        made.filed.signatures = vec![by(&own)];
        made.filed.judged_by = grounds.mark(&made.filed.signatures, due());
    });
    let amended = made.amended("2");
    let mut ledger = ledger_of([made.arrived(), amended.arrived()]);
    ledger.rest_on(Arc::new(grounds));
    assert_eq!(states(&ledger), [("1", State::Superseded), ("2", State::Accepted)]);
    ledger.rest_on(Arc::default());
    assert_eq!(states(&ledger), [("1", State::ToExamine), ("2", State::ToExamine)]);
    assert!(ledger.counting().is_empty());
    ledger.set_aside(0, true);
    assert_eq!(states(&ledger), [("1", State::SetAside), ("2", State::ToExamine)]);
    ledger.rest_on(Arc::new(Grounds::of(Keyring::of([own]))));
    assert_eq!(states(&ledger), [("1", State::SetAside), ("2", State::Accepted)]);
    ledger.set_received(1, Date::parse_iso("2017-06-30").unwrap());
    assert_eq!(states(&ledger)[1], ("2", State::ToExamine), "validity is asked for the day of receipt");
}

/// A return judged by these grounds, and how it looks where other ones hold.
fn judged(name: &'static str, grounds: &Grounds) -> Made {
    Made::new(name).with(|made| {
        made.filed.signatures = vec![by(&card(1, Role::Drafter))];
        made.filed.judged_by = grounds.mark(&made.filed.signatures, due());
    })
}

#[test]
fn what_still_counts_beside_an_amendment_that_waits_says_so() {
    let grounds = Grounds::of(Keyring::of([card(1, Role::Drafter)]));
    let first = judged("1", &grounds);
    let second = first.amended("2").with(|made| made.filed.judged_by = "0".repeat(64));
    let mut ledger = ledger_of([first.arrived(), second.arrived()]);
    ledger.rest_on(Arc::new(grounds));
    assert_eq!(states(&ledger), [("1", State::Accepted), ("2", State::ToExamine)]);
    let last = ledger.entries()[0].reasons.last().unwrap();
    assert_eq!(*last, Reason::AmendmentWaits { name: "2".into() });
    assert_eq!(
        reason_sentence(last, Language::Vietnamese),
        "Bản sửa đổi trong tệp 2 đang chờ kiểm tra lại, nên bản này vẫn được tính."
    );
}

#[test]
fn a_copy_that_is_taken_in_anew_counts_in_place_of_the_one_that_waits() {
    let grounds = Grounds::of(Keyring::of([card(1, Role::Drafter)]));
    let lost = judged("1", &grounds).with(|made| made.filed.judged_by = "0".repeat(64));
    let copy = |standing| judged("2", &grounds).with(|made| made.filed.standing = standing);
    for (standing, expected) in [
        (Standing::Genuine, [("1", State::Duplicate), ("2", State::Accepted)]),
        (Standing::Unsigned, [("1", State::ToExamine), ("2", State::Unsigned)]),
    ] {
        let mut ledger = ledger_of([lost.arrived(), copy(standing).arrived()]);
        ledger.rest_on(Arc::new(grounds.clone()));
        assert_eq!(states(&ledger), expected);
    }
}

#[test]
fn a_ledger_that_was_told_no_keyring_believes_who_examined() {
    let mut ledger = Ledger::new(registry(), period());
    ledger.add([Made::new("1").arrived()]);
    assert_eq!(states(&ledger), [("1", State::Accepted)]);
}
