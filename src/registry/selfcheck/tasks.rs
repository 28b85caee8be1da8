//! Assigned tasks: annex I of 7242/BC-VPCP against the tables and sentences of the reports.

use super::{Contradiction, ContradictionCode, count, pair, place_name, sum};
use crate::registry::{AgencyId, PrintedTaskCount, PrintedTotal, Registry, TaskStatus, Tier};

pub(super) fn contradictions(registry: &Registry) -> Vec<Contradiction> {
    let mut found = table_against_annex(registry);
    found.extend(assigned_moved(registry));
    found.extend(assigned_total(registry));
    found.extend(completed_total(registry));
    found.extend(central_total(registry));
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
        values: vec![pair("completed + in progress", done_or_not), pair("assigned", row.assigned)],
    })
}

fn assigned_moved(registry: &Registry) -> Vec<Contradiction> {
    let rows = &registry.printed.task_counts;
    let moved = rows.iter().enumerate().filter_map(|(at, row)| {
        let earlier = rows.iter().take(at).rfind(|earlier| earlier.agency == row.agency)?;
        (earlier.assigned != row.assigned).then(|| Contradiction {
            code: ContradictionCode::AssignedMoved,
            what: row.agency.to_string(),
            places: vec![earlier.source.clone(), row.source.clone()],
            values: [earlier, row].map(|row| pair(row.period.to_string(), row.assigned)).to_vec(),
        })
    });
    moved.collect()
}

fn assigned_total(registry: &Registry) -> Vec<Contradiction> {
    let told: Vec<_> = totals(registry, "tasks-assigned").collect();
    let mut values: Vec<_> = told.iter().map(|total| pair(place_name(registry, &total.source), total.value)).collect();
    for total in &told {
        let rows = table_of(registry, total);
        if let Some(first) = rows.first() {
            let assigned = sum(rows.iter().map(|row| row.assigned));
            values.push(pair(format!("sum of the table from {}", place_name(registry, &first.source)), assigned));
        }
    }
    values.push(pair("tasks in the annex", registry.task.len()));
    if values.windows(2).all(|two| matches!(two, [one, other] if one.1 == other.1)) {
        return Vec::new();
    }
    let places = told.iter().map(|total| total.source.clone()).collect();
    let what = "tasks-assigned".to_owned();
    vec![Contradiction { code: ContradictionCode::AssignedTotal, what, places, values }]
}

fn completed_total(registry: &Registry) -> Vec<Contradiction> {
    totals(registry, "tasks-completed").filter_map(|total| completed_against(registry, total)).collect()
}

fn completed_against(registry: &Registry, total: &PrintedTotal) -> Option<Contradiction> {
    let rows = table_of(registry, total);
    if rows.is_empty() {
        return None;
    }
    let mut values =
        vec![pair("sentence", total.value), pair("sum of the table", sum(rows.iter().map(|row| row.completed)))];
    let annex = registry.task.iter().filter(|task| task.source.document == total.source.document);
    if annex.clone().next().is_some() {
        values.push(pair("annex", annex.filter(|task| task.status == TaskStatus::Completed).count()));
    }
    let agree = values.iter().all(|(_, value)| *value == total.value.to_string());
    let what = format!("tasks-completed {}", total.period);
    let places = vec![total.source.clone()];
    (!agree).then_some(Contradiction { code: ContradictionCode::CompletedTotal, what, places, values })
}

fn central_total(registry: &Registry) -> Vec<Contradiction> {
    let central =
        |row: &&&PrintedTaskCount| registry.agency(&row.agency).is_some_and(|agency| agency.tier() == Tier::Central);
    let of_central = totals(registry, "tasks-assigned").filter(|total| total.printed.contains("bộ, ngành Trung ương"));
    of_central
        .filter_map(|total| {
            let rows = table_of(registry, total);
            let assigned = sum(rows.iter().filter(central).map(|row| row.assigned));
            (assigned != total.value).then(|| Contradiction {
                code: ContradictionCode::CentralTotal,
                what: format!("tasks-assigned {}", total.period),
                places: vec![total.source.clone()],
                values: vec![
                    pair("sentence", total.value),
                    pair("table, central agencies", assigned),
                    pair("table, with the cities", sum(rows.iter().map(|row| row.assigned))),
                ],
            })
        })
        .collect()
}

fn agencies_by_tasks(registry: &Registry) -> Vec<Contradiction> {
    type Holds = fn(&PrintedTaskCount) -> bool;
    let kinds: [(&str, Holds); 3] = [
        ("agencies-all-completed", |row| row.completed == row.assigned),
        ("agencies-some-completed", |row| row.completed > 0),
        ("agencies-none-completed", |row| row.completed == 0),
    ];
    let mut found = Vec::new();
    for (what, holds) in kinds {
        for total in totals(registry, what) {
            let rows = table_of(registry, total);
            let counted = count(rows.iter().filter(|row| holds(row)));
            if !rows.is_empty() && counted != total.value {
                found.push(Contradiction {
                    code: ContradictionCode::AgenciesByTasks,
                    what: format!("{what} {}", total.period),
                    places: vec![total.source.clone()],
                    values: vec![pair("sentence", total.value), pair("table", counted)],
                });
            }
        }
    }
    found
}
