use super::group::Groups;
use super::review::{Answered, ReviewGroup, ReviewLine};
use super::{SaidView, WarningView, field_id};
use crate::quarterly::{Answer, ListedService, Return, SERVICE_LIST};
use crate::registry::{ServiceId, Severity};
use crate::rules::Finding;
use crate::session::rows::COLUMNS;
use crate::session::{ReadList, RowFault, State};
use crate::text::{finding_message, label, phrases};
use crate::vietnamese::{Date, count_text};
use std::collections::BTreeMap;

/// So many places that cannot be read stand open; more are folded away.
const FEW_FAULTS: usize = 20;

/// So many are told in all: whoever has more mends a column at a time, and the page stays quick.
const MOST_FAULTS: usize = 1_000;

/// The service list, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct ListView {
    /// What is pasted.
    pub pasted: String,
    /// What a new list would replace, in words; empty where there is none.
    pub will_replace: String,
    /// What cannot be read of a list that was not taken.
    pub faults: Option<ListFaults>,
    /// The button that brings the list before back, where there is one.
    pub restore: Option<String>,
    /// The list's heading.
    pub title: String,
    /// The sums by level; none without a list.
    pub sums: Vec<SumRow>,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// Its first rows.
    pub rows: Vec<ListRow>,
    /// How many rows are shown, in words, where that is not all.
    pub shown: String,
    /// The button that shows more rows, where there are more.
    pub more: Option<String>,
}

/// What cannot be read of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListFaults {
    /// How much.
    pub title: String,
    /// The first places, each with what is there and what is wanted.
    pub lines: Vec<String>,
    /// How many more there are, in words; empty where there are none.
    pub more: String,
    /// Those, to be folded away.
    pub folded: Vec<String>,
    /// The button that takes the other rows, where there are any.
    pub take_readable: Option<String>,
}

/// One level's sums, beside what was counted in the sections before.
#[derive(Clone, Debug, PartialEq)]
pub struct SumRow {
    /// The level, or that none is given.
    pub level: String,
    /// Services, dossiers received, dossiers resolved.
    pub cells: [SumCell; 3],
}

/// One sum.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SumCell {
    /// The sum; a dash where nothing can be added.
    pub sum: String,
    /// What was not added, and what was counted in the sections before.
    pub beside: Vec<String>,
    /// Whether the sum and the count differ.
    pub differs: bool,
}

