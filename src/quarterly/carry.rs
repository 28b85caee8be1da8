use super::field::{Field, field};
use super::model::{Answer, ListedService, Return};
use crate::registry::{Basis, Registry};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The path of the whole service list, which is carried and confirmed as one.
pub const SERVICE_LIST: &str = "/service_list";

/// A return with what persists from an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The return.
    pub content: Return,
    /// The fields that were blank and hold the earlier return's answer now; the service list as one, `/service_list`.
    pub paths: BTreeSet<String>,
}

/// The return, its blank fields filled with what persists from the agency's earlier one.
///
/// What persists are the people, how far each task is with its days and documents, how many units there are in all, the
/// service list without its dossiers and, where the earlier return is of the quarter just before in the same year, the
/// counts since 1 January. Everything else is asked anew. A row that the return does not have is not carried; nor is
/// one whose status was given anew and differs, since its days and documents would speak of another status.
pub fn carry(registry: &Registry, content: &Return, previous: &Return) -> Carried {
    let mut from = previous.clone();
    let mut carried = Carried { content: content.clone(), paths: BTreeSet::new() };
    for path in persisting(registry, content, previous) {
        if fill(field(&mut from, &path), field(&mut carried.content, &path)) {
            carried.paths.insert(path);
        }
    }
    if content.service_list.is_empty() && !previous.service_list.is_empty() {
        carried.content.service_list = Arc::new(
            previous.service_list.iter().map(|(id, service)| (id.clone(), without_dossiers(service))).collect(),
        );
        carried.paths.insert(SERVICE_LIST.to_owned());
    }
    carried
}

/// Blanks these fields again.
pub fn uncarry(content: &mut Return, paths: &BTreeSet<String>) {
    for path in paths {
        if path == SERVICE_LIST {
            content.service_list = Arc::default();
        }
        match field(content, path) {
            Some(Field::Text(slot)) => slot.clear(),
            Some(Field::Date(slot)) => *slot = None,
            Some(Field::Decimal(slot)) => *slot = None,
            Some(Field::Answer(slot)) => *slot = None,
            Some(Field::Level(slot)) => *slot = None,
            Some(Field::TaskStatus(slot)) => *slot = None,
            Some(Field::GeneralStatus(slot)) => *slot = None,
            // A basis is never blank, and never carried.
            Some(Field::Basis(_)) | None => {}
        }
    }
}

/// The paths of what persists, as far as both returns have it.
fn persisting(registry: &Registry, content: &Return, previous: &Return) -> Vec<String> {
    let mut paths: Vec<String> = ["name", "title", "phone", "email"].map(|name| format!("/preparer/{name}")).to_vec();
    paths.extend(["name", "title"].map(|name| format!("/approver/{name}")));
    for (id, answer) in &content.general_tasks {
        let before = previous.general_tasks.get(id).and_then(|before| before.status);
        if goes_with(answer.status, before) {
            let names = ["status", "date", "document_number", "new_deadline"];
            paths.extend(names.map(|name| format!("/general_tasks/{id}/{name}")));
        }
        let tiers = ["departments", "districts", "communes"];
        paths.extend(tiers.map(|tier| format!("/general_tasks/{id}/units/{tier}/total")));
    }
    for (number, answer) in &content.tasks {
        let before = previous.tasks.get(number).and_then(|before| before.status);
        if goes_with(answer.status, before) {
            let names = ["status", "completed_on", "evidence", "new_deadline"];
            paths.extend(names.map(|name| format!("/tasks/{number}/{name}")));
        }
    }
    paths.extend(years_to_date(registry, content, previous));
    paths
}

/// Whether an earlier status, and the days and documents that go with it, may stand beside the one given anew.
fn goes_with<T: PartialEq>(now: Option<T>, before: Option<T>) -> bool {
    now.is_none() || now == before
}

/// The paths of counts since 1 January, where they go on from the earlier return: it is of the quarter just before, in
/// the same year, and counts since 1 January too.
fn years_to_date(registry: &Registry, content: &Return, previous: &Return) -> Vec<String> {
    let (now, before) = (content.period, previous.period);
    if now.previous() != before || now.year() != before.year() {
        return Vec::new();
    }
    let of_year = |of: &Return, id: &str| of.services.get(id).is_some_and(|count| count.basis == Basis::Year);
    let ids = registry.count.iter().filter(|count| count.basis == Basis::Year).map(|count| count.id.as_str());
    ids.filter(|id| of_year(content, id) && of_year(previous, id)).map(|id| format!("/services/{id}/answer")).collect()
}

/// Fills a blank field from another one of its kind; false where it was not blank, or nothing can be taken.
fn fill(from: Option<Field<'_>>, into: Option<Field<'_>>) -> bool {
    match (from, into) {
        (Some(Field::Text(from)), Some(Field::Text(into))) => {
            let wanted = into.is_empty() && !from.trim().is_empty();
            if wanted {
                into.clone_from(from);
            }
            wanted
        }
        (Some(Field::Date(from)), Some(Field::Date(into))) => fill_slot(from, into),
        (Some(Field::TaskStatus(from)), Some(Field::TaskStatus(into))) => fill_slot(from, into),
        (Some(Field::GeneralStatus(from)), Some(Field::GeneralStatus(into))) => fill_slot(from, into),
        // A count without data is asked about again.
        (Some(Field::Answer(from)), Some(Field::Answer(into))) if from.as_ref().and_then(Answer::number).is_some() => {
            fill_slot(from, into)
        }
        _ => false,
    }
}

fn fill_slot<T: Clone>(from: &Option<T>, into: &mut Option<T>) -> bool {
    let wanted = into.is_none() && from.is_some();
    if wanted {
        into.clone_from(from);
    }
    wanted
}

fn without_dossiers(service: &ListedService) -> ListedService {
    ListedService { received: None, resolved: None, ..service.clone() }
}
