//! Tables of Excel and Word as a browser reads them: merged cells, and lines inside a cell.

use super::*;
use return36a::session::{Table, TableCell, is_many};

fn cell(text: &str) -> TableCell {
    TableCell { text: text.into(), rows: 1, columns: 1 }
}

fn tall(text: &str, rows: usize) -> TableCell {
    TableCell { rows, ..cell(text) }
}

fn wide(text: &str, columns: usize) -> TableCell {
    TableCell { columns, ..cell(text) }
}

fn line(texts: &[&str]) -> Vec<TableCell> {
    texts.iter().map(|text| cell(text)).collect()
}

fn shows_table(officer: &mut Officer, table: Table) {
    does(officer, GridAction::Pasted { text: String::new(), table: Some(table), inside: false });
}

#[test]
fn what_stands_in_a_merged_cell_is_meant_of_each_row() {
    let mut officer = Officer::of_finance();
    let table = vec![
        line(&["Mã", "Tên dịch vụ", "Mức độ", "Địa chỉ"]),
        vec![cell("A"), cell("Một"), tall("3", 2), tall("https://dvc.gov.vn", 3)],
        line(&["B", "Hai"]),
        line(&["C", "Ba", "4"]),
        line(&["D", "Bốn", "4", ""]),
    ];
    shows_table(&mut officer, table);
    assert_eq!(
        odd(&officer),
        [
            "Dòng 2, cột mức độ: Ô gộp 2 dòng: nội dung được ghi vào từng dòng.",
            "Dòng 2, cột địa chỉ: Ô gộp 3 dòng: nội dung được ghi vào từng dòng.",
        ]
    );
    does(&mut officer, GridAction::Take);
    assert_eq!(column(&officer, 2), ["3", "3", "4", "4"]);
    assert_eq!(column(&officer, 4), ["https://dvc.gov.vn", "https://dvc.gov.vn", "https://dvc.gov.vn", ""]);
    assert_eq!(names(&officer), ["Một", "Hai", "Ba", "Bốn"]);
}

#[test]
fn headings_of_two_rows_groups_sums_and_numbered_columns_are_no_services() {
    let mut officer = Officer::of_finance();
    let table = vec![
        vec![tall("STT", 2), tall("Tên thủ tục", 2), tall("Mức độ", 2), wide("Số hồ sơ", 2)],
        line(&["Tiếp nhận", "Giải quyết"]),
        line(&["(1)", "(2)", "(3)", "(4)", "(5)"]),
        vec![cell("I"), wide("Lĩnh vực thuế", 4)],
        line(&["1", "Kê khai\nqua mạng", "4", "1.200", "1.100"]),
        vec![wide("II. Lĩnh vực hải quan", 5)],
        line(&["2", "Thông quan", "3", "5", "5"]),
        vec![wide("Tổng cộng", 3), cell("1.205"), cell("1.105")],
    ];
    shows_table(&mut officer, table);
    let view = preview(&officer);
    let columns: Vec<(&str, &str)> =
        view.columns.iter().map(|column| (column.heading.as_str(), column.field.as_str())).collect();
    assert_eq!(
        columns,
        [
            ("STT", ""),
            ("Tên thủ tục", "name"),
            ("Mức độ", "level"),
            ("Số hồ sơ · Tiếp nhận", "received"),
            ("Giải quyết", "resolved"),
        ]
    );
    assert_eq!(view.heading, "2");
    assert_eq!(
        odd(&officer),
        [
            "Dòng 3: Chỉ có số thứ tự: được bỏ ra.",
            "Dòng 4: Tiêu đề của một nhóm, không phải dịch vụ: được bỏ ra.",
            "Dòng 6: Tiêu đề của một nhóm, không phải dịch vụ: được bỏ ra.",
            "Dòng 8: Dòng cộng, không phải dịch vụ: được bỏ ra.",
        ]
    );
    does(&mut officer, GridAction::Take);
    assert_eq!(names(&officer), ["Kê khai qua mạng", "Thông quan"]);
    assert_eq!(column(&officer, 5), ["1.200", "5"]);
}

#[test]
fn one_cell_is_typed_and_several_are_shown_first() {
    for (text, many) in
        [("", false), ("3\r\n", false), ("một hai", false), ("3\t4", true), ("3\r\n4\r\n", true), ("\t\r\n", true)]
    {
        assert_eq!(is_many(text, None), many, "{text:?}");
    }
    assert!(!is_many("\"hai\ndòng\"\r\n", Some(&vec![line(&["hai\ndòng"])])));
    assert!(is_many("a", Some(&vec![line(&["a", "b"])])));
}

#[test]
fn a_table_made_to_do_harm_is_bounded() {
    let mut officer = Officer::of_finance();
    let table = vec![vec![tall("Một", usize::MAX), cell("3")], line(&["4"]), line(&["3"])];
    shows_table(&mut officer, table);
    does(&mut officer, GridAction::Take);
    assert_eq!(names(&officer), ["Một", "Một", "Một"]);
    shows_table(&mut officer, vec![vec![wide("x", usize::MAX / 2)]]);
    assert!(
        officer.notice().ends_with("cột, không phải một danh mục dịch vụ. Chỉ chép các cột của danh mục rồi dán lại.")
    );
    shows_table(&mut officer, vec![line(&["Một", "3"]); 6_000]);
    assert!(officer.notice().starts_with("Danh mục có hơn 5.000 dòng"));
    shows_table(&mut officer, vec![Vec::new(); 3]);
    assert!(officer.notice().starts_with("Chưa có dịch vụ nào để nhận."));
    shows_table(&mut officer, vec![line(&["Một\0\u{7}", "3"]), line(&["Hai", "4"])]);
    does(&mut officer, GridAction::Take);
    assert_eq!(names(&officer), ["Một", "Hai"]);
}
