use super::intake::agency_names;
use super::papers::{HandView, hand};
use super::piece::{PieceRow, other_days_words, row, row_title};
use crate::collect::reporting;
use crate::registry::AgencyId;
use crate::session::State;
use crate::session::desk::{Brought, Desk, Piece, apart};
use crate::session::view::agency_name;
use crate::signing::{KeyCard, Keyring, Role, Within, end_of, fingerprint};
use crate::text::{desk_phrases, keyring_phrases, role_name};
use std::collections::{BTreeMap, BTreeSet};

/// Who may sign for whom.
#[derive(Clone, Debug, PartialEq)]
pub struct KeysView {
    /// What the keyring's cards come to.
    pub summary: String,
    /// Signed files whose lines wait: by whom, and what is to be thought of it.
    pub brought: Vec<String>,
    /// What waits to be compared.
    pub candidates: Vec<PieceRow>,
    /// The button that accepts all of it but roots and what has other days; none where there are not several.
    pub accept_all: Option<String>,
    /// The cards of the keyring, in the agencies' order.
    pub cards: Vec<PieceRow>,
    /// The days that are being changed: of which card, from, until.
    pub limits: Option<(usize, String, String)>,
    /// Agencies that report and have no card.
    pub without: Vec<String>,
    /// How many those are, in words.
    pub without_says: String,
    /// Who issues papers, as typed for a new key.
    pub issuer: String,
    /// Whether a key is at work.
    pub busy: bool,
    /// The key that signs the keyring's file.
    pub hand: HandView,
    /// Whether there is anything to be saved.
    pub can_save: bool,
    /// What was removed and can be put back.
    pub removed: Option<String>,
}

/// The keyring; none without a desk.
pub fn keys(state: &State) -> Option<KeysView> {
    let desk = state.desk.as_ref()?;
    let cards = desk.keyring.cards();
    let with: BTreeSet<_> = cards.iter().map(|card| &card.agency).collect();
    let reporting = reporting(&state.registry, desk.period);
    let without: Vec<String> =
        reporting.iter().filter(|agency| !with.contains(&agency.id)).map(|agency| agency_name(state, agency)).collect();
    let counts = [cards.len().to_string(), with.len().to_string()];
    let [all, agencies] = counts.each_ref().map(String::as_str);
    Some(KeysView {
        summary: desk_phrases::KEYS_SUMMARY.with(state.language, &[("cards", all), ("agencies", agencies)]),
        brought: desk.brought.iter().filter(|of| of.fits).map(|of| brought(state, desk, of)).collect(),
        candidates: desk.candidates.iter().enumerate().map(|(at, piece)| candidate(state, desk, at, piece)).collect(),
        accept_all: accept_all(state, desk),
        cards: card_rows(state, desk),
        limits: limits(desk),
        without_says: desk_phrases::WITHOUT_CARD.counted(state.language, without.len()),
        without,
        issuer: desk.issuer.clone(),
        busy: desk.busy,
        hand: hand(state, desk),
        can_save: *desk.keyring != Keyring::default(),
        removed: desk.removed.as_ref().map(|piece| removed(state, piece)),
    })
}

fn card_rows(state: &State, desk: &Desk) -> Vec<PieceRow> {
    let cards = desk.keyring.cards();
    let piece = |card| Piece::Card(Box::new(KeyCard::clone(card)), desk.keyring.validity(card));
    let mut rows: Vec<PieceRow> =
        cards.iter().enumerate().map(|(at, card)| row(state, at, &piece(card)).without_kind()).collect();
    let order = |row: &PieceRow| {
        let agency = cards.get(row.at).and_then(|card| state.registry.agency(&card.agency));
        (agency.map(|agency| (agency.tier(), agency.order)), row.at)
    };
    rows.sort_by_key(order);
    rows
}

/// A line that waits, and that it brings other days where it does.
fn candidate(state: &State, desk: &Desk, at: usize, piece: &Piece) -> PieceRow {
    let other = piece.other_days(&desk.keyring);
    PieceRow { remark: other.map(|other| other_days_words(state, other)).unwrap_or_default(), ..row(state, at, piece) }
}

