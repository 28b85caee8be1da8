//! What the benchmarks measure on: signed files as the example `quarter` makes them, and the largest return, signed.
#![allow(dead_code, missing_docs, reason = "each benchmark uses a part, and none is a library")]
#![allow(clippy::unwrap_used, reason = "a measurement that cannot start says so by panicking")]

#[path = "../../tests/quarter/mod.rs"]
mod quarter;

use quarter::keys::Signatory;
use quarter::returns::Ground;
use return36a::quarterly::{Return, largest};
use return36a::registry::{Agency, Period, Registry, sha256_hex};
use return36a::signing::KeyCard;

/// The registry's SHA-256 in a return that is checked beside no registry.
const NO_REGISTRY: &[u8] = b"";

pub fn registry() -> &'static Registry {
    Registry::embedded().unwrap()
}

pub fn period() -> Period {
    "2017-Q2".parse().unwrap()
}

/// One signed file of every agency that reports, 93 sound ones, with the cards of their keys.
pub fn country() -> (Vec<Vec<u8>>, Vec<KeyCard>) {
    let ground = Ground::of(registry());
    quarter::reporting(registry()).into_iter().map(|agency| one(&ground, agency)).unzip()
}

fn one(ground: &Ground<'_>, agency: &Agency) -> (Vec<u8>, KeyCard) {
    let key = Signatory::of(agency);
    (key.signed(ground.sound(&agency.id, period())), key.card)
}

/// The largest return, whose registry is none.
pub fn largest_return() -> Return {
    let (_, mut content) = largest(registry(), period());
    content.registry.sha256 = sha256_hex(NO_REGISTRY);
    content
}

/// This return in a file signed by its agency's key, with the card of that key.
pub fn signed(content: Return) -> (Vec<u8>, KeyCard) {
    let key = Signatory::of(registry().agency(&content.agency).unwrap());
    (key.signed(content), key.card)
}
