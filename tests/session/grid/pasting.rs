//! What is pasted or read from a file: shown before it is taken, with what is odd in it.

use super::*;
use return36a::quarterly::Answer;
use return36a::session::{Handling, Notice, Screen, Target};
use return36a::vietnamese::Date;

#[test]
fn rows_pasted_from_a_spreadsheet_become_services() {
    let mut officer = Officer::of_finance();
    let text = format!(
        "{HEADING}BTC-1\tKê khai thuế \"qua mạng\"\t4\t1/2/2017\thttps://thuedientu.gdt.gov.vn\t1.234.567\t0\r\n\
         \r\n\
         \t\t\t\t\t\t\r\n\
         \t\"Cấp giấy phép\nkinh doanh bảo hiểm\"\t3\t01-02-2017\t\t1234\t\r\n\
         BTC-3\tĐăng ký mã số\u{200b}\t2\t2017-02-01\r\n"
    );
    let effects = shows(&mut officer, &text);
    assert_eq!(effects, [Effect::Focus("grid-preview".into())]);
    assert!(services(&officer).is_empty(), "nothing is taken yet");
    let view = preview(&officer);
    assert_eq!(view.title, "Xem trước: 3 dòng, 7 cột. Chưa nhận gì.");
    let fields: Vec<&str> = view.columns.iter().map(|column| column.field.as_str()).collect();
    assert_eq!(fields, ["code", "name", "level", "deployed_on", "address", "received", "resolved"]);
    assert_eq!((view.heading.as_str(), view.odd_title.as_str()), ("1", "Không có gì lạ."));
    assert_eq!((view.rows[0].is_heading, view.rows[1].line.as_str(), view.rows[2].line.as_str()), (true, "2", "5"));
    assert_eq!(view.take, "Nhận 3 dòng");
    let effects = does(&mut officer, GridAction::Take);
    assert!(kept(&effects));
    assert_eq!(officer.notice(), "Đã nhận 3 dịch vụ.");
    assert_eq!(ids(&officer), ["0001", "0002", "0003"]);
    let [first, second, third]: [ListedService; 3] = services(&officer).try_into().unwrap();
    assert_eq!(
        first,
        ListedService {
            code: "BTC-1".into(),
            name: "Kê khai thuế \"qua mạng\"".into(),
            level: Some(4),
            deployed_on: Date::new(2017, 2, 1).ok(),
            address: "https://thuedientu.gdt.gov.vn".into(),
            received: Some(Answer::Reported(1_234_567)),
            resolved: Some(Answer::ConfirmedZero),
        }
    );
    assert_eq!(
        (second.name.as_str(), second.received),
        ("Cấp giấy phép kinh doanh bảo hiểm", Some(Answer::Reported(1_234)))
    );
    assert_eq!((second.deployed_on, third.deployed_on), (first.deployed_on, first.deployed_on));
    assert_eq!((third.name.as_str(), third.level), ("Đăng ký mã số", Some(2)));
    assert_eq!((grid(&officer).pasted.as_str(), grid(&officer).preview), ("", None));
}

