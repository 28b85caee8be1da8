//! What stands around the text: the head, and the recipients beside the signature (Decree 30/2020/NĐ-CP, annex I).

use super::package::WORDS;
use super::paragraph::{Paragraph, Place};
use super::table::{Borders, TableShape};
use crate::export::paper::{COUNTRY, MOTTO, RECIPIENTS};
use crate::export::xml::Xml;
use crate::export::{Paper, PaperHead, PaperMark, Signatory};

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
    let signatories: Vec<&Signatory> = paper.drafter.iter().chain([&paper.signatory]).collect();
    let parts = u32::try_from(signatories.len()).unwrap_or(1) + 1;
    let widths = (0..parts).map(|_| width / parts).collect();
    let shape = TableShape { widths, borders: Borders::None };
    shape.write(xml, |xml| {
        xml.element("w:tr", &[], |xml| {
            xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
            shape.cell(xml, 0, 1, |xml| recipients(xml, paper));
            for (at, of) in signatories.into_iter().enumerate() {
                shape.cell(xml, at + 1, 1, |xml| signature(xml, of));
            }
        });
    });
    if let Some(mark) = paper.mark.as_ref().filter(|mark| !mark.explain.is_empty()) {
        Paragraph { size: 11, italic: true, before: 240, ..Paragraph::default() }.write(xml, &mark.explain);
    }
}

/// Writes what must not be overlooked, above the head.
pub fn warning(xml: &mut Xml, paper: &Paper) {
    if let Some(mark) = paper.mark.as_ref().filter(|mark| !mark.warning.is_empty()) {
        Paragraph { place: Place::Right, bold: true, after: 120, ..Paragraph::default() }.write(xml, &mark.warning);
    }
}

/// The part with what stands at the foot of each page.
pub fn foot(mark: &PaperMark) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:ftr", &[("xmlns:w", WORDS)], |xml| {
        for line in std::iter::once(&mark.warning).chain(&mark.lines).filter(|line| !line.is_empty()) {
            Paragraph { place: Place::Centre, size: 9, ..Paragraph::default() }.write(xml, line);
        }
    });
    xml.into_bytes()
}

fn recipients(xml: &mut Xml, paper: &Paper) {
    let lines = paper.recipient_lines();
    let heading = if lines.is_empty() { "" } else { RECIPIENTS };
    Paragraph { bold: true, italic: true, size: 12, ..Paragraph::default() }.write(xml, heading);
    for line in lines {
        Paragraph { size: 11, ..Paragraph::default() }.write(xml, &line);
    }
}

fn signature(xml: &mut Xml, of: &Signatory) {
    let line = Paragraph { place: Place::Centre, bold: true, ..Paragraph::default() };
    for words in &of.authority {
        line.write(xml, words);
    }
    if !of.note.is_empty() {
        Paragraph { bold: false, italic: true, size: 12, ..line }.write(xml, &of.note);
    }
    Paragraph { before: SIGNATURE_ROOM, ..line }.write(xml, &of.name);
}
