//! The return on paper, and the blank form.

use crate::officer::*;
use return36a::collect::ReturnMark;
use return36a::export::{Block, Paper};
use return36a::quarterly::ListedService;
use return36a::session::view::{self, form, printed};
use return36a::session::{Action, Effect, Screen, Section};
use return36a::signing::fingerprint;
use return36a::text::Language;
use std::sync::Arc;

fn paper(officer: &Officer) -> Paper {
    Paper::clone(&printed(&officer.state).unwrap().paper)
}

/// All that is printed in the text and the annexes, a cell, heading or paragraph each.
fn texts(paper: &Paper) -> Vec<String> {
    let of = |block: &Block| match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => vec![text.clone()],
        Block::Bullets(lines) => lines.clone(),
        Block::Table(sheet) => {
            let cells = sheet.rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.printed()));
            cells.chain(sheet.notes.clone()).collect()
        }
        Block::NewPage { .. } => Vec::new(),
    };
    paper.blocks.iter().chain(&paper.annexes).flat_map(of).collect()
}

fn headings(paper: &Paper) -> Vec<String> {
    let text = |block: &Block| match block {
        Block::Heading { level: 1, text } => Some(text.clone()),
        _ => None,
    };
    paper.blocks.iter().filter_map(text).collect()
}

/// The row of a table whose second cell is this.
fn row(paper: &Paper, second: &str) -> Vec<String> {
    let sheets = paper.blocks.iter().filter_map(|block| match block {
        Block::Table(sheet) => Some(sheet),
        _ => None,
    });
    let rows: Vec<Vec<String>> = sheets
        .flat_map(|sheet| sheet.rows.iter().map(|row| row.cells.iter().map(|cell| cell.printed()).collect()))
        .collect();
    rows.iter().find(|row: &&Vec<String>| row[1] == second).cloned().unwrap_or_else(|| panic!("{second}: {rows:#?}"))
}

#[test]
fn the_head_is_the_decrees() {
    let mut officer = Officer::of_finance();
    let head = paper(&officer).head;
    assert_eq!((head.superior.as_str(), head.agency.as_str()), ("", "BỘ TÀI CHÍNH"));
    assert_eq!(head.number, "Số: …………/BC-BTC");
    assert_eq!(head.place_and_date, "Hà Nội, ngày …… tháng …… năm ………");
    assert_eq!(head.kind, "BÁO CÁO");
    assert_eq!(
        head.subject,
        "Tình hình thực hiện Nghị quyết số 36a/NQ-CP của Chính phủ về Chính phủ điện tử quý II năm 2017"
    );
    officer.fills_all();
    let filled = paper(&officer);
    assert_eq!(filled.head.number, "Số: 123/BC-BTC");
    assert_eq!(filled.head.place_and_date, "Hà Nội, ngày 10 tháng 6 năm 2017");
    assert_eq!(filled.recipient_lines(), ["- Văn phòng Chính phủ (để tổng hợp);", "- Lưu: VT."]);
    let drafter = filled.drafter.unwrap();
    assert_eq!((drafter.authority, drafter.name.as_str()), (vec!["NGƯỜI LẬP BIỂU".to_owned()], "Người lập"));
    let signatory = filled.signatory;
    assert_eq!((signatory.authority, signatory.name.as_str()), (vec!["THỨ TRƯỞNG".to_owned()], "Người duyệt"));
}

#[test]
fn a_province_is_its_peoples_committee_in_its_own_place() {
    for (agency, name, place) in [
        ("tinh-ha-giang", "ỦY BAN NHÂN DÂN TỈNH HÀ GIANG", "Hà Giang, ngày"),
        ("tp-ha-noi", "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", "Hà Nội, ngày"),
        ("tp-ho-chi-minh", "ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "Thành phố Hồ Chí Minh, ngày"),
        ("van-phong-chinh-phu", "VĂN PHÒNG CHÍNH PHỦ", "Hà Nội, ngày"),
    ] {
        let head = paper(&Officer::of(agency, "2017-Q1")).head;
        assert_eq!(head.agency, name);
        assert!(head.place_and_date.starts_with(place), "{}", head.place_and_date);
        assert!(head.number == "Số: …………/…………" || agency == "van-phong-chinh-phu", "{}", head.number);
    }
}

#[test]
fn sections_stand_in_order_and_only_those_that_there_are() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    assert_eq!(
        headings(&paper(&officer)),
        [
            "I. Thông tin chung",
            "II. Nhiệm vụ chung",
            "III. Nhiệm vụ cụ thể được giao",
            "IV. Dịch vụ công trực tuyến",
            "V. Hồ sơ trực tuyến",
            "VI. Danh mục dịch vụ công trực tuyến",
            "VII. Khó khăn và đề xuất",
        ]
    );
    assert!(paper(&officer).annexes.is_empty(), "no list, no annex");
    let investment = paper(&Officer::of("bo-ke-hoach-va-dau-tu", "2017-Q2"));
    assert!(headings(&investment).contains(&"VII. Chỉ tiêu".to_owned()), "{:?}", headings(&investment));
    officer.signs();
    assert_eq!(headings(&paper(&officer)).last().unwrap(), "VIII. Chữ ký số");
}

