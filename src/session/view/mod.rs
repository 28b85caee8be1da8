//! What each screen shows, decided here so that a component need only show it.

mod arriving;
pub mod desk;
mod field;
mod finding;
mod findings;
mod grid;
mod group;
mod offer;
mod overview;
mod print;
mod progress;
mod questions;
mod receipt;
mod registry;
mod review;
mod section;
mod signing;
mod start;
mod stops;

pub use arriving::{ArrivingView, ToolsView, arriving, tools};
pub use findings::{FindingGroup, FindingKind, FindingSection, findings_table};
pub use grid::{
    ColumnView, GridCell, GridRow, GridView, Mark, OddLine, PanelView, PreviewCell, PreviewColumn, PreviewRow,
    PreviewView, SumCell, SumRow,
};
pub use overview::{Sections, page_title, sections, whose};
pub use print::{PrintView, form, printed};
pub use progress::{LeftView, Progress, SectionRow, left};
pub use questions::{QuestionLine, QuestionView, SlipView, TrustView};
pub use receipt::{BesideView, ReceiptView, receipt};
pub use registry::{EditionView, OfferedView, RegistryView, registry, registry_line};
pub use review::{Answered, Review, ReviewGroup, ReviewLine, review};
pub use section::{CarriedView, SectionView, section};
pub use signing::{ElsewhereView, PublicSide, RoleView, SignView, SignatureMark, SignatureView, sign};
pub use start::{AgencyChoice, DraftRow, PeriodChoice, SampleChoice, StartView, start};
pub use stops::{Arrow, Stop, next_stop};

pub(super) use overview::{agency_name, quarter_words};
pub(super) use signing::signatures;

use crate::session::Action;

/// One field, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldView {
    /// Its path in the return.
    pub path: String,
    /// Its name in the document, by which a summary leads to it.
    pub id: String,
    /// What is asked.
    pub label: String,
    /// What is meant, whose figure it is and an example.
    pub hint: String,
    /// What the earlier return said here; empty where there is none, or it said nothing.
    pub before: String,
    /// What stands in it.
    pub value: String,
    /// From which quarter its answer was taken, where it waits to be confirmed; else empty.
    pub carried: String,
    /// What it can hold.
    pub kind: Kind,
    /// What is wrong with it.
    pub errors: Vec<SaidView>,
    /// What a button under its errors offers to do with it.
    pub offer: Option<OfferView>,
    /// Warnings at it, each with the reason given.
    pub warnings: Vec<WarningView>,
    /// Notes at it.
    pub notes: Vec<SaidView>,
    /// The coordinator's questions about it.
    pub questions: Vec<QuestionView>,
}

/// What a button offers to do with a field.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferView {
    /// What it says.
    pub says: String,
    /// What it does.
    pub action: Action,
}

/// An error or a note at a field.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidView {
    /// The rule, or the program's own code.
    pub rule: String,
    /// What it says.
    pub message: String,
    /// Where the demand comes from, none where no document makes it.
    pub source: Option<SourceView>,
}

/// Where a demand comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceView {
    /// What is demanded.
    pub demand: String,
    /// The document: number, day, title.
    pub document: String,
    /// The place in the document, as the registry gives it.
    pub place: String,
    /// The rule's name.
    pub rule: String,
}

/// What a field can hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// One line of text.
    Line,
    /// Several lines.
    Lines,
    /// A day.
    Date,
    /// A decimal.
    Decimal,
    /// A count; whether it is said to have no data.
    Count {
        /// Whether there is no data.
        none: bool,
    },
    /// One of these, side by side.
    Radios(Vec<ChoiceView>),
    /// One of these, in a list.
    Select(Vec<ChoiceView>),
}

/// One word of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceView {
    /// As files write it.
    pub word: String,
    /// As the page says it.
    pub name: String,
}

/// A warning at a field.
#[derive(Clone, Debug, PartialEq)]
pub struct WarningView {
    /// The rule.
    pub rule: String,
    /// What it says.
    pub message: String,
    /// Where the demand comes from, none where no document makes it.
    pub source: Option<SourceView>,
    /// The reason given for it, empty where none is.
    pub reason: String,
    /// Whether the reason holds for the values as they are.
    pub justified: bool,
    /// Whether a reason was given for other values.
    pub lapsed: bool,
    /// The reason that the earlier return gave at this place, where none is given now.
    pub offered: Option<String>,
}

/// Fields that belong together: one task, one count, one block of the heading.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupView {
    /// Its path, `/tasks/3.2`.
    pub path: String,
    /// Its heading.
    pub title: String,
    /// What is asked, where the heading is only a number.
    pub text: String,
    /// The registry's facts, `Thời hạn: 01/04/2016`.
    pub facts: Vec<String>,
    /// Its fields.
    pub fields: Vec<FieldView>,
    /// Fields that are folded away until they are wanted.
    pub folded: Vec<FieldView>,
    /// Whether the folded ones hold something that must be seen.
    pub unfolded: bool,
    /// Whether something in it waits to be confirmed.
    pub carried: bool,
}

/// A finding in a summary.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingLine {
    /// Where it leads.
    pub path: String,
    /// Where that is, in words.
    pub place: String,
    /// What it says.
    pub message: String,
}

/// A place of a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Where it leads.
    pub path: String,
    /// Where that is, in words.
    pub name: String,
}

/// The name in the document of a field.
pub fn field_id(path: &str) -> String {
    path.trim_start_matches('/').replace(['/', '.', '#'], "-")
}
