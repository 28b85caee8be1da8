//! `collect`: a quarter's folder becomes a ledger, tables and a summary.

use crate::program::{ended, folder, keyring, put, registry, reopened, samples, sound};
use crate::quarter::days::morning;
use return36a::collect::{KeptLedger, State, read_ledger};
use return36a::text::{Language, state_name};
use return36a::vietnamese::Date;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// The whole quarter in a folder, each file dated on the day it came, and the keyring beside it.
fn quarter_in(folder: &Path) -> (String, String) {
    for sample in &samples().samples {
        let path = put(folder, &format!("in/{}", sample.name), &sample.bytes);
        dated(&path, sample.received);
    }
    (folder.join("in").to_str().unwrap().to_owned(), put(folder, "keyring.json", keyring()))
}

fn dated(path: &str, day: Date) {
    let since = Duration::from_secs(u64::try_from(morning(day)).unwrap());
    File::options().write(true).open(path).unwrap().set_modified(SystemTime::UNIX_EPOCH + since).unwrap();
}

fn out(folder: &Path) -> (PathBuf, String) {
    let out = folder.join("out");
    (out.clone(), out.to_str().unwrap().to_owned())
}

fn rows(path: &Path) -> Vec<Vec<String>> {
    let text = fs::read_to_string(path).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The code of the state with this name.
fn code(name: &str) -> &'static str {
    let named = |state: &&State| state_name(**state, Language::Vietnamese) == name;
    State::ALL.iter().find(named).unwrap().code()
}

fn kept(path: &Path) -> KeptLedger {
    read_ledger(&fs::read_to_string(path).unwrap()).unwrap().0
}

#[test]
fn each_file_of_a_quarter_gets_the_state_that_is_foretold() {
    let folder = folder("collect-quarter");
    let (files, keys) = quarter_in(&folder);
    let (out, to) = out(&folder);
    let words = ["collect", &files, "--out", &to, "--keys", &keys, "--period", "2017-Q2", "--file-dates"];
    let (told, complaint) = ended(&words, 1);
    assert_eq!(complaint, "");
    let states: BTreeMap<String, String> =
        rows(&out.join("entries.csv")).into_iter().map(|row| (row[1].clone(), code(&row[6]).to_owned())).collect();
    assert_eq!(states.len(), samples().samples.len(), "nothing is dropped");
    let expected = |name: &str| samples().samples.iter().find(|sample| sample.name == name).unwrap().state;
    let differ: Vec<_> = states.iter().filter(|(name, state)| expected(name) != *state).collect();
    // Of two copies that came on one day, the one whose name comes first is the original.
    let swapped = differ.iter().filter(|(name, state)| *state == "duplicate" || expected(name) == "duplicate");
    assert_eq!(swapped.count(), differ.len(), "{differ:?}");
    assert_eq!(differ.iter().filter(|(_, state)| *state == "duplicate").count() * 2, differ.len(), "{differ:?}");
    assert!(told.starts_with(&format!("Báo cáo quý 2/2017 (hạn gửi {}): ", samples().due.vietnamese())), "{told}");
    for agency in &samples().missing {
        assert!(told.contains(&registry().agency(agency).unwrap().name), "{agency}\n{told}");
    }
    for (name, first) in [("entries.csv", "STT,Tệp,Cơ quan,Kỳ,"), ("findings.csv", "Cơ quan,Tệp,Phần,Mục,")]
    {
        assert!(fs::read_to_string(out.join(name)).unwrap().starts_with(&format!("\u{feff}{first}")), "{name}");
    }
}

#[test]
fn the_ledgers_file_says_the_same_when_it_is_opened_again() {
    let folder = folder("collect-again");
    let (files, keys) = quarter_in(&folder);
    let (out, to) = out(&folder);
    ended(&["collect", &files, "--out", &to, "--keys", &keys, "--period", "2017-Q2", "--file-dates"], 1);
    let path = out.join("ledger-2017-Q2.json");
    let (kept, ledger) = (kept(&path), crate::reopened::reopened(&fs::read_to_string(&path).unwrap()));
    let states = ledger.entries().iter().map(|entry| (entry.file.name.as_str(), entry.state.code()));
    let written = kept.entries.iter().map(|entry| (entry.name.as_str(), entry.state.as_str()));
    assert_eq!(states.collect::<Vec<_>>(), written.collect::<Vec<_>>());
}

