//! How long a signature's bytes and its verdict take: RFC 8785 of the largest return, and one ES256 signature beside all
//! agencies' keys, as the command line tries it.
#![allow(missing_docs, clippy::unwrap_used, reason = "a measurement that cannot start says so by panicking")]

mod ground;

use criterion::{Criterion, criterion_group, criterion_main};
use pollster::block_on;
use return36a::quarterly::{SignedFile, read, return_value};
use return36a::signing::{Native, PublicKey, Verdict, canonical, no_randomness, verify};
use std::hint::black_box;

fn canonicalising(criterion: &mut Criterion) {
    let content = ground::largest_return();
    let value = return_value(&content);
    canonical(&value).unwrap();
    criterion.bench_function("canonical: value of the largest return", |bench| {
        bench.iter(|| return_value(black_box(&content)))
    });
    criterion
        .bench_function("canonical: bytes of the largest return", |bench| bench.iter(|| canonical(black_box(&value))));
}

fn verifying(criterion: &mut Criterion) {
    let (files, cards) = ground::country();
    let keys: Vec<PublicKey> = cards.iter().map(|card| card.key).collect();
    let SignedFile { content, signatures } = read(files.last().unwrap()).unwrap();
    let payload = canonical(&return_value(&content)).unwrap();
    let primitives = Native::new(no_randomness);
    let verdict = |payload: &[u8]| block_on(verify(&primitives, &signatures[0], payload, &keys)).unwrap();
    assert!(matches!(verdict(&payload), Verdict::Valid { .. }));
    criterion
        .bench_function("verify: one signature by ES256, 93 keys", |bench| bench.iter(|| verdict(black_box(&payload))));
}

criterion_group!(benches, canonicalising, verifying);
criterion_main!(benches);
