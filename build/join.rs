//! The files of a registry's folder as one: the build carries them so, and `registry lint` reads a folder so.

use serde_json::{Map, Value};
use std::fs;
use std::path::{Path, PathBuf};

/// The facts of all `.toml` files of this folder; `tell` hears each file's name before it is read.
///
/// # Errors
/// A sentence that names the file, and the line or the place.
pub fn folder(folder: &Path, mut tell: impl FnMut(&str)) -> Result<Map<String, Value>, String> {
    let mut joined = Map::new();
    for path in toml_files(folder)? {
        let name = path.display().to_string();
        tell(&name);
        let text = fs::read_to_string(&path).map_err(|error| format!("{name} cannot be read: {error}"))?;
        join(&mut joined, &name, &text)?;
    }
    Ok(joined)
}

/// The registry's files in the order of their names, so that each build joins them alike.
fn toml_files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let failed = |error| format!("the folder {} cannot be read: {error}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Adds one file's facts: lists are put end to end, tables are merged, and nothing is said twice.
pub fn join(joined: &mut Map<String, Value>, name: &str, text: &str) -> Result<(), String> {
    let table: toml::Table = toml::from_str(text).map_err(|error| {
        let line = error.span().and_then(|span| text.get(..span.start)).map_or(1, |before| before.split('\n').count());
        format!("{name} is not valid TOML: line {line}: {}", error.message())
    })?;
    for (key, value) in table {
        merge(joined, &key, json(value).ok_or_else(|| format!("{name}: `{key}` holds a number that is not finite"))?)
            .map_err(|place| format!("{name} sets `{place}`, which another file has set already"))?;
    }
    Ok(())
}

fn merge(into: &mut Map<String, Value>, key: &str, value: Value) -> Result<(), String> {
    match (into.get_mut(key), value) {
        (None, value) => {
            into.insert(key.to_owned(), value);
            Ok(())
        }
        (Some(Value::Array(list)), Value::Array(more)) => {
            list.extend(more);
            Ok(())
        }
        (Some(Value::Object(table)), Value::Object(more)) => more
            .into_iter()
            .try_for_each(|(inner, value)| merge(table, &inner, value).map_err(|place| format!("{key}.{place}"))),
        (Some(_), _) => Err(key.to_owned()),
    }
}

/// The same value in JSON; a TOML day becomes its ISO 8601 text. None where JSON has no such number.
fn json(value: toml::Value) -> Option<Value> {
    Some(match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => Value::from(number),
        toml::Value::Float(number) => Value::Number(serde_json::Number::from_f64(number)?),
        toml::Value::Boolean(truth) => Value::Bool(truth),
        toml::Value::Datetime(day) => Value::String(day.to_string()),
        toml::Value::Array(list) => Value::Array(list.into_iter().map(json).collect::<Option<_>>()?),
        toml::Value::Table(table) => {
            let pairs = table.into_iter().map(|(key, value)| Some((key, json(value)?)));
            Value::Object(pairs.collect::<Option<_>>()?)
        }
    })
}
