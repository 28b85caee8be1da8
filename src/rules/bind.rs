//! The return and the registry's facts under the names that rules use.
//!
//! Everything that a rule may name is there: a blank text or day is `""`, a blank count has `known` false and `value`
//! 0. Numbers are integers; decimals are in thousandths.

use super::node::{Fields, Node};
use crate::quarterly::{
    Answer, CountAnswer, GeneralAnswer, IndicatorAnswer, ListedService, Return, TaskAnswer, TextField, UnitCount, word,
};
use crate::vietnamese::{Date, Decimal};

/// Rows by their ids.
pub(super) fn rows<'a, T: 'a>(rows: impl Iterator<Item = (&'a str, T)>, bind: impl Fn(T) -> Node) -> Node {
    Node::Fields(rows.map(|(name, row)| (name, bind(row))).collect::<Fields>())
}

/// A text without blanks at its ends: what is only blanks is not answered.
pub(super) fn text(text: &str) -> Node {
    Node::text(text.trim())
}

pub(super) fn date(date: Option<Date>) -> Node {
    Node::text(date.map(Date::iso).unwrap_or_default())
}

pub(super) fn number(known: Option<i64>) -> Node {
    let [known, value] = known_value(known);
    Node::record([known, value])
}

fn known_value(known: Option<i64>) -> [(&'static str, Node); 2] {
    [("known", Node::truth(known.is_some())), ("value", Node::number(known.unwrap_or(0)))]
}

pub(super) fn decimal(decimal: Option<Decimal>) -> Node {
    number(decimal.map(Decimal::thousandths))
}

pub(super) fn optional_word(of: Option<&impl serde::Serialize>) -> Node {
    Node::text(of.map(word).unwrap_or_default())
}

fn answer(answer: Option<&Answer>) -> Node {
    let (state, reason) = match answer {
        None => ("blank", ""),
        Some(Answer::Reported(_)) => ("reported", ""),
        Some(Answer::ConfirmedZero) => ("zero", ""),
        Some(Answer::NoData(reason)) => ("no-data", reason.as_str()),
    };
    let [known, value] = known_value(answer.and_then(Answer::number));
    Node::record([("state", text(state)), ("reason", text(reason)), known, value])
}

/// The whole return, as `ret`, and with `just_before` as `prev`.
pub(super) fn content(of: &Return) -> Node {
    let heads = [
        "agency",
        "period",
        "revision",
        "supersedes",
        "amendment_reason",
        "document",
        "preparer",
        "approver",
        "difficulties",
        "proposals",
        "service_list",
    ];
    let mut content = Node::record([
        ("general_tasks", rows(of.general_tasks.iter().map(|(id, row)| (id.as_str(), row)), general_row)),
        ("tasks", rows(of.tasks.iter().map(|(number, row)| (number.as_str(), row)), task_row)),
        ("services", rows(of.services.iter().map(|(id, row)| (id.as_str(), row)), count_row)),
        ("indicators", rows(of.indicators.iter().map(|(id, row)| (id.as_str(), row)), indicator_row)),
    ]);
    for head in heads {
        put_part(&mut content, of, &format!("/{head}"));
    }
    content
}

/// Puts one part of the return, as it is now, into the bound return.
pub(super) fn put_part(content: &mut Node, of: &Return, part: &str) {
    let segments: Vec<&str> = part.trim_start_matches('/').splitn(2, '/').collect();
    let bound = match segments.as_slice() {
        ["service_list", ..] => return content.put(&["list"], list(of)),
        ["general_tasks", id] => of.general_tasks.get(*id).map(general_row),
        ["tasks", number] => of.tasks.get(*number).map(task_row),
        ["services", id] => of.services.get(*id).map(count_row),
        ["indicators", id] => of.indicators.get(*id).map(indicator_row),
        [head] => member(of, head),
        _ => None,
    };
    if let Some(bound) = bound {
        content.put(&segments, bound);
    }
}

fn member(of: &Return, head: &str) -> Option<Node> {
    Some(match head {
        "agency" => text(of.agency.as_str()),
        "period" => Node::text(of.period.to_string()),
        "revision" => Node::number(i64::from(of.revision)),
        "supersedes" => text(of.supersedes.as_deref().unwrap_or("")),
        "amendment_reason" => text(&of.amendment_reason),
        "document" => Node::record([("number", text(&of.document.number)), ("date", date(of.document.date))]),
        "preparer" => Node::record([
            ("name", text(&of.preparer.name)),
            ("title", text(&of.preparer.title)),
            ("phone", text(&of.preparer.phone)),
            ("email", text(&of.preparer.email)),
        ]),
        "approver" => Node::record([("name", text(&of.approver.name)), ("title", text(&of.approver.title))]),
        "difficulties" => text(&of.difficulties),
        "proposals" => text(&of.proposals),
        _ => return None,
    })
}

/// The sums of one level of the service list. A sum of dossiers is known if one service at least states them.
#[derive(Clone, Copy, Default)]
struct LevelSums {
    services: i64,
    received: Option<i64>,
    resolved: Option<i64>,
}

impl LevelSums {
    fn add(&mut self, of: &ListedService) {
        let add = |sum: &mut Option<i64>, answer: &Option<Answer>| {
            let stated = answer.as_ref().and_then(Answer::number);
            *sum = stated.map(|more| sum.unwrap_or(0).saturating_add(more)).or(*sum);
        };
        self.services += 1;
        add(&mut self.received, &of.received);
        add(&mut self.resolved, &of.resolved);
    }
}

/// The sums of the agency's own service list.
fn list(of: &Return) -> Node {
    let mut sums = [LevelSums::default(); 4];
    for service in of.service_list.values() {
        let level = service.level.and_then(|level| usize::try_from(level).ok()?.checked_sub(1));
        if let Some(sums) = level.and_then(|level| sums.get_mut(level)) {
            sums.add(service);
        }
    }
    let [level1, level2, level3, level4] = sums;
    Node::record([
        ("given", Node::truth(!of.service_list.is_empty())),
        ("services", Node::number(i64::try_from(of.service_list.len()).unwrap_or(i64::MAX))),
        ("level1", Node::number(level1.services)),
        ("level2", Node::number(level2.services)),
        ("level3", Node::number(level3.services)),
        ("level4", Node::number(level4.services)),
        ("received3", number(level3.received)),
        ("received4", number(level4.received)),
        ("resolved3", number(level3.resolved)),
        ("resolved4", number(level4.resolved)),
    ])
}

/// A text as it stands, blanks at its ends included.
pub(super) fn text_row(of: &TextField) -> Node {
    Node::record([("text", Node::text(of.text.clone())), ("lines", Node::truth(of.lines))])
}

pub(super) fn general_row(of: &GeneralAnswer) -> Node {
    Node::record([
        ("status", optional_word(of.status.as_ref())),
        ("date", date(of.date)),
        ("document_number", text(&of.document_number)),
        ("obstacle", text(&of.obstacle)),
        ("new_deadline", date(of.new_deadline)),
        ("remark", text(&of.remark)),
    ])
}

/// One tier of a task that asks for units.
pub(super) fn unit_row(of: &UnitCount) -> Node {
    Node::record([("connected", answer(of.connected.as_ref())), ("total", answer(of.total.as_ref()))])
}

pub(super) fn task_row(of: &TaskAnswer) -> Node {
    Node::record([
        ("status", optional_word(of.status.as_ref())),
        ("completed_on", date(of.completed_on)),
        ("evidence", text(&of.evidence)),
        ("progress", text(&of.progress)),
        ("percent", decimal(of.percent)),
        ("obstacle", text(&of.obstacle)),
        ("new_deadline", date(of.new_deadline)),
    ])
}

pub(super) fn count_row(of: &CountAnswer) -> Node {
    let basis = Node::text(word(&of.basis));
    Node::record([("answer", answer(of.answer.as_ref())), ("basis", basis), ("remark", text(&of.remark))])
}

pub(super) fn indicator_row(of: &IndicatorAnswer) -> Node {
    Node::record([("value", decimal(of.value)), ("remark", text(&of.remark))])
}

/// One listed service; `twice` says that an earlier one has its name.
pub(super) fn service_row(of: &ListedService, twice: bool) -> Node {
    Node::record([
        ("code", text(&of.code)),
        ("name", text(&of.name)),
        ("level", number(of.level)),
        ("deployed_on", date(of.deployed_on)),
        ("address", text(&of.address)),
        ("received", answer(of.received.as_ref())),
        ("resolved", answer(of.resolved.as_ref())),
        ("twice", Node::truth(twice)),
    ])
}
