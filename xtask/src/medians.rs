//! The core by its benchmarks: criterion measures, and each median stands beside that of the run that was kept last.

use crate::kept::{Kept, Machine};
use crate::shell::{self, Failure};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Where the kept run stands.
const KEPT: &str = "docs/benches.toml";

/// Medians by benchmark, in nanoseconds.
pub type Medians = BTreeMap<String, f64>;

/// Runs all benchmarks, prints their medians and ratios, and with `keep` keeps them.
pub fn bench(keep: bool) -> Result<(), Failure> {
    let kept = match fs::read_to_string(KEPT) {
        Ok(text) => Some(Kept::read(&text).ok_or_else(|| Failure::new(format!("{KEPT} is not a kept run.")))?),
        Err(_) => None,
    };
    let start = SystemTime::now();
    shell::run(shell::cargo().args(["bench", "--bench", "*", "--package", "return36a", "--", "--noplot"]))?;
    let run = Kept { machine: Machine::this(), medians: measured(&shell::root().join("target/criterion"), start)? };
    println!("\n{}", run.beside(kept.as_ref()));
    if keep {
        fs::write(KEPT, run.text()).map_err(|error| Failure::new(format!("{KEPT}: {error}.")))?;
        println!("Kept in {KEPT}.");
    }
    Ok(())
}

/// The medians that criterion has written since this moment.
fn measured(folder: &Path, since: SystemTime) -> Result<Medians, Failure> {
    let mut medians = Medians::new();
    for run in runs(folder) {
        let estimates = run.join("estimates.json");
        let written = fs::metadata(&estimates).and_then(|file| file.modified());
        if written.is_ok_and(|written| written >= since) {
            let unreadable = || Failure::new(format!("{} holds no median of criterion's.", run.display()));
            let [about, estimates] = [run.join("benchmark.json"), estimates].map(fs::read_to_string);
            let text = |text: Result<String, _>| text.unwrap_or_default();
            let (name, median) = median(&text(about), &text(estimates)).ok_or_else(unreadable)?;
            medians.insert(name, median);
        }
    }
    if medians.is_empty() { Err(Failure::new("criterion has written no measurement.")) } else { Ok(medians) }
}

/// The folders `new` below this one, in which criterion puts its last run.
fn runs(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten().filter(|entry| entry.path().is_dir()) {
        match entry.file_name() == "new" {
            true => found.push(entry.path()),
            false => found.extend(runs(&entry.path())),
        }
    }
    found
}

/// A benchmark's name and its median in nanoseconds, from criterion's `benchmark.json` and `estimates.json`.
fn median(about: &str, estimates: &str) -> Option<(String, f64)> {
    let [about, estimates] = [about, estimates].map(serde_json::from_str::<Value>);
    let name = about.ok()?.get("full_id")?.as_str()?.to_owned();
    let median = estimates.ok()?.pointer("/median/point_estimate")?.as_f64()?;
    Some((name, median)).filter(|(_, median)| *median > 0.0)
}

#[cfg(test)]
mod tests {
    use super::median;

    const ABOUT: &str = r#"{"group_id":"read","function_id":"largest return","full_id":"read/largest return"}"#;

    #[test]
    fn a_median_is_read_from_criterions_own_files() {
        let estimates = r#"{"mean":{"point_estimate":3.0},"median":{"confidence_interval":{},"point_estimate":2.5}}"#;
        assert_eq!(median(ABOUT, estimates), Some(("read/largest return".to_owned(), 2.5)));
    }

    #[test]
    fn what_is_no_median_is_not_taken_for_one() {
        for estimates in
            ["", "{}", r#"{"median":{}}"#, r#"{"median":{"point_estimate":"2"}}"#, r#"{"median":{"point_estimate":0}}"#]
        {
            assert_eq!(median(ABOUT, estimates), None, "{estimates}");
        }
        assert_eq!(median("{}", r#"{"median":{"point_estimate":2.5}}"#), None);
    }
}
