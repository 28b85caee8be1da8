//! Services and dossiers: sums and ranks of the tables, 2016 against 2017, remarks against columns.

use super::figures::{figure, told};
use super::{Contradiction, ContradictionCode, count, pair, sum};
use crate::registry::{
    AgencyId, AgencyKind, PrintedServices2016, PrintedServices2017, PrintedTotal, Registry, Source, Tier,
};
use std::collections::BTreeMap;

pub(super) fn contradictions(registry: &Registry) -> Vec<Contradiction> {
    let rows = &registry.printed.services_2017;
    let mut found: Vec<_> = registry.printed.services_2016.iter().filter_map(row_sum).collect();
    found.extend(table_sums(registry));
    found.extend(ranks(registry));
    found.extend(returns_received(registry));
    found.extend(returns_unfit(registry));
    found.extend(rows.iter().filter_map(|row| figure_without_return(registry, row)));
    found.extend(rows.iter().filter_map(|row| blank_row(registry, row)));
    found.extend(remark_against_heading(registry));
    found.extend(rows.iter().filter_map(|row| fewer_than_2016(registry, row)));
    found.extend(rows.iter().filter_map(|row| not_2016_plus_built(registry, row)));
    found.extend(rows.iter().flat_map(|row| built_more_than_now(registry, row)));
    found.extend(rows.iter().filter_map(|row| dossiers_without_services(registry, row)));
    found
}

fn tier_of(registry: &Registry, agency: &AgencyId) -> Option<Tier> {
    registry.agency(agency).map(|agency| agency.kind).map(AgencyKind::tier)
}

fn total<'a>(registry: &'a Registry, what: &str) -> Option<&'a PrintedTotal> {
    registry.printed.totals.iter().find(|total| total.what == what)
}

fn row_sum(row: &PrintedServices2016) -> Option<Contradiction> {
    let (three, four, total) = (row.level3?, row.level4?, row.total?);
    let levels = sum([three, four]);
    (levels != total).then(|| Contradiction {
        code: ContradictionCode::RowSum,
        what: row.agency.to_string(),
        places: vec![row.source.clone()],
        values: vec![pair("total", total), pair("level 3 + level 4", levels)],
    })
}

fn table_sums(registry: &Registry) -> Vec<Contradiction> {
    type Column = fn(&PrintedServices2016) -> Option<i64>;
    let columns: [(&str, Column); 3] =
        [("services3", |row| row.level3), ("services4", |row| row.level4), ("services", |row| row.total)];
    let mut found = Vec::new();
    for (ending, tier) in [("central", Tier::Central), ("local", Tier::Local)] {
        for (column, value) in columns {
            let what = format!("{column}-{ending}");
            let rows = registry.printed.services_2016.iter().filter(|row| tier_of(registry, &row.agency) == Some(tier));
            let added = sum(rows.filter_map(value));
            let Some(total) = total(registry, &what).filter(|total| total.value != added) else { continue };
            let values = vec![pair("total", total.value), pair("sum of the rows", added)];
            found.push(Contradiction {
                code: ContradictionCode::TableSum,
                what,
                places: vec![total.source.clone()],
                values,
            });
        }
    }
    found
}

/// A row of a ranked table: its names' cell, its rank, what it is ranked by, and where it stands.
struct Ranked<'a> {
    name: &'a str,
    rank: &'a str,
    by: i64,
    source: &'a Source,
}

fn ranks(registry: &Registry) -> Vec<Contradiction> {
    let mut tables: BTreeMap<u8, Vec<Ranked>> = BTreeMap::new();
    for row in &registry.printed.services_2016 {
        let table = if tier_of(registry, &row.agency) == Some(Tier::Local) { 7 } else { 4 };
        let by = row.total.unwrap_or(0);
        let ranked = Ranked { name: &row.name_printed, rank: &row.rank_printed, by, source: &row.source };
        tables.entry(table).or_default().push(ranked);
    }
    for row in &registry.printed.indices_2016 {
        let by = row.thousandths;
        let ranked = Ranked { name: &row.name_printed, rank: &row.rank_printed, by, source: &row.source };
        tables.entry(row.table).or_default().push(ranked);
    }
    tables.into_iter().filter_map(|(table, rows)| table_ranks(table, &rows)).collect()
}

