//! A ledger as flat tables: as many values as columns, each of its kind, and only what counts where sums are made.

use super::made::{Made, ledger_of, registry, unreadable};
use return36a::collect::{Fact, FactKind, FactTable, Ledger};
use return36a::quarterly::Answer;

fn ledger() -> Ledger {
    let counted = Made::new("sent.json").with(|made| {
        let counts = &mut made.content.services;
        for (id, answer) in [
            ("level3", Answer::Reported(86)),
            ("level4", Answer::ConfirmedZero),
            ("received3-year", Answer::NoData("chưa thống kê".to_owned())),
        ] {
            counts.get_mut(id).unwrap().answer = Some(answer);
        }
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
