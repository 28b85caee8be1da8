//! How long a signed file takes to become a return, strictly read: the smallest of a quarter's 93, and the largest return.
#![allow(missing_docs, clippy::unwrap_used, reason = "a measurement that cannot start says so by panicking")]

mod ground;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use return36a::quarterly::read;
use std::hint::black_box;

fn reading(criterion: &mut Criterion) {
    let (files, _) = ground::country();
    let smallest = files.into_iter().min_by_key(Vec::len).unwrap();
    let (largest, _) = ground::signed(ground::largest_return());
    let mut group = criterion.benchmark_group("read");
    for (name, bytes) in [("smallest usual return", smallest), ("largest return", largest)] {
        read(&bytes).unwrap();
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function(name, |bench| bench.iter(|| read(black_box(&bytes))));
    }
    group.finish();
}

criterion_group!(benches, reading);
criterion_main!(benches);
