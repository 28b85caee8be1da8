//! Fuzzing with the stable compiler and nothing installed beside it: libFuzzer's hooks go into this project's own crates, and
//! what they depend on is taken as the tests have built it.
//!
//! Cargo is told to call this program in place of rustc for its workspace (`RUSTC_WORKSPACE_WRAPPER`); it passes the call
//! on with the flags that `cargo fuzz run --sanitizer none` gives to every crate. That command works here as well, and builds everything anew.

use crate::shell::{self, Failure};
use crate::system;
use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, ExitCode};

/// The doors that are tried, as `fuzz/src/doors` names them.
pub const DOORS: [&str; 6] = ["draft", "number", "p12", "paste", "registry", "return_file"];

/// Seconds for each door where nothing else is said.
pub const SECONDS: u32 = 60;

/// Set for the compiler's calls, so that this program knows that it stands in for rustc.
const STANDS_IN: &str = "RETURN36A_FUZZ_RUSTC";

/// Counters at each edge, a table of their places, and what comparisons compare: libFuzzer learns from these.
const HOOKS: [&str; 5] = [
    "passes=sancov-module",
    "llvm-args=-sanitizer-coverage-level=4",
    "llvm-args=-sanitizer-coverage-inline-8bit-counters",
    "llvm-args=-sanitizer-coverage-pc-table",
    "llvm-args=-sanitizer-coverage-trace-compares",
];

/// Tries one door or all of them, each for so many seconds, after everything that is kept for it.
pub fn fuzz(door: Option<&str>, seconds: u32) -> Result<(), Failure> {
    system::with_compiler()?;
    shell::run(cargo()?.args(["build", "--quiet", "--package", "return36a-fuzz", "--bins"]))?;
    DOORS
        .into_iter()
        .filter(|name| door.is_none_or(|wanted| wanted == *name))
        .try_for_each(|name| try_door(name, seconds))
}

/// What libFuzzer finds to break a door goes to `fuzz/regressions`, where `tests/fuzzed` tries it ever after; bytes that only
/// reach new code stay below `target`.
fn try_door(door: &str, seconds: u32) -> Result<(), Failure> {
    let (found, broken) = (format!("target/fuzz/{door}"), format!("fuzz/regressions/{door}/"));
    for folder in [&found, &broken] {
        std::fs::create_dir_all(folder).map_err(|error| Failure::new(format!("No folder {folder}: {error}.")))?;
    }
    let mut command = cargo()?;
    command.args(["run", "--quiet", "--package", "return36a-fuzz", "--bin", &format!("fuzz-{door}"), "--"]);
    command.args([format!("-max_total_time={seconds}"), format!("-artifact_prefix={broken}")]);
    command.args(["-timeout=10", "-rss_limit_mb=2048", "-max_len=20000", "-print_final_stats=1"]);
    command.args([found, format!("fuzz/corpus/{door}")]);
    let done = command.output().map_err(|error| Failure::new(format!("The fuzzer cannot be run: {error}.")))?;
    // Stays only if there is something in it.
    let _ = std::fs::remove_dir(&broken);
    let said = String::from_utf8_lossy(&done.stderr);
    println!("{door}: {} tries in {seconds} s", tries(&said).unwrap_or("no"));
    if done.status.success() {
        return Ok(());
    }
    let last: Vec<&str> = said.lines().rev().take(MOST_LINES).collect();
    last.iter().rev().for_each(|line| println!("  {line}"));
    Err(Failure::new(format!(
        "The door {door} broke. `cargo test --test fuzzed` tries it again with what lies in {broken}."
    )))
}

/// So many lines of a fuzzer that has found something are shown, the last ones.
const MOST_LINES: usize = 60;

/// How often libFuzzer has tried, as its last words say.
fn tries(said: &str) -> Option<&str> {
    said.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:")).map(str::trim)
}

/// Cargo with this program in rustc's place. Optimised a little: ten times as many tries for half a minute of compiling.
fn cargo() -> Result<Command, Failure> {
    let this = std::env::current_exe().map_err(|error| Failure::new(format!("This program is not found: {error}.")))?;
    let mut command = shell::cargo();
    command.env("RUSTC_WORKSPACE_WRAPPER", this).env(STANDS_IN, "1");
    command.env("CARGO_PROFILE_DEV_OPT_LEVEL", "1").env("CARGO_PROFILE_DEV_INCREMENTAL", "false");
    Ok(command)
}

/// Whether cargo has called this program in rustc's place.
pub fn stands_in() -> bool {
    std::env::var_os(STANDS_IN).is_some()
}

/// Calls rustc, the first of these words, with the others, and with the hooks where they belong.
pub fn compile(mut words: impl Iterator<Item = OsString>) -> ExitCode {
    let Some(rustc) = words.next() else { return ExitCode::FAILURE };
    let words: Vec<OsString> = words.collect();
    let hooks = if takes_hooks(&words) { HOOKS.as_slice() } else { &[] };
    let mut command = Command::new(Path::new(&rustc));
    command.args(&words).args(hooks.iter().flat_map(|hook| ["-C", hook]));
    match command.status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// Whether these words compile a crate of which libFuzzer is to learn: build scripts are linked without libFuzzer, and
/// cargo also asks rustc about itself.
fn takes_hooks(words: &[OsString]) -> bool {
    let named = words.iter().position(|word| word == "--crate-name").and_then(|at| words.get(at + 1));
    named.is_some_and(|name| name != "build_script_build" && name != "___")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn crates_take_hooks_and_build_scripts_and_questions_do_not() {
        assert!(takes_hooks(&words("--crate-name return36a --edition=2024 src/lib.rs")));
        assert!(takes_hooks(&words("--crate-name fuzz_draft fuzz/fuzz_targets/draft.rs")));
        for line in ["-vV", "- --crate-name ___ --print=file-names", "--crate-name build_script_build build.rs"] {
            assert!(!takes_hooks(&words(line)), "{line}");
        }
    }

    #[test]
    fn tries_are_read_from_the_last_words() {
        assert_eq!(tries("INFO: x\nstat::number_of_executed_units: 2169657\nstat::peak_rss_mb: 35\n"), Some("2169657"));
        assert_eq!(tries("Running: crash-1"), None);
    }

    #[test]
    fn every_door_has_its_program_and_its_seeds() {
        let manifest = std::fs::read_to_string(shell::root().join("fuzz/Cargo.toml")).unwrap_or_default();
        let programs: Vec<&str> =
            manifest.lines().filter_map(|line| line.strip_prefix("name = \"fuzz-")?.strip_suffix('"')).collect();
        assert_eq!(programs, DOORS);
        for door in DOORS {
            assert!(shell::root().join("fuzz/corpus").join(door).is_dir(), "{door}");
        }
    }
}
