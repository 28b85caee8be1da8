use crate::files;
use crate::language::Spoken;
use crate::output::{Ending, Failure, say};
use clap::{Args, Subcommand};
use return36a::registry::{Registry, self_check};
use return36a::rules::rehearsed;
use return36a::text::{Language, lint_summary, registry_fault, rule_flaw};
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// The registry itself
#[derive(Args)]
pub struct Words {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Lint(Lint),
}

/// Check a registry against itself, and its rules against their examples
#[derive(Args)]
pub struct Lint {
    /// The registry as JSON; the one of this program if not given.
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    #[command(flatten)]
    spoken: Spoken,
}

/// Carries out what is asked of the registry.
pub fn run(words: &Words) -> Result<Ending, Failure> {
    match &words.command {
        Command::Lint(words) => lint(words),
    }
}

fn lint(words: &Lint) -> Result<Ending, Failure> {
    let registry = match &words.file {
        Some(path) => Cow::Owned(given(path)?),
        None => Cow::Borrowed(Registry::embedded().map_err(Failure::undone)?),
    };
    let language = words.spoken.language();
    let faults = mistakes(&registry, language);
    let summary = lint_summary(&registry, faults.len(), language);
    say(&faults.iter().map(|fault| format!("{fault}\n")).chain([summary + "\n"]).collect::<String>())?;
    Ok(if faults.is_empty() { Ending::Well } else { Ending::Found })
}

fn given(path: &Path) -> Result<Registry, Failure> {
    let refused = |why: String| Failure::refused(format!("{}: {why}", files::name(path)));
    let bytes = files::small(path)?.ok_or_else(|| refused("registry-too-large".to_owned()))?;
    let text = String::from_utf8(bytes).map_err(|error| refused(error.to_string()))?;
    Registry::from_json(&text).map_err(|error| refused(error.to_string()))
}

/// Every mistake in a sentence: of the facts, of the rules, of their examples.
fn mistakes(registry: &Registry, language: Language) -> Vec<String> {
    let faults = self_check(registry).faults;
    let facts = faults.iter().map(|fault| registry_fault(fault, language));
    let flaws = rehearsed(registry);
    facts.chain(flaws.iter().map(|flaw| rule_flaw(flaw, language))).collect()
}
