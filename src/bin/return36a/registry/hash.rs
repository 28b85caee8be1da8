use super::given::given;
use crate::language::Spoken;
use crate::output::{Ending, Failure, say};
use clap::Args;
use return36a::registry::Registry;
use std::path::PathBuf;

/// Print the SHA-256 by which returns name a registry
#[derive(Args)]
pub struct Hash {
    /// A folder of TOML files, or all of it as JSON, signed or not; the one of this program if none is given.
    #[arg(value_name = "PATH")]
    path: Option<PathBuf>,
    /// What stands in registry/sha256.txt, from which the build knows this program's own.
    #[arg(long, conflicts_with = "path")]
    pin: bool,
    #[command(flatten)]
    pub spoken: Spoken,
}

/// Prints the hash of a registry's canonical form.
pub fn run(words: &Hash) -> Result<Ending, Failure> {
    let sha256 = match &words.path {
        _ if words.pin => Registry::pin(),
        Some(path) => given(path, words.spoken.language())?.registry.sha256(),
        None => Registry::embedded().and_then(Registry::sha256),
    };
    say(&format!("{}\n", sha256.map_err(Failure::undone)?))?;
    Ok(Ending::Well)
}