#[test]
fn what_is_odd_is_told_by_line_and_column_and_at_its_cell() {
    let mut officer = Officer::of_finance();
    let text = format!(
        "{HEADING}BTC-1\tMột\t5\t31/2/2017\t\t1,353\t\nBTC-2\tHai\t3\t42767\nBTC-3\t \t3\nBTC-4\tBốn\tmức 3\t\t\t12 hồ sơ\t10.960.7\n\
         \tTổng cộng\t\t\t\t90\t80\n7\nBTC-6\tSáu\t4\n"
    );
    shows(&mut officer, &text);
    assert_eq!(
        odd(&officer),
        [
            "Dòng 2, cột mức độ: Đang ghi là “5”. Mức độ là 1, 2, 3 hoặc 4.",
            "Dòng 2, cột ngày triển khai: Đang ghi là “31/2/2017”, không có ngày này trong lịch. Kiểm tra lại ngày và tháng.",
            "Dòng 2, cột hồ sơ tiếp nhận: Đang ghi là “1,353”. Không rõ là 1.353 (dấu phẩy ngăn hàng nghìn) hay 1,353 (dấu phẩy trước phần lẻ). Số lượng là số nguyên: nếu là 1.353 thì ghi 1.353 hoặc 1353.",
            "Dòng 3, cột ngày triển khai: Có lẽ là ngày 01/02/2017, Excel chép ra thành số. Định dạng cột là ngày rồi chép lại, hoặc sửa trong lưới.",
            "Dòng 4, cột tên dịch vụ: Đang để trống. Ghi vào ô này trong lưới sau khi nhận.",
            "Dòng 5, cột mức độ: Đang ghi là “mức 3”. Mức độ là 1, 2, 3 hoặc 4.",
            "Dòng 5, cột hồ sơ tiếp nhận: Đang ghi là “12 hồ sơ”. Ô này chỉ ghi số: để lại 12, bỏ phần chữ “hồ sơ”.",
            "Dòng 5, cột hồ sơ giải quyết: Đang ghi là “10.960.7”. Dấu chấm chỉ đặt trước từng nhóm ba chữ số. Nếu là 109.607 thì ghi 109.607; nếu thừa hoặc thiếu chữ số thì ghi lại số đúng.",
            "Dòng 6: Dòng cộng, không phải dịch vụ: được bỏ ra.",
            "Dòng 7: Chỉ có số thứ tự: được bỏ ra.",
        ]
    );
    let view = preview(&officer);
    assert_eq!(
        (view.odd_title.as_str(), view.odd.len(), view.more_odd.as_str()),
        ("Có 10 chỗ cần để ý", 8, "và 2 chỗ khác")
    );
    assert_eq!(view.rows[1].cells[2].odd, "Đang ghi là “5”. Mức độ là 1, 2, 3 hoặc 4.");
    assert_eq!(view.rows[5].left_out, "Dòng cộng, không phải dịch vụ: được bỏ ra.");
    assert_eq!(view.handlings[0].1, "Nhận cả; 8 ô chưa đọc được giữ nguyên chữ, có đánh dấu, để sửa trong lưới");
    assert_eq!(view.take, "Nhận 5 dòng");
}

#[test]
fn cells_that_cannot_be_read_keep_their_text_to_be_mended() {
    let mut officer = Officer::of_finance();
    pastes(&mut officer, &format!("{HEADING}BTC-1\tMột\tba\t31/2/2017\t\t12 hồ sơ\t9\nBTC-2\tHai\t3\n"));
    assert_eq!(officer.notice(), "Đã nhận 2 dịch vụ. 3 ô chưa đọc được, giữ nguyên chữ để sửa trong lưới.");
    let row = &grid(&officer).rows[0];
    let texts: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(texts, ["BTC-1", "Một", "ba", "31/2/2017", "", "12 hồ sơ", "9"]);
    let paths: Vec<&String> = officer.draft().entries.keys().collect();
    assert_eq!(paths, ["/service_list/0001/deployed_on", "/service_list/0001/level", "/service_list/0001/received"]);
    for (path, entry) in &officer.draft().entries {
        assert_eq!(entry.finding.place(), path);
    }
    officer.types("/service_list/0001/level", "3");
    officer.types("/service_list/0001/received", "12");
    officer.types("/service_list/0001/deployed_on", "28/2/2017");
    assert!(officer.draft().entries.is_empty());
    assert_eq!(services(&officer)[0].level, Some(3));
}

#[test]
fn or_their_rows_are_left_out() {
    let mut officer = Officer::of_finance();
    shows(&mut officer, "BTC-1\tMột\t5\nBTC-2\tHai\t3\nBTC-3\t \t3\nBTC-4\tBốn\t4\t\t\tx\nBTC-5\tNăm\t\u{200b}\n");
    does(&mut officer, GridAction::Handle(Handling::LeaveOut));
    assert_eq!(preview(&officer).take, "Nhận 1 dòng");
    does(&mut officer, GridAction::Take);
    assert_eq!((names(&officer), officer.notice()), (vec!["Hai".to_owned()], "Đã nhận 1 dịch vụ. Đã bỏ ra 4 dòng."));
    assert!(officer.draft().entries.is_empty());
}

