use super::State;
use crate::quarterly::{GeneralStatus, Return};
use crate::registry::{AgencyId, GeneralTaskId, Period, TaskNumber, TaskStatus};
use crate::vietnamese::Date;

/// Which table of the national report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TableKind {
    /// General tasks: how many central and local agencies have done each, who has not, who is exempt.
    GeneralTasks,
    /// Tasks assigned, completed and in progress by agency (part 1b of 7242/BC-VPCP, part II.1 of 314/BC-VPCP).
    TaskCounts,
    /// Every assigned task with its deadline and status (annex I of 7242/BC-VPCP).
    Tasks,
    /// Services and dossiers of central agencies (annex I.1 of 314/BC-VPCP).
    ServicesCentral,
    /// Services and dossiers of provinces and cities (annex I.2 of 314/BC-VPCP).
    ServicesLocal,
    /// Central agencies ranked by services at level 3 and 4 (annex II, table 4 of 7242/BC-VPCP).
    RankingCentral,
    /// Provinces and cities so ranked (annex II, table 7).
    RankingLocal,
    /// Difficulties and proposals by agency.
    Difficulties,
    /// Against the quarter before, by agency.
    AgainstPrevious,
    /// Against what the documents printed for 2016, by agency.
    AgainstBaseline,
    /// Who has not filed, or whose files do not count.
    Missing,
}

impl TableKind {
    /// All of them, in the order of the report.
    pub const ALL: [Self; 11] = [
        Self::GeneralTasks,
        Self::TaskCounts,
        Self::Tasks,
        Self::ServicesCentral,
        Self::ServicesLocal,
        Self::RankingCentral,
        Self::RankingLocal,
        Self::Difficulties,
        Self::AgainstPrevious,
        Self::AgainstBaseline,
        Self::Missing,
    ];
}

/// A table of the national report: typed figures, each with what stands behind it; the text room names it and its columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Which one.
    pub kind: TableKind,
    /// Its columns by the names that the text room knows: `agency`, `assigned`, `level3`.
    pub columns: Vec<&'static str>,
    /// Its rows, totals last in their group.
    pub rows: Vec<Row>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What kind of row.
    pub kind: RowKind,
    /// One cell a column.
    pub cells: Vec<Cell>,
}

/// What kind of row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// An agency's, or a task's.
    Plain,
    /// A sum over rows.
    Total,
}

/// One figure, and what stands behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it shows.
    pub value: Value,
    /// The fields that it was worked out from, by agency; empty for headings of rows.
    pub behind: Vec<Place>,
    /// On how many agencies a total rests.
    pub rests: Option<Rests>,
}

/// What a cell shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// No data, `-`: never zero, never summed.
    NoData,
    /// Nothing belongs here.
    Blank,
    /// A number.
    Number(i64),
    /// A change, shown with its sign.
    Change(i64),
    /// A part of a whole.
    Share {
        /// The part.
        part: i64,
        /// The whole.
        whole: i64,
    },
    /// A rank, from 1.
    Rank(usize),
    /// Words of a return or the registry.
    Text(String),
    /// An agency.
    Agency(AgencyId),
    /// Agencies in the official order.
    Agencies(Vec<AgencyId>),
    /// A day.
    Date(Date),
    /// A general task.
    GeneralTask(GeneralTaskId),
    /// The number of an assigned task.
    Task(TaskNumber),
    /// How far an assigned task is.
    TaskStatus(TaskStatus),
    /// How far a general task is.
    GeneralStatus(GeneralStatus),
    /// What became of a file that does not count.
    State(State),
    /// A word that the text room knows: `total`, `not-received`.
    Word(&'static str),
}

/// A field of an agency's return.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The quarter of the return.
    pub period: Period,
    /// The agency.
    pub agency: AgencyId,
    /// The field, a JSON Pointer inside the return.
    pub path: String,
}

/// On how many agencies a total rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rests {
    /// Agencies that gave a number.
    pub on: usize,
    /// Agencies asked.
    pub of: usize,
}

impl Table {
    /// The cell of a row in the column of this name.
    pub fn cell<'a>(&self, row: &'a Row, column: &str) -> Option<&'a Cell> {
        let at = self.columns.iter().position(|name| *name == column)?;
        row.cells.get(at)
    }

    /// The row of this agency: the first one, where there are several.
    pub fn row_of(&self, agency: &AgencyId) -> Option<&Row> {
        self.rows.iter().find(|row| self.agency_of(row) == Some(agency))
    }

    /// The agency that a row speaks of; none for totals.
    pub fn agency_of<'a>(&self, row: &'a Row) -> Option<&'a AgencyId> {
        match &self.cell(row, "agency")?.value {
            Value::Agency(agency) => Some(agency),
            _ => None,
        }
    }

    /// The total that stands below all rows.
    pub fn total(&self) -> Option<&Row> {
        let is = |row: &&Row| self.cell(row, "agency").is_some_and(|cell| cell.value == Value::Word("total"));
        self.rows.iter().find(is)
    }
}

impl Row {
    /// An agency's row, or a task's.
    pub fn plain(cells: Vec<Cell>) -> Self {
        Self { kind: RowKind::Plain, cells }
    }

    /// A sum over rows.
    pub fn total(cells: Vec<Cell>) -> Self {
        Self { kind: RowKind::Total, cells }
    }
}

impl Cell {
    /// A cell with nothing behind it.
    pub fn bare(value: Value) -> Self {
        Self { value, behind: Vec::new(), rests: None }
    }

    /// A cell with the fields behind it.
    pub fn with(value: Value, behind: Vec<Place>) -> Self {
        Self { value, behind, rests: None }
    }

    /// Its number, be it a count, a change or the part of a share.
    pub fn number(&self) -> Option<i64> {
        match self.value {
            Value::Number(number) | Value::Change(number) | Value::Share { part: number, .. } => Some(number),
            _ => None,
        }
    }
}

impl Place {
    /// A field of this return.
    pub fn of(content: &Return, path: String) -> Self {
        Self { period: content.period, agency: content.agency.clone(), path }
    }
}
