//! Joins `registry/*.toml`, which people write, into the one JSON text that the program carries.

#[path = "build/join.rs"]
mod join;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

const FOLDER: &str = "registry";

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
    let joined = join::folder(Path::new(FOLDER), |name| println!("cargo::rerun-if-changed={name}"))?;
    let folder = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: this script is for cargo to run")?;
    fs::write(Path::new(&folder).join("registry.json"), serde_json::to_string(&joined)?)?;
    Ok(())
}
