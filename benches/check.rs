//! How long the rules take on the largest return: all of them, and after one edit.
#![allow(missing_docs, clippy::unwrap_used, reason = "a measurement that cannot start says so by panicking")]

use criterion::{Criterion, criterion_group, criterion_main};
use return36a::quarterly::{Return, largest};
use return36a::registry::Registry;
use return36a::rules::{Case, Checker, RuleSet};
use return36a::session::{Action, Draft, State, update};
use return36a::vietnamese::Date;
use std::hint::black_box;
use std::rc::Rc;

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

/// What one key costs the core: the field, the findings and their order.
fn typing(criterion: &mut Criterion) {
    let (registry, content) = largest(Registry::embedded().unwrap(), "2017-Q2".parse().unwrap());
    let rules = Rc::new(RuleSet::compile(&registry.rule).unwrap());
    let mut state = State::new(Rc::new(registry), String::new(), rules, Date::new(2017, 6, 15).unwrap());
    let draft = Draft::new(content);
    let key = draft.key().name();
    let kept = Some(vec![(key.clone(), draft.write())]);
    update(
        &mut state,
        Action::Started { kept, last: Some(key), address: "bao-cao".into(), language: None, carried: None },
    );
    for path in ["/tasks/9.5/progress", "/services/level3/answer", "/service_list/1000/name"] {
        let mut texts = ["12", "13"].into_iter().cycle();
        criterion.bench_function(&format!("session: a key in {path}"), |bench| {
            bench.iter(|| {
                let text = texts.next().unwrap().to_owned();
                update(&mut state, Action::Typed { path: path.into(), text })
            })
        });
    }
}

criterion_group!(benches, checking, typing);
criterion_main!(benches);
