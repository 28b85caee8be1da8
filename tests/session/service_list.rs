//! The agency's own service list: pasted, read from a file, refused, replaced, shown.

use crate::officer::*;
use return36a::quarterly::{Answer, ListedService};
use return36a::session::view::{self, ListView, Progress};
use return36a::session::{Action, Effect, Notice, Screen, Section};
use return36a::vietnamese::Date;

const HEADING: &str = "Mã\tTên dịch vụ\tMức độ\tNgày triển khai\tĐịa chỉ\tHồ sơ tiếp nhận\tHồ sơ giải quyết\r\n";

fn pastes(officer: &mut Officer, text: &str) -> Vec<Effect> {
    officer.does(Action::ListTyped(text.into()));
    officer.does(Action::TakeList)
}

fn chooses_file(officer: &mut Officer, name: &str, bytes: &[u8]) -> Vec<Effect> {
    officer.does(Action::ListFile { name: name.into(), bytes: bytes.into() })
}

fn list(officer: &Officer) -> ListView {
    view::section(&officer.state, Section::ServiceList).unwrap().list.unwrap()
}

fn services(officer: &Officer) -> Vec<ListedService> {
    officer.draft().content.service_list.values().cloned().collect()
}

/// A sum, what stands beside it, and whether it differs.
type Sum = (String, String, bool);

/// So many rows, all at level 3 or 4, each with 10 dossiers received and 9 resolved.
fn rows(count: usize) -> String {
    (1..=count).map(|place| format!("BTC-{place}\tDịch vụ số {place}\t{}\t\t\t10\t9\n", 3 + place % 2)).collect()
}

#[test]
fn rows_pasted_from_a_spreadsheet_become_services() {
    let mut officer = Officer::of_finance();
    let text = format!(
        "{HEADING}BTC-1\tKê khai thuế \"qua mạng\"\t4\t1/2/2017\thttps://thuedientu.gdt.gov.vn\t1.234.567\t0\r\n\
         \r\n\
         \t\t\t\t\t\t\r\n\
         \t\"Cấp giấy phép\nkinh doanh bảo hiểm\"\t3\t\t\t\t\r\n\
         BTC-3\tĐăng ký mã số\u{200b}\t2\r\n"
    );
    let effects = pastes(&mut officer, &text);
    assert!(kept(&effects) && effects.contains(&Effect::Focus("/service_list".into())));
    assert_eq!(officer.notice(), "Đã nhận danh mục 3 dịch vụ.");
    let ids: Vec<&str> = officer.draft().content.service_list.keys().map(|id| id.as_str()).collect();
    assert_eq!(ids, ["0001", "0002", "0003"]);
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
    assert_eq!((second.name.as_str(), second.received), ("Cấp giấy phép kinh doanh bảo hiểm", None));
    assert_eq!((third.name.as_str(), third.level), ("Đăng ký mã số", Some(2)));
    assert_eq!(list(&officer).pasted, "");
}

