//! The text: its blocks, and the pages they stand on.

use super::package::{FOOT_ID, PAGE_NUMBER_ID, RELATIONS, WORDS};
use super::paragraph::{Paragraph, Place, twips};
use super::{frame, table};
use crate::export::xml::Xml;
use crate::export::{Block, Paper};

/// A4, and the margins within what the decree leaves open.
const SHORT_SIDE: u32 = twips(210);
const LONG_SIDE: u32 = twips(297);
const UPPER_AND_LOWER: u32 = twips(20);
const LEFT: u32 = twips(30);
const RIGHT: u32 = twips(15);
const PAGE_NUMBER_FROM_EDGE: u32 = twips(10);
/// Of the first line of a paragraph.
const INDENT: u32 = twips(10);

/// The part that holds the text.
pub fn document(paper: &Paper) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:document", &[("xmlns:w", WORDS), ("xmlns:r", RELATIONS)], |xml| {
        xml.element("w:body", &[], |xml| {
            let mut pages = Pages { landscape: false, first: true, annex: false, foot: paper.mark.is_some() };
            frame::warning(xml, paper);
            frame::head(xml, &paper.head, pages.width());
            let (last, others) =
                paper.blocks.split_last().map_or((None, [].as_slice()), |(last, all)| (Some(last), all));
            pages.blocks(xml, others);
            last.into_iter().for_each(|block| pages.last_block(xml, block));
            frame::end(xml, paper, pages.width());
            pages.annex = true;
            pages.blocks(xml, &paper.annexes);
            pages.section(xml);
        });
    });
    xml.into_bytes()
}

/// The pages that are being written.
struct Pages {
    landscape: bool,
    /// Whether they are the document's first, which has no number on its first page.
    first: bool,
    /// Whether they are an annex's, whose head stands in the middle.
    annex: bool,
    /// Whether something stands at the foot of each.
    foot: bool,
}

impl Pages {
    /// The width of the text, in twentieths of a point.
    fn width(&self) -> u32 {
        let page = if self.landscape { LONG_SIDE } else { SHORT_SIDE };
        page - LEFT - RIGHT
    }

    fn blocks(&mut self, xml: &mut Xml, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading { level, text } => self.placed(heading(*level)).write(xml, text),
                Block::Paragraph(text) => self.placed(body_text()).write(xml, text),
                Block::Bullets(items) => items.iter().for_each(|item| body_text().write(xml, &format!("- {item}"))),
                Block::Table(sheet) => table::sheet(xml, sheet, self.width()),
                Block::NewPage { landscape } => self.turn(xml, *landscape),
            }
        }
    }

    /// In an annex nothing but its head stands beside its tables.
    fn placed(&self, paragraph: Paragraph) -> Paragraph {
        if self.annex { Paragraph { place: Place::Centre, indent: 0, ..paragraph } } else { paragraph }
    }

    /// The block before the signature, which must not stand alone on a page: what is a paragraph goes with it.
    fn last_block(&mut self, xml: &mut Xml, block: &Block) {
        match block {
            Block::Paragraph(text) => Paragraph { with_next: true, ..body_text() }.write(xml, text),
            _ => self.blocks(xml, std::slice::from_ref(block)),
        }
    }

    /// Ends the pages so far, in the way of Word: their properties stand in their last paragraph, here one of no height.
    fn turn(&mut self, xml: &mut Xml, landscape: bool) {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                let low = [("w:before", "0"), ("w:after", "0"), ("w:line", "20"), ("w:lineRule", "exact")];
                xml.empty("w:spacing", &low);
                self.section(xml);
            });
        });
        *self = Self { landscape, first: false, ..*self };
    }

    /// Writes the properties of the pages so far.
    fn section(&self, xml: &mut Xml) {
        xml.element("w:sectPr", &[], |xml| {
            xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", PAGE_NUMBER_ID)]);
            if self.foot {
                // The first page, which has no number, has the same foot.
                for of in ["default", "first"] {
                    xml.empty("w:footerReference", &[("w:type", of), ("r:id", FOOT_ID)]);
                }
            }
            xml.empty("w:type", &[("w:val", "nextPage")]);
            let [short, long] = [SHORT_SIDE, LONG_SIDE].map(|side| side.to_string());
            if self.landscape {
                xml.empty("w:pgSz", &[("w:w", &long), ("w:h", &short), ("w:orient", "landscape")]);
            } else {
                xml.empty("w:pgSz", &[("w:w", &short), ("w:h", &long)]);
            }
            margins(xml);
            if self.first {
                xml.empty("w:titlePg", &[]);
            }
        });
    }
}

fn margins(xml: &mut Xml) {
    let [sides, left, right, edge] =
        [UPPER_AND_LOWER, LEFT, RIGHT, PAGE_NUMBER_FROM_EDGE].map(|length| length.to_string());
    let all = [
        ("w:top", sides.as_str()),
        ("w:right", &right),
        ("w:bottom", &sides),
        ("w:left", &left),
        ("w:header", &edge),
        ("w:footer", &edge),
        ("w:gutter", "0"),
    ];
    xml.empty("w:pgMar", &all);
}

fn body_text() -> Paragraph {
    Paragraph { place: Place::Both, indent: INDENT, before: 60, after: 60, airy: true, ..Paragraph::default() }
}

/// Bold at the first level, as at the second; the third is also in italics.
fn heading(level: u8) -> Paragraph {
    Paragraph { level: level.clamp(1, 3), bold: true, italic: level > 2, with_next: true, before: 120, ..body_text() }
}
