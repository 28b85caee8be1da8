//! What every table keeps to, on a sound quarter and on an empty one.

use crate::ground::*;
use crate::quarter;
use crate::quarter::returns::Ground;
use return36a::collect::{
    Agreement, Cell, Collected, CrossCode, RowKind, Table, TableKind, Value, crosschecks, tables,
};
use return36a::export::csv;
use return36a::quarterly::{Return, field};
use return36a::registry::Period;
use return36a::text::{Language, table_headings, table_name, table_sheet, table_short_name};
use std::collections::BTreeSet;

const LANGUAGES: [Language; 2] = [Language::Vietnamese, Language::English];

/// Sound returns of all who report, of this quarter and the one before.
fn sound() -> Collected<'static> {
    let ground = Ground::of(registry());
    let made = |period: Period| {
        let agencies = quarter::reporting(registry()).into_iter();
        agencies.map(|agency| ground.sound(&agency.id, period)).collect::<Vec<Return>>()
    };
    collected("2017-Q2", made(period("2017-Q2"))).after(made(period("2017-Q1")))
}

fn cells(table: &Table) -> impl Iterator<Item = (&'static str, RowKind, &Cell)> {
    table
        .rows
        .iter()
        .flat_map(|row| table.columns.iter().zip(&row.cells).map(|(column, cell)| (*column, row.kind, cell)))
}

#[test]
fn a_sound_quarter_keeps_every_form() {
    let collected = sound();
    let tables = tables(&collected);
    assert_eq!(tables.iter().map(|table| table.kind).collect::<Vec<_>>(), TableKind::ALL);
    for table in &tables {
        every_row_is_as_wide_as_the_table(table);
        every_field_behind_a_figure_is_there(table, &collected);
        every_total_has_the_fields_of_its_rows(table);
        every_table_has_words(table);
    }
    let comparisons = crosschecks(&collected);
    let own = comparisons.iter().filter(|check| check.code < CrossCode::PrintedTable);
    assert!(own.clone().all(|check| check.agreement() == Agreement::Agrees), "{:#?}", own.collect::<Vec<_>>());
    let grown = comparisons.iter().filter(|check| check.code > CrossCode::PrintedTotal);
    assert!(grown.clone().all(|check| check.agreement() == Agreement::Agrees), "{:#?}", grown.collect::<Vec<_>>());
}

#[test]
fn an_empty_quarter_has_the_same_tables_and_no_number() {
    let collected = collected("2017-Q2", []);
    for table in tables(&collected) {
        every_row_is_as_wide_as_the_table(&table);
        every_table_has_words(&table);
        for (column, _, cell) in cells(&table) {
            let known = ["no", "assigned", "central-owed", "local-owed"].contains(&column) || column.ends_with("-2016");
            assert!(known || cell.number().is_none(), "{:?} {column}: {:?}", table.kind, cell.value);
            assert_eq!(cell.behind, [], "nothing was filed");
        }
    }
}

fn every_row_is_as_wide_as_the_table(table: &Table) {
    assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()), "{:?}", table.kind);
    let columns: BTreeSet<&str> = table.columns.iter().copied().collect();
    assert_eq!(columns.len(), table.columns.len(), "{:?} has a column twice", table.kind);
}

/// A click on a figure leads to fields that its agency's return has.
fn every_field_behind_a_figure_is_there(table: &Table, collected: &Collected<'_>) {
    let mut checked = BTreeSet::new();
    for (column, kind, cell) in cells(table) {
        let named = matches!(column, "no" | "assigned" | "central-owed" | "local-owed") || column.ends_with("-2016");
        let figure = matches!(cell.value, Value::Number(_) | Value::Change(_) | Value::Share { .. } | Value::Rank(_));
        assert!(!figure || named || !cell.behind.is_empty(), "{:?} {column}: {:?}", table.kind, cell.value);
        for place in cell.behind.iter().filter(|_| kind == RowKind::Plain) {
            let of = if place.period == collected.period {
                collected.now(&place.agency)
            } else {
                collected.then(&place.agency)
            };
            if checked.insert(place.clone()) {
                assert!(field(&mut of.unwrap().clone(), &place.path).is_some(), "{place:?}");
            }
        }
    }
}

fn every_total_has_the_fields_of_its_rows(table: &Table) {
    let Some(total) = table.total() else { return };
    for (at, column) in table.columns.iter().enumerate() {
        if total.cells[at].rests.is_none() {
            continue;
        }
        let rows = table.rows.iter().filter(|row| row.kind == RowKind::Plain);
        let of_rows: BTreeSet<_> = rows.flat_map(|row| row.cells[at].behind.clone()).collect();
        let of_total: BTreeSet<_> = total.cells[at].behind.iter().cloned().collect();
        assert_eq!(of_total, of_rows, "{:?} {column}", table.kind);
    }
}

fn every_table_has_words(table: &Table) {
    for language in LANGUAGES {
        assert!(!table_name(table.kind, language).is_empty());
        assert!((1..=31).contains(&table_short_name(table.kind, language).chars().count()), "a tab's name");
        let headings = table_headings(table, language);
        assert!(headings.iter().flatten().all(|heading| !heading.text.is_empty()), "{:?}", table.kind);
        let sheet = table_sheet(table, registry(), language);
        assert_eq!((sheet.width(), sheet.columns.len()), (table.columns.len(), table.columns.len()));
        let texts = sheet.texts();
        assert_eq!(texts.len(), table.rows.len() + 1);
        assert!(csv(&texts).is_ok());
    }
}