#[test]
fn what_cannot_be_read_is_told_line_by_line_and_nothing_is_taken() {
    let mut officer = Officer::of_finance();
    let text = format!(
        "{HEADING}\nBTC-1\tMột\t5\t31/2/2017\t\t1,353\t\nBTC-2\tHai\t3\nBTC-3\tBa\nBTC-4\tBốn\tmức 3\t\t\t12 hồ sơ\t10.960.7\n\
         BTC-5\tNăm\t3\t\t\t\t\tthừa\nBTC-6\tSáu\t4\n"
    );
    let effects = pastes(&mut officer, &text);
    assert_eq!(effects, [Effect::Focus("list-faults".into())]);
    assert!(officer.draft().content.service_list.is_empty());
    let faults = list(&officer).faults.unwrap();
    assert_eq!(faults.title, "Có 8 chỗ không đọc được, chưa nhận dòng nào. Sửa trong Excel rồi dán lại.");
    assert_eq!(
        faults.lines,
        [
            "Dòng 3, cột mức độ: Đang ghi là “5”. Mức độ là 1, 2, 3 hoặc 4.",
            "Dòng 3, cột ngày triển khai: Đang ghi là “31/2/2017”, không có ngày này trong lịch. Kiểm tra lại ngày và tháng.",
            "Dòng 3, cột hồ sơ tiếp nhận: Đang ghi là “1,353”. Không rõ là 1.353 (dấu phẩy ngăn hàng nghìn) hay 1,353 (dấu phẩy trước phần lẻ). Số lượng là số nguyên: nếu là 1.353 thì ghi 1.353 hoặc 1353.",
            "Dòng 5: Có 2 cột; cần từ 3 đến 7 cột, theo thứ tự mã, tên, mức độ, ngày triển khai, địa chỉ, hồ sơ tiếp nhận, hồ sơ giải quyết.",
            "Dòng 6, cột mức độ: Đang ghi là “mức 3”. Mức độ là 1, 2, 3 hoặc 4.",
            "Dòng 6, cột hồ sơ tiếp nhận: Đang ghi là “12 hồ sơ”. Ô này chỉ ghi số: để lại 12, bỏ phần chữ “hồ sơ”.",
            "Dòng 6, cột hồ sơ giải quyết: Đang ghi là “10.960.7”. Dấu chấm chỉ đặt trước từng nhóm ba chữ số. Nếu là 109.607 thì ghi 109.607; nếu thừa hoặc thiếu chữ số thì ghi lại số đúng.",
            "Dòng 7: Có 8 cột; cần từ 3 đến 7 cột, theo thứ tự mã, tên, mức độ, ngày triển khai, địa chỉ, hồ sơ tiếp nhận, hồ sơ giải quyết.",
        ]
    );
    assert_eq!(faults.take_readable.as_deref(), Some("Chỉ nhận các dòng đọc được (2 dòng)"));
    assert_eq!(list(&officer).pasted, text, "what was pasted stays, to be mended");
    officer.does(Action::TakeReadable);
    let names: Vec<String> = services(&officer).into_iter().map(|service| service.name).collect();
    assert_eq!(names, ["Hai", "Sáu"]);
    assert_eq!(list(&officer).faults, None);
    assert_eq!(officer.does(Action::TakeReadable), [], "there is nothing more to take");
}

#[test]
fn a_row_without_a_name_or_a_level_is_no_service() {
    let mut officer = Officer::of_finance();
    pastes(&mut officer, "BTC-1\t \t3\nBTC-2\tHai\t\u{200b}\nBTC-3\t\t\nBTC-4\tBốn\t4\n");
    assert!(services(&officer).is_empty());
    let says = "Đang để trống. Ghi vào ô này trong Excel rồi dán lại.";
    let faults = list(&officer).faults.unwrap();
    assert_eq!(
        faults.lines,
        [
            format!("Dòng 1, cột tên dịch vụ: {says}"),
            format!("Dòng 2, cột mức độ: {says}"),
            format!("Dòng 3, cột tên dịch vụ: {says}"),
            format!("Dòng 3, cột mức độ: {says}"),
        ]
    );
    assert_eq!((faults.more.as_str(), faults.folded.len()), ("", 0));
    assert_eq!(faults.take_readable.as_deref(), Some("Chỉ nhận các dòng đọc được (1 dòng)"));
}

#[test]
fn many_faults_are_folded_and_all_are_counted() {
    let mut officer = Officer::of_finance();
    let text: String = (1..=33).map(|place| format!("BTC-{place}\tDịch vụ\t5\n")).collect();
    pastes(&mut officer, &text);
    let faults = list(&officer).faults.unwrap();
    assert_eq!((faults.lines.len(), faults.more.as_str(), faults.folded.len()), (20, "và 13 chỗ khác", 13));
    let last = "Dòng 33, cột mức độ: Đang ghi là “5”. Mức độ là 1, 2, 3 hoặc 4.";
    assert_eq!(faults.folded.last().map(String::as_str), Some(last));
    let text: String = (1..=1_234).map(|place| format!("BTC-{place}\tDịch vụ\t5\n")).collect();
    pastes(&mut officer, &text);
    let faults = list(&officer).faults.unwrap();
    assert_eq!((faults.more.as_str(), faults.folded.len()), ("và 1.214 chỗ khác", 981));
    assert_eq!(faults.folded.last().map(String::as_str), Some("và 234 chỗ khác"));
}

