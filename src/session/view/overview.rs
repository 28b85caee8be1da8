use super::group::Groups;
use super::questions::{SlipView, asked, asked_in};
use super::receipt::receipt_title;
use crate::quarterly::{Return, field_paths, return_value};
use crate::registry::{Agency, Period, PeriodFacts};
use crate::rules::{Verdict, verdict};
use crate::session::update::sections as sections_of;
use crate::session::{Draft, Screen, Section, State};
use crate::text::{Language, Phrase, phrases, section_name};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The sections of the open return, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Sections {
    /// Whose return: the agency's name.
    pub agency: String,
    /// Of which quarter, in words.
    pub period: String,
    /// The due day, in words.
    pub due: String,
    /// What is to be said of the earlier return from which this one is carried forward; none where there is none.
    pub previous: Option<String>,
    /// The coordinator's query slips.
    pub slips: Vec<SlipView>,
    /// Each section with its state.
    pub rows: Vec<SectionRow>,
    /// What all of it amounts to, in words.
    pub verdict: String,
    /// Whether it may be signed.
    pub can_sign: bool,
    /// Whether it is signed.
    pub signed: bool,
}

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

/// The list of sections; none without a draft.
pub fn sections(state: &State) -> Option<Sections> {
    let draft = state.draft.as_ref()?;
    let agency = state.registry.agency(&draft.content.agency)?;
    let facts = state.registry.period(draft.content.period)?;
    let answered = sections_answered(draft);
    let rows = sections_of(state).into_iter().map(|section| {
        let progress = progress(state, draft, section, answered.contains(&section));
        SectionRow { section, title: title(state, section), progress, says: says(state, draft, section, progress) }
    });
    Some(Sections {
        agency: agency_name(state, agency),
        period: period_name(state, draft.content.period),
        due: days(state, facts),
        previous: previous(state, draft),
        slips: Groups::of(state)?.slips(),
        rows: rows.collect(),
        verdict: verdict_words(state, state.verdict()),
        can_sign: state.verdict().can_sign(),
        signed: !draft.signatures.is_empty(),
    })
}

/// Which earlier return is at hand, and how much of it waits to be confirmed.
fn previous(state: &State, draft: &Draft) -> Option<String> {
    let (period, count) = (quarter_words(state, draft.previous.as_ref()?.period), draft.carried.len());
    let phrase = if count == 0 { phrases::PREVIOUS_CONFIRMED } else { phrases::PREVIOUS_OPEN };
    Some(phrase.with(state.language, &[("period", &period), ("count", &count.to_string())]))
}

/// What the window is called: the screen, whose return, and the page.
pub fn page_title(state: &State) -> String {
    let screen = match state.screen {
        Screen::Start => None,
        Screen::Receipt => receipt_title(state),
        Screen::Sections => Some(state.say(phrases::SECTIONS)),
        Screen::Section(section) => Some(title(state, section)),
        Screen::Review => Some(state.say(phrases::REVIEW)),
        Screen::Sign => Some(state.say(phrases::SIGN)),
        Screen::Registry => Some(state.say(phrases::REGISTRY)),
        Screen::SelfTest => Some(state.say(phrases::SELF_TEST)),
        Screen::Desk(screen) => Some(super::desk::window_name(state, screen)),
    };
    let whose = screen.as_ref().and_then(|_| whose(state));
    let parts = [screen, whose, Some(state.say(phrases::TITLE))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" – ")
}

/// Whose return is open, and of which quarter: `Bộ Tài chính · Quý II/2017`.
pub fn whose(state: &State) -> Option<String> {
    if let (Screen::Desk(_), Some(desk)) = (state.screen, &state.desk) {
        return Some(
            crate::text::desk_phrases::OF_PERIOD
                .with(state.language, &[("period", &quarter_words(state, desk.period))]),
        );
    }
    let content = &state.draft.as_ref()?.content;
    let agency = state.registry.agency(&content.agency)?;
    Some(format!("{} · {}", agency_name(state, agency), period_name(state, content.period)))
}

/// An agency's name in the language of the page.
pub(in crate::session) fn agency_name(state: &State, agency: &Agency) -> String {
    match state.language {
        Language::Vietnamese => agency.name.clone(),
        Language::English => agency.name_en.clone(),
    }
}

/// The quarter's days in words, saying so where they are only a default.
fn days(state: &State, facts: &PeriodFacts) -> String {
    let phrase = if facts.source.is_some() { phrases::DUE } else { phrases::DUE_BY_DEFAULT };
    phrase.with(state.language, &[("cut_off", &facts.cut_off.vietnamese()), ("due", &facts.due.vietnamese())])
}

