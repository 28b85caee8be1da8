//! An earlier return is carried forward: taken, refused, confirmed, taken back.

use crate::officer::*;
use return36a::quarterly::{Answer, Justification, ListedService, Return, Signature, SignedFile, write};
use return36a::session::view::{self, Progress};
use return36a::session::{Action, Draft, DraftKey, Effect, GridAction, Notice, Screen, Section};
use return36a::text::Language;
use std::sync::Arc;

/// The return of Bộ Tài chính of quarter I/2017 as it was sent.
fn first_quarter() -> Return {
    let mut officer = Officer::of_finance();
    officer.fills_all();
    let mut content = officer.draft().content.clone();
    content.period = "2017-Q1".parse().unwrap();
    content.services.get_mut("received3-year").unwrap().answer = Some(Answer::Reported(1_374));
    content
}

fn file(content: &Return) -> Vec<u8> {
    let signatures = vec![Signature { protected: "e30".into(), signature: "AA".into() }];
    write(&SignedFile { content: content.clone(), signatures })
}

fn opens(officer: &mut Officer, bytes: Vec<u8>) -> Vec<Effect> {
    officer.does(Action::OpenPrevious { name: "36a_2017-Q1.json".into(), bytes })
}

fn carrying() -> Officer {
    let mut officer = Officer::of_finance();
    opens(&mut officer, file(&first_quarter()));
    officer
}

fn of_section(officer: &Officer, section: Section) -> view::SectionView {
    view::section(&officer.state, section).unwrap()
}

#[test]
fn what_persists_is_taken_said_and_marked() {
    let mut officer = Officer::of_finance();
    let effects = opens(&mut officer, file(&first_quarter()));
    assert!(kept(&effects));
    let count = officer.draft().carried.len();
    assert_eq!(
        officer.state.notice,
        Some(Notice::Good(format!(
            "Đã lấy {count} mục từ báo cáo quý I/2017. Xem lại và xác nhận trong từng phần. \
             Tệp có chữ ký; chưa kiểm tra vì chưa có thẻ khóa của người ký."
        )))
    );
    let field = officer.field("/tasks/3.4/status");
    assert_eq!((field.value.as_str(), field.carried.as_str()), ("completed", "Lấy từ quý I/2017, chưa xác nhận"));
    let year = officer.field("/services/received3-year/answer");
    assert_eq!(
        (year.value.as_str(), year.carried.as_str()),
        ("1.374", "Lấy từ quý I/2017, chưa xác nhận: cộng thêm số của quý này")
    );
    assert_eq!(officer.field("/document/number").carried, "");
    assert_eq!(officer.field("/services/level3/answer").value, "");
    assert_eq!(
        view::sections(&officer.state).unwrap().previous,
        Some(format!("Đang dùng báo cáo quý I/2017 làm báo cáo kỳ trước. Còn {count} mục chưa xác nhận."))
    );
}

#[test]
fn an_older_return_is_taken_without_its_year_to_date_and_said_so() {
    let mut officer = Officer::of_finance();
    let content = Return { period: "2016-Q4".parse().unwrap(), ..first_quarter() };
    opens(&mut officer, file(&content));
    assert!(officer.notice().contains("từ báo cáo quý IV/2016."), "{}", officer.notice());
    assert!(
        officer.notice().contains("Báo cáo đó không phải của quý liền trước nên không lấy số từ đầu năm."),
        "{}",
        officer.notice()
    );
    assert_eq!(officer.field("/services/received3-year/answer").value, "");
}

