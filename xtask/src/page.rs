//! Building `dist/index.html`.

use crate::shell::{self, Failure};
use crate::tools;
use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::Command;

/// Installs what is missing, builds the page, and gives the path of the one file.
pub fn bundle() -> Result<PathBuf, Failure> {
    let path = tools::path()?;
    fetch()?;
    println!("Building the page (the first time one or two minutes on two cores)…");
    shell::run(&mut trunk(&path))?;
    let file = shell::root().join("dist").join("index.html");
    if file.is_file() { Ok(file) } else { Err(Failure::new("trunk ended well, yet there is no dist/index.html.")) }
}

/// Trunk is told to be offline, and tells cargo the same: so the crates are fetched here.
fn fetch() -> Result<(), Failure> {
    shell::run(shell::cargo().args(["fetch", "--quiet", "--locked", "--target", tools::WASM, "--target", "host-tuple"]))
}

fn trunk(path: &OsStr) -> Command {
    let program = std::env::split_paths(path).map(|folder| folder.join("trunk")).find(|program| program.is_file());
    let mut command = Command::new(program.unwrap_or_else(|| "trunk".into()));
    command.args(["build", "--quiet"]);
    command.env("PATH", path).env("TRUNK_OFFLINE", "true").env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Some terminals set NO_COLOR=1, which trunk refuses: it wants `true`.
    command.env_remove("NO_COLOR");
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remap_flags());
    command
}

/// Keeps the builder's folders out of the page: they would give away a name, and change the file from machine to
/// machine. Cargo splits these flags at blanks, so a folder with one in its name has to stay.
fn remap_flags() -> String {
    let folders = [(tools::cargo_home(), "cargo"), (Some(shell::root()), "return36a")];
    let flag = |(folder, name): (Option<PathBuf>, &str)| {
        folder
            .map(|folder| format!("--remap-path-prefix={}={name}", folder.display()))
            .filter(|flag| !flag.contains(' '))
    };
    folders.into_iter().filter_map(flag).collect::<Vec<_>>().join(" ")
}
