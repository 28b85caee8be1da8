//! `registry lint`: the registry against itself, its rules against their examples.

use crate::program::{ended, folder, put, registry, said};
use serde_json::{Value, json};

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
    assert!(complaint.starts_with(&format!("{path}: registry-not-json")), "{complaint}");
}
