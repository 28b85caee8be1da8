//! A ledger's file, opened as the page and the command line do: its files are examined again.

use pollster::block_on;
use return36a::collect::{Bench, Grounds, Ledger, opened, read_ledger};
use return36a::registry::Registry;
use return36a::rules::RuleSet;
use return36a::signing::{Native, no_randomness};
use std::collections::BTreeMap;

/// The ledger in this file, by the registry and rules of the program.
pub fn reopened(json: &str) -> Ledger {
    let (kept, keyring) = read_ledger(json).unwrap();
    let registry = Registry::embedded().unwrap();
    let rules = RuleSet::compile(&registry.rule).unwrap();
    let (registry_sha256, previous) = (registry.sha256().unwrap(), BTreeMap::new());
    let (registry_sha256, grounds, previous) = (&registry_sha256, &Grounds::of(keyring), &previous);
    let bench = Bench { registry, registry_sha256, rules: &rules, grounds, previous };
    block_on(opened(&Native::new(no_randomness), bench, &kept)).unwrap()
}