#[test]
fn a_file_that_is_no_earlier_return_is_refused_with_a_reason() {
    let signed = first_quarter();
    let of = |period: &str| file(&Return { period: period.parse().unwrap(), ..signed.clone() });
    let other = file(&Return { agency: "bo-xay-dung".into(), ..signed.clone() });
    let unsigned = write(&SignedFile { content: signed.clone(), signatures: Vec::new() });
    let unknown = file(&Return { agency: "bo-khong-co".into(), ..signed.clone() });
    for (bytes, says) in [
        (other, "Tệp 36a_2017-Q1.json là báo cáo của Bộ Xây dựng. Chọn tệp của Bộ Tài chính."),
        (
            of("2017-Q2"),
            "Tệp 36a_2017-Q1.json là báo cáo quý II/2017, không phải kỳ trước của quý II/2017. Chọn tệp của một quý trước đó.",
        ),
        (
            of("2017-Q4"),
            "Tệp 36a_2017-Q1.json là báo cáo quý IV/2017, không phải kỳ trước của quý II/2017. Chọn tệp của một quý trước đó.",
        ),
        (unsigned, "Tệp 36a_2017-Q1.json chưa được ký nên không dùng làm báo cáo kỳ trước. Chọn tệp đã ký và đã gửi."),
        (
            unknown,
            "Tệp 36a_2017-Q1.json ghi cơ quan hoặc kỳ báo cáo mà danh mục của trang này không có. Kiểm tra lại tệp, hoặc mở bằng bản mới hơn của trang này.",
        ),
        (
            vec![0xff, 0xd8],
            "Không mở được tệp 36a_2017-Q1.json. Tệp không phải văn bản UTF-8 (byte 0). Xin lại tệp gốc, đừng mở và lưu bằng chương trình khác.",
        ),
        (
            b"{".to_vec(),
            "Không mở được tệp 36a_2017-Q1.json. Tệp không phải JSON (dòng 1, cột 1). Có thể tệp bị cắt hoặc bị sửa; xin lại tệp gốc.",
        ),
    ] {
        let mut officer = Officer::of_finance();
        let before = officer.draft().clone();
        assert_eq!(opens(&mut officer, bytes), []);
        assert_eq!(officer.state.notice, Some(Notice::Bad(says.into())));
        assert_eq!(officer.draft(), &before);
    }
}

#[test]
fn what_is_typed_and_cannot_be_read_is_not_filled_over() {
    let mut officer = Officer::of_finance();
    officer.types("/services/received3-year/answer", "1,374");
    officer.types("/preparer/name", "Người khác");
    opens(&mut officer, file(&first_quarter()));
    let field = officer.field("/services/received3-year/answer");
    assert_eq!((field.value.as_str(), field.carried.as_str()), ("1,374", ""));
    assert_eq!(officer.field("/preparer/name").value, "Người khác");
    officer.does(Action::ForgetPrevious);
    assert_eq!(officer.field("/services/received3-year/answer").value, "1,374");
}

#[test]
fn what_is_not_confirmed_cannot_be_signed() {
    let mut officer = carrying();
    let year = "/services/received3-year/answer";
    officer.does(Action::ConfirmSection(Section::Heading));
    officer.does(Action::ConfirmSection(Section::GeneralTasks));
    officer.does(Action::ConfirmSection(Section::Tasks));
    let left: Vec<&str> = officer.draft().carried.iter().map(String::as_str).collect();
    assert_eq!(left, [year]);
    let open = officer.state.findings.iter().filter(|finding| finding.rule == "carried").count();
    assert_eq!(open, 1);
    let verdict = view::sections(&officer.state).unwrap().verdict;
    assert!(verdict.contains("1 mục chờ xác nhận"), "{verdict}");
    let review = view::review(&officer.state).unwrap();
    assert!(
        review.findings.iter().flat_map(|section| &section.groups).any(|group| group.places[0].path == year
            && group.kind_name == "Chưa xác nhận"
            && group.message == "Lấy từ báo cáo kỳ trước, chưa xác nhận. Sửa nếu đã thay đổi, rồi chọn “Xác nhận”."),
        "{:?}",
        review.findings
    );
}

#[test]
fn editing_a_field_confirms_it_and_no_other() {
    let mut officer = carrying();
    officer.chooses("/tasks/3.4/status", "completed");
    assert_eq!(officer.field("/tasks/3.4/status").carried, "");
    assert_eq!(officer.field("/tasks/3.4/evidence").carried, "Lấy từ quý I/2017, chưa xác nhận");
    officer.does(Action::NoData { path: "/services/received3-year/answer".into(), none: true });
    assert_eq!(officer.field("/services/received3-year/answer").carried, "");
    officer.types("/preparer/name", "Người mới");
    assert_eq!(officer.field("/preparer/name").carried, "");
    assert_ne!(officer.field("/approver/name").carried, "");
}

