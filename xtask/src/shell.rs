//! Running other programs, and failing with one plain sentence.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Why a command of this program stopped: a sentence for the person, and the exit code.
#[derive(Debug, PartialEq)]
pub struct Failure {
    /// One or more plain sentences; empty where everything has been said already.
    pub sentence: String,
    /// 1: something did not work; 2: the command line was not understood.
    pub code: u8,
}

impl Failure {
    /// Something did not work.
    pub fn new(sentence: impl Into<String>) -> Failure {
        Failure { sentence: sentence.into(), code: 1 }
    }

    /// The command line was not understood.
    pub fn usage(sentence: impl Into<String>) -> Failure {
        Failure { sentence: sentence.into(), code: 2 }
    }
}

/// The project's folder: the one that holds `Cargo.lock`.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The cargo that runs this program.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs `command` to its end, its output going where ours goes.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    let status = command.status().map_err(|error| Failure::new(format!("Cannot run {}: {error}.", shown(command))))?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("{} ended with {status}.", shown(command)))) }
}

/// The trimmed standard output of `command`, if it runs and succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let done = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    done.status.success().then(|| String::from_utf8_lossy(&done.stdout).trim().to_string())
}

/// The command as a person would type it.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    format!("`{}`", words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" "))
}

/// The first of `names` that lies in a folder of PATH.
pub fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let candidate = |name: &&str| {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        folders.iter().map(|folder| folder.join(&file)).find(|path| path.is_file())
    };
    names.iter().find_map(candidate)
}
