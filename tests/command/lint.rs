//! `registry lint`: the registry against itself, its rules against their examples.

use crate::program::{ended, folder, put, registry, said};
use serde_json::{Value, json};
use std::fs;

fn linted(test: &str, change: impl FnOnce(&mut Value)) -> String {
    let folder = folder(test);
    let mut value = serde_json::to_value(registry()).unwrap();
    change(&mut value);
    let path = put(&folder, "registry.json", value.to_string());
    ended(&["registry", "lint", &path, "--lang", "en"], 1).0
}

#[test]
fn the_registry_of_this_program_is_without_fault() {
    assert_eq!(said(&["registry", "lint"]), "36a-nq-cp 2017.1: 153 quy tắc, 0 điều phải sửa.\n");
}

#[test]
fn an_id_that_stands_twice_and_one_that_leads_nowhere_are_named() {
    let told = linted("lint-ids", |registry| {
        let first = registry["count"][0]["id"].clone();
        registry["count"][1]["id"] = first;
        registry["task"][0]["agency"] = json!("bo-nao-do");
    });
    assert!(told.contains("this id stands twice.\n"), "{told}");
    assert!(told.contains("bo-nao-do: this id leads nowhere.\n"), "{told}");
}

#[test]
fn rules_that_are_wrong_are_named_with_the_example() {
    let rule = |registry: &Value, id: &str| {
        registry["rule"].as_array().unwrap().iter().position(|rule| rule["id"] == id).unwrap()
    };
    let told = linted("lint-rule", |registry| {
        let at = rule(registry, "count-not-negative");
        registry["rule"][at]["assert"] = json!("count.value >=");
    });
    assert!(told.starts_with("count-not-negative: assert: "), "{told}");
    let told = linted("lint-examples", |registry| {
        let at = rule(registry, "count-not-negative");
        let fails = registry["rule"][at]["fails"].clone();
        registry["rule"][at]["passes"] = fails;
        let other = rule(registry, "general-done-date");
        registry["rule"][other]["fails"] = json!([]);
    });
    assert!(told.contains("count-not-negative, passes 1: it fires at /services/"), "{told}");
    assert!(told.contains("general-done-date, fails: there is no example.\n"), "{told}");
}

#[test]
fn what_is_no_registry_is_refused() {
    let folder = folder("lint-junk");
    let path = put(&folder, "junk.json", "{");
    let (_, complaint) = ended(&["registry", "lint", &path], 1);
    assert!(complaint.starts_with(&format!("{path}: không phải JSON (line 1 column 1: ")), "{complaint}");
    let path = put(&folder, "other.json", "{\"registry\": 1}");
    let (_, complaint) = ended(&["registry", "lint", &path, "--lang", "en"], 1);
    assert!(complaint.starts_with(&format!("{path}: not a registry (line 1 column ")), "{complaint}");
    let path = put(&folder, "photo.json", [0xff, 0xd8]);
    let (_, complaint) = ended(&["registry", "lint", &path], 3);
    assert_eq!(complaint, format!("Không đọc được {path}: không phải văn bản UTF-8.\n"));
}

/// The registry's own files in a folder of their own, each changed.
fn written(test: &str, change: impl Fn(&str, String) -> String) -> String {
    let folder = folder(test);
    for entry in fs::read_dir("registry").unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let text = change(&name, fs::read_to_string(&path).unwrap());
        put(&folder, &name, text);
    }
    folder.to_str().unwrap().to_owned()
}

#[test]
fn a_registry_is_checked_as_people_write_it() {
    let own = said(&["registry", "lint"]);
    assert_eq!(said(&["registry", "lint", &written("lint-toml", |_, text| text)]), own);
    let turned = written("lint-toml-turned", |name, text| match name {
        "rules.toml" => text.replacen("ret.document.date <= today", "ret.document.date > today", 1),
        _ => text,
    });
    let (told, _) = ended(&["registry", "lint", &turned], 1);
    assert!(told.contains("heading-document-date-not-future, "), "{told}");
    let (lines, _) = ended(&["registry", "lint", &turned, "--json"], 1);
    let line: Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    assert_eq!(line["place"], "heading-document-date-not-future passes 1");
    assert!(told.contains(line["message"].as_str().unwrap()) && told.lines().count() == lines.lines().count() + 1);
    assert_eq!(said(&["registry", "lint", "--json"]), "");
}

#[test]
fn a_folder_that_is_no_registry_is_refused_with_the_file_or_the_place() {
    let folder = written("lint-toml-broken", |name, text| match name {
        "rules.toml" => text + "\nx = [\n",
        _ => text,
    });
    let (_, complaint) = ended(&["registry", "lint", &folder], 1);
    assert!(complaint.starts_with(&format!("{folder}/rules.toml is not valid TOML: line ")), "{complaint}");
    let folder = written("lint-toml-empty", |_, _| String::new());
    let (_, complaint) = ended(&["registry", "lint", &folder], 1);
    assert!(complaint.starts_with(&format!("{folder}: ")) && complaint.contains("missing field"), "{complaint}");
}
