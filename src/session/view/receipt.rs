//! The coordinator's receipt.

use super::overview::{agency_name, period_name};
use super::questions::{TrustView, trust};
use crate::collect::{Receipt, ReturnMark};
use crate::session::{Draft, DraftKey, State};
use crate::text::{Phrase, phrases, receipt_sentence, state_name};
use crate::vietnamese::Date;

/// A receipt, ready to be shown and printed.
#[derive(Clone, Debug, PartialEq)]
pub struct ReceiptView {
    /// What came of the file, in two or three words.
    pub state: String,
    /// What that means for the agency, and what is to be done.
    pub says: String,
    /// Whether the return counts.
    pub counts: bool,
    /// What was received: labels and values.
    pub lines: Vec<(String, String)>,
    /// Whether it is the return at hand.
    pub beside: BesideView,
    /// Whose signature it bears.
    pub trust: TrustView,
}

/// Whether the return that was received is the one at hand.
#[derive(Clone, Debug, PartialEq)]
pub struct BesideView {
    /// Whether it is.
    pub same: bool,
    /// In words.
    pub says: String,
}

/// The receipt that was opened.
pub fn receipt(state: &State) -> Option<ReceiptView> {
    let receipt = state.receipt.as_ref()?;
    Some(ReceiptView {
        state: state_name(receipt.state, state.language).to_owned(),
        says: receipt_sentence(receipt.state, state.language).to_owned(),
        counts: receipt.state.counts(),
        lines: lines(state, receipt),
        beside: beside(state, receipt.about.as_ref()),
        trust: trust(state, &receipt.issuer.key),
    })
}

fn lines(state: &State, receipt: &Receipt) -> Vec<(String, String)> {
    let mut lines: Vec<(Phrase, String)> = Vec::new();
    if let Some(about) = &receipt.about {
        let agency = state.registry.agency(&about.agency);
        let agency = agency.map_or_else(|| about.agency.to_string(), |agency| agency_name(state, agency));
        lines.extend([
            (phrases::AGENCY, agency),
            (phrases::PERIOD, period_name(state, about.period)),
            (phrases::REVISION, about.revision.to_string()),
        ]);
    }
    lines.extend([
        (phrases::RECEIPT_FILE, receipt.file_name.clone()),
        (phrases::RECEIPT_RECEIVED, receipt.received.vietnamese()),
        (phrases::RECEIPT_FOUND, found(state, receipt)),
        (phrases::REGISTRY, format!("{} {}", receipt.registry.id, receipt.registry.version)),
        (phrases::RECEIPT_FILE_HASH, receipt.file_sha256.clone()),
    ]);
    let hash = receipt.about.as_ref().map(|about| about.content_sha256.clone());
    lines.extend(hash.map(|hash| (phrases::RECEIPT_CONTENT_HASH, hash)));
    lines.push((phrases::RECEIPT_ISSUED, receipt.issued.vietnamese()));
    let office = state.registry.agency(&receipt.issuer.agency).map(|agency| agency_name(state, agency));
    let issuer = [office, Some(receipt.issuer.name.clone())].into_iter().flatten().collect::<Vec<_>>();
    lines.push((phrases::RECEIPT_ISSUER, issuer.join(" – ")));
    lines.into_iter().map(|(label, value)| (state.say(label), value)).collect()
}

fn found(state: &State, receipt: &Receipt) -> String {
    let counts = [
        (receipt.errors, phrases::COUNT_ERRORS),
        (receipt.warnings, phrases::COUNT_ALL_WARNINGS),
        (receipt.notes, phrases::COUNT_NOTES),
    ];
    let said = counts.map(|(count, phrase)| phrase.counted(state.language, count as usize));
    said.join(", ")
}

/// Whether the return is at hand: the open one, or the draft of its agency and quarter that is kept here.
fn beside(state: &State, about: Option<&ReturnMark>) -> BesideView {
    let Some(about) = about else {
        return BesideView { same: false, says: state.say(phrases::RECEIPT_NO_RETURN) };
    };
    let key = DraftKey::new(about.agency.clone(), about.period);
    let open = state.draft.as_ref().filter(|draft| draft.key() == key).cloned();
    let at_hand = open.or_else(|| state.kept.get(&key).and_then(|text| Draft::read(text).ok()));
    let Some(mark) = at_hand.and_then(|draft| ReturnMark::of(&draft.content).ok()) else {
        return BesideView { same: false, says: state.say(phrases::RECEIPT_NOT_HERE) };
    };
    let same = mark == *about;
    let phrase = match () {
        () if same => phrases::RECEIPT_SAME,
        () if mark.return_id == about.return_id && mark.revision > about.revision => phrases::RECEIPT_EARLIER,
        () => phrases::RECEIPT_OTHER,
    };
    let values = [("revision", about.revision.to_string()), ("own", mark.revision.to_string())];
    BesideView {
        same,
        says: phrase.with(state.language, &values.each_ref().map(|(name, value)| (*name, value.as_str()))),
    }
}

/// What the receipt's screen is called: its day.
pub(super) fn receipt_title(state: &State) -> Option<String> {
    let day: Date = state.receipt.as_ref()?.issued;
    Some(phrases::RECEIPT_OF.with(state.language, &[("date", &day.vietnamese())]))
}
