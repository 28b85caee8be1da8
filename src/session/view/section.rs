use super::grid::{GridView, grid};
use super::group::Groups;
use super::overview::{quarter_words, title};
use super::progress::{Progress, carried_in, section_progress};
use super::{FindingLine, GroupView, QuestionView, WarningView};
use crate::quarterly::is_group;
use crate::registry::Severity;
use crate::rules::Finding;
use crate::session::carry::CARRIED;
use crate::session::update::sections;
use crate::session::{Section, State};
use crate::text::phrases;

/// So many lines has a summary: a list may have thousands of cells to be mended, and leads to each of them by itself.
const MOST_LINES: usize = 100;

/// One section, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionView {
    /// Which one.
    pub section: Section,
    /// Its heading.
    pub title: String,
    /// Where it stands among the others, `Phần 2/6`.
    pub step: String,
    /// How far it is.
    pub progress: Progress,
    /// The same in words.
    pub says: String,
    /// What it asks.
    pub intro: String,
    /// How much must be mended in it, or explained.
    pub summary_title: String,
    /// What that is, as links to the fields.
    pub summary: Vec<FindingLine>,
    /// Warnings at the section as a whole, `/tasks`, each with its place.
    pub warnings: Vec<(String, WarningView)>,
    /// What of it waits to be confirmed.
    pub carried: Option<CarriedView>,
    /// The coordinator's questions that stand at no field of it.
    pub questions: Vec<QuestionView>,
    /// Its fields.
    pub groups: Vec<GroupView>,
    /// The service list, where this is its section.
    pub list: Option<GridView>,
}

/// What was taken from the earlier return and waits to be confirmed.
#[derive(Clone, Debug, PartialEq)]
pub struct CarriedView {
    /// How much, and from which quarter, in words.
    pub says: String,
    /// The field that comes first.
    pub first: String,
}

/// The section as it is now; none without a draft.
pub fn section(state: &State, section: Section) -> Option<SectionView> {
    let mut groups = Groups::of(state)?;
    let all = sections(state);
    let place = all.iter().position(|other| *other == section)? + 1;
    let seen = groups.draft.seen.contains(&section);
    let editing = state.editing.as_ref().map(|(path, _)| path.as_str());
    let counts = |finding: &&Finding| {
        let unfinished = editing == Some(finding.place()) && (finding.open || finding.rule.starts_with("entry-"));
        finding.blocks(&groups.draft.content.justifications)
            && groups.draft.section_of(finding.place()) == section
            && (seen || !finding.open)
            && !unfinished
    };
    let wrong = state.findings.iter().filter(counts).filter(|finding| finding.rule != CARRIED);
    let wrong: Vec<&Finding> = wrong.collect();
    let warned = wrong.iter().any(|finding| finding.severity == Severity::Warning);
    let mut summary: Vec<FindingLine> = wrong.iter().take(MOST_LINES).map(|finding| groups.line(finding)).collect();
    let left = wrong.len() - summary.len();
    let carried = carried(state, &groups, section);
    if let Some(first) = carried.as_ref().filter(|_| seen).map(|carried| carried.first.clone()) {
        let message = phrases::COUNT_CARRIED.counted(state.language, carried_in(&groups.draft, section));
        summary.push(FindingLine { path: first, place: state.say(phrases::PREVIOUS), message });
    }
    let heading = if warned { phrases::SUMMARY_WARNINGS } else { phrases::SUMMARY };
    let numbers = [("place", place.to_string()), ("of", all.len().to_string())];
    let numbers: Vec<(&str, &str)> = numbers.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let shown = groups.section(section);
    let (progress, says) = section_progress(state, &groups.draft, section);
    Some(SectionView {
        section,
        title: title(state, section),
        step: phrases::STEP.with(state.language, &numbers),
        progress,
        says,
        intro: intro(state, section),
        summary_title: heading.counted(state.language, summary.len() + left),
        summary,
        warnings: warnings(&groups, section),
        carried,
        list: (section == Section::ServiceList).then(|| grid(&mut groups)),
        questions: groups.questions_beside(section, &shown),
        groups: shown,
    })
}

/// The warnings that stand at no field, since they speak of all rows of the section.
fn warnings(groups: &Groups<'_>, section: Section) -> Vec<(String, WarningView)> {
    let of_group = |finding: &&Finding| finding.place().strip_prefix('/').is_some_and(is_group);
    let here = groups
        .state
        .findings
        .iter()
        .filter(of_group)
        .filter(|finding| finding.severity == Severity::Warning && Section::of_path(finding.place()) == section);
    here.map(|finding| (finding.place().to_owned(), groups.warning(finding))).collect()
}

fn carried(state: &State, groups: &Groups<'_>, section: Section) -> Option<CarriedView> {
    let previous = groups.draft.previous.as_ref()?;
    let mut here = state.findings.iter().filter(|finding| finding.rule == CARRIED);
    let first = here.find(|finding| Section::of_path(finding.place()) == section)?.place().to_owned();
    let count = carried_in(&groups.draft, section).to_string();
    let values = [("count", count.as_str()), ("period", &quarter_words(state, previous.period))];
    Some(CarriedView { says: phrases::CARRIED_HERE.with(state.language, &values), first })
}

fn intro(state: &State, section: Section) -> String {
    let phrase = match section {
        Section::Heading => phrases::INTRO_HEADING,
        Section::GeneralTasks => phrases::INTRO_GENERAL_TASKS,
        Section::Tasks => phrases::INTRO_TASKS,
        Section::Services => phrases::INTRO_SERVICES,
        Section::Dossiers => phrases::INTRO_DOSSIERS,
        Section::ServiceList => phrases::INTRO_SERVICE_LIST,
        Section::Indicators => phrases::INTRO_INDICATORS,
        Section::Difficulties => phrases::INTRO_DIFFICULTIES,
    };
    state.say(phrase)
}
