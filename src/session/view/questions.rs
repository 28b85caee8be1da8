//! The coordinator's questions: each at its field, and all of a slip together.

use super::group::Groups;
use super::overview::title;
use super::review::{Answered, ReviewLine};
use super::{FieldView, GroupView};
use crate::collect::{Question, ReturnMark, Slip};
use crate::quarterly::{field, is_group};
use crate::session::slips::{QUESTION, answer_path};
use crate::session::{Draft, Section, State};
use crate::signing::{PublicKey, fingerprint};
use crate::text::{answer_name, phrases};
use crate::vietnamese::Date;
use std::collections::BTreeSet;

/// One question, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionView {
    /// The key of its answer.
    pub key: String,
    /// Its number and its slip's day.
    pub title: String,
    /// Where the field is that is asked about, in words; empty where it stands there.
    pub place: String,
    /// What is asked.
    pub text: String,
    /// The field of the answer; none in a signed return that does not answer it.
    pub answer: Option<FieldView>,
}

/// One query slip, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct SlipView {
    /// Its id.
    pub id: String,
    /// Its day.
    pub title: String,
    /// By when an answer is wanted; empty where the slip gives no day.
    pub answer_by: String,
    /// Which revision it asks about, and whether that is the one at hand.
    pub about: String,
    /// Whose signature it bears.
    pub trust: TrustView,
    /// Its questions.
    pub questions: Vec<QuestionLine>,
    /// Whether a signed return must be amended before they can be answered.
    pub wants_amendment: bool,
}

/// One question in the list of a slip.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionLine {
    /// Where it leads: the answer's field, or the field that is asked about.
    pub path: String,
    /// Its number and where it stands, in words.
    pub place: String,
    /// What is asked.
    pub text: String,
    /// Whether it is answered.
    pub answered: bool,
    /// The same in words.
    pub says: String,
}

/// Whose signature a paper bears. That it fits the key that the paper names was tried before anything was shown.
#[derive(Clone, Debug, PartialEq)]
pub struct TrustView {
    /// Whether the coordinator's card was opened here, and it is this key.
    pub known: bool,
    /// In words, with what is to be done.
    pub says: String,
    /// The key's fingerprint.
    pub fingerprint: String,
}

/// What is to be thought of the key that signed a paper.
pub(super) fn trust(state: &State, key: &PublicKey) -> TrustView {
    let fingerprint = fingerprint(&key.thumbprint());
    let (known, says) = match &state.coordinator {
        Some(card) if card.key == *key => (true, phrases::TRUST_KNOWN.with(state.language, &[("name", &card.name)])),
        Some(_) => (false, state.say(phrases::TRUST_OTHER)),
        None => (false, state.say(phrases::TRUST_COMPARE)),
    };
    TrustView { known, says, fingerprint }
}

/// How many questions of a section wait for an answer.
pub(super) fn asked_in(state: &State, draft: &Draft, section: Section) -> usize {
    let open = state.findings.iter().filter(|finding| finding.rule == QUESTION);
    open.filter(|finding| draft.section_of(finding.place()) == section).count()
}

/// How many questions wait for an answer.
pub(super) fn asked(state: &State) -> usize {
    state.findings.iter().filter(|finding| finding.rule == QUESTION).count()
}

