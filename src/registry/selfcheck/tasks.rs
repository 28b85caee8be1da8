//! Assigned tasks: annex I of 7242/BC-VPCP against the tables and sentences of the reports.

use super::{Contradiction, ContradictionCode, count, pair, place_name, sum};
use crate::registry::{
    AgencyId, AssignedTask, DocumentId, PrintedTaskCount, PrintedTotal, Registry, Source, TaskStatus, Tier,
};

pub(super) fn contradictions(registry: &Registry) -> Vec<Contradiction> {
    let mut found = table_against_annex(registry);
    found.extend(assigned_moved(registry));
    found.extend(assigned_total(registry));
    found.extend(completed_total(registry));
    found.extend(central_totals(registry));
    found.extend(agencies_by_tasks(registry));
    found.extend(registry.printed.task_counts.iter().filter_map(row_sum));
    found
}

/// The rows of the table that stands in this total's document.
fn table_of<'a>(registry: &'a Registry, total: &PrintedTotal) -> Vec<&'a PrintedTaskCount> {
    let rows = registry.printed.task_counts.iter();
    rows.filter(|row| row.source.document == total.source.document).collect()
}

fn totals<'a>(registry: &'a Registry, what: &'a str) -> impl Iterator<Item = &'a PrintedTotal> {
    registry.printed.totals.iter().filter(move |total| total.what == what)
}

/// How many of an agency's tasks the annex prints with one of these statuses.
fn annex_count(registry: &Registry, agency: &AgencyId, status: TaskStatus) -> i64 {
    let tasks = registry.tasks_of(agency);
    count(tasks.iter().filter(|task| task.status == status))
}

fn table_against_annex(registry: &Registry) -> Vec<Contradiction> {
    let same_report = |row: &&PrintedTaskCount| {
        let tasks = registry.tasks_of(&row.agency);
        tasks.iter().any(|task| task.source.document == row.source.document)
    };
    registry.printed.task_counts.iter().filter(same_report).filter_map(|row| row_against_annex(registry, row)).collect()
}

fn row_against_annex(registry: &Registry, row: &PrintedTaskCount) -> Option<Contradiction> {
    let tasks = registry.tasks_of(&row.agency);
    let in_annex = |status| annex_count(registry, &row.agency, status);
    let sides = [
        ("assigned", row.assigned, i64::try_from(tasks.len()).unwrap_or(i64::MAX)),
        ("completed", row.completed, in_annex(TaskStatus::Completed)),
        ("in progress", row.in_progress, in_annex(TaskStatus::InProgress)),
    ];
    let differing = sides.iter().filter(|(_, table, annex)| table != annex);
    let mut values: Vec<_> = differing
        .flat_map(|(name, table, annex)| [pair(format!("{name}, table"), table), pair(format!("{name}, annex"), annex)])
        .collect();
    if values.is_empty() {
        return None;
    }
    let waiting = in_annex(TaskStatus::Waiting);
    if waiting > 0 {
        values.push(pair("waiting, annex", waiting));
    }
    let ends = [tasks.first(), tasks.last()].into_iter().flatten().map(|task| task.source.clone());
    let mut places: Vec<_> = std::iter::once(row.source.clone()).chain(ends).collect();
    places.dedup();
    let what = row.agency.to_string();
    Some(Contradiction { code: ContradictionCode::TableAgainstAnnex, what, places, values })
}

fn row_sum(row: &PrintedTaskCount) -> Option<Contradiction> {
    let done_or_not = sum([row.completed, row.in_progress]);
    (done_or_not != row.assigned).then(|| Contradiction {
        code: ContradictionCode::RowSum,
        what: format!("{} {}", row.agency, row.period),
        places: vec![row.source.clone()],
        values: vec![pair("assigned", row.assigned), pair("completed + in progress", done_or_not)],
    })
}

fn assigned_moved(registry: &Registry) -> Vec<Contradiction> {
    let rows = &registry.printed.task_counts;
    let moves: Vec<_> = rows
        .iter()
        .enumerate()
        .filter_map(|(at, row)| {
            let earlier = rows.iter().take(at).rfind(|earlier| earlier.agency == row.agency)?;
            (earlier.assigned != row.assigned).then_some((earlier, row))
        })
        .collect();
    moves.iter().map(|(earlier, row)| moved(earlier, row, &moves)).collect()
}

/// An agency's number that has moved, and with whom it has changed places, if with one.
fn moved(
    earlier: &PrintedTaskCount,
    row: &PrintedTaskCount,
    moves: &[(&PrintedTaskCount, &PrintedTaskCount)],
) -> Contradiction {
    let swaps = |(before, after): &&(&PrintedTaskCount, &PrintedTaskCount)| {
        (before.assigned, after.assigned) == (row.assigned, earlier.assigned)
    };
    let mut values = [earlier, row].map(|row| pair(row.period.to_string(), row.assigned)).to_vec();
    values.extend(moves.iter().find(swaps).map(|(before, _)| pair("changed places with", &before.agency)));
    Contradiction {
        code: ContradictionCode::AssignedMoved,
        what: row.agency.to_string(),
        places: vec![earlier.source.clone(), row.source.clone()],
        values,
    }
}

/// Values side by side, each with its place.
type Told = (Vec<(String, String)>, Vec<Source>);

fn differ((values, _): &Told) -> bool {
    values.windows(2).any(|two| matches!(two, [one, other] if one.1 != other.1))
}

