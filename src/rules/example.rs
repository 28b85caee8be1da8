//! The small returns in which a rule is tried.

use crate::quarterly::{ListedService, Return, Start, blank, return_value};
use crate::registry::{Example, Period, Registry};
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
        *slot = if path == "/service_list" { whole_services(content) } else { content.clone() };
    }
    for path in without {
        let members = path
            .rsplit_once('/')
            .and_then(|(parent, name)| value.pointer_mut(parent).and_then(Value::as_object_mut)?.remove(name));
        members.ok_or_else(|| no_field(path))?;
    }
    serde_json::from_value(value).map_err(|error| ExampleError { place: error.to_string() })
}

/// Listed services with all their members: examples leave out what is blank, for TOML has no null.
fn whole_services(list: &Value) -> Value {
    let mut list = list.clone();
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
