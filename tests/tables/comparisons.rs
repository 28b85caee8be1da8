//! This quarter beside the one before: only what is known of both is summed, and the sums fit the totals.

use crate::ground::*;
use return36a::collect::{Agreement, Collected, CrossCheck, CrossCode, TableKind, Value, crosschecks, table};
use return36a::quarterly::{Answer, Return};
use return36a::registry::{Basis, TaskStatus};
use return36a::text::{Language, crosscheck_text};

fn with(agency: &str, of: &str, levels: [i64; 2]) -> Return {
    let [three, four] = levels.map(Answer::from_number);
    counting(agency, of, &[("level3", three), ("level4", four)])
}

fn completed(mut content: Return, numbers: &[&str]) -> Return {
    for (number, answer) in &mut content.tasks {
        let done = numbers.contains(&number.as_str());
        answer.status = Some(if done { TaskStatus::Completed } else { TaskStatus::InProgress });
    }
    content
}

/// Bộ Tài chính both times, Bộ Y tế only then, Bộ Xây dựng only now.
fn two_quarters() -> Collected<'static> {
    let then = [with("bo-tai-chinh", "2017-Q1", [80, 240]), with("bo-y-te", "2017-Q1", [6, 50])];
    let now = [with("bo-tai-chinh", "2017-Q2", [86, 230]), with("bo-xay-dung", "2017-Q2", [4, 0])];
    collected("2017-Q2", now).after(then)
}

fn checks(collected: &Collected<'_>, code: CrossCode) -> Vec<CrossCheck> {
    crosschecks(collected).into_iter().filter(|check| check.code == code).collect()
}

#[test]
fn only_agencies_known_of_both_quarters_are_summed() {
    let table = table(TableKind::AgainstPrevious, &two_quarters());
    assert_eq!(shown(&table, "bo-tai-chinh")[2..5], [Value::Number(320), Value::Number(316), Value::Change(-4)]);
    assert_eq!(shown(&table, "bo-y-te")[2..5], [Value::Number(56), Value::NoData, Value::NoData]);
    assert_eq!(shown(&table, "bo-xay-dung")[2..5], [Value::NoData, Value::Number(4), Value::NoData]);
    let total: Vec<&str> = ["320", "316", "-4"].to_vec();
    let said = said(table.total().unwrap());
    let cells: Vec<&str> = said.split(" | ").skip(2).take(3).collect();
    assert_eq!(cells, total.iter().map(|number| format!("{number} (trên 1/94 cơ quan)")).collect::<Vec<_>>());
}

#[test]
fn an_agency_without_assigned_tasks_is_not_asked_for_them() {
    let table = table(TableKind::AgainstPrevious, &two_quarters());
    assert_eq!(shown(&table, "bo-quoc-phong")[5..8], [Value::Blank, Value::Blank, Value::Blank]);
    let of = |word: &'static str| {
        let row = table.rows.iter().find(|row| row.cells[1].value == Value::Word(word)).unwrap();
        table.cell(row, "completed-now").unwrap().rests.unwrap().of
    };
    assert_eq!((of("total-central"), of("total-local"), of("total")), (21, 2, 23), "7242/BC-VPCP, part 1.b");
}

