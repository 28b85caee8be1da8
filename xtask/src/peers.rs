//! The page beside other form libraries: a folder that holds the same return built with each of them, and the program
//! `measure.mjs` that measures them by turns in one run, is given this page as one more target.

use crate::page;
use crate::shell::{self, Failure};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The services screen of a new return.
const SCREEN: &str = "bao-cao/dich-vu-cong?bo-tai-chinh/2017-Q2";

/// Measures the built page beside the targets that the folder names; `words` go to its program. Where the page is not built
/// yet, it is.
pub fn bench(peers: &Path, words: &[String]) -> Result<(), Failure> {
    let measure = peers.join("measure.mjs");
    if !measure.is_file() {
        return Err(Failure::new(format!("{} has no measure.mjs.", peers.display())));
    }
    let built = shell::root().join("dist").join("index.html");
    let built = if built.is_file() { built } else { page::bundle(None)? };
    ready(peers)?;
    let folder = shell::root().join("target").join("peers");
    let targets = folder.join("targets.json");
    let text = fs::read_to_string(peers.join("targets.json")).map_err(|error| unusable(peers, &error))?;
    let text = with_ours(&text, &served(&built, &folder.join("ours"))?, peers)?;
    fs::write(&targets, text).map_err(|error| unusable(&targets, &error))?;
    let mut node = Command::new("node");
    node.current_dir(peers).arg("measure.mjs").arg("--config").arg(&targets);
    node.arg("--out").arg(folder.join("latest.json")).args(words);
    shell::run(&mut node)
}

/// Installs and builds the peers where that was not done yet.
fn ready(peers: &Path) -> Result<(), Failure> {
    if !peers.join("node_modules").is_dir() {
        shell::run(Command::new("npm").current_dir(peers).args(["ci", "--ignore-scripts"]))?;
    }
    if !peers.join("dist").is_dir() {
        shell::run(Command::new("node").current_dir(peers).arg("build.mjs"))?;
    }
    Ok(())
}

/// A folder that serves the page. The program joins a target's folder and its `index` to the address, and asks that there be
/// such a file; so there is one by the name of the page with the screen behind it, which no browser asks for.
fn served(page: &Path, folder: &Path) -> Result<PathBuf, Failure> {
    let marker = folder.join(index());
    let place = marker.parent().unwrap_or(folder);
    fs::create_dir_all(place).map_err(|error| unusable(place, &error))?;
    fs::copy(page, folder.join("index.html")).map_err(|error| unusable(page, &error))?;
    fs::write(&marker, "").map_err(|error| unusable(&marker, &error))?;
    Ok(folder.to_path_buf())
}

fn index() -> String {
    format!("index.html#{SCREEN}")
}

/// The targets with ours among them: the services at levels 1 to 4 may not be more than the procedures.
fn with_ours(targets: &str, folder: &Path, peers: &Path) -> Result<String, Failure> {
    let wrong = || Failure::new("targets.json names no targets.");
    let mut value: Value = serde_json::from_str(targets).map_err(|_| wrong())?;
    let list = value.get_mut("targets").and_then(Value::as_array_mut).ok_or_else(wrong)?;
    list.retain(|target| target.get("name").is_none_or(|name| name != "ours"));
    for target in list.iter_mut() {
        // They are named beside their own list.
        if let Some(dir) = target.get("dir").and_then(Value::as_str) {
            let dir = peers.join(dir).to_string_lossy().into_owned();
            target["dir"] = dir.into();
        }
    }
    list.push(json!({
        "name": "ours", "dir": folder, "index": index(),
        "field": "#services-{}-answer", "error": "#services-{}-answer-says-services-within-procedures",
        "names": { "org_name": "built4-year", "total_q": "procedures",
            "l1_q": "level1", "l2_q": "level2", "l3_q": "level3", "l4_q": "level4" },
        "own": "l1_q", "other": "l2_q", "shows": "total_q"
    }));
    Ok(value.to_string())
}

fn unusable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{}: {error}.", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ours_is_one_more_target() {
        let targets = r#"{"targets":[{"name":"floor","dir":"dist/floor"},{"name":"ours","dir":"old"}]}"#;
        let text = with_ours(targets, Path::new("/page"), Path::new("/peers")).expect("targets");
        let value: Value = serde_json::from_str(&text).expect("JSON");
        let dirs: Vec<&Value> =
            value["targets"].as_array().expect("a list").iter().map(|target| &target["dir"]).collect();
        assert_eq!(dirs, ["/peers/dist/floor", "/page"]);
        assert_eq!(value["targets"][1]["index"], "index.html#bao-cao/dich-vu-cong?bo-tai-chinh/2017-Q2");
        for wrong in ["", "[]", r#"{"targets":{}}"#] {
            let failure = with_ours(wrong, Path::new("/page"), Path::new("/peers")).expect_err("refused");
            assert_eq!(failure.sentence, "targets.json names no targets.");
        }
    }
}
