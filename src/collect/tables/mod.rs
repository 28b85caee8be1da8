//! The national tables, each in the form and order of the report that prints it.

mod against_baseline;
mod against_previous;
mod change;
mod difficulties;
mod general_tasks;
mod missing;
mod ranking;
mod services;
mod task_counts;
mod tasks;

use super::figure::{Figure, number, sum};
use super::{Cell, Collected, Place, Table, TableKind, Value};
use crate::registry::{Agency, Tier};

pub(in crate::collect) use ranking::ranks_are_printed_of;
pub use ranking::{RankDifference, rank_differences};

/// One table of what was collected.
pub fn table(kind: TableKind, collected: &Collected<'_>) -> Table {
    match kind {
        TableKind::GeneralTasks => general_tasks::table(collected),
        TableKind::TaskCounts => task_counts::table(collected),
        TableKind::Tasks => tasks::table(collected),
        TableKind::ServicesCentral => services::table(kind, Tier::Central, collected),
        TableKind::ServicesLocal => services::table(kind, Tier::Local, collected),
        TableKind::RankingCentral => ranking::table(kind, Tier::Central, collected),
        TableKind::RankingLocal => ranking::table(kind, Tier::Local, collected),
        TableKind::Difficulties => difficulties::table(collected),
        TableKind::AgainstPrevious => against_previous::table(collected),
        TableKind::AgainstBaseline => against_baseline::table(collected),
        TableKind::Missing => missing::table(collected),
    }
}

/// All tables, in the order of the report.
pub fn tables(collected: &Collected<'_>) -> Vec<Table> {
    TableKind::ALL.map(|kind| table(kind, collected)).to_vec()
}

/// The first cells of a row: its number, from 1, and its agency.
fn numbered(before: usize, agency: &Agency) -> Vec<Cell> {
    vec![Cell::bare(Value::Number(number(before + 1))), Cell::bare(Value::Agency(agency.id.clone()))]
}

/// The first cells of a total.
fn totalled(word: &'static str) -> Vec<Cell> {
    vec![Cell::bare(Value::Blank), Cell::bare(Value::Word(word))]
}

/// The words that someone wrote, and where; blank where they are none.
fn words(text: &str, place: Option<Place>) -> Cell {
    match text.trim() {
        "" => Cell::bare(Value::Blank),
        words => Cell::with(Value::Text(words.to_owned()), place.into_iter().collect()),
    }
}

/// The columns' sums over all rows.
fn sums(rows: &[Vec<Figure>], columns: usize) -> Vec<Cell> {
    (0..columns).map(|at| sum(rows.iter().filter_map(|row| row.get(at)))).collect()
}
