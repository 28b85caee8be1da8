//! Registries and rules that mean harm, or nothing: refused with a code, or bounded; never a panic, never without end.

use super::registry;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use return36a::quarterly::{Return, largest};
use return36a::registry::{Registry, RegistryErrorCode, RuleText, Scope};
use return36a::rules::{Case, Fault, FaultCode, RuleSet, check};
use return36a::vietnamese::Date;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// Pieces of CEL, of which most orders are nonsense and some are rules.
const PIECES: [&str; 48] = [
    "ret",
    "row",
    "was",
    "prev",
    "task",
    "agency",
    "period",
    ".tasks",
    ".services",
    ".list",
    ".answer",
    ".value",
    ".known",
    ".status",
    "[\"level3\"]",
    "[n]",
    ".all(n, ",
    ".exists(n, ",
    ".map(n, ",
    ".filter(n, ",
    "has(",
    "size(",
    "digits(",
    "names_document(",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "?",
    "+",
    "-",
    "*",
    "/",
    "%",
    "==",
    "<=",
    "&&",
    "||",
    "!",
    " in ",
    "'",
    "9223372036854775807",
    "0",
    "true",
];

fn with_rule(assert: &str, scope: Scope) -> RuleText {
    let rule = registry().rule("heading-document-number").unwrap().clone();
    let marks = vec![if scope == Scope::Return { "/difficulties".to_owned() } else { String::new() }];
    RuleText { assert: assert.to_owned(), when: String::new(), needs: Vec::new(), scope, marks, ..rule }
}

fn big() -> &'static (Registry, Return) {
    static BIG: OnceLock<(Registry, Return)> = OnceLock::new();
    BIG.get_or_init(|| largest(registry(), "2017-Q2".parse().unwrap()))
}

/// Compiles a rule and, if it is one, tries it on the largest return.
fn tried(assert: &str, scope: Scope) -> Result<usize, Vec<Fault>> {
    let rules = RuleSet::compile(&[with_rule(assert, scope)])?;
    let (registry, content) = big();
    let case = Case { registry, content, previous: None, today: Date::new(2017, 6, 15).unwrap() };
    Ok(check(&rules, case).len())
}

/// A text with some of its bytes taken out, doubled or replaced.
fn damaged(text: &'static str) -> impl Strategy<Value = String> {
    let damage = (0..text.len(), 0..40_usize, select(vec!["", "\"", "{", "}", "[", "9", "null", ",", "\u{0}", "ế"]));
    vec(damage, 1..6).prop_map(move |damages| {
        let mut bytes = text.as_bytes().to_vec();
        for (at, length, put) in damages {
            let at = at.min(bytes.len());
            let end = (at + length).min(bytes.len());
            bytes.splice(at..end, put.bytes());
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn asserts() -> Vec<&'static str> {
    registry().rule.iter().map(|rule| rule.assert.as_str()).collect()
}

fn text_of_registry() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| registry().canonical_json().unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_heap_of_pieces_is_a_rule_or_a_fault(pieces in vec(select(PIECES.to_vec()), 0..40)) {
        let _ = tried(&pieces.concat(), Scope::Return);
    }

    #[test]
    fn any_text_is_a_rule_or_a_fault(text in any::<String>()) {
        let _ = tried(&text, Scope::Return);
    }

    #[test]
    fn a_damaged_rule_is_a_rule_or_a_fault(text in select(asserts()).prop_flat_map(damaged)) {
        let _ = tried(&text, Scope::Return);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_registry_is_a_registry_or_an_error_with_a_code(text in damaged(text_of_registry())) {
        match Registry::from_json(&text) {
            Ok(registry) => drop(RuleSet::compile(&registry.rule)),
            Err(error) => prop_assert!(error.code.as_str().starts_with("registry-"), "{error}"),
        }
    }
}

#[test]
fn deep_long_and_endless_rules_are_refused() {
    let code = |assert: &str, scope| tried(assert, scope).unwrap_err()[0].code.clone();
    assert!(matches!(code(&"(".repeat(700), Scope::Return), FaultCode::NotCel(_)));
    assert!(matches!(code(&"!".repeat(700), Scope::Return), FaultCode::NotCel(_)));
    assert_eq!(tried(&format!("{}1", "-".repeat(700)), Scope::Return), Ok(1), "a number, not true or false");
    assert_eq!(code(&"a".repeat(801), Scope::Return), FaultCode::TooLong);
    let lists_of_lists = "ret.tasks.map(a, ret.tasks.map(b, ret.difficulties)).size() > 0";
    assert_eq!(code(lists_of_lists, Scope::Return), FaultCode::TooManyLoops, "each list of 71 long texts 71 times");
    assert_eq!(code("ret.tasks.all(n, n != '')", Scope::Service), FaultCode::TooManyLoops, "2,000 times over");
    let values = (0..13).map(|nth| (format!("v{nth}"), "1".to_owned())).collect();
    let told = RuleSet::compile(&[RuleText { values, ..with_rule("true", Scope::Return) }]);
    assert_eq!(told.unwrap_err()[0].code, FaultCode::TooManyValues);
    let many = vec![with_rule("true", Scope::Return); 1_001];
    assert_eq!(RuleSet::compile(&many).unwrap_err()[0].code, FaultCode::TooManyRules);
}

#[test]
fn the_most_work_that_a_rule_may_make_ends_soon() {
    let start = Instant::now();
    let nested = "ret.tasks.all(a, ret.tasks.all(b, a != b || ret.tasks[a].status == ret.tasks[b].status))";
    let chained = "ret.tasks.all(a, ret.general_tasks.all(b, a != b)) && ret.services.all(c, ret.tasks.all(d, c != d))";
    for assert in [nested, chained] {
        assert_eq!(tried(assert, Scope::Return), Ok(0));
    }
    // As long as a rule for each of 2,000 services may be.
    let long = format!("row.name != ''{}", " && row.name.size() + row.code.size() > 0".repeat(19));
    assert_eq!(tried(&long, Scope::Service), Ok(0));
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}

#[test]
fn arithmetic_that_cannot_be_done_is_a_fault_of_the_rule() {
    for assert in
        ["1 / 0 == 1", "9223372036854775807 + 1 > 0", "-9223372036854775807 - 2 < 0", "5 % 0 == 0", "'a' + 1 == ''"]
    {
        assert_eq!(tried(assert, Scope::Return), Ok(1), "{assert}");
    }
}

#[test]
fn a_registry_that_is_no_registry_is_refused_with_its_code() {
    let code = |text: &str| Registry::from_json(text).unwrap_err().code;
    assert_eq!(code(&"[".repeat(100_000)), RegistryErrorCode::NotARegistry);
    assert_eq!(code(&format!("{}1{}", "{\"a\":".repeat(200), "}".repeat(200))), RegistryErrorCode::NotARegistry);
    assert_eq!(code("null"), RegistryErrorCode::NotARegistry);
    assert_eq!(code(&" ".repeat((8 << 20) + 1)), RegistryErrorCode::TooLarge);
    let known = text_of_registry();
    assert_eq!(code(&known.replacen("{\"", "{\"surprise\":1,\"", 1)), RegistryErrorCode::NotARegistry);
    assert_eq!(code(&known[..known.len() - 1]), RegistryErrorCode::NotJson);
}
