//! Cells, headings and notes in words.

use crate::ground::*;
use return36a::collect::{Rests, TableKind, Value, table};
use return36a::quarterly::Answer;
use return36a::registry::{TaskStatus, Tier};
use return36a::text::{Language, cell_text, rests_text, table_headings, table_sheet};
use return36a::vietnamese::Date;

#[test]
fn a_cell_says_what_the_reports_would_print() {
    let cases = [
        (Value::NoData, "-", "-"),
        (Value::Blank, "", ""),
        (Value::Number(10_309), "10.309", "10.309"),
        (Value::Change(12), "+12", "+12"),
        (Value::Change(0), "0", "0"),
        (Value::Change(-1_287), "-1.287", "-1.287"),
        (Value::Share { part: 35, whole: 72 }, "48,6%", "48,6%"),
        (Value::Share { part: 0, whole: 0 }, "-", "-"),
        (Value::Rank(12), "12", "12"),
        (Value::Date(Date::new(2017, 6, 12).unwrap()), "12/06/2017", "12/06/2017"),
        (Value::Text("Năm 2017".into()), "Năm 2017", "Năm 2017"),
        (Value::Agency("bo-y-te".into()), "Bộ Y tế", "Ministry of Health"),
        (
            Value::Agencies(vec!["bo-van-hoa-the-thao-va-du-lich".into(), "tp-da-nang".into()]),
            "Bộ Văn hóa, Thể thao và Du lịch; Thành phố Đà Nẵng",
            "Ministry of Culture, Sports and Tourism; Da Nang City",
        ),
        (Value::Task("3.2".into()), "3.2", "3.2"),
        (Value::TaskStatus(TaskStatus::Waiting), "Chờ cơ quan chủ trì", "Waiting on the lead agency"),
        (Value::Word("not-received"), "Chưa nhận được báo cáo", "No return received"),
    ];
    for (value, vietnamese, english) in cases {
        assert_eq!(cell_text(&value, registry(), Language::Vietnamese), vietnamese);
        assert_eq!(cell_text(&value, registry(), Language::English), english);
    }
    assert_eq!(rests_text(Rests { on: 50, of: 63 }, Language::Vietnamese), "trên 50/63 cơ quan");
    assert_eq!(rests_text(Rests { on: 50, of: 63 }, Language::English), "of 50 of 63 agencies");
}

/// The headings as a spreadsheet's first row has them.
fn headings(kind: TableKind) -> Vec<String> {
    let table = table(kind, &collected("2017-Q4", []));
    table_sheet(&table, registry(), Language::Vietnamese).texts().remove(0)
}

#[test]
fn headings_are_those_of_the_reports() {
    assert_eq!(
        headings(TableKind::TaskCounts)[..5],
        ["STT", "Cơ quan", "Số nhiệm vụ cụ thể được giao", "Số nhiệm vụ đã hoàn thành", "Số nhiệm vụ đang triển khai"],
        "7242/BC-VPCP, part 1.b"
    );
    assert_eq!(
        headings(TableKind::RankingLocal),
        ["Thứ hạng", "Tỉnh, thành phố", "Số lượng DVCTT mức độ 3", "Số lượng DVCTT mức độ 4", "Tổng cộng"],
        "7242/BC-VPCP, annex II, table 7"
    );
    let services = headings(TableKind::ServicesLocal);
    assert_eq!(services[1], "Tỉnh/Thành phố", "314/BC-VPCP, annex I.2");
    assert_eq!(services[6], "Số lượng DVCTT xây dựng, triển khai từ đầu năm: Mức độ 3");
    assert_eq!(services.last().unwrap(), "Ghi chú");
}

#[test]
fn groups_of_columns_share_one_heading() {
    let table = table(TableKind::AgainstPrevious, &collected("2017-Q4", []));
    let rows = table_headings(&table, Language::Vietnamese);
    let upper: Vec<(&str, u16, u16)> = rows[0].iter().map(|one| (one.text.as_str(), one.across, one.down)).collect();
    assert_eq!(
        upper,
        [
            ("STT", 1, 2),
            ("Cơ quan", 1, 2),
            ("DVCTT mức độ 3 và 4", 3, 1),
            ("Nhiệm vụ đã hoàn thành", 3, 1),
            ("Hồ sơ tiếp nhận trực tuyến trong quý", 3, 1),
        ]
    );
    assert_eq!(rows[1].len(), 9);
}

#[test]
fn notes_say_on_how_many_agencies_a_total_rests() {
    let both = counting("bo-y-te", "2017-Q2", &[("level3", Answer::Reported(6)), ("level4", Answer::Reported(52))]);
    let one = counting("bo-tai-chinh", "2017-Q2", &[("level3", Answer::Reported(86))]);
    let notes = |returns: Vec<_>| {
        let table = table(TableKind::RankingCentral, &collected("2017-Q2", returns));
        table_sheet(&table, registry(), Language::Vietnamese).notes
    };
    let dash = "Dấu “-”: không có số liệu; không tính là 0 khi cộng.";
    assert_eq!(notes(vec![both.clone()]), ["Tổng cộng: trên 1/31 cơ quan.", dash]);
    assert_eq!(
        notes(vec![both, one]),
        ["Tổng cộng: Mức độ 3 trên 2/31 cơ quan; Mức độ 4, Tổng cộng trên 1/31 cơ quan.", dash]
    );
    let all = agencies(Tier::Central).into_iter().map(|agency| {
        counting(agency.as_str(), "2017-Q2", &[("level3", Answer::Reported(1)), ("level4", Answer::ConfirmedZero)])
    });
    assert_eq!(notes(all.collect()), ["Tổng cộng: trên 31/31 cơ quan."], "also where it rests on all");
}
