use super::file::{ReadError, ReadErrorCode};
use crate::vietnamese::{LARGEST, is_nfc};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::fmt;

/// A file longer than this, in bytes, is not a return: 2,000 listed services take less than one megabyte.
pub const MOST_BYTES: usize = 8 << 20;
/// A return is six levels deep.
const MOST_DEPTH: usize = 16;
/// No member's name and no path to one is longer, in bytes: each value's path is written out, and a name of megabytes
/// above thousands of values would keep the reader busy for hours.
const MOST_NAME: usize = 200;
const MOST_PATH: usize = 1000;
/// No text of a return is longer than this, in bytes.
pub const MOST_TEXT: usize = 64 << 10;

/// The JSON value of these bytes, read so that no two programs can read it differently: no duplicate members, no
/// fractions, no integer past 2^53-1, text in NFC without control characters other than the line feed.
pub fn parse(bytes: &[u8]) -> Result<Value, ReadError> {
    parse_within(bytes, MOST_TEXT)
}

/// The same, for drafts, whose typed texts may be as long as the whole.
pub fn parse_draft(bytes: &[u8]) -> Result<Value, ReadError> {
    parse_within(bytes, MOST_BYTES)
}

fn parse_within(bytes: &[u8], most_text: usize) -> Result<Value, ReadError> {
    if bytes.len() > MOST_BYTES {
        return Err(ReadError::new(ReadErrorCode::TooLarge, ""));
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|error| ReadError::new(ReadErrorCode::NotUtf8, &format!("byte {}", error.valid_up_to())))?;
    let found = RefCell::new(None);
    let mut deserializer = serde_json::Deserializer::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
    let reader = Reader { path: String::new(), depth: 0, most_text, found: &found };
    let value = reader.deserialize(&mut deserializer).and_then(|value| deserializer.end().map(|()| value));
    value.map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        found.into_inner().unwrap_or_else(|| ReadError::new(ReadErrorCode::NotJson, &place))
    })
}

/// Reads one value at a path; the first refusal is kept in `found`, since serde's own error carries only a text.
struct Reader<'a> {
    path: String,
    depth: usize,
    most_text: usize,
    found: &'a RefCell<Option<ReadError>>,
}

impl Reader<'_> {
    fn refuse<E: serde::de::Error>(&self, code: ReadErrorCode) -> E {
        self.refuse_at(code, &self.path)
    }

    fn refuse_at<E: serde::de::Error>(&self, code: ReadErrorCode, place: &str) -> E {
        self.found.borrow_mut().get_or_insert_with(|| ReadError::new(code, place));
        E::custom(code.code())
    }

    fn child(&self, name: &str) -> Self {
        let name = name.replace('~', "~0").replace('/', "~1");
        Reader { path: format!("{}/{name}", self.path), depth: self.depth + 1, ..*self }
    }

    fn text<E: serde::de::Error>(&self, text: &str) -> Result<(), E> {
        if text.len() > self.most_text {
            return Err(self.refuse(ReadErrorCode::TooLong));
        }
        if text.chars().any(|c| c.is_control() && c != '\n') {
            return Err(self.refuse(ReadErrorCode::ControlCharacter));
        }
        if !is_nfc(text) {
            return Err(self.refuse(ReadErrorCode::NotNfc));
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Reader<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        if self.depth > MOST_DEPTH || self.path.len() > MOST_PATH {
            return Err(self.refuse(ReadErrorCode::TooDeep));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reader<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Value, E> {
        if value < -LARGEST { Err(self.refuse(ReadErrorCode::NumberRange)) } else { Ok(Value::from(value)) }
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Value, E> {
        match i64::try_from(value) {
            Ok(value) if value <= LARGEST => Ok(Value::from(value)),
            _ => Err(self.refuse(ReadErrorCode::NumberRange)),
        }
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        // serde_json hands over integers past 64 bits as floats too.
        let code = if value.abs() > 9e15 { ReadErrorCode::NumberRange } else { ReadErrorCode::Fraction };
        Err(self.refuse(code))
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<Value, E> {
        self.text(value)?;
        Ok(Value::from(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self.child(&list.len().to_string()))? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            if name.len() > MOST_NAME {
                return Err(self.refuse(ReadErrorCode::MemberName));
            }
            let child = self.child(&name);
            if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-./".contains(&byte)) {
                return Err(self.refuse_at(ReadErrorCode::MemberName, &child.path));
            }
            if map.contains_key(&name) {
                return Err(self.refuse_at(ReadErrorCode::DuplicateMember, &child.path));
            }
            let value = members.next_value_seed(child)?;
            map.insert(name, value);
        }
        Ok(Value::Object(map))
    }
}
