//! A run of the benchmarks as it is kept: its medians, and the machine that says what they are worth.

use crate::medians::Medians;
use crate::shell;
use std::fmt::Write;
use std::process::Command;
use toml::{Table, Value};

/// What stands above a kept run.
const HEAD: &str = "\
# The run of the benchmarks that was kept last, by `cargo xtask bench --keep`: medians in nanoseconds.
# What `cargo xtask bench` measures is told as a ratio to it; on another machine that ratio is one of machines.

";

/// What a run was measured with.
#[derive(Clone, Debug, PartialEq)]
pub struct Machine {
    /// The processor's name, where the system tells it; else its architecture.
    pub processor: String,
    /// What `rustc --version` says.
    pub rustc: String,
    /// The day of the commit that was measured, ISO 8601.
    pub commit_day: String,
}

/// A run.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// What it was measured with.
    pub machine: Machine,
    /// What was measured.
    pub medians: Medians,
}

impl Machine {
    /// This one, with the compiler and the commit that are in use.
    pub fn this() -> Self {
        let said = |program: &str, words: &[&str]| shell::output(Command::new(program).args(words));
        let unknown = || "unknown".to_owned();
        let processors = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        Self {
            processor: processor(&processors).unwrap_or(std::env::consts::ARCH).to_owned(),
            rustc: said("rustc", &["--version"]).unwrap_or_else(unknown),
            commit_day: said("git", &["log", "-1", "--format=%cs"]).unwrap_or_else(unknown),
        }
    }
}

/// The name of the first processor, as Linux tells it.
fn processor(text: &str) -> Option<&str> {
    let line = text.lines().find_map(|line| line.strip_prefix("model name"))?;
    Some(line.trim_start().strip_prefix(':')?.trim()).filter(|name| !name.is_empty())
}

impl Kept {
    /// A kept run's text, read; none where it is not one.
    pub fn read(text: &str) -> Option<Self> {
        let table: Table = text.parse().ok()?;
        let word = |name: &str| Some(table.get(name)?.as_str()?.to_owned());
        let machine = Machine { processor: word("processor")?, rustc: word("rustc")?, commit_day: word("commit_day")? };
        let medians = table.get("medians")?.as_table()?.iter();
        let medians = medians.map(|(name, median)| Some((name.clone(), nanoseconds(median)?)));
        Some(Self { machine, medians: medians.collect::<Option<_>>()? })
    }

    /// The text that is kept.
    pub fn text(&self) -> String {
        let Machine { processor, rustc, commit_day } = &self.machine;
        let words = [("processor", processor), ("rustc", rustc), ("commit_day", commit_day)];
        let words = words.map(|(name, word)| format!("{name} = {}\n", Value::from(word.as_str())));
        let medians = self.medians.iter().map(|(name, median)| {
            let name = Value::from(name.as_str());
            format!("{name} = {median:.0}\n")
        });
        format!("{HEAD}{}\n[medians]\n{}", words.concat(), medians.collect::<String>())
    }

    /// This run beside a kept one, a line for each benchmark.
    pub fn beside(&self, kept: Option<&Self>) -> String {
        let Some(kept) = kept else { return self.lines(&Medians::new(), "No run was kept yet.") };
        let Machine { processor, rustc, commit_day } = &kept.machine;
        let mut head = format!("Ratios to the run kept of {commit_day}, with {rustc} on {processor}.");
        if kept.machine.processor != self.machine.processor {
            let _ = write!(
                head,
                "\nThis is another machine, {}: its ratios say little of the program.",
                self.machine.processor
            );
        }
        if kept.machine.rustc != self.machine.rustc {
            let _ = write!(head, "\nThis is another compiler, {}.", self.machine.rustc);
        }
        self.lines(&kept.medians, &head)
    }

