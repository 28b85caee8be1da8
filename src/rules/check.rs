use super::compile::{Rule, RuleSet};
use super::finding::Finding;
use super::reads::Edit;
use super::rows::{Row, heading, rows_of};
use super::shared::{Names, Shared};
use super::trial::{faulty, tried};
use super::{bind, functions};
use crate::quarterly::{Return, is_group, part_of, part_value, parts};
use crate::registry::{Registry, Scope, Severity};
use crate::vietnamese::{Date, search_key};
use std::collections::{BTreeMap, BTreeSet};

/// What is checked, and beside what.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The registry whose facts and rules hold.
    pub registry: &'a Registry,
    /// The return.
    pub content: &'a Return,
    /// An earlier return of the agency, where one is at hand.
    pub previous: Option<&'a Return>,
    /// The day of checking.
    pub today: Date,
}

/// Every finding on a return, in the order of the rules and, within one, of the rows.
pub fn check(rules: &RuleSet, case: Case<'_>) -> Vec<Finding> {
    // Who verifies signatures tries no rule, and needs no row bound to names.
    if rules.rules.is_empty() && heading(case).is_some() {
        return Vec::new();
    }
    Checker::new(rules, case).findings().cloned().collect()
}

/// A return under check: its findings, kept in step with it edit by edit.
#[derive(Clone, Debug)]
pub struct Checker {
    shared: Shared,
    /// What is tried once: the return as a whole and its heading.
    whole: [Row; 2],
    parts: BTreeMap<String, Part>,
    /// Listed services by their names as a search compares them.
    named: BTreeMap<String, BTreeSet<String>>,
    found: BTreeMap<Place, Finding>,
    /// Whether a rule of the heading stands in the way of all others.
    stopped: bool,
}

/// Where a finding stands in the order: rule, part, row.
type Place = (usize, usize, String);

/// One part of the return: its order, its JSON, its rows.
#[derive(Clone, Debug)]
struct Part {
    order: usize,
    value: serde_json::Value,
    rows: Vec<Row>,
}

impl Part {
    fn rows(&self) -> impl Iterator<Item = (usize, &Row)> {
        self.rows.iter().map(|row| (self.order, row))
    }
}

impl Checker {
    /// Tries every rule.
    pub fn new(rules: &RuleSet, case: Case<'_>) -> Self {
        let whole = [Row::whole(Scope::Heading), Row::whole(Scope::Return)];
        let shared = Shared::of(case);
        let (parts, named, found) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut checker = Self { shared, whole, parts, named, found, stopped: false };
        checker.read_parts(case);
        let is_heading = |rule: &Rule| rule.text.scope == Scope::Heading;
        let heads =
            checker.outcomes(rules, |of, rule| if is_heading(rule) { of.rows(Scope::Heading) } else { Vec::new() });
        checker.keep(heads);
        if checker.found.is_empty() && heading(case).is_none() {
            checker.found.insert((0, 0, String::new()), unknown_heading(case));
        }
        checker.stopped = !checker.found.is_empty();
        if !checker.stopped {
            let all = checker.outcomes(rules, |of, rule| of.rows(rule.text.scope));
            checker.keep(all);
        }
        checker
    }

