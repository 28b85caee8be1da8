//! From the ledger to the tables: what counts, who is missing and why.

use crate::ground::said;
use crate::made::*;
use return36a::collect::{Collected, CrossCode, Filing, Ledger, State, TableKind, crosschecks, table};
use return36a::quarterly::Answer;
use return36a::registry::AgencyId;

fn of(agency: &str) -> Made {
    Made::new(agency).with(|made| made.content.agency = agency.into())
}

fn ledger() -> Ledger {
    let files = [
        of(FINANCE),
        of("bo-y-te").with(|made| made.received = day("2017-12-31")),
        of("bo-noi-vu").with(|made| made.filed.tally.errors = 1),
        of("tp-da-nang").with(|made| made.filed.standing = return36a::collect::Standing::Unsigned),
    ];
    ledger_of(files.map(|made| made.arrived()))
}

#[test]
fn only_what_counts_is_collected() {
    let ledger = ledger();
    let collected = Collected::of_ledger(registry(), &ledger, None);
    let filed: Vec<&str> = collected.returns.keys().map(AgencyId::as_str).collect();
    assert_eq!(filed, [FINANCE, "bo-y-te"]);
    let reception = |agency: &str| collected.filing[&AgencyId::from(agency)];
    assert_eq!((reception("bo-y-te").filing, reception("bo-y-te").state), (Filing::Late, Some(State::Late)));
    assert_eq!((reception("bo-noi-vu").filing, reception("bo-noi-vu").state), (Filing::Blocked, Some(State::Blocked)));
    assert_eq!((reception("bo-cong-an").filing, reception("bo-cong-an").state), (Filing::Missing, None));
}

#[test]
fn who_is_missing_is_listed_with_the_reason() {
    let ledger = ledger();
    let table = table(TableKind::Missing, &Collected::of_ledger(registry(), &ledger, None));
    assert_eq!(table.rows.len(), 92);
    let of = |agency: &str| said(table.row_of(&agency.into()).unwrap());
    assert_eq!(of("bo-cong-an"), "1 | Bộ Công an | Bộ, ngành | Chưa nhận được báo cáo");
    assert_eq!(of("bo-noi-vu"), "3 | Bộ Nội vụ | Bộ, ngành | Còn lỗi phải sửa");
    assert_eq!(of("tp-ha-noi"), "1 | Thành phố Hà Nội | Địa phương | Chưa nhận được báo cáo");
    assert_eq!(of("tp-da-nang"), "4 | Thành phố Đà Nẵng | Địa phương | Chưa ký");
}

#[test]
fn the_ledger_of_the_quarter_before_is_compared_and_no_other() {
    let now = ledger_of([of(FINANCE).arrived()]);
    let before = |quarter: &str| {
        let period = quarter.parse().unwrap();
        let mut ledger = Ledger::new(registry(), period);
        ledger.add([of(FINANCE).with(|made| made.content.period = period).arrived()]);
        ledger
    };
    let (last, earlier) = (before("2017-Q1"), before("2016-Q4"));
    let previous = |ledger: &Ledger| Collected::of_ledger(registry(), &now, Some(ledger)).previous.map(|of| of.len());
    assert_eq!((previous(&last), previous(&earlier)), (Some(1), None));
}

#[test]
fn an_amendment_takes_its_predecessors_place_in_the_tables() {
    let first = of(FINANCE);
    let set = |made: &mut Made, number| {
        let given = made.content.services.get_mut("level3").unwrap();
        given.answer = Some(Answer::Reported(number));
    };
    let first = first.with(|made| set(made, 86));
    let second = first.amended("2").with(|made| set(made, 90));
    let ledger = ledger_of([first, second].map(|made| made.arrived()));
    let collected = Collected::of_ledger(registry(), &ledger, None);
    let table = table(TableKind::ServicesCentral, &collected);
    let cell = |row| table.cell(row, "level3").unwrap();
    let own = cell(table.row_of(&FINANCE.into()).unwrap());
    assert_eq!(own.number(), Some(90));
    assert_eq!(own.behind[0].path, "/services/level3/answer");
    assert_eq!(cell(table.total().unwrap()).behind, own.behind, "the total has the fields of all its rows");
}

#[test]
fn who_has_filed_and_who_is_in_the_tables_are_compared() {
    let ledger = ledger();
    let mut collected = Collected::of_ledger(registry(), &ledger, None);
    let differing = |collected: &Collected<'_>| {
        let own = crosschecks(collected).into_iter().filter(|check| check.code < CrossCode::PrintedTable);
        let checks = own.filter(|check| !check.agencies.is_empty());
        checks.map(|check| (check.code.code(), check.what, check.agencies)).collect::<Vec<_>>()
    };
    assert_eq!(differing(&collected), []);
    collected.returns.remove(&AgencyId::from("bo-y-te"));
    assert_eq!(differing(&collected), [("filed-against-tables", "central".to_owned(), vec!["bo-y-te".into()])]);
}
