//! How long the rules take on the largest return: all of them, and after one edit.
#![allow(missing_docs, clippy::unwrap_used, reason = "a measurement that cannot start says so by panicking")]

use criterion::{Criterion, criterion_group, criterion_main};
use return36a::quarterly::{Return, largest};
use return36a::registry::Registry;
use return36a::rules::{Case, Checker, RuleSet};
use return36a::vietnamese::Date;
use std::hint::black_box;

/// Fields of each kind of row, and the one that most rules of the whole return read.
const EDITED: [&str; 7] = [
    "/document/date",
    "/general_tasks/local-connection/status",
    "/tasks/9.5/status",
    "/services/level3/answer",
    "/service_list/1000/name",
    "/service_list/1000/level",
    "/difficulties",
];

fn checking(criterion: &mut Criterion) {
    let embedded = Registry::embedded().unwrap();
    let (registry, content) = largest(embedded, "2017-Q2".parse().unwrap());
    let rules = RuleSet::compile(&registry.rule).unwrap();
    let today = Date::new(2017, 6, 15).unwrap();
    let case = |content| Case { registry: &registry, content, previous: None, today };
    criterion.bench_function("rules: all compiled", |bench| bench.iter(|| RuleSet::compile(black_box(&registry.rule))));
    criterion.bench_function("check: largest return", |bench| {
        bench.iter(|| Checker::new(&rules, case(black_box(&content))))
    });
    let mut checker = Checker::new(&rules, case(&content));
    for path in EDITED {
        let content: &Return = &content;
        criterion.bench_function(&format!("check: after an edit of {path}"), |bench| {
            bench.iter(|| checker.edited(&rules, case(content), black_box(path)))
        });
    }
}

criterion_group!(benches, checking);
criterion_main!(benches);
