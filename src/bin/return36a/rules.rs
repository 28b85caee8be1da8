use crate::language::Spoken;
use crate::output::{self, Ending, Failure};
use clap::Args;
use return36a::registry::Registry;
use return36a::text::rule_manual;

/// Print the rule manual as Markdown
#[derive(Args)]
pub struct Rules {
    #[command(flatten)]
    pub spoken: Spoken,
}

/// Prints every rule of the registry with an example that breaks it.
pub fn run(words: &Rules) -> Result<Ending, Failure> {
    let registry = Registry::embedded().map_err(Failure::undone)?;
    output::say(&rule_manual(registry, words.spoken.language()).map_err(Failure::undone)?)?;
    Ok(Ending::Well)
}
