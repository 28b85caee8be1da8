//! Revisions form a chain, each naming the hash of the one before; one of them counts, or the coordinator is told why none.

use crate::made::*;
use return36a::collect::{Arrived, Ledger, Reason, State};

/// The states do not depend on the order in which the files came, but for which of two equal ones is the duplicate.
fn in_every_order(files: &[Arrived], expected: &[(&str, State)]) {
    for first in 0..files.len() {
        let mut order = files.to_vec();
        order.rotate_left(first);
        for turned in [false, true] {
            if turned {
                order.reverse();
            }
            let ledger = ledger_of(order.clone());
            for (name, state) in expected {
                assert_eq!(entry(&ledger, name).state, *state, "{name}, {:?}", states(&ledger));
            }
            let mut at_once = Ledger::new(registry(), period());
            at_once.add(order.clone());
            assert_eq!(states(&at_once), states(&ledger), "taken in together");
        }
    }
}

#[test]
fn the_last_revision_counts_and_the_others_are_superseded() {
    let first = Made::new("1");
    let second = first.amended("2");
    let third = second.amended("3");
    let files = [first.arrived(), second.arrived(), third.arrived()];
    in_every_order(&files, &[("1", State::Superseded), ("2", State::Superseded), ("3", State::Accepted)]);
    let ledger = ledger_of(files);
    assert_eq!(entry(&ledger, "1").reasons, [Reason::SupersededBy { name: "2".into(), revision: 2 }]);
    assert_eq!(entry(&ledger, "3").reasons, [Reason::Sound]);
    assert_eq!(ledger.counting().into_values().collect::<Vec<_>>(), [2]);
}

#[test]
fn two_revisions_that_claim_one_predecessor_are_forked_and_the_predecessor_still_counts() {
    let first = Made::new("1");
    let (left, right) = (first.amended("2a"), first.amended("2b"));
    let behind = left.amended("3a");
    let files = [first.arrived(), left.arrived(), right.arrived(), behind.arrived()];
    let forked = State::Forked;
    in_every_order(&files, &[("1", State::Accepted), ("2a", forked), ("2b", forked), ("3a", forked)]);
    let ledger = ledger_of(files);
    let names = |of: &[&str]| of.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert_eq!(entry(&ledger, "1").reasons, [Reason::Sound, Reason::Disputed { names: names(&["2a", "2b", "3a"]) }]);
    assert_eq!(entry(&ledger, "2b").reasons, [Reason::ForkedWith { names: names(&["2a", "3a"]) }]);
}

#[test]
fn setting_one_side_of_a_fork_aside_ends_the_dispute_and_can_be_taken_back() {
    let first = Made::new("1");
    let (left, right) = (first.amended("2a"), first.amended("2b"));
    let mut ledger = ledger_of([first.arrived(), left.arrived(), right.arrived()]);
    ledger.set_aside(1, true);
    assert_eq!(states(&ledger), [("1", State::Superseded), ("2a", State::SetAside), ("2b", State::Accepted)]);
    ledger.set_aside(1, false);
    assert_eq!(states(&ledger), [("1", State::Accepted), ("2a", State::Forked), ("2b", State::Forked)]);
}

#[test]
fn two_first_returns_dispute_each_other_and_none_counts() {
    let one = Made::new("1");
    let other = Made::new("2").with(|made| made.content.return_id = "f".repeat(32));
    let files = [one.arrived(), other.arrived()];
    in_every_order(&files, &[("1", State::Forked), ("2", State::Forked)]);
    assert!(ledger_of(files).counting().is_empty());
}

#[test]
fn a_missing_revision_is_said_and_the_last_one_counts() {
    let first = Made::new("1");
    let second = first.amended("2");
    let third = second.amended("3");
    let alone = ledger_of([third.arrived()]);
    assert_eq!(entry(&alone, "3").reasons, [Reason::Sound, Reason::PredecessorMissing]);
    let files = [first.arrived(), third.arrived()];
    in_every_order(&files, &[("1", State::Superseded), ("3", State::Accepted)]);
    assert_eq!(entry(&ledger_of(files), "3").reasons, [Reason::Sound, Reason::PredecessorMissing]);
}

#[test]
fn two_revisions_that_claim_one_missing_predecessor_are_forked_whatever_their_numbers() {
    let first = Made::new("1");
    let missing = first.amended("2");
    let left = missing.amended("3a");
    let right = missing.amended("3b").with(|made| made.content.revision = 4);
    let files = [left.arrived(), right.arrived()];
    in_every_order(&files, &[("3a", State::Forked), ("3b", State::Forked)]);
    let files = [first.arrived(), left.arrived(), right.arrived()];
    in_every_order(&files, &[("1", State::Forked), ("3a", State::Forked), ("3b", State::Forked)]);
    assert!(ledger_of(files).counting().is_empty());
}

