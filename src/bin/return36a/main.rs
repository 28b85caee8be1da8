//! The command line of return36a. A thin shell: it reads files and writes them; what they mean the library says.

mod bench;
mod check;
mod clock;
mod collect;
mod files;
mod guide;
#[path = "../../../build/join.rs"]
mod join;
mod keys;
mod language;
mod ledgers;
mod output;
mod parquet;
mod reconcile;
mod registry;
mod report;
mod rules;
mod under;
mod verify;

use clap::{Parser, Subcommand};
use language::Spoken;
use output::{Ending, Failure};
use std::process::ExitCode;

/// The coordinator's desk for the quarterly returns on Resolution 36a/NQ-CP
#[derive(Parser)]
#[command(name = "return36a", version, disable_help_subcommand = true, after_help = ENDINGS)]
struct Words {
    #[command(subcommand)]
    command: Command,
}

const ENDINGS: &str = "\
It ends with
  0  when all went well,
  1  when something was found that must be mended, or a file was refused,
  2  when its words were not understood,
  3  when something could not be done, as reading or writing a file.
Ngôn ngữ: --lang vi (mặc định) hoặc --lang en.";

#[derive(Subcommand)]
enum Command {
    Check(check::Check),
    Verify(verify::Verify),
    Collect(collect::Collect),
    Report(report::Report),
    Reconcile(reconcile::Reconcile),
    Rules(rules::Rules),
    Guide(guide::Guide),
    Registry(registry::Words),
}

fn carry_out(command: &Command) -> Result<Ending, Failure> {
    match command {
        Command::Check(words) => check::run(words),
        Command::Verify(words) => verify::run(words),
        Command::Collect(words) => collect::run(words),
        Command::Report(words) => report::run(words),
        Command::Reconcile(words) => reconcile::run(words),
        Command::Rules(words) => rules::run(words),
        Command::Guide(words) => guide::run(words),
        Command::Registry(words) => registry::run(words),
    }
}

/// In which language a command speaks.
fn spoken(command: &Command) -> &Spoken {
    match command {
        Command::Check(words) => &words.spoken,
        Command::Verify(words) => &words.spoken,
        Command::Collect(words) => &words.spoken,
        Command::Report(words) => &words.spoken,
        Command::Reconcile(words) => &words.spoken,
        Command::Rules(words) => &words.spoken,
        Command::Guide(words) => &words.spoken,
        Command::Registry(words) => words.spoken(),
    }
}

fn main() -> ExitCode {
    let words = match Words::try_parse() {
        Ok(words) => words,
        Err(error) => return output::usage(&error),
    };
    match carry_out(&words.command) {
        Ok(ending) => ending.into(),
        Err(failure) => output::failure(&failure, spoken(&words.command).language()),
    }
}
