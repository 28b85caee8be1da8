use crate::quarterly::Justification;
use crate::registry::{Severity, sha256_hex};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One broken rule at one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule's name.
    pub rule: String,
    /// What it means.
    pub severity: Severity,
    /// The fields it marks, as paths; the first one takes the focus.
    pub paths: Vec<String>,
    /// What the message names.
    pub values: BTreeMap<String, Found>,
    /// What stands in the marked fields, as the file writes it, in their order.
    pub marked: Vec<String>,
    /// The first marked field is not answered: the place is open rather than wrong.
    pub open: bool,
    /// The rule itself failed, and how; such a finding blocks as an error does.
    pub fault: Option<String>,
}

/// A value that a message names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Found {
    /// A whole number.
    Number(i64),
    /// A text, a word of a list or an ISO day.
    Text(String),
}

impl Finding {
    /// SHA-256 of the rule, its places, what stands there and the values it was found with, 64 hexadecimal digits: a justification
    /// holds for these values only.
    pub fn values_sha256(&self) -> String {
        let mut parts = vec![self.rule.clone()];
        parts.extend(self.paths.iter().zip(&self.marked).flat_map(|(path, value)| [path.clone(), value.clone()]));
        for (name, value) in &self.values {
            parts.push(name.clone());
            parts.push(match value {
                Found::Number(number) => number.to_string(),
                Found::Text(text) => text.clone(),
            });
        }
        // As a JSON list, so that no two lists of parts become the same bytes.
        sha256_hex(serde_json::Value::from(parts).to_string().as_bytes())
    }

    /// The field that takes the focus.
    pub fn place(&self) -> &str {
        self.paths.first().map_or("", String::as_str)
    }

    /// Whether it keeps the return from being signed: an error, a fault, or a warning that none of these explains.
    pub fn blocks(&self, justifications: &[Justification]) -> bool {
        match self.severity {
            _ if self.fault.is_some() => true,
            Severity::Error => true,
            Severity::Warning => !self.is_justified(justifications),
            Severity::Note => false,
        }
    }

    /// Whether one of these justifications explains this warning, for the values it has now.
    pub fn is_justified(&self, justifications: &[Justification]) -> bool {
        let mut here = justifications.iter().filter(|given| given.rule == self.rule && given.path == self.place());
        here.any(|given| !given.reason.trim().is_empty() && given.values_sha256 == self.values_sha256())
    }
}

/// What all findings together mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Errors at fields that are answered.
    pub errors: usize,
    /// Errors, and warnings without a justification, at fields that are not answered yet.
    pub open: usize,
    /// Warnings without a justification.
    pub unexplained: usize,
    /// Warnings with one.
    pub justified: usize,
    /// Notes.
    pub notes: usize,
}

impl Verdict {
    /// Whether the return may be signed.
    pub fn can_sign(self) -> bool {
        self.errors == 0 && self.open == 0 && self.unexplained == 0
    }
}

/// The verdict on these findings.
pub fn verdict<'a>(findings: impl IntoIterator<Item = &'a Finding>, justifications: &[Justification]) -> Verdict {
    let mut verdict = Verdict::default();
    for finding in findings {
        let count = match finding.severity {
            _ if finding.fault.is_some() => &mut verdict.errors,
            Severity::Error if finding.open => &mut verdict.open,
            Severity::Error => &mut verdict.errors,
            Severity::Warning if finding.is_justified(justifications) => &mut verdict.justified,
            Severity::Warning if finding.open => &mut verdict.open,
            Severity::Warning => &mut verdict.unexplained,
            Severity::Note => &mut verdict.notes,
        };
        *count += 1;
    }
    verdict
}
