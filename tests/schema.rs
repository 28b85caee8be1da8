//! `docs/return.schema.json` says of a return's file what the reader does: ajv and the reader agree on every file of the
//! project, and on each of thousands of damages to one.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where its ground is missing, also in its helpers")]

#[path = "foreign/tools.rs"]
mod foreign;
#[path = "quarter/mod.rs"]
mod quarter;

use return36a::quarterly::{ReadErrorCode, SignedFile, largest, printed, read, write};
use return36a::registry::{Period, Registry, sha256_hex};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn schema() -> PathBuf {
    root().join("docs/return.schema.json")
}

fn quarter_2() -> Period {
    "2017-Q2".parse().unwrap()
}

/// Whether each of these is valid, in their order.
fn valid(test: &str, values: &[Value]) -> Vec<bool> {
    let path = foreign::folder(test).join("lines");
    fs::write(&path, values.iter().map(|value| format!("{value}\n")).collect::<String>()).unwrap();
    let valid = foreign::valid(&schema(), &path);
    assert_eq!(valid.len(), values.len());
    valid
}

/// The files of a folder, by name.
fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(root().join(folder)).unwrap().map(Result::unwrap);
    let entries = entries.filter(|entry| entry.path().is_file());
    entries.map(|entry| (format!("{folder}/{:?}", entry.file_name()), fs::read(entry.path()).unwrap())).collect()
}

/// A file with the largest return, and one with each return that the documents printed.
fn made() -> Vec<(String, Vec<u8>)> {
    let registry = Registry::embedded().unwrap();
    let samples = printed::samples(registry).into_iter();
    let mut made: Vec<_> = samples.filter_map(|(agency, period)| printed::sample(registry, &agency, period)).collect();
    let (_, mut content) = largest(registry, quarter_2());
    content.registry.sha256 = sha256_hex(b"");
    made.push(content);
    let file = |content| write(&SignedFile { content, signatures: Vec::new() });
    made.into_iter().map(|content| (format!("{} {}", content.agency, content.period), file(content))).collect()
}

/// What of a file no schema sees, since JSON readers give the same value with and without it.
const UNSEEN: [ReadErrorCode; 3] = [ReadErrorCode::DuplicateMember, ReadErrorCode::NotNfc, ReadErrorCode::Fraction];

#[test]
fn what_is_read_is_valid_and_what_is_refused_is_not() {
    let quarter = quarter::files::quarter(Registry::embedded().unwrap(), quarter_2());
    let mut all: Vec<(String, Vec<u8>)> =
        quarter.samples.into_iter().map(|sample| (sample.name, sample.bytes)).collect();
    for folder in ["tests/released", "fuzz/corpus/return_file", "fuzz/regressions/return_file"] {
        all.extend(files(folder));
    }
    all.extend(made());
    let parsed = all.iter().filter_map(|(name, bytes)| Some((name, bytes, serde_json::from_slice(bytes).ok()?)));
    let parsed: Vec<(&String, &Vec<u8>, Value)> = parsed.collect();
    let valid = valid("schema-files", &parsed.iter().map(|(_, _, value)| value.clone()).collect::<Vec<_>>());
    let mut counts = [0, 0];
    for ((name, bytes, _), valid) in parsed.iter().zip(valid) {
        match read(bytes) {
            Ok(_) => assert!(valid, "{name} is read and is not valid"),
            Err(error) if UNSEEN.contains(&error.code()) => continue,
            Err(error) => assert!(!valid, "{name} is valid and is refused: {error}"),
        }
        counts[usize::from(valid)] += 1;
    }
    assert!(counts[0] > 10 && counts[1] > 93, "{counts:?}");
}

/// The pointers of all values in this one, itself first.
fn pointers(value: &Value, at: &str) -> Vec<String> {
    let below: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    let below = below.into_iter().flat_map(|(name, value)| pointers(value, &format!("{at}/{name}")));
    std::iter::once(at.to_owned()).chain(below).collect()
}

