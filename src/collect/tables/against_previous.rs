//! This quarter beside the one before: services at level 3 and 4, completed tasks, dossiers received in the quarter.

use super::change::{Change, Changed, rows};
use crate::collect::figure::{Figure, completed, dossiers, services};
use crate::collect::{Collected, Table, TableKind};
use crate::quarterly::Return;
use crate::registry::{Agency, Registry};

const COLUMNS: [&str; 11] = [
    "no",
    "agency",
    "services-then",
    "services-now",
    "services-change",
    "completed-then",
    "completed-now",
    "completed-change",
    "dossiers-then",
    "dossiers-now",
    "dossiers-change",
];

pub(super) fn table(collected: &Collected<'_>) -> Table {
    let agencies = collected.everyone().into_iter();
    let changed: Vec<Changed<'_>> = agencies.map(|agency| changed(collected, agency)).collect();
    Table { kind: TableKind::AgainstPrevious, columns: COLUMNS.to_vec(), rows: rows(&changed) }
}

fn changed<'a>(collected: &Collected<'_>, agency: &'a Agency) -> Changed<'a> {
    let change = |measure: fn(&Registry, &Return) -> Figure| {
        let figure = |of: Option<&Return>| of.map(|of| measure(collected.registry, of)).unwrap_or_default();
        (figure(collected.then(&agency.id)), figure(collected.now(&agency.id)))
    };
    let has_tasks = !collected.registry.tasks_of(&agency.id).is_empty();
    let changes: Vec<Change> =
        vec![Some(change(services)), has_tasks.then(|| change(completed)), Some(change(dossiers))];
    Changed { agency, changes }
}
