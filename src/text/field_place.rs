//! Where a field of a return is, in words: `Nhiệm vụ 3.2 · Ngày hoàn thành`.

use super::fields::{label, unit_name};
use super::phrase::Language;
use super::phrases;
use crate::quarterly::{Return, Section};
use crate::registry::{Bilingual, CountId, GeneralTaskId, IndicatorId, Registry};

/// So many letters of a general task's words name it.
const MOST_NAMED: usize = 80;

/// A section's heading.
pub fn section_name(section: Section, language: Language) -> &'static str {
    let phrase = match section {
        Section::Heading => phrases::SECTION_HEADING,
        Section::GeneralTasks => phrases::SECTION_GENERAL_TASKS,
        Section::Tasks => phrases::SECTION_TASKS,
        Section::Services => phrases::SECTION_SERVICES,
        Section::Dossiers => phrases::SECTION_DOSSIERS,
        Section::ServiceList => phrases::SECTION_SERVICE_LIST,
        Section::Indicators => phrases::SECTION_INDICATORS,
        Section::Difficulties => phrases::SECTION_DIFFICULTIES,
    };
    phrase.text(language)
}

/// Where a field of this return is, in words; the section where a path names no field.
pub fn field_place(registry: &Registry, of: &Return, path: &str, language: Language) -> String {
    let segments: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    if let ["answers", key, ..] = segments.as_slice() {
        return answer_name(key, language);
    }
    let words = |text: Option<&Bilingual>| text.map(|text| text.text(language).to_owned()).unwrap_or_default();
    let row = match segments.as_slice() {
        ["service_list", id, ..] => listed(of, id, language),
        ["tasks", number, ..] => phrases::TASK_NUMBER.with(language, &[("number", number)]),
        ["general_tasks", id, ..] => general_task(registry, of, &GeneralTaskId::from(*id), language),
        ["services", id, ..] => words(registry.count(&CountId::from(*id)).map(|count| &count.label)),
        ["indicators", id, ..] => words(registry.indicator(&IndicatorId::from(*id)).map(|of| &of.label)),
        _ => String::new(),
    };
    let name = if segments.last() == Some(&"answer") { "" } else { label(path).text(language) };
    let name = match segments.as_slice() {
        [.., "units", tier, _] | [.., "units", tier, _, "no_data"] => of_tier(tier, path, language),
        _ => name.to_owned(),
    };
    if row.is_empty() && name.is_empty() {
        return section_name(Section::of_path(path), language).to_owned();
    }
    [row, name].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// An answer by its key, where the slip is not at hand: the question's number and the beginning of the slip's id.
pub fn answer_name(key: &str, language: Language) -> String {
    let (slip, number) = key.split_once('.').unwrap_or_default();
    let slip = slip.get(..8).unwrap_or(slip);
    phrases::QUESTION_OF_UNKNOWN.with(language, &[("number", number), ("slip", slip)])
}

/// A general task under the number by which its section shows it, and the beginning of its words.
fn general_task(registry: &Registry, of: &Return, id: &GeneralTaskId, language: Language) -> String {
    let tasks = registry.general_tasks_of(&of.agency, of.period);
    let found = tasks.iter().enumerate().find(|(_, task)| task.id == *id);
    let named = found.map(|(index, task)| format!("{}. {}", index + 1, task.text.text(language)));
    named.map(|named| shortened(&named, MOST_NAMED)).unwrap_or_default()
}

/// A row of the service list, with the service's code where it has one.
fn listed(of: &Return, id: &str, language: Language) -> String {
    let row = phrases::LIST_ROW.with(language, &[("number", id.trim_start_matches('0'))]);
    let code = of.service_list.get(id).map(|service| service.code.as_str()).unwrap_or_default();
    if code.is_empty() { row } else { format!("{row} ({code})") }
}

/// The text, or as many of its words as have so many letters, and an ellipsis.
fn shortened(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let (kept, _) = text.split_at(end);
    let whole = kept.rsplit_once(' ').map_or(kept, |(words, _)| words);
    format!("{}…", whole.trim_end_matches([' ', ',', ';', ':', '.']))
}

/// A field of one tier's units: `Sở, ban, ngành: số đã kết nối`.
fn of_tier(tier: &str, path: &str, language: Language) -> String {
    format!("{}: {}", unit_name(tier, language), label(path).text(language).to_lowercase())
}
