//! What is typed, what is said of it, and what is kept of it.

use crate::officer::*;
use return36a::session::view;
use return36a::session::{Action, Screen, Section};

#[test]
fn numbers_are_read_when_the_field_is_left_and_never_rewritten_before() {
    let mut officer = Officer::of_finance();
    let path = "/services/level3/answer";
    let typing = |officer: &mut Officer, text: &str| {
        officer.does(Action::Typed { path: path.into(), text: text.into() });
        (officer.field(path).value, officer.says(path))
    };
    for text in ["1", "12", "1234", "1234.", "1234.5", "  1234567"] {
        assert_eq!(typing(&mut officer, text), (text.to_owned(), Vec::new()), "nothing is said of a half-typed number");
    }
    officer.does(Action::Left { path: path.into() });
    assert_eq!(officer.field(path).value, "1.234.567");
}

#[test]
fn what_cannot_be_a_count_is_kept_as_typed_and_asked_about() {
    let cases = [
        (
            "10.960.7",
            "Đang ghi là “10.960.7”. Dấu chấm chỉ đặt trước từng nhóm ba chữ số. Nếu là 109.607 thì ghi 109.607; nếu thừa hoặc thiếu chữ số thì ghi lại số đúng.",
        ),
        (
            "12,5",
            "Đang ghi là “12,5”. Số lượng là số nguyên, không có phần lẻ sau dấu phẩy. Ghi lại, ví dụ 12 hoặc 125.",
        ),
        (
            "1,353",
            "Đang ghi là “1,353”. Không rõ là 1.353 (dấu phẩy ngăn hàng nghìn) hay 1,353 (dấu phẩy trước phần lẻ). Số lượng là số nguyên: nếu là 1.353 thì ghi 1.353 hoặc 1353.",
        ),
        ("86 dịch vụ", "Đang ghi là “86 dịch vụ”. Ô này chỉ ghi số: để lại 86, phần chữ “dịch vụ” ghi ở ô Ghi chú."),
        ("nhiều", "Đang ghi là “nhiều”, không phải số. Ghi bằng chữ số, ví dụ 1.234; không có thì ghi 0."),
    ];
    let mut officer = Officer::of_finance();
    let path = "/services/level3/answer";
    for (typed, says) in cases {
        officer.types(path, typed);
        assert_eq!(officer.says(path), [says]);
        assert_eq!(officer.field(path).value, typed);
        assert_eq!(officer.draft().content.services["level3"].answer, None, "a half-read number is not taken");
    }
    officer.types(path, "86");
    assert_eq!((officer.says(path), officer.field(path).value.as_str()), (vec![], "86"));
}

#[test]
fn a_typed_zero_is_confirmed_and_a_blank_is_not_zero() {
    let mut officer = Officer::of_finance();
    officer.types("/services/level1/answer", "0");
    let review = view::review(&officer.state).unwrap();
    let lines: Vec<(String, String)> = review
        .sections
        .iter()
        .flat_map(|(_, _, groups)| groups)
        .filter(|group| group.path.starts_with("/services/level"))
        .map(|group| (group.path.clone(), group.lines[0].value.clone()))
        .collect();
    assert_eq!(lines[0], ("/services/level1".into(), "0 (đã xác nhận)".into()));
    assert_eq!(lines[1], ("/services/level2".into(), "Chưa điền".into()));
}

#[test]
fn no_data_wants_a_reason() {
    let mut officer = Officer::of_finance();
    let path = "/services/level3/answer";
    officer.does(Action::NoData { path: path.into(), none: true });
    officer.does(Action::Go(Screen::Section(Section::Services)));
    officer.does(Action::NextSection);
    let reason = officer.field("/services/level3/answer/no_data");
    assert_eq!(reason.label, "Lý do không có số liệu");
    let of_reason = "/services/level3/answer/no_data";
    assert_eq!(officer.says(of_reason), ["Đã chọn “Không có số liệu” nhưng chưa ghi lý do. Ghi vì sao chưa có."]);
    officer.types(of_reason, "Chưa thống kê");
    assert_eq!(officer.says(of_reason), Vec::<String>::new());
}

#[test]
fn what_a_tick_of_no_data_took_the_place_of_comes_back() {
    let path = "/services/level3/answer";
    for typed in ["86", "10.960.7", ""] {
        let mut officer = Officer::of_finance();
        officer.types(path, typed);
        let before = officer.draft().clone();
        officer.does(Action::NoData { path: path.into(), none: true });
        officer.types("/services/level3/answer/no_data", "Chưa thống kê");
        officer.does(Action::NoData { path: path.into(), none: false });
        assert_eq!(officer.draft(), &before, "{typed}");
        officer.does(Action::NoData { path: path.into(), none: true });
        assert_eq!(officer.field("/services/level3/answer/no_data").value, "Chưa thống kê");
    }
}

