//! What is shown of a list, and in which order: the list itself stays as it is.

use super::*;
use return36a::session::Step;
use return36a::session::view::Progress;

/// Three services out of order, one blank.
fn mixed() -> Officer {
    let mut officer = Officer::of_finance();
    pastes(
        &mut officer,
        "B\tĐăng ký\t4\t1/12/2016\t\t1.000\t\nA\tan toàn\t3\t2/1/2017\t\t20\t\n\tBảo hiểm\t\t\t\t\t\nC\tÂm nhạc\t3\t\t\t3\t\n",
    );
    officer.types("/service_list/0002/resolved", "hai");
    officer
}

fn sorted(officer: &mut Officer, column: usize) -> Vec<String> {
    does(officer, GridAction::Sort(column));
    numbers(officer)
}

#[test]
fn rows_are_sorted_by_any_column_numbers_as_numbers_days_as_days_and_blanks_last() {
    let mut officer = mixed();
    let before = officer.draft().clone();
    for (column, up, down) in [
        (0, ["2", "1", "4", "3"], ["4", "1", "2", "3"]),
        (1, ["4", "2", "3", "1"], ["1", "3", "2", "4"]),
        (2, ["2", "4", "1", "3"], ["1", "2", "4", "3"]),
        (3, ["1", "2", "3", "4"], ["2", "1", "3", "4"]),
        (5, ["4", "2", "1", "3"], ["1", "2", "4", "3"]),
        (6, ["2", "1", "3", "4"], ["2", "1", "3", "4"]),
    ] {
        assert_eq!(sorted(&mut officer, column)[..4], up, "{column}");
        assert_eq!(grid(&officer).columns[column].sort, "ascending");
        assert_eq!(sorted(&mut officer, column)[..4], down, "{column}");
        assert_eq!(grid(&officer).columns[column].sort, "descending");
        assert_eq!(sorted(&mut officer, column), ["1", "2", "3", "4", "+"], "the file's order again");
        assert_eq!(grid(&officer).columns[column].sort, "none");
    }
    assert_eq!(officer.draft(), &before, "sorting changes only what is shown");
    assert_eq!(officer.does(Action::Grid(GridAction::Sort(99))), []);
}

#[test]
fn a_search_needs_no_marks_and_hides_what_does_not_match() {
    let mut officer = mixed();
    does(&mut officer, GridAction::Search("bao hiem".into()));
    let view = grid(&officer);
    assert_eq!((numbers(&officer), view.shown.as_str()), (vec!["3".into(), "+".into()], "Đang hiện 1/4 dịch vụ."));
    does(&mut officer, GridAction::Search("1.000".into()));
    assert_eq!(numbers(&officer), ["1", "+"], "any column is searched");
    does(&mut officer, GridAction::Search("không có".into()));
    assert_eq!((numbers(&officer), grid(&officer).shown.as_str()), (vec!["+".into()], "Đang hiện 0/4 dịch vụ."));
    does(&mut officer, GridAction::Search(String::new()));
    assert_eq!(numbers(&officer).len(), 5);
}

#[test]
fn a_row_that_is_mended_or_begun_stays_under_the_hand() {
    let mut officer = mixed();
    does(&mut officer, GridAction::Search("an toan".into()));
    officer.types("/service_list/0002/name", "khác hẳn");
    assert_eq!(numbers(&officer), ["2", "+"], "until it is searched anew");
    officer.types("/service_list/0005/name", "mới");
    assert_eq!(numbers(&officer), ["2", "5", "+"]);
    does(&mut officer, GridAction::Search("an toan".into()));
    assert_eq!(numbers(&officer), ["+"]);
}

#[test]
fn only_rows_with_something_to_look_at_are_shown_and_keys_lead_through_them() {
    let mut officer = with_rows(300);
    officer.types("/service_list/0007/received", "hai");
    officer.types("/service_list/0250/deployed_on", "31/2/2017");
    assert_eq!(grid(&officer).wrong, "2 chỗ cần sửa hoặc giải thích");
    goes_to(&mut officer, "0100", 0);
    for (action, path) in [
        (GridAction::NextWrong, "/service_list/0250/deployed_on"),
        (GridAction::NextWrong, "/service_list/0007/received"),
        (GridAction::PreviousWrong, "/service_list/0250/deployed_on"),
        (GridAction::PreviousWrong, "/service_list/0007/received"),
    ] {
        does(&mut officer, action);
        let view = grid(&officer);
        assert_eq!(view.path, path);
        assert!(view.rows.iter().any(|row| row.place == view.place), "it is drawn");
    }
    does(&mut officer, GridAction::WrongOnly(true));
    assert_eq!(numbers(&officer), ["7", "250", "+"]);
    officer.types("/service_list/0007/received", "20");
    assert_eq!(numbers(&officer), ["7", "250", "+"], "what is mended stays until it is asked for again");
    does(&mut officer, GridAction::WrongOnly(true));
    assert_eq!(numbers(&officer), ["250", "+"]);
}

