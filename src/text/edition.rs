//! What a new registry changes, in words, and who issued it.

use super::command::quarter_name;
use super::fields::{basis_name, task_status_name};
use super::lint::{registry_fault, rule_fault};
use super::phrase::{Language, Phrase};
use crate::collect::{Edition, EditionRefusal, Issuer};
use crate::registry::{Basis, Change, Kind, Registry, Severity, TaskStatus, What, typed};
use crate::signing::{Verdict, fingerprint};
use crate::vietnamese::{Date, count_text};
use serde_json::Value;

mod names;

use names::{kind_heading, member_name, named};

/// A registry by its name and version.
pub fn registry_name(registry: &Registry) -> String {
    format!("{} {}", registry.registry.id, registry.registry.version)
}

/// Who issued a registry, and when: a sentence.
pub fn edition_issuer(edition: &Edition, language: Language) -> String {
    let values = [("name", edition.issuer.name.as_str()), ("date", &edition.issued.vietnamese())];
    ISSUED_BY.with(language, &values)
}

const ISSUED_BY: Phrase = Phrase { vi: "Do {name} ban hành ngày {date}.", en: "Issued by {name} on {date}." };

/// What is to be thought of a registry's signature, with the fingerprint of the key.
pub fn edition_signature(verdict: &Verdict, issuer: &Issuer, language: Language) -> String {
    let why = super::signing_message(verdict.code(), language);
    let phrase = match verdict {
        Verdict::Valid { .. } => SIGNED,
        Verdict::Broken { .. } => BROKEN,
        _ => NOT_SIGNED,
    };
    let fingerprint = fingerprint(&issuer.key.thumbprint());
    phrase.with(language, &[("fingerprint", fingerprint.as_str()), ("why", &why)])
}

const SIGNED: Phrase = Phrase {
    vi: "Chữ ký khớp với khóa có mã đối chiếu {fingerprint}.",
    en: "The signature fits the key with the fingerprint {fingerprint}.",
};
const BROKEN: Phrase = Phrase {
    vi: "Chữ ký của danh mục không khớp: danh mục đã bị sửa sau khi ký.",
    en: "The registry's signature does not fit: the registry was changed after signing.",
};
const NOT_SIGNED: Phrase = Phrase { vi: "Chữ ký của danh mục: {why}", en: "The registry's signature: {why}" };

/// A registry's file that bears not exactly one signature.
pub fn edition_unsigned(language: Language) -> &'static str {
    UNSIGNED.text(language)
}

const UNSIGNED: Phrase = Phrase {
    vi: "Danh mục không có đúng một chữ ký.",
    en: "The registry does not bear exactly one signature.",
};

/// A registry with faults is not signed.
pub fn edition_unfit(language: Language) -> &'static str {
    UNFIT.text(language)
}

const UNFIT: Phrase = Phrase {
    vi: "Chưa ký: sửa hết các chỗ trên rồi ký lại.",
    en: "It was not signed: mend all of this first.",
};

/// A registry was signed and written to the file of this name.
pub fn edition_signed(edition: &Edition, file: &str, language: Language) -> String {
    let (registry, key) = (registry_name(&edition.content), fingerprint(&edition.issuer.key.thumbprint()));
    let values = [("registry", registry.as_str()), ("name", &edition.issuer.name), ("file", file), ("key", &key)];
    WRITTEN.with(language, &values)
}

const WRITTEN: Phrase = Phrase {
    vi: "Đã ký danh mục {registry} với tên {name}, ghi vào {file}. Mã đối chiếu của khóa: {key}.",
    en: "The registry {registry} was signed by {name} and written to {file}. Fingerprint of the key: {key}.",
};

/// Why a registry is not taken into use.
pub fn edition_refusal(refusal: &EditionRefusal, language: Language) -> String {
    let (phrase, value) = match refusal {
        EditionRefusal::OtherRegistry(id) => (OTHER_REGISTRY, id.clone()),
        EditionRefusal::Same(version) => (IN_USE_ALREADY, version.clone()),
        EditionRefusal::SameVersion(version) => (SAME_VERSION, version.clone()),
        EditionRefusal::Older(version) => (OLDER, version.clone()),
        EditionRefusal::Faulty(fault) => (FAULTY, registry_fault(fault, language)),
        EditionRefusal::Rule(fault) => (FAULTY, rule_fault(fault, language)),
    };
    phrase.with(language, &[("value", value.trim_end_matches('.'))])
}

const OTHER_REGISTRY: Phrase = Phrase {
    vi: "Đây là danh mục {value}, không phải danh mục của trang này.",
    en: "It is the registry {value}, not the one of this page.",
};
const IN_USE_ALREADY: Phrase =
    Phrase { vi: "Danh mục {value} này đang được dùng.", en: "This registry {value} is in use already." };
const SAME_VERSION: Phrase = Phrase {
    vi: "Nội dung khác danh mục đang dùng nhưng cùng phiên bản {value}. Hỏi lại nơi ban hành.",
    en: "It differs from the registry in use but has the same version {value}. Ask who issued it.",
};
const OLDER: Phrase = Phrase {
    vi: "Phiên bản {value} cũ hơn danh mục đang dùng. Muốn dùng bản cũ, trước hết quay về danh mục của trang.",
    en: "Its version {value} is older than the registry in use. To use an older one, first go back to the page's own.",
};
const FAULTY: Phrase = Phrase {
    vi: "Danh mục có chỗ sai ({value}). Báo lại nơi ban hành.",
    en: "The registry has a fault ({value}). Tell who issued it.",
};

