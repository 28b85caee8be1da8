use super::group::Groups;
use super::overview::title;
use super::{FindingLine, GroupView};
use crate::rules::Finding;
use crate::session::update::sections;
use crate::session::{Section, State};
use crate::text::phrases;

/// One section, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionView {
    /// Which one.
    pub section: Section,
    /// Its heading.
    pub title: String,
    /// Where it stands among the others, `Phần 2/6`.
    pub step: String,
    /// What it asks.
    pub intro: String,
    /// What must be mended in it, as links to the fields.
    pub summary: Vec<FindingLine>,
    /// Its fields.
    pub groups: Vec<GroupView>,
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
            && Section::of_path(finding.place()) == section
            && (seen || !finding.open)
            && !unfinished
    };
    let summary = state.findings.iter().filter(counts).map(|finding| groups.line(finding)).collect();
    let numbers = [("place", place.to_string()), ("of", all.len().to_string())];
    let numbers: Vec<(&str, &str)> = numbers.iter().map(|(name, text)| (*name, text.as_str())).collect();
    Some(SectionView {
        section,
        title: title(state, section),
        step: phrases::STEP.with(state.language, &numbers),
        intro: intro(state, section),
        summary,
        groups: groups.section(section),
    })
}

fn intro(state: &State, section: Section) -> String {
    let phrase = match section {
        Section::Heading => phrases::INTRO_HEADING,
        Section::GeneralTasks => phrases::INTRO_GENERAL_TASKS,
        Section::Tasks => phrases::INTRO_TASKS,
        Section::Services => phrases::INTRO_SERVICES,
        Section::Dossiers => phrases::INTRO_DOSSIERS,
        Section::Indicators => phrases::INTRO_INDICATORS,
        Section::Difficulties => phrases::INTRO_DIFFICULTIES,
    };
    state.say(phrase)
}
