//! What stands on either side, where it is put together from several places or names.

use super::subject::agency_name;
use super::{Language, Phrase, number_text, value};
use crate::registry::{Contradiction, ContradictionCode as Code, Registry, Source};
use crate::text::places::{place_name, table_name};

/// The one side and the other; empty where the code's sentence needs no such thing.
pub(super) fn sides(registry: &Registry, contradiction: &Contradiction, language: Language) -> [String; 2] {
    match contradiction.code {
        Code::TableAgainstAnnex => ["table", "annex"].map(|side| task_counts(contradiction, side, language)),
        Code::NamedCount => named_count(registry, contradiction, language),
        Code::PhaseMembers => phase_members(registry, contradiction, language),
        Code::Ranks => ranks(contradiction, language),
        Code::FewerThan2016 => ["2016", "now"].map(|side| levels(contradiction, side, language)),
        Code::AssignedTotal
        | Code::CompletedTotal
        | Code::AgenciesByTasks
        | Code::ToldDifferently
        | Code::SaidDifferently => side_by_side(registry, contradiction, language),
        _ => Default::default(),
    }
}

const fn say(vi: &'static str, en: &'static str) -> Phrase {
    Phrase { vi, en }
}

fn join(texts: impl IntoIterator<Item = String>, between: &str) -> String {
    texts.into_iter().collect::<Vec<_>>().join(between)
}

/// `2 đã hoàn thành, 3 đang triển khai`: what the table or the annex counts, where they differ.
fn task_counts(contradiction: &Contradiction, side: &str, language: Language) -> String {
    let names = [
        ("assigned", say("{count} được giao", "{count} assigned")),
        ("completed", say("{count} đã hoàn thành", "{count} completed")),
        ("in progress", say("{count} đang triển khai", "{count} in progress")),
        ("waiting", say("{count} chờ cơ quan chủ trì", "{count} waiting on the lead agency")),
    ];
    let counts = names.into_iter().filter_map(|(name, phrase)| {
        let count = value(contradiction, &format!("{name}, {side}"))?;
        Some(phrase.with(language, &[("count", &number_text(count))]))
    });
    join(counts, ", ")
}

/// Each value at its place; those that say the same as the first stand on its side.
fn side_by_side(registry: &Registry, contradiction: &Contradiction, language: Language) -> [String; 2] {
    let first = contradiction.values.first().map(|(_, value)| value.as_str());
    let mut sides = [Vec::new(), Vec::new()];
    for (at, ((name, value), place)) in contradiction.values.iter().zip(&contradiction.places).enumerate() {
        let [same, other] = &mut sides;
        let side = if first == Some(value.as_str()) { same } else { other };
        let text = match contradiction.code {
            Code::SaidDifferently => statement(registry, contradiction, at, language).unwrap_or_else(|| value.clone()),
            _ => about(value, language),
        };
        side.push(told(registry, (name, &text), place, language));
    }
    sides.map(|texts| texts.join("; "))
}

/// The number, also where the document says that it is rounded.
fn about(value: &str, language: Language) -> String {
    match value.strip_prefix("khoảng ") {
        Some(number) => say("khoảng {number}", "about {number}").with(language, &[("number", number)]),
        None => number_text(value),
    }
}

/// What the registry's statement of this number says of the matter, in short.
fn statement(registry: &Registry, contradiction: &Contradiction, at: usize, language: Language) -> Option<String> {
    let mut said = registry.printed.statements.iter().filter(|statement| statement.what == contradiction.what);
    Some(said.nth(at)?.says.text(language).to_owned())
}

/// A value and who tells it: a place, a table whose rows add up, an annex whose tasks are counted.
fn told(registry: &Registry, (name, value): (&str, &str), place: &Source, language: Language) -> String {
    let place_of = if name.starts_with("sum of the table") || ["table", "annex", "tasks in the annex"].contains(&name) {
        table_name
    } else {
        place_name
    };
    let phrase = match name {
        "table" => say("bảng ở {place} có {value}", "the table in {place} has {value}"),
        "annex" | "tasks in the annex" => say("{place} có {value}", "{place} has {value}"),
        _ if name.starts_with("sum of the table") => {
            say("bảng ở {place} cộng được {value}", "the table in {place} adds up to {value}")
        }
        _ => say("{place} ghi {value}", "{place} says {value}"),
    };
    let place = place_of(registry, place, language);
    phrase.with(language, &[("place", &place), ("value", value)])
}