#[test]
fn a_field_of_the_quarter_before_is_told_from_one_of_this() {
    let table = table(TableKind::AgainstPrevious, &two_quarters());
    let row = table.row_of(&"bo-tai-chinh".into()).unwrap();
    let periods = |column: &str| {
        let behind = &table.cell(row, column).unwrap().behind;
        behind.iter().map(|place| place.period.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(periods("services-then"), ["2017-Q1", "2017-Q1"]);
    assert_eq!(periods("services-change"), ["2017-Q2", "2017-Q2", "2017-Q1", "2017-Q1"]);
}

#[test]
fn totals_grow_by_the_agencies_changes_and_those_known_once() {
    let checks = checks(&two_quarters(), CrossCode::TotalsOverTime);
    let services = checks.iter().find(|check| check.what == "services").unwrap();
    assert_eq!((services.left.number, services.right.number), (Some(320 - 376), Some(-4 - 56 + 4)));
    assert_eq!(services.agreement(), Agreement::Agrees);
    assert_eq!(services.agencies, ["bo-xay-dung".into(), "bo-y-te".into()], "known once");
    let told = crosscheck_text(registry(), services, Language::Vietnamese);
    assert_eq!(told.verdict, "Khớp; chỉ có số một quý: Bộ Xây dựng; Bộ Y tế");
    let tasks = checks.iter().find(|check| check.what == "completed").unwrap();
    assert_eq!(tasks.agreement(), Agreement::Unknown, "no status is known");
}

#[test]
fn a_task_that_was_completed_and_is_no_more_is_told() {
    let of = |quarter: &str, numbers: &[&str]| completed(with("bo-tai-chinh", quarter, [1, 1]), numbers);
    let steady = collected("2017-Q2", [of("2017-Q2", &["3.1", "3.4"])]).after([of("2017-Q1", &["3.4"])]);
    let fallen = collected("2017-Q2", [of("2017-Q2", &["3.1"])]).after([of("2017-Q1", &["3.4"])]);
    let check = |collected: &Collected<'_>| checks(collected, CrossCode::CompletedThen).remove(0);
    assert_eq!(check(&steady).agreement(), Agreement::Agrees);
    let fallen = check(&fallen);
    assert_eq!((fallen.left.number, fallen.right.number, fallen.difference()), (Some(1), Some(0), Some(-1)));
    assert_eq!(fallen.agencies, ["bo-tai-chinh".into()]);
}

#[test]
fn a_count_that_cannot_fall_and_did_is_told_with_the_agency() {
    let fallen = |collected: &Collected<'_>| {
        let checks = checks(collected, CrossCode::CountThen).into_iter();
        let fallen = checks.filter(|check| check.agreement() == Agreement::Differs);
        fallen.map(|check| (check.what.clone(), check.difference().unwrap(), check.agencies)).collect::<Vec<_>>()
    };
    assert_eq!(fallen(&two_quarters()), [("level4".to_owned(), -10, vec!["bo-tai-chinh".into()])]);
    let year = |of: &str, number| counting("bo-y-te", of, &[("received4-year", Answer::Reported(number))]);
    let within = collected("2017-Q2", [year("2017-Q2", 90)]).after([year("2017-Q1", 100)]);
    assert_eq!(fallen(&within), [("received4-year".to_owned(), -10, vec!["bo-y-te".into()])]);
    let anew = collected("2017-Q1", [year("2017-Q1", 90)]).after([year("2016-Q4", 100)]);
    assert_eq!(fallen(&anew), [], "a new year begins at zero");
}

#[test]
fn what_covers_another_time_is_told_since_it_is_not_added() {
    let mut content =
        counting("bo-y-te", "2017-Q2", &[("built3-year", Answer::Reported(480)), ("level3", Answer::Reported(6))]);
    content.services.get_mut("built3-year").unwrap().basis = Basis::Current;
    let check = checks(&collected("2017-Q2", [content]), CrossCode::AnsweredAgainstAdded).remove(0);
    assert_eq!((check.left.number, check.right.number), (Some(2), Some(1)));
    assert_eq!(check.agencies, ["bo-y-te".into()]);
}

#[test]
fn services_of_2016_stand_beside_those_of_now() {
    let collected = collected("2017-Q4", [with("tinh-ha-giang", "2017-Q4", [1_087, 24])]);
    let table = table(TableKind::AgainstBaseline, &collected);
    assert_eq!(
        said(table.row_of(&"tinh-ha-giang".into()).unwrap()),
        "10 | Tỉnh Hà Giang | 1.374 | 1.087 | -287 | 0 | 24 | +24 | 1.374 | 1.111 | -263"
    );
    let agencies = table.rows.iter().filter(|row| table.agency_of(row).is_some()).count();
    assert_eq!(agencies, registry().printed.services_2016.len(), "whoever the print has, and no other");
    let row = table.row_of(&"tinh-bac-lieu".into()).unwrap();
    assert_eq!(table.cell(row, "level3-2016").unwrap().value, Value::NoData, "printed in words");
}
