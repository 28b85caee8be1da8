//! Numbers that could mean two things, and numbers with words beside them.

use crate::officer::*;
use return36a::session::{Action, Effect};
use return36a::text::Language;

const COUNT: &str = "/services/received3-year/answer";
const REMARK: &str = "/services/received3-year/remark";

fn offered(officer: &Officer) -> Option<String> {
    officer.field(COUNT).offer.map(|offer| offer.says)
}

#[test]
fn a_point_before_three_digits_and_no_point_are_read() {
    let mut officer = Officer::of_finance();
    for (typed, value, shown) in
        [("1.353", 1353, "1.353"), ("3405", 3405, "3.405"), ("1 353", 1353, "1.353"), ("10.960", 10_960, "10.960")]
    {
        officer.types(COUNT, typed);
        let answer = officer.draft().content.services["received3-year"].answer.clone().unwrap();
        assert_eq!((answer.number(), officer.field(COUNT).value.as_str()), (Some(value), shown));
    }
}

#[test]
fn what_could_mean_two_things_is_asked_about_in_both_languages() {
    let cases = [
        (
            "10.960.7",
            "Đang ghi là “10.960.7”. Dấu chấm chỉ đặt trước từng nhóm ba chữ số. Nếu là 109.607 thì ghi 109.607; nếu thừa hoặc thiếu chữ số thì ghi lại số đúng.",
            "It says “10.960.7”. Points stand only before groups of three digits. If 109.607 is meant, write 109.607; if a digit is missing or too many, write the right number.",
        ),
        (
            "12.5",
            "Đang ghi là “12.5”. Không rõ là 125 hay số lẻ 12,5; số lượng là số nguyên. Ghi lại, ví dụ 12 hoặc 125.",
            "It says “12.5”. It may mean 125 or the fraction 12,5; a count is whole. Write it again, for example 12 or 125.",
        ),
        (
            "1,353",
            "Đang ghi là “1,353”. Không rõ là 1.353 (dấu phẩy ngăn hàng nghìn) hay 1,353 (dấu phẩy trước phần lẻ). Số lượng là số nguyên: nếu là 1.353 thì ghi 1.353 hoặc 1353.",
            "It says “1,353”. It may mean 1.353 (the comma before thousands) or 1,353 (the comma before a fraction). A count is whole: if 1.353 is meant, write 1.353 or 1353.",
        ),
        (
            "1.234,5",
            "Đang ghi là “1.234,5”. Số lượng là số nguyên, không có phần lẻ sau dấu phẩy. Ghi lại, ví dụ 1.234 hoặc 12.345.",
            "It says “1.234,5”. A count is whole, with nothing after a comma. Write it again, for example 1.234 or 12.345.",
        ),
        (
            "1,234,567",
            "Đang ghi là “1,234,567”. Hàng nghìn ngăn bằng dấu chấm, không bằng dấu phẩy. Nếu là 1.234.567 thì ghi 1.234.567.",
            "It says “1,234,567”. Points stand before thousands, not commas. If 1.234.567 is meant, write 1.234.567.",
        ),
    ];
    let mut officer = Officer::of_finance();
    for (typed, vietnamese, english) in cases {
        for (language, says) in [(Language::Vietnamese, vietnamese), (Language::English, english)] {
            officer.does(Action::Speak(language));
            officer.types(COUNT, typed);
            assert_eq!(officer.says(COUNT), [says]);
            assert_eq!(officer.field(COUNT).offer, None, "nothing is guessed");
            assert_eq!(officer.draft().content.services["received3-year"].answer, None);
        }
    }
}

