//! The files of a quarter: every state, each as it says it is.

use crate::quarter::alien::aliens;
use crate::quarter::files::{COUNTING, Quarter, STATES, Sample, quarter as quarter_of};
use crate::quarter::keys::Signatory;
use crate::quarter::returns::payload;
use crate::{file, is_sound, judged, of_state, period, quarter_2, registry};
use pollster::block_on;
use return36a::quarterly::{Return, SignedFile, read};
use return36a::registry::{AgencyId, sha256_hex};
use return36a::signing::{KeyCard, Native, Verdict, no_randomness, verify};
use std::collections::{BTreeMap, BTreeSet};

/// What is to be thought of a file's only signature, by all cards; and whose key it is.
fn signature(sample: &Sample) -> (Verdict, Option<&'static KeyCard>) {
    let SignedFile { content, signatures } = file(sample);
    let keys: Vec<_> = quarter_2().cards.iter().map(|card| card.key).collect();
    assert_eq!(signatures.len(), 1, "{}", sample.name);
    let verdict = block_on(verify(&Native::new(no_randomness), &signatures[0], &payload(&content), &keys)).unwrap();
    let kid = match &verdict {
        Verdict::Valid { kid, .. } | Verdict::Broken { kid } => Some(kid.clone()),
        _ => None,
    };
    (verdict, quarter_2().cards.iter().find(|card| Some(card.key.thumbprint()) == kid))
}

#[test]
fn every_state_appears_and_no_other() {
    let states: BTreeSet<&str> = quarter_2().samples.iter().map(|sample| sample.state).collect();
    assert_eq!(states, BTreeSet::from(STATES));
    let names: BTreeSet<&str> = quarter_2().samples.iter().map(|sample| sample.name.as_str()).collect();
    assert_eq!(names.len(), quarter_2().samples.len(), "each name once");
}

#[test]
fn each_agency_has_one_file_that_counts_or_is_known_for_having_none() {
    let mut counting: BTreeMap<&AgencyId, usize> = BTreeMap::new();
    for sample in &quarter_2().samples {
        if let Some(agency) = &sample.agency {
            *counting.entry(agency).or_default() += usize::from(COUNTING.contains(&sample.state));
        }
    }
    assert_eq!(quarter_2().missing.len(), 4);
    assert!(quarter_2().missing.iter().all(|agency| !counting.contains_key(agency)));
    assert_eq!(counting.len(), 89);
    let none: Vec<&str> =
        counting.iter().filter(|(_, files)| **files == 0).map(|(agency, _)| agency.as_str()).collect();
    let expected: BTreeSet<&str> = ["blocked", "unsigned", "forked"]
        .into_iter()
        .flat_map(of_state)
        .filter(|sample| !["an amendment, not signed yet", "one of two second versions"].contains(&sample.about))
        .map(|sample| sample.agency.as_ref().unwrap().as_str())
        .collect();
    assert_eq!(none, expected.into_iter().collect::<Vec<_>>());
    assert_eq!(counting.values().filter(|files| **files == 1).count(), 85);
}

#[test]
fn what_counts_or_stands_back_is_genuine() {
    let genuine = ["accepted", "warned", "late", "other-registry", "blocked", "duplicate", "superseded", "forked"];
    for sample in genuine.into_iter().flat_map(of_state) {
        let (verdict, card) = signature(sample);
        assert_eq!(verdict.code(), "signing/valid", "{}", sample.name);
        assert_eq!(card.map(|card| &card.agency), sample.agency.as_ref(), "{}", sample.name);
    }
}

#[test]
fn what_counts_is_sound_and_what_is_warned_is_explained() {
    for sample in ["accepted", "superseded", "duplicate", "forked"].into_iter().flat_map(of_state) {
        is_sound(&file(sample).content, None);
    }
    let rules_of = |sample: &Sample| {
        let (verdict, found) = judged(&file(sample).content, None);
        assert!(verdict.can_sign() && verdict.justified > 0, "{}", sample.name);
        found.into_iter().filter(|found| found.blocks(&[])).map(|found| found.rule).collect::<Vec<_>>()
    };
    let warned: BTreeSet<String> = of_state("warned").into_iter().flat_map(rules_of).collect();
    assert_eq!(
        warned.iter().map(String::as_str).collect::<Vec<_>>(),
        ["difficulties-while-overdue", "heading-preparer-phone-form"]
    );
}

#[test]
fn what_is_blocked_has_errors_or_blanks() {
    let found: Vec<(usize, usize)> = of_state("blocked")
        .into_iter()
        .map(|sample| judged(&file(sample).content, None).0)
        .map(|verdict| (verdict.errors.min(1), verdict.open.min(1)))
        .collect();
    assert_eq!(found, [(1, 0), (0, 1)]);
}

