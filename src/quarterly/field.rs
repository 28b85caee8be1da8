use super::model::*;
use crate::registry::{Basis, TaskStatus};
use crate::vietnamese::{Date, Decimal};
use std::sync::Arc;

/// One field of a return, by what it can hold.
#[derive(Debug)]
pub enum Field<'a> {
    /// One line or more of text.
    Text(&'a mut String),
    /// A day.
    Date(&'a mut Option<Date>),
    /// A decimal.
    Decimal(&'a mut Option<Decimal>),
    /// A count.
    Answer(&'a mut Option<Answer>),
    /// What time a count speaks of.
    Basis(&'a mut Basis),
    /// How far an assigned task is.
    TaskStatus(&'a mut Option<TaskStatus>),
    /// The level of a listed service.
    Level(&'a mut Option<i64>),
    /// How far a general task is.
    GeneralStatus(&'a mut Option<GeneralStatus>),
}

/// The field at a path, `/tasks/3.2/status`; none where the return has no such field to fill.
///
/// The reason of a count without data is a field of its own, `/services/level3/answer/no_data`.
pub fn field<'a>(of: &'a mut Return, path: &str) -> Option<Field<'a>> {
    if let Some(answer) = path.strip_suffix("/no_data") {
        return match field(of, answer)? {
            Field::Answer(Some(Answer::NoData(reason))) => Some(Field::Text(reason)),
            _ => None,
        };
    }
    let segments: Vec<&str> = path.strip_prefix('/')?.split('/').collect();
    match segments.as_slice() {
        ["difficulties"] => Some(Field::Text(&mut of.difficulties)),
        ["proposals"] => Some(Field::Text(&mut of.proposals)),
        ["amendment_reason"] => Some(Field::Text(&mut of.amendment_reason)),
        ["document", "number"] => Some(Field::Text(&mut of.document.number)),
        ["document", "date"] => Some(Field::Date(&mut of.document.date)),
        ["preparer", name] => preparer(&mut of.preparer, name),
        ["approver", "name"] => Some(Field::Text(&mut of.approver.name)),
        ["approver", "title"] => Some(Field::Text(&mut of.approver.title)),
        ["general_tasks", id, rest @ ..] => general(of.general_tasks.get_mut(*id)?, rest),
        ["tasks", number, name] => task(of.tasks.get_mut(*number)?, name),
        ["services", id, name] => count(of.services.get_mut(*id)?, name),
        ["service_list", id, name] => listed_field(Arc::make_mut(&mut of.service_list).get_mut(*id)?, name),
        ["indicators", id, "value"] => Some(Field::Decimal(&mut of.indicators.get_mut(*id)?.value)),
        ["indicators", id, "remark"] => Some(Field::Text(&mut of.indicators.get_mut(*id)?.remark)),
        ["answers", key, "text"] => Some(Field::Text(&mut of.answers.get_mut(*key)?.text)),
        _ => None,
    }
}

fn preparer<'a>(of: &'a mut Preparer, name: &str) -> Option<Field<'a>> {
    Some(Field::Text(match name {
        "name" => &mut of.name,
        "title" => &mut of.title,
        "phone" => &mut of.phone,
        "email" => &mut of.email,
        _ => return None,
    }))
}

fn general<'a>(of: &'a mut GeneralAnswer, rest: &[&str]) -> Option<Field<'a>> {
    Some(match rest {
        ["status"] => Field::GeneralStatus(&mut of.status),
        ["date"] => Field::Date(&mut of.date),
        ["document_number"] => Field::Text(&mut of.document_number),
        ["obstacle"] => Field::Text(&mut of.obstacle),
        ["new_deadline"] => Field::Date(&mut of.new_deadline),
        ["remark"] => Field::Text(&mut of.remark),
        ["units", tier, side] => Field::Answer(unit(of.units.as_mut()?, tier, side)?),
        _ => return None,
    })
}

fn unit<'a>(of: &'a mut Units, tier: &str, side: &str) -> Option<&'a mut Option<Answer>> {
    let count = match tier {
        "departments" => &mut of.departments,
        "districts" => &mut of.districts,
        "communes" => &mut of.communes,
        _ => return None,
    };
    match side {
        "connected" => Some(&mut count.connected),
        "total" => Some(&mut count.total),
        _ => None,
    }
}

