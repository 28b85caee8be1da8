//! The files of the folders that are collected.

use crate::files;
use crate::output::Failure;
use return36a::text::Trouble;
use return36a::vietnamese::nfc;
use std::fs;
use std::path::{Path, PathBuf};

/// A file to take in.
pub struct Source {
    /// Where it is.
    pub path: PathBuf,
    /// How the ledger names it: from the folder on, with that folder's name where there are several.
    pub name: String,
}

/// The files found, and what is none.
#[derive(Default)]
pub struct Found {
    /// Files in the order of their names, folder by folder.
    pub sources: Vec<Source>,
    /// Links, pipes and folders that cannot be read.
    pub passed: Vec<Trouble>,
}

/// All files of these folders and of the folders in them, but for those in `out`.
pub fn found(paths: &[PathBuf], out: &Path) -> Result<Found, Failure> {
    let out = fs::canonicalize(out).ok();
    let mut found = Found::default();
    for path in paths {
        let kind = fs::metadata(path).map_err(|error| files::cannot_read(path, error))?;
        let prefix = if paths.len() > 1 { format!("{}/", path.display()) } else { String::new() };
        if kind.is_dir() {
            walk(path, &prefix, out.as_deref(), &mut found);
        } else {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            found.sources.push(Source { path: path.clone(), name: nfc(&name) });
        }
    }
    Ok(found)
}

fn walk(folder: &Path, prefix: &str, out: Option<&Path>, found: &mut Found) {
    if out.is_some() && fs::canonicalize(folder).ok().as_deref() == out {
        return;
    }
    let mut entries: Vec<fs::DirEntry> = match fs::read_dir(folder).and_then(Iterator::collect) {
        Ok(entries) => entries,
        Err(error) => return found.passed.push(files::cannot_read(folder, error)),
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let (path, name) = (entry.path(), format!("{prefix}{}", nfc(&entry.file_name().to_string_lossy())));
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => walk(&path, &format!("{name}/"), out, found),
            Ok(kind) if kind.is_file() => found.sources.push(Source { path, name }),
            // A link may lead in circles, a pipe may never end.
            _ => found.passed.push(Trouble::PassedOver(files::name(&path))),
        }
    }
}
