//! The bytes that are kept for fuzzing, tried without a fuzzer: what each door is held to is told in `fuzz/src/doors`.
//!
//! `fuzz/corpus/<door>/seed-*` are written by `RETURN36A_SEEDS=write cargo test --test fuzzed`; `fuzz/regressions/<door>/*`
//! broke something once.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

#[path = "../../fuzz/src/doors/mod.rs"]
mod doors;
mod seeds;

use doors::{DOORS, Door};
use return36a::quarterly::read;
use return36a::registry::Registry;
use return36a::session::Draft;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// All that is kept may take so many bytes, so that a clone stays small.
const MOST_BYTES: usize = 500_000;

fn folder(kind: &str, door: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(kind).join(door)
}

/// The files of a folder by name; none where there is no such folder.
fn files(folder: PathBuf) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(Result::unwrap);
    entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect()
}

/// Tries everything that is kept for a door.
fn try_kept((door, held_to): Door) {
    for kind in ["corpus", "regressions"] {
        for (name, bytes) in files(folder(kind, door)) {
            println!("{kind}/{door}/{name}");
            held_to(&bytes);
        }
    }
}

#[test]
fn what_is_kept_breaks_no_draft_registry_or_return() {
    DOORS.into_iter().filter(|(door, _)| ["draft", "registry", "return_file"].contains(door)).for_each(try_kept);
}

#[test]
fn what_is_kept_breaks_no_number_and_no_paste() {
    DOORS.into_iter().filter(|(door, _)| ["number", "paste"].contains(door)).for_each(try_kept);
}

#[test]
fn what_is_kept_breaks_no_key_file() {
    DOORS.into_iter().filter(|(door, _)| *door == "p12").for_each(try_kept);
}

#[test]
fn the_seeds_are_made_of_the_fixtures() {
    for (door, _) in DOORS {
        let made = seeds::of(door);
        if std::env::var_os("RETURN36A_SEEDS").is_some_and(|word| word == "write") {
            fs::create_dir_all(folder("corpus", door)).unwrap();
            for (name, bytes) in &made {
                fs::write(folder("corpus", door).join(name), bytes).unwrap();
            }
        }
        let kept = files(folder("corpus", door));
        let names = made.keys().chain(kept.keys().filter(|name| name.starts_with("seed-")));
        let differing: Vec<&String> = names.filter(|name| made.get(*name) != kept.get(*name)).collect();
        assert!(differing.is_empty(), "{door}: write anew with RETURN36A_SEEDS=write: {differing:?}");
        assert!(made.len() >= 4, "{door} has few seeds");
    }
}

/// Seeds that were all refused at the first byte would lead a fuzzer nowhere.
#[test]
fn most_seeds_are_let_in() {
    let let_in = |door: &str, is_read: fn(&[u8]) -> bool| {
        let seeds = seeds::of(door);
        (seeds.values().filter(|bytes| is_read(bytes)).count(), seeds.len())
    };
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let draft: fn(&[u8]) -> bool = |bytes| Draft::read(&String::from_utf8_lossy(bytes)).is_ok();
    let (drafts, all) = let_in("draft", draft);
    assert_eq!(drafts, all);
    let (returns, all) = let_in("return_file", |bytes| read(bytes).is_ok());
    assert!(returns * 2 > all, "{returns} of {all} returns");
    for (name, bytes) in seeds::of("registry") {
        assert!(Registry::from_json(&text(&bytes)).is_ok(), "{name}");
    }
}

#[test]
fn what_is_kept_is_small() {
    let kinds = ["corpus", "regressions"];
    let kept = DOORS.iter().flat_map(|(door, _)| kinds.map(|kind| files(folder(kind, door))));
    let bytes: usize = kept.flat_map(BTreeMap::into_values).map(|bytes| bytes.len()).sum();
    assert!((1..=MOST_BYTES).contains(&bytes), "{bytes} bytes");
}
