//! Each file ends in one state, with its reason.

use crate::made::*;
use return36a::collect::{Outcome, Reason, SignatureFound, Standing, State};

fn signature(code: &str) -> SignatureFound {
    SignatureFound {
        code: code.into(),
        kid: "kid".into(),
        role: None,
        issued_at: None,
        holder: None,
        certificate: None,
    }
}

fn alone(made: &Made) -> (State, Vec<Reason>) {
    let ledger = ledger_of([made.arrived()]);
    let entry = &ledger.entries()[0];
    (entry.state, entry.reasons.clone())
}

#[test]
fn a_sound_return_is_accepted() {
    assert_eq!(alone(&Made::new("1")), (State::Accepted, vec![Reason::Sound]));
}

#[test]
fn explained_warnings_are_a_state_and_notes_only_a_remark() {
    let warned = Made::new("1").with(|made| (made.filed.tally.justified, made.filed.tally.notes) = (2, 1));
    assert_eq!(alone(&warned), (State::Warned, vec![Reason::Warnings { justified: 2, notes: 1 }]));
    let noted = Made::new("1").with(|made| made.filed.tally.notes = 1);
    assert_eq!(alone(&noted), (State::Accepted, vec![Reason::Warnings { justified: 0, notes: 1 }]));
}

#[test]
fn what_the_rules_find_blocks_although_the_officers_page_let_it_be_signed() {
    let blocked = Made::new("1").with(|made| {
        (made.filed.tally.errors, made.filed.tally.open, made.filed.tally.unexplained) = (1, 2, 3);
        made.filed.theirs = vec![("level3-below-2016".into(), "/services/level3/answer".into())];
    });
    let findings = Reason::Findings { errors: 1, open: 2, unexplained: 3 };
    assert_eq!(alone(&blocked), (State::Blocked, vec![findings, Reason::VerdictDiffers { ours: 6, theirs: 1 }]));
}

#[test]
fn a_warning_that_the_officer_explained_and_that_does_not_arise_here_is_told() {
    let differs =
        Made::new("1").with(|made| made.filed.theirs = vec![("count-falls".into(), "/services/level3/answer".into())]);
    assert_eq!(alone(&differs), (State::Accepted, vec![Reason::VerdictDiffers { ours: 0, theirs: 1 }]));
}

#[test]
fn signatures_that_are_not_accepted_are_told_apart() {
    for (standing, state, code) in [
        (Standing::Broken, State::SignatureBroken, "signing/broken"),
        (Standing::Unknown, State::SignatureUnknown, "signing/unknown-key"),
        (Standing::NotInForce, State::SignatureNotInForce, "signing/revoked"),
        (Standing::OtherAgency, State::SignatureOtherAgency, "signing/other-agency"),
    ] {
        let made = Made::new("1").with(|made| {
            made.filed.standing = standing;
            made.filed.signatures = vec![signature("signing/valid"), signature(code)];
        });
        let reason = Reason::Signature { code: code.into(), kid: "kid".into() };
        assert_eq!(alone(&made), (state, vec![reason]));
    }
    let unsigned = Made::new("1").with(|made| made.filed.standing = Standing::Unsigned);
    assert_eq!(alone(&unsigned), (State::Unsigned, vec![Reason::Unsigned]));
}

#[test]
fn a_return_after_the_last_day_is_late_and_its_day_can_be_corrected() {
    let late = Made::new("1").with(|made| made.received = day("2017-06-30"));
    let days = due().days_until(day("2017-06-30"));
    assert!(days > 0);
    assert_eq!(alone(&late), (State::Late, vec![Reason::Late { due: due(), days }]));
    let mut ledger = ledger_of([late.arrived()]);
    ledger.set_received(0, due());
    assert_eq!(ledger.entries()[0].state, State::Accepted);
}

#[test]
fn another_edition_of_the_registry_is_told_first_and_lateness_beside_it() {
    let other = Made::new("1").with(|made| {
        (made.filed.same_registry, made.filed.missing) = (false, 1);
        made.content.registry.version = "2016.3".into();
        made.received = day("2017-06-30");
    });
    let (state, reasons) = alone(&other);
    assert_eq!(state, State::OtherRegistry);
    assert_eq!(reasons[0], Reason::OtherRegistry { version: "2016.3".into(), missing: 1, unknown: 0 });
    assert!(matches!(reasons[1], Reason::Late { .. }), "{reasons:?}");
}

#[test]
fn a_return_of_another_quarter_is_not_of_this_ledger() {
    let other = Made::new("1").with(|made| made.content.period = "2017-Q1".parse().unwrap());
    assert_eq!(alone(&other), (State::WrongPeriod, vec![Reason::WrongPeriod { of: "2017-Q1".parse().unwrap() }]));
}

#[test]
fn the_same_file_and_the_same_return_in_another_layout_are_duplicates() {
    let made = Made::new("a");
    let again = made.clone().with(|made| made.name = "b".into());
    let other_layout = made.clone().with(|made| (made.name, made.layout) = ("c".into(), "in one line"));
    let ledger = ledger_of([made.arrived(), again.arrived(), other_layout.arrived()]);
    assert_eq!(states(&ledger), [("a", State::Accepted), ("b", State::Duplicate), ("c", State::Duplicate)]);
    assert_eq!(entry(&ledger, "c").reasons, [Reason::DuplicateOf { name: "a".into() }]);
}