fn task<'a>(of: &'a mut TaskAnswer, name: &str) -> Option<Field<'a>> {
    Some(match name {
        "status" => Field::TaskStatus(&mut of.status),
        "completed_on" => Field::Date(&mut of.completed_on),
        "evidence" => Field::Text(&mut of.evidence),
        "progress" => Field::Text(&mut of.progress),
        "percent" => Field::Decimal(&mut of.percent),
        "obstacle" => Field::Text(&mut of.obstacle),
        "new_deadline" => Field::Date(&mut of.new_deadline),
        _ => return None,
    })
}

fn count<'a>(of: &'a mut CountAnswer, name: &str) -> Option<Field<'a>> {
    Some(match name {
        "answer" => Field::Answer(&mut of.answer),
        "basis" => Field::Basis(&mut of.basis),
        "remark" => Field::Text(&mut of.remark),
        _ => return None,
    })
}

/// A listed service's field of this name, `level`; none where it has no such field.
pub fn listed_field<'a>(of: &'a mut ListedService, name: &str) -> Option<Field<'a>> {
    Some(match name {
        "code" => Field::Text(&mut of.code),
        "name" => Field::Text(&mut of.name),
        "level" => Field::Level(&mut of.level),
        "deployed_on" => Field::Date(&mut of.deployed_on),
        "address" => Field::Text(&mut of.address),
        "received" => Field::Answer(&mut of.received),
        "resolved" => Field::Answer(&mut of.resolved),
        _ => return None,
    })
}

/// The paths of all fields of a return, in the order of its sections.
pub fn field_paths(of: &Return) -> Vec<String> {
    let mut paths: Vec<String> = ["/document/number", "/document/date"].map(str::to_owned).to_vec();
    paths.extend(["name", "title", "phone", "email"].map(|name| format!("/preparer/{name}")));
    paths.extend(["name", "title"].map(|name| format!("/approver/{name}")));
    if of.revision > 1 {
        paths.push("/amendment_reason".to_owned());
    }
    for (id, answer) in &of.general_tasks {
        let names = ["status", "date", "document_number", "obstacle", "new_deadline", "remark"];
        paths.extend(names.map(|name| format!("/general_tasks/{id}/{name}")));
        for tier in answer.units.iter().flat_map(|_| ["departments", "districts", "communes"]) {
            paths.extend(["connected", "total"].map(|side| format!("/general_tasks/{id}/units/{tier}/{side}")));
        }
    }
    for number in of.tasks.keys() {
        let names = ["status", "completed_on", "evidence", "progress", "percent", "obstacle", "new_deadline"];
        paths.extend(names.map(|name| format!("/tasks/{number}/{name}")));
    }
    for id in of.services.keys() {
        paths.extend(["answer", "basis", "remark"].map(|name| format!("/services/{id}/{name}")));
    }
    for id in of.service_list.keys() {
        let names = ["code", "name", "level", "deployed_on", "address", "received", "resolved"];
        paths.extend(names.map(|name| format!("/service_list/{id}/{name}")));
    }
    for id in of.indicators.keys() {
        paths.extend(["value", "remark"].map(|name| format!("/indicators/{id}/{name}")));
    }
    paths.extend(["/difficulties", "/proposals"].map(str::to_owned));
    paths.extend(of.answers.keys().map(|key| format!("/answers/{key}/text")));
    paths
}

/// Gives the reason for a warning, in place of an earlier one for the same rule and place; an empty reason takes it back.
pub fn justify(of: &mut Return, justification: Justification) {
    of.justifications.retain(|old| (&old.rule, &old.path) != (&justification.rule, &justification.path));
    if !justification.reason.is_empty() {
        of.justifications.push(justification);
    }
    of.justifications.sort_by(|left, right| (&left.rule, &left.path).cmp(&(&right.rule, &right.path)));
}

/// The word that files use for a member of a list: `in-progress`.
pub fn word(of: &impl serde::Serialize) -> String {
    serde_json::to_value(of).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
