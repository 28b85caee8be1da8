//! Numbers of single agencies, each with the fields behind it, and their sums.

use super::{Cell, Place, Rests, Value};
use crate::quarterly::{CountAnswer, Return};
use crate::registry::{CountId, Registry, TaskStatus};

/// A number of one agency, or that there is none, and the fields that say so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Figure {
    pub number: Option<i64>,
    pub behind: Vec<Place>,
}

impl Figure {
    /// What the documents print: nothing in a return stands behind it.
    pub fn printed(number: Option<i64>) -> Self {
        Self { number, behind: Vec::new() }
    }

    /// Both together; no number unless both are one.
    pub fn and(self, other: Self) -> Self {
        let number = self.number.zip(other.number).map(|(one, other)| one.saturating_add(other));
        Self { number, behind: [self.behind, other.behind].concat() }
    }

    /// Its cell in an agency's row.
    pub fn cell(&self) -> Cell {
        Cell::with(self.number.map_or(Value::NoData, Value::Number), self.behind.clone())
    }
}

/// The sum of those that are numbers, with all that stands behind the column; no data where none is.
pub(super) fn sum<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Cell {
    let figures: Vec<&Figure> = figures.into_iter().collect();
    let numbers: Vec<i64> = figures.iter().filter_map(|figure| figure.number).collect();
    let all = numbers.iter().copied().reduce(i64::saturating_add);
    Cell {
        value: all.map_or(Value::NoData, Value::Number),
        behind: figures.iter().flat_map(|figure| figure.behind.iter().cloned()).collect(),
        rests: Some(Rests { on: numbers.len(), of: figures.len() }),
    }
}

/// So many, as a number of a cell.
pub(super) fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// What a return answers on a count. A count that covers another time than asked is no number of this column
/// (rule `count-basis`).
pub(super) fn count(registry: &Registry, of: &Return, id: &str) -> Figure {
    let Some(given) = of.services.get(&CountId::from(id)) else { return Figure::default() };
    let answer = Place::of(of, format!("/services/{id}/answer"));
    let number = given.answer.as_ref().and_then(crate::quarterly::Answer::number);
    if is_as_asked(registry, &CountId::from(id), given) {
        return Figure { number, behind: vec![answer] };
    }
    Figure { number: None, behind: vec![answer, Place::of(of, format!("/services/{id}/basis"))] }
}

/// Whether a count covers the time that was asked for: what covers another is no number that could be added.
pub(super) fn is_as_asked(registry: &Registry, id: &CountId, given: &CountAnswer) -> bool {
    registry.count(id).is_some_and(|asked| asked.basis == given.basis)
}

/// Services at level 3 and 4 now.
pub(super) fn services(registry: &Registry, of: &Return) -> Figure {
    count(registry, of, "level3").and(count(registry, of, "level4"))
}

/// Dossiers received online in the quarter at level 3 and 4.
pub(super) fn dossiers(registry: &Registry, of: &Return) -> Figure {
    count(registry, of, "received3-quarter").and(count(registry, of, "received4-quarter"))
}

/// How many of its assigned tasks have such a status; no number unless each has one, for a blank is no status.
pub(super) fn tasks(registry: &Registry, of: &Return, is: impl Fn(TaskStatus) -> bool) -> Figure {
    let assigned = registry.tasks_of(&of.agency);
    let statuses: Option<Vec<TaskStatus>> =
        assigned.iter().map(|task| of.tasks.get(&task.number).and_then(|answer| answer.status)).collect();
    let behind = assigned.iter().filter(|task| of.tasks.contains_key(&task.number));
    Figure {
        number: statuses.map(|statuses| number(statuses.into_iter().filter(|status| is(*status)).count())),
        behind: behind.map(|task| Place::of(of, format!("/tasks/{}/status", task.number))).collect(),
    }
}

/// How many of its assigned tasks are completed.
pub(super) fn completed(registry: &Registry, of: &Return) -> Figure {
    tasks(registry, of, |status| status == TaskStatus::Completed)
}
