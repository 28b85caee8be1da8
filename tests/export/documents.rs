//! What an XML parser says of our text documents.

use crate::sample::{day, paper, services};
use return36a::export::{
    Block, COUNTRY, Column, ExportError, MOTTO, Paper, PaperMark, Sheet, SheetCell, Signatory, docx,
};
use return36a::vietnamese::Date;
use roxmltree::{Document, Node};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn parts(paper: &Paper) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx(paper, day()).unwrap())).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut read = |name: String| {
        let mut text = String::new();
        archive.by_name(&name).unwrap().read_to_string(&mut text).unwrap();
        (name, text)
    };
    names.into_iter().map(&mut read).collect()
}

fn with_document<T>(paper: &Paper, ask: impl FnOnce(Node<'_, '_>) -> T) -> T {
    let parts = parts(paper);
    let document = Document::parse(&parts["word/document.xml"]).unwrap();
    ask(document.root_element())
}

fn all<'a, 'b>(node: Node<'a, 'b>, name: &'static str) -> impl Iterator<Item = Node<'a, 'b>> {
    node.descendants().filter(move |one| one.has_tag_name((W, name)))
}

/// The words of a node, a line end as LF and a tab as a tab.
fn words(node: Node<'_, '_>) -> String {
    let word = |one: Node<'_, '_>| match one.tag_name().name() {
        "t" => one.text().unwrap_or_default().to_owned(),
        "br" => "\n".into(),
        "tab" => "\t".into(),
        _ => String::new(),
    };
    node.descendants().map(word).collect()
}

fn attribute(node: Node<'_, '_>, element: &'static str, name: &str) -> Vec<String> {
    all(node, element).filter_map(|one| one.attribute((W, name))).map(str::to_owned).collect()
}

/// The words of each cell, row by row.
fn cells(table: Node<'_, '_>) -> Vec<Vec<String>> {
    all(table, "tr").map(|row| all(row, "tc").map(words).collect()).collect()
}

#[test]
fn every_part_is_well_formed_named_and_asked_for() {
    let parts = parts(&paper());
    for (name, text) in &parts {
        assert!(Document::parse(text).is_ok(), "{name}: {text}");
    }
    let types = &parts["[Content_Types].xml"];
    let relations = format!("{}{}", parts["_rels/.rels"], parts["word/_rels/document.xml.rels"]);
    for name in parts.keys().filter(|name| name.ends_with(".xml") && !name.starts_with('[')) {
        assert!(types.contains(&format!("PartName=\"/{name}\"")), "{name}");
        let target = name.strip_prefix("word/").filter(|_| *name != "word/document.xml").unwrap_or(name);
        assert!(relations.contains(&format!("Target=\"{target}\"")), "{name}");
    }
    assert!(parts["docProps/core.xml"].contains("<dcterms:created xsi:type=\"dcterms:W3CDTF\">2017-12-29T00:00:00Z<"));
}

#[test]
fn the_head_has_the_parts_of_the_decree_in_their_order() {
    let (head, after) = with_document(&paper(), |root| {
        let table = all(root, "tbl").next().unwrap();
        let after = root.children().next().unwrap().children().skip(1).take(2).map(words).collect::<Vec<_>>();
        (cells(table), after)
    });
    assert_eq!(
        head,
        [
            ["VĂN PHÒNG CHÍNH PHỦ".to_owned(), format!("{COUNTRY}{MOTTO}")],
            ["Số: 314/BC-VPCP".to_owned(), "Hà Nội, ngày 29 tháng 12 năm 2017".to_owned()],
        ]
    );
    let subject = "Tình hình, kết quả triển khai Nghị quyết số 36a/NQ-CP\nvề Chính phủ điện tử năm 2017";
    assert_eq!(after, ["BÁO CÁO", subject]);
    let mut below = paper();
    below.head.superior = "BỘ TÀI CHÍNH".into();
    let first = with_document(&below, |root| words(all(root, "tc").next().unwrap()));
    assert_eq!(first, "BỘ TÀI CHÍNHVĂN PHÒNG CHÍNH PHỦ");
}

