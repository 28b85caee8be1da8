//! What the coordinator is writing for a quarter: the report's words, query slips. It is kept in the browser as it is typed.

use super::{Desk, DeskEffect};
use crate::registry::{Period, typed_text};
use crate::session::action::Effect;
use crate::session::state::Saved;
use crate::text::ReportWords;
use crate::vietnamese::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What the names of its rows begin with; the quarter follows.
const PREFIX: &str = "writing/";

/// What is being written for one quarter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Writing {
    /// The report's words, once one of them was typed.
    pub report: Option<ReportDraft>,
    /// Query slips, by the hash of the file they ask about.
    pub slips: BTreeMap<String, SlipDraft>,
}

/// A query slip that is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipDraft {
    /// The fields that are asked about, empty for the whole return, each with the question.
    pub questions: Vec<(String, String)>,
    /// The day by which an answer is wanted, as typed.
    pub answer_by: String,
}

/// What the coordinator writes into the report, as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportDraft {
    /// The number.
    pub number: String,
    /// The sign.
    pub sign: String,
    /// Where it is issued.
    pub place: String,
    /// When.
    pub date: String,
    /// Remarks and proposals, a paragraph a line.
    pub remarks: String,
    /// To whom it goes, a line each.
    pub recipients: String,
    /// The office of who signs, a line each.
    pub authority: String,
    /// The name of who signs.
    pub signatory: String,
}

impl Default for ReportDraft {
    /// The words with which a report begins.
    fn default() -> Self {
        let words = ReportWords::default();
        Self {
            number: words.number,
            sign: words.sign,
            place: words.place,
            date: words.date.map(Date::vietnamese).unwrap_or_default(),
            remarks: words.remarks,
            recipients: words.recipients.join("\n"),
            authority: words.authority.join("\n"),
            signatory: words.signatory,
        }
    }
}

impl ReportDraft {
    /// The words for the report; a day that cannot be read is left to be written by hand.
    pub fn words(&self) -> ReportWords {
        let lines = |text: &str| -> Vec<String> {
            text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
        };
        ReportWords {
            number: self.number.trim().to_owned(),
            sign: self.sign.trim().to_owned(),
            place: self.place.trim().to_owned(),
            date: Date::parse_typed(&self.date).ok(),
            remarks: self.remarks.clone(),
            recipients: lines(&self.recipients),
            authority: lines(&self.authority),
            signatory: self.signatory.trim().to_owned(),
        }
    }

    /// Whether something is typed for the day that is no day.
    pub fn is_date_wrong(&self) -> bool {
        !self.date.trim().is_empty() && Date::parse_typed(&self.date).is_err()
    }

    /// The words with which the next quarter's report begins: what belongs to one report alone is blank.
    fn carried(&self) -> Self {
        Self { number: String::new(), date: String::new(), remarks: String::new(), ..self.clone() }
    }
}

impl Desk {
    /// The report's words for the quarter that is looked at; where none were typed yet, those of the latest other quarter.
    pub fn report(&self) -> ReportDraft {
        let own = self.writing.get(&self.period).and_then(|writing| writing.report.clone());
        let latest =
            || self.writing.values().rev().find_map(|writing| writing.report.as_ref()).map(ReportDraft::carried);
        own.or_else(latest).unwrap_or_default()
    }

    /// The query slip that is being written about the file with this hash.
    pub fn slip_draft(&self, sha256: &str) -> Option<&SlipDraft> {
        self.writing.get(&self.period)?.slips.get(sha256)
    }
}

/// The slips about these files are written no more.
pub(super) fn drop_slips(desk: &mut Desk, period: Period, files: &BTreeSet<String>) -> Vec<Effect> {
    let Some(writing) = desk.writing.get_mut(&period) else { return Vec::new() };
    writing.slips.retain(|sha256, _| !files.contains(sha256));
    keep(writing, period)
}

fn keep(writing: &Writing, period: Period) -> Vec<Effect> {
    let text = serde_json::to_string(writing).ok();
    text.map(|text| Effect::Desk(DeskEffect::Keep(vec![(format!("{PREFIX}{period}"), text)]))).into_iter().collect()
}

/// What is being written for the quarter that is looked at, about to be changed; it is written out once typing pauses.
pub(super) fn edited(desk: &mut Desk) -> &mut Writing {
    desk.unwritten_words = Some(desk.period);
    if desk.saved != Saved::Refused {
        desk.saved = Saved::Waiting;
    }
    desk.writing.entry(desk.period).or_default()
}

/// Has what was typed last kept.
pub(super) fn settle(desk: &mut Desk) -> Vec<Effect> {
    let Some(period) = desk.unwritten_words.take() else { return Vec::new() };
    desk.writing.get(&period).map(|writing| keep(writing, period)).unwrap_or_default()
}

/// The quarter of a row of this name; none for other rows.
pub(super) fn period_of(name: &str) -> Option<Period> {
    name.strip_prefix(PREFIX)?.parse().ok()
}

/// Takes what the browser kept; false where it cannot be read. What was typed meanwhile stays.
pub(super) fn loaded(desk: &mut Desk, period: Period, text: &str) -> bool {
    let Ok(writing) = typed_text(text) else { return false };
    desk.writing.entry(period).or_insert(writing);
    true
}
