use super::file::SCHEMA;
use super::model::*;
use crate::registry::{AgencyId, Evidence, Period, Registry};

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
        difficulties: String::new(),
        proposals: String::new(),
        justifications: Vec::new(),
    }
}

fn blank_general(evidence: Evidence) -> GeneralAnswer {
    let units = (evidence == Evidence::Units).then(Units::default);
    GeneralAnswer { units, ..GeneralAnswer::default() }
}
