//! Words that are understood and words that are not; readers that go away.

use crate::program::{ended, return36a, run, said};
use std::process::Stdio;

#[test]
fn wrong_words_end_with_2_and_are_named() {
    let cases: [(&[&str], &str); 11] = [
        (&[], "Usage: return36a <COMMAND>"),
        (&["reconcil"], "unrecognized subcommand 'reconcil'"),
        (&["reconcile", "--lang", "fr"], "invalid value 'fr' for '--lang <LANGUAGE>'"),
        (&["reconcile", "--markdwon"], "unexpected argument '--markdwon'"),
        (&["rules", "now"], "unexpected argument 'now'"),
        (&["rules", "--markdown"], "unexpected argument '--markdown'"),
        (&["check"], "<FILE>..."),
        (&["check", "a.json", "--today", "31/02/2017"], "write a day as 12/6/2017 or 2017-06-12"),
        (&["collect", "a"], "--out <FOLDER>"),
        (&["collect", "a", "--out", "b", "--period", "Q2"], "write a quarter as 2017-Q2"),
        (&["registry"], "Usage: return36a registry <COMMAND>"),
    ];
    for (words, sentence) in cases {
        let output = run(words);
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(complaint.contains(sentence), "{words:?}: {complaint}");
        assert!(output.stdout.is_empty(), "{words:?}");
    }
}

#[test]
fn help_is_no_mistake() {
    for words in [&["--help"][..], &["reconcile", "--help"], &["collect", "--help"], &["--version"]] {
        assert!(!said(words).is_empty(), "{words:?}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    for words in [&["reconcile"][..], &["rules"], &["registry", "lint"], &["--help"]] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let output = return36a(words).stdout(writer).stderr(Stdio::piped()).output().expect("the program runs");
        assert_eq!(output.status.code(), Some(0), "{words:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{words:?}");
    }
}

#[test]
fn help_tells_what_the_endings_mean() {
    let help = said(&["--help"]);
    for ending in
        ["0  when all went well", "1  when something was found", "2  when its words", "3  when something could not"]
    {
        assert!(help.contains(ending), "{help}");
    }
}

#[test]
fn a_folder_in_the_place_of_a_file_cannot_be_read() {
    for words in [&["check", "src"][..], &["verify", "src"][..]] {
        let (_, complaint) = ended(words, 3);
        assert_eq!(complaint, "Không đọc được src: không phải tệp.\n");
        let (_, complaint) = ended(&[words, &["--lang", "en"]].concat(), 3);
        assert_eq!(complaint, "src cannot be read: not a file.\n");
    }
}
