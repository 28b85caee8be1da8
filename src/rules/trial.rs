//! One rule tried on one row.

use super::compile::Rule;
use super::finding::{Finding, Found};
use super::rows::Row;
use super::shared::Names;
use cel::parser::Expression;
use cel::{Context, Value};
use std::collections::BTreeMap;

/// What one rule finds on one row. `field` gives a field as the file writes it.
pub(super) fn tried<'a>(
    rule: &Rule,
    names: &Names<'_>,
    field: impl Fn(&str) -> Option<&'a serde_json::Value>,
    root: &Context<'static, 'static>,
) -> Option<Finding> {
    let row = names.row;
    for path in absolute(&rule.text.needs, row) {
        match field(&path) {
            None => return Some(faulty(rule, absolute(&rule.text.marks, row), format!("no field {path}"))),
            need if !is_answered(need) => return None,
            Some(_) => {}
        }
    }
    let values = broken(rule, names, root).transpose()?;
    let paths: Vec<String> = absolute(&rule.text.marks, row).collect();
    let values = match values {
        Ok(values) => values,
        Err(fault) => return Some(faulty(rule, paths.into_iter(), fault)),
    };
    if let Some(path) = paths.iter().find(|path| field(path).is_none()).cloned() {
        return Some(faulty(rule, paths.into_iter(), format!("no field {path}")));
    }
    let open = paths.first().is_some_and(|path| !is_answered(field(path)));
    let marked = paths.iter().filter_map(|path| field(path)).map(ToString::to_string).collect();
    let (id, severity) = (rule.text.id.clone(), rule.text.severity);
    Some(Finding { rule: id, severity, paths, values, marked, open, fault: None })
}

/// Paths that a rule names, from the top of the return, one by one: most rules end at the first that is blank.
fn absolute<'a>(names: &'a [String], row: &'a Row) -> impl Iterator<Item = String> + 'a {
    names.iter().map(|name| match name.as_str() {
        "" => row.path.clone(),
        name if name.starts_with('/') => name.to_owned(),
        name => format!("{}/{name}", row.path),
    })
}

/// A rule that cannot be run, which blocks: it might have found something.
pub(super) fn faulty(rule: &Rule, paths: impl Iterator<Item = String>, fault: String) -> Finding {
    let (id, severity) = (rule.text.id.clone(), rule.text.severity);
    let (values, marked) = (BTreeMap::new(), Vec::new());
    Finding { rule: id, severity, paths: paths.collect(), values, marked, open: false, fault: Some(fault) }
}

/// Whether a field, as the file writes it, holds an answer; a count must hold a number, since nothing can be compared
/// with no data.
fn is_answered(field: Option<&serde_json::Value>) -> bool {
    match field {
        None | Some(serde_json::Value::Null) => false,
        Some(serde_json::Value::String(text)) => !text.trim().is_empty(),
        Some(serde_json::Value::Object(answer)) => !answer.contains_key("no_data"),
        Some(_) => true,
    }
}

/// The values that a broken rule's message names; none where it holds or does not apply.
fn broken(
    rule: &Rule,
    names: &Names<'_>,
    root: &Context<'static, 'static>,
) -> Result<Option<BTreeMap<String, Found>>, String> {
    let mut context = root.new_inner_scope();
    context.set_variable_resolver(names);
    let applies = rule.when.as_ref().map_or(Ok(true), |when| truth(when, &context))?;
    if !applies || truth(&rule.assert, &context)? {
        return Ok(None);
    }
    values(rule, &context).map(Some)
}

fn truth(expression: &Expression, context: &Context<'_, '_>) -> Result<bool, String> {
    match Value::resolve(expression, context) {
        Ok(Value::Bool(truth)) => Ok(truth),
        Ok(other) => Err(format!("not true or false but {other:?}")),
        Err(error) => Err(error.to_string()),
    }
}

fn values(rule: &Rule, context: &Context<'_, '_>) -> Result<BTreeMap<String, Found>, String> {
    let found = |(name, expression): &(String, Expression)| match Value::resolve(expression, context) {
        Ok(Value::Int(number)) => Ok((name.clone(), Found::Number(number))),
        Ok(Value::String(text)) => Ok((name.clone(), Found::Text(text.to_string()))),
        Ok(other) => Err(format!("`{name}` is neither a number nor a text but {other:?}")),
        Err(error) => Err(error.to_string()),
    };
    rule.values.iter().map(found).collect()
}
