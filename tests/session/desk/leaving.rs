//! What the coordinator issues about one file, and the key that signs it.

use super::coordinator::{Coordinator, FILES, PEM, some};
use return36a::collect::COORDINATOR;
use return36a::session::desk::{DeskAction, DeskEffect, DeskScreen, IssuedFile, PaperKind, Unsigned};
use return36a::session::view::desk;
use return36a::session::{Action, Effect, KeyMark, Screen, Secret};
use return36a::signing::{KeyCard, Role};

/// A coordinator with the card of a key of their own, and one file of each of these states. The page is slow: it never
/// comes back with a signature.
fn with_key(states: &[&str]) -> Coordinator {
    let mut coordinator = Coordinator::having(&some(states));
    let card = KeyCard {
        agency: COORDINATOR.into(),
        name: "Vụ mẫu".into(),
        role: Role::Coordinator,
        key: FILES.cards[0].key,
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
    let papers = effects.into_iter().find_map(|effect| match effect {
        Effect::Desk(DeskEffect::Issue { papers, .. }) => Some(papers),
        _ => None,
    });
    let [paper] = <[_; 1]>::try_from(papers.expect("an order")).unwrap();
    paper
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
    assert_eq!(card.says, "Đang dùng thẻ của Vụ mẫu, mã đối chiếu:");
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
    coordinator.acts(issue(PaperKind::Receipt));
    assert!(coordinator.notice().starts_with("Đang ký"), "one at a time: {}", coordinator.notice());
    let effects = coordinator.acts(DeskAction::Issued(vec![IssuedFile { name, bytes: b"{}".to_vec() }]));
    assert!(
        !effects.iter().any(|effect| matches!(effect, Effect::Focus(_))),
        "the password's field stays: {effects:?}"
    );
    assert_eq!(coordinator.given().1, b"{}");
    let papers = desk::papers(&coordinator.state, 0).unwrap();
    assert_eq!(papers.receipt, "Đã lập biên nhận ngày 20/06/2017.");
}

#[test]
fn a_slip_asks_about_fields_each_once_and_never_about_nothing() {
    let mut coordinator = with_key(&["accepted"]);
    assert!(coordinator.acts(issue(PaperKind::Slip)).is_empty());
    assert_eq!(coordinator.notice(), "Phiếu chưa có câu hỏi nào. Thêm câu hỏi trước.");
    let ask = |path: &str, text: &str| DeskAction::Ask { at: 0, path: path.into(), text: text.into() };
    let to = |place: &str| [Effect::KeepSoon, Effect::Focus(place.into())];
    assert_eq!(coordinator.acts(ask("/services/level3/answer", "Vì sao giảm?")), to("question-0"));
    assert!(coordinator.acts(ask("/services/level3/answer", "")).ends_with(&to("slip-questions")));
    coordinator.acts(ask("", ""));
    coordinator.acts(issue(PaperKind::Slip));
    assert_eq!(coordinator.notice(), "Câu hỏi 2 chưa có nội dung. Ghi nội dung hoặc bỏ câu hỏi.");
    coordinator.acts(DeskAction::AskTyped { at: 0, question: 1, text: " Kiểm tra lại toàn bộ ".into() });
    let form = desk::papers(&coordinator.state, 0).unwrap().slip.unwrap();
    let labels: Vec<&str> = form.questions.iter().map(|(label, _)| label.as_str()).collect();
    assert_eq!(labels, ["Câu hỏi 1: Dịch vụ công trực tuyến mức độ 3 hiện có", "Câu hỏi 2: Cả báo cáo"]);
    coordinator.acts(DeskAction::AnswerByTyped { at: 0, text: "31/6/2017".into() });
    coordinator.acts(issue(PaperKind::Slip));
    assert!(coordinator.notice().starts_with("Ngày trả lời không đúng."));
    coordinator.acts(DeskAction::AnswerByTyped { at: 0, text: "19/6/2017".into() });
    let effects = coordinator.acts(issue(PaperKind::Slip));
    assert_eq!(coordinator.notice(), "Ngày trả lời đã qua. Ghi ngày từ hôm nay trở đi, hoặc để trống.");
    assert!(effects.contains(&Effect::Focus("answer-by".into())), "{effects:?}");
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
    let effects = coordinator.acts(DeskAction::Issued(vec![IssuedFile { name, bytes: b"{}".to_vec() }]));
    assert!(effects.contains(&Effect::Focus("sent-title".into())), "the form is gone: {effects:?}");
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
fn the_key_is_let_go_when_the_desk_is_left() {
    let mut coordinator = with_key(&["accepted"]);
    let key = |coordinator: &Coordinator| desk::papers(&coordinator.state, 0).unwrap().hand.key;
    coordinator.goes(DeskScreen::Keys);
    assert_eq!(
        key(&coordinator).as_deref(),
        Some("Tệp khóa đang dùng: 36a_khoa_van-phong-chinh-phu.pem. Trang quên tệp này khi rời phần tổng hợp.")
    );
    coordinator.does(Action::Go(Screen::Start));
    assert_eq!(key(&coordinator), None);
}
