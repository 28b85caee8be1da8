//! Keys, signatures, the file, amendments, reasons for warnings.

use crate::officer::*;
use return36a::quarterly::{ListedService, read};
use return36a::session::view;
use return36a::session::{Action, Draft, Effect, Notice, Screen, Section};
use std::sync::Arc;

#[test]
fn only_a_return_without_errors_can_be_signed() {
    let mut officer = Officer::of_finance();
    officer.has_key();
    assert_eq!(officer.does(Action::Sign { password: "x".into() }), []);
    assert!(matches!(&officer.state.notice, Some(Notice::Bad(says)) if says.starts_with("Chưa ký được vì còn lỗi")));
    officer.fills_all();
    let left: Vec<&str> = officer.state.findings.iter().map(|finding| finding.place()).collect();
    assert!(officer.state.verdict().can_sign(), "{left:?}");
    officer.does(Action::Settle);
    let effects = officer.does(Action::Sign { password: "x".into() });
    let [Effect::Sign(order)] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(order.payload.starts_with(br#"{"agency":"bo-tai-chinh","amendment_reason":"","answers":{},"approver":"#));
}

#[test]
fn nothing_is_changed_while_it_is_signed_and_a_signature_of_something_else_is_dropped() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.has_key();
    officer.does(Action::Sign { password: "x".into() });
    let answer = officer.signed();
    let before = officer.draft().clone();
    assert_eq!(officer.types("/document/number", "9/BC-BTC"), []);
    assert_eq!(officer.state.notice, Some(Notice::Bad("Đang ký, xin chờ một chút rồi làm tiếp.".into())));
    assert_eq!(officer.does(Action::Sign { password: "x".into() }), [], "one signing at a time");
    assert_eq!(officer.draft(), &before);
    // Another draft is opened before the signature arrives.
    officer.does(Action::ChooseAgency(Some("tinh-ha-giang".into())));
    officer.does(Action::Begin { random: Some([8; 16]) });
    // That one is being signed too: what was ordered for the first is not taken for it.
    officer.state.signing = Some("the other's bytes".into());
    assert_eq!(officer.does(answer), []);
    assert!(officer.draft().signatures.is_empty());
    assert_eq!(officer.state.signing.as_deref(), Some("the other's bytes"));
    assert!(
        matches!(&officer.state.notice, Some(Notice::Bad(says)) if says.starts_with("Báo cáo đã thay đổi trong khi ký"))
    );
}

#[test]
fn the_key_is_let_go_once_it_was_used_and_when_another_return_is_opened() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.signs();
    assert_eq!(officer.state.key, None);
    assert_eq!(officer.does(Action::SaveKey), []);
    assert!(matches!(officer.does(Action::SaveCard).as_slice(), [Effect::Download { .. }]), "the card holds no secret");
    officer.does(Action::ChooseAgency(Some("tinh-ha-giang".into())));
    officer.does(Action::Begin { random: Some([8; 16]) });
    assert_eq!(officer.does(Action::SaveCard), [], "nor is one agency's card given as another's");
}

#[test]
fn a_reason_for_a_warning_that_is_no_more_is_not_signed() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.chooses("/services/level3/basis", "year");
    assert!(!officer.state.verdict().can_sign());
    let warning = officer.field("/services/level3/basis").warnings.remove(0);
    let (rule, path) = (warning.rule, "/services/level3/basis".to_owned());
    officer
        .does(Action::Justified { rule, path: path.clone(), reason: "Cổng chỉ có số từ đầu năm".into() });
    assert!(officer.state.verdict().can_sign());
    officer.types("/services/level3/answer", "85");
    let lapsed = officer.field(&path).warnings.remove(0);
    assert_eq!((lapsed.justified, lapsed.lapsed, lapsed.reason.as_str()), (false, true, "Cổng chỉ có số từ đầu năm"));
    officer.chooses(&path, "current");
    assert_eq!(officer.draft().content.justifications.len(), 1);
    officer.signs();
    assert!(officer.draft().content.justifications.is_empty() && officer.draft().signatures.len() == 1);
}

#[test]
fn a_text_too_long_for_a_file_is_kept_in_the_draft_and_not_signed() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    let long = "ế".repeat(30_000);
    officer.types("/difficulties", &long);
    assert_eq!(
        officer.says("/difficulties"),
        ["Đoạn này dài quá 64 KB nên không ghi được vào tệp báo cáo. Rút ngắn lại."]
    );
    assert!(!officer.state.verdict().can_sign());
    let text = officer.draft().write();
    assert_eq!(Draft::read(&text).as_ref(), Ok(officer.draft()));
    assert_eq!(officer.field("/difficulties").value, long);
}

#[test]
fn copied_signs_that_nobody_sees_are_no_answer() {
    let mut officer = Officer::of_finance();
    for (typed, kept) in [("\u{200b}", ""), ("\u{ad}\u{feff}", ""), ("123/\u{200b}BC-BTC\u{2060}", "123/BC-BTC")] {
        officer.types("/document/number", typed);
        assert_eq!(officer.draft().content.document.number, kept);
    }
}

#[test]
fn a_file_that_is_no_key_is_refused_when_it_is_chosen() {
    let mut officer = Officer::of_finance();
    let mut choose = |pem: &str| {
        officer.does(Action::KeyChosen { name: "khoa.pem".into(), bytes: pem.into() });
        officer.state.key.is_some()
    };
    assert!(!choose("abc"));
    assert!(!choose("-----BEGIN PRIVATE KEY-----\n"));
    assert!(choose(PEM));
}

