//! A ledger as flat tables: as many values as columns, each of its kind, and only what counts where sums are made.

use super::made::{Made, ledger_of, registry, unreadable};
use return36a::collect::{Collected, Fact, FactKind, FactTable, Ledger, TableKind, table};
use return36a::quarterly::Answer;
use return36a::registry::{Basis, CountId};

fn ledger() -> Ledger {
    let counted = Made::new("sent.json").with(|made| {
        let counts = &mut made.content.services;
        for (id, answer) in [
            ("level3", Answer::Reported(86)),
            ("level4", Answer::ConfirmedZero),
            ("received3-year", Answer::NoData("chưa thống kê".to_owned())),
            ("built3-year", Answer::Reported(480)),
        ] {
            counts.get_mut(id).unwrap().answer = Some(answer);
        }
        counts.get_mut("built3-year").unwrap().basis = Basis::Current;
    });
    let mut copy = counted.clone();
    copy.name = "copy.json".to_owned();
    ledger_of([counted.arrived(), copy.arrived(), unreadable("ảnh.jpg", "read/not-utf8")])
}

fn is_of(fact: &Fact, kind: FactKind) -> bool {
    match fact {
        Fact::None => true,
        Fact::Text(_) => kind == FactKind::Text,
        Fact::Number(_) => kind == FactKind::Number,
        Fact::Decimal(_) => kind == FactKind::Decimal,
        Fact::Truth(_) => kind == FactKind::Truth,
        Fact::Day(_) => kind == FactKind::Day,
    }
}

/// The rows of a table, each as its values by column.
fn rows(table: FactTable) -> Vec<Vec<(&'static str, Fact)>> {
    let columns = table.columns();
    let name = |row: Vec<Fact>| {
        assert_eq!(row.len(), columns.len(), "{}", table.name());
        for (fact, column) in row.iter().zip(&columns) {
            assert!(is_of(fact, column.kind), "{}.{}: {fact:?}", table.name(), column.name);
        }
        columns.iter().map(|column| column.name).zip(row).collect()
    };
    table.rows(registry(), &ledger()).map(name).collect()
}

fn value(row: &[(&'static str, Fact)], column: &str) -> Fact {
    row.iter().find(|(name, _)| *name == column).unwrap().1.clone()
}

#[test]
fn every_file_is_a_row_of_returns() {
    let states = rows(FactTable::Returns).into_iter().map(|row| (value(&row, "file"), value(&row, "state")));
    let expected = [("sent.json", "accepted"), ("copy.json", "duplicate"), ("ảnh.jpg", "not-a-return")];
    let text = |text: &str| Fact::Text(text.to_owned());
    assert_eq!(states.collect::<Vec<_>>(), expected.map(|(file, state)| (text(file), text(state))));
}

#[test]
fn only_what_counts_is_in_the_tables_that_are_summed() {
    for table in [FactTable::GeneralTasks, FactTable::Tasks, FactTable::Counts] {
        let rows = rows(table);
        assert!(!rows.is_empty(), "{}", table.name());
        assert!(rows.iter().all(|row| value(row, "file") == Fact::Text("sent.json".to_owned())), "{}", table.name());
    }
}

#[test]
fn blank_zero_and_no_data_stay_apart() {
    let rows = rows(FactTable::Counts);
    let of = |id: &str| {
        let row = rows.iter().find(|row| value(row, "count") == Fact::Text(id.to_owned())).unwrap();
        (value(row, "answered"), value(row, "value"), value(row, "no_data_reason"))
    };
    let reason = Fact::Text("chưa thống kê".to_owned());
    assert_eq!(of("level3"), (Fact::Truth(true), Fact::Number(86), Fact::None));
    assert_eq!(of("level4"), (Fact::Truth(true), Fact::Number(0), Fact::None));
    assert_eq!(of("received3-year"), (Fact::Truth(true), Fact::None, reason));
    assert_eq!(of("level1"), (Fact::Truth(false), Fact::None, Fact::None));
}

#[test]
fn what_covers_another_time_is_in_no_sum_here_as_in_no_table() {
    let rows = rows(FactTable::Counts);
    let row = rows.iter().find(|row| value(row, "count") == Fact::Text("built3-year".to_owned())).unwrap();
    assert_eq!(value(row, "answered"), Fact::Truth(true));
    assert_eq!((value(row, "value"), value(row, "not_added")), (Fact::None, Fact::Number(480)));
    let collected = Collected::of_ledger(registry(), &ledger(), None);
    let services = table(TableKind::ServicesCentral, &collected);
    for column in services.columns.iter().filter(|column| registry().count(&CountId::from(**column)).is_some()) {
        let of_column = |row: &&Vec<(&'static str, Fact)>| value(row, "count") == Fact::Text((*column).to_owned());
        let numbers = rows.iter().filter(of_column).filter_map(|row| match value(row, "value") {
            Fact::Number(number) => Some(number),
            _ => None,
        });
        let total = services.cell(services.total().unwrap(), column).unwrap().number();
        assert_eq!(numbers.reduce(|sum, number| sum + number), total, "{column}");
    }
}
