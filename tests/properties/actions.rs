//! A thousand deeds in any order: nothing panics, and nothing that was entered is lost.

use crate::deeds::steps;
use crate::person::Person;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use return36a::session::{Action, Draft, State, update};
use std::collections::BTreeSet;

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_time: 30_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_thousand_deeds_panic_or_lose_what_was_entered(filled in any::<bool>(), steps in steps(1000)) {
        let mut person = Person::new(filled);
        for step in steps {
            person.does(step);
        }
        person.browser.full = false;
        person.reloads();
        person.everything_is_kept();
    }

    #[test]
    fn undoing_all_and_doing_it_again_is_the_identity_at_every_step(filled in any::<bool>(), steps in steps(300)) {
        let mut person = Person::new(filled);
        for step in steps {
            person.does(step);
        }
        let mut trail: Vec<Option<Draft>> = vec![work(&person.state)];
        while person.state.history.can_undo(is_locked(&person.state)) {
            update(&mut person.state, Action::Undo);
            trail.push(work(&person.state));
        }
        for expected in trail.iter().rev().skip(1) {
            update(&mut person.state, Action::Redo);
            prop_assert_eq!(&work(&person.state), expected);
        }
        prop_assert!(!person.state.history.can_redo());
    }
}

/// The open draft without which sections were looked at.
fn work(state: &State) -> Option<Draft> {
    state.draft.clone().map(|draft| Draft { seen: BTreeSet::new(), ..draft })
}

fn is_locked(state: &State) -> bool {
    state.signing.is_some() || state.draft.as_ref().is_none_or(|draft| !draft.signatures.is_empty())
}

/// The parts of the work in which a person has been.
fn reached(person: &Person) -> impl Iterator<Item = &'static str> {
    let draft = person.state.draft.as_ref();
    let is = |name: &'static str, is: bool| is.then_some(name);
    [
        is("signed", draft.is_some_and(|draft| !draft.signatures.is_empty())),
        is("amended", draft.is_some_and(|draft| draft.content.revision > 1)),
        is("carried", draft.is_some_and(|draft| !draft.carried.is_empty())),
        is("unreadable", draft.is_some_and(|draft| draft.entries.len() > 3)),
        is("asked", draft.is_some_and(|draft| !draft.slips.is_empty())),
        is("listed", draft.is_some_and(|draft| !draft.content.service_list.is_empty())),
        is("justified", draft.is_some_and(|draft| !draft.content.justifications.is_empty())),
        is("several", person.state.kept.len() > 1),
        is("deleted", person.state.deleted.is_some()),
        is("refused", !person.memory.refused.is_empty()),
        is("undoable", person.state.history.can_undo(is_locked(&person.state))),
        is("much", person.memory.entered.values().any(|fields| fields.len() > 40)),
    ]
    .into_iter()
    .flatten()
}

/// A person who never got anywhere would lose nothing either.
#[test]
fn the_deeds_reach_every_part_of_the_work() {
    let mut runner = TestRunner::deterministic();
    let mut seen = BTreeSet::new();
    for _ in 0..4 {
        let mut person = Person::new(true);
        for step in steps(500).new_tree(&mut runner).unwrap().current() {
            person.does(step);
            seen.extend(reached(&person));
        }
    }
    let all = [
        "amended",
        "asked",
        "carried",
        "deleted",
        "justified",
        "listed",
        "much",
        "refused",
        "several",
        "signed",
        "undoable",
        "unreadable",
    ];
    assert_eq!(seen, BTreeSet::from(all));
}
