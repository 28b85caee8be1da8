use super::signed::is_hex;
use crate::registry::{
    AgencyId, Basis, CountId, GeneralTaskId, IndicatorId, Period, ServiceId, TaskNumber, TaskStatus,
};
use crate::vietnamese::{Date, Decimal, LARGEST};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// One agency's return for one quarter: the member `return` of the file.
///
/// Every member stands in every file; what is not answered is `null` or an empty text. Its fields are named by
/// JSON Pointers with stable ids, `/tasks/3.2/status`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Return {
    /// `return36a/1`.
    pub schema: String,
    /// 32 hexadecimal digits, the same in all revisions.
    pub return_id: String,
    /// 1, and one more for each amendment.
    pub revision: u32,
    /// SHA-256 of the previous revision's canonical bytes, 64 hexadecimal digits; none in revision 1.
    pub supersedes: Option<String>,
    /// Why the return is amended; empty in revision 1.
    pub amendment_reason: String,
    /// The registry under which it was checked.
    pub registry: RegistryMark,
    /// Whose return.
    pub agency: AgencyId,
    /// Of which quarter.
    pub period: Period,
    /// The agency's covering report.
    pub document: DocumentMark,
    /// Who filled the return.
    pub preparer: Preparer,
    /// Who approves it.
    pub approver: Approver,
    /// Answers on the general tasks that the agency owes.
    pub general_tasks: BTreeMap<GeneralTaskId, GeneralAnswer>,
    /// Answers on the tasks assigned to the agency.
    pub tasks: BTreeMap<TaskNumber, TaskAnswer>,
    /// Counts of procedures, services and dossiers.
    pub services: BTreeMap<CountId, CountAnswer>,
    /// The agency's own list of online services, where it gives one. Shared, since it is large and changes rarely.
    pub service_list: Arc<BTreeMap<ServiceId, ListedService>>,
    /// Measured indicators of the agency's tasks.
    pub indicators: BTreeMap<IndicatorId, IndicatorAnswer>,
    /// Difficulties met, in the agency's words.
    pub difficulties: String,
    /// What the agency proposes.
    pub proposals: String,
    /// Reasons given for warnings.
    pub justifications: Vec<Justification>,
    /// Answers to the coordinator's query slips, by [`answer_key`].
    pub answers: BTreeMap<String, QueryAnswer>,
}

/// Which registry a return was checked with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegistryMark {
    /// Its stable name.
    pub id: String,
    /// Its edition.
    pub version: String,
    /// SHA-256 of its canonical bytes, 64 hexadecimal digits.
    pub sha256: String,
}

/// The number and date of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentMark {
    /// Number, `193/UBND-HC`.
    pub number: String,
    /// Day of issue.
    pub date: Option<Date>,
}

/// Who filled the return, and how to reach them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preparer {
    /// Full name.
    pub name: String,
    /// Post.
    pub title: String,
    /// Telephone.
    pub phone: String,
    /// Mail address.
    pub email: String,
}

/// Who approves the return.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approver {
    /// Full name.
    pub name: String,
    /// Post.
    pub title: String,
}

/// How far a general task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GeneralStatus {
    /// Đã thực hiện: issued, connected or done.
    Done,
    /// Đang thực hiện.
    InProgress,
    /// Chưa thực hiện.
    NotStarted,
    /// Cơ quan đặc thù: excepted.
    Exempt,
}

impl GeneralStatus {
    /// All of them, in the order in which the page offers them.
    pub const ALL: [Self; 4] = [Self::Done, Self::InProgress, Self::NotStarted, Self::Exempt];
}

/// The answer on one general task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GeneralAnswer {
    /// How far it is.
    pub status: Option<GeneralStatus>,
    /// The day it was issued, connected or done.
    pub date: Option<Date>,
    /// Number of the document that shows it.
    pub document_number: String,
    /// Units connected, where the task asks for them.
    pub units: Option<Units>,
    /// What hinders it.
    pub obstacle: String,
    /// The day by which it will be done.
    pub new_deadline: Option<Date>,
    /// Anything else.
    pub remark: String,
}

/// Units connected at the three tiers below the province.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Units {
    /// Sở, ban, ngành.
    pub departments: UnitCount,
    /// Đơn vị cấp huyện.
    pub districts: UnitCount,
    /// Đơn vị cấp xã.
    pub communes: UnitCount,
}

