//! The registry's facts under the names that rules use.

use super::bind::{date, decimal, number, optional_word, rows, text};
use super::node::Node;
use crate::quarterly::{GeneralAnswer, Return, word};
use crate::registry::{
    Agency, AgencyKind, AssignedTask, CountDefinition, GeneralTask, Indicator, Period, PeriodFacts,
    PrintedServices2017, Registry,
};
use crate::vietnamese::{Date, Decimal};

/// The facts of a general task, as `task` in its rules and those of its units.
pub(super) fn general(registry: &Registry, agency: &Agency, period: &PeriodFacts, task: &GeneralTask) -> Node {
    let lists = registry.printed.not_done.iter();
    let of_task = lists.filter(|list| list.general_task == task.id && list.agencies.contains(&agency.id));
    let known_then = of_task.map(|list| list.as_of).filter(|as_of| *as_of <= period.cut_off);
    Node::record([
        ("status", Node::text("")),
        ("id", text(task.id.as_str())),
        ("evidence", Node::text(word(&task.evidence))),
        ("deadline", date(task.deadline_for(agency))),
        ("exempt", Node::truth(task.is_exempt(&agency.id))),
        ("not_done_as_of", date(known_then.max())),
    ])
}

/// The same with the status that the return gives the task.
pub(super) fn with_status(mut facts: Node, of: &GeneralAnswer) -> Node {
    facts.put(&["status"], optional_word(of.status.as_ref()));
    facts
}

/// The facts of an assigned task, as `task` in its rules. What the annex printed is known in later quarters only.
pub(super) fn task(registry: &Registry, period: Period, task: &AssignedTask) -> Node {
    let tables = &registry.printed.task_counts;
    let reported = tables.iter().find(|row| row.source.document == task.source.document).map(|row| row.period);
    let later = reported.is_some_and(|reported| reported < period);
    Node::record([
        ("number", text(task.number.as_str())),
        ("deadline", date(task.deadline)),
        ("printed_status", optional_word(later.then_some(&task.status))),
    ])
}

/// The facts of a count, as `task` is in other scopes.
pub(super) fn count(count: &CountDefinition) -> Node {
    Node::record([
        ("id", text(count.id.as_str())),
        ("group", Node::text(word(&count.group))),
        ("level", Node::number(count.level.map_or(0, i64::from))),
        ("basis", Node::text(word(&count.basis))),
    ])
}

/// The facts of an indicator, with the status that the return gives its task.
pub(super) fn indicator(of: &Indicator, content: &Return) -> Node {
    let status = content.tasks.get(&of.task).and_then(|task| task.status);
    let earlier = of.measured.iter().rfind(|measured| measured.period < content.period);
    Node::record([
        ("task", text(of.task.as_str())),
        ("status", optional_word(status.as_ref())),
        ("target", decimal(Decimal::parse_file(&of.target).ok())),
        ("deadline", date(of.deadline)),
        ("printed", decimal(earlier.and_then(|measured| Decimal::parse_file(&measured.value).ok()))),
    ])
}

/// The agency's facts, as `agency`; a skeleton for one that the registry does not know.
pub(super) fn agency(registry: &Registry, agency: Option<&Agency>, period: Period) -> Node {
    let general = agency.map(|agency| registry.general_tasks_of(&agency.id, period)).unwrap_or_default();
    let tasks = agency.map(|agency| registry.tasks_of(&agency.id)).unwrap_or_default();
    let indicators = agency.map(|agency| registry.indicators_of(&agency.id)).unwrap_or_default();
    let named = |of: fn(&Agency) -> &str| text(agency.map_or("", of));
    Node::record([
        ("known", Node::truth(agency.is_some())),
        ("id", named(|agency| agency.id.as_str())),
        ("name", named(|agency| &agency.name)),
        ("mark", named(|agency| agency.mark.as_deref().unwrap_or(""))),
        ("kind", optional_word(agency.map(|agency| &agency.kind))),
        ("local", Node::truth(agency.map(|agency| agency.kind).is_some_and(AgencyKind::is_local))),
        (
            "tasks",
            rows(tasks.into_iter().map(|task| (task.number.as_str(), task)), |task| {
                Node::record([("deadline", date(task.deadline))])
            }),
        ),
        (
            "general_tasks",
            rows(general.into_iter().filter_map(|task| Some((task.id.as_str(), (task, agency?)))), |(task, agency)| {
                let deadline = date(task.deadline_for(agency));
                Node::record([("deadline", deadline), ("exempt", Node::truth(task.is_exempt(&agency.id)))])
            }),
        ),
        ("counts", names(registry.count.iter().map(|count| count.id.as_str()))),
        ("indicators", names(indicators.into_iter().map(|of| of.id.as_str()))),
    ])
}

fn names<'a>(names: impl Iterator<Item = &'a str>) -> Node {
    rows(names.map(|name| (name, ())), |()| Node::truth(true))
}

/// The quarter's facts, as `period`.
pub(super) fn period(id: Period, facts: Option<&PeriodFacts>) -> Node {
    let (year, quarter) = (i32::from(id.year()), id.quarter());
    let last = if quarter == 2 || quarter == 3 { 30 } else { 31 };
    Node::record([
        ("known", Node::truth(facts.is_some())),
        ("id", Node::text(id.to_string())),
        ("previous", Node::text(id.previous().to_string())),
        ("year", Node::number(i64::from(year))),
        ("quarter", Node::number(i64::from(quarter))),
        ("start", date(Date::new(year, quarter * 3 - 2, 1).ok())),
        ("end", date(Date::new(year, quarter * 3, last).ok())),
        ("cut_off", date(facts.map(|facts| facts.cut_off))),
        ("due", date(facts.map(|facts| facts.due))),
    ])
}

/// What the documents printed about the agency for years before this quarter's, as `baseline`.
pub(super) fn baseline(registry: &Registry, of: &Return) -> Node {
    let of_2016 = registry.services_2016_of(&of.agency).filter(|_| of.period.year() > 2016);
    let of_2017 = registry.services_2017_of(&of.agency).filter(|_| of.period.year() > 2017);
    Node::record([
        ("level3_2016", number(of_2016.and_then(|row| row.level3))),
        ("level4_2016", number(of_2016.and_then(|row| row.level4))),
        ("current_2017", number(of_2017.and_then(services_now))),
    ])
}

/// Services at level 3 and 4 together, as the row prints them in one cell or in two.
fn services_now(row: &PrintedServices2017) -> Option<i64> {
    let value = |key: &str| row.values.get(key).copied();
    value("current").or_else(|| Some(value("current3")? + value("current4")?))
}
