use super::{AgencyId, Bilingual, GeneralTaskId, Period, Source};
use crate::vietnamese::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the documents printed, kept as printed beside what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Printed {
    /// Tasks assigned, completed and in progress by agency (7242/BC-VPCP part 1b; 314/BC-VPCP part II.1).
    pub task_counts: Vec<PrintedTaskCount>,
    /// Services at level 3 and 4 in 2016 (annex II tables 4 and 7 of 7242/BC-VPCP).
    pub services_2016: Vec<PrintedServices2016>,
    /// Services and dossiers in 2017 (annex I of 314/BC-VPCP).
    pub services_2017: Vec<PrintedServices2017>,
    /// Indices of 2016 (annex II tables 1, 2, 3, 5 and 6 of 7242/BC-VPCP).
    pub indices_2016: Vec<PrintedIndex>,
    /// Who had not done a general task when a document was written.
    pub not_done: Vec<PrintedNotDone>,
    /// Members of the phases in which a general task was rolled out (314/BC-VPCP part I.2 and annex II.1).
    pub phases: Vec<PrintedPhase>,
    /// Totals that stand in tables and sentences.
    pub totals: Vec<PrintedTotal>,
    /// What the documents say in words of one matter, where that is no number to be compared.
    pub statements: Vec<PrintedStatement>,
}

/// One row of a per-agency table of task counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintedTaskCount {
    /// The agency.
    pub agency: AgencyId,
    /// Its name as printed in the row.
    pub name_printed: String,
    /// The quarter that the document reports.
    pub period: Period,
    /// Tasks assigned.
    pub assigned: i64,
    /// Tasks completed.
    pub completed: i64,
    /// Tasks in progress.
    pub in_progress: i64,
    /// Where.
    pub source: Source,
}

/// One row of table 4 or 7.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintedServices2016 {
    /// The agency.
    pub agency: AgencyId,
    /// Its name as printed; where a row names several, the whole cell.
    pub name_printed: String,
    /// Rank as printed.
    pub rank_printed: String,
    /// Cells as printed: level 3, level 4, total; a merged cell stands once and the others are empty.
    pub printed: [String; 3],
    /// Services at level 3; none where the cell gives no number.
    pub level3: Option<i64>,
    /// Services at level 4.
    pub level4: Option<i64>,
    /// The printed total.
    pub total: Option<i64>,
    /// Where.
    pub source: Source,
}

/// One row of annex I of 314/BC-VPCP.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintedServices2017 {
    /// The agency.
    pub agency: AgencyId,
    /// Its name as printed.
    pub name_printed: String,
    /// The row's number.
    pub row: u16,
    /// The cells between name and remark as the text keeps them, in order; fewer than the columns where cells are merged.
    pub cells: Vec<String>,
    /// What the cells mean, by column, where that is certain: one of [`PrintedServices2017::KEYS`] each. A plain name
    /// is level 3 and 4 together. A dash, or a cell that can be read in two ways, has no entry.
    #[serde(default)]
    pub values: BTreeMap<String, i64>,
    /// Why some cells have no certain meaning: `merged`, `unreadable`, empty otherwise.
    #[serde(default)]
    pub doubt: String,
    /// The remark column as printed, lines joined by one space.
    pub remark: String,
    /// Whether a report came: false where the remark says `Chưa nhận được báo cáo`.
    pub received: bool,
    /// Where.
    pub source: Source,
}

impl PrintedServices2017 {
    /// The names that `values` may have: services now, services built in 2017, dossiers.
    pub const KEYS: [&'static str; 9] =
        ["current", "current3", "current4", "built", "built3", "built4", "dossiers", "dossiers3", "dossiers4"];
}

/// One row of a table of indices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintedIndex {
    /// The table's number in annex II: 1, 2, 3, 5 or 6.
    pub table: u8,
    /// Rank as printed.
    pub rank_printed: String,
    /// The agency.
    pub agency: AgencyId,
    /// Its name as printed.
    pub name_printed: String,
    /// Web address, for tables 3 and 6.
    #[serde(default)]
    pub address: Option<String>,
    /// As printed, `0,960`.
    pub printed: String,
    /// In thousandths.
    pub thousandths: i64,
    /// Where.
    pub source: Source,
}

/// Agencies that had not done a general task when a document was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintedNotDone {
    /// The task.
    pub general_task: GeneralTaskId,
    /// The day that the document speaks of.
    pub as_of: Date,
    /// Names as printed, in order, repetitions kept.
    pub names_printed: Vec<String>,
    /// The agencies, each once, in the order of the names.
    pub agencies: Vec<AgencyId>,
    /// Where.
    pub source: Source,
}

/// How far the members of a phase are said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PhaseState {
    /// The phase is to reach them.
    Planned,
    /// They have done it.
    Done,
    /// They have yet to do it.
    Remaining,
}

/// Agencies that a document names together as members of a phase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintedPhase {
    /// The task that is rolled out.
    pub general_task: GeneralTaskId,
    /// The phase, from 1.
    pub phase: u8,
    /// What is said of them.
    pub state: PhaseState,
    /// How many the sentence says they are.
    #[serde(default)]
    pub stated: Option<i64>,
    /// How many of them are central agencies, where it says so.
    #[serde(default)]
    pub stated_central: Option<i64>,
    /// How many of them are provinces and cities, where it says so.
    #[serde(default)]
    pub stated_local: Option<i64>,
    /// Names as printed, in order.
    pub names_printed: Vec<String>,
    /// The agencies, in the order of the names.
    pub agencies: Vec<AgencyId>,
    /// Where.
    pub source: Source,
}

/// A total, or a single agency's figure, that stands in a table or a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintedTotal {
    /// What is counted: `tasks-assigned`, `tasks-completed`, `services3-central`, `reports-received-local` …
    pub what: String,
    /// Whose figure it is; none for the country.
    #[serde(default)]
    pub agency: Option<AgencyId>,
    /// The words or the cell as printed.
    pub printed: String,
    /// The number.
    pub value: i64,
    /// Out of how many, where it says so.
    #[serde(default)]
    pub of: Option<i64>,
    /// The whole as printed, where it is no whole number: `41,3`; empty otherwise.
    #[serde(default)]
    pub of_printed: String,
    /// What the percentage is taken of, where that number is not printed: `customer-meters`; empty otherwise.
    #[serde(default)]
    pub of_what: String,
    /// The percentage printed with it, `61,9%`; empty where none is.
    #[serde(default)]
    pub percent_printed: String,
    /// The numbers that the documents print as its parts.
    #[serde(default)]
    pub parts: Vec<i64>,
    /// The quarter or the year's last quarter it speaks of.
    pub period: Period,
    /// Where.
    pub source: Source,
}

/// What a document says in words of a matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintedStatement {
    /// Of what; statements of one name speak of one matter.
    pub what: String,
    /// That matter, for people.
    pub label: Bilingual,
    /// What is said of it, in short; statements that agree say the same.
    pub says: Bilingual,
    /// The words as printed; … marks words left out.
    pub printed: String,
    /// Where.
    pub source: Source,
}