#[test]
fn the_same_files_in_archives_and_in_other_threads_give_the_same_ledger() {
    let folder = folder("collect-zip");
    let (files, keys) = quarter_in(&folder);
    let archive =
        crate::archives::zipped(samples().samples.iter().map(|sample| (sample.name.as_str(), &sample.bytes[..])));
    let archived = put(&folder, "thu.zip", archive);
    let day = samples().due.iso();
    let collected = |path: &str, name: &str, jobs: &str| {
        let to = folder.join(name);
        let words =
            ["collect", path, "--out", to.to_str().unwrap(), "--keys", &keys, "--received", &day, "--jobs", jobs];
        ended(&[&words[..], &["--period", "2017-Q2"]].concat(), 1);
        fs::read_to_string(to.join("ledger-2017-Q2.json")).unwrap()
    };
    let one = collected(&files, "one", "1");
    assert!(one == collected(&files, "four", "4"), "as many threads as one likes");
    let states = |ledger: &str, prefix: &str| -> BTreeMap<String, usize> {
        let (kept, _) = read_ledger(ledger).unwrap();
        assert!(kept.entries.iter().all(|entry| entry.name.starts_with(prefix)));
        kept.entries.into_iter().fold(BTreeMap::new(), |mut tally, entry| {
            *tally.entry(entry.state).or_default() += 1;
            tally
        })
    };
    assert_eq!(states(&one, ""), states(&collected(&archived, "zipped", "2"), "thu.zip/"));
}

#[test]
fn without_a_quarter_each_return_goes_to_its_own_and_what_is_none_to_the_latest() {
    let folder = folder("collect-periods");
    let (now, signatory) = sound("bo-tai-chinh");
    let before = return36a::quarterly::Return { period: "2017-Q1".parse().unwrap(), ..now.clone() };
    put(&folder, "in/now.json", signatory.signed(now.clone()));
    put(&folder, "in/before.json", signatory.signed(before));
    put(
        &folder,
        "in/far.json",
        signatory.signed(return36a::quarterly::Return { period: "2031-Q1".parse().unwrap(), ..now }),
    );
    put(&folder, "in/ảnh.jpg", "");
    let keys = put(&folder, "keyring.json", keyring());
    let (out, to) = out(&folder);
    let files = folder.join("in");
    let words =
        ["collect", files.to_str().unwrap(), "--out", &to, "--keys", &keys, "--received", "2017-06-12", "--json"];
    let (told, _) = ended(&words, 1);
    let lines: Vec<Value> = told.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.iter().map(|line| &line["period"]).collect::<Vec<_>>(), ["2017-Q1", "2017-Q2"]);
    assert_eq!(lines[1]["states"], json!({"accepted": 1, "not-a-return": 1, "wrong-period": 1}));
    assert_eq!(lines[1]["agencies"]["filed"], 1);
    assert!(lines[1]["missing"].as_array().unwrap().contains(&json!("bo-cong-thuong")));
    let mut members: Vec<&String> = lines[0].as_object().unwrap().keys().collect();
    members.sort();
    assert_eq!(members, ["agencies", "due", "files", "missing", "period", "states", "written"]);
    for path in lines.iter().flat_map(|line| line["written"].as_array().unwrap()) {
        assert!(Path::new(path.as_str().unwrap()).is_file(), "{path}");
    }
    assert_eq!(fs::read_dir(&out).unwrap().count(), 5, "two ledgers, two tables, the folder of columns");
}

#[test]
fn nothing_is_written_over_in_silence() {
    let folder = folder("collect-twice");
    let (content, signatory) = sound("bo-tai-chinh");
    put(&folder, "in/a.json", signatory.signed(content));
    let keys = put(&folder, "keyring.json", keyring());
    let files = folder.join("in");
    let (out, to) = out(&files);
    let words = ["collect", files.to_str().unwrap(), "--out", &to, "--keys", &keys, "--received", "2017-06-12"];
    ended(&words, 0);
    let first = fs::read_to_string(out.join("ledger-2017-Q2.json")).unwrap();
    let (_, complaint) = ended(&words, 3);
    assert!(
        complaint.starts_with("Đã có ") && complaint.ends_with(": chọn tên khác, hoặc thêm --overwrite để ghi đè.\n")
    );
    let (_, complaint) = ended(&[&words[..], &["--lang", "en"]].concat(), 3);
    let there = "/entries.csv is there already: choose another name, or write over it with --overwrite.\n";
    assert!(complaint.ends_with(there), "{complaint}");
    ended(&[&words[..], &["--overwrite"]].concat(), 0);
    assert!(first == fs::read_to_string(out.join("ledger-2017-Q2.json")).unwrap(), "its own folder is not taken in");
}

