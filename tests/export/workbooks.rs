//! What calamine, and the workbook's own XML, say of our workbooks.

use crate::sample::{day, plain, services};
use calamine::{Data, ExcelDateTime, ExcelDateTimeType, Reader, Xlsx, open_workbook_from_rs};
use return36a::export::{Column, ExportError, Heading, Line, Sheet, SheetCell, xlsx};
use return36a::vietnamese::Date;
use std::io::{Cursor, Read};

type Book = Xlsx<Cursor<Vec<u8>>>;

fn book(sheets: &[Sheet]) -> Book {
    open_workbook_from_rs(Cursor::new(xlsx(sheets, day()).unwrap())).unwrap()
}

fn rows(book: &mut Book, name: &str) -> Vec<Vec<Data>> {
    book.worksheet_range(name).unwrap().rows().map(<[Data]>::to_vec).collect()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn worksheet(sheet: &Sheet) -> String {
    part(&xlsx(std::slice::from_ref(sheet), day()).unwrap(), "xl/worksheets/sheet1.xml")
}

fn text(words: &str) -> Data {
    Data::String(words.into())
}

#[test]
fn counts_shares_and_days_are_real_values_and_no_data_is_a_hyphen() {
    let rows = rows(&mut book(&[services()]), "Dịch vụ công");
    // The title, a blank row, two rows of headings, then the table.
    let date = |serial| Data::DateTime(ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, false));
    let (share, first, last) = (Data::Float(31.0 / 73.0), date(43_098.0), date(42_888.0));
    let expected = [
        vec![text("I"), text("Bộ, cơ quan ngang bộ")],
        vec![Data::Float(1.0), text("Bộ Tài chính"), Data::Float(152.0), Data::Float(1_234_567.0), share, first],
        vec![Data::Float(2.0), text("Bộ Y tế"), text("-"), Data::Float(0.0), text("-"), text("-")],
        vec![text("II"), text("Tỉnh, thành phố trực thuộc Trung ương")],
        vec![
            Data::Float(3.0),
            text("Thừa Thiên Huế"),
            Data::Float(63.0),
            Data::Float(5.0),
            Data::Float(5.0 / 11.0),
            last,
        ],
        vec![Data::Empty, text("Tổng cộng"), Data::Float(215.0), Data::Float(1_234_572.0)],
    ];
    for (row, mut cells) in rows[5..11].iter().zip(expected) {
        cells.resize(7, Data::Empty);
        assert_eq!(row, &cells);
    }
}

#[test]
fn the_formats_are_those_a_vietnamese_reader_sees_as_his_own() {
    let styles = part(&xlsx(&[services()], day()).unwrap(), "xl/styles.xml");
    // In the file formats are written as in America; the reader's own system says what `,` and `.` in them look like.
    for format in ["#,##0", "0.0%", "dd/mm/yyyy"] {
        assert!(styles.contains(&format!("formatCode=\"{format}\"")), "{format}: {styles}");
    }
    assert!(styles.contains("<name val=\"Times New Roman\"/>"), "{styles}");
    assert!(!styles.contains("Calibri"), "{styles}");
}

#[test]
fn headings_titles_and_groups_are_merged() {
    let mut book = book(&[services()]);
    let mut merged: Vec<_> =
        book.merge_cells_by_sheet_name("Dịch vụ công").unwrap().iter().map(|one| (one.start, one.end)).collect();
    merged.sort();
    assert_eq!(
        merged,
        [
            ((0, 0), (0, 6)),
            ((1, 0), (1, 6)),
            ((3, 0), (4, 0)),
            ((3, 1), (4, 1)),
            ((3, 2), (3, 3)),
            ((3, 4), (4, 4)),
            ((3, 5), (4, 5)),
            ((3, 6), (4, 6)),
            ((5, 1), (5, 6)),
            ((8, 1), (8, 6)),
            ((12, 0), (12, 6)),
        ]
    );
}

