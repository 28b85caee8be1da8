//! Under which registry a command works.

use crate::files;
use crate::output::Failure;
use crate::registry::given::given;
use clap::Args;
use return36a::registry::Registry;
use return36a::text::Language;
use std::path::PathBuf;

/// The registry that a command works under.
#[derive(Args)]
pub struct Under {
    /// A registry that the coordinator issued, or one as it is written; this program's own if not given.
    #[arg(long, value_name = "PATH")]
    registry: Option<PathBuf>,
}

impl Under {
    /// The registry, which lives as long as the program. One whose signature is not right is refused.
    pub fn registry(&self, language: Language) -> Result<&'static Registry, Failure> {
        let Some(path) = &self.registry else { return Registry::embedded().map_err(Failure::undone) };
        let given = given(path, language)?;
        match given.signature(language)? {
            Some((false, why)) => Err(Failure::refused(format!("{}: {why}", files::name(path)))),
            _ => Ok(Box::leak(Box::new(given.registry))),
        }
    }
}