/// What the annex of tasks gives, where it stands in this document; none where another document has it.
fn annex_of<'a>(registry: &'a Registry, document: &DocumentId) -> Option<(Vec<&'a AssignedTask>, Source)> {
    let tasks: Vec<_> = registry.task.iter().filter(|task| task.source.document == *document).collect();
    let first = tasks.first()?.source.clone();
    Some((tasks, first))
}

fn assigned_total(registry: &Registry) -> Option<Contradiction> {
    let told: Vec<_> = totals(registry, "tasks-assigned").collect();
    let mut all: Told = (Vec::new(), Vec::new());
    let mut say = |name: String, value: i64, place: &Source| {
        all.0.push(pair(name, value));
        all.1.push(place.clone());
    };
    for total in &told {
        say(place_name(registry, &total.source), total.value, &total.source);
    }
    for total in &told {
        let rows = table_of(registry, total);
        if let Some(first) = rows.first() {
            let name = format!("sum of the table from {}", place_name(registry, &first.source));
            say(name, sum(rows.iter().map(|row| row.assigned)), &first.source);
        }
    }
    if let Some(first) = registry.task.first() {
        say("tasks in the annex".to_owned(), count(registry.task.iter()), &first.source);
    }
    let (values, places) = Some(all).filter(differ)?;
    Some(Contradiction { code: ContradictionCode::AssignedTotal, what: "tasks-assigned".to_owned(), places, values })
}

fn completed_total(registry: &Registry) -> Vec<Contradiction> {
    totals(registry, "tasks-completed").filter_map(|total| completed_against(registry, total)).collect()
}

fn completed_against(registry: &Registry, total: &PrintedTotal) -> Option<Contradiction> {
    let rows = table_of(registry, total);
    let mut values = vec![pair("sentence", total.value)];
    let mut places = vec![total.source.clone(), rows.first()?.source.clone()];
    values.push(pair("sum of the table", sum(rows.iter().map(|row| row.completed))));
    if let Some((tasks, place)) = annex_of(registry, &total.source.document) {
        values.push(pair("annex", tasks.iter().filter(|task| task.status == TaskStatus::Completed).count()));
        places.push(place);
    }
    let (values, places) = Some((values, places)).filter(differ)?;
    let what = format!("tasks-completed {}", total.period);
    Some(Contradiction { code: ContradictionCode::CompletedTotal, what, places, values })
}

fn central_totals(registry: &Registry) -> Vec<Contradiction> {
    type Column = fn(&PrintedTaskCount) -> i64;
    let columns: [(&str, Column); 2] =
        [("tasks-assigned", |row| row.assigned), ("tasks-completed", |row| row.completed)];
    let of_central = |total: &&PrintedTotal| total.printed.contains("bộ, ngành Trung ương");
    let mut found = Vec::new();
    for (what, column) in columns {
        found.extend(
            totals(registry, what).filter(of_central).filter_map(|total| central_total(registry, total, column)),
        );
    }
    found
}

fn central_total(
    registry: &Registry,
    total: &PrintedTotal,
    column: fn(&PrintedTaskCount) -> i64,
) -> Option<Contradiction> {
    let central =
        |row: &&&PrintedTaskCount| registry.agency(&row.agency).is_some_and(|agency| agency.tier() == Tier::Central);
    let rows = table_of(registry, total);
    let of_central = sum(rows.iter().filter(central).map(|row| column(row)));
    let first = rows.first().filter(|_| of_central != total.value)?;
    Some(Contradiction {
        code: ContradictionCode::CentralTotal,
        what: format!("{} {}", total.what, total.period),
        places: vec![total.source.clone(), first.source.clone()],
        values: vec![
            pair("sentence", total.value),
            pair("table, central agencies", of_central),
            pair("table, with the cities", sum(rows.iter().map(|row| column(row)))),
        ],
    })
}

/// An agency's assigned tasks: how many there are, and how many of them are completed.
type Holds = fn(assigned: i64, completed: i64) -> bool;

fn agencies_by_tasks(registry: &Registry) -> Vec<Contradiction> {
    let kinds: [(&str, Holds); 3] = [
        ("agencies-all-completed", |assigned, completed| completed == assigned),
        ("agencies-some-completed", |_, completed| completed > 0),
        ("agencies-none-completed", |_, completed| completed == 0),
    ];
    let mut found = Vec::new();
    for (what, holds) in kinds {
        found.extend(totals(registry, what).filter_map(|total| agencies_counted(registry, total, holds)));
    }
    found
}

fn agencies_counted(registry: &Registry, total: &PrintedTotal, holds: Holds) -> Option<Contradiction> {
    let rows = table_of(registry, total);
    let mut values = vec![pair("sentence", total.value)];
    let mut places = vec![total.source.clone(), rows.first()?.source.clone()];
    values.push(pair("table", rows.iter().filter(|row| holds(row.assigned, row.completed)).count()));
    if let Some((_, place)) = annex_of(registry, &total.source.document) {
        let in_annex = |agency: &&AgencyId| {
            let tasks = i64::try_from(registry.tasks_of(agency).len()).unwrap_or(i64::MAX);
            holds(tasks, annex_count(registry, agency, TaskStatus::Completed))
        };
        values.push(pair("annex", rows.iter().map(|row| &row.agency).filter(in_annex).count()));
        places.push(place);
    }
    let (values, places) = Some((values, places)).filter(differ)?;
    let what = format!("{} {}", total.what, total.period);
    Some(Contradiction { code: ContradictionCode::AgenciesByTasks, what, places, values })
}
