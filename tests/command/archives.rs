//! Archives among the files that are collected, made to do harm or not.

use crate::program::{ended, folder, keyring, put, sound};
use serde_json::Value;
use std::fs;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// An archive of these files.
pub fn zipped<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let dated = DateTime::from_date_and_time(2017, 6, 12, 8, 0, 0).unwrap();
    for (name, bytes) in files {
        archive.start_file(name, SimpleFileOptions::default().last_modified_time(dated)).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn files_in_archives_in_archives_are_taken_in_and_written_into_the_ledger() {
    let folder = folder("archives-inside");
    let (content, signatory) = sound("bo-tai-chinh");
    let file = signatory.signed(content);
    let inner = zipped([("quý II/báo cáo.json", &file[..]), ("ghi chú.txt", b"xin gui")].into_iter());
    put(&folder, "in/thu.zip", zipped([("dinh kem.ZIP", &inner[..]), ("hỏng.zip", b"PK")].into_iter()));
    let keys = put(&folder, "keyring.json", keyring());
    let (files, out) = (folder.join("in"), folder.join("out"));
    let words = ["collect", files.to_str().unwrap(), "--out", out.to_str().unwrap(), "--keys", &keys, "--file-dates"];
    ended(&words, 1);
    let ledger: Value = serde_json::from_str(&fs::read_to_string(out.join("ledger-2017-Q2.json")).unwrap()).unwrap();
    let entries: Vec<(&str, &str, &str)> = ledger["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| {
            (entry["name"].as_str().unwrap(), entry["state"].as_str().unwrap(), entry["received"].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        entries,
        [
            ("thu.zip/dinh kem.ZIP/quý II/báo cáo.json", "accepted", "2017-06-12"),
            ("thu.zip/dinh kem.ZIP/ghi chú.txt", "not-a-return", "2017-06-12"),
            ("thu.zip/hỏng.zip", "not-a-return", "2017-06-12"),
        ]
    );
    assert_eq!(ledger["entries"][0]["text"].as_str().map(str::as_bytes), Some(&file[..]));
    assert_eq!(ledger["entries"][2]["unreadable"], serde_json::json!(["archive/malformed", ""]));
}

#[test]
fn an_archive_that_is_given_up_is_one_entry_with_its_reason() {
    let folder = folder("archives-given-up");
    put(&folder, "in/rỗng.zip", zipped(std::iter::empty()));
    put(&folder, "in/thu.zip", b"no archive at all");
    let (files, out) = (folder.join("in"), folder.join("out"));
    let words =
        ["collect", files.to_str().unwrap(), "--out", out.to_str().unwrap(), "--period", "2017-Q2", "--lang", "en"];
    ended(&words, 1);
    let entries = fs::read_to_string(out.join("entries.csv")).unwrap();
    let lines: Vec<&str> = entries.lines().skip(1).collect();
    let told = [
        ("1,rỗng.zip,", ",Not a return,Nothing is in the archive. Ask the sender.,"),
        ("2,thu.zip,", ",Not a return,The archive is damaged or is no .zip file. Ask for the original.,"),
    ];
    for (line, (name, reason)) in lines.iter().zip(told) {
        assert!(line.starts_with(name) && line.contains(reason), "{entries}");
    }
    assert_eq!(lines.len(), 2);
}
