//! The return and the registry's facts as CEL values.
//!
//! Everything that a rule may name is bound: a blank text or day is `""`, a blank count has `known` false and `value`
//! 0. Numbers are integers; decimals are bound in thousandths.

use crate::quarterly::{Answer, CountAnswer, GeneralAnswer, IndicatorAnswer, Return, TaskAnswer, UnitCount, word};
use crate::registry::{
    Agency, AssignedTask, CountDefinition, GeneralTask, Indicator, PeriodFacts, Registry, TaskStatus,
};
use crate::vietnamese::{Date, Decimal};
use cel::Value;
use std::collections::HashMap;

/// A map of named values.
pub(super) fn map<const N: usize>(members: [(&str, Value); N]) -> Value {
    Value::from(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<HashMap<_, _>>())
}

fn rows<'a, T: 'a>(rows: impl Iterator<Item = (&'a str, T)>, bind: impl Fn(T) -> Value) -> Value {
    Value::from(rows.map(|(name, row)| (name.to_owned(), bind(row))).collect::<HashMap<_, _>>())
}

/// A text without blanks at its ends: what is only blanks is not answered.
fn text(text: &str) -> Value {
    Value::from(text.trim())
}

pub(super) fn date(date: Option<Date>) -> Value {
    Value::from(date.map(Date::iso).unwrap_or_default())
}

fn number(known: Option<i64>) -> [(&'static str, Value); 2] {
    [("known", Value::Bool(known.is_some())), ("value", Value::Int(known.unwrap_or(0)))]
}

fn decimal(decimal: Option<Decimal>) -> Value {
    map(number(decimal.map(Decimal::thousandths)))
}

fn optional_word(of: Option<&impl serde::Serialize>) -> Value {
    Value::from(of.map(word).unwrap_or_default())
}

fn answer(answer: Option<&Answer>) -> Value {
    let (state, reason) = match answer {
        None => ("blank", ""),
        Some(Answer::Reported(_)) => ("reported", ""),
        Some(Answer::ConfirmedZero) => ("zero", ""),
        Some(Answer::NoData(reason)) => ("no-data", reason.as_str()),
    };
    let [known, value] = number(answer.and_then(Answer::number));
    map([("state", text(state)), ("reason", text(reason)), known, value])
}

/// The whole return, as `ret` and as `prev`.
pub(super) fn content(of: &Return) -> Value {
    map([
        ("agency", text(of.agency.as_str())),
        ("period", Value::from(of.period.to_string())),
        ("revision", Value::Int(i64::from(of.revision))),
        ("supersedes", text(of.supersedes.as_deref().unwrap_or(""))),
        ("amendment_reason", text(&of.amendment_reason)),
        ("document", map([("number", text(&of.document.number)), ("date", date(of.document.date))])),
        (
            "preparer",
            map([
                ("name", text(&of.preparer.name)),
                ("title", text(&of.preparer.title)),
                ("phone", text(&of.preparer.phone)),
                ("email", text(&of.preparer.email)),
            ]),
        ),
        ("approver", map([("name", text(&of.approver.name)), ("title", text(&of.approver.title))])),
        ("general_tasks", rows(of.general_tasks.iter().map(|(id, row)| (id.as_str(), row)), general_row)),
        ("tasks", rows(of.tasks.iter().map(|(number, row)| (number.as_str(), row)), task_row)),
        ("services", rows(of.services.iter().map(|(id, row)| (id.as_str(), row)), count_row)),
        ("indicators", rows(of.indicators.iter().map(|(id, row)| (id.as_str(), row)), indicator_row)),
        ("difficulties", text(&of.difficulties)),
        ("proposals", text(&of.proposals)),
    ])
}

pub(super) fn general_row(of: &GeneralAnswer) -> Value {
    map([
        ("status", optional_word(of.status.as_ref())),
        ("date", date(of.date)),
        ("document_number", text(&of.document_number)),
        ("obstacle", text(&of.obstacle)),
        ("new_deadline", date(of.new_deadline)),
        ("remark", text(&of.remark)),
    ])
}

/// One tier of a task that asks for units.
pub(super) fn unit_row(of: &UnitCount) -> Value {
    map([("connected", answer(of.connected.as_ref())), ("total", answer(of.total.as_ref()))])
}

pub(super) fn task_row(of: &TaskAnswer) -> Value {
    map([
        ("status", optional_word(of.status.as_ref())),
        ("completed_on", date(of.completed_on)),
        ("evidence", text(&of.evidence)),
        ("progress", text(&of.progress)),
        ("percent", decimal(of.percent)),
        ("obstacle", text(&of.obstacle)),
        ("new_deadline", date(of.new_deadline)),
    ])
}

pub(super) fn count_row(of: &CountAnswer) -> Value {
    map([("answer", answer(of.answer.as_ref())), ("basis", Value::from(word(&of.basis))), ("remark", text(&of.remark))])
}

pub(super) fn indicator_row(of: &IndicatorAnswer) -> Value {
    map([("value", decimal(of.value)), ("remark", text(&of.remark))])
}

/// The facts of a general task, as `task` in its rules and those of its units.
pub(super) fn general_facts(task: &GeneralTask, agency: &Agency, of: &GeneralAnswer) -> Value {
    map([
        ("status", optional_word(of.status.as_ref())),
        ("id", text(task.id.as_str())),
        ("evidence", Value::from(word(&task.evidence))),
        ("deadline", date(task.deadline_for(agency))),
        ("exempt", Value::Bool(task.is_exempt(&agency.id))),
    ])
}

/// The facts of an assigned task, as `task` in its rules.
pub(super) fn task_facts(task: &AssignedTask) -> Value {
    map([("number", text(task.number.as_str())), ("deadline", date(task.deadline))])
}

/// The facts of a count, as `task` is in other scopes.
pub(super) fn count_facts(count: &CountDefinition) -> Value {
    map([
        ("id", text(count.id.as_str())),
        ("group", Value::from(word(&count.group))),
        ("level", Value::Int(count.level.map_or(0, i64::from))),
        ("basis", Value::from(word(&count.basis))),
    ])
}

/// The agency's facts, as `agency`.
pub(super) fn agency(registry: &Registry, agency: &Agency, facts: &PeriodFacts) -> Value {
    let general = registry.general_tasks_of(&agency.id, facts.id);
    let names = |names: Vec<&str>| Value::from(names.into_iter().map(Value::from).collect::<Vec<_>>());
    map([
        ("id", text(agency.id.as_str())),
        ("name", text(&agency.name)),
        ("kind", Value::from(word(&agency.kind))),
        ("local", Value::Bool(agency.kind.is_local())),
        ("tasks", names(registry.tasks_of(&agency.id).iter().map(|task| task.number.as_str()).collect())),
        ("general_tasks", names(general.iter().map(|task| task.id.as_str()).collect())),
        ("counts", names(registry.count.iter().map(|count| count.id.as_str()).collect())),
        (
            "indicators",
            rows(registry.indicators_of(&agency.id).into_iter().map(|of| (of.id.as_str(), of)), indicator_facts),
        ),
    ])
}

pub(super) fn indicator_facts(of: &Indicator) -> Value {
    let target = Decimal::parse_file(&of.target).ok();
    map([("task", text(of.task.as_str())), ("target", decimal(target)), ("deadline", date(of.deadline))])
}

/// The quarter's facts, as `period`.
pub(super) fn period(facts: &PeriodFacts) -> Value {
    let (year, quarter) = (i32::from(facts.id.year()), facts.id.quarter());
    let last = if quarter == 2 || quarter == 3 { 30 } else { 31 };
    map([
        ("id", Value::from(facts.id.to_string())),
        ("year", Value::Int(i64::from(year))),
        ("quarter", Value::Int(i64::from(quarter))),
        ("start", date(Date::new(year, quarter * 3 - 2, 1).ok())),
        ("end", date(Date::new(year, quarter * 3, last).ok())),
        ("cut_off", date(Some(facts.cut_off))),
        ("due", date(Some(facts.due))),
    ])
}

/// What the documents printed about the agency before, as `baseline`.
pub(super) fn baseline(registry: &Registry, agency: &Agency) -> Value {
    let of_2016 = registry.services_2016_of(&agency.id);
    let of_2017 = registry.services_2017_of(&agency.id);
    let statuses = registry.tasks_of(&agency.id);
    map([
        ("level3_2016", map(number(of_2016.and_then(|row| row.level3)))),
        ("level4_2016", map(number(of_2016.and_then(|row| row.level4)))),
        ("current_2017", map(number(of_2017.and_then(|row| row.values.get("current").copied())))),
        (
            "task_status",
            rows(statuses.into_iter().map(|task| (task.number.as_str(), task.status)), |status: TaskStatus| {
                Value::from(word(&status))
            }),
        ),
    ])
}
