//! One JSON object, read so that nothing in it is overlooked: no member twice, none unknown.

use super::{MemberError, MemberFault};
use crate::quarterly::is_newer;
use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Deserializer, Map, Number, Value};
use std::cell::RefCell;
use std::fmt;

/// No path to a member is longer, in bytes: each one is written out.
const MOST_PATH: usize = 1000;

/// The members of an object that nobody has asked for yet.
pub(super) struct Members {
    path: String,
    map: Map<String, Value>,
}

/// Why bytes are not an object to be read.
pub(super) enum MembersError {
    NotAnObject,
    Member(MemberError),
}

impl Members {
    /// The object that these bytes are, alone; members that stand twice are refused at every depth.
    pub fn read(json: &[u8]) -> Result<Self, MembersError> {
        let duplicate = RefCell::new(None);
        let mut reader = Deserializer::from_slice(json);
        let value = Strict { duplicate: &duplicate, path: "" }.deserialize(&mut reader);
        if let Some(member) = duplicate.into_inner() {
            return Err(MembersError::Member(MemberError { member, fault: MemberFault::Duplicate }));
        }
        match (value, reader.end()) {
            (Ok(Value::Object(map)), Ok(())) => Ok(Self { path: String::new(), map }),
            _ => Err(MembersError::NotAnObject),
        }
    }

    /// The members of an object read by others, who have refused what stands twice.
    pub fn of(map: &Map<String, Value>) -> Self {
        Self { path: String::new(), map: map.clone() }
    }

    /// The text under this name.
    pub fn text(&mut self, name: &str) -> Result<String, MemberError> {
        match self.take(name)? {
            Value::String(text) => Ok(text),
            _ => Err(self.refused(name)),
        }
    }

    /// The text under this name, where there is such a member.
    pub fn text_if_any(&mut self, name: &str) -> Result<Option<String>, MemberError> {
        if self.has(name) { self.text(name).map(Some) } else { Ok(None) }
    }

    /// Whether a member of this name has not been asked for yet.
    pub fn has(&self, name: &str) -> bool {
        self.map.contains_key(name)
    }

    /// The list of texts under this name.
    pub fn texts(&mut self, name: &str) -> Result<Vec<String>, MemberError> {
        let Value::Array(items) = self.take(name)? else { return Err(self.refused(name)) };
        let text = |(index, item)| match item {
            Value::String(text) => Ok(text),
            _ => Err(self.refused(&format!("{name}/{index}"))),
        };
        items.into_iter().enumerate().map(text).collect()
    }

    /// The list of lists of texts under this name.
    pub fn lists_of_texts(&mut self, name: &str) -> Result<Vec<Vec<String>>, MemberError> {
        let Value::Array(items) = self.take(name)? else { return Err(self.refused(name)) };
        let list = |(index, item)| {
            let within = format!("{name}/{index}");
            let mut one = Self { path: self.path.clone(), map: Map::from_iter([(within.clone(), item)]) };
            one.texts(&within)
        };
        items.into_iter().enumerate().map(list).collect()
    }

    /// The whole number under this name; `1.0` is none.
    pub fn whole(&mut self, name: &str) -> Result<i64, MemberError> {
        self.take(name)?.as_i64().ok_or_else(|| self.refused(name))
    }

    /// The object under this name, with its members.
    pub fn object(&mut self, name: &str) -> Result<Self, MemberError> {
        match self.take(name)? {
            Value::Object(map) => Ok(Self { path: format!("{}{name}/", self.path), map }),
            _ => Err(self.refused(name)),
        }
    }

    /// The list of objects under this name, each with its members.
    pub fn objects(&mut self, name: &str) -> Result<Vec<Self>, MemberError> {
        let Value::Array(items) = self.take(name)? else { return Err(self.refused(name)) };
        let within = |(index, item)| match item {
            Value::Object(map) => Ok(Self { path: format!("{}{name}/{index}/", self.path), map }),
            _ => Err(self.error(&format!("{name}/{index}"), MemberFault::Value)),
        };
        items.into_iter().enumerate().map(within).collect()
    }

    /// Nothing, if every member has been asked for.
    pub fn finish(self) -> Result<(), MemberError> {
        match self.map.keys().next() {
            Some(name) => Err(self.error(name, MemberFault::Unknown)),
            None => Ok(()),
        }
    }

    /// The error that this member's value is not as it ought to be.
    pub fn refused(&self, name: &str) -> MemberError {
        self.error(name, MemberFault::Value)
    }

    /// The form of a file, as `return36a-key/1`, which stands under this name: the newest, or one of the older ones.
    pub fn form(&mut self, name: &str, newest: &str, older: &[&str]) -> Result<String, MemberError> {
        let form = self.text(name)?;
        match () {
            () if form == newest || older.contains(&form.as_str()) => Ok(form),
            () if is_newer(&form, newest) => Err(self.error(name, MemberFault::Newer)),
            () => Err(self.refused(name)),
        }
    }

    fn take(&mut self, name: &str) -> Result<Value, MemberError> {
        self.map.remove(name).ok_or_else(|| self.error(name, MemberFault::Missing))
    }

    fn error(&self, name: &str, fault: MemberFault) -> MemberError {
        MemberError { member: format!("{}{name}", self.path), fault }
    }
}

/// Reads any JSON value and notes the first member that stands twice.
struct Strict<'a> {
    duplicate: &'a RefCell<Option<String>>,
    path: &'a str,
}

impl Strict<'_> {
    fn within<'b>(&'b self, path: &'b str) -> Strict<'b> {
        Strict { duplicate: self.duplicate, path }
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("not a number"))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element_seed(self.within(self.path))? {
            array.push(item);
        }
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            if self.path.len() + name.len() > MOST_PATH {
                return Err(A::Error::custom("a member's name too long"));
            }
            let member = format!("{}{name}", self.path);
            if map.contains_key(&name) {
                self.duplicate.borrow_mut().get_or_insert(member);
                return Err(A::Error::custom("a member twice"));
            }
            let value = members.next_value_seed(self.within(&format!("{member}/")))?;
            map.insert(name, value);
        }
        Ok(Value::Object(map))
    }
}
