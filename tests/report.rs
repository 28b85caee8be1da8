//! The national report in words: every number of a sentence is that of a table.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

use return36a::quarterly::printed as returns;

use return36a::collect::Collected;
use return36a::export::{Block, Paper, docx, xlsx};
use return36a::quarterly::{GeneralStatus, Return};
use return36a::registry::{AgencyId, Registry};
use return36a::text::{ReportWords, national_report};
use return36a::vietnamese::Date;
use std::collections::BTreeSet;

fn registry() -> &'static Registry {
    Registry::embedded().unwrap()
}

/// The returns of quarter II/2017 with the statuses of annex I of 7242/BC-VPCP.
fn of_annex_1() -> Vec<Return> {
    let agencies: BTreeSet<&AgencyId> = registry().task.iter().map(|task| &task.agency).collect();
    agencies.into_iter().map(|agency| returns::of_annex_1(registry(), agency)).collect()
}

fn report(returns: Vec<Return>, words: &ReportWords) -> Paper {
    national_report(&Collected::of_returns(registry(), "2017-Q2".parse().unwrap(), returns), words)
}

fn texts(paper: &Paper) -> Vec<String> {
    let of = |block: &Block| match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => vec![text.clone()],
        Block::Bullets(lines) => lines.clone(),
        Block::Table(sheet) => sheet.title.clone(),
        Block::NewPage { .. } => Vec::new(),
    };
    paper.blocks.iter().chain(&paper.annexes).flat_map(of).collect()
}

#[test]
fn the_head_is_that_of_the_reports() {
    let words = ReportWords {
        number: "7242".into(),
        date: Some(Date::parse_iso("2017-07-02").unwrap()),
        ..ReportWords::default()
    };
    let head = report(Vec::new(), &words).head;
    assert_eq!((head.number.as_str(), head.agency.as_str()), ("Số: 7242/BC-VPCP", "VĂN PHÒNG CHÍNH PHỦ"));
    assert_eq!(head.place_and_date, "Hà Nội, ngày 02 tháng 7 năm 2017");
    assert_eq!(
        head.subject,
        "Tình hình thực hiện Nghị quyết số 36a/NQ-CP của Chính phủ về Chính phủ điện tử quý II năm 2017"
    );
    let early = ReportWords { date: Some(Date::parse_iso("2018-01-10").unwrap()), ..words };
    assert_eq!(report(Vec::new(), &early).head.place_and_date, "Hà Nội, ngày 10 tháng 01 năm 2018");
}

#[test]
fn the_sentences_of_quarter_2_2017_say_what_annex_1_says() {
    let texts = texts(&report(of_annex_1(), &ReportWords::default()));
    let has = |sentence: &str| assert!(texts.iter().any(|text| text == sentence), "{sentence}\n{texts:#?}");
    has(
        "Theo báo cáo của 23/23 cơ quan được giao nhiệm vụ, trong 71 nhiệm vụ cụ thể được giao tại Nghị quyết 36a có 33 \
         nhiệm vụ đã hoàn thành, đạt tỷ lệ 46,5% số nhiệm vụ của các cơ quan đã báo cáo.",
    );
    has(
        "Văn phòng Chính phủ đã tổng hợp báo cáo của 21/31 bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ và 2/63 tỉnh, \
         thành phố trực thuộc Trung ương; trong đó không có báo cáo nào gửi sau thời hạn.",
    );
}

#[test]
fn who_has_not_done_a_general_task_is_named_as_in_the_report() {
    let mut returns = of_annex_1();
    for content in &mut returns {
        let done = content.agency.as_str() != "bo-noi-vu";
        let status = if done { GeneralStatus::Done } else { GeneralStatus::InProgress };
        if let Some(answer) = content.general_tasks.get_mut("action-plan") {
            answer.status = Some(status);
        }
    }
    let texts = texts(&report(returns, &ReportWords::default()));
    assert!(texts.iter().any(|text| text == "Chưa thực hiện: Bộ Nội vụ."), "{texts:#?}");
    let done = "Đã thực hiện: 19/30 bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ và 2/63 tỉnh, thành phố trực thuộc \
                Trung ương.";
    assert!(texts.iter().any(|text| text == done), "{texts:#?}");
}

#[test]
fn what_is_not_there_is_not_said() {
    let texts = texts(&report(Vec::new(), &ReportWords::default()));
    assert!(!texts.iter().any(|text| text.contains("đạt tỷ lệ")), "no share of nothing");
    assert!(!texts.iter().any(|text| text.contains("So sánh với quý trước")), "no quarter before");
    assert!(!texts.iter().any(|text| text.contains("Nhận xét")), "no remarks");
    assert!(texts.iter().any(|text| text.starts_with("Chưa nhận được báo cáo của 94 cơ quan: Bộ Công an; ")));
    let words = ReportWords {
        remarks: "Đề nghị gửi đúng hạn.\n\n Đề nghị ký số. ".into(), ..ReportWords::default()
    };
    let paper = report(Vec::new(), &words);
    let last: Vec<_> = paper.blocks.iter().rev().take(3).cloned().collect();
    assert_eq!(
        last,
        [
            Block::Paragraph("Đề nghị ký số.".into()),
            Block::Paragraph("Đề nghị gửi đúng hạn.".into()),
            Block::Heading { level: 1, text: "4. Nhận xét, kiến nghị".into() },
        ]
    );
}

#[test]
fn the_report_becomes_a_document() {
    let paper = report(of_annex_1(), &ReportWords::default());
    let created = Date::parse_iso("2017-07-12").unwrap();
    let bytes = docx(&paper, created).unwrap();
    assert_eq!(bytes, docx(&paper, created).unwrap(), "the same report gives the same bytes");
    if let Some(folder) = std::env::var_os("RETURN36A_REPORT") {
        std::fs::write(std::path::Path::new(&folder).join("report.docx"), &bytes).unwrap();
        let sheets: Vec<_> = paper
            .blocks
            .iter()
            .chain(&paper.annexes)
            .filter_map(|block| if let Block::Table(sheet) = block { Some(sheet.clone()) } else { None })
            .collect();
        std::fs::write(std::path::Path::new(&folder).join("report.xlsx"), xlsx(&sheets, created).unwrap()).unwrap();
    }
}

#[test]
fn an_annex_is_headed_by_its_number_and_below_it_by_its_name() {
    let paper = report(Vec::new(), &ReportWords::default());
    let [first, second, ..] = paper.annexes[1..].as_ref() else { panic!("annexes") };
    assert_eq!(first, &Block::Heading { level: 1, text: "Phụ lục I".into() });
    assert_eq!(second, &Block::Heading { level: 1, text: "TÌNH HÌNH THỰC HIỆN CÁC NHIỆM VỤ CHUNG".into() });
}

#[test]
fn a_deadline_is_called_one_once() {
    let texts = texts(&report(of_annex_1(), &ReportWords::default()));
    assert!(texts.iter().any(|text| text.ends_with("(thời hạn: 01/3/2016)")), "{texts:#?}");
    assert!(!texts.iter().any(|text| text.contains("thời hạn: thời hạn")), "{texts:#?}");
}

#[test]
fn provinces_are_named_inside_a_sentence_with_a_small_letter() {
    let texts = texts(&report(Vec::new(), &ReportWords::default()));
    let missing = texts.iter().find(|text| text.starts_with("Chưa nhận được báo cáo của 94 cơ quan")).unwrap();
    assert!(missing.contains("; thành phố Hà Nội; ") && missing.contains("; tỉnh Hà Giang; "), "{missing}");
}
