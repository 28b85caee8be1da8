use super::SigningError;
use crate::vietnamese::{LARGEST, is_nfc};
use serde_json::{Number, Value};

/// How deep values may lie in one another; a return needs fewer than ten.
const DEEPEST: usize = 64;

/// One step of the way to a value; it is written out only where something is refused.
#[derive(Clone, Copy)]
enum Step<'a> {
    Member(&'a str),
    Item(usize),
}

/// The bytes that a signature covers: the value by RFC 8785 (JCS), so that they do not depend on who wrote the file.
///
/// Refused with the place: numbers that are no integers within ±(2^53-1), text not in NFC, names of members that are not
/// ASCII, and nesting deeper than 64. Each of these could be read as something else by another program.
pub fn canonical(value: &Value) -> Result<Vec<u8>, SigningError> {
    let mut place = Vec::new();
    examine(value, &mut place)?;
    serde_json_canonicalizer::to_vec(value).map_err(|_| SigningError::JsonMalformed)
}

/// `place` holds the names of the members and the numbers of the items in which the value lies.
fn examine<'a>(value: &'a Value, place: &mut Vec<Step<'a>>) -> Result<(), SigningError> {
    match value {
        Value::Null | Value::Bool(_) => Ok(()),
        Value::Number(number) if is_safe(number) => Ok(()),
        Value::Number(_) => Err(SigningError::NumberRefused(pointer(place))),
        Value::String(text) if is_nfc(text) => Ok(()),
        Value::String(_) => Err(SigningError::TextNotNfc(pointer(place))),
        Value::Array(items) => {
            items.iter().enumerate().try_for_each(|(at, item)| examine_within(item, Step::Item(at), place))
        }
        Value::Object(members) => {
            members.iter().try_for_each(|(name, member)| examine_within(member, Step::Member(name), place))
        }
    }
}

fn examine_within<'a>(value: &'a Value, step: Step<'a>, place: &mut Vec<Step<'a>>) -> Result<(), SigningError> {
    place.push(step);
    if place.len() > DEEPEST {
        return Err(SigningError::TooDeep(pointer(place)));
    }
    if matches!(step, Step::Member(name) if !name.is_ascii()) {
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

fn pointer(place: &[Step<'_>]) -> String {
    let name = |step: &Step<'_>| match step {
        Step::Member(name) => format!("/{}", name.replace('~', "~0").replace('/', "~1")),
        Step::Item(at) => format!("/{at}"),
    };
    place.iter().map(name).collect()
}