/// "26/30" and the names of who has not done it; or a number said of a phase and the names of its members.
fn named_count(registry: &Registry, contradiction: &Contradiction, language: Language) -> [String; 2] {
    let place = |at: Option<&Source>| at.map(|place| place_name(registry, place, language)).unwrap_or_default();
    let values: Vec<String> = contradiction.values.iter().map(|(_, value)| number_text(value)).collect();
    let (one, other, numbers) = match values.as_slice() {
        [done, missing, named] => (
            say(
                "{place} ghi “{said}”, tức {missing} cơ quan chưa thực hiện",
                "{place} says “{said}”, so {missing} have not done it",
            ),
            say("{place} chỉ nêu tên {named}", "{place} names {named}"),
            [done, missing, named],
        ),
        [said, named] => (
            say("{place} ghi {said}", "{place} says {said}"),
            say("{place} nêu tên {named}", "{place} names {named}"),
            [said, said, named],
        ),
        _ => return Default::default(),
    };
    let [said, missing, named] = numbers;
    let (first, last) = (place(contradiction.places.first()), place(contradiction.places.last()));
    [
        one.with(language, &[("place", &first), ("said", said), ("missing", missing)]),
        other.with(language, &[("place", &last), ("named", named)]),
    ]
}

/// Who is said to have done it and who is said to remain, as far as the two do not fit.
fn phase_members(registry: &Registry, contradiction: &Contradiction, language: Language) -> [String; 2] {
    let names = |kind: &str| {
        let those = contradiction.values.iter().filter(|(name, _)| name == kind);
        join(those.map(|(_, id)| agency_name(registry, id, language).unwrap_or_else(|| id.clone())), ", ")
    };
    let place = |at: usize| contradiction.places.get(at).map(|place| place_name(registry, place, language));
    let kinds = [
        (
            "both done and remaining",
            say("có {names} đã xong", "{names} done"),
            say("có {names} còn lại", "{names} remaining"),
        ),
        (
            "neither done nor remaining",
            say("không có {names} trong số đã xong", "{names} not among those done"),
            say("cũng không có {names} trong số còn lại", "{names} not among those remaining either"),
        ),
        (
            "not planned",
            say("có {names} ngoài danh sách", "{names} not planned"),
            say("có {names} ngoài danh sách", "{names} not planned"),
        ),
    ];
    let side = |at: usize, pick: fn(&(&str, Phrase, Phrase)) -> Phrase| {
        let texts = kinds.iter().filter(|(kind, ..)| !names(kind).is_empty());
        let texts = join(texts.map(|kind| pick(kind).with(language, &[("names", &names(kind.0))])), "; ");
        let place = place(at).unwrap_or_default();
        say("{place}: {texts}", "{place} has {texts}").with(language, &[("place", &place), ("texts", &texts)])
    };
    [side(1, |kind| kind.1), side(2, |kind| kind.2)]
}

/// The printed ranks and those by the figures; of many only the first and the last.
fn ranks(contradiction: &Contradiction, language: Language) -> [String; 2] {
    let rows: Vec<(&str, &str, &str)> = contradiction
        .values
        .iter()
        .filter_map(|(name, ranks)| ranks.split_once(" for ").map(|(printed, rank)| (name.as_str(), printed, rank)))
        .collect();
    let list = |pick: fn(&(&str, &str, &str)) -> String| match rows.as_slice() {
        [first, .., last] if rows.len() > MOST_RANKS => {
            let values = [("first", pick(first)), ("last", pick(last)), ("count", rows.len().to_string())];
            let values: Vec<(&str, &str)> = values.iter().map(|(name, text)| (*name, text.as_str())).collect();
            say("{first} … {last} ({count} dòng)", "{first} … {last} ({count} rows)").with(language, &values)
        }
        rows => join(rows.iter().map(pick), "; "),
    };
    [list(|(name, printed, _)| format!("“{name}” {printed}")), list(|(name, _, rank)| format!("“{name}” {rank}"))]
}

/// So many rows are named at most.
const MOST_RANKS: usize = 5;

/// ` (mức độ 3: 1.374, mức độ 4: 0)`, where both levels are printed.
fn levels(contradiction: &Contradiction, side: &str, language: Language) -> String {
    let level = |level: &str| value(contradiction, &format!("{side}, level {level}")).map(number_text);
    let (Some(three), Some(four)) = (level("3"), level("4")) else { return String::new() };
    let phrase = say(" (mức độ 3: {three}, mức độ 4: {four})", " (level 3: {three}, level 4: {four})");
    phrase.with(language, &[("three", &three), ("four", &four)])
}