#[test]
fn signatures_that_do_not_hold_do_not_hold_each_in_its_way() {
    let only = |state: &str| signature(of_state(state)[0]);
    let (unknown, card) = only("signature-unknown");
    assert_eq!((unknown.code(), card), ("signing/unknown-key", None));
    let (broken, card) = only("signature-broken");
    assert_eq!(broken.code(), "signing/broken");
    assert_eq!(card.map(|card| &card.agency), of_state("signature-broken")[0].agency.as_ref());
    let (borrowed, card) = only("signature-other-agency");
    assert_eq!(borrowed.code(), "signing/valid");
    assert_ne!(card.map(|card| &card.agency), of_state("signature-other-agency")[0].agency.as_ref());
    assert!(of_state("unsigned").iter().all(|sample| file(sample).signatures.is_empty()));
}

#[test]
fn what_is_no_return_is_refused_each_for_its_own_reason() {
    let accepted = of_state("accepted")[0];
    for alien in aliens(&accepted.bytes) {
        assert_eq!(read(&alien.bytes).unwrap_err().code().code(), alien.refused, "{}", alien.about);
    }
    assert_eq!(of_state("not-a-return").len(), 11);
    assert!(of_state("not-a-return").iter().all(|sample| read(&sample.bytes).is_err() && sample.agency.is_none()));
}

#[test]
fn copies_say_the_same_in_the_same_bytes_or_in_others() {
    let copies = of_state("duplicate").into_iter().map(|copy| {
        let of_agency = |sample: &&&Sample| sample.agency == copy.agency;
        let first = *of_state("accepted").iter().find(of_agency).unwrap();
        assert_eq!(file(copy), file(first));
        copy.bytes == first.bytes
    });
    assert_eq!(copies.collect::<Vec<_>>(), [true, false]);
}

#[test]
fn chains_are_whole_but_where_they_are_meant_to_be_broken() {
    let versions = |agency: &Option<AgencyId>| -> Vec<Return> {
        let of_agency = quarter_2().samples.iter().filter(|sample| sample.agency == *agency);
        of_agency.map(|sample| file(sample).content).collect()
    };
    let links = |versions: &[Return]| {
        let pairs = versions.windows(2);
        pairs.map(|pair| pair[1].supersedes == Some(sha256_hex(&payload(&pair[0])))).collect::<Vec<_>>()
    };
    let replaced = ["superseded", "forked"].into_iter().flat_map(of_state);
    let replaced: BTreeSet<_> = replaced.map(|sample| &sample.agency).collect();
    let lengths: Vec<_> = replaced.iter().map(|agency| links(&versions(agency))).collect();
    let count = |shape: &[bool]| lengths.iter().filter(|links| *links == shape).count();
    assert_eq!((count(&[true]), count(&[true, true]), count(&[true, false]), count(&[false])), (2, 1, 1, 1));
    let alone = of_state("accepted").into_iter().find(|sample| sample.about == "its first version never came").unwrap();
    assert_eq!((file(alone).content.revision, versions(&alone.agency).len()), (2, 1));
    let anew = of_state("forked").into_iter().filter(|sample| sample.about == "one of two first versions");
    let ids: BTreeSet<String> = anew.map(|sample| file(sample).content.return_id).collect();
    assert_eq!(ids.len(), 2);
}

#[test]
fn what_is_late_came_after_the_day_and_all_else_in_time() {
    for sample in &quarter_2().samples {
        assert_eq!(sample.received > quarter_2().due, sample.state == "late", "{}", sample.name);
        let dated = read(&sample.bytes).ok().and_then(|file| file.content.document.date);
        assert!(dated.is_none_or(|dated| dated <= sample.received), "{}", sample.name);
    }
    let wrong = file(of_state("wrong-period")[0]).content;
    assert_eq!(wrong.period, period("2017-Q1"));
    is_sound(&wrong, None);
}

#[test]
fn other_quarters_bring_the_same_states_in_the_same_order() {
    let states = |of: &Quarter| of.samples.iter().map(|sample| sample.state).collect::<Vec<_>>();
    for id in ["2016-Q2", "2017-Q4"] {
        let other = quarter_of(registry(), period(id));
        assert_eq!(states(&other), states(quarter_2()), "{id}");
        for sample in other.samples.iter().filter(|sample| ["warned", "late"].contains(&sample.state)) {
            assert!(judged(&file(sample).content, None).0.can_sign(), "{}", sample.name);
        }
    }
}

#[test]
fn every_run_makes_the_same_bytes() {
    assert_eq!(quarter_of(registry(), period("2017-Q2")), *quarter_2());
    let cards: BTreeSet<String> = quarter_2().cards.iter().map(|card| card.key.thumbprint()).collect();
    assert_eq!(cards.len(), 93, "each agency has a key of its own");
    for card in &quarter_2().cards {
        assert_eq!(KeyCard::read(card.json().unwrap().as_bytes()).as_ref(), Ok(card));
    }
    let agency = registry().agency(&quarter_2().cards[0].agency).unwrap();
    assert_ne!(Signatory::stranger(agency).card.key, quarter_2().cards[0].key);
}
