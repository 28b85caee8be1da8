//! The invariants of ARCHITECTURE.md that can be read off the source.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The rooms in the order in which data flows; each may use only those before it.
const ROOMS: [&str; 10] =
    ["vietnamese", "registry", "quarterly", "rules", "signing", "collect", "export", "text", "session", "page"];

/// What only the page may know: the browser, the clock, randomness.
const OUTSIDE: [&str; 13] = [
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo_",
    "yew",
    "std::time",
    "SystemTime",
    "Instant",
    "getrandom",
    "rand::",
    "std::fs",
    "std::env",
    "parquet::",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

/// The code of a room's files by path, without comments and without the tests at the end of a file.
fn code(room: &str) -> BTreeMap<PathBuf, String> {
    let files = sources(&root().join("src").join(room));
    assert!(!files.is_empty(), "{room} is empty");
    files.into_iter().map(|path| (path.clone(), without_comments(&fs::read_to_string(path).unwrap()))).collect()
}

fn without_comments(source: &str) -> String {
    let program = source.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = program.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| line.split(" // ").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The rooms that a file's code names: `crate::room::…`, or `crate::{room::…, …}`.
fn rooms_used(code: &str) -> Vec<&'static str> {
    let groups: Vec<&str> = code.split("crate::{").skip(1).filter_map(|rest| rest.split("};").next()).collect();
    let names =
        |room: &str, text: &str| text.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| word == room);
    let used =
        |room: &&str| code.contains(&format!("crate::{room}::")) || groups.iter().any(|group| names(room, group));
    ROOMS.into_iter().filter(used).collect()
}

#[test]
fn each_room_uses_only_the_rooms_above_it() {
    for (place, room) in ROOMS.iter().enumerate() {
        for (path, code) in code(room) {
            for used in rooms_used(&code) {
                let above = ROOMS.iter().position(|other| *other == used).unwrap();
                assert!(above <= place, "{} uses {used}, which lies below {room}", path.display());
            }
        }
    }
}

#[test]
fn every_room_of_the_map_stands_in_the_library_and_no_other() {
    let library = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let named: Vec<&str> =
        library.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(named, ROOMS);
}

#[test]
fn rooms_above_the_page_know_no_browser_no_clock_and_no_randomness() {
    for room in ROOMS.iter().take(ROOMS.len() - 1) {
        for (path, code) in code(room) {
            for word in OUTSIDE {
                assert!(!code.contains(word), "{} knows {word}", path.display());
            }
        }
    }
}

#[test]
fn the_rooms_above_the_page_are_built_natively_without_yew() {
    let tree = |target: &[&str]| {
        let arguments =
            ["tree", "--offline", "--locked", "--package", "return36a", "--edges", "normal", "--prefix", "none"];
        let output = Command::new(env!("CARGO")).args(arguments).args(target).current_dir(root()).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let has = |tree: &str, name: &str| tree.lines().any(|line| line.starts_with(&format!("{name} v")));
    // The command line's columns: their writer seeds its hash tables, and no room may name it.
    let native = tree(&["--prune", "parquet"]);
    for name in ["yew", "web-sys", "gloo-timers", "getrandom"] {
        assert!(!has(&native, name), "the native build has {name}");
    }
    assert!(has(&native, "p256"));
    let page = tree(&["--target", "wasm32-unknown-unknown"]);
    assert!(has(&page, "yew") && !has(&page, "p256"), "the page has Yew, and the browser's own elliptic curves");
}

/// String literals of the code, roughly: what stands between two quotation marks on one line.
fn literals(code: &str) -> Vec<String> {
    code.lines().flat_map(|line| line.split('"').skip(1).step_by(2)).map(str::to_owned).collect()
}

/// Whether a text is a sentence or a label for people: it has a letter beyond ASCII, or two words of letters.
fn is_prose(literal: &str) -> bool {
    let words = literal.split(' ').filter(|word| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase()));
    literal.chars().any(|c| c.is_alphabetic() && !c.is_ascii()) || words.count() > 3
}