#[test]
fn another_status_leaves_no_day_or_document_of_the_former_one_behind() {
    let (day, evidence) = ("/tasks/3.4/completed_on", "/tasks/3.4/evidence");
    let mut officer = carrying();
    let (carried_day, others) = (officer.field(day).value, officer.draft().carried.len());
    assert_ne!((carried_day.as_str(), officer.field(evidence).value.as_str()), ("", ""));
    officer.chooses("/tasks/3.4/status", "in-progress");
    let row = &officer.draft().content.tasks["3.4"];
    assert_eq!((row.completed_on, row.evidence.as_str()), (None, ""));
    for path in [day, evidence] {
        assert!(officer.state.findings.iter().all(|finding| finding.place() != path), "{:?}", officer.state.findings);
    }
    assert_eq!(officer.draft().carried.len(), others - 3, "the other rows keep what they have");
    let findings = officer.state.findings.clone();
    let draft = officer.draft().clone();
    let mut again = Officer::new();
    let kept = Some(vec![(draft.key().name(), draft.write())]);
    again.does(Action::Started { kept, last: None, address: String::new(), language: None, carried: None });
    again.does(Action::OpenDraft(draft.key()));
    assert_eq!(again.state.findings, findings, "all that hangs on them was checked again");

    let mut confirmed = carrying();
    confirmed.does(Action::Confirm("/tasks/3.4".into()));
    confirmed.chooses("/tasks/3.4/status", "in-progress");
    assert_eq!(confirmed.field(day).value, carried_day, "what was confirmed is the agency's own word");
}

#[test]
fn the_units_of_a_general_task_stay_when_its_status_changes() {
    let mut before = Officer::of("tinh-ha-giang", "2017-Q1");
    let task = "/general_tasks/local-connection";
    before.chooses(&format!("{task}/status"), "done");
    before.types(&format!("{task}/date"), "1/2/2017");
    before.types(&format!("{task}/units/communes/total"), "195");
    let mut officer = Officer::of("tinh-ha-giang", "2017-Q2");
    opens(&mut officer, file(&before.draft().content));
    officer.chooses(&format!("{task}/status"), "in-progress");
    assert_eq!(officer.draft().content.general_tasks["local-connection"].date, None);
    let total = officer.field(&format!("{task}/units/communes/total"));
    assert_eq!((total.value.as_str(), total.carried.as_str()), ("195", "Lấy từ quý I/2017, chưa xác nhận"));
}

#[test]
fn no_reason_is_asked_for_what_is_not_confirmed() {
    use return36a::registry::Severity;
    let year = "/services/received3-year/answer";
    let mut officer = carrying();
    officer.types("/services/received3-quarter/answer", "50");
    let told = |officer: &Officer| {
        let here = officer.state.findings.iter().filter(|finding| finding.place() == year);
        here.map(|finding| (finding.rule.clone(), finding.severity)).collect::<Vec<_>>()
    };
    assert_eq!(told(&officer), [("carried".to_owned(), Severity::Error)]);
    officer.does(Action::Confirm("/services/received3-year".into()));
    assert_eq!(told(&officer), [("received3-year-adds-up".to_owned(), Severity::Warning)]);
}

#[test]
fn the_year_to_date_is_offered_as_the_sum_and_taken_by_one_press() {
    let (year, quarter) = ("/services/received3-year/answer", "/services/received3-quarter/answer");
    let says = |officer: &Officer| officer.field(year).offer.map(|offer| offer.says);
    let mut officer = carrying();
    assert_eq!(says(&officer), None, "this quarter is not known");
    officer.types(quarter, "50");
    assert_eq!(says(&officer).as_deref(), Some("Ghi 1.424 (1.374 của kỳ trước + 50 của quý này)"));
    officer.does(Action::Speak(Language::English));
    assert_eq!(says(&officer).as_deref(), Some("Write 1.424 (1.374 of the previous return + 50 of this quarter)"));
    officer.does(Action::Speak(Language::Vietnamese));
    let effects = officer.does(officer.field(year).offer.unwrap().action);
    assert!(matches!(effects.as_slice(), [Effect::KeepSoon, Effect::Focus(path)] if path == year), "{effects:?}");
    let field = officer.field(year);
    assert_eq!((field.value.as_str(), field.carried.as_str(), field.offer), ("1.424", "", None));
    assert_eq!(officer.does(Action::TakeSum { path: year.into() }), [], "there is nothing left to take");
    officer.does(Action::Typed { path: year.into(), text: "1500".into() });
    assert_eq!(says(&officer), None, "not while it is typed");
    officer.does(Action::Left { path: year.into() });
    assert_eq!(officer.field(year).value, "1.500", "and it can be typed over");
    assert!(says(&officer).is_some());
}

