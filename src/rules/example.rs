//! The small returns in which a rule is tried.

use crate::quarterly::{ListedService, Return, Start, blank, return_value};
use crate::registry::{Example, Period, Registry, typed};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

/// Why an example is no return: the path that it names, or the shape of what it sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleError {
    /// The path, or the reader's words.
    pub place: String,
}

impl fmt::Display for ExampleError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "rules/example ({})", self.place)
    }
}

impl std::error::Error for ExampleError {}

/// An example's return and, where it has one, the return of the quarter before.
pub fn example(registry: &Registry, of: &Example) -> Result<(Return, Option<Return>), ExampleError> {
    let content = filled(registry, of, of.period, &of.set, &of.without)?;
    let previous = of.previous.as_ref().map(|set| filled(registry, of, of.period.previous(), set, &[]));
    Ok((content, previous.transpose()?))
}

fn filled(
    registry: &Registry,
    of: &Example,
    period: Period,
    set: &BTreeMap<String, Value>,
    without: &[String],
) -> Result<Return, ExampleError> {
    let start = Start { agency: of.agency.clone(), period, random: [0; 16] };
    let mut value = return_value(&blank(registry, "", &start));
    let no_field = |path: &str| ExampleError { place: path.to_owned() };
    for (path, content) in set {
        let slot = value.pointer_mut(path).ok_or_else(|| no_field(path))?;
        *slot = if path == "/service_list" { whole_services(content) } else { written_out(content) };
    }
    for path in without {
        let members = path
            .rsplit_once('/')
            .and_then(|(parent, name)| value.pointer_mut(parent).and_then(Value::as_object_mut)?.remove(name));
        members.ok_or_else(|| no_field(path))?;
    }
    typed(&value).map_err(|error| ExampleError { place: error.to_string() })
}

/// What an example sets, with characters put in where a text writes them as `\u` and four hexadecimal digits: a registry that is signed is
/// in NFC and has no control characters, and rules about those need examples.
pub fn written_out(content: &Value) -> Value {
    match content {
        Value::String(text) if text.contains(ESCAPE) => Value::String(unescaped(text)),
        Value::Array(list) => list.iter().map(written_out).collect(),
        Value::Object(table) => table.iter().map(|(name, value)| (name.clone(), written_out(value))).collect(),
        other => other.clone(),
    }
}

const ESCAPE: &str = "\\u";

fn unescaped(text: &str) -> String {
    let mut parts = text.split(ESCAPE);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32) {
            Some(letter) => {
                whole.push(letter);
                whole.push_str(part.get(4..).unwrap_or_default());
            }
            None => {
                whole.push_str(ESCAPE);
                whole.push_str(part);
            }
        }
    }
    whole
}

/// Listed services with all their members: examples leave out what is blank, for TOML has no null.
fn whole_services(list: &Value) -> Value {
    let mut list = written_out(list);
    let blank = serde_json::to_value(ListedService::default()).unwrap_or_default();
    for service in list.as_object_mut().into_iter().flat_map(|list| list.values_mut()) {
        if let (Some(service), Some(blank)) = (service.as_object_mut(), blank.as_object()) {
            for (name, value) in blank {
                service.entry(name.clone()).or_insert_with(|| value.clone());
            }
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn characters_that_no_signed_file_holds_are_written_out() {
        let cases = [
            ("Thie\\u0302\\u0301u", "Thie\u{302}\u{301}u"),
            ("chuông\\u0007", "chuông\u{7}"),
            ("\\u12", "\\u12"),
            ("\\ud800", "\\ud800"),
            ("\\u+123", "\\u+123"),
            ("C:\\users", "C:\\users"),
        ];
        for (written, meant) in cases {
            assert_eq!(unescaped(written), meant);
        }
    }
}
