use super::paper::{Issued, Issuer};
use crate::quarterly::Signable;
use crate::registry::{Fault, Registry, self_check};
use crate::rules::{Fault as RuleFault, RuleSet};
use crate::signing::Subject;
use crate::vietnamese::Date;
use serde::{Deserialize, Serialize};

/// A registry that the coordinator issues: the member `registry` of its file, signed by the coordinator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// `return36a-registry/1`.
    pub schema: String,
    /// The day on which it was issued.
    pub issued: Date,
    /// Who issues it.
    pub issuer: Issuer,
    /// The registry itself, whose SHA-256 returns carry.
    pub content: Registry,
}

impl Edition {
    /// An edition of this registry.
    pub fn of(content: Registry, issued: Date, issuer: Issuer) -> Self {
        Self { schema: Self::SCHEMA.to_owned(), issued, issuer, content }
    }
}

/// Why a registry is not taken into use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditionRefusal {
    /// It is another registry; its id.
    OtherRegistry(String),
    /// The very same is in use; its version.
    Same(String),
    /// Another one of the same version is in use.
    SameVersion(String),
    /// It is older than the one in use, or its version is none; its version.
    Older(String),
    /// A fact of it is wrong.
    Faulty(Fault),
    /// A rule of it cannot be used.
    Rule(RuleFault),
}

impl EditionRefusal {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::OtherRegistry(_) => "registry/other",
            Self::Same(_) => "registry/same",
            Self::SameVersion(_) => "registry/same-version",
            Self::Older(_) => "registry/older",
            Self::Faulty(_) => "registry/faulty",
            Self::Rule(_) => "registry/rule",
        }
    }
}

/// The rules of a registry that may take the place of the one in use.
///
/// # Errors
/// What speaks against it. Its examples are not tried here: that is the issuer's affair.
pub fn successor(new: &Registry, in_use: &Registry) -> Result<RuleSet, EditionRefusal> {
    let (now, before) = (&new.registry, &in_use.registry);
    let version = || now.version.clone();
    match () {
        () if now.id != before.id => return Err(EditionRefusal::OtherRegistry(now.id.clone())),
        () if new == in_use => return Err(EditionRefusal::Same(version())),
        () if now.version == before.version => return Err(EditionRefusal::SameVersion(version())),
        () if !now.follows(before) => return Err(EditionRefusal::Older(version())),
        () => {}
    }
    let rules = RuleSet::compile(&new.rule);
    let first = |faults: Vec<RuleFault>| faults.into_iter().next().map(EditionRefusal::Rule);
    let rules = rules.map_err(|faults| first(faults).unwrap_or_else(|| EditionRefusal::Older(version())))?;
    match self_check(new).faults.into_iter().next() {
        Some(fault) => Err(EditionRefusal::Faulty(fault)),
        None => Ok(rules),
    }
}

impl Signable for Edition {
    const MEMBER: &'static str = "registry";
    const SCHEMA: &'static str = "return36a-registry/1";

    fn ill_formed(&self) -> Option<String> {
        self.issuer.ill_formed()
    }
}

impl Issued for Edition {
    const SUBJECT: Subject = Subject::Registry;

    fn issuer(&self) -> &Issuer {
        &self.issuer
    }
}
