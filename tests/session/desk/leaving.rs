//! What leaves the desk: receipts, query slips, workbook, tables, the report.

use super::coordinator::{Coordinator, some};
use return36a::collect::{COORDINATOR, TableKind};
use return36a::export::Block;
use return36a::registry::Registry;
use return36a::session::desk::{DeskAction, DeskEffect, PaperKind, ReportField, Unsigned};
use return36a::session::view::desk;
use return36a::session::{Effect, KeyMark, Secret};
use return36a::signing::{KeyCard, Role};

const PEM: &str = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n";

/// A coordinator with a key of their own, and one file of each of these states.
fn with_key(states: &[&str]) -> Coordinator {
    let mut coordinator = Coordinator::having(&some(states));
    let card = KeyCard {
        agency: COORDINATOR.into(),
        name: "Vụ mẫu".into(),
        role: Role::Coordinator,
        key: super::coordinator::FILES.cards[0].key,
        created: coordinator.state.today,
    };
    let mark = KeyMark { kid: "kid".into(), jwk: "{}".into(), card: card.json().unwrap() };
    coordinator.acts(DeskAction::KeyMade { pem: PEM.into(), mark });
    coordinator
}

fn issue(kind: PaperKind) -> DeskAction {
    DeskAction::Issue { at: 0, kind, password: "mật khẩu".into(), random: Some([9; 16]) }
}