#[test]
fn rules_write_no_prose_and_session_and_page_have_no_sentence_of_their_own() {
    // The one sentence for a page whose registry cannot be read: then there is no text room to ask.
    let allowed = ["Trang bị hỏng, hãy lấy lại tệp gốc. {error}"];
    // The rules' faults are technical words about a rule, put into a sentence of the text room.
    let faults = ["not true or false but {other:?}", "`{name}` is neither a number nor a text but {other:?}"];
    // Told to the compiler, signed by a token, and taken off names where room is short; nobody is shown them.
    let unseen = [
        "Tỉnh ",
        "Thành phố ",
        "read for deny_unknown_fields; its value is checked before",
        "return36a: this signature only shows the certificate",
    ];
    for room in ["rules", "session", "page"] {
        for (path, code) in code(room) {
            for literal in literals(&code).into_iter().filter(|literal| is_prose(literal)) {
                let known = allowed.contains(&literal.as_str())
                    || faults.contains(&literal.as_str())
                    || unseen.contains(&literal.as_str());
                assert!(known, "{}: {literal}", path.display());
            }
        }
    }
}

/// What is read aloud or shown by an attribute is said in both languages as well, be it one word.
#[test]
fn no_attribute_of_the_page_speaks_one_language() {
    let attributes =
        ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "title", "placeholder", "alt"];
    for (path, code) in code("page") {
        for attribute in attributes {
            for (at, _) in code.match_indices(&format!("{attribute}=\"")) {
                let says = code[at + attribute.len() + 2..].split('"').next().unwrap_or_default();
                assert!(!says.chars().any(char::is_alphabetic), "{}: {attribute} says {says}", path.display());
            }
        }
        let texts = code.split('>').skip(1).filter_map(|rest| rest.split_once('<').map(|(text, _)| text.trim()));
        for text in texts.filter(|text| text.starts_with('"') && text.ends_with('"')) {
            assert!(!text.chars().any(char::is_alphabetic), "{}: {text}", path.display());
        }
    }
}

#[test]
fn every_phrase_is_used() {
    let all: String = ROOMS.iter().flat_map(|room| code(room)).map(|(_, code)| code).collect();
    for file in [
        "access_phrases",
        "phrases",
        "desk_phrases",
        "grid_phrases",
        "guide_phrases",
        "keeping_phrases",
        "keyring_phrases",
        "print_phrases",
        "signing_phrases",
    ] {
        let phrases = fs::read_to_string(root().join(format!("src/text/{file}.rs"))).unwrap();
        let names = phrases.lines().filter_map(|line| line.strip_prefix("pub const ")?.split(':').next());
        let unused: Vec<&str> = names.filter(|name| !is_used(&all, file, name)).collect();
        assert!(unused.is_empty(), "{file}: {unused:?}");
    }
}

/// Whether a phrase of this file is named in the code: `phrases::FIND`, and not only `phrases::FINDINGS`.
fn is_used(code: &str, file: &str, name: &str) -> bool {
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    let begins = |before: &str| !before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    let named = format!("{file}::{name}");
    code.match_indices(&named).any(|(at, _)| begins(&code[..at]) && ends(&code[at + named.len()..]))
}

#[test]
fn nothing_panics_on_purpose() {
    for room in ROOMS {
        for (path, code) in code(room) {
            for word in [".unwrap()", ".expect(", "panic!(", "unreachable!(", "todo!(", "unimplemented!("] {
                assert!(!code.contains(word), "{} has {word}", path.display());
            }
        }
    }
}

#[test]
fn every_dependency_says_why_it_is_there() {
    for manifest in ["Cargo.toml", "fuzz/Cargo.toml", "xtask/Cargo.toml"] {
        let text = fs::read_to_string(root().join(manifest)).unwrap();
        let mut inside = false;
        for (line, before) in text.lines().skip(1).zip(text.lines()) {
            if line.starts_with('[') {
                inside = line.contains("dependencies");
            } else if inside && line.contains(" = ") {
                assert!(before.starts_with("# "), "{manifest}: no reason before {line}");
            }
        }
    }
}
