//! What goes out. A reader that goes away, as `head` does, is no failure.

use indicatif::{ProgressBar, ProgressStyle};
use return36a::text::{Language, Trouble, system_words, trouble_message};
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

/// How a command ended, the worst last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    /// All went well.
    Well,
    /// Something was found that must be mended, or a file was refused.
    Found,
    /// Something could not be done.
    Undone,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        Self::from(match ending {
            Ending::Well => 0,
            Ending::Found => 1,
            Ending::Undone => 3,
        })
    }
}

/// Why a command stopped: what the person is told, and how it ends.
#[derive(Debug)]
pub struct Failure {
    why: Why,
    ending: Ending,
}

/// What the person is told.
#[derive(Debug)]
enum Why {
    /// A sentence that somebody else wrote.
    Said(String),
    /// What the text room has a sentence for.
    Trouble(Trouble),
}

impl Failure {
    /// A given file is not what is wanted.
    pub fn refused(sentence: String) -> Self {
        Self { why: Why::Said(sentence), ending: Ending::Found }
    }

    /// A given file, or what was found, is not what is wanted.
    pub fn unwanted(trouble: Trouble) -> Self {
        Self { why: Why::Trouble(trouble), ending: Ending::Found }
    }

    /// Something could not be done.
    pub fn undone(sentence: impl ToString) -> Self {
        Self { why: Why::Said(sentence.to_string()), ending: Ending::Undone }
    }

    fn sentence(&self, language: Language) -> String {
        match &self.why {
            Why::Said(sentence) => sentence.clone(),
            Why::Trouble(trouble) => trouble_message(trouble, language),
        }
    }
}

impl From<Trouble> for Failure {
    /// Something could not be done.
    fn from(trouble: Trouble) -> Self {
        Self { why: Why::Trouble(trouble), ending: Ending::Undone }
    }
}

/// Writes a command's answer, or a part of it, to the standard output.
pub fn say(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Trouble::CannotSay(error).into()),
        _ => Ok(()),
    }
}

/// Writes one line of JSON.
pub fn say_json(value: &serde_json::Value) -> Result<(), Failure> {
    say(&format!("{value}\n"))
}

/// A name as a terminal may show it: without control characters, which could move its cursor or change its colours, and
/// without those that turn the direction of writing, by which `nosj.exe` would look like another name.
pub fn shown(name: &str) -> String {
    let refused = |letter: &char| letter.is_control() || TURNS.iter().any(|range| range.contains(letter));
    name.chars().map(|letter| if refused(&letter) { '\u{fffd}' } else { letter }).collect()
}

/// Marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX #9, section 2).
const TURNS: [std::ops::RangeInclusive<char>; 3] =
    ['\u{200e}'..='\u{200f}', '\u{202a}'..='\u{202e}', '\u{2066}'..='\u{2069}'];

/// Says that a file cannot be read: with `json` as a line of that too.
pub fn unread(path: &Path, error: std::io::Error, json: bool, language: Language) -> Result<(), Failure> {
    let (name, message) = (crate::files::name(path), system_words(&error, language));
    complain(&trouble_message(&crate::files::cannot_read(path, error), language));
    let told = serde_json::json!({ "file": name, "verdict": "unread", "message": message });
    if json { say_json(&told) } else { Ok(()) }
}

/// A bar of so many files on the standard error; hidden where that is no terminal.
pub fn progress(files: usize) -> ProgressBar {
    let bar = ProgressBar::new(files as u64);
    // The template is our own; without it the bar is plainer.
    ProgressStyle::with_template("{bar:40} {human_pos}/{human_len} {eta}")
        .map_or(bar.clone(), |style| bar.with_style(style))
}

/// Says why a command stopped.
pub fn failure(failure: &Failure, language: Language) -> ExitCode {
    complain(&failure.sentence(language));
    failure.ending.into()
}

/// Says what is wrong with the words, or the help that they ask for.
pub fn usage(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        let said = say(&error.render().to_string());
        return said.map_or_else(|stopped| failure(&stopped, Language::English), |()| ExitCode::SUCCESS);
    }
    complain(error.render().to_string().trim_end());
    ExitCode::from(2)
}

/// There is nobody left to tell where the standard error is closed as well.
pub fn complain(sentence: &str) {
    let _ = writeln!(std::io::stderr(), "{sentence}");
}