#[test]
fn a_number_with_words_offers_to_move_the_words_to_the_remark() {
    let mut officer = Officer::of_finance();
    let pasted = "8.834.680 (cấp hộ chiếu và khai báo tạm trú)";
    officer.does(Action::Typed { path: COUNT.into(), text: pasted.into() });
    assert_eq!(officer.field(COUNT).offer, None, "not before the field is left");
    officer.does(Action::Left { path: COUNT.into() });
    assert_eq!(offered(&officer).as_deref(), Some("Ghi 8.834.680 và chuyển phần chữ sang ghi chú"));
    officer.does(Action::Speak(Language::English));
    assert_eq!(offered(&officer).as_deref(), Some("Write 8.834.680 and move the words to the remark"));
    let effects = officer.does(Action::MoveWords { path: COUNT.into() });
    assert!(matches!(effects.as_slice(), [Effect::KeepSoon, Effect::Focus(path)] if path == COUNT), "{effects:?}");
    assert_eq!(officer.field(COUNT).value, "8.834.680");
    assert_eq!(officer.field(REMARK).value, "cấp hộ chiếu và khai báo tạm trú");
    assert_eq!((officer.field(COUNT).offer, officer.says(COUNT)), (None, vec![]));
    assert!(officer.state.findings.iter().all(|finding| finding.place() != COUNT), "the blank is gone from the list");
    assert_eq!(officer.does(Action::MoveWords { path: COUNT.into() }), [], "there is nothing left to move");
    officer.types(COUNT, pasted);
    assert_eq!(officer.field(COUNT).value, pasted, "and it can be typed over");
}

#[test]
fn a_remark_is_added_to_and_never_overwritten() {
    let mut officer = Officer::of_finance();
    officer.types(REMARK, "Số của Cổng dịch vụ công");
    for (pasted, remark) in [
        ("12 hồ sơ", "Số của Cổng dịch vụ công; hồ sơ"),
        ("13 (hồ sơ)", "Số của Cổng dịch vụ công; hồ sơ"),
        ("14 (a) và (b)", "Số của Cổng dịch vụ công; hồ sơ; (a) và (b)"),
    ] {
        officer.types(COUNT, pasted);
        officer.does(Action::MoveWords { path: COUNT.into() });
        assert_eq!(officer.field(REMARK).value, remark);
    }
    assert_eq!(officer.field(COUNT).value, "14");
}

#[test]
fn words_that_the_remark_cannot_carry_are_not_moved() {
    let mut officer = Officer::of_finance();
    officer.types(COUNT, "12 hồ sơ");
    for remark in ["a".repeat(65_530), "a".repeat(70_000)] {
        officer.types(REMARK, &remark);
        assert_eq!(officer.field(COUNT).offer, None);
        assert_eq!(officer.does(Action::MoveWords { path: COUNT.into() }), []);
        assert_eq!(officer.field(REMARK).value, remark);
        assert_eq!(officer.field(COUNT).value, "12 hồ sơ");
    }
}

#[test]
fn words_beside_units_go_to_their_tasks_remark_under_the_tiers_name() {
    let mut officer = Officer::new();
    officer.does(Action::ChooseAgency(Some("tinh-ha-giang".into())));
    officer.does(Action::ChoosePeriod("2017-Q2".parse().ok()));
    officer.does(Action::Begin { random: Some([7; 16]) });
    let task = "/general_tasks/local-connection";
    officer.chooses(&format!("{task}/status"), "in-progress");
    officer.types(&format!("{task}/units/communes/connected"), "12 (đang thử nghiệm)");
    officer.does(Action::MoveWords { path: format!("{task}/units/communes/connected") });
    officer.types(&format!("{task}/units/districts/total"), "11 huyện, thành phố");
    officer.does(Action::MoveWords { path: format!("{task}/units/districts/total") });
    assert_eq!(
        officer.field(&format!("{task}/remark")).value,
        "Đơn vị cấp xã: đang thử nghiệm; Đơn vị cấp huyện: huyện, thành phố"
    );
}

#[test]
fn a_decimal_with_words_is_only_asked_about() {
    let mut officer = Officer::of_finance();
    officer.chooses("/tasks/3.1/status", "in-progress");
    officer.types("/tasks/3.1/percent", "39,8 (ước)");
    let field = officer.field("/tasks/3.1/percent");
    assert_eq!((field.errors.len(), field.offer), (1, None));
    assert_eq!(officer.does(Action::MoveWords { path: "/tasks/3.1/percent".into() }), []);
}
