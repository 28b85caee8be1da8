//! Every assigned task with its deadline and status (annex I of 7242/BC-VPCP).

use super::words;
use crate::collect::{Cell, Collected, Place, Row, Table, TableKind, Value};
use crate::quarterly::Return;
use crate::registry::{AssignedTask, TaskNumber};

const COLUMNS: [&str; 8] = ["number", "agency", "task", "deadline", "status", "progress", "obstacle", "new-deadline"];

pub(super) fn table(collected: &Collected<'_>) -> Table {
    let rows = collected.registry.task.iter().map(|task| row(task, collected.now(&task.agency))).collect();
    Table { kind: TableKind::Tasks, columns: COLUMNS.to_vec(), rows }
}

fn row(task: &AssignedTask, content: Option<&Return>) -> Row {
    let mut cells = vec![
        Cell::bare(Value::Task(task.number.clone())),
        Cell::bare(Value::Agency(task.agency.clone())),
        Cell::bare(Value::Text(task.text.clone())),
        words(&task.deadline_printed, None),
    ];
    cells.extend(answered(&task.number, content));
    Row::plain(cells)
}

fn answered(number: &TaskNumber, content: Option<&Return>) -> [Cell; 4] {
    let Some((content, answer)) = content.and_then(|content| Some((content, content.tasks.get(number)?))) else {
        return [Value::NoData, Value::Blank, Value::Blank, Value::Blank].map(Cell::bare);
    };
    let place = |name: &str| Place::of(content, format!("/tasks/{number}/{name}"));
    let new_deadline = match answer.new_deadline {
        Some(day) => Cell::with(Value::Date(day), vec![place("new_deadline")]),
        None => Cell::bare(Value::Blank),
    };
    [
        Cell::with(answer.status.map_or(Value::NoData, Value::TaskStatus), vec![place("status")]),
        words(&answer.progress, Some(place("progress"))),
        words(&answer.obstacle, Some(place("obstacle"))),
        new_deadline,
    ]
}
