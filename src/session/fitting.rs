//! A draft under another registry: rows that it does not ask for are laid aside, and come back with one that does.

use super::draft::Draft;
use super::entry::put;
use crate::quarterly::{Return, field, fitted, part_value, return_value};
use crate::registry::{Registry, typed};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The groups of rows that a registry asks for.
const ASKED: [&str; 4] = ["general_tasks", "tasks", "services", "indicators"];

/// What a registry asks otherwise of a draft than it held before: paths of rows, `/tasks/3.2`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fitting {
    /// Rows that are asked for now.
    pub added: Vec<String>,
    /// Rows that are no longer asked for.
    pub removed: Vec<String>,
}

/// Brings a draft under this registry.
pub(super) fn fit_under(registry: &Registry, registry_sha256: &str, draft: &mut Draft) -> Fitting {
    let before = rows(&draft.content);
    let (aside, texts) = std::mem::take(&mut draft.aside).into_iter().partition(|(path, _)| is_row(path));
    let whole = with_rows(aside, &draft.content);
    draft.content = fitted(registry, registry_sha256, whole.clone()).content;
    let after = rows(&draft.content);
    let gone = rows(&whole).into_iter().filter(|path| !after.contains(path));
    draft.aside = gone.filter_map(|path| Some((path.clone(), part_value(&whole, &path)?))).collect();
    lay_out(draft, texts);
    let beyond = |some: &BTreeSet<String>, others: &BTreeSet<String>| some.difference(others).cloned().collect();
    Fitting { added: beyond(&after, &before), removed: beyond(&before, &after) }
}

/// Texts that their fields cannot hold go aside with their rows, and come back with them.
fn lay_out(draft: &mut Draft, texts: BTreeMap<String, Value>) {
    for (path, text) in texts {
        let typed = text.as_str().map(|text| put(&mut draft.content, &path, text));
        match typed.flatten() {
            Some(Ok(())) => {}
            Some(Err(entry)) => drop(draft.entries.insert(path, *entry)),
            None => drop(draft.aside.insert(path, text)),
        }
    }
    let content = &mut draft.content;
    let gone: Vec<String> = draft.entries.keys().filter(|path| field(content, path).is_none()).cloned().collect();
    for path in gone {
        let text = draft.entries.remove(&path).map(|entry| Value::String(entry.text));
        draft.aside.extend(text.map(|text| (path, text)));
    }
}

/// Whether this is the path of a row, `/tasks/3.2`, and not of a field in it.
fn is_row(path: &str) -> bool {
    path.split('/').count() == 3
}

/// The paths of the rows that a registry asks for.
fn rows(of: &Return) -> BTreeSet<String> {
    let general = of.general_tasks.keys().map(|id| format!("/general_tasks/{id}"));
    let tasks = of.tasks.keys().map(|number| format!("/tasks/{number}"));
    let services = of.services.keys().map(|id| format!("/services/{id}"));
    let indicators = of.indicators.keys().map(|id| format!("/indicators/{id}"));
    general.chain(tasks).chain(services).chain(indicators).collect()
}

/// The return with these rows beside its own; without them where one is damaged.
fn with_rows(aside: BTreeMap<String, Value>, content: &Return) -> Return {
    if aside.is_empty() {
        return content.clone();
    }
    let mut value = return_value(content);
    for (path, row) in aside {
        let Some((group, id)) = path.trim_start_matches('/').split_once('/') else { continue };
        let group = Some(group).filter(|group| ASKED.contains(group)).and_then(|group| value.get_mut(group));
        if let Some(rows) = group.and_then(Value::as_object_mut) {
            rows.entry(id).or_insert(row);
        }
    }
    typed(&value).unwrap_or_else(|_| content.clone())
}
