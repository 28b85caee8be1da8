//! How far each section is, and what is left of the whole return.

use super::overview::{days_left, title, verdict_words};
use crate::quarterly::{Approver, DocumentMark, GeneralAnswer, Preparer, Return, Units};
use crate::rules::{Finding, Verdict, verdict};
use crate::session::slips::QUESTION;
use crate::session::update::sections as sections_of;
use crate::session::{Draft, Screen, Section, State};
use crate::text::phrases;
use std::collections::BTreeMap;

/// One section in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionRow {
    /// Which one.
    pub section: Section,
    /// Its heading.
    pub title: String,
    /// How far it is.
    pub progress: Progress,
    /// The same in words.
    pub says: String,
}

/// How far a section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Nothing is answered and it was not looked at.
    NotStarted,
    /// What was taken from the earlier return waits to be confirmed, and nothing else is left.
    Carried(usize),
    /// Questions of the coordinator wait for an answer, and nothing else is left.
    Asked(usize),
    /// Some fields are open.
    Open(usize),
    /// Something is wrong.
    Wrong(usize),
    /// Nothing is left.
    Done,
}

/// What is left of the open return, always in sight while it is worked on.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftView {
    /// What all of it amounts to.
    pub verdict: String,
    /// Whether it may be signed, or is signed.
    pub ready: bool,
    /// How many days are left; empty once it is signed.
    pub days: String,
    /// Whether the due day has gone by.
    pub late: bool,
    /// Each section with its state.
    pub rows: Vec<SectionRow>,
    /// The section that is shown.
    pub here: Option<Section>,
}

/// What is left; none where no return is worked on.
pub fn left(state: &State) -> Option<LeftView> {
    let here = match state.screen {
        Screen::Section(section) => Some(section),
        Screen::Review | Screen::Sign => None,
        _ => return None,
    };
    let draft = state.draft.as_ref()?;
    let due = state.registry.period(draft.content.period)?.due;
    let signed = !draft.signatures.is_empty();
    let verdict = state.verdict();
    Some(LeftView {
        verdict: verdict_words(state, verdict),
        ready: signed || verdict.can_sign(),
        days: days_left(state, due),
        late: !signed && state.today > due,
        rows: section_rows(state, draft),
        here,
    })
}

/// Each section with its state.
pub(super) fn section_rows(state: &State, draft: &Draft) -> Vec<SectionRow> {
    let mut found: BTreeMap<Section, Vec<&Finding>> = BTreeMap::new();
    for finding in &state.findings {
        found.entry(draft.section_of(finding.place())).or_default().push(finding);
    }
    let row = |section: Section| {
        let here = found.get(&section).map_or(&[][..], Vec::as_slice);
        let (progress, says) = told(state, draft, section, here);
        SectionRow { section, title: title(state, section), progress, says }
    };
    sections_of(state).into_iter().map(row).collect()
}

/// How far one section is, and the same in words.
pub(super) fn section_progress(state: &State, draft: &Draft, section: Section) -> (Progress, String) {
    let here = state.findings.iter().filter(|finding| draft.section_of(finding.place()) == section);
    told(state, draft, section, &here.collect::<Vec<_>>())
}

/// How far a section is, by its findings, and the same in words.
fn told(state: &State, draft: &Draft, section: Section, here: &[&Finding]) -> (Progress, String) {
    let verdict = verdict(here.iter().copied(), &draft.content.justifications);
    let asked = here.iter().filter(|finding| finding.rule == QUESTION).count();
    let waiting = Waiting { carried: carried_in(draft, section), asked };
    let progress = progress(draft, section, verdict, waiting);
    let says = match progress {
        Progress::NotStarted if section == Section::ServiceList => state.say(phrases::PROGRESS_OPTIONAL),
        Progress::NotStarted => state.say(phrases::PROGRESS_NOT_STARTED),
        Progress::Done => state.say(phrases::PROGRESS_DONE),
        _ => what_is_open(state, verdict, waiting),
    };
    (progress, says)
}

