//! What files are examined with.

use crate::files;
use crate::language::Spoken;
use crate::output::{Failure, complain, say_json};
use return36a::collect::{Bench, Content, Examined, KeptLedger, Ledger, examine, opened};
use return36a::quarterly::{MOST_BYTES, RegistryMark, Return};
use return36a::registry::{AgencyId, Registry};
use return36a::rules::RuleSet;
use return36a::signing::{Keyring, Native, no_randomness};
use return36a::text::{system_words, trouble_message};
use return36a::vietnamese::Date;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// The registry of this program with its rules compiled, a keyring, and what came before.
pub struct Tools {
    /// The registry.
    pub registry: &'static Registry,
    /// Its hash.
    pub sha256: String,
    /// Its rules.
    pub rules: RuleSet,
    /// Who may sign for whom.
    pub keyring: Keyring,
    /// What counted before, by agency.
    pub previous: BTreeMap<AgencyId, Arc<Return>>,
}

impl Tools {
    /// The tools with this keyring, and nothing before.
    pub fn with(keyring: Keyring) -> Result<Self, Failure> {
        let registry = Registry::embedded().map_err(Failure::undone)?;
        let sha256 = registry.sha256().map_err(Failure::undone)?;
        let rules = RuleSet::compile(&registry.rule);
        let rules =
            rules.map_err(|faults| Failure::undone(faults.iter().map(ToString::to_string).collect::<String>()))?;
        Ok(Self { registry, sha256, rules, keyring, previous: BTreeMap::new() })
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
            keyring: &self.keyring,
            previous: &self.previous,
        }
    }

    /// Looks at one file that came on this day.
    pub fn examined(&self, bytes: &[u8], received: Date) -> Result<Examined, Failure> {
        let primitives = Native::new(no_randomness);
        pollster::block_on(examine(&primitives, self.bench(), bytes, received)).map_err(Failure::undone)
    }

    /// Looks at a file of this machine; none where it cannot be read, which is told: with `json` as a line of that too.
    pub fn looked_at(&self, path: &Path, day: Date, json: bool, spoken: &Spoken) -> Result<Option<Examined>, Failure> {
        match files::content(path, MOST_BYTES) {
            Ok(Content::Bytes(bytes)) => self.examined(&bytes, day).map(Some),
            Ok(Content::Refused(examined)) => Ok(Some(examined)),
            Err(error) => {
                let (name, language) = (files::name(path), spoken.language());
                let message = system_words(&error, language);
                complain(&trouble_message(&files::cannot_read(path, error), language));
                if json {
                    say_json(&serde_json::json!({ "file": name, "verdict": "unread", "message": message }))?;
                }
                Ok(None)
            }
        }
    }

    /// Takes a ledger's file in again.
    pub fn opened(&self, kept: &KeptLedger) -> Result<Ledger, Failure> {
        pollster::block_on(opened(&Native::new(no_randomness), self.bench(), kept)).map_err(Failure::undone)
    }
}