#[test]
fn a_sheet_is_printed_on_a4_one_page_wide_with_its_headings_on_each_page() {
    let xml = worksheet(&services());
    for words in ["paperSize=\"9\"", "fitToPage=\"1\"", "fitToHeight=\"0\"", "state=\"frozen\"", "ySplit=\"5\""] {
        assert!(xml.contains(words), "{words}: {xml}");
    }
    assert!(!xml.contains("orientation=\"landscape\"") && !xml.contains("<autoFilter"));
    let names = part(&xlsx(&[services()], day()).unwrap(), "xl/workbook.xml");
    assert!(names.contains("_xlnm.Print_Titles") && names.contains("'Dịch vụ công'!$4:$5"), "{names}");
    let wide = Sheet { columns: vec![Column { width: 100, ..Column::default() }], ..services() };
    assert!(worksheet(&wide).contains("orientation=\"landscape\""));
}

#[test]
fn a_row_is_as_high_as_its_longest_text() {
    let long = "Đã hoàn thành nhiệm vụ được giao và tiếp tục triển khai các nội dung còn lại của kế hoạch";
    let xml = worksheet(&plain("Bảng", &[&[SheetCell::text("1"), SheetCell::text(long)], &[SheetCell::text("2")]]));
    assert!(xml.contains("<row r=\"2\" spans=\"1:2\" ht=\"36\" customHeight=\"1\">"), "{xml}");
    assert!(xml.contains("<row r=\"3\" spans=\"1:2\">"), "{xml}");
    let group =
        Line::group(vec![SheetCell::text("I"), SheetCell::text("Bộ, cơ quan ngang bộ và cơ quan thuộc Chính phủ")]);
    let sheet = Sheet { rows: vec![group], ..services() };
    assert!(worksheet(&sheet).contains("<row r=\"6\" spans=\"1:7\">"));
}

#[test]
fn a_table_with_one_row_of_headings_can_be_filtered_without_its_totals() {
    let cells = [SheetCell::text("1.2"), SheetCell::text("Huế")];
    let mut sheet = plain("Bảng", &[&cells, &cells]);
    assert!(worksheet(&sheet).contains("<autoFilter ref=\"A1:B3\"/>"));
    sheet.rows.push(Line::total(cells.to_vec()));
    assert!(worksheet(&sheet).contains("<autoFilter ref=\"A1:B3\"/>"));
    sheet.rows.insert(0, Line::group(cells.to_vec()));
    assert!(!worksheet(&sheet).contains("<autoFilter"));
}

#[test]
fn hostile_texts_stay_text_and_come_back_as_they_were() {
    let hostile = [
        "=1+1",
        "+84 24 0000 0000",
        "-1+1",
        "- Đã hoàn thành",
        "@SUM(A1)",
        "\t=1",
        "=cmd|' /C calc'!A0",
        "{=1+1}",
        "</t></si>&amp;<c>",
        "<r><t>a</t></r><f>1+1</f></r>",
        "http://example.org/",
        "_x0041_",
        "007",
        "  hai đầu  ",
        "một\nhai",
        "\"nháy\"",
    ];
    let cells = hostile.map(|words| [SheetCell::text(words), SheetCell::text("x")]);
    let lines: Vec<&[SheetCell]> = cells.iter().map(<[SheetCell; 2]>::as_slice).collect();
    let mut book = book(&[plain("Bảng", &lines)]);
    let read = rows(&mut book, "Bảng");
    for (words, row) in hostile.iter().zip(&read[1..]) {
        let kept = if words.starts_with("<r>") { format!("{words} ") } else { (*words).to_owned() };
        assert_eq!(row[0], Data::String(kept));
    }
    assert!(book.worksheet_formula("Bảng").unwrap().is_empty());
}

#[test]
fn what_begins_as_a_formula_bears_the_mark_of_literal_text_and_nothing_else_does() {
    let marked = |words: &str| {
        let sheet = plain("Bảng", &[&[SheetCell::text(words)]]);
        part(&xlsx(&[sheet], day()).unwrap(), "xl/styles.xml").contains("quotePrefix=\"1\"")
    };
    for words in ["=1", "+a", "-a", "@a", "\t1", "- Đã hoàn thành"] {
        assert!(marked(words), "{words:?}");
    }
    for words in ["1=1", "-5", "-", "a", "", "'=1"] {
        assert!(!marked(words), "{words:?}");
    }
}

