//! A ledger as flat tables, for programs that read columns: one row a file, a task, a count, a finding.
//!
//! `returns` and `findings` tell of every file received; the other tables hold the returns that count and no others, so
//! that a plain sum is the national figure. Blank is `answered = false`; no data is `answered = true` without a value; a
//! number for another time than asked, which the tables do not add, is `not_added`.

mod rows;

use super::{Filed, Ledger};
use crate::registry::Registry;
use crate::vietnamese::{Date, Decimal};
use rows::{counts, findings, general_tasks, headed, received, row, tasks};

/// One value of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Nothing: not answered, or nothing belongs here.
    None,
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A decimal number of three places.
    Decimal(Decimal),
    /// Yes or no.
    Truth(bool),
    /// A day.
    Day(Date),
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// [`Fact::Text`].
    Text,
    /// [`Fact::Number`].
    Number,
    /// [`Fact::Decimal`].
    Decimal,
    /// [`Fact::Truth`].
    Truth,
    /// [`Fact::Day`].
    Day,
}

/// A column: its name, and what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactColumn {
    /// Its name, the same in all quarters.
    pub name: &'static str,
    /// What it holds.
    pub kind: FactKind,
}

/// The tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactTable {
    /// Every file received, and what became of it.
    Returns,
    /// Answers on general tasks.
    GeneralTasks,
    /// Answers on assigned tasks.
    Tasks,
    /// Counts of services, dossiers and connected units.
    Counts,
    /// What the rules find.
    Findings,
}

impl FactTable {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Returns, Self::GeneralTasks, Self::Tasks, Self::Counts, Self::Findings];

    /// Its name, as folders carry it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Returns => "returns",
            Self::GeneralTasks => "general_tasks",
            Self::Tasks => "tasks",
            Self::Counts => "counts",
            Self::Findings => "findings",
        }
    }

    /// Its columns.
    pub fn columns(self) -> Vec<FactColumn> {
        let own: &[(&'static str, FactKind)] = match self {
            Self::Returns => &RETURNS,
            Self::GeneralTasks => &GENERAL_TASKS,
            Self::Tasks => &TASKS,
            Self::Counts => &COUNTS,
            Self::Findings => &FINDINGS,
        };
        HEAD.iter().chain(own).map(|(name, kind)| FactColumn { name, kind: *kind }).collect()
    }

    /// Its rows, one value a column, made one file after another in the order of arrival.
    pub fn rows<'a>(self, registry: &'a Registry, ledger: &'a Ledger) -> Box<dyn Iterator<Item = Vec<Fact>> + 'a> {
        let all = ledger.entries().iter();
        let returns = all.clone().filter_map(|entry| Some((entry, entry.filed()?)));
        let counting = returns.clone().filter(|(entry, _)| entry.state.counts());
        let rows: fn(&Registry, &Filed) -> Vec<Vec<Fact>> = match self {
            Self::Returns => return Box::new(all.map(|entry| row(registry, entry, received(entry)))),
            Self::Findings => {
                return Box::new(returns.flat_map(|(entry, filed)| headed(registry, entry, findings(entry, filed))));
            }
            Self::GeneralTasks => |_, filed| general_tasks(filed),
            Self::Tasks => |_, filed| tasks(filed),
            Self::Counts => counts,
        };
        Box::new(counting.flat_map(move |(entry, filed)| headed(registry, entry, rows(registry, filed))))
    }
}

use FactKind::{Day, Decimal as Fraction, Number, Text, Truth};

/// The first columns of every table: the file, and whose return it is.
const HEAD: [(&str, FactKind); 4] = [("file", Text), ("agency", Text), ("tier", Text), ("revision", Number)];

const RETURNS: [(&str, FactKind); 22] = [
    ("state", Text),
    ("counted", Truth),
    ("reason", Text),
    ("received", Day),
    ("sha256", Text),
    ("size", Number),
    ("own_period", Text),
    ("return_id", Text),
    ("content_sha256", Text),
    ("supersedes", Text),
    ("registry_version", Text),
    ("document_number", Text),
    ("document_date", Day),
    ("errors", Number),
    ("open", Number),
    ("unexplained", Number),
    ("justified", Number),
    ("notes", Number),
    ("listed_services", Number),
    ("difficulties", Text),
    ("proposals", Text),
    ("coordinator_note", Text),
];

const GENERAL_TASKS: [(&str, FactKind); 8] = [
    ("task", Text),
    ("answered", Truth),
    ("status", Text),
    ("done_on", Day),
    ("document_number", Text),
    ("obstacle", Text),
    ("new_deadline", Day),
    ("remark", Text),
];

const TASKS: [(&str, FactKind); 9] = [
    ("task", Text),
    ("answered", Truth),
    ("status", Text),
    ("completed_on", Day),
    ("evidence", Text),
    ("progress", Text),
    ("percent", Fraction),
    ("obstacle", Text),
    ("new_deadline", Day),
];

const COUNTS: [(&str, FactKind); 9] = [
    ("field", Text),
    ("task", Text),
    ("count", Text),
    ("basis", Text),
    ("answered", Truth),
    ("value", Number),
    ("not_added", Number),
    ("no_data_reason", Text),
    ("remark", Text),
];

const FINDINGS: [(&str, FactKind); 7] = [
    ("state", Text),
    ("rule", Text),
    ("severity", Text),
    ("field", Text),
    ("open", Truth),
    ("justified", Truth),
    ("fault", Text),
];
