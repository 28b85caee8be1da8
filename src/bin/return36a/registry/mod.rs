//! The registry itself: checked, compared, signed.

mod diff;
pub mod given;
mod hash;
mod lint;
mod password;
mod sign;

use crate::language::Spoken;
use crate::output::{Ending, Failure};
use clap::{Args, Subcommand};

/// The registry itself
#[derive(Args)]
pub struct Words {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Lint(lint::Lint),
    Sign(sign::Sign),
    Diff(diff::Diff),
    Hash(hash::Hash),
}

impl Words {
    /// In which language it speaks.
    pub fn spoken(&self) -> &Spoken {
        match &self.command {
            Command::Lint(words) => &words.spoken,
            Command::Sign(words) => &words.spoken,
            Command::Diff(words) => &words.spoken,
            Command::Hash(words) => &words.spoken,
        }
    }
}

/// Carries out what is asked of the registry.
pub fn run(words: &Words) -> Result<Ending, Failure> {
    match &words.command {
        Command::Lint(words) => lint::run(words),
        Command::Sign(words) => sign::run(words),
        Command::Diff(words) => diff::run(words),
        Command::Hash(words) => hash::run(words),
    }
}
