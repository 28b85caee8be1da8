use super::bind;
use super::compile::{Rule, RuleSet};
use super::finding::{Finding, Found};
use crate::quarterly::{Return, Start, Units, blank, return_value};
use crate::registry::{Registry, Scope, Severity};
use crate::vietnamese::Date;
use cel::parser::Expression;
use cel::{Context, Env, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is checked, and beside what.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The registry whose facts and rules hold.
    pub registry: &'a Registry,
    /// The return.
    pub content: &'a Return,
    /// The agency's return of the quarter before, where one is at hand.
    pub previous: Option<&'a Return>,
    /// The day of checking.
    pub today: Date,
}

/// Every finding on a return, in the order of the rules and, within one, of the rows.
pub fn check(rules: &RuleSet, case: Case<'_>) -> Vec<Finding> {
    let Some(rows) = Rows::of(case) else {
        return vec![unknown_heading(case)];
    };
    let root = rows.root(case);
    let content = return_value(case.content);
    let mut findings = Vec::new();
    for rule in &rules.rules {
        for row in rows.in_scope(rule.text.scope) {
            let mut context = root.new_inner_scope();
            context.add_variable_from_value("row", row.answer.clone());
            context.add_variable_from_value("task", row.facts.clone());
            findings.extend(finding(rule, row, &context, &content));
        }
    }
    findings
}

/// One row that rules are tried on: its path, its answer and its facts.
struct Row {
    path: String,
    answer: Value,
    facts: Value,
}

/// All rows of a return by scope, and the facts that all rules share.
struct Rows {
    whole: Vec<Row>,
    general: Vec<Row>,
    units: Vec<Row>,
    tasks: Vec<Row>,
    counts: Vec<Row>,
    indicators: Vec<Row>,
    agency: Value,
    period: Value,
    baseline: Value,
}

impl Rows {
    /// None where the registry knows no such agency or quarter.
    fn of(case: Case<'_>) -> Option<Self> {
        let Case { registry, content, .. } = case;
        let agency = registry.agency(&content.agency)?;
        let facts = registry.period(content.period)?;
        let general = registry.general_tasks_of(&agency.id, content.period).into_iter().filter_map(|task| {
            let answer = content.general_tasks.get(&task.id)?;
            Some((format!("/general_tasks/{}", task.id), answer, bind::general_facts(task, agency, answer)))
        });
        let general: Vec<_> = general.collect();
        let units = general.iter().flat_map(|(path, answer, facts)| {
            let tiers = answer.units.iter().flat_map(Units::tiers);
            tiers.map(move |(tier, count)| row(format!("{path}/units/{tier}"), bind::unit_row(count), facts.clone()))
        });
        let tasks = registry.tasks_of(&agency.id).into_iter().filter_map(|task| {
            let answer = bind::task_row(content.tasks.get(&task.number)?);
            Some(row(format!("/tasks/{}", task.number), answer, bind::task_facts(task)))
        });
        let counts = registry.count.iter().filter_map(|count| {
            let answer = bind::count_row(content.services.get(&count.id)?);
            Some(row(format!("/services/{}", count.id), answer, bind::count_facts(count)))
        });
        let indicators = registry.indicators_of(&agency.id).into_iter().filter_map(|indicator| {
            let answer = bind::indicator_row(content.indicators.get(&indicator.id)?);
            Some(row(format!("/indicators/{}", indicator.id), answer, bind::indicator_facts(indicator)))
        });
        Some(Self {
            whole: vec![row(String::new(), Value::Null, Value::Null)],
            units: units.collect(),
            general: general
                .iter()
                .map(|(path, of, facts)| row(path.clone(), bind::general_row(of), facts.clone()))
                .collect(),
            tasks: tasks.collect(),
            counts: counts.collect(),
            indicators: indicators.collect(),
            agency: bind::agency(registry, agency, facts),
            period: bind::period(facts),
            baseline: bind::baseline(registry, agency),
        })
    }

    fn in_scope(&self, scope: Scope) -> &[Row] {
        match scope {
            Scope::Heading | Scope::Text | Scope::Service => &[],
            Scope::Return => &self.whole,
            Scope::GeneralTask => &self.general,
            Scope::Units => &self.units,
            Scope::Task => &self.tasks,
            Scope::Count => &self.counts,
            Scope::Indicator => &self.indicators,
        }
    }

    fn root(&self, case: Case<'_>) -> Context<'static, 'static> {
        let Case { registry, content, previous, today } = case;
        let start = Start { agency: content.agency.clone(), period: content.period.previous(), random: [0; 16] };
        let empty = blank(registry, "", &start);
        let mut root = Context::with_env(Arc::new(Env::stdlib()));
        root.add_variable_from_value("ret", bind::content(content));
        root.add_variable_from_value("prev", bind::content(previous.unwrap_or(&empty)));
        root.add_variable_from_value("has_prev", previous.is_some());
        root.add_variable_from_value("agency", self.agency.clone());
        root.add_variable_from_value("period", self.period.clone());
        root.add_variable_from_value("baseline", self.baseline.clone());
        root.add_variable_from_value("today", bind::date(Some(today)));
        root
    }
}

fn row(path: String, answer: Value, facts: Value) -> Row {
    Row { path, answer, facts }
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

fn finding(rule: &Rule, row: &Row, context: &Context<'_, '_>, content: &serde_json::Value) -> Option<Finding> {
    let absolute = |name: &String| if name.starts_with('/') { name.clone() } else { format!("{}/{name}", row.path) };
    let answered = |path: &str| is_answered(content.pointer(path));
    let paths: Vec<String> = rule.text.marks.iter().map(absolute).collect();
    let needs: Vec<String> = rule.text.needs.iter().map(absolute).collect();
    let missing = |paths: &[String]| paths.iter().find(|path| content.pointer(path).is_none()).cloned();
    if let Some(path) = missing(&needs) {
        return Some(faulty(rule, paths, format!("no field {path}")));
    }
    if !needs.iter().all(|path| answered(path)) {
        return None;
    }
    let holds = rule.when.as_ref().map_or(Ok(true), |when| truth(when, context));
    let broken = holds.and_then(|holds| Ok(holds && !truth(&rule.assert, context)?));
    let said = broken.and_then(|broken| if broken { values(rule, context).map(Some) } else { Ok(None) });
    let values = match said {
        Ok(values) => values?,
        Err(fault) => return Some(faulty(rule, paths, fault)),
    };
    if let Some(path) = missing(&paths) {
        return Some(faulty(rule, paths, format!("no field {path}")));
    }
    let open = paths.first().is_some_and(|path| !answered(path));
    let marked = paths.iter().filter_map(|path| content.pointer(path)).map(ToString::to_string).collect();
    let (id, severity) = (rule.text.id.clone(), rule.text.severity);
    Some(Finding { rule: id, severity, paths, values, marked, open, fault: None })
}

/// A rule that cannot be run, which blocks: it might have found something.
fn faulty(rule: &Rule, paths: Vec<String>, fault: String) -> Finding {
    let (id, severity) = (rule.text.id.clone(), rule.text.severity);
    let (values, marked) = (BTreeMap::new(), Vec::new());
    Finding { rule: id, severity, paths, values, marked, open: false, fault: Some(fault) }
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
