use super::{AgencyId, CountId, DocumentId, GeneralTaskId, IndicatorId, Period, Printed, TaskNumber};
use crate::vietnamese::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The whole registry, in the order of its files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registry {
    /// Which registry this is, and which edition of it.
    pub registry: Identity,
    /// The documents that every fact comes from.
    pub document: Vec<Document>,
    /// Everyone the documents name as reporting or owing.
    pub agency: Vec<Agency>,
    /// The quarters that can be reported.
    pub period: Vec<PeriodFacts>,
    /// Tasks that many agencies owe.
    pub general_task: Vec<GeneralTask>,
    /// The 71 tasks of annex I of 7242/BC-VPCP.
    pub task: Vec<AssignedTask>,
    /// Measured indicators that a task's text sets a target for.
    pub indicator: Vec<Indicator>,
    /// The counts of the services section.
    pub count: Vec<CountDefinition>,
    /// What each field of a return asks; registries that were issued before there was guidance have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub field: Vec<FieldGuide>,
    /// What the content rules demand; a registry may have none.
    #[serde(default)]
    pub rule: Vec<RuleText>,
    /// What the documents printed before, kept as printed.
    pub printed: Printed,
}

/// The registry's name and edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// Stable name, `36a-nq-cp`.
    pub id: String,
    /// Edition, raised with each change that is issued.
    pub version: String,
}

/// Where a fact stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The document.
    pub document: DocumentId,
    /// Section, table or row in it, in the document's own words.
    pub place: String,
}

/// A text in both languages of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

/// One source document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Stable name.
    pub id: DocumentId,
    /// The file of the text that was read.
    pub file: String,
    /// Number as printed, empty where none is.
    pub number: String,
    /// Date, where one is printed.
    pub date: Option<Date>,
    /// What it is called in a sentence, where it has no number.
    #[serde(default)]
    pub short: Option<Bilingual>,
    /// Who issued it, and what it is.
    pub title: Bilingual,
}

/// What kind of agency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AgencyKind {
    /// Bộ.
    Ministry,
    /// Cơ quan ngang bộ.
    MinisterialLevel,
    /// Cơ quan thuộc Chính phủ, and others counted with them.
    UnderGovernment,
    /// Tỉnh.
    Province,
    /// Thành phố trực thuộc Trung ương.
    City,
}

impl AgencyKind {
    /// Whether the agency is a province or a city, not a central one.
    pub fn is_local(self) -> bool {
        matches!(self, Self::Province | Self::City)
    }
}

/// One agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// Stable ASCII name.
    pub id: AgencyId,
    /// What kind of agency.
    pub kind: AgencyKind,
    /// Place in the official order within central or local agencies, from 1.
    pub order: u16,
    /// Vietnamese name as the page shows it, NFC.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Other spellings that stand in the documents, as printed.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The statistical office's code of a province or city, two digits.
    #[serde(default)]
    pub gso: Option<String>,
    /// The letters of its document numbers, as `BTC` in `123/BC-BTC`, where known from the documents.
    #[serde(default)]
    pub mark: Option<String>,
    /// Where the documents name it.
    pub source: Source,
}

/// The days of one quarter's report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeriodFacts {
    /// The quarter.
    pub id: Period,
    /// Facts after this day belong to the next report.
    pub cut_off: Date,
    /// Last day to send the return.
    pub due: Date,
    /// The document's words, empty where the default stands.
    pub printed: String,
    /// Where a document gives the days; none where the stated default of `registry/periods.toml` stands.
    #[serde(default)]
    pub source: Option<Source>,
}

/// What shows that a general task is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// A document issued: its number and date.
    Document,
    /// A connection made: its date and document.
    Connection,
    /// Units connected out of all: departments, districts, communes.
    Units,
    /// A statement of what was done.
    Statement,
}

