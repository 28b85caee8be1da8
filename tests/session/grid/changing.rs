//! Cells typed into, and several changed at once: each is one change, and ids stay.

use super::*;
use return36a::quarterly::Answer;
use return36a::session::Step;
use return36a::session::view::Mark;

#[test]
fn typing_into_the_blank_row_begins_it_and_undoing_takes_it_away() {
    let mut officer = Officer::of_finance();
    officer.does(Action::Go(return36a::session::Screen::Section(Section::ServiceList)));
    let view = grid(&officer);
    assert_eq!((view.title.as_str(), view.is_empty, view.total), ("Chưa có danh mục", true, 1));
    assert_eq!((view.path.as_str(), view.rows[0].number.as_str()), ("/service_list/0001/code", "+"));
    officer.types("/service_list/0001/name", "Cấp phép");
    assert_eq!((ids(&officer), names(&officer)), (vec!["0001".into()], vec!["Cấp phép".into()]));
    assert_eq!(numbers(&officer), ["1", "+"], "and the next one can be begun");
    assert_eq!(officer.types("/service_list/0002/name", "  "), [], "nothing begins no row");
    assert_eq!(officer.types("/service_list/0007/name", "x"), [], "nor does a row that is not the next one");
    assert_eq!(ids(&officer), ["0001"]);
    officer.does(Action::Undo);
    assert!(services(&officer).is_empty());
    assert_eq!(officer.notice(), "Đã hoàn tác: Dòng 1 · Tên dịch vụ.");
    officer.does(Action::Redo);
    assert_eq!(names(&officer), ["Cấp phép"]);
}

#[test]
fn what_a_cell_cannot_hold_stays_in_it_marked_and_is_mended_there() {
    let mut officer = with_rows(2);
    officer.types("/service_list/0002/received", "12 hồ sơ");
    let cell = &grid(&officer).rows[1].cells[5];
    assert_eq!((cell.text.as_str(), cell.mark), ("12 hồ sơ", Mark::Error));
    assert_eq!(services(&officer)[1].received, None, "and is no number");
    goes_to(&mut officer, "0002", 5);
    let panel = grid(&officer).panel;
    assert_eq!(panel.title, "Dòng 2 (BTC-2) · Hồ sơ tiếp nhận");
    let said: Vec<&str> = panel.errors.iter().map(|(_, _, said)| said.message.as_str()).collect();
    assert_eq!(said, ["Đang ghi là “12 hồ sơ”. Ô này chỉ ghi số: để lại 12, bỏ phần chữ “hồ sơ”."]);
    assert_eq!(grid(&officer).wrong, "1 chỗ cần sửa hoặc giải thích");
    officer.types("/service_list/0002/received", "12");
    assert_eq!(
        (grid(&officer).wrong.as_str(), services(&officer)[1].received.clone()),
        ("", Some(Answer::Reported(12)))
    );
}

#[test]
fn escape_takes_back_what_was_typed_into_the_cell_as_if_it_had_not_been() {
    let mut officer = with_rows(2);
    let before = officer.draft().clone();
    goes_to(&mut officer, "0001", 1);
    for text in ["C", "Cấ", "Cấp"] {
        officer.does(Action::Typed { path: "/service_list/0001/name".into(), text: text.into() });
    }
    assert!(grid(&officer).writing);
    does(&mut officer, GridAction::TakeBack);
    assert_eq!(officer.draft(), &before);
    assert!(!grid(&officer).writing);
    assert_eq!(does(&mut officer, GridAction::TakeBack), [], "there is nothing more to take back");
    officer.does(Action::Undo);
    assert!(services(&officer).is_empty(), "the change before is the pasted list");
}

