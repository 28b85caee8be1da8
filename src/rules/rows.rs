//! The rows of a return, part by part, each with its answer, the registry's facts and what it was before.

use super::check::Case;
use super::node::Node;
use super::{bind, facts};
use crate::quarterly::{
    CountAnswer, GeneralAnswer, IndicatorAnswer, ListedService, Return, TaskAnswer, UnitCount, part_texts,
};
use crate::registry::{Agency, GeneralTask, PeriodFacts, Scope};

/// One row that rules are tried on.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) scope: Scope,
    pub(super) path: String,
    pub(super) answer: Node,
    pub(super) facts: Node,
    pub(super) was: Node,
}

impl Row {
    /// The return as a whole, or its heading.
    pub(super) fn whole(scope: Scope) -> Self {
        Self::plain(scope, String::new(), Node::text(""))
    }

    fn plain(scope: Scope, path: String, answer: Node) -> Self {
        Self { scope, path, answer, facts: Node::text(""), was: Node::text("") }
    }
}

/// The rows of one part of the return. `twice` says of a listed service that an earlier one has its name.
pub(super) fn rows_of(case: Case<'_>, part: &str, twice: bool) -> Vec<Row> {
    let texts = part_texts(case.content, part).into_iter();
    let mut rows: Vec<Row> =
        texts.map(|text| Row::plain(Scope::Text, text.path.clone(), bind::text_row(&text))).collect();
    let Some((group, id)) = part.trim_start_matches('/').split_once('/') else {
        return rows;
    };
    match group {
        "general_tasks" => rows.extend(general(case, part, id).unwrap_or_default()),
        "tasks" => rows.extend(task(case, part, id)),
        "services" => rows.extend(count(case, part, id)),
        "indicators" => rows.extend(indicator(case, part, id)),
        "service_list" => {
            let service: Option<&ListedService> = case.content.service_list.get(id);
            rows.extend(service.map(|of| Row::plain(Scope::Service, part.to_owned(), bind::service_row(of, twice))));
        }
        _ => {}
    }
    rows
}

/// The agency and the quarter, where the registry knows them.
pub(super) fn heading<'a>(case: Case<'a>) -> Option<(&'a Agency, &'a PeriodFacts)> {
    Some((case.registry.agency(&case.content.agency)?, case.registry.period(case.content.period)?))
}

fn before<'a, T>(case: Case<'a>, of: impl Fn(&'a Return) -> Option<&'a T>) -> Option<&'a T> {
    case.previous.and_then(of)
}

fn general(case: Case<'_>, part: &str, id: &str) -> Option<Vec<Row>> {
    let (agency, period) = heading(case)?;
    let answer = case.content.general_tasks.get(id)?;
    let owed = case.registry.general_tasks_of(&agency.id, case.content.period);
    let task: &GeneralTask = owed.into_iter().find(|task| task.id.as_str() == id)?;
    let facts = facts::with_status(facts::general(case.registry, agency, period, task), answer);
    let was = before(case, |of| of.general_tasks.get(id)).cloned().unwrap_or_default();
    let blank = UnitCount::default();
    let tiers = answer.units.iter().flat_map(|units| units.tiers()).map(|(tier, count)| {
        let was = was
            .units
            .as_ref()
            .and_then(|units| units.tiers().into_iter().find(|(name, _)| *name == tier).map(|(_, count)| count));
        Row {
            scope: Scope::Units,
            path: format!("{part}/units/{tier}"),
            answer: bind::unit_row(count),
            facts: facts.clone(),
            was: bind::unit_row(was.unwrap_or(&blank)),
        }
    });
    let whole = Row {
        scope: Scope::GeneralTask,
        path: part.to_owned(),
        answer: bind::general_row(answer),
        facts: facts.clone(),
        was: bind::general_row(&GeneralAnswer { units: None, ..was.clone() }),
    };
    Some(std::iter::once(whole).chain(tiers).collect())
}

fn task(case: Case<'_>, part: &str, number: &str) -> Option<Row> {
    let (agency, _) = heading(case)?;
    let answer = case.content.tasks.get(number)?;
    let task = case.registry.task.iter().find(|task| task.number.as_str() == number && task.agency == agency.id)?;
    let blank = TaskAnswer::default();
    Some(Row {
        scope: Scope::Task,
        path: part.to_owned(),
        answer: bind::task_row(answer),
        facts: facts::task(case.registry, case.content.period, task),
        was: bind::task_row(before(case, |of| of.tasks.get(number)).unwrap_or(&blank)),
    })
}

fn count(case: Case<'_>, part: &str, id: &str) -> Option<Row> {
    let answer = case.content.services.get(id)?;
    let count = case.registry.count.iter().find(|count| count.id.as_str() == id)?;
    let blank = CountAnswer { answer: None, basis: count.basis, remark: String::new() };
    Some(Row {
        scope: Scope::Count,
        path: part.to_owned(),
        answer: bind::count_row(answer),
        facts: facts::count(count),
        was: bind::count_row(before(case, |of| of.services.get(id)).unwrap_or(&blank)),
    })
}

fn indicator(case: Case<'_>, part: &str, id: &str) -> Option<Row> {
    let answer = case.content.indicators.get(id)?;
    let (agency, _) = heading(case)?;
    let owed = case.registry.indicators_of(&agency.id);
    let indicator = owed.into_iter().find(|indicator| indicator.id.as_str() == id)?;
    let blank = IndicatorAnswer::default();
    Some(Row {
        scope: Scope::Indicator,
        path: part.to_owned(),
        answer: bind::indicator_row(answer),
        facts: facts::indicator(indicator, case.content),
        was: bind::indicator_row(before(case, |of| of.indicators.get(id)).unwrap_or(&blank)),
    })
}