/// A task that many agencies owe.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GeneralTask {
    /// Stable name.
    pub id: GeneralTaskId,
    /// What is asked, after the document's words.
    pub text: Bilingual,
    /// What shows that it is done.
    pub evidence: Evidence,
    /// First quarter in which it is reported.
    pub since: Period,
    /// The day by which it was to be done, where one is printed.
    #[serde(default)]
    pub deadline: Option<Date>,
    /// The deadline in the document's words, empty where none is printed.
    #[serde(default)]
    pub deadline_printed: String,
    /// Kinds of agency to which that deadline is printed; all of them if empty.
    #[serde(default)]
    pub deadline_for_kinds: Vec<AgencyKind>,
    /// Deadlines of single agencies that differ from the common one.
    #[serde(default)]
    pub own_deadlines: BTreeMap<AgencyId, Date>,
    /// Kinds of agency that owe it.
    #[serde(default)]
    pub owed_by_kinds: Vec<AgencyKind>,
    /// Single agencies that owe it.
    #[serde(default)]
    pub owed_by: Vec<AgencyId>,
    /// Agencies of those kinds that do not owe it at all.
    #[serde(default)]
    pub not_owed_by: Vec<AgencyId>,
    /// Agencies that owe it but answer it as an assigned task.
    #[serde(default)]
    pub answered_in: BTreeMap<AgencyId, TaskNumber>,
    /// Agencies that the documents except, and where.
    #[serde(default)]
    pub exempt: Vec<Exemption>,
    /// Where it is asked.
    pub source: Source,
    /// Other places that ask it, or give its deadline.
    #[serde(default)]
    pub also: Vec<Source>,
}

/// An agency that the documents except from a general task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    /// Who.
    pub agency: AgencyId,
    /// Where it says so.
    pub source: Source,
}

/// How far an assigned task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TaskStatus {
    /// Đã hoàn thành.
    Completed,
    /// Đang triển khai.
    InProgress,
    /// Chưa triển khai.
    NotStarted,
    /// Chờ cơ quan chủ trì, as task 9.5 of annex I.
    Waiting,
}

impl TaskStatus {
    /// All of them, in the order in which the page offers them.
    pub const ALL: [Self; 4] = [Self::Completed, Self::InProgress, Self::NotStarted, Self::Waiting];
}

/// One task of annex I of 7242/BC-VPCP.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssignedTask {
    /// Number in the annex.
    pub number: TaskNumber,
    /// Who was assigned.
    pub agency: AgencyId,
    /// What is asked, as printed, without the deadline's and status's words.
    pub text: String,
    /// The last deadline that stands in the text.
    #[serde(default)]
    pub deadline: Option<Date>,
    /// All its deadlines in the document's words, empty where none is printed.
    #[serde(default)]
    pub deadline_printed: String,
    /// The status in the document's words.
    pub status_printed: String,
    /// The status that those words mean.
    pub status: TaskStatus,
    /// Where it stands.
    pub source: Source,
}

/// A measured indicator with the target of a task's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Stable name.
    pub id: IndicatorId,
    /// The task whose text sets the target.
    pub task: TaskNumber,
    /// What is measured.
    pub label: Bilingual,
    /// Unit, `%`.
    pub unit: String,
    /// The least that meets the target, a decimal with a point, in the unit.
    pub target: String,
    /// The target in the document's words.
    pub target_printed: String,
    /// The day by which it was to be met.
    #[serde(default)]
    pub deadline: Option<Date>,
    /// What the documents printed for it, newest last.
    #[serde(default)]
    pub measured: Vec<Measured>,
    /// Where it stands.
    pub source: Source,
}

/// A printed measurement of an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    /// The quarter it is for.
    pub period: Period,
    /// As printed, `39,8%`.
    pub printed: String,
    /// Parsed, a decimal with a point in the indicator's unit.
    pub value: String,
    /// Where.
    pub source: Source,
}

/// What time a count speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// As it stands on the cut-off day (hiện tại).
    Current,
    /// In the quarter (trong quý).
    Quarter,
    /// From 1 January to the cut-off day (từ đầu năm).
    Year,
}

