use super::paper::{Issued, Issuer, ReturnMark, is_line};
use crate::quarterly::{RegistryMark, Signable, is_hex};
use crate::signing::Subject;
use crate::vietnamese::Date;
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
    pub state: FileState,
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

/// What came of a file that the coordinator received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileState {
    /// It counts.
    Accepted,
    /// It counts; the rules found warnings, each with a reason.
    Warned,
    /// It counts, and came after the due day.
    Late,
    /// It counts, and was checked by the agency under another registry.
    OtherRegistry,
    /// The rules found what forbids to take it.
    Blocked,
    /// Nobody signed it.
    Unsigned,
    /// Signed with a key that the coordinator does not know.
    SignatureUnknown,
    /// The signature does not fit the return.
    SignatureBroken,
    /// Signed with a key of another agency.
    SignatureOtherAgency,
    /// It is no return.
    NotAReturn,
    /// It was received before.
    Duplicate,
    /// A later revision takes its place.
    Superseded,
    /// Two revisions claim to follow the same one.
    Forked,
    /// It is of another quarter than is collected.
    WrongPeriod,
    /// The coordinator put it aside.
    SetAside,
}

impl FileState {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::Accepted,
        Self::Warned,
        Self::Late,
        Self::OtherRegistry,
        Self::Blocked,
        Self::Unsigned,
        Self::SignatureUnknown,
        Self::SignatureBroken,
        Self::SignatureOtherAgency,
        Self::NotAReturn,
        Self::Duplicate,
        Self::Superseded,
        Self::Forked,
        Self::WrongPeriod,
        Self::SetAside,
    ];

    /// Whether the return counts.
    pub fn counts(self) -> bool {
        matches!(self, Self::Accepted | Self::Warned | Self::Late | Self::OtherRegistry)
    }
}

impl Signable for Receipt {
    const MEMBER: &'static str = "receipt";
    const SCHEMA: &'static str = "return36a-receipt/1";

    fn ill_formed(&self) -> Option<String> {
        // What is no return has nothing of one; of what was set aside the coordinator may not know.
        let fits = match self.state {
            FileState::NotAReturn => self.about.is_none(),
            FileState::SetAside => true,
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
