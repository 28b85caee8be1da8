//! One agency's return as an administrative document, in the layout of Decree 30/2020/NĐ-CP, and the same as a form to be
//! filled by hand.
//!
//! The document is Vietnamese whatever language the page has, as the returns are. Whatever stands in the return stands on it:
//! what is signed is shown.

mod counts;
mod frame;
mod list;
mod rows;
mod tasks;
mod told;

use super::field_place::section_name;
use super::phrase::Language;
use crate::collect::Slip;
use crate::export::{Block, Paper, PaperMark};
use crate::quarterly::{Return, Section, Start, blank};
use crate::registry::{AgencyId, Period, Registry};
use crate::rules::{Finding, RuleSet};

/// The language of the document.
const VI: Language = Language::Vietnamese;

/// A return that is to be printed.
#[derive(Clone, Debug)]
pub struct ReturnToPrint<'a> {
    /// The registry in use.
    pub registry: &'a Registry,
    /// Its rules, whose messages justifications answer.
    pub rules: &'a RuleSet,
    /// The return.
    pub content: &'a Return,
    /// What is said of it.
    pub findings: &'a [Finding],
    /// The coordinator's query slips about it.
    pub slips: &'a [Slip],
    /// Its signatures; none where it is a draft.
    pub signatures: &'a [PrintedSignature],
    /// Texts that were typed and that their fields cannot hold, by path: they are no part of the return.
    pub unread: &'a [(String, String)],
}

/// A signature in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedSignature {
    /// Who signed, in which role.
    pub who: String,
    /// When, by which key or certificate.
    pub about: Vec<String>,
    /// What is to be thought of it.
    pub says: String,
}

/// How places without an answer look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A return that nobody has signed: there is room to write.
    Draft,
    /// A signed one: a dash, so that nothing is written in afterwards.
    Signed,
    /// A form without any answer, to be filled by hand.
    Form,
}

/// The return on paper.
pub fn return_paper(of: &ReturnToPrint<'_>) -> Paper {
    let kind = if of.signatures.is_empty() { Kind::Draft } else { Kind::Signed };
    Sheets { of, kind }.paper(frame::mark_of(of))
}

/// The form of an agency and quarter, to be filled by hand.
pub fn return_form(
    registry: &Registry,
    registry_sha256: &str,
    rules: &RuleSet,
    agency: &AgencyId,
    period: Period,
) -> Paper {
    let start = Start { agency: agency.clone(), period, random: [0; 16] };
    let content = blank(registry, registry_sha256, &start);
    let of =
        ReturnToPrint { registry, rules, content: &content, findings: &[], slips: &[], signatures: &[], unread: &[] };
    Sheets { of: &of, kind: Kind::Form }.paper(frame::mark_of_form(&content.registry))
}

struct Sheets<'a> {
    of: &'a ReturnToPrint<'a>,
    kind: Kind,
}

impl Sheets<'_> {
    fn paper(&self, mark: PaperMark) -> Paper {
        Paper {
            head: self.head(),
            blocks: self.blocks(),
            recipients: frame::RECIPIENTS.map(str::to_owned).to_vec(),
            drafter: Some(self.drafter()),
            signatory: self.signatory(),
            annexes: self.service_list(),
            mark: Some(mark),
        }
    }

    fn blocks(&self) -> Vec<Block> {
        let mut blocks = vec![self.opening()];
        let name = |section: Section| section_name(section, VI).to_owned();
        let parts = [
            (name(Section::Heading), self.heading()),
            (name(Section::GeneralTasks), self.general_tasks()),
            (name(Section::Tasks), self.tasks()),
            (name(Section::Services), self.counts(Section::Services)),
            (name(Section::Dossiers), self.counts(Section::Dossiers)),
            (name(Section::ServiceList), self.list_line()),
            (name(Section::Indicators), self.indicators()),
            (name(Section::Difficulties), self.difficulties()),
            (told::JUSTIFICATIONS.to_owned(), self.justifications()),
            (told::ANSWERS.to_owned(), self.answers()),
            (told::UNREAD.to_owned(), self.unread()),
            (told::SIGNATURES.to_owned(), self.signatures()),
        ];
        let numbers = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
        let there = parts.into_iter().filter(|(_, blocks)| !blocks.is_empty());
        for ((heading, part), number) in there.zip(numbers) {
            blocks.push(Block::Heading { level: 1, text: format!("{number}. {heading}") });
            blocks.extend(part);
        }
        blocks
    }
}