impl Basis {
    /// All of them, in the order in which the page offers them.
    pub const ALL: [Self; 3] = [Self::Current, Self::Quarter, Self::Year];
}

/// One count of the services section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountDefinition {
    /// Stable name.
    pub id: CountId,
    /// Heading under which the page puts it.
    pub group: CountGroup,
    /// Level of service, 1 to 4; none for all procedures.
    #[serde(default)]
    pub level: Option<u8>,
    /// What time it speaks of unless the officer says otherwise.
    pub basis: Basis,
    /// What is counted.
    pub label: Bilingual,
    /// What is meant and what not.
    pub help: Bilingual,
    /// Where it is asked.
    pub source: Source,
}

/// What a field of a return asks, or all fields of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldGuide {
    /// The path without its first slash, `tasks/*/status`, a star standing for a row's name.
    pub id: String,
    /// What is meant; none for counts, whose own help says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meaning: Option<Bilingual>,
    /// Whose figure, or whose word, it is.
    pub whose: Bilingual,
    /// How an answer is written, `1.353`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
    /// Where a document asks for it or prints the example; none where it is the form's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Groups of counts on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CountGroup {
    /// Procedures, and services now by level.
    Existing,
    /// Services built.
    Built,
    /// Dossiers received and resolved online.
    Dossiers,
}

/// One content rule as written in `registry/rules.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleText {
    /// Stable name.
    pub id: String,
    /// What breaking it means.
    pub severity: Severity,
    /// What it speaks of.
    #[serde(rename = "for")]
    pub scope: Scope,
    /// Fields that must be answered, else the rule is skipped; relative to its scope.
    #[serde(default)]
    pub needs: Vec<String>,
    /// When it applies (CEL), always if empty.
    #[serde(default)]
    pub when: String,
    /// What must hold (CEL).
    pub assert: String,
    /// Fields to mark, relative to its scope, the row itself if empty; the first one takes the focus.
    pub marks: Vec<String>,
    /// Values that the message names (CEL each).
    #[serde(default)]
    pub values: BTreeMap<String, String>,
    /// What is said when it is broken; `{name}` stands for a value.
    pub message: Bilingual,
    /// What it demands, for the manual.
    pub demand: Bilingual,
    /// Where it comes from.
    pub source: Source,
    /// Examples in which it does not fire.
    pub passes: Vec<Example>,
    /// Examples in which it fires.
    pub fails: Vec<Example>,
}

/// What breaking a rule means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Blocks signing.
    Error,
    /// Wants a justification.
    Warning,
    /// Is only said.
    Note,
}

/// What a rule speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Whose return it is, and of which quarter; where such a rule fires no other is tried.
    Heading,
    /// The return as a whole.
    Return,
    /// Each text of the return.
    Text,
    /// Each general task that the agency owes.
    GeneralTask,
    /// Each tier of a general task that asks for units.
    Units,
    /// Each assigned task of the agency.
    Task,
    /// Each count of the services section.
    Count,
    /// Each measured indicator of the agency.
    Indicator,
    /// Each service of the agency's own list.
    Service,
}

/// A small return in which a rule is tried: a blank one of this agency and quarter with some fields filled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// Whose return.
    pub agency: AgencyId,
    /// Of which quarter.
    pub period: Period,
    /// Field paths and what is in them, each as the return's file writes it.
    #[serde(default)]
    pub set: BTreeMap<String, serde_json::Value>,
    /// Members taken away, by path.
    #[serde(default)]
    pub without: Vec<String>,
    /// The return of the quarter before, where there is one: what is set in it, else blank.
    #[serde(default)]
    pub previous: Option<BTreeMap<String, serde_json::Value>>,
    /// Today, for rules about dates; the period's due day if not given.
    #[serde(default)]
    pub today: Option<Date>,
    /// The first marked field's path: where a failing example must fire, and a passing one must not; a passing example
    /// without it must not fire anywhere.
    #[serde(default)]
    pub at: Option<String>,
}