#[test]
fn no_sum_is_offered_of_what_does_not_add_up() {
    let (year, quarter) = ("/services/received3-year/answer", "/services/received3-quarter/answer");
    let offers = |officer: &Officer| officer.field(year).offer.is_some();
    let filled = |period: &str| {
        let mut officer = Officer::of_finance();
        opens(&mut officer, file(&Return { period: period.parse().unwrap(), ..first_quarter() }));
        officer.types(quarter, "50");
        officer.types(year, "1500");
        officer
    };
    assert!(offers(&filled("2017-Q1")));
    assert!(!offers(&filled("2016-Q4")), "of another year");
    for (path, text) in [(year, "1424"), (year, "1000"), (year, "1,5"), (year, ""), (quarter, ""), (quarter, "-3")] {
        let mut officer = filled("2017-Q1");
        officer.types(path, text);
        assert!(!offers(&officer), "{path} {text}");
    }
    let mut officer = filled("2017-Q1");
    officer.chooses("/services/received3-quarter/basis", "year");
    assert!(!offers(&officer), "it speaks of another time");
    let mut officer = filled("2017-Q1");
    officer.does(Action::NoData { path: quarter.into(), none: true });
    assert!(!offers(&officer));
}

#[test]
fn a_group_is_confirmed_by_one_press_and_the_focus_goes_on_to_the_next() {
    let mut officer = carrying();
    officer.does(Action::Go(Screen::Section(Section::Tasks)));
    let waiting = |officer: &Officer| {
        let groups = of_section(officer, Section::Tasks).groups;
        groups.into_iter().filter(|group| group.carried).map(|group| group.path).collect::<Vec<_>>()
    };
    assert_eq!(waiting(&officer), ["/tasks/3.1", "/tasks/3.2", "/tasks/3.3", "/tasks/3.4", "/tasks/3.5"]);
    let focus = |effects: Vec<Effect>| match effects.as_slice() {
        [Effect::Keep { .. }, Effect::Focus(name)] => name.clone(),
        _ => panic!("{effects:?}"),
    };
    assert_eq!(focus(officer.does(Action::Confirm("/tasks/3.2".into()))), "confirm/tasks/3.3");
    assert_eq!(focus(officer.does(Action::Confirm("/tasks/3.3".into()))), "confirm/tasks/3.4");
    assert_eq!(focus(officer.does(Action::Confirm("/tasks/3.4".into()))), "confirm/tasks/3.5");
    assert_eq!(focus(officer.does(Action::Confirm("/tasks/3.5".into()))), "confirm/tasks/3.1", "the one left out");
    assert_eq!(waiting(&officer), ["/tasks/3.1"]);
    assert_eq!(focus(officer.does(Action::Confirm("/tasks/3.1".into()))), "next-section");
    assert_eq!(waiting(&officer), Vec::<String>::new());
    assert_eq!(officer.field("/tasks/3.4/status").value, "completed", "what is confirmed stays");
    assert_eq!(officer.does(Action::Confirm("/tasks/3.1".into())), []);
}

#[test]
fn a_section_is_confirmed_by_one_press() {
    let mut officer = carrying();
    officer.does(Action::Go(Screen::Section(Section::Tasks)));
    let carried = of_section(&officer, Section::Tasks).carried.unwrap();
    assert_eq!(
        carried.says,
        "Phần này có 8 mục lấy từ báo cáo quý I/2017, chưa xác nhận. Sửa mục nào đã thay đổi, rồi xác nhận."
    );
    let row = view::sections(&officer.state).unwrap().rows.remove(2);
    let Progress::Open(open) = row.progress else { panic!("{row:?}") };
    assert_eq!(row.says, format!("còn {open} mục trống, 8 mục chờ xác nhận"), "what is carried is not called blank");
    officer.does(Action::NextSection);
    let summary = of_section(&officer, Section::Tasks).summary;
    let lines: Vec<&str> =
        summary.iter().filter(|line| line.path.ends_with("status")).map(|line| line.message.as_str()).collect();
    assert_eq!(lines, ["8 mục chờ xác nhận"], "one line for all that was carried");
    assert!(kept(&officer.does(Action::ConfirmSection(Section::Tasks))));
    assert_eq!(officer.notice(), "Đã xác nhận 8 mục.");
    assert_eq!(of_section(&officer, Section::Tasks).carried, None);
    assert_ne!(of_section(&officer, Section::Heading).carried, None);
}

