//! What the list adds up to, and the counts that come of it.

use super::*;
use return36a::quarterly::Answer;

/// A sum, what stands beside it, and whether it differs.
type Sum = (String, String, bool);

#[test]
fn the_list_is_added_up_by_level_beside_the_counts() {
    let mut officer = Officer::of_finance();
    officer.types("/services/level3/answer", "2");
    officer.types("/services/level4/answer", "5");
    officer.types("/services/received3-year/answer", "20");
    pastes(&mut officer, &format!("{}BTC-9\tKhông có số\t3\nBTC-10\tChưa rõ mức\t\n", rows(4)));
    let sums: Vec<(String, Vec<Sum>)> = grid(&officer)
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
    assert!(!grid(&officer).has_counts, "with a level missing no count is sure");
    assert_eq!(does(&mut officer, GridAction::UseCounts), []);
    assert_eq!(officer.draft().content.services["level3"].answer, Some(Answer::Reported(2)));
}

#[test]
fn the_sums_become_the_counts_and_which_did_is_told() {
    let mut officer = Officer::of_finance();
    officer.types("/services/level3/answer", "hai");
    officer.types("/services/level4/answer", "2");
    pastes(&mut officer, &format!("{}BTC-9\tKhông có số\t3\t\t\t\t5\n", rows(4)));
    assert!(grid(&officer).has_counts);
    assert!(kept(&does(&mut officer, GridAction::UseCounts)));
    assert_eq!(
        officer.notice(),
        "Đã khai theo danh mục: Dịch vụ công trực tuyến mức độ 3 hiện có: 3; Hồ sơ giải quyết trực tuyến mức độ 3 từ đầu năm: 23; \
         Hồ sơ tiếp nhận trực tuyến mức độ 4 từ đầu năm: 20; Hồ sơ giải quyết trực tuyến mức độ 4 từ đầu năm: 18. \
         Chưa khai được vì còn dịch vụ chưa ghi số: Hồ sơ tiếp nhận trực tuyến mức độ 3 từ đầu năm."
    );
    let answer = |id: &str| officer.draft().content.services[id].answer.clone();
    assert_eq!((answer("level3"), answer("resolved3-year")), (Some(Answer::Reported(3)), Some(Answer::Reported(23))));
    assert_eq!(
        (answer("received3-year"), answer("level1")),
        (None, None),
        "a level without services is not counted as none"
    );
    assert!(officer.draft().entries.is_empty());
    does(&mut officer, GridAction::UseCounts);
    assert!(officer.notice().starts_with("Các số đã khai khớp với danh mục."), "{}", officer.notice());
    officer.does(Action::Undo);
    assert_eq!(officer.draft().entries["/services/level3/answer"].text, "hai");
    assert_eq!(officer.draft().content.services["resolved3-year"].answer, None);
}

#[test]
fn an_unreadable_level_makes_no_count_sure() {
    let mut officer = with_rows(2);
    assert!(grid(&officer).has_counts);
    officer.types("/service_list/0001/level", "ba");
    assert!(!grid(&officer).has_counts);
    officer.types("/service_list/0001/level", "7");
    assert!(!grid(&officer).has_counts);
}
