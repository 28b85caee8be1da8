//! What stands around the text: the head, and the recipients beside the signature (Decree 30/2020/NĐ-CP, annex I).

use super::paragraph::{Paragraph, Place};
use super::table::{Borders, TableShape};
use crate::export::paper::{COUNTRY, MOTTO, RECIPIENTS};
use crate::export::xml::Xml;
use crate::export::{Paper, PaperHead};

/// Room for the signature and the seal between the office and the name, in twentieths of a point.
const SIGNATURE_ROOM: u32 = 1500;
/// How far the lines below the agency, the motto and the subject are drawn in on each side.
const AGENCY_RULE: u32 = 1350;
const MOTTO_RULE: u32 = 930;
const SUBJECT_RULE: u32 = 3700;

/// Writes the head: agency and number on the left, country, motto, place and date on the right, kind and subject below.
pub fn head(xml: &mut Xml, head: &PaperHead, width: u32) {
    let left = width * 41 / 100;
    let shape = TableShape { widths: vec![left, width - left], borders: Borders::None };
    shape.write(xml, |xml| {
        xml.element("w:tr", &[], |xml| {
            shape.cell(xml, 0, 1, |xml| agency(xml, head));
            shape.cell(xml, 1, 1, |xml| {
                let country = Paragraph { place: Place::Centre, bold: true, size: 12, ..Paragraph::default() };
                country.write(xml, COUNTRY);
                Paragraph { size: 13, ..country }.write(xml, MOTTO);
                rule(xml, MOTTO_RULE);
            });
        });
        xml.element("w:tr", &[], |xml| {
            let line = Paragraph { place: Place::Centre, size: 13, before: 60, ..Paragraph::default() };
            shape.cell(xml, 0, 1, |xml| line.write(xml, &head.number));
            shape.cell(xml, 1, 1, |xml| Paragraph { italic: true, ..line }.write(xml, &head.place_and_date));
        });
    });
    title(xml, head);
}

fn agency(xml: &mut Xml, head: &PaperHead) {
    let line = Paragraph { place: Place::Centre, size: 12, ..Paragraph::default() };
    if !head.superior.is_empty() {
        line.write(xml, &head.superior);
    }
    Paragraph { bold: true, ..line }.write(xml, &head.agency);
    rule(xml, AGENCY_RULE);
}

fn title(xml: &mut Xml, head: &PaperHead) {
    let line = Paragraph { place: Place::Centre, bold: true, with_next: true, ..Paragraph::default() };
    if !head.kind.is_empty() {
        Paragraph { before: 360, ..line }.write(xml, &head.kind);
    }
    if !head.subject.is_empty() {
        line.write(xml, &head.subject);
    }
    rule(xml, SUBJECT_RULE);
    Paragraph { size: 6, ..Paragraph::default() }.write(xml, "");
}

/// A line in the middle: an empty paragraph, as low as can be, with a border.
fn rule(xml: &mut Xml, narrowed: u32) {
    Paragraph { ruled: true, narrowed, size: 1, ..Paragraph::default() }.write(xml, "");
}

/// Writes the end: the recipients on the left, office and name of who signs on the right; it is not parted by a page.
pub fn end(xml: &mut Xml, paper: &Paper, width: u32) {
    Paragraph { size: 6, with_next: true, ..Paragraph::default() }.write(xml, "");
    let shape = TableShape { widths: vec![width / 2, width - width / 2], borders: Borders::None };
    shape.write(xml, |xml| {
        xml.element("w:tr", &[], |xml| {
            xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
            shape.cell(xml, 0, 1, |xml| recipients(xml, paper));
            shape.cell(xml, 1, 1, |xml| signature(xml, paper));
        });
    });
}

fn recipients(xml: &mut Xml, paper: &Paper) {
    let lines = paper.recipient_lines();
    let heading = if lines.is_empty() { "" } else { RECIPIENTS };
    Paragraph { bold: true, italic: true, size: 12, ..Paragraph::default() }.write(xml, heading);
    for line in lines {
        Paragraph { size: 11, ..Paragraph::default() }.write(xml, &line);
    }
}

fn signature(xml: &mut Xml, paper: &Paper) {
    let line = Paragraph { place: Place::Centre, bold: true, ..Paragraph::default() };
    for words in &paper.signatory.authority {
        line.write(xml, words);
    }
    Paragraph { before: SIGNATURE_ROOM, ..line }.write(xml, &paper.signatory.name);
}
