//! What was and what is, agency by agency; only those are summed of whom both are known.

use super::{numbered, totalled};
use crate::collect::figure::{Figure, sum};
use crate::collect::{Cell, Row, Value};
use crate::registry::{Agency, Tier};

/// A measure of one agency, then and now; none where the agency is not asked for it.
pub(super) type Change = Option<(Figure, Figure)>;

/// One agency with its measures.
pub(super) struct Changed<'a> {
    pub agency: &'a Agency,
    pub changes: Vec<Change>,
}

/// The rows of both lists, each list with its total, and the total of all below them.
pub(super) fn rows(changed: &[Changed<'_>]) -> Vec<Row> {
    let mut rows = Vec::new();
    for (tier, word) in [(Tier::Central, "total-central"), (Tier::Local, "total-local")] {
        let list: Vec<&Changed<'_>> = changed.iter().filter(|one| one.agency.tier() == tier).collect();
        rows.extend(list.iter().enumerate().map(|(before, one)| row(before, one)));
        rows.extend(total(word, &list));
    }
    rows.extend(total("total", &changed.iter().collect::<Vec<_>>()));
    rows
}

fn row(before: usize, of: &Changed<'_>) -> Row {
    let mut cells = numbered(before, of.agency);
    cells.extend(of.changes.iter().flat_map(cells_of));
    Row::plain(cells)
}

fn cells_of(change: &Change) -> [Cell; 3] {
    match change {
        Some((then, now)) => [then.cell(), now.cell(), changed(&difference(then, now).cell())],
        None => [Value::Blank, Value::Blank, Value::Blank].map(Cell::bare),
    }
}

fn difference(then: &Figure, now: &Figure) -> Figure {
    let less = Figure { number: then.number.map(i64::saturating_neg), behind: then.behind.clone() };
    now.clone().and(less)
}

/// The number as a change.
fn changed(cell: &Cell) -> Cell {
    Cell { value: cell.number().map_or(Value::NoData, Value::Change), ..cell.clone() }
}

/// The sums over those with both; no total of a list without agencies.
fn total(word: &'static str, of: &[&Changed<'_>]) -> Option<Row> {
    let columns = of.first()?.changes.len();
    let mut cells = totalled(word);
    for at in 0..columns {
        let both = of.iter().filter_map(|one| one.changes.get(at)?.as_ref());
        let [then, now, change]: [Vec<Figure>; 3] = [
            both.clone().map(|(then, now)| known_with(then, now)).collect(),
            both.clone().map(|(then, now)| known_with(now, then)).collect(),
            both.map(|(then, now)| difference(then, now)).collect(),
        ];
        cells.extend([sum(&then), sum(&now), changed(&sum(&change))]);
    }
    Some(Row::total(cells))
}

/// The figure, its number only where the other has one too.
fn known_with(figure: &Figure, other: &Figure) -> Figure {
    Figure { number: figure.number.filter(|_| other.number.is_some()), behind: figure.behind.clone() }
}
