//! A registry as it is given: a folder of TOML files, all of it as JSON, or a file that was signed.

use crate::output::{Failure, shown};
use crate::{files, join};
use return36a::collect::{Edition, Proof};
use return36a::quarterly::{MOST_BYTES, Signable, Signed, read_signed};
use return36a::registry::Registry;
use return36a::signing::{Native, Verdict, no_randomness};
use return36a::text::{Language, edition_signature, edition_unsigned, read_error_message, registry_error_message};
use serde_json::Value;
use std::io::ErrorKind;
use std::path::Path;

/// A registry and, where its file is signed, who issued it.
pub struct Given {
    /// The registry.
    pub registry: Registry,
    /// Its file, where that is signed.
    pub signed: Option<Signed<Edition>>,
}

/// The registry that a path leads to.
pub fn given(path: &Path, language: Language) -> Result<Given, Failure> {
    let refused = |why: String| Failure::refused(format!("{}: {why}", files::name(path)));
    if path.is_dir() {
        let joined = join::folder(path, |_| {}).map_err(|why| Failure::refused(shown(&why)))?;
        let read = serde_path_to_error::deserialize(Value::Object(joined));
        let registry = read.map_err(|error| refused(shown(&error.to_string())))?;
        return Ok(Given { registry, signed: None });
    }
    let bytes = files::bytes(path, MOST_BYTES)?;
    if is_signed(&bytes) {
        let signed: Signed<Edition> =
            read_signed(&bytes).map_err(|error| refused(read_error_message(&error, language)))?;
        return Ok(Given { registry: signed.content.content.clone(), signed: Some(signed) });
    }
    let text = String::from_utf8(bytes).map_err(|_| files::cannot_read(path, ErrorKind::InvalidData.into()))?;
    let registry = Registry::from_json(&text);
    Ok(Given { registry: registry.map_err(|error| refused(registry_error_message(&error, language)))?, signed: None })
}

/// Whether a file has the members of a signed one.
fn is_signed(bytes: &[u8]) -> bool {
    let value = serde_json::from_slice::<Value>(bytes).ok();
    value.is_some_and(|value| value.get("signatures").is_some() && value.get(Edition::MEMBER).is_some())
}

impl Given {
    /// What is to be said of its signature, and whether it is right; nothing where there is none.
    pub fn signature(&self, language: Language) -> Result<Option<(bool, String)>, Failure> {
        let Some(signed) = &self.signed else { return Ok(None) };
        let Some(proof) = Proof::of(signed) else { return Ok(Some((false, edition_unsigned(language).to_owned()))) };
        let verdict = pollster::block_on(proof.verdict(&Native::new(no_randomness))).map_err(Failure::undone)?;
        let says = edition_signature(&verdict, &signed.content.issuer, language);
        Ok(Some((matches!(verdict, Verdict::Valid { .. }), says)))
    }
}
