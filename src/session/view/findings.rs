//! All findings at once: by section, what must be mended first, equal ones together; and the same as a table.

use super::group::Groups;
use super::overview::title;
use super::progress::{Waiting, carried_in, counted};
use super::questions::asked_in;
use super::review::value_words;
use super::{Place, SourceView};
use crate::rules::{Finding, verdict};
use crate::session::carry::CARRIED;
use crate::session::{Section, State};
use crate::text::{Phrase, phrases};
use std::collections::BTreeMap;

/// So many places of one finding stand open; more are folded away.
const FEW: usize = 5;

/// The findings of one section.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingSection {
    /// Which one.
    pub section: Section,
    /// Its heading.
    pub title: String,
    /// How many there are, by what they mean: `1 lỗi, còn 14 mục trống`.
    pub counts: String,
    /// What is said, errors first.
    pub groups: Vec<FindingGroup>,
}

/// One finding, or equal ones on many rows.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingGroup {
    /// Its name among the others, the same while it is there.
    pub key: String,
    /// What it means.
    pub kind: FindingKind,
    /// The same in words.
    pub kind_name: String,
    /// What it says.
    pub message: String,
    /// The reason given for it, empty where none holds.
    pub reason: String,
    /// How many places, in words; empty for one.
    pub many: String,
    /// Where, in the order of the fields.
    pub places: Vec<Place>,
    /// Whether the places are folded away.
    pub folded: bool,
    /// Where the demand comes from, none where no document makes it.
    pub source: Option<SourceView>,
}

/// What a finding means to the person, as the verdict counts it; what must be mended first comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingKind {
    /// Something is wrong.
    Error,
    /// Something is not answered.
    Blank,
    /// Something carried forward waits to be confirmed.
    Carried,
    /// Something wants a reason.
    Warning,
    /// Something has its reason.
    Justified,
    /// Something is only said.
    Note,
}

impl FindingKind {
    fn name(self) -> Phrase {
        match self {
            Self::Error => phrases::ERROR,
            Self::Blank => phrases::NOT_ANSWERED,
            Self::Carried => phrases::NOT_CONFIRMED,
            Self::Warning => phrases::WARNING,
            Self::Justified => phrases::WARNING_JUSTIFIED,
            Self::Note => phrases::NOTE,
        }
    }
}

impl<'a> Groups<'a> {
    /// What a finding means; the verdict on it alone says so.
    fn finding_kind(&self, finding: &Finding) -> FindingKind {
        let verdict = verdict(std::slice::from_ref(finding), &self.draft.content.justifications);
        match () {
            () if verdict.errors > 0 => FindingKind::Error,
            () if finding.rule == CARRIED => FindingKind::Carried,
            () if verdict.open > 0 => FindingKind::Blank,
            () if verdict.unexplained > 0 => FindingKind::Warning,
            () if verdict.justified > 0 => FindingKind::Justified,
            () => FindingKind::Note,
        }
    }

    /// The findings of a section with what they mean, in the order of that, then of the fields.
    fn findings(&self, section: Section) -> Vec<(FindingKind, &'a Finding)> {
        let here = self.findings.iter().filter(|finding| self.draft.section_of(finding.place()) == section);
        let mut findings: Vec<_> = here.map(|finding| (self.finding_kind(finding), finding)).collect();
        findings.sort_by_key(|(kind, _)| *kind);
        findings
    }

    /// All findings, by section.
    pub(super) fn finding_sections(&self) -> Vec<FindingSection> {
        let sections = Section::ALL.into_iter().map(|section| self.finding_section(section));
        sections.filter(|section| !section.groups.is_empty()).collect()
    }

    fn finding_section(&self, section: Section) -> FindingSection {
        let findings = self.findings(section);
        let all = findings.iter().map(|(_, finding)| *finding);
        let waiting =
            Waiting { carried: carried_in(&self.draft, section), asked: asked_in(self.state, &self.draft, section) };
        let counts = counted(self.state, verdict(all, &self.draft.content.justifications), waiting);
        let mut groups: Vec<FindingGroup> = Vec::new();
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for (kind, finding) in findings {
            let one = self.finding_group(kind, finding);
            match known.get(&one.key).and_then(|at| groups.get_mut(*at)) {
                Some(group) => group.places.extend(one.places),
                None => {
                    known.insert(one.key.clone(), groups.len());
                    groups.push(one);
                }
            }
        }
        for group in groups.iter_mut().filter(|group| group.places.len() > 1) {
            let count = group.places.len();
            group.many = phrases::COUNT_PLACES.counted(self.state.language, count);
            group.folded = count > FEW;
        }
        FindingSection { section, title: title(self.state, section), counts: counts.join(", "), groups }
    }

    /// A group of one; others are equal to it if their key is.
    fn finding_group(&self, kind: FindingKind, finding: &Finding) -> FindingGroup {
        let (message, reason) = (self.message(finding), self.holding_reason(finding));
        FindingGroup {
            key: format!("{} {kind:?} {message} {reason}", finding.rule),
            kind,
            kind_name: self.state.say(kind.name()),
            message,
            reason,
            many: String::new(),
            places: vec![Place { path: finding.place().to_owned(), name: self.place(finding.place()) }],
            folded: false,
            source: self.source(finding),
        }
    }

    /// The reason that explains a warning as it is now.
    fn holding_reason(&self, finding: &Finding) -> String {
        let warning = self.warning(finding);
        if warning.justified { warning.reason } else { String::new() }
    }

    /// What stands at a finding's places, each named where there are several.
    fn values(&mut self, finding: &Finding) -> String {
        let state = self.state;
        let value = |path: &String| (self.place(path), value_words(state, &self.field(path)));
        let values: Vec<(String, String)> = finding.paths.iter().map(value).collect();
        match values.as_slice() {
            [(_, value)] => value.clone(),
            values => values.iter().map(|(place, value)| format!("{place}: {value}")).collect::<Vec<_>>().join("; "),
        }
    }

    fn table_row(&mut self, section: Section, kind: FindingKind, finding: &Finding) -> Vec<String> {
        let source = self.source(finding).map(|source| format!("{}: {}", source.document, source.place));
        vec![
            title(self.state, section),
            self.place(finding.place()),
            self.state.say(kind.name()),
            self.message(finding),
            self.values(finding),
            self.holding_reason(finding),
            source.unwrap_or_default(),
            finding.rule.clone(),
            finding.place().to_owned(),
        ]
    }
}

/// All findings as a table, one in each row under a row of headings, in the order of the review; none without a draft.
pub fn findings_table(state: &State) -> Option<Vec<Vec<String>>> {
    const HEADINGS: [Phrase; 9] = [
        phrases::TABLE_SECTION,
        phrases::TABLE_PLACE,
        phrases::TABLE_KIND,
        phrases::TABLE_MESSAGE,
        phrases::TABLE_VALUES,
        phrases::REASON,
        phrases::SOURCE,
        phrases::SOURCE_RULE,
        phrases::TABLE_PATH,
    ];
    let mut groups = Groups::of(state)?;
    let mut rows = vec![HEADINGS.map(|heading| state.say(heading)).to_vec()];
    for section in Section::ALL {
        let findings = groups.findings(section).into_iter();
        rows.extend(findings.map(|(kind, finding)| groups.table_row(section, kind, finding)));
    }
    Some(rows)
}
