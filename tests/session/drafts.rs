//! Drafts are kept, brought back and never overwritten in silence.

use crate::officer::*;
use return36a::session::view;
use return36a::session::{Action, DraftKey, Effect, Notice, Saved, Screen, Section, would_be_lost};

#[test]
fn every_edit_keeps_the_draft_and_a_reload_brings_it_back_where_it_was() {
    let mut officer = Officer::of_finance();
    officer.does(Action::Go(Screen::Section(Section::Services)));
    officer.types("/services/level4/answer", "10.960.7");
    assert_eq!(officer.types("/services/level3/answer", "86"), [Effect::KeepSoon]);
    assert_eq!(officer.state.saved, Saved::Waiting);
    let effects = officer.does(Action::Settle);
    let [Effect::Keep { key, text }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(key, "return36a/draft/bo-tai-chinh/2017-Q2");
    let mut again = Officer::new();
    again.does(Action::Started {
        kept: Some(vec![(key.clone(), text.clone()), ("something else".into(), "…".into())]),
        last: Some(key.clone()),
        address: "bao-cao/dich-vu-cong".into(),
        language: None,
        carried: None,
    });
    assert_eq!(again.state.screen, Screen::Section(Section::Services));
    assert_eq!(again.draft(), officer.draft());
    assert_eq!(again.field("/services/level4/answer").value, "10.960.7", "what could not be read is not lost");
}

#[test]
fn what_was_edited_is_written_out_once_and_before_anything_else_is_done() {
    let mut officer = Officer::of_finance();
    officer.types("/document/number", "1");
    officer.types("/document/number", "12");
    let effects = officer.does(Action::Go(Screen::Start));
    let [Effect::Keep { text, .. }, Effect::Address(_), Effect::Top] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    assert!(text.contains(r#""number":"12""#), "{text}");
    assert_eq!(officer.does(Action::Settle), [], "nothing was edited since");
    assert_eq!(view::start(&officer.state).drafts.len(), 1);
}

#[test]
fn a_damaged_or_newer_draft_is_left_as_it_is_and_said_so() {
    let key = "return36a/draft/bo-tai-chinh/2017-Q2";
    for (text, says) in [
        ("{", "Bản nháp này bị hỏng nên không mở được. Bản nháp vẫn được giữ nguyên."),
        (
            r#"{"draft":"return36a-draft/2"}"#,
            "Bản nháp này do bản trang mới hơn lập. Mở bằng bản trang đó; bản nháp được giữ nguyên.",
        ),
    ] {
        let mut officer = Officer::new();
        let kept = Some(vec![(key.into(), text.into())]);
        officer.does(Action::Started {
            kept,
            last: Some(key.into()),
            address: "bao-cao".into(),
            language: None,
            carried: None,
        });
        assert_eq!(officer.state.screen, Screen::Start);
        let effects = officer.does(Action::OpenDraft(DraftKey::of_name(key).unwrap()));
        assert_eq!((effects, officer.state.notice.clone()), (vec![], Some(Notice::Bad(says.into()))));
        officer.does(Action::ChooseAgency(Some("bo-tai-chinh".into())));
        officer.does(Action::ChoosePeriod("2017-Q2".parse().ok()));
        assert_eq!(officer.does(Action::Begin { random: Some([1; 16]) }), [], "a new return does not take its place");
    }
}

#[test]
fn a_deleted_draft_can_be_brought_back() {
    let mut officer = Officer::of_finance();
    officer.types("/document/number", "123/BC-BTC");
    officer.does(Action::Settle);
    let before = officer.draft().clone();
    let key = before.key();
    assert_eq!(officer.does(Action::DeleteDraft(key.clone())), [Effect::Forget { key: key.name() }, Effect::Top]);
    assert!(view::start(&officer.state).drafts.is_empty());
    assert!(kept(&officer.does(Action::Undelete)));
    officer.does(Action::OpenDraft(key));
    assert_eq!(officer.draft(), &before);
}

#[test]
fn a_deleted_draft_does_not_come_back_over_a_newer_one() {
    let mut officer = Officer::of_finance();
    officer.does(Action::DeleteDraft(officer.draft().key()));
    officer.does(Action::Begin { random: Some([9; 16]) });
    officer.types("/document/number", "mới");
    officer.does(Action::Settle);
    let newer = officer.draft().clone();
    assert_eq!(officer.does(Action::Undelete), []);
    assert!(matches!(&officer.state.notice, Some(Notice::Bad(says)) if says.starts_with("Đã có bản nháp mới")));
    officer.does(Action::OpenDraft(newer.key()));
    assert_eq!(officer.draft(), &newer);
}

#[test]
fn a_refused_storage_is_said_at_once_and_the_work_goes_on() {
    let mut officer = Officer::new();
    officer.does(Action::Started { kept: None, last: None, address: String::new(), language: None, carried: None });
    assert_eq!(officer.state.saved, Saved::Refused);
    officer.does(Action::ChooseAgency(Some("bo-tai-chinh".into())));
    officer.does(Action::ChoosePeriod("2017-Q2".parse().ok()));
    officer.does(Action::Begin { random: Some([1; 16]) });
    officer.does(Action::KeepRefused(officer.draft().key().name()));
    officer.types("/document/number", "1/BC-BTC");
    assert_eq!((officer.draft().content.document.number.as_str(), &officer.state.saved), ("1/BC-BTC", &Saved::Refused));
}

#[test]
fn what_a_private_window_keeps_would_be_lost_until_it_is_in_a_file() {
    let mut officer = Officer::of_finance();
    officer.types("/document/number", "1/BC-BTC");
    officer.does(Action::Settle);
    let name = officer.draft().key().name();
    officer.does(Action::Kept { name, at: "08:05".into() });
    assert!(!would_be_lost(&officer.state));
    assert_eq!(officer.does(Action::Fleeting), []);
    assert_eq!(officer.state.saved, Saved::At("08:05".into()));
    assert!(would_be_lost(&officer.state), "kept, but only till the window is closed");
    officer.does(Action::SaveDraft);
    assert!(!would_be_lost(&officer.state));
    officer.types("/document/number", "2/BC-BTC");
    assert!(would_be_lost(&officer.state));
    officer.does(Action::Undo);
    assert_eq!(officer.draft().content.document.number, "1/BC-BTC", "nothing of it is a change");
}

#[test]
fn a_draft_of_another_registry_is_brought_under_this_one_and_the_person_is_told() {
    let mut officer = Officer::of_finance();
    officer.types("/tasks/3.2/progress", "Đã xác thực trên 4 triệu hóa đơn");
    let mut old = officer.draft().clone();
    let moved = old.content.tasks.remove("3.1").unwrap();
    old.content.tasks.insert("9.9".into(), moved);
    old.content.services.remove("level1");
    old.content.registry.version = "2016.4".into();
    let key = old.key();
    let mut again = Officer::new();
    let kept = Some(vec![(key.name(), old.write())]);
    again.does(Action::Started { kept, last: None, address: String::new(), language: None, carried: None });
    again.does(Action::OpenDraft(key));
    let says = "Đã cập nhật bản nháp theo danh mục đang dùng: thêm 2 mục, bỏ 1 mục.";
    assert_eq!(again.state.notice, Some(Notice::Good(says.into())));
    assert_eq!(again.draft().content, officer.draft().content);
}

#[test]
fn a_file_that_is_no_return_is_refused_with_a_reason() {
    let mut officer = Officer::new();
    assert_eq!(officer.does(Action::OpenFile { name: "anh.jpg".into(), bytes: vec![0xff, 0xd8] }), []);
    let says = "Không mở được tệp anh.jpg. Tệp không phải văn bản UTF-8 (byte 0). Xin lại tệp gốc, đừng mở và lưu bằng chương trình khác.";
    assert_eq!(officer.state.notice, Some(Notice::Bad(says.into())));
}
