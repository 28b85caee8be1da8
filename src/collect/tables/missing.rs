//! Who has not filed, or whose files do not count.

use super::numbered;
use crate::collect::{Cell, Collected, Row, Table, TableKind, Value};
use crate::registry::Tier;

pub(super) fn table(collected: &Collected<'_>) -> Table {
    let lists = [(Tier::Central, "central"), (Tier::Local, "local")];
    let rows = lists.into_iter().flat_map(|(tier, word)| list(collected, tier, word)).collect();
    Table { kind: TableKind::Missing, columns: vec!["no", "agency", "list", "reason"], rows }
}

/// Those of one list, numbered from 1.
fn list(collected: &Collected<'_>, tier: Tier, word: &'static str) -> Vec<Row> {
    let missing = collected.agencies(tier).into_iter().filter(|agency| collected.now(&agency.id).is_none());
    let rows = missing.enumerate().map(|(before, agency)| {
        let state = collected.filing.get(&agency.id).and_then(|reception| reception.state);
        let reason = state.map_or(Value::Word("not-received"), Value::State);
        let mut cells = numbered(before, agency);
        cells.extend([Value::Word(word), reason].map(Cell::bare));
        Row::plain(cells)
    });
    rows.collect()
}
