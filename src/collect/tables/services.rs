//! Services and dossiers by agency (annex I of 314/BC-VPCP), the counts that it merges told apart.

use super::{numbered, sums, totalled};
use crate::collect::figure::{Figure, count};
use crate::collect::{Cell, Collected, Place, Row, Table, TableKind, Value};
use crate::quarterly::Return;
use crate::registry::{Agency, Tier};

/// The counts, by their ids in the registry.
const COUNTS: [&str; 14] = [
    "level3",
    "level4",
    "built3-quarter",
    "built4-quarter",
    "built3-year",
    "built4-year",
    "received3-quarter",
    "received4-quarter",
    "received3-year",
    "received4-year",
    "resolved3-quarter",
    "resolved4-quarter",
    "resolved3-year",
    "resolved4-year",
];

pub(super) fn table(kind: TableKind, tier: Tier, collected: &Collected<'_>) -> Table {
    let agencies = collected.agencies(tier);
    let figures: Vec<Vec<Figure>> = agencies.iter().map(|agency| figures(collected, agency)).collect();
    let of = agencies.iter().zip(&figures).enumerate();
    let mut rows: Vec<Row> = of.map(|(before, (agency, figures))| row(collected, before, agency, figures)).collect();
    let total = [totalled("total"), sums(&figures, COUNTS.len()), vec![Cell::bare(Value::Blank)]].concat();
    rows.push(Row::total(total));
    let columns = [&["no", "agency"][..], &COUNTS, &["remark"]].concat();
    Table { kind, columns, rows }
}

fn figures(collected: &Collected<'_>, agency: &Agency) -> Vec<Figure> {
    let content = collected.now(&agency.id);
    let figure = |id| content.map(|content| count(collected.registry, content, id)).unwrap_or_default();
    COUNTS.map(figure).to_vec()
}

fn row(collected: &Collected<'_>, before: usize, agency: &Agency, figures: &[Figure]) -> Row {
    let mut cells = numbered(before, agency);
    cells.extend(figures.iter().map(Figure::cell));
    cells.push(match collected.now(&agency.id) {
        Some(content) => remarks(content),
        None => Cell::bare(Value::Word("not-received")),
    });
    Row::plain(cells)
}

/// What is remarked on the counts, each remark once.
fn remarks(content: &Return) -> Cell {
    let mut told: Vec<&str> = Vec::new();
    let mut behind = Vec::new();
    for id in COUNTS {
        let remark = content.services.get(id).map(|count| count.remark.trim()).unwrap_or_default();
        if remark.is_empty() {
            continue;
        }
        behind.push(Place::of(content, format!("/services/{id}/remark")));
        if !told.contains(&remark) {
            told.push(remark);
        }
    }
    let value = if told.is_empty() { Value::Blank } else { Value::Text(told.join("; ")) };
    Cell::with(value, behind)
}
