//! The command line of return36a. A thin shell: what it finds the registry finds, what it says the text room says.
//!
//! It ends with 0 when all went well, with 1 when something did not work, with 2 when its words were not understood.

mod language;
mod output;
mod reconcile;
mod rules;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// The quarterly return on Resolution 36a/NQ-CP: the registry's own pages.
#[derive(Parser)]
#[command(name = "return36a", version, disable_help_subcommand = true)]
struct Words {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Reconcile(reconcile::Reconcile),
    Rules(rules::Rules),
}

/// Why a command stopped: one sentence for the person.
type Failure = String;

fn carry_out(command: Command) -> Result<(), Failure> {
    match command {
        Command::Reconcile(words) => reconcile::run(&words),
        Command::Rules(words) => rules::run(&words),
    }
}

fn main() -> ExitCode {
    let words = match Words::try_parse() {
        Ok(words) => words,
        Err(error) => return output::usage(&error),
    };
    match carry_out(words.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => output::failure(&sentence),
    }
}
