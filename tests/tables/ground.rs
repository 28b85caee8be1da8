//! What the tests of tables stand on.

use return36a::collect::{Collected, Row, Table, TableKind, Value, table};
use return36a::quarterly::{Answer, Return, Start, blank};
use return36a::registry::{AgencyId, CountId, Period, Registry, Tier};
use return36a::text::{Language, cell_text, rests_text};
use std::fs;
use std::path::Path;

pub fn registry() -> &'static Registry {
    Registry::embedded().unwrap()
}

pub fn period(text: &str) -> Period {
    text.parse().unwrap()
}

/// The ids of all agencies of a list, in the official order.
pub fn agencies(tier: Tier) -> Vec<AgencyId> {
    registry().agencies_in_order(tier).into_iter().map(|agency| agency.id.clone()).collect()
}

/// A blank return with these counts.
pub fn counting(agency: &str, of: &str, counts: &[(&str, Answer)]) -> Return {
    let start = Start { agency: agency.into(), period: period(of), random: [0; 16] };
    let mut content = blank(registry(), "", &start);
    for (id, answer) in counts {
        content.services.get_mut(&CountId::from(*id)).unwrap().answer = Some(answer.clone());
    }
    content
}

pub fn collected(of: &str, returns: impl IntoIterator<Item = Return>) -> Collected<'static> {
    Collected::of_returns(registry(), period(of), returns)
}

/// What the row of an agency shows.
pub fn shown(table: &Table, agency: &str) -> Vec<Value> {
    table.row_of(&AgencyId::from(agency)).unwrap().cells.iter().map(|cell| cell.value.clone()).collect()
}

/// A row as the page says it: cells, and on what each rests.
pub fn said(row: &Row) -> String {
    let cells = row.cells.iter().map(|cell| {
        let text = cell_text(&cell.value, registry(), Language::Vietnamese);
        let rests = cell.rests.map(|rests| rests_text(rests, Language::Vietnamese));
        rests.map_or_else(|| text.clone(), |rests| format!("{text} ({rests})"))
    });
    cells.collect::<Vec<_>>().join(" | ")
}

/// The whole table, its columns first.
pub fn told(kind: TableKind, collected: &Collected<'_>) -> String {
    let table = table(kind, collected);
    let rows = table.rows.iter().map(said);
    let lines: Vec<String> = std::iter::once(table.columns.join(" | ")).chain(rows).collect();
    lines.join("\n") + "\n"
}

/// Compares with what is kept, or keeps it anew.
pub fn is_as_expected(name: &str, told: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables/expected").join(name);
    if std::env::var_os("RETURN36A_REPLAY").is_some_and(|word| word == "write") {
        fs::write(&path, told).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap();
    let differing = kept.lines().zip(told.lines()).position(|(kept, told)| kept != told);
    assert!(kept == told, "{name} differs from line {:?} on", differing.map(|line| line + 1));
}
