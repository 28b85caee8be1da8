use super::given::{Given, given};
use crate::files;
use crate::language::Spoken;
use crate::output::{Ending, Failure, say};
use clap::Args;
use return36a::registry::{Registry, instabilities, self_check};
use return36a::rules::{Flaw, rehearsed};
use return36a::text::{Language, edition_issuer, lint_summary, registry_fault, rule_flaw};
use serde_json::json;
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// Check a registry against itself, its rules against their examples, its ids against those issued before
///
/// With --json each mistake gives one line: place (a fact, or a rule with its example), message.
#[derive(Args)]
pub struct Lint {
    /// Registries: folders of TOML files, as they are written, or all of it as JSON, signed or not; the one of this program
    /// if none is given.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The edition before, whose ids must stay; the one of this program if not given.
    #[arg(long, value_name = "PATH")]
    against: Option<PathBuf>,
    /// As lines of JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    pub spoken: Spoken,
}

/// Checks each registry.
pub fn run(words: &Lint) -> Result<Ending, Failure> {
    let language = words.spoken.language();
    let embedded = Registry::embedded().map_err(Failure::undone)?;
    let before = before(words.against.as_deref(), language)?;
    if words.paths.is_empty() {
        let own = Given { registry: embedded.clone(), signed: None };
        return lint(words, None, &own, &before);
    }
    let mut ending = Ending::Well;
    for path in &words.paths {
        let name = (words.paths.len() > 1).then(|| files::name(path));
        ending = ending.max(lint(words, name.as_deref(), &given(path, language)?, &before)?);
    }
    Ok(ending)
}

/// The edition that a registry is held against: the one given, or this program's.
pub(super) fn before(path: Option<&Path>, language: Language) -> Result<Cow<'static, Registry>, Failure> {
    match path {
        Some(path) => Ok(Cow::Owned(given(path, language)?.registry)),
        None => Ok(Cow::Borrowed(Registry::embedded().map_err(Failure::undone)?)),
    }
}

fn lint(words: &Lint, name: Option<&str>, of: &Given, before: &Registry) -> Result<Ending, Failure> {
    let language = words.spoken.language();
    let mut faults = mistakes(&of.registry, before, language);
    let signature = of.signature(language)?;
    let broken = signature.iter().filter(|(right, _)| !right);
    faults.extend(broken.map(|(_, says)| ("signature".to_owned(), says.clone())));
    let head = name.map(|name| format!("{name}: ")).unwrap_or_default();
    let line = |(place, message): &(String, String)| match words.json {
        true => format!("{}\n", json!({ "file": name, "place": place, "message": message })),
        false => format!("{head}{message}\n"),
    };
    say(&faults.iter().map(line).collect::<String>())?;
    if !words.json {
        let issuer = of.signed.as_ref().map(|signed| edition_issuer(&signed.content, language));
        let signed = signature.filter(|(right, _)| *right).map(|(_, says)| says);
        let summary = Some(lint_summary(&of.registry, faults.len(), language));
        let lines = [issuer, signed, summary].into_iter().flatten();
        say(&lines.map(|says| format!("{head}{says}\n")).collect::<String>())?;
    }
    Ok(if faults.is_empty() { Ending::Well } else { Ending::Found })
}

/// Every mistake, its place and a sentence: of the facts, of the rules, of their examples, of the ids.
pub(super) fn mistakes(registry: &Registry, before: &Registry, language: Language) -> Vec<(String, String)> {
    let fact = |fault: return36a::registry::Fault| (fault.place.clone(), registry_fault(&fault, language));
    let facts = self_check(registry).faults.into_iter().map(fact);
    let place = |flaw: &Flaw| format!("{} {}", flaw.rule, flaw.example).trim().to_owned();
    let rules = rehearsed(registry).into_iter().map(|flaw| (place(&flaw), rule_flaw(&flaw, language)));
    facts.chain(rules).chain(instabilities(before, registry).into_iter().map(fact)).collect()
}
