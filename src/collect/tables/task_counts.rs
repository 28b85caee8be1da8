//! Tasks assigned, completed and in progress by agency (7242/BC-VPCP, part 1.b; 314/BC-VPCP, part II.1).

use super::{numbered, sums, totalled};
use crate::collect::figure::{Figure, number, sum, tasks};
use crate::collect::{Cell, Collected, Row, Table, TableKind, Value};
use crate::registry::{Agency, AgencyId, TaskStatus};

/// Whatever is not completed is in progress, as the reports count; of that, what is not started or waits stands apart.
const COLUMNS: [&str; 8] =
    ["no", "agency", "assigned", "completed", "in-progress", "not-started", "waiting", "share-completed"];

/// One agency: its tasks, and of them the columns from `completed` to `waiting`.
struct Counted<'a> {
    agency: &'a Agency,
    assigned: i64,
    figures: Vec<Figure>,
}

pub(super) fn table(collected: &Collected<'_>) -> Table {
    let counted: Vec<Counted<'_>> = assigned(collected).into_iter().map(|agency| counted(collected, agency)).collect();
    let mut rows: Vec<Row> = counted.iter().enumerate().map(|(before, one)| row(before, one)).collect();
    rows.extend(totals(&counted));
    Table { kind: TableKind::TaskCounts, columns: COLUMNS.to_vec(), rows }
}

/// The agencies that tasks were assigned to, in the order of annex I of 7242/BC-VPCP, which is that of the table.
fn assigned<'a>(collected: &Collected<'a>) -> Vec<&'a Agency> {
    let mut order: Vec<&AgencyId> = Vec::new();
    for task in &collected.registry.task {
        if !order.contains(&&task.agency) {
            order.push(&task.agency);
        }
    }
    order.into_iter().filter_map(|agency| collected.registry.agency(agency)).collect()
}

fn counted<'a>(collected: &Collected<'_>, agency: &'a Agency) -> Counted<'a> {
    let is: [fn(TaskStatus) -> bool; 4] = [
        |status| status == TaskStatus::Completed,
        |status| status != TaskStatus::Completed,
        |status| status == TaskStatus::NotStarted,
        |status| status == TaskStatus::Waiting,
    ];
    let content = collected.now(&agency.id);
    let figure = |is| content.map(|content| tasks(collected.registry, content, is)).unwrap_or_default();
    let assigned = number(collected.registry.tasks_of(&agency.id).len());
    Counted { agency, assigned, figures: is.map(figure).to_vec() }
}

fn row(before: usize, of: &Counted<'_>) -> Row {
    let mut cells = numbered(before, of.agency);
    cells.push(Cell::bare(Value::Number(of.assigned)));
    cells.extend(of.figures.iter().map(Figure::cell));
    cells.push(of.figures.first().map(|completed| share(&completed.cell(), of.assigned)).unwrap_or_else(none));
    Row::plain(cells)
}

/// The total, and below it what share of the assigned tasks each column is: of those agencies alone that told it.
fn totals(counted: &[Counted<'_>]) -> [Row; 2] {
    let figures: Vec<Vec<Figure>> = counted.iter().map(|one| one.figures.clone()).collect();
    let sums = sums(&figures, COLUMNS.len() - 4);
    let all = sum(&counted.iter().map(|one| Figure::printed(Some(one.assigned))).collect::<Vec<_>>());
    let told = counted.iter().filter(|one| one.figures.iter().all(|figure| figure.number.is_some()));
    let told: i64 = told.map(|one| one.assigned).sum();
    let shares: Vec<Cell> = sums.iter().map(|sum| share(sum, told)).collect();
    let completed = shares.first().cloned().unwrap_or_else(none);
    let total = [totalled("total"), vec![Cell { rests: None, ..all }], sums, vec![completed]].concat();
    let shares = [totalled("share"), vec![none()], shares, vec![none()]].concat();
    [Row::total(total), Row::total(shares)]
}

fn share(part: &Cell, whole: i64) -> Cell {
    let value = part.number().map_or(Value::NoData, |part| Value::Share { part, whole });
    Cell { value, ..part.clone() }
}

fn none() -> Cell {
    Cell::bare(Value::Blank)
}
