//! Services now beside those that 7242/BC-VPCP printed for 2016 (annex II, tables 4 and 7), of the agencies printed there.

use super::change::{Changed, rows};
use crate::collect::figure::{Figure, count, services};
use crate::collect::{Collected, Table, TableKind};
use crate::registry::{Agency, PrintedServices2016};

const COLUMNS: [&str; 11] = [
    "no",
    "agency",
    "level3-2016",
    "level3-now",
    "level3-change",
    "level4-2016",
    "level4-now",
    "level4-change",
    "services-2016",
    "services-now",
    "services-change",
];

pub(super) fn table(collected: &Collected<'_>) -> Table {
    let agencies = collected.everyone().into_iter();
    let printed = |agency: &'_ Agency| collected.registry.services_2016_of(&agency.id);
    let changed: Vec<Changed<'_>> =
        agencies.filter_map(|agency| Some(changed(collected, agency, printed(agency)?))).collect();
    Table { kind: TableKind::AgainstBaseline, columns: COLUMNS.to_vec(), rows: rows(&changed) }
}

fn changed<'a>(collected: &Collected<'_>, agency: &'a Agency, printed: &PrintedServices2016) -> Changed<'a> {
    let content = collected.now(&agency.id);
    let now = |id| content.map(|content| count(collected.registry, content, id)).unwrap_or_default();
    let both = content.map(|content| services(collected.registry, content)).unwrap_or_default();
    let changes = [(printed.level3, now("level3")), (printed.level4, now("level4")), (printed.total, both)];
    Changed { agency, changes: changes.map(|(then, now)| Some((Figure::printed(then), now))).to_vec() }
}