#[test]
fn of_equal_returns_the_one_that_was_received_first_counts_whichever_was_taken_in_first() {
    let late = Made::new("by mail").with(|made| made.received = day("2017-06-30"));
    let in_time = Made::new("on a stick");
    let ledger = ledger_of([late.arrived(), in_time.arrived()]);
    assert_eq!(states(&ledger), [("by mail", State::Duplicate), ("on a stick", State::Accepted)]);
    let mut ledger = ledger_of([late.arrived(), late.clone().with(|made| made.name = "again".into()).arrived()]);
    assert_eq!(states(&ledger), [("by mail", State::Late), ("again", State::Duplicate)]);
    ledger.set_received(1, due());
    assert_eq!(states(&ledger), [("by mail", State::Duplicate), ("again", State::Accepted)], "its day was corrected");
}

#[test]
fn of_equal_returns_the_one_that_is_genuine_counts_whichever_came_first() {
    let genuine = Made::new("signed again");
    let unknown = genuine.clone().with(|made| {
        made.name = "by another key".into();
        made.filed.standing = Standing::Unknown;
    });
    let ledger = ledger_of([unknown.arrived(), genuine.arrived()]);
    assert_eq!(states(&ledger), [("by another key", State::Duplicate), ("signed again", State::Accepted)]);
    let mut ledger = ledger_of([unknown.arrived(), genuine.arrived()]);
    ledger.set_aside(1, true);
    assert_eq!(states(&ledger), [("by another key", State::SignatureUnknown), ("signed again", State::SetAside)]);
}

#[test]
fn of_equal_returns_the_one_signed_in_more_roles_counts_from_the_day_on_which_the_first_came() {
    let whole = Made::new("with all signatures").with(|made| made.received = day("2017-06-30"));
    let part = Made::new("by the drafter").with(|made| made.filed.signatures = vec![valid("drafter")]);
    let ledger = ledger_of([part.arrived(), whole.arrived()]);
    assert_eq!(states(&ledger), [("by the drafter", State::Duplicate), ("with all signatures", State::Accepted)]);
    let ledger = ledger_of([whole.arrived()]);
    assert_eq!(states(&ledger), [("with all signatures", State::Late)], "nothing came in time");
}

#[test]
fn a_return_from_which_signatures_were_taken_away_says_in_which_roles_nobody_signed() {
    let part = Made::new("1").with(|made| made.filed.signatures = vec![valid("drafter"), valid("seal")]);
    let missing = |signed: &[&str], missing: &[&str]| Reason::SignedInPart {
        signed: signed.iter().map(|role| (*role).to_owned()).collect(),
        missing: missing.iter().map(|role| (*role).to_owned()).collect(),
    };
    let (state, reasons) = alone(&part);
    assert_eq!((state, reasons), (State::Accepted, vec![Reason::Sound, missing(&["drafter", "seal"], &["approver"])]));
    let whole = Made::new("1");
    assert_eq!(alone(&whole), (State::Accepted, vec![Reason::Sound]));
    let forged = whole.with(|made| made.filed.signatures[1].code = "signing/broken".into());
    assert!(alone(&forged).1.contains(&missing(&["drafter", "seal"], &["approver"])), "a broken one is none");
}

#[test]
fn what_is_no_return_is_kept_with_its_reason() {
    let ledger = ledger_of([
        unreadable("photo.jpg", "read/not-utf8"),
        unreadable("again.jpg", "read/not-utf8"),
        unreadable("card", "collect/key-card"),
    ]);
    let expected = [("photo.jpg", State::NotAReturn), ("again.jpg", State::Duplicate), ("card", State::NotAReturn)];
    assert_eq!(states(&ledger), expected);
    assert_eq!(
        entry(&ledger, "card").reasons,
        [Reason::Unreadable { code: "collect/key-card".into(), place: String::new() }]
    );
}

#[test]
fn what_was_found_in_a_file_anew_takes_the_place_of_what_was_found_before() {
    let genuine = Made::new("1");
    let mut unknown = genuine.arrived();
    let return36a::collect::Outcome::Return(filed) = &mut unknown.examined.outcome else { panic!() };
    filed.standing = Standing::Unknown;
    let mut ledger = ledger_of([unknown]);
    assert_eq!(ledger.entries()[0].state, State::SignatureUnknown);
    ledger.replace(0, genuine.arrived().examined);
    assert_eq!(ledger.entries()[0].state, State::Accepted);
    ledger.replace(0, Made::new("2").amended("3").arrived().examined);
    assert_eq!(ledger.entries()[0].state, State::Accepted, "another file is not this one");
}

#[test]
fn a_file_that_is_read_as_a_return_only_later_is_among_its_agencys() {
    let made = Made::new("1");
    let mut first = made.arrived();
    first.examined.outcome = Outcome::Unreadable { code: "read/not-json".into(), place: String::new() };
    let mut ledger = ledger_of([first, made.amended("2").arrived()]);
    assert_eq!(states(&ledger), [("1", State::NotAReturn), ("2", State::Accepted)]);
    ledger.replace(0, made.arrived().examined);
    assert_eq!(states(&ledger), [("1", State::Superseded), ("2", State::Accepted)]);
    assert_eq!(ledger.of_agency(&FINANCE.into()), [0, 1]);
}

#[test]
fn every_state_has_one_code_and_every_code_one_state() {
    for state in State::ALL {
        assert_eq!(State::of_code(state.code()), Some(state));
        assert_eq!(serde_json::to_value(state).unwrap(), state.code());
        assert!(!(state.counts() && state.wants_action()), "{state:?}");
    }
    assert_eq!(State::of_code("fine"), None);
}