#[test]
fn the_largest_number_has_none_after_it() {
    let first = Made::new("1").with(|made| made.content.revision = u32::MAX);
    let second = first.clone().with(|made| made.content.revision -= 1).amended("2");
    let second = second.with(|made| made.content.supersedes = Some(first.hash()));
    let ledger = ledger_of([first.arrived(), second.arrived()]);
    assert_eq!(states(&ledger), [("1", State::Superseded), ("2", State::Accepted)]);
    assert_eq!(entry(&ledger, "2").reasons, [Reason::Sound]);
}

#[test]
fn an_amendment_of_another_return_does_not_take_the_place_of_this_one() {
    let own = Made::new("1");
    let other = Made::new("other").with(|made| made.content.return_id = "f".repeat(32)).amended("2");
    in_every_order(&[own.arrived(), other.arrived()], &[("1", State::Forked), ("2", State::Forked)]);
}

#[test]
fn a_number_that_does_not_follow_its_predecessor_is_said() {
    let first = Made::new("1");
    let second = first.amended("2").with(|made| made.content.revision = 5);
    let ledger = ledger_of([first.arrived(), second.arrived()]);
    assert_eq!(entry(&ledger, "2").state, State::Accepted);
    assert_eq!(entry(&ledger, "2").reasons, [Reason::Sound, Reason::RevisionNumber { wanted: 2 }]);
    let late_first = ledger_of([Made::new("1").with(|made| made.content.revision = 3).arrived()]);
    assert_eq!(entry(&late_first, "1").reasons, [Reason::Sound, Reason::RevisionNumber { wanted: 1 }]);
}

#[test]
fn an_amendment_that_is_blocked_or_not_genuine_supersedes_nothing() {
    let first = Made::new("1");
    let blocked = first.amended("2").with(|made| made.filed.tally.errors = 1);
    let ledger = ledger_of([first.arrived(), blocked.arrived()]);
    assert_eq!(states(&ledger), [("1", State::Accepted), ("2", State::Blocked)]);
    assert_eq!(entry(&ledger, "1").reasons, [Reason::Sound, Reason::AmendmentBlocked { name: "2".into() }]);
    let forged = first.amended("2").with(|made| made.filed.standing = return36a::collect::Standing::Unknown);
    let ledger = ledger_of([first.arrived(), forged.arrived()]);
    assert_eq!(states(&ledger), [("1", State::Accepted), ("2", State::SignatureUnknown)]);
    assert_eq!(entry(&ledger, "1").reasons, [Reason::Sound], "anybody can send a file with a key of his own");
}

#[test]
fn what_amends_a_blocked_return_counts_in_its_place_and_asks_for_nothing_that_was_received() {
    let blocked = Made::new("1").with(|made| made.filed.tally.errors = 1);
    let again = blocked.amended("2");
    let mended = again.amended("3").with(|made| made.filed.tally.errors = 0);
    let files = [blocked.arrived(), again.arrived(), mended.arrived()];
    in_every_order(&files, &[("1", State::Superseded), ("2", State::Superseded), ("3", State::Accepted)]);
    let mut ledger = ledger_of(files);
    assert_eq!(entry(&ledger, "3").reasons, [Reason::Sound]);
    assert_eq!(entry(&ledger, "1").reasons[0], Reason::SupersededBy { name: "3".into(), revision: 3 });
    assert_eq!(entry(&ledger, "1").reasons[1], Reason::Findings { errors: 1, open: 0, unexplained: 0 });
    ledger.set_aside(2, true);
    assert_eq!(states(&ledger), [("1", State::Blocked), ("2", State::Blocked), ("3", State::SetAside)]);
    let mut aside = ledger_of([Made::new("1").arrived(), Made::new("1").amended("2").arrived()]);
    aside.set_aside(0, true);
    assert_eq!(entry(&aside, "2").reasons, [Reason::Sound]);
}

#[test]
fn an_amendment_after_the_last_day_is_not_late_where_its_first_revision_was_in_time() {
    let first = Made::new("1");
    let second = first.amended("2").with(|made| made.received = day("2017-08-01"));
    let ledger = ledger_of([first.arrived(), second.arrived()]);
    assert_eq!(entry(&ledger, "2").state, State::Accepted);
    let alone = ledger_of([second.arrived()]);
    assert_eq!(entry(&alone, "2").state, State::Late);
}

#[test]
fn a_long_chain_is_followed_to_its_end() {
    let mut chain = vec![Made::new("1")];
    for number in 2..=200_usize {
        let next = chain.last().unwrap().amended(&number.to_string());
        chain.push(next);
    }
    let mut ledger = Ledger::new(registry(), period());
    ledger.add(chain.iter().rev().map(Made::arrived));
    assert_eq!(ledger.tally()[&State::Superseded], 199);
    assert_eq!(entry(&ledger, "200").state, State::Accepted);
}