#[test]
fn columns_are_known_by_their_headings_wherever_they_stand() {
    for (heading, fields) in [
        ("STT\tTên thủ tục hành chính\tMã TTHC\tMức độ\tGhi chú", "|name|code|level|"),
        (
            "Thời hạn giải quyết\tDịch vụ công\tMức DVC (3, 4)\tĐường dẫn\tSố hồ sơ tiếp nhận\tSố hồ sơ đã giải quyết\tNgày triển khai",
            "|name|level|address|received|resolved|deployed_on",
        ),
        ("Level\tService\tURL\tCode", "level|name|address|code"),
        ("Tên\tTên khác\tMức độ", "name||level"),
    ] {
        let mut officer = Officer::of_finance();
        let width = heading.split('\t').count();
        shows(&mut officer, &format!("{heading}\n{}\n", vec!["x"; width].join("\t")));
        let view = preview(&officer);
        let known: Vec<&str> = view.columns.iter().map(|column| column.field.as_str()).collect();
        assert_eq!((known.join("|").as_str(), view.heading.as_str()), (fields, "1"), "{heading}");
    }
}

#[test]
fn and_without_headings_by_what_stands_in_them() {
    let mut officer = Officer::of_finance();
    let rows: String = (1..=9)
        .map(|place| {
            format!(
                "{place}\tCấp giấy phép số {place}\t1/{place}/2017\t{}\thttps://dvc.gov.vn/{place}\t{}\n",
                3 + place % 2,
                100 * place
            )
        })
        .collect();
    shows(&mut officer, &rows);
    let known: Vec<String> = preview(&officer).columns.into_iter().map(|column| column.field).collect();
    assert_eq!(known, ["", "name", "deployed_on", "level", "address", "received"]);
    shows(&mut officer, "Cấp phép\t3\nĐăng ký\t4\n");
    let known: Vec<String> = preview(&officer).columns.into_iter().map(|column| column.field).collect();
    assert_eq!(known, ["name", "level"]);
}

#[test]
fn a_first_row_is_a_heading_only_if_it_names_columns() {
    for (first, taken) in [
        ("Mã TTHC\tTên thủ tục\tMức độ (1-4)\tNgày\tĐịa chỉ\n", 1),
        ("code\tname\tlevel\n", 1),
        ("M1\tTên miền .vn\t3\n", 2),
        ("M1\tMã số thuế\t4\n", 2),
        ("M1\tTên miền\tMức 3\n", 2),
        ("M1\tCấp phép dịch vụ\tBộ phận tiếp nhận\t4\n", 2),
    ] {
        let mut officer = Officer::of_finance();
        pastes(&mut officer, &format!("{first}BTC-2\tHai\t3\n"));
        assert_eq!(services(&officer).len(), taken, "{first}");
    }
    let mut officer = Officer::of_finance();
    shows(&mut officer, "Danh sách năm 2017\nMã\tTên\tMức độ\n(1)\t(2)\t(3)\nBTC-1\tMột\t3\n");
    let view = preview(&officer);
    assert_eq!((view.heading.as_str(), view.take.as_str()), ("2", "Nhận 1 dòng"));
    assert_eq!(odd(&officer), ["Dòng 3: Chỉ có số thứ tự: được bỏ ra."]);
    does(&mut officer, GridAction::Heading(0));
    assert_eq!(preview(&officer).take, "Nhận 3 dòng", "the person knows better");
}

#[test]
fn a_column_chosen_twice_and_a_list_without_names_are_refused_kindly() {
    let mut officer = Officer::of_finance();
    shows(&mut officer, &format!("{HEADING}BTC-1\tMột\t3\n"));
    does(&mut officer, GridAction::Map { column: 0, field: Some(1) });
    assert_eq!(does(&mut officer, GridAction::Take), [Effect::Focus("grid-preview".into())]);
    assert_eq!(preview(&officer).refused, "Hai cột cùng là “Tên dịch vụ”. Giữ một cột, chọn “(bỏ qua)” ở cột kia.");
    does(&mut officer, GridAction::Map { column: 0, field: None });
    assert_eq!(preview(&officer).refused, "");
    does(&mut officer, GridAction::Map { column: 1, field: None });
    does(&mut officer, GridAction::Take);
    assert_eq!(preview(&officer).refused, "Chưa cột nào là “Tên dịch vụ”. Chọn cột có tên dịch vụ.");
    does(&mut officer, GridAction::Map { column: 1, field: Some(99) });
    does(&mut officer, GridAction::Map { column: 99, field: Some(1) });
    assert!(services(&officer).is_empty());
    does(&mut officer, GridAction::Map { column: 1, field: Some(1) });
    does(&mut officer, GridAction::Take);
    assert_eq!((names(&officer), services(&officer)[0].code.as_str()), (vec!["Một".to_owned()], ""));
}

