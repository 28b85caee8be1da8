//! The whole check, step by step, as a person or a CI machine runs it.

use crate::shell::{self, Failure};
use crate::system::{self, Browsers};
use crate::{docs, fuzz, hosted, intake, page, tools};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How many Rust tests passed and failed.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
struct Tally {
    passed: usize,
    failed: usize,
}

/// One finished step.
struct Done {
    name: &'static str,
    time: Duration,
    result: Result<(), Failure>,
}

/// The steps so far.
#[derive(Default)]
struct Run {
    done: Vec<Done>,
    tally: Tally,
}

/// Where the pictures that the documents show are kept.
const SCREENS: &str = "docs/screens";

/// Seconds of fuzzing at each door in the whole check; `cargo xtask fuzz` goes on longer.
const FUZZING: u32 = 7;

/// Runs every step, then sums up; fails if any step has failed. With `screens` the pictures that the browser tests make
/// take the place of those in the documents.
pub fn test(screens: bool) -> Result<(), Failure> {
    let browsers = system::ready()?;
    let geckodriver = tools::geckodriver()?;
    tools::path()?;
    let mut run = Run::default();
    run.step("format", |_| shell::run(shell::cargo().args(["fmt", "--all", "--check"])));
    run.step("clippy", |_| shell::run(&mut clippy(&["--workspace", "--all-targets", "--test", "browser"])));
    run.step("clippy for the browser", |_| {
        shell::run(&mut clippy(&["--lib", "--bin", "page", "--target", tools::WASM]))
    });
    run.step("native tests", |tally| counted(shell::cargo().args(["test", "--workspace", "--no-fail-fast"]), tally));
    run.step("fuzzing", |_| fuzz::fuzz(None, FUZZING));
    run.step("documents", |_| docs::docs(true));
    let mut file = None;
    run.step("page", |_| {
        let path = page::bundle(None)?;
        hosted::host(&path)?;
        file = Some(path);
        Ok(())
    });
    if let Some(file) = file {
        run.step("browser tests", |tally| {
            let mut tests = browser_tests(&browsers, &file);
            tests.env("GECKODRIVER", &geckodriver);
            if screens {
                tests.env("RETURN36A_SCREENS", shell::root().join(SCREENS));
            }
            counted(&mut tests, tally)
        });
    }
    run.sum_up()
}

/// Measures how long a whole country's files take: natively, then in the built page.
pub fn bench_files() -> Result<(), Failure> {
    let browsers = system::ready()?;
    tools::path()?;
    let many = intake::made()?;
    intake::by_command_line(&many)?;
    let file = page::bundle(None)?;
    shell::run(browser_tests(&browsers, &file).env("RETURN36A_MANY", &many).args(["speed", "--", "--nocapture"]))
}

fn clippy(targets: &[&str]) -> Command {
    let mut command = shell::cargo();
    command.arg("clippy").args(targets).args(["--", "-D", "warnings"]);
    command
}

fn browser_tests(browsers: &Browsers, file: &Path) -> Command {
    let mut command = shell::cargo();
    command.args(["test", "--test", "browser", "--no-fail-fast"]);
    command.env("RETURN36A_PAGE", file).env("CHROME", &browsers.chrome).env("CHROMEDRIVER", &browsers.driver);
    command.env("FIREFOX", &browsers.firefox);
    command
}

/// Runs a `cargo test`, showing its output as it comes, and adds its results to `tally`.
fn counted(command: &mut Command, tally: &mut Tally) -> Result<(), Failure> {
    let unusable = |error: std::io::Error| Failure::new(format!("cargo test cannot be run: {error}."));
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(unusable)?;
    for line in child.stdout.take().into_iter().flat_map(|output| BufReader::new(output).split(b'\n')) {
        let line = line.map_err(unusable)?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        if let Some(more) = result_line(&line) {
            tally.passed += more.passed;
            tally.failed += more.failed;
        }
    }
    let status = child.wait().map_err(unusable)?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("cargo test ended with {status}."))) }
}

/// The counts in a line such as `test result: ok. 3 passed; 0 failed; 0 ignored; …`.
fn result_line(line: &str) -> Option<Tally> {
    let counts = line.strip_prefix("test result: ")?.split_once(". ")?.1;
    let count = |what: &str| counts.split("; ").find_map(|part| part.strip_suffix(what)?.parse().ok());
    Some(Tally { passed: count(" passed")?, failed: count(" failed")? })
}

impl Run {
    fn step(&mut self, name: &'static str, work: impl FnOnce(&mut Tally) -> Result<(), Failure>) {
        println!("\n── {name}");
        let start = Instant::now();
        let result = work(&mut self.tally);
        let done = Done { name, time: start.elapsed(), result };
        println!("── {}", done.line());
        self.done.push(done);
    }

    fn sum_up(&self) -> Result<(), Failure> {
        println!("\nIn all {:.1} s:", self.done.iter().map(|done| done.time).sum::<Duration>().as_secs_f64());
        for done in &self.done {
            println!("  {}", done.line());
        }
        let failed = self.done.iter().filter(|done| done.result.is_err()).count();
        println!("{} passed, {} failed", self.tally.passed, self.tally.failed);
        // Everything is said already, and the tally is to be the last line.
        if failed == 0 { Ok(()) } else { Err(Failure::new("")) }
    }
}

impl Done {
    fn line(&self) -> String {
        let result = match &self.result {
            Ok(()) => "well".to_string(),
            Err(failure) => format!("FAILED: {}", failure.sentence),
        };
        format!("{}: {:.1} s, {result}", self.name, self.time.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_counted() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(result_line(line), Some(Tally { passed: 12, failed: 3 }));
        assert_eq!(result_line("test result: ok. 1 passed; 0 failed; 0 ignored"), Some(Tally { passed: 1, failed: 0 }));
        assert_eq!(result_line("test a::b ... ok"), None);
    }

    #[test]
    fn a_failed_step_fails_the_whole() {
        let mut run = Run::default();
        run.step("good", |_| Ok(()));
        assert_eq!(run.sum_up(), Ok(()));
        run.step("bad", |_| Err(Failure::new("No.")));
        assert_eq!(run.sum_up(), Err(Failure::new("")));
    }
}