#[test]
fn taking_it_back_leaves_what_was_confirmed_or_changed() {
    let mut officer = carrying();
    officer.does(Action::Confirm("/preparer".into()));
    officer.types("/tasks/3.4/evidence", "Quyết định 15/QĐ-BTC");
    let left = officer.draft().carried.len();
    assert!(kept(&officer.does(Action::ForgetPrevious)));
    assert_eq!(
        officer.notice(),
        format!("Đã bỏ {left} mục lấy từ báo cáo quý I/2017. Những mục đã xác nhận hoặc đã sửa được giữ nguyên.")
    );
    let draft = officer.draft();
    assert_eq!((draft.previous.as_ref(), draft.carried.len()), (None, 0));
    assert_eq!(draft.content.preparer.name, "Người lập");
    assert_eq!(draft.content.tasks["3.4"].evidence, "Quyết định 15/QĐ-BTC");
    assert_eq!((draft.content.tasks["3.4"].status, draft.content.approver.name.as_str()), (None, ""));
    let mut fresh = carrying();
    fresh.does(Action::ForgetPrevious);
    assert_eq!(fresh.draft(), Officer::of_finance().draft());
}

#[test]
fn another_file_takes_the_place_of_the_first_one() {
    let mut officer = carrying();
    let content = Return { period: "2016-Q4".parse().unwrap(), ..first_quarter() };
    opens(&mut officer, file(&content));
    assert_eq!(officer.field("/preparer/name").carried, "Lấy từ quý IV/2016, chưa xác nhận");
    assert_eq!(officer.field("/services/received3-year/answer").value, "", "of the first one nothing is left");
}

#[test]
fn a_reload_keeps_the_earlier_return_and_what_waits() {
    let mut previous = first_quarter();
    previous.service_list = std::sync::Arc::new([("0001".into(), Default::default())].into());
    let mut officer = Officer::of_finance();
    opens(&mut officer, file(&previous));
    officer.does(Action::Confirm("/tasks/3.4".into()));
    let draft = officer.draft().clone();
    assert!(draft.previous.as_ref().unwrap().service_list.is_empty(), "its list is not kept twice");
    assert_eq!(draft.content.service_list.len(), 1);
    assert_eq!(Draft::read(&draft.write()), Ok(draft.clone()));
    let mut again = Officer::new();
    let kept = Some(vec![(draft.key().name(), draft.write())]);
    again.does(Action::Started { kept, last: None, address: String::new(), language: None, carried: None });
    again.does(Action::OpenDraft(draft.key()));
    assert_eq!(again.draft(), &draft);
    assert_eq!(again.state.findings, officer.state.findings);
}

#[test]
fn a_draft_kept_by_the_version_before_still_opens() {
    let text = include_str!("draft-before-carrying.json");
    let key = "return36a/draft/bo-tai-chinh/2017-Q2";
    let mut officer = Officer::new();
    let kept = Some(vec![(key.into(), text.into())]);
    officer.does(Action::Started { kept, last: None, address: String::new(), language: None, carried: None });
    officer.does(Action::OpenDraft(DraftKey::of_name(key).unwrap()));
    let draft = officer.draft();
    assert_eq!(draft.content.document.number, "123/BC-BTC");
    assert_eq!(draft.entries["/services/level4/answer"].text, "10.960.7");
    assert_eq!((draft.previous.as_ref(), draft.carried.len(), draft.content.service_list.len()), (None, 0, 0));
    assert!(draft.seen.contains(&Section::Heading));
}

#[test]
fn marks_of_fields_that_are_no_more_are_forgotten() {
    let mut draft = carrying().draft().clone();
    draft.carried.insert("/tasks/9.9/status".into());
    draft.carried.insert("/service_list".into());
    let read = Draft::read(&draft.write()).unwrap();
    assert!(read.carried.contains("/tasks/3.4/status"));
    assert!(!read.carried.contains("/tasks/9.9/status") && !read.carried.contains("/service_list"));
    draft.previous = None;
    assert!(Draft::read(&draft.write()).unwrap().carried.is_empty());
}