/// What is wrong in a section, blank, to be confirmed and asked, in words.
fn what_is_open(state: &State, verdict: Verdict, waiting: Waiting) -> String {
    let counts = [
        (verdict.errors + verdict.unexplained, phrases::COUNT_WRONG),
        (waiting.blank(verdict.open), phrases::COUNT_OPEN),
        (waiting.carried, phrases::COUNT_CARRIED),
        (waiting.asked, phrases::COUNT_QUESTIONS),
    ];
    let there = counts.into_iter().filter(|(count, _)| *count > 0);
    there.map(|(count, phrase)| phrase.counted(state.language, count)).collect::<Vec<_>>().join(", ")
}

/// What is open without being blank in the return itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Waiting {
    /// Fields that wait to be confirmed.
    pub(super) carried: usize,
    /// Questions that wait for an answer.
    pub(super) asked: usize,
}

impl Waiting {
    /// How many of so many open places are blank.
    fn blank(self, open: usize) -> usize {
        open.saturating_sub(self.carried + self.asked)
    }
}

/// How many findings of each kind there are, in words, without the kinds that there are not.
pub(super) fn counted(state: &State, verdict: Verdict, waiting: Waiting) -> Vec<String> {
    let counts = [
        (verdict.errors, phrases::COUNT_ERRORS),
        (waiting.blank(verdict.open), phrases::COUNT_OPEN),
        (waiting.carried, phrases::COUNT_CARRIED),
        (waiting.asked, phrases::COUNT_QUESTIONS),
        (verdict.unexplained, phrases::COUNT_WARNINGS),
        (verdict.justified, phrases::COUNT_JUSTIFIED),
        (verdict.notes, phrases::COUNT_NOTES),
    ];
    let there = counts.into_iter().filter(|(count, _)| *count > 0);
    there.map(|(count, phrase)| phrase.counted(state.language, count)).collect()
}

fn progress(draft: &Draft, section: Section, verdict: Verdict, waiting: Waiting) -> Progress {
    let (wrong, open) = (verdict.errors + verdict.unexplained, waiting.blank(verdict.open));
    if waiting.asked == 0 && !draft.seen.contains(&section) && !is_answered(draft, section) {
        return Progress::NotStarted;
    }
    match (wrong, open) {
        (0, 0) if waiting == Waiting::default() => Progress::Done,
        (0, 0) if waiting.carried == 0 => Progress::Asked(waiting.asked),
        (0, 0) => Progress::Carried(waiting.carried),
        (0, open) => Progress::Open(open),
        (wrong, _) => Progress::Wrong(wrong),
    }
}

/// How many fields of a section wait to be confirmed.
pub(super) fn carried_in(draft: &Draft, section: Section) -> usize {
    draft.carried.iter().filter(|path| Section::of_path(path) == section).count()
}

/// Whether any field of a section was answered, readably or not.
fn is_answered(draft: &Draft, section: Section) -> bool {
    draft.entries.keys().any(|path| Section::of_path(path) == section) || holds(&draft.content, section)
}

/// Whether a section of a return holds anything that was not in the blank one.
fn holds(content: &Return, section: Section) -> bool {
    let counts = || content.services.iter().filter(|(id, _)| Section::of_path(&format!("/services/{id}")) == section);
    match section {
        Section::Heading => {
            content.document != DocumentMark::default()
                || content.preparer != Preparer::default()
                || content.approver != Approver::default()
                || !content.amendment_reason.is_empty()
        }
        Section::GeneralTasks => content.general_tasks.values().any(|answer| {
            let blank = GeneralAnswer { units: answer.units.as_ref().map(|_| Units::default()), ..Default::default() };
            *answer != blank
        }),
        Section::Tasks => content.tasks.values().any(|answer| *answer != Default::default()),
        Section::Services | Section::Dossiers => {
            counts().any(|(_, count)| count.answer.is_some() || !count.remark.is_empty())
        }
        Section::ServiceList => !content.service_list.is_empty(),
        Section::Indicators => content.indicators.values().any(|answer| *answer != Default::default()),
        Section::Difficulties => !content.difficulties.is_empty() || !content.proposals.is_empty(),
    }
}