#[test]
fn the_quarter_before_is_compared_with() {
    let folder = folder("collect-previous");
    let (before, now, field, signatory) = reopened();
    put(&folder, "before/a.json", signatory.signed(before));
    put(&folder, "now/a.json", signatory.signed(now));
    let keys = put(&folder, "keyring.json", keyring());
    let collect = |name: &str, out: &str, code: i32, words: &[&str]| {
        let (files, to) = (folder.join(name), folder.join(out));
        let all = ["collect", files.to_str().unwrap(), "--out", to.to_str().unwrap(), "--keys", &keys, "--received"];
        ended(&[&all[..], words].concat(), code);
        let found = rows(&to.join("findings.csv")).into_iter().filter(|row| row[8] == field).map(|row| row[7].clone());
        (to, found.collect::<Vec<_>>())
    };
    let (ledger, _) = collect("before", "one", 0, &["2017-03-25"]);
    let (_, alone) = collect("now", "two", 1, &["2017-06-12"]);
    let (_, beside) =
        collect("now", "three", 1, &["2017-06-12", "--previous", ledger.join("ledger-2017-Q1.json").to_str().unwrap()]);
    let added: Vec<&String> = beside.iter().filter(|rule| !alone.contains(rule)).collect();
    assert_eq!(added, ["task-falls-back"], "{alone:?} {beside:?}");
}

#[test]
fn a_folder_without_a_return_asks_for_the_quarter() {
    let folder = folder("collect-none");
    let alien = put(&folder, "a.txt", "xin chào");
    let (_, to) = out(&folder);
    let (_, complaint) = ended(&["collect", &alien, "--out", &to], 1);
    assert_eq!(complaint, "Không thấy báo cáo nào: ghi --period để biết sổ tiếp nhận của quý nào.\n");
    let (_, complaint) = ended(&["collect", &alien, "--out", &to, "--lang", "en"], 1);
    assert_eq!(complaint, "No return was found: say with --period of which quarter the ledger is.\n");
    let (told, _) = ended(&["collect", &alien, "--out", &to, "--period", "2017-Q2", "--lang", "en"], 1);
    assert!(told.contains("\n  Not a return: 1\n"), "{told}");
}

#[test]
#[cfg(unix)]
fn what_cannot_be_read_is_told_and_the_rest_goes_on() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder("collect-unread");
    let (content, signatory) = sound("bo-tai-chinh");
    put(&folder, "in/a.json", signatory.signed(content));
    put(&folder, "in/closed/b.json", "");
    let (files, closed) = (folder.join("in"), folder.join("in/closed"));
    symlink(&files, files.join("circle")).unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o0)).unwrap();
    let is_root = fs::read_dir(&closed).is_ok();
    let keys = put(&folder, "keyring.json", keyring());
    let (_, to) = out(&folder);
    let words =
        ["collect", files.to_str().unwrap(), "--out", &to, "--keys", &keys, "--received", "2017-06-12", "--json"];
    let (told, complaint) = ended(&words, 3);
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).unwrap();
    assert!(complaint.contains("in/circle: là liên kết, hoặc không phải tệp.\n"), "{complaint}");
    // Whoever may read everything reads the closed folder as well.
    assert!(is_root || complaint.contains("in/closed: hệ thống không cho phép.\n"), "{complaint}");
    let line: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(line["states"]["accepted"], 1);
    let (_, complaint) = ended(&["collect", "/nowhere/at/all", "--out", &to, "--overwrite"], 3);
    assert_eq!(complaint, "Không đọc được /nowhere/at/all: không có tệp hoặc thư mục này.\n");
    let (_, complaint) = ended(&["collect", files.to_str().unwrap(), "--out", "/proc/nowhere", "--keys", &keys], 3);
    assert!(complaint.contains("/proc/nowhere/"), "{complaint}");
}
