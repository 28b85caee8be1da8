//! What `collect` writes as columns, DuckDB reads: the same totals as the ledger's, quarter by quarter.
#![allow(clippy::unwrap_used, reason = "a test stops where its ground is missing, also in its helpers")]

#[path = "foreign/tools.rs"]
mod foreign;
#[path = "quarter/mod.rs"]
mod quarter;
#[path = "reopened/mod.rs"]
mod reopened;

use quarter::files::{Quarter, quarter as quarter_of};
use return36a::collect::{Entry, FactTable, Filed, Ledger};
use return36a::quarterly::Answer;
use return36a::registry::{Period, Registry, TaskStatus, Tier};
use return36a::signing::Keyring;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

/// Two quarters, collected into one folder.
struct Collected {
    out: PathBuf,
    ledgers: Vec<Ledger>,
}

fn registry() -> &'static Registry {
    Registry::embedded().unwrap()
}

fn collected() -> &'static Collected {
    static DONE: OnceLock<Collected> = OnceLock::new();
    DONE.get_or_init(|| {
        let folder = foreign::folder("columns");
        let out = folder.join("out");
        let ledgers = ["2017-Q1", "2017-Q2"].map(|id| {
            let quarter = quarter_of(registry(), id.parse().unwrap());
            let files = folder.join(id);
            write(&quarter, &files);
            collect(&files, &out, quarter.period);
            ledger(&out, quarter.period)
        });
        Collected { out, ledgers: ledgers.into() }
    })
}

fn write(quarter: &Quarter, folder: &std::path::Path) {
    for sample in &quarter.samples {
        let path = folder.join("files").join(&sample.name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &sample.bytes).unwrap();
    }
    fs::write(folder.join("keyring.json"), Keyring::of(quarter.cards.clone()).json().unwrap()).unwrap();
}

fn collect(folder: &std::path::Path, out: &std::path::Path, period: Period) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_return36a"));
    command.arg("collect").arg(folder.join("files")).arg("--keys").arg(folder.join("keyring.json"));
    command.args(["--period", &period.to_string(), "--received", "2017-06-15", "--overwrite", "--out"]).arg(out);
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The ledger that was written, opened again.
fn ledger(out: &std::path::Path, period: Period) -> Ledger {
    let text = fs::read_to_string(out.join(format!("ledger-{period}.json"))).unwrap();
    reopened::reopened(&text)
}

/// DuckDB's answer; `{table}` stands for all quarters of that table.
fn asked(sql: &str) -> Vec<String> {
    let mut sql = sql.to_owned();
    for table in FactTable::ALL {
        let files = collected().out.join("parquet").join(table.name()).join("*").join("*.parquet");
        let read = format!("read_parquet('{}', hive_partitioning = true)", files.display());
        sql = sql.replace(&format!("{{{}}}", table.name()), &read);
    }
    foreign::query(&sql)
}

/// The returns that count, by quarter.
fn counting() -> impl Iterator<Item = (Period, &'static Filed)> {
    let of = |ledger: &'static Ledger| {
        let counts = ledger.entries().iter().filter(|entry| entry.state.counts());
        counts.filter_map(Entry::filed).map(|filed| (ledger.period(), filed))
    };
    collected().ledgers.iter().flat_map(of)
}

fn tier(filed: &Filed) -> &'static str {
    match registry().agency(&filed.content.agency).unwrap().tier() {
        Tier::Central => "central",
        Tier::Local => "local",
    }
}

/// Rows of two names and a number, as DuckDB's answer prints them.
fn printed(rows: BTreeMap<(String, String), i64>) -> Vec<String> {
    rows.into_iter().map(|((one, other), number)| format!("[\"{one}\", \"{other}\", {number}]")).collect()
}

#[test]
fn every_file_is_a_row_of_returns_with_its_state() {
    let mut expected: BTreeMap<(String, String), i64> = BTreeMap::new();
    for ledger in &collected().ledgers {
        for (state, count) in ledger.tally() {
            expected.insert((ledger.period().to_string(), state.code().to_owned()), i64::try_from(count).unwrap());
        }
    }
    let sql = "SELECT period, state, count(*) FROM {returns} GROUP BY period, state ORDER BY period, state";
    assert_eq!(asked(sql), printed(expected));
    let counted = asked("SELECT count(*) FROM {returns} WHERE counted");
    assert_eq!(counted, [format!("[{}]", counting().count())]);
}