#[test]
fn a_key_wants_a_password_typed_twice() {
    let mut officer = Officer::of_finance();
    let effects =
        officer.does(Action::MakeKey { password: "mật khẩu một".into(), again: "mật khẩu một".into() });
    assert_eq!(effects, []);
    assert!(officer.notice().starts_with("Báo cáo chưa ghi họ tên người ký với tư cách này."), "{}", officer.notice());
    officer.types("/preparer/name", "Người lập");
    officer.does(Action::Settle);
    let mut make = |password: &str, again: &str| {
        let effects = officer.does(Action::MakeKey { password: password.into(), again: again.into() });
        (effects.len(), officer.state.notice.clone())
    };
    let bad = |says: &str| Some(Notice::Bad(says.into()));
    assert_eq!(make("ngắn", "ngắn"), (0, bad("Mật khẩu ngắn hơn 8 ký tự. Chọn mật khẩu dài hơn.")));
    assert_eq!(make("mật khẩu một", "mật khẩu hai"), (0, bad("Hai lần gõ mật khẩu không giống nhau. Gõ lại cả hai.")));
    assert_eq!(make("mật khẩu một", "mật khẩu một"), (1, None));
    let effects = officer.has_key();
    let saved = |name: &str, text: &str| [Effect::Download { name: name.into(), bytes: text.into() }];
    assert_eq!(effects[..1], saved("36a_khoa_bo-tai-chinh.pem", PEM));
    let card = officer.mark().card;
    assert_eq!(officer.does(Action::SaveCard), saved("36a_the-khoa_bo-tai-chinh.json", &card));
}

#[test]
fn a_signed_return_is_locked_exported_and_opened_again() {
    let mut officer = Officer::of_finance();
    assert_eq!(officer.does(Action::Export), []);
    officer.fills_all();
    officer.signs();
    assert_eq!(officer.types("/document/number", "9/BC-BTC"), [], "what is signed is not changed");
    let effects = officer.does(Action::Export);
    let [Effect::Download { name, bytes }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(name, "36a_2017-Q2_bo-tai-chinh_r1.json");
    assert_eq!(read(bytes).map(|file| file.content), Ok(officer.draft().content.clone()));
    officer.does(Action::Go(Screen::Section(Section::Tasks)));
    officer.does(Action::NextSection);
    officer.does(Action::OpenFile { name: name.clone(), bytes: bytes.clone() });
    assert_eq!(officer.state.screen, Screen::Review, "one's own file is not in the way of itself");
    let mut other = Officer::new();
    let effects = other.does(Action::OpenFile { name: name.clone(), bytes: bytes.clone() });
    assert_eq!((other.state.screen, kept(&effects)), (Screen::Review, true));
    assert_eq!(other.draft().content, officer.draft().content);
    assert_eq!(view::sign(&other.state).unwrap().signatures[0].says, "Đang kiểm tra chữ ký…");
}

#[test]
fn an_amendment_names_what_it_takes_the_place_of_and_must_say_why() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.signs();
    let before = officer.draft().content.clone();
    let effects = officer.does(Action::Amend);
    assert!(
        matches!(&effects[0], Effect::Download { name, .. } if name == "36a_2017-Q2_bo-tai-chinh_r1.json"),
        "what is replaced must stand somewhere"
    );
    let bytes = return36a::signing::canonical(&return36a::quarterly::return_value(&before)).unwrap();
    let after = &officer.draft().content;
    assert_eq!((after.revision, &after.return_id), (2, &before.return_id));
    assert_eq!(after.supersedes, Some(return36a::registry::sha256_hex(&bytes)));
    assert!(officer.draft().signatures.is_empty() && !officer.state.verdict().can_sign());
    officer.types("/amendment_reason", "Sửa số dịch vụ mức độ 3");
    assert!(officer.state.verdict().can_sign());
}

#[test]
fn a_return_signed_under_another_registry_comes_under_this_one_when_its_signature_is_taken_off() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.signs();
    let draft = officer.state.draft.as_mut().unwrap();
    draft.content.registry.version = "2016.1".into();
    draft.content.tasks.remove("3.5");
    officer.does(Action::Unsign);
    assert_eq!(officer.draft().content.registry.version, officer.state.registry.registry.version);
    assert!(officer.draft().content.tasks.contains_key("3.5"), "what is asked now is asked");
    let says = "Đã cập nhật bản nháp theo danh mục đang dùng: thêm 1 mục, bỏ 0 mục.";
    assert_eq!(officer.state.notice, Some(Notice::Good(says.into())));
}

#[test]
fn a_return_whose_file_could_not_be_opened_again_is_not_signed() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    let service = ListedService { name: "Cấp giấy phép".repeat(15), level: Some(3), ..ListedService::default() };
    let list = (1..=16_000).map(|nth| (format!("{nth:05}").as_str().into(), service.clone()));
    officer.state.draft.as_mut().unwrap().content.service_list = Arc::new(list.collect());
    officer.has_key();
    officer.does(Action::Sign { password: "x".into() });
    let notice = officer.state.notice.clone();
    assert!(
        matches!(&notice, Some(Notice::Bad(says)) if says.starts_with("Báo cáo quá lớn (trên 4 MB)")),
        "{notice:?}"
    );
    assert_eq!(officer.state.signing, None);
}