#[test]
fn only_the_rows_that_are_seen_are_drawn_and_the_one_the_person_is_at() {
    let mut officer = with_rows(2_000);
    assert_eq!((grid(&officer).total, grid(&officer).rows.len()), (2_001, 30));
    does(&mut officer, GridAction::Window { first: 990, count: 20 });
    let places: Vec<usize> = grid(&officer).rows.iter().map(|row| row.place).collect();
    assert_eq!((places.len(), places[0], places[1], places[20]), (21, 0, 990, 1_009), "the active row keeps its field");
    does(&mut officer, GridAction::Window { first: 0, count: usize::MAX });
    assert!(grid(&officer).rows.len() <= 121, "whatever the page says it sees");
    does(&mut officer, GridAction::Window { first: usize::MAX, count: 20 });
    assert_eq!(grid(&officer).rows.len(), 1);
    let turn = grid(&officer).turn;
    does(&mut officer, GridAction::Go { step: Step::Last, extend: false });
    let view = grid(&officer);
    assert_eq!((view.place, view.path.as_str()), (2_000, "/service_list/2001/resolved"));
    assert_ne!(view.turn, turn, "and it comes into sight");
}

#[test]
fn a_finding_leads_to_its_cell_though_a_search_hides_it() {
    let mut officer = with_rows(300);
    does(&mut officer, GridAction::Search("số 12".into()));
    officer.does(Action::Go(return36a::session::Screen::Sections));
    let path = "/service_list/0251/received";
    let effects = officer.does(Action::Follow(path.into()));
    assert_eq!(effects.last(), Some(&Effect::Focus(path.into())));
    let view = grid(&officer);
    assert_eq!(
        (view.query.as_str(), view.path.as_str(), view.active.as_str()),
        ("", path, "service_list-0251-received")
    );
    let row = view.rows.iter().find(|row| row.place == 250).unwrap();
    assert_eq!((row.id.as_str(), row.cells[5].active), ("service_list-0251", true));
    assert_eq!(view.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.active).count(), 1);
}

#[test]
fn a_row_is_named_by_its_place_and_its_code() {
    let mut officer = Officer::of_finance();
    pastes(&mut officer, "HG-30\tMột\t3\t\t\t5\t9\n\tHai\t3\t\t\t5\t9\n");
    let review = view::review(&officer.state).unwrap();
    let here = review.findings.into_iter().find(|of| of.section == Section::ServiceList).unwrap();
    let places: Vec<String> = here.groups.into_iter().flat_map(|group| group.places).map(|place| place.name).collect();
    assert!(places.iter().any(|place| place == "Dòng 1 (HG-30) · Hồ sơ giải quyết"), "{places:?}");
    assert!(places.iter().any(|place| place == "Dòng 2 · Hồ sơ giải quyết"), "{places:?}");
}

#[test]
fn what_is_wrong_in_the_active_row_is_said_below_the_grid() {
    let mut officer = Officer::of_finance();
    pastes(&mut officer, "BTC-1\tMột\t3\t\t\t5\t9\n");
    officer.does(Action::Go(return36a::session::Screen::Section(Section::ServiceList)));
    officer.does(Action::NextSection);
    let places = officer.state.findings.iter().filter(|finding| finding.place().starts_with("/service_list/")).count();
    let panel = grid(&officer).panel;
    assert!(places > 0);
    assert_eq!(panel.errors.len() + panel.warnings.len() + panel.notes.len(), places);
}

#[test]
fn thousands_of_cells_to_mend_are_counted_and_the_summary_stays_short() {
    let mut officer = Officer::of_finance();
    let text: String = (1..=2_000).map(|place| format!("BTC-{place}\tDịch vụ {place}\tba\n")).collect();
    pastes(&mut officer, &text);
    let section = view::section(&officer.state, Section::ServiceList).unwrap();
    assert_eq!(section.summary.len(), 100);
    assert_eq!(grid(&officer).wrong, "2.000 chỗ cần sửa hoặc giải thích");
    assert!(section.summary_title.contains("2000"), "{}", section.summary_title);
}

#[test]
fn a_list_taken_from_the_quarter_before_waits_to_be_confirmed() {
    use return36a::quarterly::{Signature, SignedFile, write};
    let mut before = Officer::of("bo-tai-chinh", "2017-Q1");
    pastes(&mut before, &rows(3));
    let signatures = vec![Signature { protected: "e30".into(), signature: "AA".into() }];
    let bytes = write(&SignedFile { content: before.draft().content.clone(), signatures });
    let mut officer = Officer::of_finance();
    officer.does(Action::OpenPrevious { name: "36a.json".into(), bytes });
    let first = &services(&officer)[0];
    assert_eq!((first.code.as_str(), first.received.as_ref()), ("BTC-1", None));
    assert_eq!(officer.progress(Section::ServiceList), Progress::Carried(1));
    officer.types("/service_list/0001/received", "5");
    assert_eq!(officer.progress(Section::ServiceList), Progress::Carried(1), "one cell does not confirm the rest");
    pastes(&mut officer, &rows(5));
    assert_eq!(officer.progress(Section::ServiceList), Progress::Done, "a new list is the agency's own word");
    officer.does(Action::Undo);
    assert_eq!(officer.progress(Section::ServiceList), Progress::Carried(1));
    officer.does(Action::ConfirmSection(Section::ServiceList));
    assert_eq!(officer.progress(Section::ServiceList), Progress::Done);
}