#[test]
fn the_text_stands_between_head_and_signature_and_the_annexes_after_it() {
    let text = with_document(&paper(), words);
    let order = [
        "về Chính phủ điện tử năm 2017",
        "I. KẾT QUẢ THỰC HIỆN",
        "1. Nhiệm vụ chung",
        "- Chưa có hướng dẫn <kỹ thuật> & tiêu chuẩn.",
        "Bảng 4. Cung cấp dịch vụ công trực tuyến",
        "dấu “-” là chưa có số liệu",
        "Nơi nhận:- Thủ tướng Chính phủ;- Các bộ, ngành, địa phương;- Lưu: VT, KGVX.",
        "KT. BỘ TRƯỞNG, CHỦ NHIỆMPHÓ CHỦ NHIỆM",
        "PHỤ LỤC",
        "Trang cuối",
    ];
    let places: Vec<usize> = order.iter().map(|words| text.find(words).unwrap_or_else(|| panic!("{words}"))).collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn an_annex_is_headed_in_the_middle() {
    with_document(&paper(), |root| {
        let headed = all(root, "p").find(|node| words(*node) == "PHỤ LỤC").unwrap();
        assert_eq!(attribute(headed, "jc", "val"), ["center"]);
        assert!(attribute(headed, "ind", "firstLine").iter().all(|indent| indent == "0"));
    });
}

#[test]
fn the_signature_does_not_stand_alone_on_a_page() {
    with_document(&paper(), |root| {
        let frame = all(root, "tbl").find(|table| words(*table).starts_with("Nơi nhận:")).unwrap();
        let before: Vec<_> = frame.prev_siblings().skip(1).filter(Node::is_element).take(2).collect();
        assert!(words(before[1]).starts_with("Thực hiện Nghị quyết"));
        assert!(before.iter().all(|one| all(*one, "keepNext").count() == 1));
    });
}

#[test]
fn a_table_prints_its_values_as_documents_do() {
    let table = with_document(&paper(), |root| cells(all(root, "tbl").nth(1).unwrap()));
    let note = "Ghi chú";
    let expected: [&[&str]; 8] = [
        &["TT", "Cơ quan", "Số dịch vụ công trực tuyến", "Tỷ lệ mức độ 4", "Ngày nhận báo cáo", note],
        &["", "", "Mức độ 3", "Mức độ 4", "", "", ""],
        &["I", "Bộ, cơ quan ngang bộ"],
        &["1", "Bộ Tài chính", "152", "1.234.567", "42,5%", "29/12/2017", ""],
        &["2", "Bộ Y tế", "-", "0", "-", "-", ""],
        &["II", "Tỉnh, thành phố trực thuộc Trung ương"],
        &["3", "Thừa Thiên Huế", "63", "5", "45,5%", "02/06/2017", ""],
        &["", "Tổng cộng", "215", "1.234.572", "", "", ""],
    ];
    assert_eq!(table, expected);
}

#[test]
fn every_row_is_as_wide_as_its_table_is_not_parted_and_headings_are_repeated() {
    with_document(&paper(), |root| {
        for table in all(root, "tbl").skip(1).filter(|table| all(*table, "tblBorders").next().is_some()) {
            let columns = all(table, "gridCol").count();
            for row in all(table, "tr") {
                let span = |cell| attribute(cell, "gridSpan", "val").first().map_or(1, |span| span.parse().unwrap());
                assert_eq!(all(row, "tc").map(span).sum::<usize>(), columns);
                assert_eq!(all(row, "cantSplit").count(), 1);
            }
            let repeated: Vec<bool> = all(table, "tr").map(|row| all(row, "tblHeader").next().is_some()).collect();
            assert_eq!(repeated.iter().filter(|one| **one).count(), 2);
            assert!(repeated.starts_with(&[true, true]));
            let merged = attribute(table, "vMerge", "val");
            assert_eq!(merged, [vec!["restart"; 5], vec!["continue"; 5]].concat());
        }
    });
}

#[test]
fn pages_are_a4_with_the_margins_of_the_decree_and_turn_where_they_are_told() {
    with_document(&paper(), |root| {
        assert_eq!(attribute(root, "pgSz", "w"), ["11905", "16837", "11905"]);
        assert_eq!(attribute(root, "pgSz", "orient"), ["landscape"]);
        // In millimetres: 20 above and below, 30 on the left, 15 on the right.
        for (side, least, most) in [("top", 20, 25), ("bottom", 20, 25), ("left", 30, 35), ("right", 15, 20)] {
            for length in attribute(root, "pgMar", side) {
                let millimetres = length.parse::<f64>().unwrap() / 56.6929;
                assert!((f64::from(least) - 0.1..=f64::from(most)).contains(&millimetres), "{side} {millimetres}");
            }
        }
        let numbered: Vec<bool> = all(root, "sectPr").map(|one| all(one, "titlePg").next().is_none()).collect();
        assert_eq!(numbered, [false, true, true]);
        assert_eq!(all(root, "headerReference").count(), 3);
    });
    assert!(
        parts(&paper())["word/header1.xml"]
            .contains("<w:jc w:val=\"center\"/><w:rPr></w:rPr></w:pPr><w:fldSimple w:instr=\"PAGE\">")
    );
}

#[test]
fn hostile_words_stay_words() {
    let hostile = "</w:t></w:p>&lt;<!--]]>\"'\u{202e}=1+1";
    let table =
        Sheet { rows: vec![return36a::export::Line::plain(vec![SheetCell::text(hostile)])], ..Sheet::default() };
    let mut paper = Paper { blocks: vec![Block::Paragraph(hostile.into()), Block::Table(table)], ..Paper::default() };
    paper.head.subject = format!("{hostile}\0\u{1b}");
    paper.recipients = vec![hostile.into(), "a\r\nb\tc".into()];
    let text = with_document(&paper, words);
    assert_eq!(text.matches(hostile).count(), 4);
    assert!(text.contains("\u{fffd}\u{fffd}") && text.contains("- a\nb\tc."), "{text:?}");
    assert!(parts(&paper)["docProps/core.xml"].contains("&lt;/w:t&gt;"));
}

#[test]
fn odd_shapes_are_written_and_too_wide_tables_refused() {
    let bare = Sheet { title: vec!["Tên".into()], ..Sheet::default() };
    let empty = Sheet { columns: vec![Column { width: 0, ..Column::default() }; 63], ..services() };
    let blocks = vec![Block::Table(bare), Block::Table(empty), Block::Heading { level: 200, text: "a".into() }];
    let odd = Paper { blocks, ..Paper::default() };
    assert!(with_document(&odd, words).contains("Tên"));
    assert_eq!(with_document(&odd, |root| attribute(root, "pStyle", "val")), ["Heading3"]);
    let wide = Sheet { name: "Rộng".into(), columns: vec![Column::default(); 64], ..Sheet::default() };
    let error = docx(&Paper { annexes: vec![Block::Table(wide)], ..Paper::default() }, day()).unwrap_err();
    assert_eq!(error, ExportError::TooManyColumns("Rộng".into(), 64));
}

#[test]
fn the_same_document_and_day_give_the_same_bytes_and_another_day_others() {
    let first = docx(&paper(), day()).unwrap();
    assert!(first == docx(&paper(), day()).unwrap());
    assert!(first != docx(&paper(), Date::new(2018, 1, 2).unwrap()).unwrap());
}

/// The paper with what stands at the foot of its pages, and who drew it up.
fn marked() -> Paper {
    let mark = PaperMark {
        warning: "BẢN NHÁP – CHƯA KÝ".into(),
        lines: vec!["Mã báo cáo 07 · bản 1".into(), "SHA-256: 0f3c".into()],
        explain: "Mã ở cuối mỗi trang là của tệp.".into(),
        ..PaperMark::default()
    };
    let drafter = Signatory {
        authority: vec!["NGƯỜI LẬP BIỂU".into()],
        note: "(Ký, ghi rõ họ và tên)".into(),
        name: "Người lập".into(),
    };
    Paper { drafter: Some(drafter), mark: Some(mark), ..paper() }
}

#[test]
fn what_stands_at_the_foot_stands_at_that_of_every_page() {
    let parts = parts(&marked());
    let foot = Document::parse(&parts["word/footer1.xml"]).unwrap();
    let lines: Vec<String> = all(foot.root_element(), "p").map(words).collect();
    assert_eq!(lines, ["BẢN NHÁP – CHƯA KÝ", "Mã báo cáo 07 · bản 1", "SHA-256: 0f3c"]);
    assert!(parts["[Content_Types].xml"].contains("PartName=\"/word/footer1.xml\""));
    assert!(
        parts["word/_rels/document.xml.rels"].contains("Id=\"rId4\"")
            && !self::parts(&paper()).contains_key("word/footer1.xml")
    );
    with_document(&marked(), |root| {
        let sections: Vec<_> = all(root, "sectPr").collect();
        assert_eq!(sections.len(), 3);
        for section in sections {
            assert_eq!(attribute(section, "footerReference", "type"), ["default", "first"]);
        }
        let first = root.children().next().unwrap().children().next().map(words).unwrap();
        assert_eq!(first, "BẢN NHÁP – CHƯA KÝ", "nobody overlooks it");
    });
}

#[test]
fn who_drew_it_up_stands_between_the_recipients_and_who_signs() {
    with_document(&marked(), |root| {
        let tables: Vec<_> = all(root, "tbl").map(cells).collect();
        let end = tables.iter().find(|rows| rows[0].len() == 3 && rows[0][0].starts_with("Nơi nhận")).unwrap();
        assert_eq!(end[0][1], "NGƯỜI LẬP BIỂU(Ký, ghi rõ họ và tên)Người lập");
        assert_eq!(end[0][2], "KT. BỘ TRƯỞNG, CHỦ NHIỆMPHÓ CHỦ NHIỆM");
    });
}
