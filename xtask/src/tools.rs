//! The tools that build the page: the wasm32 target, trunk, and the wasm-bindgen of the locked version; and geckodriver,
//! which drives Firefox in the tests and which Debian does not have.
//!
//! A tool of the right version on PATH is used as it is. Otherwise it is installed under a folder of its own in
//! cargo's home, so that a person's own tool of another version is neither used nor overwritten.

use crate::shell::{self, Failure};
use crate::system::named;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Newer ones need a newer compiler than this project asks for.
const TRUNK: &str = "0.21.14";
/// What drives Firefox.
const GECKODRIVER: &str = "0.37.1";
/// The target's name for rustc, cargo and rustup.
pub const WASM: &str = "wasm32-unknown-unknown";

/// One program to be installed by cargo.
struct Tool {
    program: &'static str,
    package: &'static str,
    version: String,
    /// Whether the lock file that its authors published can be used.
    locked: bool,
    minutes: &'static str,
}

/// Installs what the page's build misses, and gives the PATH on which the right versions come first.
pub fn path() -> Result<OsString, Failure> {
    wasm_target()?;
    let missing: Vec<Tool> = tools()?.into_iter().filter(|tool| !tool.is_on_path()).collect();
    let home = tools_home()?;
    let mut folders = Vec::new();
    for tool in &missing {
        folders.push(tool.installed_under(&home)?);
    }
    sweep(&home);
    path_with(folders)
}

/// The program that drives Firefox: from `GECKODRIVER`, or of the right version on PATH, or installed.
pub fn geckodriver() -> Result<PathBuf, Failure> {
    let program = "geckodriver";
    let tool = Tool { program, package: program, version: GECKODRIVER.into(), locked: true, minutes: "two or three" };
    let there = named("GECKODRIVER").or_else(|| shell::on_path(&[program]).filter(|found| tool.is(found)));
    if let Some(there) = there {
        return Ok(there);
    }
    let home = tools_home()?;
    let folder = tool.installed_under(&home)?;
    sweep(&home);
    Ok(folder.join(tool.file_name()))
}

/// Only the tools' binaries are kept: what built them is of no more use.
fn sweep(home: &Path) {
    let _ = std::fs::remove_dir_all(home.join("build"));
}

/// PATH with `folders` before all others.
fn path_with(folders: Vec<PathBuf>) -> Result<OsString, Failure> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.into_iter().chain(std::env::split_paths(&path));
    std::env::join_paths(all).map_err(|error| Failure::new(format!("PATH cannot be set: {error}.")))
}

fn tools() -> Result<[Tool; 2], Failure> {
    let lock = std::fs::read_to_string("Cargo.lock")
        .map_err(|error| Failure::new(format!("Cargo.lock cannot be read: {error}.")))?;
    let wasm_bindgen = locked_version(&lock, "wasm-bindgen")
        .ok_or_else(|| Failure::new("Cargo.lock names no wasm-bindgen, so its tool cannot be chosen."))?;
    let trunk = Tool { program: "trunk", package: "trunk", version: TRUNK.into(), locked: true, minutes: "three" };
    let wasm_bindgen = Tool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: wasm_bindgen.into(),
        locked: false,
        minutes: "one or two",
    };
    Ok([trunk, wasm_bindgen])
}

/// The version of `package` in the text of a `Cargo.lock`.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

/// Cargo's home, where it keeps what it downloads and installs.
pub fn cargo_home() -> Option<PathBuf> {
    let told = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    told.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
}

/// Where our own installations lie.
fn tools_home() -> Result<PathBuf, Failure> {
    cargo_home()
        .map(|home| home.join("return36a-tools"))
        .ok_or_else(|| Failure::new("Neither CARGO_HOME nor HOME is set: there is no place to install tools in."))
}

impl Tool {
    fn is_on_path(&self) -> bool {
        shell::on_path(&[self.program]).is_some_and(|program| self.is(&program))
    }

    fn file_name(&self) -> String {
        format!("{}{}", self.program, std::env::consts::EXE_SUFFIX)
    }

    /// Whether `program` says that it is this tool in this version, as in `trunk 0.21.14`.
    fn is(&self, program: &Path) -> bool {
        let said = shell::output(Command::new(program).arg("--version")).unwrap_or_default();
        said.split_whitespace().nth(1) == Some(&self.version)
    }

    /// The folder of the program in our own installation, which is made if it is not there.
    fn installed_under(&self, home: &Path) -> Result<PathBuf, Failure> {
        let root = home.join(format!("{}-{}", self.program, self.version));
        let folder = root.join("bin");
        let program = folder.join(self.file_name());
        if !self.is(&program) {
            println!(
                "Installing {} {} (once; about {} minutes on two cores)…",
                self.package, self.version, self.minutes
            );
            // With the folder on PATH, cargo does not advise the person to put it there.
            let path = path_with(vec![folder.clone()])?;
            shell::run(self.installation(&root, &home.join("build")).env("PATH", path))?;
        }
        Ok(folder)
    }

    /// The quickest installation: no optimisation, no debug information, no network features, shared building.
    fn installation(&self, root: &Path, build: &Path) -> Command {
        let mut command = shell::cargo();
        command.args(["install", "--debug", "--no-default-features", "--force", "--root"]).arg(root);
        command.args(["--version", &format!("={}", self.version), self.package]);
        command.args(self.locked.then_some("--locked"));
        command.env("CARGO_TARGET_DIR", build);
        for (setting, value) in [("DEBUG", "0"), ("OPT_LEVEL", "0"), ("INCREMENTAL", "false")] {
            command.env(format!("CARGO_PROFILE_DEV_{setting}"), value);
        }
        command
    }
}

/// Makes sure that the compiler can build for the browser.
fn wasm_target() -> Result<(), Failure> {
    if has_wasm_target() {
        return Ok(());
    }
    println!("Adding the target {WASM} with rustup (once; a download of about 20 MB)…");
    shell::run(Command::new("rustup").args(["target", "add", WASM])).map_err(|failure| {
        Failure::new(format!(
            "{} Without rustup, install Rust's standard library for {WASM} yourself.",
            failure.sentence
        ))
    })
}

fn has_wasm_target() -> bool {
    let libraries = shell::output(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]));
    libraries.is_some_and(|folder| Path::new(&folder).is_dir())
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";

    #[test]
    fn the_locked_version_is_that_of_the_whole_name() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(LOCK, "wasm"), None);
        assert_eq!(locked_version("name = \"x\"\n", "x"), None);
    }
}