fn accept_all(state: &State, desk: &Desk) -> Option<String> {
    if desk.candidates.len() < 2 {
        return None;
    }
    let (at_once, one_by_one) = apart(desk);
    let only_cards = desk.candidates.iter().all(|piece| matches!(piece, Piece::Card(..)));
    let phrase = match one_by_one.iter().all(|piece| matches!(piece, Piece::Anchor(_))) {
        false => keyring_phrases::ACCEPT_SAME_DAYS,
        true if only_cards => desk_phrases::ACCEPT_ALL,
        true => keyring_phrases::ACCEPT_ALL,
    };
    (at_once.len() > 1).then(|| phrase.counted(state.language, at_once.len()))
}

fn limits(desk: &Desk) -> Option<(usize, String, String)> {
    let draft = desk.limits.as_ref()?;
    let at = desk.keyring.cards().iter().position(|card| *card == draft.card)?;
    Some((at, draft.from.clone(), draft.until.clone()))
}

fn removed(state: &State, piece: &Piece) -> String {
    let phrase = match piece {
        Piece::Card(..) => desk_phrases::CARD_REMOVED,
        Piece::Anchor(_) => keyring_phrases::ANCHOR_REMOVED,
        Piece::Crl(_) => keyring_phrases::CRL_REMOVED,
        Piece::Binding(_) => keyring_phrases::BINDING_REMOVED,
    };
    let name = match piece {
        Piece::Binding(binding) => binding.name.clone(),
        piece => row_title(piece, &agency_names(state)),
    };
    phrase.with(state.language, &[("name", &name)])
}

/// Who signed a keyring's file, and whether that key is the coordinator's as far as is known here.
fn brought(state: &State, desk: &Desk, of: &Brought) -> String {
    let is_known = desk.keyring.holders(&of.issuer.key.thumbprint()).any(|card| {
        let inside = desk.keyring.validity(card).at(end_of(state.today)) == Within::Inside;
        card.role == Role::Coordinator && card.agency == of.issuer.agency && inside
    });
    let phrase = if is_known { keyring_phrases::BROUGHT_KNOWN } else { keyring_phrases::BROUGHT_UNKNOWN };
    let (date, fingerprint) = (of.issued.vietnamese(), fingerprint(&of.issuer.key.thumbprint()));
    let values =
        [("name", of.name.as_str()), ("issuer", &of.issuer.name), ("date", &date), ("fingerprint", &fingerprint)];
    let says = phrase.with(state.language, &values);
    let beside = only_here(state, desk, of);
    if beside.is_empty() { says } else { format!("{says} {beside}") }
}

/// What stands in the keyring here and not in that file: a line slipped into the browser's storage shows so.
fn only_here(state: &State, desk: &Desk, of: &Brought) -> String {
    let names = agency_names(state);
    let is_issuer = |piece: &Piece| matches!(piece, Piece::Card(card, _) if card.key == of.issuer.key);
    let more = Piece::all_of(&desk.keyring).into_iter().filter(|piece| !of.pieces.contains(piece) && !is_issuer(piece));
    let more: Vec<String> = more.map(|piece| full_title(state, &piece, &names)).collect();
    if more.is_empty() {
        return String::new();
    }
    keyring_phrases::ONLY_HERE.with(state.language, &[("lines", &more.join("; "))])
}

/// A line's title, and which of the lines with that title it is.
fn full_title(state: &State, piece: &Piece, names: &BTreeMap<&AgencyId, String>) -> String {
    let title = row_title(piece, names);
    match piece {
        Piece::Card(card, _) => {
            let role = role_name(card.role.as_str(), state.language);
            format!("{title} ({role}, {}, {})", card.name, fingerprint(&card.key.thumbprint()))
        }
        Piece::Binding(binding) => format!("{title} ({})", binding.name),
        Piece::Anchor(_) | Piece::Crl(_) => title,
    }
}
