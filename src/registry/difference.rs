//! What one registry asks otherwise than another, as data: the text room has the words.

use super::{Identity, Registry};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The lists of a registry, in the order in which changes are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The registry itself.
    Registry,
    /// Quarters.
    Period,
    /// Agencies.
    Agency,
    /// General tasks.
    GeneralTask,
    /// Assigned tasks.
    Task,
    /// Measured indicators.
    Indicator,
    /// Counts of the services section.
    Count,
    /// Guidance for the fields of a return.
    Field,
    /// Content rules.
    Rule,
    /// Documents.
    Document,
    /// What the documents printed, with which returns are compared.
    Printed,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Registry,
        Self::Period,
        Self::Agency,
        Self::GeneralTask,
        Self::Task,
        Self::Indicator,
        Self::Count,
        Self::Field,
        Self::Rule,
        Self::Document,
        Self::Printed,
    ];

    /// The list's name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Registry => "registry",
            Self::Period => "period",
            Self::Agency => "agency",
            Self::GeneralTask => "general_task",
            Self::Task => "task",
            Self::Indicator => "indicator",
            Self::Count => "count",
            Self::Field => "field",
            Self::Rule => "rule",
            Self::Document => "document",
            Self::Printed => "printed",
        }
    }

    /// The member by which a thing of the list is known.
    fn key(self) -> &'static str {
        if self == Self::Task { "number" } else { "id" }
    }
}

/// One thing that is otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// In which list.
    pub kind: Kind,
    /// Which thing: its id; of what is printed, the list's name.
    pub id: String,
    /// In which way.
    pub what: What,
}

/// In which way a thing is otherwise.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// One of its members has another value; null where it has none.
    Became {
        /// The member: `deadline`.
        member: String,
        /// Its value before.
        from: Value,
        /// Its value now.
        to: Value,
    },
    /// Rows of what is printed: how many are new, and how many gone; a row that was changed is both.
    Rows {
        /// How many are new.
        added: usize,
        /// How many are gone.
        removed: usize,
    },
    /// Nothing but the order of a list.
    Order,
}

impl Identity {
    /// The version as numbers, `2018.1` as 2018 and 1, by which editions follow one another; none where it is not so
    /// written.
    pub fn edition(&self) -> Option<Vec<u32>> {
        let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok()).flatten();
        self.version.split('.').map(number).collect()
    }

    /// Whether this edition comes after the other one of the same registry.
    pub fn follows(&self, other: &Self) -> bool {
        self.id == other.id && self.edition().is_some() && self.edition() > other.edition()
    }
}

/// All that the new registry asks otherwise than the old one, list by list: what is gone, what is new, what was changed.
pub fn differences(old: &Registry, new: &Registry) -> Vec<Change> {
    let [old, new] = [old, new].map(|registry| serde_json::to_value(registry).unwrap_or_default());
    let changes: Vec<Change> = Kind::ALL.into_iter().flat_map(|kind| of_kind(kind, &old, &new)).collect();
    if changes.is_empty() && old != new {
        return vec![Change { kind: Kind::Registry, id: String::new(), what: What::Order }];
    }
    changes
}

fn of_kind(kind: Kind, old: &Value, new: &Value) -> Vec<Change> {
    let change = |id: &str, what: What| Change { kind, id: id.to_owned(), what };
    let [old, new] = [old, new].map(|registry| registry.get(kind.name()).unwrap_or(&Value::Null));
    match kind {
        Kind::Registry => members(old, new).into_iter().map(|what| change("", what)).collect(),
        Kind::Printed => printed(old, new).into_iter().map(|(list, what)| change(&list, what)).collect(),
        _ => {
            let (before, after) = (by_id(kind, old), by_id(kind, new));
            let gone = before.keys().filter(|id| !after.contains_key(*id)).map(|id| change(id, What::Removed));
            let came = items(new).filter_map(|item| id_of(kind, item)).filter(|id| !before.contains_key(id));
            let came = came.map(|id| change(id, What::Added));
            let both = before.iter().filter_map(|(id, old)| Some((id, *old, *after.get(id)?)));
            let changed = both.flat_map(|(id, old, new)| members(old, new).into_iter().map(|what| change(id, what)));
            gone.chain(came).chain(changed).collect()
        }
    }
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn id_of(kind: Kind, item: &Value) -> Option<&str> {
    item.get(kind.key())?.as_str()
}

fn by_id(kind: Kind, list: &Value) -> BTreeMap<&str, &Value> {
    items(list).filter_map(|item| Some((id_of(kind, item)?, item))).collect()
}

/// The members of a thing that have another value, by name.
fn members(old: &Value, new: &Value) -> Vec<What> {
    let none = Map::new();
    let [old, new] = [old, new].map(|thing| thing.as_object().unwrap_or(&none));
    let mut names: Vec<&String> = old.keys().chain(new.keys()).collect();
    names.sort();
    names.dedup();
    let value = |thing: &Map<String, Value>, name: &String| thing.get(name).cloned().unwrap_or_default();
    let pairs = names.into_iter().map(|name| (name, value(old, name), value(new, name)));
    let other = pairs.filter(|(_, from, to)| from != to);
    other.map(|(name, from, to)| What::Became { member: name.clone(), from, to }).collect()
}

/// The lists of what is printed that are not the same, by name.
fn printed(old: &Value, new: &Value) -> Vec<(String, What)> {
    let names = new.as_object().into_iter().flat_map(Map::keys);
    let rows = |list: Option<&Value>| -> Vec<String> {
        let mut rows: Vec<String> = list.into_iter().flat_map(items).map(ToString::to_string).collect();
        rows.sort();
        rows
    };
    let of = names.filter_map(|name| {
        let (before, after) = (rows(old.get(name)), rows(new.get(name)));
        let beyond =
            |some: &[String], others: &[String]| some.iter().filter(|row| others.binary_search(row).is_err()).count();
        let (added, removed) = (beyond(&after, &before), beyond(&before, &after));
        (added + removed > 0).then(|| (name.clone(), What::Rows { added, removed }))
    });
    of.collect()
}

#[cfg(test)]
mod tests {
    use super::Identity;

    #[test]
    fn editions_follow_one_another_by_their_numbers() {
        let of = |version: &str| Identity { id: "36a-nq-cp".into(), version: version.into() };
        for (later, earlier, follows) in [
            ("2018.1", "2017.1", true),
            ("2017.10", "2017.9", true),
            ("2017.1.1", "2017.1", true),
            ("2017.1", "2017.1", false),
            ("2017.1", "2018.1", false),
            ("new", "2017.1", false),
            ("2018.", "2017.1", false),
            ("2018.+1", "2017.1", false),
        ] {
            assert_eq!(of(later).follows(&of(earlier)), follows, "{later} after {earlier}");
        }
        let other = Identity { id: "another".into(), version: "2018.1".into() };
        assert!(!other.follows(&of("2017.1")));
    }
}
