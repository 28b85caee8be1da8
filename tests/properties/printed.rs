//! Whatever stands in a return stands on its paper.

use crate::returns::{any_return, put_each};
use proptest::prelude::*;
use return36a::export::{Block, Paper, docx};
use return36a::quarterly::{Answer, Return};
use return36a::registry::Registry;
use return36a::rules::RuleSet;
use return36a::text::{PrintedSignature, ReturnToPrint, return_paper};
use return36a::vietnamese::{Date, count_text};
use std::sync::LazyLock;

static RULES: LazyLock<RuleSet> = LazyLock::new(|| RuleSet::compile(&Registry::embedded().unwrap().rule).unwrap());

fn printed(content: &Return, signed: bool) -> Paper {
    let signature =
        PrintedSignature { who: "Người lập: A".into(), about: vec!["Khóa".into()], says: "Khớp".into() };
    let signatures = if signed { vec![signature] } else { Vec::new() };
    return_paper(&ReturnToPrint {
        registry: Registry::embedded().unwrap(),
        rules: &RULES,
        content,
        findings: &[],
        slips: &[],
        signatures: &signatures,
        unread: &[],
    })
}

/// All words of the paper.
pub fn words(paper: &Paper) -> Vec<String> {
    let of = |block: &Block| match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => vec![text.clone()],
        Block::Bullets(lines) => lines.clone(),
        Block::Table(sheet) => sheet.rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.printed())).collect(),
        Block::NewPage { .. } => Vec::new(),
    };
    let head = [paper.head.number.clone(), paper.head.place_and_date.clone()];
    head.into_iter().chain(paper.blocks.iter().chain(&paper.annexes).flat_map(of)).collect()
}

/// The lines of a text as the paper has them: what is blank is no line.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim().is_empty())
}

fn answer_words(answer: &Answer) -> String {
    match answer {
        Answer::NoData(reason) => format!("Không có số liệu: {reason}").trim_end_matches(": ").to_owned(),
        answer => count_text(answer.number().unwrap()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Each field is changed by itself, and the paper changes by what it holds now, signed or not.
    #[test]
    fn each_field_stands_on_the_paper(content in any_return("2017-Q2"), signed in any::<bool>(), draw in 0..1000_usize) {
        put_each(&content, draw, |path, changed, holds| {
            let paper = printed(changed, signed);
            let words = words(&paper);
            for held in holds {
                for line in lines(held) {
                    assert!(words.iter().any(|text| text.contains(line)), "{path}: {line:?} is not on {words:#?}");
                }
            }
        });
    }

    /// Blank places are dots or dashes, no data says so, and neither is a zero.
    #[test]
    fn a_count_is_what_was_answered_and_never_a_zero_for_nothing(content in any_return("2017-Q2"), signed in any::<bool>()) {
        let paper = printed(&content, signed);
        let cells: Vec<String> = paper.blocks.iter().filter_map(|block| match block {
            Block::Table(sheet) if sheet.name.contains("Số liệu") => Some(sheet),
            _ => None,
        }).flat_map(|sheet| sheet.rows.iter().map(|row| row.cells[3].printed())).collect();
        prop_assert_eq!(cells.len(), content.services.len());
        for answer in content.services.values().filter_map(|count| count.answer.as_ref()) {
            prop_assert!(cells.contains(&answer_words(answer)), "{:?}", answer);
        }
        let zeros = content.services.values().filter(|count| count.answer == Some(Answer::ConfirmedZero)).count();
        prop_assert_eq!(cells.iter().filter(|cell| cell.as_str() == "0").count(), zeros);
        let blank = if signed { "–" } else { "…………" };
        let blanks = content.services.values().filter(|count| count.answer.is_none()).count();
        prop_assert_eq!(cells.iter().filter(|cell| cell.as_str() == blank).count(), blanks);
    }

    /// Any return becomes a document.
    #[test]
    fn any_return_becomes_a_document(content in any_return("2017-Q2")) {
        prop_assert!(docx(&printed(&content, false), Date::new(2017, 6, 12).unwrap()).is_ok());
    }
}
