use super::overview::{agency_name, period_name};
use crate::quarterly::printed::samples;
use crate::registry::{AgencyId, Period};
use crate::session::{Draft, DraftKey, State};
use crate::text::phrases;

/// The first screen, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct StartView {
    /// Agencies that the search finds, all where nothing is typed.
    pub agencies: Vec<AgencyChoice>,
    /// The chosen agency's name.
    pub chosen: Option<String>,
    /// Quarters.
    pub periods: Vec<PeriodChoice>,
    /// Drafts found in the browser.
    pub drafts: Vec<DraftRow>,
    /// What was deleted and can be brought back, in words.
    pub deleted: Option<String>,
    /// Whether agency and quarter are chosen and have no draft yet, or have one.
    pub begin: Option<String>,
    /// Whether what begins is a new return.
    pub is_new: bool,
    /// Returns to try the page on.
    pub samples: Vec<SampleChoice>,
}

/// One sample in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct SampleChoice {
    /// Whose return.
    pub agency: AgencyId,
    /// Of which quarter.
    pub period: Period,
    /// Both in words.
    pub name: String,
}

/// One agency in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct AgencyChoice {
    /// Which.
    pub id: AgencyId,
    /// Its name.
    pub name: String,
}

/// One quarter in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodChoice {
    /// Which.
    pub id: Period,
    /// In words, with the due day.
    pub name: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// One draft in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftRow {
    /// Which.
    pub key: DraftKey,
    /// Whose and of which quarter, in words.
    pub name: String,
    /// What state it is in, in words.
    pub says: String,
}

/// The first screen as it is now.
pub fn start(state: &State) -> StartView {
    let found = state.registry.search_agencies(&state.query);
    let chosen = state.agency.as_ref().and_then(|id| state.registry.agency(id));
    let periods = state.registry.period.iter().map(|facts| PeriodChoice {
        id: facts.id,
        name: phrases::PERIOD_DUE
            .with(state.language, &[("period", &period_name(state, facts.id)), ("date", &facts.due.vietnamese())]),
        chosen: state.period == Some(facts.id),
    });
    let kept = state
        .agency
        .as_ref()
        .zip(state.period)
        .map(|(agency, period)| state.kept.contains_key(&DraftKey::new(agency.clone(), period)));
    StartView {
        agencies: found
            .into_iter()
            .map(|agency| AgencyChoice { id: agency.id.clone(), name: agency_name(state, agency) })
            .collect(),
        chosen: chosen.map(|agency| agency_name(state, agency)),
        periods: periods.collect(),
        drafts: state.kept.iter().map(|(key, text)| draft_row(state, key, text)).collect(),
        deleted: state
            .deleted
            .as_ref()
            .map(|(key, _)| phrases::DELETED.with(state.language, &[("name", &draft_name(state, key))])),
        begin: kept.map(|kept| state.say(if kept { phrases::CONTINUE_DRAFT } else { phrases::BEGIN })),
        is_new: kept == Some(false),
        samples: samples(&state.registry).into_iter().map(|(agency, period)| sample(state, agency, period)).collect(),
    }
}

fn sample(state: &State, agency: AgencyId, period: Period) -> SampleChoice {
    SampleChoice { name: draft_name(state, &DraftKey::new(agency.clone(), period)), agency, period }
}

fn draft_name(state: &State, key: &DraftKey) -> String {
    let agency =
        state.registry.agency(&key.agency).map_or_else(|| key.agency.to_string(), |agency| agency_name(state, agency));
    format!("{agency}, {}", period_name(state, key.period))
}

fn draft_row(state: &State, key: &DraftKey, text: &str) -> DraftRow {
    let says = match Draft::read(text) {
        Err(_) => phrases::DRAFT_UNREADABLE,
        Ok(draft) if draft.signatures.is_empty() => phrases::DRAFT_OPEN,
        Ok(_) => phrases::DRAFT_SIGNED,
    };
    DraftRow { key: key.clone(), name: draft_name(state, key), says: state.say(says) }
}
