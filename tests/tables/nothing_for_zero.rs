//! No data is never summed as zero, in any column of any table.

use crate::ground::*;
use proptest::prelude::*;
use return36a::collect::{Collected, TableKind, Value, table};
use return36a::quarterly::{Answer, Return};
use return36a::registry::Tier;

const LEVELS: [&str; 2] = ["level3", "level4"];

/// What an agency gives: no return, a blank, an answer.
type Given = Option<Option<Answer>>;

/// A blank, no data, a confirmed zero, a number; or no return at all.
fn answer() -> impl Strategy<Value = Given> {
    prop_oneof![
        Just(None),
        Just(Some(None)),
        Just(Some(Some(Answer::NoData("Chưa thống kê".into())))),
        Just(Some(Some(Answer::ConfirmedZero))),
        (1..5_000_i64).prop_map(|number| Some(Some(Answer::Reported(number)))),
    ]
}

fn number(answer: &Given) -> Option<i64> {
    answer.as_ref()?.as_ref()?.number()
}

fn returns(answers: &[(Given, Given)]) -> Vec<Return> {
    let agencies = agencies(Tier::Central);
    let made = agencies.iter().zip(answers).filter_map(|(agency, (three, four))| {
        let (three, four) = (three.clone()?, four.clone()?);
        let given = LEVELS.into_iter().zip([three, four]).filter_map(|(id, answer)| Some((id, answer?)));
        Some(counting(agency.as_str(), "2017-Q2", &given.collect::<Vec<_>>()))
    });
    made.collect()
}

/// The total of a column, on how many it rests, and of how many.
fn total(kind: TableKind, column: &str, collected: &Collected<'_>) -> (Option<i64>, usize, usize) {
    let table = table(kind, collected);
    let cell = table.cell(table.total().unwrap(), column).unwrap();
    let rests = cell.rests.unwrap();
    assert_eq!(cell.value == Value::NoData, rests.on == 0, "no total of nothing, and never a zero for it");
    (cell.number(), rests.on, rests.of)
}

fn sum(numbers: &[i64]) -> Option<i64> {
    (!numbers.is_empty()).then(|| numbers.iter().sum())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_total_is_the_sum_of_the_numbers_and_says_on_how_many_it_rests(
        answers in prop::collection::vec((answer(), answer()), 0..8)
    ) {
        let collected = collected("2017-Q2", returns(&answers));
        let filed = || answers.iter().filter(|(three, four)| three.is_some() && four.is_some());
        let threes: Vec<i64> = filed().filter_map(|(three, _)| number(three)).collect();
        let fours: Vec<i64> = filed().filter_map(|(_, four)| number(four)).collect();
        let both: Vec<i64> = filed().filter_map(|(three, four)| Some(number(three)? + number(four)?)).collect();
        for kind in [TableKind::ServicesCentral, TableKind::RankingCentral] {
            prop_assert_eq!(total(kind, "level3", &collected), (sum(&threes), threes.len(), 31));
            prop_assert_eq!(total(kind, "level4", &collected), (sum(&fours), fours.len(), 31));
        }
        prop_assert_eq!(total(TableKind::RankingCentral, "services", &collected), (sum(&both), both.len(), 31));
    }

    #[test]
    fn a_return_without_data_changes_no_total(answers in prop::collection::vec((answer(), answer()), 1..6)) {
        let silent = agencies(Tier::Central)[30].clone();
        let none = LEVELS.map(|id| (id, Answer::NoData("Không có hệ thống thống kê".into())));
        let without = collected("2017-Q2", returns(&answers));
        let with = collected("2017-Q2", returns(&answers).into_iter().chain([counting(silent.as_str(), "2017-Q2", &none)]));
        for column in ["level3", "level4", "services"] {
            let kind = TableKind::RankingCentral;
            prop_assert_eq!(total(kind, column, &without), total(kind, column, &with));
        }
    }
}

#[test]
fn a_confirmed_zero_is_a_number_and_no_data_is_none() {
    let zero = counting("bo-tai-chinh", "2017-Q2", &LEVELS.map(|id| (id, Answer::ConfirmedZero)));
    let none = counting("bo-y-te", "2017-Q2", &LEVELS.map(|id| (id, Answer::NoData("-".into()))));
    let collected = collected("2017-Q2", [zero, none]);
    let table = table(TableKind::RankingCentral, &collected);
    let values = |agency: &str| shown(&table, agency);
    assert_eq!(values("bo-tai-chinh")[2..], [Value::Number(0), Value::Number(0), Value::Number(0)]);
    assert_eq!(values("bo-y-te")[2..], [Value::NoData, Value::NoData, Value::NoData]);
    assert_eq!((&values("bo-tai-chinh")[0], &values("bo-y-te")[0]), (&Value::Rank(1), &Value::NoData));
    assert_eq!(table.rows[0].cells[1].value, Value::Agency("bo-tai-chinh".into()), "who has no data comes last");
}

#[test]
fn a_count_of_another_time_is_not_added() {
    let mut other = counting("bo-y-te", "2017-Q2", &[("built3-year", Answer::Reported(480))]);
    other.services.get_mut("built3-year").unwrap().basis = return36a::registry::Basis::Current;
    let right = counting("bo-tai-chinh", "2017-Q2", &[("built3-year", Answer::Reported(5))]);
    let collected = collected("2017-Q2", [other, right]);
    assert_eq!(total(TableKind::ServicesCentral, "built3-year", &collected), (Some(5), 1, 31));
    let table = table(TableKind::ServicesCentral, &collected);
    let row = table.row_of(&"bo-y-te".into()).unwrap();
    let cell = table.cell(row, "built3-year").unwrap();
    let paths: Vec<&str> = cell.behind.iter().map(|place| place.path.as_str()).collect();
    assert_eq!(paths, ["/services/built3-year/answer", "/services/built3-year/basis"]);
}

#[test]
fn an_agency_with_an_unanswered_task_has_no_counts_of_tasks() {
    let mut content = counting("bo-tai-chinh", "2017-Q2", &[]);
    for (number, answer) in &mut content.tasks {
        let blank = number.as_str() == "3.2";
        answer.status = (!blank).then_some(return36a::registry::TaskStatus::Completed);
    }
    let collected = collected("2017-Q2", [content]);
    let table = table(TableKind::TaskCounts, &collected);
    assert_eq!(shown(&table, "bo-tai-chinh")[2..5], [Value::Number(5), Value::NoData, Value::NoData]);
    assert_eq!(total(TableKind::TaskCounts, "completed", &collected), (None, 0, 23));
}
