//! A registry that somebody issued.

use return36a::quarterly::{Start, blank};
use return36a::registry::{Registry, differences, instabilities, self_check};
use return36a::rules::{Case, RuleSet, check};
use return36a::vietnamese::Date;

/// What is read has one canonical form, which is read as the same; whatever it says can be checked, held against the one in
/// use, and its rules be tried.
pub fn try_bytes(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Ok(registry) = Registry::from_json(&text) else { return };
    let Ok(canonical) = registry.canonical_json() else { return };
    let again = Registry::from_json(&canonical).expect("a canonical registry is read");
    assert_eq!(again, registry);
    assert_eq!(again.canonical_json().as_ref(), Ok(&canonical));
    self_check(&registry);
    is_compared(&registry);
    if let Ok(rules) = RuleSet::compile(&registry.rule) {
        are_tried(&registry, &rules);
    }
}

fn is_compared(registry: &Registry) {
    let in_use = Registry::embedded().unwrap();
    assert!(differences(registry, registry).is_empty(), "a registry differs from itself");
    differences(in_use, registry);
    differences(registry, in_use);
    instabilities(in_use, registry);
    instabilities(registry, in_use);
}

fn are_tried(registry: &Registry, rules: &RuleSet) {
    let Some(agency) = registry.agency.first() else { return };
    let period = registry.period.first().map_or_else(|| "2017-Q2".parse().unwrap(), |period| period.id);
    let content = blank(registry, "", &Start { agency: agency.id.clone(), period, random: [0; 16] });
    let today = Date::new(2017, 6, 10).unwrap();
    check(rules, Case { registry, content: &content, previous: Some(&content), today });
}
