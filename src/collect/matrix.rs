use super::{Ledger, State};
use crate::quarterly::{Answer, Return, Section, Units};
use crate::registry::{Agency, AgencyId, Period, Registry, Severity, Tier};
use std::collections::BTreeMap;

/// Whether an agency has filed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Filing {
    /// A return counts, and came in time.
    Filed,
    /// A return counts, and came late.
    Late,
    /// Files came, and none counts.
    Blocked,
    /// Nothing came.
    Missing,
}

impl Filing {
    /// All of them, in the order of filters.
    pub const ALL: [Self; 4] = [Self::Filed, Self::Late, Self::Blocked, Self::Missing];
}

/// What stands in one section of the return that counts, or of the one that is blocked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SectionMark {
    /// Answers that are asked for; 0 where the agency owes nothing here.
    pub asked: usize,
    /// Answers given, no data among them.
    pub answered: usize,
    /// Answers that there is no data.
    pub no_data: usize,
    /// Errors found here.
    pub errors: usize,
    /// Warnings found here, explained or not.
    pub warnings: usize,
}

/// One agency's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgencyRow {
    /// The agency.
    pub agency: AgencyId,
    /// Its list.
    pub tier: Tier,
    /// Whether it has filed.
    pub filing: Filing,
    /// The entry that counts, or the last one that came of those that do not.
    pub entry: Option<usize>,
    /// By section; empty where nothing came.
    pub sections: BTreeMap<Section, SectionMark>,
}

/// Agencies by section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// Central agencies first, each list in the official order.
    pub rows: Vec<AgencyRow>,
}

impl Matrix {
    /// How many agencies of a list, or of both, are in this state of filing.
    pub fn count(&self, tier: Option<Tier>, filing: Filing) -> usize {
        self.rows.iter().filter(|row| tier.is_none_or(|tier| row.tier == tier) && row.filing == filing).count()
    }
}

/// The agencies that report in this quarter: those that owe a general task or were assigned one; central ones first, each
/// list in the official order.
pub fn reporting(registry: &Registry, period: Period) -> Vec<&Agency> {
    let all = [Tier::Central, Tier::Local].into_iter().flat_map(|tier| registry.agencies_in_order(tier));
    all.filter(|agency| {
        !registry.general_tasks_of(&agency.id, period).is_empty() || !registry.tasks_of(&agency.id).is_empty()
    })
    .collect()
}

/// Who has filed, and how each section of each return stands.
pub fn matrix(registry: &Registry, ledger: &Ledger) -> Matrix {
    let rows = reporting(registry, ledger.period()).into_iter().map(|agency| row(ledger, agency)).collect();
    Matrix { rows }
}

fn row(ledger: &Ledger, agency: &Agency) -> AgencyRow {
    let state = |at: &usize| ledger.entries().get(*at).map(|entry| entry.state);
    // What was put aside or belongs to another quarter tells nothing of this one, and a duplicate no more than its original.
    let of: Vec<usize> = ledger.of_agency(&agency.id).to_vec();
    let beside = [State::SetAside, State::WrongPeriod, State::Duplicate];
    let relevant = of.iter().filter(|at| state(at).is_some_and(|state| !beside.contains(&state)));
    let counting = of.iter().copied().find(|at| state(at).is_some_and(State::counts));
    let entry = counting.or(relevant.copied().next_back());
    let late = |at: usize| ledger.entries().get(at).is_some_and(|entry| is_late(&entry.reasons));
    let filing = match (counting, entry) {
        (Some(at), _) if late(at) => Filing::Late,
        (Some(_), _) => Filing::Filed,
        (None, Some(_)) => Filing::Blocked,
        (None, None) => Filing::Missing,
    };
    let sections = entry.map(|at| sections(ledger, at)).unwrap_or_default();
    AgencyRow { agency: agency.id.clone(), tier: agency.tier(), filing, entry, sections }
}

fn is_late(reasons: &[super::Reason]) -> bool {
    reasons.iter().any(|reason| matches!(reason, super::Reason::Late { .. }))
}

fn sections(ledger: &Ledger, at: usize) -> BTreeMap<Section, SectionMark> {
    let Some(filed) = ledger.entries().get(at).and_then(super::Entry::filed) else { return BTreeMap::new() };
    let mut marks: BTreeMap<Section, SectionMark> =
        Section::ALL.into_iter().map(|section| (section, SectionMark::default())).collect();
    for (section, answer) in answers(&filed.content, filed.listed) {
        let mark = marks.entry(section).or_default();
        mark.asked += 1;
        mark.answered += usize::from(answer != Given::Blank);
        mark.no_data += usize::from(answer == Given::NoData);
    }
    for found in &filed.findings {
        let mark = marks.entry(Section::of_path(found.place())).or_default();
        match found.severity {
            _ if found.fault.is_some() => mark.errors += 1,
            Severity::Error => mark.errors += 1,
            Severity::Warning => mark.warnings += 1,
            Severity::Note => {}
        }
    }
    marks
}

/// What was given where an answer is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Given {
    Blank,
    NoData,
    Answered,
}

fn given<T>(answer: &Option<T>) -> Given {
    if answer.is_some() { Given::Answered } else { Given::Blank }
}

fn counted(answer: &Option<Answer>) -> Given {
    match answer {
        None => Given::Blank,
        Some(Answer::NoData(_)) => Given::NoData,
        Some(_) => Given::Answered,
    }
}

fn text(text: &str) -> Given {
    if text.trim().is_empty() { Given::Blank } else { Given::Answered }
}

/// The answers that make up each section.
fn answers(of: &Return, listed: usize) -> Vec<(Section, Given)> {
    let mut answers = vec![
        (Section::Heading, text(&of.document.number)),
        (Section::Heading, given(&of.document.date)),
        (Section::Heading, text(&of.preparer.name)),
        (Section::Heading, text(&of.approver.name)),
    ];
    for answer in of.general_tasks.values() {
        answers.push((Section::GeneralTasks, given(&answer.status)));
        let tiers = answer.units.iter().flat_map(Units::tiers);
        let units = tiers.flat_map(|(_, count)| [counted(&count.connected), counted(&count.total)]);
        answers.extend(units.map(|given| (Section::GeneralTasks, given)));
    }
    answers.extend(of.tasks.values().map(|answer| (Section::Tasks, given(&answer.status))));
    for (id, count) in &of.services {
        answers.push((Section::of_path(&format!("/services/{id}")), counted(&count.answer)));
    }
    answers.extend(of.indicators.values().map(|answer| (Section::Indicators, given(&answer.value))));
    answers.extend((0..listed).map(|_| (Section::ServiceList, Given::Answered)));
    let own_words = [&of.difficulties, &of.proposals];
    answers.extend(
        own_words
            .into_iter()
            .filter(|words| !words.trim().is_empty())
            .map(|words| (Section::Difficulties, text(words))),
    );
    answers
}
