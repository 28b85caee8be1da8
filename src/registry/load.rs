use super::{Registry, sha256_hex, typed_text};
use crate::vietnamese::LARGEST;
use serde_json::Value;
use std::fmt;
use std::sync::OnceLock;

/// The registry that the build joined from `registry/*.toml`.
const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/registry.json"));

/// Its SHA-256, where the build knows it; see [`Registry::pin`].
const EMBEDDED_SHA256: &str = include_str!(concat!(env!("OUT_DIR"), "/registry.sha256"));

/// A text longer than this is not a registry: the one of this program is a twentieth of it.
const MOST_BYTES: usize = 8 << 20;

/// Why a text is not a registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistryError {
    /// What kind of mistake.
    pub code: RegistryErrorCode,
    /// Where and what, as far as the reader could tell: `line 1 column 20: missing field ...`.
    pub place: String,
}

/// Kinds of mistakes in a registry's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegistryErrorCode {
    /// More than eight megabytes.
    TooLarge,
    /// The text is not JSON, or it ends too early.
    NotJson,
    /// It is JSON, but a member is missing, unknown, said twice or of the wrong kind.
    NotARegistry,
    /// A value has no canonical JSON form of its own, as a number past 2^53-1; the place is a JSON Pointer.
    NotCanonical,
}

impl RegistryErrorCode {
    /// Of what kind an error of serde's is.
    fn of(error: &serde_json::Error) -> Self {
        if error.is_data() { Self::NotARegistry } else { Self::NotJson }
    }

    /// The code as messages and logs name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::TooLarge => "registry-too-large",
            Self::NotJson => "registry-not-json",
            Self::NotARegistry => "registry-not-a-registry",
            Self::NotCanonical => "registry-not-canonical",
        }
    }
}

/// The place of the first number that is no integer within ±(2^53-1).
fn inexact(value: &Value, at: &str) -> Option<String> {
    match value {
        Value::Number(number) => {
            let exact = number.as_i64().is_some_and(|number| number.unsigned_abs() <= LARGEST.unsigned_abs());
            (!exact).then(|| at.to_owned())
        }
        Value::Array(items) => {
            items.iter().enumerate().find_map(|(index, item)| inexact(item, &format!("{at}/{index}")))
        }
        Value::Object(members) => members.iter().find_map(|(name, member)| inexact(member, &format!("{at}/{name}"))),
        Value::Null | Value::Bool(_) | Value::String(_) => None,
    }
}

impl fmt::Display for RegistryError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} ({})", self.code.as_str(), self.place)
    }
}

impl std::error::Error for RegistryError {}

impl Registry {
    /// The registry that this program was built with, read once.
    pub fn embedded() -> Result<&'static Self, RegistryError> {
        static READ: OnceLock<Result<Registry, RegistryError>> = OnceLock::new();
        READ.get_or_init(|| Self::of_program(EMBEDDED)).as_ref().map_err(Clone::clone)
    }

    /// The registry in a text that this program wrote itself, or its build: in one from elsewhere the last of two members of
    /// one name would count.
    ///
    /// # Errors
    /// The kind of mistake, and serde's words.
    pub fn of_program(text: &str) -> Result<Self, RegistryError> {
        typed_text(text)
            .map_err(|error| RegistryError { code: RegistryErrorCode::of(&error), place: error.to_string() })
    }

    /// The SHA-256 of the registry that this program was built with. It is known from the build, since writing half a megabyte
    /// in the canonical form would be a quarter of the page's start; computed once where the build does not know it.
    ///
    /// # Errors
    /// As [`Registry::embedded`] and [`Registry::sha256`].
    pub fn embedded_sha256() -> Result<&'static str, RegistryError> {
        static COMPUTED: OnceLock<Result<String, RegistryError>> = OnceLock::new();
        if !EMBEDDED_SHA256.is_empty() {
            return Ok(EMBEDDED_SHA256);
        }
        let computed = COMPUTED.get_or_init(|| Self::embedded().and_then(Self::sha256));
        computed.as_deref().map_err(Clone::clone)
    }

    /// What `registry/sha256.txt` holds: the SHA-256 of the joined text of `registry/*.toml`, by which the build sees whether
    /// the second is still true, and that of its canonical form.
    ///
    /// # Errors
    /// As [`Registry::embedded`] and [`Registry::sha256`].
    pub fn pin() -> Result<String, RegistryError> {
        Ok(format!("{} {}", sha256_hex(EMBEDDED.as_bytes()), Self::embedded()?.sha256()?))
    }

    /// The registry in this JSON text. Its shape is checked, not its sense: that is [`super::self_check`].
    pub fn from_json(text: &str) -> Result<Self, RegistryError> {
        if text.len() > MOST_BYTES {
            return Err(RegistryError { code: RegistryErrorCode::TooLarge, place: format!("{} bytes", text.len()) });
        }
        serde_json::from_str(text).map_err(|error| {
            let place = format!("line {} column {}: {error}", error.line(), error.column());
            RegistryError { code: RegistryErrorCode::of(&error), place }
        })
    }

    /// The registry as JSON in the RFC 8785 form: one sequence of bytes for one registry, however it was written.
    ///
    /// Refused with the place: numbers that are no integers within ±(2^53-1). RFC 8785 writes them as floats, and two
    /// registries would share one form.
    pub fn canonical_json(&self) -> Result<String, RegistryError> {
        let refused = |place: String| RegistryError { code: RegistryErrorCode::NotCanonical, place };
        let value = serde_json::to_value(self).map_err(|error| refused(error.to_string()))?;
        inexact(&value, "").map_or(Ok(()), |place| Err(refused(place)))?;
        serde_json_canonicalizer::to_string(&value).map_err(|error| refused(error.to_string()))
    }

    /// The SHA-256 of [`Registry::canonical_json`], 64 lower-case hexadecimal digits. Returns carry it.
    pub fn sha256(&self) -> Result<String, RegistryError> {
        Ok(sha256_hex(self.canonical_json()?.as_bytes()))
    }
}