fn table_ranks(table: u8, rows: &[Ranked]) -> Option<Contradiction> {
    let mut values = Vec::new();
    let mut places = Vec::new();
    for row in rows {
        let rank = 1 + rows.iter().filter(|other| other.by > row.by).count();
        let (name, value) = pair(row.name, format!("{} for {rank}", row.rank));
        if row.rank != rank.to_string() && values.last() != Some(&(name.clone(), value.clone())) {
            values.push((name, value));
            places.push(row.source.clone());
        }
    }
    let what = format!("table {table}");
    places.dedup();
    (!values.is_empty()).then_some(Contradiction { code: ContradictionCode::Ranks, what, places, values })
}

fn local_rows(registry: &Registry) -> impl Iterator<Item = &PrintedServices2017> {
    registry.printed.services_2017.iter().filter(|row| tier_of(registry, &row.agency) == Some(Tier::Local))
}

fn names<'a>(rows: impl Iterator<Item = &'a PrintedServices2017>) -> String {
    rows.map(|row| row.name_printed.as_str()).collect::<Vec<_>>().join(", ")
}

/// The sentence and these rows of the local table, or its first where there are none; nothing without the table.
fn with_rows<'a>(
    registry: &'a Registry,
    sentence: &Source,
    rows: impl Iterator<Item = &'a PrintedServices2017>,
) -> Option<Vec<Source>> {
    let first = local_rows(registry).next()?.source.clone();
    let rows: Vec<Source> = rows.map(|row| row.source.clone()).collect();
    let rows = if rows.is_empty() { vec![first] } else { rows };
    Some([vec![sentence.clone()], rows].concat())
}

fn returns_received(registry: &Registry) -> Option<Contradiction> {
    let total = total(registry, "reports-received-local")?;
    let received = count(local_rows(registry).filter(|row| row.received));
    let none_came = || local_rows(registry).filter(|row| !row.received);
    let places = with_rows(registry, &total.source, none_came())?;
    (received != total.value).then(|| Contradiction {
        code: ContradictionCode::ReturnsReceived,
        what: total.what.clone(),
        places,
        values: vec![
            pair("sentence", total.value),
            pair("rows that show one", received),
            pair("rows that say none came", names(none_came())),
        ],
    })
}

fn returns_unfit(registry: &Registry) -> Option<Contradiction> {
    let total = total(registry, "reports-unfit-local")?;
    let blank = |row: &&PrintedServices2017| is_blank(row);
    let blanks = count(local_rows(registry).filter(blank));
    let places = with_rows(registry, &total.source, local_rows(registry).filter(blank))?;
    (blanks != total.value).then(|| Contradiction {
        code: ContradictionCode::ReturnsUnfit,
        what: total.what.clone(),
        places,
        values: vec![
            pair("sentence", total.value),
            pair("rows that came without a figure", blanks),
            pair("those rows", names(local_rows(registry).filter(blank))),
        ],
    })
}

fn figure_without_return(registry: &Registry, row: &PrintedServices2017) -> Option<Contradiction> {
    let is_its = |total: &&PrintedTotal| {
        total.agency.as_ref() == Some(&row.agency) && total.source.document == row.source.document
    };
    let total = registry.printed.totals.iter().find(is_its).filter(|_| !row.received)?;
    Some(Contradiction {
        code: ContradictionCode::FigureWithoutReturn,
        what: row.agency.to_string(),
        places: vec![row.source.clone(), total.source.clone()],
        values: vec![pair("remark", &row.remark), pair("text", &total.printed)],
    })
}

/// Whether a row came, but prints no number.
fn is_blank(row: &PrintedServices2017) -> bool {
    row.received && !row.cells.iter().any(|cell| cell.contains(|c: char| c.is_ascii_digit()))
}

/// The text of the same report tells what the row's columns ask for, but the row has dashes only.
fn blank_row(registry: &Registry, row: &PrintedServices2017) -> Option<Contradiction> {
    let is_its = |total: &&PrintedTotal| {
        total.agency.as_ref() == Some(&row.agency)
            && total.source.document == row.source.document
            && PrintedServices2017::KEYS.contains(&total.what.as_str())
    };
    let total = registry.printed.totals.iter().find(is_its).filter(|_| is_blank(row))?;
    Some(Contradiction {
        code: ContradictionCode::BlankRow,
        what: row.agency.to_string(),
        places: vec![total.source.clone(), row.source.clone()],
        values: vec![pair("text", &total.printed), pair("row", row.cells.join(" ")), pair("remark", &row.remark)],
    })
}