#[test]
fn no_data_says_so_and_blank_is_room_to_write_and_neither_is_zero() {
    let mut officer = Officer::of_finance();
    let blank = paper(&officer);
    let of_level4 = "Dịch vụ công trực tuyến mức độ 4 hiện có";
    assert_eq!(row(&blank, of_level4)[3], "…………");
    assert!(texts(&blank).iter().all(|text| text != "0"), "a blank return has no zero");
    officer.fills_all();
    officer.types("/services/level4/answer", "0");
    let filled = paper(&officer);
    assert_eq!(row(&filled, of_level4)[2..], ["Hiện có", "0", ""]);
    let of_quarter =
        texts(&filled).into_iter().filter(|text| text == "Không có số liệu: Chưa thống kê theo quý").count();
    assert_eq!(of_quarter, 12);
    officer.types("/services/level4/answer", "246");
    officer.signs();
    assert!(!officer.draft().signatures.is_empty());
    let signed = texts(&paper(&officer));
    assert!(signed.iter().all(|text| !text.contains("……")), "nothing can be written into a signed one");
    assert!(signed.contains(&"–".to_owned()));
}

#[test]
fn a_task_tells_what_its_status_asks_for() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    let text = officer.state.registry.task(&"3.4".into()).unwrap().text.clone();
    let done = row(&paper(&officer), &text);
    assert_eq!(done[0], "3.4");
    assert_eq!(done[3], "Đã hoàn thành");
    assert_eq!(done[4], "Ngày hoàn thành: 15/05/2017\nCăn cứ: https://vnsw.gov.vn\nKết quả thực hiện: …………");
    officer.chooses("/tasks/3.4/status", "in-progress");
    officer.types("/tasks/3.4/percent", "39,8");
    let going = row(&paper(&officer), &text);
    assert!(going[4].contains("Tỷ lệ hoàn thành (%): 39,8\nKhó khăn, vướng mắc: …………"), "{}", going[4]);
    assert!(going[4].contains("Căn cứ: https://vnsw.gov.vn"), "what is signed is shown, asked for or not");
}

#[test]
fn a_draft_says_that_it_is_one_and_bears_its_present_hash() {
    let mut officer = Officer::of_finance();
    let before = paper(&officer).mark.unwrap();
    let hash = |officer: &Officer| ReturnMark::of(&officer.draft().content).unwrap().content_sha256;
    let grouped = fingerprint(&hash(&officer));
    assert_eq!(before.warning, "BẢN NHÁP – CHƯA KÝ");
    assert_eq!(before.lines[0], format!("Mã báo cáo {} · bản 1 · quý II/2017", "07".repeat(16)));
    assert_eq!(format!("{} {}", before.lines[1], before.lines[2]), format!("SHA-256: {grouped}"));
    assert_eq!(before.code, format!("return36a/1 bo-tai-chinh 2017-Q2 r1 sha256:{}", hash(&officer)));
    assert_eq!(before.code_says, format!("Mã QR: {}", before.code));
    officer.types("/difficulties", "Thiếu kinh phí");
    let after = paper(&officer).mark.unwrap();
    assert_ne!(after.code, before.code);
    assert_eq!(
        view::sign(&officer.state).unwrap().hash,
        fingerprint(&hash(&officer)),
        "the signing screen shows the same"
    );
}

