use super::model::{Return, is_answer_key};
use super::signed::{Signable, Signed, content_value, is_hex, read_signed, write_signed};
use serde_json::Value;
use std::fmt;

/// The schema of returns that this program writes.
pub const SCHEMA: &str = "return36a/1";

/// A return's file.
pub type SignedFile = Signed<Return>;

/// Why a file is not what it should be, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    code: ReadErrorCode,
    place: String,
}

/// The reasons for which a file is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadErrorCode {
    /// More than eight megabytes.
    TooLarge,
    /// Not UTF-8.
    NotUtf8,
    /// Not JSON; the place is a line and a column.
    NotJson,
    /// Nested deeper than any return.
    TooDeep,
    /// The same member twice.
    DuplicateMember,
    /// A member that no return has.
    UnknownMember,
    /// A member that every return has is not there.
    MissingMember,
    /// A value of the wrong kind, or an unknown word.
    WrongValue,
    /// An integer past 2^53-1.
    NumberRange,
    /// A fraction where only whole numbers stand.
    Fraction,
    /// A text longer than any return's.
    TooLong,
    /// A control character in a text.
    ControlCharacter,
    /// A text not in NFC.
    NotNfc,
    /// A member's name with other than ASCII letters, digits, `_`, `-` and `.`: it could not be signed, or not pointed to.
    MemberName,
    /// The file is of a newer program.
    NewerSchema,
    /// The file is of no known schema.
    UnknownSchema,
}

impl ReadErrorCode {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::TooLarge,
        Self::NotUtf8,
        Self::NotJson,
        Self::TooDeep,
        Self::DuplicateMember,
        Self::UnknownMember,
        Self::MissingMember,
        Self::WrongValue,
        Self::NumberRange,
        Self::Fraction,
        Self::TooLong,
        Self::ControlCharacter,
        Self::NotNfc,
        Self::MemberName,
        Self::NewerSchema,
        Self::UnknownSchema,
    ];

    /// The reason with this code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }

    /// The stable code, by which the text room finds its sentence.
    pub fn code(self) -> &'static str {
        match self {
            Self::TooLarge => "read/too-large",
            Self::NotUtf8 => "read/not-utf8",
            Self::NotJson => "read/not-json",
            Self::TooDeep => "read/too-deep",
            Self::DuplicateMember => "read/duplicate-member",
            Self::UnknownMember => "read/unknown-member",
            Self::MissingMember => "read/missing-member",
            Self::WrongValue => "read/wrong-value",
            Self::NumberRange => "read/number-range",
            Self::Fraction => "read/fraction",
            Self::TooLong => "read/too-long",
            Self::ControlCharacter => "read/control-character",
            Self::NotNfc => "read/not-nfc",
            Self::MemberName => "read/member-name",
            Self::NewerSchema => "read/newer-schema",
            Self::UnknownSchema => "read/unknown-schema",
        }
    }
}

impl ReadError {
    pub(super) fn new(code: ReadErrorCode, place: &str) -> Self {
        Self { code, place: place.to_owned() }
    }

    /// The reason.
    pub fn code(&self) -> ReadErrorCode {
        self.code
    }

    /// The place: a JSON Pointer from the top of the file, or a line and a column; empty for the whole file.
    pub fn place(&self) -> &str {
        &self.place
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} at `{}`", self.code.code(), self.place)
    }
}

impl std::error::Error for ReadError {}

/// The return and the signatures in a file's bytes.
pub fn read(bytes: &[u8]) -> Result<SignedFile, ReadError> {
    read_signed(bytes)
}

/// The JSON value of a return, whose canonical bytes are signed.
pub fn return_value(content: &Return) -> Value {
    content_value(content)
}

/// The file's bytes: indented JSON that a person can read, ending in a line feed.
pub fn write(file: &SignedFile) -> Vec<u8> {
    write_signed(file)
}

impl Signable for Return {
    const MEMBER: &'static str = "return";
    const SCHEMA: &'static str = SCHEMA;

    fn ill_formed(&self) -> Option<String> {
        let hash = || self.justifications.iter().position(|given| !is_hex(&given.values_sha256, 64));
        match () {
            () if self.revision == 0 => Some("/revision".to_owned()),
            () if !is_hex(&self.return_id, 32) => Some("/return_id".to_owned()),
            () if self.supersedes.as_ref().is_some_and(|hash| !is_hex(hash, 64)) => Some("/supersedes".to_owned()),
            () if !is_hex(&self.registry.sha256, 64) => Some("/registry/sha256".to_owned()),
            () => self
                .answers
                .keys()
                .find(|key| !is_answer_key(key))
                .map(|key| format!("/answers/{key}"))
                .or_else(|| hash().map(|index| format!("/justifications/{index}/values_sha256")))
                .or_else(|| rows(self).into_iter().find_map(|(group, id)| unreachable_row(group, id))),
        }
    }
}

/// The ids of all rows, by the group in which they stand.
fn rows(of: &Return) -> Vec<(&'static str, &str)> {
    let general = of.general_tasks.keys().map(|id| ("general_tasks", id.as_str()));
    let tasks = of.tasks.keys().map(|number| ("tasks", number.as_str()));
    let services = of.services.keys().map(|id| ("services", id.as_str()));
    let indicators = of.indicators.keys().map(|id| ("indicators", id.as_str()));
    let listed = of.service_list.keys().map(|id| ("service_list", id.as_str()));
    general.chain(tasks).chain(services).chain(indicators).chain(listed).collect()
}

/// The place of a row to whose fields no path leads, since a slash in its id ends it.
fn unreachable_row(group: &str, id: &str) -> Option<String> {
    id.contains('/').then(|| format!("/{group}/{}", id.replace('/', "~1")))
}
