//! The rule manual: every rule of the registry, with an example that breaks it and what is said then.

use super::places::document_name;
use super::{Language, Phrase, finding_message, phrases};
use crate::registry::{Example, Registry, RuleText, Scope, Severity};
use crate::rules::{Case, ExampleError, Fault, Finding, RuleSet, check, example, written_out};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

/// Why a rule's example cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManualError {
    /// The rule's name.
    pub rule: String,
    /// Why.
    pub code: ManualErrorCode,
}

/// What can be wrong with a rule's example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ManualErrorCode {
    /// The rule itself cannot be used.
    Rule(Vec<Fault>),
    /// The example is no return.
    Example(ExampleError),
    /// The rule has no failing example, or does not fire in it at its place.
    Silent,
}

impl fmt::Display for ManualError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.code {
            ManualErrorCode::Rule(faults) => write!(formatter, "{}: {faults:?}", self.rule),
            ManualErrorCode::Example(error) => write!(formatter, "{}: {error}", self.rule),
            ManualErrorCode::Silent => write!(formatter, "{}: manual/silent", self.rule),
        }
    }
}

impl std::error::Error for ManualError {}

const TITLE: Phrase = Phrase { vi: "Danh mục quy tắc", en: "The rules" };

const INTRO: Phrase = Phrase {
    vi: "Tệp này được lập từ `registry/rules.toml`, gồm {count} quy tắc. Lỗi (error) không cho ký; cảnh báo (warning) cần có lý do; lưu ý (note) chỉ để biết. Mỗi quy tắc có một ví dụ vi phạm: một báo cáo trống của cơ quan và quý đó với những ô như đã ghi.",
    en: "Written from `registry/rules.toml`: {count} rules. An error keeps the return from being signed, a warning wants a reason, a note is only said. Each rule has an example that breaks it: a blank return of that agency and quarter with the fields as given.",
};

const SOURCE: Phrase = Phrase { vi: "Căn cứ: {source}", en: "Source: {source}" };

const EXAMPLE: Phrase = Phrase {
    vi: "Ví dụ vi phạm ({agency}, {period}): {fields}",
    en: "Broken, for example ({agency}, {period}): {fields}",
};

const BLANK: Phrase = Phrase { vi: "báo cáo trống", en: "the blank return" };

const WITHOUT: Phrase = Phrase { vi: "không có `{path}`", en: "no `{path}`" };

const TODAY: Phrase = Phrase { vi: "kiểm tra ngày {day}", en: "checked on {day}" };

const BEFORE: Phrase =
    Phrase { vi: "báo cáo quý trước có {fields}", en: "the return of the quarter before has {fields}" };

const SAYS: Phrase = Phrase { vi: "Tại `{path}`: {message}", en: "At `{path}`: {message}" };

/// The rules under the headings of the return's parts, each with its failing example and the message that it gives.
pub fn rule_manual(registry: &Registry, language: Language) -> Result<String, ManualError> {
    let mut sections: BTreeMap<Section, Vec<&RuleText>> = BTreeMap::new();
    for rule in &registry.rule {
        sections.entry(Section::of(rule)).or_default().push(rule);
    }
    let count = registry.rule.len().to_string();
    let mut text = format!("# {}\n\n{}\n", TITLE.text(language), INTRO.with(language, &[("count", &count)]));
    for (section, rules) in sections {
        text += &format!("\n## {}\n", section.title().text(language));
        for rule in rules {
            text += &entry(registry, rule, language)?;
        }
    }
    Ok(text)
}

/// The parts of the return by which the manual is ordered.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Section {
    Heading,
    Texts,
    GeneralTasks,
    Units,
    Tasks,
    Services,
    ServiceList,
    Indicators,
    Difficulties,
}

impl Section {
    /// Where a rule belongs: by what it speaks of, and a rule of the whole return by the field that it marks first.
    fn of(rule: &RuleText) -> Self {
        match rule.scope {
            Scope::Heading => Self::Heading,
            Scope::Text => Self::Texts,
            Scope::GeneralTask => Self::GeneralTasks,
            Scope::Units => Self::Units,
            Scope::Task => Self::Tasks,
            Scope::Count => Self::Services,
            Scope::Indicator => Self::Indicators,
            Scope::Service => Self::ServiceList,
            Scope::Return => Self::of_path(rule.marks.first().map(String::as_str).unwrap_or_default()),
        }
    }

    fn of_path(path: &str) -> Self {
        match path.trim_start_matches('/').split('/').next().unwrap_or_default() {
            "general_tasks" => Self::GeneralTasks,
            "tasks" => Self::Tasks,
            "services" => Self::Services,
            "service_list" => Self::ServiceList,
            "indicators" => Self::Indicators,
            "difficulties" | "proposals" => Self::Difficulties,
            _ => Self::Heading,
        }
    }

