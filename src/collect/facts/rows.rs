//! The rows of the flat tables, value by value in the order of the columns.

use super::Fact;
use crate::collect::figure::is_as_asked;
use crate::collect::{Entry, Filed};
use crate::quarterly::{Answer, GeneralAnswer, TaskAnswer, Units};
use crate::registry::{GeneralTaskId, Registry, TaskNumber, Tier};
use crate::rules::Finding;
use crate::vietnamese::Date;
use serde::Serialize;

/// Rows of a table with their first columns.
pub(super) fn headed<'a>(
    registry: &'a Registry,
    entry: &'a Entry,
    rows: Vec<Vec<Fact>>,
) -> impl Iterator<Item = Vec<Fact>> + 'a {
    rows.into_iter().map(move |own| row(registry, entry, own))
}

/// One row with its first columns.
pub(super) fn row(registry: &Registry, entry: &Entry, own: Vec<Fact>) -> Vec<Fact> {
    let content = entry.filed().map(|filed| &filed.content);
    let agency = content.and_then(|content| registry.agency(&content.agency));
    let tier = agency.map(|agency| match agency.tier() {
        Tier::Central => "central",
        Tier::Local => "local",
    });
    let mut row = vec![
        text(&entry.file.name),
        content.map_or(Fact::None, |content| text(content.agency.as_str())),
        tier.map_or(Fact::None, text),
        content.map_or(Fact::None, |content| Fact::Number(i64::from(content.revision))),
    ];
    row.extend(own);
    row
}

/// A file, and what became of it.
pub(super) fn received(entry: &Entry) -> Vec<Fact> {
    let file = &entry.file;
    let mut row = vec![
        text(entry.state.code()),
        Fact::Truth(entry.state.counts()),
        entry.reasons.first().map_or(Fact::None, |reason| text(reason.code())),
        Fact::Day(file.received),
        text(&file.examined.sha256),
        i64::try_from(file.examined.size).map_or(Fact::None, Fact::Number),
    ];
    match entry.filed() {
        Some(filed) => row.extend(of_return(filed)),
        None => row.extend(std::iter::repeat_n(Fact::None, OF_RETURN)),
    }
    row.push(words(&file.note));
    row
}

/// So many columns tell of a return, and nothing of any other file.
const OF_RETURN: usize = 15;

fn of_return(filed: &Filed) -> [Fact; OF_RETURN] {
    let (content, tally) = (&filed.content, filed.tally);
    [
        text(&content.period.to_string()),
        text(&content.return_id),
        text(&filed.content_sha256),
        content.supersedes.as_deref().map_or(Fact::None, text),
        text(&content.registry.version),
        words(&content.document.number),
        day(content.document.date),
        count(tally.errors),
        count(tally.open),
        count(tally.unexplained),
        count(tally.justified),
        count(tally.notes),
        count(filed.listed),
        words(&content.difficulties),
        words(&content.proposals),
    ]
}

pub(super) fn general_tasks(filed: &Filed) -> Vec<Vec<Fact>> {
    let row = |(id, answer): (&GeneralTaskId, &GeneralAnswer)| {
        vec![
            text(id.as_str()),
            Fact::Truth(answer.status.is_some()),
            word(&answer.status),
            day(answer.date),
            words(&answer.document_number),
            words(&answer.obstacle),
            day(answer.new_deadline),
            words(&answer.remark),
        ]
    };
    filed.content.general_tasks.iter().map(row).collect()
}

pub(super) fn tasks(filed: &Filed) -> Vec<Vec<Fact>> {
    let row = |(number, answer): (&TaskNumber, &TaskAnswer)| {
        vec![
            text(number.as_str()),
            Fact::Truth(answer.status.is_some()),
            word(&answer.status),
            day(answer.completed_on),
            words(&answer.evidence),
            words(&answer.progress),
            answer.percent.map_or(Fact::None, Fact::Decimal),
            words(&answer.obstacle),
            day(answer.new_deadline),
        ]
    };
    filed.content.tasks.iter().map(row).collect()
}

pub(super) fn counts(registry: &Registry, filed: &Filed) -> Vec<Vec<Fact>> {
    let mut rows = Vec::new();
    for (id, given) in &filed.content.services {
        let name = [text(&format!("/services/{id}/answer")), Fact::None, text(id.as_str()), word(&Some(given.basis))];
        let answer = answered(&given.answer, is_as_asked(registry, id, given));
        rows.push([name.to_vec(), answer, vec![words(&given.remark)]].concat());
    }
    for (id, given) in &filed.content.general_tasks {
        for (tier, units) in given.units.iter().flat_map(Units::tiers) {
            for (name, answer) in [("connected", &units.connected), ("total", &units.total)] {
                let field = format!("/general_tasks/{id}/units/{tier}/{name}");
                let name = [text(&field), text(id.as_str()), text(&format!("{tier}-{name}")), Fact::None];
                rows.push([name.to_vec(), answered(answer, true), vec![Fact::None]].concat());
            }
        }
    }
    rows
}

/// Whether it is answered, the number where the tables add it and where they do not, and why there is none.
fn answered(answer: &Option<Answer>, is_added: bool) -> Vec<Fact> {
    let number = answer.as_ref().and_then(Answer::number).map_or(Fact::None, Fact::Number);
    let [value, not_added] = if is_added { [number, Fact::None] } else { [Fact::None, number] };
    let reason = match answer {
        Some(Answer::NoData(reason)) => text(reason),
        _ => Fact::None,
    };
    vec![Fact::Truth(answer.is_some()), value, not_added, reason]
}

pub(super) fn findings(entry: &Entry, filed: &Filed) -> Vec<Vec<Fact>> {
    let row = |finding: &Finding| {
        vec![
            text(entry.state.code()),
            text(&finding.rule),
            word(&Some(finding.severity)),
            text(finding.place()),
            Fact::Truth(finding.open),
            Fact::Truth(finding.is_justified(&filed.content.justifications)),
            finding.fault.as_deref().map_or(Fact::None, text),
        ]
    };
    filed.findings.iter().map(row).collect()
}

fn text(text: &str) -> Fact {
    Fact::Text(text.to_owned())
}

/// An officer's words; none where there are none.
fn words(words: &str) -> Fact {
    if words.trim().is_empty() { Fact::None } else { text(words) }
}

/// A word of a list, as files write it.
fn word<T: Serialize>(word: &Option<T>) -> Fact {
    let written = word.as_ref().and_then(|word| serde_json::to_value(word).ok());
    written.as_ref().and_then(serde_json::Value::as_str).map_or(Fact::None, text)
}

fn day(day: Option<Date>) -> Fact {
    day.map_or(Fact::None, Fact::Day)
}

fn count(count: usize) -> Fact {
    i64::try_from(count).map_or(Fact::None, Fact::Number)
}
