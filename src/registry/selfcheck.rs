//! The registry checked against itself: its own faults, and the documents' contradictions.
//!
//! A fault is a mistake of whoever wrote the registry; there may be none. A contradiction is the documents' own and
//! stays as printed: each is worked out from the data, none is written down here.

mod faults;
mod figures;
mod lists;
mod services;
mod tasks;
mod wholes;

use super::{Registry, Source};

/// All that the check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelfCheck {
    /// Mistakes of the registry.
    pub faults: Vec<Fault>,
    /// Contradictions of the documents.
    pub contradictions: Vec<Contradiction>,
}

/// A mistake of the registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub code: FaultCode,
    /// The fact, by list and name, and the value in question: `task 3.5: 2016-04-02`.
    pub place: String,
}

/// What can be wrong with a registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultCode {
    /// Two facts of one list have the same id.
    DuplicateId,
    /// A fact names an id that does not exist.
    DanglingId,
    /// A source has no place, or none is given where one must be.
    Unsourced,
    /// A text is not in NFC, or has spaces at its ends.
    NotNormal,
    /// Central or local agencies are not numbered 1, 2, 3 …
    OrderBroken,
    /// A province without its code, a central agency with one, or a code that is not two digits or used twice.
    GsoCode,
    /// A printed name does not lead to its row's agency, or a spelling leads to two agencies.
    NameUnknown,
    /// A value is not what its printed cell or words say.
    ValueNotPrinted,
    /// A deadline is not a day that its printed words name.
    DeadlineNotPrinted,
    /// A quarter's days are not in order, or not the stated default where no source is given.
    PeriodDays,
    /// A quarter does not come just after the one before it in the list.
    PeriodOrder,
    /// A deadline before 2015, when Resolution 36a was issued, or more than ten years after the last quarter.
    DeadlineFar,
    /// The version is not numbers with points between them.
    VersionForm,
    /// An id of the edition before is gone.
    IdRemoved,
    /// An id of the edition before now means another thing.
    IdReused,
    /// Something was changed, but the version does not follow that of the edition before.
    VersionNotRaised,
    /// It is no edition of the same registry.
    OtherRegistry,
}

/// A place where the documents contradict themselves or one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// In which way.
    pub code: ContradictionCode,
    /// Of what: an agency's id, a total's name, a table.
    pub what: String,
    /// Where the parts stand that do not agree.
    pub places: Vec<Source>,
    /// Those parts, each named.
    pub values: Vec<(String, String)>,
}

/// The ways in which the documents contradict themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ContradictionCode {
    /// The table of task counts is not what the annex of tasks gives for the agency.
    TableAgainstAnnex,
    /// One agency has another number of assigned tasks in the later report.
    AssignedMoved,
    /// Sentences, tables and annex do not count the same number of assigned tasks.
    AssignedTotal,
    /// A sentence's number of completed tasks is not that of the table or of the annex.
    CompletedTotal,
    /// A sentence speaks of central agencies only, but its number is not that of their rows.
    CentralTotal,
    /// A sentence counts agencies by their tasks otherwise than the table does.
    AgenciesByTasks,
    /// A percentage is not its part of its whole, rounded.
    Percentage,
    /// Parts do not add up to the total printed with them.
    Parts,
    /// A part is more than its whole.
    PartAboveWhole,
    /// Parts of one whole with percentages that no whole could give.
    WholesDiffer,
    /// One figure is told in two ways.
    ToldDifferently,
    /// One matter is told in two ways, in words.
    SaidDifferently,
    /// A text tells another figure than the table.
    TextAgainstTable,
    /// "Out of n" is not the number of agencies that the documents name.
    OutOf,
    /// A list names an agency twice.
    NamedTwice,
    /// A sentence's number is not the number of agencies named with it.
    NamedCount,
    /// An agency is named among those who have not done it, though an earlier list of all of them left it out.
    NotDoneAgain,
    /// Members of a phase are named as done and as remaining, or as neither.
    PhaseMembers,
    /// A row's total is not the sum of its cells.
    RowSum,
    /// A table's total is not the sum of its rows.
    TableSum,
    /// Ranks are not those of standard ranking: one more than the number of better rows.
    Ranks,
    /// The number of returns received is not that of the rows that show one.
    ReturnsReceived,
    /// The number of unfit returns is not that of the rows that came without a figure.
    ReturnsUnfit,
    /// A figure is told of an agency whose return is said not to have come.
    FigureWithoutReturn,
    /// A text tells a figure, but the agency's row has none.
    BlankRow,
    /// Remarks say that figures are of another kind than their column's heading.
    RemarkAgainstHeading,
    /// Fewer services now than in 2016.
    FewerThan2016,
    /// The services of 2016 and those built in 2017 are not those of now.
    Not2016PlusBuilt,
    /// More services built in the year than there are now.
    BuiltMoreThanNow,
    /// Dossiers were received online, but no online service is printed.
    DossiersWithoutServices,
}

/// Checks the registry against itself. It cannot fail, and always returns everything it finds, in the same order.
pub fn self_check(registry: &Registry) -> SelfCheck {
    let mut contradictions = tasks::contradictions(registry);
    contradictions.extend(figures::contradictions(registry));
    contradictions.extend(lists::contradictions(registry));
    contradictions.extend(services::contradictions(registry));
    SelfCheck { faults: faults::faults(registry), contradictions }
}

/// The sum, held at the largest number: a registry may be hostile.
fn sum(values: impl IntoIterator<Item = i64>) -> i64 {
    values.into_iter().fold(0, i64::saturating_add)
}

/// How many there are, as the documents' numbers are kept.
fn count<T>(items: impl Iterator<Item = T>) -> i64 {
    i64::try_from(items.count()).unwrap_or(i64::MAX)
}

fn pair(name: impl Into<String>, value: impl ToString) -> (String, String) {
    (name.into(), value.to_string())
}

/// A place in the registry's own words: the document's number, or its id where it has none, and the place.
fn place_name(registry: &Registry, source: &Source) -> String {
    let number = registry.document(&source.document).map(|document| document.number.as_str()).unwrap_or_default();
    let document = if number.is_empty() { source.document.as_str() } else { number };
    format!("{document}, {}", source.place)
}
