//! What was changed can be undone, and done again.

use crate::officer::*;
use return36a::session::{Action, Effect, GridAction, Notice, Screen, Section, view};

const NUMBER: &str = "/document/number";
const LEVEL4: &str = "/services/level4/answer";

fn tools(officer: &Officer) -> (bool, bool) {
    let tools = view::tools(&officer.state).unwrap();
    (tools.undo, tools.redo)
}

#[test]
fn all_keys_in_a_field_are_one_change_until_it_is_left() {
    let mut officer = Officer::of_finance();
    assert_eq!(tools(&officer), (false, false), "nothing was changed yet");
    for text in ["1", "12", "123"] {
        officer.does(Action::Typed { path: NUMBER.into(), text: text.into() });
    }
    officer.does(Action::Settle);
    officer.types(NUMBER, "123/BC-BTC");
    officer.types(NUMBER, "124/BC-BTC");
    let number = |officer: &Officer| officer.draft().content.document.number.clone();
    officer.does(Action::Undo);
    assert_eq!(number(&officer), "123/BC-BTC", "the field had been left");
    officer.does(Action::Undo);
    assert_eq!(
        (number(&officer).as_str(), tools(&officer)),
        ("", (false, true)),
        "a pause does not part what is typed"
    );
    officer.does(Action::Redo);
    officer.does(Action::Redo);
    assert_eq!((number(&officer).as_str(), tools(&officer)), ("124/BC-BTC", (true, false)));
    assert_eq!(officer.does(Action::Redo), []);
}

#[test]
fn what_is_undone_is_said_kept_and_brought_into_sight() {
    let mut officer = Officer::of_finance();
    officer.does(Action::Go(Screen::Section(Section::Services)));
    officer.types(LEVEL4, "246");
    officer.does(Action::Go(Screen::Section(Section::Heading)));
    let effects = officer.does(Action::Undo);
    assert!(kept(&effects), "{effects:?}");
    assert_eq!(effects.last(), Some(&Effect::Focus(LEVEL4.into())));
    assert_eq!(officer.state.screen, Screen::Section(Section::Services));
    assert_eq!(officer.notice(), "Đã hoàn tác: Dịch vụ công trực tuyến mức độ 4 hiện có.");
    officer.does(Action::Redo);
    assert_eq!(officer.notice(), "Đã làm lại: Dịch vụ công trực tuyến mức độ 4 hiện có.");
    assert_eq!(officer.field(LEVEL4).value, "246");
}

#[test]
fn what_could_not_be_read_and_its_finding_come_back() {
    let mut officer = Officer::of_finance();
    officer.types(LEVEL4, "10.960.7");
    let findings = officer.state.findings.clone();
    officer.types(LEVEL4, "10960");
    officer.does(Action::Undo);
    assert_eq!(officer.field(LEVEL4).value, "10.960.7");
    assert_eq!(officer.state.findings, findings);
}

#[test]
fn choices_ticks_reasons_and_lists_are_undone_too() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    let whole = officer.draft().clone();
    officer.chooses("/tasks/3.1/status", "completed");
    officer.does(Action::NoData { path: LEVEL4.into(), none: true });
    let pasted = "Mã\tTên\tMức\n1\tCấp phép\t3\n";
    officer.does(Action::Grid(GridAction::PasteTyped(pasted.into())));
    officer.does(Action::Grid(GridAction::ReadPasted));
    officer.does(Action::Grid(GridAction::Take));
    assert_eq!(officer.draft().content.service_list.len(), 1);
    officer.does(Action::Undo);
    assert_eq!(officer.notice(), "Đã hoàn tác: danh mục dịch vụ.");
    assert!(officer.draft().content.service_list.is_empty());
    officer.does(Action::Undo);
    officer.does(Action::Undo);
    assert_eq!(officer.draft().content, whole.content);
}

#[test]
fn a_new_change_ends_what_could_be_done_again() {
    let mut officer = Officer::of_finance();
    officer.types(NUMBER, "1");
    officer.does(Action::Undo);
    officer.types("/preparer/name", "Người lập");
    assert_eq!(tools(&officer), (true, false));
}

#[test]
fn what_is_signed_is_not_undone_and_signatures_taken_off_come_back() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.signs();
    let signed = officer.draft().clone();
    assert!(!signed.signatures.is_empty());
    assert_eq!(tools(&officer), (false, false));
    officer.does(Action::Undo);
    assert_eq!(officer.draft(), &signed);
    assert!(matches!(&officer.state.notice, Some(Notice::Bad(_))), "and it is said why");
    officer.does(Action::Unsign);
    officer.types(NUMBER, "khác");
    officer.does(Action::Undo);
    officer.does(Action::Undo);
    let seen = officer.draft().seen.clone();
    assert_eq!(officer.draft(), &return36a::session::Draft { seen, ..signed }, "with its signatures");
    assert!(officer.state.signatures.is_empty(), "they are tried again");
    assert_eq!(tools(&officer), (false, true));
    officer.does(Action::Redo);
    officer.does(Action::Redo);
    assert_eq!(officer.draft().content.document.number, "khác", "taking them off is done again as well");
}

#[test]
fn who_signs_gives_up_what_was_undone() {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    officer.types("/proposals", "Không có");
    officer.does(Action::Undo);
    assert_eq!(tools(&officer), (true, true));
    officer.signs();
    assert_eq!(tools(&officer), (false, false));
    let signed = officer.draft().clone();
    officer.does(Action::Redo);
    assert_eq!(officer.draft(), &signed);
}

#[test]
fn another_draft_has_a_history_of_its_own() {
    let mut officer = Officer::of_finance();
    officer.types(NUMBER, "1");
    officer.does(Action::Go(Screen::Start));
    officer.does(Action::ChoosePeriod("2017-Q1".parse().ok()));
    officer.does(Action::Begin { random: Some([8; 16]) });
    assert_eq!(tools(&officer), (false, false));
    officer.does(Action::Undo);
    assert_eq!(officer.draft().content.period.to_string(), "2017-Q1");
}

#[test]
fn two_hundred_changes_can_be_undone_and_the_first_are_forgotten_after_that() {
    let mut officer = Officer::of_finance();
    for number in 1..=205 {
        officer.types(NUMBER, &number.to_string());
    }
    for _ in 0..300 {
        officer.does(Action::Undo);
    }
    assert_eq!(officer.draft().content.document.number, "5");
}
