//! Every sentence stands in both languages, read off the source of the text room.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What may be the same in both languages: names, numbers, signs, and words that both write alike.
const ALIKE: &[&str] = &["{role}: {name}"];

/// What is said in the other language on purpose: the switch to it.
const OTHER: &str = "Tiếng Việt";

/// One phrase as the source has it.
struct Pair {
    file: PathBuf,
    vi: String,
    en: String,
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// The text of the literal that comes next, as the compiler reads it.
fn literal(code: &str) -> String {
    let mut said = String::new();
    let mut letters = code.split_once('"').unwrap_or_default().1.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => break,
            '\\' => match letters.next() {
                Some('n') => said.push('\n'),
                Some('\n') => while letters.next_if(|next| next.is_whitespace()).is_some() {},
                Some(other) => said.push(other),
                None => break,
            },
            other => said.push(other),
        }
    }
    said
}

/// All phrases of the library: `Phrase { vi: "…", en: "…" }`.
fn phrases() -> Vec<Pair> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let of = |file: PathBuf| {
        let code = fs::read_to_string(&file).unwrap();
        let found: Vec<Pair> = code
            .split("vi: \"")
            .skip(1)
            .filter_map(|rest| {
                let (_, en) = rest.split_once("en: \"")?;
                Some(Pair { file: file.clone(), vi: literal(&format!("\"{rest}")), en: literal(&format!("\"{en}")) })
            })
            .collect();
        found
    };
    sources(&root).into_iter().flat_map(of).collect()
}

/// The names of the values that a text has room for; `{s}` is the English ending of more than one.
fn values(text: &str) -> BTreeSet<&str> {
    let names = text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name));
    names.filter(|name| *name != "s").collect()
}

#[test]
fn each_phrase_says_something_in_both_languages() {
    let phrases = phrases();
    assert!(phrases.len() > 700, "{} phrases", phrases.len());
    for Pair { file, vi, en } in &phrases {
        assert!(!vi.trim().is_empty() && !en.trim().is_empty(), "{}: {vi:?} and {en:?}", file.display());
    }
}

#[test]
fn no_phrase_is_the_same_in_both_languages_without_reason() {
    let alike: BTreeSet<String> = phrases().into_iter().filter(|pair| pair.vi == pair.en).map(|pair| pair.vi).collect();
    let known: BTreeSet<String> = ALIKE.iter().map(|text| (*text).to_owned()).collect();
    assert_eq!(alike, known);
}

#[test]
fn each_phrase_has_room_for_the_same_values_in_both_languages() {
    for Pair { file, vi, en } in &phrases() {
        assert_eq!(values(vi), values(en), "{}: {vi}", file.display());
    }
}

/// English has no letter of the Vietnamese alphabet but in names, which Vietnamese has as well.
#[test]
fn no_phrase_speaks_the_other_language() {
    let is_vietnamese = |letter: char| letter.is_alphabetic() && !letter.is_ascii();
    for Pair { file, vi, en } in &phrases() {
        let foreign = en.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.chars().any(is_vietnamese));
        let strange: Vec<&str> = foreign.filter(|word| !vi.contains(word)).collect();
        assert!(strange.is_empty() || en == OTHER, "{}: {strange:?} in {en}", file.display());
    }
}