#[test]
fn a_task_asks_only_what_its_state_needs_and_shows_all_it_holds() {
    let mut officer = Officer::of_finance();
    let names = |officer: &Officer| {
        let view = view::section(&officer.state, Section::Tasks).unwrap();
        let group = view.groups.into_iter().find(|group| group.path == "/tasks/3.5").unwrap();
        group.fields.into_iter().map(|field| field.path.rsplit('/').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&officer), ["status"]);
    officer.chooses("/tasks/3.5/status", "completed");
    assert_eq!(names(&officer), ["status", "completed_on", "evidence", "progress"]);
    officer.types("/tasks/3.5/evidence", "77/2017/TT-BTC");
    officer.chooses("/tasks/3.5/status", "not-started");
    assert_eq!(names(&officer), ["status", "evidence", "obstacle", "new_deadline"], "what is signed is always shown");
}

#[test]
fn only_an_excepted_agency_is_offered_to_say_so() {
    let mut officer = Officer::new();
    let mut offers = |agency: &str| {
        officer.does(Action::ChooseAgency(Some(agency.into())));
        officer.does(Action::ChoosePeriod("2017-Q2".parse().ok()));
        officer.does(Action::Begin { random: Some([7; 16]) });
        match officer.field("/general_tasks/document-connection/status").kind {
            view::Kind::Radios(choices) => choices.into_iter().map(|choice| choice.word).collect::<Vec<_>>(),
            kind => panic!("{kind:?}"),
        }
    };
    assert_eq!(offers("bo-quoc-phong"), ["done", "in-progress", "not-started", "exempt"]);
    assert_eq!(offers("bo-tai-chinh"), ["done", "in-progress", "not-started"]);
}

#[test]
fn a_field_left_late_does_not_disturb_the_next_one() {
    let mut officer = Officer::of_finance();
    officer.does(Action::Typed { path: "/services/level3/answer".into(), text: "12,".into() });
    officer.does(Action::Left { path: "/services/procedures/answer".into() });
    assert_eq!(officer.field("/services/level3/answer").value, "12,");
    assert!(officer.says("/services/level3/answer").is_empty());
}

#[test]
fn a_field_does_not_vanish_while_its_last_letter_is_deleted() {
    let mut officer = Officer::of_finance();
    officer.types("/tasks/3.5/evidence", "7");
    officer.chooses("/tasks/3.5/status", "not-started");
    officer.does(Action::Typed { path: "/tasks/3.5/evidence".into(), text: String::new() });
    assert_eq!(officer.field("/tasks/3.5/evidence").value, "");
    officer.does(Action::Left { path: "/tasks/3.5/evidence".into() });
    let section = view::section(&officer.state, Section::Tasks).unwrap();
    assert!(section.groups.iter().flat_map(|group| &group.fields).all(|field| field.path != "/tasks/3.5/evidence"));
}

/// A word that no list has takes nothing away.
#[test]
fn an_unknown_word_leaves_the_choice_as_it_was() {
    let mut officer = Officer::of_finance();
    for (path, word) in [
        ("/tasks/3.4/status", "completed"),
        ("/general_tasks/action-plan/status", "done"),
        ("/services/level3/basis", "quarter"),
    ] {
        officer.chooses(path, word);
        let before = officer.draft().clone();
        officer.chooses(path, "no-such-word");
        assert_eq!(officer.draft(), &before, "{path}");
    }
    officer.chooses("/tasks/3.4/status", "");
    assert_eq!(officer.draft().content.tasks["3.4"].status, None);
}

/// What a field cannot hold goes with its field, or it could neither be mended nor signed.
#[test]
fn a_reason_too_long_goes_with_its_tick_and_comes_back_with_it() {
    let mut officer = Officer::of_finance();
    let (count, reason) = ("/services/level3/answer", "/services/level3/answer/no_data");
    let tick = |none| Action::NoData { path: count.into(), none };
    let long = "x".repeat(70_000);
    officer.does(tick(true));
    officer.types(reason, &long);
    officer.does(tick(false));
    assert_eq!(officer.draft().entries.len(), 0);
    assert!(officer.state.findings.iter().all(|finding| finding.place() != reason));
    officer.does(tick(true));
    assert_eq!(officer.draft().entries[reason].text, long);
    officer.types(count, "12");
    assert_eq!(officer.draft().entries.len(), 0, "a number stands there now");
}
