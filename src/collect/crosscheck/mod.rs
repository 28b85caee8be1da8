//! What was collected, held against itself, against what the reports print, and against the quarter before.

mod over_time;
mod printed;
mod within;

use super::{Collected, Rests, Table};
use crate::registry::{AgencyId, Source};
use std::collections::BTreeMap;

/// What is held against what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CrossCode {
    /// The annex of tasks against the table of counts by agency.
    AnnexAgainstTable,
    /// The agencies that have filed against those whose returns stand behind the tables.
    FiledAgainstTables,
    /// All who report against those with a return and those listed as missing.
    AllAccountedFor,
    /// The counts that were answered against those that the tables add: what covers another time is not added.
    AnsweredAgainstAdded,
    /// A table that a report prints against what was collected, over all agencies that can be compared.
    PrintedTable,
    /// One agency's figure in such a table, where it differs.
    PrintedFigure,
    /// A total, or an agency's figure, in a report's sentence or last row against what was collected.
    PrintedTotal,
    /// By how much a total grew since the quarter before, against the agencies' changes and those who told only one of both.
    TotalsOverTime,
    /// The tasks completed then against those of them that still are.
    CompletedThen,
    /// A count then against as much of it as is there now: what cannot fall.
    CountThen,
}

impl CrossCode {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 10] = [
        Self::AnnexAgainstTable,
        Self::FiledAgainstTables,
        Self::AllAccountedFor,
        Self::AnsweredAgainstAdded,
        Self::PrintedTable,
        Self::PrintedFigure,
        Self::PrintedTotal,
        Self::TotalsOverTime,
        Self::CompletedThen,
        Self::CountThen,
    ];

    /// The name that files carry: `printed-total`.
    pub fn code(self) -> &'static str {
        match self {
            Self::AnnexAgainstTable => "annex-against-table",
            Self::FiledAgainstTables => "filed-against-tables",
            Self::AllAccountedFor => "all-accounted-for",
            Self::AnsweredAgainstAdded => "answered-against-added",
            Self::PrintedTable => "printed-table",
            Self::PrintedFigure => "printed-figure",
            Self::PrintedTotal => "printed-total",
            Self::TotalsOverTime => "totals-over-time",
            Self::CompletedThen => "completed-then",
            Self::CountThen => "count-then",
        }
    }
}

/// One of the two figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// The figure; none where nothing was collected.
    pub number: Option<i64>,
    /// Out of how many, where that is told: 30 of `29/30`.
    pub of: Option<i64>,
    /// Where it is printed, if it is.
    pub source: Option<Source>,
}

/// How two figures stand to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// They agree.
    Agrees,
    /// They differ.
    Differs,
    /// One of them is not known.
    Unknown,
}

/// One figure held against another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrossCheck {
    /// What is held against what.
    pub code: CrossCode,
    /// Of what: a column of a table, a count of the registry, a printed total's name, a list of agencies.
    pub what: String,
    /// Whose figure it is; none for all.
    pub agency: Option<AgencyId>,
    /// The one figure: printed, or then, or by agency.
    pub left: Side,
    /// The other: collected, or now, or in all.
    pub right: Side,
    /// On how many agencies the comparison rests.
    pub rests: Option<Rests>,
    /// The agencies that make the difference, or that are only on one side.
    pub agencies: Vec<AgencyId>,
}

impl CrossCheck {
    fn new(code: CrossCode, what: impl Into<String>, left: Side, right: Side) -> Self {
        Self { code, what: what.into(), agency: None, left, right, rests: None, agencies: Vec::new() }
    }

    /// How much more the right figure is; none where one of them is not known.
    pub fn difference(&self) -> Option<i64> {
        Some(self.right.number?.saturating_sub(self.left.number?))
    }

    /// Whether both say the same. Sums that agree while agencies differ do not.
    pub fn agreement(&self) -> Agreement {
        let same_whole = self.left.of.zip(self.right.of).is_none_or(|(left, right)| left == right);
        let all_alike = self.agencies.is_empty() || self.code == CrossCode::TotalsOverTime;
        match self.difference() {
            None => Agreement::Unknown,
            Some(0) if same_whole && all_alike => Agreement::Agrees,
            Some(_) => Agreement::Differs,
        }
    }
}

impl Side {
    fn number(number: Option<i64>) -> Self {
        Self { number, ..Self::default() }
    }
}

/// All that can be held against something, in the order of the codes.
pub fn crosschecks(collected: &Collected<'_>) -> Vec<CrossCheck> {
    let mut checks = within::checks(collected);
    checks.extend(printed::checks(collected));
    checks.extend(over_time::checks(collected));
    checks.sort_by_key(|check| check.code);
    checks
}

/// The two figures of one agency.
struct Both {
    agency: AgencyId,
    left: Option<i64>,
    right: Option<i64>,
}

/// The sums of both, and the agencies that differ.
fn compared(code: CrossCode, what: &str, both: &[Both]) -> CrossCheck {
    let total = |side: fn(&Both) -> Option<i64>| both.iter().filter_map(side).reduce(i64::saturating_add);
    let left = Side::number(total(|one| one.left));
    let right = Side::number(total(|one| one.right));
    let differing = both.iter().filter(|one| one.left != one.right).map(|one| one.agency.clone());
    CrossCheck { agencies: differing.collect(), ..CrossCheck::new(code, what, left, right) }
}

/// The numbers in a table's column by agency.
fn numbers(table: &Table, column: &str) -> BTreeMap<AgencyId, Option<i64>> {
    let rows = table.rows.iter();
    rows.filter_map(|row| Some((table.agency_of(row)?.clone(), table.cell(row, column)?.number()))).collect()
}

/// The number in the last total of a table's column.
fn total_of(table: &Table, column: &str) -> Option<i64> {
    table.total().and_then(|row| table.cell(row, column)).and_then(super::Cell::number)
}
