//! What is copied out of the grid, and saved as CSV, is the same when it comes back.

use super::*;
use proptest::prelude::*;
use return36a::quarterly::Answer;
use return36a::session::Target;
use return36a::vietnamese::Date;

fn copied(officer: &mut Officer) -> (String, String) {
    match does(officer, GridAction::Copy).pop() {
        Some(Effect::Copy { text, html }) => (text, html),
        other => panic!("{other:?}"),
    }
}

fn saved(officer: &mut Officer) -> (String, Vec<u8>) {
    match does(officer, GridAction::SaveCsv).pop() {
        Some(Effect::Download { name, bytes }) => (name, bytes),
        other => panic!("{other:?}"),
    }
}

#[test]
fn cells_are_copied_as_spreadsheets_take_them() {
    let mut officer = with_rows(2);
    officer.types("/service_list/0001/deployed_on", "1/2/2017");
    officer.types("/service_list/0001/received", "1234567");
    officer.types("/service_list/0001/name", "\"Một\" <b>");
    officer.types("/service_list/0002/name", "=cmd|' /C calc'!A0");
    officer.types("/service_list/0002/received", "12 hồ sơ");
    goes_to(&mut officer, "0001", 1);
    draws_to(&mut officer, "0002", 5);
    let (text, html) = copied(&mut officer);
    assert_eq!(officer.notice(), "Đã chép 2 dòng, 5 cột.");
    assert_eq!(text, "\"\"\"Một\"\" <b>\"\t4\t01/02/2017\t\t1.234.567\r\n'=cmd|' /C calc'!A0\t3\t\t\t12 hồ sơ\r\n");
    assert_eq!(
        html,
        "<meta charset=\"utf-8\"><table><tr><td>\"Một\" &lt;b&gt;</td><td>4</td><td>01/02/2017</td><td></td><td>1.234.567</td></tr>\
         <tr><td>'=cmd|' /C calc'!A0</td><td>3</td><td></td><td></td><td>12 hồ sơ</td></tr></table>"
    );
}

#[test]
fn what_is_cut_is_copied_and_emptied() {
    let mut officer = with_rows(1);
    goes_to(&mut officer, "0001", 1);
    let effects = does(&mut officer, GridAction::Cut);
    assert!(matches!(&effects[0], Effect::Copy { text, .. } if text == "Dịch vụ số 1\r\n"), "{effects:?}");
    assert_eq!(names(&officer), [""]);
}

#[test]
fn the_file_opens_in_columns_and_no_cell_is_a_formula() {
    let mut officer = with_rows(1);
    officer.types("/service_list/0001/name", "+84; số \"nóng\"");
    officer.types("/service_list/0001/received", "1234567");
    let (name, bytes) = saved(&mut officer);
    assert_eq!(name, "36a_2017-Q2_bo-tai-chinh_danh-muc.csv");
    assert_eq!(
        String::from_utf8(bytes).unwrap(),
        "\u{feff}Mã;Tên dịch vụ;Mức độ;Ngày triển khai;Địa chỉ;Hồ sơ tiếp nhận;Hồ sơ giải quyết\r\n\
         BTC-1;\"'+84; số \"\"nóng\"\"\";4;;;1234567;9\r\n"
    );
    assert_eq!(officer.notice(), "Danh mục nằm trong tệp 36a_2017-Q2_bo-tai-chinh_danh-muc.csv, mở được bằng Excel.");
}

fn count() -> impl Strategy<Value = Option<Answer>> {
    prop_oneof![
        Just(None),
        (0i64..2_000_000).prop_map(|number| Some(Answer::from_number(number))),
        "[a-zệư ]{1,12}".prop_map(|reason| Some(Answer::NoData(reason.trim().to_owned()))),
    ]
}

/// A service with a name, a level and anything else: texts with signs that mean something to tables and spreadsheets.
fn service() -> impl Strategy<Value = ListedService> {
    let text = || "['=+@;,\"a-zệƯ0-9 .-]{0,14}".prop_map(|text: String| text.trim().to_owned());
    (text(), text(), 1i64..=4, proptest::option::of(1u8..=28), text(), count(), count()).prop_map(
        |(code, name, level, day, address, received, resolved)| ListedService {
            code,
            name: format!("n{name}"),
            level: Some(level),
            deployed_on: day.and_then(|day| Date::new(2017, 2, day).ok()),
            address,
            received,
            resolved,
        },
    )
}

fn with(list: &[ListedService]) -> Officer {
    let mut officer = Officer::of_finance();
    let content = &mut officer.state.draft.as_mut().unwrap().content;
    let ids = (1..).map(|place: usize| format!("{place:04}").as_str().into());
    content.service_list = std::sync::Arc::new(ids.zip(list.iter().cloned()).collect());
    officer
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_copied_and_pasted_again_gives_the_same_rows(list in proptest::collection::vec(service(), 1..12)) {
        let mut officer = with(&list);
        does(&mut officer, GridAction::SelectAll);
        let (text, _) = copied(&mut officer);
        does(&mut officer, GridAction::Pasted { text, table: None, inside: true });
        does(&mut officer, GridAction::Aim(Target::Here));
        does(&mut officer, GridAction::Heading(0));
        does(&mut officer, GridAction::Aim(Target::Here));
        does(&mut officer, GridAction::Take);
        prop_assert_eq!(services(&officer), list);
        prop_assert!(officer.draft().entries.is_empty());
    }

    #[test]
    fn what_is_saved_as_csv_and_read_again_gives_the_same_rows(list in proptest::collection::vec(service(), 1..12)) {
        let mut officer = with(&list);
        let (name, bytes) = saved(&mut officer);
        chooses_file(&mut officer, &name, &bytes);
        does(&mut officer, GridAction::Heading(1));
        does(&mut officer, GridAction::Take);
        prop_assert_eq!(services(&officer), list);
        prop_assert!(officer.draft().entries.is_empty());
    }
}
