use crate::language::Spoken;
use crate::{Failure, output};
use clap::Args;
use return36a::registry::Registry;
use return36a::text::rule_manual;

/// Print the rule manual as Markdown
#[derive(Args)]
pub struct Rules {
    #[command(flatten)]
    spoken: Spoken,
}

/// Prints every rule of the registry with an example that breaks it.
pub fn run(words: &Rules) -> Result<(), Failure> {
    let registry = Registry::embedded().map_err(|error| error.to_string())?;
    output::say(&rule_manual(registry, words.spoken.language()).map_err(|error| error.to_string())?)
}