impl Units {
    /// The tiers by their names in paths.
    pub fn tiers(&self) -> [(&'static str, &UnitCount); 3] {
        [("departments", &self.departments), ("districts", &self.districts), ("communes", &self.communes)]
    }
}

/// Units connected, of all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitCount {
    /// Units connected.
    pub connected: Option<Answer>,
    /// All units.
    pub total: Option<Answer>,
}

/// The answer on one assigned task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskAnswer {
    /// How far it is.
    pub status: Option<TaskStatus>,
    /// The day it was completed.
    pub completed_on: Option<Date>,
    /// What shows it: a document number or a web address.
    pub evidence: String,
    /// What was done.
    pub progress: String,
    /// Share done, in per cent.
    pub percent: Option<Decimal>,
    /// What hinders it.
    pub obstacle: String,
    /// The day by which it will be completed.
    pub new_deadline: Option<Date>,
}

/// The answer on one count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountAnswer {
    /// The count, or why there is none.
    pub answer: Option<Answer>,
    /// What time it speaks of.
    pub basis: Basis,
    /// Anything else, as the words that the documents print beside a number.
    pub remark: String,
}

/// The answer on one measured indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorAnswer {
    /// The measurement, in the indicator's unit.
    pub value: Option<Decimal>,
    /// Anything else.
    pub remark: String,
}

/// One online service of an agency's own list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListedService {
    /// The procedure's code, where the agency uses one.
    pub code: String,
    /// What the service is called.
    pub name: String,
    /// The highest level it has reached, 1 to 4.
    pub level: Option<i64>,
    /// Since when it is offered at that level.
    pub deployed_on: Option<Date>,
    /// Where it is offered: a web address.
    pub address: String,
    /// Dossiers received online from 1 January to the cut-off day.
    pub received: Option<Answer>,
    /// Dossiers resolved of those.
    pub resolved: Option<Answer>,
}

/// A count that was answered. Blank is none of these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// A number other than zero.
    Reported(i64),
    /// Zero, said on purpose.
    ConfirmedZero,
    /// No data, and why.
    NoData(String),
}

impl Answer {
    /// The number: none for no data, which is never zero.
    pub fn number(&self) -> Option<i64> {
        match self {
            Self::Reported(number) => Some(*number),
            Self::ConfirmedZero => Some(0),
            Self::NoData(_) => None,
        }
    }

    /// The answer that a number is: zero is confirmed by being typed.
    pub fn from_number(number: i64) -> Self {
        if number == 0 { Self::ConfirmedZero } else { Self::Reported(number) }
    }
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "snake_case")]
        enum Written {
            Reported(i64),
            ConfirmedZero,
            NoData(String),
        }
        match Written::deserialize(deserializer)? {
            Written::Reported(0) => Err(D::Error::custom("a reported zero is written `confirmed_zero`")),
            Written::Reported(number) if number.unsigned_abs() > LARGEST.unsigned_abs() => {
                Err(D::Error::custom("past 2^53-1"))
            }
            Written::Reported(number) => Ok(Self::Reported(number)),
            Written::ConfirmedZero => Ok(Self::ConfirmedZero),
            Written::NoData(reason) => Ok(Self::NoData(reason)),
        }
    }
}

/// The officer's reason for one warning at one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Justification {
    /// The rule.
    pub rule: String,
    /// The first field it marks.
    pub path: String,
    /// SHA-256 of the values it was given for, 64 hexadecimal digits; it lapses when they change.
    pub values_sha256: String,
    /// The reason.
    pub reason: String,
}

/// The answer to one question of a query slip.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QueryAnswer {
    /// The answer.
    pub text: String,
}

/// The key of an answer: the slip's id, a point, the question's: `0f3c….2`.
pub fn answer_key(slip_id: &str, question_id: &str) -> String {
    format!("{slip_id}.{question_id}")
}

/// Whether a text is such a key: 32 hexadecimal digits, a point, and a question's id.
pub fn is_answer_key(text: &str) -> bool {
    text.split_once('.').is_some_and(|(slip, question)| is_hex(slip, 32) && is_question_id(question))
}

/// Whether a text is a question's id: its place on the slip, from 1 to 9999.
pub fn is_question_id(text: &str) -> bool {
    (1..=4).contains(&text.len()) && !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit())
}