#[test]
fn rows_are_added_with_the_next_free_id_and_deleted_ids_move_none() {
    let mut officer = with_rows(4);
    goes_to(&mut officer, "0002", 3);
    draws_to(&mut officer, "0003", 0);
    assert!(kept(&does(&mut officer, GridAction::DeleteRows)));
    assert_eq!(officer.notice(), "Đã xóa 2 dòng. Bấm “Hoàn tác” để lấy lại.");
    assert_eq!(
        (ids(&officer), numbers(&officer)),
        (vec!["0001".into(), "0004".into()], vec!["1".into(), "4".into(), "+".into()])
    );
    assert_eq!(grid(&officer).path, "/service_list/0004/code", "the person is at the row that came into their place");
    does(&mut officer, GridAction::AddRow);
    assert_eq!(
        (ids(&officer), grid(&officer).path.as_str()),
        (vec!["0001".into(), "0004".into(), "0005".into()], "/service_list/0005/code")
    );
    officer.does(Action::Undo);
    assert_eq!(officer.notice(), "Đã hoàn tác: danh mục dịch vụ.");
    officer.does(Action::Undo);
    assert_eq!(ids(&officer), ["0001", "0002", "0003", "0004"]);
    does(&mut officer, GridAction::SelectAll);
    does(&mut officer, GridAction::DeleteRows);
    assert_eq!((services(&officer).len(), grid(&officer).title.as_str()), (0, "Chưa có danh mục"));
    assert_eq!(does(&mut officer, GridAction::DeleteRows), [], "the blank row is no service");
}

#[test]
fn what_could_not_be_read_goes_with_its_row() {
    let mut officer = with_rows(2);
    officer.types("/service_list/0002/received", "12 hồ sơ");
    goes_to(&mut officer, "0002", 0);
    does(&mut officer, GridAction::DeleteRows);
    assert!(officer.draft().entries.is_empty());
    does(&mut officer, GridAction::AddRow);
    assert_eq!(grid(&officer).rows[1].cells[5].text, "", "a new row of the same number is blank");
    officer.does(Action::Undo);
    officer.does(Action::Undo);
    assert_eq!(grid(&officer).rows[1].cells[5].text, "12 hồ sơ");
}

#[test]
fn the_selected_cells_are_emptied() {
    let mut officer = with_rows(3);
    officer.types("/service_list/0002/received", "12 hồ sơ");
    goes_to(&mut officer, "0002", 5);
    draws_to(&mut officer, "0003", 6);
    does(&mut officer, GridAction::Clear);
    assert_eq!(officer.notice(), "Đã xóa nội dung 4 ô. Bấm “Hoàn tác” để lấy lại.");
    assert_eq!(column(&officer, 5), ["10", "", ""]);
    assert!(officer.draft().entries.is_empty());
    assert_eq!(does(&mut officer, GridAction::Clear), [], "blank cells are no change");
    officer.does(Action::Undo);
    assert_eq!(column(&officer, 5), ["10", "12 hồ sơ", "10"]);
}

#[test]
fn the_top_cells_go_down_through_the_selection_readable_or_not() {
    let mut officer = with_rows(4);
    officer.types("/service_list/0001/deployed_on", "1/2/2017");
    officer.types("/service_list/0001/received", "12 hồ sơ");
    goes_to(&mut officer, "0003", 5);
    draws_to(&mut officer, "0001", 3);
    does(&mut officer, GridAction::FillDown);
    assert_eq!(officer.notice(), "Đã điền xuống 2 dòng.");
    assert_eq!(column(&officer, 3), ["01/02/2017", "01/02/2017", "01/02/2017", ""]);
    assert_eq!(column(&officer, 5), ["12 hồ sơ", "12 hồ sơ", "12 hồ sơ", "10"]);
    let entries: Vec<&String> = officer.draft().entries.keys().collect();
    assert_eq!(entries, ["/service_list/0001/received", "/service_list/0002/received", "/service_list/0003/received"]);
    assert_eq!(officer.state.findings.iter().filter(|of| of.rule == "entry-words-alone").count(), 3);
    officer.does(Action::Undo);
    assert_eq!(column(&officer, 5), ["12 hồ sơ", "10", "10", "10"]);
    goes_to(&mut officer, "0004", 1);
    does(&mut officer, GridAction::FillDown);
    assert_eq!(column(&officer, 1)[3], "Dịch vụ số 3", "a single cell takes the one above");
    goes_to(&mut officer, "0001", 1);
    assert_eq!(does(&mut officer, GridAction::FillDown), [], "above the first there is none");
}