#[test]
fn nothing_is_taken_into_a_signed_return() {
    let mut officer = Officer::of_finance();
    let signature = Signature { protected: "e30".into(), signature: "AA".into() };
    officer.state.draft.as_mut().unwrap().signatures.push(signature);
    let before = officer.draft().clone();
    assert_eq!(opens(&mut officer, file(&first_quarter())), []);
    assert!(officer.notice().starts_with("Báo cáo đã ký nên không sửa được."));
    assert_eq!(officer.draft(), &before);
}

#[test]
fn a_reason_of_the_quarter_before_is_offered_and_given_by_one_press() {
    let path = "/services/level3/basis";
    let mut officer = Officer::of_finance();
    officer.types("/services/level3/answer", "86");
    officer.chooses(path, "year");
    let rule = officer.field(path).warnings[0].rule.clone();
    let mut previous = first_quarter();
    previous.justifications = vec![Justification {
        rule: rule.clone(),
        path: path.into(),
        values_sha256: "0".repeat(64),
        reason: "Cổng chỉ có số từ đầu năm".into(),
    }];
    opens(&mut officer, file(&previous));
    let warning = officer.field(path).warnings.remove(0);
    assert_eq!(
        (warning.offered.as_deref(), warning.reason.as_str(), warning.justified),
        (Some("Cổng chỉ có số từ đầu năm"), "", false)
    );
    officer.does(Action::Justified { rule, path: path.into(), reason: warning.offered.unwrap() });
    let warning = officer.field(path).warnings.remove(0);
    assert_eq!((warning.offered, warning.justified), (None, true));
}

#[test]
fn a_task_that_vanished_is_asked_about_and_can_be_given_a_reason() {
    let mut earlier = first_quarter();
    earlier.tasks.insert("9.9".into(), earlier.tasks["3.4"].clone());
    let mut officer = Officer::of_finance();
    officer.fills_all();
    opens(&mut officer, file(&earlier));
    let (path, warning) = of_section(&officer, Section::Tasks).warnings.into_iter().next().unwrap();
    assert_eq!((path.as_str(), warning.rule.as_str(), warning.justified), ("/tasks", "tasks-vanish", false));
    let reason = "Nhiệm vụ đã chuyển cho cơ quan khác".to_owned();
    officer.does(Action::Justified { rule: warning.rule, path, reason });
    assert!(of_section(&officer, Section::Tasks).warnings[0].1.justified);
    assert!(of_section(&officer, Section::Services).warnings.is_empty());
}

#[test]
fn an_earlier_return_that_lacks_counts_of_this_registry_is_no_fault() {
    let mut earlier = first_quarter();
    earlier.services.clear();
    let mut officer = Officer::of_finance();
    officer.fills_all();
    opens(&mut officer, file(&earlier));
    for id in ["level1", "level3", "received3-quarter", "received3-year", "built4-year"] {
        officer.types(&format!("/services/{id}/answer"), "5");
    }
    let faults: Vec<_> = officer.state.findings.iter().filter(|finding| finding.fault.is_some()).collect();
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn a_list_of_an_earlier_return_that_was_deleted_comes_back_with_its_mark() {
    let mut earlier = first_quarter();
    let service = ListedService { name: "Cấp phép".into(), level: Some(3), ..ListedService::default() };
    earlier.service_list = Arc::new([("0001".into(), service)].into());
    let mut officer = Officer::of_finance();
    opens(&mut officer, file(&earlier));
    officer.does(Action::Grid(GridAction::SelectAll));
    officer.does(Action::Grid(GridAction::DeleteRows));
    assert!(!officer.draft().carried.contains("/service_list"));
    officer.does(Action::ForgetPrevious);
    assert!(officer.draft().content.service_list.is_empty() && officer.draft().carried.is_empty());
    officer.does(Action::Undo);
    officer.does(Action::Undo);
    assert_eq!(officer.draft().content.service_list.len(), 1);
    assert!(officer.draft().carried.contains("/service_list"), "it comes back with its mark");
}
