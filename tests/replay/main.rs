//! The real reports replayed: returns built from the documents exactly as printed, and what the rules find in each.
//!
//! `expected/` states the findings of every return. `RETURN36A_REPLAY=write cargo test --test replay` writes them anew
//! after a rule was changed, to be read before they are kept.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

use return36a::quarterly::{Answer, Return, printed as returns};
use return36a::registry::{AgencyId, PrintedServices2017, Registry, Severity, TaskStatus, Tier};
use return36a::rules::{Case, Finding, Found, RuleSet, check};
use return36a::text::{Language, finding_message};
use return36a::vietnamese::{CountError, parse_count};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

fn registry() -> &'static Registry {
    Registry::embedded().unwrap()
}

fn rules() -> RuleSet {
    RuleSet::compile(&registry().rule).unwrap()
}

/// The findings on the day on which the returns were due.
fn findings(rules: &RuleSet, content: &Return) -> Vec<Finding> {
    let today = registry().period(content.period).unwrap().due;
    check(rules, Case { registry: registry(), content, previous: None, today })
}

/// The agencies that annex I of 7242/BC-VPCP assigns tasks to, in its order.
fn assigned() -> Vec<AgencyId> {
    let mut seen = BTreeSet::new();
    registry().task.iter().map(|task| task.agency.clone()).filter(|agency| seen.insert(agency.clone())).collect()
}

fn rows() -> impl Iterator<Item = &'static PrintedServices2017> {
    registry().printed.services_2017.iter()
}

/// What is found, as it is kept: first what is wrong with what is printed, then how often each rule meets a blank.
fn told(content: &Return, findings: &[Finding]) -> String {
    let mut told = format!("{}\n", content.agency);
    let mut blanks: BTreeMap<&str, usize> = BTreeMap::new();
    for found in findings {
        assert_eq!(found.fault, None, "{} {}", content.agency, found.rule);
        if found.open {
            *blanks.entry(&found.rule).or_default() += 1;
            continue;
        }
        let severity = match found.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        write!(told, "  {severity} {} at {}", found.rule, found.place()).unwrap();
        for (name, value) in &found.values {
            match value {
                Found::Number(number) => write!(told, ", {name} {number}").unwrap(),
                Found::Text(text) => write!(told, ", {name} {text}").unwrap(),
            }
        }
        told.push('\n');
    }
    for (rule, times) in blanks {
        writeln!(told, "  blank: {rule}, {times} times").unwrap();
    }
    told
}

/// How many assigned tasks a return tells as completed, and how many as not.
fn completed(content: &Return) -> (i64, i64) {
    let completed = content.tasks.values().filter(|task| task.status == Some(TaskStatus::Completed)).count();
    let rest = content.tasks.len() - completed;
    (i64::try_from(completed).unwrap(), i64::try_from(rest).unwrap())
}