#[test]
fn keys_go_from_cell_to_cell_and_stop_at_the_ends() {
    let mut officer = with_rows(2);
    goes_to(&mut officer, "0001", 0);
    for (step, to) in [
        (Step::Up, "0001/code"),
        (Step::Right, "0001/name"),
        (Step::Down, "0002/name"),
        (Step::Down, "0003/name"),
        (Step::Down, "0003/name"),
        (Step::Left, "0003/code"),
        (Step::Left, "0003/code"),
        (Step::Previous, "0002/resolved"),
        (Step::Next, "0003/code"),
        (Step::End, "0003/resolved"),
        (Step::Next, "0003/resolved"),
        (Step::Home, "0003/code"),
        (Step::Page(-10), "0001/code"),
        (Step::Last, "0003/resolved"),
        (Step::First, "0001/code"),
        (Step::Page(10), "0003/code"),
    ] {
        does(&mut officer, GridAction::Go { step, extend: false });
        assert_eq!(grid(&officer).path, format!("/service_list/{to}"), "{step:?}");
    }
    does(&mut officer, GridAction::Go { step: Step::First, extend: true });
    assert_eq!(grid(&officer).shown, "Đang chọn 3 dòng, 1 cột.");
    does(&mut officer, GridAction::SelectRow { row: "0002".into(), extend: false });
    assert_eq!(grid(&officer).shown, "Đang chọn 1 dòng, 7 cột.");
    does(&mut officer, GridAction::SelectRow { row: "0001".into(), extend: true });
    assert_eq!(grid(&officer).shown, "Đang chọn 2 dòng, 7 cột.");
    does(&mut officer, GridAction::Collapse);
    assert_eq!(grid(&officer).shown, "");
    goes_to(&mut officer, "9999", 1);
    assert_eq!(grid(&officer).path, "/service_list/0001/code", "nobody goes where nothing is");
}

#[test]
fn a_signed_list_is_looked_at_and_copied_and_nothing_else() {
    let mut officer = with_rows(2);
    officer.does(Action::Grid(GridAction::UseCounts));
    let signatures = vec![return36a::quarterly::Signature { protected: "e30".into(), signature: "AA".into() }];
    officer.state.draft.as_mut().unwrap().signatures = signatures;
    let before = officer.draft().clone();
    assert_eq!(numbers(&officer), ["1", "2"], "no row can be begun");
    for action in [
        GridAction::AddRow,
        GridAction::DeleteRows,
        GridAction::Clear,
        GridAction::FillDown,
        GridAction::Cut,
        GridAction::UseCounts,
        GridAction::Pasted { text: rows(2), table: None, inside: true },
        GridAction::Take,
    ] {
        assert_eq!(does(&mut officer, action.clone()), [], "{action:?}");
        assert!(!officer.notice().is_empty(), "{action:?} is not told");
    }
    assert_eq!((officer.draft(), grid(&officer).preview), (&before, None));
    assert!(matches!(does(&mut officer, GridAction::Copy)[..], [Effect::Copy { .. }]));
    assert!(matches!(does(&mut officer, GridAction::SaveCsv)[..], [Effect::Download { .. }]));
}

#[test]
fn ids_past_four_digits_stay_in_the_order_of_their_numbers() {
    let mut officer = with_rows(1);
    let content = &mut officer.state.draft.as_mut().unwrap().content;
    let service = |name: &str| ListedService { name: name.into(), ..ListedService::default() };
    let list = [("2000".into(), service("hai")), ("9999".into(), service("ba")), ("10000".into(), service("bốn"))];
    std::sync::Arc::make_mut(&mut content.service_list).extend(list);
    assert_eq!(numbers(&officer), ["1", "2000", "9999", "10000", "+"]);
    does(&mut officer, GridAction::AddRow);
    assert_eq!(grid(&officer).path, "/service_list/10001/code");
}
