//! Agencies ranked by services at level 3 and 4 (annex II of 7242/BC-VPCP, tables 4 and 7).

use super::{sums, totalled};
use crate::collect::figure::{Figure, count, number, services};
use crate::collect::{Cell, Collected, Row, Table, TableKind, Value};
use crate::registry::{Agency, AgencyId, Period, Source, Tier};
use std::cmp::Reverse;

const COLUMNS: [&str; 5] = ["rank", "agency", "level3", "level4", "services"];

/// An agency, its services at level 3, at level 4 and both, and its rank where both are known.
struct Ranked<'a> {
    agency: &'a Agency,
    figures: Vec<Figure>,
    rank: Option<usize>,
}

impl Ranked<'_> {
    fn number(&self, at: usize) -> Option<i64> {
        self.figures.get(at).and_then(|figure| figure.number)
    }
}

pub(super) fn table(kind: TableKind, tier: Tier, collected: &Collected<'_>) -> Table {
    let ranked = ranked(collected, tier);
    let mut rows: Vec<Row> = ranked.iter().map(row).collect();
    let figures: Vec<Vec<Figure>> = ranked.into_iter().map(|one| one.figures).collect();
    rows.push(Row::total([totalled("total"), sums(&figures, 3)].concat()));
    Table { kind, columns: COLUMNS.to_vec(), rows }
}

/// By falling total, equal ones by falling level 4 as the documents print them, else in the official order; without data
/// last. Equal totals share the best rank, and the next one follows after all of them (12, 12, 14).
fn ranked<'a>(collected: &Collected<'a>, tier: Tier) -> Vec<Ranked<'a>> {
    let mut ranked: Vec<Ranked<'a>> =
        collected.agencies(tier).into_iter().map(|agency| unranked(collected, agency)).collect();
    ranked.sort_by_key(|one| (Reverse(one.number(2)), Reverse(one.number(1).filter(|_| one.number(2).is_some()))));
    let totals: Vec<i64> = ranked.iter().filter_map(|one| one.number(2)).collect();
    for one in &mut ranked {
        one.rank = one.number(2).map(|own| 1 + totals.iter().filter(|total| **total > own).count());
    }
    ranked
}

fn unranked<'a>(collected: &Collected<'_>, agency: &'a Agency) -> Ranked<'a> {
    let registry = collected.registry;
    let figures = collected.now(&agency.id).map(|content| {
        vec![count(registry, content, "level3"), count(registry, content, "level4"), services(registry, content)]
    });
    Ranked { agency, figures: figures.unwrap_or_else(|| vec![Figure::default(); 3]), rank: None }
}

fn row(of: &Ranked<'_>) -> Row {
    let behind = of.figures.last().map(|total| total.behind.clone()).unwrap_or_default();
    let mut cells = vec![
        Cell::with(of.rank.map_or(Value::NoData, Value::Rank), behind),
        Cell::bare(Value::Agency(of.agency.id.clone())),
    ];
    cells.extend(of.figures.iter().map(Figure::cell));
    Row::plain(cells)
}

/// A printed rank that is not the one worked out from what was collected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankDifference {
    /// Whose rank.
    pub agency: AgencyId,
    /// As printed.
    pub printed: String,
    /// By standard competition ranking; none where there is no number to rank by.
    pub computed: Option<usize>,
    /// How many services it has.
    pub services: Option<i64>,
    /// Where the rank is printed.
    pub source: Source,
}

/// Where printed ranks differ, in the order of the print. Ranks are printed of the services of 2016 alone, which the
/// returns of its last quarter give; every other quarter has none.
pub fn rank_differences(collected: &Collected<'_>) -> Vec<RankDifference> {
    if !ranks_are_printed_of(collected.period) {
        return Vec::new();
    }
    let ranked: Vec<Ranked<'_>> =
        [Tier::Central, Tier::Local].into_iter().flat_map(|tier| ranked(collected, tier)).collect();
    let printed = collected.registry.printed.services_2016.iter();
    let differing = printed.filter_map(|row| {
        let own = ranked.iter().find(|one| one.agency.id == row.agency)?;
        let differs = own.rank.map(number) != row.rank_printed.parse().ok();
        differs.then(|| RankDifference {
            agency: row.agency.clone(),
            printed: row.rank_printed.clone(),
            computed: own.rank,
            services: own.number(2),
            source: row.source.clone(),
        })
    });
    differing.collect()
}

/// Whether tables 4 and 7 of 7242/BC-VPCP rank this quarter's services: those at the end of 2016.
pub(in crate::collect) fn ranks_are_printed_of(period: Period) -> bool {
    (period.year(), period.quarter()) == (2016, 4)
}
