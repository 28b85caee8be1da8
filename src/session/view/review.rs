use super::grid::list_answers;
use super::group::Groups;
use super::overview::{agency_name, period_name, title, verdict_words};
use super::{FieldView, FindingSection, Kind};
use crate::session::update::sections;
use crate::session::{Section, State};
use crate::text::phrases;

/// The whole return, to be looked at before it is signed.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// The verdict in words.
    pub verdict: String,
    /// Whether it may be signed.
    pub can_sign: bool,
    /// Whether it is signed already.
    pub signed: bool,
    /// All that was found, by section.
    pub findings: Vec<FindingSection>,
    /// What the file says of itself: whose return, of which quarter, which version, under which registry.
    pub heading: Vec<ReviewLine>,
    /// The coordinator's questions, each with its answer.
    pub questions: Vec<ReviewLine>,
    /// Sections with their groups.
    pub sections: Vec<(Section, String, Vec<ReviewGroup>)>,
}

/// One group as it was answered.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewGroup {
    /// Its path.
    pub path: String,
    /// Its heading, empty where the section's says it.
    pub title: String,
    /// What is asked.
    pub text: String,
    /// Its answers.
    pub lines: Vec<ReviewLine>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewLine {
    /// What is asked.
    pub label: String,
    /// The answer in words.
    pub value: String,
    /// How it is answered.
    pub state: Answered,
}

/// How a field is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// Something stands in it.
    Yes,
    /// Nothing does, and nothing need.
    LeftBlank,
    /// Nothing does, and a rule wants it.
    Missing,
}

/// The review; none without a draft.
pub fn review(state: &State) -> Option<Review> {
    let mut groups = Groups::of(state)?;
    let findings = groups.finding_sections();
    let questions = groups.answered_questions();
    let shown = sections(state).into_iter().map(|section| {
        let of_section = groups.section(section).into_iter().map(|group| {
            let fields = group.fields.iter().chain(group.folded.iter().filter(|field| !field.value.is_empty()));
            let mut lines: Vec<ReviewLine> = fields.map(|field| line(state, field, &group.title)).collect();
            lines.extend(group.fields.iter().chain(&group.folded).flat_map(|field| reasons(state, field)));
            ReviewGroup { path: group.path, title: group.title, text: group.text, lines }
        });
        let of_section = of_section.chain((section == Section::ServiceList).then(|| list_answers(state)));
        (section, title(state, section), of_section.collect())
    });
    Some(Review {
        heading: heading(state),
        questions,
        sections: shown.collect(),
        verdict: verdict_words(state, state.verdict()),
        can_sign: state.verdict().can_sign(),
        signed: state.draft.as_ref().is_some_and(|draft| !draft.signatures.is_empty()),
        findings,
    })
}

fn heading(state: &State) -> Vec<ReviewLine> {
    let Some(content) = state.draft.as_ref().map(|draft| &draft.content) else {
        return Vec::new();
    };
    let agency = state.registry.agency(&content.agency).map(|agency| agency_name(state, agency));
    let registry = format!("{} {}", content.registry.id, content.registry.version);
    let lines = [
        (phrases::AGENCY, agency),
        (phrases::PERIOD, Some(period_name(state, content.period))),
        (phrases::REVISION, Some(content.revision.to_string())),
        (phrases::SUPERSEDES, content.supersedes.clone()),
        (phrases::REGISTRY, Some(registry)),
    ];
    let told = lines.into_iter().filter_map(|(label, value)| Some((state.say(label), value?)));
    told.map(|(label, value)| ReviewLine { label, value, state: Answered::Yes }).collect()
}

/// What stands in a field, in words; empty where nothing does.
pub(super) fn value_words(state: &State, field: &FieldView) -> String {
    match &field.kind {
        Kind::Radios(choices) | Kind::Select(choices) => choices
            .iter()
            .find(|choice| choice.word == field.value)
            .map(|choice| choice.name.clone())
            .unwrap_or_default(),
        Kind::Count { none: true } => state.say(phrases::NO_DATA),
        Kind::Count { none: false } if field.value == "0" => state.say(phrases::ZERO_CONFIRMED),
        _ => field.value.clone(),
    }
}

fn line(state: &State, field: &FieldView, title: &str) -> ReviewLine {
    let value = value_words(state, field);
    let label = if field.label == title { String::new() } else { field.label.clone() };
    let wanted = state.findings.iter().any(|finding| finding.open && finding.place() == field.path);
    let (value, answered) = match () {
        () if !value.is_empty() => (value, Answered::Yes),
        () if wanted => (state.say(phrases::NOT_ANSWERED), Answered::Missing),
        () => (state.say(phrases::LEFT_BLANK), Answered::LeftBlank),
    };
    ReviewLine { label, value, state: answered }
}

fn reasons(state: &State, field: &FieldView) -> Vec<ReviewLine> {
    let given = field.warnings.iter().filter(|warning| warning.justified);
    given
        .map(|warning| ReviewLine {
            label: state.say(phrases::REASON),
            value: format!("{} — {}", warning.message, warning.reason),
            state: Answered::Yes,
        })
        .collect()
}