#[test]
fn sums_of_services_by_tier_are_those_of_the_returns_that_count() {
    for id in ["level3", "level4"] {
        let mut expected: BTreeMap<(String, String), i64> = BTreeMap::new();
        for (period, filed) in counting() {
            let answer = filed.content.services.get(id).and_then(|count| count.answer.as_ref());
            *expected.entry((period.to_string(), tier(filed).to_owned())).or_default() +=
                answer.and_then(Answer::number).unwrap_or_default();
        }
        let sql = format!(
            "SELECT period, tier, sum(value)::BIGINT FROM {{counts}} WHERE count = '{id}' GROUP BY period, tier ORDER BY period, tier"
        );
        assert_eq!(asked(&sql), printed(expected), "{id}");
    }
}

#[test]
fn no_data_is_null_with_its_reason_and_zero_is_zero() {
    let (mut no_data, mut zeros, mut blanks) = (0, 0, 0);
    for (_, filed) in counting() {
        for count in filed.content.services.values() {
            match &count.answer {
                Some(Answer::NoData(_)) => no_data += 1,
                Some(Answer::ConfirmedZero) => zeros += 1,
                Some(Answer::Reported(_)) => {}
                None => blanks += 1,
            }
        }
    }
    assert!(no_data > 0 && zeros > 0);
    let services = "FROM {counts} WHERE task IS NULL";
    let sql = |what: &str| format!("SELECT count(*) {services} AND {what}");
    assert_eq!(asked(&sql("answered AND value IS NULL AND no_data_reason <> ''")), [format!("[{no_data}]")]);
    assert_eq!(asked(&sql("answered AND value = 0 AND no_data_reason IS NULL")), [format!("[{zeros}]")]);
    assert_eq!(asked(&sql("NOT answered")), [format!("[{blanks}]")]);
}

#[test]
fn completed_tasks_general_tasks_and_findings_are_counted_alike() {
    let completed = counting().flat_map(|(_, filed)| filed.content.tasks.values());
    let completed = completed.filter(|answer| answer.status == Some(TaskStatus::Completed)).count();
    assert_eq!(asked("SELECT count(*) FROM {tasks} WHERE status = 'completed'"), [format!("[{completed}]")]);
    let general: usize = counting().map(|(_, filed)| filed.content.general_tasks.len()).sum();
    assert_eq!(asked("SELECT count(*) FROM {general_tasks}"), [format!("[{general}]")]);
    let all = collected().ledgers.iter().flat_map(Ledger::entries).filter_map(Entry::filed);
    let findings: usize = all.map(|filed| filed.findings.len()).sum();
    assert!(findings > 0);
    assert_eq!(asked("SELECT count(*) FROM {findings}"), [format!("[{findings}]")]);
}

#[test]
fn columns_have_their_types() {
    let sql = "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM {tasks})";
    assert_eq!(
        asked(sql),
        [
            r#"["file", "VARCHAR"]"#,
            r#"["agency", "VARCHAR"]"#,
            r#"["tier", "VARCHAR"]"#,
            r#"["revision", "BIGINT"]"#,
            r#"["task", "VARCHAR"]"#,
            r#"["answered", "BOOLEAN"]"#,
            r#"["status", "VARCHAR"]"#,
            r#"["completed_on", "DATE"]"#,
            r#"["evidence", "VARCHAR"]"#,
            r#"["progress", "VARCHAR"]"#,
            r#"["percent", "DECIMAL(18,3)"]"#,
            r#"["obstacle", "VARCHAR"]"#,
            r#"["new_deadline", "DATE"]"#,
            r#"["period", "VARCHAR"]"#,
        ]
    );
    let received = "SELECT DISTINCT received, due FROM (SELECT received, DATE '2017-06-15' AS due FROM {returns})";
    assert_eq!(asked(received), [r#"["2017-06-15", "2017-06-15"]"#]);
}

#[test]
fn a_quarter_is_read_without_the_others() {
    let plan = asked("EXPLAIN SELECT sum(value) FROM {counts} WHERE period = '2017-Q2'").concat();
    let read = plan.split("Scanning Files: ").nth(1).unwrap_or_else(|| panic!("{plan}"));
    assert!(read.starts_with("1/2"), "{plan}");
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let part = |folder: &str| collected().out.join(folder).join("parquet/counts/period=2017-Q2/part-0.parquet");
    let first = fs::read(part("")).unwrap();
    let files = collected().out.parent().unwrap().join("2017-Q2");
    collect(&files, &collected().out.join("again"), "2017-Q2".parse().unwrap());
    assert!(first == fs::read(part("again")).unwrap());
}