/// Local rows stand under "xây dựng, triển khai năm 2017", but many remarks say "hiện tại".
fn remark_against_heading(registry: &Registry) -> Option<Contradiction> {
    let of_now = |row: &&PrintedServices2017| row.values.keys().any(|key| key.starts_with("current"));
    let rows: Vec<_> = local_rows(registry).filter(of_now).collect();
    let first = rows.first()?;
    Some(Contradiction {
        code: ContradictionCode::RemarkAgainstHeading,
        what: "built-local".to_owned(),
        places: rows.iter().map(|row| row.source.clone()).collect(),
        values: vec![
            pair("remark", &first.remark),
            pair("rows", rows.len()),
            pair("those rows", names(rows.into_iter())),
        ],
    })
}

/// Services now and where they stand: the table's figure, or what the same report's text tells.
fn now(registry: &Registry, row: &PrintedServices2017, key: &str) -> Option<(i64, Source)> {
    let in_table = figure(row, key).map(|value| (value, row.source.clone()));
    in_table.or_else(|| told(registry, &row.agency, key, &row.source))
}

fn fewer_than_2016(registry: &Registry, row: &PrintedServices2017) -> Option<Contradiction> {
    let table = registry.services_2016_of(&row.agency)?;
    let before = table.total?;
    let (now, place) = now(registry, row, "current").filter(|(now, _)| *now < before)?;
    let mut values = vec![pair("2016", before), pair("now", now)];
    for (level, before) in [("3", table.level3), ("4", table.level4)] {
        if let (Some(before), Some(now)) = (before, row.values.get(&format!("current{level}"))) {
            values.extend([pair(format!("2016, level {level}"), before), pair(format!("now, level {level}"), now)]);
        }
    }
    Some(Contradiction {
        code: ContradictionCode::FewerThan2016,
        what: row.agency.to_string(),
        places: vec![table.source.clone(), place],
        values,
    })
}

fn not_2016_plus_built(registry: &Registry, row: &PrintedServices2017) -> Option<Contradiction> {
    let table = registry.services_2016_of(&row.agency)?;
    let before = table.total?;
    let built = figure(row, "built")?;
    let (now, place) = now(registry, row, "current").filter(|(now, _)| *now != sum([before, built]))?;
    let mut places = vec![table.source.clone(), row.source.clone(), place];
    places.dedup();
    Some(Contradiction {
        code: ContradictionCode::Not2016PlusBuilt,
        what: row.agency.to_string(),
        places,
        values: vec![
            pair("2016", before),
            pair("built in 2017", built),
            pair("sum", sum([before, built])),
            pair("now", now),
        ],
    })
}

fn built_more_than_now(registry: &Registry, row: &PrintedServices2017) -> Vec<Contradiction> {
    let levels = ["3", "4"].into_iter();
    levels
        .filter_map(|level| {
            let built = *row.values.get(&format!("built{level}"))?;
            let (now, place) = told(registry, &row.agency, &format!("current{level}"), &row.source)?;
            (built > now).then(|| Contradiction {
                code: ContradictionCode::BuiltMoreThanNow,
                what: format!("{} level {level}", row.agency),
                places: vec![row.source.clone(), place],
                values: vec![pair("built in 2017", built), pair("now", now)],
            })
        })
        .collect()
}

fn dossiers_without_services(registry: &Registry, row: &PrintedServices2017) -> Option<Contradiction> {
    let dossiers = figure(row, "dossiers").filter(|dossiers| *dossiers > 0)?;
    let services = ["current", "built"].into_iter().find_map(|key| now(registry, row, key));
    let readable = row.doubt != "merged";
    (services.is_none() && readable).then(|| Contradiction {
        code: ContradictionCode::DossiersWithoutServices,
        what: row.agency.to_string(),
        places: vec![row.source.clone()],
        values: vec![
            pair("dossiers", dossiers),
            pair("services", row.cells.iter().take(3).cloned().collect::<Vec<_>>().join(" ")),
        ],
    })
}