/// A section's heading.
pub(super) fn title(state: &State, section: Section) -> String {
    section_name(section, state.language).to_owned()
}

/// A quarter in words: `Quý II/2017`.
pub(super) fn period_name(state: &State, period: Period) -> String {
    quarter(state, phrases::QUARTER, period)
}

/// A quarter inside a sentence: `quý II/2017`.
pub(in crate::session) fn quarter_words(state: &State, period: Period) -> String {
    quarter(state, phrases::QUARTER_INSIDE, period)
}

fn quarter(state: &State, phrase: Phrase, period: Period) -> String {
    let quarter = ["I", "II", "III", "IV"].get(usize::from(period.quarter()) - 1).copied().unwrap_or_default();
    phrase.with(state.language, &[("quarter", quarter), ("year", &period.year().to_string())])
}

/// The verdict in words.
pub(super) fn verdict_words(state: &State, verdict: Verdict) -> String {
    if state.draft.as_ref().is_some_and(|draft| !draft.signatures.is_empty()) {
        return state.say(phrases::VERDICT_SIGNED);
    }
    if verdict.can_sign() {
        return state.say(phrases::VERDICT_READY);
    }
    let carried = state.draft.as_ref().map_or(0, |draft| draft.carried.len());
    let waiting = Waiting { carried, asked: asked(state) };
    let left = counted(state, Verdict { justified: 0, notes: 0, ..verdict }, waiting);
    phrases::VERDICT_LEFT.with(state.language, &[("what", &left.join(", "))])
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
    fn in_section(state: &State, draft: &Draft, section: Section) -> Self {
        Self { carried: carried_in(draft, section), asked: asked_in(state, draft, section) }
    }

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

fn progress(state: &State, draft: &Draft, section: Section, answered: bool) -> Progress {
    let here = state.findings.iter().filter(|finding| draft.section_of(finding.place()) == section);
    let verdict = verdict(&here.cloned().collect::<Vec<_>>(), &draft.content.justifications);
    let waiting = Waiting::in_section(state, draft, section);
    let (wrong, open) = (verdict.errors + verdict.unexplained, waiting.blank(verdict.open));
    if !draft.seen.contains(&section) && !answered && waiting.asked == 0 {
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

/// The sections in which any field was answered, readably or not.
fn sections_answered(draft: &Draft) -> BTreeSet<Section> {
    // The list, which is large, is answered as one.
    let list = (!draft.content.service_list.is_empty()).then_some(Section::ServiceList);
    let content = Return { service_list: Arc::default(), ..draft.content.clone() };
    let value = return_value(&content);
    let answered = |path: &String| {
        let blank = value.pointer(path).is_none_or(|value| value.is_null() || value.as_str() == Some(""));
        !path.ends_with("/basis") && (!blank || draft.entries.contains_key(path))
    };
    let paths = field_paths(&content).into_iter().filter(answered);
    let own = paths.filter(|path| !path.starts_with("/answers/"));
    own.map(|path| Section::of_path(&path)).chain(list).collect()
}

fn says(state: &State, draft: &Draft, section: Section, progress: Progress) -> String {
    let with = |phrase: Phrase, count: usize| phrase.counted(state.language, count);
    let waiting = Waiting::in_section(state, draft, section);
    let beside = [(waiting.carried, phrases::COUNT_CARRIED), (waiting.asked, phrases::COUNT_QUESTIONS)];
    let beside = beside.into_iter().filter(|(count, _)| *count > 0).map(|(count, phrase)| with(phrase, count));
    match progress {
        Progress::NotStarted if section == Section::ServiceList => state.say(phrases::PROGRESS_OPTIONAL),
        Progress::NotStarted => state.say(phrases::PROGRESS_NOT_STARTED),
        Progress::Carried(_) | Progress::Asked(_) => beside.collect::<Vec<_>>().join(", "),
        Progress::Open(count) => {
            std::iter::once(with(phrases::COUNT_OPEN, count)).chain(beside).collect::<Vec<_>>().join(", ")
        }
        Progress::Wrong(count) if waiting.asked > 0 => {
            format!("{}, {}", with(phrases::COUNT_WRONG, count), with(phrases::COUNT_QUESTIONS, waiting.asked))
        }
        Progress::Wrong(count) => with(phrases::COUNT_WRONG, count),
        Progress::Done => state.say(phrases::PROGRESS_DONE),
    }
}
