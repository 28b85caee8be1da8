//! This quarter against the one before.

use super::{Both, CrossCheck, CrossCode, Side, compared, total_of};
use crate::collect::figure::{count, number};
use crate::collect::{Cell, Collected, Table, TableKind, table};
use crate::quarterly::Return;
use crate::registry::{AgencyId, Basis, CountDefinition, TaskStatus};
use std::collections::BTreeMap;

pub(super) fn checks(collected: &Collected<'_>) -> Vec<CrossCheck> {
    let Some(previous) = &collected.previous else { return Vec::new() };
    let before = Collected {
        registry: collected.registry,
        period: collected.period.previous(),
        returns: previous.clone(),
        previous: None,
        filing: BTreeMap::new(),
    };
    let mut checks = totals(collected, &before);
    checks.push(completed_then(collected));
    let counts = collected.registry.count.iter().filter(|count| never_falls(collected, count));
    checks.extend(counts.map(|count| count_then(collected, count)));
    checks
}

fn totals(collected: &Collected<'_>, before: &Collected<'_>) -> Vec<CrossCheck> {
    let changes = table(TableKind::AgainstPrevious, collected);
    let measures: [(&str, &[TableKind], &str); 2] = [
        ("services", &[TableKind::RankingCentral, TableKind::RankingLocal], "services"),
        ("completed", &[TableKind::TaskCounts], "completed"),
    ];
    let check = |(measure, kinds, column): (&str, &[TableKind], &str)| {
        let grown = total(kinds, column, collected)
            .zip(total(kinds, column, before))
            .map(|(now, then)| now.saturating_sub(then));
        let (parts, agencies) = parts(&changes, measure);
        let check = CrossCheck::new(CrossCode::TotalsOverTime, measure, Side::number(grown), Side::number(parts));
        CrossCheck { agencies, ..check }
    };
    measures.map(check).to_vec()
}

/// The total of these tables together; none where none of them has one.
fn total(kinds: &[TableKind], column: &str, collected: &Collected<'_>) -> Option<i64> {
    let totals = kinds.iter().filter_map(|kind| total_of(&table(*kind, collected), column));
    totals.reduce(i64::saturating_add)
}

/// The agencies' changes, and with them those who told only now, less those who told only then; and who these are.
fn parts(changes: &Table, measure: &str) -> (Option<i64>, Vec<AgencyId>) {
    let columns = ["then", "now", "change"].map(|ending| format!("{measure}-{ending}"));
    let [then, now, change] = columns.each_ref().map(String::as_str);
    let mut sum = total_of(changes, change);
    let mut one_sided = Vec::new();
    for row in &changes.rows {
        let Some(agency) = changes.agency_of(row) else { continue };
        let number = |column| changes.cell(row, column).and_then(Cell::number);
        let alone = match (number(then), number(now)) {
            (Some(then), None) => then.saturating_neg(),
            (None, Some(now)) => now,
            _ => continue,
        };
        sum = Some(sum.unwrap_or_default().saturating_add(alone));
        one_sided.push(agency.clone());
    }
    (sum, one_sided)
}

/// The returns of each agency that has filed both times: then and now.
fn twice<'a>(collected: &'a Collected<'_>) -> Vec<(&'a Return, &'a Return)> {
    let all = collected.returns.keys();
    all.filter_map(|agency| Some((collected.then(agency)?, collected.now(agency)?))).collect()
}

fn completed_then(collected: &Collected<'_>) -> CrossCheck {
    let is_completed = |of: &Return, task| {
        let answer: Option<&crate::quarterly::TaskAnswer> = of.tasks.get(task);
        answer.is_some_and(|answer| answer.status == Some(TaskStatus::Completed))
    };
    let both = twice(collected).into_iter().map(|(then, now)| {
        let completed: Vec<_> = then.tasks.keys().filter(|task| is_completed(then, *task)).collect();
        let still = completed.iter().filter(|task| is_completed(now, **task)).count();
        Both { agency: now.agency.clone(), left: Some(number(completed.len())), right: Some(number(still)) }
    });
    compared(CrossCode::CompletedThen, "completed", &both.collect::<Vec<_>>())
}

/// Services at level 3 and 4, which are there until they are given up; and within a year what is counted from its first day.
fn never_falls(collected: &Collected<'_>, count: &CountDefinition) -> bool {
    match count.basis {
        Basis::Current => count.level.is_some_and(|level| level >= 3),
        Basis::Year => collected.period.quarter() > 1,
        Basis::Quarter => false,
    }
}

fn count_then(collected: &Collected<'_>, of: &CountDefinition) -> CrossCheck {
    let both = twice(collected).into_iter().filter_map(|(then, now)| {
        let number = |content| count(collected.registry, content, of.id.as_str()).number;
        let (was, is) = (number(then)?, number(now)?);
        Some(Both { agency: now.agency.clone(), left: Some(was), right: Some(was.min(is)) })
    });
    compared(CrossCode::CountThen, of.id.as_str(), &both.collect::<Vec<_>>())
}