/// How many changes there are between two registries.
pub fn changes_summary(old: &Registry, new: &Registry, changes: usize, language: Language) -> String {
    let phrase = if changes == 0 { SAME } else { CHANGES };
    let (old, new, count) = (registry_name(old), registry_name(new), count(changes));
    phrase.with(language, &[("old", &old), ("new", &new), ("count", &count)])
}

const SAME: Phrase = Phrase { vi: "{old} và {new} như nhau.", en: "{old} and {new} are the same." };
const CHANGES: Phrase =
    Phrase { vi: "Từ {old} đến {new}: {count} thay đổi.", en: "From {old} to {new}: {count} changes." };

fn count(number: usize) -> String {
    count_text(i64::try_from(number).unwrap_or(i64::MAX))
}

/// What is said above the changes of one list.
pub fn change_heading(kind: Kind, language: Language) -> &'static str {
    kind_heading(kind).text(language)
}

/// One change between two registries, in a sentence.
pub fn change_text(change: &Change, old: &Registry, new: &Registry, language: Language) -> String {
    let says = change_words(change, old, new, language);
    let mut letters = says.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn change_words(change: &Change, old: &Registry, new: &Registry, language: Language) -> String {
    let said = |phrase: Phrase, values: &[(&str, &str)]| phrase.with(language, values);
    match &change.what {
        What::Added => said(ADDED, &[("thing", &named(change, new, true, language))]),
        What::Removed => said(REMOVED, &[("thing", &named(change, old, true, language))]),
        What::Order => said(ORDER, &[]),
        What::Rows { added, removed } => {
            let thing = named(change, new, false, language);
            said(ROWS, &[("thing", &thing), ("added", &count(*added)), ("removed", &count(*removed))])
        }
        What::Became { member, from, to } => {
            let thing = named(change, new, false, language);
            let name = member_name(member).map_or(member.as_str(), |name| name.text(language));
            let (from, to) =
                (value_text(change.kind, member, from, language), value_text(change.kind, member, to, language));
            let phrase = became(from.as_deref(), to.as_deref());
            let (from, to) = (from.unwrap_or_default(), to.unwrap_or_default());
            said(phrase, &[("thing", &thing), ("member", name), ("from", &from), ("to", &to)])
        }
    }
}

/// How a change from one value to another is said; none is a value too long to be told.
fn became(from: Option<&str>, to: Option<&str>) -> Phrase {
    match (from, to) {
        (Some(""), Some(to)) if !to.is_empty() => NOW,
        (Some(from), Some("")) if !from.is_empty() => NO_MORE,
        (Some(from), Some(to)) if from != to => BECAME,
        _ => OTHERWISE,
    }
}

const ADDED: Phrase = Phrase { vi: "Thêm {thing}.", en: "New: {thing}." };
const REMOVED: Phrase = Phrase { vi: "Bỏ {thing}.", en: "Gone: {thing}." };
const ORDER: Phrase =
    Phrase { vi: "Chỉ đổi thứ tự trong danh mục.", en: "Only the order of a list was changed." };
const ROWS: Phrase = Phrase {
    vi: "{thing}: thêm {added} dòng, bỏ {removed} dòng.",
    en: "{thing}: {added} rows are new, {removed} are gone.",
};
const BECAME: Phrase = Phrase {
    vi: "{thing}: {member} đổi từ “{from}” thành “{to}”.",
    en: "{thing}: {member} changed from “{from}” to “{to}”.",
};
const NOW: Phrase = Phrase { vi: "{thing}: {member} nay là “{to}”.", en: "{thing}: {member} is now “{to}”." };
const NO_MORE: Phrase =
    Phrase { vi: "{thing}: không còn {member} “{from}”.", en: "{thing}: {member} “{from}” is no more." };
const OTHERWISE: Phrase = Phrase { vi: "{thing}: đã sửa {member}.", en: "{thing}: {member} was changed." };

/// A member's value as people read it, empty where there is none; nothing for what is no short text.
fn value_text(kind: Kind, member: &str, value: &Value, language: Language) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(text) => Some(word_text(kind, member, text, language)),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(list) => {
            let texts: Option<Vec<&str>> = list.iter().map(Value::as_str).collect();
            texts.map(|texts| texts.join(", "))
        }
        Value::Object(table) if table.len() == 2 => table.get(language.tag())?.as_str().map(str::to_owned),
        _ => None,
    }
}

fn word_text(kind: Kind, member: &str, text: &str, language: Language) -> String {
    let word = |value: &str| Value::String(value.to_owned());
    match (kind, member) {
        (Kind::Rule, "severity") => {
            let severity = typed::<Severity>(&word(text)).ok();
            severity.map_or(text.to_owned(), |severity| severity_word(severity).text(language).to_owned())
        }
        (Kind::Task, "status") => {
            let status = typed::<TaskStatus>(&word(text)).ok();
            status.map_or(text.to_owned(), |status| task_status_name(status, language).to_owned())
        }
        (Kind::Count, "basis") => {
            let basis = typed::<Basis>(&word(text)).ok();
            basis.map_or(text.to_owned(), |basis| basis_name(basis, language).to_owned())
        }
        (_, "since") => text.parse().map_or(text.to_owned(), |period| quarter_name(period, language)),
        _ => Date::parse_iso(text).map_or_else(|_| text.to_owned(), Date::vietnamese),
    }
}

fn severity_word(severity: Severity) -> Phrase {
    let (vi, en) = match severity {
        Severity::Error => ("lỗi", "error"),
        Severity::Warning => ("cảnh báo", "warning"),
        Severity::Note => ("lưu ý", "note"),
    };
    Phrase { vi, en }
}
