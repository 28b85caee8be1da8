//! What the reports print of this quarter against what was collected.

use super::{Both, CrossCheck, CrossCode, Side, compared, numbers, total_of};
use crate::collect::figure::{self, Figure, count, number};
use crate::collect::tables::ranks_are_printed_of;
use crate::collect::{Cell, Collected, Rests, Row, Table, TableKind, Value, table};
use crate::quarterly::Return;
use crate::registry::{AgencyId, GeneralTaskId, PrintedTaskCount, PrintedTotal, Registry, Source, Tier};
use std::collections::BTreeMap;

/// One agency's figure as printed.
struct Printed<'a> {
    agency: &'a AgencyId,
    number: i64,
    source: &'a Source,
}

/// The tables that printed figures are held against.
struct Tables {
    general: Table,
    counts: Table,
    central: Table,
    local: Table,
}

pub(super) fn checks(collected: &Collected<'_>) -> Vec<CrossCheck> {
    let made = |kind| table(kind, collected);
    let tables = Tables {
        general: made(TableKind::GeneralTasks),
        counts: made(TableKind::TaskCounts),
        central: made(TableKind::RankingCentral),
        local: made(TableKind::RankingLocal),
    };
    let mut checks = task_counts(collected, &tables);
    checks.extend(services(collected, &tables));
    let totals = collected.registry.printed.totals.iter().filter(|total| total.period == collected.period);
    checks.extend(totals.filter_map(|total| printed_total(collected, &tables, total)));
    checks
}

fn task_counts(collected: &Collected<'_>, tables: &Tables) -> Vec<CrossCheck> {
    type Column = fn(&PrintedTaskCount) -> i64;
    let columns: [(&str, Column); 3] =
        [("assigned", |row| row.assigned), ("completed", |row| row.completed), ("in-progress", |row| row.in_progress)];
    let rows = || collected.registry.printed.task_counts.iter().filter(|row| row.period == collected.period);
    let check = |(column, value): (&'static str, Column)| {
        let printed = rows().map(|row| Printed { agency: &row.agency, number: value(row), source: &row.source });
        by_agency(column, &printed.collect::<Vec<_>>(), &numbers(&tables.counts, column))
    };
    columns.into_iter().flat_map(check).collect()
}

/// Services at level 3, level 4 and both: of 2016 in tables 4 and 7 of 7242/BC-VPCP, of 2017 in annex I of 314/BC-VPCP.
fn services(collected: &Collected<'_>, tables: &Tables) -> Vec<CrossCheck> {
    let columns = [("level3", "current3"), ("level4", "current4"), ("services", "current")];
    let check = |(column, key): (&'static str, &str)| {
        let found = [numbers(&tables.central, column), numbers(&tables.local, column)].into_iter().flatten().collect();
        by_agency(column, &printed_services(collected, column, key), &found)
    };
    columns.into_iter().flat_map(check).collect()
}

fn printed_services<'a>(collected: &Collected<'a>, column: &str, key: &str) -> Vec<Printed<'a>> {
    let printed = &collected.registry.printed;
    if ranks_are_printed_of(collected.period) {
        let rows = printed.services_2016.iter().filter_map(|row| {
            let number = match column {
                "level3" => row.level3,
                "level4" => row.level4,
                _ => row.total,
            };
            Some(Printed { agency: &row.agency, number: number?, source: &row.source })
        });
        return rows.collect();
    }
    if (collected.period.year(), collected.period.quarter()) != (2017, 4) {
        return Vec::new();
    }
    let rows = printed.services_2017.iter();
    let figure = |number: &i64, agency: &'a AgencyId, source: &'a Source| Printed { agency, number: *number, source };
    rows.filter_map(|row| row.values.get(key).map(|number| figure(number, &row.agency, &row.source))).collect()
}

