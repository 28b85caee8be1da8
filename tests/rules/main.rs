//! Every rule is tried on its own examples, and every finding has its words.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

mod edits;
mod hostile;

use return36a::quarterly::{Justification, ListedService, Start, blank, field_paths};
use return36a::registry::{Example, Registry, RuleText, Scope, Severity};
use return36a::rules::{Case, FaultCode, Finding, RuleSet, check, example, verdict};
use return36a::text::{Language, finding_message};
use return36a::vietnamese::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

fn registry() -> &'static Registry {
    Registry::embedded().unwrap()
}

fn rules() -> RuleSet {
    RuleSet::compile(&registry().rule).unwrap()
}

fn findings(rules: &RuleSet, of: &Example) -> Vec<Finding> {
    let (content, previous) = example(registry(), of).unwrap_or_else(|error| panic!("{error}"));
    let due = registry().period(of.period).map(|facts| facts.due);
    let today = of.today.or(due).unwrap_or_else(|| Date::new(2017, 6, 15).unwrap());
    check(rules, Case { registry: registry(), content: &content, previous: previous.as_ref(), today })
}

fn fired(rules: &RuleSet, rule: &RuleText, example: &Example) -> Vec<Finding> {
    findings(rules, example).into_iter().filter(|finding| finding.rule == rule.id).collect()
}

fn rule(id: &str) -> &'static RuleText {
    registry().rule(id).unwrap()
}

#[test]
fn every_rule_holds_in_its_passing_examples() {
    let rules = rules();
    for rule in &registry().rule {
        assert!(!rule.passes.is_empty(), "{} has no passing example", rule.id);
        for example in &rule.passes {
            let places: Vec<String> =
                fired(&rules, rule, example).iter().map(|found| found.place().to_owned()).collect();
            match &example.at {
                Some(at) => assert!(!places.contains(at), "{} fires at {at}", rule.id),
                None => assert!(places.is_empty(), "{} fires at {places:?}", rule.id),
            }
        }
    }
}

#[test]
fn every_rule_fires_in_its_failing_examples_and_marks_the_place() {
    let rules = rules();
    for rule in &registry().rule {
        assert!(!rule.fails.is_empty(), "{} has no failing example", rule.id);
        for example in &rule.fails {
            let at = example.at.as_deref().unwrap_or_else(|| panic!("{}: a failing example without a place", rule.id));
            let fired = fired(&rules, rule, example);
            let found = fired.iter().find(|finding| finding.place() == at);
            let found = found.unwrap_or_else(|| panic!("{} does not fire at {at} but at {fired:?}", rule.id));
            assert_eq!((found.severity, &found.fault), (rule.severity, &None), "{}", rule.id);
        }
    }
}

#[test]
fn no_message_leaves_a_name_unfilled() {
    let rules = rules();
    for rule in &registry().rule {
        for finding in rule.fails.iter().flat_map(|example| fired(&rules, rule, example)) {
            for language in [Language::Vietnamese, Language::English] {
                let says = finding_message(&finding, Some(rule), language);
                assert!(!says.contains(['{', '}']), "{}: {says}", rule.id);
            }
        }
    }
}

#[test]
fn every_rule_fires_somewhere_and_every_id_that_fires_exists() {
    let rules = rules();
    let all: BTreeSet<String> = registry().rule.iter().map(|rule| rule.id.clone()).collect();
    let examples = registry().rule.iter().flat_map(|rule| &rule.fails);
    let fired: BTreeSet<String> =
        examples.flat_map(|example| findings(&rules, example)).map(|found| found.rule).collect();
    assert_eq!(fired, all);
    assert!(all.len() >= 150, "{} rules", all.len());
}