fn issued(effects: Vec<Effect>) -> (String, Unsigned) {
    match effects.into_iter().next() {
        Some(Effect::Desk(DeskEffect::Issue { name, paper, .. })) => (name, paper),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_key_wants_a_name_and_a_password_typed_twice_alike() {
    let mut coordinator = Coordinator::new();
    let make =
        |password: &str, again: &str| DeskAction::MakeKey { password: password.into(), again: Secret::from(again) };
    assert_eq!(coordinator.acts(make("mật khẩu dài", "mật khẩu dài")), [Effect::Focus("issuer-name".into())]);
    coordinator.acts(DeskAction::IssuerTyped(" Vụ mẫu ".into()));
    coordinator.acts(make("ngắn", "ngắn"));
    assert!(coordinator.notice().contains("8"), "{}", coordinator.notice());
    let effects = coordinator.acts(make("mật khẩu dài", "mật khẩu dài"));
    let [Effect::Desk(DeskEffect::MakeKey { holder, .. })] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!((holder.agency.as_str(), holder.name.as_str()), (COORDINATOR, "Vụ mẫu"));
}

#[test]
fn a_new_key_is_given_at_once_and_its_card_goes_into_the_keyring() {
    let coordinator = with_key(&["accepted"]);
    assert_eq!(coordinator.given(), ("36a_khoa_van-phong-chinh-phu.pem", PEM.as_bytes()));
    let card = desk::own_card(&coordinator.state).unwrap();
    assert_eq!(card.says, "Đang dùng thẻ của Vụ mẫu, dấu khóa:");
    assert!(coordinator.browser.keyring.unwrap().contains("coordinator"));
}

#[test]
fn nothing_is_issued_without_card_or_key() {
    let mut coordinator = Coordinator::having(&some(&["accepted"]));
    assert!(coordinator.acts(issue(PaperKind::Receipt)).is_empty());
    assert_eq!(coordinator.notice(), "Sổ khóa chưa có thẻ của cơ quan tổng hợp. Tạo khóa ở “Sổ khóa” trước.");
    let mut coordinator = with_key(&["accepted"]);
    coordinator.acts(DeskAction::IssueFailed("signing/member-refused"));
    assert!(coordinator.notice().starts_with("Tệp khóa này không phải của thẻ"));
    let plain = DeskAction::KeyChosen { kind: PaperKind::Receipt, name: "x.pem".into(), pem: "x".into() };
    coordinator.acts(plain);
    assert!(coordinator.notice().contains(".pem"), "{}", coordinator.notice());
}

#[test]
fn a_receipt_says_what_was_received() {
    let mut coordinator = with_key(&["accepted"]);
    let (name, paper) = issued(coordinator.acts(issue(PaperKind::Receipt)));
    let Unsigned::Receipt(receipt) = paper else { panic!("{paper:?}") };
    let entry = &coordinator.state.desk.as_ref().unwrap().ledger().unwrap().entries()[0];
    assert_eq!(receipt.file_sha256, entry.file.examined.sha256);
    assert_eq!((receipt.state, receipt.received), (entry.state, entry.file.received));
    let about = receipt.about.unwrap();
    assert_eq!(name, format!("36a_bien-nhan_2017-Q2_{}_r1.json", about.agency));
    assert_eq!(receipt.issuer.name, "Vụ mẫu");
    let file = return36a::session::desk::IssuedFile { name, bytes: b"{}".to_vec() };
    coordinator.acts(DeskAction::Issued(file));
    assert_eq!(coordinator.given().1, b"{}");
    assert_eq!(desk::papers(&coordinator.state, 0).unwrap().key, None, "the key is let go");
}

#[test]
fn a_slip_asks_about_fields_each_once_and_never_about_nothing() {
    let mut coordinator = with_key(&["accepted"]);
    assert!(coordinator.acts(issue(PaperKind::Slip)).is_empty());
    assert_eq!(coordinator.notice(), "Phiếu chưa có câu hỏi nào. Thêm câu hỏi trước.");
    let ask = |path: &str, text: &str| DeskAction::Ask { at: 0, path: path.into(), text: text.into() };
    assert_eq!(coordinator.acts(ask("/services/level3/answer", "Vì sao giảm?")), [Effect::Focus("question-0".into())]);
    assert_eq!(coordinator.acts(ask("/services/level3/answer", "")), [Effect::Focus("slip-questions".into())]);
    coordinator.acts(ask("", ""));
    coordinator.acts(DeskAction::AskTyped { at: 0, question: 1, text: " Kiểm tra lại toàn bộ ".into() });
    let form = desk::papers(&coordinator.state, 0).unwrap().slip.unwrap();
    let labels: Vec<&str> = form.questions.iter().map(|(label, _)| label.as_str()).collect();
    assert_eq!(labels, ["Câu hỏi 1: Dịch vụ công trực tuyến mức độ 3 hiện có", "Câu hỏi 2: Cả báo cáo"]);
    coordinator.acts(DeskAction::AnswerByTyped { at: 0, text: "31/6/2017".into() });
    coordinator.acts(issue(PaperKind::Slip));
    assert!(coordinator.notice().starts_with("Ngày trả lời không đúng."));
    coordinator.acts(DeskAction::AnswerByTyped { at: 0, text: "30/6/2017".into() });
    let (name, paper) = issued(coordinator.acts(issue(PaperKind::Slip)));
    let Unsigned::Slip(slip) = paper else { panic!("{paper:?}") };
    assert!(name.starts_with("36a_phieu-yeu-cau_2017-Q2_"), "{name}");
    assert_eq!(slip.answer_by.unwrap().iso(), "2017-06-30");
    let asked: Vec<(&str, &str, &str)> =
        slip.questions.iter().map(|of| (of.id.as_str(), of.path.as_str(), of.text.as_str())).collect();
    assert_eq!(asked, [("1", "/services/level3/answer", "Vì sao giảm?"), ("2", "", "Kiểm tra lại toàn bộ")]);
    coordinator.acts(DeskAction::Unask { at: 0, question: 0 });
    assert_eq!(desk::papers(&coordinator.state, 0).unwrap().slip.unwrap().questions.len(), 1);
}

#[test]
fn what_is_no_return_gets_a_receipt_and_no_slip() {
    let mut coordinator = with_key(&["not-a-return"]);
    assert_eq!(desk::papers(&coordinator.state, 0).unwrap().slip, None);
    let (name, paper) = issued(coordinator.acts(issue(PaperKind::Receipt)));
    let Unsigned::Receipt(receipt) = paper else { panic!("{paper:?}") };
    assert!(receipt.about.is_none() && name.len() == "36a_bien-nhan_.json".len() + 12, "{name}");
}

#[test]
fn workbook_table_and_report_are_given_as_files() {
    let mut coordinator = Coordinator::having(&some(&["accepted", "blocked"]));
    coordinator.acts(DeskAction::SaveWorkbook);
    let (name, bytes) = coordinator.given();
    assert_eq!((name, &bytes[..2]), ("36a_tong-hop_2017-Q2.xlsx", &b"PK"[..]));
    coordinator.acts(DeskAction::SaveReport);
    let (name, bytes) = coordinator.given();
    assert_eq!((name, &bytes[..2]), ("36a_bao-cao_2017-Q2.docx", &b"PK"[..]));
    coordinator.acts(DeskAction::SaveTable(TableKind::Missing));
    let (name, bytes) = coordinator.given();
    assert_eq!(name, "36a_chua-bao-cao_2017-Q2.csv");
    let text = std::str::from_utf8(bytes).unwrap();
    assert!(text.starts_with('\u{feff}') && text.contains("Chưa nhận được báo cáo"), "{text}");
    assert!(text.lines().count() > Registry::embedded().unwrap().agency.len() - 5);
}

#[test]
fn what_the_coordinator_writes_stands_in_the_report() {
    let mut coordinator = Coordinator::having(&some(&["accepted"]));
    for (field, text) in [
        (ReportField::Number, "314"),
        (ReportField::Date, "20/6/2017"),
        (ReportField::Remarks, "Nhận xét mẫu."),
        (ReportField::Signatory, "Người ký mẫu"),
    ] {
        coordinator.acts(DeskAction::ReportTyped(field, text.into()));
    }
    let paper = desk::printed(&coordinator.state).unwrap();
    assert_eq!(paper.head.number, "Số: 314/BC-VPCP");
    assert_eq!(paper.head.place_and_date, "Hà Nội, ngày 20 tháng 6 năm 2017");
    assert!(paper.blocks.contains(&Block::Paragraph("Nhận xét mẫu.".into())));
    assert_eq!(paper.signatory.name, "Người ký mẫu");
    let date =
        desk::report(&coordinator.state).unwrap().fields.into_iter().find(|row| row.id == "report-date").unwrap();
    assert_eq!(date.value, "20/6/2017", "as typed");
    coordinator.acts(DeskAction::ReportTyped(ReportField::Date, "20/".into()));
    assert!(!desk::printed(&coordinator.state).unwrap().head.place_and_date.contains("20 tháng 6"));
}
