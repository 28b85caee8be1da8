//! What the things of a registry and their members are called.

use crate::registry::{Change, Kind, Registry};
use crate::text::command::{agency_name, quarter_name};
use crate::text::phrase::{Language, Phrase};

/// A changed thing's name; with its words where they tell what it is.
pub(super) fn named(change: &Change, registry: &Registry, in_full: bool, language: Language) -> String {
    let id = change.id.as_str();
    let (name, words) = match change.kind {
        Kind::Registry => (REGISTRY.text(language).to_owned(), None),
        Kind::Period => (id.parse().map_or(id.to_owned(), |period| quarter_name(period, language)), None),
        Kind::Agency => (agency_name(registry, &id.into(), language), None),
        Kind::GeneralTask => {
            let task = registry.general_task(&id.into());
            (GENERAL_TASK.with(language, &[("id", id)]), task.map(|task| task.text.text(language)))
        }
        Kind::Task => task(registry, id, language),
        Kind::Indicator => {
            let indicator = registry.indicator(&id.into());
            (INDICATOR.with(language, &[("id", id)]), indicator.map(|of| of.label.text(language)))
        }
        Kind::Count => {
            let count = registry.count(&id.into());
            (COUNT.with(language, &[("id", id)]), count.map(|count| count.label.text(language)))
        }
        Kind::Field => (FIELD.with(language, &[("id", id)]), None),
        Kind::Rule => (RULE.with(language, &[("id", id)]), registry.rule(id).map(|rule| rule.demand.text(language))),
        Kind::Document => {
            let document = registry.document(&id.into());
            (DOCUMENT.with(language, &[("id", id)]), document.map(|document| document.title.text(language)))
        }
        Kind::Printed => (PRINTED_LIST.with(language, &[("id", id)]), None),
    };
    match words.filter(|_| in_full) {
        Some(words) => format!("{name}: {}", words.trim_end_matches('.')),
        None => name,
    }
}

fn task<'a>(registry: &'a Registry, id: &str, language: Language) -> (String, Option<&'a str>) {
    match registry.task(&id.into()) {
        Some(task) => {
            let agency = agency_name(registry, &task.agency, language);
            (TASK.with(language, &[("id", id), ("agency", &agency)]), Some(task.text.as_str()))
        }
        None => (id.to_owned(), None),
    }
}

const REGISTRY: Phrase = Phrase { vi: "Danh mục", en: "The registry" };
const GENERAL_TASK: Phrase = Phrase { vi: "nhiệm vụ chung {id}", en: "general task {id}" };
const TASK: Phrase = Phrase { vi: "nhiệm vụ {id} ({agency})", en: "task {id} ({agency})" };
const INDICATOR: Phrase = Phrase { vi: "chỉ tiêu {id}", en: "indicator {id}" };
const COUNT: Phrase = Phrase { vi: "số liệu {id}", en: "count {id}" };
const FIELD: Phrase = Phrase { vi: "hướng dẫn cho ô {id}", en: "guidance for the field {id}" };
const RULE: Phrase = Phrase { vi: "quy tắc {id}", en: "rule {id}" };
const DOCUMENT: Phrase = Phrase { vi: "văn bản {id}", en: "document {id}" };
const PRINTED_LIST: Phrase = Phrase { vi: "bảng {id}", en: "table {id}" };

/// What is said above the changes of one list.
pub(super) fn kind_heading(kind: Kind) -> Phrase {
    let (vi, en) = match kind {
        Kind::Registry => ("Danh mục", "The registry"),
        Kind::Period => ("Các quý", "Quarters"),
        Kind::Agency => ("Cơ quan", "Agencies"),
        Kind::GeneralTask => ("Nhiệm vụ chung", "General tasks"),
        Kind::Task => ("Nhiệm vụ cụ thể", "Assigned tasks"),
        Kind::Indicator => ("Chỉ tiêu", "Indicators"),
        Kind::Count => ("Số liệu dịch vụ công", "Counts of services"),
        Kind::Field => ("Hướng dẫn điền", "Guidance"),
        Kind::Rule => ("Quy tắc kiểm tra", "Rules"),
        Kind::Document => ("Văn bản nguồn", "Source documents"),
        Kind::Printed => ("Số liệu đã in, dùng để so sánh", "Printed figures, for comparison"),
    };
    Phrase { vi, en }
}

