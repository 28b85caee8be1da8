//! After an edit only what depends on it is tried again: the findings are those of a whole check all the same.

use super::{registry, rules};
use return36a::quarterly::{
    Answer, Field, GeneralStatus, ListedService, Return, Start, blank, field, field_paths, part_of,
};
use return36a::registry::{Basis, TaskStatus};
use return36a::rules::{Case, Checker, Finding, check};
use return36a::vietnamese::{Date, Decimal};
use std::sync::Arc;

const TODAY: &str = "2017-06-20";

fn case<'a>(content: &'a Return, previous: &'a Return) -> Case<'a> {
    let today = Date::parse_iso(TODAY).unwrap();
    Case { registry: registry(), content, previous: Some(previous), today }
}

/// A return with two services of the same name and one of another, and the quarter before it, answered in most fields.
fn start(agency: &str) -> (Return, Return) {
    let at = |period: &str| {
        let start = Start { agency: agency.into(), period: period.parse().unwrap(), random: [0; 16] };
        blank(registry(), "", &start)
    };
    let mut content = at("2017-Q2");
    let service = |name: &str| ListedService { name: name.into(), level: Some(3), ..ListedService::default() };
    let list = [("0001", "Cấp phép"), ("0002", "Cấp phép"), ("0003", "Khai báo")];
    content.service_list = Arc::new(list.map(|(id, name)| (id.into(), service(name))).into());
    let mut previous = at("2017-Q1");
    for (index, path) in field_paths(&previous).into_iter().enumerate() {
        put(&mut previous, &path, [0, 0, 1, 3][index % 4]);
    }
    (content, previous)
}

/// Puts the nth of some values into a field; false where it has no such value.
fn put(content: &mut Return, path: &str, nth: usize) -> bool {
    match field(content, path).unwrap() {
        Field::Text(text) => *text = ["193/UBND-HC", "Khai báo", "a\u{301} sai", ""][nth].into(),
        Field::Date(date) => {
            *date = [("2017-06-12"), ("2014-01-01"), ("2017-12-31"), ""].map(|iso| Date::parse_iso(iso).ok())[nth]
        }
        Field::Decimal(decimal) => {
            *decimal = [Some(39_810), Some(100_000), Some(-1), None][nth].map(Decimal::from_thousandths)
        }
        Field::Answer(answer) => {
            *answer =
                [Some(Answer::Reported(7)), Some(Answer::NoData(String::new())), Some(Answer::Reported(-80)), None]
                    [nth]
                    .clone();
        }
        Field::Level(level) => *level = [Some(4), Some(5), Some(3), None][nth],
        Field::Basis(basis) => match Basis::ALL.get(nth) {
            Some(of) => *basis = *of,
            None => return false,
        },
        Field::TaskStatus(status) => *status = TaskStatus::ALL.get(nth).copied(),
        Field::GeneralStatus(status) => *status = GeneralStatus::ALL.get(nth).copied(),
    }
    true
}

#[test]
fn the_findings_after_any_edit_are_those_of_a_whole_check() {
    let rules = rules();
    for agency in ["bo-ke-hoach-va-dau-tu", "tinh-ha-giang"] {
        let (mut content, previous) = start(agency);
        let mut checker = Checker::new(&rules, case(&content, &previous));
        let mut changes = 0;
        for round in 0..3 {
            for (index, path) in field_paths(&content).into_iter().enumerate() {
                if !put(&mut content, &path, (index + round) % 4) {
                    continue;
                }
                let before = checker.findings().cloned().collect::<Vec<_>>();
                checker.edited(&rules, case(&content, &previous), &path);
                let found: Vec<Finding> = checker.findings().cloned().collect();
                changes += usize::from(before != found);
                // A whole check after each edit would take minutes: one for each kind of field of each row is enough.
                if index % 3 == round {
                    let whole = check(&rules, case(&content, &previous));
                    assert_eq!(found, whole, "{agency} after {path} in round {round}");
                }
            }
        }
        assert!(changes > 100, "{agency}: only {changes} edits changed anything");
    }
}

#[test]
fn an_edit_that_touches_nothing_else_leaves_all_other_findings_alone() {
    let rules = rules();
    let (mut content, previous) = start("bo-tai-chinh");
    let mut checker = Checker::new(&rules, case(&content, &previous));
    let elsewhere = |checker: &Checker, part: &str| {
        checker.findings().filter(|found| part_of(found.place()) != part).cloned().collect::<Vec<_>>()
    };
    let before = elsewhere(&checker, "/preparer");
    content.preparer.name = "Người lập".into();
    checker.edited(&rules, case(&content, &previous), "/preparer/name");
    assert_eq!(elsewhere(&checker, "/preparer"), before);
    assert!(!checker.findings().any(|found| found.place() == "/preparer/name"));
}

#[test]
fn a_list_of_services_replaced_as_a_whole_is_checked_anew() {
    let rules = rules();
    let (mut content, previous) = start("tinh-ha-giang");
    let mut checker = Checker::new(&rules, case(&content, &previous));
    content.service_list = Arc::default();
    checker.edited(&rules, case(&content, &previous), "/service_list");
    let found: Vec<Finding> = checker.findings().cloned().collect();
    assert_eq!(found, check(&rules, case(&content, &previous)));
}
