//! Joins `registry/*.toml`, which people write, into the one JSON text that the program carries. The variable
//! `RETURN36A_REGISTRY` names another registry in its place: such a folder, a JSON file, or one that was signed.

#[path = "build/join.rs"]
mod join;

use serde_json::Value;
use sha2::{Digest, Sha256};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

const FOLDER: &str = "registry";
const CHOICE: &str = "RETURN36A_REGISTRY";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={FOLDER}");
    match write_joined() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={error}");
            ExitCode::FAILURE
        }
    }
}

fn write_joined() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed={CHOICE}");
    let chosen = env::var_os(CHOICE).map_or_else(|| PathBuf::from(FOLDER), PathBuf::from);
    let registry = if chosen.is_dir() {
        let tell = |name: &str| println!("cargo::rerun-if-changed={name}");
        Value::Object(join::folder(&chosen, tell)?)
    } else {
        println!("cargo::rerun-if-changed={}", chosen.display());
        of_file(&chosen)?
    };
    let folder = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: this script is for cargo to run")?;
    let text = registry.to_string();
    fs::write(Path::new(&folder).join("registry.sha256"), pinned(&text).unwrap_or_default())?;
    fs::write(Path::new(&folder).join("registry.json"), text)?;
    Ok(())
}

/// The SHA-256 of the registry's canonical form, if `registry/sha256.txt` tells it for this very text.
fn pinned(text: &str) -> Option<String> {
    let pin = fs::read_to_string(Path::new(FOLDER).join("sha256.txt")).ok()?;
    let (joined, canonical) = pin.trim().split_once(' ')?;
    let hash: String = Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    (hash == joined).then(|| canonical.to_owned())
}

/// The registry in a JSON file; of one that is signed, what is signed. Nobody has tried the signature.
fn of_file(path: &Path) -> Result<Value, Box<dyn Error>> {
    let failed = |why: String| format!("{}: {why}", path.display());
    let text = fs::read_to_string(path).map_err(|error| failed(error.to_string()))?;
    let mut file: Value = serde_json::from_str(&text).map_err(|error| failed(error.to_string()))?;
    if file.get("signatures").is_none() {
        return Ok(file);
    }
    let content = file.pointer_mut("/registry/content").map(Value::take);
    Ok(content.ok_or_else(|| failed("it has no /registry/content".to_owned()))?)
}