/// Compares with what is kept, or keeps it anew.
fn is_as_expected(name: &str, told: &str) {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/replay/expected").join(name);
    if std::env::var_os("RETURN36A_REPLAY").is_some_and(|word| word == "write") {
        fs::write(&path, told).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap();
    let differing = kept.lines().zip(told.lines()).position(|(kept, told)| kept != told);
    assert!(kept == told, "{name} differs from line {:?} on", differing.map(|line| line + 1));
}

#[test]
fn the_statuses_of_quarter_2_2017_give_the_findings_that_are_kept() {
    let (rules, agencies) = (rules(), assigned());
    assert_eq!(agencies.len(), 23, "7242/BC-VPCP, annex I");
    let returns: Vec<Return> = agencies.iter().map(|agency| returns::of_annex_1(registry(), agency)).collect();
    assert_eq!(returns.iter().map(|content| content.tasks.len()).sum::<usize>(), 71);
    let told: String = returns.iter().map(|content| told(content, &findings(&rules, content))).collect();
    is_as_expected("2017-Q2.txt", &told);
}

#[test]
fn the_services_of_2017_give_the_findings_that_are_kept() {
    let rules = rules();
    let tier = |row: &&PrintedServices2017| registry().agency(&row.agency).unwrap().tier();
    assert_eq!(rows().filter(|row| tier(row) == Tier::Central).count(), 24, "314/BC-VPCP, annex I.1");
    assert_eq!(rows().filter(|row| tier(row) == Tier::Local).count(), 63, "314/BC-VPCP, annex I.2");
    let told: String = rows()
        .map(|row| {
            let content = returns::of_services_2017(registry(), row);
            // A return that never came has no findings: it is the finding.
            let none = || format!("{}\n  not received: {}\n", row.agency, row.remark);
            if row.received { told(&content, &findings(&rules, &content)) } else { none() }
        })
        .collect();
    is_as_expected("2017-Q4.txt", &told);
}

#[test]
fn ha_giang_is_asked_where_its_services_went() {
    let row = rows().find(|row| row.agency.as_str() == "tinh-ha-giang").unwrap();
    let found = findings(&rules(), &returns::of_services_2017(registry(), row));
    let fall = found.iter().find(|found| found.rule == "level3-below-2016").unwrap();
    assert_eq!(
        finding_message(fall, registry().rule(&fall.rule), Language::Vietnamese),
        "Số dịch vụ mức độ 3 hiện có là 1.087, ít hơn 1.374 đã công bố cho năm 2016 (chênh 287). Kiểm tra lại số này; nếu đúng, nêu lý do, ví dụ dịch vụ đã nâng lên mức độ 4 hoặc ngừng cung cấp."
    );
}

#[test]
fn merged_cells_are_no_data_and_no_sum_takes_them_for_zero() {
    let row = rows().find(|row| row.agency.as_str() == "bo-tai-chinh").unwrap();
    let content = returns::of_services_2017(registry(), row);
    let answer = |id: &str| content.services[id].answer.clone().unwrap();
    assert_eq!(answer("level3"), Answer::NoData("Phụ lục I in gộp mức độ 3 và 4".into()));
    assert_eq!((answer("built3-year"), answer("built4-year")), (Answer::Reported(42), Answer::Reported(44)));
    assert_eq!(answer("received3-year"), Answer::NoData("Phụ lục I in dấu “-”".into()));
    let found = findings(&rules(), &content);
    assert!(!found.iter().any(|found| found.rule.starts_with("built3-")), "nothing is compared with no data");
}

#[test]
fn a_cell_that_is_no_number_is_told_as_it_is_printed() {
    let row = rows().find(|row| row.agency.as_str() == "tinh-thai-binh").unwrap();
    let content = returns::of_services_2017(registry(), row);
    let dossiers = content.services["received4-year"].answer.clone();
    assert_eq!(dossiers, Some(Answer::NoData("Phụ lục I in: 221 | 10 | 1.238 | 10.960.7".into())));
    assert_eq!(parse_count("10.960.7"), Err(CountError::Grouping(109_607)));
    assert_eq!((parse_count("1.353"), parse_count("3405")), (Ok(1_353), Ok(3_405)), "Thừa Thiên Huế and Hải Phòng");
}

#[test]
fn thirteen_provinces_and_one_ministry_sent_none() {
    let (central, local): (Vec<_>, Vec<_>) = rows()
        .filter(|row| !row.received)
        .partition(|row| registry().agency(&row.agency).unwrap().tier() == Tier::Central);
    assert_eq!(central.iter().map(|row| row.agency.as_str()).collect::<Vec<_>>(), ["bo-noi-vu"]);
    assert_eq!(local.len(), 13, "so 50 of 63 sent one, where 314/BC-VPCP II.2 says 51");
}

#[test]
fn an_overdue_task_of_annex_1_wants_an_obstacle_and_a_new_date() {
    let agency: AgencyId = "bo-tai-chinh".into();
    let found = findings(&rules(), &returns::of_annex_1(registry(), &agency));
    let wanted = |rule: &str| found.iter().filter(|found| found.rule == rule).map(Finding::place).collect::<Vec<_>>();
    assert_eq!(wanted("task-late-obstacle"), ["/tasks/3.5/obstacle"]);
    assert_eq!(wanted("task-late-new-deadline"), ["/tasks/3.5/new_deadline"]);
    assert_eq!(wanted("task-completed-date"), ["/tasks/3.4/completed_on"]);
}

#[test]
fn the_end_of_the_year_is_compared_with_what_annex_1_said_in_june() {
    let rules = rules();
    let row = rows().find(|row| row.agency.as_str() == "bo-cong-thuong").unwrap();
    let before = returns::of_annex_1(registry(), &row.agency);
    let mut content = returns::of_services_2017(registry(), row);
    let completed: Vec<_> =
        before.tasks.iter().filter(|(_, task)| task.status == Some(TaskStatus::Completed)).map(|(of, _)| of).collect();
    assert!(!completed.is_empty(), "7242/BC-VPCP, annex I.16");
    for number in &completed {
        content.tasks.get_mut(*number).unwrap().status = Some(TaskStatus::InProgress);
    }
    let today = registry().period(content.period).unwrap().due;
    let found = check(&rules, Case { registry: registry(), content: &content, previous: Some(&before), today });
    let back: Vec<&str> = found.iter().filter(|found| found.rule == "task-falls-back").map(Finding::place).collect();
    assert_eq!(back, completed.iter().map(|of| format!("/tasks/{of}/status")).collect::<Vec<_>>());
    assert!(
        found.iter().all(|found| found.fault.is_none() && !found.rule.ends_with("-adds-up")),
        "two quarters lie between"
    );
}

#[test]
fn the_services_of_2016_are_those_of_tables_4_and_7() {
    let rows = &registry().printed.services_2016;
    let number = |content: &Return, id: &str| content.services[id].answer.as_ref().and_then(Answer::number);
    for row in rows {
        let content = returns::of_services_2016(registry(), &row.agency);
        assert_eq!(content.period.to_string(), "2016-Q4");
        assert_eq!((number(&content, "level3"), number(&content, "level4")), (row.level3, row.level4));
        assert!(content.services.values().all(|count| count.answer.is_some()), "{}", row.agency);
    }
    let untold: Vec<&str> = rows.iter().filter(|row| row.level3.is_none()).map(|row| row.agency.as_str()).collect();
    let five = ["tinh-bac-lieu", "tinh-bac-kan", "tinh-cao-bang", "tinh-hoa-binh", "tinh-tra-vinh"];
    assert_eq!(untold, five, "table 7, rank 63");
    let reason = Answer::NoData("Phụ lục II in: Chưa có dịch vụ hoạt động".into());
    let content = returns::of_services_2016(registry(), &five[0].into());
    assert_eq!(content.services["level4"].answer, Some(reason));
    let unnamed = returns::of_services_2016(registry(), &"dai-truyen-hinh-viet-nam".into());
    let reason = Answer::NoData("Phụ lục II không có số liệu này".into());
    assert_eq!(unnamed.services["level3"].answer, Some(reason));
}

#[test]
fn as_many_tasks_are_completed_as_both_reports_print() {
    for row in &registry().printed.task_counts {
        let content = returns::of_task_counts(registry(), &row.agency, row.period);
        assert_eq!(completed(&content).0, row.completed, "{} {}", row.agency, row.period);
        assert_eq!(content.period, row.period);
    }
}

#[test]
fn tasks_not_completed_are_as_many_as_printed_but_where_the_annex_lists_another_number() {
    let period = "2017-Q4".parse().unwrap();
    let differing: Vec<(&str, i64, i64)> = registry()
        .printed
        .task_counts
        .iter()
        .filter(|row| row.period == period)
        .map(|row| (row, completed(&returns::of_task_counts(registry(), &row.agency, period)).1))
        .filter(|(row, rest)| *rest != row.in_progress)
        .map(|(row, rest)| (row.agency.as_str(), row.in_progress, rest))
        .collect();
    let expected = [("bo-xay-dung", 1, 2), ("bo-tu-phap", 3, 2), ("tp-ha-noi", 2, 1), ("tp-ho-chi-minh", 1, 2)];
    assert_eq!(differing, expected);
}

#[test]
fn what_was_completed_in_june_stays_so_and_the_next_of_the_annex_follow() {
    let status = |agency: &str, number: &str| {
        let content = returns::of_task_counts(registry(), &agency.into(), "2017-Q4".parse().unwrap());
        content.tasks[number].status.unwrap()
    };
    use TaskStatus::{Completed, InProgress};
    let of_finance = ["3.1", "3.2", "3.3", "3.4", "3.5"].map(|number| status("bo-tai-chinh", number));
    assert_eq!(of_finance, [Completed, Completed, InProgress, Completed, InProgress], "3 of 5, and 3.4 in June");
    assert_eq!(status("bo-xay-dung", "9.5"), TaskStatus::Waiting);
    let unassigned = returns::of_task_counts(registry(), &"tinh-ha-giang".into(), "2017-Q4".parse().unwrap());
    assert!(unassigned.tasks.is_empty());
}