#[test]
fn a_row_is_named_by_its_place_and_its_code() {
    let mut officer = Officer::of_finance();
    pastes(&mut officer, "HG-30\tMột\t3\t\t\t5\t9\n\tHai\t3\t\t\t5\t9\n");
    let view = list(&officer);
    assert_eq!(view.columns[..2], ["Dòng", "Mã"]);
    assert_eq!(view.rows.iter().map(|row| row.place.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    let review = view::review(&officer.state).unwrap();
    let here = review.findings.into_iter().find(|of| of.section == Section::ServiceList).unwrap();
    let places: Vec<String> = here.groups.into_iter().flat_map(|group| group.places).map(|place| place.name).collect();
    assert!(places.iter().any(|place| place == "Dòng 1 (HG-30) · Hồ sơ giải quyết"), "{places:?}");
    assert!(places.iter().any(|place| place == "Dòng 2 · Hồ sơ giải quyết"), "{places:?}");
}

#[test]
fn a_quotation_mark_that_swallows_rows_is_told() {
    for text in ["BTC-1\t\"Một\t3\nBTC-2\tHai\t3\n", "BTC-1\t\"Một\t3\nBTC-2\t\"Hai\"\t3\nBTC-3\tBa\t3"] {
        let mut officer = Officer::of_finance();
        pastes(&mut officer, text);
        let faults = list(&officer).faults.unwrap();
        assert!(faults.lines[0].starts_with("Dòng 1: Có dấu ngoặc kép (\") mở mà không đóng"), "{:?}", faults.lines);
        assert!(officer.draft().content.service_list.is_empty());
    }
    let mut officer = Officer::of_finance();
    chooses_file(&mut officer, "a.csv", "BTC-1,Một,3\nBTC-2,\"Hai,3\nBTC-3,Ba,3\n".as_bytes());
    assert!(list(&officer).faults.unwrap().lines[0].starts_with("Dòng 2: Có dấu ngoặc kép"));
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
        let names: Vec<String> = services(&officer).into_iter().map(|service| service.name).collect();
        assert_eq!(names, expected, "{name}: {}", officer.notice());
        assert_eq!(services(&officer)[0].code, "BTC-1");
    }
}

#[test]
fn a_text_that_is_no_list_is_refused_with_a_reason() {
    let mut officer = Officer::of_finance();
    let empty = "Chưa có dịch vụ nào để nhận. Chép các dòng trong Excel rồi dán vào ô.";
    for text in ["", " \n\t\n", HEADING] {
        assert_eq!(pastes(&mut officer, text), []);
        assert_eq!(officer.notice(), empty);
    }
    chooses_file(&mut officer, "danh-muc.xlsx", &[b'P', b'K', 3, 4, 0xff]);
    assert_eq!(
        officer.notice(),
        "Tệp danh-muc.xlsx không phải văn bản UTF-8. Trong Excel, chọn Lưu thành (Save As), kiểu “CSV UTF-8”, rồi chọn tệp vừa lưu."
    );
    pastes(&mut officer, &rows(5_001));
    assert_eq!(
        officer.notice(),
        "Danh mục có hơn 5.000 dòng nên chưa nhận. Bỏ bớt dòng thừa; mỗi dịch vụ chỉ một dòng."
    );
    pastes(&mut officer, &format!("{HEADING}{}", rows(5_000)));
    assert_eq!(officer.draft().content.service_list.len(), 5_000);
}

#[test]
fn a_first_row_is_a_heading_only_if_it_names_columns() {
    for (first, taken) in [
        ("Mã TTHC\tTên thủ tục\tMức độ (1-4)\tNgày\tĐịa chỉ\n", 1),
        ("code\tname\tlevel\n", 1),
        ("M1\tTên miền .vn\t3\n", 2),
        ("M1\tMã số thuế\t4\n", 2),
    ] {
        let mut officer = Officer::of_finance();
        pastes(&mut officer, &format!("{first}BTC-2\tHai\t3\n"));
        assert_eq!(services(&officer).len(), taken, "{first}");
    }
    let mut officer = Officer::of_finance();
    pastes(&mut officer, "M1\tTên miền\tMức 3\nBTC-2\tHai\t3\n");
    assert!(services(&officer).is_empty() && list(&officer).faults.is_some(), "a service whose level is a word");
}

#[test]
fn a_new_list_takes_the_place_of_the_former_which_can_be_brought_back() {
    let mut officer = Officer::of_finance();
    pastes(&mut officer, &rows(3));
    assert_eq!((list(&officer).restore, list(&officer).title.as_str()), (None, "Danh mục đang có: 3 dịch vụ"));
    assert_eq!(
        list(&officer).will_replace,
        "Danh mục mới sẽ thay danh mục 3 dịch vụ đang có; có thể lấy lại cho đến khi đóng trang này."
    );
    let former = services(&officer);
    pastes(&mut officer, &rows(7));
    assert_eq!(officer.notice(), "Đã nhận danh mục 7 dịch vụ. Danh mục trước (3 dịch vụ) đã được thay.");
    assert_eq!(list(&officer).restore.as_deref(), Some("Lấy lại danh mục trước (3 dịch vụ)"));
    assert!(kept(&officer.does(Action::RestoreList)));
    assert_eq!(services(&officer), former);
    officer.does(Action::DropList);
    assert_eq!(officer.notice(), "Đã xóa danh mục 3 dịch vụ.");
    assert_eq!((services(&officer).len(), list(&officer).title.as_str()), (0, "Chưa có danh mục"));
    officer.does(Action::RestoreList);
    assert_eq!(services(&officer), former);
    officer.does(Action::ChooseAgency(Some("tinh-ha-giang".into())));
    officer.does(Action::Begin { random: Some([8; 16]) });
    assert_eq!(list(&officer).restore, None, "one agency's list is not offered to another");
}

#[test]
fn the_list_is_added_up_by_level_beside_the_counts() {
    let mut officer = Officer::of_finance();
    officer.types("/services/level3/answer", "2");
    officer.types("/services/level4/answer", "5");
    officer.types("/services/received3-year/answer", "20");
    pastes(&mut officer, &format!("{}BTC-9\tKhông có số\t3\n", rows(4)));
    // As a file of another program may have it.
    let content = &mut officer.state.draft.as_mut().unwrap().content;
    let without_level = ListedService { name: "Chưa rõ mức".into(), ..Default::default() };
    std::sync::Arc::make_mut(&mut content.service_list).insert("0006".into(), without_level);
    let sums: Vec<(String, Vec<Sum>)> = list(&officer)
        .sums
        .into_iter()
        .map(|row| (row.level, row.cells.map(|cell| (cell.sum, cell.beside.join("; "), cell.differs)).to_vec()))
        .collect();
    let cell = |sum: &str, beside: &str, differs: bool| (sum.to_owned(), beside.to_owned(), differs);
    let none = || cell("–", "", false);
    assert_eq!(
        sums,
        [
            ("1".into(), vec![cell("0", "chưa khai", false), none(), none()]),
            ("2".into(), vec![cell("0", "chưa khai", false), none(), none()]),
            (
                "3".into(),
                vec![
                    cell("3", "đã khai 2 (chênh)", true),
                    cell("20", "1 dịch vụ chưa ghi; đã khai 20", false),
                    cell("18", "1 dịch vụ chưa ghi; chưa khai", false),
                ]
            ),
            (
                "4".into(),
                vec![
                    cell("2", "đã khai 5 (chênh)", true),
                    cell("20", "chưa khai", false),
                    cell("18", "chưa khai", false)
                ]
            ),
            (
                "Chưa ghi".into(),
                vec![
                    cell("1", "", false),
                    cell("–", "1 dịch vụ chưa ghi", false),
                    cell("–", "1 dịch vụ chưa ghi", false),
                ]
            ),
        ]
    );
    let review = view::review(&officer.state).unwrap();
    let (_, title, groups) = review.sections.iter().find(|(section, ..)| *section == Section::ServiceList).unwrap();
    let line = &groups[0].lines[2];
    assert_eq!(
        (title.as_str(), line.label.as_str(), line.value.as_str()),
        ("Danh mục dịch vụ công trực tuyến", "Mức độ 3", "Dịch vụ: 3; Hồ sơ tiếp nhận: 20; Hồ sơ giải quyết: 18")
    );
}

#[test]
fn a_hundred_rows_are_shown_at_a_time_and_a_finding_leads_to_its_row() {
    let mut officer = Officer::of_finance();
    officer.does(Action::Go(Screen::Section(Section::ServiceList)));
    assert_eq!(list(&officer).rows.len(), 0);
    let text = format!("{}BTC-251\tDịch vụ\t3\t\t\t9\t\n", rows(250));
    pastes(&mut officer, &text);
    let view = list(&officer);
    assert_eq!((view.rows.len(), view.more.as_deref()), (100, Some("Hiện thêm 100")));
    assert_eq!(view.shown, "Đang hiện 100/251 dòng");
    assert_eq!(
        view.rows[0].cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>(),
        ["BTC-1", "Dịch vụ số 1", "4", "", "", "10", "9"]
    );
    assert_eq!(officer.does(Action::MoreRows), [Effect::Focus("/service_list/0101".into())]);
    assert_eq!((list(&officer).rows.len(), list(&officer).more.as_deref()), (200, Some("Hiện thêm 51")));
    officer.does(Action::MoreRows);
    assert_eq!((list(&officer).rows.len(), list(&officer).more, list(&officer).shown), (251, None, String::new()));
    pastes(&mut officer, &text);
    officer.does(Action::Go(Screen::Sections));
    let path = "/service_list/0251/name";
    let effects = officer.does(Action::Follow(path.into()));
    assert_eq!(effects.last(), Some(&Effect::Focus(path.into())));
    let row = list(&officer).rows.pop().unwrap();
    assert_eq!((row.id.as_str(), row.cells[1].id.as_str()), ("service_list-0251", "service_list-0251-name"));
}

#[test]
fn what_is_wrong_in_the_list_is_said_at_its_row() {
    let mut officer = Officer::of_finance();
    pastes(&mut officer, "BTC-1\tMột\t3\t\t\t5\t9\n");
    officer.does(Action::Go(Screen::Section(Section::ServiceList)));
    officer.does(Action::NextSection);
    let places: Vec<String> = officer
        .state
        .findings
        .iter()
        .map(|finding| finding.place().to_owned())
        .filter(|path| path.starts_with("/service_list/"))
        .collect();
    let row = &list(&officer).rows[0];
    let said = row.errors.len() + row.warnings.len() + row.notes.len();
    assert_eq!(said, places.len(), "{places:?}");
}

#[test]
fn a_list_taken_from_the_quarter_before_waits_to_be_confirmed() {
    use return36a::quarterly::{Signature, SignedFile, write};
    let mut before = Officer::of("bo-tai-chinh", "2017-Q1");
    pastes(&mut before, &rows(3));
    let signatures = vec![Signature { protected: "e30".into(), signature: "AA".into() }];
    let bytes = write(&SignedFile { content: before.draft().content.clone(), signatures });
    let mut officer = Officer::of_finance();
    officer.does(Action::OpenPrevious { name: "36a.json".into(), bytes });
    let first = &services(&officer)[0];
    assert_eq!((first.code.as_str(), first.received.as_ref()), ("BTC-1", None));
    assert_eq!(officer.progress(Section::ServiceList), Progress::Carried(1));
    pastes(&mut officer, &rows(5));
    assert_eq!(officer.progress(Section::ServiceList), Progress::Done, "a new list is the agency's own word");
    officer.does(Action::RestoreList);
    assert_eq!(officer.progress(Section::ServiceList), Progress::Carried(1));
    officer.does(Action::ConfirmSection(Section::ServiceList));
    assert_eq!(officer.progress(Section::ServiceList), Progress::Done);
}

#[test]
fn a_pasted_text_is_no_part_of_the_draft_until_it_is_taken() {
    let mut officer = Officer::of_finance();
    let before = officer.draft().clone();
    assert_eq!(officer.does(Action::ListTyped("BTC-1\tMột\t3".into())), []);
    assert_eq!(officer.draft(), &before);
    assert_eq!(list(&officer).pasted, "BTC-1\tMột\t3");
}

#[test]
fn the_section_is_not_left_by_its_button_over_a_list_that_was_not_taken() {
    let mut officer = Officer::of_finance();
    let here = Screen::Section(Section::ServiceList);
    officer.does(Action::Go(here));
    officer.does(Action::ListTyped("BTC-1\tMột\t3".into()));
    for _ in 0..2 {
        assert_eq!(officer.does(Action::NextSection), [Effect::Focus("list-paste".into())]);
        let says = "Có dữ liệu đã dán nhưng chưa nhận. Chọn “Nhận danh mục”, hoặc xóa ô này.";
        assert_eq!(officer.state.notice, Some(Notice::Bad(says.into())));
        assert_eq!(officer.state.screen, here);
    }
    officer.does(Action::Go(Screen::Sections));
    officer.does(Action::Go(here));
    assert_eq!(list(&officer).pasted, "BTC-1\tMột\t3", "another way out keeps it");
    officer.does(Action::ListTyped(" \n".into()));
    officer.does(Action::NextSection);
    assert_ne!(officer.state.screen, here);
    officer.does(Action::Go(here));
    officer.does(Action::ListTyped("BTC-1\tMột\t3".into()));
    officer.does(Action::TakeList);
    officer.does(Action::NextSection);
    assert_ne!(officer.state.screen, here);
}

#[test]
fn rows_read_before_the_text_was_mended_are_offered_no_more() {
    let mut officer = Officer::of_finance();
    pastes(&mut officer, "BTC-1\tMột\t5\nBTC-2\tHai\t3\n");
    assert!(list(&officer).faults.unwrap().take_readable.is_some());
    officer.does(Action::ListTyped("BTC-1\tMột\t4\nBTC-2\tHai\t3\n".into()));
    let faults = list(&officer).faults.unwrap();
    assert_eq!(
        (faults.lines.len(), faults.take_readable),
        (1, None),
        "what is wrong stays to be read while it is mended"
    );
    officer.does(Action::TakeList);
    assert_eq!(services(&officer).len(), 2);
}