/// A released file with at most one row of each group, where what is answered is kept.
fn small() -> Value {
    let mut file: Value =
        serde_json::from_slice(&fs::read(root().join("tests/released/return-1.json")).unwrap()).unwrap();
    for group in ["general_tasks", "tasks", "services", "indicators"] {
        let rows = file["return"][group].as_object_mut().unwrap();
        let fullest = rows.iter().max_by_key(|(_, row)| row.to_string().len());
        let one: Map<String, Value> = fullest.map(|(id, row)| (id.clone(), row.clone())).into_iter().collect();
        *rows = one;
    }
    file["return"]["justifications"] = json!([{
        "rule": "difficulties", "path": "/difficulties", "values_sha256": sha256_hex(b""), "reason": "Đã nêu.",
    }]);
    let count = file["return"]["services"].as_object_mut().unwrap().values_mut().next().unwrap();
    count["answer"] = json!({"no_data": "Chưa có phần mềm thống kê."});
    file
}

/// What may stand in the place of a value, each of another kind or near to what is right.
fn others() -> Vec<Value> {
    let long = "a".repeat((64 << 10) + 1);
    let texts = ["", "x", "\u{7f}", "a\nb", "2017-02-28", "2017-13-01", "2017-Q2", "2017-Q5", "39.8", "39.80", "-0"];
    let texts = texts.into_iter().chain(["1234567890123", "done", "completed", "waiting", "current", "confirmed_zero"]);
    let hex = [32, 64].map(|digits| Value::from("0f".repeat(digits / 2)));
    let numbers =
        [json!(0), json!(1), json!(-1), json!(1.5), json!(4_294_967_296_i64), json!(9_007_199_254_740_992_i64)];
    let answers = [json!({"reported": 0}), json!({"reported": 9_007_199_254_740_992_i64}), json!({"no_data": ""})];
    let shapes = [Value::Null, json!(true), json!([]), json!({}), json!([null]), json!({"a/b": {}}), json!({"ô": {}})];
    let texts = texts.map(Value::from).chain(hex).chain([Value::from(long)]);
    texts.chain(numbers).chain(answers).chain(shapes).collect()
}

/// Every file that this one becomes by one change: a value taken out or put in another's place, a member more.
fn damaged(file: &Value) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    for at in pointers(file, "").into_iter().skip(1) {
        for other in others() {
            let mut changed = file.clone();
            let said: String = other.to_string().chars().take(30).collect();
            *changed.pointer_mut(&at).unwrap() = other;
            all.push((format!("{at} is {said}"), changed));
        }
        let mut changed = file.clone();
        let (above, name) = at.rsplit_once('/').unwrap();
        if let Some(members) = changed.pointer_mut(above).and_then(Value::as_object_mut) {
            members.remove(name);
            all.push((format!("{at} is gone"), changed));
        }
        for more in ["more", "ô"] {
            let mut changed = file.clone();
            if let Some(members) = changed.pointer_mut(&at).and_then(Value::as_object_mut) {
                members.insert(more.to_owned(), Value::Null);
                all.push((format!("{at} has {more}"), changed));
            }
        }
    }
    all
}

#[test]
fn of_thousands_of_damages_none_is_valid_that_is_refused_and_none_refused_that_is_valid() {
    let file = small();
    let whole = read(file.to_string().as_bytes());
    assert!(whole.is_ok(), "{whole:?}");
    let damaged = damaged(&file);
    let valid = valid("schema-damages", &damaged.iter().map(|(_, value)| value.clone()).collect::<Vec<_>>());
    let mut refused = 0;
    for ((what, value), valid) in damaged.iter().zip(valid) {
        let read = read(value.to_string().as_bytes());
        assert_eq!(read.is_ok(), valid, "{what}: {read:?}");
        refused += usize::from(!valid);
    }
    assert!(refused > 1_000 && refused < damaged.len(), "{refused} of {}", damaged.len());
}
