use super::{Registry, sha256_hex};
use std::fmt;
use std::sync::OnceLock;

/// The registry that the build joined from `registry/*.toml`.
const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/registry.json"));

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
    /// A value has no canonical JSON form, as a number that is not finite.
    NotCanonical,
}

impl RegistryErrorCode {
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
        READ.get_or_init(|| Self::from_json(EMBEDDED)).as_ref().map_err(Clone::clone)
    }

    /// The registry in this JSON text. Its shape is checked, not its sense: that is [`super::self_check`].
    pub fn from_json(text: &str) -> Result<Self, RegistryError> {
        if text.len() > MOST_BYTES {
            return Err(RegistryError { code: RegistryErrorCode::TooLarge, place: format!("{} bytes", text.len()) });
        }
        serde_json::from_str(text).map_err(|error| {
            let place = format!("line {} column {}: {error}", error.line(), error.column());
            let code = if error.is_data() { RegistryErrorCode::NotARegistry } else { RegistryErrorCode::NotJson };
            RegistryError { code, place }
        })
    }

    /// The registry as JSON in the RFC 8785 form: one sequence of bytes for one registry, however it was written.
    pub fn canonical_json(&self) -> Result<String, RegistryError> {
        serde_json_canonicalizer::to_string(self)
            .map_err(|error| RegistryError { code: RegistryErrorCode::NotCanonical, place: error.to_string() })
    }

    /// The SHA-256 of [`Registry::canonical_json`], 64 lower-case hexadecimal digits. Returns carry it.
    pub fn sha256(&self) -> Result<String, RegistryError> {
        Ok(sha256_hex(self.canonical_json()?.as_bytes()))
    }
}
