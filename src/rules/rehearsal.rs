//! Every rule tried on its own examples: it must hold in those that pass and fire in those that fail.

use super::{Case, ExampleError, Fault, Finding, RuleSet, check, example};
use crate::registry::{Example, Registry, RuleText};

/// What is wrong with one rule or its examples.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The rule's name.
    pub rule: String,
    /// Which example: `passes 1`, `fails 2`; empty for the rule itself.
    pub example: String,
    /// What is wrong.
    pub code: FlawCode,
}

/// What can be wrong with a rule or an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FlawCode {
    /// The rule cannot be used.
    Rule(Fault),
    /// There is no example in which it holds, or none in which it fires.
    NoExample,
    /// The example is no return.
    NotAReturn(ExampleError),
    /// The registry has no such quarter and the example names no day, so that nothing can be late in it.
    NoDay,
    /// A failing example does not name the place where the rule fires.
    NoPlace,
    /// It fires at this place and should hold.
    Fires(String),
    /// It holds at this place and should fire.
    Silent(String),
    /// The rule itself fails at it, and how.
    Faulty(String),
}

/// Everything that is wrong with a registry's rules; empty where they can be issued.
pub fn rehearsed(registry: &Registry) -> Vec<Flaw> {
    if let Err(faults) = RuleSet::compile(&registry.rule) {
        let flaw =
            |fault: Fault| Flaw { rule: fault.rule.clone(), example: String::new(), code: FlawCode::Rule(fault) };
        return faults.into_iter().map(flaw).collect();
    }
    registry.rule.iter().flat_map(|rule| of_rule(registry, rule)).collect()
}

fn of_rule(registry: &Registry, rule: &RuleText) -> Vec<Flaw> {
    // Compiled with all others already, so alone as well.
    let Ok(alone) = RuleSet::compile(std::slice::from_ref(rule)) else { return Vec::new() };
    let flaw = |example: String, code| Flaw { rule: rule.id.clone(), example, code };
    let mut flaws = Vec::new();
    for (name, examples, fails) in [("passes", &rule.passes, false), ("fails", &rule.fails, true)] {
        if examples.is_empty() {
            flaws.push(flaw(name.to_owned(), FlawCode::NoExample));
        }
        for (number, example) in (1..).zip(examples) {
            let tried = found(registry, &alone, rule, example).and_then(|found| outcome(&found, example, fails));
            flaws.extend(tried.err().map(|code| flaw(format!("{name} {number}"), code)));
        }
    }
    flaws
}

fn found(registry: &Registry, alone: &RuleSet, rule: &RuleText, of: &Example) -> Result<Vec<Finding>, FlawCode> {
    let (content, previous) = example(registry, of).map_err(FlawCode::NotAReturn)?;
    let due = registry.period(of.period).map(|facts| facts.due);
    let today = of.today.or(due).ok_or(FlawCode::NoDay)?;
    let found = check(alone, Case { registry, content: &content, previous: previous.as_ref(), today });
    Ok(found.into_iter().filter(|finding| finding.rule == rule.id).collect())
}

fn outcome(found: &[Finding], example: &Example, fails: bool) -> Result<(), FlawCode> {
    if let Some(fault) = found.iter().find_map(|finding| finding.fault.clone()) {
        return Err(FlawCode::Faulty(fault));
    }
    let fired = |at: &str| found.iter().any(|finding| finding.place() == at);
    match (&example.at, fails) {
        (None, true) => Err(FlawCode::NoPlace),
        (Some(at), true) if !fired(at) => Err(FlawCode::Silent(at.clone())),
        (Some(at), false) if fired(at) => Err(FlawCode::Fires(at.clone())),
        (None, false) => found.first().map_or(Ok(()), |finding| Err(FlawCode::Fires(finding.place().to_owned()))),
        _ => Ok(()),
    }
}
