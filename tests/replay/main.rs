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

mod returns;

use return36a::quarterly::{Answer, Return};
use return36a::registry::{AgencyId, PrintedServices2017, Registry, Severity, TaskStatus, Tier};
use return36a::rules::{Case, Finding, Found, RuleSet, check};
use return36a::text::{Language, finding_message};
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