#[test]
fn it_takes_the_lists_place_or_goes_behind_it() {
    let mut officer = with_rows(3);
    officer.types("/service_list/0003/received", "chín");
    let former = officer.draft().clone();
    shows(&mut officer, &format!("{HEADING}BTC-2\tKhác\t3\nX\tdich vu so 3\t4\n"));
    let targets: Vec<String> = preview(&officer).targets.into_iter().map(|(_, says)| says).collect();
    assert_eq!(targets, ["Thay danh mục 3 dịch vụ đang có", "Thêm vào cuối danh mục"]);
    does(&mut officer, GridAction::Aim(Target::Append));
    assert_eq!(
        odd(&officer),
        ["Dòng 2: Danh mục đã có mã này ở dòng 2.", "Dòng 3: Danh mục đã có dịch vụ cùng tên và địa chỉ ở dòng 3."]
    );
    does(&mut officer, GridAction::Take);
    assert_eq!((ids(&officer).len(), officer.notice()), (5, "Đã nhận 2 dịch vụ."));
    assert_eq!((ids(&officer)[4].as_str(), grid(&officer).path.as_str()), ("0005", "/service_list/0004/code"));
    assert_eq!(column(&officer, 5)[2], "chín");
    pastes(&mut officer, &rows(2));
    assert_eq!(
        officer.notice(),
        "Đã nhận 2 dịch vụ. Danh mục trước (5 dịch vụ) đã được thay; bấm “Hoàn tác” để lấy lại."
    );
    assert!(officer.draft().entries.is_empty(), "nothing of the former list stays");
    officer.does(Action::Undo);
    officer.does(Action::Undo);
    assert_eq!((&officer.draft().content, &officer.draft().entries), (&former.content, &former.entries));
}

#[test]
fn cells_pasted_into_the_grid_go_from_the_active_one_on() {
    let mut officer = with_rows(3);
    goes_to(&mut officer, "0002", 5);
    pastes_here(&mut officer, "1.000\t900\r\n\t\r\nba\t5\r\n7\t6\r\n");
    let view = preview(&officer);
    assert_eq!(view.target, Target::Here);
    assert_eq!(view.targets.last().unwrap().1, "Ghi từ ô đang chọn trở đi (Dòng 2 (BTC-2) · Hồ sơ tiếp nhận)");
    let fields: Vec<&str> = view.columns.iter().map(|column| column.field.as_str()).collect();
    assert_eq!(fields, ["received", "resolved"]);
    does(&mut officer, GridAction::Take);
    assert_eq!(officer.notice(), "Đã ghi vào 4 dòng. 1 ô chưa đọc được, giữ nguyên chữ để sửa trong lưới.");
    assert_eq!(column(&officer, 5), ["10", "1.000", "", "ba", "7"]);
    assert_eq!(column(&officer, 6), ["9", "900", "", "5", "6"]);
    assert_eq!(column(&officer, 1)[..3], ["Dịch vụ số 1", "Dịch vụ số 2", "Dịch vụ số 3"], "the rest stays");
    assert_eq!(
        (ids(&officer).last().unwrap().as_str(), grid(&officer).path.as_str()),
        ("0005", "/service_list/0002/received")
    );
    officer.does(Action::Undo);
    assert_eq!((ids(&officer).len(), column(&officer, 5)), (3, vec!["10".to_owned(); 3]));
    goes_to(&mut officer, "0001", 5);
    pastes_here(&mut officer, "1\t2\t3\n");
    assert_eq!(preview(&officer).columns[2].field, "", "what stands past the last column is left out");
}

#[test]
fn in_a_sorted_grid_they_go_where_they_are_seen_to_go() {
    let mut officer = with_rows(3);
    does(&mut officer, GridAction::Sort(0));
    does(&mut officer, GridAction::Sort(0));
    assert_eq!(numbers(&officer), ["3", "2", "1", "+"]);
    goes_to(&mut officer, "0003", 5);
    pastes_here(&mut officer, "33\n22\n");
    does(&mut officer, GridAction::Take);
    assert_eq!(column(&officer, 5), ["33", "22", "10"]);
    assert_eq!(services(&officer)[2].received, Some(Answer::Reported(33)));
}

