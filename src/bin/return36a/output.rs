//! What goes out. A reader that goes away, as `head` does, is no failure.

use crate::Failure;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

/// Writes a command's answer to the standard output.
pub fn say(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(format!("The answer cannot be written: {error}.")),
        _ => Ok(()),
    }
}

/// Says why a command stopped.
pub fn failure(sentence: &str) -> ExitCode {
    complain(sentence);
    ExitCode::FAILURE
}

/// Says what is wrong with the words, or the help that they ask for.
pub fn usage(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        return say(&error.render().to_string()).map_or_else(|sentence| failure(&sentence), |()| ExitCode::SUCCESS);
    }
    complain(error.render().to_string().trim_end());
    ExitCode::from(2)
}

/// There is nobody left to tell where the standard error is closed as well.
fn complain(sentence: &str) {
    let _ = writeln!(std::io::stderr(), "{sentence}");
}
