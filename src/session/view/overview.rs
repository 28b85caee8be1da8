use super::group::Groups;
use super::progress::{SectionRow, Waiting, counted, section_rows};
use super::questions::{SlipView, asked};
use super::receipt::receipt_title;
use crate::registry::{Agency, Period, PeriodFacts};
use crate::rules::Verdict;
use crate::session::{Draft, Screen, Section, State};
use crate::text::{Language, Phrase, guide_phrases, phrases, print_phrases, section_name};
use crate::vietnamese::{Date, count_text};

/// The sections of the open return, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Sections {
    /// Whose return: the agency's name.
    pub agency: String,
    /// Of which quarter, in words.
    pub period: String,
    /// The due day, in words.
    pub due: String,
    /// How many days are left until then, in words; empty once the return is signed.
    pub left: String,
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

/// The list of sections; none without a draft.
pub fn sections(state: &State) -> Option<Sections> {
    let draft = state.draft.as_ref()?;
    let agency = state.registry.agency(&draft.content.agency)?;
    let facts = state.registry.period(draft.content.period)?;
    Some(Sections {
        agency: agency_name(state, agency),
        period: period_name(state, draft.content.period),
        due: days(state, facts),
        left: days_left(state, facts.due),
        previous: previous(state, draft),
        slips: Groups::of(state)?.slips(),
        rows: section_rows(state, draft),
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
        Screen::Print => Some(state.say(print_phrases::PRINTED)),
        Screen::Form => Some(state.say(print_phrases::FORM)),
        Screen::Registry => Some(state.say(phrases::REGISTRY)),
        Screen::Guide => Some(state.say(guide_phrases::GUIDE)),
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

/// How many days are left until the due day, or have gone by since.
pub(super) fn days_left(state: &State, due: Date) -> String {
    if state.draft.as_ref().is_some_and(|draft| !draft.signatures.is_empty()) {
        return String::new();
    }
    let left = state.today.days_until(due);
    let (phrase, days) = match left {
        0 => return state.say(guide_phrases::DUE_TODAY),
        1.. => (guide_phrases::DAYS_LEFT, left),
        _ => (guide_phrases::DAYS_LATE, left.saturating_neg()),
    };
    let ending = if days == 1 { "" } else { "s" };
    phrase.with(state.language, &[("count", &count_text(i64::from(days))), ("s", ending)])
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
