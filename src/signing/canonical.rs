use super::SigningError;
use crate::vietnamese::{LARGEST, is_nfc};
use serde_json::{Number, Value};

/// How deep values may lie in one another; a return needs fewer than ten.
const DEEPEST: usize = 64;

/// The bytes that a signature covers: the value by RFC 8785 (JCS), so that they do not depend on who wrote the file.
///
/// Refused with the place: numbers that are no integers within ±(2^53-1), text not in NFC, names of members that are not
/// ASCII, and nesting deeper than 64. Each of these could be read as something else by another program.
pub fn canonical(value: &Value) -> Result<Vec<u8>, SigningError> {
    let mut place = Vec::new();
    examine(value, &mut place)?;
    serde_json_canonicalizer::to_vec(value).map_err(|_| SigningError::JsonMalformed)
}

fn examine(value: &Value, place: &mut Vec<String>) -> Result<(), SigningError> {
    match value {
        Value::Null | Value::Bool(_) => Ok(()),
        Value::Number(number) if is_safe(number) => Ok(()),
        Value::Number(_) => Err(SigningError::NumberRefused(pointer(place))),
        Value::String(text) if is_nfc(text) => Ok(()),
        Value::String(_) => Err(SigningError::TextNotNfc(pointer(place))),
        Value::Array(items) => {
            items.iter().enumerate().try_for_each(|(at, item)| examine_within(item, &at.to_string(), place))
        }
        Value::Object(members) => members.iter().try_for_each(|(name, member)| examine_within(member, name, place)),
    }
}

fn examine_within(value: &Value, name: &str, place: &mut Vec<String>) -> Result<(), SigningError> {
    place.push(name.replace('~', "~0").replace('/', "~1"));
    if place.len() > DEEPEST {
        return Err(SigningError::TooDeep(pointer(place)));
    }
    if !name.is_ascii() {
        return Err(SigningError::NameRefused(pointer(place)));
    }
    examine(value, place)?;
    place.pop();
    Ok(())
}

fn is_safe(number: &Number) -> bool {
    let magnitude = number.as_u64().or_else(|| number.as_i64().map(i64::unsigned_abs));
    magnitude.is_some_and(|magnitude| magnitude <= LARGEST.unsigned_abs())
}

fn pointer(place: &[String]) -> String {
    place.iter().map(|name| format!("/{name}")).collect()
}