#[test]
fn rules_mark_and_need_fields_that_exist() {
    let sample = |agency: &str| {
        let start = Start { agency: agency.into(), period: "2017-Q2".parse().unwrap(), random: [0; 16] };
        let mut content = blank(registry(), "", &start);
        content.service_list = Arc::new([("0001".into(), ListedService::default())].into());
        field_paths(&content)
    };
    let paths: BTreeSet<String> =
        ["bo-tai-chinh", "tinh-ha-giang", "tp-ha-noi"].iter().flat_map(|agency| sample(agency)).collect();
    let names: BTreeSet<&str> = paths.iter().filter_map(|path| path.rsplit('/').next()).collect();
    let members = ["/agency", "/period", "/revision", "/supersedes", "/amendment_reason"];
    let groups = ["/tasks", "/general_tasks", "/services", "/service_list", "/indicators"];
    for rule in &registry().rule {
        for name in rule.marks.iter().chain(&rule.needs) {
            let of_row = name.strip_suffix("/no_data").unwrap_or(name);
            let known = match name.as_str() {
                "" => rule.scope == Scope::Text,
                name if name.starts_with('/') => [members, groups].concat().contains(&name) || paths.contains(name),
                _ => names.contains(of_row) && !matches!(rule.scope, Scope::Return | Scope::Heading),
            };
            assert!(known, "{} names {name}", rule.id);
        }
    }
}

#[test]
fn the_messages_say_what_is_there_what_is_wanted_and_the_difference() {
    let says = |id: &str, language| {
        let finding = fired(&rules(), rule(id), &rule(id).fails[0]).remove(0);
        finding_message(&finding, Some(rule(id)), language)
    };
    assert_eq!(
        says("services-within-procedures", Language::Vietnamese),
        "Tổng số dịch vụ công trực tuyến đã ghi ở mức độ 1 đến 4 là 924, lớn hơn tổng số thủ tục hành chính là 923 (chênh 1). Mỗi dịch vụ chỉ tính ở một mức độ; kiểm tra lại các số này."
    );
    assert_eq!(
        says("task-late-obstacle", Language::Vietnamese),
        "Đã quá hạn 01/04/2016 mà chưa hoàn thành. Ghi khó khăn, vướng mắc."
    );
    assert_eq!(
        says("count-not-negative", Language::English),
        "The count is -86. A count cannot be less than 0. Write the right number."
    );
}

#[test]
fn a_blank_return_is_open_everywhere_and_wrong_nowhere() {
    for agency in ["bo-tai-chinh", "tinh-ha-giang", "tp-ha-noi", "bo-quoc-phong"] {
        let example = Example { agency: agency.into(), ..blank_example() };
        let findings = findings(&rules(), &example);
        let verdict = verdict(&findings, &[]);
        assert_eq!((verdict.errors, verdict.unexplained, verdict.can_sign()), (0, 0, false), "{agency}: {findings:?}");
        assert!(verdict.open > 20, "{agency}");
    }
}

fn blank_example() -> Example {
    Example { set: Default::default(), without: Vec::new(), ..rule("heading-document-number").fails[0].clone() }
}

#[test]
fn a_warning_is_settled_by_a_reason_for_the_values_it_was_given_for() {
    let rule = rule("resolved3-within-received");
    assert_eq!(rule.severity, Severity::Warning);
    let finding = fired(&rules(), rule, &rule.fails[0]).remove(0);
    let given = Justification {
        rule: rule.id.clone(),
        path: finding.place().to_owned(),
        values_sha256: finding.values_sha256(),
        reason: "Có hồ sơ từ năm trước chuyển sang".into(),
    };
    let settled = verdict(std::slice::from_ref(&finding), std::slice::from_ref(&given));
    assert_eq!((settled.justified, settled.unexplained, settled.can_sign()), (1, 0, true));
    let mut changed = rule.fails[0].clone();
    changed.set.insert("/services/resolved3-year/answer".into(), serde_json::json!({ "reported": 7 }));
    let lapsed = verdict(&fired(&rules(), rule, &changed), &[given]);
    assert_eq!((lapsed.justified, lapsed.unexplained, lapsed.can_sign()), (0, 1, false));
}

