//! Difficulties and proposals, of those who wrote any.

use super::{numbered, words};
use crate::collect::{Collected, Place, Row, Table, TableKind};

pub(super) fn table(collected: &Collected<'_>) -> Table {
    let mut rows = Vec::new();
    for agency in collected.everyone() {
        let Some(content) = collected.now(&agency.id) else { continue };
        if content.difficulties.trim().is_empty() && content.proposals.trim().is_empty() {
            continue;
        }
        let mut cells = numbered(rows.len(), agency);
        let texts = [("/difficulties", &content.difficulties), ("/proposals", &content.proposals)];
        cells.extend(texts.map(|(path, text)| words(text, Some(Place::of(content, path.to_owned())))));
        rows.push(Row::plain(cells));
    }
    Table { kind: TableKind::Difficulties, columns: vec!["no", "agency", "difficulties", "proposals"], rows }
}