/// The printed table's column, and each agency in it that differs; nothing where none is printed.
fn by_agency(column: &str, printed: &[Printed<'_>], found: &BTreeMap<AgencyId, Option<i64>>) -> Vec<CrossCheck> {
    let found = |agency: &AgencyId| found.get(agency).copied().flatten();
    let comparable: Vec<&Printed<'_>> = printed.iter().filter(|one| found(one.agency).is_some()).collect();
    let both = comparable.iter().map(|one| Both {
        agency: one.agency.clone(),
        left: Some(one.number),
        right: found(one.agency),
    });
    let check = compared(CrossCode::PrintedTable, column, &both.collect::<Vec<_>>());
    let rests = Some(Rests { on: comparable.len(), of: printed.len() });
    let mut checks: Vec<CrossCheck> = printed.first().map(|_| CrossCheck { rests, ..check }).into_iter().collect();
    for one in comparable.into_iter().filter(|one| found(one.agency) != Some(one.number)) {
        let left = Side { number: Some(one.number), of: None, source: Some(one.source.clone()) };
        let check = CrossCheck::new(CrossCode::PrintedFigure, column, left, Side::number(found(one.agency)));
        checks.push(CrossCheck { agency: Some(one.agency.clone()), ..check });
    }
    checks
}

/// A figure that was collected, out of how many, and on how many agencies it rests.
#[derive(Default)]
struct Found {
    number: Option<i64>,
    of: Option<i64>,
    rests: Option<Rests>,
}

fn printed_total(collected: &Collected<'_>, tables: &Tables, total: &PrintedTotal) -> Option<CrossCheck> {
    let found = match &total.agency {
        Some(agency) => of_agency(collected, &total.what, agency),
        None => of_all(collected, tables, &total.what),
    }?;
    let left = Side { number: Some(total.value), of: total.of, source: Some(total.source.clone()) };
    let right = Side { number: found.number, of: found.of, source: None };
    let check = CrossCheck::new(CrossCode::PrintedTotal, total.what.as_str(), left, right);
    Some(CrossCheck { agency: total.agency.clone(), rests: found.rests, ..check })
}

/// An agency's services and procedures; other figures of single agencies are asked for in no return.
fn of_agency(collected: &Collected<'_>, what: &str, agency: &AgencyId) -> Option<Found> {
    let measure: fn(&Registry, &Return) -> Figure = match what {
        "current3" => |registry, content| count(registry, content, "level3"),
        "current4" => |registry, content| count(registry, content, "level4"),
        "current" => figure::services,
        "procedures" => |registry, content| count(registry, content, "procedures"),
        _ => return None,
    };
    let number = collected.now(agency).and_then(|content| measure(collected.registry, content).number);
    Some(Found { number, ..Found::default() })
}

/// What the tables give for a printed total of this name; none for what no return asks.
fn of_all(collected: &Collected<'_>, tables: &Tables, what: &str) -> Option<Found> {
    let (of_tier, tier) = match what.rsplit_once('-') {
        Some((name, "central")) => (name, Some(Tier::Central)),
        Some((name, "local")) => (name, Some(Tier::Local)),
        _ => (what, None),
    };
    let Some(tier) = tier else { return of_country(tables, what) };
    let ranking = if tier == Tier::Central { &tables.central } else { &tables.local };
    match of_tier {
        "plans-issued" => general(tables, "action-plan", tier),
        "connected" => general(tables, "document-connection", tier),
        "published" => general(tables, "progress-publication", tier),
        "services3" => last(ranking, "level3"),
        "services4" => last(ranking, "level4"),
        "services" => last(ranking, "services"),
        "reports-received" => {
            let agencies = collected.agencies(tier);
            let received = agencies.iter().filter(|agency| collected.now(&agency.id).is_some());
            Some(Found { number: Some(number(received.count())), of: Some(number(agencies.len())), rests: None })
        }
        _ => None,
    }
}

fn of_country(tables: &Tables, what: &str) -> Option<Found> {
    match what {
        "tasks-assigned" => last(&tables.counts, "assigned"),
        "tasks-completed" => {
            let whole = total_of(&tables.counts, "assigned");
            last(&tables.counts, "completed").map(|found| Found { of: whole, ..found })
        }
        "agencies-all-completed" => agencies(tables, |assigned, completed| completed == assigned),
        "agencies-some-completed" => agencies(tables, |_, completed| completed > 0),
        "agencies-none-completed" => agencies(tables, |_, completed| completed == 0),
        "special-agencies" => exempt(tables),
        _ => None,
    }
}

fn last(table: &Table, column: &str) -> Option<Found> {
    let cell = table.cell(table.total()?, column)?;
    Some(Found { number: cell.number(), of: None, rests: cell.rests })
}

/// How many agencies stand so to their assigned tasks, of those with such tasks.
fn agencies(tables: &Tables, holds: fn(assigned: i64, completed: i64) -> bool) -> Option<Found> {
    let (assigned, completed) = (numbers(&tables.counts, "assigned"), numbers(&tables.counts, "completed"));
    let told: Vec<(i64, i64)> =
        completed.iter().filter_map(|(agency, done)| Some((assigned.get(agency).copied()??, (*done)?))).collect();
    let those = told.iter().filter(|(assigned, completed)| holds(*assigned, *completed)).count();
    Some(Found {
        number: (!told.is_empty()).then(|| number(those)),
        of: Some(number(completed.len())),
        rests: Some(Rests { on: told.len(), of: completed.len() }),
    })
}

fn general_row<'a>(tables: &'a Tables, task: &str) -> Option<&'a Row> {
    let is = |cell: &Cell| cell.value == Value::GeneralTask(GeneralTaskId::from(task));
    tables.general.rows.iter().find(|row| tables.general.cell(row, "general-task").is_some_and(is))
}

fn general(tables: &Tables, task: &str, tier: Tier) -> Option<Found> {
    let (done, owed) = match tier {
        Tier::Central => ("central-done", "central-owed"),
        Tier::Local => ("local-done", "local-owed"),
    };
    let cell = |column| general_row(tables, task).and_then(|row| tables.general.cell(row, column));
    let done = cell(done)?;
    Some(Found { number: done.number(), of: cell(owed).and_then(Cell::number), rests: done.rests })
}

/// The special agencies, which the reports name where they tell who publishes progress; no number before anybody has told.
fn exempt(tables: &Tables) -> Option<Found> {
    let cell = tables.general.cell(general_row(tables, "progress-publication")?, "exempt")?;
    let told = general(tables, "progress-publication", Tier::Central)?.number;
    let exempt = match &cell.value {
        Value::Agencies(agencies) => agencies.len(),
        _ => 0,
    };
    Some(Found { number: told.map(|_| number(exempt)), ..Found::default() })
}
