use crate::language::Spoken;
use crate::output::{Ending, Failure, say, shown};
use crate::{files, join};
use clap::{Args, Subcommand};
use return36a::quarterly::MOST_BYTES;
use return36a::registry::{Registry, self_check};
use return36a::rules::{Flaw, rehearsed};
use return36a::text::{Language, lint_summary, registry_error_message, registry_fault, rule_flaw};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::io::ErrorKind;
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
///
/// With --json each mistake gives one line: place (a fact, or a rule with its example), message.
#[derive(Args)]
pub struct Lint {
    /// The registry: a folder of TOML files, as it is written, or all of it as JSON; the one of this program if not given.
    #[arg(value_name = "PATH")]
    path: Option<PathBuf>,
    /// As lines of JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    spoken: Spoken,
}

impl Words {
    /// In which language it speaks.
    pub fn spoken(&self) -> &Spoken {
        match &self.command {
            Command::Lint(words) => &words.spoken,
        }
    }
}

/// Carries out what is asked of the registry.
pub fn run(words: &Words) -> Result<Ending, Failure> {
    match &words.command {
        Command::Lint(words) => lint(words),
    }
}

fn lint(words: &Lint) -> Result<Ending, Failure> {
    let language = words.spoken.language();
    let registry = match &words.path {
        Some(path) => Cow::Owned(given(path, language)?),
        None => Cow::Borrowed(Registry::embedded().map_err(Failure::undone)?),
    };
    let faults = mistakes(&registry, language);
    let summary = lint_summary(&registry, faults.len(), language);
    let line = |(place, message): &(String, String)| match words.json {
        true => format!("{}\n", json!({ "place": place, "message": message })),
        false => format!("{message}\n"),
    };
    say(&faults.iter().map(line).collect::<String>())?;
    if !words.json {
        say(&(summary + "\n"))?;
    }
    Ok(if faults.is_empty() { Ending::Well } else { Ending::Found })
}

fn given(path: &Path, language: Language) -> Result<Registry, Failure> {
    let refused = |why: String| Failure::refused(format!("{}: {why}", files::name(path)));
    if path.is_dir() {
        let joined = join::folder(path, |_| {}).map_err(|why| Failure::refused(shown(&why)))?;
        let read = serde_path_to_error::deserialize(Value::Object(joined));
        return read.map_err(|error| refused(shown(&error.to_string())));
    }
    let bytes = files::bytes(path, MOST_BYTES)?;
    let text = String::from_utf8(bytes).map_err(|_| files::cannot_read(path, ErrorKind::InvalidData.into()))?;
    Registry::from_json(&text).map_err(|error| refused(registry_error_message(&error, language)))
}

/// Every mistake, its place and a sentence: of the facts, of the rules, of their examples.
fn mistakes(registry: &Registry, language: Language) -> Vec<(String, String)> {
    let faults = self_check(registry).faults;
    let facts = faults.iter().map(|fault| (fault.place.clone(), registry_fault(fault, language)));
    let flaws = rehearsed(registry);
    let place = |flaw: &Flaw| format!("{} {}", flaw.rule, flaw.example).trim().to_owned();
    facts.chain(flaws.iter().map(|flaw| (place(flaw), rule_flaw(flaw, language)))).collect()
}
