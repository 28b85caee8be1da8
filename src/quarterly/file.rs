use super::model::Return;
use super::strict;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fmt;

/// The schema of returns that this program writes.
pub const SCHEMA: &str = "return36a/1";

/// A return's file: what is signed, and who signed it. Nothing else stands at the top level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedFile {
    /// The return.
    pub content: Return,
    /// Its signatures, in the order in which they were made.
    pub signatures: Vec<Signature>,
}

/// One detached JWS (RFC 7515, appendix F) over the canonical bytes of the return.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// The protected header, base64url.
    pub protected: String,
    /// The signature, base64url.
    pub signature: String,
}

/// Why a file is not a return, and where.
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
///
/// What is read is exactly what was signed: the return is written again and must give the same JSON value.
pub fn read(bytes: &[u8]) -> Result<SignedFile, ReadError> {
    let value = strict::parse(bytes)?;
    let top = value.as_object().ok_or_else(|| ReadError::new(ReadErrorCode::WrongValue, ""))?;
    if let Some(name) = top.keys().find(|name| !matches!(name.as_str(), "return" | "signatures")) {
        return Err(ReadError::new(ReadErrorCode::UnknownMember, &format!("/{name}")));
    }
    let member =
        |name: &str| top.get(name).ok_or_else(|| ReadError::new(ReadErrorCode::MissingMember, &format!("/{name}")));
    let (content, signatures) = (member("return")?, member("signatures")?);
    let file = SignedFile { content: read_return(content)?, signatures: typed(signatures, "/signatures")? };
    same(&value, &file_value(&file), "")?;
    well_formed(&file.content)?;
    Ok(file)
}

/// What was read is what would be written, else a file could mean more than it shows.
fn same(read: &Value, written: &Value, at: &str) -> Result<(), ReadError> {
    difference(read, written, at).map_or(Ok(()), |(code, place)| Err(ReadError::new(code, &place)))
}

/// The forms that the model's types leave open: numbers of revisions, hashes, ids, names of members.
fn well_formed(content: &Return) -> Result<(), ReadError> {
    let hex = |text: &str, length: usize| {
        text.len() == length && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
    };
    let wrong = |place: &str| Err(ReadError::new(ReadErrorCode::WrongValue, place));
    let hash = content.justifications.iter().position(|given| !hex(&given.values_sha256, 64));
    match () {
        () if content.revision == 0 => wrong("/return/revision"),
        () if !hex(&content.return_id, 32) => wrong("/return/return_id"),
        () if content.supersedes.as_ref().is_some_and(|hash| !hex(hash, 64)) => wrong("/return/supersedes"),
        () if !hex(&content.registry.sha256, 64) => wrong("/return/registry/sha256"),
        () => hash.map_or(Ok(()), |index| wrong(&format!("/return/justifications/{index}/values_sha256"))),
    }
}

fn read_return(value: &Value) -> Result<Return, ReadError> {
    match value.get("schema").and_then(Value::as_str) {
        Some(SCHEMA) => {}
        Some(schema) if is_newer(schema) => return Err(ReadError::new(ReadErrorCode::NewerSchema, "/return/schema")),
        _ => return Err(ReadError::new(ReadErrorCode::UnknownSchema, "/return/schema")),
    }
    typed(value, "/return")
}

fn is_newer(schema: &str) -> bool {
    let edition = |schema: &str| schema.strip_prefix("return36a/").and_then(|edition| edition.parse::<u32>().ok());
    edition(schema) > edition(SCHEMA)
}

fn typed<'de, T: Deserialize<'de>>(value: &'de Value, root: &str) -> Result<T, ReadError> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let message = error.inner().to_string();
        let code = match message.split(' ').next() {
            Some("unknown") if message.starts_with("unknown field") => ReadErrorCode::UnknownMember,
            Some("missing") => ReadErrorCode::MissingMember,
            _ => ReadErrorCode::WrongValue,
        };
        ReadError::new(code, &pointer(root, error.path()))
    })
}

fn pointer(root: &str, path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    let mut pointer = root.to_owned();
    for segment in path {
        match segment {
            Segment::Seq { index } => pointer.push_str(&format!("/{index}")),
            Segment::Map { key } => pointer.push_str(&format!("/{}", key.replace('~', "~0").replace('/', "~1"))),
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    pointer
}

/// The first place at which what was read differs from what would be written: a member missing, or one written otherwise.
fn difference(left: &Value, right: &Value, at: &str) -> Option<(ReadErrorCode, String)> {
    match (left, right) {
        (Value::Object(left), Value::Object(right)) => {
            let names = right.keys().chain(left.keys());
            names
                .filter_map(|name| match (left.get(name), right.get(name)) {
                    (Some(left), Some(right)) => difference(left, right, &format!("{at}/{name}")),
                    _ => Some((ReadErrorCode::MissingMember, format!("{at}/{name}"))),
                })
                .next()
        }
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => {
            let pairs = left.iter().zip(right).enumerate();
            pairs.filter_map(|(index, (left, right))| difference(left, right, &format!("{at}/{index}"))).next()
        }
        _ => (left != right).then(|| (ReadErrorCode::WrongValue, at.to_owned())),
    }
}

/// The JSON value of a return, whose canonical bytes are signed.
pub fn return_value(content: &Return) -> Value {
    serde_json::to_value(content).unwrap_or_default()
}

fn file_value(file: &SignedFile) -> Value {
    serde_json::json!({ "return": return_value(&file.content), "signatures": file.signatures })
}

/// The file's bytes: indented JSON that a person can read, ending in a line feed.
pub fn write(file: &SignedFile) -> Vec<u8> {
    let mut text = serde_json::to_string_pretty(&file_value(file)).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}