/// What a member is called; none where it has no name of its own.
pub(super) fn member_name(member: &str) -> Option<Phrase> {
    MEMBERS.iter().find(|(name, ..)| *name == member).map(|(_, vi, en)| Phrase { vi, en })
}

const MEMBERS: [(&str, &str, &str); 55] = [
    ("version", "phiên bản", "the version"),
    ("cut_off", "ngày chốt số liệu", "the cut-off day"),
    ("due", "hạn gửi báo cáo", "the due day"),
    ("printed", "lời trong văn bản", "the document's words"),
    ("source", "nguồn", "the source"),
    ("also", "nguồn khác", "other sources"),
    ("name", "tên", "the name"),
    ("name_en", "tên tiếng Anh", "the English name"),
    ("kind", "loại cơ quan", "the kind of agency"),
    ("order", "thứ tự", "the order"),
    ("aliases", "cách viết khác", "other spellings"),
    ("gso", "mã tỉnh", "the province's code"),
    ("mark", "ký hiệu văn bản", "the letters of its documents"),
    ("text", "nội dung", "the text"),
    ("evidence", "minh chứng phải có", "the evidence that is asked for"),
    ("since", "quý bắt đầu báo cáo", "the first quarter"),
    ("deadline", "thời hạn", "the deadline"),
    ("deadline_printed", "lời văn của thời hạn", "the deadline's words"),
    ("deadline_for_kinds", "loại cơ quan có thời hạn này", "the kinds of agency with this deadline"),
    ("own_deadlines", "thời hạn riêng của từng cơ quan", "deadlines of single agencies"),
    ("owed_by_kinds", "loại cơ quan phải làm", "the kinds of agency that owe it"),
    ("owed_by", "cơ quan phải làm", "the agencies that owe it"),
    ("not_owed_by", "cơ quan không phải làm", "the agencies that do not owe it"),
    ("answered_in", "nơi báo cáo thay", "where it is answered instead"),
    ("exempt", "cơ quan được miễn", "the agencies that are excepted"),
    ("agency", "cơ quan thực hiện", "the agency"),
    ("status", "tình trạng đã in", "the printed status"),
    ("status_printed", "lời văn của tình trạng", "the status's words"),
    ("task", "nhiệm vụ", "the task"),
    ("label", "tên gọi", "the label"),
    ("unit", "đơn vị tính", "the unit"),
    ("target", "mục tiêu", "the target"),
    ("target_printed", "lời văn của mục tiêu", "the target's words"),
    ("measured", "kết quả đã in", "the printed measurements"),
    ("group", "nhóm", "the group"),
    ("level", "mức độ dịch vụ", "the level"),
    ("basis", "kỳ số liệu", "the time that it speaks of"),
    ("help", "giải thích", "the explanation"),
    ("meaning", "điều được hỏi", "what is meant"),
    ("whose", "nơi có số liệu", "whose figure it is"),
    ("example", "ví dụ", "the example"),
    ("severity", "mức độ", "the severity"),
    ("for", "phạm vi", "what it speaks of"),
    ("needs", "ô phải điền trước", "the fields that are needed"),
    ("when", "điều kiện áp dụng", "the condition"),
    ("assert", "điều phải đạt", "what must hold"),
    ("marks", "ô được đánh dấu", "the fields that are marked"),
    ("values", "giá trị trong thông báo", "the values of its message"),
    ("message", "thông báo", "the message"),
    ("demand", "yêu cầu", "the demand"),
    ("passes", "ví dụ đạt", "the examples that pass"),
    ("fails", "ví dụ không đạt", "the examples that fail"),
    ("number", "số hiệu", "the number"),
    ("title", "trích yếu", "the title"),
    ("date", "ngày", "the date"),
];