#[test]
fn a_signed_return_tells_who_signed_in_vietnamese_whatever_the_page_speaks() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.signs();
    officer.does(Action::Speak(Language::English));
    let paper = paper(&officer);
    let mark = paper.mark.clone().unwrap();
    assert_eq!(mark.warning, "");
    let texts = texts(&paper);
    let shown = view::sign(&officer.state).unwrap().signatures.len();
    assert_eq!(shown, 1);
    officer.does(Action::Speak(Language::Vietnamese));
    let says = view::sign(&officer.state).unwrap().signatures.remove(0);
    assert!(texts.contains(&says.says), "{} is not in {texts:#?}", says.says);
    assert!(texts.iter().any(|text| text.starts_with(&says.who)));
    assert_eq!(Paper::clone(&printed(&officer.state).unwrap().paper), paper, "the paper is the same in both languages");
}

#[test]
fn a_second_revision_tells_what_it_amends_and_why() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.signs();
    let first = ReturnMark::of(&officer.draft().content).unwrap().content_sha256;
    officer.does(Action::Amend);
    officer.types("/amendment_reason", "Bổ sung số liệu mức độ 4");
    let paper = paper(&officer);
    let texts = texts(&paper);
    for told in ["2 (sửa đổi lần 1)", "Bổ sung số liệu mức độ 4", &fingerprint(&first)] {
        assert!(texts.contains(&told.to_owned()), "{told}: {texts:#?}");
    }
    assert!(paper.mark.unwrap().code.contains(" 2017-Q2 r2 sha256:"));
}

#[test]
fn a_reason_stands_beside_the_warning_that_it_answers() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.chooses("/services/level3/basis", "year");
    let warning = officer.field("/services/level3/basis").warnings.remove(0);
    let path = "/services/level3/basis".to_owned();
    officer
        .does(Action::Justified { rule: warning.rule, path, reason: "Cổng chỉ có số từ đầu năm".into() });
    let told = paper(&officer);
    let place = "Dịch vụ công trực tuyến mức độ 3 hiện có · Thời gian tính số liệu";
    let row = row(&told, &format!("{place}: {}", warning.message));
    assert_eq!(row[2], "Cổng chỉ có số từ đầu năm");
    officer.types("/services/level3/answer", "85");
    let lapsed = texts(&paper(&officer));
    assert!(lapsed.iter().any(|text| text.ends_with("(số liệu đã đổi sau khi giải trình)")), "{lapsed:#?}");
}

#[test]
fn the_service_list_is_an_annex_that_lies_on_its_side() {
    let mut officer = Officer::of_finance();
    let service = ListedService { name: "Khai thuế".into(), level: Some(4), ..ListedService::default() };
    let list = (1..=2_000).map(|at| (format!("{at:04}").as_str().into(), service.clone()));
    officer.state.draft.as_mut().unwrap().content.service_list = Arc::new(list.collect());
    let paper = paper(&officer);
    assert!(texts(&paper).contains(&"2.000 dịch vụ, ở Phụ lục kèm theo.".to_owned()));
    assert_eq!(paper.annexes[0], Block::NewPage { landscape: true });
    let Some(Block::Table(sheet)) = paper.annexes.last() else { panic!("{:?}", paper.annexes.len()) };
    assert_eq!(sheet.rows.len(), 2_000);
    let last: Vec<String> = sheet.rows[1_999].cells.iter().map(|cell| cell.printed()).collect();
    assert_eq!(last, ["2.000", "…………", "Khai thuế", "4", "…………", "…………", "…………", "…………"]);
}

#[test]
fn what_was_typed_and_cannot_be_read_is_told_beside_the_return() {
    let mut officer = Officer::of_finance();
    officer.types("/services/level4/answer", "khoảng 200");
    let paper = paper(&officer);
    assert_eq!(row(&paper, "Dịch vụ công trực tuyến mức độ 4 hiện có")[3], "…………");
    let told = "Dịch vụ công trực tuyến mức độ 4 hiện có: “khoảng 200”".to_owned();
    assert!(texts(&paper).contains(&told), "{:#?}", texts(&paper));
}

