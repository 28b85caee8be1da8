//! Every form of a file, a draft or a row that any version of the program has written, opened by today's: what comes out is
//! what was put in, what is written again is of the newest form, and what is of a newer program is refused and left alone.
//!
//! The files are never changed: `SHA256SUMS` has their sums. `README.md` tells what each is.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

mod desk;
mod drafts;
#[path = "../edition/mod.rs"]
mod edition;
mod keys;
mod papers;
#[path = "../reopened/mod.rs"]
mod reopened;
mod returns;
mod storage;

use return36a::registry::{Registry, sha256_hex};
use return36a::rules::RuleSet;
use return36a::session::{Action, Effect, Notice, State, update};
use return36a::vietnamese::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::rc::Rc;

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/released"))
}

/// The bytes of a released file.
fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The text of a released file.
fn text(name: &str) -> String {
    String::from_utf8(bytes(name)).unwrap()
}

/// The same text, but of the form `newer`: as a later program would write it, with a member that none has today.
fn of_form(name: &str, own: &str, newer: &str) -> String {
    let text = text(name);
    assert_eq!(text.matches(&format!("\"{own}\"")).count(), 1, "{name} says its form once");
    text.replace(&format!("\"{own}\""), &format!("\"{newer}\"")).replacen('{', "{\"of_later\": [1.5],", 1)
}

/// The same without that member.
fn of_bare_form(name: &str, own: &str, newer: &str) -> String {
    of_form(name, own, newer).replacen("\"of_later\": [1.5],", "", 1)
}

/// The page on 20 June 2017, under the program's own registry.
fn state() -> State {
    state_under(&Registry::embedded().unwrap().sha256().unwrap())
}

/// The same, under a registry of which this is said to be the hash.
fn state_under(sha256: &str) -> State {
    let registry = Registry::embedded().unwrap();
    let rules = RuleSet::compile(&registry.rule).unwrap();
    let today = Date::new(2017, 6, 20).unwrap();
    State::new(Rc::new(registry.clone()), sha256.to_owned(), Rc::new(rules), today)
}

/// Starts the page on what the browser keeps.
fn started(state: &mut State, kept: &[(&str, &str)], last: Option<&str>) -> Vec<Effect> {
    let kept = kept.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let (last, address) = (last.map(str::to_owned), String::new());
    update(state, Action::Started { kept: Some(kept), last, address, language: None, carried: None })
}

/// What a file that is opened leads to, and what is said.
fn opened(state: &mut State, name: &str, text: &str) -> (Vec<Effect>, String) {
    let effects = update(state, Action::OpenFile { name: name.into(), bytes: text.as_bytes().to_vec() });
    (effects, said(state).to_owned())
}

/// What is said.
fn said(state: &State) -> &str {
    match &state.notice {
        Some(Notice::Good(says) | Notice::Bad(says)) => says,
        None => "",
    }
}

#[test]
fn no_released_file_was_changed_added_or_lost_in_silence() {
    let sums = text("SHA256SUMS");
    let listed: BTreeMap<String, String> =
        sums.lines().map(|line| line.split_once("  ").unwrap()).map(|(sum, name)| (name.into(), sum.into())).collect();
    let names = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let there: BTreeMap<String, String> = names
        .filter(|name| !name.ends_with(".rs") && !["README.md", "SHA256SUMS"].contains(&name.as_str()))
        .map(|name| (name.clone(), sha256_hex(&bytes(&name))))
        .collect();
    assert_eq!(there, listed);
    let told = text("README.md");
    let untold: BTreeSet<&String> = there.keys().filter(|name| !told.contains(&format!("`{name}`"))).collect();
    assert!(untold.is_empty(), "README.md does not tell of {untold:?}");
}
