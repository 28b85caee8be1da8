//! Procedures, services, dossiers; measured indicators.

use super::rows::{place, table};
use super::{Kind, Sheets, VI};
use crate::export::{Align, Block, Sheet, SheetCell};
use crate::quarterly::{CountAnswer, IndicatorAnswer, Section};
use crate::registry::CountId;
use crate::text::basis_name;
use crate::vietnamese::Decimal;

const COUNTS: [(&str, u16, Align); 5] = [
    ("TT", 6, Align::Centre),
    ("Nội dung", 38, Align::Text),
    ("Thời gian tính", 14, Align::Text),
    ("Số liệu", 18, Align::Number),
    ("Ghi chú", 20, Align::Text),
];
const INDICATORS: [(&str, u16, Align); 6] = [
    ("TT", 6, Align::Centre),
    ("Chỉ tiêu", 32, Align::Text),
    ("Nhiệm vụ", 10, Align::Centre),
    ("Mục tiêu", 14, Align::Text),
    ("Kết quả đo", 14, Align::Text),
    ("Ghi chú", 20, Align::Text),
];

impl Sheets<'_> {
    pub(super) fn counts(&self, section: Section) -> Vec<Block> {
        let content = self.of.content;
        let here = |id: &CountId| Section::of_path(&format!("/services/{id}")) == section;
        let known: Vec<&CountId> = self.of.registry.count.iter().map(|count| &count.id).collect();
        let asked = known.iter().filter_map(|id| content.services.get_key_value(*id));
        let strange = content.services.iter().filter(|(id, _)| !known.contains(id));
        let of: Vec<(&CountId, &CountAnswer)> = asked.chain(strange).filter(|(id, _)| here(id)).collect();
        if of.is_empty() {
            return Vec::new();
        }
        let rows = of.iter().enumerate().map(|(at, (id, answer))| self.count_row(at, id, answer)).collect();
        let ids: Vec<&CountId> = of.iter().map(|(id, _)| *id).collect();
        let notes = if self.kind == Kind::Form { self.helps(&ids) } else { Vec::new() };
        vec![Block::Table(Sheet { notes, ..table(&COUNTS, rows) })]
    }

    fn count_row(&self, at: usize, id: &CountId, of: &CountAnswer) -> Vec<SheetCell> {
        let text = self.of.registry.count(id).map_or(id.as_str(), |count| count.label.text(VI));
        let basis = basis_name(of.basis, VI);
        let remark = self.remark(&of.remark);
        vec![place(at), SheetCell::text(text), SheetCell::text(basis), self.count(of.answer.as_ref()), remark]
    }

    /// A remark, which nobody need make: its place stays empty without one.
    fn remark(&self, remark: &str) -> SheetCell {
        if remark.is_empty() { SheetCell::Blank } else { SheetCell::text(remark) }
    }

    /// What is meant by each count: told once for all rows of which the same is meant.
    fn helps(&self, ids: &[&CountId]) -> Vec<String> {
        let mut helps: Vec<(&str, Vec<String>)> = Vec::new();
        for (at, id) in ids.iter().enumerate() {
            let Some(help) = self.of.registry.count(id).map(|count| count.help.text(VI)) else { continue };
            let number = (at + 1).to_string();
            match helps.iter_mut().find(|(known, _)| *known == help) {
                Some((_, numbers)) => numbers.push(number),
                None => helps.push((help, vec![number])),
            }
        }
        helps.into_iter().map(|(help, numbers)| format!("Dòng {}: {help}", numbers.join(", "))).collect()
    }

    pub(super) fn indicators(&self) -> Vec<Block> {
        let content = self.of.content;
        let known = self.of.registry.indicators_of(&content.agency);
        let asked = known.iter().filter_map(|one| content.indicators.get_key_value(&one.id));
        let strange = content.indicators.iter().filter(|(id, _)| !known.iter().any(|one| one.id == **id));
        let of: Vec<_> = asked.chain(strange).collect();
        let rows: Vec<Vec<SheetCell>> =
            of.into_iter().enumerate().map(|(at, (id, answer))| self.indicator(at, id, answer)).collect();
        if rows.is_empty() { Vec::new() } else { vec![Block::Table(table(&INDICATORS, rows))] }
    }

    fn indicator(&self, at: usize, id: &crate::registry::IndicatorId, of: &IndicatorAnswer) -> Vec<SheetCell> {
        let known = self.of.registry.indicator(id);
        let words = |told: Option<&str>| SheetCell::text(told.unwrap_or_default());
        let unit = known.map(|known| known.unit.as_str()).unwrap_or_default();
        let value = self.words(&of.value.map(Decimal::vietnamese).unwrap_or_default());
        vec![
            place(at),
            SheetCell::text(known.map_or(id.as_str(), |known| known.label.text(VI))),
            words(known.map(|known| known.task.as_str())),
            words(known.map(|known| known.target_printed.as_str())),
            SheetCell::text(format!("{value} {unit}").trim()),
            self.remark(&of.remark),
        ]
    }
}
