use super::paper::{Issued, Issuer, ReturnMark};
use crate::quarterly::{Signable, answer_key, is_hex, is_question_id};
use crate::signing::Subject;
use crate::vietnamese::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A slip asks at most so many questions; all of them are drawn at once.
pub const MOST_QUESTIONS: usize = 500;
/// The longest question, in bytes of UTF-8.
pub const LONGEST_QUESTION: usize = 8_000;
/// The longest path of a field, in bytes.
const LONGEST_PATH: usize = 200;

/// The coordinator's questions about one return: the member `slip` of its file, signed by the coordinator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slip {
    /// `return36a-slip/1`.
    pub schema: String,
    /// 32 hexadecimal digits.
    pub slip_id: String,
    /// The return that is asked about.
    pub about: ReturnMark,
    /// The day of the slip.
    pub issued: Date,
    /// The day by which an answer is wanted.
    pub answer_by: Option<Date>,
    /// Who asks.
    pub issuer: Issuer,
    /// What is asked: one question at least, and [`MOST_QUESTIONS`] at most.
    pub questions: Vec<Question>,
}

/// One question of a slip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its number, from `1`; each stands once on a slip.
    pub id: String,
    /// The field that is asked about, as a JSON Pointer inside the return; empty for the return as a whole.
    pub path: String,
    /// The question.
    pub text: String,
}

/// What a new slip starts from; the random id is an argument, not made here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipHead {
    /// 16 random bytes.
    pub random: [u8; 16],
    /// The return that is asked about.
    pub about: ReturnMark,
    /// The day of the slip.
    pub issued: Date,
    /// The day by which an answer is wanted.
    pub answer_by: Option<Date>,
    /// Who asks.
    pub issuer: Issuer,
}

/// A slip with these questions, each a field's path and a text, numbered in their order.
pub fn slip(head: SlipHead, questions: impl IntoIterator<Item = (String, String)>) -> Slip {
    let numbered = questions.into_iter().enumerate();
    Slip {
        schema: Slip::SCHEMA.to_owned(),
        slip_id: head.random.iter().map(|byte| format!("{byte:02x}")).collect(),
        about: head.about,
        issued: head.issued,
        answer_by: head.answer_by,
        issuer: head.issuer,
        questions: numbered.map(|(index, (path, text))| Question { id: (index + 1).to_string(), path, text }).collect(),
    }
}

impl Slip {
    /// Under which key of the return's `answers` the answer to a question stands.
    pub fn answer_key(&self, question: &Question) -> String {
        answer_key(&self.slip_id, &question.id)
    }

    /// The place of the first question that is not as it ought to be.
    fn ill_asked(&self) -> Option<String> {
        let mut known = BTreeSet::new();
        let mut questions = self.questions.iter().enumerate();
        questions.find_map(|(index, question)| {
            let wrong = match () {
                () if !is_question_id(&question.id) || !known.insert(&question.id) => "id",
                () if !is_path(&question.path) => "path",
                () if question.text.trim().is_empty() || question.text.len() > LONGEST_QUESTION => "text",
                () => return None,
            };
            Some(format!("/questions/{index}/{wrong}"))
        })
    }
}

/// Whether a text is a path that a return can have, or empty.
fn is_path(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"_-./".contains(&byte);
    text.is_empty() || (text.starts_with('/') && text.len() <= LONGEST_PATH && text.bytes().all(fits))
}

impl Signable for Slip {
    const MEMBER: &'static str = "slip";
    const SCHEMA: &'static str = "return36a-slip/1";

    fn ill_formed(&self) -> Option<String> {
        match () {
            () if !is_hex(&self.slip_id, 32) => Some("/slip_id".to_owned()),
            () if self.questions.is_empty() || self.questions.len() > MOST_QUESTIONS => Some("/questions".to_owned()),
            () => self.about.ill_formed().or_else(|| self.issuer.ill_formed()).or_else(|| self.ill_asked()),
        }
    }
}

impl Issued for Slip {
    const SUBJECT: Subject = Subject::Slip;

    fn issuer(&self) -> &Issuer {
        &self.issuer
    }
}