#[test]
fn at_the_blank_row_a_table_becomes_more_rows() {
    let mut officer = with_rows(2);
    goes_to(&mut officer, "0003", 0);
    pastes_here(&mut officer, &format!("{HEADING}BTC-9\tChín\t4\n"));
    assert_eq!(preview(&officer).target, Target::Append);
    does(&mut officer, GridAction::Take);
    assert_eq!(names(&officer), ["Dịch vụ số 1", "Dịch vụ số 2", "Chín"]);
}

#[test]
fn nothing_is_taken_before_the_button_and_leaving_it_forgets_it() {
    let mut officer = with_rows(1);
    let before = officer.draft().clone();
    shows(&mut officer, &rows(5));
    does(&mut officer, GridAction::Heading(1));
    does(&mut officer, GridAction::Handle(Handling::LeaveOut));
    assert_eq!(officer.draft(), &before);
    does(&mut officer, GridAction::Leave);
    assert_eq!((officer.draft(), grid(&officer).preview, grid(&officer).pasted.as_str()), (&before, None, ""));
    assert_eq!(does(&mut officer, GridAction::Take), [], "there is nothing any more");
    assert_eq!(officer.draft(), &before);
}

#[test]
fn the_section_is_not_left_by_its_button_over_what_was_not_taken() {
    let mut officer = Officer::of_finance();
    let here = Screen::Section(Section::ServiceList);
    officer.does(Action::Go(here));
    does(&mut officer, GridAction::PasteTyped("BTC-1\tMột\t3".into()));
    let says = "Có dữ liệu đã dán nhưng chưa nhận. Nhận hoặc bỏ đi rồi mới sang phần sau.";
    for _ in 0..2 {
        assert_eq!(officer.does(Action::NextSection), [Effect::Focus("grid-paste".into())]);
        assert_eq!(officer.state.notice, Some(Notice::Bad(says.into())));
        assert_eq!(officer.state.screen, here);
    }
    does(&mut officer, GridAction::ReadPasted);
    assert_eq!(officer.does(Action::NextSection), [Effect::Focus("grid-preview".into())]);
    officer.does(Action::Go(Screen::Sections));
    officer.does(Action::Go(here));
    assert!(grid(&officer).preview.is_some(), "another way out keeps it");
    does(&mut officer, GridAction::Take);
    officer.does(Action::NextSection);
    officer.does(Action::NextSection);
    assert_ne!(officer.state.screen, here);
}

#[test]
fn files_are_read_whatever_parts_their_cells() {
    let expected = ["Một, hai", "Ba; bốn"];
    for (name, text) in [
        ("a.csv", "Mã,Tên,Mức độ\r\nBTC-1,\"Một, hai\",3\r\nBTC-2,Ba; bốn,4\r\n"),
        ("b.csv", "\u{feff}\"Mã\";Tên;Mức độ\nBTC-1;Một, hai;3\nBTC-2;\"Ba; bốn\";4\n"),
        ("c.tsv", "\u{feff}BTC-1\tMột, hai\t3\nBTC-2\tBa; bốn\t4"),
        ("d.csv", "BTC-1;Một, hai;3;;\rBTC-2;\"Ba; bốn\";4;;\r"),
    ] {
        let mut officer = Officer::of_finance();
        chooses_file(&mut officer, name, text.as_bytes());
        assert!(preview(&officer).title.starts_with(&format!("Xem trước tệp {name}: 2 dòng, ")), "{name}");
        does(&mut officer, GridAction::Take);
        assert_eq!(names(&officer), expected, "{name}: {}", officer.notice());
        assert_eq!(services(&officer)[0].code, "BTC-1");
    }
}

