//! The parts of a return: its rows, and its other members one by one.

use super::model::{Answer, Return};
use serde_json::Value;

/// Members of a return that are made of rows.
const ROWS: [&str; 6] = ["general_tasks", "tasks", "services", "service_list", "indicators", "answers"];

/// Fields that are written in several lines.
const LINES: [&str; 7] = ["amendment_reason", "progress", "obstacle", "remark", "difficulties", "proposals", "text"];

/// One text of a return.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextField {
    /// Its path.
    pub path: String,
    /// The text.
    pub text: String,
    /// Whether it is written in several lines.
    pub lines: bool,
}

/// Whether a member of the return is made of rows: `tasks`.
pub fn is_group(name: &str) -> bool {
    ROWS.contains(&name)
}

/// The path of the part to which a field belongs: `/tasks/3.2` for `/tasks/3.2/status`, `/document` for `/document/date`.
pub fn part_of(path: &str) -> &str {
    let head = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    let segments = if is_group(head) { 2 } else { 1 };
    let end = path.match_indices('/').nth(segments).map_or(path.len(), |(at, _)| at);
    path.get(..end).unwrap_or(path)
}

/// The paths of all parts, in the order of the file.
pub fn parts(of: &Return) -> Vec<String> {
    let mut paths: Vec<String> = [
        "/agency",
        "/period",
        "/revision",
        "/supersedes",
        "/amendment_reason",
        "/document",
        "/preparer",
        "/approver",
        "/difficulties",
        "/proposals",
    ]
    .map(str::to_owned)
    .to_vec();
    paths.extend(of.general_tasks.keys().map(|id| format!("/general_tasks/{id}")));
    paths.extend(of.tasks.keys().map(|number| format!("/tasks/{number}")));
    paths.extend(of.services.keys().map(|id| format!("/services/{id}")));
    paths.extend(of.service_list.keys().map(|id| format!("/service_list/{id}")));
    paths.extend(of.indicators.keys().map(|id| format!("/indicators/{id}")));
    paths.extend(of.answers.keys().map(|key| format!("/answers/{key}")));
    paths
}

/// A part as the file writes it; none where the return has no such part.
pub fn part_value(of: &Return, part: &str) -> Option<Value> {
    let mut segments = part.trim_start_matches('/').splitn(2, '/');
    let (head, id) = (segments.next()?, segments.next().unwrap_or_default());
    let written = match head {
        "agency" => serde_json::to_value(&of.agency),
        "period" => serde_json::to_value(of.period),
        "revision" => serde_json::to_value(of.revision),
        "supersedes" => serde_json::to_value(&of.supersedes),
        "amendment_reason" => serde_json::to_value(&of.amendment_reason),
        "document" => serde_json::to_value(&of.document),
        "preparer" => serde_json::to_value(&of.preparer),
        "approver" => serde_json::to_value(&of.approver),
        "difficulties" => serde_json::to_value(&of.difficulties),
        "proposals" => serde_json::to_value(&of.proposals),
        "general_tasks" => serde_json::to_value(of.general_tasks.get(id)?),
        "tasks" => serde_json::to_value(of.tasks.get(id)?),
        "services" => serde_json::to_value(of.services.get(id)?),
        "service_list" => serde_json::to_value(of.service_list.get(id)?),
        "indicators" => serde_json::to_value(of.indicators.get(id)?),
        "answers" => serde_json::to_value(of.answers.get(id)?),
        _ => return None,
    };
    written.ok()
}

/// The texts that people write in a part, the reasons of counts without data among them.
pub fn part_texts(of: &Return, part: &str) -> Vec<TextField> {
    let mut segments = part.trim_start_matches('/').splitn(2, '/');
    let (head, id) = (segments.next().unwrap_or_default(), segments.next().unwrap_or_default());
    let mut texts = Texts { part, found: Vec::new() };
    match head {
        "amendment_reason" => texts.add("", &of.amendment_reason),
        "difficulties" => texts.add("", &of.difficulties),
        "proposals" => texts.add("", &of.proposals),
        "document" => texts.add("number", &of.document.number),
        "preparer" => {
            let of = &of.preparer;
            texts.all([("name", &of.name), ("title", &of.title), ("phone", &of.phone), ("email", &of.email)]);
        }
        "approver" => texts.all([("name", &of.approver.name), ("title", &of.approver.title)]),
        _ => texts.row(of, head, id),
    }
    texts.found
}

struct Texts<'a> {
    part: &'a str,
    found: Vec<TextField>,
}

impl Texts<'_> {
    fn add(&mut self, name: &str, text: &str) {
        let path = if name.is_empty() { self.part.to_owned() } else { format!("{}/{name}", self.part) };
        let lines = LINES.iter().any(|lines| path.ends_with(lines));
        self.found.push(TextField { path, text: text.to_owned(), lines });
    }

    fn all<const N: usize>(&mut self, named: [(&str, &String); N]) {
        for (name, text) in named {
            self.add(name, text);
        }
    }

    fn reason(&mut self, name: &str, answer: Option<&Answer>) {
        if let Some(Answer::NoData(reason)) = answer {
            self.add(&format!("{name}/no_data"), reason);
        }
    }

    fn row(&mut self, of: &Return, head: &str, id: &str) {
        match head {
            "general_tasks" => {
                let Some(row) = of.general_tasks.get(id) else { return };
                self.all([
                    ("document_number", &row.document_number),
                    ("obstacle", &row.obstacle),
                    ("remark", &row.remark),
                ]);
                for (tier, count) in row.units.iter().flat_map(|units| units.tiers()) {
                    self.reason(&format!("units/{tier}/connected"), count.connected.as_ref());
                    self.reason(&format!("units/{tier}/total"), count.total.as_ref());
                }
            }
            "tasks" => {
                let Some(row) = of.tasks.get(id) else { return };
                self.all([("evidence", &row.evidence), ("progress", &row.progress), ("obstacle", &row.obstacle)]);
            }
            "services" => {
                let Some(row) = of.services.get(id) else { return };
                self.reason("answer", row.answer.as_ref());
                self.add("remark", &row.remark);
            }
            "service_list" => {
                let Some(row) = of.service_list.get(id) else { return };
                self.all([("code", &row.code), ("name", &row.name), ("address", &row.address)]);
                self.reason("received", row.received.as_ref());
                self.reason("resolved", row.resolved.as_ref());
            }
            "indicators" => {
                let Some(row) = of.indicators.get(id) else { return };
                self.add("remark", &row.remark);
            }
            "answers" => {
                let Some(row) = of.answers.get(id) else { return };
                self.add("text", &row.text);
            }
            _ => {}
        }
    }
}
