use super::paper::{Issued, Issuer, ReturnMark, is_line};
use super::{Entry, State};
use crate::quarterly::{RegistryMark, Signable, is_hex};
use crate::signing::Subject;
use crate::vietnamese::{Date, nfc};
use serde::{Deserialize, Serialize};

/// The longest name of a file, in bytes of UTF-8.
const LONGEST_FILE_NAME: usize = 1000;

/// What the coordinator received, when, and what came of it: the member `receipt` of its file, signed by the coordinator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// `return36a-receipt/1`.
    pub schema: String,
    /// The return that was received; none where the file is none, or not one that can be read.
    pub about: Option<ReturnMark>,
    /// The file's name.
    pub file_name: String,
    /// SHA-256 of the file's bytes, 64 hexadecimal digits.
    pub file_sha256: String,
    /// The day on which the coordinator received it.
    pub received: Date,
    /// What came of it.
    pub state: State,
    /// How many errors the rules found.
    pub errors: u32,
    /// How many warnings.
    pub warnings: u32,
    /// How many notes.
    pub notes: u32,
    /// The registry under which it was checked here.
    pub registry: RegistryMark,
    /// The day of the receipt.
    pub issued: Date,
    /// Who received it.
    pub issuer: Issuer,
}

/// The receipt for a file of the ledger, checked under this registry.
///
/// What is blank counts as an error: both keep a return from counting. A file's name is told without its folder.
pub fn receipt(entry: &Entry, registry: RegistryMark, issued: Date, issuer: Issuer) -> Receipt {
    let filed = entry.filed().filter(|_| entry.state != State::NotAReturn);
    let found = filed.map(|filed| filed.tally).unwrap_or_default();
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Receipt {
        schema: Receipt::SCHEMA.to_owned(),
        about: filed.map(ReturnMark::of_filed),
        file_name: plain_name(&entry.file.name),
        file_sha256: entry.file.examined.sha256.clone(),
        received: entry.file.received,
        state: entry.state,
        errors: count(found.errors + found.open),
        warnings: count(found.unexplained + found.justified),
        notes: count(found.notes),
        registry,
        issued,
        issuer,
    }
}

/// A file's name as a paper can carry it: one line in NFC, its folder and what is too long cut off.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let plain: String = last.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let mut plain = nfc(plain.trim());
    while plain.len() > LONGEST_FILE_NAME {
        plain.pop();
    }
    if plain.is_empty() { "?".to_owned() } else { plain }
}

impl Signable for Receipt {
    const MEMBER: &'static str = "receipt";
    const SCHEMA: &'static str = "return36a-receipt/1";

    fn ill_formed(&self) -> Option<String> {
        // What is no return has nothing of one; what was set aside, or came twice, need not be one.
        let fits = match self.state {
            State::NotAReturn => self.about.is_none(),
            State::SetAside | State::Duplicate => true,
            _ => self.about.is_some(),
        };
        match () {
            () if !fits => Some("/about".to_owned()),
            () if !is_line(&self.file_name, LONGEST_FILE_NAME) => Some("/file_name".to_owned()),
            () if !is_hex(&self.file_sha256, 64) => Some("/file_sha256".to_owned()),
            () if !is_hex(&self.registry.sha256, 64) => Some("/registry/sha256".to_owned()),
            () => self.about.as_ref().and_then(ReturnMark::ill_formed).or_else(|| self.issuer.ill_formed()),
        }
    }
}

impl Issued for Receipt {
    const SUBJECT: Subject = Subject::Receipt;

    fn issuer(&self) -> &Issuer {
        &self.issuer
    }
}
