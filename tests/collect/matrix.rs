//! Agencies by section: who has filed, how far each section is.

use crate::made::*;
use return36a::collect::{AgencyRow, Filing, Matrix, SectionMark, State, matrix, reporting};
use return36a::quarterly::{Answer, Section};
use return36a::registry::{Severity, Tier};
use return36a::rules::Finding;
use std::collections::BTreeMap;

fn row<'a>(matrix: &'a Matrix, agency: &str) -> &'a AgencyRow {
    matrix.rows.iter().find(|row| row.agency.as_str() == agency).unwrap()
}

#[test]
fn all_who_report_have_a_row_in_the_official_order() {
    let agencies = reporting(registry(), period());
    let of = |tier| agencies.iter().filter(|agency| agency.tier() == tier).count();
    assert_eq!((of(Tier::Central), of(Tier::Local)), (31, 63), "30 and Văn phòng Chính phủ; 63");
    let matrix = matrix(registry(), &ledger_of([]));
    assert_eq!(matrix.rows.len(), 94);
    assert_eq!(matrix.rows[0].agency.as_str(), "bo-cong-an");
    assert_eq!(matrix.rows[31].agency.as_str(), "tp-ha-noi");
    assert_eq!(matrix.count(None, Filing::Missing), 94);
}

#[test]
fn who_has_filed_is_told_from_who_came_late_is_blocked_or_missing() {
    let of = |agency: &str| Made::new(agency).with(|made| made.content.agency = agency.into());
    let files = [
        of(FINANCE),
        of("bo-y-te").with(|made| made.received = day("2017-12-31")),
        of("bo-noi-vu").with(|made| made.filed.tally.errors = 1),
        of("bo-cong-an").with(|made| made.content.period = "2017-Q1".parse().unwrap()),
        of("tp-da-nang"),
    ];
    let ledger = ledger_of(files.map(|made| made.arrived()));
    let matrix = matrix(registry(), &ledger);
    let filing = |agency: &str| row(&matrix, agency).filing;
    assert_eq!((filing(FINANCE), filing("bo-y-te")), (Filing::Filed, Filing::Late));
    assert_eq!((filing("bo-noi-vu"), filing("bo-cong-an")), (Filing::Blocked, Filing::Missing));
    assert_eq!(matrix.count(Some(Tier::Central), Filing::Filed), 1);
    assert_eq!(matrix.count(Some(Tier::Local), Filing::Filed), 1);
    assert_eq!(matrix.count(None, Filing::Missing), 90);
}

#[test]
fn a_file_that_came_twice_tells_no_more_than_once() {
    let twice = |made: Made| [made.arrived(), made.clone().with(|made| made.name = "again".into()).arrived()];
    let other = Made::new("1").with(|made| made.content.period = "2017-Q1".parse().unwrap());
    let ledger = ledger_of(twice(other));
    assert_eq!(states(&ledger), [("1", State::WrongPeriod), ("again", State::Duplicate)]);
    let rows = matrix(registry(), &ledger);
    assert_eq!((row(&rows, FINANCE).filing, row(&rows, FINANCE).entry), (Filing::Missing, None));
    let blocked = ledger_of(twice(Made::new("1").with(|made| made.filed.tally.errors = 1)));
    let rows = matrix(registry(), &blocked);
    assert_eq!((row(&rows, FINANCE).filing, row(&rows, FINANCE).entry), (Filing::Blocked, Some(0)), "the original");
    let mut aside = ledger_of(twice(Made::new("1")));
    aside.set_aside(0, true);
    aside.set_aside(1, true);
    assert_eq!(row(&matrix(registry(), &aside), FINANCE).filing, Filing::Missing);
}

#[test]
fn a_section_tells_blanks_no_data_errors_and_warnings_apart() {
    let finding = |severity, path: &str| Finding {
        rule: "a-rule".into(),
        severity,
        paths: vec![path.into()],
        values: BTreeMap::new(),
        marked: Vec::new(),
        open: false,
        fault: None,
    };
    let made = Made::new("1").with(|made| {
        made.content.services.get_mut("level3").unwrap().answer = Some(Answer::Reported(86));
        made.content.services.get_mut("level4").unwrap().answer = Some(Answer::NoData("-".into()));
        made.content.document.number = "1/BC-BTC".into();
        made.content.difficulties = "Thiếu kinh phí".into();
        made.filed.listed = 3;
        made.filed.findings = vec![
            finding(Severity::Error, "/services/level3/answer"),
            finding(Severity::Warning, "/services/level4/answer"),
            finding(Severity::Note, "/services/level4/answer"),
        ];
        made.filed.tally.errors = 1;
    });
    let ledger = ledger_of([made.arrived()]);
    let matrix = matrix(registry(), &ledger);
    let sections = &row(&matrix, FINANCE).sections;
    let mark = |asked, answered, no_data, errors, warnings| SectionMark { asked, answered, no_data, errors, warnings };
    assert_eq!(sections[&Section::Services], mark(9, 2, 1, 1, 1), "procedures, four levels, four of what was built");
    assert_eq!(sections[&Section::Heading], mark(4, 1, 0, 0, 0));
    assert_eq!(sections[&Section::ServiceList], mark(3, 3, 0, 0, 0));
    assert_eq!(sections[&Section::Difficulties], mark(1, 1, 0, 0, 0));
    assert_eq!(sections[&Section::Tasks].asked, 5, "7242/BC-VPCP, annex I.3");
    assert_eq!(sections[&Section::Indicators], mark(0, 0, 0, 0, 0), "Bộ Tài chính has no task with a target");
}
