//! Building `dist/index.html`.

use crate::inline::carrying;
use crate::shell::{self, Failure};
use crate::tools;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The variable by which the build script is told of another registry.
const REGISTRY: &str = "RETURN36A_REGISTRY";

/// The whole path of a registry's file or folder, as it is named where the command was given.
pub fn registry(file: &str) -> Result<PathBuf, Failure> {
    std::path::absolute(file)
        .ok()
        .filter(|path| path.exists())
        .ok_or_else(|| Failure::new(format!("There is no registry `{file}`.")))
}

/// Has the project's own command line check a registry; what it finds goes where our output goes.
fn lint(registry: &Path) -> Result<(), Failure> {
    let mut command = shell::cargo();
    command.args(["run", "--quiet", "--bin", "return36a", "--", "registry", "lint", "--lang", "en"]).arg(registry);
    shell::run(command.env_remove(REGISTRY))
}

/// Installs what is missing, builds the page, and gives the path of the one file. The page carries the given registry, if
/// it has no fault, or the project's own: one that is signed as it is, beside the project's own; any other in its place.
pub fn bundle(registry: Option<&Path>) -> Result<PathBuf, Failure> {
    registry.map_or(Ok(()), lint)?;
    let signed = registry.and_then(signed);
    let path = tools::path()?;
    fetch()?;
    println!("Building the page (the first time one or two minutes on two cores)…");
    let mut trunk = trunk(&path);
    match registry.filter(|_| signed.is_none()) {
        Some(registry) => trunk.env(REGISTRY, registry),
        None => trunk.env_remove(REGISTRY),
    };
    shell::run(&mut trunk)?;
    let file = shell::root().join("dist").join("index.html");
    if !file.is_file() {
        return Err(Failure::new("trunk ended well, yet there is no dist/index.html."));
    }
    signed.map_or(Ok(()), |text| put(&file, &text, &file))?;
    Ok(file)
}

/// Puts a signed registry that has no fault into a page that is built already.
pub fn carry(page: &Path, registry: &Path, out: &Path) -> Result<(), Failure> {
    lint(registry)?;
    let text = signed(registry);
    let text = text.ok_or_else(|| Failure::new(format!("{} is not a signed registry.", registry.display())))?;
    put(page, &text, out)
}

fn put(page: &Path, registry: &str, out: &Path) -> Result<(), Failure> {
    let unusable = |path: &Path, error: std::io::Error| Failure::new(format!("{}: {error}.", path.display()));
    let html = std::fs::read_to_string(page).map_err(|error| unusable(page, error))?;
    std::fs::write(out, carrying(&html, registry)?).map_err(|error| unusable(out, error))
}

/// The text of a registry's file that bears signatures; `lint` has read it as one, and no registry has such a member.
fn signed(registry: &Path) -> Option<String> {
    std::fs::read_to_string(registry).ok().filter(|text| text.contains("\"signatures\""))
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
