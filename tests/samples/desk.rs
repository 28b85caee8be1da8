//! The coordinator's desk gives every file the state that the generator foretells.

use crate::quarter::files::{Quarter, Sample};
use crate::quarter::returns::Ground;
use crate::{period, quarter_2, registry, rules};
use pollster::block_on;
use return36a::collect::{Arrived, Bench, Filing, Grounds, Ledger, Reason, examine, matrix};
use return36a::quarterly::Return;
use return36a::registry::AgencyId;
use return36a::signing::{Keyring, Native, no_randomness};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// What counted in the quarter before, by agency.
type Previous = BTreeMap<AgencyId, Arc<Return>>;

/// The desk after these files came, in this order.
fn ledger_of<'a>(quarter: &Quarter, previous: &Previous, samples: impl Iterator<Item = &'a Sample>) -> Ledger {
    let registry_sha256 = registry().sha256().unwrap();
    let grounds = Grounds::of(Keyring::of(quarter.cards.clone()));
    let bench =
        Bench { registry: registry(), registry_sha256: &registry_sha256, rules: rules(), grounds: &grounds, previous };
    let mut ledger = Ledger::new(registry(), quarter.period);
    ledger.add(samples.map(|sample| Arrived {
        name: sample.name.clone(),
        received: sample.received,
        examined: block_on(examine(&Native::new(no_randomness), bench, &sample.bytes, sample.received)).unwrap(),
        note: String::new(),
        set_aside: false,
    }));
    ledger
}

/// The desk after all files of quarter II came, without an earlier quarter beside them.
fn ledger() -> &'static Ledger {
    static MADE: OnceLock<Ledger> = OnceLock::new();
    MADE.get_or_init(|| ledger_of(quarter_2(), &Previous::new(), quarter_2().samples.iter()))
}

fn foretold(ledger: &Ledger, quarter: &Quarter) {
    assert_eq!(ledger.entries().len(), quarter.samples.len(), "nothing is dropped");
    for sample in &quarter.samples {
        let entry = ledger.entries().iter().find(|entry| entry.file.name == sample.name).unwrap();
        assert_eq!(entry.state.code(), sample.state, "{} ({}): {:?}", sample.name, sample.about, entry.reasons);
    }
}

#[test]
fn every_file_gets_the_state_that_is_foretold() {
    foretold(ledger(), quarter_2());
}

#[test]
fn so_it_does_beside_the_quarter_before() {
    let ground = Ground::of(registry());
    let before = quarter_2().cards.iter().map(|card| ground.sound(&card.agency, period("2017-Q1")));
    let previous: Previous = before.map(|content| (content.agency.clone(), Arc::new(content))).collect();
    assert_eq!(previous.len(), 93);
    foretold(&ledger_of(quarter_2(), &previous, quarter_2().samples.iter()), quarter_2());
}

#[test]
fn but_for_copies_the_order_of_arrival_does_not_matter() {
    let genuine = |sample: &&Sample| sample.state != "duplicate";
    let backwards =
        Quarter { samples: quarter_2().samples.iter().rev().filter(genuine).cloned().collect(), ..quarter_2().clone() };
    foretold(&ledger_of(&backwards, &Previous::new(), backwards.samples.iter()), &backwards);
}

#[test]
fn who_sent_nothing_is_told_and_the_government_office_sends_itself_nothing() {
    let matrix = matrix(registry(), ledger());
    let missing = matrix.rows.iter().filter(|row| row.filing == Filing::Missing).map(|row| row.agency.as_str());
    let mut expected: Vec<&str> = quarter_2().missing.iter().map(AgencyId::as_str).collect();
    expected.insert(1, "van-phong-chinh-phu");
    assert_eq!(missing.collect::<Vec<_>>(), expected);
    let count = |filing| matrix.count(None, filing);
    assert_eq!((count(Filing::Filed), count(Filing::Late), count(Filing::Blocked)), (83, 2, 4));
}

#[test]
fn what_is_odd_about_a_file_that_counts_is_remarked() {
    let about = |about: &str| {
        let sample = quarter_2().samples.iter().find(|sample| sample.about == about).unwrap();
        &ledger().entries().iter().find(|entry| entry.file.name == sample.name).unwrap().reasons
    };
    assert!(about("its first version never came").contains(&Reason::PredecessorMissing));
    assert!(
        matches!(about("two versions claim its place").last(), Some(Reason::Disputed { names }) if names.len() == 2)
    );
    assert!(matches!(about("in time but for the mail")[0], Reason::Late { days: 3, .. }));
}
