//! What files are examined with.

use crate::files;
use crate::output::{Failure, progress};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use return36a::collect::{Bench, Content, Examined, Grounds, KeptLedger, Ledger, examine, opened};
use return36a::quarterly::{MOST_BYTES, RegistryMark, Return};
use return36a::registry::{AgencyId, Registry, RuleText};
use return36a::rules::RuleSet;
use return36a::signing::{Keyring, Native, no_randomness};
use return36a::vietnamese::Date;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// So many files are looked at before the first of them is told.
const AT_ONCE: usize = 256;

/// A registry with its rules compiled, a keyring, and what came before.
pub struct Tools {
    /// The registry.
    pub registry: &'static Registry,
    /// Its hash.
    pub sha256: String,
    /// Its rules.
    pub rules: RuleSet,
    /// Who may sign for whom.
    pub grounds: Grounds,
    /// What counted before, by agency.
    pub previous: BTreeMap<AgencyId, Arc<Return>>,
}

impl Tools {
    /// The tools under this registry with this keyring, and nothing before.
    pub fn with(registry: &'static Registry, keyring: Keyring) -> Result<Self, Failure> {
        Self::trying(&registry.rule, registry, keyring)
    }

    /// The same for who asks for signatures only: no rule is tried.
    pub fn without_rules(registry: &'static Registry, keyring: Keyring) -> Result<Self, Failure> {
        Self::trying(&[], registry, keyring)
    }

    fn trying(rules: &[RuleText], registry: &'static Registry, keyring: Keyring) -> Result<Self, Failure> {
        let sha256 = registry.sha256().map_err(Failure::undone)?;
        let rules = RuleSet::compile(rules);
        let rules =
            rules.map_err(|faults| Failure::undone(faults.iter().map(ToString::to_string).collect::<String>()))?;
        Ok(Self { registry, sha256, rules, grounds: Grounds::of(keyring), previous: BTreeMap::new() })
    }

    /// How the registry is named in a ledger.
    pub fn mark(&self) -> RegistryMark {
        let head = &self.registry.registry;
        RegistryMark { id: head.id.clone(), version: head.version.clone(), sha256: self.sha256.clone() }
    }

    fn bench(&self) -> Bench<'_> {
        Bench {
            registry: self.registry,
            registry_sha256: &self.sha256,
            rules: &self.rules,
            grounds: &self.grounds,
            previous: &self.previous,
        }
    }

    /// Looks at one file that came on this day.
    pub fn examined(&self, bytes: &[u8], received: Date) -> Result<Examined, Failure> {
        let primitives = Native::new(no_randomness);
        pollster::block_on(examine(&primitives, self.bench(), bytes, received)).map_err(Failure::undone)
    }

    /// Looks at files of this machine on all processors, and tells of each in their order: what it is, or why it cannot
    /// be read.
    pub fn look_at(
        &self,
        paths: &[PathBuf],
        day: Date,
        mut tell: impl FnMut(&Path, io::Result<Examined>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let progress = progress(paths.len());
        for some in paths.chunks(AT_ONCE) {
            let looked: Vec<_> = some.par_iter().map(|path| self.looked_at(path, day)).collect();
            for (path, looked) in some.iter().zip(looked) {
                let looked = looked?;
                progress.suspend(|| tell(path, looked))?;
                progress.inc(1);
            }
        }
        progress.finish_and_clear();
        Ok(())
    }

    fn looked_at(&self, path: &Path, day: Date) -> Result<io::Result<Examined>, Failure> {
        match files::content(path, MOST_BYTES) {
            Ok(Content::Bytes(bytes)) => self.examined(&bytes, day).map(Ok),
            Ok(Content::Refused(examined)) => Ok(Ok(examined)),
            Err(error) => Ok(Err(error)),
        }
    }

    /// Takes a ledger's file in again.
    pub fn opened(&self, kept: &KeptLedger) -> Result<Ledger, Failure> {
        pollster::block_on(opened(&Native::new(no_randomness), self.bench(), kept)).map_err(Failure::undone)
    }
}
