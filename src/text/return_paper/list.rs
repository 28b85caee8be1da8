//! The agency's own list of online services, as an annex.

use super::rows::{place, table};
use super::{Kind, Sheets, VI};
use crate::export::{Align, Block, SheetCell};
use crate::quarterly::ListedService;
use crate::text::label;
use crate::vietnamese::{Date, count_text};

/// So many services can be written by hand.
const LINES_BY_HAND: usize = 22;
/// Room for two lines of handwriting.
const ROOM: &str = "\u{a0}\n\u{a0}";
const TITLE: &str = "DANH MỤC DỊCH VỤ CÔNG TRỰC TUYẾN";
const NONE: &str = "Không kèm danh mục.";

fn heading(field: &str) -> &'static str {
    label(&format!("/service_list/0001/{field}")).text(VI)
}

impl Sheets<'_> {
    /// The line in the text that leads to the annex.
    pub(super) fn list_line(&self) -> Vec<Block> {
        let count = count_text(i64::try_from(self.of.content.service_list.len()).unwrap_or(i64::MAX));
        let says = match (self.kind, self.of.content.service_list.is_empty()) {
            (Kind::Form, _) => "Ghi ở Phụ lục kèm theo; không bắt buộc.".to_owned(),
            (_, true) => NONE.to_owned(),
            (_, false) => format!("{count} dịch vụ, ở Phụ lục kèm theo."),
        };
        vec![Block::Paragraph(says)]
    }

    pub(super) fn service_list(&self) -> Vec<Block> {
        let list = &self.of.content.service_list;
        let rows: Vec<Vec<SheetCell>> = match self.kind {
            Kind::Form => (0..LINES_BY_HAND).map(blank_row).collect(),
            _ => list.values().enumerate().map(|(at, service)| self.service(at, service)).collect(),
        };
        if rows.is_empty() {
            return Vec::new();
        }
        let columns = [
            ("TT", 6, Align::Centre),
            (heading("code"), 16, Align::Text),
            (heading("name"), 46, Align::Text),
            (heading("level"), 8, Align::Centre),
            (heading("deployed_on"), 12, Align::Centre),
            (heading("address"), 30, Align::Text),
            (heading("received"), 11, Align::Number),
            (heading("resolved"), 11, Align::Number),
        ];
        vec![
            Block::NewPage { landscape: true },
            Block::Heading { level: 1, text: "Phụ lục".to_owned() },
            Block::Heading { level: 1, text: TITLE.to_owned() },
            Block::Paragraph(format!("(Kèm theo Báo cáo {})", self.number_and_date())),
            Block::Table(table(&columns, rows)),
        ]
    }

    fn service(&self, at: usize, of: &ListedService) -> Vec<SheetCell> {
        vec![
            place(at),
            self.text(&of.code),
            self.text(&of.name),
            SheetCell::text(self.words(&of.level.map(count_text).unwrap_or_default())),
            SheetCell::text(self.words(&of.deployed_on.map(Date::vietnamese).unwrap_or_default())),
            self.text(&of.address),
            self.count(of.received.as_ref()),
            self.count(of.resolved.as_ref()),
        ]
    }
}

fn blank_row(at: usize) -> Vec<SheetCell> {
    let room = std::iter::once(SheetCell::text(ROOM)).chain((0..6).map(|_| SheetCell::Blank));
    std::iter::once(place(at)).chain(room).collect()
}
