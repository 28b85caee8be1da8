//! A table and a document of every form that this room knows.

use return36a::export::{Align, Block, Column, Heading, Line, Paper, PaperHead, Sheet, SheetCell, Signatory};
use return36a::vietnamese::Date;

/// 29/12/2017.
pub fn day() -> Date {
    Date::new(2017, 12, 29).unwrap()
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn column(width: u16, align: Align) -> Column {
    Column { width, align }
}

/// Two rows of headings, groups, a total, no data, shares and days.
pub fn services() -> Sheet {
    let number = |value| SheetCell::Number(value);
    let row = |at, name: &str, counts: [SheetCell; 2], part, whole, day| {
        let [third, fourth] = counts;
        let share = SheetCell::Share { part, whole };
        Line::plain(vec![number(at), SheetCell::text(name), third, fourth, share, day, SheetCell::Blank])
    };
    let group = |number: &str, name: &str| Line::group(vec![SheetCell::text(number), SheetCell::text(name)]);
    Sheet {
        name: "Dịch vụ công".into(),
        title: words(&["Bảng 4. Cung cấp dịch vụ công trực tuyến", "(Số liệu đến ngày 29/12/2017)"]),
        headings: vec![
            vec![
                Heading::down("TT", 2),
                Heading::down("Cơ quan", 2),
                Heading::across("Số dịch vụ công trực tuyến", 2),
                Heading::down("Tỷ lệ mức độ 4", 2),
                Heading::down("Ngày nhận báo cáo", 2),
                Heading::down("Ghi chú", 2),
            ],
            vec![Heading::one("Mức độ 3"), Heading::one("Mức độ 4")],
        ],
        columns: vec![
            column(5, Align::Centre),
            column(28, Align::Text),
            column(11, Align::Number),
            column(11, Align::Number),
            column(9, Align::Number),
            column(12, Align::Centre),
            column(14, Align::Text),
        ],
        rows: vec![
            group("I", "Bộ, cơ quan ngang bộ"),
            row(1, "Bộ Tài chính", [number(152), number(1_234_567)], 31, 73, SheetCell::Date(day())),
            row(2, "Bộ Y tế", [SheetCell::NoData, number(0)], 0, 0, SheetCell::NoData),
            group("II", "Tỉnh, thành phố trực thuộc Trung ương"),
            row(3, "Thừa Thiên Huế", [number(63), number(5)], 5, 11, SheetCell::Date(Date::new(2017, 6, 2).unwrap())),
            Line::total(vec![SheetCell::Blank, SheetCell::text("Tổng cộng"), number(215), number(1_234_572)]),
        ],
        notes: words(&["Tổng cộng của 2/3 cơ quan có số liệu; dấu “-” là chưa có số liệu, không phải là 0."]),
    }
}

/// One row of headings and nothing but rows: it can be filtered.
pub fn plain(name: &str, rows: &[&[SheetCell]]) -> Sheet {
    Sheet {
        name: name.into(),
        headings: vec![vec![Heading::one("Mã"), Heading::one("Nội dung")]],
        columns: vec![column(8, Align::Text), column(60, Align::Text)],
        rows: rows.iter().map(|cells| Line::plain(cells.to_vec())).collect(),
        ..Sheet::default()
    }
}

/// A report with every kind of block, a signature and an annex on its side.
pub fn paper() -> Paper {
    let mut wide = services();
    wide.columns.iter_mut().for_each(|column| column.width *= 2);
    let each = wide.rows.clone();
    wide.rows = each.iter().cycle().take(60).cloned().collect();
    let paragraph = "Thực hiện Nghị quyết số 36a/NQ-CP ngày 14 tháng 10 năm 2015 của Chính phủ về Chính phủ điện tử, \
                     các bộ, ngành, địa phương đã hoàn thành 31/73 nhiệm vụ.";
    Paper {
        head: PaperHead {
            superior: String::new(),
            agency: "VĂN PHÒNG CHÍNH PHỦ".into(),
            number: "Số: 314/BC-VPCP".into(),
            place_and_date: "Hà Nội, ngày 29 tháng 12 năm 2017".into(),
            kind: "BÁO CÁO".into(),
            subject: "Tình hình, kết quả triển khai Nghị quyết số 36a/NQ-CP\nvề Chính phủ điện tử năm 2017".into(),
        },
        blocks: vec![
            Block::Heading { level: 1, text: "I. KẾT QUẢ THỰC HIỆN".into() },
            Block::Heading { level: 2, text: "1. Nhiệm vụ chung".into() },
            Block::Paragraph(paragraph.into()),
            Block::Heading { level: 3, text: "a) Khó khăn, vướng mắc".into() },
            Block::Bullets(words(&["Thiếu kinh phí;", "Chưa có hướng dẫn <kỹ thuật> & tiêu chuẩn."])),
            Block::Table(services()),
            Block::Paragraph(paragraph.into()),
        ],
        recipients: words(&["Thủ tướng Chính phủ", "Các bộ, ngành, địa phương", "Lưu: VT, KGVX"]),
        signatory: Signatory {
            authority: words(&["KT. BỘ TRƯỞNG, CHỦ NHIỆM", "PHÓ CHỦ NHIỆM"]),
            ..Signatory::default()
        },
        annexes: vec![
            Block::NewPage { landscape: true },
            Block::Heading { level: 1, text: "PHỤ LỤC".into() },
            Block::Table(wide),
            Block::NewPage { landscape: false },
            Block::Paragraph("Trang cuối".into()),
        ],
        ..Paper::default()
    }
}
