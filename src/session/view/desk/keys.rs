use super::intake::agency_names;
use crate::collect::reporting;
use crate::session::State;
use crate::session::view::agency_name;
use crate::signing::{KeyCard, fingerprint};
use crate::text::{desk_phrases, role_name};
use std::collections::BTreeSet;

/// Who may sign for whom.
#[derive(Clone, Debug, PartialEq)]
pub struct KeysView {
    /// What the keyring comes to.
    pub summary: String,
    /// Cards whose fingerprints wait to be compared.
    pub candidates: Vec<CardRow>,
    /// The button that accepts all of them.
    pub accept_all: String,
    /// The cards of the keyring, in the agencies' order.
    pub cards: Vec<CardRow>,
    /// Agencies that report and have no card.
    pub without: Vec<String>,
    /// How many those are, in words.
    pub without_says: String,
    /// Who issues papers, as typed for a new key.
    pub issuer: String,
    /// Whether a key is at work.
    pub busy: bool,
    /// Whose card was removed and can be put back.
    pub removed: Option<String>,
}

/// One card.
#[derive(Clone, Debug, PartialEq)]
pub struct CardRow {
    /// Its place among its like.
    pub at: usize,
    /// The agency for which the key signs.
    pub agency: String,
    /// Who, in which role, since when.
    pub who: String,
    /// The fingerprint.
    pub fingerprint: String,
}

/// The keyring; none without a desk.
pub fn keys(state: &State) -> Option<KeysView> {
    let desk = state.desk.as_ref()?;
    let cards = desk.keyring.cards();
    let with: BTreeSet<_> = cards.iter().map(|card| &card.agency).collect();
    let reporting = reporting(&state.registry, desk.period);
    let without: Vec<String> =
        reporting.iter().filter(|agency| !with.contains(&agency.id)).map(|agency| agency_name(state, agency)).collect();
    let mut rows: Vec<CardRow> = cards.iter().enumerate().map(|(at, card)| row(state, at, card)).collect();
    let order = |row: &CardRow| {
        let agency = cards.get(row.at).and_then(|card| state.registry.agency(&card.agency));
        (agency.map(|agency| (agency.tier(), agency.order)), row.at)
    };
    rows.sort_by_key(order);
    let counts = [cards.len().to_string(), with.len().to_string()];
    let [all, agencies] = counts.each_ref().map(String::as_str);
    Some(KeysView {
        summary: desk_phrases::KEYS_SUMMARY.with(state.language, &[("cards", all), ("agencies", agencies)]),
        candidates: desk.candidates.iter().enumerate().map(|(at, card)| row(state, at, card)).collect(),
        accept_all: desk_phrases::ACCEPT_ALL.counted(state.language, desk.candidates.len()),
        cards: rows,
        without_says: desk_phrases::WITHOUT_CARD.counted(state.language, without.len()),
        without,
        issuer: desk.issuer.clone(),
        busy: desk.busy,
        removed: desk
            .removed
            .as_ref()
            .map(|card| desk_phrases::CARD_REMOVED.with(state.language, &[("name", &row(state, 0, card).agency)])),
    })
}

fn row(state: &State, at: usize, card: &KeyCard) -> CardRow {
    let names = agency_names(state);
    let since = desk_phrases::MADE_ON.with(state.language, &[("date", &card.created.vietnamese())]);
    CardRow {
        at,
        agency: names.get(&card.agency).cloned().unwrap_or_else(|| card.agency.to_string()),
        who: [card.name.as_str(), role_name(card.role.as_str(), state.language), since.as_str()].join(" · "),
        fingerprint: fingerprint(&card.key.thumbprint()),
    }
}
