//! How long the coordinator's desk takes on one processor: one file examined, a quarter's 93 files from their bytes to a
//! ledger, and the ledger to the national tables.
#![allow(missing_docs, clippy::unwrap_used, reason = "a measurement that cannot start says so by panicking")]

mod ground;

use criterion::{Criterion, criterion_group, criterion_main};
use pollster::block_on;
use return36a::collect::{Arrived, Bench, Collected, Examined, Grounds, Ledger, State, examine, tables};
use return36a::rules::RuleSet;
use return36a::signing::{Keyring, Native, no_randomness};
use return36a::vietnamese::Date;
use std::collections::BTreeMap;
use std::hint::black_box;

/// The file looked at alone on this day.
fn examined(bench: Bench<'_>, bytes: &[u8], received: Date) -> Examined {
    block_on(examine(&Native::new(no_randomness), bench, bytes, received)).unwrap()
}

/// The ledger into which these files came on this day.
fn ledger(bench: Bench<'_>, files: &[Vec<u8>], received: Date) -> Ledger {
    let arrived = files.iter().enumerate().map(|(nth, bytes)| Arrived {
        name: format!("{nth}.json"),
        received,
        examined: examined(bench, bytes, received),
        note: String::new(),
        set_aside: false,
    });
    let mut ledger = Ledger::new(bench.registry, ground::period());
    ledger.add(arrived);
    ledger
}

fn collecting(criterion: &mut Criterion) {
    let registry = ground::registry();
    let (files, cards) = ground::country();
    let (registry_sha256, rules) = (registry.sha256().unwrap(), RuleSet::compile(&registry.rule).unwrap());
    let (grounds, previous) = (Grounds::of(Keyring::of(cards)), BTreeMap::new());
    let desk =
        Bench { registry, registry_sha256: &registry_sha256, rules: &rules, grounds: &grounds, previous: &previous };
    let due = registry.period(ground::period()).unwrap().due;
    let whole = ledger(desk, &files, due);
    assert_eq!(whole.tally().get(&State::Accepted), Some(&files.len()));
    let mut group = criterion.benchmark_group("collect");
    group.sample_size(20);
    group.bench_function("one file examined", |bench| bench.iter(|| examined(desk, black_box(&files[0]), due)));
    group.bench_function("93 files into a ledger", |bench| bench.iter(|| ledger(desk, black_box(&files), due)));
    group.bench_function("national tables of a ledger", |bench| {
        bench.iter(|| tables(&Collected::of_ledger(registry, black_box(&whole), None)))
    });
    group.finish();
}

criterion_group!(benches, collecting);
criterion_main!(benches);