impl Groups<'_> {
    /// The questions about a field. None about an answer: it could ask about itself.
    pub(super) fn questions(&mut self, path: &str) -> Vec<QuestionView> {
        if path.starts_with("/answers/") {
            return Vec::new();
        }
        let about = |question: &Question| question.path == path;
        self.asked(about).into_iter().map(|question| QuestionView { place: String::new(), ..question }).collect()
    }

    /// The questions of a section that stand at none of its fields: about the whole return, a group, the service list,
    /// or a field that is not shown; and answers whose slip is not at hand.
    pub(super) fn questions_beside(&mut self, section: Section, groups: &[GroupView]) -> Vec<QuestionView> {
        let fields = groups.iter().flat_map(|group| group.fields.iter().chain(&group.folded));
        let shown: BTreeSet<&str> = fields.map(|field| field.path.as_str()).collect();
        let draft = self.draft.clone();
        let beside = |question: &Question| {
            draft.section_asked(&question.path) == section && !shown.contains(question.path.as_str())
        };
        let mut questions = self.asked(beside);
        if section == Section::Heading {
            questions.extend(self.answers_without_slip());
        }
        questions
    }

    fn asked(&mut self, wanted: impl Fn(&Question) -> bool) -> Vec<QuestionView> {
        let all = self.draft.slips.iter().flat_map(|slip| slip.questions.iter().map(move |question| (slip, question)));
        let wanted = all.filter(|(_, question)| wanted(question));
        let wanted = wanted.map(|(slip, question)| (slip.issued, slip.answer_key(question), question.clone()));
        let wanted: Vec<(Date, String, Question)> = wanted.collect();
        wanted.into_iter().map(|(day, key, question)| self.question(day, key, &question)).collect()
    }

    fn question(&mut self, day: Date, key: String, question: &Question) -> QuestionView {
        let values = [("number", question.id.as_str()), ("date", &day.vietnamese())];
        QuestionView {
            title: phrases::QUESTION_OF_SLIP.with(self.state.language, &values),
            place: self.asked_place(&question.path),
            text: question.text.clone(),
            answer: self.answer(&key),
            key,
        }
    }

    /// What the return answers to slips that are not here: what is signed is always shown.
    fn answers_without_slip(&mut self) -> Vec<QuestionView> {
        let draft = &self.draft;
        let strange = draft.content.answers.keys().filter(|key| draft.question_at(&answer_path(key)).is_none());
        let strange: Vec<String> = strange.cloned().collect();
        let shown = strange.into_iter().map(|key| QuestionView {
            title: answer_name(&key, self.state.language),
            place: String::new(),
            text: self.state.say(phrases::SLIP_NOT_HERE),
            answer: self.answer(&key),
            key,
        });
        shown.collect()
    }

    fn answer(&mut self, key: &str) -> Option<FieldView> {
        let path = answer_path(key);
        field(&mut self.draft.content, &path)?;
        Some(self.field(&path))
    }

    /// Where a field is that is asked about, in words.
    pub(super) fn asked_place(&self, path: &str) -> String {
        match path {
            "" => self.state.say(phrases::WHOLE_RETURN),
            path if path.strip_prefix('/').is_some_and(is_group) => title(self.state, Section::of_path(path)),
            path => self.place(path),
        }
    }

    /// The slips of the return, the latest last.
    pub(super) fn slips(&self) -> Vec<SlipView> {
        self.draft.slips.iter().map(|slip| self.slip(slip)).collect()
    }

    fn slip(&self, slip: &Slip) -> SlipView {
        let language = self.state.language;
        let by = |day: Date| phrases::SLIP_ANSWER_BY.with(language, &[("date", &day.vietnamese())]);
        let signed = !self.draft.signatures.is_empty();
        let questions: Vec<QuestionLine> = slip.questions.iter().map(|question| self.line_of(slip, question)).collect();
        SlipView {
            id: slip.slip_id.clone(),
            title: phrases::SLIP_OF.with(language, &[("date", &slip.issued.vietnamese())]),
            answer_by: slip.answer_by.map(by).unwrap_or_default(),
            about: self.slip_about(&slip.about),
            trust: trust(self.state, &slip.issuer.key),
            wants_amendment: signed && questions.iter().any(|question| !question.answered),
            questions,
        }
    }

    /// Which revision is asked about. That the open one differs is said of another return, or of the revision as signed.
    fn slip_about(&self, about: &ReturnMark) -> String {
        let own = &self.draft.content;
        let differs = || ReturnMark::of(own).map_or(true, |mark| mark.content_sha256 != about.content_sha256);
        let phrase = match () {
            () if own.return_id != about.return_id => phrases::SLIP_ABOUT_ANOTHER,
            () if own.revision == about.revision && !self.draft.signatures.is_empty() && differs() => {
                phrases::SLIP_ABOUT_CHANGED
            }
            () => phrases::SLIP_ABOUT,
        };
        phrase.with(self.state.language, &[("revision", &about.revision.to_string())])
    }

    fn line_of(&self, slip: &Slip, question: &Question) -> QuestionLine {
        let key = slip.answer_key(question);
        let given = self.draft.content.answers.get(&key);
        let answered = given.is_some_and(|answer| !answer.text.trim().is_empty());
        let number = phrases::QUESTION_NUMBER.with(self.state.language, &[("number", &question.id)]);
        QuestionLine {
            path: if given.is_some() { answer_path(&key) } else { question.path.clone() },
            place: format!("{number} · {}", self.asked_place(&question.path)),
            text: question.text.clone(),
            answered,
            says: self.state.say(if answered { phrases::ANSWERED } else { phrases::NOT_ANSWERED_YET }),
        }
    }

    /// All questions with their answers, and answers whose slip is not at hand, for the review.
    pub(super) fn answered_questions(&mut self) -> Vec<ReviewLine> {
        let mut questions = self.asked(|_| true);
        questions.extend(self.answers_without_slip());
        let line = |question: QuestionView| {
            let parts = [question.title, question.place, question.text];
            let label = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            let value = question.answer.map(|answer| answer.value).unwrap_or_default();
            if value.trim().is_empty() {
                let value = self.state.say(phrases::NOT_ANSWERED_YET);
                return ReviewLine { label, value, state: Answered::Missing };
            }
            ReviewLine { label, value, state: Answered::Yes }
        };
        questions.into_iter().map(line).collect()
    }
}
