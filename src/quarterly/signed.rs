use super::file::{ReadError, ReadErrorCode};
use super::strict;
use crate::registry::typed_at;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use serde_path_to_error::Path;

/// What can stand in a file beside its signatures.
pub trait Signable: Serialize + DeserializeOwned {
    /// The file's member that holds it: `return`.
    const MEMBER: &'static str;
    /// Its schema, `return36a/1`: a name, a slash, an edition.
    const SCHEMA: &'static str;

    /// The place of the first value whose form the types leave open and which is not as it ought to be, `/return_id`.
    fn ill_formed(&self) -> Option<String>;
}

/// A file: what is signed, and who signed it. Nothing else stands at the top level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed<T> {
    /// What is signed.
    pub content: T,
    /// Its signatures, in the order in which they were made.
    pub signatures: Vec<Signature>,
}

/// One detached JWS (RFC 7515, appendix F) over the canonical bytes of what is signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// The protected header, base64url.
    pub protected: String,
    /// The signature, base64url.
    pub signature: String,
}

/// What is signed and the signatures in a file's bytes.
///
/// What is read is exactly what was signed: it is written again and must give the same JSON value.
pub fn read_signed<T: Signable>(bytes: &[u8]) -> Result<Signed<T>, ReadError> {
    signed_in(&strict::parse(bytes)?)
}

/// The same in the JSON value of a file, strictly parsed.
pub fn signed_in<T: Signable>(value: &Value) -> Result<Signed<T>, ReadError> {
    let top = value.as_object().ok_or_else(|| ReadError::new(ReadErrorCode::WrongValue, ""))?;
    let place = format!("/{}", T::MEMBER);
    // Before anything else: a newer file may well have members that none has here.
    of_newer::<T>(top, &format!("{place}/schema"))?;
    if let Some(name) = top.keys().find(|name| *name != T::MEMBER && *name != "signatures") {
        return Err(ReadError::new(ReadErrorCode::UnknownMember, &format!("/{name}")));
    }
    let (content, signatures) = (member(top, T::MEMBER)?, member(top, "signatures")?);
    of_schema::<T>(content, &format!("{place}/schema"))?;
    let file = Signed::<T> { content: placed(content, &place)?, signatures: placed(signatures, "/signatures")? };
    same(value, &file_value(&file), "")?;
    match file.content.ill_formed() {
        Some(wrong) => Err(ReadError::new(ReadErrorCode::WrongValue, &format!("{place}{wrong}"))),
        None => Ok(file),
    }
}

fn member<'a>(top: &'a Map<String, Value>, name: &str) -> Result<&'a Value, ReadError> {
    top.get(name).ok_or_else(|| ReadError::new(ReadErrorCode::MissingMember, &format!("/{name}")))
}

fn of_newer<T: Signable>(top: &Map<String, Value>, place: &str) -> Result<(), ReadError> {
    let schema = top.get(T::MEMBER).and_then(|content| content.get("schema")).and_then(Value::as_str);
    match schema.is_some_and(|schema| is_newer(schema, T::SCHEMA)) {
        true => Err(ReadError::new(ReadErrorCode::NewerSchema, place)),
        false => Ok(()),
    }
}

fn of_schema<T: Signable>(content: &Value, place: &str) -> Result<(), ReadError> {
    match content.get("schema").and_then(Value::as_str) {
        Some(schema) if schema == T::SCHEMA => Ok(()),
        _ => Err(ReadError::new(ReadErrorCode::UnknownSchema, place)),
    }
}

/// Whether a schema, as `return36a/2`, is a later edition of `own`, as `return36a/1`.
pub fn is_newer(schema: &str, own: &str) -> bool {
    let parts = |schema: &str| {
        let (name, edition) = schema.rsplit_once('/')?;
        Some((name.to_owned(), edition.parse::<u32>().ok()?))
    };
    parts(schema).zip(parts(own)).is_some_and(|((name, edition), (own, newest))| name == own && edition > newest)
}

fn placed<'de, T: Deserialize<'de>>(value: &'de Value, root: &str) -> Result<T, ReadError> {
    typed_at(value).map_err(|(path, error)| {
        let message = error.to_string();
        let code = match message.split(' ').next() {
            Some("unknown") if message.starts_with("unknown field") => ReadErrorCode::UnknownMember,
            Some("missing") => ReadErrorCode::MissingMember,
            _ => ReadErrorCode::WrongValue,
        };
        let place = pointer(root, &path);
        match missing(&message) {
            Some(name) => ReadError::new(code, &format!("{place}/{name}")),
            None => ReadError::new(code, &place),
        }
    })
}

/// The member that is not there, as serde names it: "missing field `answers`".
fn missing(message: &str) -> Option<&str> {
    message.strip_prefix("missing field `")?.split('`').next()
}

fn pointer(root: &str, path: &Path) -> String {
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

/// What was read is what would be written, else a file could mean more than it shows.
fn same(read: &Value, written: &Value, at: &str) -> Result<(), ReadError> {
    // Nearly every file is; the places of all its values need not be written out for that.
    if read == written {
        return Ok(());
    }
    difference(read, written, at).map_or(Ok(()), |(code, place)| Err(ReadError::new(code, &place)))
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

/// The JSON value whose canonical bytes are signed.
pub fn content_value<T: Signable>(content: &T) -> Value {
    serde_json::to_value(content).unwrap_or_default()
}

fn file_value<T: Signable>(file: &Signed<T>) -> Value {
    let signatures = serde_json::to_value(&file.signatures).unwrap_or_default();
    let members = [(T::MEMBER, content_value(&file.content)), ("signatures", signatures)];
    Value::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// The file's bytes: indented JSON that a person can read, ending in a line feed.
pub fn write_signed<T: Signable>(file: &Signed<T>) -> Vec<u8> {
    let mut text = serde_json::to_string_pretty(&file_value(file)).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}

/// Whether a text is this many hexadecimal digits, small ones, as ids and hashes are written.
pub fn is_hex(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
