use super::Grounds;
use super::standing::{SignatureFound, Standing, verdicts_on};
use crate::quarterly::{Return, SignedFile, fitted, part_of, parts, read, return_value};
use crate::registry::{AgencyId, Registry, sha256_hex};
use crate::rules::{Case, Finding, RuleSet, Verdict, check, verdict};
use crate::signing::{KeyCard, Primitives, SigningError, canonical, end_of};
use crate::vietnamese::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A signatory's card, which belongs into the keyring.
pub const KEY_CARD: &str = "collect/key-card";

/// What a file is examined with: the same for all files of a folder.
#[derive(Clone, Copy, Debug)]
pub struct Bench<'a> {
    /// The registry in use.
    pub registry: &'a Registry,
    /// SHA-256 of its canonical bytes, 64 hexadecimal digits.
    pub registry_sha256: &'a str,
    /// Its rules.
    pub rules: &'a RuleSet,
    /// Who may sign for whom.
    pub grounds: &'a Grounds,
    /// What counted in the quarter before, by agency.
    pub previous: &'a BTreeMap<AgencyId, Arc<Return>>,
}

/// One file, looked at alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examined {
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// How many bytes.
    pub size: u64,
    /// What it is.
    pub outcome: Outcome,
}

impl Examined {
    /// What is known of a file without reading it as a return: it is none, for this reason.
    pub fn refused(sha256: String, size: u64, code: &str, place: &str) -> Self {
        let outcome = Outcome::Unreadable { code: code.to_owned(), place: place.to_owned() };
        Self { sha256, size, outcome }
    }
}

/// What a file is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Not a return: the reader's code and the place in the file.
    Unreadable {
        /// `read/not-json`, or `collect/key-card` for a card that belongs into the keyring.
        code: String,
        /// A JSON Pointer, or a line and a column; empty for the whole file.
        place: String,
    },
    /// A return.
    Return(Box<Filed>),
}

/// A return, and what is to be thought of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filed {
    /// The return, without the rows of its service list, which no table needs.
    pub content: Arc<Return>,
    /// How many services its list has.
    pub listed: usize,
    /// SHA-256 of its canonical bytes, 64 hexadecimal digits: what the next revision names.
    pub content_sha256: String,
    /// Its signatures, in the file's order.
    pub signatures: Vec<SignatureFound>,
    /// What they are worth together.
    pub standing: Standing,
    /// The mark of the [`Grounds`] of that; empty where it was found before there were marks.
    #[serde(default)]
    pub judged_by: String,
    /// What the rules find here, blanks of rows left out that its own registry did not ask for.
    pub findings: Vec<Finding>,
    /// What that means.
    pub tally: Verdict,
    /// Warnings that the officer explained and that do not arise here: rule and place.
    pub theirs: Vec<(String, String)>,
    /// Whether it was checked with the registry in use.
    pub same_registry: bool,
    /// Rows that the registry in use asks for and the return does not have.
    pub missing: usize,
    /// Rows that it has and the registry in use does not ask for.
    pub unknown: usize,
}

/// Looks at one file that came on this day.
///
/// # Errors
/// Only where the primitives cannot answer: that says nothing of the file.
pub async fn examine<P: Primitives>(
    primitives: &P,
    bench: Bench<'_>,
    bytes: &[u8],
    received: Date,
) -> Result<Examined, SigningError> {
    let (sha256, size) = (sha256_hex(bytes), bytes.len() as u64);
    let outcome = match opened(bytes) {
        Ok((file, payload)) => {
            let found = verdicts_on(primitives, bench.grounds.keyring(), &file, &payload, end_of(received)).await?;
            Outcome::Return(Box::new(filed(bench, file.content, sha256_hex(&payload), found, received)))
        }
        Err((code, place)) => Outcome::Unreadable { code: code.to_owned(), place },
    };
    Ok(Examined { sha256, size, outcome })
}

/// The return's file and its canonical bytes, or why it is none: code and place.
fn opened(bytes: &[u8]) -> Result<(SignedFile, Vec<u8>), (&'static str, String)> {
    let file = read(bytes).map_err(|error| match KeyCard::read(bytes) {
        Ok(_) => (KEY_CARD, String::new()),
        Err(_) => (error.code().code(), error.place().to_owned()),
    })?;
    let payload = canonical(&return_value(&file.content));
    let payload = payload.map_err(|error| (error.code(), error.detail().unwrap_or_default()))?;
    Ok((file, payload))
}

fn filed(
    bench: Bench<'_>,
    content: Return,
    content_sha256: String,
    (standing, signatures): (Standing, Vec<SignatureFound>),
    received: Date,
) -> Filed {
    let same_registry = content.registry.sha256 == bench.registry_sha256;
    let fitted = fitted(bench.registry, bench.registry_sha256, content.clone());
    let previous = bench.previous.get(&content.agency).filter(|previous| previous.period < content.period);
    let previous = previous.map(Arc::as_ref);
    let case = Case { registry: bench.registry, content: &fitted.content, previous, today: received };
    let mut findings = check(bench.rules, case);
    if !same_registry {
        let had: BTreeSet<String> = parts(&content).into_iter().collect();
        findings.retain(|finding| !finding.open || had.contains(part_of(finding.place())));
    }
    let tally = verdict(&findings, &content.justifications);
    Filed {
        theirs: only_theirs(&content, &findings),
        listed: content.service_list.len(),
        content: Arc::new(Return { service_list: Arc::default(), ..content }),
        content_sha256,
        standing,
        judged_by: bench.grounds.mark(&signatures, received),
        signatures,
        findings,
        tally,
        same_registry,
        missing: fitted.added,
        unknown: fitted.removed,
    }
}

/// The explained warnings that do not arise here.
fn only_theirs(content: &Return, findings: &[Finding]) -> Vec<(String, String)> {
    let ours: BTreeSet<(&str, &str)> = findings.iter().map(|found| (found.rule.as_str(), found.place())).collect();
    let given = content.justifications.iter().map(|given| (given.rule.as_str(), given.path.as_str()));
    given.filter(|given| !ours.contains(given)).map(|(rule, path)| (rule.to_owned(), path.to_owned())).collect()
}