/// One service.
#[derive(Clone, Debug, PartialEq)]
pub struct ListRow {
    /// Its name in the document.
    pub id: String,
    /// Its place, from 1, by which findings name it.
    pub place: String,
    /// Its cells, in the order of the columns after the place.
    pub cells: Vec<ListCell>,
    /// What is wrong in it, each with its field.
    pub errors: Vec<(String, SaidView)>,
    /// Warnings in it, each with its field.
    pub warnings: Vec<(String, WarningView)>,
    /// Notes in it, each with its field.
    pub notes: Vec<(String, SaidView)>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub struct ListCell {
    /// Its name in the document.
    pub id: String,
    /// What stands in it.
    pub text: String,
    /// Whether something is wrong with it.
    pub wrong: bool,
    /// Whether it is a number.
    pub number: bool,
}

/// The list as it is now.
pub(super) fn list(groups: &Groups<'_>) -> ListView {
    let (state, services) = (groups.state, &groups.draft.content.service_list);
    let language = state.language;
    let count = number(services.len());
    let counted = [("count", count.as_str())];
    let shown = state.list.shown.min(services.len());
    let left = services.len() - shown;
    let none = services.is_empty();
    ListView {
        pasted: state.list.pasted.clone(),
        will_replace: if none { String::new() } else { phrases::LIST_WILL_REPLACE.with(language, &counted) },
        faults: state.list.read.as_ref().map(|read| faults(state, read)),
        restore: state
            .list
            .former
            .as_ref()
            .map(|former| phrases::LIST_RESTORE.with(language, &[("count", &number(former.rows.len()))])),
        title: if none { state.say(phrases::LIST_NONE) } else { phrases::LIST_NOW.with(language, &counted) },
        sums: sums(state, &groups.draft.content),
        columns: [state.say(phrases::LIST_LINE)]
            .into_iter()
            .chain(COLUMNS.iter().map(|(name, _)| column(state, name)))
            .collect(),
        rows: rows(groups, shown),
        shown: if left == 0 {
            String::new()
        } else {
            phrases::LIST_SHOWN.with(language, &[("shown", &number(shown)), ("count", &count)])
        },
        more: (left > 0).then(|| phrases::LIST_MORE.with(language, &[("count", &number(left.min(100)))])),
    }
}

/// The list as the review shows it: how many services at each level, with their dossiers.
pub(super) fn list_answers(state: &State) -> ReviewGroup {
    let content = state.draft.as_ref().map(|draft| &draft.content);
    let sums = content.map(|content| sums(state, content)).unwrap_or_default();
    let line = |label: String, value: String, state: Answered| ReviewLine { label, value, state };
    let names = [phrases::LIST_SERVICES, phrases::LIST_RECEIVED, phrases::LIST_RESOLVED].map(|name| state.say(name));
    let mut lines: Vec<ReviewLine> = Vec::new();
    for row in &sums {
        let said = names.iter().zip(&row.cells).map(|(name, cell)| format!("{name}: {}", cell.sum));
        let label = format!("{} {}", state.say(phrases::LIST_LEVEL), row.level.to_lowercase());
        lines.push(line(label, said.collect::<Vec<_>>().join("; "), Answered::Yes));
    }
    if lines.is_empty() {
        lines.push(line(state.say(phrases::LIST_SERVICES), state.say(phrases::LEFT_BLANK), Answered::LeftBlank));
    }
    ReviewGroup { path: SERVICE_LIST.to_owned(), title: String::new(), text: String::new(), lines }
}

fn faults(state: &State, read: &ReadList) -> ListFaults {
    let language = state.language;
    let more = |told: usize| {
        let left = read.faults.len().saturating_sub(told);
        (left > 0).then(|| phrases::LIST_FAULTS_MORE.with(language, &[("count", &number(left))]))
    };
    let told = read.faults.iter().take(MOST_FAULTS).map(|fault| fault_line(state, fault));
    let mut lines: Vec<String> = told.chain(more(MOST_FAULTS)).collect();
    let folded = lines.split_off(lines.len().min(FEW_FAULTS));
    let readable = number(read.rows.len());
    ListFaults {
        title: phrases::LIST_FAULTS.with(language, &[("faults", &number(read.faults.len()))]),
        lines,
        more: more(FEW_FAULTS).unwrap_or_default(),
        folded,
        take_readable: (!read.rows.is_empty())
            .then(|| phrases::LIST_TAKE_READABLE.with(language, &[("count", &readable)])),
    }
}

/// `Dòng 5, cột mức độ: Đang ghi là “5”. Mức độ là 1, 2, 3 hoặc 4.`
fn fault_line(state: &State, fault: &RowFault) -> String {
    let name = fault.finding.place().rsplit('/').next().unwrap_or_default();
    let says = finding_message(&fault.finding, None, state.language);
    let (line, column) = (fault.line.to_string(), column(state, name).to_lowercase());
    let phrase = if column.is_empty() { phrases::LIST_FAULT_ROW } else { phrases::LIST_FAULT };
    phrase.with(state.language, &[("line", &line), ("column", &column), ("says", &says)])
}

fn column(state: &State, name: &str) -> String {
    label(&format!("{SERVICE_LIST}/row/{name}")).text(state.language).to_owned()
}

fn number(of: usize) -> String {
    count_text(i64::try_from(of).unwrap_or(i64::MAX))
}

/// The sums by level, those without a level last; none without a list.
fn sums(state: &State, content: &Return) -> Vec<SumRow> {
    let listed = |level: Option<i64>| content.service_list.values().filter(move |service| service.level == level);
    let levels = (1..=4).map(Some).chain([None]);
    let levels =
        levels.filter(|level| !content.service_list.is_empty() && (level.is_some() || listed(None).next().is_some()));
    let counted = |id: String| content.services.get(id.as_str()).and_then(|count| count.answer.as_ref()?.number());
    let row = |level: Option<i64>| {
        let services = i64::try_from(listed(level).count()).unwrap_or(i64::MAX);
        let beside = |id: &str| level.map(|level| counted(id.replace('N', &level.to_string())));
        let dossiers = |id: &str, of: fn(&ListedService) -> &Option<Answer>| {
            let known: Vec<i64> = listed(level).filter_map(|service| of(service).as_ref()?.number()).collect();
            let missing = listed(level).count() - known.len();
            let sum = (!known.is_empty()).then(|| known.iter().fold(0, |sum: i64, next| sum.saturating_add(*next)));
            let asked = level.is_some_and(|level| level >= 3);
            cell(state, sum, missing, asked.then(|| beside(id)).flatten())
        };
        SumRow {
            level: level.map_or_else(|| state.say(phrases::LIST_LEVEL_NONE), |level| level.to_string()),
            cells: [
                cell(state, Some(services), 0, beside("levelN")),
                dossiers("receivedN-year", |service| &service.received),
                dossiers("resolvedN-year", |service| &service.resolved),
            ],
        }
    };
    levels.map(row).collect()
}

/// A sum beside what was counted: no count is asked for, none is given, or this one.
fn cell(state: &State, sum: Option<i64>, missing: usize, counted: Option<Option<i64>>) -> SumCell {
    let language = state.language;
    let differs = matches!((sum, counted), (Some(sum), Some(Some(counted))) if sum != counted);
    let mut beside = Vec::new();
    if missing > 0 {
        beside.push(phrases::LIST_MISSING.with(language, &[("count", &number(missing))]));
    }
    match counted {
        None => {}
        Some(None) => beside.push(state.say(phrases::LIST_NOT_COUNTED)),
        Some(Some(counted)) => {
            let phrase = if differs { phrases::LIST_COUNTED_OTHER } else { phrases::LIST_COUNTED };
            beside.push(phrase.with(language, &[("count", &count_text(counted))]));
        }
    }
    SumCell { sum: sum.map_or_else(|| "–".to_owned(), count_text), beside, differs }
}

fn rows(groups: &Groups<'_>, shown: usize) -> Vec<ListRow> {
    let mut found: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in &groups.state.findings {
        let id = finding.place().strip_prefix(SERVICE_LIST).and_then(|rest| rest.strip_prefix('/'));
        if let Some(id) = id.and_then(|rest| rest.split('/').next()) {
            found.entry(id).or_default().push(finding);
        }
    }
    let services = groups.draft.content.service_list.iter().take(shown);
    services.map(|(id, service)| row(groups, id, service, found.get(id.as_str()).map_or(&[], Vec::as_slice))).collect()
}

fn row(groups: &Groups<'_>, id: &ServiceId, service: &ListedService, found: &[&Finding]) -> ListRow {
    let path = format!("{SERVICE_LIST}/{id}");
    let shown: Vec<&Finding> =
        found.iter().copied().filter(|finding| groups.is_shown(finding, finding.place())).collect();
    let says = |severity: Severity| {
        let of = shown.iter().filter(move |finding| finding.severity == severity);
        of.map(|finding| (finding.place().to_owned(), groups.said(finding))).collect::<Vec<_>>()
    };
    let warnings = shown.iter().filter(|finding| finding.severity == Severity::Warning);
    let cells = COLUMNS.iter().zip(texts(groups.state, service)).map(|((name, _), text)| {
        let path = format!("{path}/{name}");
        let wrong = shown.iter().any(|finding| finding.paths.contains(&path));
        ListCell { id: field_id(&path), text, wrong, number: matches!(*name, "level" | "received" | "resolved") }
    });
    ListRow {
        id: field_id(&path),
        place: id.as_str().trim_start_matches('0').to_owned(),
        cells: cells.collect(),
        errors: says(Severity::Error),
        warnings: warnings.map(|finding| (finding.place().to_owned(), groups.warning(finding))).collect(),
        notes: says(Severity::Note),
    }
}

/// What stands in a service's cells, in the order of the columns.
fn texts(state: &State, service: &ListedService) -> [String; 7] {
    let count = |answer: &Option<Answer>| match answer {
        None => String::new(),
        Some(Answer::NoData(reason)) => format!("{}: {reason}", state.say(phrases::NO_DATA)),
        Some(answer) => answer.number().map(count_text).unwrap_or_default(),
    };
    [
        service.code.clone(),
        service.name.clone(),
        service.level.map(count_text).unwrap_or_default(),
        service.deployed_on.map(Date::vietnamese).unwrap_or_default(),
        service.address.clone(),
        count(&service.received),
        count(&service.resolved),
    ]
}
