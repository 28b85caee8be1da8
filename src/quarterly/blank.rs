use super::file::SCHEMA;
use super::model::*;
use crate::registry::{AgencyId, Evidence, Period, Registry};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a new return starts from; the random id and the registry's hash are arguments, not made here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// Whose return.
    pub agency: AgencyId,
    /// Of which quarter.
    pub period: Period,
    /// 16 random bytes.
    pub random: [u8; 16],
}

/// A return in which everything that this agency owes in this quarter stands and nothing is answered.
pub fn blank(registry: &Registry, registry_sha256: &str, start: &Start) -> Return {
    Return {
        schema: SCHEMA.to_owned(),
        return_id: start.random.iter().map(|byte| format!("{byte:02x}")).collect(),
        revision: 1,
        supersedes: None,
        amendment_reason: String::new(),
        registry: RegistryMark {
            id: registry.registry.id.clone(),
            version: registry.registry.version.clone(),
            sha256: registry_sha256.to_owned(),
        },
        agency: start.agency.clone(),
        period: start.period,
        document: DocumentMark::default(),
        preparer: Preparer::default(),
        approver: Approver::default(),
        general_tasks: registry
            .general_tasks_of(&start.agency, start.period)
            .into_iter()
            .map(|task| (task.id.clone(), blank_general(task.evidence)))
            .collect(),
        tasks: registry
            .tasks_of(&start.agency)
            .into_iter()
            .map(|task| (task.number.clone(), TaskAnswer::default()))
            .collect(),
        services: registry
            .count
            .iter()
            .map(|count| (count.id.clone(), CountAnswer { answer: None, basis: count.basis, remark: String::new() }))
            .collect(),
        indicators: registry
            .indicators_of(&start.agency)
            .into_iter()
            .map(|indicator| (indicator.id.clone(), IndicatorAnswer::default()))
            .collect(),
        service_list: Arc::default(),
        difficulties: String::new(),
        proposals: String::new(),
        justifications: Vec::new(),
        answers: BTreeMap::new(),
    }
}

/// A return brought under a registry: what it asks of the agency now, each with the answer that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fitted {
    /// The return under this registry.
    pub content: Return,
    /// How many rows were added, blank.
    pub added: usize,
    /// How many rows were left out, since they are not asked for.
    pub removed: usize,
}

/// The return under this registry; its agency and quarter, id and revision stay.
pub fn fitted(registry: &Registry, registry_sha256: &str, content: Return) -> Fitted {
    let start = Start { agency: content.agency.clone(), period: content.period, random: [0; 16] };
    let wanted = blank(registry, registry_sha256, &start);
    let (mut added, mut removed) = (0, 0);
    let mut rows = |changes: (usize, usize)| {
        added += changes.0;
        removed += changes.1;
    };
    let (mut general_tasks, changes) = rows_as_wanted(wanted.general_tasks, content.general_tasks);
    rows(changes);
    for task in registry.general_tasks_of(&content.agency, content.period) {
        if let Some(answer) = general_tasks.get_mut(&task.id) {
            let units = answer.units.take().unwrap_or_default();
            answer.units = (task.evidence == Evidence::Units).then_some(units);
        }
    }
    let (tasks, changes) = rows_as_wanted(wanted.tasks, content.tasks);
    rows(changes);
    let (services, changes) = rows_as_wanted(wanted.services, content.services);
    rows(changes);
    let (indicators, changes) = rows_as_wanted(wanted.indicators, content.indicators);
    rows(changes);
    let content = Return { registry: wanted.registry, general_tasks, tasks, services, indicators, ..content };
    Fitted { content, added, removed }
}

/// The wanted rows, each as it was answered; how many are new, and how many were left out.
fn rows_as_wanted<K: Ord, V>(wanted: BTreeMap<K, V>, mut had: BTreeMap<K, V>) -> (BTreeMap<K, V>, (usize, usize)) {
    let mut added = 0;
    let rows = wanted.into_iter().map(|(id, blank)| {
        let answered = had.remove(&id);
        added += usize::from(answered.is_none());
        (id, answered.unwrap_or(blank))
    });
    let rows = rows.collect();
    (rows, (added, had.len()))
}

fn blank_general(evidence: Evidence) -> GeneralAnswer {
    let units = (evidence == Evidence::Units).then(Units::default);
    GeneralAnswer { units, ..GeneralAnswer::default() }
}