#[test]
fn characters_that_xml_refuses_and_texts_longer_than_a_cell_do_not_break_the_file() {
    let (long, wide) = ("ă".repeat(40_000), "😀".repeat(20_000));
    let exact = "b".repeat(32_767);
    let cells = ["a\0b\u{1}c\u{ffff}\r\nd", &long, &wide, &exact].map(|words| [SheetCell::text(words)]);
    let lines: Vec<&[SheetCell]> = cells.iter().map(<[SheetCell; 1]>::as_slice).collect();
    let read = rows(&mut book(&[plain("Bảng", &lines)]), "Bảng");
    assert_eq!(read[1][0], text("a\u{fffd}b\u{fffd}c\u{fffd}\nd"));
    assert_eq!(read[2][0], Data::String("ă".repeat(32_766) + "…"));
    assert_eq!(read[3][0], Data::String("😀".repeat(16_382) + "…"));
    assert_eq!(read[4][0], Data::String(exact));
}

#[test]
fn a_value_that_a_spreadsheet_would_change_is_written_as_words() {
    let old = Date::new(1802, 6, 1).unwrap();
    let cells = [
        SheetCell::Number(999_999_999_999_999),
        SheetCell::Number(9_007_199_254_740_991),
        SheetCell::Number(i64::MIN),
        SheetCell::Date(old),
    ];
    let read = rows(&mut book(&[plain("Bảng", &[&cells])]), "Bảng");
    assert_eq!(
        read[1],
        [
            Data::Float(999_999_999_999_999.0),
            text("9.007.199.254.740.991"),
            text("-9.223.372.036.854.775.808"),
            text("01/06/1802")
        ]
    );
}

#[test]
fn tabs_are_named_safely_and_no_two_alike() {
    let names = ["Mức độ 3/4", "MỨC ĐỘ 3 4", "", "'[x]'", "a<b>&\"c"];
    let sheets = names.map(|name| plain(name, &[]));
    assert_eq!(book(&sheets).sheet_names(), ["Mức độ 3 4", "MỨC ĐỘ 3 4 (2)", "3", "x", "a<b>&\"c"]);
}

#[test]
fn the_same_tables_and_day_give_the_same_bytes_and_another_day_others() {
    let sheets = [services(), plain("Bảng", &[])];
    let first = xlsx(&sheets, day()).unwrap();
    assert!(first == xlsx(&sheets, day()).unwrap());
    assert!(first != xlsx(&sheets, Date::new(2018, 1, 2).unwrap()).unwrap());
    assert!(part(&first, "docProps/core.xml").contains("2017-12-29T00:00:00Z"));
}

#[test]
fn tables_of_odd_shapes_are_written() {
    let bare = Sheet { title: vec!["Tên".into()], notes: vec!["Chú".into()], ..Sheet::default() };
    let one = Sheet {
        headings: vec![vec![Heading { text: "=a".into(), across: 0, down: 9 }]],
        rows: vec![Line::group(vec![]), Line::group(vec![SheetCell::NoData]), Line::total(vec![])],
        ..bare.clone()
    };
    let mut book = book(&[Sheet::default(), bare, one]);
    assert!(rows(&mut book, "1").is_empty());
    assert_eq!(rows(&mut book, "2"), [[text("Tên")], [Data::Empty], [Data::Empty], [text("Chú")]].map(Vec::from));
    assert_eq!(rows(&mut book, "3")[2..5], [[text("=a")], [Data::Empty], [text("-")]].map(Vec::from));
}

#[test]
fn what_is_larger_than_a_worksheet_is_refused_with_its_name_and_size() {
    let tall = Sheet { name: "Dài".into(), rows: vec![Line::plain(vec![]); 1_048_575], ..Sheet::default() };
    let error = xlsx(&[services(), tall], day()).unwrap_err();
    assert_eq!(error, ExportError::TooManyRows("Dài".into(), 1_048_577));
    assert_eq!(error.to_string(), "export/too-many-rows Dài 1048577");
    let headings = vec![vec![Heading::across("a", 16_385)]];
    let wide = Sheet { name: "Rộng".into(), headings, ..Sheet::default() };
    assert_eq!(xlsx(&[wide], day()).unwrap_err().to_string(), "export/too-many-columns Rộng 16385");
    assert_eq!(xlsx(&[], day()).unwrap_err().to_string(), "export/no-sheet");
}
