//! The program, and folders to run it in.

use crate::quarter::files::{Quarter, quarter};
use crate::quarter::keys::Signatory;
use crate::quarter::returns::Ground;
use return36a::quarterly::Return;
use return36a::registry::{Registry, TaskStatus};
use return36a::signing::Keyring;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

/// The program with these words.
pub fn return36a(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_return36a"));
    command.args(words);
    command
}

/// What it does.
pub fn run(words: &[&str]) -> Output {
    return36a(words).output().expect("the program runs")
}

/// What it prints when it ends with this code, and what it complains of.
pub fn ended(words: &[&str], code: i32) -> (String, String) {
    let output = run(words);
    let (said, complaint) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(code), "{words:?}\n{said}\n{complaint}");
    (said, complaint)
}

/// What it prints when all goes well.
pub fn said(words: &[&str]) -> String {
    let (said, complaint) = ended(words, 0);
    assert_eq!(complaint, "", "{words:?}");
    said
}

/// An empty folder for one test.
pub fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Writes a file into a folder, with the folders it names, and gives its path.
pub fn put(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

pub fn registry() -> &'static Registry {
    Registry::embedded().unwrap()
}

/// Quarter II/2017.
pub fn samples() -> &'static Quarter {
    static MADE: OnceLock<Quarter> = OnceLock::new();
    MADE.get_or_init(|| quarter(registry(), "2017-Q2".parse().unwrap()))
}

/// The keyring of its agencies, as a file.
pub fn keyring() -> String {
    Keyring::of(samples().cards.clone()).json().unwrap()
}

/// A sound return of this agency for quarter II/2017, and who signs for it.
pub fn sound(agency: &str) -> (Return, Signatory) {
    let agency = registry().agency(&agency.into()).unwrap();
    let content = Ground::of(registry()).sound(&agency.id, "2017-Q2".parse().unwrap());
    (content, Signatory::of(agency))
}

/// A sound return of quarter I and one of quarter II in which a task that was completed is in progress again; that
/// task's field, and who signs.
pub fn reopened() -> (Return, Return, String, Signatory) {
    let ground = Ground::of(registry());
    let completed = |content: &Return| {
        let mut tasks = content.tasks.iter();
        tasks.find(|(_, answer)| answer.status == Some(TaskStatus::Completed)).map(|(number, _)| number.clone())
    };
    let agencies = crate::quarter::reporting(registry());
    let sound = |agency: &&return36a::registry::Agency| {
        let before = ground.sound(&agency.id, "2017-Q1".parse().unwrap());
        completed(&before).map(|number| (before, number, Signatory::of(agency)))
    };
    let (before, number, signatory) = agencies.iter().find_map(sound).unwrap();
    let mut now = ground.sound_after(&before);
    now.tasks.get_mut(&number).unwrap().status = Some(TaskStatus::InProgress);
    (before, now, format!("/tasks/{number}/status"), signatory)
}