#[test]
fn a_text_that_is_no_list_is_refused_with_a_reason() {
    let mut officer = Officer::of_finance();
    let empty = "Chưa có dịch vụ nào để nhận. Chép các dòng trong Excel rồi dán lại.";
    for text in ["", " \n\t\n", HEADING, "\0\0", &"\n".repeat(100_000)] {
        assert_eq!(shows(&mut officer, text), []);
        assert_eq!(officer.notice(), empty, "{}", text.len());
    }
    chooses_file(&mut officer, "danh-muc.xlsx", &[b'P', b'K', 3, 4, 0xff]);
    assert_eq!(
        officer.notice(),
        "Tệp danh-muc.xlsx không phải văn bản UTF-8. Trong Excel, chọn Lưu thành (Save As), kiểu “CSV UTF-8”, rồi chọn tệp vừa lưu."
    );
    let too_long = "Danh mục có hơn 5.000 dòng nên chưa nhận. Bỏ bớt dòng thừa; mỗi dịch vụ chỉ một dòng.";
    for text in [rows(5_001), rows(50_000), format!("BTC-1\tMột\t3{}BTC-2\tHai\t3", "\n".repeat(100_000))] {
        shows(&mut officer, &text);
        assert_eq!(officer.notice(), too_long);
    }
    shows(&mut officer, &"x\t".repeat(1_000_000));
    assert_eq!(
        officer.notice(),
        "Có 1.000.001 cột, không phải một danh mục dịch vụ. Chỉ chép các cột của danh mục rồi dán lại."
    );
    shows(&mut officer, &"Dịch vụ\t3\n".repeat(1_000_000));
    assert_eq!(
        officer.notice(),
        "Dữ liệu lớn hơn 10 MB nên không xem được. Chỉ chép các dòng của danh mục rồi dán lại."
    );
    does(&mut officer, GridAction::Leave);
    shows(&mut officer, &format!("{HEADING}{}", rows(5_000)));
    does(&mut officer, GridAction::Take);
    assert_eq!(services(&officer).len(), 5_000);
    assert_eq!(numbers(&officer).len(), 30, "and no more can be begun");
    does(&mut officer, GridAction::AddRow);
    assert_eq!(officer.notice(), "Danh mục đã có 5.000 dòng, không thêm được nữa.");
    shows(&mut officer, &rows(1));
    does(&mut officer, GridAction::Aim(Target::Append));
    does(&mut officer, GridAction::Take);
    assert_eq!((preview(&officer).refused.as_str(), services(&officer).len()), (too_long, 5_000));
}

#[test]
fn a_quotation_mark_that_swallows_rows_is_told() {
    let says = "Có dấu ngoặc kép (\") mở mà không đóng nên các ô sau bị gộp vào một ô: dòng được bỏ ra. Bỏ hoặc đóng dấu đó rồi dán lại.";
    for text in ["BTC-1\t\"Một\t3\nBTC-2\tHai\t3\n", "BTC-1\t\"Một\t3\nBTC-2\t\"Hai\"\t3\nBTC-3\tBa\t3"] {
        let mut officer = Officer::of_finance();
        shows(&mut officer, text);
        assert_eq!(odd(&officer)[0], format!("Dòng 1: {says}"));
    }
    let mut officer = Officer::of_finance();
    chooses_file(&mut officer, "a.csv", "BTC-1,Một,3\nBTC-2,\"Hai,3\nBTC-3,Ba,3\n".as_bytes());
    assert_eq!(odd(&officer), [format!("Dòng 2: {says}")]);
    does(&mut officer, GridAction::Take);
    assert_eq!((names(&officer), officer.notice()), (vec!["Một".to_owned()], "Đã nhận 1 dịch vụ. Đã bỏ ra 1 dòng."));
}

#[test]
fn many_odd_places_are_folded_and_all_are_counted() {
    let mut officer = Officer::of_finance();
    let text: String = (1..=1_234).map(|place| format!("BTC-{place}\tDịch vụ\tba\n")).collect();
    shows(&mut officer, &text);
    let view = preview(&officer);
    assert_eq!((view.odd.len(), view.folded.len(), view.more_odd.as_str()), (8, 492, "và 1.226 chỗ khác"));
    assert_eq!(
        (view.odd_title.as_str(), view.rows.len(), view.more_rows.as_str()),
        ("Có 1.234 chỗ cần để ý", 26, "và 1.208 dòng khác")
    );
}

#[test]
fn a_pasted_text_is_no_part_of_the_draft_until_it_is_taken() {
    let mut officer = Officer::of_finance();
    let before = officer.draft().clone();
    assert_eq!(does(&mut officer, GridAction::PasteTyped("BTC-1\tMột\t3".into())), []);
    assert_eq!(officer.draft(), &before);
    assert_eq!(grid(&officer).pasted, "BTC-1\tMột\t3");
    officer.does(Action::ChooseAgency(Some("tinh-ha-giang".into())));
    officer.does(Action::Begin { random: Some([8; 16]) });
    assert_eq!(grid(&officer).pasted, "", "one agency's list is not offered to another");
}