    fn title(self) -> Phrase {
        match self {
            Self::Heading => phrases::SECTION_HEADING,
            Self::Texts => Phrase { vi: "Các ô chữ", en: "Texts" },
            Self::GeneralTasks => phrases::SECTION_GENERAL_TASKS,
            Self::Units => Phrase { vi: "Đơn vị đã kết nối", en: "Connected units" },
            Self::Tasks => phrases::SECTION_TASKS,
            Self::Services => Phrase { vi: "Số dịch vụ và hồ sơ", en: "Counts of services and dossiers" },
            Self::ServiceList => {
                Phrase { vi: "Danh mục dịch vụ của cơ quan", en: "The agency's own service list" }
            }
            Self::Indicators => phrases::SECTION_INDICATORS,
            Self::Difficulties => phrases::SECTION_DIFFICULTIES,
        }
    }
}

fn entry(registry: &Registry, rule: &RuleText, language: Language) -> Result<String, ManualError> {
    let (broken, finding) = broken(registry, rule)?;
    let (demand, translated) = match language {
        Language::Vietnamese => (&rule.demand.vi, &rule.demand.en),
        Language::English => (&rule.demand.en, &rule.demand.vi),
    };
    let source = format!("{}, {}", document_name(registry, &rule.source, language), rule.source.place);
    let message = finding_message(&finding, Some(rule), language);
    let lines = [
        SOURCE.with(language, &[("source", &source)]),
        example_text(registry, broken, language),
        SAYS.with(language, &[("path", finding.place()), ("message", &message)]),
    ];
    let (id, severity) = (&rule.id, severity_name(rule.severity).text(language));
    Ok(format!("\n### {id}\n\n**{severity}.** {demand} *{translated}*\n\n- {}\n", lines.join("\n- ")))
}

fn severity_name(severity: Severity) -> Phrase {
    match severity {
        Severity::Error => Phrase { vi: "Lỗi", en: "Error" },
        Severity::Warning => phrases::WARNING,
        Severity::Note => phrases::NOTE,
    }
}

/// The rule's first failing example, and what is found in it.
fn broken<'a>(registry: &Registry, rule: &'a RuleText) -> Result<(&'a Example, Finding), ManualError> {
    let fail = |code| ManualError { rule: rule.id.clone(), code };
    let rules = RuleSet::compile(std::slice::from_ref(rule)).map_err(|faults| fail(ManualErrorCode::Rule(faults)))?;
    let broken = rule.fails.first().ok_or_else(|| fail(ManualErrorCode::Silent))?;
    let (content, previous) = example(registry, broken).map_err(|error| fail(ManualErrorCode::Example(error)))?;
    let due = registry.period(broken.period).map(|facts| facts.due);
    let today = broken.today.or(due).ok_or_else(|| fail(ManualErrorCode::Silent))?;
    let case = Case { registry, content: &content, previous: previous.as_ref(), today };
    let at = |finding: &Finding| finding.rule == rule.id && broken.at.as_deref().is_none_or(|at| at == finding.place());
    let finding = check(&rules, case).into_iter().find(at).ok_or_else(|| fail(ManualErrorCode::Silent))?;
    Ok((broken, finding))
}

fn example_text(registry: &Registry, example: &Example, language: Language) -> String {
    let mut parts = fields(&example.set);
    parts.extend(example.without.iter().map(|path| WITHOUT.with(language, &[("path", path)])));
    if parts.is_empty() {
        parts.push(BLANK.text(language).to_owned());
    }
    if let Some(previous) = &example.previous {
        let fields = Some(fields(previous).join("; ")).filter(|text| !text.is_empty());
        let fields = fields.unwrap_or_else(|| BLANK.text(language).to_owned());
        parts.push(BEFORE.with(language, &[("fields", &fields)]));
    }
    parts.extend(example.today.map(|day| TODAY.with(language, &[("day", &day.vietnamese())])));
    let agency = registry.agency(&example.agency).map(|agency| match language {
        Language::Vietnamese => agency.name.as_str(),
        Language::English => agency.name_en.as_str(),
    });
    let values = [
        ("agency", agency.unwrap_or(example.agency.as_str())),
        ("period", &example.period.to_string()),
        ("fields", &parts.join("; ")),
    ];
    EXAMPLE.with(language, &values)
}

/// What the fields hold, as the return's file writes it.
fn fields(set: &BTreeMap<String, Value>) -> Vec<String> {
    set.iter().map(|(path, value)| format!("`{path}` = `{}`", quoted(value))).collect()
}

/// The value in JSON: a long text is cut; control characters, and marks that stand apart from their letters, are shown
/// by their codes.
fn quoted(value: &Value) -> String {
    let text: String = written_out(value).to_string().replace('`', "'");
    let mut shown: String = text.chars().take(MOST_SHOWN).map(visible).collect();
    if text.chars().count() > MOST_SHOWN {
        shown.push('…');
    }
    shown
}

fn visible(letter: char) -> String {
    if COMBINING.contains(&letter) { format!("\\u{:04x}", u32::from(letter)) } else { letter.to_string() }
}

/// Combining diacritical marks (Unicode block 0300–036F): whoever reads the manual would not see them.
const COMBINING: std::ops::RangeInclusive<char> = '\u{300}'..='\u{36f}';

/// So many characters of a value are shown at most.
const MOST_SHOWN: usize = 120;