    fn lines(&self, kept: &Medians, head: &str) -> String {
        let width = self.medians.keys().chain(kept.keys()).map(|name| name.chars().count()).max().unwrap_or_default();
        let mut text = format!("{head}\n");
        for (name, median) in &self.medians {
            let ratio = kept.get(name).map_or("new".to_owned(), |kept| format!("{:.2} times", median / kept));
            let _ = writeln!(text, "  {name:width$}  {:>9}  {ratio:>11}", time(*median));
        }
        for name in kept.keys().filter(|name| !self.medians.contains_key(*name)) {
            let _ = writeln!(text, "  {name:width$}  {:>9}", "not run");
        }
        text
    }
}

fn nanoseconds(value: &Value) -> Option<f64> {
    let median = value.as_integer().map(|whole| whole as f64).or_else(|| value.as_float())?;
    Some(median).filter(|median| *median > 0.0)
}

/// Nanoseconds with the unit that gives them one to three digits before the point.
fn time(nanoseconds: f64) -> String {
    match nanoseconds {
        n if n < 1e3 => format!("{n:.0} ns"),
        n if n < 1e6 => format!("{:.1} µs", n / 1e3),
        n if n < 1e9 => format!("{:.1} ms", n / 1e6),
        n => format!("{:.1} s", n / 1e9),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(processor: &str, medians: &[(&str, f64)]) -> Kept {
        let machine = Machine {
            processor: processor.to_owned(),
            rustc: "rustc 1.95.0".to_owned(),
            commit_day: "2026-11-23".to_owned(),
        };
        Kept { machine, medians: medians.iter().map(|(name, median)| ((*name).to_owned(), *median)).collect() }
    }

    #[test]
    fn a_run_that_was_kept_is_read_again() {
        let kept =
            run("A \"fast\" one", &[("check: after an edit of /tasks/9.5/status", 1_250.0), ("read/largest", 7.0)]);
        assert_eq!(Kept::read(&kept.text()), Some(kept));
        for wrong in ["", "medians = 1", "processor = \"a\"\nrustc = \"b\"\ncommit_day = \"c\"\n[medians]\nd = 0\n"] {
            assert_eq!(Kept::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_kept_run_of_the_project_is_one() {
        let text = std::fs::read_to_string(shell::root().join("docs/benches.toml")).expect("a kept run");
        let kept = Kept::read(&text).expect("a kept run");
        assert_eq!(kept.text(), text);
        assert!(kept.medians.contains_key("check: largest return"), "{:?}", kept.medians);
    }

    #[test]
    fn each_median_stands_beside_the_kept_one() {
        let kept = run("A", &[("gone", 1.0), ("read", 2e6)]);
        let says = "\
Ratios to the run kept of 2026-11-23, with rustc 1.95.0 on A.
  fresh     990 ns          new
  read      2.5 ms   1.25 times
  gone     not run
";
        assert_eq!(run("A", &[("fresh", 990.0), ("read", 2.5e6)]).beside(Some(&kept)), says);
        let says = "No run was kept yet.\n  read      1.5 s          new\n";
        assert_eq!(run("A", &[("read", 1.5e9)]).beside(None), says);
    }

    #[test]
    fn another_machine_is_said_to_be_one() {
        let kept = run("A", &[("read", 2_000.0)]);
        let mut here = run("B", &[("read", 1_000.0)]);
        here.machine.rustc = "rustc 1.96.0".to_owned();
        let says = "\
Ratios to the run kept of 2026-11-23, with rustc 1.95.0 on A.
This is another machine, B: its ratios say little of the program.
This is another compiler, rustc 1.96.0.
  read     1.0 µs   0.50 times
";
        assert_eq!(here.beside(Some(&kept)), says);
    }

    #[test]
    fn a_processor_is_named_as_the_system_names_it() {
        assert_eq!(processor("processor\t: 0\nmodel name\t: Some CPU @ 2GHz\n"), Some("Some CPU @ 2GHz"));
        assert_eq!(processor("model name\t:\n"), None);
        assert_eq!(processor("Processor: ARM\n"), None);
    }
}
