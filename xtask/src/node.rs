//! One processor of ours beside one of Node's: the same signed files by a script with ajv, canonicalize and jose, and by the
//! command line, by turns. `verify` does what the script does; `collect` tries the rules as well, and writes ledgers and tables.

use crate::intake::{self, FILES};
use crate::shell::{self, Failure};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// How often each takes all files in.
const ROUNDS: usize = 3;

/// What the script is made of; it is installed beside the build, not in the tree.
const PARTS: [&str; 3] = ["package.json", "package-lock.json", "collect.mjs"];

/// The states of files whose signatures are good and whose content is.
const VALID: [&str; 5] = ["accepted", "warned", "late", "other-registry", "superseded"];

/// One run: how many files a second, start and end of the program included.
#[derive(Debug, PartialEq)]
struct Rate(f64);

/// Takes the files of this folder in by each, and prints the rates and our factors.
pub fn bench(folder: &Path) -> Result<(), Failure> {
    let (program, script) = (intake::program()?, installed()?);
    let files = intake::files(folder)?;
    let (mut verify, mut collect, mut theirs) = (Vec::new(), Vec::new(), Vec::new());
    println!("{FILES} files on one processor, by turns:");
    for _ in 0..ROUNDS {
        let mut ours = on_one_processor(&program);
        ours.env("RAYON_NUM_THREADS", "1").args(["verify", "--json", "--keys"]).arg(folder.join("cards")).args(&files);
        verify.push(timed("return36a verify", &mut ours, valid_by_verdicts)?);
        let mut node = on_one_processor(Path::new("node"));
        node.arg(&script).arg(shell::root().join("docs/return.schema.json"));
        node.args(["files", "cards"].map(|name| folder.join(name)));
        theirs.push(timed("Node", &mut node, valid_by_count)?);
        let mut ours = on_one_processor(&program);
        intake::collecting(&mut ours, folder).args(["--jobs", "1", "--json"]);
        collect.push(timed("return36a collect", &mut ours, valid_by_states)?);
    }
    println!("{}", compared("verify", &verify, &theirs));
    println!("{}", compared("collect", &collect, &theirs));
    Ok(())
}

/// The command that runs this program on one processor: by `taskset` where it is, for Node has threads beside its own.
fn on_one_processor(program: &Path) -> Command {
    match shell::on_path(&["taskset"]) {
        Some(taskset) => {
            let mut command = Command::new(taskset);
            command.args(["--cpu-list", "0"]).arg(program);
            command
        }
        None => Command::new(program),
    }
}

/// The script, with what it needs.
fn installed() -> Result<PathBuf, Failure> {
    let folder = shell::root().join("target/node");
    let unusable = |error: std::io::Error| Failure::new(format!("{}: {error}.", folder.display()));
    fs::create_dir_all(&folder).map_err(unusable)?;
    for part in PARTS {
        fs::copy(shell::root().join("bench/node").join(part), folder.join(part)).map_err(unusable)?;
    }
    let ci = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    shell::run(Command::new("npm").args(ci).current_dir(&folder))?;
    Ok(folder.join("collect.mjs"))
}

/// Runs a program that takes all files in, and prints its rate; it must find all of them valid.
fn timed(name: &str, command: &mut Command, valid: fn(&str) -> Option<usize>) -> Result<Rate, Failure> {
    let start = Instant::now();
    let done = command.stderr(Stdio::inherit()).output();
    let seconds = start.elapsed().as_secs_f64();
    let done = done.map_err(|error| Failure::new(format!("{name} cannot be run: {error}.")))?;
    let said = String::from_utf8_lossy(&done.stdout);
    match valid(&said) {
        Some(FILES) => {
            println!("  {name}: {seconds:.1} s, {:.0} files a second", FILES as f64 / seconds);
            Ok(Rate(FILES as f64 / seconds))
        }
        Some(valid) => Err(Failure::new(format!("{name} finds {valid} files valid, of {FILES}."))),
        None => Err(Failure::new(format!("{name} does not say how many files are valid."))),
    }
}

/// The valid files by the script's line.
fn valid_by_count(said: &str) -> Option<usize> {
    let said: Value = serde_json::from_str(said).ok()?;
    usize::try_from(said.get("valid")?.as_u64()?).ok()
}

/// The valid files by the lines of `return36a verify --json`, one for each file.
fn valid_by_verdicts(said: &str) -> Option<usize> {
    let genuine = |line: &str| {
        let file: Value = serde_json::from_str(line).ok()?;
        Some(usize::from(file.get("verdict")?.as_str()? == "genuine"))
    };
    said.lines().map(genuine).sum()
}

/// The valid files by the lines of `return36a collect --json`, one for each ledger.
fn valid_by_states(said: &str) -> Option<usize> {
    let of_ledger = |line: &str| {
        let ledger: Value = serde_json::from_str(line).ok()?;
        let states = ledger.get("states")?.as_object()?;
        let valid = states.iter().filter(|(state, _)| VALID.contains(&state.as_str()));
        valid.map(|(_, files)| usize::try_from(files.as_u64()?).ok()).sum::<Option<usize>>()
    };
    said.lines().map(of_ledger).sum()
}

/// Both medians, and how many times the one is the other.
fn compared(command: &str, ours: &[Rate], theirs: &[Rate]) -> String {
    let (ours, theirs) = (median(ours), median(theirs));
    let factor = ours / theirs;
    format!(
        "In the median {ours:.0} files a second by `return36a {command}`, {theirs:.0} by Node: {factor:.2} times as many."
    )
}

fn median(rates: &[Rate]) -> f64 {
    let mut rates: Vec<f64> = rates.iter().map(|rate| rate.0).collect();
    rates.sort_by(f64::total_cmp);
    rates.get(rates.len() / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn valid_files_are_counted_from_what_each_program_says() {
        assert_eq!(valid_by_count(r#"{"files":3,"valid":2,"seconds":0.5}"#), Some(2));
        assert_eq!(valid_by_count("Error"), None);
        let verdicts = "{\"verdict\":\"genuine\"}\n{\"verdict\":\"broken\"}\n{\"verdict\":\"genuine\"}\n";
        assert_eq!(valid_by_verdicts(verdicts), Some(2));
        assert_eq!(valid_by_verdicts("{}"), None);
        let ledgers = "{\"states\":{\"accepted\":2,\"superseded\":3,\"blocked\":1}}\n{\"states\":{\"late\":4}}\n";
        assert_eq!(valid_by_states(ledgers), Some(9));
        assert_eq!(valid_by_states("{\"states\":{\"late\":4}}\nnothing"), None);
    }

    #[test]
    fn the_median_of_the_rounds_is_compared() {
        let rates = |rates: [f64; 3]| rates.map(Rate);
        let says = "In the median 900 files a second by `return36a verify`, 600 by Node: 1.50 times as many.";
        assert_eq!(compared("verify", &rates([900.0, 100.0, 950.0]), &rates([600.0, 700.0, 50.0])), says);
    }
}