#[test]
fn a_rule_that_cannot_be_run_is_a_fault_and_blocks() {
    let mut broken = rule("heading-document-number").clone();
    broken.assert = "ret.document.numbers != ''".into();
    let rules = RuleSet::compile(std::slice::from_ref(&broken)).unwrap();
    let finding = fired(&rules, &broken, &broken.fails[0]).remove(0);
    assert_eq!(finding.fault.as_deref(), Some("No such key: numbers"));
    let verdict = verdict(std::slice::from_ref(&finding), &[]);
    assert_eq!((verdict.errors, verdict.can_sign()), (1, false));
    assert_eq!(
        finding_message(&finding, Some(&broken), Language::English),
        "Rule “heading-document-number” cannot be run (No such key: numbers). Tell the Government Office; the return cannot be signed yet."
    );
}

#[test]
fn a_rule_that_names_a_field_no_return_has_is_a_fault() {
    for (needs, marks, fault) in [
        (vec!["/services/resolvd3-year/answer"], vec!["/document/number"], "no field /services/resolvd3-year/answer"),
        (vec![], vec!["/document/numbr"], "no field /document/numbr"),
    ] {
        let owned = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect();
        let wrong = RuleText { needs: owned(needs), marks: owned(marks), ..rule("heading-document-number").clone() };
        let rules = RuleSet::compile(std::slice::from_ref(&wrong)).unwrap();
        assert_eq!(fired(&rules, &wrong, &wrong.fails[0])[0].fault.as_deref(), Some(fault));
    }
}

#[test]
fn a_justification_needs_words_and_lapses_when_a_marked_field_changes() {
    let rule = rule("count-basis");
    let finding = fired(&rules(), rule, &rule.fails[0]).remove(0);
    let given = |reason: &str| Justification {
        rule: rule.id.clone(),
        path: finding.place().to_owned(),
        values_sha256: finding.values_sha256(),
        reason: reason.into(),
    };
    assert!(finding.is_justified(&[given("Chỉ có số hiện tại")]));
    assert!(!finding.is_justified(&[given("  ")]));
    let mut changed = rule.fails[0].clone();
    changed.set.insert("/services/built3-year/basis".into(), "quarter".into());
    assert!(!fired(&rules(), rule, &changed)[0].is_justified(&[given("Chỉ có số hiện tại")]));
}

#[test]
fn hostile_rules_are_refused_when_they_are_compiled() {
    let with = |assert: &str| {
        let rule = RuleText { assert: assert.into(), ..rule("heading-document-number").clone() };
        RuleSet::compile(&[rule]).map(drop).map_err(|faults| faults[0].code.clone())
    };
    assert_eq!(with("[1].all(a, [1].all(b, [1].all(c, true)))"), Err(FaultCode::TooManyLoops));
    assert_eq!(with("[1].all(a, [1].all(b, true))"), Ok(()));
    let doubling = format!("['aaaaaaaa']{}.size() > 0", ".map(x, x + x)".repeat(5));
    assert_eq!(with(&doubling), Err(FaultCode::TooManyLoops), "each loop could double what the one before it made");
    assert_eq!(with(&format!("true{}", " || true".repeat(100))), Err(FaultCode::TooLong));
    let nodes = with(&format!("[{}].size() > 0", "[1].all(a,a),".repeat(58)));
    assert!(matches!(nodes, Err(FaultCode::NotCel(_))), "{nodes:?}");
    for source in ["", "ret.", "1 +", "(((((", "'unterminated", "a ? b"] {
        assert!(matches!(with(source), Err(FaultCode::NotCel(_))), "{source}");
    }
    let deep = with(&format!("{}{} == []", "[".repeat(100), "]".repeat(100)));
    assert!(matches!(deep, Err(FaultCode::NotCel(_))), "{deep:?}");
    let broken = RuleText { assert: "1 +".into(), when: "(".into(), ..rule("heading-document-number").clone() };
    let parts: Vec<String> = RuleSet::compile(&[broken]).unwrap_err().into_iter().map(|fault| fault.part).collect();
    assert_eq!(parts, ["when", "assert"], "every fault of a rule is told");
    let same = rule("heading-document-number").clone();
    assert_eq!(RuleSet::compile(&[same.clone(), same]).unwrap_err()[0].code, FaultCode::SameName);
}
