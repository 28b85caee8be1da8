//! The one way from JSON to this program's types. Each way that serde is given writes every type's reading out once more;
//! three of them were a twelfth of the page.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Error, Value};
use serde_path_to_error::Path;

/// What a JSON value says as a `T`, or the place of the first value that it cannot be, with serde's words.
pub fn typed_at<'de, T: Deserialize<'de>>(value: &'de Value) -> Result<T, (Path, Error)> {
    serde_path_to_error::deserialize(value).map_err(|error| (error.path().clone(), error.into_inner()))
}

/// What a JSON value says as a `T`.
///
/// # Errors
/// In serde's words, why it does not.
pub fn typed<'de, T: Deserialize<'de>>(value: &'de Value) -> Result<T, Error> {
    typed_at(value).map_err(|(_, error)| error)
}

/// What a JSON text says as a `T`; of a member that stands twice the last one counts.
///
/// # Errors
/// In serde's words, why it does not.
pub fn typed_text<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    typed(&serde_json::from_str(text)?)
}