#[test]
fn the_form_asks_for_everything_and_answers_nothing() {
    let mut officer = Officer::new();
    assert_eq!(
        officer.does(Action::Go(Screen::Form)),
        [Effect::Replace(String::new()), Effect::Top],
        "nothing is chosen"
    );
    officer.does(Action::ChooseAgency(Some("bo-tai-chinh".into())));
    officer.does(Action::ChoosePeriod("2017-Q2".parse().ok()));
    assert_eq!(officer.does(Action::Go(Screen::Form)), [Effect::Address("mau-trong".into()), Effect::Top]);
    let paper = Paper::clone(&form(&officer.state).unwrap().paper);
    let mark = paper.mark.clone().unwrap();
    let sha256 = &officer.state.registry_sha256;
    assert_eq!((mark.warning.as_str(), mark.code.as_str()), ("MẪU ĐIỀN TAY", ""));
    assert_eq!(
        mark.lines,
        [format!(
            "Danh mục 36a-nq-cp {} · SHA-256: {} …",
            officer.state.registry.registry.version,
            fingerprint(&sha256[..16])
        )]
    );
    let texts = texts(&paper);
    for task in officer.state.registry.tasks_of(&"bo-tai-chinh".into()) {
        let row = row(&paper, &task.text);
        assert_eq!(row[3], "□ Đã hoàn thành\n□ Đang triển khai\n□ Chưa triển khai\n□ Chờ cơ quan chủ trì");
        assert!(row[4].contains("Căn cứ: …………………\nKết quả thực hiện:\n………………………"));
    }
    for count in &officer.state.registry.count {
        assert_eq!(row(&paper, &count.label.vi)[3], "…………");
        assert!(texts.iter().any(|note| note.starts_with("Dòng ") && note.ends_with(&count.help.vi)), "{}", count.id);
    }
    let Some(Block::Table(sheet)) = paper.annexes.last() else { panic!("no lines for services") };
    assert_eq!(sheet.rows.len(), 22);
    assert!(sheet.rows.iter().all(|row| row.cells.len() == 8), "a box to write in for each column");
    assert!(!texts.iter().any(|text| text == "0"));
}

#[test]
fn the_form_beside_a_return_is_of_its_agency_and_quarter() {
    let mut officer = Officer::of_finance();
    officer.does(Action::Go(Screen::Start));
    officer.does(Action::ChooseAgency(Some("tinh-ha-giang".into())));
    officer.does(Action::Go(Screen::Print));
    officer.does(Action::Go(Screen::Form));
    assert_eq!(form(&officer.state).unwrap().paper.head.agency, "BỘ TÀI CHÍNH");
}

#[test]
fn both_are_saved_for_word_processors_and_printed() {
    let mut officer = Officer::of_finance();
    assert_eq!(officer.does(Action::Go(Screen::Print)), [Effect::Address("ban-in".into()), Effect::Top]);
    assert_eq!(officer.does(Action::Print), [Effect::Print]);
    let name = |effects: Vec<Effect>| match effects.as_slice() {
        [Effect::Download { name, bytes }] if bytes.starts_with(b"PK") => name.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(name(officer.does(Action::SavePaper)), "ban-in_36a_2017-Q2_bo-tai-chinh_r1.docx");
    officer.does(Action::Go(Screen::Form));
    assert_eq!(name(officer.does(Action::SavePaper)), "mau-trong_36a_2017-Q2_bo-tai-chinh.docx");
    assert_eq!(
        view::page_title(&officer.state),
        "Mẫu trống để điền tay – Bộ Tài chính · Quý II/2017 – Báo cáo quý về Chính phủ điện tử"
    );
}

#[test]
fn hostile_texts_are_printed_as_they_are() {
    let mut officer = Officer::of_finance();
    let hostile = format!("<script>alert(1)</script> {{name}} &amp; \"\\ {}", "dài".repeat(5_000));
    officer.types("/difficulties", &hostile);
    officer.types("/document/number", "</p>\"'");
    let paper = paper(&officer);
    assert!(texts(&paper).contains(&hostile));
    assert_eq!(paper.head.number, "Số: </p>\"'");
    officer.does(Action::Go(Screen::Print));
    assert!(matches!(officer.does(Action::SavePaper).as_slice(), [Effect::Download { .. }]));
}

#[test]
fn without_a_return_there_is_nothing_to_print() {
    let mut officer = Officer::new();
    assert_eq!(officer.does(Action::Went("ban-in".into())), [Effect::Replace(String::new()), Effect::Top]);
    assert_eq!(officer.state.screen, Screen::Start);
    assert!(printed(&officer.state).is_none() && form(&officer.state).is_none());
    assert_eq!(Screen::of_address(&Screen::Print.address()), Screen::Print);
    assert_eq!(Section::ALL.len(), 8, "each section has its part on the paper");
}