    /// The findings, in the order of the rules and, within one, of the rows.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.found.values()
    }

    /// Follows one edit: `case` holds the return as it is now, `path` the field that was changed. Only the rules that
    /// read it are tried again. A list of services that was replaced as a whole is checked anew.
    pub fn edited(&mut self, rules: &RuleSet, case: Case<'_>, path: &str) {
        let part = part_of(path);
        let edit = Edit::of(path);
        let heads = rules.rules.iter().filter(|rule| rule.text.scope == Scope::Heading);
        let by_heading = self.stopped || heads.into_iter().any(|rule| rule.reads.everywhere(&edit));
        if by_heading || !self.parts.contains_key(part) || part_value(case.content, part).is_none() {
            *self = Self::new(rules, case);
            return;
        }
        if edit.changes_sums() {
            bind::put_part(&mut self.shared.ret, case.content, part);
        }
        let beside = self.beside(case, part, path);
        for part in std::iter::once(part).chain(beside.iter().map(String::as_str)) {
            self.read_part(case, part);
        }
        self.forget_texts(rules, part);
        let outcomes = self.outcomes(rules, |checker, rule| checker.touched(rule, &edit, part, &beside));
        self.keep(outcomes);
    }

    /// The rows on which an edit can change a rule's outcome.
    fn touched<'a>(&'a self, rule: &Rule, edit: &Edit<'_>, part: &str, beside: &[String]) -> Vec<(usize, &'a Row)> {
        let scope = rule.text.scope;
        if rule.reads.everywhere(edit) {
            return self.rows(scope);
        }
        let near = std::iter::once(part).chain(beside.iter().map(String::as_str));
        let near = near.filter_map(|part| self.parts.get(part)).flat_map(Part::rows);
        // A text may be gone or new, and another service of the same name may now be the first.
        let anew = |row: &Row| scope == Scope::Text || (scope == Scope::Service && beside.contains(&row.path));
        near.filter(|(_, row)| row.scope == scope && (anew(row) || rule.reads.at(edit, &row.path))).collect()
    }

    /// Other parts that an edit changes: indicators of a task, listed services of the same name.
    fn beside(&mut self, case: Case<'_>, part: &str, path: &str) -> Vec<String> {
        match part.trim_start_matches('/').split_once('/') {
            Some(("tasks", number)) => {
                let of_task = case.registry.indicator.iter().filter(|of| of.task.as_str() == number);
                let paths = of_task.map(|of| format!("/indicators/{}", of.id));
                paths.filter(|path| self.parts.contains_key(path)).collect()
            }
            Some(("service_list", id)) if path.ends_with("/name") => {
                let old = self.parts.get(part).map(|part| name_key(&part.value)).unwrap_or_default();
                let new = case.content.service_list.get(id).map(|of| search_key(&of.name)).unwrap_or_default();
                if let Some(parts) = self.named.get_mut(&old) {
                    parts.remove(part);
                }
                self.named.entry(new.clone()).or_default().insert(part.to_owned());
                [old, new].iter().filter_map(|name| self.named.get(name)).flatten().cloned().collect()
            }
            _ => Vec::new(),
        }
    }

    fn read_parts(&mut self, case: Case<'_>) {
        for (id, service) in case.content.service_list.iter() {
            let parts = self.named.entry(search_key(&service.name)).or_default();
            parts.insert(format!("/service_list/{id}"));
        }
        for (order, part) in parts(case.content).into_iter().enumerate() {
            self.parts.insert(part.clone(), Part { order, value: serde_json::Value::Null, rows: Vec::new() });
            self.read_part(case, &part);
        }
    }

    /// Reads one part as it is now.
    fn read_part(&mut self, case: Case<'_>, path: &str) {
        let Some(value) = part_value(case.content, path) else { return };
        let same_name = self.named.get(&name_key(&value)).filter(|_| path.starts_with("/service_list/"));
        let twice = same_name.is_some_and(|parts| parts.first().is_some_and(|first| first.as_str() < path));
        if let Some(part) = self.parts.get_mut(path) {
            part.rows = rows_of(case, path, twice);
            part.value = value;
        }
    }

    /// Drops what was found in the texts of a part, of which some may be gone: the reason of a count without data.
    fn forget_texts(&mut self, rules: &RuleSet, part: &str) {
        let Some(order) = self.parts.get(part).map(|part| part.order) else { return };
        for (rule, _) in rules.rules.iter().enumerate().filter(|(_, rule)| rule.text.scope == Scope::Text) {
            let of_part = (rule, order, String::new())..(rule, order + 1, String::new());
            let gone: Vec<Place> = self.found.range(of_part).map(|(place, _)| place.clone()).collect();
            gone.iter().for_each(|place| drop(self.found.remove(place)));
        }
    }

    /// What the rules find on the rows that are chosen for each.
    fn outcomes<'a>(
        &'a self,
        rules: &RuleSet,
        rows: impl Fn(&'a Self, &Rule) -> Vec<(usize, &'a Row)>,
    ) -> Vec<(Place, Option<Finding>)> {
        let root = functions::context(&rules.env).map_err(|error| error.to_string());
        let mut outcomes = Vec::new();
        for (index, rule) in rules.rules.iter().enumerate() {
            for (order, row) in rows(self, rule) {
                let found = match &root {
                    Ok(root) => {
                        let names = Names { shared: &self.shared, row };
                        tried(rule, &names, |path| self.field(path), root)
                    }
                    Err(fault) => Some(faulty(rule, std::iter::empty(), fault.clone())),
                };
                outcomes.push(((index, order, row.path.clone()), found));
            }
        }
        outcomes
    }

    fn keep(&mut self, outcomes: Vec<(Place, Option<Finding>)>) {
        for (place, found) in outcomes {
            match found {
                Some(found) => drop(self.found.insert(place, found)),
                None => drop(self.found.remove(&place)),
            }
        }
    }

    /// The rows of a scope, each with the order of its part.
    fn rows(&self, scope: Scope) -> Vec<(usize, &Row)> {
        if let Some(whole) = self.whole.iter().find(|row| row.scope == scope) {
            return vec![(0, whole)];
        }
        self.parts.values().flat_map(Part::rows).filter(|(_, row)| row.scope == scope).collect()
    }

    /// A field as the file writes it. A group of rows is there, without what stands in it.
    fn field(&self, path: &str) -> Option<&serde_json::Value> {
        if path.strip_prefix('/').is_some_and(is_group) {
            return Some(&serde_json::Value::Bool(true));
        }
        let part = part_of(path);
        self.parts.get(part)?.value.pointer(path.get(part.len()..)?)
    }
}

/// The name of a listed service, from its JSON, as a search compares it.
fn name_key(value: &serde_json::Value) -> String {
    value.get("name").and_then(serde_json::Value::as_str).map(search_key).unwrap_or_default()
}

/// A return of an agency or a quarter that the registry does not know: no rule can be tried on it.
fn unknown_heading(case: Case<'_>) -> Finding {
    let path = if case.registry.agency(&case.content.agency).is_none() { "/agency" } else { "/period" };
    Finding {
        rule: "heading-known".to_owned(),
        severity: Severity::Error,
        paths: vec![path.to_owned()],
        values: BTreeMap::new(),
        marked: Vec::new(),
        open: false,
        fault: None,
    }
}
