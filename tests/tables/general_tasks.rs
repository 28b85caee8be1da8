//! General tasks as the reports tell them: 29/30 and 63/63, who has not, who is exempt, who has not reported.

use crate::ground::*;
use return36a::collect::{Collected, Table, TableKind, Value, table};
use return36a::quarterly::{GeneralStatus, Return};
use return36a::registry::{AgencyId, GeneralTaskId, Tier};
use return36a::text::{Language, general_task_line};
use std::collections::BTreeSet;

/// The agencies that a document of this day names as not having done the task.
fn not_done(task: &str, as_of: &str) -> BTreeSet<AgencyId> {
    let lists = registry().printed.not_done.iter();
    let of = lists.filter(|list| list.general_task.as_str() == task && list.as_of.iso() == as_of);
    of.flat_map(|list| list.agencies.clone()).collect()
}

/// Returns of all agencies in which everything is done but this task by these.
fn returns(of: &str, task: &str, not_done: &BTreeSet<AgencyId>) -> Vec<Return> {
    let all = [Tier::Central, Tier::Local].into_iter().flat_map(agencies);
    let answered = all.map(|agency| {
        let mut content = counting(agency.as_str(), of, &[]);
        for (id, answer) in &mut content.general_tasks {
            let done = id.as_str() != task || !not_done.contains(&agency);
            answer.status = Some(if done { GeneralStatus::Done } else { GeneralStatus::NotStarted });
        }
        content
    });
    answered.collect()
}

fn line(collected: &Collected<'_>, task: &str) -> (String, Vec<Value>) {
    let table = table(TableKind::GeneralTasks, collected);
    let row =
        table.rows.iter().find(|row| row.cells[1].value == Value::GeneralTask(GeneralTaskId::from(task))).unwrap();
    let lists = ["not-done", "exempt", "not-reported"];
    let lists = lists.map(|column| table.cell(row, column).unwrap().value.clone());
    (general_task_line(&table, row, Language::Vietnamese), lists.to_vec())
}

fn named(agencies: &[&str]) -> Value {
    Value::Agencies(agencies.iter().map(|agency| AgencyId::from(*agency)).collect())
}

const SPECIAL: [&str; 3] = ["bo-cong-an", "bo-quoc-phong", "ban-quan-ly-lang-chu-tich-ho-chi-minh"];

#[test]
fn as_7242_says_29_of_30_have_an_action_plan() {
    let missing = not_done("action-plan", "2017-06-12");
    let collected = collected("2017-Q2", returns("2017-Q2", "action-plan", &missing));
    let (line, lists) = line(&collected, "action-plan");
    assert_eq!(
        line,
        "29/30 bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ và 63/63 tỉnh, thành phố trực thuộc Trung ương"
    );
    assert_eq!(lists, [named(&["hoc-vien-chinh-tri-quoc-gia-ho-chi-minh"]), Value::Blank, Value::Blank]);
}

#[test]
fn as_the_news_says_26_of_30_are_connected_and_the_special_agencies_stand_apart() {
    let missing = not_done("document-connection", "2017-02-08");
    let collected = collected("2016-Q4", returns("2016-Q4", "document-connection", &missing));
    let (line, lists) = line(&collected, "document-connection");
    assert!(line.starts_with("26/30 ") && line.contains(" 63/63 "), "{line}");
    assert_eq!(lists, [named(&["uy-ban-giam-sat-tai-chinh-quoc-gia"]), named(&SPECIAL), Value::Blank]);
}

#[test]
fn as_the_news_says_19_of_30_publish_their_progress() {
    let missing = not_done("progress-publication", "2017-02-08");
    let collected = collected("2016-Q4", returns("2016-Q4", "progress-publication", &missing));
    let (line, lists) = line(&collected, "progress-publication");
    assert!(line.starts_with("19/30 ") && line.contains(" 63/63 "), "{line}");
    let exempt = ["bo-cong-an", "bo-quoc-phong", "thanh-tra-chinh-phu", SPECIAL[2]];
    assert_eq!(lists[1], named(&exempt), "the fourth special agency of 7242/BC-VPCP");
    let Value::Agencies(rest) = &lists[0] else { panic!("{:?}", lists[0]) };
    assert_eq!(rest.len(), 7);
}

#[test]
fn who_is_excepted_and_does_it_all_the_same_counts_as_done() {
    let collected = collected("2017-Q4", returns("2017-Q4", "document-connection", &BTreeSet::new()));
    let (line, lists) = line(&collected, "document-connection");
    assert!(line.starts_with("30/30 "), "{line}");
    assert_eq!(lists, [Value::Blank, Value::Blank, Value::Blank]);
}

#[test]
fn who_has_not_reported_is_neither_done_nor_undone() {
    let mut returns = returns("2017-Q2", "action-plan", &BTreeSet::new());
    returns.retain(|content| content.agency.as_str() == "bo-tai-chinh");
    let collected = collected("2017-Q2", returns);
    let table: Table = table(TableKind::GeneralTasks, &collected);
    let row = &table.rows[0];
    let cell = |column: &str| table.cell(row, column).unwrap();
    assert_eq!((&cell("central-done").value, &cell("central-owed").value), (&Value::Number(1), &Value::Number(30)));
    let rests = cell("central-done").rests.unwrap();
    assert_eq!((rests.on, rests.of), (1, 30));
    assert_eq!(cell("local-done").value, Value::NoData, "nobody has said anything: not 0/63");
    assert_eq!(general_task_line(&table, row, Language::English), "1/30 central agencies");
    let Value::Agencies(silent) = &cell("not-reported").value else { panic!("nobody is silent") };
    assert_eq!(silent.len(), 29 + 63);
    assert_eq!(cell("not-done").value, Value::Blank);
}

#[test]
fn a_task_is_listed_from_the_quarter_in_which_it_is_asked() {
    let tasks = |of: &str| table(TableKind::GeneralTasks, &collected(of, [])).rows.len();
    let asked = |of: &str| registry().general_task.iter().filter(|task| task.since <= period(of)).count();
    assert!(tasks("2016-Q1") < tasks("2017-Q4"));
    assert_eq!(tasks("2017-Q4"), asked("2017-Q4") - 1, "all but traffic-systems, which both cities answer as a task");
}
