//! What the generator of a quarter's files promises, and what the coordinator's desk makes of them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

mod desk;
mod files;
#[path = "../quarter/mod.rs"]
mod quarter;
mod returns;

use quarter::days;
use quarter::files::{Quarter, Sample, quarter as quarter_of};
use return36a::quarterly::{Return, SignedFile, read};
use return36a::registry::{Period, Registry};
use return36a::rules::{Case, Finding, RuleSet, Verdict, check, verdict};
use std::sync::OnceLock;

fn registry() -> &'static Registry {
    Registry::embedded().unwrap()
}

fn rules() -> &'static RuleSet {
    static COMPILED: OnceLock<RuleSet> = OnceLock::new();
    COMPILED.get_or_init(|| RuleSet::compile(&registry().rule).unwrap())
}

fn period(id: &str) -> Period {
    id.parse().unwrap()
}

fn quarter_2() -> &'static Quarter {
    static MADE: OnceLock<Quarter> = OnceLock::new();
    MADE.get_or_init(|| quarter_of(registry(), period("2017-Q2")))
}

/// The verdict on the day on which the return was due.
fn judged(content: &Return, previous: Option<&Return>) -> (Verdict, Vec<Finding>) {
    let today = days::facts(registry(), content.period).due;
    let found = check(rules(), Case { registry: registry(), content, previous, today });
    (verdict(&found, &content.justifications), found)
}

fn is_sound(content: &Return, previous: Option<&Return>) {
    let (verdict, found) = judged(content, previous);
    let blocking: Vec<_> = found.iter().filter(|found| found.blocks(&[])).map(|of| (&of.rule, of.place())).collect();
    let beside = previous.map(|of| of.period);
    assert!(blocking.is_empty(), "{} {} beside {beside:?}: {blocking:?}", content.agency, content.period);
    assert!(verdict.can_sign());
}

fn of_state(state: &str) -> Vec<&'static Sample> {
    quarter_2().samples.iter().filter(|sample| sample.state == state).collect()
}

fn file(sample: &Sample) -> SignedFile {
    read(&sample.bytes).unwrap_or_else(|error| panic!("{}: {error}", sample.name))
}
